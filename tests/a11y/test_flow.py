#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window from outside, by keys alone: two pages become a course, its facts are in the views, a score is typed, a
setting is changed, and all is there again after a restart.

usage: test_flow.py CARREL CARRELCTL SCHEMAS
"""
import pathlib
import subprocess
import sys

from window_session import Cases, WindowSession

PAGES = pathlib.Path(__file__).resolve().parents[1] / "data" / "a11y"


def has(session, *words):
    """What of the words is not to be seen, after some time for it to come."""
    def missing():
        text = session.get_text()
        return [word for word in words if word not in text]
    session.settle(lambda: not missing(), 8)
    return [f"not there: {word}" for word in missing()]


def check_import(cases, session, carrelctl):
    """Another program adds a course while the window is open."""
    run = subprocess.run([carrelctl, "import", PAGES / "facts.md", PAGES / "schedule.md"], capture_output=True, text=True,
                         check=False)
    cases.check("two pages are one course", [] if run.returncode == 0 and "0 removed" in run.stdout else [run.stderr])


def check_views(cases, session):
    for key, words in (("alt+1", ("Compilers", "Room 112", "Late work")), ("alt+2", ("Amara Okafor", "112")),
                       ("alt+3", ("Amara Okafor", "Jun Park", "R 204")), ("alt+4", ("Homework 1", "Exam")),
                       ("alt+5", ("Text size", "Line spacing"))):
        session.press(key)
        cases.check(f"{key} shows {words[0]}", has(session, *words))


def check_score(cases, session):
    session.press("alt+4")
    session.wait(lambda: (session.find_focus() or session.find_application()).getRoleName() == "text",
                 "the focus in the first score")
    session.press("ctrl+a")
    session.type("85")
    session.press("Return")
    cases.check("a score is typed", has(session, "85"))
    session.press("ctrl+z")
    cases.check("undo takes it back", has(session, "No grades yet"))
    session.press("ctrl+shift+z")
    cases.check("redo brings it again", has(session, "85"))


def main():
    carrel, carrelctl, schemas = sys.argv[1:4]
    cases = Cases()
    with WindowSession(carrel, schemas) as session:
        session.start_carrel()
        cases.check("the first run shows the example", has(session, "Large Language Model Systems"))
        check_import(cases, session, carrelctl)
        session.stop_carrel()
        session.start_carrel("--course=cs-420")
        check_views(cases, session)
        check_score(cases, session)
        session.press("ctrl+plus")
        keyfile = session.home / "config" / "glib-2.0" / "settings" / "keyfile"
        session.settle(lambda: keyfile.exists() and "text-size=" in keyfile.read_text(encoding="utf-8"), 10)
        session.stop_carrel()
        settings = keyfile.read_text(encoding="utf-8") if keyfile.exists() else ""
        cases.check("a setting is kept", [] if "text-size=" in settings else [settings])
        session.start_carrel("--view=grades")
        cases.check("course and score are there again", has(session, "Compilers", "85"))
        cases.check("nothing complains", session.get_complaints())
    sys.exit(cases.finish())


if __name__ == "__main__":
    main()
