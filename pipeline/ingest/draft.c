/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns are profiled in one walk over the export; then each column, option and name
 * takes the likeliest of what is known. */
#include "ingest/draft.h"

#include "ingest/ingest.h"
#include "ingest/likeness.h"
#include "ingest/options.h"
#include "ingest/stage.h"

#include <stdlib.h>
#include <string.h>

enum { ANSWERS_KEPT = 2000, ANSWERS_SHOWN = 15 };

#define LIKELY 0.5

/* What stands in a column. */
typedef struct Profile {
    GHashTable *answers; /* folded to its spelling; not more than ANSWERS_KEPT */
    size_t filled;
    size_t joined; /* cells with a semicolon */
    size_t ids;    /* cells that are numbers of the register */
    size_t names;  /* cells that are names of the register */
} Profile;

/* A text that stands for a variable: its name, its question, the label of its item. */
typedef struct Candidate {
    size_t variable;
    bool is_label; /* of an option, which may be an answer too */
    const char *const *words;
    const char *folded;
} Candidate;

typedef struct Draft {
    Task *task;
    const TableSpec *spec;
    Source *source;
    const Layout *layout;
    Profile *profiles;
    GArray *candidates; /* Candidate */
    GHashTable *names;  /* folded name to partner_id */
    KeyIndex *ids;
    bool *is_taken; /* of each variable */
    FILE *stream;
} Draft;

static const char *say(const Draft *draft, const char *en, const char *nl)
{
    return draft->task->settings->language == LANGUAGE_EN ? en : nl;
}

/* ---- what is known ---- */

static void add_text(Draft *draft, size_t variable, const char *text, bool is_label)
{
    Arena *arena = draft->task->arena;
    if (text == NULL || *text == '\0')
        return;
    Candidate candidate = {.variable = variable,
                           .is_label = is_label,
                           .words    = likeness_words(arena, text),
                           .folded   = text_folded(arena, text, strlen(text))};
    g_array_append_val(draft->candidates, candidate);
}

static void add_candidate(Draft *draft, size_t variable, const char *text)
{
    add_text(draft, variable, text, false);
}

static void add_labels(Draft *draft, size_t first, const CodeList *list)
{
    for (size_t i = 0; i < list->n_codes; i++) {
        add_text(draft, first + i, list->labels[i].nl, true);
        add_text(draft, first + i, list->labels[i].en, true);
    }
}

static void add_variable(Draft *draft, size_t v)
{
    const Variable *variable = &draft->spec->variables[v];
    char *words              = arena_strdup(draft->task->arena, variable->name);
    add_candidate(draft, v, variable->name);
    add_candidate(draft, v, g_strdelimit(words, "_", ' '));
    add_candidate(draft, v, variable->alias);
    if (variable->item > 0)
        return;
    add_candidate(draft, v, variable->question.nl);
    add_candidate(draft, v, variable->question.en);
}

