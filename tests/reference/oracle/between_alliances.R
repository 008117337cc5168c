# SPDX-License-Identifier: GPL-3.0-or-later
# estimation.md 13-15: comparison.csv, from the items that the indicators registered.

comparison_columns <- c(key_columns, "x", "n", "N", "value", "ci_low", "ci_high", "national",
                        "expected", "funnel_low_95", "funnel_high_95", "funnel_low_998",
                        "funnel_high_998", "zone", "zone_expected", "p_value", "p_adjusted",
                        "phi", "tau2", "shrunk", "rank_low", "rank_high")

wilson <- function(x, n, level) {
  z <- qnorm(1 - (1 - level) / 2)
  middle <- (x + z^2 / 2) / (n + z^2)
  half <- z / (n + z^2) * sqrt(x * (n - x) / n + z^2 / 4)
  cbind(pmax(0, middle - half), pmin(1, middle + half))
}

# 13: Spiegelhalter's interpolation of the binomial quantile; the upper limit mirrored.
funnel_low <- function(n, p0, tail) {
  r <- qbinom(tail, n, p0)
  below <- if (r > 0) pbinom(r - 1, n, p0) else 0
  alpha <- (pbinom(r, n, p0) - tail) / (pbinom(r, n, p0) - below)
  max(0, (r - alpha) / n)
}

zone_of <- function(x, n, p0) {
  if (is.na(p0) || p0 <= 0 || p0 >= 1) return("")
  above <- pbinom(x - 1, n, p0, lower.tail = FALSE)
  below <- pbinom(x, n, p0)
  if (above <= 0.001) "high_998" else if (above <= 0.025) "high_95"
  else if (below <= 0.001) "low_998" else if (below <= 0.025) "low_95" else "within"
}

# FunnelPlotR: arcsine scale, winsorised at 10 %.
dispersion <- function(x, n, p0) {
  s <- 1 / (2 * sqrt(n))
  z <- (asin(sqrt(x / n)) - asin(sqrt(p0))) / s
  limits <- quantile(z, c(0.1, 0.9), type = 7)
  z <- pmin(pmax(z, limits[1]), limits[2])
  phi <- mean(z^2)
  w <- 1 / s^2
  K <- length(n)
  chi2 <- sum((x - n * p0)^2 / (n * p0 * (1 - p0)))
  list(phi = phi, tau2 = max(0, (K * phi - (K - 1)) / (sum(w) - sum(w^2) / sum(w))),
       p = pchisq(chi2, K - 1, lower.tail = FALSE))
}

# 15: beta-binomial by maximum likelihood in (mean, log size); running off: pooled.
shrink <- function(x, n) {
  pooled <- sum(x) / sum(n)
  if (pooled %in% 0:1 || length(n) < 2) return(rep(pooled, length(n)))
  minus <- function(at) {
    m <- plogis(at[1])
    M <- exp(at[2])
    -sum(lbeta(m * M + x, (1 - m) * M + n - x) - lbeta(m * M, (1 - m) * M))
  }
  best <- NULL
  for (size in c(0, 2, 5)) {
    try <- optim(c(qlogis(pooled), size), minus, method = "BFGS",
                 control = list(reltol = 1e-15, maxit = 1000))
    if (is.null(best) || try$value < best$value) best <- try
  }
  M <- exp(best$par[2])
  far <- -sum(x * log(pooled) + (n - x) * log(1 - pooled))
  if (M > 1e4 || best$value >= far - 1e-9) return(rep(pooled, length(n)))
  (plogis(best$par[1]) * M + x) / (M + n)
}

rank_sets <- function(x, n, confidence) {
  K <- length(n)
  ci <- wilson(x, n, confidence^(1 / K))
  t(vapply(seq_len(K), function(k)
    c(1 + sum(ci[, 1] > ci[k, 2]), K - sum(ci[, 2] < ci[k, 1])), c(0, 0)))
}

comparisons <- function(monitor) {
  out <- list()
  for (item in Filter(function(i) i$compared && !is.null(i$values), items$all)) {
    it <- Filter(function(y) y$year == item$year, monitor$years)[[1]]
    answers <- lapply(it$alliances, function(m) answers_of(item$values, m))
    n <- vapply(answers, function(y) sum(!is.na(y)), 0L)
    x <- vapply(answers, sum, 0, na.rm = TRUE)
    has <- n > 0
    national <- answers_of(item$values, it$partners)
    p0 <- if (all(is.na(national))) NA else
      share_of(national, it$partners$sector, it$size, monitor$confidence)$m
    by_sector <- tapply(national, factor(it$partners$sector, monitor$sectors), mean, na.rm = TRUE)
    expected <- mapply(function(y, m) {
      t <- table(factor(m$sector[!is.na(y)], monitor$sectors))
      if (sum(t) == 0) NA else sum((t * by_sector)[t > 0]) / sum(t)
    }, answers, it$alliances)
    funnel <- sum(has) >= 10 && !is.na(p0) && p0 > 0 && p0 < 1
    spread <- if (funnel) dispersion(x[has], n[has], p0)
    p <- ifelse(has & funnel, pmin(1, 2 * pmin(pbinom(x, n, p0),
                                               pbinom(x - 1, n, p0, lower.tail = FALSE))), NA)
    adjusted <- p
    adjusted[!is.na(p)] <- p.adjust(p[!is.na(p)], "BH")
    shrunk <- low <- high <- rep(NA, length(n))
    if (any(has)) {
      shrunk[has] <- shrink(x[has], n[has])
      ranks <- rank_sets(x[has], n[has], monitor$confidence)
      low[has] <- ranks[, 1]
      high[has] <- ranks[, 2]
    }
    for (a in seq_along(n)) {
      ci <- if (has[a]) wilson(x[a], n[a], monitor$confidence) else c(NA, NA)
      shown <- funnel && has[a]
      limit <- function(tail, mirrored) if (!shown) NA else
        if (mirrored) 1 - funnel_low(n[a], 1 - p0, tail) else funnel_low(n[a], p0, tail)
      words <- function(around) if (!shown) "" else
        if (spread$p < 0.05) "overdispersed" else zone_of(x[a], n[a], around)
      key <- item$key
      key["alliance_id"] <- names(n)[a]
      out[[length(out) + 1]] <- c(
        it$year, key, if (has[a]) x[a] else NA, n[a], nrow(it$alliances[[a]]),
        if (has[a]) x[a] / n[a] else NA, ci[1], ci[2], p0, expected[[a]], limit(0.025, FALSE),
        limit(0.025, TRUE), limit(0.001, FALSE), limit(0.001, TRUE), words(p0),
        words(expected[[a]]), p[a], adjusted[a], if (funnel) spread$phi else NA,
        if (funnel) spread$tau2 else NA, shrunk[a], low[a], high[a])
    }
  }
  table <- as.data.frame(do.call(rbind, lapply(out, unname)))
  if (length(out) == 0)
    table <- as.data.frame(matrix(character(), 0, length(comparison_columns)))
  names(table) <- comparison_columns
  for (name in comparison_columns[c(8:19, 22:28)]) table[[name]] <- as.numeric(table[[name]])
  text <- function(x) match(x, sort(unique(x), method = "radix"))
  table[order(match(table$indicator, indicator_order), table$year, table$opgave,
              text(table$alliance_id), match(table$category, category_order(monitor))), ]
}
