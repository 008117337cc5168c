/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of indicators. */
#include "indicators/indicator.h"

#include <string.h>

#define INDICATOR(term, name) extern const Indicator indicator_##name;
#include "indicators/indicators.def"

static const struct {
    const char *term;
    const Indicator *indicator;
} registered[] = {
#define INDICATOR(term, name) {#term, &indicator_##name},
#include "indicators/indicators.def"
};

size_t indicator_count(void)
{
    return G_N_ELEMENTS(registered);
}

const Indicator *indicator_at(size_t index)
{
    g_assert(index < indicator_count());
    return registered[index].indicator;
}

const char *indicator_term(size_t index)
{
    g_assert(index < indicator_count());
    return registered[index].term;
}

int indicator_find(const char *id)
{
    for (size_t i = 0; i < indicator_count(); i++)
        if (strcmp(indicator_at(i)->id, id) == 0)
            return (int)i;
    return -1;
}
