/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of a sentence are told apart by the words around them; the first that says a thing wins.
 */
#define G_LOG_DOMAIN "carrel-late-rule"

#include "config.h"

#include "carrel-late-rule.h"

#include "carrel-late-end.h"
#include "carrel-late-number.h"
#include "carrel-late-steps.h"
#include "carrel-late-times.h"
#include "carrel-late-words.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-quantity.h"

#include <string.h>

/* How far from a number the words that explain it may stand, in bytes. */
#define NEAR 90

/* How far behind a number "for each day" may stand. */
#define MAX_REASON 72

/* "Late days: 5" */
static gboolean
is_labelled (const CarrelLateNumber *number)
{
  static const char *const labels[]
      = { "late days:", "slip days:", "late days :", "late day budget:", "late days -", NULL };
  return carrel_late_number_stands_behind (number, labels);
}

/* "No more than two" is a cap; "who needs more than one" asks for more. */
static gboolean
is_exceeded (const CarrelLateNumber *number)
{
  static const char *const more[] = { "more than", NULL };
  static const char *const refused[]
      = { "no",  "not",    "cannot", "can't", "can’t", "may not", "never",
          "nor", "nobody", "none",   "won't", "isn't", "neither", NULL };

  return carrel_late_number_stands_behind (number, more)
         && !carrel_phrase_occurs (number->before, (gssize) number->before_length, refused)
         && carrel_phrase_match (number->sentence, "if") > 0;
}

/* "three days (whole or partial) of grace … for the whole semester" are late days. */
static gboolean
is_grace_of_term (const CarrelLateNumber *number)
{
  static const char *const grace[] = { "of grace", NULL };
  static const char *const days[] = { "day", "days", NULL };
  static const char *const term[] = { "semester", "term", "quarter", "course", "total of", NULL };

  return carrel_phrase_match_any (number->after + strspn (number->after, " "), days) > 0
         && carrel_phrase_occurs (number->after, (gssize) MIN (number->after_length, 45), grace)
         && carrel_phrase_occurs (number->sentence, -1, term);
}

/* "up to 5 late days in total, and no more than 2 on any assignment" */
static gboolean
is_of_term (const CarrelLateNumber *number)
{
  return carrel_pattern_matches (
      "^ *(?:free )?(?:late|slip|grace|flex)[ -](?:days?|tokens?|passes) "
      "(?:in total|total|overall|(?:for|over|during|throughout|across) the "
      "(?:whole |entire )?(?:semester|term|quarter|course))\\b",
      number->after, G_REGEX_CASELESS);
}

/* Whether the number is what one piece of work may use. */
static gboolean
is_for_each (const CarrelLateNumber *number)
{
  static const char *const total[] = { "total of", NULL };
  CarrelQuantity next;
  gsize length = MIN (number->after_length, 45);

  /* "a total of 5 late days to use on any assignment" */
  if ((!carrel_late_number_is_capped (number) && carrel_late_number_stands_behind (number, total))
      || is_of_term (number))
    return FALSE;
  if (carrel_quantity_find (number->words, number->after, 0, &next))
    length = MIN (length, next.start);
  return (carrel_late_number_is_capped (number)
          && carrel_phrase_occurs (number->sentence, -1, carrel_late_each_work))
         || carrel_phrase_occurs (number->after, (gssize) length, carrel_late_each_work);
}

/* "No more than two can be used for any one assignment", after the late days were named. */
static gboolean
is_cap_of (const CarrelLateNumber *number, const CarrelLatePolicy *policy)
{
  static const char *const uses[] = { "used", "use", "applied", "apply", "spend", "spent", NULL };

  return policy->late_days != NULL && carrel_late_number_is_capped (number)
         && carrel_phrase_occurs (number->sentence, -1, carrel_late_each_work)
         && (carrel_phrase_occurs (number->sentence, -1, uses)
             || carrel_phrase_occurs (number->sentence, -1, carrel_late_bank_names));
}

/* "seven free late (calendar) days" */
static gboolean
is_parted (const CarrelLateNumber *number)
{
  return carrel_pattern_matches ("^ *(?:free |extra )?(?:late|slip|grace) [(]?[a-z]+[)]? days\\b",
                                 number->after, 0);
}

/* "Each 24 hours use up one late day": what a delay costs. */
static gboolean
is_cost (const CarrelLateNumber *number)
{
  static const char *const costs[]
      = { "uses", "uses up",   "use up",   "consumes", "consume",  "costs",
          "cost", "counts as", "count as", "spends",   "using up", NULL };
  return carrel_late_number_stands_behind (number, costs);
}

