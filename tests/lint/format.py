#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""C files are as clang-format writes them. With --fix it writes them."""
import multiprocessing.pool
import shutil
import subprocess
import sys

from project import ROOT, files, report, short


def count_places(path):
    run = subprocess.run(["clang-format", "--output-replacements-xml", str(path)], capture_output=True, text=True,
                         check=True, cwd=ROOT)
    return run.stdout.count("<replacement ")


def main():
    if shutil.which("clang-format") is None:
        print("skipped: clang-format is not installed")
        sys.exit(77)
    paths = files("src/*/*.[ch]", "tests/*/*.[ch]")
    if "--fix" in sys.argv:
        subprocess.run(["clang-format", "-i", *map(str, paths)], check=True, cwd=ROOT)
    with multiprocessing.pool.ThreadPool() as pool:
        counts = pool.map(count_places, paths)
    report([f"{short(path)}: {count} places are not as clang-format writes them; run tests/lint/format.py --fix"
            for path, count in zip(paths, counts) if count], "format")


if __name__ == "__main__":
    main()
