# SPDX-License-Identifier: GPL-3.0-or-later
# estimation.md 17: ties among the partners, and among the members of a local alliance.

# The distinct ties (unordered pairs) among `people`: a < b, both = reported by either side.
ties_among <- function(it, people) {
  rows <- it$tables$collaborations
  other <- column(rows, "with_partner")
  inside <- rows$partner_id %in% people$partner_id & other %in% people$partner_id &
    rows$partner_id != other
  from <- match(rows$partner_id[inside], people$partner_id)
  to <- match(other[inside], people$partner_id)
  reports <- unique(data.frame(from = from, to = to))
  pair <- paste(pmin(reports$from, reports$to), pmax(reports$from, reports$to))
  if (length(pair) == 0) return(data.frame(a = 0, b = 0, both = FALSE)[0, ])
  counts <- table(pair)
  ends <- matrix(as.integer(unlist(strsplit(names(counts), " "))), ncol = 2, byrow = TRUE)
  data.frame(a = ends[, 1], b = ends[, 2], both = as.vector(counts) == 2)
}

# The chance that two drawn without replacement from the groups have different sectors.
chance_of_crossing <- function(sector, first, second) {
  s <- table(factor(sector[first], unique(sector)))
  if (!identical(first, second)) {
    t <- table(factor(sector[second], unique(sector)))
    return(1 - sum(s * t) / (sum(s) * sum(t)))
  }
  n <- sum(s)
  if (n < 2) return(NA)
  1 - sum(s * (s - 1)) / (n * (n - 1))
}

cross_sector_ties <- function(monitor, it, ...) {
  measures <- c(share = "proportion", ei_index = "index", ei_expected = "index",
                ei_excess = "index", permutation_p = "proportion")
  if (is.null(it$tables$collaborations)) {
    for (m in names(measures)) put_absent(it, "cross_sector_ties", m, measures[[m]], list(), "network")
    return(invisible())
  }
  one <- function(people, where) {
    ties <- ties_among(it, people)
    answers <- sum(people$partner_id %in% it$completed$partner_id)
    if (nrow(ties) == 0 || length(unique(people$sector)) < 2) {
      for (m in names(measures))
        put(it, "cross_sector_ties", m, measures[[m]], where, n = answers, N = nrow(people),
            method = "network", status = "M")
      return(invisible())
    }
    crossing <- people$sector[ties$a] != people$sector[ties$b]
    answered <- people$partner_id %in% it$completed$partner_id
    chance <- mapply(function(a, b) chance_of_crossing(people$sector,
                                                       which(answered == answered[a]),
                                                       which(answered == answered[b])),
                     ties$a, ties$b)
    values <- c(share = mean(crossing), ei_index = 2 * mean(crossing) - 1,
                ei_expected = mean(2 * chance - 1))
    values["ei_excess"] <- values["ei_index"] - values["ei_expected"]
    # The permutation test uses GSL's generator: compared by tolerance only.
    shuffled <- replicate(if (nrow(ties) > 60) 300 else 800, {
      sector <- people$sector
      for (group in list(which(answered), which(!answered)))
        sector[group] <- sector[group[sample.int(length(group))]]
      2 * mean(sector[ties$a] != sector[ties$b]) - 1 - values["ei_expected"]
    })
    values["permutation_p"] <-
      (1 + sum(abs(shuffled) >= abs(values["ei_excess"]) - 1e-12)) / (length(shuffled) + 1)
    m <- nrow(ties)
    for (name in names(measures))
      put(it, "cross_sector_ties", name, measures[[name]], where, value = values[[name]],
          numerator = if (name == "share") sum(crossing) else NA,
          denominator = if (name == "share") m else NA, n = answers, N = nrow(people),
          method = "network")
  }
  one(it$partners, list())
  for (group in groups_of(monitor, it, "alliance")) one(group$people, group$where)
}

components <- function(ties, N) {
  root <- seq_len(N)
  for (round in seq_len(N)) {
    before <- root
    for (i in seq_len(nrow(ties))) {
      low <- min(root[ties$a[i]], root[ties$b[i]])
      root[c(ties$a[i], ties$b[i])] <- low
    }
    if (identical(before, root)) break
  }
  root
}

network_density <- function(monitor, it, ...) {
  measures <- c("density", "density_both", "degree_centralisation", "isolates",
                "largest_component", "reciprocity")
  unit <- function(m) if (m == "degree_centralisation") "index" else "proportion"
  if (is.null(it$tables$collaborations)) {
    for (m in measures) put_absent(it, "network_density", m, unit(m), list(), "network")
    return(invisible())
  }
  one <- function(people, where) {
    N <- nrow(people)
    answers <- sum(people$partner_id %in% it$completed$partner_id)
    ties <- if (N > 0) ties_among(it, people) else data.frame(a = 0, b = 0)[0, ]
    m <- nrow(ties)
    both <- sum(ties$both)
    degree <- tabulate(c(ties$a, ties$b), N)
    pairs <- N * (N - 1) / 2
    sizes <- table(components(ties, N))
    say <- function(measure, x, of, can)
      put(it, "network_density", measure, unit(measure), where, value = if (can) x / of else NA,
          numerator = if (can && measure != "degree_centralisation") x else NA,
          denominator = if (can && measure != "degree_centralisation") of else NA,
          n = answers, N = N, method = "network", status = status_of(!can))
    say("density", m, pairs, N >= 2)
    say("density_both", both, pairs, N >= 2)
    say("degree_centralisation", sum(max(degree, 0) - degree), (N - 1) * (N - 2), N >= 3)
    say("isolates", sum(degree == 0), N, N >= 1)
    say("largest_component", max(sizes, 0), N, N >= 1)
    say("reciprocity", both, m, m >= 1)
  }
  one(it$partners, list())
  for (group in groups_of(monitor, it, "alliance")) one(group$people, group$where)
}

sector_mixing <- function(monitor, it, ...) {
  if (is.null(it$tables$collaborations)) {
    put_absent(it, "sector_mixing", "ties", "count", list(), "network")
    put_absent(it, "sector_mixing", "ratio", "index", list(), "network")
    return(invisible())
  }
  people <- it$partners
  ties <- ties_among(it, people)
  if (nrow(ties) == 0) return(invisible())
  m <- nrow(ties)
  at <- match(people$sector, monitor$sectors)
  degree <- vapply(seq_along(monitor$sectors),
                   function(s) sum(at[ties$a] == s) + sum(at[ties$b] == s), 0)
  low <- pmin(at[ties$a], at[ties$b])
  high <- pmax(at[ties$a], at[ties$b])
  for (s in sort(unique(low))) for (t in sort(unique(high[low == s]))) {
    count <- sum(low == s & high == t)
    expected <- if (s == t) degree[s]^2 / (4 * m) else degree[s] * degree[t] / (2 * m)
    where <- list(sector = monitor$sectors[s], category = monitor$sectors[t])
    put(it, "sector_mixing", "ties", "count", where, value = count, method = "network")
    put(it, "sector_mixing", "ratio", "index", where, value = count / expected,
        method = "network")
  }
}
