# SPDX-License-Identifier: GPL-3.0-or-later
# estimation.md 11-12: progress.csv, from the rows of indicators.csv and the items behind.

progress_columns <- c(key_columns, "baseline_year", "baseline", "value", "target_year",
                      "target", "ratio_linear", "probability", "verdict", "ratio_cagr",
                      "projection", "projection_low", "projection_high", "note")

# Who is in the scope of a target in a year: all partners, a sector, a local alliance.
scope_of <- function(it, key) {
  if (key[["alliance_id"]] != "") return(it$alliances[[key[["alliance_id"]]]])
  if (key[["sector"]] != "") it$partners[it$partners$sector == key[["sector"]], ] else it$partners
}

# Without the finite-population factor: strata for the country, one for a subgroup.
scope_part <- function(monitor, it, item, key) {
  people <- scope_of(it, key)
  national <- key[["alliance_id"]] == "" && key[["sector"]] == ""
  y <- setNames(answers_of(item$values, people), people$partner_id)
  h <- setNames(if (national) people$sector else rep("all", length(y)), people$partner_id)
  size <- if (national) it$size else table(factor(h, "all"))
  s <- strata_of(y, h, size)
  list(y = y, h = h, s = s, V = variance_of(s, FALSE), m = sum(s$W * s$mean))
}

covariance_between <- function(one, two) {
  sum(vapply(intersect(one$s$names, two$s$names), function(h) {
    ids <- intersect(names(one$y)[one$h == h], names(two$y)[two$h == h])
    a <- one$y[ids]
    b <- two$y[ids]
    both <- !is.na(a) & !is.na(b)
    i <- match(h, one$s$names)
    j <- match(h, two$s$names)
    if (sum(both) < 3 || sd(a[both]) == 0 || sd(b[both]) == 0) return(0)
    one$s$W[i] * two$s$W[j] * sum(both) / (one$s$n[i] * two$s$n[j]) *
      cor(a[both], b[both]) * sqrt(one$s$s2[[i]] * two$s$s2[[j]])
  }, 0))
}

# A share's variance also serves 0 and 1.
smoothed <- function(m, V, n) {
  p <- (m * n + 0.5) / (n + 1)
  plain <- if (n > 1) m * (1 - m) / (n - 1) else 0
  p * (1 - p) / (n + 2) * (if (plain > 0 && isTRUE(V > 0)) V / plain else 1)
}