/* Days that were used or are left grant none: "If you use 2 late days, you have 3 left." */
static gboolean
may_grant (const CarrelLateNumber *number)
{
  static const char *const used[]
      = { "late days used",      "late days remained",   "late days left",  "late days remaining",
          "remaining late days", "additional late days", "extra late days", NULL };
  static const char *const supposed[] = { "left", "remaining", "remain", NULL };

  if (number->quantity.is_range || number->quantity.value < CARREL_QUANTITY_ONE
      || carrel_late_number_follows (number, used) || is_cost (number))
    return FALSE;
  return carrel_phrase_match (number->sentence, "if") == 0
         || !carrel_phrase_occurs (number->sentence, -1, supposed);
}

static gboolean
is_named_bank (const CarrelLateNumber *number)
{
  return carrel_late_number_follows (number, carrel_late_bank_names) || is_labelled (number)
         || is_grace_of_term (number) || is_parted (number);
}

/* "3 late days", "up to three of your late days quota", "Late days: 5". */
static gboolean
read_bank (const CarrelLateNumber *number, CarrelLatePolicy *policy)
{
  gboolean is_named = is_named_bank (number);

  if (!is_named && !is_cap_of (number, policy))
    return FALSE;
  if (!may_grant (number) || is_exceeded (number))
    return TRUE;
  if (!is_named || is_for_each (number))
    carrel_late_number_set (&policy->max_per_assignment, number);
  else
    {
      carrel_late_number_set (&policy->late_days, number);
      if (policy->unit == NULL)
        policy->unit = g_strdup ("day");
    }
  return TRUE;
}

/* "Ten points are deducted from the grade": of the hundred that a grade has. */
static gboolean
is_points_of_grade (const CarrelLateNumber *number)
{
  static const char *const points[] = { "points", NULL };
  static const char *const grade[] = { "from the grade", "from the final grade", "from your grade",
                                       "off the grade",  "off your grade",       NULL };
  const char *after = number->after + strspn (number->after, " -");

  return number->quantity.value >= 5 * CARREL_QUANTITY_ONE
         && (number->quantity.unit == CARREL_UNIT_POINTS
             || carrel_phrase_match_any (after, points) > 0)
         && carrel_late_number_occurs_after (number, grade);
}

/* "The maximum accumulated penalty for late work is 40%" */
static gboolean
names_maximum (const CarrelLateNumber *number)
{
  return carrel_late_number_occurs_before (number, carrel_late_maxima);
}

/* "10% a day, up to 40%": where a day has a price. */
static gboolean
is_maximum (const CarrelLateNumber *number, const CarrelLatePolicy *policy)
{
  static const char *const most[] = { "maximum penalty",
                                      "maximum deduction",
                                      "up to a maximum",
                                      "max penalty",
                                      "maximum of",
                                      "at most",
                                      "a maximum of",
                                      "up to",
                                      "cap of",
                                      "capped at",
                                      NULL };
  gsize n = MIN (number->before_length, 28);

  return policy->penalty_per_day != NULL
         && carrel_phrase_occurs (number->before + number->before_length - n, (gssize) n, most);
}

/* The bytes behind a percentage that can say what it is for: up to the next one. */
static gsize
measure_reason (const CarrelLateNumber *number)
{
  gsize n = MIN (number->after_length, MAX_REASON);
  const char *next = memchr (number->after, '%', n);

  while (next != NULL && next > number->after && strchr ("0123456789 ", next[-1]) != NULL)
    next--;
  return next != NULL ? (gsize) (next - number->after) : n;
}

static gboolean
is_daily (const CarrelLateNumber *number, const CarrelLatePolicy *policy)
{
  return carrel_phrase_occurs (number->after, (gssize) measure_reason (number), carrel_late_daily)
         || (carrel_late_number_occurs_before (number, carrel_late_daily)
             && policy->penalty_per_day == NULL
             && !carrel_late_number_occurs_after (number, carrel_late_daily));
}

/* "A day late: 80% of the points": what is left and not what is lost. */
static gboolean
is_left (const CarrelLateNumber *number)
{
  return number->quantity.value >= 50 * CARREL_QUANTITY_ONE
         && !carrel_phrase_occurs (number->sentence, -1, carrel_late_losses);
}

/* "5%, 10%, 20% (three days), 40%": one of a list that grows is no rate. */
static gboolean
is_in_list (const CarrelLateNumber *number)
{
  g_autofree char *before = g_strndup (number->before, number->before_length);

  return carrel_pattern_matches ("^[^.;%]{0,16}, *[0-9]+ ?%", number->after, 0)
         || carrel_pattern_matches ("[0-9] ?%[^.;%]{0,16}, *$", before, 0);
}

