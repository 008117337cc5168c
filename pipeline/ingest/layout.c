/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each separator is tried on the first records; the one whose header is understood best
 * wins. What the headers look like then says which tool made the file. */
#include "ingest/layout.h"

#include <string.h>

enum { LOOKED_AT = 20, HEADER_ROWS_LIMIT = 9 };

/* Where a record is, and whether it could be read. */
typedef struct Spot {
    size_t row, line;
    CsvFault fault;
} Spot;

/* The first records of the file, as one separator splits them. */
typedef struct Peek {
    char delimiter;
    GPtrArray *records; /* GStrv */
    GArray *places;     /* Spot of each record */
    size_t header;      /* which record is the header */
    size_t score;       /* known headers in it */
} Peek;

typedef struct Finder {
    Arena *arena;
    const Source *source;
    GHashTable *known;
    const SurveySettings *survey;
    Layout layout;
} Finder;

static const char *const tool_names[TOOL_COUNT] = {
    [TOOL_PLAIN]        = "plain",
    [TOOL_LIMESURVEY]   = "limesurvey",
    [TOOL_SURVEYMONKEY] = "surveymonkey",
    [TOOL_QUALTRICS]    = "qualtrics",
    [TOOL_FORMS]        = "forms",
};

const char *tool_name(SurveyTool tool)
{
    return tool_names[tool];
}

/* ---- looking at the first records ---- */

static char *const *record_at(const Peek *peek, size_t i)
{
    return i < peek->records->len ? g_ptr_array_index(peek->records, i) : NULL;
}

static Spot spot_at(const Peek *peek, size_t i)
{
    return i < peek->places->len ? g_array_index(peek->places, Spot, i)
                                 : (Spot){1, 1, CSV_FAULT_NONE};
}

static char **copy_cells(const CsvRecord *record)
{
    char **cells = g_new0(char *, record->n_cells + 1);
    for (size_t i = 0; i < record->n_cells; i++)
        cells[i] =
            g_utf8_make_valid(record->cells[i].text, (gssize)record->cells[i].length);
    return cells;
}

static CsvReader *open_reader(const Finder *finder, char delimiter)
{
    CsvReader *reader = csv_reader_new(finder->source->text, finder->source->length,
                                       delimiter, &csv_limits_default);
    if (finder->layout.has_sep_line)
        csv_reader_skip_line(reader);
    return reader;
}

static void peek_clear(Peek *peek)
{
    g_clear_pointer(&peek->records, g_ptr_array_unref);
    g_clear_pointer(&peek->places, g_array_unref);
}

static const char *fold(Arena *arena, const char *text)
{
    const char *folded = text_folded(arena, text, strlen(text));
    return *folded != '\0' ? folded : NULL;
}

/* "socio1. In which country" and "q1[SQ001]. Who" by what stands before the point, and
 * "In which country [q1]" or "[q1] In which country" by what stands in brackets. */
static const char *code_of(Arena *arena, const char *header)
{
    const char *point   = strstr(header, ". ");
    size_t before       = point != NULL ? (size_t)(point - header) : 0;
    const char *bracket = strchr(header, '[');
    const char *close   = bracket != NULL ? strchr(bracket, ']') : NULL;
    if (before > 0 && before < 64 && memchr(header, ' ', before) == NULL)
        return fold(arena, arena_strndup(arena, header, before));
    if (close == NULL)
        return NULL;
    return fold(arena,
                arena_strndup(arena, bracket + 1, (size_t)(close - bracket) - 1));
}

static bool is_known(const Finder *finder, const char *cell)
{
    g_autoptr(Arena) arena = arena_new();
    const char *code       = code_of(arena, cell);
    return g_hash_table_contains(finder->known,
                                 text_folded(arena, cell, strlen(cell))) ||
           (code != NULL && g_hash_table_contains(finder->known, code));
}

static size_t score_of(const Finder *finder, char *const *cells)
{
    size_t score = 0;
    for (size_t i = 0; cells[i] != NULL; i++)
        score += is_known(finder, cells[i]);
    return score;
}

