# Numbers for the comparison of years, targets and alliances, by other roads than the
# program's: digamma for the beta-binomial likelihood, matrix algebra for generalised least
# squares, binom.test for McNemar, p.adjust for Benjamini and Hochberg.
show <- function(name, x) cat(name, format(x, digits = 15), "\n")
cat(R.version.string, "\n")

n <- c(3, 4, 5, 7, 8, 10, 12, 14, 18, 20, 24, 30, 38, 45, 62)
x <- c(2, 1, 4, 2, 5, 3, 8, 5, 6, 13, 9, 18, 14, 25, 24)
# Newton on the score in a and b, by digamma and trigamma.
ab <- c(10, 10)
for (round in 1:100) {
  a <- ab[1]
  b <- ab[2]
  score <- c(sum(digamma(a + x) - digamma(a) - digamma(a + b + n) + digamma(a + b)),
             sum(digamma(b + n - x) - digamma(b) - digamma(a + b + n) + digamma(a + b)))
  both <- sum(trigamma(a + b) - trigamma(a + b + n))
  slope <- matrix(c(sum(trigamma(a + x) - trigamma(a)) + both, both,
                    both, sum(trigamma(b + n - x) - trigamma(b)) + both), 2)
  step <- solve(slope, score)
  while (any(ab - step <= 0)) step <- step / 2
  ab <- ab - step
}
a <- ab[1]
b <- ab[2]
show("beta-binomial", c(a, b, a / (a + b)))
show("posterior", ((a + x) / (a + b + n))[c(1:3, 14:15)])

p0 <- sum(x) / sum(n)
p <- sapply(seq_along(n), function(i)
  min(1, 2 * min(pbinom(x[i], n[i], p0), 1 - pbinom(x[i] - 1, n[i], p0))))
show("p", p)
show("adjusted", p.adjust(p, "BH"))
z <- 2 * sqrt(n) * (asin(sqrt(x / n)) - asin(sqrt(p0)))
w <- pmin(pmax(z, quantile(z, 0.1)), quantile(z, 0.9))
show("phi tau2", c(mean(w^2), (sum(w^2) - 14) / (sum(4 * n) - sum((4 * n)^2) / sum(4 * n))))

# Five years of a share, covariance between neighbours; logit scale by the delta method.
years <- 2019:2024
share <- c(0.31, 0.36, 0.34, 0.41, 0.46, 0.44)
S <- outer(1:6, 1:6, function(i, j) 0.0016 * 0.6^abs(i - j))
gls <- function(y, S, share) {
  if (share) {
    g <- 1 / (y * (1 - y))
    S <- S * outer(g, g)
    y <- qlogis(y)
  }
  X <- cbind(1, years - 2024)
  W <- solve(S)
  V <- solve(t(X) %*% W %*% X)
  beta <- V %*% t(X) %*% W %*% y
  e <- y - X %*% beta
  phi <- c(t(e) %*% W %*% e) / (length(y) - 2)
  at <- c(1, 6)
  var <- c(t(at) %*% V %*% at) * max(1, phi) + mean(diag(S)) * max(0, phi - 1) + S[6, 6]
  q <- if (phi <= 1) qnorm(0.975) else qt(0.975, length(y) - 2)
  end <- sum(at * beta) + c(0, -1, 1) * q * sqrt(var)
  c(beta[2], sqrt(V[2, 2] * max(1, phi)), phi, if (share) plogis(end) else end)
}
show("gls-share", gls(share, S, TRUE))
show("gls-share-scattered", gls(share, S / 25, TRUE))
show("gls-mean", gls(10 * share, 100 * S, FALSE))

show("mcnemar 3 of 12", binom.test(3, 12)$p.value)
show("beta 18/20 beyond 0.7", pbeta(0.7, 18.5, 2.5, lower.tail = FALSE))
show("sidak z 15", qnorm(1 - (1 - 0.95^(1 / 15)) / 2))
