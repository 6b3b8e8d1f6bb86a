/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Decides whether a text is the name of a person: precision first, since a word with a capital may
 * be anything. */
#define G_LOG_DOMAIN "carrel-person-name"

#include "config.h"

#include "carrel-person-name.h"

#include "carrel-pattern.h"
#include "carrel-person-name-words.h"

#include <string.h>

#define MAX_WORDS 5

/* The longest name without a blank in Chinese and Japanese, in characters. */
#define MAX_HAN 6

static gboolean
is_any (const char *word, const char *const *list)
{
  for (gsize i = 0; list[i] != NULL; i++)
    if (g_ascii_strcasecmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a word is a title, with or without the dots at its end: "PhD" and "Ph.D..". */
static gboolean
is_title (const char *word)
{
  g_autofree char *bare = g_strdup (word);

  for (gsize n = strlen (bare); n > 1 && bare[n - 1] == '.' && bare[n - 2] == '.'; n--)
    bare[n - 1] = '\0';
  if (is_any (bare, carrel_person_name_titles))
    return TRUE;
  if (!g_str_has_suffix (bare, "."))
    return FALSE;
  bare[strlen (bare) - 1] = '\0';
  return is_any (bare, carrel_person_name_titles);
}

/* "M." is a title in French, and a first name in short elsewhere. */
static gboolean
is_title_of (const CarrelWords *words, const char *word)
{
  return is_title (word) || (words == &carrel_words_fr && g_str_equal (word, "M."));
}

static gboolean
is_title_before (const char *text, gsize dot)
{
  gsize start = dot;
  g_autofree char *word = NULL;

  while (start > 0 && text[start - 1] != ' ')
    start--;
  word = g_strndup (text + start, dot - start);
  return is_title (word);
}

/* Whether the dot at @dot is behind a word: three small letters, or, where the text ends, "Kim",
 * "Li" and "LEE" but not "Jr". */
static gboolean
is_dot_of_sentence (const char *text, gsize dot)
{
  g_autofree char *before = g_strndup (text + dot - 3, 3);
  gboolean is_last = text[dot + 1] == '\0';

  return !is_title_before (text, dot)
         && carrel_pattern_matches (is_last ? "^(?:.[a-z]{2}| [A-Z][a-qs-z]|[A-Z]{3})$"
                                            : "^[a-z]{3}$",
                                    before, G_REGEX_RAW);
}

/* The dot of a sentence, not of "Dr." or of an initial. */
static gsize
find_sentence_end (const char *text, gsize end)
{
  for (gsize i = MAX (strcspn (text, " "), 3); i < end; i++)
    if (text[i] == '.' && strchr (" ", text[i + 1]) != NULL && is_dot_of_sentence (text, i))
      return i;
  return end;
}

/* An address after the name goes with its word. */
static void
cut_address (char *text)
{
  char *at = strchr (text, '@');

  while (at != NULL && at > text && at[-1] != ' ')
    at--;
  if (at != NULL)
    *at = '\0';
}

/* The text up to what is no part of a name: an address, a parenthesis, a comma, a dash. @from: what
 * is a part of it. */
static char *
dup_head (const char *text, gsize from)
{
  static const char *const stops[] = { ")",
                                       "(",
                                       ",",
                                       "<",
                                       " - ",
                                       " \342\200\223",
                                       " \342\200\224",
                                       "--",
                                       ";",
                                       "|",
                                       "[",
                                       " '",
                                       " \342\200\231",
                                       ":",
                                       " Office:",
                                       " Office Hour",
                                       " Email:",
                                       " E-mail:",
                                       " Phone:",
                                       "\n",
                                       "\302\267",
                                       "\342\200\242",
                                       " //",
                                       " aka ",
                                       " homepage",
                                       " website",
                                       " webpage",
                                       " via ",
                                       " / ",
                                       ". Office",
                                       ". Email",
                                       "*",
                                       "（",
                                       "，",
                                       "；",
                                       "：" };
  gsize end = strlen (text);
  char *head;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const char *stop = strstr (text + from, stops[i]);

      if (stop != NULL)
        end = MIN (end, (gsize) (stop - text));
    }
  head = g_strndup (text, find_sentence_end (text, end));
  cut_address (head);
  return g_strstrip (head);
}

/* "(Ted)" between the names that it is short for. */
static gboolean
is_nickname (const char *word)
{
  gsize n = strlen (word);

  return n > 3 && ((word[0] == '(' && word[n - 1] == ')') || (word[0] == '"' && word[n - 1] == '"'))
         && g_unichar_isupper (g_utf8_get_char (word + 1));
}

static gboolean
is_name_word (const CarrelWords *words, const char *word)
{
  gunichar first = g_utf8_get_char (word);
  gsize n = 0;

  /* Several names or a clause, written without blanks. */
  if (first >= 0x2e80 && g_utf8_strlen (word, -1) > MAX_HAN && strstr (word, "・") == NULL)
    return FALSE;

  if (is_any (word, carrel_person_name_no_names)
      || strpbrk (word, "0123456789/\\=+%$#&!?_{}\"") != NULL)
    return FALSE;
  if (g_utf8_strlen (word, -1) > 3 && carrel_words_match_day (words, word, &n) != CARREL_DAY_NONE
      && word[n] == '\0')
    return FALSE;
  return g_unichar_isupper (first) || first >= 0x2e80;
}

/* All capitals and short is an abbreviation, unless initials. */
static gboolean
is_abbreviation (const char *word)
{
  gboolean has_lower = FALSE;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    has_lower
        = has_lower || g_unichar_islower (g_utf8_get_char (at)) || g_utf8_get_char (at) >= 0x2e80;
  return !has_lower && strlen (word) > 2 && strchr (word, '.') == NULL
         && strchr (word, '-') == NULL;
}

/* "Mon." alone is a day, also behind a comma. */
static gboolean
is_day (const CarrelWords *words, const char *word)
{
  gsize n = 0;

  return carrel_words_match_day (words, word, &n) != CARREL_DAY_NONE
         && (word[n] == '\0' || g_str_equal (word + n, "."));
}

/* "T", "TH" and "MW" are days or initials, and no name when nothing else stands beside them. */
static gboolean
is_lone_letters (const char *word)
{
  gsize n = strlen (word);

  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isupper (word[i]) && word[i] != '.')
      return FALSE;
  return n <= 2 || carrel_words_match_day_letters (word, NULL) != CARREL_DAY_NONE;
}

