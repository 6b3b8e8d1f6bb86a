/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A cut-off is a letter beside numbers; the lowest number is its bound unless a sign says else. */
#define G_LOG_DOMAIN "carrel-cutoff"

#include "config.h"

#include "carrel-cutoff.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"

#include <string.h>

#define MAX_BOUND       (100 * CARREL_QUANTITY_ONE)
#define MAX_TOTAL       (5000 * CARREL_QUANTITY_ONE)
#define MAX_GRADE_POINT (5 * CARREL_QUANTITY_ONE)

/* No best letter is given for less: smaller bounds count pieces of work. */
#define MIN_BEST (40 * CARREL_QUANTITY_ONE)

#define CUTOFF(cutoffs, i) (&g_array_index (cutoffs, CarrelCutoff, i))

static const char *
skip_blanks (const char *text)
{
  while (*text == ' ' || *text == '*' || *text == '_' || *text == '`' || *text == '"'
         || g_str_has_prefix (text, "\302\240"))
    text += *text == '\302' ? 2 : 1;
  return text;
}

/* "AB" is the grade between A and B. */
static gboolean
is_between_letters (const char *text)
{
  return *text >= 'A' && *text <= 'C' && text[1] == *text + 1;
}

static gboolean
ends_letter (const char *rest)
{
  return !g_unichar_isalnum (g_utf8_get_char (rest)) && *rest != '\'';
}

/**
 * carrel_cutoff_match_letter:
 * @text: valid UTF-8 that starts at a word
 * @letter: (out): room for 8 bytes; where the letter goes, its sign as "+" or "-"
 *
 * Reads a letter grade, "A+" to "F", at the start of @text.
 *
 * Returns: how many bytes it has, 0 for none
 */
gsize
carrel_cutoff_match_letter (const char *text, char *letter)
{
  static const char *const signs[][2]
      = { { "+", "+" }, { "＋", "+" }, { "-", "-" }, { "−", "-" }, { "–", "-" } };
  gsize length = *text >= 'A' && *text <= 'F' ? 1 : 0;

  length += is_between_letters (text) ? 1 : 0;
  memcpy (letter, text, length);
  letter[length] = '\0';
  for (guint i = 0; length == 1 && i < G_N_ELEMENTS (signs); i++)
    {
      const char *rest = text + length + strlen (signs[i][0]);

      /* "A-90" and "A–B" are a letter and a dash. */
      if (!g_str_has_prefix (text + length, signs[i][0])
          || g_unichar_isalnum (g_utf8_get_char (rest)))
        continue;
      letter[1] = signs[i][1][0];
      letter[2] = '\0';
      length += strlen (signs[i][0]);
      break;
    }
  return ends_letter (text + length) ? length : 0;
}

/* The sign that stands before a number or, for "n <= grade", after it. */
static gboolean
has_sign (const char *text, gsize length, const char *const *signs)
{
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '*'))
    length--;
  for (guint i = 0; signs[i] != NULL; i++)
    {
      gsize size = strlen (signs[i]);

      if (length >= size && memcmp (text + length - size, signs[i], size) == 0)
        return TRUE;
    }
  return carrel_phrase_match_back (text, length, signs) > 0;
}

static gboolean
is_upper_bound (const char *text, const CarrelQuantity *quantity)
{
  static const char *const before[]
      = { "<",          "≤",   "<=",    "below",    "under",     "less than", "up to", "lower than",
          "fewer than", "bis", "unter", "moins de", "menor que", "低于",      "alle",  NULL };
  static const char *const after[]
      = { "or less", "or below", "and below", "or lower", "and lower", "以下", NULL };
  static const char *const lower[] = { ">=", "≥", ">", NULL };
  const char *rest = skip_blanks (text + quantity->end);

  /* In "A >= 93 > A- >= 90" each number is the bound of the letter before it. */
  if (has_sign (text, quantity->start, lower))
    return FALSE;
  if (*rest == '>' || g_str_has_prefix (rest, "≥"))
    return TRUE;
  return has_sign (text, quantity->start, before) || carrel_phrase_match_any (rest, after) > 0;
}

