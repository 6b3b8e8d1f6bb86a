/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list box of agenda rows. Rows are kept when the same occurrences come again, so that the focus
 * and the place of the reader survive each minute and each change elsewhere. */
#define G_LOG_DOMAIN "carrel-agenda-list"

#include "config.h"

#include "carrel-agenda-list.h"

#include "carrel-accessible.h"
#include "carrel-zone.h"

struct _CarrelAgendaList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *rows; /* of CarrelAgendaRow, borrowed from the list */
  CarrelDate today;
  GTimeZone *zone;
};

enum
{
  SIGNAL_ROW_UPDATED,
  SIGNAL_ROW_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarrelAgendaList, carrel_agenda_list, ADW_TYPE_BIN)

static CarrelDate
get_row_date (CarrelAgendaList *self, GtkListBoxRow *row)
{
  const CarrelOccurrence *occurrence = carrel_agenda_row_get_occurrence (CARREL_AGENDA_ROW (row));

  if ((occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0)
    return occurrence->date;
  return carrel_zone_get_date (self->zone, occurrence->start, NULL);
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "agenda-heading");
  return heading;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  CarrelAgendaList *self = user_data;
  CarrelDate date = get_row_date (self, row);
  g_autofree char *text = NULL;

  if (before != NULL && carrel_date_compare (get_row_date (self, before), date) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  text = carrel_format_day_heading (date, self->today);
  if (GTK_IS_LABEL (gtk_list_box_row_get_header (row)))
    gtk_label_set_text (GTK_LABEL (gtk_list_box_row_get_header (row)), text);
  else
    gtk_list_box_row_set_header (row, make_heading (text));
}

static gboolean
is_same (const CarrelOccurrence *one, const CarrelOccurrence *other)
{
  return one == other
         || (one->fact == other->fact && one->change == other->change && one->row == other->row
             && one->start == other->start && one->kind == other->kind && one->flags == other->flags
             && g_strcmp0 (one->title, other->title) == 0);
}

static gboolean
has_same_rows (CarrelAgendaList *self, GPtrArray *occurrences)
{
  if (self->rows->len != occurrences->len)
    return FALSE;
  for (guint i = 0; i < occurrences->len; i++)
    if (!is_same (carrel_agenda_row_get_occurrence (g_ptr_array_index (self->rows, i)),
                  g_ptr_array_index (occurrences, i)))
      return FALSE;
  return TRUE;
}

static guint
find_focused (CarrelAgendaList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
        return i;
    }
  return G_MAXUINT;
}

static void
fill (CarrelAgendaList *self, GPtrArray *occurrences)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < occurrences->len; i++)
    {
      GtkWidget *row = carrel_agenda_row_new (g_ptr_array_index (occurrences, i));

      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->list, row);
    }
}

/* The focus must not fall out of the list because its row was replaced. */
static void
refill (CarrelAgendaList *self, GPtrArray *occurrences)
{
  guint focused = find_focused (self);
  g_autofree char *id = NULL;
  guint next = focused;

  if (focused != G_MAXUINT)
    id = carrel_occurrence_dup_id (
        carrel_agenda_row_get_occurrence (g_ptr_array_index (self->rows, focused)));
  fill (self, occurrences);
  if (id == NULL || self->rows->len == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *other = carrel_occurrence_dup_id (
          carrel_agenda_row_get_occurrence (g_ptr_array_index (self->rows, i)));

      if (g_str_equal (id, other))
        next = i;
    }
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (next, self->rows->len - 1)));
}

/* Goes to the first row of the next day, or of the day before. */
static gboolean
jump (CarrelAgendaList *self, int direction)
{
  guint from = find_focused (self);
  CarrelDate date;
  gint64 at;

  if (from == G_MAXUINT)
    return FALSE;
  date = get_row_date (self, g_ptr_array_index (self->rows, from));
  for (at = from; at >= 0 && at < self->rows->len; at += direction)
    if (carrel_date_compare (get_row_date (self, g_ptr_array_index (self->rows, at)), date) != 0)
      break;
  if (at < 0 || at >= self->rows->len)
    return FALSE;
  date = get_row_date (self, g_ptr_array_index (self->rows, at));
  while (at > 0
         && carrel_date_compare (get_row_date (self, g_ptr_array_index (self->rows, at - 1)), date)
                == 0)
    at--;
  return gtk_widget_grab_focus (g_ptr_array_index (self->rows, at));
}