/* Names that survey tools give what every survey has. */
static void add_tool_names(Draft *draft)
{
    static const char *const dates[] = {"submitdate",
                                        "Datum ingediend",
                                        "Datum ingevuld",
                                        "End Date",
                                        "EndDate",
                                        "Completion time",
                                        "Tijd van voltooien",
                                        "Tijdstip van voltooien"};
    static const char *const ids[]   = {"Custom Data 1", "ExternalReference",
                                        "Naam van uw organisatie", "Organisatienaam"};
    for (size_t i = 0; i < G_N_ELEMENTS(dates); i++)
        add_candidate(draft, COLUMN(survey, submitted), dates[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++)
        add_candidate(draft, COLUMN(survey, partner_id), ids[i]);
}

static bool add_statements(Draft *draft, GError **error)
{
    GError *trouble          = NULL;
    g_autoptr(Intake) intake = intake_read(draft->task, TABLE_statements, &trouble);
    if (trouble != NULL) {
        g_propagate_error(error, trouble);
        return false;
    }
    for (size_t row = 0; intake != NULL && row < intake->table->n_rows; row++) {
        int item = table_code(intake->table, COLUMN(statements, statement), row);
        size_t v = COLUMN(survey, statement) + (size_t)item;
        add_candidate(draft, v,
                      table_text(intake->table, COLUMN(statements, text_nl), row));
        add_candidate(draft, v,
                      table_text(intake->table, COLUMN(statements, text_en), row));
    }
    return true;
}

static void gather_candidates(Draft *draft)
{
    const Settings *settings = draft->task->settings;
    for (size_t v = 0; v < draft->spec->n_variables; v++)
        add_variable(draft, v);
    add_labels(draft, COLUMN(survey, opgave), schema_opgaven());
    add_labels(draft, COLUMN(survey, domain), &settings->domains);
    add_labels(draft, COLUMN(survey, new_with), &settings->sectors);
    add_tool_names(draft);
}

/* ---- what stands there ---- */

static void profile_cell(Draft *draft, Profile *profile, CsvCell cell)
{
    Arena *arena     = draft->task->arena;
    size_t length    = cell.length;
    const char *text = text_trimmed(cell.text, &length);
    if (length == 0 || !g_utf8_validate_len(text, length, NULL))
        return;
    g_autoptr(Arena) scratch = arena_new();
    const char *folded       = text_folded(scratch, text, length);
    const char *copy         = arena_strndup(scratch, text, length);
    profile->filled++;
    profile->joined += memchr(text, ';', length) != NULL;
    profile->ids += key_index_find(draft->ids, copy) != KEY_NEW;
    profile->names += g_hash_table_contains(draft->names, folded) ? 1 : 0;
    if (g_hash_table_size(profile->answers) < ANSWERS_KEPT &&
        !g_hash_table_contains(profile->answers, folded))
        g_hash_table_insert(profile->answers, arena_strdup(arena, folded),
                            arena_strdup(arena, copy));
}

static void profile_columns(Draft *draft)
{
    size_t n        = draft->layout->n_cells;
    draft->profiles = arena_array(draft->task->arena, Profile, n);
    for (size_t i = 0; i < n; i++) {
        draft->profiles[i].answers = g_hash_table_new(g_str_hash, g_str_equal);
        g_ptr_array_add(draft->task->answers, draft->profiles[i].answers);
    }
    g_autoptr(CsvReader) reader =
        layout_reader(draft->layout, draft->source, &csv_limits_default);
    CsvRecord record;
    while (csv_reader_next(reader, &record))
        for (size_t i = 0; i < MIN(record.n_cells, n); i++)
            profile_cell(draft, &draft->profiles[i], record.cells[i]);
}

static int name_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The spellings of the answers, sorted. Free with g_free. */
static const char **sorted_answers(GHashTable *answers, size_t *n)
{
    guint count         = 0;
    gpointer *keys      = g_hash_table_get_keys_as_array(answers, &count);
    const char **sorted = g_new(const char *, count + 1);
    for (guint i = 0; i < count; i++)
        sorted[i] = g_hash_table_lookup(answers, keys[i]);
    qsort(sorted, count, sizeof *sorted, name_compare);
    g_free(keys);
    *n = count;
    return sorted;
}

/* ---- guessing ---- */

typedef struct Guess {
    size_t variable; /* spec->n_variables: none */
    double likeness;
} Guess;

/* The likeliest variable that is not taken, of the types that `is_option` allows. */
static Guess guess(const Draft *draft, const char *text, bool is_option)
{
    Arena *arena             = draft->task->arena;
    const char *const *words = likeness_words(arena, text);
    const char *folded       = text_folded(arena, text, strlen(text));
    Guess best               = {draft->spec->n_variables, 0};
    for (guint i = 0; i < draft->candidates->len; i++) {
        const Candidate *one = &g_array_index(draft->candidates, Candidate, i);
        bool is_truth        = draft->spec->variables[one->variable].type == VALUE_BOOL;
        double found =
            strcmp(folded, one->folded) == 0 ? 1 : likeness(words, one->words) * 0.99;
        if (draft->is_taken[one->variable] || (is_option && !is_truth))
            continue;
        if (found > best.likeness)
            best = (Guess){one->variable, found};
    }
    if (best.likeness < LIKELY)
        best.variable = draft->spec->n_variables;
    return best;
}

/* By the header or, where that is a mere code, by the question in the second row. */
static Guess guess_column(const Draft *draft, const Header *header)
{
    Guess best           = guess(draft, header->text, false);
    const char *question = header->names[HEADER_OPTION];
    if (best.variable < draft->spec->n_variables || question == NULL)
        return best;
    return guess(draft, question, false);
}

/* ---- printing ---- */

typedef struct Row {
    const char *source, *variable, *answer, *code, *check;
} Row;

static void print_row(const Draft *draft, const Row *row)
{
    const char *cells[] = {row->source, row->variable, row->answer, row->code,
                           row->check};
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        const char *text = cells[i] != NULL ? cells[i] : "";
        csv_write_cell(draft->stream, text, strlen(text), i == 0);
    }
    fputc('\n', draft->stream);
}

