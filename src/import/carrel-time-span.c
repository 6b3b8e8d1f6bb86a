/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a time of day or a range of two. Where the page says neither am nor pm, 8 to 11 are in the
 * morning and 12 to 7 are not; a suffix at the end counts for the start too, unless the start would
 * then come after the end. */
#define G_LOG_DOMAIN "carrel-time-span"

#include "config.h"

#include "carrel-time-span.h"

#include "carrel-record.h"

#include <string.h>

#define HALF_DAY (12 * 60)
#define NO_HOUR  99

/* When "1000-1130" may start, and how long it may be. */
#define MIN_HOUR   7
#define MIN_LENGTH 30
#define MAX_LENGTH (5 * 60)

typedef enum
{
  HALF_UNSAID,
  HALF_AM,
  HALF_PM,
} Half;

/* One end of a range, as it is written. */
typedef struct
{
  int hour;
  int minute;
  Half half;
  gboolean is_24h;     /* "13:00", "09:00", "10h", "17 Uhr" */
  gboolean is_sure;    /* more than a bare number */
  gboolean is_compact; /* "130": a time only with a suffix, or as an end of "1330-1500" */
  gsize length;
} Clock;

typedef struct
{
  const char *text;
  Half half;
} HalfWord;

static const HalfWord halves[] = {
  { "a.m.", HALF_AM }, { "p.m.", HALF_PM }, { "a.m", HALF_AM },
  { "p.m", HALF_PM },  { "am", HALF_AM },   { "pm", HALF_PM },
  { "a", HALF_AM },    { "p", HALF_PM },    { "noon", HALF_PM },
};

static gsize
count_blanks (const char *text)
{
  gsize n = strspn (text, " \t");

  while (strncmp (text + n, "\302\240", 2) == 0)
    n += 2 + strspn (text + n + 2, " \t");
  return n;
}

static gboolean
ends_word (const char *at)
{
  return !g_unichar_isalnum (g_utf8_get_char (at));
}

/* A single letter means a half of the day only when it follows at once. "411A" is a room, and "3a"
 * a group: nobody teaches at three in the night. */
static gboolean
is_letter_of_half (const char *at, gsize n_blanks, Half half, const Clock *clock)
{
  return n_blanks == 0 && !(clock->is_compact && g_ascii_isupper (*at))
         && !(half == HALF_AM && clock->hour >= 1 && clock->hour <= 5);
}

/* "12n" */
static gboolean
read_letter_of_noon (const char *at, Clock *clock)
{
  if (clock->hour != 12 || at[0] != 'n' || !ends_word (at + 1))
    return FALSE;
  clock->half = HALF_PM;
  clock->is_sure = TRUE;
  clock->length++;
  return TRUE;
}

/* "am" after an optional blank. */
static void
read_half (const char *text, Clock *clock)
{
  const char *at = text + clock->length;
  gsize n_blanks = count_blanks (at);

  if (read_letter_of_noon (at, clock))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      gsize n = strlen (halves[i].text);

      if (g_ascii_strncasecmp (at + n_blanks, halves[i].text, n) != 0
          || (n == strlen ("noon") && at[n_blanks] == 'n' && clock->hour != 12)
          || !ends_word (at + n_blanks + n)
          || (n == 1 && !is_letter_of_half (at, n_blanks, halves[i].half, clock)))
        continue;
      clock->half = halves[i].half;
      clock->is_sure = TRUE;
      clock->length += n_blanks + n;
      return;
    }
}

/* The "h" of an hour, or its "hs" that no letter follows; 0 if there is none. */
static gsize
count_h (const char *at)
{
  if (g_ascii_tolower (at[0]) != 'h')
    return 0;
  return g_ascii_tolower (at[1]) == 's' && !g_ascii_isalnum (at[2]) ? 2 : 1;
}

/* "9 h 30" and, as the end of a range, "9 h": French leaves blanks around the letter. "2 h 30"
 * alone is how long something takes. */
static gboolean
read_spaced_h (const char *at, Clock *clock)
{
  gsize n = count_blanks (at);
  gsize n_gap = n > 0 && at[n] == 'h' ? count_blanks (at + n + 1) : 0;
  const char *minutes = at + n + 1 + n_gap;

  if (n == 0 || at[n] != 'h' || g_unichar_isalpha (g_utf8_get_char (at + n + 1))
      || clock->hour > 24)
    return FALSE;
  clock->is_24h = TRUE;
  clock->length += n + 1;
  if (n_gap == 0 || strspn (minutes, "0123456789") != 2 || minutes[0] > '5')
    return TRUE;
  clock->minute = (minutes[0] - '0') * 10 + minutes[1] - '0';
  clock->is_sure = clock->hour >= MIN_HOUR;
  clock->length += n_gap + 2;
  return TRUE;
}

