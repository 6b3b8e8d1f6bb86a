/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking up the words of a language. Every look-up falls back to English, the language that pages
 * in other languages mix in. */
#define G_LOG_DOMAIN "carrel-words"

#include "config.h"

#include "carrel-words.h"

#include "carrel-phrase.h"

#include <string.h>

/* How much of a page tells its writing, in bytes; the fewest characters that do; and how many Latin
 * letters may stand beside each. */
#define SCRIPT_LENGTH 8000
#define MIN_HAN       10
#define MIN_KANA      5
#define HAN_SHARE     6

/* Fewer frequent words than this say nothing about a page. */
#define MIN_USUAL     5
#define LABELS_LENGTH 4000
#define N_ASCII       128
#define N_TABLES      (sizeof (CarrelWords) / sizeof (gpointer))

static const CarrelWords *const languages[] = {
  &carrel_words_en, &carrel_words_de, &carrel_words_es, &carrel_words_fi, &carrel_words_fr,
  &carrel_words_it, &carrel_words_ja, &carrel_words_pt, &carrel_words_zh,
};

static const CarrelWord *
match_table (const CarrelWord *table, const char *text, gsize *length)
{
  const CarrelWord *best = NULL;

  for (const CarrelWord *word = table; word != NULL && word->text != NULL; word++)
    {
      gsize found;

      if (!carrel_phrase_may_match (text, word->text))
        continue;
      found = carrel_phrase_match (text, word->text);
      if (found == 0 || (best != NULL && found <= *length))
        continue;
      best = word;
      *length = found;
    }
  return best;
}

/* Notes the letters of ASCII that a phrase starts with; a blank stands for any. */
static void
note_first (const char *phrase, gboolean *firsts)
{
  for (guint c = 0; c < N_ASCII; c++)
    if (carrel_phrase_may_match ((const char[]){ (char) c, '\0' }, phrase))
      firsts[c] = TRUE;
}

/* The same of all words of a table. */
static void
note_firsts (const CarrelWord *table, gboolean *firsts)
{
  for (const CarrelWord *word = table; word != NULL && word->text != NULL; word++)
    note_first (word->text, firsts);
}

/* The letters that words of a table, or of a label, start with: found out once. */
typedef struct
{
  gsize are_known;
  gboolean letters[N_ASCII];
} Firsts;

static guint
find_language (const CarrelWords *words)
{
  guint language = 0;

  while (languages[language] != words)
    language++;
  return language;
}

/* Whether any word of the table at @offset may stand at the start of @text: mostly none does, and
 * the table need not be gone through. */
static gboolean
may_match_table (const CarrelWords *words, gsize offset, const char *text)
{
  static Firsts firsts[G_N_ELEMENTS (languages)][N_TABLES];
  Firsts *first = &firsts[find_language (words)][offset / sizeof (gpointer)];

  if ((guchar) text[0] >= N_ASCII)
    return TRUE;
  if (g_once_init_enter (&first->are_known))
    {
      note_firsts (G_STRUCT_MEMBER (const CarrelWord *, words, offset), first->letters);
      g_once_init_leave (&first->are_known, 1);
    }
  return first->letters[(guchar) text[0]];
}

/* Looks @text up in the table at @offset of @words, then of English. */
static const CarrelWord *
match_languages (const CarrelWords *words, gsize offset, const char *text, gsize *length)
{
  const CarrelWords *const both[] = { words, words == &carrel_words_en ? NULL : &carrel_words_en };
  const CarrelWord *best = NULL;
  gsize best_length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      gsize found_length = 0;
      const CarrelWord *found;

      if (both[i] == NULL || !may_match_table (both[i], offset, text))
        continue;
      found = match_table (G_STRUCT_MEMBER (const CarrelWord *, both[i], offset), text,
                           &found_length);
      if (found == NULL || found_length <= best_length)
        continue;
      best = found;
      best_length = found_length;
    }
  if (best != NULL && length != NULL)
    *length = best_length;
  return best;
}

