/* SPDX-License-Identifier: GPL-3.0-or-later */
/* monitor.ini: one scan for names, for a key file silently takes the last of two equal
 * keys and any key at all; then GKeyFile reads the values. */
#include "data/settings.h"

#include "data/number.h"

#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK(settings - error - quark, settings_error)

typedef enum SettingType {
    SETTING_TEXT,
    SETTING_CHOICE,
    SETTING_INTEGER,
    SETTING_NUMBER,
    SETTING_TRUTH,
    SETTING_DAY,
    SETTING_DATE,
} SettingType;

/* One row of settings.def: the field is `offset` bytes into its structure. */
typedef struct SettingRow {
    const char *section;
    const char *key;
    SettingType type;
    size_t offset;
    const char *value;
    const char *allowed;
} SettingRow;

static const SettingRow settings_rows[] = {
#define SETTING(section, key, type, default, allowed, en, nl)                          \
    {#section, #key,   SETTING_##type, G_STRUCT_OFFSET(Settings, section##_##key),     \
     default,  allowed},
#include "data/settings.def"
};

static const SettingRow survey_rows[] = {
#define SURVEY_SETTING(key, type, default, allowed, en, nl)                            \
    {"survey", #key,   SETTING_##type, G_STRUCT_OFFSET(SurveySettings, key),           \
     default,  allowed},
#include "data/settings.def"
};

/* Sections with keys of their own: sectors has what the team chooses; run stands only
 * in the resolved file. */
static const char *const listed_sections[] = {"sectors", "domains", "breaks", "run"};

/* The eight sectors that the alliance names itself. */
static const char *const default_sectors[] = {
    "national_government", "municipality", "education",     "youth_health",
    "trade_association",   "knowledge",    "civil_society", "business"};
static const Text default_sector_labels[] = {
    {"National government", "Rijksoverheid"},
    {"Municipalities", "Gemeenten"},
    {"Schools", "Scholen"},
    {"Youth health care", "Jeugdgezondheidszorg"},
    {"Trade associations", "Brancheorganisaties"},
    {"Knowledge institutes", "Kennisinstellingen"},
    {"Civil society organisations", "Maatschappelijke organisaties"},
    {"Business", "Bedrijfsleven"}};

enum { N_DOMAINS = 8 };
static const char *const domain_codes[N_DOMAINS] = {"1", "2", "3", "4",
                                                    "5", "6", "7", "8"};

/* ---- the scan for names ---- */

typedef struct Scan {
    GHashTable *seen; /* "section\nkey" */
    const char *section;
    size_t line;
} Scan;

static bool is_survey_section(const char *section, int *year)
{
    if (!g_str_has_prefix(section, "survey ") || strlen(section) != 11)
        return false;
    *year = (int)g_ascii_strtoll(section + 7, NULL, 10);
    return *year >= 1900 && *year <= 2199;
}

static bool is_listed_section(const char *section)
{
    for (size_t i = 0; i < G_N_ELEMENTS(listed_sections); i++)
        if (strcmp(listed_sections[i], section) == 0)
            return true;
    return false;
}

/* The names that a section or key could have had, for the message. */
static const char *nearest_section(const char *section)
{
    const char *names[G_N_ELEMENTS(settings_rows) + G_N_ELEMENTS(listed_sections) + 1];
    size_t n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(settings_rows); i++)
        names[n++] = settings_rows[i].section;
    for (size_t i = 0; i < G_N_ELEMENTS(listed_sections); i++)
        names[n++] = listed_sections[i];
    names[n++] = "survey 2022";
    return text_nearest(section, names, n);
}

static size_t section_keys(const char *section, const char **keys)
{
    int year;
    size_t n = 0;
    if (is_survey_section(section, &year)) {
        for (size_t i = 0; i < G_N_ELEMENTS(survey_rows); i++)
            keys[n++] = survey_rows[i].key;
        return n;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(settings_rows); i++)
        if (strcmp(settings_rows[i].section, section) == 0)
            keys[n++] = settings_rows[i].key;
    return n;
}

static const char *say(Text text)
{
    return text_in(text, terminal_language());
}

