/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal. GLib's own g_print is not used: it converts to the C locale's character
 * set, which would turn every accent into a question mark. */
#include "run/terminal.h"

#include "run/message.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

enum { BAR_WIDTH = 24 };

struct Progress {
    size_t steps;
    size_t done;
};

void terminal_line(FILE *stream, const char *line)
{
    g_autoptr(Arena) arena = arena_new();
    fputs(text_for_terminal(arena, line), stream);
    fputc('\n', stream);
}

void terminal_lines(FILE *stream, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 0; lines[i] != NULL; i++)
        if (lines[i + 1] != NULL || *lines[i] != '\0')
            terminal_line(stream, lines[i]);
}

static bool is_terminal(FILE *stream)
{
    const char *term = g_getenv("TERM");
    return isatty(fileno(stream)) && term != NULL && strcmp(term, "dumb") != 0;
}

void terminal_heading(FILE *stream, const char *line)
{
    const char *no_color = g_getenv("NO_COLOR");
    bool is_bold = is_terminal(stream) && (no_color == NULL || *no_color == '\0');
    g_autoptr(Arena) arena = arena_new();
    fprintf(stream, "%s%s%s\n", is_bold ? "\033[1m" : "",
            text_for_terminal(arena, line), is_bold ? "\033[0m" : "");
}

void terminal_error(const char *text)
{
    g_autofree char *line = g_strconcat("alliantiemonitor: ", text, NULL);
    terminal_lines(stderr, line);
}

bool terminal_finish(void)
{
    bool was_lost = ferror(stdout) != 0;
    errno         = 0;
    if (fflush(stdout) == 0 && !was_lost)
        return true;
    g_autoptr(GError) error = NULL;
    fail_errno(&error, EX_IOERR, MESSAGE_cannot_write, "stdout");
    terminal_error(error->message);
    return false;
}

Progress *progress_new(size_t steps, bool is_quiet)
{
    if (is_quiet || !is_terminal(stderr))
        return NULL;
    Progress *progress = g_new0(Progress, 1);
    progress->steps    = steps;
    return progress;
}

void progress_step(Progress *progress, const char *label)
{
    if (progress == NULL)
        return;
    char bar[BAR_WIDTH + 1] = {0};
    size_t done             = MIN(progress->done, progress->steps);
    size_t full             = BAR_WIDTH * done / MAX(progress->steps, 1);
    memset(bar, '.', BAR_WIDTH);
    memset(bar, '#', full);
    fprintf(stderr, "\r\033[K[%s] %s", bar, label);
    fflush(stderr);
    progress->done++;
}

void progress_hide(Progress *progress)
{
    if (progress == NULL)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
}

void progress_free(Progress *progress)
{
    progress_hide(progress);
    g_free(progress);
}
