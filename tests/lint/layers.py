#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes follow the arrows that the README draws, and no two headers include each other in a circle."""
import re

from project import ROOT, files, read, report, short

ARROW = re.compile(r"`([a-z, ]+) → ([a-z, ]+)`")


def names(text):
    return [name.strip() for name in text.split(",")]


def arrows():
    """Each folder of src/ with the folders that it may include, directly or through others."""
    direct = {}
    for sources, targets in ARROW.findall(read(ROOT / "README.md")):
        for source in names(sources):
            direct.setdefault(source, set()).update(names(targets))
    reach = {}

    def walk(folder):
        if folder not in reach:
            reach[folder] = {folder}
            for target in direct.get(folder, ()):
                reach[folder] |= walk(target)
        return reach[folder]

    for folder in list(direct):
        walk(folder)
    return reach


def circles(graph):
    """Every circle of headers, found by walking in depth."""
    found, done = [], set()

    def walk(name, path):
        if name in path:
            found.append(" → ".join(path[path.index(name):] + [name]))
        elif name not in done:
            for target in graph.get(name, ()):
                walk(target, path + [name])
            done.add(name)

    for name in sorted(graph):
        walk(name, [])
    return found


def main():
    sources = files("src/*/*.[ch]")
    owner = {path.name: path.parent.name for path in sources if path.suffix == ".h"}
    reach, findings, graph = arrows(), [], {}
    if not reach:
        findings.append("README.md: no arrows such as `app → views` were found")
    for path in sources:
        layer = path.parent.name
        for number, line in enumerate(read(path).splitlines(), 1):
            match = re.match(r'\s*#\s*include\s+[<"]([^>"]+)[>"]', line)
            header = match.group(1).split("/")[-1] if match else None
            if header not in owner:
                continue
            if path.suffix == ".h":
                graph.setdefault(path.name, []).append(header)
            if owner[header] not in reach.get(layer, {layer, "core"}):
                findings.append(f"{short(path)}:{number}: {layer} may not include {header} of {owner[header]}")
    findings += [f"headers include each other: {circle}" for circle in circles(graph)]
    report(findings, "layers")


if __name__ == "__main__":
    main()
