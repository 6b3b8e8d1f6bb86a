/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences that say when a course meets. They end at its days, so that nothing else is told. */
#define G_LOG_DOMAIN "carrel-occasion"

#include "config.h"

#include "carrel-occasion-sentence.h"

#include "carrel-pattern.h"

/* "El curso se imparte los", "Nos reunimos cada" */
#define SPANISH                                                                                    \
  "\\b(?:(?:el|este|nuestro) (?:curso|taller|seminario|módulo)"                                   \
  "|(?:la|esta|nuestra) (?:asignatura|materia|cátedra|clase))"                                    \
  " (?:se (?:reúne|imparte|dicta|realiza|celebra|lleva a cabo)|tiene lugar)(?: todos)?"           \
  "(?: (?:el|los|cada))?$|\\bnos reunimos(?: todos)?(?: (?:el|los|cada))?$"
/* "Il corso si tiene ogni", "Ci incontriamo il" */
#define ITALIAN                                                                                    \
  "(?:\\b(?:il|questo) (?:corso|seminario|laboratorio|modulo)|\\bl['’]insegnamento)"             \
  " (?:si (?:tiene|svolge)|ha luogo)(?: (?:il|ogni|di|tutti i))?$"                                 \
  "|\\bci incontriamo(?: (?:il|ogni|tutti i))?$"
/* "L'atelier se tient le", "Nous nous retrouvons chaque" */
#define FRENCH                                                                                     \
  "(?:\\b(?:le|ce|notre) (?:cours|séminaire|module)|(?:\\bl['’]|\\b(?:cet|notre) )"             \
  "(?:atelier|enseignement))"                                                                      \
  " (?:a lieu|se (?:tient|déroule)|est (?:donné|dispensé))(?: (?:le|les|chaque|tous les))?$"    \
  "|\\bnous nous (?:réunissons|retrouvons)(?: (?:le|les|chaque|tous les))?$"
/* "Der Kurs findet immer", "Wir treffen uns jeden" */
#define GERMAN                                                                                     \
  "\\b(?:(?:der|dieser|unser) (?:kurs|workshop)|(?:die|diese) (?:lehr)?veranstaltung"              \
  "|(?:das|dieses|unser) (?:modul|seminar|praktikum)) (?:findet|trifft sich)"                      \
  "(?: (?:immer|wöchentlich|jeden|jeweils|am))*$"                                                 \
  "|\\bwir treffen uns(?: (?:immer|wöchentlich|jeden|jeweils|am))*$"
/* "A disciplina é ministrada às", "Nos encontramos todas as" */
#define PORTUGUESE                                                                                   \
  "\\b(?:(?:o|este|nosso) (?:curso|seminário|módulo)|(?:a|esta|nossa) (?:disciplina|matéria"      \
  "|oficina|turma)) (?:acontece|ocorre|se reúne|reúne-se|(?:é|será) (?:oferecid|ministrad)[ao])" \
  "(?: (?:todas|sempre))?(?: (?:às|as|nas|na|aos|no))?$"                                            \
  "|\\bnos (?:reunimos|encontramos)(?: todas)?(?: (?:às|as|nas))?$"

/* "In this workshop \"Law and Data\" (", "El taller (": the bracket says when. */
#define BRACKET                                                                                    \
  "\\b(?:(?:the|this|our) (?:course|class|workshop)"                                               \
  "|(?:el|del|al|este|nuestro) (?:curso|taller)|(?:la|esta|nuestra) (?:asignatura|materia)"        \
  "|(?:il|del|questo) (?:corso|laboratorio)|(?:le|ce|notre|du|cet) (?:cours|atelier)"              \
  "|(?:der|dieser|dem|diesem|im) (?:kurs|workshop)|(?:die|diese|der) (?:lehr)?veranstaltung"       \
  "|(?:o|do|no|este|nosso) curso|(?:a|da|na|esta|nossa) (?:disciplina|oficina))"                   \
  "(?: (?:on|about|de|sobre|di|su|sur|zu))?(?: [\"“«„][^\"”»“]{3,60}[\"”»“])? \\($" \
  "|\\bl['’]atelier \\($"

/**
 * carrel_occasion_sentence_tells:
 * @prefix: what stands before the days of a line
 *
 * Returns: whether @prefix says that the course takes place on the days that follow at once
 */
gboolean
carrel_occasion_sentence_tells (const char *prefix)
{
  static const char pattern[]
      = SPANISH "|" ITALIAN "|" FRENCH "|" GERMAN "|" PORTUGUESE "|" BRACKET;
  g_autofree char *trimmed = g_strchomp (g_strdup (prefix));

  return carrel_pattern_matches (pattern, trimmed, G_REGEX_CASELESS);
}
