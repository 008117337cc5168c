/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/task.h"

/* A file with a name that nobody reads is a mistake that nobody sees: survy.csv, or
 * survey.xlsx beside the CSV that was meant. Each is a notice. */

/* Reports the files of the task's folder that the monitor does not know. */
void inventory_check(const Task *task);
