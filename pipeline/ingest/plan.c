/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the codebook are gathered by source; each source finds its column by the
 * surest of its names. */
#include "ingest/plan.h"

#include "data/number.h"

#include <string.h>

typedef struct Planner {
    Task *task;
    const char *path;
    const Layout *layout;
    const TableSpec *spec;
    const Codebook *codebook;
    GArray *columns;   /* PlannedColumn */
    GArray *constants; /* Constant */
    GArray *groups;    /* OptionGroup */
    size_t *places;
    bool *is_used; /* of each column of the file */
} Planner;

/* ---- known headers ---- */

static void add_known(Arena *arena, GHashTable *known, const char *name)
{
    if (name != NULL && *name != '\0')
        g_hash_table_add(known, text_folded(arena, name, strlen(name)));
}

GHashTable *plan_known_headers(Arena *arena, const TableSpec *spec,
                               const Codebook *codebook)
{
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t v = 0; v < spec->n_variables; v++) {
        add_known(arena, known, spec->variables[v].name);
        add_known(arena, known, spec->variables[v].alias);
    }
    for (size_t r = 0; codebook != NULL && r < codebook->n_rows; r++)
        add_known(arena, known, codebook->rows[r].source);
    return known;
}

/* ---- finding columns ---- */

enum { NO_COLUMN = G_MAXINT32, MANY_COLUMNS = G_MAXINT32 - 1 };

/* "#3" is the third column. */
static size_t numbered_column(const Planner *planner, const char *source)
{
    int64_t number;
    if (*source != '#' ||
        !number_parse_count(source + 1, strlen(source + 1), &number) || number < 1 ||
        (size_t)number > planner->layout->n_cells)
        return NO_COLUMN;
    return (size_t)number - 1;
}

/* Whether a row of the codebook names the column, from 1, by its number. */
static bool is_numbered(const Planner *planner, size_t column)
{
    const Codebook *codebook = planner->codebook;
    for (size_t r = 0; r < codebook->n_rows; r++)
        if (numbered_column(planner, codebook->rows[r].source) == column - 1)
            return true;
    return false;
}

static size_t column_by_name(const Planner *planner, const char *folded, size_t name)
{
    size_t found = NO_COLUMN;
    for (size_t i = 0; i < planner->layout->n_cells; i++) {
        const char *header = planner->layout->headers[i].names[name];
        if (header == NULL || strcmp(header, folded) != 0)
            continue;
        if (found != NO_COLUMN)
            return MANY_COLUMNS;
        found = i;
    }
    return found;
}

static size_t find_column(const Planner *planner, const char *source)
{
    size_t column      = numbered_column(planner, source);
    const char *folded = text_folded(planner->task->arena, source, strlen(source));
    for (size_t name = 0; name < HEADER_NAMES && column == NO_COLUMN; name++)
        column = column_by_name(planner, folded, name);
    return column;
}

/* ---- targets ---- */

static bool read_code(Planner *planner, const CodebookRow *row, Value *value)
{
    const Variable *variable = &planner->spec->variables[row->variable];
    CellReader reader        = {.scale = 1, .strings = planner->task->arena};
    CsvCell cell             = {row->code, strlen(row->code)};
    return cell_read(&reader, variable, cell, value) == CELL_FINE;
}

static bool refuse_code(const Planner *planner, const CodebookRow *row, GError **error)
{
    Task *task               = planner->task;
    const Variable *variable = &planner->spec->variables[row->variable];
    CsvCell cell             = {row->code, strlen(row->code)};
    Finding finding          = {.code     = FINDING_codebook_code,
                                .file     = planner->codebook->path,
                                .row      = row->place.row,
                                .line     = row->place.line,
                                .column   = planner->codebook->columns[COLUMN(codebook, code)],
                                .variable = variable->name,
                                .value    = row->code,
                                .expected = cell_expected(task->arena, task->settings->language,
                                                          variable, FINDING_bad_code, cell)};
    return codebook_refuse(task, &finding, error);
}

static Value *new_value(const Planner *planner, Value value)
{
    Value *copy = arena_alloc(planner->task->arena, sizeof *copy);
    *copy       = value;
    return copy;
}

/* Owned by the task. */
static GHashTable *new_answers(const Planner *planner)
{
    GHashTable *answers = g_hash_table_new(g_str_hash, g_str_equal);
    g_ptr_array_add(planner->task->answers, answers);
    return answers;
}

