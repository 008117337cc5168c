# Several hundred random stratified designs with non-response and item non-response, as R's
# survey package estimates them: design on the rows that answered the item, strata =
# sectors, fpc = eligible partners. Strata with exactly one answer are avoided here (survey
# has no rule for them like ours), empty ones and full ones are not. Domains are taken from
# the design of all answers. Prints per design
#   design STRATA ROWS / N of each stratum / stratum yes score count group of each row /
#   share value se low high df se-without-fpc / mean value se low high se-without-fpc /
#   total value se low high / domain (mean score of the group) value se df /
#   ratio (score to count) value se
suppressMessages(library(survey))
set.seed(20300101)
cases <- 300

one <- function() {
  k <- sample(2:8, 1)
  N <- sample(2:45, k, replace = TRUE)
  rate <- runif(1, 0.3, 0.95)
  n <- pmin(N, rbinom(k, N, rate))
  if (runif(1) < 0.3) n[1] <- N[1]
  if (runif(1) < 0.2) n[k] <- 0
  n[n == 1 & N > 1] <- 2
  N[n == 1] <- 1
  if (sum(n) - sum(n > 0) < 2) return(NULL)
  rows <- data.frame(h = rep(seq_len(k), n), N = rep(N, n))
  rows$yes <- rbinom(nrow(rows), 1, runif(1, 0.1, 0.9))
  rows$score <- sample(1:5, nrow(rows), replace = TRUE)
  rows$count <- rpois(nrow(rows), 20) * rbinom(nrow(rows), 1, 0.7)
  rows$group <- rbinom(nrow(rows), 1, 0.4)
  silent <- runif(nrow(rows)) < 0.1 & n[rows$h] > 3
  rows <- rows[!silent, ]
  left <- tabulate(rows$h, k)
  if (any(left == 1 & N > 1) || all(rows$yes == rows$yes[1]) || all(left == N)) return(NULL)
  if (sum(rows$group) < 3) return(NULL)
  list(k = k, N = N, n = left, rows = rows)
}

digits <- function(x) format(x, digits = 17, trim = TRUE, scientific = TRUE)

report <- function(case) {
  design <- svydesign(ids = ~1, strata = ~h, fpc = ~N, data = case$rows)
  free <- svydesign(ids = ~1, strata = ~h, weights = ~ I(N / case$n[h]), data = case$rows)
  df <- degf(design)
  share <- svyciprop(~yes, design, method = "xlogit")
  mean <- svymean(~score, design)
  total <- svytotal(~count, design)
  part <- subset(design, group == 1)
  domain <- svymean(~score, part)
  ratio <- svyratio(~score, ~count, design)
  cat("design", case$k, sum(case$n), "\n")
  for (h in seq_len(case$k)) cat(case$N[h], "")
  cat("\n")
  for (i in seq_len(nrow(case$rows)))
    with(case$rows[i, ], cat(h - 1, yes, score, count, group, "\n"))
  cat("share", digits(c(coef(share), SE(svymean(~yes, design)), confint(share), df,
      SE(svymean(~yes, free)))), "\n")
  cat("mean", digits(c(coef(mean), SE(mean), confint(mean, df = df),
      SE(svymean(~score, free)))), "\n")
  cat("total", digits(c(coef(total), SE(total), confint(total, df = df))), "\n")
  cat("domain", digits(c(coef(domain), SE(domain), degf(part))), "\n")
  cat("ratio", digits(c(coef(ratio), SE(ratio))), "\n")
}

options(survey.lonely.psu = "fail")
cat("#", R.version.string, "survey", as.character(packageVersion("survey")), "\n")
done <- 0
while (done < cases) {
  case <- one()
  if (is.null(case)) next
  # A stratum with N = n = 1 has no variance without the fpc.
  if (any(case$n == 1)) next
  # No spread in any stratum that is not complete: no interval in ours, a point in R.
  open <- with(case$rows, tapply(yes, h, var))[as.character(which(case$n > 0 & case$n < case$N))]
  if (all(open == 0)) next
  report(case)
  done <- done + 1
}
