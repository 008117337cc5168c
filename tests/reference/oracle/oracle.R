# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript oracle.R WORK OUT: what full/indicators.csv, answers.csv, change.csv
# and comparison.csv should hold, made from the contract
# alone and without the monitor's own code.
here <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
for (part in c("clean", "cells", "estimation", "indicators", "network", "reach",
               "answers", "between_years", "between_alliances", "targets"))
  source(file.path(dirname(here), paste0(part, ".R")))

all_indicators <- c(
  list(partners, sector_diversity, response, pledge_fulfilment, new_cross_sector,
       new_via_opgave, opgave_participation, opgaven_per_partner, opgave_sector_diversity,
       opgave_coverage, cross_sector_ties, network_density, sector_mixing, meetings,
       local_alliances, reach_of("reach_children", "children"),
       reach_of("reach_families", "families"), professionals_trained, experts_added,
       gaps_found, duplicates_found, v_mix, approach_mix, life_domains, knowledge_sources,
       statement_agreement),
  lapply(c("handreiking_known", "handreiking_used", "experts_involved", "employer_support",
           "rule_changed", "child_participation"), single_share))

arguments <- commandArgs(trailingOnly = TRUE)
set.seed(1)
monitor <- read_work(arguments[1])
for (it in monitor$years) for (indicator in all_indicators) indicator(monitor, it)
out <- table_of_rows(monitor)
write_artefact <- function(table, name) {
  for (column in names(table))
    if (is.numeric(table[[column]])) table[[column]] <- digits(table[[column]])
  write.csv(table, file.path(arguments[2], name), row.names = FALSE, quote = FALSE, na = "",
            eol = "\n")
}
write_artefact(out, "indicators.csv")
write_artefact(answers(monitor, out), "answers.csv")
write_artefact(changes(monitor), "change.csv")
write_artefact(comparisons(monitor), "comparison.csv")
write_artefact(progresses(monitor, out), "progress.csv")