/* "10 points for each day": of the points of the work, whatever those are; of a small scale they
 * say little. */
static gboolean
read_points (const CarrelLateNumber *number, CarrelLatePolicy *policy)
{
  if (number->quantity.unit != CARREL_UNIT_POINTS || is_points_of_grade (number)
      || number->quantity.value < 5 * CARREL_QUANTITY_ONE || policy->unit != NULL
      || policy->penalty_per_day != NULL || !is_daily (number, policy)
      || !carrel_phrase_occurs (number->sentence, -1, carrel_late_losses))
    return FALSE;
  carrel_late_number_set (&policy->penalty_per_day, number);
  policy->unit = g_strdup ("points");
  return TRUE;
}

static gboolean
read_penalty (const CarrelLateNumber *number, CarrelLatePolicy *policy)
{
  if (number->quantity.unit != CARREL_UNIT_PERCENT && !is_points_of_grade (number))
    return FALSE;
  if (!carrel_late_number_is_of_late_work (number))
    return TRUE;
  if (is_left (number) || is_in_list (number))
    return TRUE;
  if (names_maximum (number))
    carrel_late_number_set (&policy->max_penalty, number);
  else if (is_daily (number, policy))
    carrel_late_number_set (&policy->penalty_per_day, number);
  else if (is_maximum (number, policy))
    carrel_late_number_set (&policy->max_penalty, number);
  return TRUE;
}

/* "three days of grace", "a grace period of up to 2 days" */
static gboolean
is_grace (const CarrelLateNumber *number, const char *after)
{
  static const char *const grace[]
      = { "day grace", "days grace", "days of grace", "days' grace", "day grace period", NULL };
  static const char *const grace_before[]
      = { "grace period of", "grace period is", "grace period:", "grace period of up to", NULL };

  return carrel_phrase_match_any (after, grace) > 0
         || (carrel_late_number_stands_behind (number, grace_before)
             && g_str_has_prefix (after, "day"));
}

/* "a two-week extension", "an extension of up to one week": @unit with "extension", as in @units.
 */
static gboolean
is_extension (const CarrelLateNumber *number,
              const char *after,
              const char *unit,
              const char *const *units)
{
  static const char *const before[]
      = { "extension of", "extension of up to", "extensions of up to", "extensions of", NULL };

  return carrel_phrase_match_any (after, units) > 0
         || (carrel_late_number_stands_behind (number, before) && g_str_has_prefix (after, unit));
}

/* "A 24-hour grace period": whole days of grace. */
static gboolean
read_hours_of_grace (const CarrelLateNumber *number, const char *after, CarrelLatePolicy *policy)
{
  static const char *const hours[] = { "hour grace", "hours grace", "hours of grace", NULL };

  if (policy->grace_days != NULL || number->quantity.value % (24 * CARREL_QUANTITY_ONE) != 0
      || carrel_phrase_match_any (after, hours) == 0)
    return FALSE;
  policy->grace_days = carrel_quantity_dup_decimal (number->quantity.value / 24);
  return TRUE;
}

/* Late days of a whole term, and "A two-day extension is not usually granted". */
static gboolean
is_no_extension (const CarrelLateNumber *number)
{
  return is_grace_of_term (number)
         || carrel_pattern_matches (
             "^[ -]*(?:day|week|hour)s?'? extensions?\\b[^.;,]*\\bnot (?:\\w+ )?"
             "(?:granted|given|allowed|accepted|available)\\b",
             number->after, G_REGEX_CASELESS);
}

static gboolean
read_extension (const CarrelLateNumber *number, CarrelLatePolicy *policy)
{
  static const char *const days[]
      = { "day extension", "days extension", "days' extension", "day extensions", NULL };
  static const char *const weeks[] = { "week extension", "week extensions", NULL };
  static const char *const hours[] = { "hour extension", "hour extensions", NULL };
  const char *after = number->after + strspn (number->after, " -");

  if (is_no_extension (number))
    return FALSE;
  if (read_hours_of_grace (number, after, policy))
    return TRUE;
  if (is_grace (number, after))
    carrel_late_number_set (&policy->grace_days, number);
  else if (is_extension (number, after, "day", days))
    carrel_late_number_set (&policy->extension_days, number);
  else if (is_extension (number, after, "week", weeks) && policy->extension_days == NULL)
    policy->extension_days = carrel_quantity_dup_decimal (7 * number->quantity.value);
  else if (is_extension (number, after, "hour", hours) && policy->extension_days == NULL
           && policy->late_days == NULL)
    policy->extension_days = carrel_quantity_dup_decimal (number->quantity.value / 24);
  else
    return FALSE;
  return TRUE;
}

