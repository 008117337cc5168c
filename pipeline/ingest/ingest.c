/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of reading: whatever refers to a table comes after it. */
#include "ingest/ingest.h"
#include "data/csv.h"

#include "ingest/corrections.h"
#include "ingest/derive.h"
#include "ingest/inventory.h"
#include "ingest/stage.h"

#include <string.h>
#include <sysexits.h>

/* ---- tables ---- */

static bool write_clean(const Task *task, const Table *table, GError **error)
{
    g_autofree char *path =
        g_strdup_printf("clean/%s", task_path(task, table->spec->file));
    return table_write(table, task->outputs, path, error);
}

/* Reads a table and closes its account; *intake is NULL where there is no file. */
static bool read_table(Task *task, TableId id, Intake **intake, GError **error)
{
    GError *trouble = NULL;
    *intake         = intake_read(task, id, &trouble);
    if (trouble != NULL) {
        g_propagate_error(error, trouble);
        return false;
    }
    return *intake == NULL || id == TABLE_survey || intake_close(*intake, error);
}

static bool read_and_write(Task *task, TableId id, Intake **intake, GError **error)
{
    return read_table(task, id, intake, error) &&
           (*intake == NULL || write_clean(task, (*intake)->table, error));
}

static Reference reference_of(const Intake *intake)
{
    return intake == NULL ? (Reference){NULL, NULL}
                          : (Reference){intake->table, intake->keys};
}

/* ---- the register ---- */

static bool is_survey_there(const IngestOrder *order, const GArray *years)
{
    for (guint i = 0; i < years->len; i++) {
        g_autofree char *path = g_strdup_printf("%s/%d/survey.csv", order->folder,
                                                g_array_index(years, int, i));
        if (g_file_test(path, G_FILE_TEST_EXISTS))
            return true;
    }
    return false;
}

/* What nobody can do without: a register, and one year's survey. */
static bool check_folder(const IngestOrder *order, Language language, GError **error)
{
    static const Text no_register = {
        "%s: there is no partners.csv; this is the register of organisations",
        "%s: er is geen partners.csv; dat is het register van organisaties"};
    static const Text no_survey = {
        "%s: no year has a survey.csv; put the export of the survey in a folder such "
        "as "
        "2023/",
        "%s: geen enkel jaar heeft een survey.csv; zet de export van de vragenlijst in "
        "een map zoals 2023/"};
    g_autoptr(GArray) years = ingest_years(order->folder, error);
    if (years == NULL)
        return false;
    g_autofree char *partners = g_build_filename(order->folder, "partners.csv", NULL);
    bool has_register         = g_file_test(partners, G_FILE_TEST_EXISTS);
    if (has_register && is_survey_there(order, years))
        return true;
    const char *what     = text_in(has_register ? no_survey : no_register, language);
    g_auto(GStrv) around = g_strsplit(what, "%s", 2);
    g_set_error(error, INGEST_ERROR, EX_NOINPUT, "%s%s%s", around[0], order->folder,
                around[1]);
    return false;
}

/* A register of nobody is no register, whatever became of its rows. */
static bool check_register(const Task *task, const Intake *partners, GError **error)
{
    static const Text nobody = {
        "partners.csv: no organisation could be read from the register",
        "partners.csv: uit het register is geen enkele organisatie te lezen"};
    if (partners == NULL || partners->table->n_rows > 0)
        return true;
    g_set_error_literal(error, INGEST_ERROR, EX_DATAERR,
                        text_in(nobody, task->settings->language));
    return false;
}

/* The last day that the register can tell of: that of publication, or the reference
 * date of the last year. No clock, so that the same folder is read alike ever after. */
static Date last_day_of(const Task *task)
{
    g_autoptr(GArray) years = ingest_years(task->folder, NULL);
    Date last               = task->settings->monitor_publication_date;
    for (guint i = 0; years != NULL && i < years->len; i++)
        last = MAX(last, settings_reference_date(task->settings,
                                                 g_array_index(years, int, i)));
    return last;
}

static bool read_register(Task *task, GError **error)
{
    g_autoptr(Intake) changes   = NULL;
    g_autoptr(Intake) partners  = NULL;
    g_autoptr(Intake) alliances = NULL;
    inventory_check(task);
    task->last_day = last_day_of(task);
    if (!read_and_write(task, TABLE_municipality_changes, &changes, error))
        return false;
    task->municipality_changes = changes != NULL ? changes->table : NULL;
    if (!read_and_write(task, TABLE_partners, &partners, error) ||
        !check_register(task, partners, error))
        return false;
    task->partners = reference_of(partners);
    if (!read_and_write(task, TABLE_alliances, &alliances, error))
        return false;
    task->alliances = reference_of(alliances);
    for (TableId id = TABLE_memberships; id < TABLE_municipality_changes; id++) {
        g_autoptr(Intake) intake = NULL;
        if (!read_and_write(task, id, &intake, error))
            return false;
    }
    return true;
}

