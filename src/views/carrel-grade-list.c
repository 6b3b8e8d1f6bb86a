/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows stay while the course keeps its items, so that the focus and what is being typed stay too.
 */
#define G_LOG_DOMAIN "carrel-grade-list"

#include "config.h"

#include "carrel-grade-list.h"

#include "carrel-accessible.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkLabel *heading;
  GtkLabel *dropped;
  GtkListBox *list;
} Section;

struct _CarrelGradeList
{
  GtkBox parent_instance;

  char *shape;      /* names of the groups and items that there are rows for */
  GArray *sections; /* of Section, a group each */
  GPtrArray *rows;  /* of CarrelScoreRow, in the order of the items */
};

enum
{
  ENTERED,
  PREVIEWED,
  STATE_CHOSEN,
  PINNED,
  FORGOTTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelGradeList, carrel_grade_list, GTK_TYPE_BOX)

static char *
dup_shape (const CarrelGradebook *book)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < book->groups->len; i++)
    {
      const CarrelGradebookGroup *group = g_ptr_array_index (book->groups, i);

      g_string_append_printf (shape, "%s\n", group->name);
      for (guint j = 0; j < group->items->len; j++)
        g_string_append_printf (shape, "\t%s\n",
                                ((CarrelGradebookItem *) g_ptr_array_index (group->items, j))->id);
    }
  return g_string_free (shape, FALSE);
}

static void
on_entered_cb (CarrelGradeList *self, const char *text, CarrelScoreRow *row)
{
  g_signal_emit (self, signals[ENTERED], 0, row, text);
}

static void
on_previewed_cb (CarrelGradeList *self, const char *text, CarrelScoreRow *row)
{
  g_signal_emit (self, signals[PREVIEWED], 0, row, text);
}

static void
on_state_chosen_cb (CarrelGradeList *self, const char *state, CarrelScoreRow *row)
{
  g_signal_emit (self, signals[STATE_CHOSEN], 0, row, state);
}

static void
on_pinned_cb (CarrelGradeList *self, gboolean is_pinned, CarrelScoreRow *row)
{
  g_signal_emit (self, signals[PINNED], 0, row, is_pinned);
}

static void
on_forgotten_cb (CarrelGradeList *self, CarrelScoreRow *row)
{
  g_signal_emit (self, signals[FORGOTTEN], 0, row);
}

static void
append_row (CarrelGradeList *self, GtkListBox *list)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = { { "entered", G_CALLBACK (on_entered_cb) },
                   { "previewed", G_CALLBACK (on_previewed_cb) },
                   { "state-chosen", G_CALLBACK (on_state_chosen_cb) },
                   { "pinned", G_CALLBACK (on_pinned_cb) },
                   { "forgotten", G_CALLBACK (on_forgotten_cb) } };
  GtkWidget *row = carrel_score_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (row, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
  g_ptr_array_add (self->rows, row);
}

static GtkLabel *
append_label (CarrelGradeList *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
append_section (CarrelGradeList *self, const CarrelGradebookGroup *group)
{
  Section section = { append_label (self, "heading"), append_label (self, "caption"), NULL };

  section.list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (section.list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (section.list), "boxed-list");
  gtk_widget_set_margin_bottom (GTK_WIDGET (section.list), 18);
  for (guint i = 0; i < group->items->len; i++)
    append_row (self, section.list);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (section.list));
  g_array_append_val (self->sections, section);
}

static void
rebuild (CarrelGradeList *self, const CarrelGradebook *book)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; child != NULL; child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_box_remove (GTK_BOX (self), child);
  g_array_set_size (self->sections, 0);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < book->groups->len; i++)
    append_section (self, g_ptr_array_index (book->groups, i));
}

/* "average 85 %", "85 % of the points", "by points", or NULL: how the items of a group are counted
 * together, and what that makes. */
