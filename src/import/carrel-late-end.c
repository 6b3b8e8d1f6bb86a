/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Until when late work is taken. */
#define G_LOG_DOMAIN "carrel-late-end"

#include "config.h"

#include "carrel-late-end.h"

#include "carrel-late-words.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

/* "10% within two days and 20% within a week": the first of several steps. */
static gboolean
is_step (const CarrelLateNumber *number, const char *near)
{
  static const char *const within[] = { "within", "up to", NULL };
  const char *percent = strchr (number->sentence, '%');

  return percent != NULL && strchr (percent + 1, '%') != NULL
         && carrel_phrase_occurs (near, number->before + number->before_length - near, within);
}

/* "Contact me within 3 business days": when something else is due than late work. */
static gboolean
is_time_to_answer (const CarrelLateNumber *number)
{
  static const char within[] = "\\bwithin *$";
  static const char taken[] = "\\b(?:accept|submi|turn(?:ed)? in|hand(?:ed)? in)[^.;]*$";
  g_autofree char *before = g_strndup (number->before, number->before_length);

  return carrel_pattern_matches ("^[ -]*(?:weekdays|(?:business|working) days)\\b", number->after,
                                 G_REGEX_CASELESS)
         && carrel_pattern_matches (within, before, G_REGEX_CASELESS)
         && !carrel_pattern_matches (taken, before, G_REGEX_CASELESS);
}

/* "Your request should be sent no later than 24 hours after", "graded no more than two weeks after
 * the due date", "up to a week before the end of term": when to ask, when work comes back, and what
 * counts back from a day. */
static gboolean
is_other_deadline (const CarrelLateNumber *number)
{
  static const char asked[] = "\\brequests? (?:should|must|needs?|has|have|will|can|may)\\b";
  static const char sent[]
      = "\\brequests? (?:\\w+ ){0,2}(?:should|must|needs?|has|have|will|can|may) (?:to )?be "
        "(?:submitted|sent|made|received)\\b";
  static const char taken[] = "\\b(?:accept|turned in|handed in|submitted)";
  static const char appealed[] = "\\b(?:re-?grad(?:e|es|ing)|appeals?)\\b[^.;]{0,40}"
                                 "\\b(?:accepted|submitted|made|sent)\\b[^.;]{0,12}$";
  static const char returned[] = "\\bbe (?:graded|returned|posted|released|published) "
                                 "(?:within|no more than|no later than|up to) *$";
  g_autofree char *before = g_strndup (number->before, number->before_length);

  return is_time_to_answer (number)
         || carrel_pattern_matches ("^[ -]*\\w+ before\\b", number->after, G_REGEX_CASELESS)
         || carrel_pattern_matches (returned, before, G_REGEX_CASELESS)
         || carrel_pattern_matches (appealed, before, G_REGEX_CASELESS)
         || carrel_pattern_matches (sent, before, G_REGEX_CASELESS)
         || (carrel_pattern_matches (asked, number->sentence, G_REGEX_CASELESS)
             && !carrel_pattern_matches (taken, number->sentence, G_REGEX_CASELESS));
}

/* "The portal closes 2 days after the deadline" */
static gboolean
is_closing (const CarrelLateNumber *number)
{
  static const char *const closes[] = { "closes", "close", "will close", NULL };

  return carrel_late_number_stands_behind (number, closes)
         && !carrel_pattern_matches ("\\bquiz", number->sentence, G_REGEX_CASELESS)
         && carrel_pattern_matches ("^[ *]*days? (?:after|past) the (?:deadline|due date)",
                                    number->after, G_REGEX_CASELESS);
}

/* "4 calendar days past the due date", where a sentence says what is taken. */
static gboolean
is_past_deadline (const CarrelLateNumber *number)
{
  static const char *const past[] = { "days after",
                                      "day after",
                                      "days past",
                                      "days of the deadline",
                                      "days of the due date",
                                      "days following",
                                      "days beyond",
                                      "days from the",
                                      NULL };
  static const char *const taken[]
      = { "late", "accepted", "accept", "no credit", "zero", "hard deadline", NULL };
  static const char calendar[] = "calendar ";
  const char *after = number->after + strspn (number->after, " -");

  after += g_str_has_prefix (after, calendar) ? strlen (calendar) : 0;
  return carrel_phrase_match_any (after, past) > 0
         && carrel_phrase_occurs (number->sentence, -1, taken);
}

