/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue in words. */
#include "ingest/explain.h"

#include "data/findings.h"

bool explain_finding(const char *code, Language language, FILE *stream)
{
    static const Text severities[] = {[SEVERITY_ERROR]   = {"error", "fout"},
                                      [SEVERITY_WARNING] = {"warning", "waarschuwing"},
                                      [SEVERITY_NOTICE]  = {"notice", "mededeling"}};
    static const Text mend         = {"To mend it", "Herstel"};
    static const Text effect       = {"What happens", "Gevolg"};
    const FindingKind *kind        = finding_find(code);
    if (kind == NULL)
        return false;
    fprintf(stream, "%s (%s)\n\n%s\n\n", kind->code,
            text_in(severities[kind->severity], language),
            text_in(kind->what, language));
    fprintf(stream, "%s: %s\n", text_in(mend, language), text_in(kind->mend, language));
    fprintf(stream, "%s: %s\n", text_in(effect, language),
            text_in(kind->effect, language));
    return true;
}