static gboolean
is_strict_lower_bound (const char *text, const CarrelQuantity *quantity)
{
  static const char *const before[]
      = { ">", "above", "over", "more than", "greater than", "mehr als", NULL };
  const char *rest = skip_blanks (text + quantity->end);

  if (*rest == '<' && rest[1] != '=')
    return TRUE;
  return has_sign (text, quantity->start, before);
}

/* "[90, 93)" and "(83, 87]" of mathematics, with a dash between the bounds; NULL for other texts.
 */
static char *
dup_interval (const char *text)
{
  static const char *const pattern
      = "([[(]) *([0-9]+(?:\\.[0-9]+)?) *%? *[,;] *([0-9]+(?:\\.[0-9]+)?|inf|∞) *%? *[])]";
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *open = NULL;
  int start = 0;
  int end = 0;

  if (strpbrk (text, "[(") == NULL || strpbrk (text, ",;") == NULL)
    return NULL;
  regex = carrel_pattern_get (pattern, 0);
  if (!g_regex_match (regex, text, 0, &info) || !g_match_info_fetch_pos (info, 0, &start, &end))
    return NULL;
  open = g_match_info_fetch (info, 1);
  return g_match_info_expand_references (info, *open == '(' ? " > \\2 - \\3 " : " \\2 - \\3 ",
                                         NULL);
}

/**
 * carrel_cutoff_read_bound:
 * @words: the words of the page's language
 * @text: the range of a letter: "97.4 - 93.0", "90 <= grade < 95", "below 60"; valid UTF-8
 * @cutoff: (inout): where the lower bound goes; 0 when the range has none
 *
 * Returns: whether @text is a range
 */
gboolean
carrel_cutoff_read_bound (const CarrelWords *words, const char *text, CarrelCutoff *cutoff)
{
  CarrelQuantity quantity;
  g_autofree char *interval = dup_interval (text);
  gboolean has_any = FALSE;
  gint64 lowest = G_MAXINT64;

  text = interval != NULL ? interval : text;
  cutoff->is_exclusive = cutoff->is_range = FALSE;
  for (gsize from = 0; carrel_quantity_find (words, text, from, &quantity); from = quantity.end)
    {
      if (quantity.is_word)
        continue;
      has_any = TRUE;
      if (is_upper_bound (text, &quantity) || quantity.value >= lowest)
        continue;
      lowest = quantity.value;
      cutoff->is_exclusive = is_strict_lower_bound (text, &quantity);
      cutoff->is_range = text[quantity.end] == '+';
    }
  cutoff->min = lowest == G_MAXINT64 ? 0 : lowest;
  return has_any;
}

/* Where what stands beside a letter starts to be numbers and signs, no longer a sentence. */
static const char *
find_bare_range (const char *text)
{
  static const char *const known[]
      = { "to",     "and",          "or",       "above",     "below",      "grade",
          "score",  "less",         "than",     "under",     "over",       "up",
          "higher", "at",           "least",    "percent",   "if",         "x",
          "more",   "bis",          "ab",       "unter",     "greater",    "equal",
          "from",   "lower",        "total",    "the",       "your",       "your grade",
          "final",  "average",      "between",  "points",    "pts",        "g",
          "s",      "ou",           "plus",     "à",         "de",         "excellent",
          "good",   "satisfactory", "poor",     "passing",   "failing",    "fail",
          "pass",   "you",          "earn",     "are",       "guaranteed", "an",
          "get",    "will",         "receive",  "with",      "scores",     "have",
          "be",     "guarantees",   "is",       "and",       "if",         "a",
          "is",     "for",          "be",       "range",     "course",     "nan",
          "inf",    "etc",          "etc.",     "need",      "those",      "students",
          "better", "of",           "possible", "available", NULL };
  const char *start = text;

  for (const char *at = text; *at != '\0'; at = carrel_phrase_next_word (at))
    if (g_unichar_isalpha (g_utf8_get_char (at)) && carrel_phrase_match_any (at, known) == 0)
      start = carrel_phrase_next_word (at);
  return start;
}

