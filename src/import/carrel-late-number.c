/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the words around a number of a late rule make of it. */
#define G_LOG_DOMAIN "carrel-late-number"

#include "config.h"

#include "carrel-late-number.h"

#include "carrel-late-words.h"
#include "carrel-phrase.h"

#include <string.h>

/**
 * carrel_late_number_occurs_after:
 * @number: a number of a sentence
 * @phrases: folded phrases, ended by %NULL
 *
 * Returns: whether one of @phrases stands within reach behind the number
 */
gboolean
carrel_late_number_occurs_after (const CarrelLateNumber *number, const char *const *phrases)
{
  return carrel_phrase_occurs (number->after, (gssize) number->after_length, phrases);
}

/**
 * carrel_late_number_occurs_before:
 * @number: a number of a sentence
 * @phrases: folded phrases, ended by %NULL
 *
 * Returns: whether one of @phrases stands within reach before the number
 */
gboolean
carrel_late_number_occurs_before (const CarrelLateNumber *number, const char *const *phrases)
{
  return carrel_phrase_occurs (number->before, (gssize) number->before_length, phrases);
}

/**
 * carrel_late_number_follows:
 * @number: a number of a sentence
 * @phrases: folded phrases, ended by %NULL
 *
 * Returns: whether one of @phrases follows in the same clause, after ten words at most
 */
gboolean
carrel_late_number_follows (const CarrelLateNumber *number, const char *const *phrases)
{
  const char *at = number->after;

  /* "8 (eight) days" */
  if (g_str_has_prefix (at, " (") && strchr (at, ')') != NULL)
    at = strchr (at, ')') + 1;
  for (guint n = 0; n < 10 && *at != '\0' && strchr (".;,)", *at) == NULL; n++)
    {
      /* "un total de 7 jours" */
      if (number->quantity.is_word && number->quantity.value == CARREL_QUANTITY_ONE
          && g_ascii_isdigit (*at))
        return FALSE;
      if (carrel_phrase_match_any (at, phrases) > 0)
        return TRUE;
      at = carrel_phrase_next_word (at);
    }
  return FALSE;
}

/**
 * carrel_late_number_set:
 * @field: (inout): a number of a policy, which the first that says it sets
 * @number: a number of a sentence
 */
void
carrel_late_number_set (char **field, const CarrelLateNumber *number)
{
  if (*field == NULL)
    *field = carrel_quantity_dup_decimal (number->quantity.value);
}

/**
 * carrel_late_number_stands_behind:
 * @number: a number of a sentence
 * @phrases: folded phrases, ended by %NULL
 *
 * Returns: whether one of @phrases ends right before the number
 */
gboolean
carrel_late_number_stands_behind (const CarrelLateNumber *number, const char *const *phrases)
{
  gsize length = number->before_length;

  while (length > 0 && number->before[length - 1] == ' ')
    length--;
  return carrel_phrase_match_back (number->before, length, phrases) > 0;
}

/**
 * carrel_late_number_is_capped:
 * @number: a number of a sentence
 *
 * Returns: whether a cap such as "at most" stands just before the number
 */
gboolean
carrel_late_number_is_capped (const CarrelLateNumber *number)
{
  gsize n = MIN (number->before_length, 30);

  return carrel_phrase_occurs (number->before + number->before_length - n, (gssize) n,
                               carrel_late_caps);
}

/**
 * carrel_late_number_count_days:
 * @number: a number of a sentence
 *
 * Returns: how many days "24 hours late", "2 days late" or "one week late" are; 0 for none
 */
gint64
carrel_late_number_count_days (const CarrelLateNumber *number)
{
  static const struct
  {
    const char *const units[24];
    gint64 times;
    gint64 by;
  } spans[] = {
    { { "day",     "days",     "calendar day", "calendar days", "school day",  "school days",
        "weekday", "weekdays", "business day", "business days", "working day", "working days",
        "jour",    "jours",    "tag",          "tage",          "tagen",       "día",
        "días",    "dia",      "dias",         "giorno",        "giorni",      NULL },
      1,
      1 },
    { { "hour", "hours", "hrs", "heure", "heures", "stunde", "stunden", "hora", "horas", "ora",
        "ore", NULL },
      1,
      24 },
    { { "week", "weeks", "calendar week", "calendar weeks", "semaine", "semaines", "woche",
        "wochen", "semana", "semanas", "settimana", "settimane", NULL },
      7,
      1 },
  };
  const char *after = number->after + strspn (number->after, " -");

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (carrel_phrase_match_any (after, spans[i].units) > 0
        && number->quantity.value * spans[i].times % (spans[i].by * CARREL_QUANTITY_ONE) == 0)
      return number->quantity.value * spans[i].times / (spans[i].by * CARREL_QUANTITY_ONE);
  return 0;
}

/**
 * carrel_late_number_is_of_late_work:
 * @number: a number of a sentence
 *
 * Returns: whether its sentence, or the text around it, speaks of late work
 */
gboolean
carrel_late_number_is_of_late_work (const CarrelLateNumber *number)
{
  return number->is_about_late || carrel_phrase_occurs (number->sentence, -1, carrel_late_words);
}
