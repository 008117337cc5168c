/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/findings.h"
#include "indicators/core/monitor.h"

/* What one table says of another can only be seen when they are put together: findings
 * of stage 2. The estimates do not depend on them. */

/* Adds: answers on new collaborations that the partner's own list contradicts, overlaps
 * that contradict the reach, reach beyond the target population, targets that name
 * nothing. In order of year, then of partner_id. */
void checks_run(const Monitor *monitor, Findings *findings);
