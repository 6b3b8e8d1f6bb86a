/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds days and times in a line and puts together what belongs together. */
#define G_LOG_DOMAIN "carrel-slot"

#include "config.h"

#include "carrel-slot.h"

#include "carrel-day-list.h"
#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-record.h"
#include "carrel-slot-dates.h"
#include "carrel-slot-gap.h"

#include <string.h>

#define MAX_REMARK 8

typedef struct
{
  gboolean is_time;
  gboolean is_used;
  CarrelDays days;
  CarrelTimeSpan time;
  gsize from;
  gsize until;
} Token;

static gboolean
is_word_start (const char *text, const char *at)
{
  const char *before = at > text ? g_utf8_prev_char (at) : NULL;

  return before == NULL || !g_unichar_isalnum (g_utf8_get_char (before))
         || g_utf8_get_char (at) >= 0x2e80;
}

/* "9:45am/11:45am" */
static gboolean
is_behind_stroke (const GArray *tokens, const char *text, const char *at)
{
  const Token *last = tokens->len > 0 ? &g_array_index (tokens, Token, tokens->len - 1) : NULL;

  return at[-1] == '/' && last != NULL && last->is_time && text + last->until + 1 == at;
}

/* A number after these is part of something else: "3.5", "$5", "1/2", "#3", "2-147". */
static gboolean
may_start_time (const GArray *tokens, const char *text, const char *at)
{
  if (at == text || !g_ascii_isdigit (*at) || is_behind_stroke (tokens, text, at))
    return TRUE;
  if (strchr (".:/$#-+", at[-1]) != NULL)
    return at - text < 2 || !g_ascii_isalnum (at[-2]) ? strchr ("$#", at[-1]) == NULL : FALSE;
  return TRUE;
}

/* Letters say days only when a time follows at once, or those of two days behind a mark: "TR | ".
 */
static gboolean
is_before_time (const char *at, gsize n_letters)
{
  static const char marked[]
      = "^ (?:[|/]|\302\267|\342\200\242|\342\200\224) "
        "(?:from )?(?:[0-9]{1,2}[:h.][0-9]{2}|[0-9]{1,2} ?[ap]\\.?m|[0-9]{1,2} ?(?:-|to)|noon)";
  static const char *const words[] = { "at ", "from ", "@", "(", "\342\200\223", "-" };

  if (n_letters > 1 && carrel_pattern_matches (marked, at, G_REGEX_CASELESS))
    return TRUE;

  at += strspn (at, " ,:;.\n");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (at, words[i]))
      at += strlen (words[i]) + strspn (at + strlen (words[i]), " ");
  return g_ascii_isdigit (*at) || g_ascii_strncasecmp (at, "noon", 4) == 0;
}

/* "11-12 MW; 1-2 F": whether the last time goes on from one with letters behind. */
static gboolean
repeats_letters (const GArray *tokens, const char *text)
{
  const Token *last = tokens->len > 2 ? &g_array_index (tokens, Token, tokens->len - 1) : NULL;

  return last != NULL && last->is_time && !last[-1].is_time && last[-2].is_time
         && last[-1].until - last[-1].from <= 5
         && last[-2].until + strspn (text + last[-2].until, " ") == last[-1].from
         && strchr (";,", text[last[-1].until]) != NULL;
}

/* "9am F" at the end of a line, where the time is written as one. */
static gboolean
is_last_letter (const Token *last, const char *text, gsize at)
{
  gsize n = last->until - last->from;

  return text[at + 1 + strspn (text + at + 1, " .)*_")] == '\0'
         && (memchr (text + last->from, ':', n) != NULL
             || memchr (text + last->from, 'm', n) != NULL);
}

/* Whether "on " stands between a time and @at, or nothing but a mark. */
static gboolean
is_right_behind (const Token *time, const char *text, gsize at)
{
  gsize n = time->until + strspn (text + time->until, " (,");

  return n > time->until && (n == at || (n + 3 == at && strncmp (text + n, "on ", 3) == 0));
}

/* "8-9:15 am TR", "8-9am on TR": letters of two days or more right behind a time; "MT" there is a
 * time zone. */
static gboolean
is_behind_time (const GArray *tokens, const char *text, gsize at, gsize n_letters)
{
  const Token *last = tokens->len > 0 ? &g_array_index (tokens, Token, tokens->len - 1) : NULL;

  return last != NULL && last->is_time
         && (n_letters > 1 || repeats_letters (tokens, text) || is_last_letter (last, text, at))
         && is_right_behind (last, text, at) && !g_ascii_isalnum (text[at + n_letters])
         && strncmp (text + at, "MT", 2) != 0;
}

