/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All that the card says comes from the engine as exact values; doubles only place pixels. */
#define G_LOG_DOMAIN "carrel-grade-card"

#include "config.h"

#include "carrel-grade-card.h"

#include "carrel-accessible.h"
#include "carrel-choice-button.h"
#include "carrel-fact-row.h"
#include "carrel-focus-box.h"
#include "carrel-fold.h"
#include "carrel-grade-chart.h"
#include "carrel-grade-insight.h"
#include "carrel-grade-needed.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CarrelGradeCard
{
  AdwBin parent_instance;

  char *target;
  char *sentence;
  char *letters; /* that there are choices for */
  gboolean is_calm;
  gboolean is_filling;

  GtkWidget *grade_box;
  GtkLabel *grade_label;
  GtkLabel *letter_label;
  GtkLabel *chart_label;
  CarrelGradeChart *chart;
  CarrelFocusBox *needed_box;
  GtkEntry *target_entry;
  CarrelChoiceButton *letter_choice;
  GtkLabel *target_error;
  CarrelFactRow *current_row;
  CarrelFactRow *banked_row;
  CarrelFactRow *guaranteed_row;
  CarrelFactRow *attainable_row;
  CarrelFold *table;
  CarrelFold *ladder;
  CarrelFold *insights;
};

/* What is calculated once for all parts of the card. */
typedef struct
{
  const CarrelGradebook *book;
  CarrelFormatFlags flags;
  CarrelRational *current;
  CarrelRational *banked;
  CarrelRational *least;
  CarrelRational *most;
  CarrelRational *target; /* NULL is none */
} Standing;

enum
{
  TARGET_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelGradeCard, carrel_grade_card, ADW_TYPE_BIN)

static void
standing_free (Standing *self)
{
  g_clear_pointer (&self->current, carrel_rational_unref);
  g_clear_pointer (&self->banked, carrel_rational_unref);
  g_clear_pointer (&self->least, carrel_rational_unref);
  g_clear_pointer (&self->most, carrel_rational_unref);
  g_clear_pointer (&self->target, carrel_rational_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Standing, standing_free)

static Standing *
standing_new (const CarrelGradebook *book, const char *target, CarrelFormatFlags flags)
{
  Standing *self = g_new0 (Standing, 1);

  self->book = book;
  self->flags = flags;
  self->current = carrel_forecast_get_current (book->course, CARREL_DROPS_AS_GRADED, NULL);
  self->banked = carrel_forecast_get_banked (book->course);
  carrel_forecast_get_bounds (book->course, &self->least, &self->most);
  if (target != NULL)
    self->target = carrel_gradebook_parse_target (book, target, NULL);
  return self;
}

static char *
dup_grade (const Standing *standing, const CarrelRational *grade)
{
  if (grade == NULL)
    return g_strdup (_ ("none yet"));
  return carrel_grade_text_percent (standing->book, grade, standing->flags);
}

static void
show_number (CarrelFactRow *row, const Standing *standing, const CarrelRational *grade)
{
  g_autofree char *text = dup_grade (standing, grade);

  carrel_fact_row_set_value (row, text);
}

static void
show_grade (CarrelGradeCard *self, const Standing *standing)
{
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);
  g_autoptr (CarrelRational) percent = NULL;
  g_autofree char *grade = dup_grade (standing, standing->current);
  g_autofree char *now = NULL;
  const char *letter = NULL;

  if (standing->current != NULL)
    {
      percent = carrel_rational_multiply (standing->current, hundred);
      letter = carrel_letter_scale_find (standing->book->scale, percent);
      /* Translators: %s is a grade, such as "87.5 %". */
      now = g_strdup_printf (_ ("%s now"), grade);
    }
  gtk_label_set_label (self->grade_label, now != NULL ? now : _ ("No grades yet"));
  gtk_label_set_label (self->letter_label, letter != NULL ? letter : "");
  gtk_widget_set_visible (GTK_WIDGET (self->letter_label), letter != NULL);
  show_number (self->current_row, standing, standing->current);
  show_number (self->banked_row, standing, standing->banked);
  show_number (self->guaranteed_row, standing, standing->least);
  show_number (self->attainable_row, standing, standing->most);
}

