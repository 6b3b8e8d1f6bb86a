/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads where something takes place from what stands after its time, before it, or in a cell. */
#define G_LOG_DOMAIN "carrel-place"

#include "config.h"

#include "carrel-place.h"

#include "carrel-line-sentence.h"
#include "carrel-pattern.h"
#include "carrel-place-skip.h"
#include "carrel-place-words.h"
#include "carrel-slot-dates.h"

#include <string.h>

#define MAX_PLACE 80
#define MAX_WORDS 9

static gboolean
is_word_at (const char *text, const char *at, gsize length)
{
  return (at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalpha (at[length]);
}

static gboolean
has_word (const char *text, const char *const *list)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  for (gsize i = 0; list[i] != NULL; i++)
    for (const char *at = strstr (folded, list[i]); at != NULL; at = strstr (at + 1, list[i]))
      if (is_word_at (folded, at, strlen (list[i])))
        return TRUE;
  return FALSE;
}

static guint
count_words (const char *text)
{
  guint n_words = 0;

  for (const char *at = text; *at != '\0';)
    {
      at += strspn (at, " ");
      n_words += *at != '\0' ? 1 : 0;
      at += strcspn (at, " ");
    }
  return n_words;
}

/* "1 hr", "90 minutes" */
static gboolean
is_length (const char *text)
{
  static const char *const units[]
      = { "h", "hr", "hrs", "hour", "hours", "min", "mins", "minutes", "minuten", NULL };
  const char *unit = text + strspn (text, "0123456789.,½");

  unit += strspn (unit, " -");
  for (gsize i = 0; unit > text && units[i] != NULL; i++)
    if (g_ascii_strncasecmp (unit, units[i], strlen (units[i])) == 0
        && !g_ascii_isalnum (unit[strlen (units[i])]))
      return TRUE;
  return FALSE;
}

/* "lab", "Lecture 2": which class and not where; "Lab 2" may be a room. */
static gboolean
is_kind (const char *text)
{
  static const char pattern[]
      = "^(?:section .*|(?:lectures?|sections?|sec\\.?|sect\\.?|class(?:es)?|"
        "discussions?|recitations?|tutorials?"
        "|seminars?|group)(?: #?[0-9A-Z]{1,3})?|labs?)$";

  return carrel_pattern_matches (pattern, text, G_REGEX_CASELESS);
}

/* "207-859-5746", "CRN 12345", an address of the web, a way to book a time, and what stands where
 * nothing is known. */
static gboolean
is_no_name (const char *text)
{
  return carrel_pattern_matches (
      "^(?:[+(]?[0-9][0-9() .-]{8,}$|crn\\b|(?:meeting|zoom) id\\b|passcode|tb[ad]$|see |find "
      ")|://|\\]\\("
      "|\\b(?:minute slots?|bookable|calendly|sign[- ]?up)\\b"
      "|\\b(?:i|we|you|they|students) (?:also|will|can|may|are|am|have)\\b",
      text, G_REGEX_CASELESS);
}

/* A section, a length of time, a term or an address is nowhere. */
static gboolean
is_no_place (const char *text)
{
  static const char *const terms[] = { "semester", "quarter", "trimester", "priority", NULL };
  const char *last = strrchr (text, ' ');

  return text[0] == '\0' || is_no_name (text) || is_length (text) || is_kind (text)
         || has_word (last != NULL ? last : text, terms) || carrel_place_tells_else (text);
}

/* A room has a number ("POS A35", "6-120", "W2009"), or one of the words above. */
static gboolean
is_likely_place (const char *text)
{
  gboolean has_digit = strpbrk (text, "0123456789") != NULL;
  gunichar first = g_utf8_get_char (text);

  if (is_no_place (text) || strlen (text) > MAX_PLACE || count_words (text) > MAX_WORDS)
    return FALSE;
  if (has_word (text, carrel_place_words))
    return TRUE;
  return has_digit && (g_unichar_isupper (first) || g_unichar_isdigit (first) || first >= 0x2e80);
}

/* The bytes of the mark that ends a text and belongs to no place, or 0. */
static gsize
measure_mark (const char *text, gsize length)
{
  static const char *const wide[] = { "，", "；", "。", "、" };

  if (length > 0
      && (strchr (" ,;:.|/&-*\n", text[length - 1]) != NULL
          || (text[length - 1] == ')' && strchr (text, '(') == NULL)))
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_suffix (text, wide[i]))
      return strlen (wide[i]);
  return g_str_has_suffix (text, "）") && strstr (text, "（") == NULL ? strlen ("）") : 0;
}