/* No word starts with a blank: half of the places where one may start are blanks. */
static gboolean
is_blank (const char *at)
{
  return *at == ' ' || *at == '\n';
}

static gboolean
may_start (const gboolean *firsts, const char *at)
{
  return (guchar) *at >= N_ASCII || firsts[(guchar) *at];
}

/* How often the frequent words of a language occur at the start of @text. The full name of a day
 * counts for three: short pages have few words. */
static guint
count_usual (const CarrelWords *words, const char *text)
{
  const char *end = text + strnlen (text, 20000);
  gboolean firsts[N_ASCII] = { FALSE };
  guint n = 0;

  note_firsts (words->days, firsts);
  for (guint i = 0; words->usual != NULL && words->usual[i] != NULL; i++)
    note_first (words->usual[i], firsts);
  for (const char *at = text; *at != '\0' && at < end; at = carrel_phrase_next_word (at))
    {
      gsize length = 0;

      if (is_blank (at) || !may_start (firsts, at))
        continue;
      if (carrel_phrase_match_any (at, words->usual) > 0)
        n++;
      else if (match_table (words->days, at, &length) != NULL && length >= 6)
        n += 3;
    }
  return n;
}

/* How many words at the start of @text only this language has for days, months and labels: what
 * tells the language of a page that is nothing but tables. */
static guint
count_known (const CarrelWords *words, const char *text)
{
  const char *end = text + strnlen (text, LABELS_LENGTH);
  guint n = 0;

  for (const char *at = text; *at != '\0' && at < end; at = carrel_phrase_next_word (at))
    {
      gsize length = 0;

      if (is_blank (at))
        continue;
      if (match_table (words->labels, at, &length) == NULL
          && match_table (words->days, at, &length) == NULL
          && match_table (words->months, at, &length) == NULL)
        continue;
      if (words == &carrel_words_en || match_table (carrel_words_en.labels, at, &length) == NULL)
        n++;
    }
  return n;
}

/* The language with most words, the first of equals; %NULL when none has @least. */
static const CarrelWords *
find_most (const char *text,
           guint (*count) (const CarrelWords *words, const char *text),
           guint least)
{
  const CarrelWords *best = NULL;
  guint most = least - 1;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      guint n = count (languages[i], text);

      if (n <= most)
        continue;
      best = languages[i];
      most = n;
    }
  return best;
}

/* Spanish and Portuguese share their frequent words: names of days, months and labels decide
 * between languages that are nearly alike. */
static const CarrelWords *
find_nearest (const CarrelWords *best, const char *text)
{
  guint n_usual = count_usual (best, text);
  guint most = n_usual + count_known (best, text);

  for (guint i = 0; best != &carrel_words_en && i < G_N_ELEMENTS (languages); i++)
    {
      guint n = languages[i] != &carrel_words_en ? count_usual (languages[i], text) : 0;

      if (n * 2 < n_usual || n + count_known (languages[i], text) <= most)
        continue;
      best = languages[i];
      most = n + count_known (best, text);
    }
  return best;
}

/* How many characters of each writing a page starts with. */
typedef struct
{
  guint n_han;
  guint n_kana;
  guint n_latin;
} Writing;

static Writing
count_writing (const char *text)
{
  const char *end = text + strnlen (text, SCRIPT_LENGTH);
  Writing writing = { 0 };

  for (const char *at = text; at < end && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_ascii_isalpha (*at))
        writing.n_latin++;
      else if (letter >= 0x4e00 && letter <= 0x9fff)
        writing.n_han++;
      else if (letter >= 0x3041 && letter <= 0x30fe)
        writing.n_kana++;
    }
  return writing;
}

/* Chinese and Japanese by their writing: a short page has few of the frequent words. Addresses and
 * terms of art are Latin letters there too. */
static const CarrelWords *
guess_by_script (const char *text)
{
  Writing writing = count_writing (text);

  if ((writing.n_kana + writing.n_han) * HAN_SHARE <= writing.n_latin)
    return NULL;
  if (writing.n_kana >= MIN_KANA)
    return &carrel_words_ja;
  if (writing.n_han < MIN_HAN)
    return NULL;
  /* Japanese tables may have no kana. */
  return count_known (&carrel_words_ja, text) > count_known (&carrel_words_zh, text)
             ? &carrel_words_ja
             : &carrel_words_zh;
}

