/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the agenda and of the office hours. Its accessible name is the whole sentence, with day
 * and date, because the heading of the day is not heard when the focus goes from row to row. */
#define G_LOG_DOMAIN "carrel-agenda-row"

#include "config.h"

#include "carrel-agenda-row.h"

#include "carrel-accessible.h"
#include "carrel-lazy-menu.h"
#include "carrel-row-layout.h"
#include "carrel-row-menu.h"

#include <glib/gi18n.h>

struct _CarrelAgendaRow
{
  GtkListBoxRow parent_instance;

  CarrelOccurrence *occurrence;
  char *note;
  CarrelAgendaSays says;

  GtkLabel *time_label;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *remark_label;
  GtkLabel *distance_label;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (CarrelAgendaRow, carrel_agenda_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
add_part (GPtrArray *parts, const char *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, (gpointer) part);
}

/* "TA", "In person" of an office hour, which is called by its person, and who holds a lab or a
 * section; the lectures of a course are all of the same people. */
static void
add_people_parts (GPtrArray *parts, const CarrelOccurrence *occurrence)
{
  const CarrelOccurrenceKind sections
      = CARREL_OCCURRENCE_RECITATION | CARREL_OCCURRENCE_LAB | CARREL_OCCURRENCE_SECTION;

  if ((occurrence->kind & sections) != 0)
    add_part (parts, occurrence->person);
  if (occurrence->kind != CARREL_OCCURRENCE_HOURS)
    return;
  add_part (parts, carrel_format_role (occurrence->role));
  add_part (parts, carrel_format_mode (occurrence->mode));
}

/* "GHC 5417 · TA · In person", "Gates 310 · Ann Lee"; the kind where the title does not say it. */
static char *
format_subtitle (CarrelAgendaRow *self)
{
  const CarrelOccurrence *occurrence = self->occurrence;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if ((self->says & CARREL_AGENDA_SAYS_KIND) != 0)
    add_part (parts, carrel_format_kind_beside_title (occurrence));
  add_part (parts, carrel_occurrence_get_section (occurrence));
  add_part (parts, occurrence->location);
  add_people_parts (parts, occurrence);
  if ((self->says & CARREL_AGENDA_SAYS_COURSE) != 0)
    add_part (parts, occurrence->course->code != NULL ? occurrence->course->code
                                                      : occurrence->course->title);
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a line that is read, not heard */
  return g_strjoinv (C_ ("line of a row", " · "), (char **) parts->pdata);
}

static char *
format_distance (CarrelAgendaRow *self, const CarrelFormatContext *context)
{
  const CarrelOccurrence *occurrence = self->occurrence;

  if ((occurrence->flags & CARREL_OCCURRENCE_CANCELLED) != 0)
    return NULL;
  if (occurrence->kind == CARREL_OCCURRENCE_DEADLINE)
    return carrel_format_countdown (occurrence, context);
  if (carrel_occurrence_is_on (occurrence, context->now)
      && (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) == 0)
    return g_strdup (C_ ("occurrence", "now"));
  if (occurrence->start < context->now || (occurrence->flags & CARREL_OCCURRENCE_ALL_DAY) != 0)
    return NULL;
  return occurrence->start - context->now < 12 * 60 * 60
             ? carrel_format_relative (occurrence->start, context->now, context->zone)
             : NULL;
}

static void
set_style (CarrelAgendaRow *self, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_name (CarrelAgendaRow *self, const char *distance, const CarrelFormatContext *heard)
{
  g_autofree char *sentence = carrel_format_occurrence_sentence (self->occurrence, heard);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *name = NULL;

  add_part (parts, sentence);
  add_people_parts (parts, self->occurrence);
  add_part (parts, distance);
  add_part (parts, self->note);
  g_ptr_array_add (parts, NULL);
  name = g_strjoinv (C_ ("line", ", "), (char **) parts->pdata);
  carrel_accessible_set_label (self, name);
}

static void
carrel_agenda_row_dispose (GObject *object)
{
  CarrelAgendaRow *self = CARREL_AGENDA_ROW (object);

  g_clear_pointer (&self->occurrence, carrel_occurrence_unref);
  g_clear_pointer (&self->note, g_free);
  G_OBJECT_CLASS (carrel_agenda_row_parent_class)->dispose (object);
}

static void
carrel_agenda_row_class_init (CarrelAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = carrel_agenda_row_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_type_ensure (CARREL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelAgendaRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelAgendaRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelAgendaRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelAgendaRow, remark_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelAgendaRow, distance_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelAgendaRow, menu_button);
}

static void
carrel_agenda_row_init (CarrelAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  carrel_row_menu_attach (GTK_WIDGET (self), self->menu_button);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), FALSE);
}

