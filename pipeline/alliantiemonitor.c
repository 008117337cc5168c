/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The driver: what people start. It starts the stages, as git starts its own programs.
 */
#include "run/command.h"

int main(int count, char **words)
{
    return command_main(count, words);
}
