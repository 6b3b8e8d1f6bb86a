#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carrel in a desktop: started by its name on the bus, asked by the desktop's search, handed files, with one instance, and
with less around it than a desktop has.

usage: test_desktop.py CARREL CARRELCTL SCHEMAS
"""
import os
import contextlib
import pathlib
import re
import sqlite3
import subprocess
import sys

from window_session import Cases, WindowSession

NAME = "io.github.carrel.Carrel"
PATH = "/io/github/carrel/Carrel"
SEARCH = "org.gnome.Shell.SearchProvider2"
FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
PAGE = pathlib.Path(__file__).resolve().parents[1] / "data" / "a11y" / "facts.md"


def call(method, *arguments, path=PATH + "/SearchProvider"):
    from gi.repository import Gio, GLib
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    interface, member = method.rsplit(".", 1)
    signature, values = arguments[0], arguments[1:]
    answer = bus.call_sync(NAME, path, interface, member, GLib.Variant(signature, values), None, Gio.DBusCallFlags.NONE,
                           20000, None)
    return answer.unpack()


def is_running():
    from gi.repository import Gio, GLib
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    return bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                         GLib.Variant("(s)", (NAME,)), None, Gio.DBusCallFlags.NONE, 5000, None).unpack()[0]


def count_windows(session):
    return len(session.xdotool("search", "--onlyvisible", "--class", "carrel"))


def find_metas(terms):
    results = call(f"{SEARCH}.GetInitialResultSet", "(as)", terms)[0]
    return call(f"{SEARCH}.GetResultMetas", "(as)", results)[0]


def find_result(terms, description):
    """The first result whose description has the words."""
    for meta in find_metas(terms):
        if description in meta.get("description", ""):
            return meta
    return None


def install_service(session, carrel):
    """What meson install puts into share/dbus-1/services."""
    folder = session.home / "data" / "dbus-1" / "services"
    folder.mkdir(parents=True)
    (folder / f"{NAME}.service").write_text(f"[D-BUS Service]\nName={NAME}\nExec={carrel} --gapplication-service\n",
                                            encoding="utf-8")


def write_note(session):
    """A note of the reader's own, on the first section."""
    with contextlib.closing(sqlite3.connect(session.home / "data" / "carrel" / "carrel.db")) as database:
        database.execute("INSERT INTO notes (course, section, body) SELECT course, fact, 'Bring the zebra' FROM search_facts"
                         " WHERE kind = 'section' ORDER BY row LIMIT 1")
        database.commit()


def check_search(cases, session):
    person = find_result(["amara"], "Compilers")
    cases.check("a search starts the service and finds a person", [] if person and "Amara" in person["name"] else [person])
    cases.check("the service has no window", [] if count_windows(session) == 0 else ["a window"])
    course = find_result(["compil"], "CS 420")
    cases.check("a course is found", [] if course and course["name"] == "Compilers" else [course])
    plain = [meta["name"] for meta in find_metas(["logic"]) if "description" not in meta]
    cases.check("a course without a code is found", [] if plain == ["Logic"] else [plain])
    fewer = call(f"{SEARCH}.GetSubsearchResultSet", "(asas)", [course["id"]], ["amara", "zzz"])[0]
    cases.check("what nothing fits finds nothing", fewer)
    cases.check("a note is not told to the desktop", call(f"{SEARCH}.GetInitialResultSet", "(as)", ["zebra"])[0])
    cases.check("nonsense for an id is no result", call(f"{SEARCH}.GetResultMetas", "(as)", ["('x'", "", "1"])[0])
    session.settle(lambda: not is_running(), 20)
    cases.check("an idle service goes away", ["still there"] if is_running() else [])
    return person


def check_opening(cases, session, person):
    call(f"{SEARCH}.ActivateResult", "(sasu)", person["id"], ["amara"], 0)
    session.wait(lambda: count_windows(session) == 1, "a window")
    session.wait(session.find_application, "the application on the accessibility bus")
    session.settle(lambda: "Amara Okafor" in session.get_text() and "Next session" in session.get_text(), 8)
    text = session.get_text()
    cases.check("a person opens in the office hours", [word for word in ("Amara Okafor", "Next session") if word not in text])
    call(f"{SEARCH}.LaunchSearch", "(asu)", ["room", "112"], 0)
    dialog = session.wait(session.find_dialog, "the search dialog")
    cases.check("more results open in the search of the window", [] if dialog.name == "Search all courses" else [dialog.name])
    session.press("Escape")
    session.settle(lambda: session.find_dialog() is None, 5)
    call(f"{SEARCH}.LaunchSearch", "(asu)", ["zebra"], 0)
    session.wait(session.find_dialog, "the search dialog")
    cases.check("the window finds a note", [] if session.settle(lambda: "Bring the zebra" in session.get_text(), 5)
                else [session.get_text()])
    session.press("Escape")
    session.settle(lambda: session.find_dialog() is None, 5)


