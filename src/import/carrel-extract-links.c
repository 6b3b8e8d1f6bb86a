/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a course talks, hands in and publishes, and whom to turn to for help: by the hosts of
 * links, the words beside them and telephone numbers. */
#define G_LOG_DOMAIN "carrel-extract"

#include "config.h"

#include "carrel-extract.h"
#include "carrel-pattern.h"

#include <string.h>

#define MAX_LINKS 60

typedef struct
{
  const char *text; /* lower case */
  const char *kind;
} KindWord;

/* In the address or in the text of a link. */
static const KindWord link_words[] = {
  { "piazza.com", "forum" },
  { "edstem.org", "forum" },
  { "ed discussion", "forum" },
  { "discord.gg", "forum" },
  { "discord.com", "forum" },
  { "slack.com", "forum" },
  { "zulipchat", "forum" },
  { "campuswire", "forum" },
  { "courselore", "forum" },
  { "groups.google", "forum" },
  { "discourse", "forum" },
  { "telegram", "forum" },
  { "t.me/", "forum" },
  { "/discussions", "forum" },
  { "chatroom", "forum" },
  { "mattermost", "forum" },
  { "gradescope", "submission" },
  { "autolab", "submission" },
  { "codepost", "submission" },
  { "labtool", "submission" },
  { "classroom.github", "submission" },
  { "officehours", "queue" },
  { "ohqueue", "queue" },
  { "queue", "queue" },
  { "calendly", "queue" },
  { "youcanbook", "queue" },
  { "zcal.co", "queue" },
  { "canvas", "materials" },
  { "blackboard", "materials" },
  { "moodle", "materials" },
  { "ilias", "materials" },
  { "panopto", "materials" },
  { "brightspace", "materials" },
};

/* The label of a line whose link is the page of the course. */
static const char *const homepage_labels[]
    = { "course webpage", "course website", "course page", "website", "webpage",
        "homepage",       "home page",      "course site", "site",    "websites",
        "page web",       "kurssisivu",     "webseite",    "web" };

static const KindWord contact_words[] = {
  { "ethics", "ethics" },
  { "hotline", "ethics" },
  { "title ix", "ethics" },
  { "disabilit", "disability" },
  { "accessib", "disability" },
  { "accommodation", "disability" },
  { "counsel", "counselling" },
  { "psychological", "counselling" },
  { "mental health", "counselling" },
  { "crisis", "counselling" },
  { "suicide", "counselling" },
  { "caps", "counselling" },
};

static const char *
find_kind (const KindWord *table, gsize n_words, const char *text)
{
  for (gsize i = 0; i < n_words; i++)
    if (strstr (text, table[i].text) != NULL)
      return table[i].kind;
  return NULL;
}

static gboolean
is_web (const char *url)
{
  return url != NULL && (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://"));
}

static void
add_link (const CarrelPage *page,
          CarrelCourse *course,
          const char *kind,
          const char *title,
          const char *url,
          int line)
{
  CarrelLink *link;

  for (guint i = 0; i < course->links->len; i++)
    if (g_strcmp0 (((CarrelLink *) g_ptr_array_index (course->links, i))->url, url) == 0)
      return;
  if (course->links->len >= MAX_LINKS)
    return;
  link = carrel_record_new (&carrel_link_type);
  link->kind = g_strdup (kind);
  link->title = g_strdup (title);
  link->url = g_strdup (url);
  carrel_record_set_source (link, page->file, line);
  g_ptr_array_add (course->links, link);
}

static gboolean
is_homepage_label (const char *text)
{
  const char *colon = strchr (text, ':');
  g_autofree char *label = NULL;
  g_autofree char *folded = NULL;

  if (colon == NULL || colon - text > 24)
    return FALSE;
  label = g_strstrip (g_strndup (text, (gsize) (colon - text)));
  folded = g_utf8_strdown (label, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (homepage_labels); i++)
    if (g_str_equal (folded, homepage_labels[i]))
      return TRUE;
  return FALSE;
}

static void
read_span (const CarrelPage *page,
           CarrelCourse *course,
           const CarrelBlock *block,
           const CarrelSpan *span)
{
  g_autofree char *text = g_strndup (block->content.text + span->start, span->end - span->start);
  g_autofree char *folded = NULL;
  const char *kind;

  if (span->kind != CARREL_SPAN_LINK || !is_web (span->url))
    return;
  folded = g_strconcat (text, " ", span->url, NULL);
  for (char *at = folded; *at != '\0'; at++)
    *at = g_ascii_tolower (*at);
  kind = find_kind (link_words, G_N_ELEMENTS (link_words), folded);
  if (kind == NULL && is_homepage_label (block->content.text))
    kind = "homepage";
  if (kind != NULL)
    add_link (page, course, kind, text[0] != '\0' ? text : span->url, span->url, block->line);
}

static char *
dup_phone (const char *text)
{
  g_autoptr (GRegex) regex = carrel_pattern_get (
      "(?<![0-9A-Za-z/.-])\\+?(?:\\(?[0-9]{1,4}\\)?[ .-]?){2,5}[0-9]{3,4}(?![0-9A-Za-z/-])", 0);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *phone = g_match_info_fetch (match, 0);
      guint n_digits = 0;

      for (const char *at = phone; *at != '\0'; at++)
        n_digits += g_ascii_isdigit (*at) ? 1 : 0;
      if (n_digits >= 9 && n_digits <= 15 && strpbrk (phone, "-. (") != NULL)
        return g_strdup (phone + (phone[0] == '(' && strchr (phone, ')') == NULL ? 1 : 0));
    }
  return NULL;
}

