/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The entry says what it holds and whether that is real; a refused text stays with its reason until
 * it is mended, while what was kept before still counts. */
#define G_LOG_DOMAIN "carrel-score-row"

#include "config.h"

#include "carrel-score-row.h"

#include "carrel-accessible.h"
#include "carrel-lazy-menu.h"
#include "carrel-row-layout.h"
#include "carrel-row-menu.h"
#include "carrel-score-slider.h"
#include "carrel-wrap-box.h"

#include <glib/gi18n.h>

/* A person who has not typed for so long has finished. */
#define PAUSE 600 /* milliseconds */

struct _CarrelScoreRow
{
  GtkListBoxRow parent_instance;

  char *id;
  char *name;
  char *shown; /* the text that the entry had when it was last set */
  char *refused;
  char *words;       /* that were last shown beside it */
  char *description; /* that was last given to it */
  char *key;         /* all that was last shown */
  gboolean is_invalid;
  guint pause;
  GSimpleActionGroup *actions;

  GtkBox *body;
  GtkLabel *name_label;
  GtkLabel *state_label;
  GtkEntry *entry;
  GtkLabel *max_label;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  CarrelScoreSlider *slider; /* NULL until a scenario needs it */
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

G_DEFINE_FINAL_TYPE (CarrelScoreRow, carrel_score_row, GTK_TYPE_LIST_BOX_ROW)

static GSimpleAction *
get_action (CarrelScoreRow *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static const char *
get_state_words (const CarrelScoreShown *shown)
{
  static const struct
  {
    const char *state, *words;
  } states[] = {
    { "graded", N_ ("graded") },
    { "missing", N_ ("missing, counts as 0") },
    { "excused", N_ ("excused, does not count") },
  };

  if (shown->is_imagined && g_str_equal (shown->state, "graded"))
    return shown->is_pinned ? _ ("imagined") : _ ("imagined, not counted on");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (shown->state, states[i].state))
      return _ (states[i].words);
  return _ ("not graded yet");
}

/* "due 5 Feb, graded, above the maximum, dropped" */
static char *
dup_words (const CarrelScoreShown *shown)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  if (shown->due != NULL)
    g_strv_builder_add (parts, shown->due);
  if (shown->is_imagined && !g_str_equal (shown->state, "graded"))
    g_strv_builder_add (parts, _ ("imagined"));
  g_strv_builder_add (parts, get_state_words (shown));
  if (shown->is_above)
    g_strv_builder_add (parts, _ ("above the maximum"));
  if (shown->is_dropped)
    g_strv_builder_add (parts, _ ("dropped"));
  words = g_strv_builder_end (parts);
  return g_strjoinv (C_ ("line", ", "), words);
}

static void
set_invalid (CarrelScoreRow *self, gboolean is_invalid, const char *description)
{
  GtkWidget *label = GTK_WIDGET (self->state_label);

  self->is_invalid = is_invalid;
  carrel_accessible_set_invalid (self->entry, is_invalid, description);
  if (is_invalid)
    {
      gtk_widget_add_css_class (label, "amiss");
      gtk_widget_remove_css_class (label, "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (label, "amiss");
      gtk_widget_add_css_class (label, "dim-label");
    }
}

/* What was typed and kept is undone with everything else, not letter by letter. */
static void
forget_typing (CarrelScoreRow *self)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
}

static gboolean
is_blank (const char *text)
{
  const char *rest = text;

  while (g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  return rest > text && *rest == '\0';
}

/* Tells of a text that has not been told of yet. Blanks alone say nothing; only an entry that was
 * emptied takes the score away. */
static void
finish (CarrelScoreRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_handle_id (&self->pause, g_source_remove);
  if (is_blank (text))
    {
      carrel_score_row_give_up (self);
      return;
    }
  if (g_strcmp0 (text, self->refused) == 0)
    return;
  if (g_strcmp0 (text, self->shown) == 0)
    {
      if (self->is_invalid)
        carrel_score_row_give_up (self);
      return;
    }
  g_signal_emit (self, signals[ENTERED], 0, text);
}

/* An entry without a text may be about to get another one: that waits for Enter, or for the focus
 * to leave. */
static gboolean
on_paused_cb (gpointer data)
{
  CarrelScoreRow *self = data;

  self->pause = 0;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    finish (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed_cb (CarrelScoreRow *self)
{
  g_clear_pointer (&self->refused, g_free);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->shown != NULL)
    self->pause = g_timeout_add (PAUSE, on_paused_cb, self);
}

static void
on_finished_cb (CarrelScoreRow *self)
{
  finish (self);
}

/* Escape gives up what was typed: the entry has again what is kept. */
static gboolean
on_key_pressed_cb (CarrelScoreRow *self, guint keyval)
{
  gboolean is_as_kept
      = g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) == 0;

  if (keyval != GDK_KEY_Escape || self->shown == NULL || (is_as_kept && !self->is_invalid))
    return GDK_EVENT_PROPAGATE;
  carrel_score_row_give_up (self);
  return GDK_EVENT_STOP;
}

/* The entry shows where the slider is and tells of it once it rests. */
static void
on_moved_cb (CarrelScoreRow *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_emit (self, signals[PREVIEWED], 0, text);
}

static void
on_state_activated_cb (CarrelScoreRow *self, GVariant *state)
{
  g_signal_emit (self, signals[STATE_CHOSEN], 0, g_variant_get_string (state, NULL));
}

static void
on_pin_activated_cb (CarrelScoreRow *self)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (get_action (self, "pin")));

  g_signal_emit (self, signals[PINNED], 0, !g_variant_get_boolean (state));
}

