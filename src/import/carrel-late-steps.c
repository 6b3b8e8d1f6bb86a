/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What late work loses step by step, and where the steps end. */
#define G_LOG_DOMAIN "carrel-late-steps"

#include "config.h"

#include "carrel-late-steps.h"

#include "carrel-late-number.h"
#include "carrel-late-words.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

#define MAX_STEPS 12

#define HUNDRED (100 * CARREL_QUANTITY_ONE)

/* The steps of a text that was read so far. */
typedef struct
{
  gint64 percents[MAX_STEPS];
  gint64 days[MAX_STEPS];
  guint n_steps;
  gint64 percent; /* of the step that is read, or 0 */
  gint64 day;
  gint64 last;      /* the day after which all is lost, or 0 */
  gboolean is_end;  /* "100% after": of the step that is read */
  gboolean is_left; /* "80% of the credit": what a step leaves */
  const char *rest; /* what stands behind the last step */
} CarrelLateSteps;

/* "80% of the credit", and no "50% of the grade is lost" of a smaller part */
static gboolean
is_left (const CarrelLateNumber *number)
{
  static const char *const left[] = { "of the grade",  "of the points",  "of the credit",
                                      "of the score",  "of full credit", "of your score",
                                      "of your grade", "credit",         NULL };
  const char *after = number->after + strspn (number->after, " ");

  return number->quantity.value >= HUNDRED / 2 && carrel_phrase_match_any (after, left) > 0;
}

static void
take_number (CarrelLateSteps *steps, const CarrelLateNumber *number)
{
  static const char end[] = "^[^,;.]{0,24}\\b(?:after|beyond|past)\\b";
  gint64 days = carrel_late_number_count_days (number);

  if (number->quantity.unit == CARREL_UNIT_PERCENT)
    {
      steps->percent = number->quantity.value;
      steps->is_left = steps->is_left || is_left (number);
      steps->is_end = carrel_pattern_matches (end, number->after, G_REGEX_CASELESS);
    }
  else if (days > 0)
    steps->day = days;
}

static void
take_step (CarrelLateSteps *steps, const CarrelLateNumber *number)
{
  take_number (steps, number);
  if (steps->percent == 0 || steps->day == 0)
    return;
  /* "20% within 24 hours, 40% within 48 hours, 100% after 48 hours": the end. */
  if (steps->n_steps >= 2 && steps->percent == HUNDRED)
    steps->last = steps->is_end ? steps->day : 0;
  else if (steps->n_steps < MAX_STEPS)
    {
      steps->percents[steps->n_steps] = steps->percent;
      steps->days[steps->n_steps++] = steps->day;
      steps->rest = number->after;
    }
  steps->percent = steps->day = 0;
}

/* "at most 80% within 24 hours, 60% within 48 hours": what falls is what each step leaves. */
static gboolean
falls (const CarrelLateSteps *steps)
{
  for (guint i = 1; i < steps->n_steps; i++)
    if (steps->percents[i] >= steps->percents[i - 1])
      return FALSE;
  return steps->n_steps > 1 && steps->percents[0] >= HUNDRED / 2;
}

/* Whether all that was read are steps; "more than 48 hours late: nothing" takes none. */
static gboolean
are_whole (const CarrelLateSteps *steps)
{
  return steps->n_steps >= 2 && steps->percent == 0
         && (steps->day == 0 || steps->day >= (gint64) steps->n_steps);
}

/* What each day takes off when every step is the first one once more; else 0. */
static gint64
get_rate (const CarrelLateSteps *steps)
{
  gboolean is_left = steps->is_left || falls (steps);
  gint64 rate = is_left ? HUNDRED - steps->percents[0] : steps->percents[0];

  if (!are_whole (steps))
    return 0;
  for (guint i = 0; i < steps->n_steps; i++)
    {
      gint64 lost = is_left ? HUNDRED - steps->percents[i] : steps->percents[i];

      if (steps->days[i] != (gint64) i + 1 || lost != rate * ((gint64) i + 1))
        return 0;
    }
  return rate;
}

/* "3 days late: no credit", "and nothing after 2 days", "Nothing is accepted after that" behind
 * steps of two days. */
