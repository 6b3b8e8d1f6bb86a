#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""C files are as clang-format writes them. With --fix it writes them."""
import shutil
import subprocess
import sys

from project import ROOT, files, report, short


def main():
    if shutil.which("clang-format") is None:
        print("skipped: clang-format is not installed")
        sys.exit(77)
    paths = files("src/*/*.[ch]", "tests/*/*.[ch]")
    if "--fix" in sys.argv:
        subprocess.run(["clang-format", "-i", *map(str, paths)], check=True, cwd=ROOT)
    findings = []
    for path in paths:
        run = subprocess.run(["clang-format", "--output-replacements-xml", str(path)], capture_output=True, text=True,
                             check=True, cwd=ROOT)
        count = run.stdout.count("<replacement ")
        if count:
            findings.append(f"{short(path)}: {count} places are not as clang-format writes them; run tests/lint/format.py --fix")
    report(findings, "format")


if __name__ == "__main__":
    main()
