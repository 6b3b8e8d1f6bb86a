/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What finds facts on a page and adds them to a draft. Each fact gets its file and line; what is in
 * doubt becomes a question. carrel-extract.c has the table of all of them, in order. */
#pragma once

#include "carrel-import-watch.h"
#include "carrel-page.h"

G_BEGIN_DECLS

typedef void (*CarrelExtractFunc) (const CarrelPage *page, CarrelCourse *course);

void carrel_extract_sections (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_identity (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_term (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_staff (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_meetings (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_hours (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_links (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_grading (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_letters (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_late (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_schedule (const CarrelPage *page, CarrelCourse *course);
void carrel_extract_title (const CarrelPage *page, CarrelCourse *course);

void
carrel_extract_all (const CarrelPage *page, const CarrelImportWatch *watch, CarrelCourse *course);

/* After the last page: what needs more than one of them. */
void carrel_extract_finish (CarrelCourse *course);

void carrel_extract_ask (
    CarrelCourse *course, const char *about, const char *file, int line, const char *text);

G_END_DECLS
