/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens every week: classes and office hours, wherever the page says it. */
#pragma once

#include "carrel-page.h"
#include "carrel-place.h"
#include "carrel-slot.h"

G_BEGIN_DECLS

typedef enum
{
  CARREL_OCCASION_NONE,
  CARREL_OCCASION_HOURS,
  CARREL_OCCASION_MEETING,
} CarrelOccasionKind;

typedef struct
{
  CarrelOccasionKind kind;
  const char *meeting_kind; /* "lecture", "lab", … */
  CarrelDays days;
  int start;
  int end;
  char *place;
  char *remark;
  char *person;
  char *section;
  char *url;
  const char *role;
  const char *mode;
  gboolean by_appointment;
  int line;
} CarrelOccasion;

CarrelOccasion *carrel_occasion_new (CarrelOccasionKind kind, int line);
CarrelOccasion *carrel_occasion_copy (const CarrelOccasion *occasion);
void carrel_occasion_free (CarrelOccasion *occasion);
void carrel_occasion_set_slot (CarrelOccasion *occasion, const CarrelSlot *slot);
void carrel_occasion_take_place (CarrelOccasion *occasion, CarrelPlace *place);

gboolean carrel_occasion_is_of_guest (const char *text);
CarrelOccasionKind
carrel_occasion_get_kind (const CarrelWords *words, const char *text, const char **meeting_kind);
gboolean
carrel_occasion_is_class (const CarrelWords *words, const char *text, const char **meeting_kind);
CarrelOccasionKind carrel_occasion_get_page_kind (const CarrelPage *page,
                                                  const char **meeting_kind);
char *carrel_occasion_dup_after (const char *text, const GArray *slots, guint index);
char *carrel_occasion_dup_section (const CarrelWords *words, const char *text);
gboolean carrel_occasion_is_of_centre (const CarrelWords *words, const char *text);
CarrelTimeFlags carrel_occasion_get_time_flags (const CarrelPage *page);

/* Each adds CarrelOccasions to an array. */
void carrel_occasion_collect_lines (const CarrelPage *page, GPtrArray *occasions);
void carrel_occasion_collect_tables (const CarrelPage *page, GPtrArray *occasions);
void carrel_occasion_collect_data (const CarrelPage *page, GPtrArray *occasions);
GPtrArray *carrel_occasion_collect (const CarrelPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelOccasion, carrel_occasion_free)

G_END_DECLS