/* Numbers and signs beside a letter, and no word of a sentence. */
static gboolean
is_bare_range (const char *text)
{
  return find_bare_range (text) == text;
}

/* "(A-) 90-93" and "A- 90-93" start with a letter; returns the bytes of it. */
static gsize
match_start (const char *text, char *letter)
{
  gsize n = *text == '(' ? carrel_cutoff_match_letter (text + 1, letter) : 0;

  if (n > 0 && text[1 + n] == ')')
    return n + 2;
  return carrel_cutoff_match_letter (text, letter);
}

/* "90 <= A < 93" says of the letter what others say of the grade. */
static gboolean
is_between_bounds (const char *rest)
{
  rest = skip_blanks (rest);
  return *rest == '<' || g_str_has_prefix (rest, "≤");
}

/* "A 90-100% Excellent (4 quality points per credit hour)": what a letter counts is no bound of it.
 */
static char *
dup_without_value (const char *text)
{
  static const char pattern[] = " *[(][^()]*\\b(?:quality|grade|grading) points?\\b[^()]*[)]| "
                                "*[(][0-4]\\.[0-9]{1,2}(?: ?GPA)?[)]";

  /* "very good B+ = 89.9 ≥ 87.0" */
  static const char praised[]
      = "^(?:(?:very|above|below|not|just) )?(?:[a-z][a-z-]+ "
        "){0,2}(?:exceptional|excellent|outstanding|"
        "superior|superb|good|fair|average|adequate|acceptable|satisfactory|passing|poor|weak|"
        "insufficient|unsatisfactory|fail(?:ing|ure)?) (?=[A-F][+−–-]? ?[=:<>≥] ?[0-9<>≥])";
  /* "A (90% - 100%): Excellent work." */
  static const char described[] = "^([A-F][+−–-]?) ?[(]([^()0-9]*[0-9][^()]*)[)] ?[:–—-].*$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *plain = NULL;

  if (strchr (text, '(') == NULL)
    return carrel_pattern_dup_without (praised, text, G_REGEX_CASELESS);
  plain = carrel_pattern_dup_without (pattern, text, G_REGEX_CASELESS);
  return carrel_pattern_match (described, plain, 0, &match)
             ? g_match_info_expand_references (match, "\\1: \\2", NULL)
             : g_steal_pointer (&plain);
}

/**
 * carrel_cutoff_read_line:
 * @words: the words of the page's language
 * @text: a bullet, a cell or a line without markup; valid UTF-8
 * @cutoff: (out): where the cut-off goes
 *
 * Reads a line that holds one letter and its range, in either order.
 *
 * Returns: whether it does
 */
gboolean
carrel_cutoff_read_line (const CarrelWords *words, const char *text, CarrelCutoff *cutoff)
{
  g_autofree char *plain = dup_without_value (text);
  const char *at = skip_blanks (plain);
  gsize length = match_start (at, cutoff->letter);
  g_autofree char *range = NULL;

  if (length > 0)
    range = g_strdup (at + length);
  for (const char *last = at; length == 0 && *last != '\0'; last = carrel_phrase_next_word (last))
    {
      length = carrel_cutoff_match_letter (last, cutoff->letter);
      if (length == 0)
        continue;
      if (is_between_bounds (last + length))
        range = g_strdup_printf ("%.*sgrade%s", (int) (last - at), at, last + length);
      else if (strspn (last + length, " .*;,\302\240)") == strlen (last + length))
        range = g_strndup (at, (gsize) (last - at));
      else
        return FALSE;
    }
  if (range == NULL || !is_bare_range (range))
    return FALSE;
  return carrel_cutoff_read_bound (words, range, cutoff);
}

