/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifests. Order and numbers come from sorted tables; no clock, no user, no
 * machine and no absolute path is in them. */
#include "run/manifest.h"

#include "data/json.h"
#include "data/output.h"
#include "run/folder.h"

#include <string.h>
#include <unistd.h>

/* Who a manifest is for. */
typedef struct Audience {
    const char *name;
    const char *folder; /* in the tree and in the outputs' paths */
} Audience;

/* A cell as a member; a missing one is left out. */
static void add_cell(Json *json, const Table *table, size_t variable, size_t row)
{
    const Variable *column = &table->spec->variables[variable];
    Value value            = table_get(table, variable, row);
    if (value_is_missing(column, value))
        return;
    if (column->type == VALUE_COUNT)
        json_add_count(json, column->name, value.count);
    else
        json_add_text(json, column->name, value.text);
}

static void add_inputs(Json *json, const Table *inputs)
{
    json_open_array(json, "inputs");
    for (size_t row = 0; row < inputs->n_rows; row++) {
        json_open_object(json, NULL);
        for (size_t v = 0; v < inputs->spec->n_variables; v++)
            add_cell(json, inputs, v, row);
        json_close(json);
    }
    json_close(json);
}

static void add_totals(Json *json, const Table *inputs)
{
    static const struct {
        const char *name;
        size_t variable;
    } totals[] = {{"records", COLUMN(inputs, records)},
                  {"accepted", COLUMN(inputs, accepted)},
                  {"quarantined", COLUMN(inputs, quarantined)},
                  {"duplicates", COLUMN(inputs, duplicates)},
                  {"withdrawn", COLUMN(inputs, withdrawn)},
                  {"corrections", COLUMN(inputs, corrections)}};
    json_open_object(json, "totals");
    for (size_t i = 0; i < G_N_ELEMENTS(totals); i++) {
        gint64 total = 0;
        for (size_t row = 0; row < inputs->n_rows; row++)
            total += MAX(table_count(inputs, totals[i].variable, row), 0);
        json_add_count(json, totals[i].name, total);
    }
    json_close(json);
}

static void add_outputs(Json *json, const Table *outputs, const char *folder)
{
    g_autofree char *prefix = g_strconcat(folder, "/", NULL);
    json_open_array(json, "outputs");
    for (size_t row = 0; row < outputs->n_rows; row++) {
        const char *path = table_text(outputs, COLUMN(outputs, path), row);
        if (!g_str_has_prefix(path, prefix))
            continue;
        json_open_object(json, NULL);
        json_add_text(json, "path", path + strlen(prefix));
        add_cell(json, outputs, COLUMN(outputs, bytes), row);
        add_cell(json, outputs, COLUMN(outputs, sha256), row);
        add_cell(json, outputs, COLUMN(outputs, rows), row);
        json_close(json);
    }
    json_close(json);
}

static void add_program(Json *json, const Table *versions)
{
    json_open_object(json, "program");
    json_add_text(json, "name", "alliantiemonitor");
    json_add_text(json, "version", MONITOR_VERSION);
    json_close(json);
    json_open_object(json, "libraries");
    for (size_t row = 0; row < versions->n_rows; row++)
        json_add_text(json, table_text(versions, COLUMN(versions, library), row),
                      table_text(versions, COLUMN(versions, version), row));
    json_add_text(json, "json-glib", json_library_version());
    json_close(json);
}

static void add_settings(Json *json, const Settings *settings)
{
    char date[DATE_SIZE];
    date_format(settings->monitor_publication_date, date);
    json_add_text(json, "title", settings->monitor_title);
    json_add_text(json, "organisation", settings->monitor_organisation);
    json_add_text(json, "status", settings->monitor_status);
    json_add_text(json, "version", settings->monitor_version);
    json_add_text(json, "publication_date", *date != '\0' ? date : NULL);
    json_add_text(json, "language", settings->language == LANGUAGE_EN ? "en" : "nl");
    json_add_count(json, "seed", settings->monitor_seed);
    json_open_array(json, "years");
    for (size_t i = 0; i < settings->n_years; i++)
        json_add_count(json, NULL, settings->years[i]);
    json_close(json);
}

static GString *compose(const ManifestFacts *facts, const Audience *audience)
{
    const Artefacts *artefacts = facts->artefacts;
    g_autoptr(Json) json       = json_new();
    json_add_text(json, "schema", "alliantiemonitor-manifest/1");
    json_add_text(json, "audience", audience->name);
    json_add_text(json, "run_id", facts->run_id);
    add_settings(json, facts->settings);
    add_program(json, artefacts->versions);
    add_inputs(json, artefacts->inputs);
    add_totals(json, artefacts->inputs);
    add_outputs(json, artefacts->outputs, audience->folder);
    return json_finish(json, true);
}

static bool write_one(const ManifestFacts *facts, const Audience *audience,
                      const char *tree, GError **error)
{
    g_autofree char *folder = g_build_filename(tree, audience->folder, NULL);
    if (access(folder, F_OK) != 0)
        return true;
    g_autoptr(Outputs) outputs = outputs_new(folder, "manifest", error);
    if (outputs == NULL)
        return false;
    GString *text   = compose(facts, audience);
    bool is_written = outputs_write(outputs, "manifest.json", text, error);
    g_string_free(text, TRUE);
    return is_written;
}

static bool write_local(const ManifestFacts *facts, const char *tree, GError **error)
{
    g_autofree char *folder = g_build_filename(tree, "lokaal", NULL);
    if (access(folder, F_OK) != 0)
        return true;
    g_autoptr(GPtrArray) names = folder_names(folder, error);
    for (guint i = 0; names != NULL && i < names->len; i++) {
        g_autofree char *path =
            g_strconcat("lokaal/", (char *)g_ptr_array_index(names, i), NULL);
        if (!write_one(facts, &(Audience){path, path}, tree, error))
            return false;
    }
    return names != NULL;
}

bool manifests_write(const ManifestFacts *facts, const char *tree, GError **error)
{
    static const Audience public_one = {"openbaar", "openbaar"};
    static const Audience internal   = {"intern", "intern"};
    return write_one(facts, &public_one, tree, error) &&
           write_local(facts, tree, error) && write_one(facts, &internal, tree, error);
}
