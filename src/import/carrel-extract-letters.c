/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letter cut-offs stand in tables, in lists or in a sentence; the first scale of a page counts. */
#define G_LOG_DOMAIN "carrel-extract-letters"

#include "config.h"

#include "carrel-cutoff.h"
#include "carrel-extract.h"
#include "carrel-letter-labels.h"
#include "carrel-letter-marks.h"
#include "carrel-letter-row.h"
#include "carrel-pattern.h"
#include "carrel-sentence.h"
#include "carrel-weight.h"

#include <string.h>

/* The longest that may stand before a colon as part of a scale, "A+ (honours): 97", in bytes. */
#define MAX_LETTER 12

/* The longest line that says in clauses what letters ask for, in bytes. */
#define MAX_EARNED 300

/* The fewest letters or marks that make a scale. */
#define MIN_MARKS 3

typedef struct
{
  const CarrelPage *page;
  CarrelCourse *course;
  GArray *cutoffs; /* of CarrelCutoff, of the place that is read */
  int line;
} CarrelLetterReader;

/* The points of all parts of the grade, or 0 when one has none. */
static gint64
sum_points (const CarrelCourse *course)
{
  gint64 sum = 0;

  for (guint i = 0; i < course->grading->len; i++)
    {
      const CarrelGradingGroup *group = g_ptr_array_index (course->grading, i);

      if (group->bonus)
        continue;
      if (group->points_total == NULL)
        return 0;
      sum += (gint64) (g_ascii_strtod (group->points_total, NULL) * CARREL_QUANTITY_ONE + 0.5);
    }
  return sum;
}

/* What the lines of the page say the points of the course add up to, when they agree; else 0. */
static gint64
read_total (const CarrelPage *page)
{
  gint64 found = 0;

  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    {
      gint64 total = carrel_weight_read_total (page->words, carrel_page_get_line (page, i)->text);

      if (total <= 0 || total == found)
        continue;
      if (found > 0)
        return 0;
      found = total;
    }
  return found;
}

/* Whether what was read is a scale in percent, or one in points of a total that the page states. */
static gboolean
take_scale (CarrelLetterReader *self)
{
  gint64 total;

  if (!carrel_cutoff_is_scale (self->cutoffs))
    return FALSE;
  if (carrel_cutoff_scale_points (self->cutoffs, 0))
    return TRUE;
  total = sum_points (self->course);
  return carrel_cutoff_scale_points (self->cutoffs, total > 0 ? total : read_total (self->page));
}

/* "+" is better than nothing, and that is better than "-". */
static int
get_sign (const CarrelCutoff *cutoff)
{
  return cutoff->letter[1] == '+' ? 1 : cutoff->letter[1] == '-' ? -1 : 0;
}

static int
compare_bounds (gconstpointer a, gconstpointer b)
{
  const CarrelCutoff *one = a, *other = b;

  return one->min < other->min ? 1 : one->min > other->min ? -1 : 0;
}

/* Tables may begin with the lowest letter, or have their letters in any order: by their bounds they
 * are in order, each of them once. Anything else is no scale. */
static void
sort_by_bounds (GArray *cutoffs)
{
  g_array_sort (cutoffs, compare_bounds);
  for (guint i = 1; i < cutoffs->len; i++)
    {
      const CarrelCutoff *better = &g_array_index (cutoffs, CarrelCutoff, i - 1);
      const CarrelCutoff *next = &g_array_index (cutoffs, CarrelCutoff, i);

      if (better->letter[0] == next->letter[0] && !g_ascii_isalpha (next->letter[1])
          && !g_ascii_isalpha (better->letter[1]) && get_sign (better) <= get_sign (next))
        {
          g_array_set_size (cutoffs, 0);
          return;
        }
    }
}

/* "60-69: D" above "failing below 60: F": the last letter has what is left. */
static void
mend_last (GArray *cutoffs)
{
  CarrelCutoff *last
      = cutoffs->len > 1 ? &g_array_index (cutoffs, CarrelCutoff, cutoffs->len - 1) : NULL;

  if (last != NULL && g_str_equal (last->letter, "F") && last[-1].min == last->min)
    last->min = 0;
}