static Target *find_target(GArray *targets, size_t variable)
{
    for (guint i = 0; i < targets->len; i++)
        if (g_array_index(targets, Target, i).variable == variable)
            return &g_array_index(targets, Target, i);
    Target target = {.variable = variable};
    g_array_append_val(targets, target);
    return &g_array_index(targets, Target, targets->len - 1);
}

/* Adds what the row says of the answer. Without a code the answer stands as it is. */
static bool add_answer(Planner *planner, GArray *targets, const CodebookRow *row,
                       GError **error)
{
    Target *target = find_target(targets, row->variable);
    Value value;
    if (row->code == NULL)
        return true;
    if (!read_code(planner, row, &value))
        return refuse_code(planner, row, error);
    if (row->answer == NULL) {
        target->any = new_value(planner, value);
        return true;
    }
    if (target->answers == NULL)
        target->answers = new_answers(planner);
    char *folded = text_folded(planner->task->arena, row->answer, strlen(row->answer));
    g_hash_table_insert(target->answers, folded, new_value(planner, value));
    return true;
}

/* Adds what the option of this row says. Without a code it says yes. */
static void add_tick(Planner *planner, GHashTable *options, const CodebookRow *row)
{
    Arena *arena = planner->task->arena;
    char *folded = text_folded(arena, row->answer, strlen(row->answer));
    Tick *tick   = arena_alloc(arena, sizeof *tick);
    *tick        = (Tick){.variable = row->variable,
                          .value    = {.truth = 1},
                          .next     = g_hash_table_lookup(options, folded)};
    if (row->code != NULL)
        read_code(planner, row, &tick->value);
    g_hash_table_insert(options, folded, tick);
}

/* The options of a multi-select; NULL where a row of the source has no answer, for then
 * its variables take the cell as a whole. */
static GHashTable *gather_options(Planner *planner, const char *key)
{
    const Codebook *codebook = planner->codebook;
    GHashTable *options      = new_answers(planner);
    for (size_t r = 0; r < codebook->n_rows; r++) {
        if (codebook->rows[r].key != key)
            continue;
        if (codebook->rows[r].answer == NULL)
            return NULL;
        add_tick(planner, options, &codebook->rows[r]);
    }
    return options;
}

/* ---- columns ---- */

static bool refuse_table(const Planner *planner, const Finding *finding, GError **error)
{
    findings_add(planner->task->findings, finding);
    g_set_error(error, REFUSAL_ERROR, (int)finding->code, "%s: %s", finding->file,
                finding->variable);
    return false;
}

static bool claim_place(Planner *planner, size_t variable, size_t column,
                        GError **error)
{
    if (planner->places[variable] == 0) {
        planner->places[variable] = column + 1;
        return true;
    }
    char letters[8];
    text_column_letters(planner->places[variable], letters);
    return refuse_table(planner,
                        &(Finding){.code     = FINDING_column_twice,
                                   .file     = planner->path,
                                   .row      = planner->layout->header_row,
                                   .line     = planner->layout->header_line,
                                   .column   = column + 1,
                                   .variable = planner->spec->variables[variable].name,
                                   .value    = planner->layout->headers[column].text,
                                   .expected = letters},
                        error);
}

/* "(x 1 000)" in a header of the statistics office: counts are in thousands. */
static double scale_of(const Header *header)
{
    g_autofree char *close = g_strdup(header->text);
    char *out              = close;
    for (const char *p = header->text; *p != '\0'; p++)
        if (*p != ' ' && (unsigned char)*p < 0x80)
            *out++ = g_ascii_tolower(*p);
    *out = '\0';
    return strstr(close, "(x1000)") != NULL ? 1000 : 1;
}

/* Below two header rows a ticked option may hold its own text: as SurveyMonkey names
 * it, or after the question and " - " as Qualtrics does. */
static void accept_own_text(Planner *planner, Target *target, const Header *header)
{
    const char *option = header->names[HEADER_OPTION];
    if (option == NULL || target->answers != NULL || target->any != NULL ||
        planner->spec->variables[target->variable].type != VALUE_BOOL)
        return;
    char *text      = text_folded(planner->task->arena, option, strlen(option));
    char *dash      = g_strrstr(text, " - ");
    Value *yes      = new_value(planner, (Value){.truth = 1});
    target->answers = new_answers(planner);
    g_hash_table_insert(target->answers, text, yes);
    if (dash != NULL)
        g_hash_table_insert(target->answers, dash + strlen(" - "), yes);
}

