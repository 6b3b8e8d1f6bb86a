#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists are complete: POTFILES, the gresource, the map of the README, and names of icon-only buttons."""
import re
import xml.etree.ElementTree as ElementTree

from project import ROOT, files, read, report, short

# Of these all text is for people.
WHOLE = (".desktop.in", ".metainfo.xml.in", ".mime.xml.in", ".gschema.xml")
TRANSLATED = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2?) \(')


def check_potfiles(findings):
    listed = [line for line in read(ROOT / "po/POTFILES").splitlines() if line and not line.startswith("#")]
    if listed != sorted(listed):
        findings.append("po/POTFILES: the list is not sorted")
    for name in listed:
        if not (ROOT / name).exists():
            findings.append(f"po/POTFILES: {name} does not exist")
    for path in files("src/*/*.[ch]", "data/ui/*.ui", "data/*.in", "data/*.gschema.xml"):
        text = read(path)
        has_text = bool(TRANSLATED.search(re.sub(r"/\*.*?\*/", "", text, flags=re.S))) if path.suffix in (".c", ".h") \
            else 'translatable="yes"' in text or path.name.endswith(WHOLE)
        if has_text and short(path) not in listed:
            findings.append(f"po/POTFILES: {short(path)} has text to translate and is not listed")


def check_resources(findings):
    bundled = set()
    for path in files("data/*.gresource.xml", "src/*/*.gresource.xml"):
        for node in ElementTree.parse(path).iter("file"):
            bundled.add(node.text.strip().split("/")[-1])
    for path in files("data/ui/*", "src/store/migrations/*.sql"):
        if path.name not in bundled:
            findings.append(f"{short(path)}: is in no gresource")


def check_templates(findings):
    """The template of a type stands in a file of its name, and a button of an icon alone has a label for the ear."""
    for path in files("data/ui/*.ui"):
        tree = ElementTree.parse(path)
        if not (list(files(f"src/*/{path.stem}.c")) or tree.find("template") is None):
            findings.append(f"{short(path)}: no src/*/{path.stem}.c")
        for node in tree.iter("object"):
            names = {child.get("name") for child in node if child.tag == "property"}
            icon_only = node.get("class", "").endswith("Button") and "icon-name" in names and "label" not in names
            labels = {item.get("name") for item in node.findall("accessibility/property")}
            if icon_only and "label" not in labels:
                findings.append(f"{short(path)}: {node.get('id') or node.get('class')}: a button of an icon alone has no label")


def check_readme(findings):
    """Each folder of src/, data/, tests/ that the README names exists, and each that exists is named."""
    readme = read(ROOT / "README.md")
    for folder in ("src", "data", "tests"):
        for path in sorted((ROOT / folder).iterdir()):
            name = f"{folder}/{path.name}/"
            if path.is_dir() and not path.name.startswith(("_", ".")) and name not in readme:
                findings.append(f"README.md: the map does not name {name}")
    for name in re.findall(r"`?((?:src|data|tests|build-aux|flatpak|po)/[\w./-]*)", readme):
        if not (ROOT / name.rstrip(".")).exists() and "x-view" not in name and "-x" not in name and "NNNN" not in name:
            findings.append(f"README.md: {name} does not exist")


def main():
    findings = []
    for check in (check_potfiles, check_resources, check_templates, check_readme):
        check(findings)
    report(findings, "lists")


if __name__ == "__main__":
    main()
