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
static const char *with_zeros(Arena *arena, const KeyIndex *index, const char *text)
{
    for (size_t zeros = 1; zeros <= 6 && g_ascii_isdigit(*text); zeros++) {
        char *padded = arena_printf(arena, "%0*d%s", (int)zeros, 0, text);
        if (key_index_find(index, padded) != KEY_NEW)
            return padded;
    }
    return NULL;
}

/* Reports `text`, which `index` does not know, and sets apart or empties. */
static void report_unknown(Intake *intake, size_t variable, const char *text,
                           const ReferenceKind *kind)
{
    g_autoptr(Arena) arena     = arena_new();
    const Reference *reference = G_STRUCT_MEMBER_P(intake->task, kind->offset);
    const char *padded         = with_zeros(arena, reference->index, text);
    FindingCode code           = padded != NULL ? FINDING_lost_zero : kind->unknown;
    bool is_needed =
        intake->spec->variables[variable].flags & VARIABLE_REQUIRED ? true : false;
    if (is_needed)
        intake_set_apart(intake, code, (int)variable, text, padded);
    else
        intake_report(intake, code, (int)variable, text, padded);
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