/* "One extension for one report": how many pieces of work may have it. */
static gboolean
read_extended_work (const CarrelLateNumber *number, CarrelLatePolicy *policy)
{
  static const char *const on[] = { "extension for", "extension on", "extensions on", NULL };
  static const char *const work[]
      = { "assignment",  "assignments",  "homework", "report", "reports",
          "problem set", "problem sets", "lab",      "labs",   NULL };

  if (!carrel_late_number_stands_behind (number, on)
      || carrel_phrase_match_any (number->after + strspn (number->after, " "), work) == 0)
    return FALSE;
  /* "2 tokens, each for an extension on one assignment" */
  if (carrel_phrase_occurs (number->sentence, -1, carrel_late_bank_names))
    return FALSE;
  carrel_late_number_set (&policy->max_extensions, number);
  return TRUE;
}

/* "Each student may request one extension": one, where "an" could stand as well. */
static gboolean
is_given (const CarrelLateNumber *number)
{
  static const char *const never[] = { "if", "not", "n't", "n’t", "cannot", "never", "no", NULL };
  static const char *const gives[] = { "request", "receive", "have", "get",   "use", "take",
                                       "provide", "grant",   "give", "allow", NULL };
  static const char *const each_work[]
      = { "per assignment", "per homework",    "per lab", "for each",
          "on each",        "each assignment", NULL };
  static const char *const once[] = { "each student",
                                      "every student",
                                      "you may",
                                      "you can",
                                      "students may",
                                      "free",
                                      "on a single",
                                      "per semester",
                                      "only one",
                                      "during the semester",
                                      NULL };

  return carrel_late_number_stands_behind (number, gives)
         && carrel_phrase_occurs (number->sentence, -1, once)
         && !carrel_phrase_occurs (number->before, (gssize) number->before_length, never)
         && !carrel_phrase_occurs (number->after, (gssize) number->after_length, each_work);
}

/* "two one-week extensions", "one free five-day extension": what follows a number and the length of
 * each. */
static const char *
skip_length (const CarrelLateNumber *number)
{
  const char *after = number->after + strspn (number->after, " ");
  CarrelLateNumber length = *number;
  static const char *const units[] = { "day", "week", "hour", "days", "weeks", "hours", NULL };

  if (g_str_has_prefix (after, "free "))
    after += strlen ("free ");
  if (!carrel_quantity_find (number->words, after, 0, &length.quantity)
      || length.quantity.start > 0)
    return after;
  after += length.quantity.end + strspn (after + length.quantity.end, " -");
  after += carrel_phrase_match_any (after, units);
  return after + strspn (after, " ");
}

/* "three extensions", "one free extension" */
static gboolean
counts_extensions (const CarrelLateNumber *number)
{
  static const char *const free_ones[]
      = { "extensions", "free extensions",     "no-questions-asked extensions",
          "extension",  "deadline extensions", "automatic extensions",
          NULL };

  /* "MPI-2 extensions" are no deadlines. */
  if (number->before_length > 0 && number->before[number->before_length - 1] == '-')
    return FALSE;
  return carrel_phrase_match_any (skip_length (number), free_ones) > 0
         && (!number->quantity.is_word || number->quantity.value != CARREL_QUANTITY_ONE
             || is_given (number));
}

/* "three extensions", "up to three assignments late by a deadline extension form". */
static gboolean
read_extensions (const CarrelLateNumber *number, CarrelLatePolicy *policy)
{
  static const char *const works[]
      = { "assignments", "individual assignments", "homeworks", "homework assignments",
          "labs",        "problem sets",           NULL };
  static const char *const allowed[] = { "late", NULL };
  static const char *const form[] = { "extension", "extensions", NULL };

  if (number->quantity.value > 20 * CARREL_QUANTITY_ONE
      || number->quantity.value < CARREL_QUANTITY_ONE)
    return FALSE;
  if (counts_extensions (number))
    carrel_late_number_set (&policy->max_extensions, number);
  else if (carrel_late_number_is_capped (number)
           && carrel_phrase_match_any (number->after + strspn (number->after, " "), works) > 0
           && carrel_late_number_occurs_after (number, allowed)
           && carrel_phrase_occurs (number->sentence, -1, form))
    carrel_late_number_set (&policy->max_extensions, number);
  else
    return FALSE;
  return TRUE;
}

