/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one way in. A record passes from csv to cells to checks; whatever is wrong with
 * it is reported with its place, and it is counted once. */
#include "ingest/intake.h"

#include "ingest/options.h"
#include "ingest/references.h"
#include "ingest/rules.h"
#include "ingest/thousands.h"

#include <string.h>

G_DEFINE_QUARK(intake - error - quark, intake_error)

/* ---- reporting ---- */

static const char *impersonal(const char *value)
{
    return value != NULL && !cell_looks_personal(value) ? value : NULL;
}

/* Free text is not shown, nor what looks personal. */
static const char *shown_value(const Intake *intake, int variable, const char *value)
{
    if (value == NULL || strlen(value) > 64)
        return NULL;
    if (variable != COLUMN_NONE &&
        !cell_is_shown(&intake->spec->variables[variable], value))
        return NULL;
    return impersonal(value);
}

static Finding new_finding(const Intake *intake, FindingCode code, int variable)
{
    Finding finding = {.code = code, .file = intake->source->path};
    if (variable == COLUMN_NONE)
        return finding;
    finding.variable = intake->spec->variables[variable].name;
    finding.column   = intake->plan != NULL ? intake->plan->places[variable] : 0;
    return finding;
}

static void add_finding(Intake *intake, const Finding *finding)
{
    intake->is_flagged |= finding_kind(finding->code)->severity != SEVERITY_NOTICE;
    findings_add(intake->task->findings, finding);
}

static Finding record_finding(const Intake *intake, FindingCode code, int variable,
                              const char *value)
{
    Finding finding    = new_finding(intake, code, variable);
    finding.row        = intake->record->row;
    finding.line       = intake->record->line;
    finding.partner_id = impersonal(intake->partner_id);
    finding.value      = shown_value(intake, variable, value);
    return finding;
}

void intake_report(Intake *intake, FindingCode code, int variable, const char *value,
                   const char *expected)
{
    Finding finding  = record_finding(intake, code, variable, value);
    finding.expected = expected;
    add_finding(intake, &finding);
}

void intake_set_apart(Intake *intake, FindingCode code, int variable, const char *value,
                      const char *expected)
{
    static const Text effect = {"This row was set apart.", "Deze rij is apart gezet."};
    Finding finding          = record_finding(intake, code, variable, value);
    finding.expected         = expected;
    if (strstr(finding_kind(code)->effect.en, "set apart") == NULL)
        finding.effect = text_in(effect, intake->task->settings->language);
    if (intake->set_apart == CELL_FINE)
        intake->set_apart = (int)code;
    add_finding(intake, &finding);
}

void intake_report_row(Intake *intake, size_t row, const Finding *finding)
{
    const Place *place = &g_array_index(intake->places, Place, row);
    Finding copy       = *finding;
    copy.file          = intake->source->path;
    copy.row           = place->row;
    copy.line          = place->line;
    copy.value         = impersonal(finding->value);
    copy.partner_id    = impersonal(finding->partner_id);
    if (finding_kind(copy.code)->severity != SEVERITY_NOTICE)
        intake->flagged->data[row] = 1;
    findings_add(intake->task->findings, &copy);
}

/* ---- cells ---- */

static void remember_refused(Intake *intake, size_t variable, CsvCell cell)
{
    enum { REMEMBERED = 100000 };
    if (intake->id != TABLE_survey || intake->partner_id == NULL ||
        g_hash_table_size(intake->refused) >= REMEMBERED)
        return;
    size_t length    = cell.length;
    const char *text = text_trimmed(cell.text, &length);
    const char *name = intake->spec->variables[variable].name;
    char *key        = g_strdup_printf("%s\n%s", intake->partner_id, name);
    g_hash_table_insert(intake->refused, key, g_strndup(text, length));
}

static bool is_needed(const Variable *variable)
{
    return (variable->flags & VARIABLE_REQUIRED) &&
           !(variable->flags & VARIABLE_MAY_BE_EMPTY);
}

