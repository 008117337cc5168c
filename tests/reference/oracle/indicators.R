# SPDX-License-Identifier: GPL-3.0-or-later
# indicators.md, row by row: what each indicator observes and which rows it gives.

# --- the shared estimators -----------------------------------------------------------

# The question's absence: one national row of each measure.
put_absent <- function(it, indicator, measure, unit, where = list(), method = "census")
  put(it, indicator, measure, unit, where, method = method, status = "O")

is_broken <- function(monitor, it, variables) {
  said <- as.character(unlist(monitor$settings[["breaks"]][variables]))
  years <- unlist(strsplit(said, "[^0-9]+"))
  it$year %in% as.integer(years)
}

# Every item asked, for the comparison of years and of local alliances.
items <- new.env()
items$all <- list()
register_item <- function(it, indicator, measure, where, values, variables, share,
                          compared = FALSE, derived = FALSE, kind = "observed") {
  word <- function(name) if (is.null(where[[name]])) "" else where[[name]]
  items$all[[length(items$all) + 1]] <- list(
    year = it$year, values = values, variables = variables, share = share,
    compared = compared, derived = derived, kind = kind, people = it$partners$partner_id,
    sector = setNames(it$register$sector, it$register$partner_id), size = it$size,
    key = c(indicator = indicator, measure = measure, sector = "", alliance_id = "",
            opgave = word("opgave"), category = word("category")))
}

# An item: named values (by partner_id) of completed answers, the place in the table, the
# variables that it was asked with.
put_share <- function(monitor, it, indicator, values, where = list(), variables = character(),
                      measure = "share", by = c("sector", "alliance"), note = character(),
                      bounds = TRUE) {
  register_item(it, indicator, measure, where, values, variables, TRUE,
                "alliance" %in% by, "derived" %in% note)
  if (is.null(values)) {
    put_absent(it, indicator, measure, "proportion", where, "stratified-xlogit")
    if (bounds) {
      put_absent(it, indicator, "reported", "count", where, "reported")
      put_absent(it, indicator, "bounds", "proportion", where, "bounds")
    }
    return(invisible())
  }
  broken <- is_broken(monitor, it, variables)
  national <- answers_of(values, it$partners)
  U <- nrow(it$partners)
  if (U == 0 || all(is.na(national))) {
    put(it, indicator, measure, "proportion", where, n = 0, N = U,
        method = "stratified-xlogit", status = status_of(U == 0, TRUE), note = note)
    if (bounds) for (m in c("reported", "bounds"))
      put(it, indicator, m, if (m == "bounds") "proportion" else "count", where, n = 0, N = U,
          method = m, status = status_of(U == 0, TRUE), note = note)
  } else {
    s <- share_of(national, it$partners$sector, it$size, monitor$confidence)
    coverage <- coverage_note(s)
    put(it, indicator, measure, "proportion", where, value = s$m, numerator = s$total * s$m,
        denominator = s$total, n = s$answers, N = s$total, se = s$se, low = s$low,
        high = s$high, df = s$df, method = s$method, note = c(coverage, note),
        status = status_of(broken = broken, unreliable = s$unreliable))
    if (bounds) {
      put(it, indicator, "reported", "count", where, value = s$x, n = s$answers, N = U,
          method = "reported", status = status_of(broken = broken), note = note)
      put(it, indicator, "bounds", "proportion", where, n = s$answers, N = U,
          low = s$x / U, high = (s$x + U - s$answers) / U, method = "bounds",
          status = status_of(broken = broken), note = note)
    }
  }
  for (group in groups_of(monitor, it, by)) {
    y <- answers_of(values, group$people)
    n <- sum(!is.na(y))
    N <- nrow(group$people)
    if (n == 0) {
      put(it, indicator, measure, "proportion", c(where, group$where), n = 0, N = N,
          method = "hypergeometric", status = "O", note = note)
    } else {
      x <- sum(y, na.rm = TRUE)
      interval <- hypergeometric_of(x, n, N, monitor$confidence)
      se <- if (n == N) 0 else if (n > 1) sqrt((1 - n / N) * var(y, na.rm = TRUE) / n) else NA
      put(it, indicator, measure, "proportion", c(where, group$where), value = x / n,
          numerator = x, denominator = n, n = n, N = N, se = se, low = interval[1],
          high = interval[2], method = if (n == N) "census" else "hypergeometric",
          status = status_of(broken = broken), note = note)
    }
  }
}

