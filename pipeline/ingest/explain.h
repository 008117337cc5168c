/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/text.h"

#include <stdio.h>

/* What a finding means, for whoever sees its code in a list. */

/* Prints the catalogue's row of `code`: what is wrong, how to mend it, what happened.
 * False when there is no such code. */
bool explain_finding(const char *code, Language language, FILE *stream);