progress_rows <- function(monitor, out, target) {
  text <- function(name) { v <- column(target, name); if (is.na(v)) "" else v }
  key <- setNames(vapply(key_columns[-1], text, ""), key_columns[-1])
  mine <- out[apply(out[key_columns[-1]], 1, function(r) all(r == key)), ]
  known <- any(out$indicator == key[["indicator"]] & out$measure == key[["measure"]]) ||
    startsWith(key[["indicator"]], "reach_") # of children, where families alone were reached
  if (!known) return(NULL)
  kind <- "count"
  asked <- Filter(function(i) i$key[["indicator"]] == key[["indicator"]] &&
                    i$key[["opgave"]] == key[["opgave"]] &&
                    i$key[["category"]] == key[["category"]] &&
                    (i$key[["measure"]] == key[["measure"]] ||
                       (i$kind == "total" && key[["measure"]] == "estimated")), items$all)
  if (length(asked) > 0)
    kind <- if (asked[[1]]$kind == "total") "total" else if (asked[[1]]$share) "share" else "mean"
  item_of <- function(year) Filter(function(i) i$year == year, asked)[[1]]
  years <- vapply(monitor$years, `[[`, 0L, "year")
  value_of <- function(year) { v <- mine$value[mine$year == year]; if (length(v)) v else NA }
  bound_of <- function(year, end) { v <- mine[[end]][mine$year == year]; if (length(v)) v else NA }
  bounded <- function(year) is.na(value_of(year)) && !is.na(bound_of(year, "ci_low")) &&
    !is.na(bound_of(year, "ci_high"))
  questions <- Filter(function(i) i$key[["indicator"]] == key[["indicator"]] &&
                        i$kind == "total", items$all)
  comparable <- function(from, to) {
    if (from > to) return(TRUE)
    if (kind == "count") {
      broken <- vapply(monitor$years[years > from & years <= to], is_broken, NA,
                       monitor = monitor,
                       variables = unlist(lapply(questions, `[[`, "variables")))
      both <- Filter(function(i) i$year %in% c(from, to), questions)
      unasked <- any(vapply(both, function(i) is.null(i$values), NA))
      return(length(questions) == 0 || !(unasked || any(broken)))
    }
    one <- item_of(from)
    two <- item_of(to)
    !is.null(one$values) && !is.null(two$values) && one$derived == two$derived &&
      !any(vapply(monitor$years[years > from & years <= to], is_broken, NA, monitor = monitor,
                  variables = two$variables))
  }
  given <- as.numeric(column(target, "baseline"))
  base_year <- as.integer(column(target, "baseline_year"))
  if (is.na(base_year) && is.na(given)) {
    first <- Filter(function(y) !is.na(value_of(y)) || bounded(y), years)
    base_year <- if (length(first)) first[1] else NA
  }
  own <- if (is.na(base_year)) NA else value_of(base_year)
  base <- if (is.na(given)) own else given
  estimated <- is.na(given) || (!is.na(own) && isTRUE(all.equal(given, own, tolerance = 1e-12)))
  ours <- estimated && base_year %in% years
  goal_year <- as.integer(target$target_year)
  goal <- as.numeric(target$target)
  part <- function(year) scope_part(monitor, monitor$years[[match(year, years)]], item_of(year), key)
  variance <- function(year) {
    p <- part(year)
    if (kind == "share") smoothed(p$m, p$V, p$s$answers)
    else if (kind == "total") p$s$total^2 * p$V else p$V
  }
  covariance <- function(one, two) {
    p <- part(one)
    q <- part(two)
    covariance_between(p, q) * if (kind == "total") p$s$total * q$s$total else 1
  }
  verdict_of_count <- function(t, v, y0) {
    if (is.na(y0) || is.na(base_year) || is.na(v) || t <= base_year || goal_year <= base_year ||
        goal == y0) return("cannot_tell")
    d <- sign(goal - y0)
    if (d * (v - goal) >= 0) return("reached")
    if (t > goal_year) return("missed")
    l <- (t - base_year) / (goal_year - base_year)
    if (d * (v - (1 - l) * y0 - l * goal) >= 0) "on_track" else "behind"
  }
  row_of <- function(t) {
    v <- value_of(t)
    ratio <- probability <- cagr <- projection <- low <- high <- NA
    verdict <- "cannot_tell"
    note <- character()
    if (!estimated) note <- c(note, "base=published")
    if (bounded(t)) note <- c(note, "bounds")
    crossed <- ours && base_year <= t && !comparable(base_year, t)
    if (crossed) note <- c(note, "break")
    path <- !is.na(base) && !is.na(base_year) && t > base_year && goal_year > base_year && goal != base
    if (!crossed && bounded(t)) {
      free <- is.na(base) && base_year %in% years && bounded(base_year)
      verdicts <- c(
        verdict_of_count(t, bound_of(t, "ci_low"), if (free) bound_of(base_year, "ci_low") else base),
        verdict_of_count(t, bound_of(t, "ci_high"), if (free) bound_of(base_year, "ci_high") else base))
      if (verdicts[1] == verdicts[2]) verdict <- verdicts[1]
    } else if (!crossed && !is.na(v)) {
      l <- (t - base_year) / (goal_year - base_year)
      if (path) {
        ratio <- (v - base) / (l * (goal - base))
        if (base > 0 && goal > 0 && v > 0)
          cagr <- ((v / base)^(1 / (t - base_year)) - 1) /
            ((goal / base)^(1 / (goal_year - base_year)) - 1)
      }
      if (kind == "count") verdict <- verdict_of_count(t, v, base)
      else if (path) {
        d <- sign(goal - base)
        n <- bound_of(t, "n")
        V <- variance(t)
        with_own <- ours && !is.na(own)
        V0 <- if (with_own) variance(base_year) else 0
        C <- if (with_own) covariance(base_year, t) else 0
        total <- V + (1 - l)^2 * V0 - 2 * (1 - l) * C
        if (isTRUE(total > 0))
          probability <- pnorm(d * (v - (1 - l) * base - l * goal) / sqrt(total))
        beyond <- if (kind == "share") {
          x <- v * n
          pbeta(min(1, max(0, goal)), x + 0.5, n - x + 0.5, lower.tail = d < 0)
        } else if (isTRUE(V > 0)) pnorm(d * (v - goal) / sqrt(V)) else NA
        verdict <- if (n < 5) "cannot_tell"
          else if (isTRUE(beyond >= 0.9)) "reached"
          else if (t > goal_year) (if (isTRUE(beyond <= 0.1)) "missed" else "cannot_tell")
          else if (isTRUE(probability >= 0.9)) "on_track"
          else if (isTRUE(probability <= 0.1)) "behind" else "cannot_tell"
      }
    }
    if (kind != "count" && !is.na(v)) {
      series <- Filter(function(y) y <= t && !is.na(value_of(y)) && comparable(y, t), years)
      if (length(series) >= 5) {
        p <- project(series, vapply(series, value_of, 0), vapply(series, bound_of, 0, end = "n"),
                     series_covariance(series, variance, covariance), goal_year, kind == "share",
                     monitor$confidence)
        projection <- p$at
        low <- p$low
        high <- p$high
        if (p$diagonal) note <- c(note, "projection=diagonal")
      }
    }
    list(t, key, if (is.na(base_year)) NA else base_year, base, v, goal_year, goal, ratio,
         probability, verdict, cagr, projection, low, high, paste(note, collapse = " "))
  }
  lapply(years, function(t) unlist(row_of(t)))
}

