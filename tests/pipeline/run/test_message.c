/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every message in both languages, the language of the terminal, exit codes. */
#include "data/settings.h"
#include "run/message.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>

/* Which of {1} .. {6} stand in `text`, as bits. */
static unsigned places(const char *text)
{
    unsigned found = 0;
    for (const char *p = strchr(text, '{'); p != NULL; p = strchr(p + 1, '{')) {
        g_assert_cmpint(p[1], >=, '1');
        g_assert_cmpint(p[1], <=, '6');
        g_assert_cmpint(p[2], ==, '}');
        found |= 1U << (p[1] - '1');
    }
    return found;
}

static void test_both_languages(void)
{
    for (int id = 0; id < MESSAGE_COUNT; id++) {
        Text words = message_words((MessageId)id);
        g_assert_cmpstr(words.en, !=, "");
        g_assert_cmpstr(words.nl, !=, "");
        g_assert_true(g_utf8_validate(words.nl, -1, NULL));
        g_assert_cmpuint(places(words.en), ==, places(words.nl));
    }
}

static void set_language(const char *all, const char *messages, const char *language)
{
    g_setenv("LC_ALL", all, TRUE);
    g_setenv("LC_MESSAGES", messages, TRUE);
    g_setenv("LANG", language, TRUE);
}

static void test_language(void)
{
    set_language("", "", "");
    g_assert_cmpint(terminal_language(), ==, LANGUAGE_EN);
    set_language("", "", "nl_NL.UTF-8");
    g_assert_cmpint(terminal_language(), ==, LANGUAGE_NL);
    set_language("", "en_GB.UTF-8", "nl_NL.UTF-8");
    g_assert_cmpint(terminal_language(), ==, LANGUAGE_EN);
    set_language("nl_BE", "en_GB.UTF-8", "C");
    g_assert_cmpint(terminal_language(), ==, LANGUAGE_NL);
}

static void test_fill(void)
{
    set_language("en", "", "");
    g_autofree char *text = message(MESSAGE_stage_failed, "drawing {2}", "78", NULL);
    g_assert_cmpstr(text, ==, "stopped at drawing {2} (exit code 78).");
}

static void test_counts(void)
{
    static const struct {
        size_t count;
        const char *nl;
        const char *en;
    } cases[] = {{0, "0", "0"},
                 {999, "999", "999"},
                 {1000, "1.000", "1,000"},
                 {1234567, "1.234.567", "1,234,567"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        set_language("nl", "", "");
        g_autofree char *dutch = message_count(cases[i].count);
        g_assert_cmpstr(dutch, ==, cases[i].nl);
        set_language("en", "", "");
        g_autofree char *english = message_count(cases[i].count);
        g_assert_cmpstr(english, ==, cases[i].en);
    }
}

static void test_errno(void)
{
    static const struct {
        int number;
        int exit_code;
    } cases[] = {{ENOSPC, EX_IOERR},
                 {EFBIG, EX_IOERR},
                 {EACCES, EX_NOPERM},
                 {ENOTDIR, EX_CANTCREAT}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        errno                   = cases[i].number;
        g_assert_false(fail_errno(&error, EX_CANTCREAT, MESSAGE_cannot_create, "x"));
        g_assert_cmpint(failure_exit_code(error), ==, cases[i].exit_code);
    }
}

static void test_other_domains(void)
{
    static const struct {
        int code;
        int exit_code;
    } cases[] = {{G_FILE_ERROR_NOSPC, EX_IOERR},
                 {G_FILE_ERROR_ACCES, EX_NOPERM},
                 {G_FILE_ERROR_NOENT, EX_SOFTWARE}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error =
            g_error_new_literal(G_FILE_ERROR, cases[i].code, "words");
        g_assert_cmpint(failure_exit_code(error), ==, cases[i].exit_code);
    }
    g_autoptr(GError) settings = g_error_new_literal(SETTINGS_ERROR, 0, "words");
    g_assert_cmpint(failure_exit_code(settings), ==, EX_CONFIG);
}

int main(int count, char **words)
{
    g_test_init(&count, &words, NULL);
    g_test_add_func("/message/both-languages", test_both_languages);
    g_test_add_func("/message/language", test_language);
    g_test_add_func("/message/fill", test_fill);
    g_test_add_func("/message/counts", test_counts);
    g_test_add_func("/message/errno", test_errno);
    g_test_add_func("/message/other-domains", test_other_domains);
    return g_test_run();
}
