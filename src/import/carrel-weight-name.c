/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Filler words are peeled off both ends until none is left. */
#define G_LOG_DOMAIN "carrel-weight-name"

#include "config.h"

#include "carrel-weight-name.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-quantity.h"
#include "carrel-weight-name-words.h"

#include <string.h>

/* More words than this are a sentence, not a name. */
#define MAX_WORDS 11

/* More hours or days are how long one piece takes. */
#define MAX_SPANS 5

/* Of a name that a colon ends right before its weight. */
#define MAX_COLON_WORDS 24

/* What is graded, not a part of it. */
static const char *const wholes[]
    = { "course", "class", "semester", "term", "quarter", "course grade", NULL };

static gboolean
is_blank (const char *text, gsize *length)
{
  gunichar letter = g_utf8_get_char (text);

  *length = (gsize) (g_utf8_next_char (text) - text);
  return letter != '+' && letter != '#'
         && (g_unichar_isspace (letter) || g_unichar_ispunct (letter) || letter == 0x2019
             || g_unichar_type (letter) == G_UNICODE_MATH_SYMBOL);
}

/* Whether a name may lose its last character: "homework +" joins what stands behind it. */
static gboolean
may_end (const char *start, const char *last)
{
  gsize n;

  return is_blank (last, &n) || (*last == '+' && last > start && last[-1] == ' ');
}

/* Takes punctuation off both ends; opening brackets stay with what they close. */
static void
trim (const char **start, const char **end)
{
  gsize n;

  /* "+ Project" joins what it stands before; "C++" is a name. */
  while (*start < *end && (is_blank (*start, &n) || g_str_has_prefix (*start, "+ ")))
    *start += n;
  while (*end > *start)
    {
      const char *last = g_utf8_prev_char (*end);

      if (!may_end (*start, last)
          || (*last == ')' && memchr (*start, '(', (gsize) (*end - *start)) != NULL))
        return;
      *end = last;
    }
}

/* "in-class" is one word, and so are "In class". */
static gboolean
is_one_word (const char *start, gsize n)
{
  static const char *const where[] = { "in class", NULL };

  return start[n] == '-' || carrel_phrase_match_any (start, where) > 0;
}

static void
peel_front (const char **start, const char **end)
{
  gsize n = carrel_phrase_match_any (*start, carrel_weight_name_filler_front);

  while (n > 0 && *start + n <= *end && !is_one_word (*start, n))
    {
      *start += n;
      trim (start, end);
      n = carrel_phrase_match_any (*start, carrel_weight_name_filler_front);
    }
}

static void
peel_back (const char **start, const char **end)
{
  gsize n
      = carrel_phrase_match_back (*start, (gsize) (*end - *start), carrel_weight_name_filler_back);

  while (n > 0 && *start + n <= *end)
    {
      *end -= n;
      trim (start, end);
      n = carrel_phrase_match_back (*start, (gsize) (*end - *start),
                                    carrel_weight_name_filler_back);
    }
}

/* Whether a name ends before @at: at a bracket, a sentence, a colon or a spaced dash. */
static gboolean
ends_name (const char *start, const char *at)
{
  static const char *const marks[]
      = { "(",  "[",  "（", ": ", ":\n", "：",  " - ", " – ", " — ", " -- ",
          ". ", "; ", "\n", "。", "，",  " = ", " |",  "；",  ", " };

  if (at == start)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at, marks[i]))
      return TRUE;
  return FALSE;
}

/* "A. Attendance", "II. Labs", "b) Exam": where an item is one of several with letters before them.
 */
static const char *
skip_enumerator (const char *start, const char *end)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (
      "^(?:\\(?(?:[A-Za-z]|[ivx]{1,4}|[0-9]{1,2})\\)|(?:[A-Z]|[IVX]{2,4})\\.) +(?=\\p{L})", 0);
  g_autoptr (GMatchInfo) match = NULL;
  int from = 0, until = 0;

  return g_regex_match (regex, start, 0, &match) && g_match_info_fetch_pos (match, 0, &from, &until)
                 && start + until < end
             ? start + until
             : start;
}