static gint64
find_last (const CarrelLateSteps *steps)
{
  /* In the sentence of the last step or the next one, and with a word for the steps. */
  static const char refused[]
      = "^[^.;]{0,40}(?:[.;] ?)?[^.;]*\\b(?:nothing|zero|no (?:credit|points|late "
        "work|submissions?)"
        "|not (?:be )?(?:accepted|graded))\\b[^.;]*\\b(?:(?:after|beyond|past) (?:that|this|then|"
        "[0-9]+|two|three|four|five)|thereafter|afterwards?|later)\\b"
        "|^[^.;]{0,40}[.;,] ?(?:[0-9]|two|three|four|five)[^.;]{0,16} late ?[:,-]? ?"
        "(?:no credit|zero|nothing|no points|0 ?%)";
  gint64 n = (gint64) steps->n_steps;

  if (steps->last > 0)
    return steps->last;
  return (steps->day == 0 || steps->day == n || steps->day == n + 1)
                 && carrel_pattern_matches (refused, steps->rest, G_REGEX_CASELESS)
                 && !carrel_pattern_matches ("^[^.;]{0,8}\\b(?:and so (?:on|forth)|etc)\\b",
                                             steps->rest, G_REGEX_CASELESS)
             ? n
             : 0;
}

/**
 * carrel_late_steps_read:
 * @words: the words of the page's language
 * @text: one sentence or several; valid UTF-8
 * @policy: (inout): gets the rate of each day and the last day, unless it has them
 *
 * Reads "10% up to 24 hours late, 20% up to 48 hours late": as much for each day.
 */
void
carrel_late_steps_read (const CarrelWords *words, const char *text, CarrelLatePolicy *policy)
{
  CarrelLateNumber number = { words, text };
  CarrelLateSteps steps = { .percent = 0 };
  gint64 rate, last;

  for (gsize from = 0; carrel_quantity_find (words, text, from, &number.quantity);
       from = number.quantity.end)
    {
      number.after = text + number.quantity.end;
      take_step (&steps, &number);
    }
  rate = get_rate (&steps);
  if (rate > 0 && policy->penalty_per_day == NULL)
    policy->penalty_per_day = carrel_quantity_dup_decimal (rate);
  last = rate > 0 ? find_last (&steps) : steps.last;
  if (last > 0 && policy->max_days_late == NULL)
    policy->max_days_late = g_strdup_printf ("%" G_GINT64_FORMAT, last);
}

/* "20% on the second day, 50% on the third day, and no credit beyond that": the last day. */
static void
read_last_ordinal (const char *sentence, CarrelLatePolicy *policy)
{
  static const char *const ordinals[] = { "first", "second",  "third",  "fourth", "fifth",
                                          "sixth", "seventh", "eighth", "ninth",  "tenth" };
  g_autoptr (GRegex) regex = carrel_pattern_get (
      "\\b(\\w+) day\\b[^.;]{0,16}\\b(?:no credit|zero credit|not accepted|no points)"
      " (?:thereafter|afterwards?|(?:beyond|after|past)(?: (?:that|this)(?: (?:day|point))?)?"
      "(?! *[\\w(]))",
      G_REGEX_CASELESS);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *word = NULL;

  if (policy->max_days_late != NULL || !g_regex_match (regex, sentence, 0, &match))
    return;
  word = g_match_info_fetch (match, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (g_ascii_strcasecmp (word, ordinals[i]) == 0)
      policy->max_days_late = g_strdup_printf ("%" G_GSIZE_FORMAT, i + 1);
}

/* "10% for each 24 hours late, maximum 48 hours": whole days. */
static void
read_last_hour (const char *sentence, CarrelLatePolicy *policy)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (
      "\\b(?:maximum|max\\.?|up to|until)(?: of)? ([0-9]{2,3}) ?(?:hours?|hrs?)"
      "(?: (?:after|past|beyond|late)\\b[^.;]*)?\\.?$",
      G_REGEX_CASELESS);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL;
  gint64 n;

  if (policy->max_days_late != NULL || !carrel_phrase_occurs (sentence, -1, carrel_late_daily)
      || !g_regex_match (regex, sentence, 0, &match))
    return;
  hours = g_match_info_fetch (match, 1);
  n = g_ascii_strtoll (hours, NULL, 10);
  if (n > 0 && n % 24 == 0)
    policy->max_days_late = g_strdup_printf ("%" G_GINT64_FORMAT, n / 24);
}

