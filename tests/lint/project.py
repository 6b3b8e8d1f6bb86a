# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint scripts share: the files of the project, and how a finding is reported."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files(*patterns):
    """The project's files that match, sorted; patterns are relative to its root."""
    return sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file())


def short(path):
    return path.relative_to(ROOT).as_posix()


def read(path):
    return path.read_text(encoding="utf-8")


def without_comments(text):
    """C text with comments and literals blanked, line numbers kept."""
    pattern = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group(0)), text)


def report(findings, what):
    """Prints each finding and ends the program: 0 without findings, 1 with them."""
    for finding in findings:
        print(finding)
    print(f"{what}: {len(findings)} findings" if findings else f"{what}: ok")
    sys.exit(1 if findings else 0)