static bool refuse(GError **error, size_t line, const char *what, const char *nearest)
{
    static const Text where      = {"monitor.ini, line", "monitor.ini, regel"};
    static const Text suggestion = {" (did you mean", " (bedoelde u"};
    g_autofree char *hint =
        nearest == NULL ? g_strdup("")
                        : g_strdup_printf("%s \"%s\"?)", say(suggestion), nearest);
    g_set_error(error, SETTINGS_ERROR, 0, "%s %zu: %s%s", say(where), line, what, hint);
    return false;
}

/* The same about a name, which follows the words. */
static bool refuse_name(GError **error, size_t line, Text words, const char *name,
                        const char *nearest)
{
    g_autofree char *what = g_strdup_printf("%s \"%s\"", say(words), name);
    return refuse(error, line, what, nearest);
}

/* About a value: its section and key say where it stands. */
static bool refuse_value(GError **error, const char *section, const char *key,
                         const char *value, const char *what)
{
    g_set_error(error, SETTINGS_ERROR, 0, "monitor.ini: [%s] %s = \"%s\": %s", section,
                key, value, what);
    return false;
}

static bool scan_section(Scan *scan, char *line, GError **error)
{
    static const Text unclosed = {"a section has no \"]\"",
                                  "een sectie heeft geen \"]\""};
    static const Text unknown  = {"unknown section", "onbekende sectie"};
    char *end                  = strchr(line, ']');
    if (end == NULL)
        return refuse(error, scan->line, say(unclosed), NULL);
    *end          = '\0';
    scan->section = line + 1;
    int year;
    const char *keys[G_N_ELEMENTS(settings_rows)];
    if (is_survey_section(scan->section, &year) || is_listed_section(scan->section) ||
        section_keys(scan->section, keys) > 0)
        return true;
    return refuse_name(error, scan->line, unknown, scan->section,
                       nearest_section(scan->section));
}

static bool is_one_of(const char *key, const char *const *keys, size_t n_keys,
                      const char **nearest)
{
    for (size_t i = 0; i < n_keys; i++)
        if (strcmp(keys[i], key) == 0)
            return true;
    *nearest = text_nearest(key, keys, n_keys);
    return false;
}

/* Whether the survey has the variable; which sectors it names depends on the sectors.
 */
static bool is_variable(const char *key, const char **nearest)
{
    g_autoptr(Arena) arena  = arena_new();
    const CodeList sectors  = {default_sectors, default_sector_labels,
                               G_N_ELEMENTS(default_sectors)};
    const TableSpec *survey = schema_table(schema_new(arena, &sectors), TABLE_survey);
    const char **names      = arena_array(arena, const char *, survey->n_variables);
    for (size_t v = 0; v < survey->n_variables; v++)
        names[v] = survey->variables[v].name;
    if (g_str_has_prefix(key, "new_with_") ||
        is_one_of(key, names, survey->n_variables, nearest))
        return true;
    *nearest = g_intern_string(*nearest);
    return false;
}

/* Whether the section may have the key; else the nearest that it may have, or NULL. */
static bool is_known_key(const char *section, const char *key, const char **nearest)
{
    if (strcmp(section, "domains") == 0)
        return is_one_of(key, domain_codes, N_DOMAINS, nearest);
    if (strcmp(section, "breaks") == 0)
        return is_variable(key, nearest);
    if (is_listed_section(section))
        return true;
    const char *keys[G_N_ELEMENTS(settings_rows) + G_N_ELEMENTS(survey_rows)];
    return is_one_of(key, keys, section_keys(section, keys), nearest);
}

static bool scan_key(Scan *scan, char *line, GError **error)
{
    static const Text neither   = {"neither a section nor key = value",
                                   "geen sectie en geen sleutel = waarde"};
    static const Text homeless  = {"a key before the first section",
                                   "een sleutel voor de eerste sectie"};
    static const Text duplicate = {"this key stands twice:",
                                   "deze sleutel staat er twee keer:"};
    static const Text unknown   = {"unknown key", "onbekende sleutel"};
    char *equals                = strchr(line, '=');
    if (equals == NULL)
        return refuse(error, scan->line, say(neither), NULL);
    if (scan->section == NULL)
        return refuse(error, scan->line, say(homeless), NULL);
    *equals         = '\0';
    const char *key = g_strstrip(line);
    char *name      = g_strdup_printf("%s\n%s", scan->section, key);
    if (!g_hash_table_add(scan->seen, name)) {
        return refuse_name(error, scan->line, duplicate, key, NULL);
    }
    const char *nearest = NULL;
    if (is_known_key(scan->section, key, &nearest))
        return true;
    return refuse_name(error, scan->line, unknown, key, nearest);
}

