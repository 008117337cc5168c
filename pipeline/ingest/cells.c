/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading cells: one function a type, in the table at the end. */
#include "ingest/cells.h"

#include "data/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT_SIZE = 64 };

static bool is_one_of(const char *text, const char *const *words, size_t n_words)
{
    for (size_t i = 0; i < n_words; i++)
        if (g_ascii_strcasecmp(text, words[i]) == 0)
            return true;
    return false;
}

/* ---- yes and no ---- */

static int read_truth(CellReader *reader, const Variable *variable, const char *text,
                      Value *value)
{
    static const char *const yes[] = {"1", "ja", "j", "yes", "y", "true", "waar"};
    static const char *const no[]  = {"0", "nee", "n", "no", "false", "onwaar"};
    (void)reader, (void)variable;
    if (is_one_of(text, yes, G_N_ELEMENTS(yes)))
        value->truth = 1;
    else if (is_one_of(text, no, G_N_ELEMENTS(no)))
        value->truth = 0;
    else
        return FINDING_bad_truth;
    return CELL_FINE;
}

/* ---- numbers ---- */

/* A written number taken apart, its spaces gone. */
typedef struct Written {
    char whole[SHORT_SIZE]; /* digits, groups joined */
    char decimals[SHORT_SIZE];
    bool is_negative;
    bool is_ambiguous; /* 1,234 or, where decimals are allowed, 1.234 */
    char separator;    /* of the decimals, 0 without */
} Written;

/* The separator of groups at `text` and its length: point, comma or one of the spaces
 * that spreadsheets use; 0 for another character. All spaces count as ' '. */
static char separator_at(const char *text, size_t *length)
{
    *length = 1;
    if (*text == '.' || *text == ',' || *text == ' ')
        return *text;
    *length = 2;
    if (strncmp(text, "\u00A0", 2) == 0)
        return ' ';
    *length = 3;
    return strncmp(text, "\u202F", 3) == 0 ? ' ' : '\0';
}

static size_t copy_digits(char *out, size_t used, const char *from, size_t n)
{
    n = MIN(n, SHORT_SIZE - 1 - used);
    memcpy(out + used, from, n);
    out[used + n] = '\0';
    return used + n;
}

/* Takes groups of three, all with the same separator; what follows is left. */
static const char *take_groups(const char *text, Written *written, size_t *groups)
{
    size_t used = strlen(written->whole), size;
    char first  = separator_at(text, &size);
    *groups     = 0;
    if (used < 1 || used > 3 || written->whole[0] == '0')
        return text;
    while (first != '\0' && separator_at(text, &size) == first &&
           strspn(text + size, "0123456789") == 3) {
        used = copy_digits(written->whole, used, text + size, 3);
        text += size + 3;
        (*groups)++;
        written->separator = first;
    }
    return text;
}

/* True when the text is a number as people write it. One group after a comma could be
 * decimals, and one after a point too where `has_decimals`. */
static bool take_number(const char *text, bool has_decimals, Written *written)
{
    *written = (Written){.is_negative = *text == '-'};
    text += written->is_negative;
    size_t digits = strspn(text, "0123456789"), groups, size;
    if (digits == 0 || digits >= SHORT_SIZE)
        return false;
    copy_digits(written->whole, 0, text, digits);
    text          = take_groups(text + digits, written, &groups);
    char grouping = written->separator;
    if (*text == '\0') {
        written->is_ambiguous =
            groups > 0 &&
            (grouping == ',' || (grouping == '.' && has_decimals && groups == 1));
        written->separator = '\0';
        return true;
    }
    written->separator = separator_at(text, &size);
    digits             = strspn(text + 1, "0123456789");
    copy_digits(written->decimals, 0, text + 1, digits);
    bool is_decimal = written->separator == ',' || written->separator == '.';
    return is_decimal && digits > 0 && text[1 + digits] == '\0' &&
           (groups == 0 || grouping != written->separator);
}

static bool to_count(const Written *written, int64_t *count)
{
    return number_parse_count(written->whole, strlen(written->whole), count);
}

static double to_number(const Written *written)
{
    char text[2 * SHORT_SIZE + 4];
    g_snprintf(text, sizeof text, "%s%s.%s", written->is_negative ? "-" : "",
               written->whole, *written->decimals ? written->decimals : "0");
    return g_ascii_strtod(text, NULL);
}