put_mean <- function(monitor, it, indicator, values, where = list(), variables = character(),
                     by = c("sector", "alliance"), measure = "mean") {
  register_item(it, indicator, measure, where, values, variables, FALSE)
  if (is.null(values)) 
    return(put_absent(it, indicator, measure, "mean", where, "stratified-t"))
  broken <- is_broken(monitor, it, variables)
  national <- answers_of(values, it$partners)
  U <- nrow(it$partners)
  if (U == 0 || all(is.na(national))) {
    put(it, indicator, measure, "mean", where, n = 0, N = U,
        method = "stratified-t", status = status_of(U == 0, TRUE))
  } else {
    s <- interval_of_mean(national, it$partners$sector, it$size, monitor$confidence)
    coverage <- coverage_note(s)
    put(it, indicator, measure, "mean", where, value = s$m, numerator = s$total * s$m,
        denominator = s$total, n = s$answers, N = s$total, se = s$se, low = s$low,
        high = s$high, df = s$df, method = s$method, note = coverage,
        status = status_of(broken = broken, unreliable = s$unreliable))
  }
  for (group in groups_of(monitor, it, by)) {
    y <- answers_of(values, group$people)
    y <- y[!is.na(y)]
    n <- length(y)
    N <- nrow(group$people)
    if (n == 0) {
      put(it, indicator, measure, "mean", c(where, group$where), n = 0, N = N,
          method = "srs-t", status = "O")
      next
    }
    se <- low <- high <- NA
    if (n == N) se <- 0
    else if (n > 1) se <- sqrt((1 - n / N) * var(y) / n)
    if (!is.na(se)) {
      half <- if (n == N) 0 else qt(1 - (1 - monitor$confidence) / 2, n - 1) * se
      low <- mean(y) - half
      high <- mean(y) + half
    }
    put(it, indicator, measure, "mean", c(where, group$where), value = mean(y),
        numerator = sum(y), denominator = n, n = n, N = N, se = se, low = low, high = high,
        df = n - 1, method = if (n == N) "census" else "srs-t",
        status = status_of(broken = broken, unreliable = n == 1 && n < N))
  }
}

put_total <- function(monitor, it, indicator, variable, by = c(), estimated = FALSE) {
  values <- asked(it, variable)
  if (estimated)
    register_item(it, indicator, "estimated", list(), values, variable, FALSE, kind = "total")
  measures <- c("reported", if (estimated) "estimated")
  method <- c(reported = "reported", estimated = "stratified-t")
  if (is.null(values)) {
    for (m in measures) put_absent(it, indicator, m, "count", list(), method[[m]])
    return(invisible())
  }
  broken <- is_broken(monitor, it, variable)
  U <- nrow(it$partners)
  national <- answers_of(values, it$partners)
  if (U == 0 || all(is.na(national))) {
    for (m in measures) put(it, indicator, m, "count", n = 0, N = U, method = method[[m]],
                            status = status_of(U == 0, TRUE))
  } else {
    s <- interval_of_mean(national, it$partners$sector, it$size, monitor$confidence)
    put(it, indicator, "reported", "count", value = sum(national, na.rm = TRUE),
        n = s$answers, N = U, method = "reported", status = status_of(broken = broken))
    if (estimated)
      put(it, indicator, "estimated", "count", value = s$total * s$m, n = s$answers,
          N = s$total, se = s$total * s$se, low = s$total * s$low, high = s$total * s$high,
          df = s$df, method = s$method,
          note = coverage_note(s),
          status = status_of(broken = broken, unreliable = s$unreliable))
  }
  for (group in groups_of(monitor, it, by)) {
    y <- answers_of(values, group$people)
    y <- y[!is.na(y)]
    n <- length(y)
    N <- nrow(group$people)
    if (n == 0) {
      for (m in measures) put(it, indicator, m, "count", group$where, n = 0, N = N,
                              method = if (m == "reported") m else "srs-t", status = "O")
      next
    }
    put(it, indicator, "reported", "count", group$where, value = sum(y), n = n, N = N,
        method = "reported", status = status_of(broken = broken))
    if (!estimated) next
    se <- if (n == N) 0 else if (n > 1) N * sqrt((1 - n / N) * var(y) / n) else NA
    half <- if (n == N) 0 else if (n > 1) qt(1 - (1 - monitor$confidence) / 2, n - 1) * se else NA
    put(it, indicator, "estimated", "count", group$where, value = N * mean(y), n = n, N = N,
        se = se, low = N * mean(y) - half, high = N * mean(y) + half, df = n - 1,
        method = if (n == N) "census" else "srs-t",
        status = status_of(broken = broken, unreliable = n == 1 && n < N))
  }
}