static void
on_forget_activated_cb (CarrelScoreRow *self)
{
  g_signal_emit (self, signals[FORGOTTEN], 0);
}

static void
add_action (CarrelScoreRow *self, GSimpleAction *action, GCallback callback)
{
  g_autoptr (GSimpleAction) taken = action;

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
carrel_score_row_dispose (GObject *object)
{
  CarrelScoreRow *self = CARREL_SCORE_ROW (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  G_OBJECT_CLASS (carrel_score_row_parent_class)->dispose (object);
}

static void
carrel_score_row_finalize (GObject *object)
{
  CarrelScoreRow *self = CARREL_SCORE_ROW (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->shown);
  g_free (self->refused);
  g_free (self->words);
  g_free (self->description);
  g_free (self->key);
  g_object_unref (self->actions);
  G_OBJECT_CLASS (carrel_score_row_parent_class)->finalize (object);
}

static void
carrel_score_row_class_init (CarrelScoreRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = carrel_score_row_dispose;
  object_class->finalize = carrel_score_row_finalize;

  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PREVIEWED] = g_signal_new ("previewed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STATE_CHOSEN] = g_signal_new ("state-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PINNED] = g_signal_new ("pinned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[FORGOTTEN]
      = g_signal_new ("forgotten", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CARREL_TYPE_ROW_LAYOUT);
  g_type_ensure (CARREL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-score-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelScoreRow, body);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoreRow, menu);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoreRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoreRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoreRow, entry);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoreRow, max_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelScoreRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
}

static void
carrel_score_row_init (CarrelScoreRow *self)
{
  self->actions = g_simple_action_group_new ();
  add_action (self,
              g_simple_action_new_stateful ("state", G_VARIANT_TYPE_STRING,
                                            g_variant_new_string ("ungraded")),
              G_CALLBACK (on_state_activated_cb));
  add_action (self, g_simple_action_new_stateful ("pin", NULL, g_variant_new_boolean (FALSE)),
              G_CALLBACK (on_pin_activated_cb));
  add_action (self, g_simple_action_new ("forget", NULL), G_CALLBACK (on_forget_activated_cb));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "score", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_row_menu_attach (GTK_WIDGET (self), self->menu_button);
  /* An entry has a menu of its own for these keys. */
  gtk_entry_set_extra_menu (self->entry, self->menu);
}

/**
 * carrel_score_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
carrel_score_row_new (void)
{
  return g_object_new (CARREL_TYPE_SCORE_ROW, NULL);
}

static void
show_entry (CarrelScoreRow *self, const CarrelScoreShown *shown, const char *words)
{
  const char *text = shown->score != NULL ? shown->score : "";
  g_autofree char *description = NULL;

  if (self->pause == 0 && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    {
      g_clear_pointer (&self->shown, g_free);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      g_clear_handle_id (&self->pause, g_source_remove);
    }
  if (self->pause == 0)
    forget_typing (self);
  g_free (self->shown);
  self->shown = g_strdup (text);
  if (shown->score != NULL)
    /* Translators: points, the maximum, and words such as "graded" or "imagined". */
    description = g_strdup_printf (_ ("%s of %s points, %s"), shown->score, shown->max, words);
  else
    /* Translators: the maximum of points, and words such as "not graded yet". */
    description = g_strdup_printf (_ ("of %s points, %s"), shown->max, words);
  carrel_accessible_set_label (self->entry, shown->name);
  set_invalid (self, FALSE, description);
  g_free (self->description);
  self->description = g_steal_pointer (&description);
}

