/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences with numbered places, and failures made of them. */
#include "run/message.h"

#include "data/settings.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>

G_DEFINE_QUARK(run - error - quark, run_error)

enum { PLACES = 6 };

static const Text texts[] = {
#define MESSAGE(name, en, nl) {en, nl},
#include "run/messages.def"
};

Text message_words(MessageId id)
{
    g_assert(id < MESSAGE_COUNT);
    return texts[id];
}

static char *fill(MessageId id, va_list list)
{
    const char *places[PLACES] = {NULL};
    const char *place;
    for (size_t n = 0; (place = va_arg(list, const char *)) != NULL; n++) {
        g_assert(n < PLACES);
        places[n] = place;
    }
    GString *result = g_string_new(NULL);
    for (const char *p = text_in(texts[id], terminal_language()); *p != '\0'; p++) {
        if (*p != '{') {
            g_string_append_c(result, *p);
            continue;
        }
        int number = p[1] - '1';
        g_assert(number >= 0 && number < PLACES && p[2] == '}');
        g_assert(places[number] != NULL);
        g_string_append(result, places[number]);
        p += 2;
    }
    return g_string_free(result, FALSE);
}

char *message(MessageId id, ...)
{
    va_list list;
    va_start(list, id);
    char *text = fill(id, list);
    va_end(list);
    return text;
}

char *message_count(size_t count)
{
    g_autofree char *digits = g_strdup_printf("%zu", count);
    size_t length           = strlen(digits);
    char separator          = terminal_language() == LANGUAGE_NL ? '.' : ',';
    GString *result         = g_string_new(NULL);
    for (size_t i = 0; i < length; i++) {
        if (i > 0 && (length - i) % 3 == 0)
            g_string_append_c(result, separator);
        g_string_append_c(result, digits[i]);
    }
    return g_string_free(result, FALSE);
}

bool fail_with(GError **error, int exit_code, MessageId id, ...)
{
    va_list list;
    va_start(list, id);
    g_autofree char *text = fill(id, list);
    va_end(list);
    g_set_error_literal(error, RUN_ERROR, exit_code, text);
    return false;
}

/* The codes that mean the same wherever they arise. */
static int exit_code_of(int number, int otherwise)
{
    static const struct {
        int number;
        int exit_code;
    } codes[] = {{ENOSPC, EX_IOERR}, {EDQUOT, EX_IOERR},  {EFBIG, EX_IOERR},
                 {EIO, EX_IOERR},    {EACCES, EX_NOPERM}, {EPERM, EX_NOPERM},
                 {EROFS, EX_NOPERM}};
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        if (codes[i].number == number)
            return codes[i].exit_code;
    return otherwise;
}

bool fail_errno(GError **error, int exit_code, MessageId id, const char *path)
{
    int number = errno;
    return fail_with(error, exit_code_of(number, exit_code), id, path,
                     g_strerror(number), NULL);
}

int failure_exit_code(const GError *error)
{
    static const struct {
        int code;
        int exit_code;
    } codes[] = {{G_FILE_ERROR_NOSPC, EX_IOERR},  {G_FILE_ERROR_IO, EX_IOERR},
                 {G_FILE_ERROR_ACCES, EX_NOPERM}, {G_FILE_ERROR_PERM, EX_NOPERM},
                 {G_FILE_ERROR_ROFS, EX_NOPERM},  {G_FILE_ERROR_FAILED, EX_IOERR}};
    if (error->domain == RUN_ERROR)
        return error->code;
    if (error->domain == SETTINGS_ERROR)
        return EX_CONFIG;
    for (size_t i = 0; error->domain == G_FILE_ERROR && i < G_N_ELEMENTS(codes); i++)
        if (codes[i].code == error->code)
            return codes[i].exit_code;
    return EX_SOFTWARE;
}