/* "up to 5 days late", "more than five days late receive no credit" */
static gboolean
is_limit (const CarrelLateNumber *number)
{
  static const char *const late[]
      = { "days late",     "day late",     "days-late",        "-days late", "-day late",
          "days of delay", "day of delay", "days of lateness", NULL };
  static const char *const days[]
      = { "days.",    "days,",         "days;",        "days)", "days",        "jours", "tage",
          "weekdays", "business days", "working days", "dias",  "d\303\255as", NULL };
  static const char *const limits[]
      = { "up to",         "at most",       "no more than", "more than", "maximum of",
          "a maximum of",  "no later than", "later than",   "within",    "beyond",
          "after",         "until",         "over",         "maximum",   "max",
          "hard deadline", "höchstens",     "máximo de",    "maximal",   "maximum de",
          "jusqu'à",       "hasta",         "até",          "cap of",    NULL };
  static const char *const ends[] = { "accepted", "no credit", "zero credit", "no points", NULL };
  gsize n = MIN (number->before_length, 26);
  const char *near = number->before + number->before_length - n;
  const char *after = number->after + strspn (number->after, " -");

  if (!carrel_phrase_occurs (near, (gssize) n, limits) || is_step (number, near)
      || is_other_deadline (number))
    return FALSE;
  if (carrel_phrase_match_any (after, late) > 0)
    return TRUE;
  if (carrel_phrase_match_any (after, days) > 0
      && (carrel_phrase_occurs (number->sentence, -1, carrel_late_daily)
          || (number->is_about_late && carrel_phrase_occurs (number->sentence, -1, ends))))
    return TRUE;
  return is_past_deadline (number);
}

/**
 * carrel_late_end_is_last_day:
 * @number: a number of a sentence
 *
 * Returns: whether it is the last day on which late work is taken: "up to 5 days late", "more than
 *   five days late receive no credit", "no later than 3 days after"
 */
gboolean
carrel_late_end_is_last_day (const CarrelLateNumber *number)
{
  return is_closing (number) || is_limit (number);
}

/* Whether a number is the only one of its sentence that counts days or hours. */
static gboolean
is_only_span (const CarrelLateNumber *number)
{
  CarrelLateNumber other = *number;
  guint n = 0;

  for (gsize from = 0;
       carrel_quantity_find (number->words, number->sentence, from, &other.quantity);
       from = other.quantity.end)
    {
      other.after = number->sentence + other.quantity.end;
      n += carrel_late_number_count_days (&other) > 0;
    }
  return n == 1;
}

/* "is accepted up to 48 hours after", "we accept late work up to 48 hours after": the end, whatever
 * is deducted till then. */
static gboolean
is_accepted_until (const CarrelLateNumber *number)
{
  static const char accepted[]
      = "\\b(?:accept(?:ed|s)?|(?:be|may|can) (?:submit(?:ted)?|turn(?:ed)? in|hand(?:ed)? in))"
        "(?: late)?(?:(?: [a-z-]+){0,2} (?:(?:home)?works?|assignments?|submissions?|labs?|papers?"
        "|projects?|reports?|problem sets?))?(?: late)?(?: for| by)? (?:up to|until|within)(?: "
        "an?)? *$";
  g_autofree char *before = g_strndup (number->before, number->before_length);

  return carrel_pattern_matches (accepted, before, G_REGEX_CASELESS) && is_only_span (number);
}

/* "more than 1 week late is penalized 100%": nothing is left of it. */
static gboolean
is_worthless_after (const CarrelLateNumber *number)
{
  static const char *const over[] = { "more than", "later than", "over", "beyond", NULL };

  return carrel_late_number_stands_behind (number, over) && is_only_span (number)
         && carrel_pattern_matches ("(?<![0-9])100 ?%", number->sentence, 0);
}

/**
 * carrel_late_end_is_refused_later:
 * @sentence: a sentence about late work
 *
 * Returns: whether it refuses work after some time only: "Late work is not accepted after one
 * week", "After seven days, late work gets no points"
 */