static const char *certainty(const Draft *draft, double likeness)
{
    if (likeness >= 1)
        return say(draft, "same name", "zelfde naam");
    return arena_printf(draft->task->arena, "%s (%d %%): %s",
                        say(draft, "guess", "gok"), (int)(likeness * 100),
                        say(draft, "check", "controleer"));
}

static const char *unknown(const Draft *draft)
{
    return say(draft, "not recognised: fill in a variable or take the row away",
               "niet herkend: vul een variabele in of haal de regel weg");
}

/* How the codebook names the column: its header, or its number where that is blank or
 * not the only one. */
static const char *source_of(const Draft *draft, size_t column)
{
    const Header *headers = draft->layout->headers;
    const char *name      = headers[column].names[HEADER_WHOLE];
    size_t same           = 0;
    for (size_t i = 0; name != NULL && i < draft->layout->n_cells; i++)
        same += g_strcmp0(headers[i].names[HEADER_WHOLE], name) == 0;
    if (same == 1)
        return headers[column].text;
    return arena_printf(draft->task->arena, "#%zu", column + 1);
}

/* Words that say that a column is about a person, not about an organisation. */
static bool is_personal(const char *header)
{
    static const char *const words[] = {
        "mail",  "telefoon", "phone", "contact",  "ip",         "ipaddr",
        "adres", "address",  "token", "voornaam", "achternaam", "naam",
        "name",  "first",    "last",  "latitude", "longitude"};
    g_autofree char *lower = g_utf8_strdown(header, -1);
    if (strstr(lower, "organisat") != NULL)
        return false;
    g_auto(GStrv) parts = g_strsplit_set(lower, " -_.()[]:", -1);
    for (size_t p = 0; parts[p] != NULL; p++)
        for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
            if (strcmp(parts[p], words[i]) == 0 || g_str_has_suffix(parts[p], "mail") ||
                g_str_has_prefix(parts[p], "contactp") ||
                g_str_has_prefix(parts[p], "telefoon"))
                return true;
    return false;
}

/* Whether the answers are a short list and not somebody's own words. */
static bool is_list(const Profile *profile)
{
    guint n = g_hash_table_size(profile->answers);
    return n > 0 && n <= ANSWERS_SHOWN && profile->filled >= 2 * (size_t)n;
}

/* Rows for the answers that the variable's type does not read by itself. */
static void print_answers(const Draft *draft, size_t column, size_t v)
{
    const Variable *variable = &draft->spec->variables[v];
    const Profile *profile   = &draft->profiles[column];
    CellReader reader        = {.scale      = 1,
                                .strings    = draft->task->arena,
                                .date_order = draft->layout->date_order};
    size_t n = 0, strange = 0;
    g_autofree const char **answers = sorted_answers(profile->answers, &n);
    for (size_t i = 0; is_list(profile) && i < n; i++) {
        CsvCell cell = {answers[i], strlen(answers[i])};
        Value value;
        if (cell_read(&reader, variable, cell, &value) == CELL_FINE)
            continue;
        strange++;
        print_row(draft,
                  &(Row){source_of(draft, column), variable->name, answers[i], "",
                         say(draft, "fill in what this answer means",
                             "vul in wat dit antwoord betekent")});
    }
}

static void print_guess(Draft *draft, size_t column, Guess best)
{
    const char *source = source_of(draft, column);
    if (best.variable == draft->spec->n_variables) {
        print_row(draft, &(Row){source, "", "", "", unknown(draft)});
        return;
    }
    draft->is_taken[best.variable] = true;
    print_row(draft, &(Row){source, draft->spec->variables[best.variable].name, "", "",
                            certainty(draft, best.likeness)});
    print_answers(draft, column, best.variable);
}