/* "15h20", "10h", "18hs", "10h00min", but not room "9H.6"; returns whether there was an h. */
static gboolean
read_h_minutes (const char *at, Clock *clock)
{
  gsize n = count_h (at);

  if (read_spaced_h (at, clock))
    return TRUE;
  if (n == 0 || g_ascii_isalpha (at[n]) || (at[n] == '.' && g_ascii_isdigit (at[n + 1])))
    return FALSE;
  if (g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]))
    {
      clock->minute = (at[1] - '0') * 10 + at[2] - '0';
      n = g_ascii_strncasecmp (at + 3, "min", 3) == 0 ? 6 : 3;
    }
  clock->is_24h = TRUE;
  clock->is_sure = TRUE;
  clock->length += n;
  return TRUE;
}

/* "14.15h", "18.30hs", "18.30 h": the letter behind the minutes. */
static void
read_trailing_h (const char *at, Clock *clock)
{
  gsize n_blanks = count_blanks (at);
  gsize n = count_h (at + n_blanks);

  if (n == 0 || g_ascii_isalnum (at[n_blanks + n]))
    return;
  clock->is_24h = TRUE;
  clock->is_sure = TRUE;
  clock->length += n_blanks + n;
}

/* Whether a mark and two digits stand here that are minutes: "08:00:10", "1:02:03" and "3.141" are
 * no times of the day. */
static gboolean
has_minutes (const char *at)
{
  return g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) && !g_ascii_isdigit (at[3])
         && (at[3] != at[0] || !g_ascii_isdigit (at[4]));
}

/* ":20" is sure; ".20" may be a number and is only taken with something else beside it. */
static void
read_minutes (const char *at, Clock *clock)
{
  gboolean is_colon = at[0] == ':';

  if (read_h_minutes (at, clock) || (!is_colon && at[0] != '.'))
    return;
  if (!has_minutes (at))
    {
      if (is_colon && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) && at[3] == ':')
        clock->hour = NO_HOUR;
      return;
    }
  clock->minute = (at[1] - '0') * 10 + at[2] - '0';
  clock->is_sure = is_colon;
  clock->length += 3;
  read_trailing_h (at + 3, clock);
}

/* "2 hrs" is how long something takes. */
static gboolean
is_length (const Clock *clock)
{
  return !clock->is_sure && !clock->is_compact && clock->hour <= 12;
}

static void
read_hour_word (const char *text, Clock *clock)
{
  static const char *const words[] = { "uhr", "hrs", "o'clock" };
  gsize n_blanks = count_blanks (text + clock->length);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text + clock->length + n_blanks, words[i], strlen (words[i])) == 0
        && (i != 1 || !is_length (clock)))
      {
        clock->is_24h = clock->is_24h || i == 0;
        clock->is_sure = TRUE;
        clock->length += n_blanks + strlen (words[i]);
        return;
      }
}

static gboolean
read_noon (const char *text, Clock *clock)
{
  static const struct
  {
    const char *text;
    int hour;
    Half half;
  } words[] = { { "noon", 12, HALF_PM },
                { "midday", 12, HALF_PM },
                { "midnight", 24, HALF_UNSAID },
                { "12noon", 12, HALF_PM } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i].text);

      if (g_ascii_strncasecmp (text, words[i].text, n) != 0 || !ends_word (text + n))
        continue;
      *clock = (Clock){ .hour = words[i].hour, .half = words[i].half, .is_sure = TRUE };
      clock->is_24h = words[i].half == HALF_UNSAID;
      clock->length = n;
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_clock (const char *text, Clock *clock)
{
  gsize n_digits = strspn (text, "0123456789");

  if (n_digits == 0)
    return read_noon (text, clock);
  if (n_digits > 4)
    return FALSE;
  *clock = (Clock){ .length = n_digits };
  clock->hour = (int) g_ascii_strtoull (text, NULL, 10);
  if (n_digits > 2)
    {
      clock->minute = clock->hour % 100;
      clock->hour /= 100;
      clock->is_compact = TRUE;
    }
  else
    read_minutes (text + n_digits, clock);
  clock->is_24h = clock->is_24h || clock->hour > 12 || (n_digits == 2 && text[0] == '0');
  read_half (text, clock);
  if (clock->half == HALF_UNSAID)
    read_hour_word (text, clock);
  else
    clock->is_24h = FALSE;
  return clock->hour <= 24 && clock->minute < 60 && ends_word (text + clock->length);
}