static void
append_mark (CarrelGradeCard *self,
             const Standing *standing,
             CarrelGradeMarkKind kind,
             const CarrelRational *at,
             const char *name)
{
  g_autofree char *grade = NULL;
  g_autofree char *text = NULL;

  if (at == NULL)
    return;
  grade = carrel_grade_text_percent (standing->book, at, standing->flags | CARREL_FORMAT_SPOKEN);
  /* Translators: a point of a chart: its name and its grade, as in "Current: 87.5 per cent". */
  text = g_strdup_printf (_ ("%s: %s"), name, grade);
  carrel_grade_chart_append (self->chart, kind, carrel_rational_to_double (at), name, text);
}

static void
append_cutoffs (CarrelGradeCard *self, const Standing *standing)
{
  const GPtrArray *cutoffs = standing->book->scale->cutoffs;
  g_autoptr (CarrelRational) hundred = carrel_rational_new (100, 1);

  for (guint i = 0; i < cutoffs->len && !self->is_calm; i++)
    {
      const CarrelCutoff *cutoff = g_ptr_array_index (cutoffs, i);
      g_autoptr (CarrelRational) at = carrel_rational_divide (cutoff->min, hundred);

      append_mark (self, standing, CARREL_GRADE_MARK_CUTOFF, at, cutoff->letter);
    }
}

static void
show_chart (CarrelGradeCard *self, const Standing *standing)
{
  g_autofree char *least = dup_grade (standing, standing->least);
  g_autofree char *most = dup_grade (standing, standing->most);
  g_autofree char *sentence = NULL;

  carrel_grade_chart_clear (self->chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), standing->least != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_label), standing->least != NULL);
  if (standing->least == NULL)
    return;
  append_mark (self, standing, CARREL_GRADE_MARK_GUARANTEED, standing->least, _ ("Guaranteed"));
  append_mark (self, standing, CARREL_GRADE_MARK_CURRENT, self->is_calm ? NULL : standing->current,
               _ ("Current"));
  append_mark (self, standing, CARREL_GRADE_MARK_TARGET, standing->target, _ ("Target"));
  append_mark (self, standing, CARREL_GRADE_MARK_ATTAINABLE, standing->most, _ ("Attainable"));
  append_cutoffs (self, standing);
  /* Translators: the least and the highest grade that are still possible. */
  sentence = g_strdup_printf (_ ("From %s secured to %s within reach."), least, most);
  carrel_grade_chart_set_sentence (self->chart, sentence);
  gtk_label_set_label (self->chart_label, sentence);
}

static void
show_needed (CarrelGradeCard *self, const Standing *standing)
{
  g_autofree char *needed = NULL;
  g_autofree char *old = g_steal_pointer (&self->sentence);

  if (standing->target == NULL)
    self->sentence = g_strdup (_ ("Choose a target to see what it needs."));
  else
    {
      needed = carrel_grade_needed_to_text (standing->book, standing->target, standing->flags);
      /* Translators: a target such as "A-" or "90", and a sentence about it. */
      self->sentence = g_strdup_printf (_ ("For %s: %s"), self->target, needed);
    }
  if (g_strcmp0 (old, self->sentence) == 0)
    return;
  carrel_focus_box_clear (self->needed_box);
  carrel_focus_box_append_text (self->needed_box, self->sentence, NULL);
  carrel_accessible_set_label (self->needed_box, self->sentence);
}

static GStrv
list_rungs (CarrelGradeCard *self, const Standing *standing)
{
  const GPtrArray *cutoffs = standing->book->scale->cutoffs;
  g_autoptr (GStrvBuilder) rows = g_strv_builder_new ();

  for (guint i = 0; i < cutoffs->len; i++)
    {
      const CarrelCutoff *cutoff = g_ptr_array_index (cutoffs, i);
      g_autoptr (CarrelRational) target
          = carrel_gradebook_parse_target (standing->book, cutoff->letter, NULL);
      g_autofree char *needed
          = target != NULL ? carrel_grade_needed_to_text (standing->book, target, standing->flags)
                           : g_strdup ("");

      g_strv_builder_add (rows, cutoff->letter);
      g_strv_builder_add (rows, needed);
    }
  return g_strv_builder_end (rows);
}