static void peek_with(const Finder *finder, char delimiter, Peek *peek)
{
    *peek =
        (Peek){.delimiter = delimiter,
               .records   = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev),
               .places    = g_array_new(FALSE, FALSE, sizeof(Spot))};
    g_autoptr(CsvReader) reader = open_reader(finder, delimiter);
    CsvRecord record;
    while (peek->records->len < LOOKED_AT && csv_reader_next(reader, &record)) {
        char **cells =
            record.fault == CSV_FAULT_NONE ? copy_cells(&record) : g_new0(char *, 1);
        g_ptr_array_add(peek->records, cells);
        Spot spot = {record.row, record.line, record.fault};
        g_array_append_val(peek->places, spot);
        size_t score = score_of(finder, cells);
        if (score > peek->score) {
            peek->score  = score;
            peek->header = peek->records->len - 1;
        }
    }
}

static size_t length_of(char *const *cells)
{
    size_t n = 0;
    while (cells[n] != NULL)
        n++;
    return n;
}

static size_t width_at(const Peek *peek, size_t i)
{
    char *const *cells = record_at(peek, i);
    return cells != NULL ? length_of(cells) : 0;
}

/* ---- the separator ---- */

/* `sep=;` in the first line, as Excel writes and obeys it. */
static char sep_line(const Source *source)
{
    const char *text = source->text;
    if (source->length < 6 || g_ascii_strncasecmp(text, "sep=", 4) != 0)
        return '\0';
    return text[5] == '\r' || text[5] == '\n' ? text[4] : '\0';
}

static char delimiter_setting(const SurveySettings *survey)
{
    if (survey == NULL || *survey->delimiter == '\0')
        return '\0';
    if (strcmp(survey->delimiter, "tab") == 0)
        return '\t';
    return strcmp(survey->delimiter, "pipe") == 0 ? '|' : survey->delimiter[0];
}

/* The best of the four: most known headers, else most cells in the first record. */
static void choose_peek(Finder *finder, Peek *best)
{
    static const char delimiters[] = {';', ',', '\t', '|'};
    peek_with(finder, delimiters[0], best);
    for (size_t i = 1; i < sizeof delimiters; i++) {
        Peek peek;
        peek_with(finder, delimiters[i], &peek);
        bool is_better =
            peek.score > best->score || (peek.score == 0 && best->score == 0 &&
                                         width_at(&peek, 0) > width_at(best, 0));
        Peek loser = is_better ? *best : peek;
        if (is_better)
            *best = peek;
        peek_clear(&loser);
    }
    finder->layout.delimiter_reason = best->score > 0 ? "headers" : "guess";
}

static void find_delimiter(Finder *finder, Peek *peek)
{
    char setting                = delimiter_setting(finder->survey);
    char given                  = sep_line(finder->source);
    finder->layout.has_sep_line = given != '\0';
    if (setting == '\0' && given == '\0') {
        choose_peek(finder, peek);
    } else {
        peek_with(finder, setting != '\0' ? setting : given, peek);
        finder->layout.delimiter_reason = setting != '\0' ? "setting" : "sep-line";
    }
    finder->layout.delimiter = peek->delimiter;
}

/* ---- the tool ---- */

static bool has_header(char *const *cells, const char *const *names, size_t n_names)
{
    for (size_t i = 0; cells != NULL && cells[i] != NULL; i++)
        for (size_t n = 0; n < n_names; n++)
            if (g_ascii_strcasecmp(g_strstrip(cells[i]), names[n]) == 0)
                return true;
    return false;
}

/* q1[SQ001], or a date of submitting under LimeSurvey's own name. */
static bool is_limesurvey(char *const *cells)
{
    static const char *const names[] = {"submitdate", "lastpage", "startlanguage"};
    for (size_t i = 0; cells != NULL && cells[i] != NULL; i++)
        if (strstr(cells[i], "[SQ") != NULL)
            return true;
    return has_header(cells, names, G_N_ELEMENTS(names));
}

static bool has_import_ids(char *const *cells)
{
    for (size_t i = 0; cells != NULL && cells[i] != NULL; i++)
        if (strstr(cells[i], "\"ImportId\"") != NULL)
            return true;
    return false;
}

/* A second row that names the options where the first is blank. A title of one cell is
 * no row of questions. */
static bool has_option_row(char *const *first, char *const *second)
{
    size_t continued = 0, questions = 0;
    for (size_t i = 0; first != NULL && second != NULL && first[i] != NULL; i++) {
        if (second[i] == NULL)
            return false;
        bool is_blank = *g_strstrip(first[i]) == '\0';
        questions += !is_blank;
        continued += i > 0 && is_blank && *g_strstrip(second[i]) != '\0';
    }
    return continued > 0 && questions > 1;
}