/* Names of organisations, each with the one in the register that is most like it. */
static const char *find_partner(const Draft *draft, const char *name, double *found)
{
    Arena *arena             = draft->task->arena;
    const char *folded       = text_folded(arena, name, strlen(name));
    const char *partner_id   = g_hash_table_lookup(draft->names, folded);
    const char *const *words = likeness_words(arena, name);
    GHashTableIter iter;
    gpointer key, value;
    const char *nearest = NULL;
    *found              = partner_id != NULL ? 1 : 0;
    if (partner_id != NULL)
        return partner_id;
    g_hash_table_iter_init(&iter, draft->names);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        double one  = 0.99 * likeness(words, likeness_words(arena, key));
        bool is_tie = nearest != NULL && one >= *found && strcmp(key, nearest) < 0;
        if (one <= *found && !is_tie)
            continue;
        *found     = one;
        nearest    = key;
        partner_id = value;
    }
    return *found >= LIKELY ? partner_id : "";
}

static void print_names(Draft *draft, size_t column)
{
    size_t n = 0;
    g_autofree const char **answers =
        sorted_answers(draft->profiles[column].answers, &n);
    draft->is_taken[COLUMN(survey, partner_id)] = true;
    for (size_t i = 0; i < n; i++) {
        double found;
        const char *id    = find_partner(draft, answers[i], &found);
        const char *check = found >= LIKELY ? certainty(draft, found)
                                            : say(draft, "not found in partners.csv",
                                                  "niet gevonden in partners.csv");
        print_row(draft, &(Row){source_of(draft, column), "partner_id", answers[i], id,
                                check});
    }
}

/* The options of a joined multi-select, each with its variable. */
static void print_options(Draft *draft, size_t column)
{
    size_t n = 0;
    g_autofree const char **answers =
        sorted_answers(draft->profiles[column].answers, &n);
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < n; i++) {
        g_auto(GStrv) options = g_strsplit(answers[i], ";", -1);
        for (size_t o = 0; options[o] != NULL; o++) {
            const char *option = g_strstrip(options[o]);
            if (*option == '\0' || options_says_none(option) ||
                !g_hash_table_add(seen, g_strdup(option)) ||
                g_hash_table_size(seen) > 4 * ANSWERS_SHOWN)
                continue;
            Guess best      = guess(draft, option, true);
            bool is_guessed = best.variable < draft->spec->n_variables;
            if (is_guessed)
                draft->is_taken[best.variable] = true;
            print_row(
                draft,
                &(Row){source_of(draft, column),
                       is_guessed ? draft->spec->variables[best.variable].name : "",
                       option, is_guessed ? "1" : "",
                       is_guessed ? certainty(draft, best.likeness) : unknown(draft)});
        }
    }
}

/* One option to a column, whose cells hold its own text or a tick. */
static bool is_option_column(const Draft *draft, size_t column)
{
    const Header *headers = draft->layout->headers;
    bool is_first         = column + 1 < draft->layout->n_cells &&
                    headers[column + 1].question == headers[column].question;
    return (is_first || headers[column].question != column) &&
           g_hash_table_size(draft->profiles[column].answers) <= 2;
}

static void print_option_column(Draft *draft, size_t column)
{
    const Header *header = &draft->layout->headers[column];
    size_t n             = 0;
    g_autofree const char **answers =
        sorted_answers(draft->profiles[column].answers, &n);
    const char *text = header->names[HEADER_OPTION] != NULL
                           ? header->names[HEADER_OPTION]
                           : header->text;
    Guess best       = guess(draft, text, true);
    if (n == 1 && options_says_none(answers[0]))
        return;
    if (n != 1 || best.variable == draft->spec->n_variables) {
        print_guess(draft, column, best);
        return;
    }
    draft->is_taken[best.variable] = true;
    print_row(draft, &(Row){source_of(draft, column),
                            draft->spec->variables[best.variable].name, answers[0], "1",
                            certainty(draft, best.likeness)});
}

/* Whether the column names organisations: by its header, or by what stands in it. */
static bool has_names(const Draft *draft, size_t column)
{
    const Profile *profile = &draft->profiles[column];
    Guess best             = guess(draft, draft->layout->headers[column].text, false);
    return profile->names * 3 > profile->filled ||
           (best.variable == COLUMN(survey, partner_id) && best.likeness >= 1 &&
            profile->filled > 0);
}