static void
cut_end (char *text)
{
  static const char *const ends[]
      = { " and", " or", " on", " from", " at", " with", " in", " statt" };
  gboolean again = TRUE;

  while (again)
    {
      gsize n = strlen (text);

      again = FALSE;
      for (gsize mark = measure_mark (text, n); mark > 0; mark = measure_mark (text, n))
        text[n -= mark] = '\0';
      for (gsize i = 0; i < G_N_ELEMENTS (ends) && !again; i++)
        if (g_str_has_suffix (text, ends[i]))
          {
            text[n - strlen (ends[i])] = '\0';
            again = TRUE;
          }
    }
}

/* What stands where a place is not known yet. */
static gboolean
is_unknown (const char *text)
{
  static const char *const words[] = { "TBA",
                                       "TBD",
                                       "T.B.A",
                                       "T.B.D",
                                       "FIXME",
                                       "TODO",
                                       "None",
                                       "N/A",
                                       "to be announced",
                                       "to be determined",
                                       "à venir",
                                       "à déterminer",
                                       "local à venir",
                                       "salle à venir",
                                       "por definir",
                                       "a definir",
                                       NULL };
  gsize n = strlen (text);

  /* "Room ____", to be filled in, and "room TBD" */
  if (strstr (text, "__") != NULL
      || carrel_pattern_matches ("^(?:room|location|place|venue) tb[ad]$", text, G_REGEX_CASELESS))
    return TRUE;
  while (n > 0 && strchr ("!.?", text[n - 1]) != NULL)
    n--;
  for (gsize i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == n && g_ascii_strncasecmp (text, words[i], n) == 0)
      return TRUE;
  return FALSE;
}

/* Without punctuation, pictures and connecting words around it. */
static char *
dup_trimmed (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  char *start = copy;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)) && *start != '@'
         && *start != '(' && !g_str_has_prefix (start, "\360\237\223\215"))
    start = g_utf8_next_char (start);
  cut_end (start);
  return g_strdup (start);
}

/* "room 6-120" is room 6-120: the word says nothing more. */
static const char *
skip_room (const char *text)
{
  return g_str_has_prefix (text, "room ") && g_ascii_isdigit (text[5]) && strlen (text) > 7
                 && strchr (text + 5, ' ') == NULL
             ? text + 5
             : text;
}

static char *
dup_online_name (const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  for (gsize i = 0; carrel_place_online_words[i] != NULL; i++)
    if (strstr (folded, carrel_place_online_words[i]) != NULL)
      {
        char *name = g_strdup (carrel_place_online_words[i]);

        name[0] = g_ascii_toupper (name[0]);
        return name;
      }
  return NULL;
}

static gboolean
is_online_name (const char *text)
{
  return count_words (text) <= 2 && has_word (text, carrel_place_online_words)
         && strpbrk (text, "0123456789/") == NULL;
}

/* "in Krieger": a short name that a preposition makes a place. */
static gboolean
is_short_place (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text)) && count_words (text) <= 4
         && strlen (text) <= MAX_PLACE;
}

/* Nothing, "TBA", or "in person or Zoom", which may be either. */
static gboolean
is_nowhere (const char *clause, const char *at)
{
  return at[0] == '\0' || has_word (at, carrel_place_person_words) || is_unknown (clause)
         || (has_word (clause, carrel_place_person_words)
             && has_word (at, carrel_place_online_words) && count_words (at) <= 2);
}

/* "Hall 401, in-person" says where and how, "Both sections meet in Hall 401" what is there, and
 * ", with a quiz", " pour les exposés" and ", labs biweekly" go on with something else. */
static char *
dup_without_manner (const char *clause)
{
  static const char pattern[]
      = "^(?:in[- ]person|(?:drop|walk)[- ]ins?(?: hours? (?:in|at))?)[,;:/ ]++"
        "(?!or |and |through )|[,;: (-]+in[- ]person[)]?$"
        "|^(?:both|all)(?: [a-z]+){1,3} (?:in|at) (?=\\p{Lu})|, (?:with|for) (?:an?|the) .*$"
        "|,? (?:per (?:gli?|le|i)|pour les?|para (?:los|las|os|as)|für (?:die|den)) .*$"
        "|, \\w+ (?:\\w+ )?(?:bi-?weekly|every other).*$";

  return carrel_pattern_dup_without (pattern, clause, G_REGEX_CASELESS);
}