/* A published figure such as 581.1 under "x 1 000". */
static int read_scaled(CellReader *reader, const char *text, Value *value)
{
    Written written;
    if (!take_number(text, true, &written) || written.is_negative)
        return FINDING_bad_count;
    if (written.is_ambiguous)
        return FINDING_ambiguous_count;
    double scaled = to_number(&written) * reader->scale;
    if (scaled > 9007199254740992.0 || fabs(scaled - round(scaled)) > 1e-6 * scaled)
        return FINDING_bad_count;
    value->count = (int64_t)round(scaled);
    return CELL_FINE;
}

static bool is_unknown_figure(const char *text)
{
    static const char *const marks[] = {".", "x", "-99997"};
    return is_one_of(text, marks, G_N_ELEMENTS(marks));
}

/* Drops the stars behind a provisional figure. */
static void drop_stars(CellReader *reader, const char *text, char *out)
{
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '*')
        length--;
    reader->provisional |= text[length] == '*';
    memcpy(out, text, length);
    out[length] = '\0';
}

static int read_count(CellReader *reader, const Variable *variable, const char *text,
                      Value *value)
{
    Written written;
    char bare[SHORT_SIZE];
    (void)variable;
    if (reader->is_statistics && is_unknown_figure(text))
        return CELL_FINE;
    if (reader->is_statistics) {
        drop_stars(reader, text, bare);
        text = bare;
    }
    if (reader->scale != 1)
        return read_scaled(reader, text, value);
    if (!take_number(text, false, &written) || written.is_negative)
        return FINDING_bad_count;
    if (written.is_ambiguous)
        return FINDING_ambiguous_count;
    if (strspn(written.decimals, "0") != strlen(written.decimals) ||
        !to_count(&written, &value->count))
        return FINDING_bad_count;
    return CELL_FINE;
}

static int read_number(CellReader *reader, const Variable *variable, const char *text,
                       Value *value)
{
    Written written;
    (void)reader, (void)variable;
    if (!take_number(text, true, &written))
        return FINDING_bad_number;
    if (written.is_ambiguous)
        return FINDING_ambiguous_count;
    value->number = to_number(&written);
    return CELL_FINE;
}

/* 2017, and CBS's 2017JJ00, 2017* and 2017**. */
static int read_year(CellReader *reader, const Variable *variable, const char *text,
                     Value *value)
{
    (void)variable;
    if (strspn(text, "0123456789") != 4)
        return FINDING_bad_year;
    const char *rest = text + 4;
    if (g_ascii_strcasecmp(rest, "JJ00") == 0)
        rest += 4;
    if (*rest == '*')
        reader->provisional = true;
    while (*rest == '*')
        rest++;
    int64_t year = g_ascii_strtoll(text, NULL, 10);
    if (*rest != '\0' || year < 1900 || year > 2199)
        return FINDING_bad_year;
    value->count = year;
    return CELL_FINE;
}

/* ---- dates ---- */

/* Three numbers with the same stroke between them, and perhaps a time. */
typedef struct Parts {
    int number[3];
    size_t digits[3];
    char stroke;
} Parts;

/* Nothing, or a time of day: 9:05, T10:15:00.123+01:00, 09:10:00 PM. */
static bool is_time(const char *text)
{
    if (*text == '\0')
        return true;
    if (*text != ' ' && *text != 'T')
        return false;
    text += strspn(text, " T");
    size_t hour = strspn(text, "0123456789");
    if (hour < 1 || hour > 2 || text[hour] != ':' ||
        g_ascii_strtoll(text, NULL, 10) > 24)
        return false;
    text += hour + 1;
    return strspn(text, "0123456789") == 2 && *text <= '5' &&
           strspn(text, "0123456789:.,+-Z aApPmM") == strlen(text);
}

static bool take_parts(const char *text, Parts *parts)
{
    *parts = (Parts){.stroke = '\0'};
    for (size_t i = 0; i < 3; i++) {
        parts->digits[i] = strspn(text, "0123456789");
        if (parts->digits[i] < 1 || parts->digits[i] > 4)
            return false;
        parts->number[i] = (int)g_ascii_strtoll(text, NULL, 10);
        text += parts->digits[i];
        if (i == 2)
            break;
        if ((*text != '-' && *text != '/') || (i == 1 && *text != parts->stroke))
            return false;
        parts->stroke = *text++;
    }
    return is_time(text);
}

