/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What both texts begin and end with is set aside, and the longest common part of the rest is
 * looked for. Where that is too much, a line that is anywhere in the other text counts as kept. */
#define G_LOG_DOMAIN "carrel-line-diff"

#include "config.h"

#include "carrel-line-diff.h"

/* So many pairs of lines are compared at most. */
#define MAX_PAIRS 4000000

typedef struct
{
  GStrv old_lines;
  GStrv new_lines;
  guint n_same; /* at the start of both */
  guint n_old;  /* behind them, without what both end with */
  guint n_new;
  GPtrArray *changes;
} LineDiff;

static void
free_change (gpointer data)
{
  CarrelLineChange *change = data;

  g_free (change->text);
  g_free (change);
}

static void
add_change (LineDiff *self, gboolean is_added, guint index)
{
  CarrelLineChange *change = g_new0 (CarrelLineChange, 1);
  guint line = self->n_same + index;

  change->is_added = is_added;
  change->line = (int) line + 1;
  change->text = g_strdup (is_added ? self->new_lines[line] : self->old_lines[line]);
  g_ptr_array_add (self->changes, change);
}

static gboolean
is_same (const LineDiff *self, guint old_index, guint new_index)
{
  return g_str_equal (self->old_lines[self->n_same + old_index],
                      self->new_lines[self->n_same + new_index]);
}

static void
trim (LineDiff *self)
{
  guint n_old = g_strv_length (self->old_lines);
  guint n_new = g_strv_length (self->new_lines);

  while (self->n_same < n_old && self->n_same < n_new && is_same (self, 0, 0))
    self->n_same++;
  while (n_old > self->n_same && n_new > self->n_same
         && g_str_equal (self->old_lines[n_old - 1], self->new_lines[n_new - 1]))
    {
      n_old--;
      n_new--;
    }
  self->n_old = n_old - self->n_same;
  self->n_new = n_new - self->n_same;
}

/* How many lines the rests from each pair of lines on have in common. */
static guint32 *
count_common (const LineDiff *self)
{
  gsize width = self->n_new + 1;
  guint32 *common = g_new0 (guint32, (self->n_old + 1) * width);

  for (guint i = self->n_old; i-- > 0;)
    for (guint j = self->n_new; j-- > 0;)
      {
        guint32 down = common[(i + 1) * width + j];
        guint32 right = common[i * width + j + 1];

        common[i * width + j]
            = is_same (self, i, j) ? common[(i + 1) * width + j + 1] + 1 : MAX (down, right);
      }
  return common;
}

static void
compare_in_order (LineDiff *self)
{
  g_autofree guint32 *common = count_common (self);
  gsize width = self->n_new + 1;
  guint i = 0;
  guint j = 0;

  while (i < self->n_old || j < self->n_new)
    if (i < self->n_old && j < self->n_new && is_same (self, i, j))
      {
        i++;
        j++;
      }
    else if (j == self->n_new
             || (i < self->n_old && common[(i + 1) * width + j] >= common[i * width + j + 1]))
      add_change (self, FALSE, i++);
    else
      add_change (self, TRUE, j++);
}

static void
compare_as_sets (LineDiff *self)
{
  g_autoptr (GHashTable) old_set = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) new_set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_old; i++)
    g_hash_table_add (old_set, self->old_lines[self->n_same + i]);
  for (guint i = 0; i < self->n_new; i++)
    g_hash_table_add (new_set, self->new_lines[self->n_same + i]);
  for (guint i = 0; i < self->n_old; i++)
    if (!g_hash_table_contains (new_set, self->old_lines[self->n_same + i]))
      add_change (self, FALSE, i);
  for (guint i = 0; i < self->n_new; i++)
    if (!g_hash_table_contains (old_set, self->new_lines[self->n_same + i]))
      add_change (self, TRUE, i);
}

/* A line end ends a line, and the last one does not start another. */
static GStrv
split (const char *text)
{
  GStrv lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);

  if (n_lines > 0 && *lines[n_lines - 1] == '\0')
    g_clear_pointer (&lines[n_lines - 1], g_free);
  return lines;
}

/* Only the end of the last line differs, of which texts of the same lines have one at least. */
static void
add_last_line (LineDiff *self)
{
  self->n_same -= 1;
  add_change (self, FALSE, 0);
  add_change (self, TRUE, 0);
}

/**
 * carrel_line_diff_new:
 * @before: a text
 * @after: another
 *
 * Returns: (transfer full) (element-type CarrelLineChange): the lines that differ, in the order of
 *   the texts; of a line that changed the old one is first
 */
GPtrArray *
carrel_line_diff_new (const char *before, const char *after)
{
  g_auto (GStrv) old_lines = split (before);
  g_auto (GStrv) new_lines = split (after);
  LineDiff self = { .old_lines = old_lines,
                    .new_lines = new_lines,
                    .changes = g_ptr_array_new_with_free_func (free_change) };

  trim (&self);
  if ((guint64) self.n_old * self.n_new <= MAX_PAIRS)
    compare_in_order (&self);
  else
    compare_as_sets (&self);
  if (self.changes->len == 0 && self.n_same > 0 && !g_str_equal (before, after))
    add_last_line (&self);
  return self.changes;
}
