/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* The survey's questions as the partners read them. */

/* The question behind a survey variable, with the opgave, life domain, sector or
 * statement that it is about; the name itself where it is no variable, "" for NULL. */
const char *question_of(const Report *report, const char *variable);