bool ingest_register(const IngestOrder *order, GError **error)
{
    g_autoptr(Stage) stage   = stage_new(order, 0);
    g_autoptr(Source) ini    = NULL;
    GError *trouble          = NULL;
    const Settings *settings = stage_settings(stage, order, &ini, &trouble);
    if (settings == NULL)
        return stage_give_up(trouble, LANGUAGE_NL, error);
    stage_use(stage, settings);
    if (!check_folder(order, settings->language, error) ||
        !stage_open_outputs(stage, order->work, error))
        return false;
    if (ini != NULL)
        ledger_add_input(stage->task.ledger, ini, NULL, NULL);
    bool is_done = settings_write(settings, stage->task.outputs, &trouble) &&
                   read_register(&stage->task, &trouble);
    return stage_finish(stage, is_done, trouble, error);
}

/* ---- a year ---- */

/* Printed unedited, but in the encoding of everything else. */
static bool copy_reflection(Task *task, GError **error)
{
    const char *path          = task_path(task, "reflectie.txt");
    g_autoptr(GError) trouble = NULL;
    if (!task_has(task, path))
        return true;
    g_autoptr(Source) source = task_open(task, path, "", &trouble);
    if (source == NULL && trouble->domain == REFUSAL_ERROR) {
        task_note_refusal(task, path, trouble);
        return true;
    }
    if (source == NULL) {
        g_propagate_error(error, g_steal_pointer(&trouble));
        return false;
    }
    ledger_add_input(task->ledger, source, NULL, NULL);
    g_autofree char *valid = g_utf8_make_valid(source->text, (gssize)source->length);
    g_autoptr(GString) content = g_string_new(valid);
    g_autofree char *out       = g_strdup_printf("clean/%s", path);
    return outputs_write(task->outputs, out, content, error);
}

/* The answers with a finding, for the letters to their organisations. */
static bool write_returned(const Task *task, const Intake *survey, GError **error)
{
    const Table *table      = survey->table;
    g_autoptr(Table) copies = table_new(table->spec);
    for (size_t v = 0; v < table->spec->n_variables; v++)
        if (table_has(table, v))
            table_add_column(copies, v);
    for (size_t row = 0; row < table->n_rows; row++)
        if (survey->flagged->data[row])
            table_copy_row(copies, table_add_row(copies), table, row);
    g_autofree char *path = g_strdup_printf("returned/%d.csv", task->year);
    return table_write(copies, task->outputs, path, error);
}

static bool write_survey(Task *task, Intake *survey, GError **error)
{
    return survey == NULL ||
           (write_clean(task, survey->table, error) &&
            write_returned(task, survey, error) && intake_close(survey, error));
}

static bool read_answers(Task *task, Intake *survey, GError **error)
{
    g_autoptr(Intake) collaborations = NULL;
    g_autoptr(Intake) reach          = NULL;
    g_autoptr(Intake) overlaps       = NULL;
    if (survey != NULL && !corrections_apply(task, survey, error))
        return false;
    if (!read_table(task, TABLE_collaborations, &collaborations, error) ||
        !read_table(task, TABLE_reach, &reach, error))
        return false;
    g_autoptr(Table) all_ties = derive_collaborations(task, collaborations, survey);
    if (all_ties != NULL && !write_clean(task, all_ties, error))
        return false;
    g_autoptr(Table) all_reach = derive_reach(task, reach, survey);
    task->reach                = all_reach;
    if (all_reach != NULL && !write_clean(task, all_reach, error))
        return false;
    bool is_done = read_and_write(task, TABLE_overlaps, &overlaps, error) &&
                   write_survey(task, survey, error);
    task->reach = NULL;
    return is_done;
}

static bool read_events(Task *task, GError **error)
{
    g_autoptr(Intake) events     = NULL;
    g_autoptr(Intake) attendance = NULL;
    g_autoptr(Intake) status     = NULL;
    if (!read_and_write(task, TABLE_commitment_status, &status, error) ||
        !read_table(task, TABLE_events, &events, error))
        return false;
    task->events = reference_of(events);
    if (!read_and_write(task, TABLE_attendance, &attendance, error))
        return false;
    derive_attendance(events, attendance);
    task->events = (Reference){NULL, NULL};
    return events == NULL || write_clean(task, events->table, error);
}

static bool read_year(Task *task, GError **error)
{
    g_autoptr(Intake) survey = NULL;
    inventory_check(task);
    return read_table(task, TABLE_survey, &survey, error) &&
           read_answers(task, survey, error) && read_events(task, error) &&
           copy_reflection(task, error);
}

/* What a year needs of the register. */
static const size_t register_columns[] = {
    COLUMN(partners, partner_id), COLUMN(partners, sector),
    COLUMN(partners, joined),     COLUMN(partners, left),
    COLUMN(partners, role),       COLUMN(partners, municipality)};

