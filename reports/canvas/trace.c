/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture as text: what is where, as measured. Tests read it to see that nothing
 * overlaps or falls off. */
#include "reports/canvas/list.h"
#include "reports/canvas/write.h"

static void put_places(GString *trace, const double *values, size_t count)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    for (size_t i = 0; i < count; i++) {
        g_ascii_formatd(text, sizeof text, "%.2f", values[i]);
        g_string_append_printf(trace, " %s", text);
    }
}

static void put_box(GString *trace, const Box *box)
{
    const double values[] = {box->x, box->y, box->width, box->height};
    put_places(trace, values, G_N_ELEMENTS(values));
}

static void put_item(GString *trace, const Item *item)
{
    static const char *const names[] = {"box", "circle", "line", "shape", "text"};
    g_string_append(trace, names[item->kind]);
    put_box(trace, &item->box);
    if (item->kind != ITEM_TEXT) {
        g_string_append_printf(
            trace, " fill %s stroke %s%s\n", palette_name(item->paint.fill),
            palette_name(item->paint.stroke), item->paint.dashed ? " dashed" : "");
        return;
    }
    g_string_append_printf(trace, " ink %s size", palette_name(item->style.ink));
    put_places(trace, &item->style.size, 1);
    g_string_append_printf(trace, " %s %s \"%s\"\n",
                           item->style.bold ? "bold" : "regular",
                           item->style.turned ? "turned" : "level", item->text);
}

GBytes *canvas_trace(const Canvas *canvas, GError **error)
{
    if (!canvas_is_sound(canvas, error))
        return NULL;
    g_autoptr(GString) trace = g_string_new("page");
    const double size[]      = {canvas->page.width, canvas->page.height};
    put_places(trace, size, G_N_ELEMENTS(size));
    g_string_append_c(trace, '\n');
    for (size_t i = 0; i < canvas_count(canvas); i++)
        put_item(trace, canvas_item(canvas, i));
    return g_string_free_to_bytes(g_steal_pointer(&trace));
}