groups_of <- function(monitor, it, by) {
  groups <- list()
  if ("sector" %in% by) for (s in monitor$sectors[it$size[monitor$sectors] > 0])
    groups[[length(groups) + 1]] <-
      list(where = list(sector = s), people = it$partners[it$partners$sector == s, ])
  if ("alliance" %in% by) for (a in names(it$alliances))
    groups[[length(groups) + 1]] <- list(where = list(alliance = a), people = it$alliances[[a]])
  groups
}

# The completed answers to a variable, named by partner_id; NULL where it was not asked.
asked <- function(it, variable) {
  if (is.null(it$completed) || !(variable %in% names(it$completed))) return(NULL)
  setNames(as.numeric(it$completed[[variable]]), it$completed$partner_id)
}

asked_all <- function(it, variables) {
  values <- lapply(variables, asked, it = it)
  if (any(vapply(values, is.null, NA))) return(NULL)
  do.call(cbind, values)
}

opgaven <- sprintf("%02d", 1:10)

# --- network/ ------------------------------------------------------------------------

partners <- function(monitor, it, before) {
  U <- it$partners
  count <- function(measure, value, where = list())
    put(it, "partners", measure, "count", where, value = value)
  count("active", nrow(U))
  for (group in groups_of(monitor, it, c("sector", "alliance")))
    count("active", nrow(group$people), group$where)
  register <- it$register[it$register$is_partner, ]
  in_year <- function(date) !is.na(date) & date > it$previous & date <= it$reference
  joined <- sum(in_year(register$joined))
  left <- sum(in_year(column(register, "left")))
  count("joined", joined)
  count("left", left)
  count("net", joined - left)
  count("organisations", length(unique(vapply(U$partner_id, top_of, "", it = it))))
  count("local_only", sum(!it$eligible$is_partner))
}

# The organisation at the top of an organisation's parents.
top_of <- function(id, it) {
  parent <- setNames(column(it$register, "parent_id"), it$register$partner_id)
  for (step in 1:16) {
    above <- unname(parent[id])
    if (is.na(above) || !(above %in% names(parent))) break
    id <- above
  }
  id
}

sector_diversity <- function(monitor, it, ...) {
  one <- function(people, where) {
    n <- table(people$sector)
    k <- length(n)
    b <- blau(n / sum(n))
    put(it, "sector_diversity", "blau", "index", where, value = if (k > 0) b else NA,
        status = status_of(k == 0))
    put(it, "sector_diversity", "iqv", "index", where,
        value = if (k > 1) b / (1 - 1 / k) else NA, status = status_of(k < 2))
  }
  one(it$partners, list())
  for (group in groups_of(monitor, it, "alliance")) one(group$people, group$where)
}

response <- function(monitor, it, ...) {
  if (is.null(it$tables$survey)) {
    put_absent(it, "response", "rate", "proportion")
    put_absent(it, "response", "partial", "count")
    put_absent(it, "response", "r_indicator", "index")
    return(invisible())
  }
  rate <- function(people, where) {
    N <- nrow(people)
    R <- sum(people$partner_id %in% it$completed$partner_id)
    put(it, "response", "rate", "proportion", where, value = if (N > 0) R / N else NA,
        numerator = R, denominator = N, n = R, N = N, status = status_of(N == 0))
  }
  rate(it$partners, list())
  for (group in groups_of(monitor, it, c("sector", "alliance")))
    rate(group$people, group$where)
  U <- nrow(it$partners)
  put(it, "response", "partial", "count", value = sum(it$partners$partner_id %in% it$partial),
      status = status_of(U == 0))
  answered <- it$partners$sector[it$partners$partner_id %in% it$completed$partner_id]
  N <- it$size[it$size > 0]
  n <- table(factor(answered, names(N)))
  put(it, "response", "r_indicator", "index",
      value = if (U < 50 || sum(n) == 0) NA else r_indicator(n, N),
      status = status_of(U < 50, sum(n) == 0))
}