/* Each point of the chart with what it says. */
static GStrv
list_marks (CarrelGradeCard *self, const Standing *standing)
{
  const GArray *marks = carrel_grade_chart_get_marks (self->chart);
  g_autoptr (GStrvBuilder) rows = g_strv_builder_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      const CarrelGradeMark *mark = &g_array_index (marks, CarrelGradeMark, i);
      const char *value = strstr (mark->text, ": ");

      g_strv_builder_add (rows, mark->label);
      g_strv_builder_add (rows, value != NULL ? value + 2 : mark->text);
    }
  return g_strv_builder_end (rows);
}

static GStrv
list_insights (CarrelGradeCard *self, const Standing *standing)
{
  return carrel_grade_insight_list (standing->book, standing->target, standing->flags);
}

/* Only what is open is worked out. */
static void
show_folds (CarrelGradeCard *self, const Standing *standing)
{
  const struct
  {
    CarrelFold *fold;
    GStrv (*list) (CarrelGradeCard *self, const Standing *standing);
    gboolean is_wanted;
  } folds[] = {
    { self->table, list_marks, standing->least != NULL },
    { self->ladder, list_rungs, standing->book->scale->cutoffs->len > 0 && !self->is_calm },
    { self->insights, list_insights, standing->least != NULL && !self->is_calm },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_auto (GStrv) rows = NULL;

      gtk_widget_set_visible (GTK_WIDGET (folds[i].fold), folds[i].is_wanted);
      if (!folds[i].is_wanted || !carrel_fold_is_open (folds[i].fold))
        continue;
      rows = folds[i].list (self, standing);
      carrel_fold_show (folds[i].fold, (const char *const *) rows);
    }
}

/* The view has what is shown; it hands it in again. */
static void
on_fold_opened_cb (CarrelGradeCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "grades.update", NULL);
}

/* Built anew only when the course has other letters: a menu costs more than all the rest. */
static void
show_letters (CarrelGradeCard *self, const GPtrArray *cutoffs)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < cutoffs->len; i++)
    g_string_append_printf (letters, "%s\n",
                            ((const CarrelCutoff *) g_ptr_array_index (cutoffs, i))->letter);
  if (g_strcmp0 (letters->str, self->letters) == 0)
    return;
  g_free (self->letters);
  self->letters = g_strdup (letters->str);
  carrel_choice_button_clear (self->letter_choice);
  carrel_choice_button_append (self->letter_choice, "", _ ("Letter"));
  for (guint i = 0; i < cutoffs->len; i++)
    {
      const CarrelCutoff *cutoff = g_ptr_array_index (cutoffs, i);

      carrel_choice_button_append (self->letter_choice, cutoff->letter, cutoff->letter);
    }
}

static void
show_target (CarrelGradeCard *self, const CarrelGradebook *book)
{
  const GPtrArray *cutoffs = book->scale->cutoffs;
  gboolean is_letter
      = self->target != NULL && carrel_letter_scale_get_cutoff (book->scale, self->target) != NULL;

  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->target_entry),
                         self->target != NULL ? self->target : "");
  show_letters (self, cutoffs);
  carrel_choice_button_set_selected (self->letter_choice, is_letter ? self->target : "");
  gtk_widget_set_visible (GTK_WIDGET (self->letter_choice), cutoffs->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->target_error), FALSE);
  carrel_accessible_set_invalid (self->target_entry, FALSE, _ ("A letter or a number of per cent"));
  self->is_filling = FALSE;
}

static void
on_target_finished_cb (CarrelGradeCard *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->target_entry));

  if (g_strcmp0 (text, self->target != NULL ? self->target : "") != 0)
    g_signal_emit (self, signals[TARGET_CHOSEN], 0, text);
}