static bool scan_names(const char *text, GError **error)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GHashTable) seen =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Scan scan = {.seen = seen};
    for (size_t i = 0; lines[i] != NULL; i++) {
        char *line = g_strstrip(lines[i]);
        scan.line  = i + 1;
        if (*line == '\0' || *line == '#')
            continue;
        if (!(*line == '[' ? scan_section : scan_key)(&scan, line, error))
            return false;
    }
    return true;
}

/* ---- values ---- */

/* The choice that `value` is, in any case, in `arena`; NULL for none. The bar divides
 * the choices themselves, so as a delimiter it goes by its name. */
static const char *find_choice(Arena *arena, const char *value, const char *allowed)
{
    g_auto(GStrv) choices = g_strsplit(allowed, "|", -1);
    const char *meant     = strcmp(value, "|") == 0 ? "pipe" : value;
    for (size_t i = 0; choices[i] != NULL; i++)
        if (g_ascii_strcasecmp(choices[i], meant) == 0)
            return arena_strdup(arena, choices[i]);
    return NULL;
}

static bool is_within(double value, const char *allowed)
{
    const char *dots = strstr(allowed, "..");
    return value >= g_ascii_strtod(allowed, NULL) &&
           value <= g_ascii_strtod(dots + 2, NULL);
}

static bool is_day(const char *value)
{
    g_autofree char *date = g_strdup_printf("2000-%s", value);
    Date parsed;
    return date_parse(date, strlen(date), &parsed);
}

/* Sets the row's field in `structure` from text; false when it is not allowed. */
static bool set_field(Arena *arena, const SettingRow *row, void *structure,
                      const char *value)
{
    void *field = (char *)structure + row->offset;
    double number;
    switch (row->type) {
    case SETTING_TEXT:
        *(const char **)field = arena_strdup(arena, value);
        return true;
    case SETTING_CHOICE:
        *(const char **)field = find_choice(arena, value, row->allowed);
        return *(const char **)field != NULL;
    case SETTING_DAY:
        *(const char **)field = arena_strdup(arena, value);
        return is_day(value);
    case SETTING_INTEGER:
        return number_parse_count(value, strlen(value), field) &&
               is_within((double)*(int64_t *)field, row->allowed);
    case SETTING_NUMBER:
        if (!number_parse(value, strlen(value), &number) ||
            !is_within(number, row->allowed))
            return false;
        *(double *)field = number;
        return true;
    case SETTING_TRUTH:
        *(bool *)field = find_choice(arena, value, "yes|ja|1|true") != NULL;
        return *(bool *)field || find_choice(arena, value, "no|nee|0|false") != NULL;
    case SETTING_DATE:
        *(Date *)field = DATE_MISSING;
        return *value == '\0' || date_parse(value, strlen(value), field);
    }
    g_assert_not_reached();
}

/* "plain", "limesurvey", ... */
static const char *list_choices(Arena *arena, const char *allowed)
{
    g_auto(GStrv) choices  = g_strsplit(allowed, "|", -1);
    g_autoptr(GString) all = g_string_new(NULL);
    for (size_t i = 0; choices[i] != NULL; i++)
        g_string_append_printf(all, "%s\"%s\"", i > 0 ? ", " : "", choices[i]);
    return arena_strdup(arena, all->str);
}

/* What may be given, in words where the row has no list. */
static const char *allowed_of(Arena *arena, const SettingRow *row)
{
    static const Text truth = {"yes, no", "yes, no"};
    static const Text day   = {"month-day, such as 12-31", "maand-dag, zoals 12-31"};
    static const Text date  = {"year-month-day, such as 2023-12-31",
                               "jaar-maand-dag, zoals 2023-12-31"};
    if (row->type == SETTING_TRUTH)
        return say(truth);
    if (row->type == SETTING_DAY)
        return say(day);
    if (row->type == SETTING_CHOICE)
        return list_choices(arena, row->allowed);
    return row->type == SETTING_DATE ? say(date) : row->allowed;
}

/* The value of a key, NULL when there is none. What is no escape of a key file, as in
 * C:\map, stands as it is. Free with g_free. */
