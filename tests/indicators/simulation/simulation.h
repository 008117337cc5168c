/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <stdbool.h>

/* Simulated years of an alliance, and rates that must lie within limits. The generator
 * has a fixed seed: a rate is the same on every machine. */

/* A hit is counted; the rate is reported and must lie in low .. high. */
typedef struct Rate {
    const char *name;
    size_t hits;
    size_t trials;
} Rate;

static inline void rate_add(Rate *rate, bool hit)
{
    rate->hits += hit ? 1 : 0;
    rate->trials++;
}

static inline void rate_check(const Rate *rate, double low, double high)
{
    const double value = (double)rate->hits / (double)rate->trials;
    g_test_message("%s: %.4f of %zu, wanted %.3f .. %.3f", rate->name, value,
                   rate->trials, low, high);
    g_assert_cmpuint(rate->trials, >, 0);
    g_assert_cmpfloat(value, >=, low);
    g_assert_cmpfloat(value, <=, high);
}

static inline gsl_rng *simulation_random(unsigned long seed)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, seed);
    return random;
}
