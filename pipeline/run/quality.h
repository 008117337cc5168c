/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "run/artefacts.h"

#include <stdio.h>

/* How good the data are, told to the people who can mend them: one sentence, the counts
 * of each kind of finding, and the findings one by one. Counts are always exact,
 * however many findings were kept or are shown. */

typedef struct Quality {
    size_t records; /* read, over all tables */
    size_t in_full; /* accepted, without an error in any cell */
    size_t in_part; /* accepted, with a cell that does not count */
    size_t lost;    /* set apart or duplicate */
    double worst;   /* of the register and the surveys: least share that was accepted */
    size_t serious; /* findings that are errors or warnings */
    size_t n_things; /* kinds of these */
} Quality;

Quality quality_measure(const Artefacts *artefacts);

/* The sentence, in the terminal's language. Free with g_free. */
char *quality_sentence(const Quality *quality);

/* Prints the kinds of errors and warnings with their counts, gravest and then most
 * first: a few of them, and how many more there are. */
void quality_print_kinds(const Artefacts *artefacts, FILE *stream);

/* Prints the findings, gravest first, then by file and row: the first 20 of each code,
 * and how many more there are. */
void quality_print_findings(const Artefacts *artefacts, FILE *stream);

/* Prints all kept findings, one JSON object a line, in the same order; then, for each
 * code of which there were more, how many. */
void quality_print_json(const Artefacts *artefacts, FILE *stream);