static char *get_value(GKeyFile *file, const char *section, const char *key)
{
    char *value = g_key_file_get_string(file, section, key, NULL);
    if (value != NULL)
        return value;
    g_autofree char *raw = g_key_file_get_value(file, section, key, NULL);
    return raw != NULL ? g_utf8_make_valid(raw, -1) : NULL;
}

static bool read_rows(Arena *arena, GKeyFile *file, const char *section,
                      const SettingRow *row, void *structure, GError **error)
{
    g_autofree char *given = get_value(file, section, row->key);
    const char *value      = given != NULL ? g_strstrip(given) : row->value;
    if (strcmp(row->key, "thousands") == 0 && given != NULL && *value == '\0')
        value = " ";
    if (set_field(arena, row, structure, value))
        return true;
    static const Text refused = {"is not allowed; allowed:", "mag niet; wel:"};
    g_autofree char *what =
        g_strdup_printf("%s %s", say(refused), allowed_of(arena, row));
    return refuse_value(error, section, row->key, value, what);
}

/* "Dutch;English" as a pair; without English the Dutch serves both. False when there is
 * no Dutch. */
static bool read_label(Arena *arena, const char *value, Text *label)
{
    g_auto(GStrv) parts = g_strsplit(value != NULL ? value : "", ";", 2);
    if (parts[0] == NULL || *g_strstrip(parts[0]) == '\0')
        return false;
    bool has_english = parts[1] != NULL && *g_strstrip(parts[1]) != '\0';
    label->nl        = arena_strdup(arena, parts[0]);
    label->en        = has_english ? arena_strdup(arena, parts[1]) : label->nl;
    return true;
}

static bool read_sectors(Arena *arena, GKeyFile *file, Settings *settings,
                         GError **error)
{
    gsize n            = 0;
    g_auto(GStrv) keys = g_key_file_get_keys(file, "sectors", &n, NULL);
    settings->sectors  = (CodeList){default_sectors, default_sector_labels,
                                    G_N_ELEMENTS(default_sectors)};
    if (n == 0)
        return true;
    if (n > SECTORS_LIMIT) {
        static const Text many = {"more sectors than", "meer sectoren dan"};
        g_autofree char *what  = g_strdup_printf("%s %d", say(many), SECTORS_LIMIT);
        return refuse_value(error, "sectors", keys[SECTORS_LIMIT], "...", what);
    }
    const char **codes = arena_array(arena, const char *, n);
    Text *labels       = arena_array(arena, Text, n);
    for (gsize i = 0; i < n; i++) {
        if (!text_is_id(keys[i])) {
            static const Text no_key = {"not a key: letters, digits and _ only",
                                        "geen sleutel: alleen letters, cijfers en _"};
            return refuse_value(error, "sectors", keys[i], "...", say(no_key));
        }
        g_autofree char *value = get_value(file, "sectors", keys[i]);
        codes[i]               = arena_strdup(arena, keys[i]);
        if (!read_label(arena, value, &labels[i])) {
            static const Text no_name = {"has no name", "heeft geen naam"};
            return refuse_value(error, "sectors", keys[i], "", say(no_name));
        }
    }
    settings->sectors = (CodeList){codes, labels, n};
    return true;
}

static void read_domains(Arena *arena, GKeyFile *file, Settings *settings)
{
    Text *labels = arena_array(arena, Text, N_DOMAINS);
    for (size_t i = 0; i < N_DOMAINS; i++) {
        g_autofree char *value = get_value(file, "domains", domain_codes[i]);
        if (!read_label(arena, value, &labels[i]))
            labels[i] = (Text){arena_printf(arena, "Life domain %zu", i + 1),
                               arena_printf(arena, "Leefdomein %zu", i + 1)};
    }
    settings->domains = (CodeList){domain_codes, labels, N_DOMAINS};
}

/* "2021 2022", also with commas or semicolons. */
static bool read_years(const char *text, GArray *years)
{
    g_auto(GStrv) parts = g_strsplit_set(text, " ,;\t", -1);
    for (size_t i = 0; parts[i] != NULL; i++) {
        int64_t year;
        if (*parts[i] == '\0')
            continue;
        if (!number_parse_count(parts[i], strlen(parts[i]), &year) || year < 1900 ||
            year > 2199)
            return false;
        int value = (int)year;
        g_array_append_val(years, value);
    }
    return true;
}