/* Adds what was read to the draft when it is a scale, and starts afresh. */
static gboolean
flush (CarrelLetterReader *self)
{
  gboolean is_scale;

  mend_last (self->cutoffs);
  is_scale = self->course->letter_grades->len == 0 && take_scale (self);

  if (!is_scale && self->cutoffs->len > 0 && self->course->letter_grades->len == 0)
    {
      sort_by_bounds (self->cutoffs);
      is_scale = take_scale (self);
    }
  for (guint i = 0; is_scale && i < self->cutoffs->len; i++)
    {
      const CarrelCutoff *cutoff = &g_array_index (self->cutoffs, CarrelCutoff, i);
      CarrelLetterGrade *letter = carrel_record_new (&carrel_letter_grade_type);

      carrel_record_set_source (letter, self->page->file, self->line);
      letter->letter = g_strdup (cutoff->letter);
      letter->min = carrel_quantity_dup_decimal (cutoff->min);
      letter->min_exclusive = cutoff->is_exclusive;
      g_ptr_array_add (self->course->letter_grades, letter);
    }
  g_array_set_size (self->cutoffs, 0);
  return is_scale;
}

/* Cells that hold a letter and its bound each, over several rows. */
static void
read_matrix (CarrelLetterReader *self, const CarrelBlock *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    for (guint j = 0; j < block->rows[i].n_cells; j++)
      {
        g_autofree char *text = carrel_page_dup_text (&block->rows[i].cells[j]);
        g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

        for (guint k = 0; lines[k] != NULL; k++)
          {
            CarrelCutoff cutoff;

            if (carrel_cutoff_read_line (self->page->words, lines[k], &cutoff)
                || carrel_cutoff_read_mark (self->page->words, lines[k], &cutoff))
              g_array_append_val (self->cutoffs, cutoff);
          }
      }
  carrel_cutoff_merge_equal (self->cutoffs);
}

/* Letters across the first row and bounds below them. */
static void
read_across (CarrelLetterReader *self, const CarrelBlock *block)
{
  const CarrelTableRow *letters = &block->rows[0];

  for (guint i = 0; block->n_rows > 1 && i < letters->n_cells && i < block->rows[1].n_cells; i++)
    {
      g_autofree char *letter = carrel_page_dup_text (&letters->cells[i]);
      g_autofree char *bound = carrel_page_dup_text (&block->rows[1].cells[i]);
      CarrelCutoff cutoff;

      if (carrel_letter_row_is_letter (letter, cutoff.letter)
          && carrel_cutoff_read_bound (self->page->words, bound, &cutoff))
        g_array_append_val (self->cutoffs, cutoff);
    }
}

/* How many cells of a column are a letter. */
static guint
count_letters (const CarrelBlock *block, guint column)
{
  guint n = 0;

  for (guint i = 0; i < block->n_rows; i++)
    if (column < block->rows[i].n_cells)
      {
        g_autofree char *text = carrel_page_dup_text (&block->rows[i].cells[column]);
        char letter[8];

        n += carrel_letter_row_is_letter (text, letter);
      }
  return n;
}

/* Whether bounds stand to the left of their letters: then they do so for the last column too. */
static gboolean
are_bounds_left (const CarrelBlock *block)
{
  return block->n_columns % 2 == 0 && count_letters (block, 0) == 0
         && count_letters (block, block->n_columns - 1) > 0;
}

/* Columns of letters side by side, each with its bounds beside it. */
static void
read_columns (CarrelLetterReader *self, const CarrelBlock *block)
{
  guint first = are_bounds_left (block) ? 1 : 0;

  for (guint column = first; column - first + 1 < block->n_columns; column++)
    for (guint i = 0; count_letters (block, column) > 1 && i < block->n_rows; i++)
      {
        const CarrelTableRow *row = &block->rows[i];
        CarrelTableRow pair = *row;
        CarrelCutoff cutoff = { 0 };

        if (column - first + 1 >= row->n_cells)
          continue;
        pair.cells = row->cells + column - first;
        pair.n_cells = 2;
        if (carrel_letter_row_read (self->page->words, &pair, &cutoff))
          g_array_append_val (self->cutoffs, cutoff);
      }
}

/* "A-, A, A+ | 90-92, 92-98, 98-100" */
static gboolean
read_group (CarrelLetterReader *self, const CarrelTableRow *row)
{
  g_autofree char *letters = row->n_cells == 2 ? carrel_page_dup_text (&row->cells[0]) : NULL;
  g_autofree char *ranges = row->n_cells == 2 ? carrel_page_dup_text (&row->cells[1]) : NULL;
  g_autofree char *line = g_strjoin (" ", letters != NULL ? letters : "", ranges, NULL);

  return carrel_letter_row_read_group (self->page->words, line, self->cutoffs);
}

