/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "indicators/estimation/strata.h"

/* A high response rate says little when one sector is silent. The R-indicator says how
 * alike the sectors answered. */

/* 1 - 2 S, with S the standard deviation over all partners of their stratum's response
 * rate, corrected for the sampling variance of the rates: 1 = all alike (Schouten,
 * Cobben and Bethlehem 2009; correction as in Shlomo, Skinner and Schouten 2012): 1 - 2
 * sqrt(max(0, sum W_h (rho_h - rho)^2 - sum (1 - W_h) rho_h (1 - rho_h) / N)). Uses
 * population and answers, strata without answers included; NAN without population.
 * Below 50 partners it means little: leaving it out is up to the caller. */
double representativity_indicator(const Stratum *strata, size_t count);
