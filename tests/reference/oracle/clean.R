# SPDX-License-Identifier: GPL-3.0-or-later
# What stage 2 reads: WORK/settings.ini and WORK/clean, as text; every missing cell NA.

default_sectors <- c("national_government", "municipality", "education", "youth_health",
                     "trade_association", "knowledge", "civil_society", "business")

read_settings <- function(work) {
  lines <- trimws(readLines(file.path(work, "settings.ini"), warn = FALSE))
  section <- ""
  settings <- list()
  for (line in lines[lines != "" & !startsWith(lines, "#")]) {
    if (grepl("^\\[.*\\]$", line)) {
      section <- substr(line, 2, nchar(line) - 1)
    } else {
      at <- regexpr("=", line)
      key <- trimws(substr(line, 1, at - 1))
      settings[[section]][[key]] <- trimws(substr(line, at + 1, nchar(line)))
    }
  }
  settings
}

setting <- function(settings, section, key, default) {
  value <- settings[[section]][[key]]
  if (is.null(value) || value == "") default else value
}

sectors_of <- function(settings) {
  own <- names(settings[["sectors"]])
  if (length(own) > 0) own else default_sectors
}

# A table, or NULL where there is none. Columns that are not there read as NA (column()).
read_clean <- function(...) {
  path <- file.path(...)
  if (!file.exists(path)) return(NULL)
  read.csv(path, colClasses = "character", na.strings = "", check.names = FALSE,
           encoding = "UTF-8", quote = "\"")
}

column <- function(table, name) {
  if (is.null(table)) return(character())
  if (name %in% names(table)) table[[name]] else rep(NA_character_, nrow(table))
}

number_column <- function(table, name) as.numeric(column(table, name))

read_work <- function(work) {
  settings <- read_settings(work)
  clean <- file.path(work, "clean")
  root <- lapply(c(partners = "partners", alliances = "alliances",
                   memberships = "memberships", population = "population",
                   targets = "targets", statements = "statements",
                   changes = "municipality_changes"),
                 function(name) read_clean(clean, paste0(name, ".csv")))
  years <- sort(as.integer(grep("^[0-9]{4}$", list.files(clean), value = TRUE)))
  monitor <- list(settings = settings, sectors = sectors_of(settings), root = root,
                  confidence = as.numeric(setting(settings, "monitor", "confidence", 0.95)))
  first <- as.integer(setting(settings, "monitor", "first_year", 0))
  monitor$first_year <- if (first > 0) first else min(years)
  monitor$years <- lapply(years, read_year, monitor = monitor, clean = clean)
  monitor
}

# indicators.md: U_t, R_t, the members of a local alliance.
read_year <- function(year, monitor, clean) {
  settings <- monitor$settings
  tables <- lapply(c(survey = "survey", collaborations = "collaborations", reach = "reach",
                     overlaps = "overlaps", events = "events", attendance = "attendance"),
                   function(name) read_clean(clean, year, paste0(name, ".csv")))
  day_of <- function(year)
    setting(settings, paste("survey", year), "reference_date",
            paste0(year, "-", setting(settings, "monitor", "reference_date", "12-31")))
  reference <- day_of(year)
  it <- list(year = year, reference = reference, previous = day_of(year - 1), tables = tables)
  register <- monitor$root$partners
  register <- register[order(register$partner_id, method = "radix"), ]
  role <- column(register, "role")
  register$is_partner <- is.na(role) | role == "partner"
  it$register <- register
  it$eligible <- register[present(register$joined, column(register, "left"), reference), ]
  it$partners <- it$eligible[it$eligible$is_partner, ]          # U_t
  submitted <- column(tables$survey, "submitted")
  it$completed <- if (is.null(tables$survey)) NULL else tables$survey[!is.na(submitted), ]
  it$partial <- if (is.null(tables$survey)) character() else
    setdiff(tables$survey$partner_id[is.na(submitted)], it$completed$partner_id)
  it$size <- table(factor(it$partners$sector, monitor$sectors))   # N_h
  it$alliances <- active_alliances(monitor, it)
  it
}

present <- function(from, until, reference) {
  (is.na(from) | from <= reference) & (is.na(until) | until > reference)
}

# Alliances active at the reference date with at least one member: id -> members.
active_alliances <- function(monitor, it) {
  alliances <- monitor$root$alliances
  memberships <- monitor$root$memberships
  if (is.null(alliances) || is.null(memberships)) return(list())
  active <- alliances$alliance_id[present(alliances$started, column(alliances, "ended"),
                                          it$reference)]
  now <- present(column(memberships, "since"), column(memberships, "until"), it$reference)
  memberships <- memberships[now, ]
  members <- lapply(setNames(nm = sort(active, method = "radix")), function(id) {
    ids <- memberships$partner_id[memberships$alliance_id == id]
    it$eligible[it$eligible$partner_id %in% ids, ]
  })
  Filter(function(group) nrow(group) > 0, members)
}

# The value of every completed answer of `people`, NA where they did not answer the item.
# values: named by partner_id.
answers_of <- function(values, people) unname(values[people$partner_id])