def check_files(cases, session, carrel):
    page = session.home / "new page.md"
    page.write_text(PAGE.read_text(encoding="utf-8").replace("Compilers", "Parsers").replace("420", "421"), encoding="utf-8")
    run = subprocess.run([carrel, str(page)], timeout=30, check=False)
    dialog = session.wait(session.find_dialog, "the assistant")
    cases.check("a file of the command line opens in the one instance",
                [] if run.returncode == 0 and "Add a course" in dialog.name else [dialog.name])
    session.press("Escape")
    session.settle(lambda: session.find_dialog() is None, 5)
    call("org.freedesktop.Application.Open", "(asa{sv})", [page.as_uri()], {}, path=PATH)
    dialog = session.wait(session.find_dialog, "the assistant again")
    cases.check("a file of the file manager opens too", [] if "Add a course" in dialog.name else [dialog.name])
    session.press("Escape")
    session.settle(lambda: session.find_dialog() is None, 5)


def find_size(session):
    """Width and height of the window."""
    window = session.xdotool("search", "--onlyvisible", "--class", "carrel")[0]
    words = session.xdotool("getwindowgeometry", "--shell", window)
    return dict(word.split("=") for word in words if "=" in word)


def check_state(cases, session):
    window = session.xdotool("search", "--onlyvisible", "--class", "carrel")[0]
    session.xdotool("windowsize", "--sync", window, "720", "600")
    before = find_size(session)
    session.press("ctrl+w")
    session.settle(lambda: count_windows(session) == 0, 10)
    session.settle(lambda: not is_running(), 20)
    session.start_carrel()
    after = find_size(session)
    cases.check("the window has the size that it had", [] if (before["WIDTH"], before["HEIGHT"]) == (after["WIDTH"], after["HEIGHT"])
                else [f"{before} then {after}"])
    session.press("alt+4")
    session.stop_carrel()
    session.start_carrel()
    session.settle(lambda: "Where I stand" in session.get_text(), 8)
    cases.check("the view is the one that it was", [] if "Where I stand" in session.get_text() else ["another view"])
    cases.check("nothing complains", session.get_complaints())
    session.stop_carrel()


def check_less(cases, session):
    """Without a bus and with settings that cannot be written, all is there and nothing is said."""
    for name, env in (("without a bus", {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "GTK_A11Y": "none"}),
                      ("in a language that is not there", {"LC_ALL": "xx_YY.UTF-8", "LANG": "xx_YY.UTF-8", "LANGUAGE": "xx"}),
                      ("with folders that cannot be written", {"GSETTINGS_BACKEND": "memory", **dict.fromkeys(FOLDERS, "/proc/none")}),
                      ("with settings in memory", {"GSETTINGS_BACKEND": "memory"}),
                      ("with portals asked for and none there", {"GTK_USE_PORTAL": "1", "GDK_DEBUG": "portals,gl-disable"})):
        with open(session.home / "less.log", "w+", encoding="utf-8") as log:
            process = subprocess.Popen([session.carrel], env={**os.environ, **env}, stdout=log, stderr=log)
            session.settle(lambda: count_windows(session) == 1, 15)
            shown = count_windows(session)
            process.terminate()
            process.wait(timeout=20)
            log.seek(0)
            said = [line for line in log.read().splitlines()
                    if re.search("CRITICAL|WARNING", line) or "carrel" in line.split(":")[0]]
        cases.check(f"{name} a window opens", ([] if shown == 1 else ["no window"]) + said)


def main():
    carrel, carrelctl, schemas = sys.argv[1:4]
    cases = Cases()
    session = WindowSession(carrel, schemas)
    install_service(session, carrel)
    subprocess.run([carrelctl, "import", PAGE], capture_output=True, check=True)
    plain = session.home / "logic.md"
    plain.write_text("# Logic\n\nTuesday, 1pm - 2pm, Room 2\n", encoding="utf-8")
    subprocess.run([carrelctl, "import", plain], capture_output=True, check=True)
    write_note(session)
    with session:
        person = check_search(cases, session)
        check_opening(cases, session, person)
        check_files(cases, session, carrel)
        check_state(cases, session)
        check_less(cases, session)
    return cases.finish()


if __name__ == "__main__":
    sys.exit(main())
