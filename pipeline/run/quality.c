/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings sorted, counted and worded. The words for each code are the catalogue's. */
#include "run/quality.h"

#include "data/findings.h"
#include "data/json.h"
#include "run/message.h"
#include "run/terminal.h"

#include <string.h>

enum { SHOWN_OF_CODE = 20, SHOWN_KINDS = 6, CODE_COLUMN = 74 };

static const char *cell(const Table *findings, size_t variable, size_t row)
{
    const char *text = table_text(findings, variable, row);
    return text != NULL ? text : "";
}

/* The severities in the order of the enumeration: gravest first. */
static int severity_rank(const char *name)
{
    int rank = SEVERITY_ERROR;
    while (rank < SEVERITY_NOTICE && strcmp(severity_name((Severity)rank), name) != 0)
        rank++;
    return rank;
}

static int rank_of(const Table *findings, size_t row)
{
    return severity_rank(cell(findings, COLUMN(findings, severity), row));
}

/* A last row of a code says how many more there were than were kept: "+N", no place. */
static size_t remainder_of(const Table *findings, size_t row)
{
    const char *value = cell(findings, COLUMN(findings, value), row);
    bool has_place    = *cell(findings, COLUMN(findings, file), row) != '\0' ||
                     table_count(findings, COLUMN(findings, row), row) >= 0;
    bool is_remainder = *value == '+' && !has_place;
    return is_remainder ? (size_t)g_ascii_strtoull(value + 1, NULL, 10) : 0;
}

/* One code with its exact count. */
typedef struct Kind {
    const char *code;
    int rank;
    size_t count;
    size_t shown;
} Kind;

static int kind_compare(const void *a, const void *b)
{
    const Kind *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank - y->rank;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->code, y->code);
}

static Kind *kind_find(const GArray *kinds, const char *code)
{
    for (guint i = 0; i < kinds->len; i++)
        if (strcmp(g_array_index(kinds, Kind, i).code, code) == 0)
            return &g_array_index(kinds, Kind, i);
    return NULL;
}

static GArray *kinds_count(const Table *findings)
{
    GArray *kinds = g_array_new(FALSE, FALSE, sizeof(Kind));
    for (size_t row = 0; row < findings->n_rows; row++) {
        const char *code = cell(findings, COLUMN(findings, code), row);
        size_t more      = remainder_of(findings, row);
        Kind *kind       = kind_find(kinds, code);
        Kind new_kind    = {code, rank_of(findings, row), 0, 0};
        if (kind == NULL) {
            g_array_append_val(kinds, new_kind);
            kind = &g_array_index(kinds, Kind, kinds->len - 1);
        }
        kind->count += more > 0 ? more : 1;
    }
    g_array_sort(kinds, kind_compare);
    return kinds;
}

/* The place of a record, as findings and quarantine both give it. */
static char *record_key(const char *file, gint64 row)
{
    return g_strdup_printf("%s:%" G_GINT64_FORMAT, file, row);
}

/* How many accepted records have a cell that does not count: the records with an error,
 * less those that were set apart. */
static size_t count_in_part(const Artefacts *artefacts)
{
    const Table *findings   = artefacts->findings;
    const Table *quarantine = artefacts->quarantine;
    g_autoptr(GHashTable) records =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t unseen = 0;
    for (size_t row = 0; row < findings->n_rows; row++) {
        gint64 place = table_count(findings, COLUMN(findings, row), row);
        if (rank_of(findings, row) != SEVERITY_ERROR)
            continue;
        unseen += remainder_of(findings, row);
        if (place > 0)
            g_hash_table_add(
                records,
                record_key(cell(findings, COLUMN(findings, file), row), place));
    }
    for (size_t row = 0; row < quarantine->n_rows; row++) {
        g_autofree char *key =
            record_key(cell(quarantine, COLUMN(quarantine, file), row),
                       table_count(quarantine, COLUMN(quarantine, row), row));
        g_hash_table_remove(records, key);
    }
    return g_hash_table_size(records) + unseen;
}

