#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes to every dialog, page of an assistant, bar, menu and popover as a person would, and audits each: its stops have
names, Tab comes round, Escape leaves it and the focus is somewhere.

The rules of the field's audit are tried as well where that is there. A template of data/ui that no place shows is a
finding, so that a new dialog has to be listed here.

usage: test_places.py CARREL CARRELCTL SCHEMAS [PLACE...]
"""
import pathlib
import re
import subprocess
import sys

from audit_rules import check_names, check_tab_order, run_field_audit
from window_session import Cases, WindowSession

TOP = pathlib.Path(__file__).resolve().parents[2]
PAGES = TOP / "tests" / "data" / "a11y"
COURSE = "--course=cs-420"
TEACHING = ("press Office hours menu", "press I Teach This Course")


class Place:
    """Somewhere to go: steps from a view, and the templates that are seen there.

    Steps: "key KEY...", "type TEXT", "press NAME" does what a button, row or item with that in its name does.
    """

    def __init__(self, name, view, *steps, shows="", least_stops=1):
        self.name, self.view, self.steps, self.shows, self.least_stops = name, view, steps, shows.split(), least_stops


PLACES = (
    Place("about", "syllabus", "key F10", "press About Carrel", shows="about-dialog"),
    Place("add a course", "syllabus", "key ctrl+n", shows="add-course-dialog"),
    Place("paste a page", "syllabus", "key ctrl+n", "press Pasted text"),
    Place("before it is added", "syllabus", "key ctrl+n", "press Pasted text",
          "type # Botany 101\n\n## Lectures\n\nMonday, 2pm - 3pm, Hall 3\n", "press Read", shows="draft-review"),
    Place("a blank course", "syllabus", "key ctrl+n", "press Blank course"),
    Place("a newer edition", "syllabus", "key ctrl+n", "press Pasted text",
          "type # Compilers (CS 420)\n\n## Time and place\n\nTuesday and Thursday, 10:30am - 11:50am, Room 115\n",
          "press Read", shows="edition-review"),
    Place("courses", "syllabus", "key ctrl+l", shows="course-switcher", least_stops=0),
    Place("manage courses", "syllabus", "key F10", "press Manage courses", shows="manage-courses-dialog"),
    Place("versions", "syllabus", "key F10", "press Manage courses", "press Earlier versions", shows="versions-dialog"),
    Place("term and breaks", "syllabus", "key F10", "press Term and breaks"),
    Place("next term", "syllabus", "press Answer", "type 2026-01-12", "press Save", "key F10",
          "press Start the next term"),
    Place("publish", "office-hours", "key F10", "press Publish", shows="publish-dialog"),
    Place("questions", "syllabus", "press Answer", shows="questions-dialog"),
    Place("search", "syllabus", "key ctrl+k", "type deadline", shows="search-dialog"),
    Place("search without a result", "syllabus", "key ctrl+k", "type zzzz"),
    Place("find bar", "syllabus", "key ctrl+f", "type the", shows="syllabus-view"),
    Place("help contacts", "syllabus", "key ctrl+h", shows="help-contacts-dialog"),
    Place("note", "syllabus", "key ctrl+m", shows="note-dialog"),
    Place("help", "syllabus", "key F1", shows="help-window"),
    Place("find in the help", "syllabus", "key F1", "key ctrl+f", "type the"),
    Place("keys", "syllabus", "key ctrl+question", shows="shortcuts-dialog"),
    Place("main menu", "syllabus", "key F10", shows="window", least_stops=0),
    Place("week", "schedule", "press Week", shows="schedule-view now-card"),
    Place("term", "schedule", "press Term", shows="term-row"),
    Place("menu of an event", "schedule", "press More actions", shows="agenda-row", least_stops=0),
    Place("menu of a row of the term", "schedule", "press Term", "press Parsing", least_stops=0),
    Place("filter of the schedule", "schedule", "press Filter", shows="schedule-filter-dialog"),
    Place("schedule filtered to nothing", "schedule", "press Filter", "press Classes", "press Office hours",
          "press Deadlines", "press Exams", "press Breaks", "key Escape"),
    Place("go to a date", "schedule", "key ctrl+g", shows="month-dialog"),
    Place("print", "schedule", "key ctrl+p", shows="print-dialog"),
    Place("office hours menu", "office-hours", "press Office hours menu", shows="office-hours-view", least_stops=0),
    Place("menu of office hours", "office-hours", "press More actions", least_stops=0),
    Place("question sheet", "office-hours", "press Office hours menu", "press Question Sheet", shows="question-sheet"),
    Place("visits", "office-hours", "press Office hours menu", "press Visits", shows="visits-dialog"),
    Place("teaching", "office-hours", *TEACHING),
    Place("add office hours", "office-hours", *TEACHING, "press Office hours menu", "press Add Office Hours",
          shows="record-dialog"),
    Place("hours in a table", "office-hours", *TEACHING, "press Office hours menu", "press Edit hours in a table",
          shows="hours-table-dialog"),
    Place("coverage", "office-hours", *TEACHING, "press Office hours menu", "press Coverage", shows="coverage-dialog"),
    Place("menu of hours when teaching", "office-hours", *TEACHING, "press More actions", least_stops=0),
    Place("cancel hours", "office-hours", *TEACHING, "press More actions", "press Cancel", shows="occurrence-dialog"),
    Place("move hours", "office-hours", *TEACHING, "press More actions", "press Move"),
    Place("swap hours", "office-hours", *TEACHING, "press More actions", "press Swap"),
    Place("hand over hours", "office-hours", *TEACHING, "press More actions", "press Hand"),
    Place("an extra session", "office-hours", *TEACHING, "press More actions", "press Extra"),
    Place("edit hours", "office-hours", *TEACHING, "press More actions", "press Edit"),
    Place("menu of a score", "grades", "press Homework 1: ", shows="score-row", least_stops=0),
    Place("a wrong score", "grades", "type many", "key Return", shows="grades-view grade-card"),
    Place("new scenario", "grades", "press New scenario", shows="name-dialog scenario-bar"),
    Place("compare", "grades", "press New scenario", "type Hopes", "key Return", "press Compare"),
    Place("menu of scenarios", "grades", "press Grades menu", least_stops=0),
    Place("scheme", "grades", "press Grades menu", "press Edit the scheme", shows="scheme-dialog"),
    Place("explain", "grades", "type 85", "key Return", "press Explain", shows="steps-dialog"),
    Place("folds of the grades", "grades", "type 85", "key Return", "press What matters",
          "press The chart as a table"),
    Place("menu of a setting", "settings", "key Tab Tab Tab Tab Tab space", shows="settings-view", least_stops=0),
)
MOST_PRESSES = 60
# What only stands in what is opened by the file chooser of the system, which is another program's.
NOT_REACHED = {"scores-dialog"}


def get_name(node):
    try:
        return node.name.casefold()
    except Exception:                                       # went away while it was looked at
        return ""


def find_actor(session, text):
    """Something that can be pressed, with a text in its name: its name is just that, or begins with it, or has it."""
    import pyatspi
    found, text = [], text.casefold()
    for node, states in session.walk():
        name = get_name(node)
        if text not in name or not states.contains(pyatspi.STATE_SENSITIVE):
            continue
        if node.getRoleName() in ("frame", "dialog", "window", "label", "heading", "panel", "list", "menu", "alert"):
            continue
        rank = 0 if name == text else 1 if name.startswith(text) else 2
        found.append((rank, len(found), node))
    return min(found, key=lambda entry: entry[:2])[2] if found else None


def press_by_keys(session, actor):
    """Rows have no action of their own: goes to one, and presses Return."""
    name = actor.name
    for _ in range(MOST_PRESSES):
        focus = session.find_focus()
        if focus is not None and focus.name == name:
            session.press("Return")
            return
        in_list = focus is not None and focus.parent == actor.parent and focus.parent.getRoleName() == "list"
        session.press("Down" if in_list else "Tab")
    raise AssertionError(f"never came to {name}")


def take_step(session, step):
    verb, _, rest = step.partition(" ")
    if verb == "key":
        session.press(*rest.split())
        session.rest()
    elif verb == "type":
        for number, line in enumerate(rest.split("\n")):
            session.press(*["Return"] * (number > 0))
            session.type(line)
    elif verb == "press":
        actor = session.wait(lambda: find_actor(session, rest), f"something to press: {rest}", 8)
        if not session.act(actor):
            press_by_keys(session, actor)
        session.rest()
    else:
        raise ValueError(step)


def check_dialog(dialog):
    kind = dialog.getRoleName()
    return [] if dialog.name.strip() and kind == "dialog" else [f"{kind} named {dialog.name!r}"]


def check_escape(session):
    """Escape, as often as there are things to leave, comes back to the window with a focus in it."""
    for _ in range(4):
        session.press("Escape")
    if not session.settle(lambda: not session.find_dialog(), 5):
        return ["Escape does not leave it"]
    return [] if session.settle(session.find_focus, 3) else ["no focus after Escape"]


def audit_place(cases, session, place, carrelctl):
    session.renew()
    subprocess.run([carrelctl, "import", PAGES / "facts.md", PAGES / "schedule.md"], check=True, capture_output=True)
    session.start_carrel(COURSE, f"--view={place.view}")
    try:
        for step in place.steps:
            take_step(session, step)
        dialog = session.find_dialog()
        cases.check(f"{place.name}: every stop has a name", check_names(session))
        if dialog is not None:
            cases.check(f"{place.name}: is a dialog with a name", check_dialog(dialog))
        # Behind a menu nothing can be reached, and where there is one stop Tab has nowhere to go: no fault of theirs.
        if place.least_stops > 0:
            run_field_audit(cases, f"{place.name}: audit of the field finds nothing", ["--app", "carrel", "--wait", "0.3"])
            cases.check(f"{place.name}: Tab comes round", check_tab_order(session))
        cases.check(f"{place.name}: Escape leaves it", check_escape(session))
        cases.check(f"{place.name}: nothing complains", session.get_complaints())
    except AssertionError as error:
        cases.check(f"{place.name}: can be reached", [str(error)])
    session.stop_carrel()


def check_templates(cases):
    shown = {template for place in PLACES for template in place.shows} | NOT_REACHED
    there = {path.stem.removeprefix("carrel-") for path in (TOP / "data" / "ui").glob("*.ui")}
    cases.check("every template is shown by a place", sorted(there - shown))
    cases.check("every place shows templates that there are", sorted(shown - there))


def main():
    carrel, carrelctl, schemas = sys.argv[1:4]
    cases = Cases()
    check_templates(cases)
    with WindowSession(carrel, schemas) as session:
        for place in PLACES:
            if not sys.argv[4:] or any(re.search(name, place.name) for name in sys.argv[4:]):
                audit_place(cases, session, place, carrelctl)
    sys.exit(cases.finish())


if __name__ == "__main__":
    main()