static char *
read_clause (const char *text)
{
  gboolean has_leader = FALSE;
  g_autofree char *clause = dup_trimmed (text, carrel_place_find_clause_end (text));
  g_autofree char *start = dup_without_manner (clause);
  const char *at = carrel_place_skip_leader (start, &has_leader);
  gboolean is_name = has_leader && is_short_place (at) && !is_no_place (at);

  if (g_ascii_strncasecmp (at, "person", 6) == 0)
    at = carrel_place_skip_leader (at + 6 + strspn (at + 6, " ,:-"), &has_leader);
  if (is_nowhere (start, at))
    return NULL;
  if (is_online_name (at))
    return dup_online_name (at);
  return is_likely_place (at) || is_name ? g_strdup (skip_room (at)) : NULL;
}

static void
set_mode (const char *text, CarrelPlace *place)
{
  gboolean is_online = has_word (text, carrel_place_online_words);
  gboolean is_person = has_word (text, carrel_place_person_words);

  if (is_online || is_person)
    place->mode = is_online && is_person ? "hybrid" : is_online ? "online" : "in-person";
}

/* "in person (Fisher-Bennett)": who meets in person meets somewhere. */
static gboolean
is_short_name (const char *text, const CarrelPlace *place)
{
  return g_strcmp0 (place->mode, "in-person") == 0 && !has_word (text, carrel_place_person_words)
         && g_unichar_isupper (g_utf8_get_char (text)) && count_words (text) <= 3;
}

/* "(lecture, Room 5)" and "(Section B, Room 5)" say what and where: the second is the place. */
static char *
dup_without_kind (const char *text, gsize length)
{
  g_autofree char *inner = g_strndup (text, length);
  g_autofree char *rest = carrel_pattern_dup_without (
      "^(?:[a-z ]+|(?:[Ss]ec(?:tion|t)?\\.?|[Gg](?:roup|ruppe|rupo)|Turma"
      "|Lab) ?#?\\w{1,4}), *",
      inner, 0);

  return is_likely_place (rest) ? g_steal_pointer (&rest) : g_steal_pointer (&inner);
}

/* Takes what stands in parentheses for the place, else for a remark where it may be one. */
static void
take_inner (const char *inner, gboolean may_be_remark, CarrelPlace *place)
{
  g_autofree char *found = read_clause (inner);

  if (found == NULL && is_short_name (inner, place))
    found = g_strdup (inner);
  if (found != NULL && place->place == NULL)
    place->place = g_steal_pointer (&found);
  else if (found == NULL && may_be_remark && place->remark == NULL && inner[0] != '\0')
    place->remark = g_strdup (inner);
}

/* What stands in parentheses is a place, or in the same sentence a remark. */
static void
read_parentheses (char *text, CarrelPlace *place)
{
  const char *next = carrel_line_sentence_find_next (text);

  for (const char *open = strchr (text, '('); open != NULL; open = strchr (open + 1, '('))
    {
      const char *close = strchr (open, ')');
      g_autofree char *inner = NULL;

      if (close == NULL)
        return;
      inner = dup_without_kind (open + 1, (gsize) (close - open - 1));
      take_inner (inner, next == NULL || open < next, place);
    }
}

/* "(walk-in!) @ the courtyard": the sign says where. */
static const char *
skip_to_sign (const char *at, const char *close)
{
  const char *behind = close != NULL ? close + 1 + strspn (close + 1, " ") : "";

  return *behind == '@' ? behind : at;
}

/* "Mon 2-3; virtual by appt": what is arranged is not where the others are, but the room of "Mon
 * 2-3 or by appointment (Hall 5)" is. */
static char *
dup_without_arranged (const char *text)
{
#define ARRANGED "(?:[;,] *(?:\\w+ ){1,2}| or )by app(?:t|ointment)\\b"
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *room = NULL;

  if (strstr (text, "by app") == NULL)
    return g_strdup (text);
  if (carrel_pattern_match (ARRANGED "\\.? *\\(([^()]*)\\)", text, G_REGEX_CASELESS, &match))
    room = g_match_info_fetch (match, 1);
  return carrel_pattern_dup_without (room != NULL && carrel_place_is_room (room)
                                             && !has_word (room, carrel_place_online_words)
                                         ? ARRANGED
                                         : ARRANGED "[^;,]*",
                                     text, G_REGEX_CASELESS);
#undef ARRANGED
}