static size_t sum(const Table *inputs, size_t variable)
{
    size_t total = 0;
    for (size_t row = 0; row < inputs->n_rows; row++)
        total += (size_t)MAX(table_count(inputs, variable, row), 0);
    return total;
}

/* The figures of a year hang on its survey, and all on the register, however many rows
 * of other files are right. */
static double worst_share(const Table *inputs)
{
    double worst = 1;
    for (size_t row = 0; row < inputs->n_rows; row++) {
        const char *path = cell(inputs, COLUMN(inputs, path), row);
        gint64 records   = table_count(inputs, COLUMN(inputs, records), row);
        gint64 apart     = table_count(inputs, COLUMN(inputs, quarantined), row);
        bool is_needed =
            strcmp(path, "partners.csv") == 0 || g_str_has_suffix(path, "/survey.csv");
        if (is_needed && records > 0)
            worst = MIN(worst, 1 - (double)apart / (double)records);
    }
    return worst;
}

Quality quality_measure(const Artefacts *artefacts)
{
    const Table *inputs = artefacts->inputs;
    size_t accepted     = sum(inputs, COLUMN(inputs, accepted));
    Quality quality     = {.records = sum(inputs, COLUMN(inputs, records))};
    quality.lost        = sum(inputs, COLUMN(inputs, quarantined)) +
                   sum(inputs, COLUMN(inputs, duplicates));
    quality.in_part         = MIN(count_in_part(artefacts), accepted);
    quality.in_full         = accepted - quality.in_part;
    quality.worst           = worst_share(inputs);
    g_autoptr(GArray) kinds = kinds_count(artefacts->findings);
    for (guint i = 0; i < kinds->len; i++) {
        const Kind *kind = &g_array_index(kinds, Kind, i);
        if (kind->rank == SEVERITY_NOTICE)
            continue;
        quality.serious += kind->count;
        quality.n_things++;
    }
    return quality;
}

/* Usable: at least nine in ten records count in full or in part; with care: half. So in
 * each survey and in the register too. The estimates' own margins tell what answers
 * that are missing do to them. */
static MessageId judge(const Quality *quality)
{
    size_t used  = quality->in_full + quality->in_part;
    double share = MIN((double)used / (double)quality->records, quality->worst);
    if (share >= 0.9)
        return MESSAGE_quality_good;
    return share >= 0.5 ? MESSAGE_quality_fair : MESSAGE_quality_poor;
}

static char *attention(size_t n_things)
{
    if (n_things == 0)
        return message(MESSAGE_attention_none, NULL);
    if (n_things == 1)
        return message(MESSAGE_attention_one, NULL);
    g_autofree char *list   = message(MESSAGE_attention_words, NULL);
    g_auto(GStrv) words     = g_strsplit(list, " ", -1);
    g_autofree char *digits = message_count(n_things);
    bool has_word           = n_things - 2 < g_strv_length(words);
    return message(MESSAGE_attention_more, has_word ? words[n_things - 2] : digits,
                   NULL);
}

char *quality_sentence(const Quality *quality)
{
    if (quality->records == 0)
        return message(MESSAGE_quality_empty, NULL);
    g_autofree char *in_full = message_count(quality->in_full);
    g_autofree char *records = message_count(quality->records);
    g_autofree char *in_part = message_count(quality->in_part);
    g_autofree char *lost    = message_count(quality->lost);
    g_autofree char *first =
        message(judge(quality), in_full, records, in_part, lost, NULL);
    g_autofree char *second = attention(quality->n_things);
    return g_strconcat(first, second, NULL);
}

static char *count_words(size_t count)
{
    g_autofree char *digits = message_count(count);
    return count == 1 ? message(MESSAGE_times_one, NULL)
                      : message(MESSAGE_times, digits, NULL);
}

static void print_kind(const Kind *kind, FILE *stream)
{
    const FindingKind *words = finding_find(kind->code);
    g_autofree char *times   = count_words(kind->count);
    g_autofree char *line =
        g_strdup_printf("  %-30s %8s  %s", kind->code, times,
                        words != NULL ? text_in(words->what, terminal_language()) : "");
    terminal_line(stream, g_strchomp(line));
}

