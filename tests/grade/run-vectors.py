#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs files of grade vectors as test cases; a file that is not there is skipped.

usage: run-vectors.py GRADE-VECTORS FILE...
"""
import os
import subprocess
import sys


def main():
    number, failed = 0, 0
    for path in sys.argv[2:]:
        if not os.path.exists(path):
            number += 1
            print(f"ok {number} {os.path.basename(path)} # SKIP the file is not there")
            continue
        run = subprocess.run([sys.argv[1], path], capture_output=True, text=True, check=False)
        sys.stderr.write(run.stderr)
        for line in run.stdout.splitlines():
            word, _, rest = line.partition(" ")
            if word in ("ok", "FAILED"):
                number += 1
                failed += word == "FAILED"
                print(f"{'ok' if word == 'ok' else 'not ok'} {number} {rest.replace('#', '')}")
            elif line.startswith("    "):
                print("#" + line)
    print(f"1..{number}")
    sys.exit(1 if failed or not number else 0)


if __name__ == "__main__":
    main()
