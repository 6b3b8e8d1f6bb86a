/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Lecture room: Hill 5" above office hours: they are those of the class, and of nobody who
 * assists. */
#define G_LOG_DOMAIN "carrel-line-scanner"

#include "config.h"

#include "carrel-line-class.h"

/**
 * carrel_line_class_is_named:
 * @words: the words of the page's language
 * @text: what stands before a time
 *
 * Returns: whether it names a class, a lab or a section
 */
gboolean
carrel_line_class_is_named (const CarrelWords *words, const char *text)
{
  static const CarrelLabel labels[]
      = { CARREL_LABEL_LECTURE, CARREL_LABEL_MEETING, CARREL_LABEL_LAB, CARREL_LABEL_RECITATION,
          CARREL_LABEL_SECTION };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (carrel_words_has_label (words, text, labels[i]))
      return TRUE;
  return FALSE;
}

/**
 * carrel_line_class_is_above:
 * @scanner: a walk, at a line
 * @above: a line above it
 *
 * Returns: whether @above is of the same paragraph and has a label that names a class
 */
gboolean
carrel_line_class_is_above (const CarrelLineScanner *scanner, const CarrelPageLine *above)
{
  g_autofree char *label
      = above->block == scanner->line->block ? carrel_line_scanner_dup_label (above->text) : NULL;

  return label != NULL && carrel_line_class_is_named (scanner->page->words, label);
}
