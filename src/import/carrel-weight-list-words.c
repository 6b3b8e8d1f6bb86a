/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that say that a number beside them is a weight of the grade. */
#define G_LOG_DOMAIN "carrel-weight-list-words"

#include "config.h"

#include "carrel-weight-list-words.h"

const char *const carrel_weight_list_of_the_grade[] = {
  "of your final grade",
  "of the final grade",
  "of your grade",
  "of the grade",
  "of the total grade",
  "of your total grade",
  "of the course grade",
  "of your course grade",
  "of your overall grade",
  "of the overall grade",
  "of final grade",
  "of the total",
  "of the final mark",
  "of your final mark",
  "of total grade",
  "of the final course grade",
  "of your final course grade",
  "der gesamtnote",
  "de la note finale",
  "de la nota final",
  "da nota final",
  "of overall grade",
  "of course grade",
  "of the class grade",
  "of your class grade",
  "of the semester grade",
  "of your semester grade",
  "of a student's grade",
  "of a students grade",
  "of the student's grade",
  "of each student's grade",
  NULL,
};

const char *const carrel_weight_list_worth[]
    = { "is worth",     "are worth",   "counts for", "count for",
        "accounts for", "account for", "makes up",   NULL };

/* "Weight of the exam: 20%", where the exam is described. */
const char *const carrel_weight_list_weight_of[]
    = { "weight of", "weight",     "peso de",     "peso del",       "peso da",
        "peso do",   "poids de",   "poids du",    "poids",          "peso",
        "gewicht",   "gewichtung", "ponderación", "ponderación de", NULL };
