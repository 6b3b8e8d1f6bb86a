/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "A | 93-100", "< 97% | to 92% | A-": a letter and its bounds in the cells of a row. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-letter-row.h"

#include "carrel-pattern.h"

#include <string.h>

/* Fewer letters in a line are no scale. */
#define MIN_LETTERS 3

/* What a line of letters or bounds may be called, in bytes. */
#define MIN_LABEL 4
#define MAX_LABEL 30

/**
 * carrel_letter_row_is_remark:
 * @text: what stands behind a letter
 *
 * Returns: whether it says in brackets what the letter means: "(excellent)"
 */
gboolean
carrel_letter_row_is_remark (const char *text)
{
  text += strspn (text, " ");
  return *text == '(' && text[strcspn (text, ")")] == ')' && text[strcspn (text, ")") + 1] == '\0'
         && strpbrk (text, "0123456789%") == NULL;
}

/* "A (from 93 on A+)": a letter with a remark that has numbers of its own. */
static gboolean
is_remarked_letter (const char *text, char *letter)
{
  gsize n = carrel_cutoff_match_letter (text, letter);
  gsize blanks = strspn (text + n, " ");

  return n > 0 && text[n + blanks] == '(' && g_str_has_suffix (text, ")");
}

/* "90-100", "> 900": a cell that is a bound and nothing else from its start. */
static gboolean
starts_bound (const char *text)
{
  return g_ascii_isdigit (text[strspn (text, " <>=")]);
}

/**
 * carrel_letter_row_is_letter:
 * @text: a cell
 * @letter: (out): the letter, of 8 bytes
 *
 * Returns: whether the cell is a letter and nothing else but a remark
 */
gboolean
carrel_letter_row_is_letter (const char *text, char *letter)
{
  gsize n = carrel_cutoff_match_letter (text, letter);

  /* "C -" */
  if (n == 1 && text[1] == ' ' && (text[2] == '+' || text[2] == '-') && text[3] == '\0')
    {
      letter[1] = text[2];
      letter[2] = '\0';
      return TRUE;
    }
  return n > 0
         && (text[n] == '\0' || carrel_letter_row_is_remark (text + n)
             || g_str_equal (text + n, ":"));
}

/* "A, A-" share a range, whose lower bound is that of the last. */
static gboolean
is_letter_or_group (const char *text, char *letter)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  char first = '\0';

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (!carrel_letter_row_is_letter (g_strstrip (parts[i]), letter)
          || (first != '\0' && letter[0] != first))
        return FALSE;
      first = letter[0];
    }
  return first != '\0';
}

static gboolean
read_range (const CarrelWords *words, const char *text, CarrelCutoff *bound)
{
  CarrelQuantity quantity;

  return carrel_quantity_find (words, text, 0, &quantity) && !quantity.is_word
         && carrel_cutoff_read_bound (words, text, bound);
}

/* "< 97%" beside "to 92%", "100" beside "93": the two bounds of a range in cells of their own;
 * NULL when the next cell has none. */
static char *
dup_range_of_cells (const CarrelTableRow *row, guint index)
{
  static const char bound[] = "^(?:to |[<>]=? ?)?[0-9]{1,3}(?:\\.[0-9]+)? ?%?$";
  g_autofree char *from = carrel_page_dup_text (&row->cells[index]);
  g_autofree char *until
      = index + 1 < row->n_cells ? carrel_page_dup_text (&row->cells[index + 1]) : NULL;

  if (until == NULL || !carrel_pattern_matches (bound, from, 0)
      || !carrel_pattern_matches (bound, until, 0))
    return NULL;
  return g_strdup_printf ("%s to %s", from,
                          until + (g_str_has_prefix (until, "to ") ? strlen ("to ") : 0));
}

/* "59-" is what the last letter has at most. */
static gboolean
is_below_all (const CarrelCutoff *cutoff, const char *text)
{
  return g_str_equal (cutoff->letter, "F") && carrel_pattern_matches ("^[0-9]+ ?[-–]$", text, 0);
}

/* The bound of a cell, or of the range that it makes with the next one. */
static gboolean
read_cell_bound (const CarrelWords *words,
                 const CarrelTableRow *row,
                 guint index,
                 CarrelCutoff *cutoff)
{
  g_autofree char *text = carrel_page_dup_text (&row->cells[index]);
  g_autofree char *range = dup_range_of_cells (row, index);

  if (!read_range (words, range != NULL ? range : text, cutoff))
    return FALSE;
  cutoff->is_range |= range != NULL;
  return TRUE;
}

/* A letter, or one with a remark where its bound stands before it. */
static gboolean
may_be_letter (const char *text, gboolean is_behind_bound, char *letter)
{
  return is_letter_or_group (text, letter)
         || (is_behind_bound && is_remarked_letter (text, letter));
}

/**
 * carrel_letter_row_read:
 * @words: the words of the page's language
 * @row: a row of a table
 * @cutoff: (out): where the cut-off goes
 *
 * Returns: whether the row has a letter in one cell and its range in another, or in two of them
 */
