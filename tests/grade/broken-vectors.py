#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks vectors at random and runs them: what has no meaning must be said, and must not end the program.

usage: broken-vectors.py GRADE-VECTORS VECTORS [SEED [ROUNDS]]
"""
import copy
import json
import os
import random
import subprocess
import sys
import tempfile

VALUES = (None, True, 0, -1, 1, 2.5, 1e300, "", "?", "A", "0", "-5", "1/0", "100", "1e9", "9" * 500, [], {}, [1], ["x", 2],
          {"a": 1}, 10 ** 15, "1/3", "hw1", 99999999)
KEYS = ("target", "unknown", "course", "hi", "step", "rounding", "digits", "cap", "drop_lowest", "bonus", "items", "schemes",
        "gates", "replace", "scores", "cutoffs", "others", "have")


def places(node, path=()):
    yield path
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in pairs:
        yield from places(child, path + (key,))


def break_one(rng, vector):
    inside = [path for path in places(vector) if path and path[0] in ("input", "expect")]
    if not inside:
        return
    path, node, kind = rng.choice(inside), vector, rng.random()
    for key in path[:-1]:
        node = node[key]
    if kind < 0.25:
        del node[path[-1]]
    elif kind < 0.35 and isinstance(node, dict):
        node[rng.choice(KEYS)] = copy.deepcopy(rng.choice(VALUES))
    elif kind < 0.45 and isinstance(node, list):
        node.append(copy.deepcopy(rng.choice(node)))
    else:
        node[path[-1]] = copy.deepcopy(rng.choice(VALUES))


def main():
    program, vectors = sys.argv[1:3]
    seed, rounds = [int(value) for value in sys.argv[3:]] + [1, 25][len(sys.argv) - 3:]
    rng, failed = random.Random(seed), 0
    with open(vectors, encoding="utf-8") as file:
        good = json.load(file)
    for number in range(1, rounds + 1):
        broken = copy.deepcopy(good)
        for vector in broken["vectors"]:
            for _ in range(rng.randint(0, 3)):
                break_one(rng, vector)
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(broken, file)
            file.flush()
            run = subprocess.run([program, file.name], capture_output=True, text=True, errors="replace", check=False,
                                 env={**os.environ, "G_DEBUG": "fatal-criticals"})
        is_good = run.returncode in (0, 1) and run.stdout.rstrip().endswith("failed")
        failed += not is_good
        print(f"{'ok' if is_good else 'not ok'} {number} round {number} of seed {seed}")
        if not is_good:
            print("#", run.returncode, run.stderr.replace("\n", "\n# "))
    print(f"1..{rounds}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