/* The known answer that may have been meant, added to what was expected. */
static const char *with_suggestion(Arena *arena, Language language,
                                   const char *expected, const char *near)
{
    return arena_printf(arena,
                        language == LANGUAGE_NL ? "%s; is \"%s\" bedoeld?"
                                                : "%s; is \"%s\" meant?",
                        expected, near);
}

/* A cell that cannot be read. Where the codebook translates its column it is free text
 * unless it is near a known answer. */
static void report_cell(Intake *intake, const Target *target, int finding, CsvCell cell)
{
    g_autoptr(Arena) arena   = arena_new();
    const Variable *variable = &intake->spec->variables[target->variable];
    Language language        = intake->task->settings->language;
    const char *expected     = cell_expected(arena, language, variable, finding, cell);
    size_t length            = cell.length;
    const char *trimmed      = text_trimmed(cell.text, &length);
    const char *value        = arena_strndup(arena, trimmed, length);
    const char *near         = options_nearest(target->answers, value);
    if (near != NULL)
        expected = with_suggestion(arena, language, expected, near);
    else if (target->answers != NULL && !intake->cells.is_statistics)
        value = NULL;
    bool sets_apart = is_needed(variable) &&
                      finding_kind((FindingCode)finding)->severity != SEVERITY_WARNING;
    (sets_apart ? intake_set_apart : intake_report)(
        intake, (FindingCode)finding, (int)target->variable, value, expected);
    remember_refused(intake, target->variable, cell);
}

/* What a cell says of one variable: CELL_FINE or a FindingCode. */
static int read_target(Intake *intake, const Target *target, CsvCell cell, Value *value)
{
    const Variable *variable = &intake->spec->variables[target->variable];
    bool is_translated       = target->answers != NULL || target->any != NULL;
    if (is_translated ? target_translate(target, cell, value)
                      : cell_read_plain(&intake->cells, variable, cell, value))
        return CELL_FINE;
    return cell_read(&intake->cells, variable, cell, value);
}

/* One cell into one variable. */
static void take_target(Intake *intake, const Target *target, CsvCell cell, size_t row)
{
    bool is_translated = target->answers != NULL || target->any != NULL;
    Value value;
    int finding = read_target(intake, target, cell, &value);
    /* A statistics office lists all regions, the codebook those that matter. */
    if (finding == FINDING_bad_municipality && is_translated &&
        intake->cells.is_statistics)
        finding = FINDING_region_skipped;
    table_put(intake->table, target->variable, row, value);
    if (finding != CELL_FINE)
        report_cell(intake, target, finding, cell);
}

/* Yes and no, as they mostly stand, straight into their column: most cells of a survey
 * are such, and which of the two cannot be foreseen, so there is no branch on it.
 * False: somebody must look. */
static inline bool take_truth(int8_t *truth, CsvCell cell)
{
    const char *text = cell.text;
    if (cell.length == 0)
        return true;
    if (cell.length == 1) {
        *truth = *text == '0' || *text == '1' ? (int8_t)(*text - '0') : *truth;
        return *truth >= 0;
    }
    static const int8_t meaning[] = {-1, 0, 1};
    unsigned yes = (cell.length == 2) & (text[0] == 'j') & (text[1] == 'a');
    unsigned no =
        (cell.length == 3) & (text[0] == 'n') & (text[1] == 'e') & (text[2] == 'e');
    *truth = meaning[2 * yes + no];
    return *truth >= 0;
}

static void take_cell(Intake *intake, const PlannedColumn *column, CsvCell cell,
                      size_t row)
{
    if (column->is_truth &&
        take_truth(&intake->table->columns[column->targets[0].variable].truth[row],
                   cell))
        return;
    intake->cells.scale = column->scale;
    if (column->options != NULL)
        options_take(intake, column, cell, row);
    else if (cell.length > 0)
        for (size_t t = 0; t < column->n_targets; t++)
            take_target(intake, &column->targets[t], cell, row);
    if (column->group > 0)
        options_fill_group(intake, column, row);
}

