#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of Carrel and of the system take effect at once in a window that is open, measured in what is laid out.

usage: test_settings.py CARREL SCHEMAS
"""
import sys

from window_session import Cases, WindowSession

VIEWS = ("alt+1", "alt+2", "alt+3", "alt+4", "alt+5")
USUAL_DPI = 96 * 1024
LARGE_TARGET = 44
# What can be pressed is one target with what it stands in: the text of an entry with the entry.
TARGETS = ("push button", "toggle button", "check box", "radio button", "page tab", "spin button", "link")


def get_size(node):
    import pyatspi
    box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    return box.width, box.height


def get_height(session, name):
    node = session.find(name, "label")
    return get_size(node)[1] if node is not None else 0


def check_text_size(cases, session):
    """The own size is a share of that of the system, also when that changes later."""
    session.set_setting("text-size", "150")
    session.start_carrel("--view=settings")
    before = session.settle(lambda: get_height(session, "Text size"))
    session.set_system(Xft_DPI=2 * USUAL_DPI)
    cases.check("the text size of the system is followed beside one's own",
                [] if session.settle(lambda: get_height(session, "Text size") > 1.8 * before, 5)
                else [f"{before} before, {get_height(session, 'Text size')} after"])
    session.set_system(Xft_DPI=USUAL_DPI)
    session.set_setting("text-size", "100")
    cases.check("the own size gives way at once",
                [] if session.settle(lambda: get_height(session, "Text size") < 0.8 * before, 5)
                else [f"{before} before, {get_height(session, 'Text size')} after"])
    session.stop_carrel()


def check_motion(cases, session):
    session.start_carrel("--view=settings")
    for value, words in ((1, "things move"), (0, "reduced")):
        session.set_system(Gtk_EnableAnimations=value)
        cases.check(f"that the system says {words} is said at once",
                    [] if session.settle(lambda text=words: session.find(f"Motion: Follow the system: {text}"), 5) else ["not said"])
    session.stop_carrel()


def is_in_target(node):
    """A switch in a row that is pressed as a whole."""
    node = node.parent
    while node is not None and node.getRoleName() not in ("frame", "application"):
        if node.getRoleName() in TARGETS:
            return True
        node = node.parent
    return False


def find_small(session):
    import pyatspi
    for node, states in session.walk():
        if node.getRoleName() in TARGETS and states.contains(pyatspi.STATE_FOCUSABLE) and not is_in_target(node):
            width, height = get_size(node)
            if width > 0 and height > 0 and min(width, height) < LARGE_TARGET:
                yield f"{width} x {height}: {node.getRoleName()} {node.name}"


def check_large_targets(cases, session):
    session.set_setting("large-targets", "true")
    session.start_carrel("--view=syllabus")
    for key in VIEWS:
        session.press(key)
        session.settle(session.find_focus, 3)
        cases.check(f"targets are large after {key}", sorted(set(find_small(session))))
    session.set_setting("large-targets", "false")
    session.stop_carrel()


def main():
    carrel, schemas = sys.argv[1:3]
    cases = Cases()
    with WindowSession(carrel, schemas) as session:
        check_text_size(cases, session)
        check_motion(cases, session)
        check_large_targets(cases, session)
        cases.check("nothing complains", session.get_complaints())
    sys.exit(cases.finish())


if __name__ == "__main__":
    main()