static void
on_letter_chosen_cb (CarrelGradeCard *self)
{
  const char *letter = carrel_choice_button_get_selected (self->letter_choice);

  if (!self->is_filling && letter != NULL && g_strcmp0 (letter, self->target) != 0)
    g_signal_emit (self, signals[TARGET_CHOSEN], 0, letter);
}

static void
carrel_grade_card_finalize (GObject *object)
{
  CarrelGradeCard *self = CARREL_GRADE_CARD (object);

  g_free (self->target);
  g_free (self->sentence);
  g_free (self->letters);
  G_OBJECT_CLASS (carrel_grade_card_parent_class)->finalize (object);
}

static void
carrel_grade_card_class_init (CarrelGradeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = carrel_grade_card_finalize;
  signals[TARGET_CHOSEN]
      = g_signal_new ("target-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (CARREL_TYPE_FOCUS_BOX);
  g_type_ensure (CARREL_TYPE_FACT_ROW);
  g_type_ensure (CARREL_TYPE_FOLD);
  g_type_ensure (CARREL_TYPE_GRADE_CHART);
  g_type_ensure (CARREL_TYPE_CHOICE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-grade-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, grade_box);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, grade_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, letter_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, chart_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, chart);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, needed_box);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, target_entry);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, letter_choice);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, target_error);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, current_row);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, banked_row);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, guaranteed_row);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, attainable_row);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, table);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, insights);
  gtk_widget_class_bind_template_child (widget_class, CarrelGradeCard, ladder);
  gtk_widget_class_bind_template_callback (widget_class, on_target_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_letter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_opened_cb);
}

static void
carrel_grade_card_init (CarrelGradeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_grade_card_show:
 * @self: a card
 * @book: the marks that count
 * @target: (nullable): a letter or a number of per cent to be reached
 * @flags: how numbers are written
 *
 * Shows where @book stands.
 */
void
carrel_grade_card_show (CarrelGradeCard *self,
                        const CarrelGradebook *book,
                        const char *target,
                        CarrelFormatFlags flags)
{
  g_autoptr (Standing) standing = standing_new (book, target, flags);
  char *copy = g_strdup (target);

  g_free (self->target);
  self->target = copy;
  show_grade (self, standing);
  show_chart (self, standing);
  show_target (self, book);
  show_needed (self, standing);
  show_folds (self, standing);
}

/**
 * carrel_grade_card_set_calm:
 * @self: a card
 * @is_calm: whether to show the bounds and the plan only, without letters
 *
 * Takes effect with the next carrel_grade_card_show().
 */
void
carrel_grade_card_set_calm (CarrelGradeCard *self, gboolean is_calm)
{
  self->is_calm = is_calm;
  gtk_widget_set_visible (self->grade_box, !is_calm);
  gtk_widget_set_visible (GTK_WIDGET (self->current_row), !is_calm);
}

/**
 * carrel_grade_card_get_sentence:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what the target needs, as a sentence
 */
const char *
carrel_grade_card_get_sentence (CarrelGradeCard *self)
{
  return self->sentence;
}

/**
 * carrel_grade_card_get_plan:
 * @self: a card
 *
 * Returns: (transfer none): what calm mode says of a change: the plan for the target, or the bounds
 *   where no target is chosen
 */
const char *
carrel_grade_card_get_plan (CarrelGradeCard *self)
{
  return self->target != NULL ? self->sentence : gtk_label_get_label (self->chart_label);
}

/**
 * carrel_grade_card_refuse_target:
 * @self: a card
 * @reason: why what was typed is no target
 *
 * Says why a target was not taken; the text stays to be mended.
 *
 * Returns: whether a screen reader says the reason, as the focus is there
 */
gboolean
carrel_grade_card_refuse_target (CarrelGradeCard *self, const char *reason)
{
  gtk_label_set_label (self->target_error, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->target_error), TRUE);
  carrel_accessible_set_invalid (self->target_entry, TRUE, reason);
  return carrel_accessible_has_focus (GTK_WIDGET (self->target_entry));
}
