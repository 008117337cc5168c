# SPDX-License-Identifier: GPL-3.0-or-later
# estimation.md 16: bounds on how many different children or families were reached.

# Of counted and estimated for one key, counted; potential never; eligible organisations.
reach_rows <- function(it, unit) {
  rows <- it$tables$reach
  basis <- column(rows, "basis")
  basis[is.na(basis)] <- "counted"
  rows$municipality <- column(rows, "municipality")
  rows$municipality[is.na(rows$municipality)] <- ""
  keep <- rows$unit == unit & basis != "potential" & rows$partner_id %in% it$eligible$partner_id
  rows <- rows[keep, ]
  rows <- rows[order(basis[keep], method = "radix"), ] # counted before estimated
  rows[!duplicated(rows[c("partner_id", "opgave", "municipality")]), ]
}

# The population of a place by the definition: that year's or the latest earlier one.
population_of <- function(monitor, it, place, unit) {
  rows <- monitor$root$population
  if (is.null(rows)) return(NULL)
  definition <- setting(monitor$settings, "reach", "definition", "LI")
  rows <- rows[rows$municipality == place & rows$definition == definition & rows$unit == unit &
                 as.integer(rows$year) <= it$year, ]
  if (nrow(rows) == 0) return(NULL)
  row <- rows[which.max(as.integer(rows$year)), ]
  half <- number_column(row, "rounding") / 2
  if (is.na(half)) half <- 0
  count <- as.numeric(row$count)
  list(count = count, low = max(0, count - half), high = count + half,
       year = as.integer(row$year),
       provisional = column(row, "status") %in% "provisional" || as.integer(row$year) < it$year)
}

add_populations <- function(some) {
  if (length(some) == 0 || any(vapply(some, is.null, NA))) return(NULL)
  part <- function(name) vapply(some, `[[`, 0, name)
  list(count = sum(part("count")), low = sum(part("low")), high = sum(part("high")),
       year = min(part("year")), provisional = any(vapply(some, `[[`, NA, "provisional")))
}

# Bounds of one catchment: counts n (named by partner) and the overlaps among them.
bounds_of <- function(n, overlaps, population) {
  S1 <- sum(n)
  lower <- max(n)
  upper <- S1
  ids <- names(n)
  k <- length(n)
  impossible <- FALSE
  pairs <- overlaps[overlaps$a %in% ids & overlaps$b %in% ids & overlaps$a != overlaps$b, ]
  if (nrow(pairs) > 0 && S1 > 0) {
    l <- lower
    if (nrow(pairs) == k * (k - 1) / 2) {
      S2 <- sum(pairs$count)
      kk <- 1 + floor(2 * S2 / S1)
      l <- max(l, S1 - S2, ceiling(2 * S1 / (kk + 1) - 2 * S2 / (kk * (kk + 1)) - 1e-9))
    }
    u <- min(upper, S1 - heaviest_forest(pairs))
    impossible <- u < l
    if (!impossible) {
      lower <- l
      upper <- u
    }
  }
  refuted <- FALSE
  if (!is.null(population)) {
    refuted <- lower > population$high
    if (!refuted) upper <- min(upper, population$high)
  }
  list(gross = S1, lower = lower, upper = upper, refuted = refuted,
       impossible = impossible)
}

heaviest_forest <- function(pairs) {
  pairs <- pairs[order(-pairs$count), ]
  tree <- setNames(nm = unique(c(pairs$a, pairs$b)))
  total <- 0
  for (i in seq_len(nrow(pairs))) {
    one <- tree[[pairs$a[i]]]
    two <- tree[[pairs$b[i]]]
    if (one == two) next
    tree[tree == two] <- one
    total <- total + pairs$count[i]
  }
  total
}

overlaps_in <- function(it, unit, opgave, place) {
  rows <- it$tables$overlaps
  if (is.null(rows)) return(data.frame(a = character(), b = character(), count = numeric()))
  at <- column(rows, "municipality")
  at[is.na(at)] <- ""
  rows <- rows[rows$unit == unit & rows$opgave == opgave & at == place, ]
  pairs <- data.frame(a = pmin(rows$partner_a, rows$partner_b),
                      b = pmax(rows$partner_a, rows$partner_b),
                      count = as.numeric(rows$count))
  pairs[!duplicated(pairs[c("a", "b")]), ]
}

