# SPDX-License-Identifier: GPL-3.0-or-later
# estimation.md 1-9: one year. survey does the sums wherever it has a rule; where a
# stratum is lonely, which survey treats otherwise, they stand here.
suppressMessages(library(survey))
options(survey.lonely.psu = "fail")

# 2, 5: answers per stratum, coverage, df, variances of the strata with at least one.
strata_of <- function(values, sector, size) {
  keep <- !is.na(values)
  y <- split(values[keep], factor(sector[keep], names(size)))
  n <- lengths(y)
  covered <- n > 0
  s2 <- vapply(y, function(v) if (length(v) > 1) var(v) else NA_real_, 0)
  lonely <- n == 1 & size > 1
  several <- n >= 2
  pooled <- sum((n[several] - 1) * s2[several]) / sum(n[several] - 1)
  # All of a stratum of one: nothing with the finite-population factor, borrowed without.
  s2[n == 1] <- pooled
  s2[n == 1 & size == 1 & is.nan(s2)] <- 0
  N <- sum(size[covered])
  list(n = n[covered], N = as.vector(size)[covered], s2 = s2[covered],
       mean = vapply(y[covered], mean, 0), total = N, answers = sum(n),
       W = as.vector(size)[covered] / N, df = sum(n) - sum(covered),
       names = names(size)[covered],
       lonely = any(lonely), empty = any(n == 0 & size > 0), full = all((n == size)[covered]),
       population = sum(size))
}

variance_of <- function(s, corrected = TRUE) {
  f <- if (corrected) s$n / s$N else 0
  sum(s$W^2 * (1 - f) * s$s2 / s$n)
}

# 1: mean and its standard error.
mean_of <- function(values, sector, size) {
  s <- strata_of(values, sector, size)
  s$m <- sum(s$W * s$mean)
  s$se <- sqrt(variance_of(s))
  if (is.nan(s$se)) s$se <- NA # lonely strata alone: nothing to borrow from
  if (!s$lonely && s$df > 0 && !any(s$n == 1)) {
    keep <- !is.na(values)
    rows <- data.frame(y = values[keep], h = sector[keep],
                       N = as.vector(size[sector[keep]]))
    by_survey <- svymean(~y, svydesign(ids = ~1, strata = ~h, fpc = ~N, data = rows))
    stopifnot(all.equal(as.vector(coef(by_survey)), s$m, tolerance = 1e-12),
              all.equal(as.vector(SE(by_survey)), s$se, tolerance = 1e-9))
  }
  s
}

factor_of_ties <- 1 + 1e-9

# 4: the largest number of positives that none of n_h answers of N_h would have shown with
# more than a/2, over the most favourable allocation: by dynamic programming, not greedily.
unseen_positives <- function(n, N, a) {
  best <- 0 # log probability of the best allocation of 0, 1, ... positives
  for (h in seq_along(n)) {
    K <- 0:(N[h] - n[h])
    own <- lchoose(N[h] - K, n[h]) - lchoose(N[h], n[h])
    sums <- outer(best, own, "+")
    at <- outer(seq_along(best) - 1, K, "+")
    best <- as.vector(tapply(sums, factor(at, 0:max(at)), max))
  }
  max(which(exp(best) > a / 2 * factor_of_ties)) - 1
}

# 3, 4: a national share.
share_of <- function(values, sector, size, confidence) {
  s <- mean_of(values, sector, size)
  a <- 1 - confidence
  x <- sum(values, na.rm = TRUE)
  s$x <- x
  s$low <- s$high <- NA
  s$method <- "stratified-xlogit"
  s$unreliable <- s$lonely || s$empty
  if (s$full) {
    s$se <- 0
    s$low <- s$high <- s$m
    s$method <- "census"
  } else if (x == 0 || x == s$answers) {
    K <- unseen_positives(s$n, s$N, a)
    s$se <- 0
    s$m <- as.numeric(x > 0)
    s$low <- if (x == 0) 0 else 1 - K / s$total
    s$high <- if (x == 0) K / s$total else 1
    s$method <- "hypergeometric"
  } else if (s$df > 0 && s$se > 0) {
    half <- qt(1 - a / 2, s$df) * s$se / (s$m * (1 - s$m))
    s$low <- plogis(qlogis(s$m) - half)
    s$high <- plogis(qlogis(s$m) + half)
  } else if (isTRUE(s$se == 0)) {
    s$unreliable <- TRUE
  }
  s
}

# 3: a national mean.
interval_of_mean <- function(values, sector, size, confidence) {
  s <- mean_of(values, sector, size)
  s$low <- s$high <- NA
  s$method <- "stratified-t"
  s$unreliable <- s$lonely || s$empty
  if (s$full) {
    s$se <- 0
    s$low <- s$high <- s$m
    s$method <- "census"
  } else if (s$df > 0) {
    half <- qt(1 - (1 - confidence) / 2, s$df) * s$se
    s$low <- s$m - half
    s$high <- s$m + half
  }
  s
}

# 6: x of n of N, exactly.
hypergeometric_of <- function(x, n, N, confidence) {
  limit <- (1 - confidence) / 2 * factor_of_ties
  K <- x:(N - n + x)
  at_least <- phyper(x - 1, K, N - K, n, lower.tail = FALSE)
  at_most <- phyper(x, K, N - K, n)
  c(min(K[at_least > limit]), max(K[at_most > limit])) / N
}

# 9
r_indicator <- function(n, N) {
  rho <- n / N
  W <- N / sum(N)
  r <- sum(W * rho)
  1 - 2 * sqrt(max(0, sum(W * (rho - r)^2) - sum((1 - W) * rho * (1 - rho)) / sum(N)))
}

blau <- function(shares) 1 - sum(shares^2)

# A stratum without answers is not covered: which part of the partners is, in percent.
coverage_note <- function(s) if (s$empty) sprintf("coverage=%.0f", 100 * s$total / s$population)
