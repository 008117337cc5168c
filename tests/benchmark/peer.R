# SPDX-License-Identifier: GPL-3.0-or-later
# The same work in R, as one would write it with data.table, survey, ggplot2 and openxlsx.
# It starts from clean tables and does less: no decoding, codebooks or findings, no
# progress, ties, disclosure control or pages. What it leaves out favours it.
#   Rscript peer.R example WORK OUT YEAR   estimate all years; charts and workbooks of one
#   Rscript peer.R large DIR YEAR          read and estimate
suppressPackageStartupMessages({
  library(data.table)
  library(survey)
  library(ggplot2)
  library(openxlsx)
})

confidence <- 0.95
# A sector with one answer keeps its weight and takes the others' variance.
options(survey.lonely.psu = "average")

# ---- reading ----

yes_no <- function(x) {
  if (!is.character(x)) return(as.integer(x))
  fcase(x %chin% c("1", "ja", "yes"), 1L, x %chin% c("0", "nee", "no"), 0L)
}

survey_read <- function(path) {
  answers <- fread(path, na.strings = "", colClasses = list(character = "partner_id"))
  texts <- c("partner_id", "submitted", "reach_basis")
  for (column in setdiff(names(answers), texts)) {
    if (is.character(answers[[column]])) set(answers, NULL, column, yes_no(answers[[column]]))
  }
  answers[, submitted := as.IDate(submitted)]
  answers <- answers[!is.na(submitted)]
  setorder(answers, partner_id, submitted)
  unique(answers, by = "partner_id", fromLast = TRUE)
}

register_read <- function(folder) {
  partners <- fread(file.path(folder, "partners.csv"), na.strings = "",
                    colClasses = list(character = "partner_id"))
  for (column in intersect(c("joined", "left"), names(partners))) {
    set(partners, NULL, column, as.IDate(partners[[column]]))
  }
  if (!"left" %in% names(partners)) partners[, left := as.IDate(NA)]
  memberships <- NULL
  if (file.exists(path <- file.path(folder, "memberships.csv"))) {
    memberships <- fread(path, na.strings = "", colClasses = "character")
  }
  list(partners = partners, memberships = memberships)
}

eligible_partners <- function(partners, reference) {
  eligible <- partners[joined <= reference & (is.na(left) | left > reference)]
  eligible[, national := is.na(role) | role != "local_only"]
  eligible[national == TRUE, N := .N, by = sector]
}

# ---- estimating ----

# The exact interval of x of n of N: all numbers of yes that do not make x improbable.
hypergeometric_interval <- function(x, n, N) {
  tail <- (1 - confidence) / 2 * (1 + 1e-9)
  K <- x:(N - n + x)
  low <- K[phyper(x - 1, K, N - K, n, lower.tail = FALSE) > tail]
  high <- K[phyper(x, K, N - K, n) > tail]
  list(ci_low = low[1] / N, ci_high = high[length(high)] / N)
}

national_estimate <- function(answered, item) {
  design <- svydesign(ids = ~1, strata = ~sector, fpc = ~N, data = answered)
  formula <- reformulate(item)
  is_share <- all(answered[[item]] %in% 0:1)
  estimate <- svymean(formula, design)
  interval <- if (is_share && SE(estimate) > 0) {
    confint(svyciprop(formula, design, method = "xlogit", level = confidence))
  } else {
    confint(estimate, df = degf(design), level = confidence)
  }
  data.table(item = item, group = NA_character_, by = "national", n = nrow(answered),
             value = as.numeric(estimate), se = as.numeric(SE(estimate)),
             ci_low = interval[1], ci_high = interval[2])
}

subgroup_estimates <- function(answered, sizes, item, by) {
  groups <- answered[, .(x = sum(get(item)), n = .N, s = sd(get(item))), by = by]
  setnames(groups, by, "group")
  groups[sizes, N := i.N, on = "group"]
  if (all(answered[[item]] %in% 0:1)) {
    groups[, c("ci_low", "ci_high") := hypergeometric_interval(x, n, N), by = group]
    groups[, se := sqrt((1 - n / N) * x / n * (1 - x / n) / pmax(n - 1, 1))]
  } else {
    groups[, se := sqrt((1 - n / N) * s^2 / n)]
    groups[, c("ci_low", "ci_high") :=
             list(x / n - qt(.975, pmax(n - 1, 1)) * se, x / n + qt(.975, pmax(n - 1, 1)) * se)]
  }
  groups[, .(item = item, group, by = by, n, value = x / n, se, ci_low, ci_high)]
}

# Each local alliance beside the national share.
compare_alliances <- function(alliances, national) {
  compared <- merge(alliances, national[, .(item, p0 = value)], by = "item")
  compared <- compared[p0 > 0 & p0 < 1 & n > 0]
  compared[, x := round(value * n)]
  compared[, p_value := pmin(1, 2 * pmin(pbinom(x, n, p0),
                                         pbinom(x - 1, n, p0, lower.tail = FALSE)))]
  compared[, p_adjusted := p.adjust(p_value, "BH"), by = item]
  for (tail in c(.025, .001)) {
    compared[, paste0("funnel_low_", tail) := qbinom(tail, n, p0) / n]
    compared[, paste0("funnel_high_", tail) := qbinom(1 - tail, n, p0) / n]
  }
  compared[]
}

