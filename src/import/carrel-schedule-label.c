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

/* "Reading: Chapter 4", "Homework: 3": what to read or to do for a class. */
static gboolean
is_beside_topic (const CarrelWords *words, const char *text)
{
  CarrelLabel label = find_label (words, text);

  return label == CARREL_LABEL_READINGS || label == CARREL_LABEL_HOMEWORK
         || label == CARREL_LABEL_DUE;
}

/* "Slides", "Notes 3 and video", "Slides: pdf": nothing but links, and no "Notes, chords and
 * scales". */
static gboolean
are_links (const char *text)
{
#define LINK                                                                                       \
  "(?:lecture |class )?(?:slides?|notes?|videos?|recordings?|code|notebooks?|handouts?|"           \
  "materials?|pdf|html|pptx?|zoom|links?|here)(?: link)?(?: [0-9]+)?"

  return carrel_pattern_matches ("^" LINK "(?:(?:[,:;(/|&+) ]|-|\\band\\b)+(?:" LINK ")?)*\\.?$",
                                 text, G_REGEX_CASELESS);
#undef LINK
}

/**
 * carrel_schedule_label_is_task:
 * @words: the words of the page's language
 * @text: a line below a date
 *
 * Returns: whether it says what to do for a class or where its materials are, "Read chapter 1.",
 *   "Slides"
 */
gboolean
carrel_schedule_label_is_task (const CarrelWords *words, const char *text)
{
  /* "Complete metric spaces" is a topic. */
  static const char tasks[]
      = "^(?:please )?(?:read(?:ings?)?:|(?:read|submit|bring|turn in|hand in|download|install) |"
        "(?:watch|complete|finish) (?:[0-9\"“]|(?:the|chapters?|ch|pp?)\\b))";

  return is_beside_topic (words, text) || are_links (text)
         || carrel_pattern_matches (tasks, text, G_REGEX_CASELESS);
}
