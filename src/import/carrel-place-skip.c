/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Between a time and its place stand words that belong to neither. */
#define G_LOG_DOMAIN "carrel-place-skip"

#include "config.h"

#include "carrel-place-skip.h"

#include "carrel-pattern.h"
#include "carrel-phrase.h"
#include "carrel-place-words.h"
#include "carrel-place.h"

#include <string.h>

/**
 * carrel_place_skip_appointment:
 * @text: what stands after a time
 *
 * Returns: what follows "and by appointment, ": a place of the hours may stand behind
 */
const char *
carrel_place_skip_appointment (const char *text)
{
  static const char *const phrases[]
      = { "and by appointment", "or by appointment", "& by appointment", "by appointment" };

  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_ascii_strncasecmp (text, phrases[i], strlen (phrases[i])) == 0)
      return text + strlen (phrases[i]) + strspn (text + strlen (phrases[i]), " ,;");
  return text;
}

/* "c.t., HS A": how German times begin, and labels such as "教室：" */
static const char *
skip_mark (const char *text)
{
  static const char *const marks[]
      = { "c.t.", "s.t.", "Uhr", "教室：", "地点：", "教室:", "地点:" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i]))
      {
        text += strlen (marks[i]);
        text += strspn (text, " ,;:");
      }
  return text;
}

/* "2-3pm ET via Zoom", "2-3pm (EST) in Hall 5": which clock the time is on; "Pacific Hall" is a
 * house. */
static const char *
skip_zone (const char *text)
{
  static const char zone[] = "^\\(?(?:[ECMPA][SD]?T|GMT|UTC|CES?T|BST|(?:Eastern|Central|Mountain|"
                             "Pacific)(?: (?:Standard |Daylight )?Time|(?! [\\p{Lu}0-9])))\\)?"
                             "(?=[ ,;.]|$)[ ,;.:]*";
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (carrel_pattern_match (zone, text, 0, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);
  return text + end;
}

/**
 * carrel_place_skip_hours:
 * @text: what stands after a time, or a clause of it
 *
 * Returns: what follows the end of the time, "19:00 a 22:00 hs", "12 a 14 h", "10 Uhr", "9 s.t.",
 * "9pm ET"
 */
const char *
carrel_place_skip_hours (const char *text)
{
  gsize n = g_str_has_prefix (text, "hs") ? 2 : *text == 'h' ? 1 : 0;

  if (n > 0 && !g_ascii_isalnum (text[n]) && strchr ("-'", text[n]) == NULL)
    text += n + strspn (text + n, " .,;:");
  else if (n > 0 && text[n] == '\0')
    text += n;
  return skip_zone (skip_mark (text));
}

/**
 * carrel_place_skip_leader:
 * @text: what stands after a time
 * @found: (inout): becomes %TRUE where a word leads to a place
 *
 * Returns: what follows "in", "at", "salle" and their like
 */
const char *
carrel_place_skip_leader (const char *text, gboolean *found)
{
  text = carrel_place_skip_hours (text);
  for (gsize i = 0; carrel_place_leaders[i] != NULL; i++)
    {
      gsize n = strlen (carrel_place_leaders[i]);

      if (g_ascii_strncasecmp (text, carrel_place_leaders[i], n) != 0)
        continue;
      *found = TRUE;
      /* "salle 12": a number alone is no place. */
      if (g_str_has_prefix (carrel_place_leaders[i], "salle")
          && strspn (text + n, "0123456789") == strlen (text + n))
        return text;
      text += n;
      while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)) && *text != '@'
             && *text != '(')
        text = g_utf8_next_char (text);
      return text;
    }
  return text;
}

/**
 * carrel_place_skip_own_office:
 * @text: what stands after a time
 *
 * Returns: what follows "in my office" or "at Prof. Lee's office" when that says where it is:
 * "(Baker 12)", ", Baker 12"; or ". Our classroom is"
 */