/* "Maria Hall", "Katja Freitag": rooms, seasons and days that families are named after. */
static gboolean
is_surname (const CarrelWords *words, const char *word)
{
  gsize n = 0;

  return g_unichar_isupper (g_utf8_get_char (word))
         && (is_any (word, carrel_person_name_surnames)
             || (carrel_words_match_day (words, word, &n) != CARREL_DAY_NONE && word[n] == '\0'));
}

/* "JANE M. DOE" is a name, "MIT CSAIL" and "CS TBA" might be: a word of a name has a vowel, and two
 * of them have three letters. */
static gboolean
is_name_in_capitals (const char *name)
{
  static const char pattern[] = "^(?=\\p{Lu}*[AEIOUYÁÉÍÓÚÄÖÜ])\\p{Lu}{2,}(?: \\p{Lu}\\.)? "
                                "(?=[^ ]*[AEIOUYÁÉÍÓÚÄÖÜ])\\p{Lu}[\\p{Lu}'-]+$";

  return strlen (name) > 6 && carrel_pattern_match (pattern, name, 0, NULL);
}

/* The end of "Pronouns: he/they."; "He" and "She" are family names behind another name. */
static gboolean
is_pronoun (const char *name)
{
  return carrel_pattern_matches ("^(?:s?he|they|him|her|them|ze)\\.?$", name, G_REGEX_CASELESS);
}

/* One word that is a day, letters, a pronoun or "OH". */
static gboolean
is_other_word (const CarrelWords *words, const char *word)
{
  return is_day (words, word) || is_lone_letters (word) || is_pronoun (word)
         || carrel_words_find_label (words, word) == CARREL_LABEL_OFFICE_HOURS;
}

/* Not too long, not a role, no label such as "OH" or "Mail address", and more than abbreviations.
 */
static gboolean
is_whole_name (const CarrelWords *words, const char *name, guint n_words, guint n_abbreviations)
{
  if (n_words == 1 && is_other_word (words, name))
    return FALSE;
  return n_words <= MAX_WORDS && strlen (name) <= 60
         && carrel_words_find_label (words, name) != CARREL_LABEL_EMAIL
         && (n_abbreviations < n_words || is_name_in_capitals (name))
         && carrel_words_match_role (words, name, NULL) == NULL;
}

/* Whether a word belongs to a name behind its first word. */
static gboolean
continues_name (const CarrelWords *words, const char *word, gboolean is_certain)
{
  /* "Zheng An" */
  return is_name_word (words, word) || g_str_equal (word, "An")
         || is_any (word, carrel_person_name_particles) || is_nickname (word)
         || (is_certain && is_surname (words, word));
}