/* "C70%-79%" lacks a blank. */
static gsize
match_tight_letter (const char *text, char *letter)
{
  if (*text < 'A' || *text > 'F' || !carrel_pattern_matches ("^[A-F][0-9]{2} ?%", text, 0))
    return 0;
  letter[0] = *text;
  letter[1] = '\0';
  return 1;
}

/* Where the next letter grade of a sentence stands. */
static const char *
find_letter (const char *text, char *letter, gsize *length)
{
  for (const char *at = text; *at != '\0'; at = carrel_phrase_next_word (at))
    {
      *length = carrel_cutoff_match_letter (at, letter);
      if (*length == 0)
        *length = match_tight_letter (at, letter);
      if (*length > 0)
        return at;
    }
  return NULL;
}

/* Reads "A: 90-100, B: 80-89": each letter with the text up to the next. */
static void
read_letters_first (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  CarrelCutoff cutoff = { 0 };
  gsize length = 0;
  const char *at = find_letter (text, cutoff.letter, &length);

  while (at != NULL)
    {
      CarrelCutoff next_cutoff = { 0 };
      gsize next_length = 0;
      const char *next = find_letter (at + length, next_cutoff.letter, &next_length);
      g_autofree char *range = next != NULL ? g_strndup (at + length, (gsize) (next - at) - length)
                                            : g_strdup (at + length);

      if (next == NULL)
        range[strcspn (range, ";\n")] = '\0';
      if (next == NULL && strstr (range, ". ") != NULL)
        *strstr (range, ". ") = '\0';
      if (!is_bare_range (range) || !carrel_cutoff_read_bound (words, range, &cutoff))
        return;
      g_array_append_val (cutoffs, cutoff);
      cutoff = next_cutoff;
      at = next;
      length = next_length;
    }
}

/**
 * carrel_cutoff_read_list:
 * @words: the words of the page's language
 * @text: a line without markup; valid UTF-8
 * @cutoffs: (element-type CarrelCutoff): where the cut-offs are added
 *
 * Reads a line of several letters, which may be one of several such lines: "B- 80-83, B 83-87".
 *
 * Returns: whether it was one; @cutoffs is untouched otherwise
 */
gboolean
carrel_cutoff_read_list (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  guint n_before = cutoffs->len;
  char letter[8];

  if (match_start (skip_blanks (text), letter) == 0)
    return FALSE;
  read_letters_first (words, text, cutoffs);
  if (cutoffs->len - n_before > 1)
    return TRUE;
  g_array_set_size (cutoffs, n_before);
  return FALSE;
}

/* Where the second of two letters that share a range ends, as in "A-/B+"; NULL for one letter. */
static const char *
skip_shared (const char *text)
{
  char letter[8];
  gsize n = *text == '/' ? carrel_cutoff_match_letter (text + 1, letter) : 0;

  return n > 0 ? text + 1 + n : NULL;
}

/* Reads "90-100 A, 80-89 B": each letter with the text before it. A sentence may lead to the first:
 * "you need 93% for an A". A range of two letters is of neither. */
static void
read_letters_last (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  CarrelCutoff cutoff = { 0 };
  gsize length = 0;
  const char *from = text;

  for (const char *at = find_letter (text, cutoff.letter, &length); at != NULL;
       at = find_letter (from, cutoff.letter, &length))
    {
      g_autofree char *range = g_strndup (from, (gsize) (at - from));
      const char *bare = find_bare_range (range);
      const char *shared = skip_shared (at + length);

      if ((bare > range && cutoffs->len > 0) || !carrel_cutoff_read_bound (words, bare, &cutoff))
        return;
      if (shared == NULL)
        g_array_append_val (cutoffs, cutoff);
      from = shared != NULL ? shared : at + length;
    }
}

static gboolean
starts_with_number (const CarrelWords *words, const char *text)
{
  char letter[8];
  gsize length = 0;
  const char *first = find_letter (text, letter, &length);
  CarrelQuantity quantity;

  return first != NULL && carrel_quantity_find (words, text, 0, &quantity)
         && text + quantity.start < first;
}