static void
read_rows (CarrelLetterReader *self, const CarrelBlock *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    {
      CarrelCutoff cutoff = { 0 };

      if (!read_group (self, &block->rows[i])
          && carrel_letter_row_read (self->page->words, &block->rows[i], &cutoff))
        g_array_append_val (self->cutoffs, cutoff);
    }
}

static gboolean
repeats_letter (const GArray *cutoffs)
{
  for (guint i = 0; i + 1 < cutoffs->len; i++)
    if (g_str_equal (g_array_index (cutoffs, CarrelCutoff, i).letter,
                     g_array_index (cutoffs, CarrelCutoff, i + 1).letter))
      return TRUE;
  return FALSE;
}

/* A column beside the letters, where there are several of numbers. */
static gboolean
read_beside (CarrelLetterReader *self, const CarrelBlock *block, guint letters, guint column)
{
  for (guint i = 0; i < block->n_rows; i++)
    {
      const CarrelTableRow *row = &block->rows[i];
      CarrelTableRow pair = *row;
      CarrelCutoff cutoff = { 0 };

      if (MAX (column, letters) >= row->n_cells)
        continue;
      pair.cells = (CarrelInline[]){ row->cells[letters], row->cells[column] };
      pair.n_cells = 2;
      if (carrel_letter_row_read (self->page->words, &pair, &cutoff))
        g_array_append_val (self->cutoffs, cutoff);
    }
  return carrel_cutoff_is_scale (self->cutoffs) && !repeats_letter (self->cutoffs)
         && carrel_cutoff_scale_points (self->cutoffs, 0);
}

/* "155-164 | 94-99 | A": bounds in points and in per cent, of which one column makes a scale. */
static void
read_apart (CarrelLetterReader *self, const CarrelBlock *block)
{
  guint letters = 0;

  while (letters < block->n_columns && count_letters (block, letters) < 2)
    letters++;
  for (guint column = 0; column < block->n_columns && letters < block->n_columns; column++)
    {
      if (column != letters && read_beside (self, block, letters, column))
        return;
      g_array_set_size (self->cutoffs, 0);
    }
}

/* Whether the columns are kinds of work: then their numbers are what each letter asks for in each.
 */
static gboolean
asks_for_work (const CarrelLetterReader *self, const CarrelBlock *block)
{
  static const CarrelLabel kinds[] = { CARREL_LABEL_HOMEWORK, CARREL_LABEL_LAB, CARREL_LABEL_EXAM };
  guint n = 0;

  for (guint i = 0; i < block->rows[0].n_cells; i++)
    {
      g_autofree char *text = carrel_page_dup_text (&block->rows[0].cells[i]);

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        if (carrel_words_has_label (self->page->words, text, kinds[j]))
          {
            n++;
            break;
          }
    }
  return n > 0;
}

/* "97 to 100: A+" beside "93 to <97: A": cells that have more bounds than the table has rows. */
static gboolean
is_matrix (CarrelLetterReader *self, const CarrelBlock *block)
{
  guint n_before = self->cutoffs->len;
  guint n;

  read_matrix (self, block);
  n = self->cutoffs->len - n_before;
  g_array_set_size (self->cutoffs, n_before);
  return n > block->n_rows;
}

static void
read_marks (CarrelLetterReader *self, const CarrelBlock *block)
{
  carrel_letter_marks_read (self->page->words, block, self->cutoffs);
}

static void
read_table (CarrelLetterReader *self, const CarrelBlock *block)
{
  static void (*const readers[]) (CarrelLetterReader *, const CarrelBlock *)
      = { read_rows, read_columns, read_matrix, read_across, read_marks, read_apart };
  guint n_columns = 0;
  guint first;

  if (block->n_rows == 0 || asks_for_work (self, block))
    return;
  self->line = block->line;
  for (guint column = 0; column < block->n_columns; column++)
    n_columns += count_letters (block, column) > 1;
  first = is_matrix (self, block) ? 2 : n_columns > 1 ? 1 : 0;
  for (guint i = first; i < G_N_ELEMENTS (readers); i++)
    {
      readers[i](self, block);
      if (flush (self))
        return;
    }
}