/* Whether the second row is one of options and not the first answer to a question whose
 * header is blank: it has no respondent, or names what the reader knows. */
static bool is_option_row(const Finder *finder, char *const *first, char *const *second)
{
    return has_option_row(first, second) &&
           (*g_strstrip(second[0]) == '\0' || score_of(finder, second) > 0);
}

static SurveyTool detect_tool(const Finder *finder, const Peek *peek)
{
    static const char *const forms[]  = {"Start time", "Completion time", "Begintijd",
                                         "Tijd van voltooien", "Tijdstip van voltooien"};
    static const char *const monkey[] = {"Respondent ID", "RespondentID",
                                         "Collector ID"};
    char *const *first                = record_at(peek, peek->header);
    char *const *second               = record_at(peek, peek->header + 1);
    if (has_import_ids(record_at(peek, peek->header + 2)) || has_import_ids(second))
        return TOOL_QUALTRICS;
    if (is_option_row(finder, first, second) ||
        has_header(first, monkey, G_N_ELEMENTS(monkey)))
        return TOOL_SURVEYMONKEY;
    if (is_limesurvey(first))
        return TOOL_LIMESURVEY;
    return has_header(first, forms, G_N_ELEMENTS(forms)) ? TOOL_FORMS : TOOL_PLAIN;
}

static size_t tool_header_rows(const Peek *peek, SurveyTool tool)
{
    char *const *first  = record_at(peek, peek->header);
    char *const *second = record_at(peek, peek->header + 1);
    if (tool == TOOL_SURVEYMONKEY)
        return has_option_row(first, second) ? 2 : 1;
    if (tool == TOOL_QUALTRICS)
        return has_import_ids(record_at(peek, peek->header + 2)) ? 3
               : has_import_ids(second)                          ? 2
                                                                 : 1;
    return 1;
}

/* Where the codebook names options, the second header row is understood best: the first
 * lies above it. */
static void step_back(Peek *peek)
{
    char *const *above = peek->header > 0 ? record_at(peek, peek->header - 1) : NULL;
    char *const *here  = record_at(peek, peek->header);
    if (above != NULL && width_at(peek, peek->header - 1) > 1 &&
        has_option_row(above, here))
        peek->header--;
}

/* Qualtrics marks its third header row; the first lies two above it. */
static void find_import_ids(Peek *peek)
{
    for (size_t i = 2; i < peek->records->len; i++)
        if (has_import_ids(record_at(peek, i))) {
            peek->header = i - 2;
            return;
        }
}

static size_t filled_cells(const Peek *peek, size_t i)
{
    char *const *cells = record_at(peek, i);
    size_t n           = 0;
    for (size_t c = 0; cells != NULL && cells[c] != NULL; c++)
        n += *g_strstrip(cells[c]) != '\0';
    return n;
}

/* Where no header is known, it is the first row that is not much emptier than the
 * others: titles have a cell or two. */
static void guess_header(Peek *peek)
{
    size_t most = 0;
    for (size_t i = 0; i < peek->records->len; i++)
        most = MAX(most, filled_cells(peek, i));
    for (size_t i = 0; i < peek->records->len && peek->score == 0; i++)
        if (filled_cells(peek, i) * 2 >= most) {
            peek->header = i;
            return;
        }
}

static DateOrder date_order_of(const SurveySettings *survey, SurveyTool tool)
{
    if (strcmp(survey->date_order, "mdy") == 0)
        return DATE_ORDER_MDY;
    if (*survey->date_order != '\0')
        return DATE_ORDER_DMY;
    return tool == TOOL_FORMS || tool == TOOL_SURVEYMONKEY ? DATE_ORDER_MDY
                                                           : DATE_ORDER_DMY;
}

static void find_tool(Finder *finder, Peek *peek)
{
    Layout *layout               = &finder->layout;
    const SurveySettings *survey = finder->survey;
    layout->tool                 = TOOL_PLAIN;
    layout->tool_reason          = "";
    layout->header_rows          = 1;
    if (survey == NULL)
        return;
    step_back(peek);
    find_import_ids(peek);
    layout->tool        = detect_tool(finder, peek);
    layout->tool_reason = "header";
    for (SurveyTool t = 0; t < TOOL_COUNT; t++)
        if (strcmp(survey->tool, tool_names[t]) == 0) {
            layout->tool        = t;
            layout->tool_reason = "setting";
        }
    layout->date_order  = date_order_of(survey, layout->tool);
    layout->header_rows = tool_header_rows(peek, layout->tool);
    if (survey->header_rows > 0)
        layout->header_rows = (size_t)survey->header_rows;
}

