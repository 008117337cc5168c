/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* A folder of its own for a test, and files in it. */
typedef struct Sandbox {
    char *folder;
} Sandbox;

Sandbox sandbox_new(void);
void sandbox_clear(Sandbox *sandbox);

/* The path of `name` in the sandbox. Free with g_free. */
char *sandbox_path(const Sandbox *sandbox, const char *name);

/* Writes a file, its folders made as needed. */
void sandbox_write(const Sandbox *sandbox, const char *name, const char *text);

/* The content of a file; NULL when it is not there. Free with g_free. */
char *sandbox_read(const Sandbox *sandbox, const char *name);

bool sandbox_has(const Sandbox *sandbox, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sandbox, sandbox_clear)
