/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The style sheet: the inks of the house style as variables, then how a page looks on a
 * wide screen, at 320 pixels and on paper. */
#include "reports/canvas/palette.h"
#include "reports/page/markup.h"

#include <string.h>

static const char *const RULES[] = {
    "*{box-sizing:border-box}",
    "html{font:1.0625rem/1.55 'Liberation Sans',Arial,Helvetica,sans-serif;"
    "color:var(--text);background:var(--paper);scroll-padding-top:1rem}",
    "body{margin:0}",
    ".inner,main,footer{max-width:64rem;margin:0 auto;padding:0 1.25rem}",
    ".band{background:var(--shade-5);color:var(--paper);padding:2rem 0 1.75rem}",
    "h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}",
    "h2{font-size:1.5rem;line-height:1.25;color:var(--shade-5);margin:0 0 1rem}",
    ".about{font-size:1.125rem;margin:0;max-width:44rem}",
    ".banner{background:var(--second);color:var(--paper);font-weight:bold;margin:0;max-"
    "width:none;"
    "padding:.5rem 1.25rem;text-align:center}",
    ".skip{position:absolute;left:-100rem;background:var(--paper);color:var(--text);"
    "padding:.75rem 1.25rem}",
    ".skip:focus{left:.5rem;top:.5rem;z-index:1}",
    "nav{background:var(--shade-1);border-bottom:1px solid var(--shade-2)}",
    "nav ul{max-width:64rem;margin:0 auto;padding:.75rem 1.25rem;list-style:none;"
    "display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}",
    "nav a{display:inline-block;padding:.25rem 0}",
    "a{color:var(--shade-5);text-underline-offset:.15em}",
    "a:hover{text-decoration-thickness:.15em}",
    ":focus-visible{outline:3px solid var(--second);outline-offset:2px}",
    "section{padding:2.25rem 0;border-top:1px solid var(--grid)}",
    "section:first-child{border-top:0}",
    "p,main ul{max-width:44rem;margin:0 0 1rem}",
    "main ul{padding-left:1.25rem}",
    "main .figures{max-width:none;padding:0;margin:0 0 1.5rem;list-style:none;"
    "display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%)"
    ","
    "1fr))}",
    ".figures li{border-top:4px solid var(--data);background:var(--shade-1);"
    "padding:1rem 1.125rem}",
    ".value{display:block;font-size:2rem;line-height:1.1;font-weight:bold;"
    "color:var(--shade-5)}",
    ".label{display:block;font-weight:bold;margin:.25rem 0 .5rem}",
    ".sentence{display:block;font-size:1rem}",
    "figure{margin:0 0 2rem}",
    "figcaption{max-width:44rem;margin:0 0 .75rem}",
    ".scroll{overflow-x:auto}",
    "svg{display:block;width:100%;height:auto;max-width:52rem;min-width:28rem}",
    "details{margin:.75rem 0 0;border:1px solid var(--shade-2)}",
    "summary{padding:.625rem .875rem;cursor:pointer;color:var(--shade-5);"
    "font-weight:bold}",
    "details .scroll{padding:0 .875rem .875rem}",
    "table{border-collapse:collapse;width:100%}",
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}",
    "th,td{text-align:left;vertical-align:top;padding:.4375rem .75rem .4375rem 0;"
    "border-bottom:1px solid var(--grid)}",
    "tbody th{font-weight:normal}",
    "thead th{vertical-align:bottom;color:var(--shade-5);"
    "border-bottom:2px solid var(--shade-5)}",
    ".number{text-align:right;font-variant-numeric:tabular-nums}",
    "main>section>.scroll{margin:0 0 1.5rem}",
    ".foot{border-top:1px solid var(--grid);padding:1.5rem 0 2.5rem;"
    "font-size:.9375rem}",
    "@media (max-width:30rem){h1{font-size:1.625rem}h2{font-size:1.3125rem}"
    "section{padding:1.75rem 0}nav ul{flex-direction:column;gap:0}}",
    "@page{size:A4;margin:15mm}",
    "@media print{html{font-size:10.5pt;line-height:1.4}"
    "nav,.skip{display:none}"
    ".inner,main,footer{max-width:none;padding:0}"
    ".band{background:none;color:var(--text);padding:0 0 1rem}"
    ".banner{background:none;color:var(--second);text-align:left;padding:0 0 .5rem}"
    "section{padding:1rem 0}"
    "h2,summary,caption,figcaption{break-after:avoid}"
    "figure>.scroll,.figures li,tr{break-inside:avoid}"
    "thead{display:table-header-group}"
    ".scroll{overflow:visible}"
    "svg{max-width:100%;min-width:0;max-height:200mm}"
    "details{border:0}summary{list-style:none;padding:0}"
    "details::details-content{content-visibility:visible;height:auto}"
    "details .scroll{padding:0}"
    "a{color:inherit}}",
};

char *markup_style(void)
{
    GString *style = g_string_new("\n:root{");
    for (Ink ink = INK_NONE + 1; ink < INK_COUNT; ink++) {
        const Colour colour = palette_colour(ink);
        g_string_append_printf(style, "--%s:#%02X%02X%02X;", palette_name(ink),
                               colour.red, colour.green, colour.blue);
    }
    g_string_append(style, "}\n");
    for (size_t i = 0; i < G_N_ELEMENTS(RULES); i++)
        g_string_append_printf(style, "%s\n", RULES[i]);
    return g_string_free(style, FALSE);
}

char *markup_style_hash(const char *style)
{
    guint8 digest[32];
    gsize size                    = sizeof digest;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)style, (gssize)strlen(style));
    g_checksum_get_digest(checksum, digest, &size);
    return g_base64_encode(digest, size);
}