const char *
carrel_place_skip_own_office (const char *text)
{
  static const char pattern[]
      = "^ *(?:in-person )?(?:(?:in|at|@) "
        "+)?(?:my|his|her|their|our|(?:Prof\\. |Dr\\. |Professor )?"
        "\\p{L}+['’]s?) office(?:,| in| at|:|) +(?=\\(?[\\w -]*[0-9])"
        "|^[. ]*(?:our|the) (?:class ?room|room|location|meeting (?:place|room)) "
        "(?:is|will be) (?:in |at )?(?=\\S)";
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  if (carrel_pattern_match (pattern, text, G_REGEX_CASELESS, &match))
    g_match_info_fetch_pos (match, 0, NULL, &end);
  return text + end;
}

/**
 * carrel_place_dup_without_remark:
 * @text: a cell below "Location", or what follows that label
 *
 * Returns: (transfer full): @text up to a sentence in brackets, "Hall G13. (The first class will be
 * online)", and up to how somebody is reached, "Hall 312, Phone: 555-123-4567" and "Hall 312 · 3
 * credits"
 */
char *
carrel_place_dup_without_remark (const char *text)
{
  static const char pattern[] = "^([^(]+?)[. *_]*\\((?:see |[^()]* will )[^()]*\\)[*_. ]*$";
  static const char contact[]
      = "(?<=[\\p{L}0-9)]) *[,;|/•·–—-]+ *(?:"
        "(?:(?:office )?phone|tel(?:ephone|\\.)?|ph\\.|fax|cell|mobile|e-?mail|mail|office "
        "hours?)\\b"
        "[^0-9@]{0,12}[0-9(+@:]|\\(?[0-9]{3}\\)?[ .-]?[0-9]{3}[.-][0-9]{4}|[0-9.]+ credits?\\b).*$";
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *plain = carrel_pattern_dup_without (contact, text, G_REGEX_CASELESS);

  return carrel_pattern_match (pattern, plain, 0, &match) ? g_match_info_fetch (match, 1)
                                                          : g_steal_pointer (&plain);
}

/**
 * carrel_place_tells_else:
 * @text: what may be a place
 *
 * Returns: whether it begins with a date in numbers, such as the first day of the classes, a word
 *   leads to a number to call, "My office direct line 312-555-0182", or it is a sentence: "The lab
 * is in Hall 6"
 */
gboolean
carrel_place_tells_else (const char *text)
{
  return carrel_pattern_matches ("^(?:[0-9]{1,2}[./][0-9]{1,2}[./]|[0-9]{4}-[0-9]{2}-)[0-9]{2}"
                                 "|\\p{L} \\(?[0-9]{3}\\)?[ .-][0-9]{3}[.-][0-9]{4}\\b"
                                 "|^(?:The|Our|My|Your) .* (?:is|are) ",
                                 text, 0);
}

/* Whether the dot at @i ends a sentence, and no "Bldg." */
static gboolean
ends_sentence (const char *text, gsize i)
{
  gboolean is_word = g_ascii_isalnum (text[i - 1]) && strcspn (text + i - 4, " ") > 4
                     && g_ascii_strncasecmp (text + i - 4, "bldg", 4) != 0
                     && !g_str_has_prefix (text + i - 4, "Prof");
  gboolean is_number = g_ascii_isdigit (text[i - 1]) && g_ascii_isupper (text[i + 2]);

  return text[i + 1] == ' ' && (is_word || is_number);
}

/* Whether a name may follow the colon at @i: "Hall 9: Ann Lee" */
static gboolean
ends_room (const char *text, gsize i)
{
  return text[i + 1] == ' ' && g_ascii_isdigit (text[i - 1]);
}

/* What stands behind a place and does not belong to it. */
static const char *const stops[] = { " if ",
                                     " -- ",
                                     " \342\200\224 ",
                                     " \342\200\223 ",
                                     " \342\200\242 ",
                                     " unless ",
                                     " except ",
                                     ", except ",
                                     " please ",
                                     " (",
                                     ";",
                                     "；",
                                     "\n",
                                     " [",
                                     " during ",
                                     " starting ",
                                     " to ",
                                     " statt",
                                     ", which ",
                                     ", where ",
                                     " where ",
                                     " but ",
                                     " or you ",
                                     " or on ",
                                     " or via ",
                                     " or over ",
                                     " or we ",
                                     " and you ",
                                     " and we ",
                                     " and students ",
                                     " or by ",
                                     " and by ",
                                     " and my ",
                                     " and our ",
                                     " and the ",
                                     " and office ",
                                     ", Prof. ",
                                     ", Dr. ",
                                     ", by app",
                                     ", exam",
                                     ", record",
                                     ", slides",
                                     ", attendance",
                                     ", ou sur ",
                                     " ou sur ",
                                     ", nach Ver",
                                     " oder nach ",
                                     ", und nach ",
                                     " und nach ",
                                     " o con cita",
                                     ", o con cita" };