static CsvCell cell_at(const CsvRecord *record, size_t column)
{
    static const CsvCell empty = {"", 0};
    return column < record->n_cells ? record->cells[column] : empty;
}

/* Whether the cell names an organisation that withdrew its answers of the year. */
static bool names_withdrawn(Intake *intake, const Target *target, CsvCell cell)
{
    const Reference *withdrawals = &intake->task->withdrawals;
    Value value;
    if (cell.length == 0 || read_target(intake, target, cell, &value) != CELL_FINE ||
        value.text == NULL)
        return false;
    guint32 row = key_index_find(withdrawals->index, value.text);
    return row != KEY_NEW &&
           table_count(withdrawals->table, COLUMN(withdrawals, from_year), row) <=
               intake->task->year;
}

/* Looked at before any other cell is read, so that no finding quotes what may no longer
 * be used. */
static bool is_withdrawn(Intake *intake, const CsvRecord *record)
{
    static const char *const whose[] = {"partner_id", "partner_a", "partner_b"};
    const Plan *plan                 = intake->plan;
    if (intake->task->withdrawals.index == NULL)
        return false;
    for (size_t i = 0; i < plan->n_columns; i++)
        for (size_t t = 0; t < plan->columns[i].n_targets; t++) {
            const Target *target = &plan->columns[i].targets[t];
            const char *name     = intake->spec->variables[target->variable].name;
            for (size_t w = 0; w < G_N_ELEMENTS(whose); w++)
                if (strcmp(name, whose[w]) == 0 &&
                    names_withdrawn(intake, target,
                                    cell_at(record, plan->columns[i].column)))
                    return true;
        }
    return false;
}

static void take_cells(Intake *intake, size_t row)
{
    const Plan *plan = intake->plan;
    for (size_t i = 0; i < plan->n_columns; i++) {
        const PlannedColumn *column = &plan->columns[i];
        take_cell(intake, column, cell_at(intake->record, column->column), row);
        if (column->targets[0].variable == intake->partner)
            intake->partner_id = table_text(intake->table, intake->partner, row);
    }
    for (size_t i = 0; i < plan->n_constants; i++)
        table_put(intake->table, plan->constants[i].variable, row,
                  plan->constants[i].value);
}

/* ---- records ---- */

static const FindingCode fault_findings[] = {
    [CSV_FAULT_UNCLOSED_QUOTE] = FINDING_unclosed_quote,
    [CSV_FAULT_STRAY_QUOTE]    = FINDING_stray_quote,
    [CSV_FAULT_NUL]            = FINDING_nul_byte,
    [CSV_FAULT_TOO_LARGE]      = FINDING_record_too_large,
};

static bool is_blank(const CsvRecord *record)
{
    for (size_t i = 0; i < record->n_cells; i++) {
        size_t length = record->cells[i].length;
        if (length > 0)
            text_trimmed(record->cells[i].text, &length);
        if (length > 0)
            return false;
    }
    return true;
}

/* From the last header on, and up to the width of the header rows, cells may lack; what
 * goes beyond must be empty. */
static bool has_right_cells(const Intake *intake, const CsvRecord *record)
{
    for (size_t i = intake->layout->n_cells; i < record->n_cells; i++)
        if (record->cells[i].length > 0)
            return false;
    return record->n_cells >= intake->layout->n_headers;
}

static bool has_invalid_bytes(const Intake *intake, const CsvRecord *record)
{
    return !intake->source->is_valid &&
           !g_utf8_validate_len(intake->source->text + record->offset, record->length,
                                NULL);
}

static size_t count_filled(const CsvRecord *record)
{
    size_t n = 0;
    for (size_t i = 0; i < record->n_cells; i++) {
        size_t length = record->cells[i].length;
        text_trimmed(record->cells[i].text, &length);
        n += length > 0;
    }
    return n;
}