/* "0-60% = F, 60-69% = D, …": a scale may begin with the lowest letter. */
static void
put_best_first (GArray *cutoffs)
{
  CarrelCutoff *all = (CarrelCutoff *) (void *) cutoffs->data;

  if (cutoffs->len < 2 || all[0].min >= all[cutoffs->len - 1].min)
    return;
  for (guint i = 0; i < cutoffs->len / 2; i++)
    {
      CarrelCutoff cutoff = all[i];

      all[i] = all[cutoffs->len - 1 - i];
      all[cutoffs->len - 1 - i] = cutoff;
    }
}

/**
 * carrel_cutoff_read_sentence:
 * @words: the words of the page's language
 * @text: a sentence without markup; valid UTF-8
 * @cutoffs: (element-type CarrelCutoff): where the cut-offs are added
 *
 * Reads a sentence of several letters: "A: 90-100, B: 80-89, C: 70-79".
 *
 * Returns: whether it was one; @cutoffs is untouched otherwise
 */
gboolean
carrel_cutoff_read_sentence (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  const char *colon = strrchr (text, ':');
  const char *const starts[] = { text, colon != NULL ? colon + 1 : text };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CarrelCutoff));

  carrel_cutoff_read_earned (words, text, found);
  carrel_cutoff_go_on (text, found);
  for (guint i = 0; i < G_N_ELEMENTS (starts) && !carrel_cutoff_is_scale (found); i++)
    {
      g_array_set_size (found, 0);
      /* Where a number stands first, letters follow their bounds. */
      if (starts_with_number (words, starts[i]))
        read_letters_last (words, starts[i], found);
      else
        read_letters_first (words, starts[i], found);
      put_best_first (found);
      carrel_cutoff_go_on (starts[i], found);
    }
  if (!carrel_cutoff_is_scale (found))
    return FALSE;
  g_array_append_vals (cutoffs, found->data, found->len);
  return TRUE;
}

static gboolean
may_follow (const GArray *values, gint64 value)
{
  return value < 100 && value >= 20
         && (values->len == 0 || value < g_array_index (values, gint64, values->len - 1));
}

/* Reads "90/80/70/60" or "90-80-70" at @at: whole tens and fives that fall. */
static gsize
read_run (const char *at, GArray *values)
{
  const char *start = at;
  char separator = '\0';

  while (g_ascii_isdigit (*at))
    {
      char *end;
      gint64 value = g_ascii_strtoll (at, &end, 10);

      if (!may_follow (values, value))
        break;
      g_array_append_val (values, value);
      at = end + (*end == '%' ? 1 : 0);
      if (separator == '\0' && (*at == '/' || *at == '-'))
        separator = *at;
      if (separator == '\0' || *at != separator)
        break;
      at++;
    }
  return values->len >= 3 ? (gsize) (at - start) : 0;
}

/* The letters from A on, with @values as their bounds. */
static void
add_values (const GArray *values, GArray *cutoffs)
{
  for (guint i = 0; i < values->len; i++)
    {
      CarrelCutoff cutoff = { { (char) ('A' + i) } };

      cutoff.min = g_array_index (values, gint64, i) * CARREL_QUANTITY_ONE;
      g_array_append_val (cutoffs, cutoff);
    }
}

/**
 * carrel_cutoff_read_scale:
 * @words: the words of the page's language
 * @text: a sentence without markup; valid UTF-8
 * @cutoffs: (element-type CarrelCutoff): where the cut-offs are added
 *
 * Reads a scale by its bounds alone: "the standard 90/80/70/60 scale".
 *
 * Returns: whether there was one
 */