# Active: at least one opgave, a collaborations row that it reported itself, or attendance.
is_active <- function(it, ids) {
  opgaven <- grep("^opgave_[0-9]{2}$", names(it$completed), value = TRUE)
  answers <- it$completed[it$completed$partner_id %in% ids, opgaven, drop = FALSE]
  some <- it$completed$partner_id[it$completed$partner_id %in% ids][
    rowSums(answers == "1", na.rm = TRUE) > 0]
  ids %in% c(some, it$tables$collaborations$partner_id, it$tables$attendance$partner_id)
}

pledge_fulfilment <- function(monitor, it, ...) {
  U <- it$partners
  N <- nrow(U)
  introduced <- column(it$register, "introduced_by")[it$register$joined <= it$reference]
  signed <- column(U, "pledge_signed")
  parts <- list(pledge_signed = !is.na(signed) & signed <= it$reference,
                activity_plan = column(U, "activity_plan") %in% "1",
                introduced_partner = U$partner_id %in% introduced,
                answered = U$partner_id %in% it$completed$partner_id)
  # A column that the register does not have is a question that was not asked.
  known <- c(pledge_signed = "pledge_signed" %in% names(it$register),
             activity_plan = "activity_plan" %in% names(it$register),
             introduced_partner = "introduced_by" %in% names(it$register),
             answered = !is.null(it$tables$survey))
  for (part in names(parts)) {
    where <- list(category = part)
    if (!known[[part]]) {
      put_absent(it, "pledge_fulfilment", "share", "proportion", where)
      next
    }
    put(it, "pledge_fulfilment", "share", "proportion", where, n = N, N = N,
        value = if (N > 0) mean(parts[[part]]) else NA, numerator = sum(parts[[part]]),
        denominator = N, status = status_of(N == 0))
  }
  active <- all <- NULL
  observed <- any(grepl("^opgave_", names(it$completed))) ||
    !is.null(it$tables$collaborations) || !is.null(it$tables$attendance)
  if (!is.null(it$completed) && observed) {
    ids <- it$completed$partner_id
    active <- setNames(as.numeric(is_active(it, ids)), ids)
    first <- Reduce(`&`, parts)
    if (all(known)) all <- active * (ids %in% U$partner_id[first])
  }
  put_share(monitor, it, "pledge_fulfilment", active, list(category = "active"), by = c())
  put_share(monitor, it, "pledge_fulfilment", all, list(category = "all"), by = c())
}

# The survey's own answer where the question was asked, else derived from collaborations.
# Collaborations without the columns that it is derived from say nothing: not a no.
new_collaborations <- function(monitor, it, indicator, needed, condition) {
  values <- asked(it, indicator)
  note <- character()
  if (is.null(values) && !is.null(it$completed) && 
      all(c("new", needed) %in% names(it$tables$collaborations))) {
    note <- "derived"
    those <- it$tables$collaborations
    those <- those[column(those, "new") %in% "1", ]
    those <- those[condition(those), ]
    ids <- it$completed$partner_id
    values <- setNames(as.numeric(ids %in% those$partner_id), ids)
  }
  put_share(monitor, it, indicator, values, variables = indicator, note = note)
}

new_cross_sector <- function(monitor, it, ...) {
  sector <- setNames(it$register$sector, it$register$partner_id)
  new_collaborations(monitor, it, "new_cross_sector", c(), function(those) {
    other <- unname(sector[column(those, "with_partner")])
    other <- ifelse(is.na(other), column(those, "with_sector"), other)
    !is.na(other) & other != sector[those$partner_id]
  })
}

new_via_opgave <- function(monitor, it, ...)
  new_collaborations(monitor, it, "new_via_opgave", "opgave",
                     function(those) !is.na(column(those, "opgave")))

opgave_participation <- function(monitor, it, ...)
  for (o in opgaven)
    put_share(monitor, it, "opgave_participation", asked(it, paste0("opgave_", o)),
              list(opgave = o), paste0("opgave_", o))

opgaven_per_partner <- function(monitor, it, ...) {
  all <- asked_all(it, paste0("opgave_", opgaven))
  put_mean(monitor, it, "opgaven_per_partner", if (!is.null(all)) rowSums(all),
           variables = paste0("opgave_", opgaven))
}

