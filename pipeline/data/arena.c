/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of blocks, each twice the size of the one before up to a limit; an allocation
 * takes the next bytes of the newest block. */
#include "data/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

enum { FIRST_BLOCK = 4 * 1024, LARGEST_BLOCK = 1024 * 1024 };

typedef struct Block Block;
struct Block {
    Block *previous;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

struct Arena {
    Block *newest;
    size_t total;
};

Arena *arena_new(void)
{
    return g_new0(Arena, 1);
}

void arena_free(Arena *arena)
{
    if (arena == NULL)
        return;
    for (Block *block = arena->newest; block != NULL;) {
        Block *previous = block->previous;
        g_free(block);
        block = previous;
    }
    g_free(arena);
}

static void arena_grow(Arena *arena, size_t size)
{
    size_t next = arena->newest == NULL ? FIRST_BLOCK : arena->newest->size * 2;
    next        = MAX(MIN(next, (size_t)LARGEST_BLOCK), size);
    g_assert(next <= G_MAXSIZE - sizeof(Block));
    Block *block    = g_malloc0(sizeof(Block) + next);
    block->previous = arena->newest;
    block->size     = next;
    arena->newest   = block;
    arena->total += next;
}

void *arena_alloc(Arena *arena, size_t size)
{
    const size_t unit = alignof(max_align_t);
    g_assert(size <= G_MAXSIZE - unit);
    size_t start = 0;
    if (arena->newest != NULL)
        start = (arena->newest->used + unit - 1) / unit * unit;
    if (arena->newest == NULL || start > arena->newest->size ||
        arena->newest->size - start < size) {
        arena_grow(arena, size);
        start = 0;
    }
    arena->newest->used = start + size;
    return arena->newest->bytes + start;
}

void *arena_alloc_array(Arena *arena, size_t count, size_t size)
{
    g_assert(size == 0 || count <= G_MAXSIZE / size);
    return arena_alloc(arena, count * size);
}

/* Text needs no alignment: it takes exactly its bytes, which halves what a column of
 * short ids holds. */
static char *arena_bytes(Arena *arena, size_t size)
{
    if (arena->newest == NULL || arena->newest->size - arena->newest->used < size)
        arena_grow(arena, size);
    char *result = (char *)arena->newest->bytes + arena->newest->used;
    arena->newest->used += size;
    return result;
}

char *arena_strndup(Arena *arena, const char *text, size_t length)
{
    if (text == NULL)
        return NULL;
    char *copy = arena_bytes(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *arena_strdup(Arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_strndup(arena, text, strlen(text));
}

char *arena_printf(Arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return arena_strdup(arena, text);
}

size_t arena_size(const Arena *arena)
{
    return arena->total;
}
