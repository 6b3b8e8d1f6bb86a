/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Percentages and points of a text, without those that are conditions, penalties or statistics. */
#define G_LOG_DOMAIN "carrel-weight-mention"

#include "config.h"

#include "carrel-weight-mention.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-weight-series.h"

#include <string.h>

/* Before or after a number, these say that it is no weight. */
static const char *const denied_before[] = {
  "ab",           "mindestens",   "au moins",   "al menos",   "pelo menos",
  "a partir de",  "at least",     "at most",    "less than",  "more than",
  "greater than", "below",        "above",      "over",       "under",
  "minimum of",   "min.",         "min",        "minimum",    "exceeds",
  "exceed",       "within",       "lose",       "loses",      "deduct",
  "deducted",     "penalty of",   "penalty is", "penalty",    "penalized",
  "docked",       "deduction of", "deduction",  "reduced by", "lowered by",
  "drop by",      "by about",     "by",         "by up to",   "mindestens",
  "au moins",     "al menos",     "pelo menos", "vähintään",  "minimum score of",
  "score of",     "get",          "gets",       "earn",       "earning",
  "receive",      "receives",     "scored",     "loss of",    "take off",
  "a minimum of", "plus de",      "moins de",   "mehr als",   "weniger als",
  "más de",       "mais de",      "至少",       "低于",       "超过",
  "以上",         "up to",        "reduced to", "raised to",  "curved to",
  "lowered to",   "still be",     "不少于",     "the top",    "the best",
  "扣除",         "扣",           "减去",       NULL,
};
static const char *const skipped_before[]
    = { "a", "an", "about", "approximately", "roughly", "only", NULL };
static const char *const denied_after[] = {
  "scale",
  "grading scale",
  "per day",
  "per late day",
  "per hour",
  "per 24",
  "per calendar",
  "per class",
  "each day",
  "a day",
  "for each day",
  "for every",
  "for each late",
  "every day",
  "late",
  "penalty",
  "deduction",
  "deducted",
  "off",
  "or higher",
  "or more",
  "or above",
  "or better",
  "or greater",
  "or less",
  "or below",
  "and above",
  "of students",
  "of the students",
  "of the time",
  "of class",
  "of the class",
  "of classes",
  "of lectures",
  "of all",
  "of each",
  "of available",
  "of the points",
  "of the credit",
  "credit",
  "discount",
  "confidence",
  "chance",
  "of the maximum",
  "of its value",
  "of the value",
  "of the possible",
  "of the assignment",
  "of that",
  "of your score",
  "of the score",
  "of the original",
  "reduction",
  "pro tag",
  "par jour",
  "por día",
  "por dia",
  "por semana",
  "per week",
  "or lower",
  "rule",
  "penalties",
  "of people",
  "will be deducted",
  "dropped from",
  "taken off",
  "subtracted",
  "will be dropped from",
  "will be taken off",
  "will be subtracted",
  "is dropped from",
  "is taken off",
  "is subtracted",
  "is deducted",
  "are deducted",
  "of the lectures",
  "of sessions",
  "of the sessions",
  "of the final exam",
  "absences",
  "of the homework",
  "of the homeworks",
  "of the labs",
  "of the assignments",
  "of homework",
  "of assignments",
  "attendance rate",
  "correct",
  "in order to",
  "and up",
  "of the quizzes",
  "or fewer",
  "will be taken off",
  "will be subtracted",
  "is subtracted",
  "on each",
  NULL,
};
static const char *const allowed_after[] = { "extra credit", "bonus", "late day bonus", NULL };
static const char *const each_after[] = {
  "each",      "apiece",   "per assignment", "per homework",    "per quiz",
  "per exam",  "per lab",  "per project",    "per problem set", "per midterm",
  "per paper", "per test", "per essay",      "per report",      "per presentation",
  "per item",  "per pset", "per hw",         "chacun",          "chacune",
  "cada",      "cada uno", "cada una",       "cada um",         "cada uma",
  "jeweils",   "kukin",    "each one",       "a piece",         "for each",
  "for every", NULL,
};
static const char *const each_before[] = { "each worth",
                                           "each is worth",
                                           "each counts for",
                                           "each counts",
                                           "each count",
                                           "each counting for",
                                           "each counting",
                                           "each contributing",
                                           "each accounting for",
                                           "each making up",
                                           "each weighted",
                                           "each weighing",
                                           "each being worth",
                                           "each of them worth",
                                           "each for",
                                           "each",
                                           "je",
                                           "jeweils",
                                           "cada uma",
                                           "cada una",
                                           "cada",
                                           "各",
                                           "每次",
                                           "各占",
                                           NULL };
