/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "ingest/intake.h"

/* The raw files of the statistics office head a column KinderenInHuishoudens_3 and
 * leave to their documentation that its figures are thousands; people are not counted
 * in tenths, so decimals give it away. */

/* The intake's plan with the scale of such columns, each of which is a finding. Only
 * columns that a codebook maps are looked at. Lives in the task's arena. */
const Plan *thousands_find(const Intake *intake);
