/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows against columns with the number in each cell, its shade a help for the eye. */
#include "reports/charts/grid.h"

static double matrix_draw(const Frame *frame)
{
    const GridArea area = {.left    = FRAME_LEFT,
                           .top     = frame->top,
                           .right   = FRAME_RIGHT,
                           .rows    = frame->chart->rows,
                           .columns = frame->chart->columns};
    return grid_draw(frame, &area);
}

const ChartKind chart_matrix = {.id = "matrix", .draw = matrix_draw};