static gboolean
on_key_pressed_cb (CarrelAgendaList *self, guint key, guint code, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return FALSE;
  if (!jump (self, key == GDK_KEY_Up ? -1 : 1))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static void
on_row_activated_cb (CarrelAgendaList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ROW_ACTIVATED], 0, row);
}

static void
carrel_agenda_list_finalize (GObject *object)
{
  CarrelAgendaList *self = CARREL_AGENDA_LIST (object);

  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (carrel_agenda_list_parent_class)->finalize (object);
}

static void
carrel_agenda_list_class_init (CarrelAgendaListClass *klass)
{
  static const char *const names[N_SIGNALS] = { "row-updated", "row-activated" };

  G_OBJECT_CLASS (klass)->finalize = carrel_agenda_list_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, CARREL_TYPE_AGENDA_ROW);
}

static void
carrel_agenda_list_init (CarrelAgendaList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  self->zone = g_time_zone_new_utc ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "agenda");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * carrel_agenda_list_set_name:
 * @self: a list
 * @name: what a screen reader calls it, translated
 *
 * Names the list.
 */
void
carrel_agenda_list_set_name (CarrelAgendaList *self, const char *name)
{
  carrel_accessible_set_label (self->list, name);
}

/**
 * carrel_agenda_list_set_occurrences:
 * @self: a list
 * @occurrences: (element-type CarrelOccurrence): what to show, in time order
 * @read: who is looking, and when, for what is seen
 * @heard: the same for what is heard
 *
 * Shows other occurrences; rows that show the same ones stay.
 */
void
carrel_agenda_list_set_occurrences (CarrelAgendaList *self,
                                    GPtrArray *occurrences,
                                    const CarrelFormatContext *read,
                                    const CarrelFormatContext *heard)
{
  g_time_zone_ref (read->zone);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = read->zone;
  self->today = carrel_zone_get_date (read->zone, read->now, NULL);
  if (!has_same_rows (self, occurrences))
    refill (self, occurrences);
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_emit (self, signals[SIGNAL_ROW_UPDATED], 0, g_ptr_array_index (self->rows, i));
  carrel_agenda_list_update (self, read, heard);
}

/**
 * carrel_agenda_list_update:
 * @self: a list
 * @read: who is looking, and when, for what is seen
 * @heard: the same for what is heard
 *
 * Writes all rows and headings anew, as each minute does.
 */
void
carrel_agenda_list_update (CarrelAgendaList *self,
                           const CarrelFormatContext *read,
                           const CarrelFormatContext *heard)
{
  self->today = carrel_zone_get_date (read->zone, read->now, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    carrel_agenda_row_update (g_ptr_array_index (self->rows, i), read, heard);
  gtk_list_box_invalidate_headers (self->list);
}

/**
 * carrel_agenda_list_find:
 * @self: a list
 * @occurrence_id: the id of an occurrence, as carrel_occurrence_dup_id() gives it
 *
 * Returns: (transfer none) (nullable): the occurrence, if it is shown
 */
CarrelOccurrence *
carrel_agenda_list_find (CarrelAgendaList *self, const char *occurrence_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CarrelOccurrence *occurrence
          = carrel_agenda_row_get_occurrence (g_ptr_array_index (self->rows, i));
      g_autofree char *id = carrel_occurrence_dup_id (occurrence);

      if (g_str_equal (id, occurrence_id))
        return occurrence;
    }
  return NULL;
}

/**
 * carrel_agenda_list_reveal:
 * @self: a list
 * @fact_id: the id of a meeting, an hour, a row or an item
 *
 * Puts the focus on the first row of a fact.
 *
 * Returns: whether there is one
 */
gboolean
carrel_agenda_list_reveal (CarrelAgendaList *self, const char *fact_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const CarrelOccurrence *occurrence
          = carrel_agenda_row_get_occurrence (CARREL_AGENDA_ROW (row));

      if (g_strcmp0 (carrel_occurrence_get_fact_id (occurrence), fact_id) == 0
          || (occurrence->row != NULL && g_strcmp0 (occurrence->row->id, fact_id) == 0))
        return gtk_widget_grab_focus (row);
    }
  return FALSE;
}

/**
 * carrel_agenda_list_focus:
 * @self: a list
 * @now: seconds UTC
 *
 * Puts the focus on the first row that is not over, or on the last one.
 *
 * Returns: whether there is any row
 */
gboolean
carrel_agenda_list_focus (CarrelAgendaList *self, gint64 now)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (carrel_agenda_row_get_occurrence (CARREL_AGENDA_ROW (row))->end > now
          || i + 1 == self->rows->len)
        return gtk_widget_grab_focus (row);
    }
  return FALSE;
}
