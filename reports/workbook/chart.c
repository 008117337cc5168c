/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Excel draws a cell with a word as zero. So a trend is a scatter of the years that
 * have a number, in one series for each unbroken stretch, and a bar without a number
 * gets its word as label. */
#include "reports/workbook/writer.h"

#include <math.h>

enum {
    LXW_WIDTH    = 480, /* pixels of a chart at scale 1 */
    LXW_HEIGHT   = 288,
    TREND_HEIGHT = 360,
    BARS_FIXED   = 90, /* title and axis */
    BAR_HEIGHT   = 40, /* a name may take two lines */
    BARS_HIGHEST = 530,
    FONT_TITLE   = 14,
    FONT_PLAIN   = 12
};

typedef struct Stretch {
    size_t first;
    size_t last;
} Stretch;

/* For lying bars libxlsxwriter calls the axis with the names y. */
static lxw_chart_axis *chart_category_axis(const SheetChart *chart, lxw_chart *drawn)
{
    return chart->kind == SHEET_CHART_BARS ? drawn->y_axis : drawn->x_axis;
}

static lxw_chart_axis *chart_value_axis(const SheetChart *chart, lxw_chart *drawn)
{
    return chart->kind == SHEET_CHART_BARS ? drawn->x_axis : drawn->y_axis;
}

static const SheetCell *chart_cell(const SheetChart *chart, size_t row, size_t column)
{
    const SheetCell *cells = g_ptr_array_index(chart->table->rows, (guint)row);
    return &cells[column];
}

static size_t chart_end(const SheetChart *chart)
{
    return chart->row_count == 0 ? chart->table->rows->len
                                 : chart->first_row + chart->row_count;
}

/* The next rows from `from` on with a number in `column`; false when there are none. */
static bool next_stretch(const SheetChart *chart, size_t column, size_t from,
                         Stretch *stretch)
{
    const size_t end = chart_end(chart);
    size_t row       = from;
    while (row < end && chart_cell(chart, row, column)->kind != SHEET_CELL_NUMBER)
        row++;
    stretch->first = row;
    while (row < end && chart_cell(chart, row, column)->kind == SHEET_CELL_NUMBER)
        row++;
    stretch->last = row - 1;
    return stretch->first < end;
}

static lxw_chart_series *add_series(const SheetChart *chart, lxw_chart *drawn,
                                    size_t column, const Stretch *stretch)
{
    const TableSheet *table  = chart->table;
    const char *name         = table->head.name;
    const lxw_row_t first    = (lxw_row_t)(table->first_data + stretch->first);
    const lxw_row_t last     = (lxw_row_t)(table->first_data + stretch->last);
    const lxw_col_t category = (lxw_col_t)chart->category;
    const lxw_col_t values   = (lxw_col_t)column;
    lxw_chart_series *series = chart_add_series(drawn, NULL, NULL);
    chart_series_set_categories(series, name, first, category, last, category);
    chart_series_set_values(series, name, first, values, last, values);
    chart_series_set_name_range(series, name, (lxw_row_t)(table->first_data - 1),
                                values);
    return series;
}

/* The estimate is a line with points, the margin around it thin and dashed. Not the
 * dashes for points: libxlsxwriter 1.1.4 gives them names that no reader knows. */
static void style_trend(lxw_chart_series *series, bool estimate)
{
    const lxw_color_t colour =
        estimate ? sheet_colour(INK_DATA) : sheet_colour(INK_QUIET);
    lxw_chart_line line = {.color     = colour,
                           .width     = estimate ? 2.25F : 1.25F,
                           .dash_type = estimate ? LXW_CHART_LINE_DASH_SOLID
                                                 : LXW_CHART_LINE_DASH_DASH};
    lxw_chart_line edge = {.color = colour};
    lxw_chart_fill fill = {.color = colour};
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, estimate ? LXW_CHART_MARKER_CIRCLE
                                                  : LXW_CHART_MARKER_DIAMOND);
    chart_series_set_marker_size(series, estimate ? 8 : 6);
    chart_series_set_marker_line(series, &edge);
    chart_series_set_marker_fill(series, &fill);
}

static void add_trends(const SheetChart *chart, lxw_chart *drawn)
{
    int16_t extra[G_MAXUINT8] = {0};
    size_t extra_count        = 0;
    int16_t count             = 0;
    for (size_t i = 0; i < chart->value_count; i++) {
        Stretch stretch = {0};
        size_t from     = chart->first_row;
        bool again      = false;
        while (next_stretch(chart, chart->values[i], from, &stretch)) {
            style_trend(add_series(chart, drawn, chart->values[i], &stretch), i == 0);
            if (again && extra_count + 1 < G_N_ELEMENTS(extra))
                extra[extra_count++] = count;
            again = true;
            from  = stretch.last + 1;
            count++;
        }
    }
    extra[extra_count] = -1;
    if (extra_count > 0)
        chart_legend_delete_series(drawn, extra);
}

/* Bars without a number are labelled with the word in their cell. */
static void label_bars(WorkbookWriter *writer, const SheetChart *chart,
                       lxw_chart_series *series)
{
    Arena *arena                 = writer->workbook->arena;
    const size_t first           = chart->first_row;
    const size_t count           = chart_end(chart) - first;
    lxw_chart_font font          = {.name = "Arial", .size = FONT_PLAIN};
    lxw_chart_data_label *labels = arena_array(arena, lxw_chart_data_label, count);
    lxw_chart_data_label **list = arena_array(arena, lxw_chart_data_label *, count + 1);
    for (size_t i = 0; i < count; i++) {
        const SheetCell *cell = chart_cell(chart, first + i, chart->values[0]);
        if (cell->kind != SHEET_CELL_NUMBER) {
            labels[i].value = arena_strdup(arena, cell->text);
            labels[i].font  = &font;
        }
        list[i] = &labels[i];
    }
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &font);
    chart_series_set_labels_num_format(series, "0");
    writer_check(writer, chart_series_set_labels_custom(series, list));
}

