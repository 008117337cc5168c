/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <stdbool.h>

/* The fonts: Liberation Sans, regular and bold, and no other, so that a picture does
 * not depend on what else a machine has installed. They are looked for in the folder
 * that the build found, or in the one that MONITOR_FONT_DIR names. The configuration is
 * made once, and with it the face of each weight, which cairo shares between threads;
 * the font map and its caches are each thread's own. */
typedef struct _PangoContext PangoContext;

#define FONT_FAMILY "Liberation Sans"

/* This thread's context, or NULL when the fonts are missing. Owned by the thread. */
PangoContext *font_context(void);

/* Where the fonts were looked for. */
const char *font_folder(void);
