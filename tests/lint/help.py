#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help is whole: pages parse, links lead somewhere, each view has its page, the map of keys is the one that the
application has, and what a translator writes comes into the pages. With --fix the map is written anew."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

from project import ROOT, files, read, report, short

SPACE = "{http://projectmallard.org/1.0/}"
ROW = re.compile(r'\{ (NULL|N_ \("(?P<group>[^"]*)"\)),\s*N_ \("(?P<title>[^"]*)"\),\s*"(?P<keys>[^"]*)" \}')
NAMES = {"Control": "Ctrl", "plus": "+", "minus": "-", "question": "?", "Page_Up": "Page Up", "Page_Down": "Page Down",
         "BackSpace": "Backspace", "equal": "="}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: CC-BY-SA-4.0 -->
<page xmlns="http://projectmallard.org/1.0/" type="topic" id="keyboard">
  <info>
    <link type="guide" xref="index#access"/>
    <title type="sort">2</title>
    <desc>Every key that Carrel knows.</desc>
    <license href="https://creativecommons.org/licenses/by-sa/4.0/">
      <p>Creative Commons Attribution-ShareAlike 4.0 International</p>
    </license>
  </info>

  <title>Keyboard map</title>
  <p>The same map opens anywhere with <keyseq><key>Ctrl</key><key>?</key></keyseq>.</p>