/* "[AB7/102]" is written for "(AB7/102)", and closes what it opens: "Ann Lee [Mon 3-4pm, Room 2]".
 * ", alternating between Hall 5 and Zoom" is either place; " and before each exam" is when. */
static char *
dup_rounded (const char *text)
{
  g_autofree char *sure = carrel_pattern_dup_without (
      "[;,] *alternat(?:e|ing)\\b[^;]*"
      "|^ *(?:and|or) (?:before|after) (?:each|every|the|all)\\b[^,;]*",
      text, G_REGEX_CASELESS);
  g_autofree char *regular = carrel_slot_dates_dup_regular (sure);
  char *rounded = dup_without_arranged (regular);

  if (strchr (rounded, '[') == NULL)
    g_strdelimit (rounded, "]", ' ');
  return g_strdelimit (g_strdelimit (rounded, "[", '('), "]", ')');
}

/* "Tue 9-10, September 7 to December 7": when, and not where. */
static void
clear_days (const CarrelWords *words, CarrelPlace *place)
{
  if (place->place != NULL && carrel_place_names_days (words, place->place))
    g_clear_pointer (&place->place, g_free);
}

/**
 * carrel_place_read_after:
 * @words: the words of the page's language
 * @text: what stands after a time, up to the next one
 * @place: (out caller-allocates): what was found
 */
void
carrel_place_read_after (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  g_autofree char *plain = NULL;
  const char *at;
  const char *close;

  *place = (CarrelPlace){ 0 };
  if (strlen (text) > 400)
    return;
  text = plain = dup_rounded (text);
  at = carrel_place_skip_appointment (carrel_place_skip_hours (text + strspn (text, " ,:;|-")));
  close = *at == '(' ? strchr (at, ')') : NULL;
  set_mode (text, place);
  /* "Mon 3-4 or online": elsewhere too. */
  if (g_str_has_prefix (at, "or "))
    return;
  at = carrel_place_skip_own_office (skip_to_sign (at, close));
  if (*at != '(')
    place->place = read_clause (at);
  read_parentheses (plain, place);
  if (place->place == NULL && close != NULL)
    place->place = read_clause (close + 1);
  if (place->place == NULL && g_strcmp0 (place->mode, "online") == 0)
    place->place = dup_online_name (text);
  clear_days (words, place);
}

static const char *const venues[]
    = { "theatre", "theater", "auditorium", "hall", "building", "room",   "raum", "salle",
        "hörsaal", "library", "lounge",     "den",  "commons",  "center", "cafe", NULL };

/* "[PG] Fox Theatre 2, ": nothing but a place stands before its days. */
static char *
dup_venue (const CarrelWords *words, const char *text)
{
  const char *tag = text[0] == '[' ? strchr (text, ']') : NULL;
  g_autofree char *name = NULL;

  text = tag != NULL ? tag + 1 : text;
  if (!g_str_has_suffix (text, ", "))
    return NULL;
  name = dup_trimmed (text, strlen (text));
  return is_likely_place (name) && has_word (name, venues) && strchr (name, ':') == NULL
                 && g_unichar_isupper (g_utf8_get_char (name)) && count_words (name) <= 5
             ? g_steal_pointer (&name)
             : NULL;
}

/**
 * carrel_place_read_before:
 * @words: the words of the page's language
 * @text: what stands before a time
 * @place: (out caller-allocates): what was found
 *
 * Reads "Meets in Walker 5113 on" and "Fox Theatre 2,".
 */
void
carrel_place_read_before (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  const char *at = strstr (text, " in ");
  const char *verb;
  g_autofree char *name = NULL;

  *place = (CarrelPlace){ 0 };
  if (at == NULL)
    at = strchr (text, '@');
  if (at == NULL)
    {
      place->place = dup_venue (words, text);
      return;
    }
  at += *at == '@' ? 1 : 4;
  verb = strstr (at, " is ");
  name = dup_trimmed (at, verb != NULL ? (gsize) (verb - at) : strlen (at));
  if (is_likely_place (name) && g_unichar_isupper (g_utf8_get_char (name)))
    place->place = g_strdup (name);
}

