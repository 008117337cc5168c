# SPDX-License-Identifier: GPL-3.0-or-later
# The rows of indicators.csv: what a cell holds, its status, its order.

columns <- c("year", "indicator", "measure", "sector", "alliance_id", "opgave", "category",
             "unit", "numerator", "denominator", "n", "N", "value", "se", "ci_low", "ci_high",
             "df", "method", "obs_status", "conf_status", "note")
key_columns <- columns[1:7]

rows <- new.env()
rows$all <- list()

# One row. `where` = list(sector, alliance, opgave, category); what is not said is empty.
put <- function(it, indicator, measure, unit, where = list(), value = NA, numerator = NA,
                denominator = NA, n = NA, N = NA, se = NA, low = NA, high = NA, df = NA,
                method = "census", status = "A", note = character()) {
  word <- function(name) if (is.null(where[[name]])) "" else where[[name]]
  stopifnot(!is.nan(value), !is.nan(se), !is.nan(low), !is.nan(high))
  rows$all[[length(rows$all) + 1]] <- list(
    it$year, indicator, measure, word("sector"), word("alliance"), word("opgave"),
    word("category"), unit, numerator, denominator, n, N, value, se, low, high, df, method,
    status, "F", paste(note, collapse = " "))
}

# The first that applies.
status_of <- function(cannot = FALSE, missing = FALSE, broken = FALSE, unreliable = FALSE,
                      provisional = FALSE) {
  said <- c(M = cannot, O = missing, B = broken, U = unreliable, P = provisional)
  if (any(said)) names(said)[said][1] else "A"
}

indicator_order <- c(
  "partners", "sector_diversity", "response", "pledge_fulfilment", "new_cross_sector",
  "new_via_opgave", "opgave_participation", "opgaven_per_partner",
  "opgave_sector_diversity", "opgave_coverage", "cross_sector_ties", "network_density",
  "sector_mixing", "meetings", "local_alliances", "reach_children", "reach_families",
  "handreiking_known", "handreiking_used", "professionals_trained", "experts_involved",
  "experts_added", "gaps_found", "duplicates_found", "employer_support", "rule_changed",
  "child_participation", "v_mix", "approach_mix", "life_domains", "knowledge_sources",
  "statement_agreement")
measure_order <- c(
  "active", "joined", "left", "net", "organisations", "local_only", "blau", "iqv", "rate",
  "partial", "r_indicator", "share", "reported", "bounds", "mean", "estimated", "cumulative",
  "share_agree", "active_partners", "gap", "gaps", "unknown", "ei_index", "ei_expected",
  "ei_excess", "permutation_p", "density", "density_both", "degree_centralisation",
  "isolates", "largest_component", "reciprocity", "ties", "ratio", "count", "mean_partners",
  "experts", "gross", "lower", "upper", "coverage", "target_population")

digits <- function(x) {
  text <- vapply(x, function(v) {
    if (is.na(v)) return("")
    for (d in 1:17) {
      t <- formatC(v, digits = d, format = "g", mode = "double")
      if (as.numeric(t) == v) break
    }
    format(as.numeric(t), digits = d, scientific = abs(v) < 1e-5 && v != 0)
  }, "")
  unname(text)
}

# The table in the order of publication.
table_of_rows <- function(monitor) {
  out <- as.data.frame(do.call(rbind, lapply(rows$all, unlist)))
  names(out) <- columns
  text <- function(x) match(x, sort(unique(x), method = "radix"))
  measure <- match(out$measure, measure_order)
  out <- out[order(match(out$indicator, indicator_order), as.integer(out$year), measure,
                   text(out$opgave), match(out$sector, c("", monitor$sectors)),
                   text(out$alliance_id), match(out$category, category_order(monitor))), ]
  for (name in columns[9:17]) out[[name]] <- as.numeric(out[[name]])
  out
}

# Categories as declared.
category_order <- function(monitor)
  unique(c("", "pledge_signed", "activity_plan", "introduced_partner", "answered", "active",
           "kenniskring", "publieksacademie", "netwerkbijeenkomst", "training",
           "verzachten", "versterken", "veranderen", "signaleren", "bespreken", "oplossen",
           1:8, "science", "practice", "experience", "all", sprintf("%02d", 1:24),
           paste0("term:", c("short", "medium", "long", "local")), monitor$sectors))