static char *
dup_value (const CarrelGradebook *book,
           guint at,
           const CarrelRational *value,
           CarrelFormatFlags flags)
{
  const CarrelGradeScheme *scheme = g_ptr_array_index (book->course->schemes, 0);
  const CarrelGradeGroup *group = g_ptr_array_index (scheme->groups, at);
  gboolean is_points = group->aggregation == CARREL_AGGREGATION_POINTS && group->items->len > 1;
  g_autofree char *percent = NULL;

  if (value == NULL)
    /* Translators: the points of all items of a group are added up before they are divided. */
    return is_points ? g_strdup (_ ("by points")) : NULL;
  percent = carrel_grade_text_percent (book, value, flags);
  if (is_points)
    /* Translators: %s is a grade, such as "85 %". */
    return g_strdup_printf (_ ("%s of the points"), percent);
  /* Translators: %s is a grade, such as "85 %". */
  return g_strdup_printf (_ ("average %s"), percent);
}

/* "Homework · 50 % · average 85 %" */
static char *
dup_heading (const CarrelGradebook *book,
             guint at,
             const CarrelRational *value,
             CarrelFormatFlags flags)
{
  const CarrelGradebookGroup *group = g_ptr_array_index (book->groups, at);
  g_autofree char *weight = carrel_grade_text_percent (book, group->weight, flags);
  g_autofree char *result = dup_value (book, at, value, flags);

  if (result == NULL && group->is_bonus)
    /* Translators: a graded group that is added on top of the others, and its weight. */
    return g_strdup_printf (_ ("%s · bonus, %s"), group->name, weight);
  if (result == NULL)
    /* Translators: a graded group and its weight, such as "Homework · 50 %". */
    return g_strdup_printf (_ ("%s · %s"), group->name, weight);
  if (group->is_bonus)
    /* Translators: a graded group that is added on top, its weight, and "average 85 %". */
    return g_strdup_printf (_ ("%s · bonus, %s · %s"), group->name, weight, result);
  /* Translators: a graded group, its weight, and "average 85 %". */
  return g_strdup_printf (_ ("%s · %s · %s"), group->name, weight, result);
}

static gboolean
is_dropped (GArray *dropped, guint at)
{
  for (guint i = 0; i < dropped->len; i++)
    if (g_array_index (dropped, guint, i) == at)
      return TRUE;
  return FALSE;
}

static char *
dup_due (const CarrelGradebookItem *item, CarrelDate today)
{
  g_autofree char *date = NULL;

  if (!carrel_date_is_set (item->due))
    return NULL;
  date = carrel_format_date_short (item->due, today);
  /* Translators: %s is a date, such as "5 Feb". */
  return g_strdup_printf (_ ("due %s"), date);
}

static char *
dup_points (const char *text)
{
  g_autoptr (CarrelRational) points = text != NULL ? carrel_rational_parse (text, NULL) : NULL;

  return points != NULL ? carrel_grade_text_points (points) : NULL;
}

/* Extra credit may lead there, and so may a slip of the hand. */
static gboolean
is_above (const CarrelGradeItem *item, const char *state)
{
  return g_str_equal (state, "graded") && item->score != NULL && !item->is_extra
         && carrel_rational_compare (item->score, item->max) > 0;
}

/* What is open in reality can be imagined by a slider, unless the scenario calls it missing or
 * excused. */
static gboolean
has_slider (const CarrelGradePlan *plan, const char *item, const char *state)
{
  const CarrelScore *real = g_hash_table_lookup (plan->real, item);

  return plan->scenario != CARREL_SCENARIO_REAL
         && (real == NULL || g_str_equal (real->state, "ungraded"))
         && (g_str_equal (state, "ungraded") || g_str_equal (state, "graded"));
}

static void
show_row (CarrelScoreRow *row,
          const CarrelGradePlan *plan,
          const CarrelGradebookItem *item,
          CarrelDate today,
          gboolean is_out)
{
  const CarrelGradeItem *graded = carrel_gradebook_get_item (plan->book, item);
  gboolean is_imagined = FALSE;
  const CarrelScore *score = carrel_grade_plan_find (plan, item->id, &is_imagined);
  const char *state = score != NULL ? score->state : "ungraded";
  g_autofree char *due = dup_due (item, today);
  g_autofree char *points = g_str_equal (state, "graded") ? dup_points (score->score) : NULL;
  g_autofree char *max = carrel_grade_text_points (graded->max);
  const CarrelScoreShown shown = { .id = item->id,
                                   .name = item->name,
                                   .due = due,
                                   .state = state,
                                   .score = points,
                                   .max = max,
                                   .is_scenario = plan->scenario != CARREL_SCENARIO_REAL,
                                   .is_imagined = is_imagined,
                                   .is_pinned = score != NULL && score->is_pinned,
                                   .is_above = is_above (graded, state),
                                   .is_dropped = is_out,
                                   .has_slider = has_slider (plan, item->id, state) };

  carrel_score_row_show (row, &shown);
}

