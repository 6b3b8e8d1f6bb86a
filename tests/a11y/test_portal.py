#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files through the file chooser of the desktop's portal, as in a sandbox: what it gives is read and written, and when it
gives nothing, fails or never answers, all is as it was and Carrel goes on.

usage: test_portal.py CARREL CARRELCTL SCHEMAS
"""
import json
import os
import pathlib
import subprocess
import sys

from window_session import FOUND_IN, Cases, WindowSession

NAME = "io.github.carrel.Carrel"
WINDOW = "/io/github/carrel/Carrel/window/1"
PAGES = pathlib.Path(__file__).resolve().parents[1] / "data" / "a11y"
PORTALS = {"GTK_USE_PORTAL": "1", "GDK_DEBUG": "portals,gl-disable"}
HOST_PATH = "/home/amara/Überblick"
NOTHING = {"cancelled": {"response": 1}, "ended otherwise": {"response": 2}, "a file that the portal cannot hand out": {"response": 0},
           "an error": {"error": "No chooser today"}}


class Portal:
    """The stand-in, in a process of its own."""

    def __init__(self, session):
        script = pathlib.Path(__file__).resolve().parent / "file_portal.py"
        self.process = session.start([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.hear()

    def answer(self, **words):
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()

    def hear(self):
        """The next question; waits for it."""
        return json.loads(self.process.stdout.readline())


def activate(action, path=WINDOW):
    """What the menu of the window does."""
    from gi.repository import Gio, GLib
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(NAME, path, "org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", (action, [], {})), None,
                  Gio.DBusCallFlags.NONE, 20000, None)


def press_button(session, name):
    def find():
        return session.find(name=name, role="push button") or session.find(name=name, role="button")
    session.act(session.wait(find, name))


def find_missing(session, *words):
    """What of the words does not come; a toast waits for the one before it to go."""
    def missing():
        text = session.get_text()
        return [word for word in words if word not in text]
    return [] if session.settle(lambda: not missing(), FOUND_IN) else missing()


def close_dialog(session):
    session.press("Escape")
    session.settle(lambda: session.find_dialog() is None, 5)


def ask(session, portal, answer, act):
    """What is asked; a chooser of GTK's own, which comes when the portal fails, is closed."""
    before = session.get_active_window()
    portal.answer(**answer)
    act()
    question = portal.hear()
    session.rest()
    if session.get_active_window() != before:
        session.press("Escape")
        session.rest()
    return question


def check_open(cases, session, portal):
    """Two pages, which the document store hands out in a folder each."""
    uris = []
    for place, name in enumerate(("facts.md", "schedule.md")):
        folder = session.home / f"doc-{place}"
        folder.mkdir()
        (folder / name).write_bytes((PAGES / name).read_bytes())
        uris.append((folder / name).as_uri())
    session.press("ctrl+n")
    session.wait(session.find_dialog, "the assistant")
    for what, answer in NOTHING.items():
        question = ask(session, portal, answer, lambda: session.press("Return"))
        cases.check(f"opening, {what}: the assistant goes on", find_missing(session, "Where the course comes from"))
    cases.check("the window that asks is told", [] if question["parent"].startswith("x11:") else [question])
    cases.check("several files can be given", [] if question["options"].get("multiple") else [question])
    portal.answer(response=0, uris=uris)
    session.press("Return")
    portal.hear()
    cases.check("what is chosen is read", find_missing(session, "Before it is added", "Compilers"))
    press_button(session, "Add")
    cases.check("and added", find_missing(session, "Added Compilers"))


def check_save(cases, session, portal):
    path = session.home / "doc-9" / "cs.ics"
    path.parent.mkdir()
    for what, answer in NOTHING.items():
        question = ask(session, portal, answer, lambda: activate("save-course-calendar"))
        cases.check(f"saving, {what}: nothing is written", list(path.parent.iterdir()))
    cases.check("a name is suggested", [] if question["options"].get("current_name", "").endswith(".ics") else [question])
    portal.answer(response=0, uris=[path.as_uri()])
    activate("save-course-calendar")
    portal.hear()
    cases.check("it says that it is saved", find_missing(session, "Saved as cs.ics"))
    cases.check("the calendar is there", [] if path.exists() and "Amara" in path.read_text(encoding="utf-8") else ["no calendar"])
    portal.answer(response=0, uris=["file:///proc/none/cs.ics"])
    activate("save-course-calendar")
    portal.hear()
    cases.check("what cannot be written is named", find_missing(session, "cs.ics", "/proc/none"))


def choose_folder(session, portal, folder):
    portal.answer(response=0, uris=[folder.as_uri()])
    press_button(session, "Choose a folder…")
    return portal.hear()


def know_all(session):
    """From the notice to the findings, and there says that they are known."""
    session.press("space")
    session.rest()
    for _step in range(12):
        focus = session.find_focus()
        if focus is not None and "I know all of them" in focus.name:
            session.press("space")
            return
        session.press("shift+Tab")


def check_folder(cases, session, portal):
    """A folder of the document portal, and one where nothing can be written."""
    folder = pathlib.Path(os.environ["XDG_RUNTIME_DIR"]) / "doc" / "1a2b3c" / "site"
    folder.mkdir(parents=True)
    activate("publish")
    session.wait(session.find_dialog, "the dialog")
    question = choose_folder(session, portal, pathlib.Path("/proc"))
    cases.check("a folder is asked for", [] if question["options"].get("directory") else [question])
    cases.check("it says which was chosen", find_missing(session, "/proc"))
    press_button(session, "Publish")
    know_all(session)
    press_button(session, "Publish")
    cases.check("a file that cannot be written is named", find_missing(session, "cs-420.md: "))
    choose_folder(session, portal, folder)
    cases.check("a folder of the portal has its name", find_missing(session, "Folder\nsite\n"))
    try:
        os.setxattr(folder, "user.document-portal.host-path", HOST_PATH.encode())
    except OSError:
        cases.skip("or the path that people know", "the file system has no attributes")
    else:
        choose_folder(session, portal, folder)
        cases.check("or the path that people know", find_missing(session, HOST_PATH))
    press_button(session, "Publish")
    session.settle(lambda: session.find_dialog() is None, 8)
    names = sorted(path.suffix for path in folder.iterdir())
    cases.check("the files are there", [] if names == [".ics", ".json", ".md", ".txt"] else names)


def check_never(cases, session, portal):
    """A chooser that never answers is closed when Carrel is left."""
    portal.answer()
    activate("save-course-calendar")
    portal.hear()
    session.rest()
    activate("quit", path="/io/github/carrel/Carrel")
    left = session.settle(lambda: session.app.poll() is not None, 10)
    cases.check("Carrel can be left while the portal is silent", [] if left and session.app.returncode == 0 else ["still there"])


def main():
    carrel, _carrelctl, schemas = sys.argv[1:4]
    cases = Cases()
    with WindowSession(carrel, schemas) as session:
        portal = Portal(session)
        session.start_carrel(environment=PORTALS)
        check_open(cases, session, portal)
        check_save(cases, session, portal)
        check_folder(cases, session, portal)
        check_never(cases, session, portal)
        complaints = [line for line in session.get_complaints() if "No chooser today" not in line]
        cases.check("nothing complains but GTK about the error", complaints)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
