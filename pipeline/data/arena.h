/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* An arena is memory with one owner and one end. A function that takes an Arena puts
 * its result there; a function that takes none leaves nothing behind. Nothing is ever
 * freed singly, so results can be const and point into each other. */
typedef struct Arena Arena;

/* A new, empty arena. Owned by the caller. */
Arena *arena_new(void);

/* Frees the arena and all that was allocated in it. NULL is allowed. */
void arena_free(Arena *arena);

/* `size` bytes, zeroed, aligned for any type. Never NULL: as in GLib, running out of
 * memory ends the program. */
void *arena_alloc(Arena *arena, size_t size);

/* A zeroed array of `count` elements of `Type`. */
#define arena_array(arena, Type, count)                                                \
    ((Type *)arena_alloc_array((arena), (count), sizeof(Type)))
void *arena_alloc_array(Arena *arena, size_t count, size_t size);

/* A copy of `text`, or of its first `length` bytes, ended by NUL. NULL gives NULL. */
char *arena_strdup(Arena *arena, const char *text);
char *arena_strndup(Arena *arena, const char *text, size_t length);

/* As g_strdup_printf. */
char *arena_printf(Arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Bytes held by the arena, for the bound on memory that the benchmark reports. */
size_t arena_size(const Arena *arena);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)
