/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies for machines, their datapackage.json (Frictionless Table Schema), and the
 * spreadsheet's own CSV: BOM, semicolons, decimal comma, nothing that runs. */
#include "reports/products/public_data.h"

#include "data/json.h"

#include <string.h>

/* Who may have which table. What is not named here is copied for nobody, whatever lies
 * in the folder. */
static const char *const for_everyone[] = {"indicators.csv", "answers.csv",
                                           "change.csv",     "progress.csv",
                                           "comparison.csv", NULL};
static const char *const for_the_team[] = {
    "indicators.csv", "answers.csv",      "change.csv", "progress.csv",
    "comparison.csv", "network_ties.csv", NULL};

/* Where an audience's tables come from and go to. */
typedef struct Delivery {
    const char *from;
    const char *to;
    const char *const *files; /* ended by NULL */
} Delivery;

static bool deliver(const Report *report, Outputs *outputs, const Delivery *delivery,
                    GError **error)
{
    for (const char *const *file = delivery->files; *file != NULL; file++) {
        g_autofree char *source = g_build_filename(delivery->from, *file, NULL);
        g_autofree char *target = g_build_filename(delivery->to, *file, NULL);
        if (!report_copy(report, source, target, outputs, error))
            return false;
    }
    return true;
}

/* ---- datapackage.json ---- */

static const char *type_name(ValueType type)
{
    static const char *const names[] = {
        [VALUE_BOOL] = "boolean",        [VALUE_COUNT] = "integer",
        [VALUE_NUMBER] = "number",       [VALUE_YEAR] = "year",
        [VALUE_DATE] = "date",           [VALUE_ID] = "string",
        [VALUE_MUNICIPALITY] = "string", [VALUE_MUNICIPALITIES] = "string",
        [VALUE_CODE] = "string",         [VALUE_TEXT] = "string"};
    return names[type];
}

static void add_field(Json *json, const Variable *variable, Language language)
{
    json_open_object(json, NULL);
    json_add_text(json, "name", variable->name);
    json_add_text(json, "type", type_name(variable->type));
    json_add_text(json, "description", text_in(variable->question, language));
    json_close(json);
}

static void add_resource(Json *json, const TableSpec *spec, Language language)
{
    json_open_object(json, NULL);
    json_add_text(json, "name", spec->name);
    json_add_text(json, "path", spec->file);
    json_add_text(json, "format", "csv");
    json_add_text(json, "mediatype", "text/csv");
    json_add_text(json, "encoding", "utf-8");
    json_open_object(json, "schema");
    json_open_array(json, "fields");
    for (size_t i = 0; i < spec->n_variables; i++)
        add_field(json, &spec->variables[i], language);
    json_close(json);
    json_open_array(json, "missingValues");
    json_add_text(json, NULL, "");
    json_close(json);
    json_open_array(json, "primaryKey");
    for (size_t i = 0; i < spec->n_variables; i++)
        if ((spec->variables[i].flags & VARIABLE_KEY) != 0)
            json_add_text(json, NULL, spec->variables[i].name);
    json_close(json);
    json_close(json);
    json_close(json);
}

/* The tables that may be published, by the names of their files. */
static const TableId published_tables[] = {
    TABLE_indicators, TABLE_answers, TABLE_change, TABLE_progress, TABLE_comparison};

static bool write_datapackage(const Report *report, Outputs *outputs, GError **error)
{
    const Edition *edition = report->edition;
    g_autoptr(Json) json   = json_new();
    json_add_text(json, "profile", "tabular-data-package");
    json_add_text(json, "name", "alliantiemonitor");
    json_add_text(json, "title", edition->settings->monitor_title);
    json_add_text(json, "version", edition->settings->monitor_version);
    json_add_text(json, "id", report->dossier->run_id);
    if (edition->status != NULL)
        json_add_text(json, "description", edition->status);
    json_open_array(json, "resources");
    for (size_t i = 0; i < G_N_ELEMENTS(published_tables); i++) {
        const TableSpec *spec = schema_table(edition->schema, published_tables[i]);
        g_autofree char *source =
            g_build_filename(report->work, "public", spec->file, NULL);
        if (g_file_test(source, G_FILE_TEST_EXISTS))
            add_resource(json, spec, edition->language);
    }
    json_close(json);
    g_autoptr(GString) text = json_finish(json, true);
    return outputs_write(outputs, "openbaar/data/datapackage.json", text, error);
}

/* ---- indicatoren.csv ---- */

enum { MOST_DECIMALS = 15 };