/* The dash or word between two times, with blanks around; 0 if there is none. */
static gsize
match_range (const CarrelWords *words, const char *text)
{
  static const char *const dashes[] = { "---",
                                        "--",
                                        "-",
                                        "~",
                                        "\342\200\220",
                                        "\342\200\221",
                                        "\342\200\222",
                                        "\342\200\223",
                                        "\342\200\224",
                                        "\342\210\222",
                                        "\357\275\236",
                                        "\343\200\234",
                                        "\342\206\222",
                                        "a ",
                                        "as ",
                                        "\303\240 ",
                                        "\303\240s ",
                                        "bis ",
                                        "hasta ",
                                        "at\303\251 ",
                                        "to " };
  gsize n = count_blanks (text);
  gsize n_word = carrel_words_match_range (words, text + n);

  for (gsize i = 0; n_word == 0 && i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (text + n, dashes[i]))
      n_word = strlen (dashes[i]);
  return n_word > 0 ? n + n_word + count_blanks (text + n + n_word) : 0;
}

/* What stands between the times of a range, as match_range(); also the "and" behind "between". */
static gsize
match_joint (const CarrelWords *words, const char *text, CarrelTimeFlags flags)
{
  gsize n_range = match_range (words, text);
  gsize n = count_blanks (text);
  gsize n_and = (flags & CARREL_TIME_BETWEEN) != 0 ? carrel_words_match_and (words, text + n) : 0;

  if (n_range > 0 || n_and == 0)
    return n_range;
  return n + n_and + count_blanks (text + n + n_and);
}

/* "2:00pm CST to 3:25pm CST", "10am (ET) - 11am": a time zone between a time and a range. */
static gsize
match_zone (const char *text)
{
  static const char *const zones[]
      = { "ET",  "CT",  "MT",  "PT",  "EST", "EDT", "CST", "CDT", "MST", "MDT",
          "PST", "PDT", "AST", "ADT", "GMT", "UTC", "BST", "CET", "CEST" };
  gsize n = count_blanks (text);
  gboolean is_bracketed = text[n] == '(';

  n += is_bracketed ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      gsize end = n + strlen (zones[i]);

      if (!g_str_has_prefix (text + n, zones[i]) || g_ascii_isalnum (text[end])
          || (is_bracketed && text[end] != ')'))
        continue;
      return is_bracketed ? end + 1 : end;
    }
  return 0;
}

static int
get_minutes (const Clock *clock, Half half)
{
  int hour = clock->hour;

  if (half != HALF_UNSAID)
    hour = hour % 12 + (half == HALF_PM ? 12 : 0);
  return hour * 60 + clock->minute;
}

/* The half of the day of a lone time that does not say it. */
static Half
guess_half (const Clock *clock, CarrelTimeFlags flags)
{
  if (clock->half != HALF_UNSAID)
    return clock->half;
  if (clock->is_24h || (flags & CARREL_TIME_24H) != 0 || clock->hour == 0)
    return HALF_UNSAID;
  return clock->hour >= 8 && clock->hour <= 11 ? HALF_AM : HALF_PM;
}

static int
get_end_minutes (const Clock *clock, Half half)
{
  return get_minutes (clock, clock->hour > 12 ? HALF_UNSAID : half);
}

/* A start after its end: "11:30 - 12:50 PM" starts in the morning, "11am-1" ends after noon. */
static void
mend_order (const Clock *start, const Clock *end, CarrelTimeSpan *span)
{
  gboolean is_start_unsaid = start->half == HALF_UNSAID && end->half != HALF_UNSAID;

  if (span->end > span->start)
    return;
  if (is_start_unsaid && span->start >= HALF_DAY)
    span->start -= HALF_DAY;
  else if (end->half == HALF_UNSAID && span->end <= HALF_DAY)
    span->end += HALF_DAY;
}

/* "1330": four digits and no suffix. */
static gboolean
is_four_digits (const Clock *clock)
{
  return clock->is_compact && clock->length == 4 && clock->half == HALF_UNSAID
         && clock->minute % 5 == 0;
}

/* "1330-1500": as long as lessons are. "2015-2020" are years. */
static gboolean
is_military (const Clock *start, const Clock *end)
{
  int length = (end->hour - start->hour) * 60 + end->minute - start->minute;

  return is_four_digits (start) && is_four_digits (end) && start->hour >= MIN_HOUR
         && length >= MIN_LENGTH && length <= MAX_LENGTH;
}

