/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files are plain: no quotes, a header, one record a line. */
#include "mini.h"

#include <string.h>

static double number_or_missing(const char *text)
{
    return text == NULL || *text == '\0' ? NAN : g_ascii_strtod(text, NULL);
}

static MiniRow row_of(char **cells)
{
    const size_t width = g_strv_length(cells);
    MiniRow row        = {.sector = (size_t)(cells[1][0] - 'A')};
    g_strlcpy(row.id, cells[0], sizeof row.id);
    row.values[MINI_NEW] = number_or_missing(cells[width == 4 ? 3 : 4]);
    if (width == 4)
        return row;
    row.alliance            = (size_t)(cells[3][1] - '1');
    row.values[MINI_NEWMIS] = number_or_missing(cells[5]);
    row.values[MINI_POOR]   = number_or_missing(cells[6]);
    row.values[MINI_ALL]    = number_or_missing(cells[7]);
    return row;
}

Mini mini_read(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text   = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Mini mini           = {.count = 0};
    for (size_t i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
        g_auto(GStrv) cells          = g_strsplit(lines[i], ",", -1);
        const MiniRow row            = row_of(cells);
        mini.rows[mini.count++]      = row;
        mini.populations[row.sector] = (size_t)g_ascii_strtoull(cells[2], NULL, 10);
    }
    return mini;
}

void mini_strata(const Mini *mini, MiniColumn column, Stratum strata[MINI_SECTORS])
{
    double values[G_N_ELEMENTS(mini->rows)];
    size_t sectors[G_N_ELEMENTS(mini->rows)];
    for (size_t i = 0; i < mini->count; i++) {
        values[i]  = mini->rows[i].values[column];
        sectors[i] = mini->rows[i].sector;
    }
    for (size_t h = 0; h < MINI_SECTORS; h++)
        strata[h].population = mini->populations[h];
    const Sample sample = {values, sectors, mini->count};
    strata_summarise(strata, MINI_SECTORS, &sample);
}
