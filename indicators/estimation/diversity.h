/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stddef.h>

/* How mixed a group is over categories. `weights` are counts or shares, each >= 0; they
 * need not add up to one. */

/* Blau's index 1 - sum p_s^2 (Simpson 1949; Blau 1977): the probability that two draws
 * with replacement differ. NAN when all weights are 0. */
double diversity_blau(const double *weights, size_t count);

/* Index of qualitative variation, Blau / (1 - 1/k) with k the categories present: 1
 * when they are equally large. NAN for fewer than two. */
double diversity_iqv(const double *weights, size_t count);
