# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript random_folder.R SEED DIR: a small random WORK folder (settings.ini and clean/)
# with everything that goes wrong in real ones: strata without or with one answer, full
# response, answers all alike, questions and tables that are absent, members that are
# local only, partners that join or leave on the reference date, several memberships,
# turnover, breaks, reach by municipality with and without overlaps, populations of other
# years, events with and without attendance, alliances that ended, targets of each kind.
arguments <- commandArgs(trailingOnly = TRUE)
seed <- as.integer(arguments[1])
set.seed(seed)
folder <- arguments[2]
clean <- file.path(folder, "clean")
dir.create(clean, recursive = TRUE)

chance <- function(p) runif(1) < p
pick <- function(x, n = 1, ...) x[sample.int(length(x), n, ...)]
write <- function(table, ...) {
  path <- file.path(clean, ...)
  dir.create(dirname(path), showWarnings = FALSE, recursive = TRUE)
  write.csv(table, path, row.names = FALSE, na = "", quote = FALSE, eol = "\n")
}
day <- function(year, month, of) sprintf("%d-%02d-%02d", year, month, of)
blank <- function(values, p) ifelse(runif(length(values)) < p, NA, values)
bool <- function(n, p) as.integer(runif(n) < p)

own_sectors <- chance(0.7)
sectors <- if (own_sectors) LETTERS[seq_len(sample(1:6, 1))] else
  c("national_government", "municipality", "education", "youth_health",
    "trade_association", "knowledge", "civil_society", "business")
years <- sort(2018 + seq_len(sample(1:5, 1)))
if (length(years) > 3 && chance(0.2)) years <- years[-2]
large <- chance(0.15)
count <- if (large) sample(100:200, 1) else sample(3:60, 1)

# --- settings -------------------------------------------------------------------------
reference_day <- if (chance(0.3)) "07-01" else "12-31"
ini <- c("[monitor]", "title = Random", paste("seed =", sample(1:9999, 1)),
         paste("reference_date =", reference_day),
         if (chance(0.3)) paste("confidence =", pick(c(0.9, 0.99))),
         if (chance(0.3)) paste("first_year =", pick(years)))
if (own_sectors) ini <- c(ini, "[sectors]", paste0(sectors, " = ", sectors, ";", sectors))
if (chance(0.3)) ini <- c(ini, paste0("[survey ", years[1], "]"),
                          paste0("reference_date = ", years[1], "-06-15"))
if (chance(0.4)) ini <- c(ini, "[breaks]", paste("new_cross_sector =", pick(years)),
                          paste("rule_changed =", paste(pick(years, 2, TRUE), collapse = " ")),
                          paste("opgave_02 =", pick(years)),
                          paste("statement_03 =", pick(years)),
                          paste("professionals_trained =", pick(years)))
if (chance(0.3)) ini <- c(ini, "[reach]", "definition = SM120")
if (chance(0.3)) ini <- c(ini, "[disclosure]", "minimum_answers = 3")
writeLines(ini, file.path(folder, "settings.ini"))
reference <- function(year) {
  own <- grep(paste0("^reference_date = ", year), ini, value = TRUE)
  if (length(own)) sub(".*= ", "", own) else paste0(year, "-", reference_day)
}

# --- the register ---------------------------------------------------------------------
id <- sprintf("P%03d", sample(1:999, count))
towns <- sprintf("GM%04d", 9001:9006)
near <- function(n) { # dates, often exactly a reference date or the day after
  d <- as.Date(day(sample(c(years[1] - 1, years, tail(years, 1) + 1), n, TRUE),
                   sample(1:12, n, TRUE), sample(1:28, n, TRUE)))
  on <- runif(n) < 0.25
  d[on] <- as.Date(vapply(pick(years, sum(on), TRUE), reference, "")) + sample(0:1, sum(on), TRUE)
  format(d)
}
joined <- ifelse(runif(count) < 0.6, day(years[1] - 1, 3, 26), near(count))
left <- ifelse(runif(count) < 0.25, near(count), NA)
left <- ifelse(!is.na(left) & left < joined, joined, left)
register <- data.frame(partner_id = id, name = paste("Name", id),
                       sector = pick(sectors, count, TRUE, prob = seq_along(sectors)^2),
                       joined = joined, left = left)