opgave_sector_diversity <- function(monitor, it, ...)
  for (o in opgaven) {
    variable <- paste0("opgave_", o)
    values <- asked(it, variable)
    where <- list(opgave = o)
    if (is.null(values)) {
      for (m in c("blau", "iqv"))
        put_absent(it, "opgave_sector_diversity", m, "index", where)
      next
    }
    y <- answers_of(values, it$partners)
    U <- nrow(it$partners)
    n <- sum(!is.na(y))
    weighted <- numeric()
    s <- list(empty = FALSE, total = 0)
    if (n > 0) {
      s <- strata_of(y, it$partners$sector, it$size)
      weighted <- (s$N * s$mean)[s$mean > 0]
    }
    k <- length(weighted)
    b <- blau(weighted / sum(weighted))
    broken <- is_broken(monitor, it, variable)
    note <- coverage_note(s)
    put(it, "opgave_sector_diversity", "blau", "index", where, value = if (k > 0) b else NA,
        n = n, N = s$total, note = note,
        status = status_of(U == 0 || (n > 0 && k == 0), n == 0, broken, s$empty))
    put(it, "opgave_sector_diversity", "iqv", "index", where,
        value = if (k > 1) b / (1 - 1 / k) else NA, n = n, N = s$total, note = note,
        status = status_of(U == 0 || (n > 0 && k < 2), n == 0, broken, s$empty))
  }

opgave_coverage <- function(monitor, it, ...) {
  measures <- c("active_partners", "gap", "gaps", "unknown")
  if (is.null(monitor$root$alliances) || is.null(monitor$root$memberships)) {
    for (m in measures) put_absent(it, "opgave_coverage", m, "count")
    return(invisible())
  }
  gaps <- unknown <- 0
  any_asked <- any_broken <- FALSE
  for (o in opgaven) {
    variable <- paste0("opgave_", o)
    values <- asked(it, variable)
    where <- list(opgave = o)
    if (is.null(values)) {
      for (m in measures[1:2]) put_absent(it, "opgave_coverage", m, "count", where)
      next
    }
    any_asked <- TRUE
    broken <- is_broken(monitor, it, variable)
    any_broken <- any_broken || broken
    for (a in names(it$alliances)) {
      y <- answers_of(values, it$alliances[[a]])
      n <- sum(!is.na(y))
      N <- length(y)
      x <- sum(y, na.rm = TRUE)
      gap <- if (x > 0) 0 else if (n == N) 1 else NA
      gaps <- gaps + (gap %in% 1)
      unknown <- unknown + is.na(gap)
      put(it, "opgave_coverage", "active_partners", "count", c(where, list(alliance = a)),
          value = if (n > 0) x else NA, n = n, N = N,
          status = status_of(missing = n == 0, broken = broken))
      put(it, "opgave_coverage", "gap", "count", c(where, list(alliance = a)), value = gap,
          n = n, N = N, status = status_of(missing = is.na(gap), broken = broken))
    }
  }
  none <- length(it$alliances) == 0
  for (m in measures[3:4])
    put(it, "opgave_coverage", m, "count",
        value = if (none || !any_asked) NA else if (m == "gaps") gaps else unknown,
        status = status_of(none, !any_asked, any_broken))
}

meetings <- function(monitor, it, ...) {
  events <- it$tables$events
  measures <- c(count = "count", mean_partners = "mean", experts = "count")
  if (is.null(events)) {
    for (m in names(measures)) put_absent(it, "meetings", m, measures[[m]])
    return(invisible())
  }
  present <- number_column(events, "partners_present")
  counted <- table(factor(it$tables$attendance$event_id, events$event_id))
  present <- ifelse(counted > 0, as.vector(counted), present)
  experts <- number_column(events, "experts_present")
  for (kind in unique(events$kind)) {
    those <- events$kind == kind
    where <- list(category = kind)
    known <- function(v) any(!is.na(v[those]))
    put(it, "meetings", "count", "count", where, value = sum(those))
    put(it, "meetings", "mean_partners", "mean", where,
        value = if (known(present)) mean(present[those], na.rm = TRUE) else NA,
        status = status_of(missing = !known(present)))
    put(it, "meetings", "experts", "count", where,
        value = if (known(experts)) sum(experts[those], na.rm = TRUE) else NA,
        status = status_of(missing = !known(experts)))
  }
}

