# SPDX-License-Identifier: GPL-3.0-or-later
# answers.csv: the share of the partners that gives each answer to a statement, a mean of
# zeros and ones (estimation.md 1) for each answer by itself; basis and status are those
# of the statement's row share_agree.
answers <- function(monitor, indicators) {
  parts <- list()
  for (it in monitor$years) for (number in sprintf("%02d", 1:24)) {
    own <- indicators[indicators$year == it$year & indicators$measure == "share_agree" &
                        indicators$category == number, ]
    stopifnot(nrow(own) == 1)
    given <- asked(it, paste0("statement_", number))
    if (!is.null(given)) given <- answers_of(given, it$partners)
    for (answer in 1:5) {
      value <- NA
      if (!is.na(own$value))
        value <- mean_of(as.numeric(given == answer), it$partners$sector, it$size)$m
      parts[[length(parts) + 1]] <- data.frame(own[key_columns], answer = answer, n = own$n,
                                               N = own$N, value = value,
                                               own[c("obs_status", "conf_status")])
    }
  }
  do.call(rbind, parts)
}
