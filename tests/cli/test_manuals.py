#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written about the programs is what they say of themselves: man pages have every command and option, and real
shells complete them.

usage: test_manuals.py CARRELCTL [CARREL]
"""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

CARRELCTL = os.path.abspath(sys.argv[1])
CARREL = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else None
DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
OPTION = re.compile(r"^  (?:(-\w), )?(--[a-z-]+)(?:=(\S+))?(?= )", re.M)


def say(*command):
    env = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
    return subprocess.run(command, capture_output=True, text=True, env=env, check=False).stdout


def find_commands():
    return re.findall(r"^  ([a-z][a-z-]+)  +\S", say(CARRELCTL, "--help"), re.M)


def find_options(*command):
    """(short, long, value) of each option that the help tells of."""
    return OPTION.findall(say(*command, "--help"))


def read_manual(name):
    """A man page without its fonts, dashes as they are typed."""
    text = (DATA / "man" / name).read_text(encoding="utf-8")
    text = re.sub(r"\\f[A-Z]|\\f\(..", "", text).replace("\\-", "-").replace("\\|", "")
    return re.sub(r'" ", "', ", ", text).replace('"', "")


class Manuals(unittest.TestCase):
    def check_options(self, text, options, where):
        for short, long, value in options:
            self.assertRegex(text, re.escape(long) + (f"={re.escape(value)}" if value else r"\b"), f"data/man: write {where} {long} there")
            if short:
                self.assertRegex(text, rf"{short}\b[ ,]+{long}", f"{where} {short}")

    def test_every_command_and_option_is_in_the_man_page(self):
        text = read_manual("carrelctl.1")
        parts = re.split(r"^\.TP\n\.(?:BI|BR|B) (?=[a-z])", text, flags=re.M)
        commands = find_commands()
        self.assertGreater(len(commands), 9)
        for command in commands:
            found = [part for part in parts if re.match(rf"{command}\b", part)]
            self.assertEqual(len(found), 1, command)
            own = [option for option in find_options(CARRELCTL, command) if option[1] != "--help"]
            part = text[text.index(found[0]):]
            following = [place for place in (part.find(head + other, 1) for other in commands
                                             for head in ("\n.TP\n.BI ", "\n.TP\n.BR ", "\n.TP\n.B ")) if place > 0]
            self.check_options(part[:min(following, default=len(part))], own, command)

    def test_the_man_page_has_nothing_else(self):
        known = {long for command in find_commands() for _short, long, _value in find_options(CARRELCTL, command)}
        written = set(re.findall(r"(--[a-z][a-z-]+)", read_manual("carrelctl.1")))
        self.assertEqual(written - known - {"--version"}, set())

    @unittest.skipIf(CARREL is None, "built without the window")
    def test_the_options_of_the_window_are_in_its_man_page(self):
        options = find_options(CARREL)
        self.assertGreater(len(options), 4)
        self.check_options(read_manual("carrel.1"), options, "carrel")

    @unittest.skipIf(shutil.which("groff") is None, "groff is not installed")
    def test_man_pages_are_good_roff(self):
        for path in (DATA / "man").glob("*.1"):
            run = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z", path], capture_output=True, text=True, check=False)
            self.assertEqual(run.stderr, "")


class Shells(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp())
        (self.home / "bin").mkdir()
        (self.home / "bin" / "carrelctl").symlink_to(CARRELCTL)
        (self.home / "a page.md").write_text("# Compilers (CS 420)\n\nTuesday, 10:30am - 11:50am, Room 112\n", encoding="utf-8")
        self.env = {**os.environ, "HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "data"), "LC_ALL": "C.UTF-8",
                    "XDG_CONFIG_HOME": str(self.home / "config"), "TERM": "dumb", "ZDOTDIR": str(self.home),
                    "PATH": f"{self.home}/bin:{os.environ['PATH']}"}
        self.env.pop("CARREL_DATABASE", None)
        subprocess.run([CARRELCTL, "import", "a page.md"], cwd=self.home, env=self.env, capture_output=True, check=True)

    def tearDown(self):
        shutil.rmtree(self.home)

    def complete_in_bash(self, *words):
        """What bash would offer for the last word."""
        quoted = " ".join("'" + word + "'" for word in ("carrelctl", *words))
        script = f"source '{DATA}/completions/carrelctl.bash'\nCOMP_WORDS=({quoted})\nCOMP_CWORD={len(words)}\n" \
                 "_carrelctl\nprintf '%s\\n' \"${COMPREPLY[@]}\""
        run = subprocess.run(["bash", "--norc", "-c", script], cwd=self.home, env=self.env, capture_output=True, text=True,
                             check=False)
        return run.stdout.split("\n")[:-1]

    def test_bash_completes_every_command(self):
        offered = self.complete_in_bash("")
        for command in find_commands():
            self.assertIn(command, offered)
        self.assertEqual(self.complete_in_bash("conv"), ["convert"])

    def test_bash_completes_every_option(self):
        for command in find_commands():
            offered = [word.rstrip("=") for word in self.complete_in_bash(command, "--")]
            for _short, option, _value in find_options(CARRELCTL, command):
                self.assertIn(option, offered, command)

    def test_bash_completes_formats(self):
        for words in (("convert", "--to", "=", ""), ("convert", "--to", "="), ("convert", "--to", ""), ("export", "-t", "")):
            offered = self.complete_in_bash(*words)
            self.assertEqual(sorted(offered), ["ics", "markdown", "pack", "text"], words)
        for name in offered:
            run = subprocess.run([CARRELCTL, "convert", f"--to={name}", "a page.md"], cwd=self.home, env=self.env,
                                 capture_output=True, check=False)
            self.assertEqual(run.returncode, 0, name)

    def test_bash_completes_files_and_courses(self):
        self.assertIn("a page.md", self.complete_in_bash("import", "a"))
        self.assertIn("a page.md", self.complete_in_bash("export", "-o", "a"))
        self.assertEqual(self.complete_in_bash("show", "c"), ["cs-420"])
        self.assertEqual(self.complete_in_bash("grade", ""), ["cs-420"])

    @unittest.skipIf(shutil.which("fish") is None, "fish is not installed")
    def test_fish_completes(self):
        def complete(line):
            script = f"source '{DATA}/completions/carrelctl.fish'; complete -C '{line}'"
            run = subprocess.run(["fish", "--no-config", "-c", script], cwd=self.home, env=self.env, capture_output=True,
                                 text=True, check=False)
            return [offer.split("\t")[0] for offer in run.stdout.splitlines()]

        for command in find_commands():
            self.assertIn(command, complete("carrelctl "))
            offered = [word.rstrip("=") for word in complete(f"carrelctl {command} --")]
            for _short, option, _value in find_options(CARRELCTL, command):
                self.assertIn(option, offered, command)
            takes_output = "--output" in [option for _short, option, _value in find_options(CARRELCTL, command)]
            self.assertEqual("--output" in offered, takes_output, command)
        self.assertEqual(sorted(complete("carrelctl convert --to=")), [f"--to={name}" for name in ("ics", "markdown", "pack", "text")])
        self.assertIn("cs-420", complete("carrelctl show c"))
        self.assertIn("a page.md", [offer.replace("\\", "") for offer in complete("carrelctl import a")])

    @unittest.skipIf(shutil.which("zsh") is None, "zsh is not installed")
    def test_zsh_completes(self):
        (self.home / ".zshrc").write_text(f"fpath=('{DATA}/completions' $fpath)\nautoload -Uz compinit && compinit -u\n"
                                          "PROMPT='ready> '\nunsetopt zle_bracketed_paste\n", encoding="utf-8")
        for typed, wanted in (("carrelctl conv\t", "convert"), ("carrelctl convert --ou\t", "--output="),
                              ("carrelctl convert --to=mark\t", "--to=markdown"), ("carrelctl show c\t", "cs-420"),
                              ("carrelctl import a\t", "a\\ page.md")):
            self.assertIn(wanted, self.type_in_zsh(typed), typed)

    def type_in_zsh(self, typed):
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.home)
            os.execvpe("zsh", ["zsh", "-i"], self.env)
        text, end, is_typed = "", time.monotonic() + 20, False
        while time.monotonic() < end:
            if is_typed and not select.select([terminal], [], [], 1.5)[0]:
                break
            if select.select([terminal], [], [], 0.2)[0]:
                text += os.read(terminal, 4096).decode("utf-8", "replace")
            if not is_typed and "ready> " in text:
                os.write(terminal, typed.encode())
                text, is_typed = "", True
        os.close(terminal)
        os.waitpid(pid, 0)
        return text


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
