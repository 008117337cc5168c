/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "audit/lessons.h"

/* The attacker: tries on what would be published all that an outsider can compute, with
 * the register at hand, before anyone else does. */

#define ATTACK(name)                                                                   \
    void attack_##name(const Publication *publication, Lessons *lessons);
#include "audit/attacks.def"

/* Makes every attack, in the order of attacks.def. */
void audit_attack(const Publication *publication, Lessons *lessons);

/* Reads `work`, attacks, writes audit.csv there. Gives what is learnt as one sentence
 * in `sentence`, NULL where it is nothing; free with g_free. `language` is nl or en, or
 * NULL for that of the settings. */
bool audit_run(const char *work, const char *language, char **sentence, GError **error);
