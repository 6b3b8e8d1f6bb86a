# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Orca in the session of a test: what it says is recorded instead of spoken."""
import json
import os
import pathlib
import re
import subprocess
import time

SPEECH = pathlib.Path(__file__).resolve().parent / "speech"
ORCA = "/usr/bin/orca"
QUIET = 0.35                # seconds without a word or a line of Orca's log, after which a step has ended
LONGEST = 12                # seconds that a step may take
# Key names, hints and positions are the business of Orca's user, not ours.
SETTINGS = {"enableKeyEcho": False, "enablePositionSpeaking": False, "enableTutorialMessages": False,
            "enableBraille": False, "enableSound": False}
# Another window to go to and come back from: what is heard on coming back does not depend on how a program starts.
OTHER_WINDOW = """
from Xlib import X, display
server = display.Display()
screen = server.screen()
window = screen.root.create_window(0, 0, 40, 40, 0, screen.root_depth, X.InputOutput, event_mask=X.StructureNotifyMask)
window.set_wm_name("another-window")
window.set_wm_class("another", "Another")
window.map()
while True:
    server.next_event()
"""
# What toolkits call the kinds of things; it differs by version, what is said beside it does not.
ROLES = ("push button", "toggle button", "button", "page tab", "panel", "grouping", "section", "label", "frame", "window",
         "alert", "dialog", "opens popup", "has popup", "menu item", "radio menu item", "check menu item", "radio button",
         "check box", "menu", "list item", "entry", "text", "table cell", "image", "landmark", "tool bar", "spin button",
         "not pressed", "leaving list", "leaving menu")
ROLE_WORDS = re.compile(r"\b(?:" + "|".join(sorted(ROLES, key=len, reverse=True)) + r")\b")
# What Orca says about the entry that was left, because there is only one selection.
NOISE = ("Text unselected.", "Text unselected", "Text selected.")
SHORTCUT = re.compile(r"\b(?:alt|ctrl|shift)(?:\+\w+)+\b")


def get_words(text):
    """The content of what is said: without kinds of things, keys and punctuation."""
    text = SHORTCUT.sub(" ", text.casefold())
    text = re.sub(r"(?<=\d)[.,:](?=\d)", "_", text)
    return re.findall(r"[\w%+-]+", ROLE_WORDS.sub(" ", text))


def find_repeat(utterances):
    """The first thing that is said twice in a row, or None."""
    words = [word for utterance in utterances for word in get_words(utterance)]
    for length in range(len(words) // 2, 2, -1):
        for start in range(len(words) - 2 * length + 1):
            if words[start:start + length] == words[start + length:start + 2 * length]:
                return " ".join(words[start:start + length])
    for first, second in zip(utterances, utterances[1:]):
        if get_words(first) and get_words(first) == get_words(second):
            return first
    return None


class ScreenReader:
    """Starts Orca in a session that has begun."""

    def __init__(self, session):
        self.session, self.position = session, 0
        self.log = session.home / "speech.jsonl"
        self.log.touch()
        self.debug = session.home / "orca.debug"
        preferences = session.home / "orca"
        preferences.mkdir()
        self.write_settings(preferences)
        environment = dict(os.environ, CARREL_SPEECH_LOG=str(self.log), PYTHONDONTWRITEBYTECODE="1")
        session.start(["/usr/bin/python3", SPEECH / "start_orca.py", ORCA, "--user-prefs", preferences, "--debug-file",
                       self.debug], env=environment)
        session.wait(lambda: "on" in self.log.read_text(encoding="utf-8"), "Orca", 60)
        self.wait_until_quiet()
        self.take()

    @staticmethod
    def write_settings(folder):
        lines = ["import orca.settings"] + [f"orca.settings.{name} = {value}" for name, value in SETTINGS.items()]
        (folder / "orca-customizations.py").write_text("\n".join(lines) + "\n", encoding="utf-8")
        profile = {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}, **SETTINGS}
        general = {**SETTINGS, "startingProfile": ["Default", "default"], "profile": ["Default", "default"]}
        (folder / "user-settings.conf").write_text(json.dumps(
            {"general": general, "pronunciations": {}, "keybindings": {}, "profiles": {"default": profile}}), encoding="utf-8")

    def get_sizes(self):
        return [path.stat().st_size if path.exists() else 0 for path in (self.log, self.debug)]

    def wait_until_quiet(self, quiet=QUIET):
        end = time.monotonic() + LONGEST
        last, since = self.get_sizes(), time.monotonic()
        while time.monotonic() < end and time.monotonic() - since < quiet:
            time.sleep(0.05)
            sizes = self.get_sizes()
            if sizes != last:
                last, since = sizes, time.monotonic()

    def take(self):
        """What was said since the last time."""
        with open(self.log, encoding="utf-8") as log:
            log.seek(self.position)
            lines = log.read()
            self.position = log.tell()
        records = [json.loads(line) for line in lines.splitlines()]
        said = [" ".join(record["text"].split()) for record in records if record["kind"] in ("speak", "char")]
        return [text for text in said if text and text not in NOISE]

    def listen(self, is_enough):
        """What is said until it is enough and all is quiet; if it never is, until all has been quiet for longer."""
        said = []
        for quiet in (QUIET, 3 * QUIET, 6 * QUIET):
            self.wait_until_quiet(quiet)
            said += self.take()
            if is_enough(said):
                break
        return said

    def listen_in_passing(self):
        """What is said of a place on the way: something, or nothing for longer."""
        return self.listen(lambda said: said)

    def leave_and_return(self):
        """Goes to another window and comes back; what was said until then is forgotten."""
        window = self.session.get_active_window()
        other = self.session.start(["/usr/bin/python3", "-c", OTHER_WINDOW])
        place = self.session.wait(lambda: self.session.xdotool("search", "--name", "^another-window$"), "another window")
        self.session.xdotool("windowactivate", "--sync", place[0])
        self.wait_until_quiet()
        self.take()
        self.session.xdotool("windowactivate", "--sync", window)
        other.terminate()
        other.wait()

    def press_with_modifier(self, key):
        """A command of Orca's own: Insert and a key."""
        for verb, name in (("keydown", "Insert"), ("key", key), ("keyup", "Insert")):
            self.session.xdotool(verb, name)
            time.sleep(0.05)


def is_installed():
    return pathlib.Path(ORCA).exists() and subprocess.run(["/usr/bin/python3", "-c", "import Xlib"], check=False,
                                                          capture_output=True).returncode == 0