void quality_print_kinds(const Artefacts *artefacts, FILE *stream)
{
    g_autoptr(GArray) kinds = kinds_count(artefacts->findings);
    size_t n_serious        = 0;
    for (guint i = 0; i < kinds->len; i++) {
        const Kind *kind = &g_array_index(kinds, Kind, i);
        if (kind->rank == SEVERITY_NOTICE)
            continue;
        if (n_serious++ < SHOWN_KINDS)
            print_kind(kind, stream);
    }
    if (n_serious <= SHOWN_KINDS)
        return;
    g_autofree char *more = message_count(n_serious - SHOWN_KINDS);
    g_autofree char *line = message(MESSAGE_kinds_more, more, NULL);
    terminal_line(stream, line);
}

/* ---- one by one ---- */

typedef struct Place {
    size_t row; /* in the table of findings */
    int rank;
    const char *file;
    gint64 number; /* of the row in the file */
} Place;

static int place_compare(const void *a, const void *b)
{
    const Place *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank - y->rank;
    int order = strcmp(x->file, y->file);
    if (order != 0)
        return order;
    return x->number != y->number ? (x->number > y->number) - (x->number < y->number)
                                  : (x->row > y->row) - (x->row < y->row);
}

/* The findings that have a place of their own, in the order for reading. */
static GArray *places_sorted(const Table *findings)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    for (size_t row = 0; row < findings->n_rows; row++) {
        Place place = {row, rank_of(findings, row),
                       cell(findings, COLUMN(findings, file), row),
                       table_count(findings, COLUMN(findings, row), row)};
        if (remainder_of(findings, row) == 0)
            g_array_append_val(places, place);
    }
    g_array_sort(places, place_compare);
    return places;
}

static void append_place(GString *line, MessageId id, const char *text)
{
    if (*text == '\0')
        return;
    g_autofree char *words = message(id, text, NULL);
    g_string_append(line, words);
}

static GString *head_line(const Table *findings, const Place *place)
{
    GString *line          = g_string_new(place->file);
    const char *variable   = cell(findings, COLUMN(findings, variable), place->row);
    const char *value      = cell(findings, COLUMN(findings, value), place->row);
    gint64 physical        = table_count(findings, COLUMN(findings, line), place->row);
    g_autofree char *digit = g_strdup_printf("%" G_GINT64_FORMAT, place->number);
    g_autofree char *other = g_strdup_printf("%" G_GINT64_FORMAT, physical);
    append_place(line, MESSAGE_place_row, place->number > 0 ? digit : "");
    append_place(line, MESSAGE_place_line,
                 physical > 0 && physical != place->number ? other : "");
    append_place(line, MESSAGE_place_column,
                 cell(findings, COLUMN(findings, column), place->row));
    if (*variable != '\0')
        g_string_append_printf(line, " (%s)", variable);
    if (*value != '\0')
        g_string_append_printf(line, ": \"%s\"", value);
    glong width = g_utf8_strlen(line->str, -1);
    do
        g_string_append_c(line, ' ');
    while (++width < CODE_COLUMN);
    g_string_append_printf(line, "[%s]",
                           cell(findings, COLUMN(findings, code), place->row));
    return line;
}

static void print_part(FILE *stream, MessageId label, const char *text)
{
    g_autofree char *name = message(label, NULL);
    g_autofree char *line = g_strdup_printf("  %-10s %s", name, text);
    if (*text != '\0')
        terminal_line(stream, line);
}

