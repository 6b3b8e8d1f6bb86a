/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many lines name a time at which nothing is taught. */
#define G_LOG_DOMAIN "carrel-line-refusal"

#include "config.h"

#include "carrel-line-refusal.h"

#include "carrel-line-sentence.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-slot-dates.h"
#include "carrel-slot.h"

#include <string.h>

/* Fewer bytes before a sentence are a label: "Final exam. Monday 2-4pm". */
#define MIN_SENTENCE 30

/* The line without what stands in brackets: a remark about one date refuses none of the others; and
 * without the end of "8pm to midnight", which is no deadline. */
static char *
dup_without_remarks (const char *text)
{
  g_autoptr (GRegex) regex
      = carrel_pattern_get ("\\([^()]*\\)|(?: (?:to|until|till)|[-–]) ?midnight", 0);

  return g_regex_replace_literal (regex, text, -1, 0, " ", 0, NULL);
}

/**
 * carrel_line_refusal_is_day_off:
 * @text: a line with a time
 *
 * Returns: whether there is nothing at that time, as one of several: "Wednesday 4-6 (no office
 *   hours)"
 */
gboolean
carrel_line_refusal_is_day_off (const char *text)
{
  return carrel_pattern_matches ("\\((?:no (?:class|office hours|oh)|cancell?ed)\\)", text,
                                 G_REGEX_CASELESS);
}

/* Whether the times of a sentence are no class and no hours: a negative, a condition or a deadline.
 */
static gboolean
is_said (const char *text)
{
  static const char *const phrases[] = { " due",
                                         "due ",
                                         "deadline",
                                         "no class",
                                         "no office hours",
                                         "cancel",
                                         "except",
                                         "submit",
                                         "will be posted",
                                         "midnight",
                                         "instead of",
                                         "moved to",
                                         "rescheduled",
                                         "last day",
                                         "released",
                                         "this week only",
                                         "department office hours",
                                         "departmental office hours",
                                         "graded and returned" };
  /* "The office is open Mon-Fri 9-5", "Quizzes open on Fridays" */
  static const char others[]
      = "[0-9] ?[ap]m range\\b|\\b(?:office|library|store|building|desk) (?:is|stays) open\\b"
        "|\\b(?:quiz(?:zes)?|modules?|assignments?|polls?) opens? (?:on|at)\\b"
        "|\\b(?:posts|replies|responses) *:";
  g_autofree char *all = g_utf8_strdown (text, -1);
  g_autofree char *folded = dup_without_remarks (all);

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (strstr (folded, phrases[i]) != NULL)
      return TRUE;
  return strstr (all, "(cancel") != NULL || carrel_line_refusal_is_day_off (text)
         || carrel_pattern_matches (others, folded, 0);
}

/* Whether the times are those of an exam: before them, or behind when nothing before them says what
 * they are. "Office hours: Mon 3-4, and before each exam" are none. */
static gboolean
is_of_exam (const CarrelWords *words, const char *lead, const char *said)
{
  static const char classes[]
      = "\\b(?:lectures?|class(?:es)?|hours|meets?|meetings?|labs?|sections?"
        "|recitations?|discussions?|tutorials?)\\b";

  if (carrel_pattern_matches (classes, lead, G_REGEX_CASELESS))
    said = lead;
  return carrel_words_has_label (words, said, CARREL_LABEL_EXAM)
         || carrel_pattern_matches ("exam ", said, G_REGEX_CASELESS);
}

/* Where the sentence starts in which the slot at @index stands: behind that of the slot before it,
 * or behind one that is long and has no time. */
static gsize
find_start (const char *text, const GArray *slots, guint index)
{
  const CarrelSlot *slot = &g_array_index (slots, CarrelSlot, index);
  gsize from = index > 0 ? g_array_index (slots, CarrelSlot, index - 1).until : 0;
  g_autofree char *before = g_strndup (text + from, slot->from > from ? slot->from - from : 0);
  const char *last = carrel_line_sentence_find_last (before);

  if (last == NULL || (index == 0 && last - before < MIN_SENTENCE))
    return index > 0 ? G_MAXSIZE : 0;
  return from + (gsize) (last - before);
}