static int read_parts(const CellReader *reader, const Parts *parts, Date *date)
{
    const int *n = parts->number;
    if (parts->digits[0] == 4) {
        *date = date_from(n[0], n[1], n[2]);
        return *date != DATE_MISSING ? CELL_FINE : FINDING_bad_date;
    }
    bool is_mdy = reader->date_order == DATE_ORDER_MDY && parts->stroke == '/';
    if (parts->digits[2] != 4 && !(is_mdy && parts->digits[2] == 2))
        return FINDING_bad_date;
    int year   = parts->digits[2] == 4 ? n[2] : 2000 + n[2];
    Date dmy   = date_from(year, n[1], n[0]);
    Date mdy   = date_from(year, n[0], n[1]);
    Date meant = is_mdy ? mdy : dmy;
    Date other = is_mdy ? dmy : mdy;
    *date      = meant;
    if (meant != DATE_MISSING)
        return CELL_FINE;
    return other != DATE_MISSING ? FINDING_date_order : FINDING_bad_date;
}

/* The day number that Excel keeps inside; the time of day is a fraction of it. */
static bool is_day_number(const char *text)
{
    if (strspn(text, "0123456789") != 5 || text[0] < '2' || text[0] > '7')
        return false;
    bool has_time = text[5] == ',' || text[5] == '.';
    size_t length = has_time ? 6 + strspn(text + 6, "0123456789") : 5;
    return text[length] == '\0';
}

/* 3-jan, jan-20 or 3-jan-20: what Excel makes of 3-1. */
static bool is_short_date(const char *text)
{
    size_t digits     = strspn(text, "0123456789");
    const char *month = text;
    if (digits == 1 || digits == 2)
        month += digits + 1;
    size_t letters = 0;
    while (g_ascii_isalpha(month[letters]))
        letters++;
    if (letters < 3 || letters > 9 || (digits > 0 && text[digits] != '-'))
        return false;
    const char *rest = month + letters;
    rest += *rest == '.';
    if (*rest == '\0')
        return digits > 0;
    size_t year = strspn(rest + 1, "0123456789");
    return *rest == '-' && (year == 2 || year == 4) && rest[1 + year] == '\0';
}

static int read_date(CellReader *reader, const Variable *variable, const char *text,
                     Value *value)
{
    Parts parts;
    (void)variable;
    if (take_parts(text, &parts))
        return read_parts(reader, &parts, &value->date);
    return is_day_number(text) ? FINDING_excel_date : FINDING_bad_date;
}

/* ---- ids, codes, municipalities, text ---- */

/* 1,23E+05, 1E+05 or 1,2E-05. */
static bool is_scientific(const char *text)
{
    size_t n = strspn(text, "0123456789.,");
    return n > 0 && (text[n] == 'E' || text[n] == 'e') &&
           (text[n + 1] == '+' || text[n + 1] == '-') && text[n + 2] != '\0' &&
           text[n + 2 + strspn(text + n + 2, "0123456789")] == '\0';
}

static int read_id(CellReader *reader, const Variable *variable, const char *text,
                   Value *value)
{
    (void)variable;
    if (is_scientific(text))
        return FINDING_excel_id;
    if (!text_is_id(text))
        return FINDING_bad_id;
    value->text = arena_strdup(reader->strings, text);
    return CELL_FINE;
}

/* Other words for a code, where they are neither the code nor its label. */
static const char *code_alias(const char *folded)
{
    static const char *const aliases[][2] = {{"alleen_lokaal", "local_only"},
                                             {"alleen lokaal", "local_only"},
                                             {"kort", "short"},
                                             {"middellang", "medium"},
                                             {"lang", "long"},
                                             {"lokaal", "local"}};
    for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++)
        if (strcmp(folded, aliases[i][0]) == 0)
            return aliases[i][1];
    return folded;
}

static bool is_label(Arena *arena, const char *folded, const char *label)
{
    return strcmp(folded, text_folded(arena, label, strlen(label))) == 0;
}

/* A spreadsheet may write the code 3 as 3,0. */
static void drop_zero_decimals(char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (digits > 0 && (text[digits] == ',' || text[digits] == '.') &&
        text[digits + 1] == '0' &&
        text[digits + 1 + strspn(text + digits + 1, "0")] == '\0')
        text[digits] = '\0';
}

