/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "reports/edition/report.h"

/* What goes back to the organisations whose answer raised a question: for the project
 * team to send. */

/* The rows of the findings that are questions about the report's year, to the one
 * organisation or (NULL) to any: about a cell of the survey, no mere notice, and not
 * mended by a correction since. */
const size_t *returned_questions(const Report *report, const char *partner_id,
                                 size_t *n);

/* The organisations of the register that have such a question, by id. */
const char *const *returned_partners(const Report *report, size_t *n);

/* The answers of those with findings, or NULL: none. Free with table_free. */
Table *returned_read(const Report *report);

/* Finds the organisation's answer. */
bool returned_find(const Table *answers, const char *partner_id, size_t *row);

/* An answer as a person reads it: "ja", "12", "Eens", "niet ingevuld". */
const char *returned_answer(const Report *report, const Variable *variable,
                            Value value);

/* Writes the template of corrections.csv: one row for each question, with its old value
 * and room for the new one. */
bool returned_write_corrections(const Report *report, const char *path,
                                Outputs *outputs, GError **error);