/* A total or a source. An organisation may be called Totaalzorg, or Totaal Welzijn: the
 * word stands alone, or begins a remark with hardly a cell beside it. */
static bool is_footer_text(const CsvRecord *record)
{
    static const char *const sources[] = {"bron:", "source:", "\u00A9"};
    static const char *const totals[]  = {"totaal", "total"};
    enum { REMARK_CELLS = 2 };
    size_t length    = record->cells[0].length;
    const char *text = text_trimmed(record->cells[0].text, &length);
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++)
        if (g_ascii_strncasecmp(text, sources[i], strlen(sources[i])) == 0)
            return true;
    for (size_t i = 0; i < G_N_ELEMENTS(totals); i++) {
        size_t word = strlen(totals[i]);
        if (length < word || g_ascii_strncasecmp(text, totals[i], word) != 0)
            continue;
        bool is_alone = length == word || (text[word] == ':' && length == word + 1);
        bool is_word  = length > word && (text[word] == ':' || text[word] == ' ');
        return is_alone || (is_word && count_filled(record) <= REMARK_CELLS);
    }
    return false;
}

/* What people and statistics offices write below a table, in the last lines of the
 * file. A codebook holds the words of the questions and has no such lines. */
static bool is_footer(const Intake *intake, const CsvRecord *record)
{
    enum { LAST_BYTES = 4096, LAST_LINES = 10 };
    const Source *source = intake->source;
    size_t end = record->offset + record->length, lines = 0;
    if (record->n_cells == 0 || source->length - end > LAST_BYTES ||
        intake->id == TABLE_codebook || !is_footer_text(record))
        return false;
    for (size_t i = end; i < source->length; i++)
        lines += source->text[i] == '\n';
    return lines < LAST_LINES;
}

static void report_empty(Intake *intake, size_t variable)
{
    const Variable *column = &intake->spec->variables[variable];
    bool is_figure = rules_of(intake->id)->is_statistics && column->type == VALUE_COUNT;
    intake_set_apart(intake,
                     is_figure ? FINDING_figure_missing : FINDING_required_empty,
                     (int)variable, NULL,
                     text_in(column->question, intake->task->settings->language));
}

static void check_required(Intake *intake, size_t row)
{
    for (guint i = 0; intake->set_apart == CELL_FINE && i < intake->needed->len; i++) {
        size_t v = g_array_index(intake->needed, size_t, i);
        if (value_is_missing(&intake->spec->variables[v],
                             table_get(intake->table, v, row)))
            report_empty(intake, v);
    }
}

static void report_duplicate(Intake *intake, size_t earlier, bool later_counts)
{
    const TableRules *rules = rules_of(intake->id);
    FindingCode code = rules->duplicate != 0 ? rules->duplicate : FINDING_duplicate_row;
    const Place *place     = &g_array_index(intake->places, Place, earlier);
    g_autofree char *other = g_strdup_printf(
        intake->task->settings->language == LANGUAGE_NL ? "zie ook rij %zu"
                                                        : "see also row %zu",
        later_counts ? intake->record->row : (size_t)place->row);
    Finding finding  = record_finding(intake, code, 0, NULL);
    finding.expected = other;
    if (later_counts) {
        finding.row  = place->row;
        finding.line = place->line;
    }
    findings_add(intake->task->findings, &finding);
    intake->counts.duplicates++;
}

/* Two rows with one key: the one that counts stays at the place of the earlier. */
static void settle_duplicate(Intake *intake, size_t earlier, size_t row)
{
    const TableRules *rules = rules_of(intake->id);
    bool later              = rules->prefers_later != NULL &&
                 rules->prefers_later(intake->table, earlier, row);
    report_duplicate(intake, earlier, later);
    if (later) {
        table_copy_row(intake->table, earlier, intake->table, row);
        g_array_index(intake->places, Place, earlier) =
            (Place){(guint32)intake->record->row, (guint32)intake->record->line};
    }
    intake->flagged->data[earlier] = 1;
    table_drop_row(intake->table);
}

