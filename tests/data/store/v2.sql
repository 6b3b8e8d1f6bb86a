-- SPDX-FileCopyrightText: The Carrel contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A file of version 2 with a course and what is mine in it; the schema is that of 0001-courses.sql and 0002-search.sql.
PRAGMA application_id = 1131573868;
PRAGMA user_version = 2;
INSERT INTO courses (id, name, position, colour) VALUES ('compilers', NULL, 0, 3);
INSERT INTO versions (course, imported_at, content_hash, n_facts) VALUES ('compilers', 1700000000, 'x', 3);
INSERT INTO published_course (version, number, line, id, title) VALUES (1, 0, 1, 'compilers', 'Compiler Construction');
INSERT INTO published_section (version, number, parent, slot, file, line, id, level, heading, body)
  VALUES (1, 1, 0, 'sections', 'page.md', 4, 'section-ethics', 2, 'Ethics', 'Work alone, cite what helped.');
INSERT INTO published_office_hour (version, number, parent, slot, file, line, id, day, start, "end", person, by_appointment)
  VALUES (1, 2, 0, 'office_hours', 'page.md', 9, 'hour-cheng-ma-fr', 'FR', '13:00', '14:00', 'Cheng Ma', 0);
INSERT INTO scores (course, item, state, score) VALUES ('compilers', 'homework-hw1', 'graded', '87.5');
INSERT INTO notes (course, section, body) VALUES ('compilers', 'section-ethics', 'read this');
