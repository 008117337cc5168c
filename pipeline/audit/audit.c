/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage: read, attack, write. */
#include "audit/audit.h"

void audit_attack(const Publication *publication, Lessons *lessons)
{
    static void (*const attacks[])(const Publication *, Lessons *) = {
#define ATTACK(name) attack_##name,
#include "audit/attacks.def"
    };
    for (size_t i = 0; i < G_N_ELEMENTS(attacks); i++)
        attacks[i](publication, lessons);
}

bool audit_run(const char *work, const char *language, char **sentence, GError **error)
{
    g_autoptr(Publication) publication = publication_read(work, error);
    if (publication == NULL)
        return false;
    const Settings *settings   = publication->settings;
    const Schema *schema       = schema_new(publication->arena, &settings->sectors);
    g_autoptr(Outputs) outputs = outputs_new(work, "audit", error);
    if (outputs == NULL)
        return false;
    g_autoptr(Lessons) lessons = lessons_new(schema);
    audit_attack(publication, lessons);
    Language spoken = language == NULL              ? settings->language
                      : g_str_equal(language, "en") ? LANGUAGE_EN
                                                    : LANGUAGE_NL;
    *sentence       = lessons_sentence(lessons, spoken);
    return table_write(lessons->table, outputs, "audit.csv", error) &&
           outputs_finish(outputs, error);
}