if (chance(0.85)) register$role <- ifelse(runif(count) < 0.15, "local_only",
                                          ifelse(runif(count) < 0.5, "partner", NA))
if (chance(0.5)) register$parent_id <- ifelse(runif(count) < 0.2, pick(id, count, TRUE), NA)
if (chance(0.6)) register$municipality <- blank(pick(towns, count, TRUE), 0.2)
if (chance(0.7)) register$pledge_signed <- blank(near(count), 0.3)
if (chance(0.7)) register$activity_plan <- blank(bool(count, 0.6), 0.2)
if (chance(0.7)) {
  register$introduced_by <- ifelse(runif(count) < 0.3, pick(id, count, TRUE), NA)
  register$introduced_by[register$introduced_by == id] <- NA
}
if (!is.null(register$parent_id)) register$parent_id[register$parent_id == id] <- NA
write(register, "partners.csv")

alliances <- character()
if (chance(0.85)) {
  alliances <- sprintf("L%02d", sample(1:30, sample(c(1, 2, 3, 5, 12), 1)))
  k <- length(alliances)
  table <- data.frame(alliance_id = alliances, name = paste("Alliance", alliances),
                      started = ifelse(runif(k) < 0.7, day(years[1] - 1, 5, 1), near(k)))
  if (chance(0.6)) {
    table$ended <- ifelse(runif(k) < 0.3, near(k), NA)
    table$ended <- ifelse(!is.na(table$ended) & table$ended < table$started, NA, table$ended)
  }
  if (chance(0.8)) table$municipalities <- vapply(seq_len(k), function(i)
    paste(unique(pick(towns, sample(0:3, 1))), collapse = " "), "")
  write(table, "alliances.csv")
  if (chance(0.95)) {
    pairs <- unique(data.frame(alliance_id = pick(alliances, count, TRUE),
                               partner_id = pick(id, count, TRUE)))
    n <- nrow(pairs)
    if (chance(0.7)) pairs$since <- blank(near(n), 0.6)
    if (chance(0.7)) {
      pairs$until <- blank(near(n), 0.7)
      if (!is.null(pairs$since))
        pairs$until <- ifelse(!is.na(pairs$since) & !is.na(pairs$until) &
                                pairs$until < pairs$since, NA, pairs$until)
    }
    write(pairs, "memberships.csv")
  }
}