/* "Homework, except the lowest", "Labs, lowest dropped" */
static gboolean
starts_drop (const char *at)
{
  return carrel_pattern_matches ("^, (?:(?:less|minus|without|excluding|except|dropping|drop|with) "
                                 "|all but )?(?:(?:the|your) )?(?:\\w+ )?(?:lowest|worst)\\b[^,]*$",
                                 at, G_REGEX_CASELESS);
}

/* Cuts what follows a name off: a remark, a description. A comma ends no name before its weight. */
static const char *
find_end (const char *start, const char *end, CarrelNameSide side)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (ends_name (start, at) && (side == CARREL_NAME_AFTER || *at != ',' || starts_drop (at)))
      return at;
  return end;
}

/* "A presentation based on one of the labs" is about a part, "the grade is based on labs" leads to
 * one. Returns where the former starts, or @end. */
static const char *
find_basis (const char *start, const char *end)
{
  static const char *const based[] = { "based on", "based upon", NULL };
  static const char *const graded[]
      = { "grade",      "grades",   "graded",     "grading", "mark", "marks", "score", "evaluated",
          "evaluation", "assessed", "assessment", "is",      "are",  "be",    NULL };
  gsize n = 0;
  const char *found = carrel_phrase_find (start, end - start, based, &n);

  return found != NULL && found > start && !carrel_phrase_occurs (start, found - start, graded)
             ? found
             : end;
}

/* "An essay on four articles, which will be sent by mail", "Lista de exercícios realizada pelo …":
 * where what is said of a part begins, or @end. */
static const char *
find_relative (const char *start, const char *end)
{
  static const char relative[]
      = ",? (?:which (?:is|are|will|must|should|can)|[oa] qual|[oa]s quais|(?:el|la) cual"
        "|que dever(?:á|ão|em)|a ser(?:em)? (?:feit|entreg|realizad)\\w+"
        "|realizad[oa]s? (?:pel[oa]|em|no|na|por|en))\\b";
  gsize from = 0, until = 0;
  g_autofree char *text = g_strndup (start, (gsize) (end - start));

  return carrel_pattern_find (relative, text, &from, &until) && from > 0 ? start + from : end;
}

/* "Exams, a combination of multiple choice and essay": where what a part is made of begins, or
 * @end. */
static const char *
find_mixture (const char *start, const char *end)
{
  static const char mixture[] = "(?:,| with| [(–—-]) ?(?:a|the) (?:mixture|combination|mix) of\\b";
  gsize from = 0, until = 0;
  g_autofree char *text = g_strndup (start, (gsize) (end - start));

  return carrel_pattern_find (mixture, text, &from, &until) && from > 0 ? start + from : end;
}

static const char *
skip_leads (const char *start, const char *end)
{
  gsize n = 0;
  const char *found = carrel_phrase_find (start, end - start, carrel_weight_name_leads, &n);

  while (found != NULL && found + n < end)
    {
      start = found + n;
      found = carrel_phrase_find (start, end - start, carrel_weight_name_leads, &n);
    }
  return start;
}

/* Chinese and Japanese have no blanks: three characters count as a word. */
static guint
count_words (const char *start, const char *end)
{
  guint n = 0, n_unspaced = 0;

  for (const char *at = start; at < end; at = carrel_phrase_next_word (at))
    if (g_utf8_get_char (at) >= 0x2e80)
      n_unspaced++;
    else if (g_unichar_isalnum (g_utf8_get_char (at)))
      n++;
  return n + (n_unspaced + 2) / 3;
}

/* A name has a word of two letters at least: "x 5" is none. */
static gboolean
has_long_word (const char *start, const char *end)
{
  for (const char *at = start; at < end; at = carrel_phrase_next_word (at))
    if (g_unichar_isalpha (g_utf8_get_char (at))
        && (g_utf8_get_char (at) >= 0x2e80
            || g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (at)))))
      return TRUE;
  return FALSE;
}

/**
 * carrel_weight_name_is_of_spans:
 * @text: the words behind a number
 *
 * Returns: whether they are several pieces of one hour, day or week each: " hour exams"
 */
gboolean
carrel_weight_name_is_of_spans (const char *text)
{
  return carrel_pattern_matches ("^ (?:hour|day|week) (?:\\p{L}+ )?\\p{L}+[^\\Wsiu]s\\b", text,
                                 G_REGEX_CASELESS);
}