/* "张三 教授": a title behind a name. */
static gboolean
is_title_behind (const char *word)
{
  static const char *const titles[]
      = { "教授", "副教授", "准教授", "讲师", "講師", "老师", "老師", "博士", "先生", NULL };

  return is_any (word, titles);
}

/* Whether a name may start with a word: "Ed" is a forum unless a family name follows. */
static gboolean
starts_name (const CarrelWords *words, const char *word, const char *next, gboolean is_certain)
{
  return is_name_word (words, word)
         || (is_certain && g_str_equal (word, "Ed") && next != NULL && is_name_word (words, next)
             && g_ascii_strcasecmp (next, "discussion") != 0);
}

/* Past a picture that stands before a name, with the joiners (U+200D) between its parts. */
static const char *
skip_picture (const char *text)
{
  const char *at = text;

  while ((g_utf8_get_char (at) >= 0x2190 && !g_unichar_isalpha (g_utf8_get_char (at)))
         || (at > text && g_utf8_get_char (at) == 0x200d))
    at = g_utf8_next_char (at);
  return at == text ? text : at + strspn (at, " ");
}

/* The bytes of "Tae-Hyuk (Ted)" before a family name; 0 where no short name is. */
static gsize
measure_nickname (const CarrelWords *words, const char *text)
{
  g_autoptr (GRegex) regex
      = carrel_pattern_get ("^[^ (]+ \\(\\p{Lu}\\p{Ll}[^ )]*\\)(?= ([^ ,(:;]{2,}))", 0);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *next = NULL;
  int end = 0;

  if (strstr (text, " (") == NULL || !g_regex_match (regex, text, 0, &match)
      || !g_match_info_fetch_pos (match, 0, NULL, &end))
    return 0;
  next = g_match_info_fetch (match, 1);
  return is_name_word (words, next) && carrel_words_find_label (words, next) == CARREL_LABEL_NONE
             ? (gsize) end
             : 0;
}

/* @is_certain: nothing but people can stand here. */
static char *
read_name (const CarrelWords *words, const char *text, gboolean is_certain)
{
  const char *start = skip_picture (text);
  g_autofree char *head = dup_head (start, measure_nickname (words, start));
  g_auto (GStrv) parts = g_strsplit_set (head, " \t", -1);
  g_autoptr (GString) name = g_string_new (NULL);
  guint n_words = 0;
  guint n_abbreviations = 0;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      gboolean is_first = name->len == 0;

      if (parts[i][0] == '\0'
          || (is_first ? is_title_of (words, parts[i]) : is_title_behind (parts[i])))
        continue;
      if (is_first ? !starts_name (words, parts[i], parts[i + 1], is_certain)
                   : !continues_name (words, parts[i], is_certain))
        return NULL;
      n_abbreviations += is_abbreviation (parts[i]);
      n_words++;
      g_string_append_printf (name, "%s%s", is_first ? "" : " ", parts[i]);
    }
  return is_whole_name (words, name->str, n_words, n_abbreviations) ? g_strdup (name->str) : NULL;
}

/**
 * carrel_person_name_read:
 * @words: the words of the page's language
 * @text: valid UTF-8, such as a cell below "TA" or what follows "Instructor:"
 *
 * Returns: (transfer full) (nullable): the name that @text starts with, without titles
 */
char *
carrel_person_name_read (const CarrelWords *words, const char *text)
{
  return read_name (words, text, FALSE);
}

/**
 * carrel_person_name_is_full:
 * @name: a name
 *
 * Returns: whether it has two words, or is written without blanks as in Chinese
 */
gboolean
carrel_person_name_is_full (const char *name)
{
  return strchr (name, ' ') != NULL || g_utf8_get_char (name) >= 0x2e80;
}

/* "Ann Lee holds office hours", "Prof. Lee will have drop-in hours", "to be held by Ann Lee at":
 * who does. */
static char *
read_holder (const CarrelWords *words, const char *text)
{
  static const char pattern[]
      = "(?|\\bheld by ([^,;:0-9]{2,40}?) (?:at|on|in|from|every)\\b"
        "|^([^,;:]{2,50}?) (?:(?:will|can) )?(?:holds?|has|have|offers?|keeps?|runs?) (?:\\w+ )?"
        "(?:office|drop-in|student|help) hours?\\b)";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *holder = NULL;

  if (!carrel_pattern_match (pattern, text, 0, &match))
    return NULL;
  holder = g_match_info_fetch (match, 1);
  return carrel_person_name_read (words, holder);
}