/**
 * carrel_words_get:
 * @language: (nullable): a language as ISO 639-1 or BCP 47 name it, such as "en" or "pt-BR"
 *
 * Returns: (transfer none): the words of that language, or of English when there is no such table
 */
const CarrelWords *
carrel_words_get (const char *language)
{
  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (language, languages[i]->language, 2) == 0
        && !g_ascii_isalpha (language[2]))
      return languages[i];
  return &carrel_words_en;
}

/**
 * carrel_words_guess:
 * @text: a page; valid UTF-8
 *
 * Guesses the language of a page from its most frequent words.
 *
 * Returns: (transfer none): the words of the language
 */
const CarrelWords *
carrel_words_guess (const char *text)
{
  const CarrelWords *best = guess_by_script (text);

  if (best != NULL)
    return best;
  best = find_most (text, count_usual, MIN_USUAL);
  if (best != NULL)
    return find_nearest (best, text);
  best = find_most (text, count_known, 1);
  return best != NULL ? best : &carrel_words_en;
}

/**
 * carrel_words_match_day:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 * @length: (out) (optional): how many bytes the name has; untouched when there is none
 *
 * Reads the name of a day of the week, full, plural or abbreviated, at the start of @text. A full
 * stop after an abbreviation is not part of it.
 *
 * Returns: the day, or %CARREL_DAY_NONE
 */
CarrelDays
carrel_words_match_day (const CarrelWords *words, const char *text, gsize *length)
{
  const CarrelWord *word
      = match_languages (words, G_STRUCT_OFFSET (CarrelWords, days), text, length);

  return word != NULL ? (CarrelDays) word->value : CARREL_DAY_NONE;
}

/* The days that the letters at @text name, and how many letters those are. */
static guint
match_letter (const char *text, gsize *length)
{
  static const CarrelWord letters[] = {
    { "Thurs", CARREL_THURSDAY }, { "Thur", CARREL_THURSDAY }, { "Thr", CARREL_THURSDAY },
    { "Thu", CARREL_THURSDAY },   { "Tues", CARREL_TUESDAY },  { "Tue", CARREL_TUESDAY },
    { "Mon", CARREL_MONDAY },     { "Wed", CARREL_WEDNESDAY }, { "Fri", CARREL_FRIDAY },
    { "Sat", CARREL_SATURDAY },   { "Sun", CARREL_SUNDAY },    { "Mo", CARREL_MONDAY },
    { "MO", CARREL_MONDAY },      { "Tu", CARREL_TUESDAY },    { "TU", CARREL_TUESDAY },
    { "We", CARREL_WEDNESDAY },   { "WE", CARREL_WEDNESDAY },  { "Th", CARREL_THURSDAY },
    { "TH", CARREL_THURSDAY },    { "Fr", CARREL_FRIDAY },     { "FR", CARREL_FRIDAY },
    { "Sa", CARREL_SATURDAY },    { "Su", CARREL_SUNDAY },     { "M", CARREL_MONDAY },
    { "T", CARREL_TUESDAY },      { "W", CARREL_WEDNESDAY },   { "R", CARREL_THURSDAY },
    { "F", CARREL_FRIDAY },       { "S", CARREL_SATURDAY },    { "U", CARREL_SUNDAY },
  };

  /* "TT" beside "MWF" */
  if (g_str_has_prefix (text, "TT") && !g_ascii_isalpha (text[2]))
    {
      *length = 2;
      return CARREL_TUESDAY | CARREL_THURSDAY;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_str_has_prefix (text, letters[i].text))
      {
        *length = strlen (letters[i].text);
        return letters[i].value;
      }
  return 0;
}

