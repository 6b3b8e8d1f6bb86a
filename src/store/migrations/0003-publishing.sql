-- SPDX-FileCopyrightText: The Carrel contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A page is written as it was read, so a section keeps what stands around its text; and a version
-- says what its author knew of when it was published.

ALTER TABLE published_section ADD COLUMN "opening" TEXT;
ALTER TABLE published_section ADD COLUMN "closing" TEXT;
ALTER TABLE versions ADD COLUMN log TEXT; -- sentences, one a line
