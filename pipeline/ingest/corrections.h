/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/intake.h"

/* What partners mended after the survey. The export itself stays as it was downloaded;
 * corrections.csv changes what was read, each line with the old value, so that nothing
 * is changed unseen. */

/* Applies corrections.csv of the task's year, if there is one, to the survey as read
 * and counts them there. One that does not fit is a finding. */
bool corrections_apply(Task *task, Intake *survey, GError **error);
