/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What pages of a course are called, whatever the course is: "Syllabus", "Home", "Cronograma". */
#define G_LOG_DOMAIN "carrel-page-name"

#include "config.h"

#include "carrel-page-name.h"

#include <string.h>

/* clang-format off */
static const char *const page_words[] = {
  "syllabus", "course", "schedule", "tentative", "policies", "policy", "procedures", "home",
  "homepage",
  "page", "website", "site", "welcome", "overview", "basics", "calendar", "information",
  "info", "informations", "unit", "organisation", "organization", "structure", "outline",
  "logistics", "administrivia", "administration", "timetable", "participation", "faq",
  "informationen", "readme", "about", "this", "class", "repository", "the", "and", "to", "of",
  "for", "general", "staff", "resources", "grading", "grades", "assignments", "lectures",
  "project", "projects", "homework", "office", "hours", "materials", "material", "details",
  "description", "introduction", "announcements", "your", "our", "main", "index",
  "documentation", "docs", "notes", "labs", "exams", "readings", "team", "meet", "contact",
  "kurs", "kursbeschreibung", "cours", "curso", "disciplina", "calendrier", "de", "plan",
  "plano", "programme", "program", "cronograma", "weekly", "final", "midterm", "lecture",
  "work", "requirements", "instructor", "instructors", "admin", "textbook", "textbooks",
  "prerequisites", "slides", "modules", "units", "expectations", "preface", "foreword",
  "purpose", "goals", "objectives", "attendance", "news", "updates", "assistance", "help",
  "support", "important", "dates", "links", "quick", "basic", "key", "facts", "welcome!",
  "us", "people", "topics", "instructions", "list", "guidelines", "conduct", "rules", "format", "guide",
  "sobre", "a", "o", "la", "el", "le", "l", "del", "du", "da", "do", "ensino", "asignatura",
  "programa", "bienvenidos", "bienvenida", "información", "accueil", "bienvenue", "propos",
  "prérequis", "préalables", "objectifs", "objectif", "horaire", "évaluation",
  "lehrveranstaltung", "organisatorisches", "überblick", "übersicht", "inhalt", "inhalte",
  "willkommen", "allgemeines", "allgemein", "earning", "credit", "aktuelles", "termine", "generalidades",
  "essential", "essentials", "página", "pagina", "geral", "gerais", "généralités", "section", "sections", "discussion", "zum", "zur", "kurssi", "kurssin", "aikataulu", "tervetuloa", "课程", "课程介绍",
  "terminplanung", "terminplan", "zeitplan", "vorlesungsplan", "semesterplan", "ablauf", "aulas",
  "avaliação", "ementa", "temario", "evaluación", "calendario", "horario", "clases", "planning",
  "planification", "communication", "classes", "syllabi", "teaching", "assistants", "tas",
  "contato", "contatos", "contacto", "contactos", "contatti", "kontakt", "recursos",
  "bibliografía", "bibliografia", "docente", "docentes", "objetivos", "requisitos", "prerrequisitos",
  "avaliações", "evaluaciones", "horarios", "horário", "horários", "contenido", "contenidos",
  "conteúdo", "conteúdos", "descripción", "descrição", "presentación", "apresentação", "metodología",
  "metodologia", "pré", "reglamento", "regulamento", "règlement", "normas", "turma", "turmas",
  "informações", "informação", "cursada", "cátedra",
  "简介", "介绍", "概要", "シラバス",
  NULL
};
/* clang-format on */

/* "logitstics", "sylabus": a long word with one letter too many or too few. */
static gboolean
is_misspelt (const char *word, const char *right)
{
  gsize n_word = strlen (word);
  gsize n_right = strlen (right);
  gsize n = 0;

  if (MIN (n_word, n_right) < 7 || (n_word != n_right + 1 && n_word + 1 != n_right))
    return FALSE;
  while (word[n] == right[n])
    n++;
  /* "structures" is a word of its own. */
  if (n == MIN (n_word, n_right))
    return FALSE;
  return n_word > n_right ? g_str_equal (word + n + 1, right + n)
                          : g_str_equal (word + n, right + n + 1);
}

static gboolean
is_page_word (const char *word)
{
  for (gsize i = 0; page_words[i] != NULL; i++)
    if (g_str_equal (word, page_words[i]) || is_misspelt (word, page_words[i]))
      return TRUE;
  return FALSE;
}

/**
 * carrel_page_name_is:
 * @text: valid UTF-8
 *
 * Returns: whether nothing is in it but words of names of pages
 */
gboolean
carrel_page_name_is (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,:;.!?()[]-/&|", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && !is_page_word (parts[i]) && (guchar) parts[i][0] < 0xf0
        && strspn (parts[i], "0123456789'*#") != strlen (parts[i]))
      return FALSE;
  return TRUE;
}