/* ---- the headers ---- */

static const char *cell_at(const Peek *peek, size_t row, size_t column)
{
    return column < width_at(peek, row) ? record_at(peek, row)[column] : "";
}

/* Columns of one question: continuation cells, q1[...] and Q1_1. */
static bool is_same_question(const char *a, const char *b, SurveyTool tool)
{
    size_t stem = tool == TOOL_QUALTRICS ? strcspn(a, "_") : strcspn(a, "[");
    return stem > 0 && a[stem] != '\0' && strncmp(a, b, stem + 1) == 0;
}

static void name_column(const Finder *finder, const Peek *peek, Header *headers,
                        size_t column)
{
    Arena *arena       = finder->arena;
    Header *header     = &headers[column];
    const char *own    = cell_at(peek, peek->header, column);
    bool has_options   = finder->layout.header_rows > 1;
    bool is_continued  = has_options && *own == '\0' && column > 0;
    const char *option = has_options ? cell_at(peek, peek->header + 1, column) : "";
    header->question   = column;
    if (is_continued || (column > 0 && is_same_question(own, headers[column - 1].text,
                                                        finder->layout.tool)))
        header->question = headers[column - 1].question;
    const char *question        = cell_at(peek, peek->header, header->question);
    header->text                = arena_strdup(arena, *own != '\0' ? own : option);
    header->names[HEADER_WHOLE] = fold(arena, own);
    header->names[HEADER_CODE]  = code_of(arena, own);
    if (!has_options)
        return;
    header->names[HEADER_OPTION] = fold(arena, option);
    header->names[HEADER_JOINED] =
        fold(arena, arena_printf(arena, "%s [%s]", question, option));
}

static void find_headers(Finder *finder, const Peek *peek)
{
    Layout *layout  = &finder->layout;
    layout->n_cells = width_at(peek, peek->header);
    for (size_t r = 1; r < layout->header_rows; r++)
        layout->n_cells = MAX(layout->n_cells, width_at(peek, peek->header + r));
    Header *headers = arena_array(finder->arena, Header, layout->n_cells);
    for (size_t i = 0; i < layout->n_cells; i++) {
        name_column(finder, peek, headers, i);
        if (*headers[i].text != '\0')
            layout->n_headers = i + 1;
    }
    layout->headers     = headers;
    layout->title_rows  = peek->header;
    layout->title_row   = peek->header > 0 ? spot_at(peek, 0).row : 0;
    layout->header_row  = spot_at(peek, peek->header).row;
    layout->header_line = spot_at(peek, peek->header).line;
}

/* A header that cannot be read leaves the first answers in its place. */
static void find_fault(Layout *layout, const Peek *peek)
{
    layout->is_known = peek->score > 0;
    for (size_t i = 0; !layout->is_known && i < peek->places->len; i++) {
        Spot spot = spot_at(peek, i);
        if (layout->fault != CSV_FAULT_NONE || spot.fault == CSV_FAULT_NONE)
            continue;
        layout->fault      = spot.fault;
        layout->fault_row  = spot.row;
        layout->fault_line = spot.line;
    }
}

const Layout *layout_find(Arena *arena, const Source *source, GHashTable *known,
                          const SurveySettings *survey)
{
    Finder finder = {
        .arena = arena, .source = source, .known = known, .survey = survey};
    Peek peek;
    find_delimiter(&finder, &peek);
    guess_header(&peek);
    find_tool(&finder, &peek);
    find_headers(&finder, &peek);
    find_fault(&finder.layout, &peek);
    peek_clear(&peek);
    Layout *layout = arena_alloc(arena, sizeof *layout);
    *layout        = finder.layout;
    return layout;
}

CsvReader *layout_reader(const Layout *layout, const Source *source,
                         const CsvLimits *limits)
{
    CsvReader *reader =
        csv_reader_new(source->text, source->length, layout->delimiter, limits);
    CsvRecord record;
    if (layout->has_sep_line)
        csv_reader_skip_line(reader);
    for (size_t i = 0; i < layout->title_rows + layout->header_rows; i++)
        csv_reader_next(reader, &record);
    csv_reader_expect(reader, layout->n_cells);
    return reader;
}