static void add_bars(WorkbookWriter *writer, const SheetChart *chart, lxw_chart *drawn)
{
    const Stretch all        = {chart->first_row, chart_end(chart) - 1};
    lxw_chart_series *series = add_series(chart, drawn, chart->values[0], &all);
    lxw_chart_fill fill      = {.color = sheet_colour(INK_DATA)};
    chart_series_set_fill(series, &fill);
    label_bars(writer, chart, series);
    chart_set_series_gap(drawn, 40);
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
    chart_axis_set_reverse(chart_category_axis(chart, drawn));
    lxw_chart_line none    = {.none = LXW_TRUE};
    lxw_chart_axis *values = chart_value_axis(chart, drawn);
    chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_NONE);
    chart_axis_major_gridlines_set_visible(values, LXW_FALSE);
    chart_axis_set_line(values, &none);
}

static void style_axis(lxw_chart_axis *axis, const char *name)
{
    lxw_chart_font font = {
        .name = "Arial", .size = FONT_PLAIN, .color = sheet_colour(INK_TEXT)};
    lxw_chart_line line  = {.color = sheet_colour(INK_QUIET), .width = 0.75F};
    lxw_chart_line light = {.color = sheet_colour(INK_GRID), .width = 0.75F};
    chart_axis_set_num_font(axis, &font);
    chart_axis_set_name_font(axis, &font);
    chart_axis_set_line(axis, &line);
    chart_axis_major_gridlines_set_line(axis, &light);
    if (name != NULL)
        chart_axis_set_name(axis, name);
}

/* Years as whole numbers, from the first to the last that the table has. */
static void style_years(const SheetChart *chart, lxw_chart *drawn)
{
    double first = INFINITY;
    double last  = -INFINITY;
    for (size_t row = chart->first_row; row < chart_end(chart); row++) {
        const SheetCell *cell = chart_cell(chart, row, chart->category);
        if (cell->kind != SHEET_CELL_NUMBER)
            continue;
        first = MIN(first, cell->number);
        last  = MAX(last, cell->number);
    }
    chart_axis_set_num_format(drawn->x_axis, "0");
    chart_axis_set_major_unit(drawn->x_axis, last - first > 12 ? 5 : 1);
    if (first < last) {
        chart_axis_set_min(drawn->x_axis, first);
        chart_axis_set_max(drawn->x_axis, last);
    }
}

static void style_chart(const SheetChart *chart, lxw_chart *drawn)
{
    lxw_chart_font title = {.name  = "Arial",
                            .size  = FONT_TITLE,
                            .bold  = LXW_TRUE,
                            .color = sheet_colour(INK_SHADE_5)};
    lxw_chart_font plain = {
        .name = "Arial", .size = FONT_PLAIN, .color = sheet_colour(INK_TEXT)};
    lxw_chart_line none    = {.none = LXW_TRUE};
    lxw_chart_axis *values = chart_value_axis(chart, drawn);
    chart_title_set_name(drawn, chart->title);
    chart_title_set_name_font(drawn, &title);
    chart_legend_set_font(drawn, &plain);
    chart_chartarea_set_line(drawn, &none);
    style_axis(chart_category_axis(chart, drawn), NULL);
    chart_axis_major_gridlines_set_visible(chart_category_axis(chart, drawn),
                                           LXW_FALSE);
    style_axis(values, chart->axis);
    chart_axis_set_min(values, 0);
    chart_axis_set_num_format(values, "#,##0");
}

static bool chart_fits(WorkbookWriter *writer, const SheetChart *chart)
{
    const size_t rows = chart->table->rows->len;
    if (chart->first_row < rows && chart_end(chart) <= rows)
        return true;
    if (writer->complaint == NULL)
        writer->complaint = "a chart of rows that its table does not have";
    return false;
}

double sheet_chart_height(const SheetChart *chart)
{
    if (chart->kind == SHEET_CHART_TREND)
        return TREND_HEIGHT;
    const size_t bars = chart_end(chart) - chart->first_row;
    return MIN(BARS_FIXED + BAR_HEIGHT * (double)bars, BARS_HIGHEST);
}

void writer_write_chart(WorkbookWriter *writer, const SheetChart *chart, double width)
{
    const bool bars = chart->kind == SHEET_CHART_BARS;
    if (!chart_fits(writer, chart))
        return;
    lxw_chart *drawn = workbook_add_chart(
        writer->book, bars ? LXW_CHART_BAR : LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);
    style_chart(chart, drawn);
    if (bars) {
        add_bars(writer, chart, drawn);
    } else {
        add_trends(chart, drawn);
        style_years(chart, drawn);
        chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    }
    lxw_chart_options options = {
        .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
        .x_scale         = width / LXW_WIDTH,
        .y_scale         = sheet_chart_height(chart) / LXW_HEIGHT,
        .description     = arena_strdup(writer->workbook->arena, chart->alt),
    };
    writer_check(writer, worksheet_insert_chart_opt(writer->worksheet, writer->row, 0,
                                                    drawn, &options));
}
