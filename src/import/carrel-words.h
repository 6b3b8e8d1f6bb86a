/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that course pages of one language use for days, months, numbers, roles and labels.
 * Adding a language is one file with one such table and a line in carrel-words.c. */
#pragma once

#include "carrel-date.h"

G_BEGIN_DECLS

/* What a heading, the label before a colon or the head of a column announces. */
typedef enum
{
  CARREL_LABEL_NONE,
  CARREL_LABEL_OFFICE_HOURS,
  CARREL_LABEL_HELP_CENTRE, /* open to all, held by no one */
  CARREL_LABEL_MEETING,     /* "class time", "meets" */
  CARREL_LABEL_LECTURE,
  CARREL_LABEL_RECITATION,
  CARREL_LABEL_LAB,
  CARREL_LABEL_SECTION,
  CARREL_LABEL_EXAM,
  CARREL_LABEL_GRADING,
  CARREL_LABEL_COMPONENT, /* the column of what is graded */
  CARREL_LABEL_WEIGHT,
  CARREL_LABEL_POINTS,
  CARREL_LABEL_COUNT,
  CARREL_LABEL_LETTER,
  CARREL_LABEL_LATE,
  CARREL_LABEL_SCHEDULE,
  CARREL_LABEL_LOCATION,
  CARREL_LABEL_TIME,
  CARREL_LABEL_DAY,
  CARREL_LABEL_DATE,
  CARREL_LABEL_WEEK,
  CARREL_LABEL_TOPIC,
  CARREL_LABEL_READINGS,
  CARREL_LABEL_HOMEWORK,
  CARREL_LABEL_DUE,
  CARREL_LABEL_BREAK,
  CARREL_LABEL_TOTAL,
  CARREL_LABEL_BONUS,
  CARREL_LABEL_STAFF,
  CARREL_LABEL_PERSON,
  CARREL_LABEL_ROLE,
  CARREL_LABEL_EMAIL,
  CARREL_LABEL_TITLE,
  CARREL_LABEL_CODE,
  CARREL_LABEL_TERM,
  CARREL_LABEL_APPOINTMENT, /* "by appointment" */
  CARREL_LABEL_ONLINE,
  CARREL_LABEL_IN_PERSON,
  CARREL_LABEL_RUBRIC, /* percentages that are no weights of the course */
  CARREL_N_LABELS,
} CarrelLabel;

/* One spelling and what it means. All spellings are case folded. */
typedef struct
{
  const char *text; /* ends a table with NULL */
  guint value;
} CarrelWord;

typedef struct
{
  const char *text;
  const char *role; /* as a course pack names it: "instructor", "TA", … */
} CarrelRoleWord;

typedef struct
{
  const char *language;      /* ISO 639-1 */
  const CarrelWord *days;    /* value: one of CarrelDays; full names, plurals, abbreviations */
  const CarrelWord *months;  /* value: 1 to 12 */
  const CarrelWord *numbers; /* value: the number */
  const CarrelWord *labels;  /* value: CarrelLabel */
  const CarrelRoleWord *roles;
  const char *const *and_words;     /* between the days of a list */
  const char *const *range_words;   /* between the ends of a range */
  const char *const *between_words; /* before "1 and 3pm", which is a range then */
  const char *const *seasons;       /* of the names of terms */
  const char *const *usual;         /* frequent words that give a language away */
} CarrelWords;

extern const CarrelWords carrel_words_de;
extern const CarrelWords carrel_words_en;
extern const CarrelWords carrel_words_es;
extern const CarrelWords carrel_words_fi;
extern const CarrelWords carrel_words_fr;
extern const CarrelWords carrel_words_it;
extern const CarrelWords carrel_words_ja;
extern const CarrelWords carrel_words_pt;
extern const CarrelWords carrel_words_zh;

const CarrelWords *carrel_words_get (const char *language);
const CarrelWords *carrel_words_guess (const char *text);

CarrelDays carrel_words_match_day (const CarrelWords *words, const char *text, gsize *length);
CarrelDays carrel_words_match_day_letters (const char *text, gsize *length);
guint carrel_words_match_month (const CarrelWords *words, const char *text, gsize *length);
int carrel_words_match_number (const CarrelWords *words, const char *text, gsize *length);
const char *carrel_words_match_role (const CarrelWords *words, const char *text, gsize *length);
gsize carrel_words_match_and (const CarrelWords *words, const char *text);
gsize carrel_words_match_range (const CarrelWords *words, const char *text);

CarrelLabel carrel_words_find_label (const CarrelWords *words, const char *text);
gboolean carrel_words_has_label (const CarrelWords *words, const char *text, CarrelLabel label);
gsize carrel_words_match_season (const CarrelWords *words, const char *text);
gsize carrel_words_match_term_word (const char *text);
gboolean carrel_words_has_season (const CarrelWords *words, const char *text);

G_END_DECLS