/* "-20 per day" without a unit: points of the work. */
static void
read_minus (const char *sentence, CarrelLatePolicy *policy)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (
      "(?<![\\w%.])[-−–] ?([0-9]{1,2}) ?(?:points|pts\\.?)? (?:(?:for )?(?:each|every)|per|a) "
      "(?:late )?(?:day|24 hours)\\b",
      G_REGEX_CASELESS);
  g_autoptr (GMatchInfo) match = NULL;

  if (policy->penalty_per_day != NULL || policy->unit != NULL
      || !g_regex_match (regex, sentence, 0, &match))
    return;
  policy->penalty_per_day = g_match_info_fetch (match, 1);
  policy->unit = g_strdup ("points");
}

/* "can be submitted up to 24 hours after the due date with a 25% penalty": the only day. */
static void
read_only_day (const char *sentence, CarrelLatePolicy *policy)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (
      "\\b(?:accepted|submitted|turned in|handed in) (?:for )?(?:up to|within) "
      "(?:24 hours|(?:1|one) day) (?:late|after|past|of)\\b[^.;%]{0,40}\\b(?:with|for|at|and) "
      "[^.;%]{0,24}?\\b([0-9]{1,2}) ?% (?:late )?(?:penalty|deduction|reduction|off)\\b",
      G_REGEX_CASELESS);
  g_autoptr (GMatchInfo) match = NULL;

  if (policy->penalty_per_day != NULL || !g_regex_match (regex, sentence, 0, &match))
    return;
  policy->penalty_per_day = g_match_info_fetch (match, 1);
  if (policy->max_days_late == NULL)
    policy->max_days_late = g_strdup ("1");
}

/**
 * carrel_late_steps_read_thereafter:
 * @text: a line about late work; valid UTF-8
 * @policy: (inout): gets the last day on which work is taken, unless it has one
 *
 * Reads a span that another sentence or clause says nothing is given after: "Work within 24 hours
 * of the due date gets half. No points thereafter."
 */
void
carrel_late_steps_read_thereafter (const char *text, CarrelLatePolicy *policy)
{
  static const char pattern[]
      = "\\b(?:work|assignments?|homeworks?|submissions?|submitted|turned in|handed "
        "in|labs?|papers?)\\b"
        "[^.;]{0,40}\\b(?:within|up to) (?:(24|48|72) hours|([1-7]) days?) "
        "(?:of|after|past|late)\\b[^.;]*[.;] *(?:no (?:points|credit|work|late "
        "work|submissions?|assignments?|homework)|nothing)\\b[^.;]{0,40} "
        "(?:thereafter|after that|afterwards?|beyond that)\\b"
        "|; *after (?:(24|48|72) hours|([1-7]) days?),? (?:\\w+ ){0,3}"
        "(?:receives?|gets?|earns?) (?:no|zero) (?:credit|points)(?! for)";
  g_autoptr (GMatchInfo) match = NULL;

  if (policy->max_days_late != NULL
      || !carrel_pattern_match (pattern, text, G_REGEX_CASELESS, &match))
    return;
  for (int i = 1; i <= 4 && policy->max_days_late == NULL; i++)
    {
      g_autofree char *number = g_match_info_fetch (match, i);
      gint64 n = number != NULL ? g_ascii_strtoll (number, NULL, 10) : 0;

      if (n > 0)
        policy->max_days_late = g_strdup_printf ("%" G_GINT64_FORMAT, i % 2 == 1 ? n / 24 : n);
    }
}

/**
 * carrel_late_steps_read_last:
 * @sentence: a sentence about late work; valid UTF-8
 * @policy: (inout): gets the last day on which work is taken, unless it has one
 *
 * Reads where the steps of a sentence end, and rules of one step.
 */
void
carrel_late_steps_read_last (const char *sentence, CarrelLatePolicy *policy)
{
  read_minus (sentence, policy);
  read_only_day (sentence, policy);
  read_last_ordinal (sentence, policy);
  read_last_hour (sentence, policy);
}