static void
read_number (const CarrelLateNumber *number, CarrelLatePolicy *policy)
{
  if (read_points (number, policy) || read_penalty (number, policy)
      || number->quantity.unit != CARREL_UNIT_NONE || read_extension (number, policy))
    return;
  if (carrel_late_end_read_span (number, policy))
    return;
  if (carrel_late_end_is_last_day (number) && !number->quantity.is_range)
    {
      carrel_late_number_set (&policy->max_days_late, number);
      return;
    }
  if (!read_extended_work (number, policy) && !read_bank (number, policy))
    read_extensions (number, policy);
}

/* "Late papers will receive a grade of zero." */
static gboolean
is_worth_nothing (const char *sentence)
{
  return carrel_pattern_matches (
      "\\blate "
      "(?:assignments?|work|submissions?|homeworks?|papers?|labs?|projects?|quizzes|essays?) "
      "(?:(?:will|shall) )?(?:always )?(?:receives?|earns?|gets?|be "
      "(?:given|assigned|awarded|graded)) "
      "(?:an? )?(?:(?:grade|score|mark) of )?(?:no credit|zero|0(?![0-9.%])|no points)",
      sentence, G_REGEX_CASELESS);
}

static void
read_acceptance (const char *sentence, CarrelLatePolicy *policy)
{
  if (policy->late_accepted != CARREL_UNKNOWN || carrel_late_end_is_refused_later (sentence))
    return;
  if (carrel_phrase_occurs (sentence, -1, carrel_late_refused) || is_worth_nothing (sentence))
    policy->late_accepted = FALSE;
}

/* "(e.g., if your grade was 90%, …)" explains the rule before it, and "a week late" counts. */
static char *
dup_plain (const char *sentence)
{
  static const char example[] = " ?\\((?:e\\.g\\.|for example|for instance)[^()]*\\)";
  static const char week[] = "(?<=more than |later than |up to |within |after |beyond |past |over )"
                             "a(?= (?:full )?week\\b)";
  static const char others[]
      = "\\b(?:regrad|request|appeal|revis|resubmi|feedback|make-?up|posted|returned)";
  static const char taken[] = "\\b(?:accept|no credit|zero|submit|turned? in|hand(?:ed)? in|allow)";
  g_autofree char *plain = carrel_pattern_dup_without (example, sentence, G_REGEX_CASELESS);
  g_autoptr (GRegex) regex = carrel_pattern_get (week, G_REGEX_CASELESS);

  if (!carrel_pattern_matches (taken, plain, G_REGEX_CASELESS)
      || carrel_pattern_matches (others, plain, G_REGEX_CASELESS))
    return g_steal_pointer (&plain);
  return g_regex_replace_literal (regex, plain, -1, 0, "one", 0, NULL);
}

/**
 * carrel_late_rule_read:
 * @words: the words of the page's language
 * @sentence: a sentence without markup and struck-out text; valid UTF-8
 * @is_about_late: whether the text around it speaks of late work, so that the sentence need not
 * @policy: (inout): where its numbers go; what an earlier sentence said stays
 *
 * Reads what a sentence says about late work. Sentences that only give an example say nothing.
 *
 * Returns: whether @policy changed
 */
gboolean
carrel_late_rule_read (const CarrelWords *words,
                       const char *sentence,
                       gboolean is_about_late,
                       CarrelLatePolicy *policy)
{
  g_autoptr (CarrelLatePolicy) old = NULL;
  g_autofree char *plain = dup_plain (sentence);
  CarrelLateNumber number = { words, plain, is_about_late };

  sentence = plain;
  if (carrel_phrase_occurs (sentence, -1, carrel_late_examples))
    return FALSE;
  old = carrel_record_copy (policy);
  for (gsize from = 0; carrel_quantity_find (words, sentence, from, &number.quantity);
       from = number.quantity.end)
    {
      const char *start = sentence;

      while ((gsize) (sentence + number.quantity.start - start) > NEAR)
        start = g_utf8_next_char (start);
      number.before = start;
      number.before_length = (gsize) (sentence + number.quantity.start - start);
      number.after = sentence + number.quantity.end;
      number.after_length = MIN (strlen (number.after), NEAR);
      read_number (&number, policy);
    }
  if (is_about_late || carrel_phrase_occurs (sentence, -1, carrel_late_words))
    {
      carrel_late_steps_read (words, sentence, policy);
      carrel_late_steps_read_last (sentence, policy);
    }
  carrel_late_times_read (words, sentence, policy);
  read_acceptance (sentence, policy);
  return !carrel_record_equal (old, policy);
}
