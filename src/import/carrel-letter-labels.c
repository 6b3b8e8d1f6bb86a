/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A line names the letter, and one of the next lines its range. */
#define G_LOG_DOMAIN "carrel-extract-letters"

#include "config.h"

#include "carrel-letter-labels.h"

#include "carrel-pattern.h"

#include <string.h>

/* How many lines below a letter its range may stand. */
#define MAX_GAP 3

/* The longest labelled line, in bytes. */
#define MAX_LINE 48

/* What the range of the best letter ends with at least. */
#define MIN_WHOLE 97

static gboolean
read_letter (const char *text, char *letter)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *found = NULL;

  if (strlen (text) > MAX_LINE || strchr (text, ':') == NULL
      || !carrel_pattern_match ("^(?:letter )?grade ?: *([A-F][+−–-]?)$", text, G_REGEX_CASELESS,
                                &match))
    return FALSE;
  found = g_match_info_fetch (match, 1);
  return carrel_cutoff_match_letter (found, letter) == strlen (found);
}

/* The best letter of a course reaches the whole: "45-50" is a range of one piece of work. */
static gboolean
ends_early (const char *range)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *last = NULL;

  if (!carrel_pattern_match ("^[0-9.]+ ?%? ?(?:-|–|to) ?([0-9]+)", range, 0, &match))
    return FALSE;
  last = g_match_info_fetch (match, 1);
  return g_ascii_strtoll (last, NULL, 10) < MIN_WHOLE;
}

/* What is known of the letters so far. */
typedef struct
{
  gint64 best;       /* the highest bound */
  gboolean is_short; /* the range of the best letter ends early */
  gboolean is_scale; /* one letter has a range at least: the scores of people have none */
} Scale;

/* "%: 93-100", "Percentage: 93 to 100", "Range: < 60" */
static gboolean
read_range (const CarrelWords *words, const char *text, CarrelCutoff *cutoff, Scale *scale)
{
  static const char labelled[]
      = "^(?:%|per ?cent(?:age)?|(?:percent(?:age)? |grade |score )?range|scores?|marks?) ?: *"
        "([<>≥≤0-9][<>=≥≤0-9.,% –-]*(?:to [0-9.]+ ?%?)?)$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *range = NULL;

  if (strlen (text) > MAX_LINE || strchr (text, ':') == NULL
      || !carrel_pattern_match (labelled, text, G_REGEX_CASELESS, &match))
    return FALSE;
  range = g_match_info_fetch (match, 1);
  if (!carrel_cutoff_read_bound (words, range, cutoff))
    return FALSE;
  scale->is_scale
      = scale->is_scale || !carrel_pattern_matches ("^[0-9.]+ ?%?$", range, 0)
        || !carrel_pattern_matches ("^(?:grade|scores?|marks?)\\b", text, G_REGEX_CASELESS);
  if (cutoff->min > scale->best)
    {
      scale->best = cutoff->min;
      scale->is_short = ends_early (range);
    }
  return TRUE;
}

/**
 * carrel_letter_labels_is_of_part:
 * @page: a page
 * @section: the index of a section on it
 *
 * Returns: whether its heading says that letters in it are those of one part: "Participation",
 *   "Essay rubric"
 */
gboolean
carrel_letter_labels_is_of_part (const CarrelPage *page, guint section)
{
  return carrel_pattern_matches (
      "\\b(?:rubrics?|essays?|participation|attendance|quiz(?:zes)?|papers?|projects?"
      "|presentations?|discussions?|examples?)\\b",
      carrel_page_get_section (page, section)->heading, G_REGEX_CASELESS);
}

/**
 * carrel_letter_labels_read:
 * @page: a page
 * @cutoffs: (element-type CarrelCutoff): where the cut-offs are added
 *
 * Reads letters that stand each in a labelled line above their ranges, in the order of the page.
 *
 * Returns: the line of the first, or 0 without any
 */
int
carrel_letter_labels_read (const CarrelPage *page, GArray *cutoffs)
{
  guint n = carrel_page_get_n_lines (page);
  guint n_before = cutoffs->len;
  Scale scale = { 0 };
  int first = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      CarrelCutoff cutoff = { 0 };

      if (!read_letter (carrel_page_get_line (page, i)->text, cutoff.letter)
          || carrel_letter_labels_is_of_part (page, carrel_page_get_line (page, i)->section))
        continue;
      for (guint j = i + 1; j < n && j <= i + MAX_GAP; j++)
        if (read_range (page->words, carrel_page_get_line (page, j)->text, &cutoff, &scale))
          {
            g_array_append_val (cutoffs, cutoff);
            first = first > 0 ? first : carrel_page_get_line (page, i)->line;
            break;
          }
    }
  if (scale.is_scale && !scale.is_short)
    return first;
  g_array_set_size (cutoffs, n_before);
  return 0;
}