local_alliances <- function(monitor, it, ...) {
  alliances <- monitor$root$alliances
  if (is.null(alliances)) return(put_absent(it, "local_alliances", "count", "count"))
  put(it, "local_alliances", "count", "count",
      value = sum(present(alliances$started, column(alliances, "ended"), it$reference)))
}

# --- shares and totals of one question -----------------------------------------------

single_share <- function(variable) function(monitor, it, ...)
  put_share(monitor, it, variable, asked(it, variable), variables = variable)

gaps_found <- function(monitor, it, ...)
  put_total(monitor, it, "gaps_found", "gaps_found", by = "alliance")
duplicates_found <- function(monitor, it, ...)
  put_total(monitor, it, "duplicates_found", "duplicates_found", by = "alliance")
professionals_trained <- function(monitor, it, ...)
  put_total(monitor, it, "professionals_trained", "professionals_trained", by = "sector",
            estimated = TRUE)

experts_added <- function(monitor, it, ...) {
  put_total(monitor, it, "experts_added", "experts_new")
  sum_of <- function(year) {
    values <- answers_of(asked(year, "experts_new"), year$partners)
    if (length(values) == 0 || all(is.na(values))) NA else sum(values, na.rm = TRUE)
  }
  until <- Filter(function(y) y$year >= monitor$first_year && y$year <= it$year, monitor$years)
  sums <- vapply(until, sum_of, 0)
  without <- vapply(until, function(y) y$year, 0L)[is.na(sums)]
  # Nothing is known up to a year without figures of its own; an earlier one is noted.
  unknown <- length(sums) == 0 || is.na(sums[length(sums)])
  put(it, "experts_added", "cumulative", "count",
      value = if (unknown) NA else sum(sums, na.rm = TRUE), method = "reported",
      note = if (!unknown && length(without)) paste0("without=", without),
      status = status_of(missing = unknown,
                         broken = is_broken(monitor, it, "experts_new")))
}

# --- across/ -------------------------------------------------------------------------

share_per_category <- function(indicator, variables) function(monitor, it, ...)
  for (category in names(variables))
    put_share(monitor, it, indicator, asked(it, variables[[category]]),
              list(category = category), variables[[category]])

v_mix <- share_per_category("v_mix", c(verzachten = "v_verzachten",
                                       versterken = "v_versterken",
                                       veranderen = "v_veranderen"))
approach_mix <- share_per_category("approach_mix", c(signaleren = "stap_signaleren",
                                                     bespreken = "stap_bespreken",
                                                     oplossen = "stap_oplossen"))

domains <- paste0("domain_", 1:8)
life_domains <- function(monitor, it, ...) {
  share_per_category("life_domains", setNames(domains, 1:8))(monitor, it)
  all <- asked_all(it, domains)
  put_mean(monitor, it, "life_domains", if (!is.null(all)) rowSums(all), variables = domains)
}

sources <- c("source_science", "source_practice", "source_experience")
knowledge_sources <- function(monitor, it, ...) {
  share_per_category("knowledge_sources",
                     setNames(sources, sub("source_", "", sources)))(monitor, it)
  all <- asked_all(it, sources)
  put_share(monitor, it, "knowledge_sources",
            if (!is.null(all)) setNames(as.numeric(rowSums(all) == 3), rownames(all)),
            list(category = "all"), sources)
}

statement_agreement <- function(monitor, it, ...) {
  numbers <- sprintf("%02d", 1:24)
  variables <- paste0("statement_", numbers)
  for (i in seq_along(numbers)) {
    values <- asked(it, variables[i])
    where <- list(category = numbers[i])
    put_mean(monitor, it, "statement_agreement", values, where, variables[i], by = c())
    put_share(monitor, it, "statement_agreement",
              if (!is.null(values)) setNames(as.numeric(values >= 4), names(values)), where,
              variables[i], measure = "share_agree", by = c(), bounds = FALSE)
  }
  statements <- monitor$root$statements
  for (term in c("short", "medium", "long", "local")) {
    own <- paste0("statement_", statements$statement[statements$term == term])
    own <- intersect(own, names(it$completed))
    values <- NULL
    if (length(own) > 0) {
      answers <- do.call(cbind, lapply(own, asked, it = it))
      values <- rowMeans(answers, na.rm = TRUE)
      values[is.nan(values)] <- NA
    }
    put_mean(monitor, it, "statement_agreement", values,
             list(category = paste0("term:", term)), own, by = c())
  }
}