if (chance(0.8)) {
  of <- expand.grid(municipality = c("NL", towns), year = c(years[1] - 2, years),
                    definition = c("LI", "SM120"), unit = c("children", "families"),
                    stringsAsFactors = FALSE)
  of <- of[runif(nrow(of)) < pick(c(0.3, 0.7, 1)), ]
  if (chance(0.4)) of <- of[of$municipality != "NL", ]
  if (nrow(of) > 0) {
    of$count <- ifelse(of$municipality == "NL", sample(200:900, nrow(of), TRUE),
                       sample(20:200, nrow(of), TRUE))
    of$count[runif(nrow(of)) < 0.05] <- 0
    if (chance(0.7)) of$rounding <- blank(pick(c(0, 10, 50, 100), nrow(of), TRUE), 0.2)
    if (chance(0.7)) of$status <- blank(pick(c("final", "provisional", "revised"), nrow(of),
                                             TRUE), 0.3)
    write(of, "population.csv")
  }
}
if (chance(0.7)) {
  numbers <- sort(sample(1:24, sample(2:24, 1)))
  write(data.frame(statement = sprintf("%02d", numbers),
                   term = pick(c("short", "medium", "long", "local"), length(numbers), TRUE),
                   text_nl = "Stelling"), "statements.csv")
}
if (chance(0.7)) {
  some <- data.frame(
    indicator = c("new_cross_sector", "partners", "reach_children", "experts_added",
                  "opgaven_per_partner", "opgave_participation", "rule_changed",
                  "professionals_trained", "response", "meetings", "professionals_trained",
                  "new_via_opgave", "local_alliances", "sector_diversity"),
    measure = c("share", "active", "coverage", "cumulative", "mean", "share", "share",
                "reported", "rate", "count", "estimated", "share", "count", "blau"),
    alliance_id = c("", "", "", "", "", "", if (length(alliances)) alliances[1] else "", "",
                    "", "", "", "", "", ""),
    sector = c("", "", "", "", "", "", "", "", "", "", "", sectors[1], "", ""),
    opgave = c("", "", "02", "", "", "03", "", "", "", "", "", "", "", ""),
    category = c("", "", "", "", "", "", "", "", "", "kenniskring", "", "", "", ""))
  some$baseline_year <- blank(sample(c(years, years[1] - 1), 14, TRUE), 0.4)
  some$baseline <- ifelse(is.na(some$baseline_year) | runif(14) < 0.4, NA,
                          c(0.3, 10, 0.2, 0, 2, 0.2, 0.5, 100, 0.4, 3, 100, 0.3, 1, 0.5))
  some$target_year <- sample(c(years, 2030), 14, TRUE)
  some$target <- c(0.8, 60, 1, 20, 4, 0.6, 0.1, 900, 1, 6, 1200, 0.6, 3, 0.7)
  write(some[runif(14) < 0.7, ], "targets.csv")
}

# --- the years ------------------------------------------------------------------------
yes <- c(sprintf("opgave_%02d", 1:10), "v_verzachten", "v_versterken", "v_veranderen",
         "stap_signaleren", "stap_bespreken", "stap_oplossen", paste0("domain_", 1:8),
         "source_science", "source_practice", "source_experience", "new_cross_sector",
         "new_via_opgave", "handreiking_known", "handreiking_used", "experts_involved",
         "child_participation", "rule_changed", "employer_support")
counts <- c("professionals_trained", "experts_active", "experts_new", "gaps_found",
            "duplicates_found")
rate_of <- setNames(runif(length(yes), 0.05, 0.95), yes)
nature <- matrix(runif(count * length(yes)), count, dimnames = list(id, yes))

survey_of <- function(year) {
  rate <- pick(c(0, 0.2, 0.5, 0.8, 1), 1, prob = c(1, 2, 4, 4, 2))
  who <- id[runif(count) < rate]
  if (chance(0.15)) who <- setdiff(who, id[register$sector == sectors[1]])
  n <- length(who)
  answers <- data.frame(partner_id = who,
                        submitted = ifelse(runif(n) < 0.9, day(year, 10, 1), NA))
  silent <- pick(c(0, 0.05, 0.3))
  for (name in yes) {
    p <- if (chance(0.1)) sample(0:1, 1) else rate_of[[name]]
    often <- 0.7 * nature[match(who, id), name] + 0.3 * runif(n)
    answers[[name]] <- blank(as.integer(often < p), silent)
  }
  for (name in counts) answers[[name]] <- blank(rpois(n, 4) * bool(n, 0.7), silent)
  for (name in sprintf("statement_%02d", 1:24)) answers[[name]] <- blank(sample(1:5, n, TRUE), silent)
  if (chance(0.3)) answers$statement_05 <- rep(3L, n)
  if (chance(0.1)) answers$rule_changed <- rep(NA, n)
  gone <- runif(ncol(answers)) < pick(c(0, 0.1, 0.4))
  gone[1:2] <- FALSE
  answers <- answers[, !gone, drop = FALSE]
  answers[sample(nrow(answers)), , drop = FALSE]
}