/* Quoted whenever it holds a separator, quote or line break; ' before a formula. */
static void append_text(GString *line, const char *text)
{
    g_autofree char *safe =
        text_is_formula(text) ? g_strconcat("'", text, NULL) : g_strdup(text);
    if (line->len > 0 && line->str[line->len - 1] != '\n')
        g_string_append_c(line, ';');
    if (strpbrk(safe, ";\"\r\n") == NULL) {
        g_string_append(line, safe);
        return;
    }
    g_auto(GStrv) parts      = g_strsplit(safe, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    g_string_append_printf(line, "\"%s\"", doubled);
}

/* A number with a decimal comma; a proportion times 100, by moving its point so that
 * no digit changes. */
static void append_number(Arena *arena, GString *line, const Figure *figure,
                          double value)
{
    bool is_percentage = strcmp(figure->unit, "proportion") == 0;
    g_string_append_c(line, ';');
    if (isnan(value))
        return;
    char *digits = format_digits(arena, value, is_percentage ? 2 : 0, MOST_DECIMALS);
    size_t end   = strlen(digits);
    while (digits[end - 1] == '0')
        end--;
    digits[digits[end - 1] == '.' ? end - 1 : end] = '\0';
    g_string_append(line, g_strdelimit(digits, ".", ','));
}

/* n and N are counts whatever the figure is. */
static void append_count(GString *line, double count)
{
    g_string_append_c(line, ';');
    if (!isnan(count))
        g_string_append_printf(line, "%.0f", count);
}

static const WordId headers[] = {
    WORD_column_year,          WORD_column_term,   WORD_column_subject,
    WORD_column_part,          WORD_column_opgave, WORD_column_sector,
    WORD_column_alliance,      WORD_column_unit,   WORD_column_value,
    WORD_column_low,           WORD_column_high,   WORD_column_answers,
    WORD_column_organisations, WORD_column_status,
};

static const char *status_text(const Report *report, const Figure *figure)
{
    const char *missing = edition_missing_word(report->edition, figure);
    const char *status  = edition_status_word(report->edition, figure);
    if (missing != NULL)
        return missing;
    return status != NULL ? status
                          : word(report->edition->language, WORD_without_reserve);
}

static void append_figure(const Report *report, GString *lines, const FigureKey *key,
                          const Figure *figure)
{
    const Edition *edition = report->edition;
    int indicator          = indicator_find(key->indicator);
    char year[8];
    g_snprintf(year, sizeof year, "%d", key->year);
    append_text(lines, year);
    append_text(lines, indicator < 0
                           ? ""
                           : name_term(edition, indicator_term((size_t)indicator)));
    append_text(lines, name_figure(report->arena, edition, key));
    append_text(lines, key->category != NULL ? name_category(edition, key) : "");
    append_text(lines, key->opgave != NULL
                           ? name_opgave_numbered(report->arena, edition, key->opgave)
                           : "");
    append_text(lines, key->sector != NULL ? name_sector(edition, key->sector) : "");
    append_text(lines, key->alliance_id != NULL
                           ? edition_alliance_name(edition, key->alliance_id)
                           : "");
    append_text(lines, name_unit(edition, figure->unit));
    append_number(report->arena, lines, figure, figure->value);
    append_number(report->arena, lines, figure, figure->ci_low);
    append_number(report->arena, lines, figure, figure->ci_high);
    append_count(lines, figure->n);
    append_count(lines, figure->N);
    append_text(lines, status_text(report, figure));
    g_string_append(lines, "\r\n");
}

static bool write_spreadsheet(const Report *report, Outputs *outputs, GError **error)
{
    const Figures *figures   = report->edition->figures;
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(headers); i++)
        append_text(lines, word(report->edition->language, headers[i]));
    g_string_append(lines, "\r\n");
    for (size_t row = 0; row < figures_count(figures); row++) {
        g_autoptr(Arena) arena = arena_new();
        Report of_row          = *report;
        FigureKey key;
        Figure figure = figures_at(figures, row, &key);
        of_row.arena  = arena;
        append_figure(&of_row, lines, &key, &figure);
    }
    g_string_prepend(lines, "\xEF\xBB\xBF");
    return outputs_write(outputs, "openbaar/data/indicatoren.csv", lines, error);
}

bool public_data_write(const Report *report, Outputs *outputs, GError **error)
{
    static const Delivery public = {"public", "openbaar/data", for_everyone};
    static const Delivery team   = {"full", "intern/data", for_the_team};
    return deliver(report, outputs, &public, error) &&
           deliver(report, outputs, &team, error) &&
           write_datapackage(report, outputs, error) &&
           write_spreadsheet(report, outputs, error);
}
