#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what Meson's test logs say: every case of a test program, and names what failed or was skipped.

usage: count-results.py LOG...    each LOG is a meson-logs/testlog*.json
The last line is "N passed, N failed"; exit status 1 when anything failed or nothing ran.
"""
import json
import os
import re
import sys

CASE = re.compile(r"^(not )?ok\b[^#\n]*(#\s*SKIP)?", re.M | re.I)
FAILURE = re.compile(r"^not ok\b.*(?:\n#.*){0,10}", re.M | re.I)


def cases(test):
    """(passed, failed, skipped) of one test program; a program without cases counts as one."""
    passed = failed = skipped = 0
    for wrong, skip in CASE.findall(test.get("stdout") or ""):
        if skip:
            skipped += 1
        elif wrong:
            failed += 1
        else:
            passed += 1
    good = test["result"] in ("OK", "EXPECTEDFAIL")
    if test["result"] == "SKIP" and not passed + failed:
        return 0, 0, max(skipped, 1)
    if not good and test["result"] != "SKIP" and not failed:
        failed = 1
    if not passed + failed + skipped:
        passed = 1
    return passed, failed, skipped


def failures(test):
    """The lines of each case that failed with what was found, since a log's end may not show them."""
    return [line for failure in FAILURE.findall(test.get("stdout") or "") for line in failure.splitlines()]


def main():
    totals = [0, 0, 0]
    for name in sys.argv[1:]:
        if not os.path.exists(name):
            print(f"failed: {name} was not written, so its suites did not run")
            totals[1] += 1
            continue
        with open(name, encoding="utf-8") as log:
            for line in log:
                test = json.loads(line)
                counts = cases(test)
                totals = [total + count for total, count in zip(totals, counts)]
                if counts[1]:
                    print(f"failed: {test['name']} ({test['result'].lower()}), see {name[:-5]}.txt")
                    for found in failures(test):
                        print(f"  {found}")
                elif counts[2]:
                    print(f"skipped: {counts[2]} of {test['name']}")
    passed, failed, skipped = totals
    print(f"{skipped} skipped")
    print(f"{passed} passed, {failed} failed")
    sys.exit(0 if passed and not failed else 1)


if __name__ == "__main__":
    main()