static bool read_breaks(Arena *arena, GKeyFile *file, Settings *settings,
                        GError **error)
{
    g_auto(GStrv) keys       = g_key_file_get_keys(file, "breaks", NULL, NULL);
    g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(Break));
    for (size_t i = 0; keys != NULL && keys[i] != NULL; i++) {
        g_autofree char *value  = get_value(file, "breaks", keys[i]);
        g_autoptr(GArray) years = g_array_new(FALSE, FALSE, sizeof(int));
        if (!read_years(value, years)) {
            static const Text no_years = {"not a list of years, such as 2021 2023",
                                          "geen lijst van jaren, zoals 2021 2023"};
            return refuse_value(error, "breaks", keys[i], value, say(no_years));
        }
        for (guint y = 0; y < years->len; y++) {
            Break one = {arena_strdup(arena, keys[i]), g_array_index(years, int, y)};
            g_array_append_val(breaks, one);
        }
    }
    settings->n_breaks = breaks->len;
    Break *copies      = arena_array(arena, Break, breaks->len);
    if (breaks->len > 0)
        memcpy(copies, breaks->data, breaks->len * sizeof(Break));
    settings->breaks = copies;
    return true;
}

static int survey_compare(const void *a, const void *b)
{
    return ((const SurveySettings *)a)->year - ((const SurveySettings *)b)->year;
}

static bool read_surveys(Arena *arena, GKeyFile *file, Settings *settings,
                         GError **error)
{
    gsize n                 = 0;
    g_auto(GStrv) sections  = g_key_file_get_groups(file, &n);
    SurveySettings *surveys = arena_array(arena, SurveySettings, n);
    for (gsize i = 0; i < n; i++) {
        int year;
        if (!is_survey_section(sections[i], &year))
            continue;
        SurveySettings *survey = &surveys[settings->n_surveys++];
        survey->year           = year;
        for (size_t r = 0; r < G_N_ELEMENTS(survey_rows); r++)
            if (!read_rows(arena, file, sections[i], &survey_rows[r], survey, error))
                return false;
    }
    qsort(surveys, settings->n_surveys, sizeof *surveys, survey_compare);
    settings->surveys = surveys;
    return true;
}

static void set_years(Arena *arena, Settings *settings, const int *years,
                      size_t n_years)
{
    int *copy = arena_array(arena, int, n_years);
    if (n_years > 0)
        memcpy(copy, years, n_years * sizeof *years);
    settings->years   = copy;
    settings->n_years = n_years;
}

/* [run] years stands only in the resolved file. */
static void read_run(Arena *arena, GKeyFile *file, Settings *settings,
                     const SettingsOverrides *overrides)
{
    g_autofree char *text   = get_value(file, "run", "years");
    g_autoptr(GArray) years = g_array_new(FALSE, FALSE, sizeof(int));
    if (text != NULL)
        read_years(text, years);
    set_years(arena, settings, (const int *)(const void *)years->data, years->len);
    if (overrides != NULL && overrides->n_years > 0)
        set_years(arena, settings, overrides->years, overrides->n_years);
    if (overrides != NULL && overrides->language != NULL)
        settings->monitor_language = arena_strdup(arena, overrides->language);
    settings->language =
        strcmp(settings->monitor_language, "en") == 0 ? LANGUAGE_EN : LANGUAGE_NL;
}

const Settings *settings_parse(Arena *arena, const char *text,
                               const SettingsOverrides *overrides, GError **error)
{
    if (!scan_names(text, error))
        return NULL;
    g_autoptr(GKeyFile) file = g_key_file_new();
    if (*text != '\0' &&
        !g_key_file_load_from_data(file, text, strlen(text), G_KEY_FILE_NONE, error)) {
        g_prefix_error(error, "monitor.ini: ");
        return NULL;
    }
    Settings *settings = arena_alloc(arena, sizeof *settings);
    for (size_t i = 0; i < G_N_ELEMENTS(settings_rows); i++)
        if (!read_rows(arena, file, settings_rows[i].section, &settings_rows[i],
                       settings, error))
            return NULL;
    read_domains(arena, file, settings);
    if (!read_sectors(arena, file, settings, error) ||
        !read_breaks(arena, file, settings, error) ||
        !read_surveys(arena, file, settings, error))
        return NULL;
    read_run(arena, file, settings, overrides);
    return settings;
}

