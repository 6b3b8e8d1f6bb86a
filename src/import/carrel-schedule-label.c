/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The label before the colon of a line below a date. */
#define G_LOG_DOMAIN "carrel-schedule-label"

#include "config.h"

#include "carrel-schedule-label.h"

#include "carrel-pattern.h"

#include <string.h>

/* The longest label before a topic, in bytes. */
#define MAX_LABEL 24

/* What the label of a line announces, without a remark in brackets: "Reading (in class): Chapter
 * 4". */
static CarrelLabel
find_label (const CarrelWords *words, const char *text)
{
  gsize length = strcspn (text, ":");
  g_autofree char *label
      = text[length] == ':' && length <= MAX_LABEL ? g_strndup (text, strcspn (text, ":(")) : NULL;

  return label != NULL ? carrel_words_find_label (words, g_strstrip (label)) : CARREL_LABEL_NONE;
}

/**
 * carrel_schedule_label_skip_topic:
 * @words: the words of the page's language
 * @text: a line below a date
 *
 * Returns: what stands behind a label for topics, "^^Topics^^: Sets", where the signs are a
 *   dialect's for underlining; else @text
 */
const char *
carrel_schedule_label_skip_topic (const CarrelWords *words, const char *text)
{
  const char *colon = strchr (text, ':');
  const char *start = text + strspn (text, " ^*_");
  g_autofree char *label = colon != NULL && colon - text <= MAX_LABEL && colon > start
                               ? g_strndup (start, (gsize) (colon - start))
                               : NULL;

  if (label == NULL)
    return text;
  label[strcspn (label, "^*_")] = '\0';
  return carrel_words_find_label (words, label) == CARREL_LABEL_TOPIC
             ? colon + 1 + strspn (colon + 1, " ^*_")
             : text;
}

/**
 * carrel_schedule_label_are_links:
 * @text: a line below a date
 *
 * Returns: whether it is nothing but links, "Slides", "Notes 3 and video", "Slides: pdf", and no
 *   "Notes, chords and scales"
 */
gboolean
carrel_schedule_label_are_links (const char *text)
{
#define LINK                                                                                       \
  "(?:lecture |class )?(?:slides?|notes?|videos?|recordings?|code|notebooks?|handouts?|"           \
  "materials?|pdf|html|pptx?|zoom|links?|here)(?: link)?(?: [0-9]+)?"

  return carrel_pattern_matches ("^" LINK "(?:(?:[,:;(/|&+) ]|-|\\band\\b)+(?:" LINK ")?)*\\.?$",
                                 text, G_REGEX_CASELESS);
#undef LINK
}

/**
 * carrel_schedule_label_find_task:
 * @words: the words of the page's language
 * @text: a line below a date
 *
 * Returns: what it is, when it says what to do for a class and nothing of its topic: something due,
 *   to read ("Reading: Chapter 4", "Read chapter 1.") or to do ("Homework: 3", "Submit a map");
 *   else %CARREL_LABEL_NONE
 */
CarrelLabel
carrel_schedule_label_find_task (const CarrelWords *words, const char *text)
{
  /* "Complete metric spaces" is a topic. */
  static const char to_read[] = "^(?:please )?(?:read(?:ings?)?:|read |"
                                "watch (?:[0-9\"“]|(?:the|chapters?|ch|pp?)\\b))";
  static const char to_do[] = "^(?:please )?(?:(?:submit|bring|turn in|hand in|download|install) |"
                              "(?:complete|finish) (?:[0-9\"“]|(?:the|chapters?|ch|pp?)\\b))";
  CarrelLabel label = find_label (words, text);

  if (label == CARREL_LABEL_READINGS || label == CARREL_LABEL_HOMEWORK || label == CARREL_LABEL_DUE)
    return label;
  if (carrel_schedule_reader_is_due (words, text))
    return CARREL_LABEL_DUE;
  if (carrel_pattern_matches (to_read, text, G_REGEX_CASELESS))
    return CARREL_LABEL_READINGS;
  return carrel_pattern_matches (to_do, text, G_REGEX_CASELESS) ? CARREL_LABEL_HOMEWORK
                                                                : CARREL_LABEL_NONE;
}

/**
 * carrel_schedule_label_add_task:
 * @words: the words of the page's language
 * @row: (inout): a row
 * @task: what @text is
 * @text: a line below the date of the row; a label for @task before it is left out
 */
void
carrel_schedule_label_add_task (const CarrelWords *words,
                                CarrelScheduleRow *row,
                                CarrelLabel task,
                                const char *text)
{
  g_autofree char *clean = carrel_schedule_reader_dup_clean (text);
  const char *colon = strchr (clean, ':');
  gboolean is_labelled = colon != NULL && memchr (clean, '(', (gsize) (colon - clean)) == NULL
                         && find_label (words, clean) == task;
  const char *rest = is_labelled ? colon + 1 + strspn (colon + 1, " *_") : clean;
  char **field = task == CARREL_LABEL_DUE        ? &row->due
                 : task == CARREL_LABEL_READINGS ? &row->readings
                                                 : &row->homework;

  carrel_schedule_reader_add_text (field, rest);
}
