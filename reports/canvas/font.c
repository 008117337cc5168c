/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A private fontconfig: made current before Pango asks for one, so the machine's own
 * configuration and caches are never read. */
#include "reports/canvas/font.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

static const char *const files[] = {"LiberationSans-Regular.ttf",
                                    "LiberationSans-Bold.ttf"};

static const char settings[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    "<match target=\"font\"><edit name=\"hinting\"><bool>false</bool></edit>"
    "<edit name=\"antialias\"><bool>true</bool></edit>"
    "<edit name=\"embeddedbitmap\"><bool>false</bool></edit></match></fontconfig>";

const char *font_folder(void)
{
    const char *folder = g_getenv("MONITOR_FONT_DIR");
    return folder != NULL ? folder : FONT_DIR;
}

static FcConfig *config_load(void)
{
    FcConfig *config = FcConfigCreate();
    bool loaded =
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)settings, FcTrue);
    for (size_t i = 0; loaded && i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(font_folder(), files[i], NULL);
        loaded                = g_file_test(path, G_FILE_TEST_IS_REGULAR) &&
                 FcConfigAppFontAddFile(config, (const FcChar8 *)path);
    }
    if (!loaded) {
        FcConfigDestroy(config);
        return NULL;
    }
    FcConfigSetCurrent(config);
    return config;
}

static PangoContext *context_new(FcConfig *config)
{
    g_autoptr(PangoFontMap) map =
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    PangoContext *context         = pango_font_map_create_context(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    pango_context_set_language(context, pango_language_from_string("nl"));
    return context;
}

/* The face of one weight as cairo keeps it, alive from here on. */
static void face_hold(PangoContext *context, PangoWeight weight)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, FONT_FAMILY);
    pango_font_description_set_weight(description, weight);
    pango_font_description_set_absolute_size(description, 9 * PANGO_SCALE);
    g_autoptr(PangoFont) font = pango_context_load_font(context, description);
    cairo_scaled_font_t *scaled =
        font != NULL ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)) : NULL;
    if (scaled != NULL)
        cairo_font_face_reference(cairo_scaled_font_get_font_face(scaled));
    pango_font_description_free(description);
}

/* cairo lists the faces of a font file for all threads together, without a lock. Two
 * threads that each make the first face lose one from the list, and a document then
 * embeds the same font twice. Made here, before any thread draws, and never let go, a
 * face is only looked up. */
static void faces_hold(FcConfig *config)
{
    PangoContext *context = context_new(config);
    face_hold(context, PANGO_WEIGHT_NORMAL);
    face_hold(context, PANGO_WEIGHT_BOLD);
    g_object_unref(context);
}

static FcConfig *config_shared(void)
{
    static gsize once       = 0;
    static FcConfig *config = NULL;
    if (g_once_init_enter(&once)) {
        config = config_load();
        if (config != NULL)
            faces_hold(config);
        g_once_init_leave(&once, 1);
    }
    return config;
}

PangoContext *font_context(void)
{
    static GPrivate own   = G_PRIVATE_INIT(g_object_unref);
    PangoContext *context = g_private_get(&own);
    FcConfig *config      = config_shared();
    if (context != NULL || config == NULL)
        return context;
    context = context_new(config);
    g_private_set(&own, context);
    return context;
}

#ifdef SANITIZE /* see cmake/Hardening.cmake */
/* fontconfig links its objects by offsets, which the leak checker cannot follow: the
 * one configuration that lives until the end looks lost to it. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}
#endif