static void
resolve (const Clock *start, const Clock *end, CarrelTimeFlags flags, CarrelTimeSpan *span)
{
  gboolean is_24h
      = start->is_24h || end->is_24h || (flags & CARREL_TIME_24H) != 0 || is_military (start, end);
  Half first = start->half != HALF_UNSAID ? start->half : end->half;
  Half last = end->half != HALF_UNSAID ? end->half : start->half;

  if (first == HALF_UNSAID && is_24h)
    {
      span->start = get_minutes (start, HALF_UNSAID);
      span->end = get_minutes (end, HALF_UNSAID);
      return;
    }
  if (first == HALF_UNSAID)
    {
      first = guess_half (start, flags);
      last = guess_half (end, flags);
    }
  span->start = get_end_minutes (start, first);
  span->end = get_end_minutes (end, last);
  mend_order (start, end, span);
}

/* Whether numbers are enough of a time: "130" needs a suffix, "2-5" a day beside it. */
static gboolean
is_enough (const Clock *start, const Clock *end, CarrelTimeFlags flags)
{
  gboolean has_end = end->length > 0;
  gboolean has_half = start->half != HALF_UNSAID || end->half != HALF_UNSAID;

  if (end->is_compact && end->half == HALF_UNSAID)
    return FALSE;
  if (start->is_compact && !has_half)
    return FALSE;
  return start->is_sure || (has_end && (end->is_sure || (flags & CARREL_TIME_BARE) != 0));
}

/* "330pm 450pm": two times that both say their half of the day, as far apart as a class is long,
 * and no third one. Returns the bytes between them, or 0. */
static gsize
match_bare_range (const char *text, const Clock *start)
{
  Clock end;
  Clock third;
  gsize n = count_blanks (text + start->length);
  const char *at = text + start->length + n;
  int length;

  if (n == 0 || start->half == HALF_UNSAID || !read_clock (at, &end) || end.half == HALF_UNSAID)
    return 0;
  at += end.length;
  if (read_clock (at + count_blanks (at), &third))
    return 0;
  length = get_minutes (&end, end.half) - get_minutes (start, start->half);
  return length >= MIN_LENGTH && length <= MAX_LENGTH ? n : 0;
}

/**
 * carrel_time_span_read:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 * @flags: whether bare numbers count, and how hours are counted
 * @span: (out): the times; untouched when there are none
 *
 * Reads one time or a range at the start of @text.
 *
 * Returns: whether @text starts with a time
 */
gboolean
carrel_time_span_read (const CarrelWords *words,
                       const char *text,
                       CarrelTimeFlags flags,
                       CarrelTimeSpan *span)
{
  Clock start;
  Clock end = { 0 };
  gsize n_range, n_zone;

  if (!read_clock (text, &start))
    return FALSE;
  n_zone = match_zone (text + start.length);
  n_range = match_joint (words, text + start.length + n_zone, flags);
  n_range = n_range > 0 ? n_range + n_zone : match_bare_range (text, &start);
  if (n_range == 0 || !read_clock (text + start.length + n_range, &end))
    end = (Clock){ 0 };
  if (!is_enough (&start, &end, flags)
      && ((flags & CARREL_TIME_BARE) == 0 || !is_military (&start, &end)))
    return FALSE;
  span->length = start.length;
  span->start = get_minutes (&start, guess_half (&start, flags));
  span->end = CARREL_UNKNOWN;
  if (end.length > 0)
    {
      resolve (&start, &end, flags, span);
      span->length += n_range + end.length;
    }
  return span->start < 24 * 60 && span->end <= 24 * 60;
}

/* Of the day, in minutes: no class is so late. */
#define LAST (23 * 60 + 55)

static gboolean
starts_number (const char *text, const char *at)
{
  return g_ascii_isdigit (*at)
         && (at == text || (!g_ascii_isalnum (at[-1]) && strchr (".:/-", at[-1]) == NULL));
}

/**
 * carrel_time_span_says_24h:
 * @text: valid UTF-8, a page or a part of it
 *
 * Returns: whether @text has an hour above 12 and minutes, such as "14:30", and no "am" or "pm"
 */
gboolean
carrel_time_span_says_24h (const char *text)
{
  gboolean found = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      Clock clock;

      if (!starts_number (text, at) || !read_clock (at, &clock) || clock.is_compact
          || !clock.is_sure)
        continue;
      if (clock.half != HALF_UNSAID)
        return FALSE;
      /* "23:59" is when work is due, whatever clock a page goes by. */
      found
          = found || (clock.hour > 12 && clock.hour < 24 && clock.hour * 60 + clock.minute < LAST);
    }
  return found;
}
