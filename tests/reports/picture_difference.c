/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture_difference ONE.png OTHER.png prints the share of blocks of 8 x 8 pixels whose
 * mean brightness differs by more than a tenth, in percent. Blocks, because two
 * programs never smooth an edge alike; a shifted, missing or recoloured thing still
 * shows. Exit code 1 when a file cannot be read or the sizes differ. */
#include <cairo.h>
#include <math.h>
#include <stdio.h>

enum { BLOCK = 8 };

/* Sum of red, green and blue over a block, against white where the picture is clear. */
static double block_light(cairo_surface_t *picture, int left, int top)
{
    const unsigned char *pixels = cairo_image_surface_get_data(picture);
    int stride                  = cairo_image_surface_get_stride(picture);
    double light                = 0;
    for (int y = top; y < top + BLOCK; y++)
        for (int x = left; x < left + BLOCK; x++)
            for (int channel = 0; channel < 3; channel++)
                light += pixels[y * stride + 4 * x + channel];
    return light / (BLOCK * BLOCK * 3 * 255.0);
}

static double difference(cairo_surface_t *one, cairo_surface_t *other)
{
    int width  = cairo_image_surface_get_width(one) / BLOCK;
    int height = cairo_image_surface_get_height(one) / BLOCK;
    int differ = 0;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            if (fabs(block_light(one, x * BLOCK, y * BLOCK) -
                     block_light(other, x * BLOCK, y * BLOCK)) > 0.1)
                differ++;
    return 100.0 * differ / (width * height);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 64;
    cairo_surface_t *one   = cairo_image_surface_create_from_png(argv[1]);
    cairo_surface_t *other = cairo_image_surface_create_from_png(argv[2]);
    if (cairo_surface_status(one) != CAIRO_STATUS_SUCCESS ||
        cairo_surface_status(other) != CAIRO_STATUS_SUCCESS)
        return 1;
    int across =
        cairo_image_surface_get_width(one) - cairo_image_surface_get_width(other);
    int along =
        cairo_image_surface_get_height(one) - cairo_image_surface_get_height(other);
    if (across < -1 || across > 1 || along < -1 || along > 1)
        return 1;
    printf("%.3f\n", difference(one, other));
    cairo_surface_destroy(one);
    cairo_surface_destroy(other);
    return 0;
}