year_estimate <- function(register, answers, year) {
  reference <- as.IDate(paste0(year, "-12-31"))
  eligible <- eligible_partners(register$partners, reference)
  data <- merge(answers, eligible[, .(partner_id, sector, national, N)], by = "partner_id")
  items <- setdiff(names(answers), c("partner_id", "submitted", "reach_basis"))
  sizes <- eligible[national == TRUE, .(N = .N), by = .(group = sector)]
  members <- NULL
  if (!is.null(register$memberships)) {
    members <- register$memberships[partner_id %in% eligible$partner_id &
                                      (is.na(since) | since <= as.character(reference))]
    local_sizes <- members[, .(N = .N), by = .(group = alliance_id)]
    members <- merge(members[, .(alliance_id, partner_id)], data, by = "partner_id")
  }
  estimates <- rbindlist(lapply(items, function(item) {
    answered <- data[national == TRUE & !is.na(get(item)), c("sector", "N", item),
                     with = FALSE]
    if (nrow(answered) == 0) return(NULL)
    local <- if (!is.null(members)) members[!is.na(get(item))]
    rbind(national_estimate(answered, item),
          subgroup_estimates(answered, sizes, item, "sector"),
          if (!is.null(local) && nrow(local) > 0)
            subgroup_estimates(local, local_sizes, item, "alliance_id"))
  }))
  shares <- estimates[by == "alliance_id" & value >= 0 & value <= 1]
  list(estimates = estimates[, year := as.integer(year)],
       comparison = compare_alliances(shares, estimates[by == "national"]))
}

# ---- charts: as many as the monitor drew, each in three formats ----

chart_draw <- function(estimates, title) {
  ggplot(estimates, aes(x = value, y = label)) +
    geom_col(fill = "#007BC7", width = .7) +
    geom_errorbarh(aes(xmin = ci_low, xmax = ci_high), height = .2) +
    geom_text(aes(label = sprintf("%.0f%%", 100 * value)), hjust = -.3, size = 3) +
    labs(title = title, x = NULL, y = NULL, caption = "Bron: monitor") +
    theme_minimal(base_family = "Liberation Sans")
}

charts_write <- function(index, estimates, folder) {
  items <- unique(estimates$item)
  for (i in seq_len(nrow(index))) {
    own <- estimates[by != "alliance_id" & item == items[(i - 1) %% length(items) + 1]]
    own[, label := fifelse(is.na(group), "Landelijk", group)]
    chart <- chart_draw(own, index$headline[i])
    path <- file.path(folder, sprintf("%03d-%s", i, index$chart[i]))
    ggsave(paste0(path, ".svg"), chart, device = grDevices::svg, width = 7, height = 4.5)
    ggsave(paste0(path, ".pdf"), chart, device = grDevices::cairo_pdf, width = 7, height = 4.5)
    ggsave(paste0(path, ".png"), chart, dpi = 192,
           width = 7, height = 4.5)
  }
}

# ---- workbooks: as many as the monitor wrote, with as many sheets each ----

sheet_write <- function(book, name, title, table) {
  addWorksheet(book, name)
  writeData(book, name, title, startRow = 1)
  addStyle(book, name, createStyle(fontSize = 16, textDecoration = "bold"), 1, 1)
  writeDataTable(book, name, table, startRow = 3, tableStyle = "TableStyleLight1")
  setColWidths(book, name, seq_along(table), widths = 16)
  pageSetup(book, name, orientation = "landscape", paperSize = 9)
}

sheet_names <- function(path) {
  parts <- utils::unzip(path, list = TRUE)$Name
  sum(grepl("^xl/worksheets/sheet", parts))
}

workbooks_write <- function(work, estimates, comparison, folder) {
  paths <- list.files(file.path(work, c("openbaar", "lokaal", "intern")), "\\.xlsx$",
                      recursive = TRUE, full.names = TRUE)
  items <- unique(estimates$item)
  for (i in seq_along(paths)) {
    book <- createWorkbook()
    modifyBaseFont(book, fontSize = 12, fontName = "Arial")
    sheets <- sheet_names(paths[i])
    for (s in seq_len(sheets)) {
      share <- items[seq_along(items) %% sheets == s - 1]
      sheet_write(book, paste("Blad", s), basename(paths[i]),
                  as.data.frame(estimates[item %in% share & by != "alliance_id"]))
    }
    if (i == 1) sheet_write(book, "Vergelijking", "Vergelijking", as.data.frame(comparison))
    saveWorkbook(book, file.path(folder, sprintf("%03d.xlsx", i)), overwrite = TRUE)
  }
}

# ---- the two jobs ----

example <- function(work, out, year) {
  clean <- file.path(work, "clean")
  dir.create(out, recursive = TRUE, showWarnings = FALSE)
  register <- register_read(clean)
  years <- grep("^[0-9]{4}$", list.files(clean), value = TRUE)
  results <- lapply(years, function(y) {
    year_estimate(register, survey_read(file.path(clean, y, "survey.csv")), y)
  })
  names(results) <- years
  estimates <- rbindlist(lapply(results, `[[`, "estimates"))
  fwrite(estimates, file.path(out, "indicators.csv"))
  fwrite(rbindlist(lapply(results, `[[`, "comparison")), file.path(out, "comparison.csv"))
  index <- fread(file.path(work, "charts", "index.csv"))
  charts_write(index, results[[year]]$estimates, out)
  workbooks_write(work, results[[year]]$estimates, results[[year]]$comparison, out)
}

large <- function(folder, year) {
  answers <- survey_read(file.path(folder, year, "survey.csv"))
  result <- year_estimate(register_read(folder), answers, year)
  fwrite(result$estimates, nullfile())
  fwrite(result$comparison, nullfile())
}

arguments <- commandArgs(trailingOnly = TRUE)
invisible(switch(arguments[1],
                 example = example(arguments[2], arguments[3], arguments[4]),
                 large = large(arguments[2], arguments[3]),
                 stop("peer.R example WORK OUT YEAR | large DIR YEAR")))