static const char *const total_after[]
    = { "(total)",  "(in total)", "in total", "total",     "altogether", "all together", "overall",
        "combined", "in all",     "en tout",  "au total",  "insgesamt",  "en total",     "no total",
        "ao todo",  "yhteensä",   "possible", "available", NULL };
static const char *const total_before[] = { "total of",       "total",      "totaling", "totalling",
                                            "for a total of", "altogether", "in total", "insgesamt",
                                            "au total",       "=",          NULL };

/* Skips blanks and light punctuation that may stand inside a mention. */
static const char *
skip_light (const char *at)
{
  while (*at == ' ' || *at == '*' || *at == '_' || g_str_has_prefix (at, "\302\240"))
    at += *at == '\302' ? 2 : 1;
  return at;
}

static gsize
trim_back (const char *text, gsize length)
{
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '*'))
    length--;
  while (length > 1 && (guchar) text[length - 1] == 0xa0 && (guchar) text[length - 2] == 0xc2)
    length -= 2;
  return length;
}

/* "10% off per day"; "40% labs (1 per week)" counts the labs. */
static gboolean
is_daily (const char *after)
{
  static const char *const daily[]
      = { "per day",      "per late day", "each day",      "a day",    "every day",
          "for each day", "per week",     "for every day", "per hour", "pro tag",
          "par jour",     "por día",      "por dia",       NULL };
  static const char often[]
      = "(?:[(] ?(?:about )?(?:[0-9]+|one|two|three) (?:per|a|each|every) (?:week|day)"
        "|, ?(?:about )?(?:[0-9]+|one|two|three) (?:per|a|each|every) week)\\b";
  const char *end = carrel_phrase_step_back (after, MIN (strcspn (after, ".;\n:"), 45), 0);
  g_autofree char *near = g_strndup (after, (gsize) (end - after));
  g_autofree char *plain = NULL;

  if (!carrel_phrase_occurs (near, -1, daily))
    return FALSE;
  plain = carrel_pattern_dup_without (often, near, G_REGEX_CASELESS);
  return carrel_phrase_occurs (plain, -1, daily);
}

/* What follows says that a number is no weight: a rule, the end of a range ("100% to 94%"), or the
 * whole of which it is a part ("20% of 50 points"). */
static gboolean
is_denied_after (const char *after)
{
  static const char *const to_grade[] = { "to your final grade",   "to your grade",
                                          "to the final grade",    "to the grade",
                                          "to your overall grade", "to the overall grade",
                                          "to your course grade",  "to the course grade",
                                          "to your total grade",   NULL };
  /* "a 92% would be an A-" */
  static const char earns[]
      = "^(?:or (?:higher|above|more|better) )?(?:(?:would|will|is|be|are|you|"
        "gets?|earns?|gives?|receives?|means?) )+an? [\"'“(]?[A-F][+-]?"
        "(?:[.,;:)\"'”]| (?:and|or|in|for|on|grade|but|while)\\b|$)";

  if (is_daily (after) || carrel_pattern_matches (earns, after, 0))
    return TRUE;
  if (carrel_phrase_match_any (after, denied_after) > 0 || *after == '<' || *after == '>')
    return TRUE;
  if (carrel_phrase_match (after, "of") > 0)
    return g_ascii_isdigit (after[2 + strspn (after + 2, " ")]);
  return carrel_phrase_match (after, "to") > 0 && carrel_phrase_match_any (after, to_grade) == 0;
}

