# SPDX-License-Identifier: GPL-3.0-or-later
# estimation.md 10: change.csv, from the items that the indicators registered.

change_columns <- c("year_from", "year_to", key_columns[-1], "n_both", "difference", "se",
                    "ci_low", "ci_high", "df", "p_value", "mcnemar_p", "among_stayers",
                    "composition")

exact_mcnemar <- function(first, second) {
  up <- sum(first == 0 & second == 1)
  down <- sum(first == 1 & second == 0)
  if (up + down == 0) 1 else binom.test(up, up + down)$p.value
}

# Mean and variance of a year over the strata kept, lonely strata by the pooled variance.
year_part <- function(values, sector, size, keep, corrected = TRUE) {
  n <- table(factor(sector[!is.na(values)], names(size)))[keep]
  N <- as.vector(size[keep])
  s2 <- tapply(values, factor(sector, names(size)), var, na.rm = TRUE)[keep]
  pooled <- sum((n - 1)[n > 1] * s2[n > 1]) / sum((n - 1)[n > 1])
  s2[n == 1] <- ifelse(N[n == 1] == 1, 0, pooled)
  means <- tapply(values, factor(sector, names(size)), mean, na.rm = TRUE)[keep]
  W <- N / sum(N)
  f <- if (corrected) n / N else 0
  list(n = as.vector(n), N = N, s = sqrt(as.vector(s2)), mean = as.vector(means), W = W,
       m = sum(W * means), V = sum(W^2 * (1 - f) * s2 / n))
}

change_of <- function(one, two, monitor) {
  ids <- union(one$people, two$people)
  sector <- one$sector[ids]
  y1 <- ifelse(ids %in% one$people, one$values[ids], NA)
  y2 <- ifelse(ids %in% two$people, two$values[ids], NA)
  h <- factor(sector, monitor$sectors)
  n1 <- table(h[!is.na(y1)])
  n2 <- table(h[!is.na(y2)])
  keep <- names(n1)[n1 > 0 & n2 > 0]
  if (length(keep) == 0) return(NULL)
  both <- ids %in% one$people & ids %in% two$people
  first <- year_part(y1, sector, one$size, keep)
  second <- year_part(y2, sector, two$size, keep)
  covariance <- vapply(seq_along(keep), function(i) {
    own <- sector == keep[i]
    pair <- own & !is.na(y1) & !is.na(y2)
    n12 <- sum(pair)
    N12 <- sum(own & both)
    a <- sum(own & both & !is.na(y1))
    b <- sum(own & both & !is.na(y2))
    c_h <- if (N12 == 0) 0 else (n12 - a * b / N12) / (first$n[i] * second$n[i])
    r <- 0
    if (n12 >= 3 && sd(y1[pair]) > 0 && sd(y2[pair]) > 0) r <- cor(y1[pair], y2[pair])
    if (r == 0) 0 else first$W[i] * second$W[i] * c_h * r * first$s[i] * second$s[i]
  }, 0)
  V <- first$V + second$V - 2 * sum(covariance)
  se <- if (is.na(V)) NA else sqrt(max(0, V))
  df <- sum(h %in% keep & (!is.na(y1) | !is.na(y2))) - length(keep)
  D <- second$m - first$m
  low <- high <- p <- NA
  if (!is.na(se) && se > 0 && df > 0) {
    half <- qt(1 - (1 - monitor$confidence) / 2, df) * se
    low <- D - half
    high <- D + half
    p <- 2 * pt(-abs(D / se), df)
  }
  pair <- !is.na(y1) & !is.na(y2)
  # Strata in which nobody eligible in both years answered are left out here too.
  stay <- function(y) tapply(y[both], h[both], mean, na.rm = TRUE)[keep]
  moved <- stay(y2) - stay(y1)
  W <- second$W[!is.na(moved)]
  among <- if (length(W) == 0) NA else sum(W * moved[!is.na(moved)]) / sum(W)
  list(n_both = sum(pair), difference = D, se = se, low = low, high = high, df = df, p = p,
       mcnemar = if (one$share && any(pair)) exact_mcnemar(y1[pair], y2[pair]) else NA,
       among_stayers = if (any(pair)) mean(y2[pair]) - mean(y1[pair]) else NA,
       composition = D - among)
}

changes <- function(monitor) {
  out <- list()
  years <- vapply(monitor$years, `[[`, 0L, "year")
  for (at in seq_along(years)[-1]) {
    now <- Filter(function(i) i$year == years[at] && i$kind == "observed", items$all)
    for (two in now) {
      one <- Filter(function(i) i$year == years[at - 1] && identical(i$key, two$key), items$all)
      if (length(one) == 0) next
      one <- one[[1]]
      if (is.null(one$values) || is.null(two$values) || one$derived != two$derived) next
      between <- monitor$years[years > years[at - 1] & years <= years[at]]
      if (any(vapply(between, function(y) is_broken(monitor, y, two$variables), NA))) next
      change <- change_of(one, two, monitor)
      if (is.null(change)) next
      out[[length(out) + 1]] <- c(years[at - 1], years[at], two$key, unlist(change))
    }
  }
  table <- as.data.frame(do.call(rbind, out))
  if (length(out) == 0) table <- as.data.frame(matrix(character(), 0, length(change_columns)))
  names(table) <- change_columns
  for (name in change_columns[9:18]) table[[name]] <- as.numeric(table[[name]])
  table[order(match(table$indicator, indicator_order), table$year_to,
              match(table$measure, measure_order), table$opgave,
              match(table$category, category_order(monitor))), ]
}