/* Whether a number at @start counts what follows: "two-hour exam" and "two hour exam" are one, "two
 * hour exams" are two. */
static gboolean
counts_pieces (const char *start, const CarrelQuantity *quantity)
{
  const char *after = start + quantity->end;

  if (quantity->start == 0 && quantity->unit == CARREL_UNIT_NONE
      && quantity->value <= MAX_SPANS * CARREL_QUANTITY_ONE
      && carrel_weight_name_is_of_spans (after))
    return TRUE;
  return quantity->start == 0 && quantity->unit == CARREL_UNIT_NONE && *after != '-'
         && !carrel_pattern_matches ("^ (?:hour|min(?:ute)?|day|week|page)s? \\p{L}", after,
                                     G_REGEX_CASELESS);
}

/* Takes a number before the name ("5 homeworks") off as the count. */
static void
take_count (const CarrelWords *words, const char **start, const char **end, int *count)
{
  g_autofree char *name = g_strndup (*start, (gsize) (*end - *start));
  CarrelQuantity quantity;

  if (!carrel_quantity_find (words, name, 0, &quantity) || name[quantity.end] == '\0'
      || !counts_pieces (name, &quantity))
    return;
  if (!g_unichar_isspace (g_utf8_get_char (*start + quantity.end)) && !quantity.is_word)
    return;
  if (quantity.value > 0 && count != NULL)
    *count = carrel_quantity_get_integer (quantity.value);
  *start += quantity.end;
  trim (start, end);
  peel_front (start, end);
}

/* "Best 5 of 6 quizzes" are quizzes. */
static void
skip_best_of (const CarrelWords *words, const char **start, const char *end)
{
  static const char *const best[] = { "best", "top", "highest", NULL };
  static const char *const of[] = { "of", "out of", "of the", "out of the", "of your", NULL };
  const char *at = *start + carrel_phrase_match_any (*start, best);
  CarrelQuantity kept, all;

  if (at == *start || !carrel_quantity_find (words, at, 0, &kept) || kept.start > 1)
    return;
  at += kept.end + strspn (at + kept.end, " ");
  at += carrel_phrase_match_any (at, of);
  if (!carrel_quantity_find (words, at, 0, &all) || all.start > 1 || at + all.end + 1 >= end
      || at[all.end] != ' ')
    return;
  *start = at + all.end + 1;
}

/* "homework sets @ 10 pts", "quizzes x 5 points": what each is worth is no part of the name. */
static void
cut_value_of_each (const char *start, const char **end)
{
  static const char value[] = "^([^0-9]*?\\p{L}[^0-9]*?) (?:[@×]|x(?= )) ?[0-9.]+ ?"
                              "(?:%|pts?\\.?|points?|marks?)?(?: each)?$";
  g_autofree char *name = g_strndup (start, (gsize) (*end - start));
  g_autoptr (GMatchInfo) match = NULL;
  int until = 0;

  if (carrel_pattern_match (value, name, G_REGEX_CASELESS, &match)
      && g_match_info_fetch_pos (match, 1, NULL, &until))
    *end = start + until;
}

/* "Discussion of how it works, with diagrams: 25%": a colon leaves no doubt where the name ends. */
static guint
get_max_words (const char *text, gsize length, CarrelNameSide side)
{
  while (length > 0 && strchr (" *_", text[length - 1]) != NULL)
    length--;
  return side == CARREL_NAME_BEFORE && length > 0 && text[length - 1] == ':' ? MAX_COLON_WORDS
                                                                             : MAX_WORDS;
}

/* The name of "\"Bonus\" points" without the quotation mark that is left of the pair. */
static char *
dup_without_quote (const char *start, gsize length)
{
  g_autofree char *name = g_strndup (start, length);
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);

  return g_strv_length (parts) == 2 ? g_strjoinv ("", parts) : g_steal_pointer (&name);
}

/**
 * carrel_weight_name_cut:
 * @words: the words of the page's language
 * @text: the words on one side of a weight; valid UTF-8
 * @length: of @text in bytes
 * @side: which side
 * @count: (inout) (optional): set when the name starts with a number of pieces
 *
 * Cuts the name of a part of a grade out of the words beside its weight.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL when the words are no name
 */
