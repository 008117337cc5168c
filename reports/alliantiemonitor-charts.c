/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage 3: from public figures to charts, each as SVG, PDF and PNG, with an index that
 * pages and workbooks read. Charts are drawn side by side; the index keeps the order of
 * charts.def, so nothing depends on which is ready first. */
#include "indicators/core/rows.h"
#include "reports/canvas/write.h"
#include "reports/edition/stage_command.h"
#include "reports/views/view.h"

#include <stdio.h>
#include <sysexits.h>

static const double png_scale = 2;

/* One chart and what became of it. */
typedef struct Job {
    ChartOrder order;
    Outputs *outputs;
    const char *file; /* below charts/, without extension */
    Picture picture;
    bool is_drawn;
    GError *error;
} Job;

static bool write_bytes(Outputs *outputs, const char *path, GBytes *bytes,
                        GError **error)
{
    gsize size          = 0;
    const void *content = g_bytes_get_data(bytes, &size);
    FILE *stream        = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    fwrite(content, 1, size, stream);
    return outputs_close(outputs, stream, 0, error);
}

static GBytes *canvas_png_screen(const Canvas *canvas, GError **error)
{
    return canvas_png(canvas, png_scale, error);
}

static bool write_formats(Job *job, const Canvas *canvas)
{
    static const struct {
        const char *extension;
        GBytes *(*make)(const Canvas *canvas, GError **error);
    } formats[] = {
        {"svg", canvas_svg}, {"pdf", canvas_pdf}, {"png", canvas_png_screen}};
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_autoptr(GBytes) bytes = formats[i].make(canvas, &job->error);
        g_autofree char *path =
            g_strdup_printf("charts/%s.%s", job->file, formats[i].extension);
        if (bytes == NULL || !write_bytes(job->outputs, path, bytes, &job->error)) {
            g_prefix_error(&job->error, "drawing %s: ", job->file);
            return false;
        }
    }
    return true;
}

static void draw(void *data, void *unused)
{
    (void)unused;
    Job *job = data;
    if (!view_fill(&job->order, &job->picture))
        return;
    g_autoptr(Canvas) canvas = chart_draw(job->order.row->kind, &job->picture.chart);
    job->is_drawn            = write_formats(job, canvas);
}

/* ---- which charts ---- */

static void add_job(GPtrArray *jobs, const ChartOrder *order, Outputs *outputs)
{
    Job *job             = g_new0(Job, 1);
    Arena *arena         = arena_new();
    int indicator        = indicator_find(order->row->indicator);
    job->order           = *order;
    job->order.arena     = arena;
    job->outputs         = outputs;
    job->order.indicator = indicator >= 0 ? indicator_at((size_t)indicator) : NULL;
    if (order->alliance_id != NULL)
        job->file = arena_printf(arena, "%d/%s/%s", order->year, order->alliance_id,
                                 order->row->id);
    else
        job->file = arena_printf(arena, "%d/%s", order->year, order->row->id);
    g_ptr_array_add(jobs, job);
}

static void job_free(void *data)
{
    Job *job = data;
    arena_free(job->order.arena);
    g_clear_error(&job->error);
    g_free(job);
}

/* The local alliances of a year are those that have a number of members in it. */
static void add_local(GPtrArray *jobs, const Edition *edition, int year,
                      Outputs *outputs)
{
    for (size_t i = 0; i < figures_count(edition->figures); i++) {
        FigureKey key;
        figures_at(edition->figures, i, &key);
        if (key.year != year || key.alliance_id == NULL ||
            g_strcmp0(key.indicator, "partners") != 0)
            continue;
        for (size_t r = 0; r < chart_row_count; r++)
            if (chart_rows[r].scope == SCOPE_LOCAL)
                add_job(jobs,
                        &(ChartOrder){.edition     = edition,
                                      .row         = &chart_rows[r],
                                      .year        = year,
                                      .alliance_id = key.alliance_id},
                        outputs);
    }
}