static void accept_row(Intake *intake, size_t row)
{
    Place place     = {(guint32)intake->record->row, (guint32)intake->record->line};
    guint8 flag     = intake->is_flagged;
    guint32 earlier = intake->keys != NULL ? key_index_add(intake->keys, row) : KEY_NEW;
    if (earlier != KEY_NEW) {
        settle_duplicate(intake, earlier, row);
        return;
    }
    g_array_append_val(intake->places, place);
    g_byte_array_append(intake->flagged, &flag, 1);
    intake->counts.accepted++;
}

static void take_record(Intake *intake)
{
    const TableRules *rules = rules_of(intake->id);
    size_t row              = table_add_row(intake->table);
    take_cells(intake, row);
    if (intake->record->literal_quote)
        intake_report(intake, FINDING_literal_quote, COLUMN_NONE, NULL, NULL);
    check_required(intake, row);
    if (intake->set_apart == CELL_FINE)
        references_check(intake, row);
    if (intake->set_apart == CELL_FINE && rules->check != NULL)
        rules->check(intake, row);
    if (intake->set_apart == CELL_FINE)
        accept_row(intake, row);
    else
        table_drop_row(intake->table);
}

static void report_ragged(Intake *intake)
{
    char expected[32], found[32];
    g_snprintf(expected, sizeof expected, "%zu", intake->layout->n_cells);
    g_snprintf(found, sizeof found, "%zu", intake->record->n_cells);
    intake_set_apart(intake, FINDING_ragged_record, COLUMN_NONE, found, expected);
}

static void read_record(Intake *intake, const CsvRecord *record)
{
    intake->record            = record;
    intake->partner_id        = NULL;
    intake->set_apart         = CELL_FINE;
    intake->is_flagged        = false;
    intake->cells.provisional = false;
    if (record->fault == CSV_FAULT_NONE && is_blank(record))
        return;
    if (record->fault == CSV_FAULT_NONE && is_footer(intake, record)) {
        intake_report(intake, FINDING_footer, COLUMN_NONE, NULL, NULL);
        intake->counts.footers++;
        return;
    }
    intake->counts.records++;
    if (record->fault != CSV_FAULT_NONE)
        intake_set_apart(intake, fault_findings[record->fault], COLUMN_NONE, NULL,
                         NULL);
    else if (has_invalid_bytes(intake, record))
        intake_set_apart(intake, FINDING_invalid_bytes, COLUMN_NONE, NULL, NULL);
    else if (!has_right_cells(intake, record))
        report_ragged(intake);
    else if (is_withdrawn(intake, record))
        intake->counts.withdrawn++;
    else
        take_record(intake);
    if (intake->set_apart == CELL_FINE)
        return;
    intake->counts.quarantined++;
    ledger_add_quarantine(intake->task->ledger, intake->source, record,
                          (FindingCode)intake->set_apart);
}

static CsvLimits limits_of(const Settings *settings)
{
    return (CsvLimits){.record_bytes = (size_t)settings->limits_record_bytes,
                       .record_lines = (size_t)settings->limits_record_lines,
                       .cell_bytes   = (size_t)settings->limits_cell_bytes,
                       .columns      = (size_t)settings->limits_columns};
}

static void read_records(Intake *intake)
{
    CsvLimits limits = limits_of(intake->task->settings);
    g_autoptr(CsvReader) reader =
        layout_reader(intake->layout, intake->source, &limits);
    CsvRecord record;
    while (csv_reader_next(reader, &record)) {
        read_record(intake, &record);
        source_release(intake->source, record.offset + record.length);
    }
    intake->record = NULL;
}

/* ---- the file ---- */