/* What may refuse the times up to @until: their sentence, without dates on which there is no class.
 * A later one tells of slides that are posted, and so does a clause behind a semicolon. */
static char *
dup_sentence (const char *text, gsize from, gsize until)
{
  g_autofree char *times = g_strndup (text + from, until - from);
  g_autofree char *rest = carrel_slot_dates_dup_regular (text + until);
  char *next = carrel_line_sentence_find_next (rest);

  if (next != NULL)
    *next = '\0';
  rest[strcspn (rest, ";")] = '\0';
  return g_strconcat (times, rest, NULL);
}

/* Drops times behind the first of a sentence that are those of an exam: "Lectures MWF 10-11; final
 * exam Mon 8-10". */
static void
drop_exams (const CarrelWords *words, const char *text, GArray *slots, guint first, guint end)
{
  for (guint i = end; i > first + 1; i--)
    {
      gsize from = g_array_index (slots, CarrelSlot, i - 2).until;
      gsize until = g_array_index (slots, CarrelSlot, i - 1).from;
      g_autofree char *between = g_strndup (text + from, until > from ? until - from : 0);

      if (is_of_exam (words, between, between))
        g_array_remove_index (slots, i - 1);
    }
}

/* Blanks sentences with times that are none of the course, so that they say nothing of others; the
 * dots between the others stay. */
static void
blank_spans (char *text, const GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const CarrelSlot *span = &g_array_index (spans, CarrelSlot, i);
      gsize n = span->until - span->from;

      if (g_str_has_prefix (text + span->until - MIN (n, 2), ". "))
        n -= 2;
      memset (text + span->from, ' ', n);
    }
}

/**
 * carrel_line_refusal_drop_said:
 * @words: the words of the page's language
 * @text: (inout): a line
 * @slots: (element-type CarrelSlot) (inout): its times
 *
 * Drops the times of sentences that say that they are no class and no hours, "Homework is due on
 * Fridays at 5pm.", and blanks these sentences when there are times in others.
 */
void
carrel_line_refusal_drop_said (const CarrelWords *words, char *text, GArray *slots)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CarrelSlot));
  guint end = slots->len;
  CarrelSlot span = { .until = strlen (text) };

  for (guint i = slots->len; i > 0; i--)
    {
      g_autofree char *said = NULL;
      g_autofree char *lead = NULL;

      span.from = find_start (text, slots, i - 1);
      if (span.from == G_MAXSIZE)
        continue;
      said = dup_sentence (text, span.from, g_array_index (slots, CarrelSlot, end - 1).until);
      lead
          = g_strndup (text + span.from, g_array_index (slots, CarrelSlot, i - 1).from - span.from);
      if (is_said (said) || is_of_exam (words, lead, said))
        {
          g_array_remove_range (slots, i - 1, end - (i - 1));
          g_array_append_val (spans, span);
        }
      else
        drop_exams (words, text, slots, i - 1, end);
      end = i - 1;
      span.until = span.from;
    }
  if (slots->len > 0)
    blank_spans (text, spans);
}

/**
 * carrel_line_refusal_is_led:
 * @text: a line
 * @length: how many bytes of it stand before its first time
 *
 * Returns: whether the last sentence of those says when mail is answered, "I respond to questions
 *   during normal hours", or when something is open that is none of the course, "Library hours"
 */
