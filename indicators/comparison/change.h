/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>
#include <stddef.h>

#include "indicators/estimation/interval.h"

/* What changed between two years. Most partners answer in both, some join, leave or
 * fall silent: the two estimates are neither independent nor of the same partners, and
 * the margin of their difference must know both. */

/* A partner that was eligible in at least one of the two years. */
typedef struct PanelPartner {
    size_t stratum;
    bool eligible_from;
    bool eligible_to;
    double from; /* its answers; NAN: none */
    double to;
} PanelPartner;

/* Borrowed by the functions here. */
typedef struct Panel {
    const PanelPartner *partners;
    size_t count;
    size_t strata;
    bool share; /* answers are 0 and 1 */
} Panel;

typedef struct Change {
    double difference; /* later - earlier, over the strata with answers in both years */
    double se;         /* with the finite-population factor; 0: nothing is uncertain */
    Interval interval; /* t; NAN, NAN when se is 0 or unknown, or df is 0 */
    double p_value;    /* of the same t; NAN likewise */
    size_t df;         /* partners that answered in either year - strata */
    size_t answered_both; /* partners */
    double mcnemar_p;     /* exact, among those that answered both; NAN for a mean */
    double among_stayers; /* plain difference among those that answered both, or NAN */
    double composition; /* what of the difference is due to other partners: difference -
                           that of the stratum means of partners eligible in both years,
                           weighted as in the later year; NAN without such answers */
} Change;

/* D = m_2 - m_1, V = V_1 + V_2 - 2 sum W_1h W_2h c_h s12_h with
 * c_h = (n12 - a12 b12 / N12) / (n1 n2): the covariance of two simple random samples of
 * overlapping populations (Tam 1984; Qualite and Tille 2008). s12 = r12 s1 s2, r12 from
 * those that answered both: 0 for fewer than three or without variance. */
Change change_between(const Panel *panel, double confidence);

/* Covariance of the two years' estimates without the finite-population factor,
 * c_h = n12 / (n1 n2); each year's weights over its own strata with answers. For
 * progress and trend, which look beyond the partners of the day. */
double panel_covariance(const Panel *panel);
