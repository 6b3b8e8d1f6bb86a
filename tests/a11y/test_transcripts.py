#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does tasks by keyboard alone and compares what Orca says with what is kept in transcripts/.

usage: test_transcripts.py CARREL CARRELCTL SCHEMAS [--approve] [TASK...]

A line of a transcript is a step, or "» " and what must be heard after it; all of it, in this order, and nothing else,
except where "…" stands for any words. Kinds of things ("push button") and punctuation may differ, as toolkits do.
Lines with "or »" are another order that is as good, where two things come at the same time.
Nothing may be said twice in a row, except after "twice", which has to say why. --approve writes what is heard where it
is not what is kept; read the difference before you keep it.

What Orca says between two windows depends on which of two processes is faster: on a busy machine it may name a window once
more, or a text before its window. A task that is not heard as it is kept is therefore played again from fresh data, with
all tasks since then; what is wrong each time is a finding, what was heard only at first is printed as a remark.

    import FILE...      adds a course to fresh data, by carrelctl; without files, the data is only fresh
    damage              makes the data a file that cannot be read
    start ARGUMENT...   starts the program and comes to its window from another one
    key KEY...          presses keys one after the other
    key KEY until TEXT  presses a key until the text is heard, and compares what is heard at last
    type TEXT           types
    orca KEY            a command of Orca: Insert and the key
    shows TEXT          the text must be on screen
    settings KEY VALUE  the setting must be this
    file NAME TEXT      the file in the home folder must have the text in it
    # TEXT              a remark; the first one is the name of the task
