/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes of the week and how a class is divided. Equal classes on several days are one meeting. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"

#include "carrel-occasion.h"
#include "carrel-pattern.h"

#include <string.h>

/* Whether two texts may say the same: one of them says nothing, or they are equal. */
static gboolean
agree (const char *one, const char *other)
{
  return one == NULL || other == NULL || g_str_equal (one, other);
}

static CarrelMeeting *
find_equal (CarrelCourse *course, const CarrelOccasion *occasion)
{
  for (guint i = 0; i < course->meetings->len; i++)
    {
      CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);

      if (meeting->start == occasion->start && meeting->end == occasion->end
          && g_strcmp0 (meeting->kind, occasion->meeting_kind) == 0
          && g_strcmp0 (meeting->section, occasion->section) == 0
          && agree (meeting->person, occasion->person)
          && agree (meeting->location, occasion->place))
        return meeting;
    }
  return NULL;
}

static void
add_meeting (const CarrelPage *page, CarrelCourse *course, const CarrelOccasion *occasion)
{
  CarrelMeeting *meeting = find_equal (course, occasion);

  if (meeting == NULL)
    {
      meeting = carrel_record_new (&carrel_meeting_type);
      meeting->kind = g_strdup (occasion->meeting_kind);
      meeting->section = g_strdup (occasion->section);
      meeting->start = occasion->start;
      meeting->end = occasion->end;
      carrel_record_set_source (meeting, page->file, occasion->line);
      g_ptr_array_add (course->meetings, meeting);
    }
  meeting->days = (CarrelDays) (meeting->days | occasion->days);
  if (meeting->location == NULL)
    meeting->location = g_strdup (occasion->place);
  if (meeting->person == NULL)
    meeting->person = g_strdup (occasion->person);
  if (meeting->remark == NULL)
    meeting->remark = g_strdup (occasion->remark);
}

/* "40 minutes of lecture": the minutes and what follows. */
static CarrelSegment *
read_segment (const CarrelPage *page, const CarrelPageLine *line)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (
      "^.{0,24}?\\b([0-9]{1,3})[ -]?min(?:ute)?s?\\b\\.?[ :,-]*(?:of |will be )?(.+?)\\.?$",
      G_REGEX_CASELESS);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *minutes = NULL;
  CarrelSegment *segment;

  if (strlen (line->text) > 300 || !g_regex_match (regex, line->text, 0, &match))
    return NULL;
  minutes = g_match_info_fetch (match, 1);
  segment = carrel_record_new (&carrel_segment_type);
  segment->minutes = (int) g_ascii_strtoull (minutes, NULL, 10);
  segment->title = g_match_info_fetch (match, 2);
  carrel_record_set_source (segment, page->file, line->line);
  return segment;
}

static CarrelMeeting *
find_lecture_of (CarrelCourse *course, int minutes)
{
  for (guint i = 0; i < course->meetings->len; i++)
    {
      CarrelMeeting *meeting = g_ptr_array_index (course->meetings, i);

      if (g_strcmp0 (meeting->kind, "lecture") == 0 && meeting->end != CARREL_UNKNOWN
          && meeting->end - meeting->start == minutes && meeting->segments->len == 0)
        return meeting;
    }
  return NULL;
}

/* A list of minutes that add up to the length of a class says how the class is divided. */
static void
read_format (const CarrelPage *page, CarrelCourse *course, const CarrelPageSection *section)
{
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func (carrel_record_unref);
  CarrelMeeting *meeting;
  int sum = 0;

  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);
      const CarrelBlock *block = carrel_page_get_block (page, line->block);
      CarrelSegment *segment
          = block->kind == CARREL_BLOCK_LIST_ITEM ? read_segment (page, line) : NULL;

      if (segment == NULL)
        continue;
      sum += segment->minutes;
      g_ptr_array_add (segments, segment);
    }
  meeting = segments->len >= 2 ? find_lecture_of (course, sum) : NULL;
  for (guint i = 0; meeting != NULL && i < segments->len; i++)
    g_ptr_array_add (meeting->segments, carrel_record_ref (g_ptr_array_index (segments, i)));
}

/**
 * carrel_extract_meetings:
 * @page: a page
 * @course: (inout): gets the classes of the week
 */
void
carrel_extract_meetings (const CarrelPage *page, CarrelCourse *course)
{
  g_autoptr (GPtrArray) occasions = carrel_occasion_collect (page);

  for (guint i = 0; i < occasions->len; i++)
    {
      const CarrelOccasion *occasion = g_ptr_array_index (occasions, i);

      if (occasion->kind == CARREL_OCCASION_MEETING)
        add_meeting (page, course, occasion);
    }
  for (guint i = 0; i < carrel_page_get_n_sections (page); i++)
    read_format (page, course, carrel_page_get_section (page, i));
}