/**
 * carrel_words_match_day_letters:
 * @text: valid UTF-8 that starts at a word
 * @length: (out) (optional): how many bytes were read; untouched when there are no letters
 *
 * Reads run-together letters of days such as "MWF", "TuTh", "MTWRF" or "WThu", the longest name
 * first. Letters say a day only beside a time or under the label of a day, which the caller knows.
 *
 * Returns: the days, or %CARREL_DAY_NONE when the word is anything else
 */
CarrelDays
carrel_words_match_day_letters (const char *text, gsize *length)
{
  const char *at = text;
  guint days = 0;

  while (g_ascii_isalpha (*at))
    {
      gsize n = 0;
      guint next = match_letter (at, &n);

      /* "MTWHF" */
      if (next == 0 && *at == 'H' && (days & CARREL_WEDNESDAY) != 0)
        {
          next = CARREL_THURSDAY;
          n = 1;
        }
      if (next == 0 || (days & next) != 0)
        return CARREL_DAY_NONE;
      days |= next;
      at += n;
    }
  if (g_unichar_isalnum (g_utf8_get_char (at)))
    return CARREL_DAY_NONE;
  if (days != 0 && length != NULL)
    *length = (gsize) (at - text);
  return (CarrelDays) days;
}

/**
 * carrel_words_match_month:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 * @length: (out) (optional): how many bytes the name has; untouched when there is none
 *
 * Returns: the month that @text starts with, 1 to 12, or 0
 */
guint
carrel_words_match_month (const CarrelWords *words, const char *text, gsize *length)
{
  const CarrelWord *word
      = match_languages (words, G_STRUCT_OFFSET (CarrelWords, months), text, length);

  return word != NULL ? word->value : 0;
}

/**
 * carrel_words_match_number:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 * @length: (out) (optional): how many bytes the word has; untouched when there is none
 *
 * Returns: the number that @text starts with as a word ("three"), or -1
 */
int
carrel_words_match_number (const CarrelWords *words, const char *text, gsize *length)
{
  const CarrelWord *word
      = match_languages (words, G_STRUCT_OFFSET (CarrelWords, numbers), text, length);

  return word != NULL ? (int) word->value : -1;
}

/**
 * carrel_words_match_role:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 * @length: (out) (optional): how many bytes the role has; untouched when there is none
 *
 * Returns: (nullable) (transfer none): the role that @text starts with as a course pack names it
 */
const char *
carrel_words_match_role (const CarrelWords *words, const char *text, gsize *length)
{
  const CarrelWords *const both[] = { words, &carrel_words_en };
  guint n_tables = words == &carrel_words_en ? 1 : 2;
  const char *role = NULL;
  gsize longest = 0;

  for (guint i = 0; i < n_tables; i++)
    for (const CarrelRoleWord *word = both[i]->roles; word != NULL && word->text != NULL; word++)
      {
        gsize found;

        if (!carrel_phrase_may_match (text, word->text))
          continue;
        found = carrel_phrase_match (text, word->text);
        if (found <= longest)
          continue;
        longest = found;
        role = word->role;
      }
  if (role != NULL && length != NULL)
    *length = longest;
  return role;
}

/**
 * carrel_words_match_and:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 *
 * Returns: how many bytes the "and" has that @text starts with; 0 when there is none
 */
gsize
carrel_words_match_and (const CarrelWords *words, const char *text)
{
  return MAX (carrel_phrase_match_any (text, words->and_words),
              carrel_phrase_match_any (text, carrel_words_en.and_words));
}

/**
 * carrel_words_match_range:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 *
 * Returns: how many bytes the word between the ends of a range has, such as "to"; 0 for none
 */
gsize
carrel_words_match_range (const CarrelWords *words, const char *text)
{
  return MAX (carrel_phrase_match_any (text, words->range_words),
              carrel_phrase_match_any (text, carrel_words_en.range_words));
}

/**
 * carrel_words_find_label:
 * @words: the words of the page's language
 * @text: a heading, the text before a colon or the head of a column; valid UTF-8
 *
 * Says what a label announces: the meaning of its longest known phrase; the first of equals.
 *
 * Returns: the label, or %CARREL_LABEL_NONE
 */