static int find_code(const CodeList *list, const char *text)
{
    int code = code_find(list, text, strlen(text));
    if (code != CODE_NONE)
        return code;
    g_autoptr(Arena) arena = arena_new();
    char *whole            = text_folded(arena, text, strlen(text));
    drop_zero_decimals(whole);
    const char *folded = code_alias(whole);
    bool is_digit      = g_ascii_isdigit(folded[0]) && folded[1] == '\0';
    const char *padded = is_digit ? arena_printf(arena, "0%s", folded) : folded;
    for (size_t i = 0; i < list->n_codes; i++)
        if (is_label(arena, folded, list->codes[i]) ||
            is_label(arena, padded, list->codes[i]) ||
            is_label(arena, folded, list->labels[i].nl) ||
            is_label(arena, folded, list->labels[i].en))
            return (int)i;
    return CODE_NONE;
}

static int read_code(CellReader *reader, const Variable *variable, const char *text,
                     Value *value)
{
    (void)reader;
    value->code = (int16_t)find_code(variable->codes, text);
    return value->code != CODE_NONE ? CELL_FINE : FINDING_bad_code;
}

/* The code in `out`, which holds 8 bytes; CBS writes NL01 for the whole. */
static bool take_municipality(const char *text, size_t length, char *out)
{
    if ((length == 2 || length == 4) &&
        g_ascii_strncasecmp(text, "NL01", length) == 0) {
        g_strlcpy(out, "NL", 8);
        return true;
    }
    if (length != 6 || g_ascii_strncasecmp(text, "GM", 2) != 0 ||
        strspn(text + 2, "0123456789") < 4)
        return false;
    g_snprintf(out, 8, "GM%.4s", text + 2);
    return true;
}

/* PV20, LD01, CR01 and names such as Groningen (PV). */
static bool is_other_region(const char *text)
{
    static const char *const kinds[] = {"PV", "LD", "CR", "CP"};
    size_t length                    = strlen(text);
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *suffix = g_strdup_printf("(%s)", kinds[i]);
        if (g_str_has_suffix(text, suffix) ||
            (length == 4 && g_str_has_prefix(text, kinds[i]) &&
             strspn(text + 2, "0123456789") == 2))
            return true;
    }
    return false;
}

static int read_municipality(CellReader *reader, const Variable *variable,
                             const char *text, Value *value)
{
    char code[8];
    (void)variable;
    if (reader->is_statistics && is_other_region(text))
        return FINDING_region_skipped;
    if (!take_municipality(text, strlen(text), code))
        return FINDING_bad_municipality;
    value->text = arena_strdup(reader->strings, code);
    return CELL_FINE;
}

static int read_municipalities(CellReader *reader, const Variable *variable,
                               const char *text, Value *value)
{
    g_autoptr(GString) codes = g_string_new(NULL);
    char code[8];
    (void)variable;
    for (const char *p = text; *p != '\0';) {
        size_t length = strcspn(p, " ,;");
        if (length > 0 && !take_municipality(p, length, code))
            return FINDING_bad_municipality;
        if (length > 0)
            g_string_append_printf(codes, "%s%s", codes->len > 0 ? " " : "", code);
        p += length;
        p += strspn(p, " ,;");
    }
    value->text = arena_strndup(reader->strings, codes->str, codes->len);
    return CELL_FINE;
}

