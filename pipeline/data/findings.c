/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings are kept in the order found, up to a bound for each code. */
#include "data/findings.h"

#include "data/csv.h"

#include <string.h>

static const FindingKind finding_kinds[] = {
#define FINDING(name, code, severity, what_en, what_nl, mend_en, mend_nl, effect_en,   \
                effect_nl)                                                             \
    {code,                                                                             \
     SEVERITY_##severity,                                                              \
     {what_en, what_nl},                                                               \
     {mend_en, mend_nl},                                                               \
     {effect_en, effect_nl}},
#include "data/findings.def"
};

struct Findings {
    char *stage;
    Language language;
    Arena *arena;
    GPtrArray *kept; /* Finding, in the order found */
    size_t counts[FINDING_COUNT];
};

Findings *findings_new(const char *stage, Language language)
{
    Findings *findings = g_new0(Findings, 1);
    findings->stage    = g_strdup(stage);
    findings->language = language;
    findings->arena    = arena_new();
    findings->kept     = g_ptr_array_new();
    return findings;
}

void findings_free(Findings *findings)
{
    if (findings == NULL)
        return;
    g_free(findings->stage);
    arena_free(findings->arena);
    g_ptr_array_unref(findings->kept);
    g_free(findings);
}

void findings_add(Findings *findings, const Finding *finding)
{
    if (findings->counts[finding->code]++ >= FINDINGS_KEPT)
        return;
    Arena *arena     = findings->arena;
    Finding *copy    = arena_alloc(arena, sizeof *copy);
    *copy            = *finding;
    copy->file       = arena_strdup(arena, finding->file);
    copy->variable   = arena_strdup(arena, finding->variable);
    copy->partner_id = arena_strdup(arena, finding->partner_id);
    copy->value      = arena_strdup(arena, finding->value);
    copy->expected   = arena_strdup(arena, finding->expected);
    copy->effect     = arena_strdup(arena, finding->effect);
    g_ptr_array_add(findings->kept, copy);
}

size_t findings_count(const Findings *findings, FindingCode code)
{
    return findings->counts[code];
}

static void write_text(FILE *stream, const char *text, bool first)
{
    csv_write_cell(stream, text != NULL ? text : "", text != NULL ? strlen(text) : 0,
                   first);
}

static void write_place(FILE *stream, size_t place)
{
    if (place > 0)
        fprintf(stream, ",%zu", place);
    else
        fputc(',', stream);
}

static void write_finding(const Findings *findings, const Finding *finding,
                          FILE *stream)
{
    const FindingKind *kind = finding_kind(finding->code);
    char letters[8];
    text_column_letters(finding->column, letters);
    write_text(stream, findings->stage, true);
    write_text(stream, kind->code, false);
    write_text(stream, severity_name(kind->severity), false);
    write_text(stream, finding->file, false);
    write_place(stream, finding->row);
    write_place(stream, finding->line);
    write_text(stream, letters, false);
    write_text(stream, finding->variable, false);
    write_text(stream, finding->partner_id, false);
    write_text(stream, finding->value, false);
    write_text(stream, finding->expected, false);
    write_text(stream,
               finding->effect != NULL ? finding->effect
                                       : text_in(kind->effect, findings->language),
               false);
    fputc('\n', stream);
}

static size_t write_remainders(const Findings *findings, FILE *stream)
{
    size_t rows = 0;
    for (size_t code = 0; code < FINDING_COUNT; code++) {
        if (findings->counts[code] <= FINDINGS_KEPT)
            continue;
        char more[32];
        g_snprintf(more, sizeof more, "+%zu", findings->counts[code] - FINDINGS_KEPT);
        write_finding(findings, &(Finding){.code = (FindingCode)code, .value = more},
                      stream);
        rows++;
    }
    return rows;
}

bool findings_write(const Findings *findings, Outputs *outputs, GError **error)
{
    g_autofree char *path = g_strdup_printf("findings/%s.csv", findings->stage);
    FILE *stream          = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    fputs("stage,code,severity,file,row,line,column,variable,partner_id,value,expected,"
          "effect\n",
          stream);
    for (guint i = 0; i < findings->kept->len; i++)
        write_finding(findings, g_ptr_array_index(findings->kept, i), stream);
    size_t rows = findings->kept->len + write_remainders(findings, stream);
    return outputs_close(outputs, stream, rows, error);
}

const FindingKind *finding_kind(FindingCode code)
{
    g_assert(code < FINDING_COUNT);
    return &finding_kinds[code];
}

const FindingKind *finding_find(const char *code)
{
    for (size_t i = 0; i < FINDING_COUNT; i++)
        if (strcmp(finding_kinds[i].code, code) == 0)
            return &finding_kinds[i];
    return NULL;
}

const char *severity_name(Severity severity)
{
    static const char *const names[] = {"error", "warning", "notice"};
    return names[severity];
}
