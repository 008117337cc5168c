/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register beside the survey. */
#include "reports/partners/responses.h"

#include <string.h>

Table *responses_read_survey(const Report *report)
{
    g_autofree char *path =
        g_strdup_printf("%s/clean/%d/survey.csv", report->work, report->year);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return NULL;
    return table_read(schema_table(report->edition->schema, TABLE_survey), path, NULL);
}

static bool is_asked(const Report *report, size_t row)
{
    const Table *partners = report->edition->partners;
    Date day              = report_date(report);
    Date left             = table_date(partners, COLUMN(partners, left), row);
    return table_date(partners, COLUMN(partners, joined), row) <= day &&
           (left == DATE_MISSING || left > day);
}

static const char *code_label(const Report *report, size_t variable, size_t row)
{
    const Table *partners = report->edition->partners;
    const CodeList *codes = partners->spec->variables[variable].codes;
    int code              = table_code(partners, variable, row);
    return code == CODE_NONE ? text_in(codes->labels[0], report->edition->language)
                             : text_in(codes->labels[code], report->edition->language);
}

/* What the survey says of an organisation: the completed answer, if there is one. */
static void take_answer(const Report *report, const Table *survey, Response *response)
{
    for (size_t row = 0; survey != NULL && row < survey->n_rows; row++) {
        if (g_strcmp0(table_text(survey, COLUMN(survey, partner_id), row),
                      response->partner_id) != 0)
            continue;
        Date submitted = table_date(survey, COLUMN(survey, submitted), row);
        if (submitted == DATE_MISSING) {
            response->state = MAX(response->state, RESPONSE_PARTIAL);
            continue;
        }
        char *text = arena_alloc(report->arena, DATE_SIZE);
        date_format(submitted, text);
        response->state     = RESPONSE_COMPLETE;
        response->submitted = text;
    }
}

static Response response_of(const Report *report, const Table *survey, size_t row)
{
    const Table *partners = report->edition->partners;
    Response response     = {
            .partner_id = table_text(partners, COLUMN(partners, partner_id), row),
            .name       = table_text(partners, COLUMN(partners, name), row),
            .sector     = code_label(report, COLUMN(partners, sector), row),
            .role       = code_label(report, COLUMN(partners, role), row),
    };
    take_answer(report, survey, &response);
    return response;
}

/* A response with what it sorts by. */
typedef struct Sorted {
    const char *key;
    Response response;
} Sorted;

static gint sorted_compare(gconstpointer a, gconstpointer b)
{
    const Sorted *one = a, *other = b;
    if (one->response.state != other->response.state)
        return one->response.state < other->response.state ? -1 : 1;
    int order = strcmp(one->key, other->key);
    return order != 0 ? order
                      : strcmp(one->response.partner_id, other->response.partner_id);
}

const Response *responses_list(const Report *report, size_t *n)
{
    g_autoptr(Table) survey = responses_read_survey(report);
    g_autoptr(GArray) list  = g_array_new(FALSE, FALSE, sizeof(Sorted));
    for (size_t row = 0; row < report->edition->partners->n_rows; row++) {
        if (!is_asked(report, row))
            continue;
        Sorted sorted = {.response = response_of(report, survey, row)};
        sorted.key    = name_sort_key(report->arena, sorted.response.name);
        g_array_append_val(list, sorted);
    }
    g_array_sort(list, sorted_compare);
    Response *copy = arena_array(report->arena, Response, list->len);
    for (guint i = 0; i < list->len; i++)
        copy[i] = g_array_index(list, Sorted, i).response;
    *n = list->len;
    return copy;
}
