/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a table look like, whatever they mean. */
#define G_LOG_DOMAIN "carrel-table-cell"

#include "config.h"

#include "carrel-table-cell.h"

#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-phrase.h"
#include "carrel-place.h"

#include <string.h>

/* So many rows show how a column writes names. */
#define MAX_ROWS 40

/**
 * carrel_table_cell_has_letters:
 * @text: valid UTF-8, the text of a cell
 *
 * Returns: whether there are letters in it
 */
gboolean
carrel_table_cell_has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * carrel_table_cell_is_blank_row:
 * @cells: a row
 * @but: a column
 *
 * Returns: whether nothing stands in the other columns
 */
gboolean
carrel_table_cell_is_blank_row (const CarrelTableRow *cells, guint but)
{
  for (guint column = 0; column < cells->n_cells; column++)
    {
      g_autofree char *cell = carrel_page_dup_text (&cells->cells[column]);

      if (column != but && *cell != '\0')
        return FALSE;
    }
  return TRUE;
}

/**
 * carrel_table_cell_is_bold:
 * @cell: a cell
 *
 * Returns: whether all of it but a picture is bold
 */
gboolean
carrel_table_cell_is_bold (const CarrelInline *cell)
{
  gsize before = 0;

  while (before < strlen (cell->text) && !g_unichar_isalnum (g_utf8_get_char (cell->text + before)))
    before = (gsize) (g_utf8_next_char (cell->text + before) - cell->text);
  return cell->n_spans > 0 && cell->spans[0].kind == CARREL_SPAN_STRONG
         && cell->spans[0].start <= before && cell->spans[0].end + 2 >= strlen (cell->text);
}

/**
 * carrel_table_cell_is_deadline:
 * @cell: the text of a cell
 *
 * Tells "Read by 01-23": a deadline where the date of a class should be.
 *
 * Returns: whether it is one
 */
gboolean
carrel_table_cell_is_deadline (const char *cell)
{
  static const char *const phrases[]
      = { "read by", "read before", "due by", "due on", "due", "submit by", "deadline", NULL };

  return carrel_phrase_match_any (cell, phrases) > 0;
}

/**
 * carrel_table_cell_are_family_first:
 * @block: a table
 * @column: a column of people
 *
 * Returns: whether it has "Lee, Ann" and another such cell below its head, and no "Lee" alone, so
 *   that each is one person
 */
gboolean
carrel_table_cell_are_family_first (const CarrelBlock *block, int column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 1; i < MIN (block->n_rows, MAX_ROWS) && column >= 0; i++)
    {
      const CarrelTableRow *row = &block->rows[i];
      g_autofree char *cell
          = column < (int) row->n_cells ? carrel_page_dup_text (&row->cells[column]) : NULL;

      if (cell != NULL && carrel_pattern_matches ("^\\p{Lu}\\p{Ll}+$", cell, 0)
          && g_ascii_strcasecmp (cell, "staff") != 0)
        return FALSE;
      if (cell != NULL && carrel_person_name_may_be_family_first (cell))
        g_hash_table_add (seen, g_steal_pointer (&cell));
    }
  return g_hash_table_size (seen) > 1;
}

/**
 * carrel_table_cell_dup_dates:
 * @row: a row
 * @column: a column
 *
 * Reads a cell of dates: "From (18/08) To (22/08)" on one line or two is a range.
 *
 * Returns: (transfer full): the text of the cell, a range as "18/08 - 22/08"
 */
char *
carrel_table_cell_dup_dates (const CarrelTableRow *row, guint column)
{
  static const char pattern[] = "^(?:From|Del?|Du|Vom) *[(]?([0-9./ -]{4,10}[0-9])[)]?\\s+"
                                "(?:To|al?|au|bis(?: zum)?) *[(]?([0-9./ -]{4,10}[0-9])[)]?$";
  g_autofree char *cell
      = column < row->n_cells ? carrel_page_dup_text (&row->cells[column]) : g_strdup ("");
  g_autoptr (GRegex) regex = NULL;

  if (strlen (cell) > 48 || !g_ascii_isupper (*cell))
    return g_steal_pointer (&cell);
  regex = carrel_pattern_get (pattern, G_REGEX_CASELESS);
  return g_regex_replace (regex, cell, -1, 0, "\\1 - \\2", 0, NULL);
}

/**
 * carrel_table_cell_are_words:
 * @block: a table
 * @from: its first column that counts
 *
 * Tells topics, which have words, from letters and numbers such as "K1" that point to a legend.
 *
 * Returns: whether most cells hold words
 */
gboolean
carrel_table_cell_are_words (const CarrelBlock *block, guint from)
{
  guint n_cells = 0, n_words = 0;

  for (guint i = 0; i < block->n_rows; i++)
    for (guint column = from; column < block->rows[i].n_cells; column++)
      {
        g_autofree char *cell = carrel_page_dup_text (&block->rows[i].cells[column]);

        n_cells += *cell != '\0';
        n_words += g_utf8_strlen (cell, -1) >= 5 && carrel_table_cell_has_letters (cell);
      }
  return n_words * 3 >= n_cells * 2;
}

/* The end of a name in a list that a place ends: "Jared, John, Searles 224". */
static const char *
skip_listed (const CarrelWords *words, const char *at, gboolean is_first)
{
  gsize length = strcspn (at, ",;)");
  g_autofree char *part = g_strndup (at, length);
  g_autofree char *name = carrel_person_name_read (words, part);
  g_auto (CarrelPlace) place = { 0 };

  if (name == NULL || (!is_first && at[length] != ','))
    return NULL;
  /* "Library" and "Remote" are written like names. */
  carrel_place_read_after (words, part, &place);
  return place.place == NULL && place.mode == NULL ? at + length : NULL;
}

/**
 * carrel_table_cell_skip_names:
 * @words: the words of the page's language
 * @text: what stands in a cell
 *
 * Returns: where the names that @text starts with end; @text when there are none
 */
const char *
carrel_table_cell_skip_names (const CarrelWords *words, const char *text)
{
  const char *end = text;
  const char *next = skip_listed (words, text, TRUE);

  while (next != NULL)
    {
      end = next;
      next = skip_listed (words, end + strspn (end, ", "), FALSE);
    }
  return end;
}
