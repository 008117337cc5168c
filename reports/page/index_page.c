/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of the page; what they hold is figures, charts and the workbook's own
 * words. */
#include "reports/page/index_page.h"

#include "reports/edition/alliances.h"
#include "reports/edition/comparisons.h"
#include "reports/edition/key_figures.h"
#include "reports/edition/quality.h"
#include "reports/edition/sentence.h"
#include "reports/page/table.h"

#include <string.h>

/* A section of charts and a table. */
typedef struct Section {
    const char *id;
    WordId title;
    const char *term;              /* whose charts stand here */
    const char *const *indicators; /* only of these; NULL: all of the term */
    const char *const *without;
    unsigned broken_by;
} Section;

static const char *const opgave_indicators[] = {
    "opgave_participation", "opgave_sector_diversity", "opgave_coverage", NULL};

static const Section sections[] = {
    {"netwerk", WORD_section_network, "network", NULL, opgave_indicators, 0},
    {"opgaven", WORD_section_opgaven, "network", opgave_indicators, NULL,
     BROKEN_BY_OPGAVE},
    {"verzachten", WORD_section_verzachten, "verzachten", NULL, NULL, BROKEN_BY_OPGAVE},
    {"versterken", WORD_section_versterken, "versterken", NULL, NULL, 0},
    {"veranderen", WORD_section_veranderen, "veranderen", NULL, NULL, 0},
    {"aanpak", WORD_section_across, "across", NULL, NULL, 0},
};

static bool is_in(const char *text, const char *const *list)
{
    for (; list != NULL && *list != NULL; list++)
        if (strcmp(text, *list) == 0)
            return true;
    return false;
}

/* Charts that compare local alliances have a section of their own. */
static bool is_comparison(const ChartEntry *entry)
{
    const ChartKind *kind = chart_kind_of(entry);
    return kind == &chart_funnel || kind == &chart_dots;
}

static bool section_has(const Section *section, const ChartEntry *entry)
{
    if (entry->indicator == NULL || is_comparison(entry) ||
        strcmp(chart_term(entry), section->term) != 0 ||
        is_in(entry->indicator, section->without))
        return false;
    return section->indicators == NULL || is_in(entry->indicator, section->indicators);
}

/* ---- parts ---- */

static void add_chart(const Report *report, const ChartEntry *entry, Page *page)
{
    Chart chart;
    g_autofree char *svg  = NULL;
    g_autofree char *path = chart_path(report, entry, "svg");
    if (path == NULL || !chart_numbers(report, entry, &chart) || chart.row_count == 0 ||
        !g_file_get_contents(path, &svg, NULL, NULL))
        return;
    page_add_figure(page,
                    &(PageFigure){
                        .id      = arena_printf(report->arena, "figuur-%s", entry->id),
                        .svg     = svg,
                        .caption = entry->alt != NULL ? entry->alt : entry->headline,
                        .summary = report_word(report, WORD_page_numbers),
                        .table   = page_table_of_chart(report, &chart, entry->headline),
                    });
}

static void add_tables(const Report *report, const Section *section, Page *page)
{
    static const struct {
        FigureUnits units;
        WordId caption;
    } kinds[] = {{FIGURES_SHARES, WORD_page_shares},
                 {FIGURES_COUNTS, WORD_page_counts},
                 {FIGURES_MEANS, WORD_page_means}};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        PageTable table = page_table_of_figures(
            report,
            &(FigureSelection){.term       = section->term,
                               .indicators = section->indicators,
                               .without    = section->without,
                               .units      = kinds[i].units,
                               .broken_by  = section->broken_by},
            arena_printf(report->arena, "%s: %s", report_word(report, section->title),
                         report_word(report, kinds[i].caption)));
        if (table.row_count > 0)
            page_add_table(page,
                           arena_printf(report->arena, "tabel-%s-%zu", section->id, i),
                           &table);
    }
}

static void add_section(const Report *report, const Section *section, Page *page)
{
    size_t n                  = 0;
    const ChartEntry *entries = charts_list(report, &n);
    page_add_section(page, section->id, report_word(report, section->title));
    for (size_t i = 0; i < n; i++)
        if (section_has(section, &entries[i]))
            add_chart(report, &entries[i], page);
    add_tables(report, section, page);
}

/* A key figure in large: its share, else its count; without either, the word. */
static const char *large_text(const Report *report, const KeyNumbers *numbers)
{
    const NumberFormat *format = report->edition->format;
    const char *missing = edition_missing_word(report->edition, &numbers->figure);
    if (missing != NULL)
        return missing;
    if (!isnan(numbers->share))
        return format_percent(report->arena, format, numbers->share, 0);
    return format_number(report->arena, format, numbers->count, 0);
}

/* Charts about no single indicator tell of the year as a whole; those that compare
 * alliances stand together. */
static bool is_overview(const ChartEntry *entry)
{
    return entry->indicator == NULL;
}

static void add_charts(const Report *report, bool (*is_wanted)(const ChartEntry *entry),
                       Page *page)
{
    size_t n                  = 0;
    const ChartEntry *entries = charts_list(report, &n);
    for (size_t i = 0; i < n; i++)
        if (is_wanted(&entries[i]))
            add_chart(report, &entries[i], page);
}