static void print_column(Draft *draft, size_t column)
{
    const Profile *profile = &draft->profiles[column];
    const Header *header   = &draft->layout->headers[column];
    bool has_partner       = draft->is_taken[COLUMN(survey, partner_id)];
    if (profile->filled == 0 && *header->text == '\0')
        return;
    if (!has_partner && profile->ids * 2 > profile->filled)
        print_guess(draft, column, (Guess){COLUMN(survey, partner_id), 1});
    else if (!has_partner && has_names(draft, column))
        print_names(draft, column);
    else if (is_personal(header->text))
        print_row(draft, &(Row){source_of(draft, column), "", "", "",
                                say(draft, "about a person: leave out",
                                    "over een persoon: weglaten")});
    else if (profile->joined * 4 > profile->filled)
        print_options(draft, column);
    else if (is_option_column(draft, column))
        print_option_column(draft, column);
    else
        print_guess(draft, column, guess_column(draft, header));
}

/* ---- the whole ---- */

static void gather_names(Draft *draft, const Intake *partners)
{
    for (size_t row = 0; partners != NULL && row < partners->table->n_rows; row++) {
        const char *name = table_text(partners->table, COLUMN(partners, name), row);
        const char *id = table_text(partners->table, COLUMN(partners, partner_id), row);
        g_hash_table_insert(draft->names,
                            text_folded(draft->task->arena, name, strlen(name)),
                            arena_strdup(draft->task->arena, id));
    }
}

static bool open_survey(Draft *draft, int year, GError **error)
{
    SurveySettings survey = settings_survey(draft->task->settings, year);
    g_autofree char *path = g_strdup_printf("%d/survey.csv", year);
    draft->source         = task_open(draft->task, path, survey.encoding, error);
    if (draft->source == NULL)
        return false;
    g_autoptr(GHashTable) known =
        plan_known_headers(draft->task->arena, draft->spec, NULL);
    for (guint i = 0; i < draft->candidates->len; i++) {
        const Candidate *one = &g_array_index(draft->candidates, Candidate, i);
        if (!one->is_label)
            g_hash_table_add(known, arena_strdup(draft->task->arena, one->folded));
    }
    draft->layout = layout_find(draft->task->arena, draft->source, known, &survey);
    return true;
}

static bool print_draft(Draft *draft, int year, GError **error)
{
    gather_candidates(draft);
    if (!add_statements(draft, error) || !open_survey(draft, year, error))
        return false;
    profile_columns(draft);
    print_row(draft, &(Row){"source", "variable", "answer", "code",
                            say(draft, "check", "controle")});
    for (size_t i = 0; i < draft->layout->n_cells; i++)
        print_column(draft, i);
    source_free(draft->source);
    return true;
}

static bool draft_year(Stage *stage, int year, FILE *stream, GError **error)
{
    GError *trouble            = NULL;
    Task *task                 = &stage->task;
    g_autoptr(Intake) partners = intake_read(task, TABLE_partners, &trouble);
    g_autoptr(Table) none      = table_new(schema_table(task->schema, TABLE_partners));
    table_add_column(none, COLUMN(partners, partner_id));
    g_autoptr(KeyIndex) no_ids   = key_index_new(none);
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_autoptr(GHashTable) names  = g_hash_table_new(g_str_hash, g_str_equal);
    Draft draft                  = {.task       = task,
                                    .spec       = schema_table(task->schema, TABLE_survey),
                                    .candidates = candidates,
                                    .names      = names,
                                    .ids        = partners != NULL ? partners->keys : no_ids,
                                    .stream     = stream};
    draft.is_taken = arena_array(task->arena, bool, draft.spec->n_variables);
    gather_names(&draft, partners);
    if (trouble == NULL && print_draft(&draft, year, &trouble))
        return true;
    return stage_give_up(trouble, task->settings->language, error);
}

bool draft_print(const char *folder, FILE *stream, GError **error)
{
    g_autofree char *clean = g_canonicalize_filename(folder, NULL);
    g_autofree char *top   = g_path_get_dirname(clean);
    g_autofree char *name  = g_path_get_basename(clean);
    int year               = (int)g_ascii_strtoll(name, NULL, 10);
    IngestOrder order      = {.folder = top};
    g_autoptr(Stage) stage = stage_new(&order, 0);
    GError *trouble        = NULL;
    if (strlen(name) != 4 || strspn(name, "0123456789") != 4) {
        g_set_error(error, INGEST_ERROR, 64 /* EX_USAGE */,
                    "%s: give the folder of one year, such as MONITOR/2023", folder);
        return false;
    }
    const Settings *settings = stage_settings(stage, &order, NULL, &trouble);
    if (settings == NULL)
        return stage_give_up(trouble, LANGUAGE_NL, error);
    stage_use(stage, settings);
    return draft_year(stage, year, stream, error);
}
