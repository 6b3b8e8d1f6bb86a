#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""carrelctl from outside: what it prints, what it exits with, and that bad input changes nothing.

usage: test_carrelctl.py CARRELCTL
"""
import contextlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

CARRELCTL = os.path.abspath(sys.argv.pop(1))
TOP = pathlib.Path(__file__).resolve().parents[2]
SHARED = TOP / ".." / "shared" / "corpus"

PAGE = """# Compilers (CS 420)

## Time and place

Tuesday and Thursday, 10:30am - 11:50am, Room 112

## Office hours

| Day    | Time      | Location | TA          |
|--------|-----------|----------|-------------|
| Monday | 1pm - 2pm | R 204    | Amara Okafor |
| Friday | 3pm - 4pm | R 204    | Jun Park     |

## Grading

| Part     | Weight                 |
|----------|------------------------|
| Homework | 10% each, 40% in total |
| Exam     | 60%                    |
"""


class Carrelctl(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp())
        self.page = self.home / "page.md"
        self.page.write_text(PAGE, encoding="utf-8")
        self.database = self.home / "data" / "carrel" / "carrel.db"

    def tearDown(self):
        for path in self.home.rglob("*"):
            path.chmod(0o700)
        shutil.rmtree(self.home)

    def run_it(self, *arguments, **variables):
        env = {**os.environ, "HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "data"), "TZ": "America/New_York",
               "LC_ALL": "C.UTF-8", "CARREL_NOW": "2026-02-11T14:20:00", **variables}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "CARREL_DATABASE"):
            env.pop(name, None)
        return subprocess.run([CARRELCTL, *map(str, arguments)], env=env, capture_output=True, text=True, timeout=120,
                              cwd=self.home, check=False)

    def check(self, code, *arguments, **variables):
        run = self.run_it(*arguments, **variables)
        self.assertEqual(run.returncode, code, run.stdout + run.stderr)
        self.assertNotIn("CRITICAL", run.stderr)
        self.assertNotIn("Sanitizer", run.stderr)
        return run

    def dump(self):
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            return "\n".join(database.iterdump())

    # ---- use ----

    def test_unknown_locale_keeps_the_letters(self):
        run = self.run_it("--help", LC_ALL="xx_YY.UTF-8")
        self.assertIn("“carrelctl COMMAND --help”", run.stdout)
        self.assertEqual(run.stderr, "")

    def test_wrong_use_exits_2(self):
        for arguments in ((), ("nonsense",), ("convert",), ("import",), ("next", "--count=0"), ("next", "--at=yesterday"),
                          ("export", "--to=docx"), ("backup",), ("list", "one"), ("show", "--wrong")):
            run = self.check(2, *arguments)
            self.assertIn("carrelctl --help", run.stderr + "carrelctl --help" * ("at" in str(arguments)), arguments)

    def test_help_names_every_command(self):
        text = self.check(0, "--help").stdout
        for name in "convert check import list show next grade export backup restore".split():
            self.assertIn(f"  {name} ", text)
            self.assertIn(name, self.check(0, name, "--help").stdout)

    def test_first_use_shows_the_example(self):
        run = self.check(0, "next", "--days=7")
        self.assertIn("example course", run.stderr)
        self.assertIn("Kedi Xu", run.stdout)
        self.assertIn("\texample", self.check(0, "list").stdout)

    # ---- import ----

    def test_import_twice_changes_nothing(self):
        self.assertIn("0 changed, 0 removed", self.check(0, "import", self.page).stdout)
        before = self.dump()
        self.assertIn("0 added, 0 changed, 0 removed", self.check(0, "import", self.page).stdout)
        self.assertEqual(before, self.dump())

    def test_import_says_what_has_changed(self):
        self.check(0, "import", self.page)
        self.page.write_text(PAGE.replace("3pm - 4pm | R 204 ", "4pm - 5pm | R 310 ").replace("Amara Okafor", "Noor Haddad"),
                             encoding="utf-8")
        text = self.check(0, "import", self.page).stdout
        self.assertIn("0 added, 3 changed, 0 removed", text)
        self.assertIn("Jun Park: Friday 15:00 moved to 16:00.", text)
        self.assertIn("“Amara Okafor” to “Noor Haddad”", text)
        self.assertIn("R 310", self.check(0, "show").stdout)

    def test_a_one_time_change_is_told_in_words(self):
        pack = self.home / "course.carrel.json"
        self.check(0, "convert", self.page, "-o", pack)
        course = json.loads(pack.read_text(encoding="utf-8"))
        self.check(0, "import", pack)
        hour = course["office_hours"][0]
        course["changes"] = [{"of": hour["id"], "date": "2026-02-16", "action": "cancel", "reason": "ill"}]
        pack.write_text(json.dumps(course), encoding="utf-8")
        words = "Monday 16 February 2026, 13:00–14:00, Office hours, Amara Okafor, R 204, cancelled, ill"
        text = self.check(0, "import", pack).stdout
        self.assertIn(f"  New one-time change: {words}.\n", text)
        for text in (text, self.check(0, "show").stdout, self.check(0, "export", "--to=text").stdout):
            self.assertIn(words, text)
            self.assertNotIn(hour["id"], text)

    def test_a_page_without_a_name_is_known_by_its_file(self):
        self.page.write_text(PAGE.replace("# Compilers (CS 420)\n", ""), encoding="utf-8")
        self.check(0, "import", self.page)
        self.page.write_text(PAGE.replace("# Compilers (CS 420)\n", "").replace("R 204", "R 205"), encoding="utf-8")
        self.check(0, "import", self.page)
        self.assertEqual(len(self.check(0, "list").stdout.splitlines()), 1)

    def test_a_page_without_a_term_is_not_put_into_one_of_several(self):
        page = PAGE.replace("# Compilers (CS 420)\n", "# Compilers (CS 420)\n\n{}\n")
        for term in ("Spring 2026", "Fall 2026"):
            self.page.write_text(page.format(term), encoding="utf-8")
            self.check(0, "import", self.page)
        courses = [line.split("\t")[0] for line in self.check(0, "list").stdout.splitlines()]
        self.assertEqual(len(courses), 2)
        self.page.write_text(PAGE.replace("R 204", "R 205"), encoding="utf-8")
        before = self.dump()
        error = self.check(1, "import", self.page).stderr
        self.assertIn("The page does not say its term", error)
        for course in courses:
            self.assertIn("\n  " + course, error)
        self.assertEqual(self.dump(), before)
        self.assertIn(f"({courses[1]}): ", self.check(0, "import", "--into", courses[1], self.page).stdout)
        self.assertEqual(len(self.check(0, "list").stdout.splitlines()), 2)

    def test_a_file_of_nothing_but_text_is_said(self):
        self.page.write_text("hello\n", encoding="utf-8")
        self.assertIn("page.md:1: Nothing of a course was found but text", self.check(0, "import", self.page).stderr)
        self.page.write_text(PAGE, encoding="utf-8")
        self.assertEqual(self.check(0, "import", self.page).stderr, "")

    def test_show_has_the_facts(self):
        self.check(0, "import", self.page)
        text = self.check(0, "show").stdout
        for fact in ("Compilers", "CS 420", "10:30", "11:50", "Room 112", "Amara Okafor", "Jun Park", "Homework", "60"):
            self.assertIn(fact, text)

    # ---- next, grade, export ----

    def test_next_at_a_moment(self):
        self.check(0, "import", self.page)
        text = self.check(0, "next", "--at=2026-02-10T09:00", "--count=2").stdout
        self.assertIn("Tuesday 10 February", text)
        self.assertIn("10:30–11:50, Lecture, Room 112", text)
        self.assertIn("Thursday 12 February", text)
        self.assertIn("112, until 11:50", self.check(0, "next", "--at=2026-02-10T11:00").stdout)

    def import_two_courses(self):
        other = self.home / "other.md"
        other.write_text(PAGE.replace("Compilers (CS 420)", "Databases (CS 421)"), encoding="utf-8")
        for page in (self.page, other):
            self.check(0, "import", page)

    def test_a_section_is_told_from_another(self):
        self.page.write_text(PAGE + "\n## Recitations\n\n| Section | Day | Time | Room |\n|---|---|---|---|\n"
                             "| 201 | Tuesday | 10:10-11:00 am | R 1 |\n| 202 | Tuesday | 1:25-2:15 pm | R 1 |\n", encoding="utf-8")
        self.check(0, "import", self.page)
        run = self.check(0, "next", "--at=2026-02-10T10:00", "--count=4")
        self.assertIn("10:10–11:00, Recitation, 201, R 1", run.stdout)
        self.assertIn("13:25–14:15, Recitation, 202, R 1", run.stdout)
        self.assertIn("Recitation, 201, R 1, until 11:00\n", self.check(0, "next", "--at=2026-02-10T10:15").stdout)

    def test_days_are_counted_from_one(self):
        for option in ("--days=0", "--days=-1", "--days=367", "--count=0"):
            self.assertIn("--days from 1 to 366", self.check(2, "next", option).stderr)

    def test_what_is_on_names_its_course_among_several(self):
        self.import_two_courses()
        now = self.check(0, "next", "--at=2026-02-10T11:00").stdout.splitlines()[0]
        self.assertEqual(now, "Lecture, Room 112, CS 420, until 11:50; Lecture, Room 112, CS 421, until 11:50")
        now = self.check(0, "next", "--at=2026-02-10T11:00", "CS 421").stdout.splitlines()[0]
        self.assertEqual(now, "Lecture, Room 112, until 11:50")

    def test_a_term_that_is_not_known_is_said(self):
        self.import_two_courses()
        for arguments in (("next", "--at=2031-07-15"), ("next", "--at=2031-07-15", "--days=14")):
            lines = self.check(0, *arguments).stderr.splitlines()
            self.assertEqual(len(lines), 2, lines)
            self.assertRegex(lines[0], "^Compilers: The term is not known, .* write its first and last day")
        lines = self.check(0, "export", "--to=ics", "CS 420").stderr.splitlines()
        self.assertEqual(len(lines), 1, lines)
        self.assertRegex(lines[0], "^Compilers: The term is not known, so the weekly events have no end; ")
        self.assertEqual(self.check(0, "convert", "--to=ics", self.page).stderr.splitlines(), lines)
        self.assertEqual(self.check(0, "export", "--to=text", "CS 420").stderr, "")

    def test_a_calendar_ends_with_the_term(self):
        pack = self.home / "course.carrel.json"
        self.check(0, "convert", self.page, "-o", pack)
        course = json.loads(pack.read_text(encoding="utf-8"))
        for dates in ({"ends_on": "2026-04-30"}, {"starts_on": "2026-01-12", "ends_on": "2026-04-30"}):
            pack.write_text(json.dumps({**course, **dates}), encoding="utf-8")
            run = self.check(0, "convert", "--to=ics", pack)
            self.assertEqual(run.stderr, "")
            self.assertEqual(run.stdout.count("RRULE:FREQ=WEEKLY;UNTIL=202604"), run.stdout.count("RRULE:"))

    def test_a_letter_that_is_none_is_said_with_those_there_are(self):
        self.check(0, "import", self.page)
        self.assertEqual(self.check(1, "grade", "-t", "A+").stderr,
                         "“A+” is not a number, and this course has no letters. Write a number like 85.\n")
        self.page.write_text(PAGE + "\n## Letter grades\n\n| Letter | From |\n|--|--|\n| A | 90% |\n| B | 80% |\n"
                             "| C | 70% |\n", encoding="utf-8")
        self.check(0, "import", self.page)
        self.assertEqual(self.check(1, "grade", "-t", "A+").stderr,
                         "“A+” is no letter of this course, which has A, B and C, and no number. Write a number like 85.\n")
        self.check(0, "grade", "-t", "A")

    def test_grade_is_exact(self):
        self.check(0, "import", self.page)
        text = self.check(0, "grade", "--set=HW1=90", "--set=HW2=16/20", "--json", "--target=90").stdout
        grade = json.loads(text)
        self.assertEqual(grade["current"], "17/20")
        self.assertEqual(grade["min"], "17/100")
        self.assertEqual(grade["needed"]["status"], "possible")
        self.assertIn("85", self.check(0, "grade", "--set=HW1=90", "--set=HW2=80%", "--explain").stdout)
        steps = json.loads(self.check(0, "grade", "--set=HW1=90", "--explain", "--json").stdout)["steps"]
        self.assertEqual([step["rule"] for step in steps][:2], ["group", "score"])
        self.assertEqual(steps[1]["operands"], ["90/1", "100/1"])
        self.assertEqual(steps[-1]["result"], "9/10")
        self.check(1, "grade", "--set=HW9=90")
        self.check(1, "grade", "--set=HW1=lots")
        self.check(1, "grade", "--target=Z")
        self.check(1, "grade", "--scenario=None such")

    def test_grade_of_one_item_and_of_two(self):
        self.check(0, "import", self.page)
        text = self.check(0, "grade", "--set=HW1=80", "--target=80", "--item=Exam", "--pair=HW2,Exam", "--ladder").stdout
        self.assertIn("Exam: one more per cent of it is worth 0.6 points", text)
        scores = [f"--set=HW{number}=90" for number in range(1, 5)]
        self.assertIn("For 85: 82 of 100 on Exam; that makes 85.2", self.check(0, "grade", "--target=85", *scores).stdout)
        needed = json.loads(self.check(0, "grade", "--target=85", "--json", *scores).stdout)["needed"]
        self.assertEqual((needed["item"], needed["percent"], needed["points"], needed["total"]),
                         ("exam", "49/60", "82/1", "213/250"))
        self.assertRegex(text, r"Exam, with full marks on everything else left: \d+ of 100 on Exam")
        self.assertIn("Exam, with nothing on everything else left: Out of reach", text)
        self.assertIn("No scores of these two", text)
        text = self.check(0, "grade", "--set=HW1=100", "--set=HW2=100", "--set=HW3=100", "--target=90", "--item=Exam",
                          "--pair=HW4,Exam").stdout
        self.assertIn("Exam, with nothing on everything else left: 100 of 100 on Exam", text)
        self.assertIn("With 0 on HW 4: 100 on Exam".replace("HW 4", "Homework 4"), text)
        self.assertIn("With 100 on Homework 4: 83.33 on Exam", text)
        self.check(1, "grade", "--item=HW9")
        self.check(1, "grade", "--pair=HW1,Exam")
        self.check(1, "grade", "--pair=HW1", "--target=80")

    def test_average_over_courses_by_units(self):
        other = self.home / "other.md"
        other.write_text(PAGE.replace("Compilers (CS 420)", "Databases (CS 421)"), encoding="utf-8")
        for page, course, score in ((self.page, "CS 420", 90), (other, "CS 421", 60)):
            self.check(0, "import", page)
            scores = self.home / "scores.csv"
            scores.write_text(f"Item,Score\nHW1,{score}\n", encoding="utf-8")
            self.check(0, "scores", scores, course)
        self.assertEqual(json.loads(self.check(0, "average", "--json").stdout)["average"], "3/4")
        text = self.check(0, "average", "--units=CS 420=12", "--units=CS 421=6", "--target=85", "--next-units=18").stdout
        self.assertIn("Average: 80", text)
        self.assertIn("need: 90", text)
        self.assertIn("Average: 90", self.check(0, "average", "--units=CS 421=0").stdout)
        self.check(1, "average", "--units=CS 421=-1")
        self.check(1, "average", "--units=Physics=1")
        self.check(1, "average", "--target=85", "--next-units=0")

    def test_scores_from_a_file(self):
        self.check(0, "import", self.page)
        scores = self.home / "grades.csv"
        scores.write_text("Student,ID,Section,HW 1 (4711),HW 2 (4712),Lab 1 (4713)\n"
                          "    Points Possible,,,100,50,10\n"
                          "\"Reyes, Ana\",101,A,90,41,7\n\"Lind, Bo\",102,A,many,1,1\n", encoding="utf-8")
        self.assertIn("Lind, Bo (102)", self.check(1, "scores", scores).stderr)
        self.assertIn("Nothing was stored", self.check(0, "scores", scores, "--student=101", "--dry-run").stdout)
        self.assertIsNone(json.loads(self.check(0, "grade", "--json").stdout)["current"])
        refused = self.check(1, "scores", scores, "--student=102")
        self.assertIn("line 4, “HW 1”: “many”", refused.stderr)
        self.assertNotIn("becomes", refused.stdout)
        self.assertIsNone(json.loads(self.check(0, "grade", "--json").stdout)["current"])
        text = self.check(0, "scores", scores, "--student=Reyes, Ana").stdout
        self.assertIn("2 scores are stored", text)
        self.assertIn("Lab 1: the course has no such item", text)
        self.assertEqual(json.loads(self.check(0, "grade", "--json").stdout)["current"], "43/50")

    def test_export_and_convert_agree(self):
        self.check(0, "import", self.page)
        for name in ("pack", "markdown", "ics", "text"):
            self.assertTrue(self.check(0, "export", f"--to={name}").stdout.strip())
            self.assertTrue(self.check(0, "convert", f"--to={name}", self.page).stdout.strip())
        pack = json.loads(self.check(0, "export").stdout)
        self.assertEqual(pack["format"], "carrel-course")
        self.assertEqual([hour["person"] for hour in pack["office_hours"]], ["Amara Okafor", "Jun Park"])

    def test_a_calendar_of_one_person_or_session(self):
        self.check(0, "import", self.page)
        person = self.check(0, "export", "--to=ics", "--person=Jun Park").stdout
        self.assertIn("Jun Park", person)
        self.assertNotIn("Amara Okafor", person)
        pack = json.loads(self.check(0, "export").stdout)
        session = pack["office_hours"][0]["id"]
        alone = self.check(0, "export", "--to=ics", f"--session={session}").stdout
        self.assertEqual(alone.count("RRULE:"), 1)
        self.assertIn(f"UID:{session}@", alone)
        self.assertIn("“carrelctl export” without options shows its people and ids",
                      self.check(1, "export", "--to=ics", "--session=nobody").stderr)
        for option in ("--session=nobody", "--person=Jun Park", "--alarm=5"):
            self.assertIn(option.partition("=")[0] + " is for a calendar, which needs --to=ics",
                          self.check(2, "export", option).stderr)
        self.assertIn("--alarm goes from 0 minutes", self.check(2, "export", "--to=ics", "--alarm=-5").stderr)

    def test_a_file_that_cannot_be_written_is_named_as_it_was_given(self):
        self.check(0, "import", self.page)
        self.assertEqual(self.check(1, "export", "-o", "nowhere/x").stderr,
                         "nowhere/x: There is no folder “nowhere”: make it, or choose another place\n")
        (self.home / "folder").mkdir()
        error = self.check(1, "export", "-o", "folder").stderr
        self.assertTrue(error.startswith("folder: The file could not be written; choose another place or make room: "))
        self.assertNotRegex(error, r"folder\.\w")

    def test_a_number_has_the_decimal_sign_of_any_language(self):
        self.check(0, "import", self.page)
        point = self.check(0, "grade", "--target=87.5", "--set=Exam=82.5").stdout
        self.assertEqual(self.check(0, "grade", "--target=87,5", "--set=Exam=82,5").stdout, point.replace("87.5:", "87,5:"))
        self.page.write_text(PAGE + "\nGrades: 1,0 from 95 %, 1,3 from 90 %, 1,7 from 85 %, 4,0 from 50 %.\n", encoding="utf-8")
        self.check(0, "import", self.page)
        self.assertIn("For 1,3: ", self.check(0, "grade", "--target=1,3", "--set=Exam=100").stdout)

    def test_a_target_or_a_pair_that_is_none_is_said(self):
        self.check(0, "import", self.page)
        self.assertIn("“-5” is not a number", self.check(1, "grade", "--target=-5").stderr)
        self.assertIn("“Exam” is not two graded items: write them like HW4,HW5",
                      self.check(1, "grade", "--target=90", "--pair=Exam").stderr)
        self.check(1, "export", "--to=ics", "--person=Nobody At All")

    def test_a_page_says_what_was_edited_or_that_it_does_not(self):
        self.check(0, "import", self.page)
        course = json.loads(self.check(0, "export").stdout)["id"]
        with contextlib.closing(sqlite3.connect(self.database)) as database, database:
            for field, value in (("location", "R 310"), ("start", "18:30"), ("end", "20:00"), ("mode", "online")):
                database.execute("INSERT INTO edits (course, kind, key, field, value) VALUES (?, 'office_hour', 'hour-jun-park-fr', ?, ?)",
                                 (course, field, value))
        run = self.check(0, "export", "--to=markdown")
        self.assertIn("| Friday | 6:30pm - 8pm | R 310    | Jun Park     |\n", run.stdout)
        self.assertEqual(run.stderr, "page.md:12: The text of the page does not say this: Jun Park, Friday 18:30: the mode is now “Online”. "
                                     "Write it on the page.\n")
        self.assertTrue(self.check(0, "export", "--to=markdown", "-o", "new.md").stderr.startswith("new.md:12: "))

    def test_a_pack_can_be_read_back(self):
        pack = self.home / "course.carrel.json"
        self.check(0, "convert", self.page, "-o", pack)
        again = self.check(0, "convert", pack).stdout
        self.assertEqual(json.loads(again)["meetings"], json.loads(pack.read_text())["meetings"])

    def test_several_courses_must_be_named(self):
        self.check(0, "import", self.page)
        other = self.home / "other.md"
        other.write_text(PAGE.replace("Compilers (CS 420)", "Databases (CS 421)"), encoding="utf-8")
        self.check(0, "import", other)
        self.assertIn("Databases", self.check(1, "show").stderr)
        self.assertIn("Databases", self.check(0, "show", "CS 421").stdout)
        self.assertIn("Databases", self.check(0, "show", "data").stdout)
        self.check(1, "show", "Physics")

    # ---- check ----

    def test_check_names_file_and_line(self):
        run = self.check(1, "check", self.page)
        for line in run.stdout.splitlines():
            self.assertRegex(line, r"^page\.md:\d+: \S")

    # ---- backup ----

    def test_backup_and_restore(self):
        self.check(0, "import", self.page)
        backup = self.home / "backup.db"
        self.check(0, "backup", backup)
        self.page.write_text(PAGE.replace("Jun Park", "Ines Duarte"), encoding="utf-8")
        self.check(0, "import", self.page)
        self.check(0, "restore", backup)
        self.assertIn("Jun Park", self.check(0, "show").stdout)
        self.check(1, "restore", self.page)
        self.check(1, "restore", self.home / "none.db")
        self.assertIn("Jun Park", self.check(0, "show").stdout)

    # ---- bad input ----

    def test_bad_files_are_refused_and_nothing_changes(self):
        self.check(0, "import", self.page)
        before = self.dump()
        bad = {"empty.md": b"", "binary.md": bytes(range(256)) * 40, "latin.md": "# Übung\n".encode("latin-1"),
               "types.carrel.json": b'{"format": "carrel-course", "version": 1, "meetings": "none"}',
               "newer.carrel.json": b'{"format": "carrel-course", "version": 99}', "broken.carrel.json": b'{"format": '}
        for name, data in bad.items():
            path = self.home / name
            path.write_bytes(data)
            run = self.check(1, "import", path)
            self.assertRegex(run.stderr, re.escape(name) + r".*: .+: .+", name)
        self.check(1, "import", self.home / "missing.md")
        self.assertEqual(before, self.dump())

    def test_a_file_of_200_mb_is_refused_at_once(self):
        path = self.home / "huge.md"
        with open(path, "wb") as file:
            file.truncate(200 * 1024 * 1024)
        self.assertIn("huge.md", self.check(1, "import", path).stderr)

    def test_unknown_keys_of_a_pack_are_kept(self):
        path = self.home / "more.carrel.json"
        path.write_text(json.dumps({"format": "carrel-course", "version": 1, "title": "More", "colour_of_the_door": "blue",
                                    "staff": [{"name": "Ada", "shoe_size": 38}]}), encoding="utf-8")
        pack = json.loads(self.check(0, "convert", path).stdout)
        self.assertEqual(pack["colour_of_the_door"], "blue")
        self.assertEqual(pack["staff"][0]["shoe_size"], 38)

    def test_a_corrupt_or_newer_database_is_left_alone(self):
        self.check(0, "import", self.page)
        with sqlite3.connect(self.database) as database:
            database.execute("PRAGMA user_version = 999")
        newer = self.database.read_bytes()
        self.assertIn("newer", self.check(1, "list").stderr)
        self.assertEqual(newer, self.database.read_bytes())
        self.database.write_bytes(b"this is no database at all, not a bit" * 100)
        self.assertTrue(self.check(1, "list").stderr.strip())

    def test_a_folder_that_cannot_be_made_is_named(self):
        blocked = self.home / "file"
        blocked.write_text("")
        run = self.check(1, "list", XDG_DATA_HOME=str(blocked))
        self.assertIn(str(blocked), run.stderr)

    # ---- the pages of other courses, where they are ----

    def test_the_two_pages_of_the_seed_are_one_course(self):
        pages = [SHARED / "pages" / name for name in ("01-llmsystem-logistics-seed.md", "03-llmsystem-syllabus.md")]
        if not all(page.exists() for page in pages):
            self.skipTest("the corpus is not there")
        self.check(0, "import", *pages)
        pack = json.loads(self.check(0, "export").stdout)
        self.assertEqual(len(pack["office_hours"]), 8)
        self.assertEqual(pack["meetings"][0]["days"], ["MO", "WE"])
        self.assertEqual([segment["minutes"] for segment in pack["meetings"][0]["segments"]], [40, 30, 10])
        self.assertEqual(sum(float(group["weight_total"]) for group in pack["grading"]), 100)
        self.assertTrue(any(row["date_inferred"] for row in pack["schedule"]))
        self.assertTrue(pack["contacts"] and pack["questions"])

    def test_the_corpus_is_read_well(self):
        score = SHARED / "score.py"
        if not score.exists():
            self.skipTest("the corpus is not there")
        run = subprocess.run([sys.executable, score, "--command", f"{CARRELCTL} convert {{}}", "--min", "0.99"],
                             capture_output=True, text=True, check=False, timeout=300)
        self.assertEqual(run.returncode, 0, run.stdout)


class Tap(unittest.TextTestResult):
    """Prints a line a case, as the other tests do."""

    number = 0

    def say(self, word, test, more=""):
        Tap.number += 1
        print(f"{word} {Tap.number} {test.id().split('.')[-1]}{more}", flush=True)

    def addSuccess(self, test):
        self.say("ok", test)

    def addSkip(self, test, reason):
        self.say("ok", test, f" # SKIP {reason}")

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.say("not ok", test)

    def addError(self, test, error):
        super().addError(test, error)
        self.say("not ok", test)


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(resultclass=Tap, verbosity=0, stream=sys.stderr))