static void add_key_figures(const Report *report, Page *page)
{
    size_t n = 0, kept = 0;
    const KeyFigure *list = key_figures(&n);
    PageKeyFigure *shown  = arena_array(report->arena, PageKeyFigure, n);
    for (size_t i = 0; i < n; i++) {
        if (!key_figure_exists(report, &list[i]))
            continue;
        KeyNumbers numbers = key_figure_numbers(report, &list[i]);
        shown[kept++]      = (PageKeyFigure){
                 .value    = large_text(report, &numbers),
                 .label    = key_figure_name(report, &list[i]),
                 .sentence = sentence_of(report->arena, report->edition, &numbers.key)};
    }
    page_add_section(page, "kerncijfers", report_word(report, WORD_sheet_key_figures));
    page_add_paragraph(page, report_word(report, WORD_note_bias));
    page_add_key_figures(page, shown, kept);
    add_charts(report, is_overview, page);
}

/* What may be said of each target; without targets there is no section. */
static void add_targets(const Report *report, Page *page)
{
    const Table *progress = report->edition->progress;
    bool is_begun         = false;
    for (size_t row = 0; progress != NULL && row < progress->n_rows; row++) {
        if (table_count(progress, COLUMN(progress, year), row) != report->year)
            continue;
        FigureKey key           = comparisons_progress_key(progress, row);
        ProgressVerdict verdict = comparisons_progress(report, row);
        if (!is_begun) {
            page_add_section(page, "doelen", report_word(report, WORD_sheet_targets));
            page_add_paragraph(page, report_word(report, WORD_note_signal));
        }
        is_begun = true;
        page_add_paragraph(
            page, arena_printf(report->arena, "%s (%s). %s",
                               name_figure(report->arena, report->edition, &key),
                               name_part(report->arena, report->edition, &key),
                               verdict_of_progress(report, &verdict)));
    }
}

static void add_alliances(const Report *report, Page *page)
{
    enum { COLUMNS = 4 };
    static const bool numbers[COLUMNS] = {false, true, true, true};
    size_t n                           = 0;
    const LocalAlliance *alliances     = alliances_list(report, &n);
    const char **cells           = arena_array(report->arena, const char *, n *COLUMNS);
    const char *headers[COLUMNS] = {report_word(report, WORD_column_alliance),
                                    report_word(report, WORD_column_members),
                                    report_word(report, WORD_column_response),
                                    report_word(report, WORD_column_sectors)};
    if (n == 0)
        return;
    for (size_t i = 0; i < n; i++) {
        cells[i * COLUMNS] = alliances[i].name;
        cells[i * COLUMNS + 1] =
            arena_printf(report->arena, "%zu", alliances[i].n_members);
        cells[i * COLUMNS + 2] = figure_text(report, &alliances[i].response);
        cells[i * COLUMNS + 3] =
            arena_printf(report->arena, "%zu", alliances[i].n_sectors);
    }
    page_add_section(page, "allianties",
                     report_word(report, WORD_sheet_local_alliances));
    page_add_paragraph(page, report_word(report, WORD_note_no_ranking));
    page_add_table(page, "tabel-allianties",
                   &(PageTable){report_word(report, WORD_local_alliances_title),
                                headers, numbers, COLUMNS, cells, n});
    add_charts(report, is_comparison, page);
}

static void add_quality(const Report *report, Page *page)
{
    page_add_section(page, "gegevens", report_word(report, WORD_sheet_data_quality));
    page_add_paragraph(page, quality_sentence(report));
    page_add_paragraph(page, report_word(report, WORD_note_words));
}

static void add_method(const Report *report, Page *page)
{
    static const WordId words[] = {
        WORD_method_who_text,     WORD_method_estimate_text, WORD_method_margin_text,
        WORD_method_certain_text, WORD_method_small_text,    WORD_method_reach_text,
        WORD_method_years_text,   WORD_method_compare_text,  WORD_method_says_text};
    page_add_section(page, "methode", report_word(report, WORD_method_title));
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        page_add_paragraph(page, report_word(report, words[i]));
}

static void add_downloads(const Report *report, Page *page)
{
    const PageItem items[] = {
        {report_word(report, WORD_page_workbook),
         arena_printf(report->arena, "monitor-%d.xlsx", report->year)},
        {report_word(report, WORD_page_spreadsheet), "../data/indicatoren.csv"},
        {report_word(report, WORD_page_data), "../data/indicators.csv"},
    };
    page_add_section(page, "downloads", report_word(report, WORD_page_downloads));
    page_add_list(page, items, G_N_ELEMENTS(items));
}

static Page *open_page(const Report *report)
{
    const Settings *settings = report->edition->settings;
    bool has_contact         = *settings->monitor_contact != '\0';
    return page_new(&(PageHead){
        .language = report->edition->format->language,
        .title    = report_word(report, WORD_book_national),
        .about    = report_word(report, WORD_page_about),
        .banner   = report->edition->status,
        .skip     = report_word(report, WORD_page_skip),
        .contents = report_word(report, WORD_page_contents),
        .footer   = report_word(report, has_contact ? WORD_page_footer_contact
                                                    : WORD_page_footer),
    });
}

bool index_page_write(const Report *report, const char *path, GError **error)
{
    g_autoptr(Page) page = open_page(report);
    add_key_figures(report, page);
    for (size_t i = 0; i < G_N_ELEMENTS(sections); i++)
        add_section(report, &sections[i], page);
    add_targets(report, page);
    add_alliances(report, page);
    add_quality(report, page);
    add_method(report, page);
    add_downloads(report, page);
    return page_write(page, path, error);
}