/**
 * carrel_agenda_row_new:
 * @occurrence: what the row shows
 *
 * Makes a row; call carrel_agenda_row_update() before it is shown.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
carrel_agenda_row_new (CarrelOccurrence *occurrence)
{
  CarrelAgendaRow *self = g_object_new (CARREL_TYPE_AGENDA_ROW, NULL);

  self->occurrence = carrel_occurrence_ref (occurrence);
  return GTK_WIDGET (self);
}

/**
 * carrel_agenda_row_get_occurrence:
 * @self: a row
 *
 * Returns: (transfer none): what the row shows
 */
CarrelOccurrence *
carrel_agenda_row_get_occurrence (CarrelAgendaRow *self)
{
  return self->occurrence;
}

/**
 * carrel_agenda_row_set_menu:
 * @self: a row
 * @menu: (nullable): what can be done with the occurrence
 *
 * Gives the row a menu button, which is named with the title of the row.
 */
void
carrel_agenda_row_set_menu (CarrelAgendaRow *self, GMenuModel *menu)
{
  g_autofree char *title = carrel_format_occurrence_title (self->occurrence);
  /* Translators: %s is the title of a row; the button opens its menu */
  g_autofree char *name = g_strdup_printf (_ ("More actions for %s"), title);

  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), menu != NULL);
  if (menu != NULL)
    carrel_lazy_menu_attach (self->menu_button, menu, name);
}

/**
 * carrel_agenda_row_set_note:
 * @self: a row
 * @note: (nullable): words of the reader's own, such as "done"
 *
 * Says something more in the row; takes effect with the next update.
 */
void
carrel_agenda_row_set_note (CarrelAgendaRow *self, const char *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
}

/**
 * carrel_agenda_row_set_says:
 * @self: a row
 * @says: what the visible text says besides the rest
 *
 * Takes effect with the next update.
 */
void
carrel_agenda_row_set_says (CarrelAgendaRow *self, CarrelAgendaSays says)
{
  self->says = says;
}

/**
 * carrel_agenda_row_update:
 * @self: a row
 * @read: who is looking, and when, for what is seen
 * @heard: the same for what is heard
 *
 * Writes all texts anew, as each minute does.
 */
void
carrel_agenda_row_update (CarrelAgendaRow *self,
                          const CarrelFormatContext *read,
                          const CarrelFormatContext *heard)
{
  const CarrelOccurrence *occurrence = self->occurrence;
  g_autofree char *time = carrel_format_occurrence_time (occurrence, read);
  g_autofree char *title = carrel_format_occurrence_title (occurrence);
  g_autofree char *subtitle = format_subtitle (self);
  g_autofree char *remark = carrel_format_occurrence_remark (occurrence, read);
  g_autofree char *distance = format_distance (self, read);
  g_autofree char *noted = NULL;

  if (self->note != NULL)
    noted = remark == NULL ? g_strdup (self->note)
                           : g_strjoin (C_ ("line of a row", " · "), self->note, remark, NULL);
  set_text (self->time_label, time);
  set_text (self->title_label, title);
  set_text (self->subtitle_label, subtitle);
  set_text (self->remark_label, noted != NULL ? noted : remark);
  set_text (self->distance_label, distance);
  set_style (self, "past", occurrence->end <= read->now);
  set_style (self, "cancelled", (occurrence->flags & CARREL_OCCURRENCE_CANCELLED) != 0);
  set_style (self, "now", carrel_occurrence_is_on (occurrence, read->now));
  update_name (self, distance, heard);
}
