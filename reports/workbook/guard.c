/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The limits are Excel's own, from "Excel specifications and limits"; names follow
 * "Rename an Excel table" and the escapes ECMA-376 part 1, 22.9.2.19 (ST_Xstring). */
#include "reports/workbook/guard.h"

#include <math.h>
#include <string.h>

enum {
    LONGEST_TEXT    = 32767,
    LONGEST_SHEET   = 31,
    LONGEST_NAME    = 255,
    LONGEST_ADDRESS = 2000,
    LAST_ROW        = 1048576,
    REPLACEMENT     = 0xFFFD
};

/* Characters as Excel counts them: UTF-16 units. `text` is UTF-8. */
static size_t utf16_length(const char *text)
{
    size_t count = 0;
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at])
        count += g_utf8_get_char(at) > 0xFFFF ? 2 : 1;
    return count;
}

const char *guard_text(const char *text)
{
    if (text == NULL)
        return "no text";
    if (!g_utf8_validate(text, -1, NULL))
        return "text that is not UTF-8";
    if (utf16_length(text) > LONGEST_TEXT)
        return "text longer than 32,767 characters";
    return NULL;
}

static bool has_control(const char *text)
{
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        if (g_unichar_iscntrl(g_utf8_get_char(at)))
            return true;
    }
    return false;
}

const char *guard_line(const char *text, size_t longest)
{
    const char *reason = guard_text(text);
    if (reason != NULL)
        return reason;
    if (text[strspn(text, " ")] == '\0')
        return "an empty text where one must stand";
    if (utf16_length(text) > longest)
        return "a text that is too long for its place";
    return has_control(text) ? "a line break or control character in a line" : NULL;
}

static bool is_escape(const char *at)
{
    if (at[0] != '_' || at[1] != 'x')
        return false;
    size_t digits = 0;
    while (digits < 4 && g_ascii_isxdigit(at[2 + digits]))
        digits++;
    return digits == 4 && at[6] == '_';
}

bool guard_has_escape(const char *text)
{
    for (const char *at = strchr(text, '_'); at != NULL; at = strchr(at + 1, '_')) {
        if (is_escape(at))
            return true;
    }
    return false;
}

const char *guard_sheet_name(const char *name)
{
    const char *reason = guard_line(name, LONGEST_SHEET);
    if (reason != NULL)
        return reason;
    if (strpbrk(name, "[]:*?/\\") != NULL)
        return "a sheet name with one of [ ] : * ? / \\";
    if (name[0] == '\'' || g_str_has_suffix(name, "'"))
        return "a sheet name that starts or ends with an apostrophe";
    if (g_ascii_strcasecmp(name, "history") == 0)
        return "a sheet name that Excel keeps for itself";
    return guard_has_escape(name) ? "a sheet name with an escape" : NULL;
}

/* AB12 up to XFD1048576; further names with letters and digits are no cells. */
static bool is_cell(const char *name)
{
    const size_t letters = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const char *digits   = name + letters;
    if (letters < 1 || letters > 3 || digits[0] == '\0' ||
        digits[strspn(digits, "0123456789")] != '\0')
        return false;
    if (letters == 3 && strncmp(name, "XFD", 3) > 0)
        return false;
    return g_ascii_strtoull(digits, NULL, 10) <= LAST_ROW;
}

/* R, C, R1, C1, R1C1: the other way of naming a cell. */
static bool is_row_column(const char *name)
{
    const char *at = name;
    if (*at == 'R')
        at += 1 + strspn(at + 1, "0123456789");
    if (*at == 'C')
        at += 1 + strspn(at + 1, "0123456789");
    return at != name && *at == '\0';
}

const char *guard_table_id(const char *id)
{
    const char *reason = guard_line(id, LONGEST_NAME);
    if (reason != NULL)
        return reason;
    if (!g_ascii_isalpha(id[0]) && id[0] != '_')
        return "a table name that does not start with a letter";
    for (const char *at = id; *at != '\0'; at++) {
        if (!g_ascii_isalnum(*at) && *at != '_')
            return "a table name with other characters than letters, digits and _";
    }
    g_autofree char *upper = g_ascii_strup(id, -1);
    if (is_cell(upper) || is_row_column(upper))
        return "a table name that reads as a cell";
    return guard_has_escape(id) ? "a table name with an escape" : NULL;
}

const char *guard_address(const char *address)
{
    const char *reason = guard_line(address, LONGEST_ADDRESS);
    if (reason != NULL)
        return reason;
    if (strpbrk(address, " \"<>\\^`{|}") != NULL)
        return "an address with characters that must be escaped";
    static const char *const schemes[] = {"https://", "mailto:"};
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        if (g_str_has_prefix(address, schemes[i]) &&
            address[strlen(schemes[i])] != '\0')
            return NULL;
    }
    return "an address that is not https: or mailto:";
}

const char *guard_number(double number)
{
    return isfinite(number) ? NULL : "a number that is not finite";
}

const char *guard_date(const char *date)
{
    static const char pattern[] = "0000-00-00";
    if (date == NULL || strlen(date) != strlen(pattern))
        return "a date that is not written YYYY-MM-DD";
    for (size_t i = 0; i < strlen(pattern); i++) {
        if (pattern[i] == '0' ? !g_ascii_isdigit(date[i]) : date[i] != '-')
            return "a date that is not written YYYY-MM-DD";
    }
    const guint64 year  = g_ascii_strtoull(date, NULL, 10);
    const guint64 month = g_ascii_strtoull(date + 5, NULL, 10);
    const guint64 day   = g_ascii_strtoull(date + 8, NULL, 10);
    if (year < 1900 ||
        !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return "a date that does not exist";
    return NULL;
}

static bool is_storable(gunichar character)
{
    if (character == '\n' || character == '\t')
        return true;
    return !g_unichar_iscntrl(character) && (character & 0xFFFE) != 0xFFFE;
}

char *guard_escape(Arena *arena, const char *text)
{
    g_autoptr(GString) result = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        const gunichar character = g_utf8_get_char(at);
        if (character == '\r') {
            if (at[1] != '\n')
                g_string_append_c(result, '\n');
            continue;
        }
        if (character == '_' && is_escape(at))
            g_string_append(result, "_x005F");
        g_string_append_unichar(result,
                                is_storable(character) ? character : REPLACEMENT);
    }
    return arena_strdup(arena, result->str);
}