static bool add_column(Planner *planner, size_t column, GArray *targets,
                       GHashTable *options, GError **error)
{
    Arena *arena = planner->task->arena;
    Target *copy = arena_array(arena, Target, targets->len);
    memcpy(copy, targets->data, targets->len * sizeof *copy);
    PlannedColumn planned    = {.column    = column,
                                .targets   = copy,
                                .n_targets = targets->len,
                                .options   = options,
                                .scale     = scale_of(&planner->layout->headers[column])};
    planner->is_used[column] = true;
    for (guint i = 0; i < targets->len; i++) {
        accept_own_text(planner, &copy[i], &planner->layout->headers[column]);
        if (!claim_place(planner, copy[i].variable, column, error))
            return false;
    }
    g_array_append_val(planner->columns, planned);
    return true;
}

static bool add_constant(Planner *planner, const CodebookRow *row, GError **error)
{
    Constant constant = {.variable = row->variable};
    if (row->code == NULL || !read_code(planner, row, &constant.value))
        return refuse_code(planner,
                           &(CodebookRow){.variable = row->variable,
                                          .code  = row->code != NULL ? row->code : "",
                                          .place = row->place},
                           error);
    g_array_append_val(planner->constants, constant);
    return true;
}

static void note_absent_source(const Planner *planner, const CodebookRow *row)
{
    const Layout *layout          = planner->layout;
    g_autofree const char **names = g_new(const char *, layout->n_cells + 1);
    for (size_t i = 0; i < layout->n_cells; i++)
        names[i] = layout->headers[i].text;
    findings_add(
        planner->task->findings,
        &(Finding){.code     = FINDING_codebook_source,
                   .file     = planner->codebook->path,
                   .row      = row->place.row,
                   .line     = row->place.line,
                   .column   = planner->codebook->columns[COLUMN(codebook, source)],
                   .variable = "source",
                   .value    = row->source,
                   .expected = text_nearest(row->source, names, layout->n_cells)});
}

/* Plans the source of row `first` with all its rows. */
static bool plan_source(Planner *planner, size_t first, GError **error)
{
    const Codebook *codebook = planner->codebook;
    const CodebookRow *rows  = codebook->rows;
    const char *source       = rows[first].source;
    size_t column            = find_column(planner, source);
    if (column == NO_COLUMN) {
        note_absent_source(planner, &rows[first]);
        return true;
    }
    if (column == MANY_COLUMNS)
        return codebook_refuse(
            planner->task,
            &(Finding){.code     = FINDING_codebook_ambiguous,
                       .file     = codebook->path,
                       .row      = rows[first].place.row,
                       .line     = rows[first].place.line,
                       .column   = codebook->columns[COLUMN(codebook, source)],
                       .variable = "source",
                       .value    = source},
            error);
    g_autoptr(GArray) targets = g_array_new(FALSE, TRUE, sizeof(Target));
    for (size_t r = first; r < codebook->n_rows; r++)
        if (rows[r].key == rows[first].key &&
            !add_answer(planner, targets, &rows[r], error))
            return false;
    if (!add_column(planner, column, targets, NULL, error))
        return false;
    PlannedColumn *planned =
        &g_array_index(planner->columns, PlannedColumn, planner->columns->len - 1);
    if (targets->len > 1)
        planned->options = gather_options(planner, rows[first].key);
    return true;
}

static bool is_first_of_source(const Codebook *codebook, size_t r)
{
    for (size_t i = 0; i < r; i++)
        if (codebook->rows[i].key == codebook->rows[r].key)
            return false;
    return true;
}

static bool plan_codebook(Planner *planner, GError **error)
{
    const Codebook *codebook = planner->codebook;
    for (size_t r = 0; codebook != NULL && r < codebook->n_rows; r++) {
        bool is_constant = *codebook->rows[r].source == '\0';
        if (is_constant
                ? !add_constant(planner, &codebook->rows[r], error)
                : is_first_of_source(codebook, r) && !plan_source(planner, r, error))
            return false;
    }
    return true;
}