/* "0-59%: 0.0" is below all marks. */
static gboolean
is_failed_part (const char *text)
{
  const char *colon = strchr (text, ':');

  return colon != NULL && g_ascii_isdigit (*text)
         && g_str_equal (colon + 1 + strspn (colon + 1, " "), "0.0");
}

/* "A | 93-100%": the row of a table that no line of dashes makes one. */
static gboolean
read_row (CarrelLetterReader *self, const char *text)
{
  const char *bar = strchr (text, '|');
  g_autofree char *plain = NULL;
  CarrelCutoff cutoff;

  if (bar == NULL || bar - text > MAX_LETTER || strchr (bar + 1, '|') != NULL
      || strpbrk (bar, "0123456789") == NULL)
    return FALSE;
  plain = g_strdelimit (g_strdup (text), "|", ' ');
  if (!carrel_cutoff_read_line (self->page->words, g_strstrip (plain), &cutoff))
    return FALSE;
  g_array_append_val (self->cutoffs, cutoff);
  return TRUE;
}

/* "A [4.0; 96-100%]" without what the letter counts. */
static char *
dup_without_value (const char *text)
{
  return carrel_pattern_dup_without ("(?<=[(\\[])[0-4]\\.[0-9]{1,2} ?[;,/|] ?", text, 0);
}

/* A letter, or several with strokes between: "A: 93-100 | A-: 90-92". All of them count, or none.
 */
static gboolean
read_line (CarrelLetterReader *self, const char *text)
{
  g_autofree char *plain = dup_without_value (text);
  g_auto (GStrv) parts = g_strsplit_set (plain, "|;", -1);
  guint n_before = self->cutoffs->len;

  if (read_row (self, text))
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      CarrelCutoff cutoff;

      if (*g_strstrip (parts[i]) == '\0' || is_failed_part (parts[i]))
        continue;
      if (!carrel_cutoff_read_line (self->page->words, parts[i], &cutoff)
          && !carrel_cutoff_read_mark (self->page->words, parts[i], &cutoff))
        {
          g_array_set_size (self->cutoffs, n_before);
          return FALSE;
        }
      g_array_append_val (self->cutoffs, cutoff);
    }
  return TRUE;
}

/* A single line among the letters of a list, behind which they go on: "to pass you need a C". */
static gboolean
is_remark_between (CarrelLetterReader *self, guint index)
{
  guint n_before = self->cutoffs->len;
  const CarrelCutoff *last;
  const CarrelCutoff *next;
  gboolean goes_on;

  if (n_before < MIN_MARKS || index + 1 >= carrel_page_get_n_lines (self->page)
      || !read_line (self, carrel_page_get_line (self->page, index + 1)->text)
      || self->cutoffs->len == n_before)
    return FALSE;
  last = &g_array_index (self->cutoffs, CarrelCutoff, n_before - 1);
  next = &g_array_index (self->cutoffs, CarrelCutoff, n_before);
  goes_on = next->min < last->min && next->min > 0 && next->letter[0] >= last->letter[0];
  g_array_set_size (self->cutoffs, n_before);
  return goes_on;
}

/* Whether a letter from @from on is one of those before. */
static gboolean
has_letter_before (const GArray *cutoffs, guint from)
{
  for (guint i = from; i < cutoffs->len; i++)
    for (guint j = 0; j < from; j++)
      if (g_str_equal (g_array_index (cutoffs, CarrelCutoff, i).letter,
                       g_array_index (cutoffs, CarrelCutoff, j).letter))
        return TRUE;
  return FALSE;
}

/* "90% or above earns an A" in a line of no more than that. Below a scale, "93.0 is an A,
 * while 92.9 is an A-" only explains it. */
static gboolean
read_earned (CarrelLetterReader *self, const char *text)
{
  guint n_before = self->cutoffs->len;

  if (strpbrk (text, "0123456789") == NULL || strlen (text) > MAX_EARNED
      || !carrel_cutoff_read_earned (self->page->words, text, self->cutoffs))
    return FALSE;
  if (!has_letter_before (self->cutoffs, n_before))
    return TRUE;
  g_array_set_size (self->cutoffs, n_before);
  return FALSE;
}