gboolean
carrel_letter_row_read (const CarrelWords *words, const CarrelTableRow *row, CarrelCutoff *cutoff)
{
  gboolean has_letter = FALSE;
  g_autofree char *bound = NULL;
  CarrelCutoff found = { 0 };

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = carrel_page_dup_text (&row->cells[i]);

      if (!has_letter && may_be_letter (text, bound != NULL && starts_bound (bound), found.letter))
        has_letter = TRUE;
      else if (bound == NULL && read_cell_bound (words, row, i, &found))
        bound = g_steal_pointer (&text);
    }
  if (!has_letter || bound == NULL)
    return FALSE;
  *cutoff = found;
  if (is_below_all (cutoff, bound))
    cutoff->min = 0;
  return TRUE;
}

static GPtrArray *
split_at_blanks (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  return words;
}

/* "Letter grade:  A A- B+": the line behind what it is called, if that is one of @names. */
static const char *
skip_label (const char *line, const char *names)
{
  const char *start = line + strspn (line, " ");
  const char *at = start;
  g_autofree char *label = NULL;

  while (g_ascii_isalpha (*at) || *at == ' ' || *at == '-')
    at++;
  if (*at != ':' || at - start < MIN_LABEL || at - start > MAX_LABEL)
    return line;
  label = g_strndup (start, (gsize) (at - start));
  return carrel_pattern_matches (names, label, G_REGEX_CASELESS) ? at + 1 : line;
}

static const char *
skip_label_of_letters (const char *line)
{
  return skip_label (line, "\\b(?:grades?|letters?|marks?)$");
}

/**
 * carrel_letter_row_is_labelled:
 * @line: a line of text
 *
 * Returns: whether it begins as a line of letters that says what they are: "Letter grade: A A-"
 */
gboolean
carrel_letter_row_is_labelled (const char *line)
{
  return strchr (line, ':') != NULL && skip_label_of_letters (line) != line;
}

/**
 * carrel_letter_row_read_typed:
 * @words: the words of the page's language
 * @letters: a line of text in type of one width: "A A- B+"
 * @bounds: the line below it: ">85 80-85 77-80"; both may be labelled, "Letter: " and "Score: "
 * @cutoffs: (inout) (element-type CarrelCutoff): where the cut-offs go; empty before
 *
 * Returns: whether the lines are letters and as many bounds
 */
gboolean
carrel_letter_row_read_typed (const CarrelWords *words,
                              const char *letters,
                              const char *bounds,
                              GArray *cutoffs)
{
  g_autoptr (GPtrArray) above = NULL;
  g_autoptr (GPtrArray) below = NULL;

  /* Most lines of a page are something else, and are told by their first letter. */
  letters = skip_label_of_letters (letters);
  letters += strspn (letters, " ");
  if (*letters != 'A' || letters[1] == '\0' || strchr (" +-", letters[1]) == NULL)
    return FALSE;
  above = split_at_blanks (letters);
  below = split_at_blanks (skip_label (
      bounds, "\\b(?:scores?|per ?cent(?:age)?s?|ranges?|cut-?offs?|minimum|points?|from)\\b"));
  for (guint i = 0; above->len >= MIN_LETTERS && i < above->len && above->len == below->len; i++)
    {
      CarrelCutoff cutoff = { 0 };

      if (!carrel_letter_row_is_letter (above->pdata[i], cutoff.letter)
          || !carrel_cutoff_read_bound (words, below->pdata[i], &cutoff))
        break;
      g_array_append_val (cutoffs, cutoff);
    }
  if (cutoffs->len == above->len)
    return TRUE;
  g_array_set_size (cutoffs, 0);
  return FALSE;
}

/**
 * carrel_letter_row_read_group:
 * @words: the words of the page's language
 * @text: a line without markup
 * @cutoffs: (element-type CarrelCutoff) (inout): gets the letters, in the order of the line
 *
 * Reads a line of several letters and as many ranges behind them: "A-, A, A+  90-92, 92-98,
 * 98-100".
 *
 * Returns: whether it was one; @cutoffs is untouched otherwise
 */
gboolean
carrel_letter_row_read_group (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  static const char pattern[] = "^([A-F][+-]?(?: ?, ?[A-F][+-]?)+)[\\s:=]+([0-9][0-9.,%\\s-]+)$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *letters = NULL;
  g_autofree char *ranges = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) bounds = NULL;
  guint n_before = cutoffs->len;

  if (!carrel_pattern_match (pattern, text, 0, &match))
    return FALSE;
  letters = g_match_info_fetch (match, 1);
  ranges = g_match_info_fetch (match, 2);
  names = g_strsplit (letters, ",", -1);
  bounds = g_strsplit (ranges, ",", -1);
  if (g_strv_length (names) != g_strv_length (bounds))
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      CarrelCutoff cutoff = { 0 };

      carrel_cutoff_match_letter (g_strstrip (names[i]), cutoff.letter);
      if (!carrel_cutoff_read_bound (words, bounds[i], &cutoff))
        {
          g_array_set_size (cutoffs, n_before);
          return FALSE;
        }
      g_array_append_val (cutoffs, cutoff);
    }
  return TRUE;
}