collaborations_of <- function(year) {
  n <- sample(c(0, 3, 20, 80), 1)
  rows <- data.frame(partner_id = pick(id, n, TRUE), with_partner = pick(id, n, TRUE),
                     with_sector = rep(NA, n), new = blank(bool(n, 0.5), 0.2),
                     opgave = blank(sprintf("%02d", sample(1:10, n, TRUE)), 0.5))
  rows <- rows[rows$partner_id != rows$with_partner, ]
  back <- rows[runif(nrow(rows)) < 0.3, ]
  rows <- rbind(rows, setNames(back[c(2, 1, 3, 4, 5)], names(rows)))
  sector <- runif(nrow(rows)) < 0.2
  rows$with_sector[sector] <- pick(sectors, sum(sector), TRUE)
  rows$with_partner[sector] <- NA
  rows[runif(ncol(rows)) > c(0, 0, 0, 0.05, 0.15)]
}

reach_of <- function(year) {
  grid <- expand.grid(partner_id = id, opgave = sprintf("%02d", 1:4),
                      unit = c("children", "families", "professionals"),
                      municipality = c(NA, towns[1:3]), stringsAsFactors = FALSE)
  rows <- grid[runif(nrow(grid)) < min(0.5, pick(c(8, 40, 120)) / nrow(grid)), ]
  rows$count <- sample(0:60, nrow(rows), TRUE)
  if (chance(0.1)) rows$count <- rows$count * 10
  if (chance(0.6)) {
    rows$basis <- blank(pick(c("counted", "estimated", "potential"), nrow(rows), TRUE), 0.2)
    twice <- rows[runif(nrow(rows)) < 0.2 & rows$basis %in% "counted", ]
    if (nrow(twice) > 0) {
      twice$basis <- "estimated"
      twice$count <- twice$count + 5
      rows <- rbind(rows, twice)
    }
  }
  rows[sample(nrow(rows)), ]
}

overlaps_of <- function(reach) {
  reach <- reach[!duplicated(reach[c("partner_id", "opgave", "unit", "municipality")]), ]
  at <- paste(reach$opgave, reach$unit, reach$municipality)
  out <- NULL
  impossible <- chance(0.2)
  for (group in split(reach, at)) {
    if (nrow(group) < 2 || chance(0.3)) next
    pairs <- t(combn(nrow(group), 2))
    if (chance(0.4)) pairs <- pairs[runif(nrow(pairs)) < 0.6, , drop = FALSE]
    if (nrow(pairs) == 0) next
    least <- pmin(group$count[pairs[, 1]], group$count[pairs[, 2]])
    out <- rbind(out, data.frame(
      partner_a = group$partner_id[pairs[, 1]], partner_b = group$partner_id[pairs[, 2]],
      opgave = group$opgave[1], unit = group$unit[1],
      count = if (impossible) least else round(least * runif(nrow(pairs), 0, 0.6)),
      municipality = group$municipality[1]))
  }
  out
}

for (year in years) {
  if (year == years[1] || chance(0.92)) write(survey_of(year), year, "survey.csv")
  else dir.create(file.path(clean, year))
  if (chance(0.75)) write(collaborations_of(year), year, "collaborations.csv")
  if (chance(0.75)) {
    reach <- reach_of(year)
    write(reach, year, "reach.csv")
    overlaps <- if (chance(0.6)) overlaps_of(reach)
    if (!is.null(overlaps)) write(overlaps, year, "overlaps.csv")
  }
  if (chance(0.75)) {
    n <- sample(0:8, 1)
    events <- data.frame(
      event_id = sprintf("E%d", seq_len(n)),
      kind = pick(c("kenniskring", "publieksacademie", "netwerkbijeenkomst", "training"), n, TRUE),
      date = rep(day(year, 4, 4), n), partners_present = blank(sample(0:50, n, TRUE), 0.4),
      experts_present = blank(sample(0:5, n, TRUE), 0.4))
    if (chance(0.3)) events$experts_present <- NULL
    write(events, year, "events.csv")
    if (n > 0 && chance(0.5)) {
      attendance <- unique(data.frame(event_id = pick(events$event_id, 30, TRUE),
                                      partner_id = pick(id, 30, TRUE)))
      write(attendance, year, "attendance.csv")
    }
  }
}
