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

/* "Lecture room", "Class time", "Horário"; what assistants hold themselves is no such label. */
static gboolean
is_label_of_class (const CarrelWords *words, const char *label)
{
  static const CarrelLabel own[]
      = { CARREL_LABEL_SECTION, CARREL_LABEL_LAB, CARREL_LABEL_RECITATION };

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (carrel_words_has_label (words, label, own[i]))
      return FALSE;
  return carrel_line_class_is_named (words, label)
         || carrel_words_find_label (words, label) == CARREL_LABEL_TIME;
}

/**
 * carrel_line_class_is_between:
 * @scanner: a walk, at a line with office hours
 * @person: a line above it that names a person
 *
 * "Lecture room: Hill 5" in a paragraph below that of an assistant: the hours that follow are those
 * of the class, and of nobody who assists.
 *
 * Returns: whether there is such a line between the two
 */
gboolean
carrel_line_class_is_between (const CarrelLineScanner *scanner, guint person)
{
  guint block = carrel_page_get_line (scanner->page, person)->block;

  for (guint i = person + 1; i < scanner->index; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (scanner->page, i);
      g_autofree char *label
          = line->block != block ? carrel_line_scanner_dup_label (line->text) : NULL;

      if (label != NULL && is_label_of_class (scanner->page->words, label))
        return TRUE;
    }
  return FALSE;
}