static gboolean
read_days (
    const CarrelWords *words, const GArray *tokens, const char *text, gsize from, Token *token)
{
  const char *at = text + from;
  gsize n = 0;
  CarrelDays days = carrel_day_list_read (words, at, FALSE, &n);

  if (days == CARREL_DAY_NONE
      || (g_ascii_isupper (at[0]) && at[n] != '\0' && !is_before_time (at + n, n)))
    {
      gsize n_letters = 0;
      CarrelDays letters = carrel_day_list_read (words, at, TRUE, &n_letters);

      if (letters != CARREL_DAY_NONE
          && (is_before_time (at + n_letters, n_letters)
              || is_behind_time (tokens, text, from, n_letters)))
        {
          days = letters;
          n = n_letters;
        }
    }
  *token = (Token){ .days = days, .until = n };
  return days != CARREL_DAY_NONE;
}

/* Whether nothing but a short word stands between a day and a time. */
static gboolean
is_announced (const char *text, gsize from, gsize at)
{
  static const char *const words[]
      = { "from", "at ", "klo", "kl", " um ", " om ", " de ", "\303\240 ", "\303\240s ", " von " };
  /* Longer ones are all that may stand there. */
  static const char *const wholes[] = { "ore", "dalle",    "dalle ore",  "de las",      "desde las",
                                        "das", "zwischen", "jeweils um", "jeweils von", "jeweils" };
  g_autofree char *gap = NULL;

  for (gsize i = 0; at - from <= 6 && i < G_N_ELEMENTS (words); i++)
    if (g_strstr_len (text + from, (gssize) MIN (at - from, 6), words[i]) != NULL)
      return TRUE;
  gap = g_strndup (text + from, at - from);
  g_strstrip (g_strdelimit (gap, ",:;(.", ' '));
  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (g_ascii_strcasecmp (gap, wholes[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_after_day (const GArray *tokens, const char *text, gsize at)
{
  const Token *last;

  if (tokens->len == 0)
    return FALSE;
  last = &g_array_index (tokens, Token, tokens->len - 1);
  if (last->is_time)
    return FALSE;
  for (gsize i = last->until; i < at; i++)
    if (strchr (" ,:;(.@", text[i]) == NULL && (guchar) text[i] < 0x80)
      return is_announced (text, last->until, at);
  return TRUE;
}

/* The last token when it is a time, and days stand somewhere before it; NULL else. */
static const Token *
get_last_of_days (const GArray *tokens)
{
  guint i = tokens->len;

  while (i > 0 && g_array_index (tokens, Token, i - 1).is_time)
    i--;
  return i > 0 && i < tokens->len ? &g_array_index (tokens, Token, tokens->len - 1) : NULL;
}

/* The bytes of a short remark in brackets: " (L1)". */
static gsize
match_remark (const char *text)
{
  gsize n = strspn (text, " ");
  gsize length = text[n] == '(' ? strcspn (text + n, ")") : 0;

  return length > 0 && length <= MAX_REMARK && text[n + length] == ')' ? n + length + 1 : 0;
}

/* "MWF 9-10; 2-3", "Th 9-11 (L1), 1-3": a bare range goes on from one that days stand before. */
static gboolean
is_after_bare_time (const GArray *tokens, const char *text, gsize at)
{
  const Token *last = get_last_of_days (tokens);
  gsize n;

  for (gsize i = last != NULL ? last->from : 0; last != NULL && i < last->until; i++)
    if (g_ascii_isalpha (text[i]))
      return FALSE;
  if (last == NULL)
    return FALSE;
  n = match_remark (text + last->until);
  n += strspn (text + last->until + n, " ,;&/");
  if (g_str_has_prefix (text + last->until + n, "and "))
    n += 4;
  return n > 0 && last->until + n == at;
}

/* Whether a bare range is a time here, and whether "and" stands between the times of a range. */
static CarrelTimeFlags
get_flags (const CarrelWords *words, const GArray *tokens, const char *text, gsize at)
{
  CarrelTimeFlags flags = CARREL_TIME_PLAIN;

  if (is_after_day (tokens, text, at) || is_after_bare_time (tokens, text, at))
    flags |= CARREL_TIME_BARE;
  if (carrel_slot_gap_is_between (words, text, at))
    flags |= CARREL_TIME_BETWEEN;
  return flags;
}

/* "13-15 Jan" and "2-5 March" are dates. */
static gboolean
is_before_month (const CarrelWords *words, const char *at)
{
  at += strspn (at, " ");
  return carrel_words_match_month (words, at, NULL) != 0 || at[0] == '%';
}

/* "第 3-4 节", "3-4限", "periods 3-4": hours of a timetable, counted. */
static gboolean
counts_periods (const char *text, gsize at, const char *after)
{
  static const char *const behind[] = { "节", "節", "限", "時限", "コマ", "课时", "周", "回" };
  static const char *const before[] = { "第", "period", "periods", NULL };

  while (at > 0 && text[at - 1] == ' ')
    at--;
  after += strspn (after, " ");
  for (gsize i = 0; i < G_N_ELEMENTS (behind); i++)
    if (g_str_has_prefix (after, behind[i]))
      return TRUE;
  return (at >= 3 && strncmp (text + at - 3, "第", 3) == 0)
         || carrel_phrase_match_back (text, at, before) > 0;
}

/* "Office hours: 3-4 Tuesdays": nothing but a label stands before the numbers. */
static gboolean
is_behind_label (const char *text, const char *at)
{
  while (at > text && strchr (" *_", at[-1]) != NULL)
    at--;
  return at == text || at[-1] == ':';
}

/* "10.00--12.00 Monday Lecture": numbers with minutes, or behind a label, that a day follows at
 * once. */
static gboolean
read_span_before_day (const CarrelWords *words,
                      const char *text,
                      const char *at,
                      CarrelTimeFlags flags,
                      CarrelTimeSpan *span)
{
  gsize n_minutes = strspn (at, "0123456789");
  gsize n_day = 0;
  const char *after;

  if (n_minutes == 0 || n_minutes > 2 || (at[n_minutes] != '.' && !is_behind_label (text, at))
      || !carrel_time_span_read (words, at, flags | CARREL_TIME_BARE, span)
      || span->end == CARREL_UNKNOWN)
    return FALSE;
  after = at + span->length;
  after += strspn (after, " ,;(");
  return after > at + span->length
         && carrel_day_list_read (words, after, FALSE, &n_day) != CARREL_DAY_NONE && n_day > 2;
}

static gboolean
read_span (const CarrelWords *words,
           const char *text,
           const char *at,
           CarrelTimeFlags flags,
           CarrelTimeSpan *span)
{
  return carrel_time_span_read (words, at, flags, span)
         || read_span_before_day (words, text, at, flags, span);
}

static GArray *
find_tokens (const CarrelWords *words, const char *text, CarrelTimeFlags flags)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *at = text;

  while (*(at = carrel_slot_gap_skip_pause (at)) != '\0')
    {
      gsize offset = (gsize) (at - text);
      Token token = { .is_time = TRUE };
      gboolean is_start = is_word_start (text, at);
      CarrelTimeFlags more = get_flags (words, tokens, text, offset);
      gboolean found = is_start && may_start_time (tokens, text, at)
                       && read_span (words, text, at, flags | more, &token.time)
                       && !is_before_month (words, at + token.time.length)
                       && !counts_periods (text, offset, at + token.time.length);

      if (found)
        token.until = token.time.length;
      else
        found = is_start && read_days (words, tokens, text, offset, &token);
      if (!found)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      token.from = offset;
      token.until += offset;
      at = text + token.until;
      g_array_append_val (tokens, token);
    }
  return tokens;
}

static void
append_slot (GArray *slots, const Token *time, const Token *days)
{
  CarrelSlot slot = { .start = time->time.start, .end = time->time.end };

  slot.from = time->from;
  slot.until = time->until;
  if (days != NULL)
    {
      slot.days = days->days;
      slot.from = MIN (slot.from, days->from);
      slot.until = MAX (slot.until, days->until);
    }
  g_array_append_val (slots, slot);
}

static Token *
get_neighbour (GArray *tokens, guint index, int step)
{
  int at = (int) index + step;
  Token *token;

  if (at < 0 || at >= (int) tokens->len)
    return NULL;
  token = &g_array_index (tokens, Token, at);
  return token->is_time ? NULL : token;
}

/* The days right behind a time, or NULL; before others they count when a word ties them to it. */
static Token *
find_days_behind (GArray *tokens, guint index, const char *text, gboolean is_tied_only)
{
  Token *time = &g_array_index (tokens, Token, index);
  Token *after = get_neighbour (tokens, index, 1);

  if (after == NULL || !carrel_slot_gap_is_beside (text, time->until, after->from))
    return NULL;
  return is_tied_only && !carrel_slot_gap_is_tied (text, time->until, after->from) ? NULL : after;
}

/* "MWF 3a\n11:10-12:20 MW": days that something else stands between, where others follow at once.
 */
static gboolean
is_cut_off (const char *text, const Token *before, const Token *time, const Token *after)
{
  return after != NULL && time->until + strspn (text + time->until, " ") == after->from
         && before->until + strcspn (text + before->until, "0123456789\n") < time->from;
}

/* "3pm Monday, Wednesday 5pm": whether the days at @index have a time of their own behind them. */
static gboolean
has_own_time (GArray *tokens, const char *text, guint index)
{
  const Token *days = &g_array_index (tokens, Token, index);
  const Token *time = days + 1;

  return index + 1 < tokens->len && time->is_time
         && strspn (text + days->until, " :") >= time->from - days->until;
}

/* Whether nothing but a mark or an "and" parts a time from the one before it, whose days it has. */
static gboolean
goes_on (GArray *tokens, guint index, const char *text)
{
  return index > 0 && get_neighbour (tokens, index, -1) == NULL
         && carrel_slot_gap_is_near (text, g_array_index (tokens, Token, index - 1).until,
                                     g_array_index (tokens, Token, index).from);
}

/* The days of a time: those before it, those right after it, or those of the time before, as in "W
 * 10-12 and 1-3; F 10-11", where the next days have a time of their own. */
static Token *
find_days_of (GArray *tokens, guint index, const char *text, Token *shared)
{
  Token *time = &g_array_index (tokens, Token, index);
  Token *before = get_neighbour (tokens, index, -1);
  Token *after = find_days_behind (tokens, index, text, TRUE);

  if (after != NULL)
    return after;
  if (before != NULL && !before->is_used
      && carrel_slot_gap_is_near (text, before->until, time->from)
      && !is_cut_off (text, before, time, find_days_behind (tokens, index, text, FALSE)))
    return before;
  after = find_days_behind (tokens, index, text, FALSE);
  if (shared != NULL && goes_on (tokens, index, text)
      && (after == NULL || has_own_time (tokens, text, index + 1)))
    return shared;
  return after;
}

/* Whether nothing but a remark, a comma or an "and" stands between two days of a list. */
static gboolean
is_listed (const CarrelWords *words, const char *text, gsize from, gsize until)
{
  gsize at = from + strspn (text + from, " ");
  const char *close = NULL;

  if (at < until && text[at] == '(')
    close = memchr (text + at, ')', until - at);
  if (close != NULL)
    at = (gsize) (close - text) + 1;
  at += strspn (text + at, " ,;");
  at += at < until ? carrel_words_match_and (words, text + at) : 0;
  return at + strspn (text + at, " ") == until;
}

/* "6pm on Tuesday (Ann), Wednesday (Bo) and Thursday": more days of a time that its first follows.
 */
static void
append_listed (
    GArray *slots, GArray *tokens, const CarrelWords *words, const char *text, guint index)
{
  const Token *time = &g_array_index (tokens, Token, index);

  for (guint i = index + 2; i < tokens->len; i++)
    {
      Token *last = &g_array_index (tokens, Token, i - 1);
      Token *days = &g_array_index (tokens, Token, i);
      CarrelSlot *slot;

      if (days->is_time || !is_listed (words, text, last->until, days->from)
          || has_own_time (tokens, text, i))
        return;
      append_slot (slots, time, days);
      slot = &g_array_index (slots, CarrelSlot, slots->len - 1);
      slot->from = days->from;
      days->is_used = TRUE;
    }
}

/* Whether both are ranges, and the second a part of the first. */
static gboolean
is_within (const Token *time, const Token *before)
{
  return before->is_time && before->time.end != CARREL_UNKNOWN && time->time.end != CARREL_UNKNOWN
         && time->time.start >= before->time.start && time->time.end <= before->time.end;
}

/* "3:00-5:00pm (4-5pm for this course)": a time in brackets behind another one and within it is a
 * remark. Returns where that ends, or 0. */
static gsize
find_remark_end (GArray *tokens, guint index, const char *text)
{
  const Token *time = &g_array_index (tokens, Token, index);
  const Token *before = index > 0 ? time - 1 : NULL;
  const char *open;

  if (before == NULL || !is_within (time, before))
    return 0;
  open = memchr (text + before->until, '(', time->from - before->until);
  if (open == NULL || memchr (open, ')', (gsize) (text + time->from - open)) != NULL)
    return 0;
  return strchr (text + time->until, ')') != NULL
             ? (gsize) (strchr (text + time->until, ')') + 1 - text)
             : 0;
}

/* "11:30-12:30 ET / 8:30-9:30 PT": one time on two clocks, of which the first counts. Returns where
 * the second ends, or 0. */
static gsize
find_other_clock_end (GArray *tokens, guint index, const char *text)
{
#define ZONE "\\(?(?:[ECMP][SD]?T|GMT|UTC|CES?T|BST)\\)?"
  const Token *time = &g_array_index (tokens, Token, index);
  const Token *before = index > 0 ? time - 1 : NULL;
  g_autofree char *between = NULL;
  gsize n;

  if (before == NULL || !before->is_time)
    return 0;
  between = g_strndup (text + before->until, time->from - before->until);
  n = time->until + strspn (text + time->until, " ");
  if (!carrel_pattern_matches ("^ ?" ZONE " ?[/(=,|] ?$", between, 0)
      || !carrel_pattern_matches ("^" ZONE "(?![A-Za-z])", text + n, 0))
    return 0;
  return n + strcspn (text + n, " ,;/");
#undef ZONE
}

/* "4:00-5:15 (we start at 4:05)": a moment of the time before. Returns where it ends, or 0. */
static gsize
find_moment_end (GArray *tokens, guint index, const char *text)
{
  const Token *time = &g_array_index (tokens, Token, index);
  const Token *before = index > 0 ? time - 1 : NULL;

  return before != NULL && before->is_time && time->time.end == CARREL_UNKNOWN
                 && time->time.start > before->time.start && before->time.end != CARREL_UNKNOWN
                 && time->time.start < before->time.end
                 && find_days_behind (tokens, index, text, FALSE) == NULL
             ? time->until
             : 0;
}

/* Takes what says a time once more, or narrows it, into the slot before. */
static gboolean
skip_restated (GArray *slots, GArray *tokens, guint index, const char *text)
{
  gsize end = find_remark_end (tokens, index, text);

  if (end == 0)
    end = find_moment_end (tokens, index, text);
  if (end == 0)
    end = find_other_clock_end (tokens, index, text);
  if (end == 0 || slots->len == 0)
    return FALSE;
  g_array_index (slots, CarrelSlot, slots->len - 1).until = end;
  return TRUE;
}

static void
compose (GArray *slots, GArray *tokens, const CarrelWords *words, const char *text)
{
  Token *shared = NULL;

  for (guint i = 0; i < tokens->len; i++)
    {
      Token *time = &g_array_index (tokens, Token, i);
      Token *days;

      if (!time->is_time || skip_restated (slots, tokens, i, text))
        continue;
      days = find_days_of (tokens, i, text, shared);
      append_slot (slots, time, days);
      /* Days that an earlier time has used are no part of this slot's text. */
      if (days != NULL && days == shared)
        g_array_index (slots, CarrelSlot, slots->len - 1).from = time->from;
      if (days != NULL)
        days->is_used = TRUE;
      if (days != NULL && days == get_neighbour (tokens, i, 1))
        append_listed (slots, tokens, words, text, i);
      shared = days;
    }
}

/**
 * carrel_slot_read_line:
 * @words: the words of the page's language
 * @text: valid UTF-8, a line, a cell or a sentence
 * @flags: how hours are counted
 *
 * Returns: (transfer full) (element-type CarrelSlot): the slots, in the order of their times
 */
GArray *
carrel_slot_read_line (const CarrelWords *words, const char *text, CarrelTimeFlags flags)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (CarrelSlot));
  g_autoptr (GArray) tokens = NULL;

  /* Most lines of a page say no time. */
  if (strpbrk (text, "0123456789") == NULL && strstr (text, "oon") == NULL)
    return slots;
  tokens = find_tokens (words, text, flags);
  compose (slots, tokens, words, text);
  carrel_slot_dates_mark (slots, words, text);
  return slots;
}

/**
 * carrel_slot_read_start:
 * @words: the words of the page's language
 * @text: valid UTF-8
 * @flags: how hours are counted
 * @slot: (out caller-allocates) (optional): the slot, or none of its fields set
 *
 * Returns: whether @text starts with a slot, behind blanks and a bracket
 */
gboolean
carrel_slot_read_start (const CarrelWords *words,
                        const char *text,
                        CarrelTimeFlags flags,
                        CarrelSlot *slot)
{
  const char *start = text + strspn (text, " ([");
  g_autoptr (GArray) slots = carrel_slot_read_line (words, start, flags);
  const CarrelSlot *first = slots->len > 0 ? &g_array_index (slots, CarrelSlot, 0) : NULL;
  gboolean is_found = first != NULL && first->from == 0;

  if (slot != NULL)
    *slot = is_found ? *first : (CarrelSlot){ .days = CARREL_DAY_NONE };
  return is_found;
}