/* A table that the register left in WORK, or NULL where it had none. */
static Table *load_clean(const Stage *stage, const IngestOrder *order, TableId id,
                         GError **error)
{
    const TableSpec *spec = schema_table(stage->task.schema, id);
    g_autofree char *path = g_build_filename(order->work, "clean", spec->file, NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return NULL;
    if (id != TABLE_partners)
        return table_read(spec, path, error);
    return table_read_columns(spec, path, register_columns,
                              G_N_ELEMENTS(register_columns), error);
}

typedef struct Loaded {
    Table *partners;
    Table *alliances;
    Table *changes;
    Table *commitments;
    Table *withdrawals;
    KeyIndex *partner_index;
    KeyIndex *alliance_index;
    KeyIndex *commitment_index;
    KeyIndex *withdrawal_index;
} Loaded;

static void loaded_clear(Loaded *loaded)
{
    key_index_free(loaded->partner_index);
    key_index_free(loaded->alliance_index);
    key_index_free(loaded->commitment_index);
    key_index_free(loaded->withdrawal_index);
    table_free(loaded->partners);
    table_free(loaded->alliances);
    table_free(loaded->changes);
    table_free(loaded->commitments);
    table_free(loaded->withdrawals);
}

static KeyIndex *index_of(const Table *table)
{
    if (table == NULL)
        return NULL;
    KeyIndex *index = key_index_new(table);
    for (size_t row = 0; row < table->n_rows; row++)
        key_index_add(index, row);
    return index;
}

static bool load_register(Stage *stage, const IngestOrder *order, Loaded *loaded,
                          GError **error)
{
    const struct {
        TableId id;
        Table **table;
    } tables[] = {
        {TABLE_partners, &loaded->partners},
        {TABLE_alliances, &loaded->alliances},
        {TABLE_municipality_changes, &loaded->changes},
        {TABLE_commitments, &loaded->commitments},
        {TABLE_withdrawals, &loaded->withdrawals},
    };
    GError *trouble = NULL;
    for (size_t i = 0; trouble == NULL && i < G_N_ELEMENTS(tables); i++)
        *tables[i].table = load_clean(stage, order, tables[i].id, &trouble);
    if (trouble == NULL && loaded->partners == NULL)
        g_set_error(
            &trouble, INGEST_ERROR, EX_NOINPUT,
            "%s/clean has no partners.csv: read the register first (--register)",
            order->work);
    if (trouble != NULL) {
        g_propagate_error(error, trouble);
        return false;
    }
    Task *task                 = &stage->task;
    loaded->partner_index      = index_of(loaded->partners);
    task->partners             = (Reference){loaded->partners, loaded->partner_index};
    task->municipality_changes = loaded->changes;
    loaded->alliance_index     = index_of(loaded->alliances);
    loaded->commitment_index   = index_of(loaded->commitments);
    loaded->withdrawal_index   = index_of(loaded->withdrawals);
    task->alliances            = (Reference){loaded->alliances, loaded->alliance_index};
    task->commitments = (Reference){loaded->commitments, loaded->commitment_index};
    task->withdrawals = (Reference){loaded->withdrawals, loaded->withdrawal_index};
    return true;
}

bool ingest_year(const IngestOrder *order, int year, GError **error)
{
    g_autoptr(Stage) stage   = stage_new(order, year);
    g_autofree char *path    = g_build_filename(order->work, "settings.ini", NULL);
    GError *trouble          = NULL;
    const Settings *settings = settings_read(stage->task.arena, path, &trouble);
    if (settings == NULL)
        return stage_give_up(trouble, LANGUAGE_NL, error);
    stage_use(stage, settings);
    if (!stage_open_outputs(stage, order->work, error))
        return false;
    Loaded loaded = {0};
    bool is_done  = load_register(stage, order, &loaded, &trouble) &&
                   read_year(&stage->task, &trouble);
    bool is_written = stage_finish(stage, is_done, trouble, error);
    loaded_clear(&loaded);
    return is_written;
}

/* ---- the folder ---- */

static int year_compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

GArray *ingest_years(const char *folder, GError **error)
{
    GError *trouble     = NULL;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, &trouble);
    if (dir == NULL) {
        stage_give_up(trouble, LANGUAGE_NL, error);
        return NULL;
    }
    GArray *years = g_array_new(FALSE, FALSE, sizeof(int));
    for (const char *name; (name = g_dir_read_name(dir)) != NULL;) {
        int year = (int)g_ascii_strtoll(name, NULL, 10);
        if (strlen(name) == 4 && strspn(name, "0123456789") == 4 && year >= 1900 &&
            year <= 2199)
            g_array_append_val(years, year);
    }
    g_array_sort(years, year_compare);
    return years;
}
