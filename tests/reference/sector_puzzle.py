#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an attacker can work out of hidden sectors, by trying everything: for each case of
sector_puzzle.txt (population answers positives, `few` or `more` where hidden; five is the
minimum) all whole numbers that give the same sums, the same weighted share and standard
error to three decimals. Prints safe or solved, as the case's last line says it must be."""
import itertools
import math
import pathlib
import sys

MINIMUM = 5


def spread(sectors):
    pairs = [(n - 1, n / (n - 1) * (x / n) * (1 - x / n)) for _, n, x in sectors if n >= 2]
    weight = sum(w for w, _ in pairs)
    pooled = sum(w * s for w, s in pairs) / weight if weight else 0
    N = sum(p for p, n, _ in sectors if n)
    share = sum(p / N * x / n for p, n, x in sectors if n)
    variance = sum((p / N) ** 2 * (1 - n / p)
                   * (pooled if n == 1 else n / (n - 1) * (x / n) * (1 - x / n)) / n
                   for p, n, x in sectors if n)
    return share, math.sqrt(variance)


def printed(number):
    return math.floor(number * 1000 + .5) / 1000


def solutions(shown, hidden):
    truth = shown + [h[:3] for h in hidden]
    share, se = map(printed, spread(truth))
    n_left, x_left = sum(h[1] for h in hidden), sum(h[2] for h in hidden)

    def possible(h):
        low, high = (1, min(MINIMUM - 1, h[0])) if h[3] == "few" else (MINIMUM, h[0])
        return [(n, x) for n in range(low, high + 1) for x in range(n + 1)]

    for pick in itertools.product(*map(possible, hidden)):
        if sum(n for n, _ in pick) != n_left or sum(x for _, x in pick) != x_left:
            continue
        tried = spread(shown + [(h[0], n, x) for h, (n, x) in zip(hidden, pick)])
        if abs(tried[0] - share) <= .0005 + 1e-9 and abs(tried[1] - se) <= .0005 + 1e-9:
            yield pick


def is_ambiguous(pairs):
    rates = [x / n for n, x in pairs if n]
    return len({x for _, x in pairs}) >= 2 and max(rates) - min(rates) >= .1


def is_safe(shown, hidden):
    found = list(solutions(shown, hidden))
    if not all(is_ambiguous([pick[h] for pick in found]) for h in range(len(hidden))):
        return False
    for own, (_, n, x, _) in enumerate(hidden):
        for said in (0, 1):
            if (x if said else n - x) == 0:
                continue
            fit = [p for p in found if (p[own][1] if said else p[own][0] - p[own][1]) >= 1]
            for h in range(len(hidden)):
                pairs = [(p[h][0] - 1, p[h][1] - said) if h == own else p[h] for p in fit]
                if not (h == own and n == 1) and not is_ambiguous(pairs):
                    return False
    return True


def main():
    path = pathlib.Path(__file__).parents[1] / "indicators/disclosure/sector_puzzle.txt"
    wrong = 0
    for block in path.read_text().split("\n\n"):
        rows = [line.split() for line in block.splitlines()
                if line and not line.startswith("#")]
        if not rows:
            continue
        expected = rows.pop()[0]
        numbers = [(int(r[0]), int(r[1]), int(r[2]), *r[3:]) for r in rows]
        verdict = "safe" if is_safe([r for r in numbers if len(r) == 3],
                                    [r for r in numbers if len(r) == 4]) else "solved"
        print(verdict, "" if verdict == expected else f"(the case says {expected})")
        wrong += verdict != expected
    return 1 if wrong else 0


sys.exit(main())
