# SPDX-License-Identifier: GPL-3.0-or-later
"""What the monitor should say of plain counts, computed without it: the stratified
share, the exact hypergeometric interval of a subgroup, the bounds.

A group is (x, n, N): x of n answers are yes, of N organisations."""
import csv
import math
import os
import pathlib
import re

SOURCE = pathlib.Path(os.environ.get("SOURCE", pathlib.Path(__file__).resolve().parents[1]))
ALPHA = 0.05
FAILURES = []


def hypergeometric(x, n, size):
    """Exact interval of K, as counts: estimation by inverting both tails."""
    def tail(k, values):
        total = math.comb(size, n)
        return sum(math.comb(k, v) * math.comb(size - k, n - v) for v in values
                   if v <= k and n - v <= size - k) / total
    limit = ALPHA / 2 * (1 + 1e-9)
    possible = range(x, size - n + x + 1)
    low = next(k for k in possible if tail(k, range(x, n + 1)) > limit)
    high = next(k for k in reversed(possible) if tail(k, range(0, x + 1)) > limit)
    return low, high


def stratified(strata):
    """Share, standard error and N over the strata that answered. A stratum with one
    answer borrows the pooled variance of the others."""
    seen = [s for s in strata.values() if s[1] > 0]
    size = sum(s[2] for s in seen)
    share = sum(N * x / n for x, n, N in seen) / size
    many = [(x * (n - x) / n, n) for x, n, _ in seen if n > 1]
    pooled = sum(squares for squares, _ in many) / sum(n - 1 for _, n in many)
    variance = sum((N / size) ** 2 * (1 - n / N) / n *
                   (x * (n - x) / n / (n - 1) if n > 1 else pooled)
                   for x, n, N in seen)
    return share, math.sqrt(variance), size


def expect(what, found, wanted):
    same = found == "" if wanted is None else \
        found != "" and math.isclose(float(found), wanted, rel_tol=1e-9, abs_tol=1e-12)
    if not same:
        FAILURES.append(what)
        print(f"FAIL {what}: {found or 'empty'}, counted {wanted}")


def check_national(row, reported, bounds, strata, what):
    share, se, size = stratified(strata)
    x, n, population = (sum(s[k] for s in strata.values()) for k in range(3))
    expect(f"{what} value", row["value"], share)
    expect(f"{what} numerator", row["numerator"], size * share)
    expect(f"{what} denominator", row["denominator"], size)
    expect(f"{what} n", row["n"], n)
    expect(f"{what} se", row["se"], se if 0 < share < 1 else 0)
    if 0 < share < 1:
        low, high = float(row["ci_low"]), float(row["ci_high"])
        if not low < share < high:
            FAILURES.append(f"{what}: interval {low}..{high}")
    expect(f"{what} reported", reported["value"], x)
    expect(f"{what} bounds low", bounds["ci_low"], x / population)
    expect(f"{what} bounds high", bounds["ci_high"], (x + population - n) / population)


def check_group(row, counts, what):
    x, n, size = counts
    if n == 0:
        expect(f"{what} value", row["value"], None)
        return
    low, high = hypergeometric(x, n, size)
    for column, wanted in (("value", x / n), ("numerator", x), ("denominator", n),
                           ("n", n), ("N", size), ("ci_low", low / size),
                           ("ci_high", high / size)):
        expect(f"{what} {column}", row[column], wanted)


def rows_of(out, year):
    """(indicator, measure, sector, alliance, opgave, category) -> row of that year."""
    keys = ("indicator", "measure", "sector", "alliance_id", "opgave", "category")
    with open(out / "intern" / "data" / "indicators.csv", encoding="utf-8",
              newline="") as file:
        return {tuple(row[key] for key in keys): row for row in csv.DictReader(file)
                if row["year"] == str(year)}


def indicators_known():
    text = (SOURCE / "indicators" / "indicators.def").read_text(encoding="utf-8")
    return set(re.findall(r"^INDICATOR\(\s*\w+\s*,\s*(\w+)\s*\)", text, re.M))


# Variables that are one category of an indicator.
CATEGORIES = {"v_": "v_mix", "stap_": "approach_mix", "domain_": "life_domains",
              "source_": "knowledge_sources"}


def key_of(variable, sector="", alliance="", measure="share"):
    if variable.startswith("opgave_"):
        return ("opgave_participation", measure, sector, alliance, variable[7:], "")
    for prefix, indicator in CATEGORIES.items():
        if variable.startswith(prefix):
            return (indicator, measure, sector, alliance, "", variable[len(prefix):])
    return (variable, measure, sector, alliance, "", "")


def check_variable(rows, what, variable, groups):
    """Compares every row of a share with its groups and takes them out of `rows`:
    groups is {"sector": {...}, "alliance": {...}}. Returns how many were compared."""
    national = [rows.pop(key_of(variable, measure=m)) for m in ("share", "reported",
                                                                "bounds")]
    check_national(*national, groups["sector"], f"{what} {variable}")
    compared = 1
    for by, of in groups.items():
        for group, counts in of.items():
            row = rows.pop(key_of(variable, **{by: group}), None)
            if row is None:
                FAILURES.append(f"{what} {variable} {by} {group}: no row")
                continue
            check_group(row, counts, f"{what} {variable} {by} {group}")
            compared += 1
    return compared
