/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chunks IHDR and pHYs at the start of a PNG file (PNG specification, second
 * edition, 11.2.2 and 11.3.5.3), read as libxlsxwriter reads them. */
#include "reports/workbook/picture.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum {
    START_SIZE     = 4096, /* bytes: both chunks come before the pixels */
    SIGNATURE_SIZE = 8,
    CHUNK_HEAD     = 8,  /* length and type */
    CHUNK_SHELL    = 12, /* with the checksum behind */
    IHDR_SIZE      = 13,
    PHYS_SIZE      = 9
};

/* Pixels to the metre at 96 to the inch. */
#define SCREEN_RESOLUTION (96 / 0.0254)

static guint32 big_endian(const unsigned char *bytes)
{
    return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 |
           bytes[3];
}

static size_t read_start(const char *path, unsigned char *bytes)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return 0;
    const size_t count = fread(bytes, 1, START_SIZE, file);
    fclose(file);
    return count;
}

static void read_resolution(const unsigned char *data, PictureSize *size)
{
    const guint32 across = big_endian(data);
    const guint32 down   = big_endian(data + 4);
    const bool metres    = data[8] == 1;
    if (!metres || across == 0 || down == 0)
        return;
    size->width *= SCREEN_RESOLUTION / across;
    size->height *= SCREEN_RESOLUTION / down;
}

static void read_chunks(const unsigned char *bytes, size_t count, PictureSize *size)
{
    size_t at = SIGNATURE_SIZE;
    while (at + CHUNK_HEAD + IHDR_SIZE <= count) {
        const guint32 length       = big_endian(bytes + at);
        const unsigned char *data  = bytes + at + CHUNK_HEAD;
        const unsigned char *title = bytes + at + 4;
        if (memcmp(title, "IDAT", 4) == 0)
            return;
        if (memcmp(title, "IHDR", 4) == 0 && length == IHDR_SIZE) {
            size->width  = big_endian(data);
            size->height = big_endian(data + 4);
        }
        if (memcmp(title, "pHYs", 4) == 0 && length == PHYS_SIZE)
            read_resolution(data, size);
        at += (size_t)length + CHUNK_SHELL;
    }
}

const char *picture_measure(const char *path, PictureSize *size)
{
    static const unsigned char signature[] = "\x89PNG\r\n\x1a\n";
    unsigned char bytes[START_SIZE];
    const size_t count = read_start(path, bytes);
    if (count == 0)
        return "a picture that cannot be read";
    if (count < SIGNATURE_SIZE || memcmp(bytes, signature, SIGNATURE_SIZE) != 0)
        return "a picture that is not PNG";
    read_chunks(bytes, count, size);
    return size->width > 0 && size->height > 0 ? NULL : "a picture without a size";
}
