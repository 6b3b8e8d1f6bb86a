#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries the grade engine on random courses against definitions worked by brute force: drops by trying every
set, needed scores by bisection, late days by trying every way to spend them, bounds at random corners.

usage: brute-force.py GRADE-VECTORS [SEED [COURSES]]
       brute-force.py --write FILE [SEED [COURSES]]      writes the vectors instead of running them
"""
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

MAXIMA = (7, 10, 13, 20, 25, 30, 40, 50, 100)


def text(number):
    return None if number is None else f"{number.numerator}/{number.denominator}"


# ---- the definitions ----

def pairs(group, items, scores):
    """(S, T) of what may be dropped, and of what may not."""
    droppable, fixed = [], []
    for name in group["items"]:
        if scores.get(name) is None:
            continue
        item, score = items[name], scores[name]
        top, weight = Fraction(item["max"]), Fraction(item.get("weight", "1"))
        pair = (weight * score / top, weight) if group["agg"] == "mean" else (score, top)
        if item.get("bonus"):
            fixed.append((pair[0], Fraction(0)))
        elif pair[1] == 0:
            fixed.append(pair)
        else:
            (fixed if item.get("never_drop") else droppable).append(pair)
    return droppable, fixed


def drops_of(group, items, n_present, policy):
    """How many items are dropped at each end when so many of those that may be have a score."""
    drops = [group.get("drop_lowest", 0), group.get("drop_highest", 0)]
    if policy == "none":
        drops = [0, 0]
    if policy == "proportional":
        n_all = sum(not (item.get("excused") or item.get("bonus") or item.get("never_drop")
                         or (group["agg"] == "mean" and item.get("weight") == "0"))
                    for item in (items[name] for name in group["items"]))
        drops = [drop * n_present // n_all if n_all else 0 for drop in drops]
    low = min(drops[0], max(n_present - 1, 0))
    return low, min(drops[1], max(n_present - 1 - low, 0))


def group_value(group, items, scores, policy="as_graded"):
    """The best set of low drops against the worst set of high drops, by trying all."""
    droppable, fixed = pairs(group, items, scores)
    places = range(len(droppable))
    low, high = drops_of(group, items, len(droppable), policy)
    best = None
    for lows in itertools.combinations(places, low):
        rest = [place for place in places if place not in lows]
        worst = None
        for highs in itertools.combinations(rest, high):
            kept = [droppable[place] for place in rest if place not in highs] + fixed
            total = sum(pair[1] for pair in kept)
            if total == 0:
                return None
            value = sum(pair[0] for pair in kept) / total
            worst = value if worst is None else min(worst, value)
        best = worst if best is None else max(best, worst)
    if best is not None and group.get("cap"):
        best = min(best, Fraction(group["cap"]))
    return best


def scheme_total(scheme, items, scores, policy="as_graded"):
    earned = weights = bonus = Fraction(0)
    for group in scheme["groups"]:
        value, weight = group_value(group, items, scores, policy), Fraction(group["weight"])
        if value is None:
            continue
        if group.get("bonus"):
            bonus += weight * value
        else:
            earned, weights = earned + weight * value, weights + weight
    if weights == 0:
        return None
    total = earned / weights + bonus
    return min(total, Fraction(scheme["cap"])) if scheme.get("cap") else total


def replaced(course, scores):
    """Every way to let one item take the place of another."""
    ways = [scores]
    for rule in course.get("replace", []):
        for way in list(ways):
            for target in rule["targets"]:
                if way.get(rule["by"]) is None or way.get(target) is None:
                    continue
                part = way[rule["by"]] / Fraction(course["items"][rule["by"]]["max"])
                ways.append({**way, target: part * Fraction(course["items"][target]["max"])})
    return ways


def grade(course, scores, policy="as_graded"):
    totals = [scheme_total(scheme, course["items"], way, policy)
              for way in replaced(course, scores) for scheme in course["schemes"]]
    totals = [total for total in totals if total is not None]
    if not totals:
        return None
    best = max(totals)
    for gate in course.get("gates", []):
        score = scores.get(gate["item"])
        if score is not None and score / Fraction(course["items"][gate["item"]]["max"]) < Fraction(gate["at_least"]):
            best = min(best, Fraction(gate["cap"]))
    return best


def share_of(group, items):
    """What was got in a group, what of it is graded, and all that counts, drops apart."""
    got = graded = worth = Fraction(0)
    for item in (items[name] for name in group["items"]):
        if item.get("excused"):
            continue
        is_mean, weight = group["agg"] == "mean", Fraction(item.get("weight", "1"))
        stake = Fraction(0) if item.get("bonus") else weight if is_mean else Fraction(item["max"])
        score = Fraction(0) if item.get("missing") else Fraction(item["score"]) if "score" in item else None
        worth += stake
        if score is not None:
            graded += stake
            got += weight * score / Fraction(item["max"]) if is_mean else score
    return got, graded, worth


def by_items(course, of_graded):
    """The grade of what is graded, each item by its share of the course; or the points that are banked."""
    best = None
    for scheme in course["schemes"]:
        earned = counted = bonus = Fraction(0)
        for group in scheme["groups"]:
            got, graded, worth = share_of(group, course["items"])
            if worth == 0:
                continue
            weight, value = Fraction(group["weight"]), got / worth
            if group.get("cap") and not of_graded:
                value = min(value, Fraction(group["cap"]))
            if group.get("bonus"):
                bonus += weight * value
            else:
                earned, counted = earned + weight * value, counted + weight * (graded / worth if of_graded else 1)
        if counted == 0:
            continue
        total = earned / counted + bonus
        total = min(total, Fraction(scheme["cap"])) if scheme.get("cap") else total
        best = total if best is None else max(best, total)
    return best


def scores_of(course, open_score):
    """A score for each item; open_score says what an ungraded item gets."""
    scores = {}
    for name, item in course["items"].items():
        if item.get("excused"):
            scores[name] = None
        elif item.get("missing"):
            scores[name] = Fraction(0)
        else:
            scores[name] = Fraction(item["score"]) if "score" in item else open_score(item)
    return scores


def lower(item):
    return Fraction(item.get("lo", "0"))


def upper(item):
    return Fraction(item.get("hi", item["max"]))


def bisect(reaches, top):
    """The simplest number next to the least x up to top that reaches."""
    low, high = Fraction(0), top
    for _ in range(70):
        middle = (low + high) / 2
        low, high = (low, middle) if reaches(middle) else (middle, high)
    return high.limit_denominator(10 ** 8)


# ---- random courses ----

def random_item(rng):
    top = rng.choice(MAXIMA)
    item, state = {"max": str(top)}, rng.random()
    if state < 0.55:
        item["score"] = str(rng.randint(0, top)) if rng.random() < 0.7 else f"{rng.randint(0, 10 * top) / 10}"
    elif state < 0.62:
        item["excused"] = True
    elif state < 0.67:
        item["missing"] = True
    if state >= 0.55 and rng.random() < 0.1:
        item["score"] = str(rng.randint(0, top))
    for key, chance, value in (("hi", 0.15, str(top + rng.randint(1, 10))), ("lo", 0.1, str(rng.randint(1, top // 2))),
                               ("never_drop", 0.1, True), ("bonus", 0.08, True), ("weight", 0.15, str(rng.randint(0, 4)))):
        if rng.random() < chance:
            item[key] = value
    return item


def random_group(rng, names):
    group = {"id": "group", "weight": f"{rng.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 9))}/10", "agg": rng.choice(["mean", "points"]), "items": names}
    if rng.random() < 0.5:
        group["drop_lowest"] = rng.choice((0, 1, 1, 2, 3, 9))
    if rng.random() < 0.25:
        group["drop_highest"] = rng.choice((1, 1, 2, 7))
    if rng.random() < 0.1:
        group["cap"] = "19/20"
    return group


def random_scheme(rng, names):
    names = rng.sample(names, len(names))
    cuts = sorted(rng.sample(range(1, len(names)), rng.randint(0, min(2, len(names) - 1))))
    groups = [random_group(rng, names[start:end]) for start, end in zip([0] + cuts, cuts + [len(names)])]
    if len(groups) > 1 and rng.random() < 0.2:
        groups[-1]["bonus"] = True
    scheme = {"name": "scheme", "groups": groups}
    if rng.random() < 0.1:
        scheme["cap"] = "1"
    return scheme


def random_course(rng):
    items = {f"i{place}": random_item(rng) for place in range(rng.randint(2, 7))}
    course = {"items": items, "schemes": [random_scheme(rng, list(items)) for _ in range(rng.choice((1, 1, 1, 2)))]}
    if rng.random() < 0.2:
        by, *targets = rng.sample(list(items), min(3, len(items)))
        course["replace"] = [{"by": by, "targets": targets}]
    if rng.random() < 0.2:
        course["gates"] = [{"item": rng.choice(list(items)), "at_least": rng.choice(("1/2", "0.6", "7/10")),
                            "cap": rng.choice(("59/100", "0.5", "3/4"))} for _ in range(rng.choice((1, 1, 2)))]
    return course


# ---- vectors ----

def bounds_vector(course, name):
    now = scores_of(course, lambda item: None)
    expect = {**{policy: text(grade(course, now, policy)) for policy in ("as_graded", "proportional", "none")},
              "current": text(grade(course, now)), "current_item_level": text(by_items(course, True)),
              "banked": text(by_items(course, False)), "min": text(grade(course, scores_of(course, lower))), "max": text(grade(course, scores_of(course, upper)))}
    return {"id": name, "title": "bounds", "input": course, "expect": expect}


def answer(reach, top, target, key):
    """What is expected of a needed score: reach is the grade as a function of it."""
    if reach(top) < target:
        return {"status": "impossible", "best_total": text(reach(top)), "shortfall": text(target - reach(top))}
    if reach(Fraction(0)) >= target:
        return {"status": "guaranteed"}
    return {key: text(bisect(lambda x: reach(x) >= target, top))}


def needed_vector(rng, course, name, unknown):
    target, rest = Fraction(rng.randint(30, 105), 100), scores_of(course, lower)

    def reach(score):
        return grade(course, {**rest, unknown: score})

    if reach(Fraction(0)) is None:
        return []
    if not is_weighted(course, unknown):
        return [{"id": name, "title": "cannot matter", "expect": {"status": "cannot_matter"},
                 "input": {"course": course, "target": text(target), "unknown": unknown}}]
    expect = answer(reach, upper(course["items"][unknown]), target, "points_exact")
    return [{"id": name, "title": "needed on one item", "expect": expect,
             "input": {"course": course, "target": text(target), "unknown": unknown}}]


def rest_vector(rng, course, name, unknowns):
    target, limits = Fraction(rng.randint(30, 105), 100), [upper(course["items"][u]) / Fraction(course["items"][u]["max"])
                                                            for u in unknowns]

    def reach(part):
        return grade(course, scores_of(course, lambda item: min(part * Fraction(item["max"]), upper(item))))

    if reach(Fraction(0)) is None:
        return []
    return [{"id": name, "title": "needed on everything left", "input": {"course": course, "target": text(target)},
             "expect": answer(reach, max(limits), target, "percent")}]


def rounded_target(rng):
    """A target in per cent, the way the course rounds, and the least exact grade that is enough."""
    percent, digits, mode = rng.randint(60, 99), rng.choice((0, 0, 1)), rng.choice(("half_up", "floor", None))
    step = Fraction(1, 10 ** digits)
    raw = Fraction(percent) - (step / 2 if mode == "half_up" else 0)
    given = {"target_percent": str(percent), "digits": digits}
    if mode:
        given["rounding"] = mode
    return given, raw / 100


def step_vector(rng, course, name, unknown):
    """The next mark that can be given, with rounding, other scores assumed, and another most."""
    item, scores = course["items"][unknown], scores_of(course, lower)
    given, target = rounded_target(rng)
    top, step = Fraction(item["max"]), rng.choice((Fraction(1), Fraction(1, 2), Fraction(1, 4)))
    hi = top + rng.choice((0, 0, 5))
    assumed = {other: str(rng.randint(0, int(Fraction(there["max"])))) for other, there in course["items"].items()
               if other != unknown and scores[other] is not None and rng.random() < 0.4}
    scores.update({other: Fraction(score) for other, score in assumed.items()})

    def reach(score):
        return grade(course, {**scores, unknown: score})

    if reach(Fraction(0)) is None or not is_weighted(course, unknown):
        return []
    expect = {"raw_target": text(target)}
    if reach(hi) < target:
        expect["needed"] = {"status": "impossible", "best_total": text(reach(hi)), "shortfall": text(target - reach(hi))}
    else:
        exact = Fraction(0) if reach(Fraction(0)) >= target else bisect(lambda x: reach(x) >= target, hi)
        mark = -(-exact // step) * step
        expect["needed"] = {"points_exact": text(exact), "points": text(mark), "total": text(reach(mark)),
                            "status": "guaranteed" if exact == 0 else "possible" if exact <= top else "needs_extra_credit"}
    return [{"id": name, "title": "next mark", "expect": expect,
             "input": {"course": course, "unknown": unknown, "hi": text(hi), "step": text(step), "assume": assumed, **given}}]


def is_weighted(course, name):
    return (any(name in group["items"] and Fraction(group["weight"]) > 0 for scheme in course["schemes"] for group in scheme["groups"])
            or any(rule["by"] == name for rule in course.get("replace", []))
            or any(gate["item"] == name for gate in course.get("gates", [])))


def frontier_vector(rng, course, name, unknowns):
    """For some scores of one item the needed score of another."""
    one, other = rng.sample(unknowns, 2)
    target, rest, expect = Fraction(rng.randint(30, 95), 100), scores_of(course, lower), {}
    top, most = Fraction(course["items"][other]["max"]), upper(course["items"][other])
    for percent in rng.sample(range(0, 101), 4):
        part = Fraction(percent, 100) * Fraction(course["items"][one]["max"])

        def reach(score, part=part):
            return grade(course, {**rest, one: part, other: score})

        if reach(Fraction(0)) is None:
            return []
        if reach(most) < target:
            expect[f"{other}_if_{one}_{percent}"] = "impossible"
        elif reach(Fraction(0)) >= target:
            expect[f"{other}_if_{one}_{percent}"] = "0/1"
        else:
            expect[f"{other}_if_{one}_{percent}"] = text(bisect(lambda x: reach(x) >= target, most) / top)
    return [{"id": name, "title": "frontier", "expect": expect,
             "input": {"course": course, "target": text(target), "unknowns": [one, other]}}]


def leverage_vector(course, name, unknowns):
    """The gain from one more per cent of each open item."""
    rest, expect = scores_of(course, lower), {}
    for unknown in unknowns:
        more = rest[unknown] + Fraction(course["items"][unknown]["max"]) / 100
        before, after = grade(course, rest), grade(course, {**rest, unknown: more})
        if before is None:
            return []
        expect[unknown] = text((after - before) * 100)
    return [{"id": name, "title": "leverage", "expect": expect, "input": {"course": course}}]


def list_vector(rng, name):
    """A list of marks with drops: the value, and what a kept set of that value can be."""
    rows = [[rng.randint(0, top), top] for top in (rng.choice(MAXIMA) for _ in range(rng.randint(1, 7)))]
    given = {"agg": rng.choice(("points", "mean")), "drop_lowest": rng.randint(0, 4), "drop_highest": rng.choice((0, 0, 1, 2))}
    items = {f"q{place + 1}": {"max": str(top)} for place, (_, top) in enumerate(rows)}
    scores = {f"q{place + 1}": Fraction(score) for place, (score, _) in enumerate(rows)}
    value = group_value({**given, "items": list(items)}, items, scores)
    return {"id": name, "title": "a list with drops", "expect": {"value": text(value)}, "input": {"items": rows, **given}}


def penalty_vector(rng, name):
    """One late score: floor, cut-off, and both ways to count the penalty."""
    raw, rate, days = Fraction(rng.randint(0, 100)), Fraction(rng.randint(1, 30), 100), rng.randint(0, 9)
    given = {"raw": text(raw), "days": days, "rate": text(rate), "kind": rng.choice(("multiplicative", "of_max"))}
    left = raw - (raw if given["kind"] == "multiplicative" else 100) * rate * days
    least = Fraction(0)
    if rng.random() < 0.4:
        given["floor"] = "1/2"
        least = raw / 2
    left = max(left, least, Fraction(0)) if days else raw
    if rng.random() < 0.3:
        given["cutoff"] = rng.randint(0, 9)
        left = Fraction(0) if days > given["cutoff"] else left
    return {"id": name, "title": "late", "expect": text(left), "input": given}


def late_vector(rng, name):
    subs = [[f"s{place}", str(rng.randint(0, 100)), "100", rng.randint(0, 3), f"1/{rng.randint(2, 9)}"] for place in range(4)]
    tokens, each, rate = rng.randint(0, 4), rng.randint(0, 2), Fraction(rng.randint(1, 9), 20)

    def worth(sub, spent):
        return Fraction(sub[1]) * max(Fraction(0), 1 - rate * max(0, sub[3] - spent)) / 100 * Fraction(sub[4])

    ways = [way for way in itertools.product(range(each + 1), repeat=len(subs)) if sum(way) <= tokens]
    best = max(sum(worth(sub, spent) for sub, spent in zip(subs, way)) for way in ways)
    return {"id": name, "title": "late days", "expect": {"optimal": text(best)},
            "input": {"subs": subs, "tokens": tokens, "per_item": each, "rate": text(rate)}}


def group_needed_vector(rng, name):
    """What one more mark of a group needs, with a most that may be above its maximum."""
    rows = [[rng.randint(0, top), top] for top in (rng.choice(MAXIMA) for _ in range(rng.randint(1, 5)))]
    given = {"drop_lowest": rng.randint(0, 2), "drop_highest": rng.randint(0, 1)}
    top, most, target = rng.choice(MAXIMA), rng.choice((100, 120)), rng.randint(30, 100)
    items = {f"q{place}": {"max": str(row[1])} for place, row in enumerate(rows + [[0, top]])}
    scores = {f"q{place}": Fraction(row[0]) for place, row in enumerate(rows)}

    def reach(score):
        return group_value({**given, "agg": "points", "items": list(items)}, items, {**scores, f"q{len(rows)}": score})

    def least(hi):
        if reach(Fraction(hi)) < Fraction(target, 100):
            return None
        if reach(Fraction(0)) >= Fraction(target, 100):
            return "0/1"
        return text(bisect(lambda x: reach(x) >= Fraction(target, 100), Fraction(hi)))

    return {"id": name, "title": "needed in a group", "input": {"others": rows, "unknown_max": top, **given},
            "expect": {f"for_{target}": least(top), f"for_{target}_even_with_{most}": least(most)}}


def ladder_vector(rng, course, name, unknowns):
    """The equal per cent of all that is left, for some letters."""
    limits = [upper(course["items"][unknown]) / Fraction(course["items"][unknown]["max"]) for unknown in unknowns]
    letters, expect = {letter: rng.randint(50, 100) for letter in "ABC"}, {}

    def reach(part):
        return grade(course, scores_of(course, lambda item: min(part * Fraction(item["max"]), upper(item))))

    if reach(Fraction(0)) is None:
        return []
    for letter, percent in letters.items():
        worked = answer(reach, max(limits), Fraction(percent, 100), "percent")
        expect[letter] = worked.get("percent", "0/1" if worked.get("status") == "guaranteed" else "impossible")
    return [{"id": name, "title": "ladder", "expect": expect,
             "input": {"course": course, "ladder": [[letter, f"{percent}/100"] for letter, percent in letters.items()]}}]


def rounded(number, digits, mode):
    scaled = number * 10 ** digits
    low, rest = scaled // 1, scaled % 1
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and (mode == "half_up" or low % 2 == 1))
    return Fraction(low + (up and mode != "floor"), 10 ** digits)


def rounding_vector(rng, name):
    """A grade near a cut-off: all ways to round it, its letter, and the text that contradicts neither."""
    digits, cut = rng.randint(0, 3), Fraction(rng.choice((900, 895, 800)), 10)
    number = max(Fraction(0), cut + Fraction(rng.randint(-60, 60), rng.choice((10, 200, 1000, 2000, 7))))
    shown = rounded(number, digits, "half_up")
    if (shown >= cut) != (number >= cut):
        shown = rounded(number, digits, "floor") + (Fraction(1, 10 ** digits) if number >= cut else 0)
    expect = {mode: text(rounded(number, digits, mode)) for mode in ("half_up", "half_even", "floor")}
    return {"id": name, "title": "rounding", "expect": {**expect, "safe_display": text(shown), "letter": "A" if number >= cut else "B"},
            "input": {"percent": text(number), "digits": digits, "cutoffs": [text(cut)]}}


def days_vector(rng, name):
    cases = [[rng.choice((0, 1, 1440, 1441, rng.randint(-3000, 900000))), rng.choice((0, 0, 15, rng.randint(0, 3000)))]
             for _ in range(4)]
    return {"id": name, "title": "days late", "input": {"cases": cases},
            "expect": [max(0, -((grace - late) // 1440)) for late, grace in cases]}


def make_vectors(seed, n_courses):
    rng, vectors = random.Random(seed), []
    for place in range(n_courses):
        course = random_course(rng)
        vectors.append(bounds_vector(course, f"B{place}"))
        vectors += [late_vector(rng, f"L{place}"), list_vector(rng, f"D{place}"), penalty_vector(rng, f"P{place}"),
                    group_needed_vector(rng, f"G{place}"), rounding_vector(rng, f"O{place}"), days_vector(rng, f"Y{place}")]
        unknowns = [name for name, item in course["items"].items()
                    if not item.get("excused") and not item.get("missing") and "score" not in item]
        if unknowns:
            vectors += needed_vector(rng, course, f"N{place}", rng.choice(unknowns))
            vectors += step_vector(rng, course, f"S{place}", rng.choice(unknowns))
            vectors += leverage_vector(course, f"V{place}", unknowns)
        if len(unknowns) > 1:
            vectors += rest_vector(rng, course, f"R{place}", unknowns)
            vectors += frontier_vector(rng, course, f"F{place}", unknowns)
            vectors += ladder_vector(rng, course, f"A{place}", unknowns)
    return vectors


def main():
    write = sys.argv[1] == "--write"
    numbers = [int(value) for value in sys.argv[3 if write else 2:]] + [1, 400][len(sys.argv) - (3 if write else 2):]
    vectors = make_vectors(*numbers)
    path = sys.argv[2] if write else tempfile.mkstemp(suffix=".json")[1]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"about": "Random courses, worked by brute force.", "vectors": vectors}, file, indent=1)
    if write:
        return
    run = subprocess.run([sys.argv[1], path], capture_output=True, text=True, check=False)
    os.unlink(path)
    wrong = [line for line in run.stdout.splitlines() if not line.startswith("ok ")]
    for line in wrong[:40]:
        print("#", line)
    print(f"{'ok' if run.returncode == 0 else 'not ok'} 1 {len(vectors)} random vectors of seed {numbers[0]}\n1..1")
    sys.exit(run.returncode)


if __name__ == "__main__":
    main()