static bool is_unseen(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

static int read_text(CellReader *reader, const Variable *variable, const char *text,
                     Value *value)
{
    g_autoptr(GString) clean = g_string_new(NULL);
    int finding              = CELL_FINE;
    (void)variable;
    for (const char *p = text; *p != '\0'; p += g_utf8_skip[(guchar)*p]) {
        gunichar c    = g_utf8_get_char(p);
        bool is_break = c == '\n' || c == '\t' || c == '\r';
        bool is_twin  = c == '\r' && p[1] == '\n';
        if (is_break && !is_twin)
            g_string_append_c(clean, ' ');
        else if (!is_unseen(c))
            g_string_append_unichar(clean, c);
        else if (!is_twin)
            finding = FINDING_control_characters;
    }
    value->text =
        clean->len == 0 ? NULL : arena_strndup(reader->strings, clean->str, clean->len);
    return finding;
}

/* ---- all types ---- */

typedef struct CellKind {
    int (*read)(CellReader *reader, const Variable *variable, const char *text,
                Value *value);
    FindingCode bad; /* for what is too long to be right */
    Text expected;
} CellKind;

static const CellKind cell_kinds[] = {
    [VALUE_BOOL]           = {read_truth,
                              FINDING_bad_truth,
                              {"yes or no (also 1 and 0)", "ja of nee (ook 1 en 0)"}},
    [VALUE_COUNT]          = {read_count,
                              FINDING_bad_count,
                              {"a whole number of 0 or more, such as 1234",
                               "een heel getal van 0 of meer, zoals 1234"}},
    [VALUE_NUMBER]         = {read_number,
                              FINDING_bad_number,
                              {"a number, such as 0,65", "een getal, zoals 0,65"}},
    [VALUE_YEAR]           = {read_year,
                              FINDING_bad_year,
                              {"a year, such as 2023", "een jaartal, zoals 2023"}},
    [VALUE_DATE]           = {read_date,
                              FINDING_bad_date,
                              {"a date, such as 31-12-2023 or 2023-12-31",
                               "een datum, zoals 31-12-2023 of 2023-12-31"}},
    [VALUE_ID]             = {read_id,
                              FINDING_bad_id,
                              {"a number of letters, digits and . _ -, at most 32",
                               "een nummer van letters, cijfers en . _ -, hoogstens 32"}},
    [VALUE_MUNICIPALITY]   = {read_municipality,
                              FINDING_bad_municipality,
                              {"GM and four digits, such as GM0363, or NL",
                               "GM en vier cijfers, zoals GM0363, of NL"}},
    [VALUE_MUNICIPALITIES] = {read_municipalities,
                              FINDING_bad_municipality,
                              {"GM codes separated by spaces",
                               "GM-codes, gescheiden door spaties"}},
    [VALUE_CODE]           = {read_code, FINDING_bad_code, {"one of", "een van"}},
    [VALUE_TEXT] = {read_text, FINDING_record_too_large, {"a text", "een tekst"}},
};

/* In Dutch and in English, and a cell too narrow for its number. */
static bool is_excel_error(const char *text)
{
    static const char *const errors[] = {
        "#N/B",   "#WAARDE!", "#VERW!",  "#DEEL/0!",  "#NAAM?",  "#GETAL!",
        "#LEEG!", "#N/A",     "#VALUE!", "#REF!",     "#DIV/0!", "#NAME?",
        "#NUM!",  "#NULL!",   "#SPILL!", "#OVERLOOP!"};
    if (*text != '#')
        return false;
    return is_one_of(text, errors, G_N_ELEMENTS(errors)) ||
           (strlen(text) > 2 && strspn(text, "#") == strlen(text));
}

static Value missing_value(const Variable *variable)
{
    Value value;
    value_parse(variable, "", 0, &value);
    return value;
}

int cell_read(CellReader *reader, const Variable *variable, CsvCell cell, Value *value)
{
    const CellKind *kind = &cell_kinds[variable->type];
    size_t length        = cell.length;
    const char *trimmed  = text_trimmed(cell.text, &length);
    *value               = missing_value(variable);
    if (length == 0)
        return CELL_FINE;
    char short_copy[SHORT_SIZE];
    g_autofree char *long_copy = NULL;
    const char *text           = short_copy;
    if (length < sizeof short_copy) {
        memcpy(short_copy, trimmed, length);
        short_copy[length] = '\0';
    } else if (variable->type == VALUE_TEXT || variable->type == VALUE_CODE ||
               variable->type == VALUE_MUNICIPALITIES) {
        long_copy = g_strndup(trimmed, length);
        text      = long_copy;
    } else {
        return (int)kind->bad;
    }
    if (is_excel_error(text))
        return FINDING_excel_error;
    int finding = kind->read(reader, variable, text, value);
    if (finding == (int)kind->bad && is_short_date(text))
        finding = FINDING_excel_date;
    if (finding != CELL_FINE && finding != FINDING_control_characters)
        *value = missing_value(variable);
    return finding;
}

/* ---- the usual spellings, for speed ---- */

static bool plain_truth(CellReader *reader, const Variable *variable, CsvCell cell,
                        Value *value)
{
    const char *text = cell.text;
    (void)reader, (void)variable;
    if (cell.length == 1 && (*text == '0' || *text == '1'))
        value->truth = (int8_t)(*text - '0');
    else if (cell.length == 2 && (text[0] | 32) == 'j' && (text[1] | 32) == 'a')
        value->truth = 1;
    else if (cell.length == 3 && (text[0] | 32) == 'n' && (text[1] | 32) == 'e' &&
             (text[2] | 32) == 'e')
        value->truth = 0;
    else
        return false;
    return true;
}

static bool plain_count(CellReader *reader, const Variable *variable, CsvCell cell,
                        Value *value)
{
    (void)variable;
    return reader->scale == 1 && !reader->is_statistics && cell.length <= 15 &&
           number_parse_count(cell.text, cell.length, &value->count);
}

static bool plain_date(CellReader *reader, const Variable *variable, CsvCell cell,
                       Value *value)
{
    (void)reader, (void)variable;
    return date_parse(cell.text, cell.length, &value->date);
}

static bool plain_id(CellReader *reader, const Variable *variable, CsvCell cell,
                     Value *value)
{
    (void)variable;
    /* Windows' reserved names have at most four letters before a point. */
    if (cell.length < 5 || cell.length > 32)
        return false;
    for (size_t i = 0; i < cell.length; i++)
        if (!g_ascii_isalnum(cell.text[i]))
            return false;
    value->text = arena_strndup(reader->strings, cell.text, cell.length);
    return true;
}

static bool plain_code(CellReader *reader, const Variable *variable, CsvCell cell,
                       Value *value)
{
    (void)reader;
    value->code = (int16_t)code_find(variable->codes, cell.text, cell.length);
    return value->code != CODE_NONE;
}

static bool plain_text(CellReader *reader, const Variable *variable, CsvCell cell,
                       Value *value)
{
    const char *text = cell.text;
    (void)variable;
    if (*text == '#' || *text == ' ' || text[cell.length - 1] == ' ')
        return false;
    for (size_t i = 0; i < cell.length; i++)
        if (text[i] < 0x20 || text[i] == 0x7F)
            return false;
    value->text = arena_strndup(reader->strings, text, cell.length);
    return true;
}

bool cell_read_plain(CellReader *reader, const Variable *variable, CsvCell cell,
                     Value *value)
{
    static bool (*const plain[])(CellReader *, const Variable *, CsvCell, Value *) = {
        [VALUE_BOOL] = plain_truth, [VALUE_COUNT] = plain_count,
        [VALUE_DATE] = plain_date,  [VALUE_ID] = plain_id,
        [VALUE_CODE] = plain_code,  [VALUE_TEXT] = plain_text,
    };
    return cell.length > 0 && plain[variable->type] != NULL &&
           plain[variable->type](reader, variable, cell, value);
}

/* ---- what would have been right ---- */

static bool is_scale(const CodeList *list)
{
    for (size_t i = 0; i < list->n_codes; i++)
        if (list->codes[i][0] != (char)('1' + i) || list->codes[i][1] != '\0')
            return false;
    return list->n_codes > 1 && list->n_codes < 10;
}

/* The code that may have been meant, by itself or by one of its labels. */
static const char *nearest_code(const CodeList *list, const char *text)
{
    g_autofree const char **names = g_new(const char *, 3 * list->n_codes + 1);
    for (size_t i = 0; i < list->n_codes; i++) {
        names[3 * i]     = list->codes[i];
        names[3 * i + 1] = list->labels[i].nl;
        names[3 * i + 2] = list->labels[i].en;
    }
    const char *nearest = text_nearest(text, names, 3 * list->n_codes);
    for (size_t i = 0; nearest != NULL && i < 3 * list->n_codes; i++)
        if (names[i] == nearest)
            return list->codes[i / 3];
    return NULL;
}

static const char *expected_code(Arena *arena, Language language, const CodeList *list,
                                 const char *text)
{
    bool is_dutch = language == LANGUAGE_NL;
    if (is_scale(list))
        return arena_printf(arena,
                            is_dutch ? "een heel getal van 1 tot en met %zu"
                                     : "a whole number from 1 to %zu",
                            list->n_codes);
    const char *nearest    = nearest_code(list, text);
    g_autoptr(GString) all = g_string_new(is_dutch ? "een van: " : "one of: ");
    for (size_t i = 0; i < list->n_codes; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? ", " : "", list->codes[i]);
    if (nearest != NULL)
        g_string_append_printf(
            all, is_dutch ? "; is \"%s\" bedoeld?" : "; is \"%s\" meant?", nearest);
    return arena_strdup(arena, all->str);
}

/* Both readings of 1,234; 1,234,567 has but one. */
static const char *expected_count(Arena *arena, Language language, const char *text)
{
    bool is_dutch            = language == LANGUAGE_NL;
    size_t separators        = 0;
    g_autoptr(GString) whole = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p++) {
        separators += *p == ',' || *p == '.';
        if (*p != ',' && *p != '.')
            g_string_append_c(whole, *p);
    }
    if (separators > 1)
        return arena_printf(arena,
                            is_dutch ? "%s (als het om duizendtallen gaat)"
                                     : "%s (if these are thousands)",
                            whole->str);
    char *decimal = g_strdelimit(arena_strdup(arena, text), ",.", is_dutch ? ',' : '.');
    return arena_printf(arena,
                        is_dutch
                            ? "%s (als het om duizendtallen gaat) of %s (met decimalen)"
                            : "%s (if these are thousands) or %s (with decimals)",
                        whole->str, decimal);
}

