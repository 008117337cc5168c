/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How large a picture is, which must be known before the rows under it are laid out. */
typedef struct PictureSize {
    double width; /* pixels of 1/96 inch, by the resolution that the file states */
    double height;
} PictureSize;

/* Reads the size of a PNG file. NULL, or why it has none. */
const char *picture_measure(const char *path, PictureSize *size);