/* "Work of exceptional quality" below "A [4.0; 96-100%]" in one paragraph. */
static gboolean
is_description (CarrelLetterReader *self, guint index)
{
  guint block = carrel_page_get_line (self->page, index)->block;
  guint first = index;
  g_autofree char *head = NULL;
  CarrelCutoff cutoff;

  if (self->cutoffs->len == 0
      || strpbrk (carrel_page_get_line (self->page, index)->text, "0123456789") != NULL)
    return FALSE;
  while (first > 0 && carrel_page_get_line (self->page, first - 1)->block == block)
    first--;
  head = dup_without_value (carrel_page_get_line (self->page, first)->text);
  return first < index && carrel_cutoff_read_line (self->page->words, head, &cutoff);
}

/* Lines of letters; a line of anything else ends the run. */
static void
read_lines (CarrelLetterReader *self)
{
  for (guint i = 0; i < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);
      gboolean is_first = self->cutoffs->len == 0;

      if (*line->text == '\0' || is_description (self, i))
        continue;
      if (read_earned (self, line->text)
          || carrel_letter_row_read_group (self->page->words, line->text, self->cutoffs)
          || carrel_cutoff_read_list (self->page->words, line->text, self->cutoffs)
          || read_line (self, line->text))
        self->line = is_first ? line->line : self->line;
      else if (!is_remark_between (self, i))
        flush (self);
    }
  flush (self);
}

static gboolean
read_sentence (CarrelLetterReader *self, const char *sentence)
{
  const CarrelWords *words = self->page->words;

  return (carrel_cutoff_read_sentence (words, sentence, self->cutoffs)
          || carrel_cutoff_read_scale (words, sentence, self->cutoffs)
          || carrel_cutoff_read_marks (words, sentence, self->cutoffs))
         && flush (self);
}

/* What leads to a scale may hold an "A" of its own: "A letter is given as follows: A: 93+, …". */
static void
read_sentences (CarrelLetterReader *self, const CarrelPageLine *line)
{
  g_auto (GStrv) sentences = carrel_sentence_split (line->text);

  self->line = line->line;
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      const char *colon = strstr (sentences[i], ": ");

      if (!read_sentence (self, sentences[i]) && colon != NULL && colon - sentences[i] > MAX_LETTER)
        read_sentence (self, colon + 2);
    }
}

/* Letters above their bounds, in two lines of one block. */
static void
read_typed (CarrelLetterReader *self, guint index)
{
  const CarrelPageLine *line = carrel_page_get_line (self->page, index);
  const CarrelPageLine *next = carrel_page_get_line (self->page, index + 1);

  if (line->block != next->block
      || !carrel_letter_row_read_typed (self->page->words, line->text, next->text, self->cutoffs))
    return;
  self->line = line->line;
  flush (self);
}

/* Letters that only their labels tell from others, "Grade: A", where nothing else has a scale. */
static void
read_labelled (CarrelLetterReader *self)
{
  for (guint i = 0; i + 1 < carrel_page_get_n_lines (self->page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (self->page, i);

      if (carrel_letter_row_is_labelled (line->text)
          && !carrel_letter_labels_is_of_part (self->page, line->section))
        read_typed (self, i);
    }
  self->line = carrel_letter_labels_read (self->page, self->cutoffs);
  flush (self);
}

/**
 * carrel_extract_letters:
 * @page: a page
 * @course: a draft that is being built
 *
 * Adds the lower bounds of letter grades that the page states, once.
 */
void
carrel_extract_letters (const CarrelPage *page, CarrelCourse *course)
{
  g_autoptr (GArray) cutoffs = g_array_new (FALSE, FALSE, sizeof (CarrelCutoff));
  CarrelLetterReader self = { page, course, cutoffs, 0 };

  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    if (carrel_page_get_block (page, i)->kind == CARREL_BLOCK_TABLE)
      read_table (&self, carrel_page_get_block (page, i));
  for (guint i = 0; i + 1 < carrel_page_get_n_lines (page); i++)
    if (!carrel_letter_row_is_labelled (carrel_page_get_line (page, i)->text))
      read_typed (&self, i);
  read_lines (&self);
  for (guint i = 0; course->letter_grades->len == 0 && i < carrel_page_get_n_lines (page); i++)
    read_sentences (&self, carrel_page_get_line (page, i));
  if (course->letter_grades->len == 0)
    read_labelled (&self);
}
