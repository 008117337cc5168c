/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the experts by experience on the team say of the year, as they wrote it. */
#include "reports/sheets/sheet.h"

#include <string.h>

/* Paragraphs are parted by blank lines. */
static void add_paragraphs(TextSheet *sheet, const char *text)
{
    g_auto(GStrv) paragraphs = g_regex_split_simple("\\R\\s*\\R", text, 0, 0);
    for (size_t i = 0; paragraphs[i] != NULL; i++)
        if (*g_strstrip(paragraphs[i]) != '\0')
            text_sheet_add_paragraph(sheet, paragraphs[i]);
}

static void add(const Sheet *self, const Report *report, Workbook *workbook)
{
    g_autofree char *path =
        g_strdup_printf("%s/clean/%d/reflectie.txt", report->work, report->year);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL) || *g_strstrip(text) == '\0')
        return;
    TextSheet *sheet = sheet_add_text(self, report, workbook);
    text_sheet_add_paragraph(sheet, report_word(report, WORD_reflection_about));
    add_paragraphs(sheet, text);
}

const Sheet sheet_reflection = {
    .id    = "reflection",
    .name  = WORD_sheet_reflection,
    .title = WORD_reflection_title,
    .add   = add,
};
