-- SPDX-FileCopyrightText: The Carrel contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Full-text search. The rows are worked out from the facts of each course as it is seen now, so undo
-- does not keep them; the store fills them again after every change of a course.

CREATE TABLE search_facts (
  row INTEGER PRIMARY KEY,
  course TEXT NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  fact TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX search_facts_by_course ON search_facts (course);

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, content = 'search_facts', content_rowid = 'row', prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER search_facts_added AFTER INSERT ON search_facts BEGIN
  INSERT INTO search (rowid, title, body) VALUES (new.row, new.title, new.body);
END;

CREATE TRIGGER search_facts_removed AFTER DELETE ON search_facts BEGIN
  INSERT INTO search (search, rowid, title, body) VALUES ('delete', old.row, old.title, old.body);
END;
