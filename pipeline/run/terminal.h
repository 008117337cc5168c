/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* Printing for people: text from outside is escaped, colour only where it is wanted,
 * and a progress bar that never gets into a file. */

/* Prints one line; controls in `line` are shown, not obeyed. */
void terminal_line(FILE *stream, const char *line);

/* Prints a text of several lines in the same way. */
void terminal_lines(FILE *stream, const char *text);

/* Prints one line in bold where the stream is a terminal that may have it (NO_COLOR).
 */
void terminal_heading(FILE *stream, const char *line);

/* "alliantiemonitor: ..." on stderr. */
void terminal_error(const char *text);

/* Flushes stdout; false, with a message, when anything printed there was lost. */
bool terminal_finish(void);

/* A bar on stderr of `steps` steps. NULL, on which the other functions do nothing, when
 * stderr is no terminal or `is_quiet`. */
typedef struct Progress Progress;
Progress *progress_new(size_t steps, bool is_quiet);

/* One step more is done, and `label` says what is being done now. */
void progress_step(Progress *progress, const char *label);

/* Takes the bar off the screen; the next step draws it again. NULL is allowed. */
void progress_hide(Progress *progress);
void progress_free(Progress *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Progress, progress_free)
