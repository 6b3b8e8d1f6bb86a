/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences that say who teaches. */
#define G_LOG_DOMAIN "carrel-staff-sentence"

#include "config.h"

#include "carrel-staff-sentence.h"

#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"

#include <string.h>

/* "draws from classes taught by": those of other people. */
static gboolean
speaks_of_others (const char *text, const char *at)
{
  static const char *const others[] = { "classes", "courses", "similar", "previously", NULL };
  static const char earlier[]
      = "\\b(?:previous|earlier|past) (?:iterations?|versions?|offerings?)(?: of [^,.;]{0,40})? *$";
  static const char *const origins[]
      = { "based on", "modelled on", "modeled on", "adapted from", "inspired by", NULL };
  g_autofree char *before = g_strndup (text, (gsize) (at - text));
  const char *start = carrel_phrase_step_back (text, (gsize) (at - text), 24);

  return carrel_phrase_occurs (start, at - start, others)
         || carrel_pattern_matches (earlier, before, G_REGEX_CASELESS)
         || carrel_phrase_occurs (text, at - text, origins);
}

/* "Ann Lee at the University of Fords", "Ann Lee in Hall 5": who, without where. */
static void
cut_place (char *text)
{
  static const char *const leads[] = { " in ", " at ", "\nin ", "\nat " };

  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      char *at = strstr (text, leads[i]);

      if (at != NULL)
        *at = '\0';
    }
}

/**
 * carrel_staff_sentence_read_taught_by:
 * @words: the words of the page's language
 * @text: a line; valid UTF-8
 * @line: (inout): gets who is named, and the role
 *
 * Reads "taught by Prof. Ann Lee": a title is a role before a name.
 *
 * Returns: whether somebody is named
 */
gboolean
carrel_staff_sentence_read_taught_by (const CarrelWords *words,
                                      const char *text,
                                      CarrelStaffLine *line)
{
  static const char *const phrases[]
      = { "taught by ", "Taught by ", "instructed by ", "taught by: ", "Taught by: " };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      const char *at = strstr (text, phrases[i]);
      g_autofree char *rest = NULL;

      if (at == NULL || speaks_of_others (text, at))
        continue;
      rest = g_strndup (at + strlen (phrases[i]), strcspn (at + strlen (phrases[i]), ",;.\n") + 60);
      cut_place (rest);
      line->role = "instructor";
      g_ptr_array_unref (line->names);
      line->names = carrel_person_name_split (words, rest);
      return line->names->len > 0;
    }
  return FALSE;
}

/**
 * carrel_staff_sentence_read_speaker:
 * @words: the words of the page's language
 * @text: a line; valid UTF-8
 * @line: (inout): gets who is named, and the role
 *
 * Reads "You can reach me (Ann Lee) by mail", "My name is Ann Lee": who writes the page teaches.
 *
 * Returns: whether somebody is named
 */
gboolean
carrel_staff_sentence_read_speaker (const CarrelWords *words,
                                    const char *text,
                                    CarrelStaffLine *line)
{
  static const char *const phrases[] = { "me (", "my name is", "i am", "i'm", "i’m", NULL };
  gsize length = 0;
  const char *at = carrel_phrase_find (text, -1, phrases, &length);
  const char *name = at != NULL ? at + length + strspn (at + length, " (") : NULL;
  g_autofree char *told = name != NULL ? g_strdup (name) : NULL;
  char *read;

  /* "My name is Ann Lee and I will …" */
  if (told != NULL && strstr (told, " and ") != NULL)
    *strstr (told, " and ") = '\0';
  read = told != NULL ? carrel_person_name_read (words, told) : NULL;

  if (read == NULL || strchr (read, ' ') == NULL)
    {
      g_free (read);
      return FALSE;
    }
  line->role = "instructor";
  g_ptr_array_add (line->names, read);
  return TRUE;
}

/**
 * carrel_staff_sentence_read_role:
 * @words: the words of the page's language
 * @text: a line; valid UTF-8
 * @line: (inout): gets who is named, and the role
 *
 * Reads "The teaching assistant for this class is Ann Lee" and "Your lab instructor is Bo Ray".
 *
 * Returns: whether somebody is named
 */
gboolean
carrel_staff_sentence_read_role (const CarrelWords *words, const char *text, CarrelStaffLine *line)
{
  static const char *const articles[] = { "the", "your", "our", "my", NULL };
  static const char *const kinds[]
      = { "lab", "recitation", "discussion", "section", "primary", "main", "lead", NULL };
  static const char verb[]
      = "^(?: of record)?(?: for (?:this|the|our) (?:class|course|semester|term))? "
        "(?:is (\\p{Lu}[^.(,]*)|(?:are|will be) (\\p{Lu}[^.(]*))";
  gsize n_article = carrel_phrase_match_any (text, articles);
  const char *noun = text + n_article + strspn (text + n_article, " ");
  gsize n_kind = carrel_phrase_match_any (noun, kinds);
  const char *start = noun + n_kind + strspn (noun + n_kind, " ");
  gsize n = 0;
  const char *role = carrel_words_match_role (words, start, &n);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *rest = NULL;
  g_autoptr (GPtrArray) names = NULL;

  if (role == NULL || !carrel_pattern_match (verb, start + n, 0, &match))
    return FALSE;
  rest = g_match_info_fetch (match, g_match_info_get_match_count (match) - 1);
  names = carrel_person_name_split (words, rest);
  for (guint i = 0; i < names->len; i++)
    if (strchr (g_ptr_array_index (names, i), ' ') != NULL)
      g_ptr_array_add (line->names, g_strdup (g_ptr_array_index (names, i)));
  line->role = line->names->len > 0 ? role : NULL;
  return line->names->len > 0;
}