/**
 * carrel_person_name_is_whole:
 * @words: the words of the page's language
 * @text: valid UTF-8
 *
 * Returns: whether @text is a name of two words or more, and nothing else
 */
gboolean
carrel_person_name_is_whole (const CarrelWords *words, const char *text)
{
  g_autofree char *name = carrel_person_name_read (words, text);

  return name != NULL && strchr (name, ' ') != NULL && g_str_equal (name, text)
         && carrel_words_find_label (words, text) == CARREL_LABEL_NONE;
}

/**
 * carrel_person_name_read_label:
 * @words: the words of the page's language
 * @text: valid UTF-8 such as "Instructor's Office Hour" or "Head TA"
 * @role: (out): the role that is named, NULL if there is none
 *
 * Returns: (nullable) (transfer full): the name in a label such as "Ann Lee's office hours", or in
 *   "Ann Lee holds office hours"
 */
char *
carrel_person_name_read_label (const CarrelWords *words, const char *text, const char **role)
{
  const char *possessive = strstr (text, "'s ");
  g_autofree char *owner = NULL;

  *role = NULL;
  for (const char *at = text; *at != '\0' && *role == NULL; at = g_utf8_next_char (at))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      *role = carrel_words_match_role (words, at, NULL);
  if (possessive == NULL)
    possessive = strstr (text, "\342\200\231s ");
  if (possessive == NULL)
    return read_holder (words, text);
  owner = g_strndup (text, (gsize) (possessive - text));
  return carrel_person_name_read (words, owner);
}

#define FAMILY_FIRST                                                                               \
  "^ *(\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*), (\\p{Lu}[\\p{L}-]*\\p{Ll}[\\p{L}-]*(?: "       \
  "\\p{Lu}\\.?)?) *$"

/**
 * carrel_person_name_may_be_family_first:
 * @text: valid UTF-8
 *
 * Returns: whether it is "Lee, Ann", which may be one person or two
 */
gboolean
carrel_person_name_may_be_family_first (const char *text)
{
  return carrel_pattern_matches (FAMILY_FIRST, text, 0);
}

/**
 * carrel_person_name_is_family_first:
 * @text: valid UTF-8
 *
 * Returns: whether it is "Lee, Ann B.", which is one person
 */
gboolean
carrel_person_name_is_family_first (const char *text)
{
  return carrel_person_name_may_be_family_first (text)
         && carrel_pattern_matches (" \\p{Lu}\\.? *$", text, 0);
}

/**
 * carrel_person_name_dup_in_order:
 * @text: valid UTF-8 that names one person
 *
 * Returns: (transfer full): @text with the given name of "Lee, Ann" before the family name
 */
char *
carrel_person_name_dup_in_order (const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  if (!carrel_pattern_match (FAMILY_FIRST, text, 0, &match))
    return g_strdup (text);
  family = g_match_info_fetch (match, 1);
  given = g_match_info_fetch (match, 2);
  return g_strdup_printf ("%s %s", given, family);
}

static void
add_name (const CarrelWords *words, GPtrArray *names, GString *part)
{
  char *name = read_name (words, g_strstrip (part->str), TRUE);

  if (name != NULL)
    g_ptr_array_add (names, name);
  g_string_truncate (part, 0);
}

/* What ends a name in a list: a separator outside of parentheses, or an "and"; its bytes. */
static gsize
match_end (const CarrelWords *words, const char *at, int depth)
{
  gsize n_and = *at == ' ' ? carrel_words_match_and (words, at + 1) : 0;

  if (n_and > 0)
    return n_and + 1;
  if (depth == 0 && (g_str_has_prefix (at, "、") || g_str_has_prefix (at, "，")))
    return strlen ("、");
  return depth == 0 && *at != '\0' && strchr (",;/&\n", *at) != NULL ? 1 : 0;
}

/**
 * carrel_person_name_split:
 * @words: the words of the page's language
 * @text: valid UTF-8 with one or several names, and nothing but people
 *
 * Returns: (transfer full) (element-type utf8): the parts between commas and "and"s that are names
 */
GPtrArray *
carrel_person_name_split (const CarrelWords *words, const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);
  const char *at = text;
  int depth = 0;

  while (*at != '\0')
    {
      gsize n_end = match_end (words, at, depth);

      depth += (*at == '(') - (*at == ')');
      if (n_end > 0)
        {
          add_name (words, names, part);
          at += n_end;
          continue;
        }
      g_string_append_unichar (part, g_utf8_get_char (at));
      at = g_utf8_next_char (at);
    }
  add_name (words, names, part);
  return names;
}
