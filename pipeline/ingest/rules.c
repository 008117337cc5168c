/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of rules by table. */
#include "ingest/rules.h"

static const TableRules *const rules[TABLE_COUNT] = {
#define TABLE_RULES(table) [TABLE_##table] = &rules_##table,
#include "ingest/rules.def"
};

const TableRules *rules_of(TableId table)
{
    static const TableRules none = {0};
    return rules[table] != NULL ? rules[table] : &none;
}