"""
import itertools
import pathlib
import re
import subprocess
import sys

from screen_reader import ScreenReader, find_repeat, get_words, is_installed
from test_trouble import damage
from window_session import Cases, WindowSession

TOP = pathlib.Path(__file__).resolve().parent
TRANSCRIPTS = TOP / "transcripts"
PAGES = TOP.parent / "data" / "a11y"
RECORDED_WITH = "4.8"       # a newer toolkit may say more, but nothing less


MOST_PRESSES = 25
MOST_PLAYS = 3              # how often a task is tried that is not heard as it is kept


# The window and its parts, that one comes to or back to.
SURROUNDINGS = re.compile(r"\b(?:frame|panel|grouping|section|landmark)\.?$", re.IGNORECASE)


def count_surroundings(said):
    """How many lines are said before the place itself."""
    return sum(1 for _ in itertools.takewhile(SURROUNDINGS.search, said))


def join_words(said):
    return "".join(word + " " for line in said for word in get_words(line))


class Step:
    def __init__(self, number, line):
        self.number, self.line = number, line
        self.verb, _, self.rest = line.partition(" ")
        self.heard, self.otherwise, self.may_repeat = [], [], False

    def is_heard(self, said):
        """Whether what is said is what has to be heard, to the word.

        Whether Orca names the window and its parts when one comes back to it depends on which process is faster: they
        may be said where they are not kept, and left out where what is kept begins with the window.
        """
        return any(self.build_pattern(heard, any_gap=False).fullmatch(join_words(said[start:])) is not None
                   for heard in self.list_orders() for start in range(count_surroundings(said) + 1))

    def is_in(self, said):
        """Whether all that has to be heard is there, in order, with anything between."""
        return any(self.build_pattern(heard, any_gap=True).search(join_words(said)) is not None for heard in self.list_orders())

    def list_orders(self):
        """What may be heard, in each order that is right."""
        orders = [self.heard, self.otherwise] if self.otherwise else [self.heard]
        return orders + [heard[count_surroundings(heard):] for heard in orders if heard and heard[0].endswith("frame.")]

    @staticmethod
    def build_pattern(heard, any_gap):
        parts = []
        for line in heard:
            pieces = [" ".join(get_words(piece)) for piece in line.split("…")]
            parts.append("(?:.*? )?".join(re.escape(piece + " ") if piece else "" for piece in pieces))
        return re.compile(("(?:.*? )?" if any_gap else "").join(parts))


class Task:
    """A transcript: remarks, steps, and what is heard."""

    def __init__(self, path):
        self.path = path
        self.steps, self.layout = [], []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text = line.strip()
            if text.startswith("»"):
                self.steps[-1].heard.append(text[1:].strip())
            elif text.startswith("or »"):
                self.steps[-1].otherwise.append(text[4:].strip())
                self.layout.append(text)
            elif text.startswith("twice"):
                self.steps[-1].may_repeat = True
                self.layout.append(text)
            elif not text or text.startswith("#"):
                self.layout.append(text)
            else:
                self.steps.append(Step(number, text))
                self.layout.append(self.steps[-1])
        self.name = next(line for line in self.layout if isinstance(line, str) and line.startswith("#"))[1:].strip()

    def starts_afresh(self):
        """Whether the task needs nothing of the tasks before it."""
        return self.steps[0].verb in ("import", "damage")

    def write(self, said):
        """Writes the transcript anew with what was said after each step."""
        lines, pending = [], []
        for entry in self.layout:
            if isinstance(entry, str) and not entry.startswith(("twice", "or »")):
                lines += pending
                pending = []
                lines.append(entry)
            elif isinstance(entry, str):
                lines.append(entry)
            else:
                lines += pending + [entry.line]
                heard = entry.heard if entry.heard and entry.is_heard(said.get(entry, [])) else said.get(entry, [])
                pending = [f"    » {utterance}" for utterance in heard]
        self.path.write_text("\n".join(lines + pending) + "\n", encoding="utf-8")


class Player:
    """Does the steps of tasks."""

    def __init__(self, session, reader, carrelctl):
        self.session, self.reader, self.carrelctl = session, reader, carrelctl
        self.is_recorded_version, self.awaited = True, ""

    def do(self, step):
        """Does what a step says; findings that are not speech are returned."""
        session, self.awaited = self.session, ""
        if step.verb == "import":
            return self.renew_data(step.rest.split())
        if step.verb == "damage":
            damage(session.home / "data" / "carrel" / "carrel.db")
            return []
        if step.verb == "start":
            session.stop_carrel()
            session.start_carrel(*step.rest.split())
            version = session.find_application().toolkitVersion
            self.is_recorded_version = version.startswith(RECORDED_WITH)
            self.reader.wait_until_quiet(1)
            self.reader.leave_and_return()
        elif step.verb == "key":
            keys, _, self.awaited = step.rest.partition(" until ")
            session.press(*keys.split())
        elif step.verb == "type":
            session.type(step.rest)
        elif step.verb == "orca":
            self.reader.press_with_modifier(step.rest)
        elif step.verb == "shows":
            text = step.rest
            return [] if session.settle(lambda: text in session.get_text(), 5) else [f"not on screen: {text}"]
        elif step.verb == "settings":
            return self.check_setting(*step.rest.split(" ", 1))
        elif step.verb == "file":
            return self.check_file(*step.rest.split(" ", 1))
        elif step.verb == "close":
            session.stop_carrel()
        else:
            raise ValueError(f"no such step: {step.line}")
        return []

    def renew_data(self, files):
        self.session.renew()
        if files:
            subprocess.run([self.carrelctl, "import", *[PAGES / name for name in files]], check=True, capture_output=True)
        return []

    def check_setting(self, key, value):
        path = self.session.home / "config" / "glib-2.0" / "settings" / "keyfile"
        wanted = f"{key}={value}"

        def is_kept():
            return path.exists() and wanted in path.read_text(encoding="utf-8").splitlines()

        return [] if self.session.settle(is_kept, 5) else [f"not set: {wanted}"]

    def check_file(self, name, text):
        path = self.session.home / name

        def is_there():
            return path.exists() and text in path.read_text(encoding="utf-8")

        return [] if self.session.settle(is_there, 5) else [f"not in {name}: {text}"]

    def is_heard(self, step, said):
        """Whether what is said is what has to be heard."""
        return step.is_heard(said) if self.is_recorded_version else step.is_in(said)

    def listen(self, step, is_approving):
        """What is heard after a step, and findings on the way to what it waits for."""
        findings = []
        for _ in range(MOST_PRESSES):
            heard = self.reader.listen_in_passing() if self.awaited else self.reader.listen(
                lambda said: not is_approving and self.is_heard(step, said))
            repeat = find_repeat(heard)
            if repeat is not None and not step.may_repeat:
                findings.append(f"said twice: {repeat}")
            if not self.awaited or self.awaited.casefold() in " ".join(heard).casefold():
                return heard, findings
            self.session.press(step.rest.split()[0])
        return heard, findings + [f"never heard: {self.awaited}"]

    def play(self, task, is_approving):
        """Findings of a task."""
        findings, said = [], {}
        for step in task.steps:
            findings += [f"line {step.number}: {step.line}: {finding}" for finding in self.do(step)]
            if step.verb in ("import", "damage", "close", "shows", "settings", "file"):
                continue
            said[step], trouble = self.listen(step, is_approving)
            if not self.is_heard(step, said[step]) and not is_approving:
                trouble.append(f"heard {said[step]}, not {step.heard}")
            findings += [f"line {step.number}: {step.line}: {finding}" for finding in trouble]
        if is_approving:
            task.write(said)
        return findings


def play_until_right(player, tasks, place):
    """Findings of the last time that a task is played; it is played again from fresh data as long as there are some."""
    findings = player.play(tasks[place], False)
    start = max((earlier for earlier in range(place + 1) if tasks[earlier].starts_afresh()), default=place)
    for _ in range(MOST_PLAYS - 1):
        if not findings:
            break
        for finding in findings:
            print(f"# only at first? {tasks[place].name}: {finding}", flush=True)
        for earlier in range(start, place):
            player.play(tasks[earlier], False)
        findings = player.play(tasks[place], False)
    return findings


def main():
    carrel, carrelctl, schemas = sys.argv[1:4]
    names = [name for name in sys.argv[4:] if not name.startswith("--")]
    is_approving = "--approve" in sys.argv
    cases = Cases()
    tasks = [Task(path) for path in sorted(TRANSCRIPTS.glob("*.txt")) if not names or re.search("|".join(names), path.stem)]
    if not is_installed():
        for task in tasks:
            cases.skip(task.name, "Orca is not installed")
        sys.exit(cases.finish())
    with WindowSession(carrel, schemas) as session:
        player = Player(session, ScreenReader(session), carrelctl)
        for place, task in enumerate(tasks):
            cases.check(task.name, player.play(task, True) if is_approving else play_until_right(player, tasks, place))
        cases.check("nothing complains", session.get_complaints())
    sys.exit(cases.finish())


if __name__ == "__main__":
    main()
