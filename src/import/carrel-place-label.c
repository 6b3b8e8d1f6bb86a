/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose place a label announces: "Office:" that of hours, "Lab room:" that of labs. */
#define G_LOG_DOMAIN "carrel-place-label"

#include "config.h"

#include "carrel-place-label.h"

#include "carrel-line-class.h"
#include "carrel-pattern.h"
#include "carrel-person-name.h"
#include "carrel-role.h"
#include "carrel-slot.h"
#include "carrel-staff-line.h"

#include <string.h>

/* "Location:" below "Ann Bell", and "Office hours:" beside it. */
static gboolean
is_below_person (const CarrelLineScanner *scanner)
{
  int parent = scanner->line->parent;
  g_autofree char *name
      = parent >= 0 ? carrel_staff_line_read_marked (scanner->page, (guint) parent) : NULL;

  return name != NULL
         || (parent >= 0 && carrel_line_scanner_names_person (scanner, (guint) parent));
}

/* "### Ann Lee" and "### Ann Lee (TA)" below "## Instructors": a heading that is a whole name. */
static gboolean
is_person (const CarrelLineScanner *scanner, const CarrelPageSection *section)
{
  const CarrelWords *words = scanner->page->words;
  const char *heading = section->heading;
  const char *above
      = section->parent >= 0
            ? carrel_page_get_section (scanner->page, (guint) section->parent)->heading
            : "";
  g_autofree char *name = carrel_person_name_read (words, heading);
  const char *rest
      = name != NULL && g_str_has_prefix (heading, name) ? heading + strlen (name) : "-";

  return name != NULL && strchr (name, ' ') != NULL
         && (*rest == '\0' || g_str_has_prefix (rest, " ("))
         && carrel_words_find_label (words, heading) == CARREL_LABEL_NONE
         && (carrel_words_has_label (words, above, CARREL_LABEL_STAFF)
             || carrel_role_find (words, above) != NULL);
}

/* "## Instructor information" above a few lines of which none has the time of a class. */
static gboolean
is_about_instructor (const CarrelLineScanner *scanner, const CarrelPageSection *section)
{
  const CarrelWords *words = scanner->page->words;

  if (section->end_line - section->first_line > CARREL_LINE_REACH
      || carrel_role_find (words, section->heading) == NULL
      || carrel_line_class_is_named (words, section->heading))
    return FALSE;
  for (guint i = section->first_line; i < section->end_line; i++)
    {
      const char *text = carrel_page_get_line (scanner->page, i)->text;
      g_autoptr (GArray) slots = carrel_slot_read_line (words, text, scanner->flags);

      if (carrel_line_class_is_named (words, text)
          || (slots->len > 0 && !carrel_words_has_label (words, text, CARREL_LABEL_OFFICE_HOURS)))
        return FALSE;
    }
  return TRUE;
}

/* Offices are places of hours, and so is what stands below their heading or a person. */
static gboolean
is_place_of_hours (const CarrelLineScanner *scanner, const char *label)
{
  const CarrelPageSection *section
      = carrel_page_get_section (scanner->page, scanner->line->section);

  return g_ascii_strncasecmp (label, "office", 6) == 0 || is_below_person (scanner)
         || is_person (scanner, section) || is_about_instructor (scanner, section)
         || carrel_words_has_label (scanner->page->words, section->heading,
                                    CARREL_LABEL_OFFICE_HOURS);
}

/**
 * carrel_place_label_is_of_hours:
 * @label: a label that names office hours
 *
 * Returns: whether it says where they are: "Office hours location", "Where are office hours"
 */
gboolean
carrel_place_label_is_of_hours (const char *label)
{
  return carrel_pattern_matches ("\\b(?:location|room|place|venue|where)\\b", label,
                                 G_REGEX_CASELESS);
}

/* "Office phone", "Office e-mail" */
static gboolean
is_of_phone (const char *label)
{
  return carrel_pattern_matches ("\\b(?:phone|telephone|tel|fax|e-?mail)\\b", label,
                                 G_REGEX_CASELESS);
}

/**
 * carrel_place_label_is_of:
 * @scanner: a walk, at the line of a time
 * @occasion: what is then
 * @label: of another line
 *
 * Returns: whether @label announces a place of @occasion: "Room", or "Recitation room" of a
 *   recitation
 */
gboolean
carrel_place_label_is_of (const CarrelLineScanner *scanner,
                          const CarrelOccasion *occasion,
                          const char *label)
{
  const CarrelWords *words = scanner->page->words;
  gboolean is_hours = occasion->kind == CARREL_OCCASION_HOURS;
  const char *meeting_kind = NULL;

  if (is_of_phone (label))
    return FALSE;
  if (carrel_words_find_label (words, label) == CARREL_LABEL_LOCATION)
    return is_place_of_hours (scanner, label) == is_hours;
  if (is_hours && carrel_words_has_label (words, label, CARREL_LABEL_OFFICE_HOURS))
    return carrel_place_label_is_of_hours (label);
  if (is_hours || !carrel_words_has_label (words, label, CARREL_LABEL_LOCATION))
    return FALSE;
  /* "Course room" */
  if (g_ascii_strncasecmp (label, "course ", strlen ("course ")) == 0)
    return g_strcmp0 (occasion->meeting_kind, "lecture") == 0;
  return carrel_occasion_get_kind (words, label, &meeting_kind) == CARREL_OCCASION_MEETING
         && g_strcmp0 (meeting_kind, occasion->meeting_kind) == 0;
}