/* Where a stroke or a dot ends a place: not in "Old Main · Room 204", where a room follows. */
static gsize
find_separator (const char *text)
{
  static const char *const signs[] = { " | ", " \302\267 " };
  gsize end = strlen (text);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    for (const char *at = strstr (text, signs[i]); at != NULL; at = strstr (at + 1, signs[i]))
      {
        const char *next = at + strlen (signs[i]);
        g_autofree char *clause = g_strndup (next, strcspn (next, "|,;(\302"));

        if (carrel_place_is_room (g_strchomp (clause)))
          continue;
        end = MIN (end, (gsize) (at - text));
        break;
      }
  return end;
}

/* Where a bracket closes that none has opened: "(MWF 10-11, Hall 5) is optional". */
static gsize
find_close (const char *text)
{
  int n_open = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      n_open += *at == '(' ? 1 : *at == ')' ? -1 : 0;
      if (n_open < 0)
        return (gsize) (at - text);
    }
  return strlen (text);
}

/**
 * carrel_place_find_clause_end:
 * @text: what stands after a time
 *
 * Returns: how many bytes its sentence or clause has; the dot of "Rm." ends none
 */
gsize
carrel_place_find_clause_end (const char *text)
{
  /* "Hall 5 and labs on Tuesdays": another class; "Hall 5, 312-555-0182": a telephone. */
  static const char others[] = "[,;] *\\(?[0-9]{3}\\)?[ .-][0-9]{3}[.-][0-9]{4}\\b|,? and (?:in "
                               ")?(?:lectures|recitations?|labs|lab sections?|sections?"
                               "|discussions?|tutorials?|exercises)\\b";
  gsize end = MIN (find_close (text), find_separator (text));
  gsize from = 0, until = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      const char *at = strstr (text, stops[i]);

      if (at != NULL)
        end = MIN (end, (gsize) (at - text));
    }
  if (carrel_pattern_find (others, text, &from, &until))
    end = MIN (end, from);
  for (gsize i = 5; i + 2 < end; i++)
    if ((text[i] == '.' && ends_sentence (text, i)) || (text[i] == ':' && ends_room (text, i)))
      end = i;
  return end;
}

/* "January 2nd through", "Tuesday", "Friday sessions on Zoom" */
static gboolean
begins_with_date (const CarrelWords *words, const char *text)
{
  gsize n = 0;

  if (carrel_words_match_day (words, text, &n) != CARREL_DAY_NONE && n > 3
      && (text[n] == '\0' || (text[n] == ' ' && g_ascii_islower (text[n + 1]))))
    return TRUE;
  return carrel_words_match_month (words, text, &n) > 0 && text[n] == ' '
         && g_ascii_isdigit (text[n + 1]);
}

/* "3, 10 and 17 March 2026": numbers and a month. */
static gboolean
are_days (const CarrelWords *words, const char *text)
{
  gboolean has_month = FALSE;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = carrel_phrase_next_word (at))
    {
      gboolean is_month = carrel_words_match_month (words, at, NULL) > 0;

      if (g_unichar_isalpha (g_utf8_get_char (at)) && !is_month
          && carrel_words_match_and (words, at) == 0)
        return FALSE;
      has_month = has_month || is_month;
    }
  return has_month;
}

/**
 * carrel_place_names_days:
 * @words: the words of the page's language
 * @text: what stands behind a time
 *
 * Returns: whether it tells days, and no place: "Tuesday", "3, 10 and 17 March 2026"
 */
gboolean
carrel_place_names_days (const CarrelWords *words, const char *text)
{
  return begins_with_date (words, text) || are_days (words, text);
}