static void note_layout(const Intake *intake)
{
    const Layout *layout = intake->layout;
    if (layout->title_rows > 0)
        findings_add(intake->task->findings, &(Finding){.code = FINDING_title_rows,
                                                        .file = intake->source->path,
                                                        .row  = layout->title_row});
}

static void add_columns(Intake *intake)
{
    const Plan *plan = intake->plan;
    intake->table    = table_new(intake->spec);
    for (size_t i = 0; i < plan->n_columns; i++)
        for (size_t t = 0; t < plan->columns[i].n_targets; t++)
            table_add_column(intake->table, plan->columns[i].targets[t].variable);
    for (size_t i = 0; i < plan->n_constants; i++)
        table_add_column(intake->table, plan->constants[i].variable);
    if (rules_of(intake->id)->prepare != NULL)
        rules_of(intake->id)->prepare(intake->table);
    intake->cells.strings = intake->table->strings;
}

static bool has_key(const TableSpec *spec)
{
    for (size_t v = 0; v < spec->n_variables; v++)
        if (spec->variables[v].flags & VARIABLE_KEY)
            return true;
    return false;
}

/* The codebook beside the table, where its kind may have one. */
static bool read_codebook(Intake *intake, const Codebook **codebook, GError **error)
{
    g_autoptr(GError) trouble = NULL;
    *codebook                 = NULL;
    if (!rules_of(intake->id)->has_codebook)
        return true;
    Intake *file = intake_read(intake->task, TABLE_codebook, &trouble);
    if (trouble != NULL && trouble->domain == REFUSAL_ERROR) {
        g_autofree char *text =
            task_refusal_text(trouble, intake->task->settings->language);
        g_set_error_literal(error, CODEBOOK_ERROR, 0, text);
        return false;
    }
    if (trouble != NULL) {
        g_propagate_error(error, g_steal_pointer(&trouble));
        return false;
    }
    if (file == NULL)
        return true;
    intake->codebook  = file;
    CodebookFile read = {.path    = file->source->path,
                         .table   = file->table,
                         .places  = (const Place *)(const void *)file->places->data,
                         .columns = file->plan->places};
    *codebook         = codebook_new(intake->task, &read, intake->spec, error);
    return *codebook != NULL && intake_close(file, error);
}

/* A header that cannot be read is what is wrong, more than the columns it lacks. */
static void note_fault(const Intake *intake)
{
    const Layout *layout = intake->layout;
    Language language    = intake->task->settings->language;
    if (layout->fault == CSV_FAULT_NONE)
        return;
    findings_add(
        intake->task->findings,
        &(Finding){
            .code   = fault_findings[layout->fault],
            .file   = intake->source->path,
            .row    = layout->fault_row,
            .line   = layout->fault_line,
            .effect = text_in(finding_kind(FINDING_column_missing)->effect, language)});
}

static bool find_plan(Intake *intake, const SurveySettings *survey, GError **error)
{
    Task *task               = intake->task;
    const Codebook *codebook = NULL;
    if (!read_codebook(intake, &codebook, error))
        return false;
    g_autoptr(GHashTable) known =
        plan_known_headers(task->arena, intake->spec, codebook);
    intake->layout = layout_find(task->arena, intake->source, known, survey);
    intake->plan   = plan_new(task, intake->source->path, intake->layout, intake->spec,
                              codebook, error);
    if (intake->plan == NULL) {
        note_fault(intake);
        return false;
    }
    intake->plan = thousands_find(intake);
    return true;
}

/* The column of whose organisation the record is, or one that never comes. */
static size_t find_partner(const TableSpec *spec)
{
    size_t v = 0;
    while (v < spec->n_variables && strcmp(spec->variables[v].name, "partner_id") != 0)
        v++;
    return v;
}