gboolean
carrel_cutoff_read_scale (const CarrelWords *words, const char *text, GArray *cutoffs)
{
  static const char *const said[]
      = { "scale",    "cutoffs", "cutoff",     "cut-offs", "cut-off", "letter", "letters",
          "standard", "grades",  "thresholds", "barème",   "escala",  NULL };
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!carrel_phrase_occurs (text, -1, said))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = carrel_phrase_next_word (at))
    {
      g_array_set_size (values, 0);
      if (!g_ascii_isdigit (*at) || read_run (at, values) == 0 || values->len > 4)
        continue;
      add_values (values, cutoffs);
      return TRUE;
    }
  return FALSE;
}

/* Marks in numbers: the better the mark, the higher its bound, whichever end is the best. */
static gboolean
is_scale_of_marks (const GArray *cutoffs)
{
  gboolean is_rising = FALSE;

  for (guint i = 0; i < cutoffs->len; i++)
    if (!g_ascii_isdigit (CUTOFF (cutoffs, i)->letter[0]))
      return FALSE;
  for (guint i = 1; i < cutoffs->len; i++)
    {
      double step = g_ascii_strtod (CUTOFF (cutoffs, i)->letter, NULL)
                    - g_ascii_strtod (CUTOFF (cutoffs, i - 1)->letter, NULL);
      gint64 rise = CUTOFF (cutoffs, i)->min - CUTOFF (cutoffs, i - 1)->min;

      if (step == 0 || rise == 0 || (i > 1 && is_rising != ((step > 0) == (rise > 0))))
        return FALSE;
      is_rising = (step > 0) == (rise > 0);
    }
  return cutoffs->len >= 2;
}

/**
 * carrel_cutoff_is_scale:
 * @cutoffs: (element-type CarrelCutoff): cut-offs in the order of the page
 *
 * Says whether cut-offs make a scale: at least three letters from A down whose bounds fall from
 * under 100, or from points above that. "A = 100%, B = 85%" and "A 4.0, B 3.0" are values of
 * letters and no scale.
 *
 * Returns: whether they do
 */
gboolean
carrel_cutoff_is_scale (const GArray *cutoffs)
{
  if (is_scale_of_marks (cutoffs))
    return TRUE;
  if (cutoffs->len < 3 || (CUTOFF (cutoffs, 0)->min == MAX_BOUND && !CUTOFF (cutoffs, 0)->is_range)
      || CUTOFF (cutoffs, 0)->min <= MAX_GRADE_POINT)
    return FALSE;
  for (guint i = 0; i + 1 < cutoffs->len; i++)
    {
      const CarrelCutoff *one = CUTOFF (cutoffs, i);
      const CarrelCutoff *next = CUTOFF (cutoffs, i + 1);

      if (one->min == 0 || next->min >= one->min || next->letter[0] < one->letter[0])
        return FALSE;
    }
  return CUTOFF (cutoffs, 0)->letter[0] == 'A';
}

/**
 * carrel_cutoff_scale_points:
 * @cutoffs: (element-type CarrelCutoff): a scale
 * @total: the points of the course in millionths, or less than 1 when they are not known
 *
 * Turns bounds in points, "900-1000: A", into percent of all points.
 *
 * Returns: whether the bounds are in percent now
 */
gboolean
carrel_cutoff_scale_points (GArray *cutoffs, gint64 total)
{
  gint64 best = 0;

  for (guint i = 0; i < cutoffs->len; i++)
    best = MAX (best, CUTOFF (cutoffs, i)->min);
  if (best <= MAX_BOUND && (best >= MIN_BEST || total <= best))
    return best >= MIN_BEST;
  /* The best grade asks for most of the points, and not for all of them. */
  if (total <= best || total > MAX_TOTAL || best / 3 < total / 4)
    return FALSE;
  for (guint i = 0; i < cutoffs->len; i++)
    CUTOFF (cutoffs, i)->min
        = CUTOFF (cutoffs, i)->min * 100 / total * CARREL_QUANTITY_ONE
          + CUTOFF (cutoffs, i)->min * 100 % total * CARREL_QUANTITY_ONE / total;
  return TRUE;
}