/* Whether the codebook chose, by its number, another column with the same header. */
static bool is_passed_over(const Planner *planner, size_t variable, size_t column)
{
    const Header *headers = planner->layout->headers;
    size_t chosen         = planner->places[variable];
    return chosen > 0 && planner->codebook != NULL &&
           g_strcmp0(headers[chosen - 1].names[HEADER_WHOLE],
                     headers[column].names[HEADER_WHOLE]) == 0 &&
           is_numbered(planner, chosen);
}

/* Headers that are the variables' own names. */
static bool plan_names(Planner *planner, GError **error)
{
    g_autoptr(GArray) targets = g_array_new(FALSE, TRUE, sizeof(Target));
    for (size_t i = 0; i < planner->layout->n_cells; i++) {
        const char *name = planner->layout->headers[i].names[HEADER_WHOLE];
        size_t variable  = name != NULL ? codebook_variable(planner->spec, name)
                                        : planner->spec->n_variables;
        if (planner->is_used[i] || variable == planner->spec->n_variables ||
            is_passed_over(planner, variable, i))
            continue;
        Target target = {.variable = variable};
        g_array_set_size(targets, 0);
        g_array_append_val(targets, target);
        if (!add_column(planner, i, targets, NULL, error))
            return false;
    }
    return true;
}

/* ---- what is left ---- */

/* The header for a message: with the wrong number of header rows an answer may stand
 * there. */
static const char *shown_header(const Planner *planner, size_t column)
{
    const Header *header = &planner->layout->headers[column];
    bool is_below        = header->names[HEADER_WHOLE] == NULL && *header->text != '\0';
    bool is_doubtful     = is_below && planner->layout->tool == TOOL_PLAIN;
    return is_doubtful || cell_looks_personal(header->text) ? "..." : header->text;
}

/* Appends the name of an unknown column, and the known one that may have been meant. */
static void list_unknown(const Planner *planner, size_t column, GString *names,
                         GString *nearest)
{
    const char *name = shown_header(planner, column);
    const char *near = codebook_nearest(planner->spec, name);
    g_string_append_printf(names, "%s%s", names->len > 0 ? "; " : "", name);
    if (near != NULL && g_ascii_strcasecmp(near, name) != 0)
        g_string_append_printf(nearest, "%s%s = %s?", nearest->len > 0 ? "; " : "",
                               name, near);
}

/* One notice for all unknown columns: the first of them by name. Where none is known,
 * what stands there may be an answer, and nothing of it is repeated. */
static void note_unknown(const Planner *planner)
{
    enum { NAMED = 12 };
    g_autoptr(GString) names   = g_string_new(NULL);
    g_autoptr(GString) nearest = g_string_new(NULL);
    const Header *headers      = planner->layout->headers;
    size_t first = 0, unknown = 0;
    for (size_t i = 0; i < planner->layout->n_cells; i++) {
        if (planner->is_used[i] || *headers[i].text == '\0')
            continue;
        first = unknown == 0 ? i : first;
        if (unknown++ < NAMED)
            list_unknown(planner, i, names, nearest);
    }
    if (unknown == 0 || !planner->layout->is_known)
        return;
    if (unknown > NAMED)
        g_string_append_printf(names, "; ... (+%zu)", unknown - NAMED);
    findings_add(planner->task->findings,
                 &(Finding){.code     = FINDING_unknown_column,
                            .file     = planner->path,
                            .row      = planner->layout->header_row,
                            .line     = planner->layout->header_line,
                            .column   = first + 1,
                            .variable = shown_header(planner, first),
                            .value    = names->str,
                            .expected = nearest->len > 0 ? nearest->str : NULL});
}

static bool is_constant(const Planner *planner, size_t variable)
{
    for (guint i = 0; i < planner->constants->len; i++)
        if (g_array_index(planner->constants, Constant, i).variable == variable)
            return true;
    return false;
}

static const char *nearest_header(const Planner *planner, const char *name)
{
    const Layout *layout          = planner->layout;
    g_autofree const char **names = g_new(const char *, layout->n_cells + 1);
    for (size_t i = 0; i < layout->n_cells; i++)
        names[i] = shown_header(planner, i);
    return text_nearest(name, names, layout->n_cells);
}