gboolean
carrel_late_end_is_refused_later (const char *sentence)
{
  /* "Nach drei Tagen wird nichts mehr angenommen", "No se aceptan después de 3 días", "Aucun
   * travail n'est accepté après 7 jours", "Não serão aceitos após 4 dias" */
  static const char abroad[]
      = "\\bnach \\w+ (?:tag|woche|stunde)\\w*\\b[^.;]{0,80}\\b(?:nichts?|keine?)\\b[^.;]{0,80}"
        "\\b(?:angenommen|akzeptiert|gewertet)\\b"
        "|\\bno se (?:acept|recib)\\w+[^.;]{0,80}\\bdespués de (?:los )?\\w+ "
        "(?:día|hora|semana)s?\\b"
        "|\\b(?:aucune?|ne sera|ne seront|n'est|ne "
        "sont)\\b[^.;]{0,80}\\baccepté\\w*[^.;]{0,80}\\baprès \\w+ "
        "(?:jour|heure|semaine)s?\\b"
        "|\\bnão (?:será|serão|são|é) (?:mais )?aceit\\w+[^.;]{0,80}\\b(?:após|depois de) \\w+ "
        "(?:dia|hora|semana)s?\\b";

  /* What else is taken until some day: complaints, requests, notes, enrolments. */
  static const char other[] = "reclam|revis|recurs|pedido|solicitud|justific|contest|ordinateur"
                              "|certificat|einwänd|einspr|anmeld|attest";

  return carrel_pattern_matches (
             "\\bnot (?:be )?(?:accepted|graded|allowed) (?:after|beyond|past) (?:the|this|that) "
             "(?:hard|final|late|extended|absolute|last) (?:deadline|cut-?off|date|day)\\b"
             "|(?:\\bnot (?:be )?(?:accepted|graded|allowed) (?:(?:if )?more "
             "than|after|beyond|past)"
             "|^(?:after|beyond|past)(?= \\w+ (?:hours?|days?|weeks?)\\b)) "
             "(?:an?|one|two|three|four|five|seven|ten|[0-9]+)\\b",
             sentence, G_REGEX_CASELESS)
         || (carrel_pattern_matches (abroad, sentence, G_REGEX_CASELESS)
             && !carrel_pattern_matches (other, sentence, G_REGEX_CASELESS));
}

/* "up to 24 hours late without penalty, if the day is a holiday" is grace. */
static gboolean
is_free (const CarrelLateNumber *number)
{
  return carrel_pattern_matches ("^[^.;,]{0,40}\\b(?:without|with no|no) (?:an? |any )?penalty\\b",
                                 number->after, G_REGEX_CASELESS);
}

/* The last number of such a sentence: nothing is accepted after so much. */
static gboolean
is_end (const CarrelLateNumber *number)
{
  static const char *const over[]
      = { "after", "more than",      "beyond", "past",      "nach", "después de",
          "après", "después de los", "após",   "depois de", NULL };

  return carrel_late_end_is_refused_later (number->sentence)
         && carrel_late_number_stands_behind (number, over);
}

/* "up to 72 hours after the deadline", "more than one calendar week late"; beside a
 * deduction such a span is a step of it. */
static gboolean
is_span_of_delay (const CarrelLateNumber *number)
{
  static const char *const limits[]
      = { "up to",  "at most",    "no more than", "more than", "maximum of",
          "within", "later than", "until",        "jusqu'à",   "hasta",
          "até",    "bis zu",     "over",         "beyond",    NULL };
  static const char *const late[]
      = { "late",       "after",     "past",    "en retard",    "de retard", "tarde",
          "de retraso", "de atraso", "zu spät", "grace period", NULL };
  static const char late_by[] = "\\blate (?:by )?up to *$";
  gsize n = MIN (number->before_length, 16);
  g_autofree char *before = g_strndup (number->before, number->before_length);

  /* "may be submitted late by up to two days" */
  if (carrel_pattern_matches (late_by, before, G_REGEX_CASELESS) && is_accepted_until (number))
    return TRUE;
  return (strchr (number->sentence, '%') == NULL || is_accepted_until (number)
          || is_worthless_after (number))
         && carrel_phrase_occurs (number->before + number->before_length - n, (gssize) n, limits)
         && carrel_phrase_occurs (number->after, (gssize) MIN (number->after_length, 24), late);
}

/**
 * carrel_late_end_read_span:
 * @number: a number of a sentence
 * @policy: (inout): gets the last day
 *
 * Reads "up to 72 hours after the deadline", "more than one calendar week late"; beside a deduction
 * such a span is a step of it.
 *
 * Returns: whether @number was one
 */
gboolean
carrel_late_end_read_span (const CarrelLateNumber *number, CarrelLatePolicy *policy)
{
  gint64 days = carrel_late_number_count_days (number);

  if (days == 0 || policy->max_days_late != NULL || number->quantity.is_range
      || !carrel_late_number_is_of_late_work (number) || is_other_deadline (number)
      || is_free (number) || (!is_end (number) && !is_span_of_delay (number)))
    return FALSE;
  policy->max_days_late = g_strdup_printf ("%" G_GINT64_FORMAT, days);
  return TRUE;
}