const Settings *settings_read(Arena *arena, const char *path, GError **error)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, error))
        return NULL;
    return settings_parse(arena, text, NULL, error);
}

/* ---- writing ---- */

static void write_field(GKeyFile *file, const char *section, const SettingRow *row,
                        const void *structure)
{
    const void *field = (const char *)structure + row->offset;
    char buffer[NUMBER_SIZE];
    const char *text = buffer;
    if (row->type == SETTING_INTEGER)
        g_snprintf(buffer, sizeof buffer, "%" G_GINT64_FORMAT, *(const gint64 *)field);
    else if (row->type == SETTING_NUMBER)
        number_format(*(const double *)field, buffer);
    else if (row->type == SETTING_TRUTH)
        text = *(const bool *)field ? "yes" : "no";
    else if (row->type == SETTING_DATE)
        date_format(*(const Date *)field, buffer);
    else
        text = *(const char *const *)field;
    g_key_file_set_string(file, section, row->key, text);
}

static void write_labels(GKeyFile *file, const char *section, const CodeList *list)
{
    for (size_t i = 0; i < list->n_codes; i++) {
        g_autofree char *label =
            g_strdup_printf("%s;%s", list->labels[i].nl, list->labels[i].en);
        g_key_file_set_string(file, section, list->codes[i], label);
    }
}

static void write_breaks(GKeyFile *file, const Settings *settings)
{
    for (size_t i = 0; i < settings->n_breaks; i++) {
        const Break *one      = &settings->breaks[i];
        g_autofree char *old  = get_value(file, "breaks", one->variable);
        g_autofree char *text = g_strdup_printf("%s%s%d", old != NULL ? old : "",
                                                old != NULL ? " " : "", one->year);
        g_key_file_set_string(file, "breaks", one->variable, text);
    }
}

static void write_surveys(GKeyFile *file, const Settings *settings)
{
    for (size_t i = 0; i < settings->n_surveys; i++) {
        g_autofree char *section =
            g_strdup_printf("survey %d", settings->surveys[i].year);
        for (size_t r = 0; r < G_N_ELEMENTS(survey_rows); r++)
            write_field(file, section, &survey_rows[r], &settings->surveys[i]);
    }
}

bool settings_write(const Settings *settings, Outputs *outputs, GError **error)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    for (size_t i = 0; i < G_N_ELEMENTS(settings_rows); i++)
        write_field(file, settings_rows[i].section, &settings_rows[i], settings);
    write_labels(file, "sectors", &settings->sectors);
    write_labels(file, "domains", &settings->domains);
    write_breaks(file, settings);
    write_surveys(file, settings);
    g_autoptr(GString) years = g_string_new(NULL);
    for (size_t i = 0; i < settings->n_years; i++)
        g_string_append_printf(years, "%s%d", i > 0 ? " " : "", settings->years[i]);
    g_key_file_set_string(file, "run", "years", years->str);
    gsize length               = 0;
    g_autofree char *text      = g_key_file_to_data(file, &length, NULL);
    g_autoptr(GString) content = g_string_new_len(text, (gssize)length);
    return outputs_write(outputs, "settings.ini", content, error);
}

/* ---- asking ---- */

SurveySettings settings_survey(const Settings *settings, int year)
{
    for (size_t i = 0; i < settings->n_surveys; i++)
        if (settings->surveys[i].year == year)
            return settings->surveys[i];
    return (SurveySettings){.year              = year,
                            .tool              = "",
                            .delimiter         = "",
                            .encoding          = "",
                            .date_order        = "",
                            .blank_multiselect = ""};
}

Date settings_reference_date(const Settings *settings, int year)
{
    Date date = settings_survey(settings, year).reference_date;
    if (date != DATE_MISSING)
        return date;
    int month = (int)g_ascii_strtoll(settings->monitor_reference_date, NULL, 10);
    int day   = (int)g_ascii_strtoll(settings->monitor_reference_date + 3, NULL, 10);
    date      = date_from(year, month, day);
    return date != DATE_MISSING ? date : date_from(year, 2, 28);
}

bool settings_is_break(const Settings *settings, const char *variable, int year)
{
    for (size_t i = 0; i < settings->n_breaks; i++)
        if (settings->breaks[i].year == year &&
            strcmp(settings->breaks[i].variable, variable) == 0)
            return true;
    return false;
}
