/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of files, made by a pool of threads. */
#include "reports/products/production.h"

#include "reports/products/public_data.h"

/* A product with what became of it. */
typedef struct Task {
    const Product *product;
    Outputs *outputs;
    GError *error;
    bool is_done;
} Task;

static void task_work(gpointer data, gpointer unused)
{
    (void)unused;
    Task *task             = data;
    g_autoptr(Arena) arena = arena_new();
    const Product *product = task->product;
    Report report          = product->report;
    report.arena           = arena;
    task->is_done = product->make(&report, product->path, task->outputs, &task->error);
}

static bool work_on_tasks(Task *tasks, guint n, int threads, GError **error)
{
    GThreadPool *pool = g_thread_pool_new(task_work, NULL, threads, TRUE, error);
    if (pool == NULL)
        return false;
    for (guint i = 0; i < n; i++)
        g_thread_pool_push(pool, &tasks[i], NULL);
    g_thread_pool_free(pool, FALSE, TRUE);
    return true;
}

/* The first failure in the order of the list, whichever came first in time. */
static bool tasks_are_done(Task *tasks, guint n, GError **error)
{
    for (guint i = 0; i < n; i++)
        if (!tasks[i].is_done) {
            g_propagate_error(error, g_steal_pointer(&tasks[i].error));
            return false;
        }
    return true;
}

static bool make_products(const GArray *products, int threads, Outputs *outputs,
                          GError **error)
{
    Task *tasks = g_new0(Task, products->len + 1);
    for (guint i = 0; i < products->len; i++)
        tasks[i] = (Task){&g_array_index(products, Product, i), outputs, NULL, false};
    bool is_made = work_on_tasks(tasks, products->len, threads, error) &&
                   tasks_are_done(tasks, products->len, error);
    for (guint i = 0; i < products->len; i++)
        g_clear_error(&tasks[i].error);
    g_free(tasks);
    return is_made;
}

bool production_write_book(BookKind kind, const Report *report, const char *path,
                           Outputs *outputs, GError **error)
{
    g_autofree char *full = outputs_path(outputs, path, error);
    return full != NULL && book_write(kind, report, full, error) &&
           outputs_record(outputs, path, 0, error);
}

bool production_run(const Report *report, int threads, Outputs *outputs, GError **error)
{
    g_autoptr(GArray) products = g_array_new(FALSE, TRUE, sizeof(Product));
    for (size_t y = 0; y < report->edition->n_years; y++) {
        Report of_year = *report;
        of_year.year   = report->edition->years[y];
        if (!edition_reports_on(report->edition, of_year.year))
            continue;
        production_list_public(&of_year, products);
        production_list_local(&of_year, products);
        production_list_internal(&of_year, products);
    }
    return public_data_write(report, outputs, error) &&
           make_products(products, threads, outputs, error);
}