static void
show_menu (CarrelScoreRow *self, const CarrelScoreShown *shown)
{
  /* Translators: the name of a graded item and its state, as in "HW1: graded". */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), shown->name, get_state_words (shown));
  gboolean is_guess = shown->is_imagined && g_str_equal (shown->state, "graded");

  g_simple_action_set_state (get_action (self, "state"), g_variant_new_string (shown->state));
  g_simple_action_set_state (get_action (self, "pin"), g_variant_new_boolean (shown->is_pinned));
  g_simple_action_set_enabled (get_action (self, "pin"), shown->is_scenario && is_guess);
  g_simple_action_set_enabled (get_action (self, "forget"), shown->is_imagined);
  carrel_lazy_menu_attach (self->menu_button, self->menu, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), _ ("State of this item"));
}

static void
add_slider (CarrelScoreRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->slider = CARREL_SCORE_SLIDER (carrel_score_slider_new ());
  g_signal_connect_object (self->slider, "moved", G_CALLBACK (on_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_finished_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->slider), focus);
  gtk_box_append (self->body, GTK_WIDGET (self->slider));
}

/* While it moves it is ahead of what is kept. */
static void
show_slider (CarrelScoreRow *self, const CarrelScoreShown *shown)
{
  if (self->slider == NULL && !shown->has_slider)
    return;
  if (self->slider == NULL)
    add_slider (self);
  gtk_widget_set_visible (GTK_WIDGET (self->slider), shown->has_slider);
  if (self->pause == 0)
    carrel_score_slider_show (self->slider, shown->name, shown->score, shown->max);
}

static char *
dup_key (const CarrelScoreShown *shown)
{
  return g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n%s\n%d%d%d%d%d%d", shown->id, shown->name,
                          shown->due != NULL ? shown->due : "", shown->state,
                          shown->score != NULL ? shown->score : "", shown->max, shown->is_scenario,
                          shown->is_imagined, shown->is_pinned, shown->is_above, shown->is_dropped,
                          shown->has_slider);
}

/* Whether the row shows just this, with nothing typed over it. */
static gboolean
is_shown (CarrelScoreRow *self, const CarrelScoreShown *shown)
{
  char *key = dup_key (shown);
  gboolean is_same = g_strcmp0 (key, self->key) == 0;

  g_free (self->key);
  self->key = key;
  return is_same && self->pause == 0 && !self->is_invalid && self->refused == NULL
         && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->shown) == 0;
}

/**
 * carrel_score_row_show:
 * @self: a row
 * @shown: what it shows
 *
 * Shows an item. A text that is being typed, or was refused, stays.
 */
void
carrel_score_row_show (CarrelScoreRow *self, const CarrelScoreShown *shown)
{
  g_autofree char *words = dup_words (shown);
  /* Translators: behind an entry for points, as in "[85] of 100". */
  g_autofree char *max = g_strdup_printf (_ ("of %s"), shown->max);

  if (is_shown (self, shown))
    return;
  if (g_strcmp0 (self->id, shown->id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (shown->id);
    }
  if (self->refused != NULL
      && g_strcmp0 (self->shown, shown->score != NULL ? shown->score : "") == 0)
    {
      show_menu (self, shown);
      return;
    }
  g_clear_pointer (&self->refused, g_free);
  gtk_label_set_label (self->name_label, shown->name);
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_label_set_label (self->state_label, words);
  gtk_label_set_label (self->max_label, max);
  show_entry (self, shown, words);
  show_menu (self, shown);
  show_slider (self, shown);
  if (shown->is_imagined)
    gtk_widget_add_css_class (GTK_WIDGET (self), "imagined");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "imagined");
}

/**
 * carrel_score_row_refuse:
 * @self: a row
 * @reason: why what was typed is no score, a sentence
 *
 * Says why a text was not taken; the text stays to be mended.
 *
 * Returns: whether a screen reader says the reason, as the focus is there
 */
gboolean
carrel_score_row_refuse (CarrelScoreRow *self, const char *reason)
{
  g_free (self->refused);
  self->refused = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_label_set_label (self->state_label, reason);
  set_invalid (self, TRUE, reason);
  return carrel_accessible_has_focus (GTK_WIDGET (self->entry));
}

/**
 * carrel_score_row_give_up:
 * @self: a row
 *
 * Has the row be again as it was last shown. Nothing is written: what is kept may have more digits
 * than what is seen.
 */
void
carrel_score_row_give_up (CarrelScoreRow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  forget_typing (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->refused, g_free);
  gtk_label_set_label (self->state_label, self->words);
  set_invalid (self, FALSE, self->description);
}

/**
 * carrel_score_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the id of the item that it shows
 */
const char *
carrel_score_row_get_id (CarrelScoreRow *self)
{
  return self->id;
}

/**
 * carrel_score_row_focus_entry:
 * @self: a row
 *
 * Returns: whether the entry took the focus
 */
gboolean
carrel_score_row_focus_entry (CarrelScoreRow *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
