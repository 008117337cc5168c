/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/intake.h"

/* What the survey says about other tables: whom partners reached and with which sectors
 * they entered a new collaboration may be asked in the survey itself; who came to an
 * event may stand in attendance.csv. Only complete answers count. */

/* The reach of the year: `reach` (NULL: no file) with the counts of the survey. Where
 * both have the same key the file counts. NULL when neither has any. Owned by the
 * caller. */
Table *derive_reach(const Task *task, const Intake *reach, Intake *survey);

/* The collaborations of the year, likewise. A survey answer on new collaborations that
 * they contradict is a finding. */
Table *derive_collaborations(const Task *task, const Intake *collaborations,
                             Intake *survey);

/* Puts the partners present by `attendance` (NULL: no file) in `events` (likewise). */
void derive_attendance(Intake *events, const Intake *attendance);