static bool check_required(const Planner *planner, GError **error)
{
    const unsigned needed = VARIABLE_REQUIRED | VARIABLE_MAY_BE_EMPTY;
    for (size_t v = 0; v < planner->spec->n_variables; v++) {
        const Variable *variable = &planner->spec->variables[v];
        if (!(variable->flags & needed) || planner->places[v] > 0 ||
            is_constant(planner, v))
            continue;
        return refuse_table(
            planner,
            &(Finding){.code     = FINDING_column_missing,
                       .file     = planner->path,
                       .row      = planner->layout->header_row,
                       .line     = planner->layout->header_line,
                       .variable = variable->name,
                       .expected = nearest_header(planner, variable->name)},
            error);
    }
    return true;
}

static bool is_option(const Planner *planner, const PlannedColumn *column)
{
    return column->n_targets == 1 && column->options == NULL &&
           planner->spec->variables[column->targets[0].variable].type == VALUE_BOOL;
}

/* Columns of one question with an option each: whoever ticked one of them did not tick
 * the others. */
static void find_groups(Planner *planner)
{
    const Layout *layout = planner->layout;
    for (size_t first = 0, last; first < layout->n_cells; first = last + 1) {
        OptionGroup group = {first, first};
        for (last = first;
             last + 1 < layout->n_cells && layout->headers[last + 1].question == first;)
            last++;
        group.last = last;
        if (last == first)
            continue;
        g_array_append_val(planner->groups, group);
        for (guint i = 0; i < planner->columns->len; i++) {
            PlannedColumn *column = &g_array_index(planner->columns, PlannedColumn, i);
            if (column->column >= first && column->column <= last &&
                is_option(planner, column))
                column->group = planner->groups->len;
        }
    }
}

static int order_of(const Planner *planner, const PlannedColumn *column)
{
    unsigned flags = planner->spec->variables[column->targets[0].variable].flags;
    return flags & VARIABLE_KEY ? 0 : 1;
}

static int column_compare(const void *a, const void *b, void *data)
{
    const PlannedColumn *first = a, *second = b;
    int by_key = order_of(data, first) - order_of(data, second);
    return by_key != 0 ? by_key : (first->column > second->column ? 1 : -1);
}

static void *copy_array(const Planner *planner, GArray *array)
{
    size_t size = g_array_get_element_size(array);
    void *copy  = arena_alloc_array(planner->task->arena, array->len, size);
    if (array->len > 0)
        memcpy(copy, array->data, array->len * size);
    return copy;
}

/* Columns that need nothing but their cells read. */
static void find_truths(Planner *planner)
{
    for (guint i = 0; i < planner->columns->len; i++) {
        PlannedColumn *column = &g_array_index(planner->columns, PlannedColumn, i);
        column->is_truth      = is_option(planner, column) && column->group == 0 &&
                           column->targets[0].answers == NULL &&
                           column->targets[0].any == NULL;
    }
}

static const Plan *finish(Planner *planner)
{
    find_groups(planner);
    find_truths(planner);
    g_array_sort_with_data(planner->columns, column_compare, planner);
    Plan *plan = arena_alloc(planner->task->arena, sizeof *plan);
    *plan      = (Plan){.columns     = copy_array(planner, planner->columns),
                        .n_columns   = planner->columns->len,
                        .constants   = copy_array(planner, planner->constants),
                        .n_constants = planner->constants->len,
                        .groups      = copy_array(planner, planner->groups),
                        .n_groups    = planner->groups->len,
                        .places      = planner->places};
    return plan;
}

const Plan *plan_new(Task *task, const char *path, const Layout *layout,
                     const TableSpec *spec, const Codebook *codebook, GError **error)
{
    g_autoptr(GArray) columns   = g_array_new(FALSE, TRUE, sizeof(PlannedColumn));
    g_autoptr(GArray) constants = g_array_new(FALSE, TRUE, sizeof(Constant));
    g_autoptr(GArray) groups    = g_array_new(FALSE, TRUE, sizeof(OptionGroup));
    Planner planner             = {.task      = task,
                                   .path      = path,
                                   .layout    = layout,
                                   .spec      = spec,
                                   .codebook  = codebook,
                                   .columns   = columns,
                                   .constants = constants,
                                   .groups    = groups,
                                   .places    = arena_array(task->arena, size_t, spec->n_variables),
                                   .is_used   = arena_array(task->arena, bool, layout->n_cells)};
    if (!plan_codebook(&planner, error) || !plan_names(&planner, error))
        return NULL;
    note_unknown(&planner);
    return check_required(&planner, error) ? finish(&planner) : NULL;
}
