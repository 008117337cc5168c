/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a report, with what any report knows filled in. */
#include "reports/edition/report.h"

#include <string.h>

bool report_is_english(const Report *report)
{
    return report->edition->language == LANGUAGE_EN;
}

Date report_date(const Report *report)
{
    return settings_reference_date(report->edition->settings, report->year);
}

static const char *partner_name(const Report *report)
{
    const Table *partners = report->edition->partners;
    size_t row            = 0;
    return report->partner_id != NULL &&
                   edition_find_partner(report->edition, report->partner_id, &row)
               ? table_text(partners, COLUMN(partners, name), row)
               : "";
}

/* A text that may be empty in the settings, or what stands for it. */
static const char *or_else(const char *text, const char *other)
{
    return text != NULL && *text != '\0' ? text : other;
}

const char *report_organisation(const Report *report)
{
    const Settings *settings = report->edition->settings;
    return or_else(settings->monitor_organisation, settings->monitor_title);
}

const char *report_word(const Report *report, WordId id)
{
    const Settings *settings = report->edition->settings;
    const Language language  = report->edition->language;
    Arena *arena             = report->arena;
    if (strchr(word(language, id), '{') == NULL)
        return word(language, id);
    const char *alliance =
        report->alliance_id != NULL
            ? edition_alliance_name(report->edition, report->alliance_id)
            : "";
    return word_fill(
        arena, language, id,
        FIELDS(
            {"year", arena_printf(arena, "%d", report->year)},
            {"date", name_date(arena, language, report_date(report))},
            {"first", arena_printf(arena, "%d", report->edition->years[0])},
            {"alliance", alliance}, {"partner", partner_name(report)},
            {"title", settings->monitor_title},
            {"organisation", report_organisation(report)},
            {"contact", settings->monitor_contact},
            {"version", settings->monitor_version},
            {"run", report->dossier != NULL ? report->dossier->run_id : ""},
            {"program", MONITOR_VERSION},
            {"seed", arena_printf(arena, "%" G_GINT64_FORMAT, settings->monitor_seed)},
            {"minimum",
             arena_printf(arena, "%d", (int)settings->disclosure_minimum_answers)},
            {"confidence", format_number(arena, report->edition->format,
                                         settings->monitor_confidence * 100, 0)}));
}

bool report_copy(const Report *report, const char *from, const char *to,
                 Outputs *outputs, GError **error)
{
    g_autofree char *path = g_build_filename(report->work, from, NULL);
    return !g_file_test(path, G_FILE_TEST_EXISTS) ||
           outputs_link(outputs, from, to, error);
}
