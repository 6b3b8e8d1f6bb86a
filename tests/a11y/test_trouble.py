#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carrel when its data cannot be opened: it says which file, what is wrong and what to do, changes nothing, and goes on
when it is mended.

usage: test_trouble.py CARREL CARRELCTL SCHEMAS
"""
import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys

from window_session import Cases, WindowSession

HOLD = """import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA locking_mode = EXCLUSIVE")
database.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""
RESCUE, AGAIN, PROBLEM = "Restore a backup", "Try again", "Your courses cannot be opened"


def damage(path):
    """The header is good, and nothing else."""
    data = bytearray(path.read_bytes())
    data[8192:40 * 4096] = os.urandom(len(data[8192:40 * 4096]))
    path.write_bytes(data)


def make_newer(path):
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 999")


def find_buttons(session):
    return {name for name in (RESCUE, AGAIN) if session.find(name=name, role="push button") or session.find(name=name, role="button")}


def try_again(session):
    button = session.find(name=AGAIN, role="push button") or session.find(name=AGAIN, role="button")
    session.act(button)
    session.settle(lambda: PROBLEM not in session.get_text(), 8)


def check_trouble(cases, session, what, words, buttons):
    """Starts on what is there and looks at the page."""
    database = session.home / "data" / "carrel" / "carrel.db"
    before = database.read_bytes()
    session.start_carrel()
    session.settle(lambda: str(database) in session.get_text(), 8)
    text = session.get_text()
    cases.check(f"{what}: says where and what", [word for word in (PROBLEM, str(database), words) if word not in text])
    focus = session.settle(session.find_focus, 5)
    cases.check(f"{what}: begins at what it says", [] if focus is not None and words in focus.name else [f"{focus}"])
    found = find_buttons(session)
    cases.check(f"{what}: offers what helps", [] if found == buttons else [f"{found}"])
    cases.check(f"{what}: changes nothing", [] if database.read_bytes() == before else ["the file is another"])


def check_mended(cases, session, what):
    try_again(session)
    cases.check(f"{what}: goes on when it is mended", [session.get_text()] if PROBLEM in session.get_text() else [])
    cases.check(f"{what}: nothing complains", session.get_complaints())
    session.stop_carrel()


def check_file(cases, session, good, what, spoil, words, buttons):
    database = session.home / "data" / "carrel" / "carrel.db"
    shutil.rmtree(database.parent)
    database.parent.mkdir()
    shutil.copy(good, database)
    spoil(database)
    check_trouble(cases, session, what, words, buttons)
    for path in database.parent.iterdir():
        path.unlink()
    shutil.copy(good, database)
    check_mended(cases, session, what)


def check_locked(cases, session):
    """By a process of its own: whoever closes a file gives up the locks that the process has on it."""
    what, database = "another program writes", session.home / "data" / "carrel" / "carrel.db"
    with subprocess.Popen([sys.executable, "-c", HOLD, database], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()
        check_trouble(cases, session, what, "Another program is writing", {AGAIN})
        holder.stdin.close()
        holder.wait(timeout=20)
    check_mended(cases, session, what)


def check_full(cases, session, good):
    """On a disk of two megabytes, which only the administrator can make."""
    what, folder = "full disk", session.home / "data" / "carrel"
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, check=False).returncode != 0:
        cases.skip(what, "no disk can be made here")
        return
    try:
        shutil.copy(good, folder / "carrel.db")
        with contextlib.suppress(OSError), open(folder / "full", "wb", buffering=0) as file:
            while file.write(b"\0" * 4096):
                pass
        check_trouble(cases, session, what, "is full", {AGAIN})
        (folder / "full").unlink()
        check_mended(cases, session, what)
    finally:
        session.stop_carrel()
        subprocess.run(["umount", "--lazy", folder], check=True)


def main():
    carrel, carrelctl, schemas = sys.argv[1:4]
    cases = Cases()
    session = WindowSession(carrel, schemas)
    with session:
        subprocess.run([carrelctl, "next"], capture_output=True, check=True)
        good = session.home / "good.db"
        shutil.copy(session.home / "data" / "carrel" / "carrel.db", good)
        check_file(cases, session, good, "damaged file", damage, "is damaged", {RESCUE, AGAIN})
        check_file(cases, session, good, "newer file", make_newer, "newer version of Carrel", {AGAIN})
        check_locked(cases, session)
        check_full(cases, session, good)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