gboolean
carrel_line_refusal_is_led (const char *text, gsize length)
{
  static const char *const leads[] = { "respond to",
                                       "responds to",
                                       "reply to",
                                       "replies to",
                                       "answer mail",
                                       "answer e-mail",
                                       "answer email",
                                       "normal hours",
                                       "business hours",
                                       "working hours",
                                       "after hours is",
                                       "after hours are",
                                       NULL };

  static const char others[]
      = "\\b(?:library|(?:book)? ?store|shop|opening|operating|testing cent(?:er|re)|phone|museum"
        "|gallery|gym|building|clinic|cafe(?:teria)?|(?:tech\\w*|it) support|quiet) hours\\b"
        "|\\b(?:best times?|times? to (?:reach|contact))\\b(?!.*\\boffice hours\\b)"
        "|^[-* ]*(?:secretar\\w+|secrétariat|secretaría|sekretariat|segreteria|dekanat|prüfungsamt"
        "|studienbüro)\\b[^:]{0,20}:"
        "|^[-* ]*(?:biblioth\\w+|biblioteca|library|registrar|reception)(?: desk| office| "
        "services?)?"
        "(?: hours)? *:";
  g_autofree char *lead = g_strndup (text, length);
  const char *last = g_strrstr (lead, ". ");

  last = last != NULL ? last : lead;
  return carrel_phrase_occurs (last, -1, leads)
         || carrel_pattern_matches (others, last, G_REGEX_CASELESS);
}

/* Whether what stands before a time says that it is not each week, or not of the course: "every
 * other Friday", "Staff meeting", "slides are posted by". */
static gboolean
is_led_otherwise (const char *lead)
{
  static const char other[]
      = "\\b(?:every|each) other (?!day)|\\bbi-?weekly\\b|\\balternat(?:e|ing)\\b"
        "|\\b(?:posted|uploaded) by\\b"
        "|\\b(?:staff|ta|faculty|department(?:al)?|team|club) meetings?\\b";

  return carrel_pattern_matches (other, lead, G_REGEX_CASELESS);
}

/* " every other week", " in Hall 5, biweekly": right behind a time, or a clause of its own; "with a
 * quiz every other week" is about something else. */
static gboolean
is_followed_by_weeks (const char *after)
{
  static const char clause[]
      = "^(?:.*[.,;(])? *(?:on )?(?:(?:every|each) other (?!day)\\w+|bi-?weekly"
        "|alternat(?:e|ing) (?:weeks?|\\w+days?)) *(?=[).,;]|$)";
  static const char beside[] = "^[^.,;]{0,30}\\b(?:(?:every|each) other (?!day)|bi-?weekly\\b"
                               "|alternat(?:e|ing) (?:weeks?|\\w+days?)\\b)";

  return carrel_pattern_matches (clause, after, G_REGEX_CASELESS)
         || carrel_pattern_matches (beside, after, G_REGEX_CASELESS);
}

/* What stands before the slot at @index since the one before it, without remarks. */
static char *
dup_before (const char *text, const GArray *slots, guint index)
{
  gsize from = index > 0 ? g_array_index (slots, CarrelSlot, index - 1).until : 0;
  gsize until = index < slots->len ? g_array_index (slots, CarrelSlot, index).from : strlen (text);
  g_autofree char *between = g_strndup (text + from, until > from ? until - from : 0);

  return dup_without_remarks (between);
}

/**
 * carrel_line_refusal_drop_irregular:
 * @text: a line
 * @slots: (element-type CarrelSlot) (inout): its times
 *
 * Drops the times that are not each week or not of the course: those behind "every other Friday" or
 * "Staff meeting", and all where one has "every other week" behind it.
 *
 * Returns: (transfer full): @text without the clauses around those
 */
char *
carrel_line_refusal_drop_irregular (const char *text, GArray *slots)
{
  gsize length = strlen (text);

  for (guint i = 0; i < slots->len; i++)
    {
      g_autofree char *before = dup_before (text, slots, i);
      g_autofree char *after = dup_before (text, slots, i + 1);

      if (is_led_otherwise (before))
        {
          length = i > 0 ? g_array_index (slots, CarrelSlot, i - 1).until : length;
          length += i > 0 ? strcspn (text + length, ".,;") : 0;
          g_array_set_size (slots, i);
        }
      else if (is_followed_by_weeks (after))
        g_array_set_size (slots, 0);
    }
  return g_strndup (text, length);
}