series_covariance <- function(years, variance, covariance) {
  S <- diag(vapply(years, variance, 0), length(years))
  for (i in seq_along(years)) for (j in seq_len(i - 1))
    S[i, j] <- S[j, i] <- covariance(years[j], years[i])
  S
}

# 12: generalised least squares, of shares on the logit.
project <- function(years, values, n, S, at, share, confidence) {
  none <- list(at = NA, low = NA, high = NA, diagonal = FALSE)
  if (any(is.na(S)) || any(diag(S) <= 0)) return(none)
  y <- values
  if (share) {
    p <- ifelse(values <= 0 | values >= 1, (values * n + 0.5) / (n + 1), values)
    y <- qlogis(p)
    S <- S / outer(p * (1 - p), p * (1 - p))
  }
  diagonal <- inherits(try(chol(S), silent = TRUE), "try-error")
  if (diagonal) S <- diag(diag(S))
  X <- cbind(1, years - mean(years))
  W <- solve(S)
  V <- solve(t(X) %*% W %*% X)
  b <- V %*% t(X) %*% W %*% y
  e <- y - X %*% b
  df <- length(y) - 2
  spread <- c(t(e) %*% W %*% e) / df
  x <- c(1, at - mean(years))
  var <- c(t(x) %*% V %*% x) * max(1, spread) + mean(diag(S)) * max(0, spread - 1) +
    S[length(y), length(y)]
  a <- (1 - confidence) / 2
  q <- if (spread <= 1) qnorm(1 - a) else qt(1 - a, df)
  ends <- sum(x * b) + c(0, -1, 1) * q * sqrt(var)
  if (share) ends <- plogis(ends)
  list(at = ends[1], low = ends[2], high = ends[3], diagonal = diagonal)
}

progresses <- function(monitor, out) {
  rows <- list()
  targets <- monitor$root$targets
  for (i in seq_len(if (is.null(targets)) 0 else nrow(targets)))
    rows <- c(rows, progress_rows(monitor, out, targets[i, ]))
  table <- as.data.frame(do.call(rbind, lapply(rows, unname)))
  if (length(rows) == 0) table <- as.data.frame(matrix(character(), 0, length(progress_columns)))
  names(table) <- progress_columns
  for (name in progress_columns[c(8:14, 16:19)]) table[[name]] <- as.numeric(table[[name]])
  table[order(match(table$indicator, indicator_order), table$year,
              match(table$measure, measure_order), table$opgave,
              match(table$sector, c("", monitor$sectors)), table$alliance_id,
              match(table$category, category_order(monitor)), table$target_year), ]
}
