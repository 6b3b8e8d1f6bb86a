#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes stay small: prints the table of budgets and fails on what is over a hard one."""
import re
import statistics

from project import files, read, report, short, without_comments

HARD = {"file": 650, "function": 60, "class_init": 90, "complexity": 10, "depth": 4, "parameters": 6,
        "ui": 300, "header": 120}
# The style asks for 0.8 and refuses below 0.5.
TEST_RATIO = 0.5
BRANCH = re.compile(r"\b(?:if|for|while)\b|&&|\|\||\?")
CASES = re.compile(r"(?:\bcase\b[^:]*:\s*)+")


def functions(text):
    """(line, name, parameters, body) of each function; GNU style puts name and braces in column 0."""
    pattern = re.compile(r"^(\w+) \(([^;{}]*)\)\n\{\n(.*?)^\}", re.M | re.S)
    for match in pattern.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match.group(1), match.group(2), match.group(3)


def count_parameters(text):
    text = re.sub(r"\([^()]*\)", "", text)
    return 0 if text.strip() in ("", "void") else text.count(",") + 1


def has_foreign_parameters(name):
    """Measuring a widget and answering on the bus have the parameters that GTK and GIO give them; a macro is no function."""
    return name.endswith(("_measure", "_method_call", "_bus_signal_cb")) or name.startswith("G_DEFINE")


def complexity(body):
    """Branches and operators that branch, plus one; labels of one case count once."""
    return 1 + len(BRANCH.findall(body)) + len(CASES.findall(body))


def brace_depth(body):
    depth = deepest = 1
    for char in body:
        depth += (char == "{") - (char == "}")
        deepest = max(deepest, depth)
    return deepest


def measure(path, findings, lengths):
    text = without_comments(read(path))
    for line, name, parameters, body in functions(text):
        lines = body.count("\n") + 3
        lengths.append(lines)
        limit = HARD["class_init"] if name.endswith("class_init") else HARD["function"]
        for what, value, hard in (("lines", lines, limit),
                                  ("complexity", complexity(body), HARD["complexity"]),
                                  ("brace depth", brace_depth(body), HARD["depth"]),
                                  ("parameters", count_parameters(parameters), HARD["parameters"])):
            if value > hard and not (what == "parameters" and has_foreign_parameters(name)):
                findings.append(f"{short(path)}:{line}: {name}: {what} {value}, at most {hard}")


def count_code(path):
    """Lines that are neither blank nor comment; fixtures count whole."""
    text = read(path)
    if path.suffix in (".c", ".h"):
        text = without_comments(text)
    return sum(1 for line in text.splitlines() if line.strip())


def check_tests(findings):
    """Lines of tests and their fixtures for each line of code in what has no window; tables of words are data."""
    layers = ("core", "grade", "store", "import")
    code = sum(count_code(path) for layer in layers for path in files(f"src/{layer}/*.c") if "-words-" not in path.name)
    tests = sum(count_code(path) for layer in layers for path in files(f"tests/{layer}/*.*", f"tests/data/{layer}/**/*.*"))
    ratio = tests / max(code, 1)
    print(f"tests to code in {', '.join(layers)}: {ratio:.2f}; wanted 0.8, at least {TEST_RATIO}")
    if ratio < TEST_RATIO:
        findings.append(f"tests: {tests} lines for {code} lines of code, at least {TEST_RATIO} of them")


def main():
    findings, lengths, rows = [], [], []
    groups = (("file", files("src/*/*.c")), ("header", files("src/*/*.h")), ("ui", files("data/ui/*.ui")))
    for kind, paths in groups:
        sizes = [read(path).count("\n") for path in paths]
        for path, size in zip(paths, sizes):
            if size > HARD[kind]:
                findings.append(f"{short(path)}: {size} lines, at most {HARD[kind]}")
        if sizes:
            rows.append((kind, len(sizes), statistics.median(sizes), max(sizes), HARD[kind]))
    for path in files("src/*/*.c"):
        measure(path, findings, lengths)
    rows.append(("function", len(lengths), round(statistics.mean(lengths), 1), max(lengths), HARD["function"]))
    print(f"{'what':10} {'number':>7} {'middle':>7} {'largest':>8} {'hard':>6}")
    for row in rows:
        print("{:10} {:7} {:7} {:8} {:6}".format(*row))
    check_tests(findings)
    report(findings, "budgets")


if __name__ == "__main__":
    main()
