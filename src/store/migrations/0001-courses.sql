-- SPDX-FileCopyrightText: The Carrel contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What courses publish, in versions that never change, and what is mine, which survives them all.
-- Every table has an INTEGER PRIMARY KEY, which undo relies on.

CREATE TABLE courses (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  name TEXT, -- a name of one's own instead of the published title
  position INTEGER NOT NULL,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 7),
  units TEXT,
  is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1))
) STRICT;

CREATE TABLE versions (
  version INTEGER PRIMARY KEY AUTOINCREMENT,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  imported_at INTEGER NOT NULL, -- seconds since 1970, UTC
  sources TEXT,                 -- names of files, one a line
  source_hash TEXT,
  content_hash TEXT NOT NULL,
  n_facts INTEGER NOT NULL
) STRICT;

CREATE INDEX versions_by_course ON versions (course);

-- One table a type of record, one column a field. A walk of the course, depth first, numbers its
-- records; parent and slot say in which list or field of which record a record stands.

CREATE TABLE published_link (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "kind" TEXT,
  "title" TEXT,
  "url" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_contact (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "kind" TEXT,
  "title" TEXT,
  "url" TEXT,
  "phone" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_person (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "id" TEXT,
  "name" TEXT,
  "role" TEXT,
  "email" TEXT,
  "url" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_section (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "id" TEXT,
  "level" INTEGER,
  "heading" TEXT,
  "body" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_question (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "about" TEXT,
  "text" TEXT,
  "source" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_course (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "id" TEXT,
  "title" TEXT,
  "code" TEXT,
  "term" TEXT,
  "language" TEXT,
  "time_zone" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "scheme_rule" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_segment (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "minutes" INTEGER,
  "title" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_meeting (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "id" TEXT,
  "kind" TEXT,
  "section" TEXT,
  "days" TEXT,
  "start" TEXT,
  "end" TEXT,
  "location" TEXT,
  "person" TEXT,
  "remark" TEXT,
  "from" TEXT,
  "until" TEXT,
  "every_weeks" INTEGER,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_office_hour (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "id" TEXT,
  "day" TEXT,
  "start" TEXT,
  "end" TEXT,
  "location" TEXT,
  "person" TEXT,
  "role" TEXT,
  "mode" TEXT,
  "url" TEXT,
  "by_appointment" INTEGER,
  "from" TEXT,
  "until" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_change (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "id" TEXT,
  "of" TEXT,
  "date" TEXT,
  "action" TEXT,
  "to_date" TEXT,
  "start" TEXT,
  "end" TEXT,
  "location" TEXT,
  "person" TEXT,
  "reason" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_break (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "from" TEXT,
  "until" TEXT,
  "title" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_schedule_row (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "id" TEXT,
  "date" TEXT,
  "date_inferred" TEXT,
  "date_end" TEXT,
  "week" TEXT,
  "section" TEXT,
  "topic" TEXT,
  "kind" TEXT,
  "readings" TEXT,
  "homework" TEXT,
  "due" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_grading_item (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "id" TEXT,
  "name" TEXT,
  "max" TEXT,
  "due" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_grading_group (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "name" TEXT,
  "group" TEXT,
  "count" INTEGER,
  "weight_each" TEXT,
  "weight_total" TEXT,
  "drop_lowest" INTEGER,
  "drop_highest" INTEGER,
  "bonus" INTEGER,
  "points_each" TEXT,
  "points_total" TEXT,
  "aggregation" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_grading_scheme (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "name" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_letter_grade (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "letter" TEXT,
  "min" TEXT,
  "min_exclusive" INTEGER,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_rounding (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "to" TEXT,
  "mode" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE published_late_policy (
  row INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER,
  slot TEXT,
  file TEXT,
  line INTEGER NOT NULL,
  extra TEXT,
  "late_days" TEXT,
  "max_per_assignment" TEXT,
  "penalty_per_day" TEXT,
  "penalty_of" TEXT,
  "penalty_after" TEXT,
  "max_penalty" TEXT,
  "max_days_late" TEXT,
  "grace_days" TEXT,
  "max_extensions" TEXT,
  "extension_days" TEXT,
  "late_accepted" INTEGER,
  "unit" TEXT,
  "scope" TEXT,
  "penalty_formula" TEXT,
  UNIQUE (version, number)
) STRICT;

CREATE TABLE scenarios (
  scenario INTEGER PRIMARY KEY AUTOINCREMENT,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  name TEXT NOT NULL
) STRICT;

CREATE INDEX scenarios_by_course ON scenarios (course);

-- A scenario of NULL holds what is real.
CREATE TABLE scores (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  scenario INTEGER REFERENCES scenarios ON DELETE CASCADE,
  item TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ungraded', 'graded', 'missing', 'excused')),
  score TEXT,
  max TEXT,
  is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX scores_by_item ON scores (course, ifnull(scenario, 0), item);
CREATE INDEX scores_by_scenario ON scores (scenario);

CREATE TABLE targets (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  scenario INTEGER REFERENCES scenarios ON DELETE CASCADE,
  target TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX targets_by_scenario ON targets (course, ifnull(scenario, 0));
CREATE INDEX targets_by_parent ON targets (scenario);

CREATE TABLE notes (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (course, section)
) STRICT;

CREATE TABLE bookmarks (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  section TEXT NOT NULL,
  UNIQUE (course, section)
) STRICT;

CREATE TABLE done_marks (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  fact TEXT NOT NULL,
  UNIQUE (course, fact)
) STRICT;

CREATE TABLE personal_dates (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  fact TEXT NOT NULL,
  date TEXT NOT NULL,
  time TEXT,
  note TEXT,
  UNIQUE (course, fact)
) STRICT;

CREATE TABLE reminders (
  reminder INTEGER PRIMARY KEY AUTOINCREMENT,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  fact TEXT NOT NULL,
  occurrence TEXT, -- a date; NULL is every occurrence
  lead INTEGER NOT NULL, -- minutes
  snoozed_until INTEGER NOT NULL DEFAULT 0,
  shown_for INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX reminders_by_course ON reminders (course);

CREATE TABLE visits (
  visit INTEGER PRIMARY KEY AUTOINCREMENT,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  fact TEXT NOT NULL,
  at INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE INDEX visits_by_course ON visits (course);

-- Corrections laid over the published facts until they are published themselves.
CREATE TABLE edited_facts (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('add', 'remove')),
  parent_kind TEXT NOT NULL DEFAULT 'course', -- of an added fact
  parent TEXT NOT NULL DEFAULT '',
  UNIQUE (course, kind, key)
) STRICT;

CREATE TABLE edits (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT,
  UNIQUE (course, kind, key, field)
) STRICT;

-- Questions that are settled: all about one thing, or one by its text.
CREATE TABLE answers (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  about TEXT NOT NULL,
  question TEXT,
  answer TEXT
) STRICT;

CREATE UNIQUE INDEX answers_by_question ON answers (course, about, ifnull(question, ''));