char *
carrel_weight_name_cut (
    const CarrelWords *words, const char *text, gsize length, CarrelNameSide side, int *count)
{
  g_autofree char *copy = g_strndup (text, length);
  const char *start = copy;
  const char *end = copy + strlen (copy);

  if (side == CARREL_NAME_BEFORE)
    {
      start = skip_enumerator (start + strspn (start, " *_"), end);
      end = find_mixture (start, find_relative (start, find_basis (start, end)));
      start = skip_leads (start, end);
    }
  trim (&start, &end);
  peel_front (&start, &end);
  end = find_end (start, end, side);
  trim (&start, &end);
  peel_back (&start, &end);
  end -= carrel_phrase_match_back (start, (gsize) (end - start), words->and_words);
  trim (&start, &end);
  skip_best_of (words, &start, end);
  take_count (words, &start, &end, count);
  cut_value_of_each (start, &end);
  if (start >= end || count_words (start, end) > get_max_words (text, length, side)
      || !has_long_word (start, end)
      || carrel_phrase_match_any (start, wholes) == (gsize) (end - start))
    return NULL;
  return dup_without_quote (start, (gsize) (end - start));
}

/* A plural and a singular are one name: "quizzes" and "quiz". */
static gboolean
same_word (const char *one, gsize one_length, const char *other, gsize other_length)
{
  gsize shared = 0;
  gsize longest = MAX (one_length, other_length);

  while (shared < MIN (one_length, other_length)
         && g_ascii_tolower (one[shared]) == g_ascii_tolower (other[shared]))
    shared++;
  return shared == longest
         || (shared >= 3 && longest - shared <= 3 && MIN (one_length, other_length) - shared <= 1
             && (one_length == longest ? one[longest - 1] : other[longest - 1]) == 's');
}

static gsize
word_length (const char *word)
{
  return (gsize) (carrel_phrase_next_word (word) - word);
}

static gboolean
has_word (const char *text, gsize length, const char *word, gsize word_size)
{
  for (const char *at = text; at < text + length && *at != '\0'; at = carrel_phrase_next_word (at))
    if (g_unichar_isalnum (g_utf8_get_char (at))
        && same_word (at, word_length (at), word, word_size))
      return TRUE;
  return FALSE;
}

/**
 * carrel_weight_name_is_in:
 * @name: the name of a part of a grade
 * @text: any text; valid UTF-8
 * @length: of @text in bytes
 *
 * Returns: whether every word of @name stands in @text, in the singular or the plural
 */
gboolean
carrel_weight_name_is_in (const char *name, const char *text, gsize length)
{
  gboolean has_any = FALSE;

  for (const char *at = name; *at != '\0'; at = carrel_phrase_next_word (at))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (at)))
        continue;
      if (!has_word (text, length, at, word_length (at)))
        return FALSE;
      has_any = TRUE;
    }
  return has_any;
}

/**
 * carrel_weight_name_is_like:
 * @name: the name of a part of a grade
 * @other: another
 *
 * Returns: whether both have the same words, in the singular or the plural
 */
gboolean
carrel_weight_name_is_like (const char *name, const char *other)
{
  return carrel_weight_name_is_in (name, other, strlen (other))
         && carrel_weight_name_is_in (other, name, strlen (name));
}

/**
 * carrel_weight_name_is_name:
 * @text: (nullable): what may be the name of a part of a grade
 * @is_in_sentence: whether it was cut out of a sentence, and not of an item of its own
 *
 * "Midterm: 25% or 0%, whichever is higher": what joins two weights names none, and neither does a
 * clause with a verb.
 *
 * Returns: whether it is one
 */
gboolean
carrel_weight_name_is_name (const char *text, gboolean is_in_sentence)
{
  static const char *const joints[] = { "or", "oder", "ou", "whichever", NULL };
  static const char *const verbs[] = { "können", "werden", "sind", "müssen", NULL };
  static const char *const more_verbs[] = { "is", "are", NULL };
  gsize n = text != NULL ? carrel_phrase_match_any (text, joints) : 0;

  if (text == NULL || (n > 0 && (text[n] == '\0' || g_ascii_tolower (*text) == 'w')))
    return FALSE;
  return !carrel_phrase_occurs (text, -1, verbs)
         && (!is_in_sentence || !carrel_phrase_occurs (text, -1, more_verbs));
}