/* The words with capitals around a word: "Ethics Reporting Hotline". */
static char *
dup_title (const char *text)
{
  g_autoptr (GRegex) regex
      = carrel_pattern_get ("(?:[A-Z][A-Za-z&'-]+ (?:(?:and|for|of|on|&) )*){0,5}"
                            "(?:Hotline|Services|Service|Office|Center|Centre|"
                            "Program|Line|Resources|CAPS|Counseling|Lifeline)(?![a-z])"
                            "(?: (?:for|of|and) [A-Z][a-z]+(?: [A-Z][a-z]+)*)?",
                            0);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 0) : NULL;
}

static const char *
find_url (const CarrelBlock *block)
{
  for (guint i = 0; i < block->content.n_spans; i++)
    if (block->content.spans[i].kind == CARREL_SPAN_LINK && is_web (block->content.spans[i].url))
      return block->content.spans[i].url;
  return NULL;
}

static void
read_contact (const CarrelPage *page, CarrelCourse *course, const CarrelPageLine *line)
{
  const CarrelBlock *block = carrel_page_get_block (page, line->block);
  const CarrelPageSection *section = carrel_page_get_section (page, line->section);
  g_autofree char *folded = g_utf8_strdown (line->text, -1);
  g_autofree char *heading = g_utf8_strdown (section->heading, -1);
  g_autofree char *phone = NULL;
  const char *kind = find_kind (contact_words, G_N_ELEMENTS (contact_words), folded);
  g_autofree char *title = NULL;
  const char *heading_kind;
  gboolean is_reachable;
  CarrelContact *contact;

  heading_kind = find_kind (contact_words, G_N_ELEMENTS (contact_words), heading);
  if (kind == NULL)
    kind = heading_kind;
  if (kind == NULL)
    return;
  phone = dup_phone (line->text);
  title = dup_title (line->text);
  is_reachable = phone != NULL || find_url (block) != NULL;
  /* A service that is only named is worth knowing where the heading is about it. */
  if (!is_reachable && (title == NULL || heading_kind != kind))
    return;
  contact = carrel_record_new (&carrel_contact_type);
  contact->kind = g_strdup (kind);
  contact->title = title != NULL ? g_steal_pointer (&title) : g_strdup (section->heading);
  contact->url = g_strdup (find_url (block));
  contact->phone = g_steal_pointer (&phone);
  carrel_record_set_source (contact, page->file, line->line);
  g_ptr_array_add (course->contacts, contact);
}

/**
 * carrel_extract_links:
 * @page: a page
 * @course: (inout): gets the links and the contacts
 */
void
carrel_extract_links (const CarrelPage *page, CarrelCourse *course)
{
  for (guint i = 0; i < carrel_page_get_n_blocks (page); i++)
    {
      const CarrelBlock *block = carrel_page_get_block (page, i);

      for (guint j = 0; j < block->content.n_spans; j++)
        read_span (page, course, block, &block->content.spans[j]);
    }
  for (guint i = 0; i < carrel_page_get_n_lines (page); i++)
    {
      const CarrelPageLine *line = carrel_page_get_line (page, i);

      if (carrel_page_get_block (page, line->block)->kind != CARREL_BLOCK_HEADING
          && strlen (line->text) <= 3000)
        read_contact (page, course, line);
    }
}
