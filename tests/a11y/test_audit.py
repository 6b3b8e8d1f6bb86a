#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the tree and the Tab order of every view: each stop has a name that is no type, no two neighbours are the same,
Tab comes round, nothing traps it.

The same with large text in a narrow window, from right to left, in dialogs, menus and popovers, and with twenty courses.

usage: test_audit.py CARREL CARRELCTL SCHEMAS
"""
import subprocess
import sys

from audit_rules import check_names, check_tab_order, run_field_audit
from window_session import Cases, WindowSession

VIEWS = ("syllabus", "schedule", "office-hours", "grades", "settings")
DIALOGS = (("search", "syllabus", "ctrl+k"), ("help contacts", "syllabus", "ctrl+h"), ("help", "syllabus", "F1"),
           ("keys", "syllabus", "ctrl+question"), ("add a course", "syllabus", "ctrl+n"), ("note", "syllabus", "ctrl+m"),
           ("print", "schedule", "ctrl+p"), ("go to a date", "schedule", "ctrl+g"),
           ("publish", "office-hours", "F10 l"))
TYPED = {"search": "the"}  # without results there is nowhere to go
POPOVERS = (("main menu", "F10"), ("courses", "ctrl+l"))
N_COURSES = 20
NARROWEST = 360
NARROW = "[io/github/carrel/Carrel]\ntext-size=200\nwindow-size=(360, 700)\n"


def audit_view(cases, session, view, state="", environment=None):
    session.start_carrel(f"--view={view}", environment=environment)
    cases.check(f"{view}{state}: every stop has a name", check_names(session))
    cases.check(f"{view}{state}: Tab comes round", check_tab_order(session))
    cases.check(f"{view}{state}: nothing complains", session.get_complaints())
    session.stop_carrel()


def audit_large(cases, session):
    """Text twice as large in a window of 360 pixels."""
    path = session.home / "config" / "glib-2.0" / "settings" / "keyfile"
    before = path.read_text(encoding="utf-8")
    for view in VIEWS:
        path.write_text(NARROW, encoding="utf-8")
        audit_view(cases, session, view, ", large and narrow")
    path.write_text(before, encoding="utf-8")


def open_dialog(session, keys):
    """Keys after the first one go to the menu that it opens."""
    first, *others = keys.split()
    session.press(first)
    for key in others:
        session.settle(lambda: (session.find_focus() or session.find_application()).getRoleName() == "menu item", 3)
        session.press(key)


def check_width(session):
    """A window is never made narrower than what is in it needs."""
    window = session.get_active_window()

    def is_narrow():                                        # what is just being shown may take its own size again
        session.xdotool("windowsize", window, str(NARROWEST), "740")
        return f"WIDTH={NARROWEST}" in session.xdotool("getwindowgeometry", "--shell", window)

    return [] if session.settle(is_narrow, 3) else session.xdotool("getwindowgeometry", "--shell", window)


def audit_narrow_dialogs(cases, session):
    """Dialogs with text twice as large fit into 360 pixels."""
    path = session.home / "config" / "glib-2.0" / "settings" / "keyfile"
    before = path.read_text(encoding="utf-8")
    for name, view, key in DIALOGS:
        path.write_text(NARROW, encoding="utf-8")
        session.start_carrel(f"--view={view}")
        main_window = session.get_active_window()
        open_dialog(session, key)
        session.wait(lambda before=main_window: session.get_active_window() != before, f"the dialog of {key}")
        cases.check(f"{name}: fits when large and narrow", check_width(session))
        session.stop_carrel()
    path.write_text(before, encoding="utf-8")


def audit_mirrored(cases, session):
    environment = session.make_locale()
    for view in VIEWS:
        audit_view(cases, session, view, ", from right to left", environment)


def audit_dialogs(cases, session):
    for name, view, key in DIALOGS:
        session.start_carrel(f"--view={view}")
        open_dialog(session, key)
        dialog = session.wait(session.find_dialog, f"the dialog of {key}")
        session.type(TYPED.get(name, ""))
        cases.check(f"{name}: opens with a name", [] if dialog.name.strip() else ["a dialog without a name"])
        cases.check(f"{name}: every stop has a name", check_names(session))
        cases.check(f"{name}: Tab comes round", check_tab_order(session))
        session.press("Escape", "Escape")
        session.wait(lambda: not session.find_dialog(), f"the end of the dialog of {key} by Escape")
        cases.check(f"{name}: Escape gives the focus back",
                    [] if session.wait(session.find_focus, "a focus after Escape") else ["no focus"])
        session.stop_carrel()


def audit_popovers(cases, session, state=""):
    session.start_carrel("--view=syllabus")
    for name, key in POPOVERS:
        session.press(key)
        session.settle(session.find_focus, 3)
        cases.check(f"{name}{state}: every stop has a name", check_names(session))
        session.press("Escape")
        cases.check(f"{name}{state}: Escape gives the focus back",
                    [] if session.wait(session.find_focus, "a focus after Escape") else ["no focus"])
    session.stop_carrel()


def audit_many(cases, session, carrelctl):
    """Twenty courses at once."""
    for number in range(N_COURSES):
        page = session.home / f"course-{number}.md"
        page.write_text(f"# Course number {number}\n\n## Lectures\n\nMonday, {8 + number % 10}:00 - {9 + number % 10}:00, "
                        f"Hall {number}\n\n## Grading\n\n| Part | Weight |\n|---|---|\n| Exam | 100% |\n", encoding="utf-8")
        subprocess.run([carrelctl, "import", page], check=True, capture_output=True)
    for view in ("schedule", "office-hours"):
        audit_view(cases, session, view, ", twenty courses")
    audit_popovers(cases, session, ", twenty courses")


def audit_from_outside(cases, carrel, schemas, view):
    run_field_audit(cases, f"{view}: audit of the field finds nothing", [
        "--launch", "--order", "--env", f"GSETTINGS_SCHEMA_DIR={schemas}", "--env", "CARREL_NOW=2026-02-11T14:20:00",
        "--xsettings", "Gtk/EnableAnimations 0", "--", carrel, f"--view={view}"])


def main():
    carrel, carrelctl, schemas = sys.argv[1:4]
    cases = Cases()
    with WindowSession(carrel, schemas) as session:
        for view in VIEWS:
            audit_view(cases, session, view)
        audit_large(cases, session)
        audit_narrow_dialogs(cases, session)
        audit_mirrored(cases, session)
        audit_dialogs(cases, session)
        audit_popovers(cases, session)
        audit_many(cases, session, carrelctl)
    for view in VIEWS:
        audit_from_outside(cases, carrel, schemas, view)
    sys.exit(cases.finish())


if __name__ == "__main__":
    main()
