/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "run/artefacts.h"

#include "data/settings.h"

/* manifest.json: from which input, with which program and settings a published folder
 * was made, and which files belong to it. Each audience has its own, in its own folder,
 * which names nothing of another audience. */

typedef struct ManifestFacts {
    const Artefacts *artefacts;
    const Settings *settings;
    const char *run_id;
} ManifestFacts;

/* Writes the manifests of the published folders that are in `tree`: openbaar, each
 * folder in lokaal, and intern. The public and the local ones list the inputs by path,
 * SHA-256 and counts only. */
bool manifests_write(const ManifestFacts *facts, const char *tree, GError **error);