"""


def key_names(accelerator):
    """"<Control>n" as the names on the keys."""
    names = re.findall(r"<(\w+)>", accelerator) + [re.sub(r"<\w+>", "", accelerator)]
    return [NAMES.get(name, name.upper() if len(name) == 1 else name) for name in names]


def mark_up(accelerator):
    keys = [f"<key>{escape(name)}</key>" for name in key_names(accelerator)]
    return keys[0] if len(keys) == 1 else f"<keyseq>{''.join(keys)}</keyseq>"


def rows():
    """(group, title, accelerators) of the dialog of keys."""
    group, found = None, []
    for match in ROW.finditer(read(ROOT / "src/app/carrel-shortcuts-dialog.c")):
        group = match.group("group") or group
        found.append((group, match.group("title"), match.group("keys").split()))
    return found


def write_map():
    text, last = HEAD, None
    for group, title, keys in rows():
        if group != last:
            text += "" if last is None else "      </tbody>\n    </table>\n  </section>\n"
            name = re.sub(r"\W+", "-", group.lower())
            text += f"\n  <section id=\"{name}\">\n    <title>{escape(group)}</title>\n    <table rules=\"rows\">\n" \
                    "      <thead>\n        <tr><td><p>To do this</p></td><td><p>Press</p></td></tr>\n      </thead>\n      <tbody>\n"
            last = group
        pressed = " or ".join(mark_up(key) for key in keys)
        text += f"        <tr><td><p>{escape(title)}</p></td><td><p>{pressed}</p></td></tr>\n"
    return text + "      </tbody>\n    </table>\n  </section>\n</page>\n"


def check_keys(findings):
    """The page has the rows of the dialog, and the dialog has every key of the application."""
    page = ROOT / "data/help/C/keyboard.page"
    if "--fix" in sys.argv:
        page.write_text(write_map(), encoding="utf-8")
    if not page.exists() or read(page) != write_map():
        findings.append("data/help/C/keyboard.page: is not the map of keys that the dialog shows; run tests/lint/help.py --fix")
    shown = {key for _group, _title, keys in rows() for key in keys}
    table = re.search(r"shortcuts\[\] = \{(.*?)\n\};", read(ROOT / "src/app/carrel-shortcuts.c"), re.S).group(1)
    keys = [(action, re.findall(r'"([^"]+)"', names)[0])
            for action, names in re.findall(r'\{ "([\w.:-]+)", \{ (.*?) \} \}', table, re.S)]
    keys += [("a view", key) for key in re.findall(r'"(<Alt>\d)"', read(ROOT / "src/app/carrel-view-list.c"))]
    for action, key in keys:
        if key not in shown:
            findings.append(f"src/app/carrel-shortcuts-dialog.c: {action} has the key {key}, and no row tells of it")
    if len(keys) < 10:
        findings.append("src/app/carrel-shortcuts.c: the table of keys was not understood")


def parse(findings):
    """The pages by their id."""
    pages = {}
    for path in files("data/help/C/*.page"):
        try:
            root = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            findings.append(f"{short(path)}: {error}")
            continue
        if root.get("id") != path.stem:
            findings.append(f"{short(path)}: its id is {root.get('id')}")
        for name in ("title", "info"):
            if root.find(SPACE + name) is None:
                findings.append(f"{short(path)}: no {name}")
        pages[path.stem] = root
    return pages


def check_links(pages, findings):
    targets = set(pages)
    for name, root in pages.items():
        targets |= {f"{name}#{section.get('id')}" for section in root.iter(SPACE + "section")}
    for name, root in pages.items():
        for link in root.iter(SPACE + "link"):
            target = link.get("xref")
            if target and target not in targets and name + target not in targets:
                findings.append(f"data/help/C/{name}.page: nothing is called {target}")
        if name != "index" and not any(link.get("type") == "guide" for link in root.iter(SPACE + "link")):
            findings.append(f"data/help/C/{name}.page: no guide lists it")


def check_lists(pages, findings):
    """Each page is bundled and installed, and each view has one."""
    bundle, build = read(ROOT / "data/carrel.gresource.xml"), read(ROOT / "data/help/meson.build")
    for name in pages:
        if f"help/C/{name}.page<" not in bundle:
            findings.append(f"data/carrel.gresource.xml: help/C/{name}.page is missing")
        if f"'{name}'" not in build and f"'{name}.page'" not in build:
            findings.append(f"data/help/meson.build: {name} is missing")
    for view in re.findall(r'\{ "([\w-]+)", N_', read(ROOT / "src/app/carrel-view-list.c")):
        if view not in pages:
            findings.append(f"data/help/C/{view}.page: the view has no page")


def run(*command):
    return subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False)


def pretend(template):
    """A translation of everything, into words that nobody has."""
    return re.sub(r'^msgid ("(?:.|\n")+")\nmsgstr ""', r'msgid \1\nmsgstr "‹"\n\1\n"›"', read(template), flags=re.M)


def shape(root):
    """What a translation must leave: elements in their places, ids, links and what is typed."""
    kept = ("id", "type", "xref", "href", "style", "rules")
    return [(element.tag, [(name, element.get(name)) for name in kept if element.get(name)]) for element in root.iter()]


def check_translation(catalog, where, pages, findings):
    """The pages that a catalogue makes are whole; returns how many texts of them are others."""
    changed = 0
    with tempfile.TemporaryDirectory() as folder:
        compiled = pathlib.Path(folder, "help.mo")
        checked = run("msgfmt", "--check-format", "-o", compiled, catalog)
        if checked.returncode != 0:
            findings.append(f"{where}: {checked.stderr.strip()}")
            return 0
        merged = run("itstool", "-m", compiled, "-o", folder, *files("data/help/C/*.page"))
        if merged.returncode != 0 or "Error" in merged.stderr or "Warning" in merged.stderr:
            findings.append(f"{where}: {merged.stderr.strip()}")
        for name, root in pages.items():
            path = pathlib.Path(folder, f"{name}.page")
            try:
                translated = ElementTree.parse(path).getroot()
            except (ElementTree.ParseError, OSError) as error:
                findings.append(f"{where}: {name}: {error}")
                continue
            if shape(translated) != shape(root):
                findings.append(f"{where}: {name} has other elements, ids or links than in English")
            changed += sum(one.text != other.text for one, other in zip(translated.iter(), root.iter()))
    return changed


def check_complete(catalog, template, folder, findings):
    """Everything of the pages is translated, but the credits."""
    merged, left = pathlib.Path(folder, "merged.po"), pathlib.Path(folder, "left.po")
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, catalog, template)
    run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", "--force-po", "-o", left, merged)
    for text in re.findall(r'^msgid "(.+)"$', read(left), flags=re.M):
        if text != "translator-credits":
            findings.append(f"{short(catalog)}: not translated: {text[:70]}")


def check_translations(pages, findings):
    """Every page can be translated, and the translations that are there make whole pages."""
    if shutil.which("itstool") is None:
        return
    languages = read(ROOT / "data/help/LINGUAS").split()
    for path in files("data/help/*/*.po"):
        if path.stem not in languages or path.parent.name != path.stem:
            findings.append(f"data/help/LINGUAS: does not name {short(path)}")
    with tempfile.TemporaryDirectory() as folder:
        template, everything = pathlib.Path(folder, "help.pot"), pathlib.Path(folder, "all.po")
        run("itstool", "-o", template, *files("data/help/C/*.page"))
        for language in languages:
            catalog = ROOT / "data/help" / language / f"{language}.po"
            if not catalog.exists():
                findings.append(f"data/help/LINGUAS: {short(catalog)} is not there")
                continue
            check_complete(catalog, template, folder, findings)
            if check_translation(catalog, short(catalog), pages, findings) == 0:
                findings.append(f"{short(catalog)}: translates nothing")
        everything.write_text(pretend(template), encoding="utf-8")
        if check_translation(everything, "a translation of everything", pages, findings) < 20 * len(pages):
            findings.append("data/help/C: what is translated does not come into the pages")


def main():
    findings = []
    check_keys(findings)
    pages = parse(findings)
    check_links(pages, findings)
    check_lists(pages, findings)
    check_translations(pages, findings)
    report(findings, "help")


if __name__ == "__main__":
    main()