reach_of <- function(indicator, unit) function(monitor, it, ...) {
  measures <- c("gross", "lower", "upper", "coverage", "target_population")
  if (is.null(it$tables$reach)) {
    for (m in measures)
      put_absent(it, indicator, m, if (m == "coverage") "proportion" else unit, list(), "bounds")
    return(invisible())
  }
  all <- reach_rows(it, unit)
  for (o in opgaven) {
    rows <- all[all$opgave == o, ]
    places <- sort(unique(rows$municipality))
    bounds <- lapply(setNames(nm = places), function(place) {
      own <- rows[rows$municipality == place, ]
      bounds_of(setNames(as.numeric(own$count), own$partner_id),
                overlaps_in(it, unit, o, place),
                population_of(monitor, it, if (place == "") "NL" else place, unit))
    })
    if (length(bounds) == 0) next
    sum_of <- function(some, part) sum(vapply(some, function(b) as.numeric(b[[part]]), 0))
    country <- population_of(monitor, it, "NL", unit)
    local <- bounds[names(bounds) != ""]
    nowhere <- bounds[names(bounds) == ""]
    lower <- max(sum_of(nowhere, "lower"), sum_of(local, "lower"))
    upper <- sum_of(bounds, "upper")
    refuted <- is.null(country) && sum_of(bounds, "refuted") > 0
    if (!is.null(country)) {
      upper <- max(lower, min(upper, country$high))
    }
    if (is.null(country)) {
      known <- setdiff(unique(monitor$root$population$municipality), "NL")
      found <- Filter(Negate(is.null),
                      lapply(known, population_of, monitor = monitor, it = it, unit = unit))
      country <- add_populations(found)
    }
    put_reach(it, indicator, unit, list(opgave = o),
              list(gross = sum_of(bounds, "gross"), lower = lower, upper = upper,
                   refuted = refuted, impossible = sum_of(bounds, "impossible") > 0),
              country, length(unique(rows$partner_id)))
    for (a in names(it$alliances)) {
      own <- monitor$root$alliances
      area <- column(own, "municipalities")[own$alliance_id == a]
      area <- if (is.na(area)) character() else strsplit(area, " +")[[1]]
      mine <- bounds[names(bounds) %in% area]
      if (length(mine) == 0) next
      put_reach(it, indicator, unit, list(opgave = o, alliance = a),
                list(gross = sum_of(mine, "gross"), lower = sum_of(mine, "lower"),
                     upper = sum_of(mine, "upper"), refuted = sum_of(mine, "refuted") > 0,
                     impossible = sum_of(mine, "impossible") > 0),
                add_populations(lapply(area, population_of, monitor = monitor, it = it,
                                       unit = unit)),
                length(unique(rows$partner_id[rows$municipality %in% area])))
    }
  }
}

put_reach <- function(it, indicator, unit, where, b, D, partners) {
  overlaps <- if (b$impossible) "overlaps_impossible"
  refuted <- if (b$refuted || (!is.null(D) && b$lower > D$high)) "cap_refuted"
  put(it, indicator, "gross", unit, where, value = b$gross, n = partners, method = "bounds",
      note = overlaps)
  put(it, indicator, "lower", unit, where, value = b$lower, n = partners, method = "bounds",
      note = overlaps)
  put(it, indicator, "upper", unit, where, value = b$upper, n = partners, method = "bounds",
      note = c(overlaps, refuted))
  year <- if (!is.null(D) && D$year < it$year) paste0("denominator=", D$year)
  low <- high <- NA
  if (!is.null(D) && D$count > 0) {
    low <- b$lower / D$high
    high <- if (b$upper == 0) 0 else b$upper / D$low
    if (is.null(refuted)) high <- min(1, high)
    if (is.infinite(high)) high <- NA
  }
  put(it, indicator, "coverage", "proportion", where, n = partners, low = low, high = high,
      denominator = if (is.null(D)) NA else D$count, method = "bounds",
      note = c(refuted, year),
      status = status_of(cannot = !is.null(D) && D$count == 0, missing = is.null(D),
                         provisional = !is.null(D) && D$provisional))
  put(it, indicator, "target_population", unit, where, value = if (is.null(D)) NA else D$count,
      low = if (is.null(D)) NA else D$low, high = if (is.null(D)) NA else D$high,
      method = "bounds", note = year,
      status = status_of(missing = is.null(D), provisional = !is.null(D) && D$provisional))
}
