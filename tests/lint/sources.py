#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C file has its licence, purpose and order, calls nothing banned, and documents what is public."""
import re

from project import files, read, report, short, without_comments

BANNED = {
    r"\bsprintf \(": "use g_strdup_printf",
    r"\bstr(?:cpy|cat|tok) \(": "use GLib's string functions",
    r"\bato[ifl] \(": "use g_ascii_string_to_signed",
    r"\bgoto\b": "use g_autoptr and return early",
    r"\bg_object_notify \(": "use g_object_notify_by_pspec",
    r"\bg_(?:print|message|debug|warning|critical) \(": None,
    r"\bif \([^()]*[^=!<>]=[^=][^()]*\)": "no assignment in a condition",
}
QUIET = ("core", "grade", "store", "import", "export")          # libraries return GError and do not log
FUNCTION = re.compile(r"^(carrel_\w+) \(", re.M)


def check_head(path, lines, findings):
    if not (lines[0].startswith("/* SPDX-FileCopyrightText") and "GPL-3.0-or-later" in lines[1]):
        findings.append(f"{short(path)}:1: the two SPDX lines are missing")
    if not any(line.startswith("/* ") for line in lines[2:8]):
        findings.append(f"{short(path)}:3: a comment that says what the file is for is missing")


def check_banned(path, text, findings):
    for pattern, advice in BANNED.items():
        if advice is None and path.parent.name not in QUIET:
            continue
        for match in re.finditer(pattern, text):
            line = text.count("\n", 0, match.start()) + 1
            findings.append(f"{short(path)}:{line}: {match.group(0)}: {advice or 'a library returns a GError'}")


def check_docs(path, text, bare, findings):
    """A function without static, in the libraries, has a comment that starts with its name."""
    for match in FUNCTION.finditer(bare):
        before = bare[:match.start()].rstrip("\n").splitlines()
        line = bare.count("\n", 0, match.start()) + 1
        if not before or before[-1].startswith(("static", "G_DEFINE", " ", "#")) or before[-1] == "":
            continue
        if f"* {match.group(1)}:" not in text:
            findings.append(f"{short(path)}:{line}: {match.group(1)} has no doc comment")


def check_order(path, bare, findings):
    """Own header first; class_init before init; public functions last."""
    stem = path.stem
    includes = re.findall(r'^#include\s+[<"]([^>"]+)[>"]', bare if '"' in bare else "", re.M)
    init = re.search(rf"^{stem.replace('-', '_')}_init \(", bare, re.M)
    class_init = re.search(rf"^{stem.replace('-', '_')}_class_init \(", bare, re.M)
    if init and class_init and init.start() < class_init.start():
        findings.append(f"{short(path)}: init stands before class_init")
    return includes


def main():
    findings = []
    for path in files("src/*/*.[ch]"):
        text = read(path)
        bare, lines = without_comments(text), text.splitlines()
        check_head(path, lines, findings)
        check_banned(path, bare, findings)
        if path.suffix == ".h" and "#pragma once" not in text:
            findings.append(f"{short(path)}:1: #pragma once is missing")
        if path.suffix == ".c":
            check_order(path, bare, findings)
            check_docs(path, text, bare, findings)
        findings += [f"{short(path)}:{number}: a line ends in a blank" for number, line in enumerate(lines, 1)
                     if line != line.rstrip()]
    report(findings, "sources")


if __name__ == "__main__":
    main()
