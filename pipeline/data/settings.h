/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "data/date.h"
#include "data/output.h"
#include "data/schema.h"

#include <stdint.h>

/* The settings of a run: monitor.ini with every default filled in, and the language and
 * years that the command line asks for. Every key stands once, in settings.def. */

#define SETTING_FIELD_TEXT const char *
#define SETTING_FIELD_CHOICE const char *
#define SETTING_FIELD_INTEGER int64_t
#define SETTING_FIELD_NUMBER double
#define SETTING_FIELD_TRUTH bool
#define SETTING_FIELD_DAY const char *
#define SETTING_FIELD_DATE Date

/* The settings of one year's survey. */
typedef struct SurveySettings {
    int year;
#define SURVEY_SETTING(key, type, default, allowed, en, nl) SETTING_FIELD_##type key;
#include "data/settings.def"
} SurveySettings;

/* Years in which a variable's question changed. */
typedef struct Break {
    const char *variable;
    int year;
} Break;

typedef struct Settings {
#define SETTING(section, key, type, default, allowed, en, nl)                          \
    SETTING_FIELD_##type section##_##key;
#include "data/settings.def"
    Language language;
    CodeList sectors; /* as given, or the eight that the alliance names */
    CodeList domains; /* "1" .. "8" */
    const SurveySettings *surveys;
    size_t n_surveys;
    const Break *breaks;
    size_t n_breaks;
    const int *years; /* the years to report on, from the command line; none: all */
    size_t n_years;
} Settings;

/* What the command line adds. */
typedef struct SettingsOverrides {
    const char *language; /* NULL: as in the file */
    const int *years;
    size_t n_years;
} SettingsOverrides;

#define SETTINGS_ERROR settings_error_quark()
GQuark settings_error_quark(void);

/* Reads the text of monitor.ini (UTF-8, may be empty). A duplicate or unknown key or
 * section, or a value that is not allowed, is a SETTINGS_ERROR with the line and the
 * nearest known name. The result lives in `arena`. */
const Settings *settings_parse(Arena *arena, const char *text,
                               const SettingsOverrides *overrides, GError **error);

/* Reads what settings_write wrote. */
const Settings *settings_read(Arena *arena, const char *path, GError **error);

/* Writes settings.ini with every value: the settings as the run used them. */
bool settings_write(const Settings *settings, Outputs *outputs, GError **error);

/* The settings of that year's survey; defaults where the file has none. */
SurveySettings settings_survey(const Settings *settings, int year);

/* The day for which the figures of `year` hold: that of [survey YEAR] or else the
 * monitor's day in that year. */
Date settings_reference_date(const Settings *settings, int year);

/* Whether the question behind `variable` changed in `year`. */
bool settings_is_break(const Settings *settings, const char *variable, int year);
