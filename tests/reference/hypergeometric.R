# Exact hypergeometric limits of large groups by bisection on phyper, and a quantile of
# the beta distribution.
limits <- function(x, n, N, tail = 0.025 * (1 + 1e-9)) {
  above <- function(K) phyper(x - 1, K, N - K, n, lower.tail = FALSE) > tail
  below <- function(K) phyper(x, K, N - K, n) > tail
  low <- x
  high <- N - n + x
  while (low < high) {
    middle <- (low + high) %/% 2
    if (above(middle)) high <- middle else low <- middle + 1
  }
  first <- low
  high <- N - n + x
  while (low < high) {
    middle <- (low + high + 1) %/% 2
    if (below(middle)) low <- middle else high <- middle - 1
  }
  c(x = x, n = n, N = N, low = first, high = high)
}
cat(R.version.string, "\n")
for (case in list(c(300, 1000, 1e6), c(199000, 6e5, 1e6), c(0, 2, 1e6), c(20, 45, 60)))
  cat(format(limits(case[1], case[2], case[3]), scientific = FALSE), "\n")
cat(format(qbeta(0.975, 0.5, 238.5), digits = 15), "\n")