static void
carrel_grade_list_finalize (GObject *object)
{
  CarrelGradeList *self = CARREL_GRADE_LIST (object);

  g_free (self->shape);
  g_array_unref (self->sections);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (carrel_grade_list_parent_class)->finalize (object);
}

static void
add_signal (CarrelGradeListClass *klass, guint id, const char *name, GType argument)
{
  signals[id] = g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, argument != G_TYPE_NONE ? 2 : 1,
                              CARREL_TYPE_SCORE_ROW, argument);
}

static void
carrel_grade_list_class_init (CarrelGradeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = carrel_grade_list_finalize;
  add_signal (klass, ENTERED, "entered", G_TYPE_STRING);
  add_signal (klass, PREVIEWED, "previewed", G_TYPE_STRING);
  add_signal (klass, STATE_CHOSEN, "state-chosen", G_TYPE_STRING);
  add_signal (klass, PINNED, "pinned", G_TYPE_BOOLEAN);
  add_signal (klass, FORGOTTEN, "forgotten", G_TYPE_NONE);
}

static void
carrel_grade_list_init (CarrelGradeList *self)
{
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
name_section (const Section *section, const char *heading, const char *dropped)
{
  g_autofree char *both
      = dropped != NULL ? g_strconcat (heading, "\n", dropped, NULL) : g_strdup (heading);
  g_autofree char *spoken = carrel_accessible_dup_spoken (both);

  carrel_accessible_set_label (section->list, spoken);
}

/**
 * carrel_grade_list_show:
 * @self: a list
 * @plan: what it shows
 * @today: the day that dates are written for
 * @flags: how numbers are written
 *
 * Brings all rows up to date.
 */
void
carrel_grade_list_show (CarrelGradeList *self,
                        const CarrelGradePlan *plan,
                        CarrelDate today,
                        CarrelFormatFlags flags)
{
  char *shape = dup_shape (plan->book);
  guint at = 0;

  if (g_strcmp0 (shape, self->shape) != 0)
    rebuild (self, plan->book);
  g_free (self->shape);
  self->shape = shape;
  for (guint i = 0; i < plan->book->groups->len; i++)
    {
      const CarrelGradebookGroup *group = g_ptr_array_index (plan->book->groups, i);
      const Section *section = &g_array_index (self->sections, Section, i);
      g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (CarrelRational) value = carrel_gradebook_get_group_value (plan->book, i, dropped);
      g_autofree char *heading = dup_heading (plan->book, i, value, flags);
      g_autofree char *words = carrel_grade_text_dropped (plan->book, i);

      gtk_label_set_label (section->heading, heading);
      gtk_label_set_label (section->dropped, words != NULL ? words : "");
      gtk_widget_set_visible (GTK_WIDGET (section->dropped), words != NULL);
      name_section (section, heading, words);
      for (guint j = 0; j < group->items->len; j++)
        {
          const CarrelGradebookItem *item = g_ptr_array_index (group->items, j);

          show_row (g_ptr_array_index (self->rows, at++), plan, item, today,
                    is_dropped (dropped, item->at));
        }
    }
}

/**
 * carrel_grade_list_find:
 * @self: a list
 * @item: the id of an item
 *
 * Returns: (transfer none) (nullable): its row
 */
CarrelScoreRow *
carrel_grade_list_find (CarrelGradeList *self, const char *item)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (carrel_score_row_get_id (g_ptr_array_index (self->rows, i)), item) == 0)
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/**
 * carrel_grade_list_focus_first:
 * @self: a list
 *
 * Returns: whether the first entry took the focus
 */
gboolean
carrel_grade_list_focus_first (CarrelGradeList *self)
{
  return self->rows->len > 0 && carrel_score_row_focus_entry (g_ptr_array_index (self->rows, 0));
}