static gboolean
has_sign_before (const char *text, gsize length)
{
  static const char *const signs[] = { "<", ">", "~", "/", "≥", "≤" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize size = strlen (signs[i]);

      if (length >= size && memcmp (text + length - size, signs[i], size) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What makes "~40%" a weight all the same. */
static gboolean
is_of_grade (const char *after)
{
  static const char *const phrases[] = { "of grade",
                                         "of the grade",
                                         "of your grade",
                                         "of final grade",
                                         "of course grade",
                                         "of the final grade",
                                         "of your final grade",
                                         "of the course grade",
                                         NULL };

  return carrel_phrase_match_any (after, phrases) > 0;
}

/* Whether a sign such as "<" or a range makes a number none of a weight; "~40% of grade" is one. */
static gboolean
is_bound (const char *text, const CarrelQuantity *quantity, gsize before, const char *after)
{
  if (before > 0 && text[before - 1] == '~' && is_of_grade (after))
    return FALSE;
  return quantity->is_range || is_denied_after (after) || has_sign_before (text, before);
}

/* "24–48 hours late: 9%" is what is taken off. */
static gboolean
is_behind_delay (const char *text, gsize length)
{
  static const char *const delays[] = { "hours late", "hour late",  "hrs late",  "days late",
                                        "day late",   "weeks late", "week late", NULL };

  while (length > 0 && strchr (" :=-", text[length - 1]) != NULL)
    length--;
  return carrel_phrase_match_back (text, length, delays) > 0;
}

/* "A late paper will lose 10% after the first class, 20% after the second" */
static gboolean
is_taken_off (const char *text, gsize length)
{
  static const char *const late[] = { "late", NULL };
  static const char *const losses[] = { "lose",     "loses",  "lost",   "penalized",  "penalised",
                                        "deducted", "deduct", "docked", "reduced by", NULL };

  return carrel_phrase_occurs (text, (gssize) length, late)
         && carrel_phrase_occurs (text, (gssize) length, losses);
}

static gboolean
is_denied (const CarrelWords *words, const char *text, const CarrelQuantity *quantity)
{
  static const char *const limit[] = { "up to", NULL };
  static const char *const sums[]
      = { "add up to", "adds up to", "sum to", "sums to", "sum up to", "totals", NULL };
  gsize before = trim_back (text, quantity->start);
  const char *after = skip_light (text + quantity->end);

  if (carrel_phrase_match_any (after, allowed_after) > 0)
    return FALSE;
  if (is_bound (text, quantity, before, after) || carrel_phrase_match_back (text, before, sums) > 0)
    return TRUE;
  if (carrel_phrase_match_back (text, before, limit) > 0
      && carrel_words_has_label (words, text, CARREL_LABEL_BONUS))
    return FALSE;
  for (gsize n = 1; n > 0; before = trim_back (text, before - n))
    n = carrel_phrase_match_back (text, before, skipped_before);
  return carrel_phrase_match_back (text, before, denied_before) > 0
         || is_behind_delay (text, before) || is_taken_off (text, before);
}

/* Reads the "x" of "4 x 5%"; a star with blanks around it is no markup. */
static const char *
skip_times (const char *at)
{
  static const char *const signs[] = { "x", "×", "@", "*", "at", "X", "✕", "times", NULL };
  const char *star = at + strspn (at, " ");

  if (star > at && star[0] == '*' && star[1] == ' ' && g_ascii_isdigit (star[2]))
    return star + 1;
  at = skip_light (at);
  for (guint i = 0; signs[i] != NULL; i++)
    {
      gsize length = strlen (signs[i]);

      if (strncmp (at, signs[i], length) != 0)
        continue;
      if (g_ascii_isalpha (signs[i][0]) && at[length] != ' ' && !g_ascii_isdigit (at[length]))
        continue;
      return at + length;
    }
  return NULL;
}

/* "weekly problem sets" */
#define MAX_PIECE_WORDS 3

/* Skips the pieces that are counted: "labs" in "2 labs x 5%", "homework sets" in "10 homework sets
 * @ 4%". */
static const char *
skip_pieces (const char *at)
{
  const char *word = skip_light (at);

  for (guint i = 0; i < MAX_PIECE_WORDS && word > at && skip_times (word) == NULL; i++)
    {
      const char *end = word;

      while (g_ascii_isalpha (*end))
        end++;
      if (end <= word + 2)
        return at;
      if (end[-1] == 's' && skip_times (end) != NULL)
        return end;
      word = *end == ' ' ? end + 1 : at;
    }
  return at;
}

/* "10 (2% each" is a count as well as "10 x 2%". */
static const char *
skip_bracket_of_each (const char *at, const char *after)
{
  at = skip_light (at);
  return *at == '(' && carrel_phrase_match_any (skip_light (after), each_after) > 0 ? at + 1 : NULL;
}

/* The sign behind a count; "Exam 1 * 25%" is no count. */
static const char *
skip_times_behind (const char *text, const CarrelQuantity *count)
{
  const char *times = skip_times (skip_pieces (text + count->end));
  gboolean is_behind_word = count->start > 1 && text[count->start - 1] == ' '
                            && g_ascii_isalpha (text[count->start - 2]);

  return times != NULL && times[-1] == '*' && is_behind_word ? NULL : times;
}

/* Where a count of pieces begins; behind the pieces where nothing else names them: "2 midterms x
 * 10%", and not "Midterms: 2 midterms x 10%". */
static gsize
find_count_start (const char *text, gsize from, const CarrelQuantity *count)
{
  const char *behind = skip_pieces (text + count->end);
  gboolean is_named = behind == text + count->end;

  for (gsize i = from; i < count->start; i++)
    is_named = is_named || g_ascii_isalpha (text[i]) || (text[i] & 0x80) != 0;
  return is_named ? count->start : (gsize) (behind - text);
}

/* Takes a count before the number ("4 x 5%") into the mention. */
static void
read_count_before (const CarrelWords *words,
                   const char *text,
                   gsize from,
                   CarrelWeightMention *mention)
{
  CarrelQuantity count;

  for (gsize at = from; carrel_quantity_find (words, text, at, &count); at = count.end)
    {
      const char *times;

      if (count.start >= mention->start)
        return;
      times = skip_times_behind (text, &count);
      if (times == NULL && !count.is_range)
        times = skip_bracket_of_each (text + count.end, text + mention->end);
      if (times == NULL || count.unit != CARREL_UNIT_NONE
          || skip_light (times) != text + mention->start)
        continue;
      mention->count = carrel_quantity_get_integer (count.value);
      mention->is_each = TRUE;
      mention->start = find_count_start (text, from, &count);
      return;
    }
}

/* "for each of the three" says a count as well as "x 3". */
static const char *
skip_each_of (const char *at)
{
  static const char *const phrases[]
      = { "for each of", "for each of the", "for each of our", NULL };

  at = skip_light (at);
  return carrel_phrase_match_any (at, phrases) > 0 ? at + carrel_phrase_match_any (at, phrases)
                                                   : NULL;
}

/* Takes a count after the number ("5% x 4") into the mention. */
static void
read_count_after (const CarrelWords *words, const char *text, CarrelWeightMention *mention)
{
  const char *each_of = skip_each_of (text + mention->end);
  const char *times = each_of != NULL ? each_of : skip_times (text + mention->end);
  CarrelQuantity count;

  if (times == NULL || !carrel_quantity_find (words, text, (gsize) (times - text), &count)
      || text + count.start != skip_light (times) || count.unit != CARREL_UNIT_NONE)
    return;
  mention->count = carrel_quantity_get_integer (count.value);
  mention->is_each = TRUE;
  mention->end = count.end;
}

/* Whether a share stands between: "each of the 3 labs counts 8% and the exam 76%". */
static gboolean
has_share_between (const CarrelWords *words, const char *text, gsize from, gsize before)
{
  CarrelQuantity share;

  for (; carrel_quantity_find (words, text, from, &share) && share.end <= before; from = share.end)
    if (share.unit == CARREL_UNIT_PERCENT)
      return TRUE;
  return FALSE;
}

/* "Each of the 5 labs counts 8%": what each of a number of pieces is worth. */
static void
read_each_of_before (const CarrelWords *words,
                     const char *text,
                     gsize before,
                     CarrelWeightMention *mention)
{
  static const char *const phrases[] = { "each of the", "each of our", "each of", NULL };
  /* "each of the 7 best labs" are not all. */
  static const char *const chosen[] = { "best", "highest", "top", "remaining", "other", NULL };
  gsize length = 0;
  const char *at = carrel_phrase_find (text, (gssize) before, phrases, &length);
  CarrelQuantity count;

  if (at == NULL || !carrel_quantity_find (words, text, (gsize) (at - text) + length, &count)
      || count.end > before || count.unit != CARREL_UNIT_NONE
      || count.start > (gsize) (at - text) + length + 1
      || carrel_phrase_occurs (text + count.end, (gssize) (before - count.end), chosen)
      || has_share_between (words, text, count.end, before))
    return;
  mention->is_each = mention->is_of_pieces = TRUE;
  mention->count = carrel_quantity_get_integer (count.value);
}

/* "midterm = 20%" is what a part counts, "4 x 5% = 20%" and "4 x 5 points = 20" what several add up
 * to. */
static gboolean
is_equal_to_name (const char *text, gsize before)
{
  gsize end = before > 0 && text[before - 1] == '=' ? trim_back (text, before - 1) : 0;
  gsize start = end;

  while (start > 0 && g_ascii_isalpha (text[start - 1]))
    start--;
  if (end < start + 3)
    return FALSE;
  start = trim_back (text, start);
  return start == 0 || !g_ascii_isdigit (text[start - 1]);
}

/* "Each assignment is worth 15%" says what one of them counts. */
static gboolean
is_of_one (const char *text, gsize before)
{
  g_autofree char *lead = g_strndup (text, before);

  return carrel_pattern_matches (
      "(?:^|[.;:,] )(?:each|every) (?:[a-z-]+ ){1,3}?(?:is|are|counts?|will "
      "(?:be|count)|contributes|makes up)(?: worth| for)?$",
      lead, G_REGEX_CASELESS);
}

/* Takes the words around a number into the mention: "each", "in total". */
static void
read_words_around (const CarrelWords *words, const char *text, CarrelWeightMention *mention)
{
  const char *after = skip_light (text + mention->end);
  gsize before = trim_back (text, mention->start);
  gsize n = carrel_phrase_match_any (after, each_after);

  if (n > 0)
    {
      mention->is_each = TRUE;
      mention->end = (gsize) (after - text) + n;
      read_count_after (words, text, mention);
      return;
    }
  n = carrel_phrase_match_any (after, total_after);
  if (n > 0)
    {
      mention->is_total = TRUE;
      mention->end = (gsize) (after - text) + n;
      return;
    }
  read_each_of_before (words, text, before, mention);
  n = carrel_phrase_match_back (text, before, each_before);
  mention->is_each = mention->is_each || n > 0 || is_of_one (text, before);
  if (n == 0)
    {
      n = is_equal_to_name (text, before) ? 0
                                          : carrel_phrase_match_back (text, before, total_before);
      mention->is_total = n > 0;
    }
  if (n > 0 && text[before - 1] != '=')
    mention->start = before - n;
}

/* How many brackets are open at @end, given how many there were at @start. */
static guint
count_depth (const char *text, gsize start, gsize end, guint depth)
{
  for (gsize i = start; i < end; i++)
    if (text[i] == '(' || text[i] == '[')
      depth++;
    else if ((text[i] == ')' || text[i] == ']') && depth > 0)
      depth--;
  return depth;
}

/* "?%", "XX%" or "TBD%": the page leaves the number open. */
static void
add_open_mentions (const char *text, GArray *mentions)
{
  gsize counted = 0;
  guint depth = 0;

  for (const char *at = strstr (text, "?%"); at != NULL; at = strstr (at + 2, "?%"))
    {
      const char *start = at;
      CarrelWeightMention mention = { 0 };

      while (start > text && start[-1] == '?')
        start--;
      mention.start = (gsize) (start - text);
      mention.end = (gsize) (at - text) + 2;
      mention.value = -1;
      mention.unit = CARREL_UNIT_PERCENT;
      mention.count = -1;
      depth = count_depth (text, counted, mention.start, depth);
      counted = mention.start;
      mention.depth = depth;
      g_array_append_val (mentions, mention);
    }
}

/**
 * carrel_weight_mention_find:
 * @words: the words of the page's language
 * @text: a line or a sentence; valid UTF-8
 *
 * Finds all weights of a text in order. Percentages that are conditions ("at least 50%"), penalties
 * ("10% per day"), ends of ranges or statistics are left out.
 *
 * Returns: (transfer full) (element-type CarrelWeightMention): the mentions
 */
GArray *
carrel_weight_mention_find (const CarrelWords *words, const char *text)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (CarrelWeightMention));
  CarrelQuantity quantity;
  gsize last_end = 0, counted = 0;
  guint depth = 0;

  for (gsize from = 0; carrel_quantity_find (words, text, from, &quantity); from = quantity.end)
    {
      CarrelWeightMention mention
          = { quantity.start, quantity.end, quantity.value, quantity.unit, -1 };

      if (quantity.unit == CARREL_UNIT_NONE || is_denied (words, text, &quantity))
        continue;
      read_count_before (words, text, last_end, &mention);
      read_count_after (words, text, &mention);
      read_words_around (words, text, &mention);
      depth = count_depth (text, counted, quantity.start, depth);
      counted = quantity.start;
      mention.depth = depth;
      mention.start = MAX (mention.start, last_end);
      last_end = mention.end;
      g_array_append_val (mentions, mention);
    }
  if (mentions->len == 0)
    add_open_mentions (text, mentions);
  carrel_weight_series_merge (text, mentions);
  return mentions;
}
