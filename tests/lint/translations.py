#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS has every string, none fuzzy, none still in English."""
import pathlib
import re
import subprocess
import sys
import tempfile

from project import ROOT, read, report

KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dgettext:2", "g_dcgettext:2", "g_dngettext:2,3",
            "g_dpgettext:2", "g_dpgettext2:2c,3")
ENTRY = re.compile(r'^(?:msgctxt .*\n(?:".*"\n)*)?msgid (?P<id>".*"(?:\n".*")*)\n(?:msgid_plural .*\n(?:".*"\n)*)?'
                   r'msgstr(?:\[0\])? (?P<text>".*"(?:\n".*")*)', re.M)
MAX_SHOWN = 5
MIN_WORDS = 4  # shorter strings may be the same in two languages


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def joined(quoted):
    return "".join(part[1:-1] for part in quoted.split("\n"))


def missing(path):
    """The texts that a language lacks: empty, or those of the source."""
    for entry in ENTRY.finditer(read(path)):
        text, translation = joined(entry["id"]), joined(entry["text"])
        words = re.findall(r"[A-Za-z]{2,}", re.sub(r"%\S+", "", text))
        if text and (not translation or (translation == text and len(words) >= MIN_WORDS)):
            yield text


def check_language(name, template, folder, findings):
    path = ROOT / "po" / f"{name}.po"
    if not path.exists():
        findings.append(f"po/LINGUAS: po/{name}.po does not exist")
        return
    checked = run("msgfmt", "--check", "-o", "/dev/null", str(path))
    findings += [f"po: {line}" for line in checked.stderr.splitlines() if checked.returncode != 0]
    merged = pathlib.Path(folder, f"{name}.po")
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", "-o", str(merged), str(path), str(template))
    texts = list(missing(merged))
    for text in texts[:MAX_SHOWN]:
        findings.append(f"po/{name}.po: not translated: {text}")
    if len(texts) > MAX_SHOWN:
        findings.append(f"po/{name}.po: {len(texts)} strings are not translated")
    if "#, fuzzy" in read(path):
        findings.append(f"po/{name}.po: has fuzzy strings")


def main():
    findings = []
    with tempfile.TemporaryDirectory() as folder:
        template = pathlib.Path(folder, "carrel.pot")
        extracted = run("xgettext", "--from-code=UTF-8", "--files-from=po/POTFILES", "-o", str(template),
                        *(f"--keyword={keyword}" for keyword in KEYWORDS))
        if extracted.returncode != 0:
            sys.exit(extracted.stderr)
        for name in read(ROOT / "po/LINGUAS").split():
            check_language(name, template, folder, findings)
    report(findings, "translations")


if __name__ == "__main__":
    main()