/* What Excel made of it: the date behind a day number. */
static const char *expected_date(Arena *arena, Language language, ValueType type,
                                 const char *text)
{
    /* Excel counts from 30 December 1899, which is day 693594 here. */
    enum { EXCEL_DAY_ZERO = 693594 };
    char iso[DATE_SIZE];
    const char *plain = text_in(cell_kinds[type].expected, language);
    if (strspn(text, "0123456789") != 5)
        return arena_printf(arena,
                            language == LANGUAGE_NL
                                ? "%s; Excel heeft hier een korte datum van gemaakt"
                                : "%s; Excel made a short date of it",
                            plain);
    date_format((Date)(EXCEL_DAY_ZERO + g_ascii_strtoll(text, NULL, 10)), iso);
    return arena_printf(arena,
                        language == LANGUAGE_NL ? "%s; dit dagnummer is in Excel %s"
                                                : "%s; in Excel this day number is %s",
                        plain, iso);
}

const char *cell_expected(Arena *arena, Language language, const Variable *variable,
                          int finding, CsvCell cell)
{
    size_t length    = cell.length;
    const char *from = text_trimmed(cell.text, &length);
    const char *text = arena_strndup(arena, from, length);
    if (finding == FINDING_ambiguous_count)
        return expected_count(arena, language, text);
    if (finding == FINDING_excel_date)
        return expected_date(arena, language, variable->type, text);
    if (variable->type == VALUE_CODE)
        return expected_code(arena, language, variable->codes, text);
    if (finding == FINDING_bad_municipality && strspn(text, "0123456789") == length &&
        length >= 1 && length <= 4)
        return arena_printf(arena, "GM%04d", (int)g_ascii_strtoll(text, NULL, 10));
    return text_in(cell_kinds[variable->type].expected, language);
}

