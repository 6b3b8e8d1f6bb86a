#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up of Carrel beside a bare AdwApplicationWindow, in turns, in one run: medians and their ratio.

usage: startup.py PROBE BARE CARREL [ROUNDS]

CPU time and wall time to the first painted frame, proportional set size, instructions (where valgrind is
installed), and what showing each view costs for the first and for a later time.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

VIEWS = "syllabus schedule office-hours grades settings"


def environment(probe, home, views):
    env = {key: value for key, value in os.environ.items() if key not in ("DBUS_SESSION_BUS_ADDRESS",)}
    env.update(HOME=home, XDG_DATA_HOME=home + "/data", XDG_CONFIG_HOME=home + "/config", XDG_CACHE_HOME=home + "/cache",
               GSETTINGS_BACKEND="memory", GTK_A11Y="none", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable",
               LD_PRELOAD=probe, PROBE_VIEWS=views)
    return env


def run(command, probe, home, views, prefix=()):
    """The lines that the probe wrote."""
    reader, writer = os.pipe()
    env = environment(probe, home, views)
    env.update(PROBE_FD=str(writer), PROBE_START_US=str(time.monotonic_ns() // 1000))
    preload = env.pop("LD_PRELOAD") if prefix else None
    launch = [*prefix, *(["env", "LD_PRELOAD=" + preload] if preload else []), command]
    process = subprocess.Popen(launch, env=env, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        lines = pipe.read().splitlines()
    process.wait(timeout=300)
    return [line.split() for line in lines]


def instructions(command, probe, home):
    """Instructions until the first frame, counted by callgrind."""
    if shutil.which("valgrind") is None:
        return None
    out = os.path.join(home, "callgrind")
    run(command, probe, home, "", ("valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", "--trace-children=yes"))
    totals = [int(match.group(1)) for name in os.listdir(home) if name.startswith("callgrind")
              for match in [re.search(r"^(?:totals|summary): (\d+)", open(os.path.join(home, name)).read(), re.M)] if match]
    return max(totals, default=None)


def main():
    probe, bare, carrel = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 7
    frames, views = {bare: [], carrel: []}, {}
    with tempfile.TemporaryDirectory() as home:
        for command in (bare, carrel):                  # warm caches; Carrel makes its database
            run(command, probe, home, "")
        for turn in range(rounds):
            for command in (bare, carrel) if turn % 2 else (carrel, bare):
                for line in run(command, probe, home, VIEWS if command == carrel else ""):
                    if line[0] == "frame":
                        frames[command].append([int(value) for value in line[1:]])
                    else:
                        views.setdefault((line[1], line[2]), []).append(int(line[3]))
        counts = [instructions(command, probe, home) for command in (bare, carrel)]
    print(f"{'to the first frame':24} {'bare':>10} {'Carrel':>10} {'ratio':>7}")
    for column, (name, unit, scale) in enumerate((("wall time", "ms", 1000), ("CPU time", "ms", 1000), ("PSS", "MiB", 1024))):
        low, high = (statistics.median(row[column] for row in frames[command]) / scale for command in (bare, carrel))
        print(f"{name + ', ' + unit:24} {low:10.1f} {high:10.1f} {high / low:7.2f}")
    if all(counts):
        print(f"{'instructions, million':24} {counts[0] / 1e6:10.1f} {counts[1] / 1e6:10.1f} {counts[1] / counts[0]:7.2f}")
    print(f"\n{'view, CPU ms':24} {'first':>10} {'again':>10}")
    for view in VIEWS.split():
        if (view, "first") in views:
            first, again = (statistics.median(views.get((view, kind), [0])) / 1000 for kind in ("first", "again"))
            print(f"{view:24} {first:10.1f} {again:10.1f}")


if __name__ == "__main__":
    main()
