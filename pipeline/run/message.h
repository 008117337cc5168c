/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/text.h"

#include <glib.h>
#include <stdbool.h>

/* What the driver tells people, in the language of their terminal, and the failures
 * that end it. Every sentence stands once, in messages.def. A failure carries the exit
 * code of sysexits.h with which the program ends. */

typedef enum MessageId {
#define MESSAGE(name, en, nl) MESSAGE_##name,
#include "run/messages.def"
    MESSAGE_COUNT
} MessageId;

/* The message in the terminal's language with {1}, {2} ... replaced by the texts that
 * follow, a NULL after the last. Free with g_free. */
char *message(MessageId id, ...) G_GNUC_NULL_TERMINATED;

/* Its row of messages.def, unfilled. */
Text message_words(MessageId id);

/* A whole number with the language's thousands separator. Free with g_free. */
char *message_count(size_t count);

/* The code of a RUN_ERROR is the exit code. */
#define RUN_ERROR run_error_quark()
GQuark run_error_quark(void);

/* Sets the failure and returns false, for `return fail_with(error, EX_..., ...)`. */
bool fail_with(GError **error, int exit_code, MessageId id, ...) G_GNUC_NULL_TERMINATED;

/* As fail_with for a call that set `errno`: the message gets `path` and the system's
 * reason; a full disk is EX_IOERR and a refusal EX_NOPERM, all else `exit_code`. */
bool fail_errno(GError **error, int exit_code, MessageId id, const char *path);

/* The exit code for any failure, those of GLib and of data included. */
int failure_exit_code(const GError *error);
