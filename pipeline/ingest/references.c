/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column refers to a table by its name. */
#include "ingest/references.h"

#include <string.h>

typedef struct ReferenceKind {
    const char *column;
    TableId table;
    size_t offset; /* of its Reference in Task */
    FindingCode unknown;
} ReferenceKind;

static const ReferenceKind reference_kinds[] = {
    {"partner_id", TABLE_partners, G_STRUCT_OFFSET(Task, partners),
     FINDING_unknown_partner},
    {"with_partner", TABLE_partners, G_STRUCT_OFFSET(Task, partners),
     FINDING_unknown_partner},
    {"partner_a", TABLE_partners, G_STRUCT_OFFSET(Task, partners),
     FINDING_unknown_partner},
    {"partner_b", TABLE_partners, G_STRUCT_OFFSET(Task, partners),
     FINDING_unknown_partner},
    {"alliance_id", TABLE_alliances, G_STRUCT_OFFSET(Task, alliances),
     FINDING_unknown_alliance},
    {"commitment_id", TABLE_commitments, G_STRUCT_OFFSET(Task, commitments),
     FINDING_unknown_commitment},
    {"event_id", TABLE_events, G_STRUCT_OFFSET(Task, events), FINDING_unknown_event},
};

typedef struct ReferenceColumn {
    size_t variable;
    const ReferenceKind *kind;
} ReferenceColumn;

GArray *references_new(const Intake *intake)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(ReferenceColumn));
    for (size_t v = 0; v < intake->spec->n_variables; v++)
        for (size_t i = 0; i < G_N_ELEMENTS(reference_kinds); i++) {
            const ReferenceKind *kind = &reference_kinds[i];
            ReferenceColumn column    = {.variable = v, .kind = kind};
            if (intake->id != kind->table &&
                strcmp(intake->spec->variables[v].name, kind->column) == 0)
                g_array_append_val(columns, column);
        }
    return columns;
}

/* The known id that `text` would be with zeros before it, or NULL. */
static const char *with_zeros(Arena *arena, KeyIndex *index, const char *text)
{
    for (size_t zeros = 1; zeros <= 6 && g_ascii_isdigit(*text); zeros++) {
        char *padded = arena_printf(arena, "%0*d%s", (int)zeros, 0, text);
        if (key_index_find(index, padded) != KEY_NEW)
            return padded;
    }
    return NULL;
}

/* `text` without the signs that people put between letters and digits. */
static char *without_signs(Arena *arena, const char *text)
{
    char *bare = arena_strdup(arena, text), *out = bare;
    for (const char *p = text; *p != '\0'; p++)
        if (g_ascii_isalnum(*p))
            *out++ = *p;
    *out = '\0';
    return bare;
}

/* The known id that differs from `text` by capitals, by a sign or by a letter too many
 * at an end, or NULL. Other digits are not guessed: each is somebody else's number. */
static const char *nearly_same(Arena *arena, KeyIndex *index, const char *text)
{
    char *upper          = arena_strdup(arena, text);
    char *lower          = arena_strdup(arena, text);
    size_t length        = strlen(text);
    const char *tries[5] = {upper, lower, without_signs(arena, text), NULL, NULL};
    for (size_t i = 0; i < length; i++) {
        upper[i] = g_ascii_toupper(text[i]);
        lower[i] = g_ascii_tolower(text[i]);
    }
    if (length > 1 && g_ascii_isalpha(text[length - 1]))
        tries[3] = arena_strndup(arena, text, length - 1);
    if (length > 1 && g_ascii_isalpha(text[0]))
        tries[4] = arena_strdup(arena, text + 1);
    for (size_t i = 0; i < G_N_ELEMENTS(tries); i++)
        if (tries[i] != NULL && key_index_find(index, tries[i]) != KEY_NEW)
            return tries[i];
    return NULL;
}

/* Reports `text`, which the table of `kind` does not know, and sets apart or empties.
 */
static void report_unknown(Intake *intake, size_t variable, const char *text,
                           const ReferenceKind *kind)
{
    g_autoptr(Arena) arena     = arena_new();
    const Reference *reference = G_STRUCT_MEMBER_P(intake->task, kind->offset);
    const char *padded         = with_zeros(arena, reference->index, text);
    FindingCode code           = padded != NULL ? FINDING_lost_zero : kind->unknown;
    const char *meant =
        padded != NULL ? padded : nearly_same(arena, reference->index, text);
    bool is_needed = intake->spec->variables[variable].flags & VARIABLE_REQUIRED;
    (is_needed ? intake_set_apart : intake_report)(intake, code, (int)variable, text,
                                                   meant);
}

void references_check(Intake *intake, size_t row)
{
    Table *table = intake->table;
    for (guint i = 0; i < intake->references->len; i++) {
        const ReferenceColumn *column =
            &g_array_index(intake->references, ReferenceColumn, i);
        const Reference *reference =
            G_STRUCT_MEMBER_P(intake->task, column->kind->offset);
        const char *text = table_text(table, column->variable, row);
        if (reference->index == NULL || text == NULL ||
            key_index_find(reference->index, text) != KEY_NEW)
            continue;
        report_unknown(intake, column->variable, text, column->kind);
        table->columns[column->variable].text[row] = NULL;
    }
}