/* 192.0.2.7 and 2001:db8::1 */
static bool is_network_address(const char *text)
{
    size_t points = 0, colons = 0;
    if (*text == '\0' || strspn(text, "0123456789abcdefABCDEF.:") != strlen(text))
        return false;
    for (const char *p = text; *p != '\0'; p++) {
        points += *p == '.';
        colons += *p == ':';
    }
    return (points == 3 && strspn(text, "0123456789.") == strlen(text)) ||
           colons >= 3 || strstr(text, "::") != NULL;
}

/* Nine digits or more of which the first is 0 or stands after a +; a time has a colon.
 */
static bool is_telephone(const char *text)
{
    const char *first = text + strcspn(text, "0123456789");
    size_t digits     = 0;
    for (const char *p = first; *p != '\0'; p++)
        digits += g_ascii_isdigit(*p) ? 1 : 0;
    return digits >= 9 && strchr(text, ':') == NULL &&
           (*first == '0' || (first > text && first[-1] == '+'));
}

bool cell_looks_personal(const char *text)
{
    return strchr(text, '@') != NULL || is_network_address(text) || is_telephone(text);
}

bool cell_is_shown(const Variable *variable, const char *value)
{
    if (variable->type == VALUE_ID)
        return strchr(value, ' ') == NULL;
    return variable->type != VALUE_TEXT;
}