static GPtrArray *find_jobs(const Edition *edition, Outputs *outputs)
{
    GPtrArray *jobs = g_ptr_array_new_with_free_func(job_free);
    for (size_t y = 0; y < edition->n_years; y++) {
        if (!edition_reports_on(edition, edition->years[y]))
            continue;
        for (size_t r = 0; r < chart_row_count; r++)
            if (chart_rows[r].scope == SCOPE_NATIONAL)
                add_job(jobs,
                        &(ChartOrder){.edition = edition,
                                      .row     = &chart_rows[r],
                                      .year    = edition->years[y]},
                        outputs);
        add_local(jobs, edition, edition->years[y], outputs);
    }
    return jobs;
}

/* ---- the index ---- */

static void add_index_row(Table *table, const Job *job)
{
    const ChartOrder *order = &job->order;
    const ChartText *text   = &job->picture.chart.text;
    size_t row              = table_add_row(table);
    const struct {
        size_t column;
        const char *text;
    } texts[] = {
        {COLUMN(charts, alliance_id), order->alliance_id},
        {COLUMN(charts, chart), order->row->id},
        {COLUMN(charts, indicator), order->row->indicator},
        {COLUMN(charts, file), job->file},
        {COLUMN(charts, headline), text->headline},
        {COLUMN(charts, alt), job->picture.alt},
        {COLUMN(charts, description), text->description},
    };
    table_set(table, COLUMN(charts, year), row, (Value){.count = order->year});
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        table_set(table, texts[i].column, row, (Value){.text = texts[i].text});
}

static bool write_index(const Edition *edition, const GPtrArray *jobs, Outputs *outputs,
                        GError **error)
{
    g_autoptr(Table) table = rows_new(edition->schema, TABLE_charts);
    for (guint i = 0; i < jobs->len; i++) {
        const Job *job = g_ptr_array_index(jobs, i);
        if (job->is_drawn)
            add_index_row(table, job);
    }
    return table_write(table, outputs, "charts/index.csv", error);
}

/* ---- the stage ---- */

static bool draw_all(const GPtrArray *jobs, int threads, GError **error)
{
    GThreadPool *pool = g_thread_pool_new(draw, NULL, threads, TRUE, error);
    if (pool == NULL)
        return false;
    for (guint i = 0; i < jobs->len; i++)
        g_thread_pool_push(pool, g_ptr_array_index(jobs, i), NULL);
    g_thread_pool_free(pool, FALSE, TRUE);
    for (guint i = 0; i < jobs->len; i++) {
        Job *job = g_ptr_array_index(jobs, i);
        if (job->error != NULL) {
            g_propagate_error(error, g_steal_pointer(&job->error));
            return false;
        }
    }
    return true;
}

static bool run(const StageCommand *command, GError **error)
{
    g_autoptr(Arena) arena     = arena_new();
    g_autoptr(Edition) edition = edition_read(arena, command->work, error);
    g_autoptr(Outputs) outputs = outputs_new(command->work, "charts", error);
    if (edition == NULL || outputs == NULL)
        return false;
    g_autoptr(GPtrArray) jobs      = find_jobs(edition, outputs);
    size_t n_versions              = 0;
    const LibraryVersion *versions = canvas_versions(&n_versions);
    return draw_all(jobs, command->jobs, error) &&
           write_index(edition, jobs, outputs, error) &&
           outputs_versions(outputs, versions, n_versions, error) &&
           outputs_finish(outputs, error);
}

static int exit_code(const GError *error)
{
    if (error->domain == CANVAS_ERROR)
        return error->code == CANVAS_ERROR_WRITE ? EX_IOERR : EX_CONFIG;
    if (error->domain == SETTINGS_ERROR)
        return EX_CONFIG;
    return error->domain == G_FILE_ERROR ? EX_IOERR : EX_SOFTWARE;
}

int main(int argc, char **argv)
{
    StageCommand command;
    g_autoptr(GError) error = NULL;
    if (!stage_command_parse(argc, argv, "WORK - stage 3: draw the charts", &command))
        return EX_USAGE;
    if (run(&command, &error))
        return EX_OK;
    fprintf(stderr, "alliantiemonitor-charts: %s\n", error->message);
    return exit_code(error);
}
