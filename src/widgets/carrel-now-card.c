/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The card on top of the schedule. It is one stop of the keyboard and is named with all it says,
 * because text that is only shown is not reached by Tab. */
#define G_LOG_DOMAIN "carrel-now-card"

#include "config.h"

#include "carrel-now-card.h"

#include "carrel-accessible.h"
#include "carrel-segment-bar.h"

#include <glib/gi18n.h>

#define MAX_SEGMENTS 12

struct _CarrelNowCard
{
  CarrelFocusBox parent_instance;

  GtkLabel *now_label;
  CarrelSegmentBar *segment_bar;
  GtkLabel *segment_label;
  GtkLabel *next_label;
};

G_DEFINE_FINAL_TYPE (CarrelNowCard, carrel_now_card, CARREL_TYPE_FOCUS_BOX)

/* The meeting that is on and has timed parts. */
static const CarrelOccurrence *
find_segmented (const CarrelNowNext *answer)
{
  for (guint i = 0; i < answer->now->len; i++)
    {
      const CarrelOccurrence *occurrence = g_ptr_array_index (answer->now, i);
      GPtrArray *segments = carrel_occurrence_get_segments (occurrence);

      if (segments != NULL && segments->len > 0)
        return occurrence;
    }
  return NULL;
}

static void
update_bar (CarrelNowCard *self, const CarrelOccurrence *occurrence, gint64 now)
{
  GPtrArray *segments = occurrence != NULL ? carrel_occurrence_get_segments (occurrence) : NULL;
  int minutes[MAX_SEGMENTS] = { 0 };
  guint n_segments = segments != NULL ? MIN (segments->len, MAX_SEGMENTS) : 0;

  for (guint i = 0; i < n_segments; i++)
    minutes[i] = ((CarrelSegment *) g_ptr_array_index (segments, i))->minutes;
  carrel_segment_bar_set (self->segment_bar, minutes, n_segments,
                          occurrence != NULL ? (double) (now - occurrence->start) / 60 : -1);
}

static void
carrel_now_card_class_init (CarrelNowCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (CARREL_TYPE_SEGMENT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/carrel/Carrel/ui/carrel-now-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CarrelNowCard, now_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelNowCard, segment_bar);
  gtk_widget_class_bind_template_child (widget_class, CarrelNowCard, segment_label);
  gtk_widget_class_bind_template_child (widget_class, CarrelNowCard, next_label);
}

static void
carrel_now_card_init (CarrelNowCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * carrel_now_card_update:
 * @self: a card
 * @answer: what is now and next
 * @read: who is looking, and when, for what is seen
 * @heard: the same for what is heard
 *
 * Writes the card anew, as each minute does.
 */
void
carrel_now_card_update (CarrelNowCard *self,
                        const CarrelNowNext *answer,
                        const CarrelFormatContext *read,
                        const CarrelFormatContext *heard)
{
  const CarrelOccurrence *segmented = find_segmented (answer);
  g_autofree char *now = carrel_format_now (answer, read);
  g_autofree char *next = carrel_format_next (answer, read);
  g_autofree char *parts = segmented != NULL ? carrel_format_segments (segmented, read) : NULL;
  g_autofree char *now_heard = carrel_format_now (answer, heard);
  g_autofree char *next_heard = carrel_format_next (answer, heard);
  g_autofree char *name = NULL;

  gtk_label_set_text (self->now_label, now);
  gtk_label_set_text (self->next_label, next);
  gtk_label_set_text (self->segment_label, parts != NULL ? parts : "");
  gtk_widget_set_visible (GTK_WIDGET (self->segment_label), parts != NULL);
  update_bar (self, segmented, read->now);
  /* Translators: what is on; then its parts, or nothing; then what comes next. Three sentences. */
  name = g_strdup_printf (C_ ("now and next", "%s. %s %s."), now_heard, parts != NULL ? parts : "",
                          next_heard);
  carrel_accessible_set_label (self, name);
}