/**
 * carrel_place_read_alone:
 * @text: a line
 * @place: (out caller-allocates): what was found
 *
 * Reads "Baker Hall 14": a line that is a place without a word that says so.
 */
void
carrel_place_read_alone (const char *text, CarrelPlace *place)
{
  *place = (CarrelPlace){ 0 };
  if (strpbrk (text, ":?!|") == NULL && strpbrk (text, "0123456789") != NULL
      && g_unichar_isupper (g_utf8_get_char (text)) && count_words (text) <= 4
      && has_word (text, venues) && is_likely_place (text))
    place->place = dup_trimmed (text, strlen (text));
}

/**
 * carrel_place_read_parentheses:
 * @words: the words of the page's language
 * @text: a label such as "Ann's office hours (Gates 219):"
 * @place: (out caller-allocates): what was found
 *
 * Reads the place in the parentheses of a label; a season such as "(Spring 2023)" is none.
 */
void
carrel_place_read_parentheses (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  const char *open = strrchr (text, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *inner = NULL;

  *place = (CarrelPlace){ 0 };
  if (close == NULL)
    return;
  inner = g_strndup (open + 1, (gsize) (close - open - 1));
  if (!carrel_words_has_season (words, inner))
    place->place = read_clause (inner);
}

/* "See Canvas" and "Classes will happen in the room no" tell of a place and name none. */
static gboolean
is_said (const char *text)
{
  return g_ascii_strncasecmp (text, "see ", 4) == 0 || strstr (text, " will ") != NULL;
}

/* "Birch Hall 22 or Zoom Link": who is there is in the room. */
static char *
dup_without_link (const char *text)
{
  const char *join = strstr (text, " or ");
  g_autofree char *room = join != NULL ? g_strndup (text, (gsize) (join - text)) : NULL;

  return room != NULL && is_likely_place (room) && !has_word (room, carrel_place_online_words)
                 && count_words (join + 4) <= 3 && has_word (join + 4, carrel_place_online_words)
             ? g_steal_pointer (&room)
             : g_strdup (text);
}

/**
 * carrel_place_read_cell:
 * @words: the words of the page's language
 * @text: a cell below "Location", or what follows that label
 * @place: (out caller-allocates): what was found: all of @text unless it is empty
 */
void
carrel_place_read_cell (const CarrelWords *words, const char *text, CarrelPlace *place)
{
  gboolean has_leader = FALSE;
  g_autofree char *offered = dup_without_arranged (text);
  g_autofree char *own = carrel_place_dup_without_remark (offered);
  g_autofree char *whole = dup_trimmed (own, strlen (own));
  const char *at = carrel_place_skip_leader (whole, &has_leader);

  *place = (CarrelPlace){ 0 };
  set_mode (own, place);
  if (at[0] != '\0' && strlen (at) <= 160 && !is_unknown (at) && !is_said (at))
    place->place = dup_without_link (at);
  else if (g_ascii_strncasecmp (at, "see ", 4) == 0 && g_strcmp0 (place->mode, "online") == 0)
    place->place = dup_online_name (at);
}

/**
 * carrel_place_dup_online:
 * @text: such as "Zoom office hours:"
 * @mode: (inout): becomes "online" if the text names a way to meet online
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
carrel_place_dup_online (const char *text, const char **mode)
{
  if (!has_word (text, carrel_place_online_words))
    return NULL;
  *mode = "online";
  return dup_online_name (text);
}

/**
 * carrel_place_is_room:
 * @text: a place
 *
 * Returns: whether a word makes a place of it, or a name and a number do: "Hill Hall, Room 11"
 */
gboolean
carrel_place_is_room (const char *text)
{
  return is_likely_place (text)
         && (has_word (text, carrel_place_words)
             || (g_unichar_isupper (g_utf8_get_char (text)) && count_words (text) <= 4));
}

/**
 * carrel_place_keep:
 * @place: (inout): what was read; empty afterwards when no place was
 *
 * Returns: whether there is a place, and not only what is said of one
 */
gboolean
carrel_place_keep (CarrelPlace *place)
{
  if (place->place == NULL)
    g_clear_pointer (&place->remark, g_free);
  return place->place != NULL;
}

/**
 * carrel_place_clear:
 * @place: a place, empty afterwards
 */
void
carrel_place_clear (CarrelPlace *place)
{
  g_clear_pointer (&place->place, g_free);
  g_clear_pointer (&place->remark, g_free);
}
