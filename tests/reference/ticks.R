# SPDX-License-Identifier: GPL-3.0-or-later
# Known answers for the axis ticks: labeling::extended with its default Q and weights,
# which are those of the paper. Rscript ticks.R > ticks.csv
library(labeling)
cat("# R ", R.version$major, ".", R.version$minor, ", labeling ",
    as.character(packageVersion("labeling")), "\n", sep = "")
cat("low,high,wanted,loose,first,last,count\n")
ranges <- list(c(0, 1), c(0, 0.63), c(0, 0.071), c(0, 300), c(0, 287), c(0, 1234),
               c(0, 9), c(0, 7), c(0, 3), c(0, 40), c(-12, 31), c(-0.2, 0.35),
               c(8.1, 14.1), c(100, 110.5), c(0.0012, 0.0087), c(0, 123456),
               c(2019, 2030), c(-100, -3), c(0.5, 0.52), c(0, 99.5), c(17, 17.3),
               c(0, 6e6), c(0.33, 0.67), c(-1, 1))
for (range in ranges)
    for (wanted in c(3, 4, 5, 6, 8, 10))
        for (loose in c(FALSE, TRUE)) {
            ticks <- extended(range[1], range[2], wanted, only.loose = loose)
            cat(sprintf("%.15g,%.15g,%d,%d,%.15g,%.15g,%d\n", range[1], range[2], wanted,
                        loose, ticks[1], ticks[length(ticks)], length(ticks)))
        }
