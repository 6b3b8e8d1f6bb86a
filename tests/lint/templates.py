#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What templates must say for those who do not see them. Numbers are those of rules that were measured with Orca.

Every field has a name (7); a button with a picture only has one, and its picture is no element of its own (3, 4); lists
have names (32); no widget that was found to speak wrong is used (17, 18, 29, 53); a text view lets Tab through (41).
"""
import xml.etree.ElementTree as ElementTree

from project import files, read, report, short

FIELDS = {"GtkEntry", "GtkSearchEntry", "GtkSpinButton", "GtkTextView", "GtkScale", "GtkPasswordEntry", "GtkLevelBar"}
LISTS = {"GtkListBox", "GtkListView", "GtkGridView", "GtkColumnView", "GtkFlowBox"}
BUTTONS = {"GtkButton", "GtkToggleButton", "GtkMenuButton", "GtkLinkButton"}
BANNED = {"GtkDropDown": 17, "AdwComboRow": 18, "AdwEntryRow": 29, "AdwPasswordEntryRow": 29, "GtkCalendar": 53,
          "GtkNotebook": 53, "GtkComboBoxText": 17}


def get_property(node, name):
    for child in node.findall("property"):
        if child.get("name") == name:
            return child
    return None


def get_text(node, name):
    child = get_property(node, name)
    return (child.text or "").strip() if child is not None else ""


def get_accessible(node):
    """The properties and relations that an element sets for assistive technology."""
    block = node.find("accessibility")
    return {child.get("name") for child in block} if block is not None else set()


def is_named(node, identities):
    """By a label, by a text that labels it, or by code, which needs its id."""
    return bool(get_accessible(node) & {"label", "labelled-by"}) or node.get("id") in identities


def find_mnemonics(tree):
    return {get_text(node, "mnemonic-widget") for node in tree.iter("object") if get_text(node, "mnemonic-widget")}


def check_button(node):
    pictures = [child for child in node.iter("object") if child.get("class") == "GtkImage"]
    words = get_text(node, "label") or any(child.get("class") == "GtkLabel" for child in node.iter("object"))
    findings = []
    if not words and (pictures or get_text(node, "icon-name")) and "label" not in get_accessible(node) \
            and "labelled-by" not in get_accessible(node):
        findings.append("a button without words needs a label (rule 3)")
    if node.get("class") != "GtkMenuButton" and get_text(node, "icon-name"):
        findings.append("a picture by icon-name is heard as an element; use a GtkImage without a role (rule 3)")
    for picture in pictures:
        if get_text(picture, "accessible-role") != "presentation":
            findings.append("the picture of a button needs accessible-role presentation (rule 3)")
    return findings


def check_object(node, identities):
    kind = node.get("class")
    if kind in BANNED:
        return [f"{kind} is not spoken right (rule {BANNED[kind]})"]
    findings = []
    if kind in FIELDS and not is_named(node, identities):
        findings.append(f"{kind} without a name (rule 7)")
    if kind in LISTS and not is_named(node, identities):
        findings.append(f"{kind} without a name (rule 32)")
    if kind == "GtkTextView" and get_text(node, "accepts-tab") not in ("False", "0", "false", "no"):
        findings.append("GtkTextView that keeps Tab (rule 41)")
    if kind in BUTTONS:
        findings += check_button(node)
    return findings


def check_file(path, sources):
    tree = ElementTree.parse(path)
    source = sources.get(path.stem, "")
    identities = find_mnemonics(tree)
    identities |= {node.get("id") for node in tree.iter("object") if node.get("id") and any(
        f"{verb} (self->{node.get('id')}," in source for verb in
        ("carrel_accessible_set_label", "carrel_accessible_name_menu_button", "carrel_agenda_list_set_name"))}
    return [f"{short(path)}: {node.get('id') or node.get('class')}: {finding}"
            for node in tree.iter("object") for finding in check_object(node, identities)]


def main():
    sources = {path.stem: read(path) for path in files("src/*/*.c")}
    templates = files("data/ui/*.ui")
    report([finding for path in templates for finding in check_file(path, sources)], "templates")


if __name__ == "__main__":
    main()
