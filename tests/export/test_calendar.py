#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendars mean the same to Carrel as to icalendar and dateutil: those that it writes, and those that it reads.

usage: test_calendar.py CARRELCTL
"""
import datetime
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    import icalendar
    from dateutil import rrule, tz
except ImportError:
    print("skipped: python3-icalendar and python3-dateutil are not installed")
    sys.exit(77)

CARRELCTL = os.path.abspath(sys.argv[1])
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
YEARS = (2024, 2025)
LINE = re.compile(r"  \w+ (\d+) (\w+)(?: (\d{4}))?, (?:(\d\d):(\d\d)(?:–(\d\d):(\d\d))?|All day|By the end of the day), (.*)")
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December"]


def run(home, zone, *arguments):
    env = {**os.environ, "HOME": home, "XDG_DATA_HOME": home, "TZ": zone, "LC_ALL": "C.UTF-8"}
    return subprocess.run([CARRELCTL, *arguments], env=env, check=True, capture_output=True, encoding="utf-8").stdout


def said(home, zone, course):
    """The starts that carrelctl says: naive datetimes, or dates of what has no time."""
    found = set()
    for year in YEARS:
        n_days = 366 if year % 4 == 0 else 365
        for line in run(home, zone, "next", f"--at={year}-01-01T00:00", f"--days={n_days}", course).splitlines():
            match = LINE.fullmatch(line)
            if match is None or ", cancelled" in line:
                assert match is not None or not line.startswith(" "), line
                continue
            date = datetime.date(int(match[3] or year), MONTHS.index(match[2]) + 1, int(match[1]))
            found.add(date if match[4] is None
                      else datetime.datetime(date.year, date.month, date.day, int(match[4]), int(match[5])))
    return found


def listed(text):
    """The same of an iCalendar file, by its own VTIMEZONE."""
    zones = tz.tzical(io.StringIO(text.replace("\r\n", "\n")))
    found, replaced, given = [], set(), set()

    def wall(value):
        if not isinstance(value.dt, datetime.datetime):
            return value.dt
        zone = value.params.get("TZID")
        return value.dt.replace(tzinfo=zones.get(zone) if zone else None)

    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    names = [(str(event["UID"]), str(event.get("RECURRENCE-ID") and event["RECURRENCE-ID"].dt)) for event in events]
    assert len(names) == len(set(names)), ("two events of one name", names)
    for event in events:
        if "RECURRENCE-ID" in event:
            replaced.add((str(event["UID"]), wall(event["RECURRENCE-ID"])))
    for event in events:
        start = wall(event["DTSTART"])
        if "RRULE" not in event:
            found.append(start)
            continue
        excluded = event.get("EXDATE", [])
        excluded = excluded if isinstance(excluded, list) else [excluded]
        gone = {value.dt.replace(tzinfo=start.tzinfo) for values in excluded for value in values.dts}
        for at in rrule.rrulestr(event["RRULE"].to_ical().decode(), dtstart=start):
            given.add((str(event["UID"]), at))
            if at not in gone and (str(event["UID"]), at) not in replaced:
                found.append(at)
    assert replaced <= given, ("an exception to what no rule gives", replaced - given)
    return found


def make_course(code, zone, generator):
    def date(month, day):
        return f"2024-{month:02}-{day:02}"
    meetings, changes = [], []
    for i in range(generator.randint(1, 4)):
        days = sorted(generator.sample(DAYS, generator.randint(1, 3)), key=DAYS.index)
        hour = generator.choice([0, 1, 2, 8, 12, 15, 23])
        meetings.append({"id": f"m{i}", "kind": generator.choice(["lecture", "lab", "section"]), "days": days,
                         "start": f"{hour:02}:30", "end": f"{(hour + 1) % 24:02}:50",
                         "every_weeks": generator.choice([1, 1, 2, 3])})
        changes += [{"of": f"m{i}", "action": action, "date": date(generator.randint(9, 12), generator.randint(1, 28)),
                     **extra} for action, extra in (("cancel", {}), ("add", {"start": "18:00", "end": "19:00"}))]
    meetings += [{"id": "fixed", "kind": "lecture", "days": ["TU", "TH"], "start": "10:00", "end": "11:20"},
                 {"id": "exam", "kind": "exam", "from": "2024-12-12", "start": "09:00", "end": "12:00"},
                 {"id": "third", "kind": "lab", "days": ["SA"], "start": "13:00", "end": "14:00", "every_weeks": 3}]
    changes += [{"of": "fixed", "action": "cancel", "date": "2024-10-08"},
                {"of": "fixed", "action": "move", "date": "2024-10-10", "to_date": "2024-10-11", "start": "09:15",
                 "end": "10:00", "location": "Elsewhere"},
                {"of": "fixed", "action": "move", "date": "2024-09-03", "to_date": "2024-09-04"},
                # All there is of a series is moved; the last one is moved before its time; what is moved never was.
                {"of": "exam", "action": "move", "date": "2024-12-12", "to_date": "2024-12-13", "start": "13:00"},
                {"of": "fixed", "action": "move", "date": "2025-04-24", "start": "08:00"},
                {"of": "third", "action": "move", "date": "2024-09-14", "to_date": "2024-09-15"}]
    return {"format": "carrel-course", "version": 1, "code": code, "title": f"Course {code}", "time_zone": zone,
            "starts_on": "2024-09-02", "ends_on": "2025-04-25", "meetings": meetings, "changes": changes,
            "office_hours": [{"id": "h", "day": "WE", "start": "14:00", "end": "15:00", "person": "Ann Lee"}],
            "breaks": [{"from": "2024-11-25", "until": "2024-11-29", "title": "Rest"},
                       {"from": "2024-12-20", "until": "2025-01-08", "title": "Winter"},
                       {"from": "2024-10-22", "until": "2024-10-22", "title": "Classes follow a Friday schedule"},
                       {"from": "2024-10-22", "until": "2024-10-22", "title": "Open day"}],
            "schedule": [{"date": "2024-09-24", "topic": "Lenses", "kind": "lecture"},
                         {"date": "2024-10-16", "topic": "No class", "kind": "break"},
                         {"date": "2025-02-28", "topic": "Report", "kind": "due"}]}


def check(code, zone, generator):
    with tempfile.TemporaryDirectory() as home:
        path = pathlib.Path(home, "course.carrel.json")
        path.write_text(json.dumps(make_course(code, zone, generator)), encoding="utf-8")
        run(home, zone, "import", str(path))
        text = run(home, zone, "export", "--to=ics", code)
        found = listed(text)
        for at in found:
            if isinstance(at, datetime.datetime):
                right = at.replace(tzinfo=tz.gettz(zone))
                assert at.utcoffset() == right.utcoffset(), (code, zone, at, "the offset of the exported zone is wrong")
        # RFC 5545, 3.3.5: a time that the night of a change skips is read with the offset before it.
        walls = [tz.resolve_imaginary(at.replace(tzinfo=tz.gettz(zone))).replace(tzinfo=None)
                 if isinstance(at, datetime.datetime) else at for at in found]
        expected = said(home, zone, code)
        assert set(walls) == expected, (code, zone, "only in the calendar", sorted(map(str, set(walls) - expected)),
                                        "only said", sorted(map(str, expected - set(walls))))
        assert datetime.datetime(2024, 10, 8, 10, 0) not in walls and datetime.datetime(2024, 10, 11, 9, 15) in walls
    check_import(code, zone, text, expected)
    return len(found)


def check_import(code, zone, text, expected):
    """The calendar read back says the same, and reading it again changes nothing."""
    with tempfile.TemporaryDirectory() as home:
        path = pathlib.Path(home, "course.ics")
        path.write_text(text, encoding="utf-8", newline="")
        run(home, zone, "import", str(path))
        again = run(home, zone, "import", str(path))
        assert "0 added, 0 changed, 0 removed" in again or "nothing" in again.lower(), again
        read = said(home, zone, code)
        assert read == expected, (code, zone, "only read", sorted(map(str, read - expected)),
                                  "only said", sorted(map(str, expected - read)))


def make_rule(generator):
    """The text of a random rule, without its end."""
    frequency = generator.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "YEARLY"])
    rule = f"FREQ={frequency};INTERVAL={generator.randint(1, 3)}"
    days = generator.sample(DAYS, generator.randint(1, 3))
    if frequency == "MONTHLY":
        return rule + generator.choice([f";BYDAY={generator.choice([-1, 1, 2, 3])}{days[0]}", ";BYMONTHDAY=-1",
                                        f";BYMONTHDAY={generator.randint(1, 31)}"])
    if frequency == "YEARLY":
        return rule + f";BYMONTH={generator.randint(1, 12)};BYDAY={','.join(days)}"
    return rule + (f";BYDAY={','.join(days)}" if frequency == "WEEKLY" or generator.random() < 0.3 else "")


def make_event(number, zone, generator):
    """A VEVENT with a random rule, and its walls."""
    base = datetime.datetime(2024, 1, 1, generator.choice([0, 1, 2, 9, 15, 23]), number, tzinfo=tz.gettz(zone))
    rule = make_rule(generator)
    start = rrule.rrulestr(rule, dtstart=base)[0]
    until = (base + datetime.timedelta(days=generator.randint(30, 700))).astimezone(tz.UTC)
    rule += generator.choice([";COUNT=9", f";UNTIL={until:%Y%m%dT%H%M%SZ}", f";UNTIL={until:%Y%m%dT%H%M%SZ}"])
    given = list(rrule.rrulestr(rule, dtstart=start))
    gone = generator.sample(given, len(given) // 5)
    walls = [tz.resolve_imaginary(at).replace(tzinfo=None) for at in given if at not in gone]
    lines = ["BEGIN:VEVENT", f"UID:{number}", "SUMMARY:Lecture", f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}",
             "DURATION:PT30M", f"RRULE:{rule}"] + [f"EXDATE;TZID={zone}:{at:%Y%m%dT%H%M%S}" for at in gone]
    return "\r\n".join([*lines, "END:VEVENT", ""]), [at for at in walls if at.year in YEARS]


def check_rules(zone, generator):
    events = [make_event(number, zone, generator) for number in range(8)]
    text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Rules\r\n" + "".join(event for event, _ in events)
    expected = {at for _, walls in events for at in walls}
    with tempfile.TemporaryDirectory() as home:
        path = pathlib.Path(home, "rules.ics")
        path.write_text(text + "END:VCALENDAR\r\n", encoding="utf-8", newline="")
        run(home, zone, "import", str(path))
        read = said(home, zone, "Rules")
    assert read == expected, (zone, text, "only read", sorted(map(str, read - expected)),
                              "only expected", sorted(map(str, expected - read)))
    return len(read)


def main():
    generator = random.Random(20240902)
    n_found = 0
    zones = ("America/New_York", "Europe/Helsinki", "Australia/Sydney", "Asia/Tokyo")
    for i in range(12):
        n_found += check(f"T {i}", zones[i % len(zones)], generator)
    assert n_found > 1000, n_found
    n_read = sum(check_rules(zone, generator) for zone in zones * 3)
    print(f"{n_read} occurrences of 96 random rules are the same")
    print(f"{n_found} occurrences of 12 courses are the same")


main()