static bool prepare(Intake *intake, GError **error)
{
    SurveySettings settings =
        settings_survey(intake->task->settings, intake->task->year);
    bool is_survey               = intake->id == TABLE_survey;
    const SurveySettings *survey = is_survey ? &settings : NULL;
    if (!find_plan(intake, survey, error))
        return false;
    note_layout(intake);
    add_columns(intake);
    intake->cells.scale         = 1;
    intake->cells.is_statistics = rules_of(intake->id)->is_statistics;
    intake->cells.date_order    = intake->layout->date_order;
    intake->blank_is_no = is_survey && strcmp(settings.blank_multiselect, "no") == 0;
    intake->references  = references_new(intake);
    for (size_t v = 0; v < intake->spec->n_variables; v++)
        if (is_needed(&intake->spec->variables[v]))
            g_array_append_val(intake->needed, v);
    intake->partner = find_partner(intake->spec);
    if (has_key(intake->spec))
        intake->keys = key_index_new(intake->table);
    return true;
}

static bool read_table(Intake *intake, GError **error)
{
    const TableRules *rules = rules_of(intake->id);
    if (!prepare(intake, error))
        return false;
    options_find_ticked(intake);
    read_records(intake);
    if (intake->counts.records == 0)
        findings_add(intake->task->findings, &(Finding){.code = FINDING_no_records,
                                                        .file = intake->source->path});
    if (rules->finish != NULL)
        rules->finish(intake);
    return true;
}

static Intake *intake_new(Task *task, TableId id, Source *source)
{
    Intake *intake  = g_new0(Intake, 1);
    intake->task    = task;
    intake->id      = id;
    intake->spec    = schema_table(task->schema, id);
    intake->source  = source;
    intake->places  = g_array_new(FALSE, FALSE, sizeof(Place));
    intake->needed  = g_array_new(FALSE, FALSE, sizeof(size_t));
    intake->flagged = g_byte_array_new();
    intake->refused = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return intake;
}

Intake *intake_read(Task *task, TableId id, GError **error)
{
    const char *path          = task_path(task, schema_table(task->schema, id)->file);
    g_autoptr(GError) trouble = NULL;
    if (!task_has(task, path))
        return NULL;
    SurveySettings survey = settings_survey(task->settings, task->year);
    Source *source =
        task_open(task, path, id == TABLE_survey ? survey.encoding : "", &trouble);
    g_autoptr(Intake) intake = source != NULL ? intake_new(task, id, source) : NULL;
    if (source != NULL && read_table(intake, &trouble))
        return g_steal_pointer(&intake);
    bool is_refusal = trouble->domain == REFUSAL_ERROR;
    if (source == NULL && is_refusal)
        task_note_refusal(task, path, trouble);
    /* What the monitor can do without is a finding alone. */
    if (!is_refusal || rules_of(id)->is_required)
        g_propagate_error(error, g_steal_pointer(&trouble));
    return NULL;
}

void intake_free(Intake *intake)
{
    if (intake == NULL)
        return;
    intake_free(intake->codebook);
    source_free(intake->source);
    table_free(intake->table);
    key_index_free(intake->keys);
    g_clear_pointer(&intake->references, g_array_unref);
    g_array_unref(intake->needed);
    g_array_unref(intake->places);
    g_byte_array_unref(intake->flagged);
    g_hash_table_unref(intake->refused);
    g_free(intake);
}

bool intake_close(Intake *intake, GError **error)
{
    const InputCounts *counts = &intake->counts;
    ledger_add_input(intake->task->ledger, intake->source, intake->layout, counts);
    if (counts->records ==
        counts->accepted + counts->quarantined + counts->duplicates + counts->withdrawn)
        return true;
    g_set_error(error, INTAKE_ERROR, 0,
                "%s: %zu records are not %zu accepted, %zu set apart, %zu duplicates "
                "and %zu withdrawn",
                intake->source->path, counts->records, counts->accepted,
                counts->quarantined, counts->duplicates, counts->withdrawn);
    return false;
}
