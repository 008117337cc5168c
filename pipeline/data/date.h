/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* A date is a Julian day number as GDate counts them (1 is 1 January of year 1), so
 * dates compare as numbers. 0 is a missing date. */
typedef guint32 Date;

enum { DATE_MISSING = 0, DATE_SIZE = 11 };

/* The date, or DATE_MISSING when there is no such day. Years 1900 to 2199 only: others
 * are typing errors. */
Date date_from(int year, int month, int day);

/* Reads yyyy-mm-dd, exactly. False for anything else. */
bool date_parse(const char *text, size_t length, Date *date);

/* Writes yyyy-mm-dd; an empty text when missing. */
void date_format(Date date, char out[DATE_SIZE]);

/* The year; 0 when missing. */
int date_year(Date date);