CarrelLabel
carrel_words_find_label (const CarrelWords *words, const char *text)
{
  guint label = CARREL_LABEL_NONE;
  gsize longest = 0;

  for (const char *at = text; *at != '\0'; at = carrel_phrase_next_word (at))
    {
      gsize length = 0;
      const CarrelWord *word
          = match_languages (words, G_STRUCT_OFFSET (CarrelWords, labels), at, &length);

      if (word == NULL || length <= longest)
        continue;
      label = word->value;
      longest = length;
    }
  return (CarrelLabel) label;
}

/* The same of the words of a label, which are few of the table. */
static gboolean
may_match_label (const CarrelWords *words, const char *text, CarrelLabel label)
{
  static Firsts firsts[G_N_ELEMENTS (languages)][CARREL_N_LABELS];
  Firsts *first = &firsts[find_language (words)][label];

  if ((guchar) text[0] >= N_ASCII)
    return TRUE;
  if (g_once_init_enter (&first->are_known))
    {
      for (const CarrelWord *word = words->labels; word != NULL && word->text != NULL; word++)
        if (word->value == (guint) label)
          note_first (word->text, first->letters);
      g_once_init_leave (&first->are_known, 1);
    }
  return first->letters[(guchar) text[0]];
}

static gboolean
starts_with_label (const CarrelWords *words, const char *text, CarrelLabel label)
{
  if (!may_match_label (words, text, label))
    return FALSE;
  for (const CarrelWord *word = words->labels; word != NULL && word->text != NULL; word++)
    if (word->value == (guint) label && carrel_phrase_may_match (text, word->text)
        && carrel_phrase_match (text, word->text) > 0)
      return TRUE;
  return FALSE;
}

/**
 * carrel_words_has_label:
 * @words: the words of the page's language
 * @text: any text; valid UTF-8
 * @label: a label
 *
 * Returns: whether a phrase of @label occurs in @text as a word of its own
 */
gboolean
carrel_words_has_label (const CarrelWords *words, const char *text, CarrelLabel label)
{
  for (const char *at = text; *at != '\0'; at = carrel_phrase_next_word (at))
    if (starts_with_label (words, at, label)
        || (words != &carrel_words_en && starts_with_label (&carrel_words_en, at, label)))
      return TRUE;
  return FALSE;
}

/**
 * carrel_words_match_season:
 * @words: the words of the page's language
 * @text: valid UTF-8 that starts at a word
 *
 * Returns: how many bytes the word of a term has that @text starts with; 0 when there is none
 */
gsize
carrel_words_match_season (const CarrelWords *words, const char *text)
{
  return MAX (carrel_phrase_match_any (text, words->seasons),
              carrel_phrase_match_any (text, carrel_words_en.seasons));
}

/**
 * carrel_words_match_term_word:
 * @text: valid UTF-8 behind the name of a term
 *
 * Returns: how many bytes " Semester", " Session II" or " Part 1" has that @text starts with; 0
 * when there is none
 */
gsize
carrel_words_match_term_word (const char *text)
{
  static const char *const after[] = { " semester", " term", " quarter", " session", " part" };

  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    {
      gsize n = strlen (after[i]);
      gsize m = 0;

      if (g_ascii_strncasecmp (text, after[i], n) != 0 || g_ascii_isalpha (text[n]))
        continue;
      if (text[n] == ' ')
        m = 1 + strspn (text + n + 1, "IVX0123456789");
      /* "Quarter 6.824" */
      return m > 1 && !g_ascii_isalnum (text[n + m]) && text[n + m] != '.' ? n + m : n;
    }
  return 0;
}

/**
 * carrel_words_has_season:
 * @words: the words of the page's language
 * @text: any text; valid UTF-8
 *
 * Returns: whether a word of the names of terms ("Fall", "Semester") occurs in @text
 */
gboolean
carrel_words_has_season (const CarrelWords *words, const char *text)
{
  for (const char *at = text; *at != '\0'; at = carrel_phrase_next_word (at))
    if (carrel_words_match_season (words, at) > 0)
      return TRUE;
  return FALSE;
}