static void print_finding(const Table *findings, const Place *place, FILE *stream)
{
    const FindingKind *kind =
        finding_find(cell(findings, COLUMN(findings, code), place->row));
    Language language       = terminal_language();
    const char *expected    = cell(findings, COLUMN(findings, expected), place->row);
    g_autoptr(GString) head = head_line(findings, place);
    terminal_line(stream, head->str);
    if (*expected == '\0' && kind != NULL)
        print_part(stream, MESSAGE_label_what, text_in(kind->what, language));
    print_part(stream, MESSAGE_label_expected, expected);
    print_part(stream, MESSAGE_label_mend,
               kind != NULL ? text_in(kind->mend, language) : "");
    print_part(stream, MESSAGE_label_effect,
               cell(findings, COLUMN(findings, effect), place->row));
    fputc('\n', stream);
}

/* What was not shown of each code of that severity. */
static void print_more(const GArray *kinds, int rank, FILE *stream)
{
    bool has_more = false;
    for (guint i = 0; i < kinds->len; i++) {
        const Kind *kind = &g_array_index(kinds, Kind, i);
        if (kind->rank != rank || kind->count <= kind->shown)
            continue;
        g_autofree char *count = message_count(kind->count - kind->shown);
        g_autofree char *line = message(MESSAGE_findings_more, count, kind->code, NULL);
        terminal_line(stream, line);
        has_more = true;
    }
    if (has_more)
        fputc('\n', stream);
}

static void print_severity(int rank, FILE *stream)
{
    static const MessageId ids[] = {MESSAGE_severity_error, MESSAGE_severity_warning,
                                    MESSAGE_severity_notice};
    g_autofree char *words       = message(ids[rank], NULL);
    terminal_heading(stream, words);
}

void quality_print_findings(const Artefacts *artefacts, FILE *stream)
{
    const Table *findings    = artefacts->findings;
    g_autoptr(GArray) kinds  = kinds_count(findings);
    g_autoptr(GArray) places = places_sorted(findings);
    int rank                 = -1;
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);
        Kind *kind =
            kind_find(kinds, cell(findings, COLUMN(findings, code), place->row));
        if (place->rank != rank) {
            print_more(kinds, rank, stream);
            print_severity(place->rank, stream);
        }
        rank = place->rank;
        if (kind->shown == SHOWN_OF_CODE)
            continue;
        kind->shown++;
        print_finding(findings, place, stream);
    }
    print_more(kinds, rank, stream);
}

static void add_finding(Json *json, const Table *findings, size_t row)
{
    const TableSpec *spec = findings->spec;
    for (size_t v = 0; v < spec->n_variables; v++) {
        Value value = table_get(findings, v, row);
        if (value_is_missing(&spec->variables[v], value))
            continue;
        if (spec->variables[v].type == VALUE_COUNT)
            json_add_count(json, spec->variables[v].name, value.count);
        else
            json_add_text(json, spec->variables[v].name, value.text);
    }
}

/* How many more of a code there were than were kept. */
static void print_json_remainder(const Table *findings, size_t row, FILE *stream)
{
    g_autoptr(Json) json = json_new();
    json_add_text(json, "stage", cell(findings, COLUMN(findings, stage), row));
    json_add_text(json, "code", cell(findings, COLUMN(findings, code), row));
    json_add_text(json, "severity", cell(findings, COLUMN(findings, severity), row));
    json_add_count(json, "more", (gint64)remainder_of(findings, row));
    g_autoptr(GString) line = json_finish(json, false);
    fprintf(stream, "%s\n", line->str);
}

void quality_print_json(const Artefacts *artefacts, FILE *stream)
{
    const Table *findings    = artefacts->findings;
    g_autoptr(GArray) places = places_sorted(findings);
    for (guint i = 0; i < places->len; i++) {
        size_t row           = g_array_index(places, Place, i).row;
        g_autoptr(Json) json = json_new();
        const FindingKind *kind =
            finding_find(cell(findings, COLUMN(findings, code), row));
        add_finding(json, findings, row);
        if (kind != NULL)
            json_add_text(json, "mend", text_in(kind->mend, terminal_language()));
        g_autoptr(GString) line = json_finish(json, false);
        fprintf(stream, "%s\n", line->str);
    }
    for (size_t row = 0; row < findings->n_rows; row++)
        if (remainder_of(findings, row) > 0)
            print_json_remainder(findings, row, stream);
}
