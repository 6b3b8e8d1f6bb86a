/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A section is its opening, its body and its closing: the heading as it is marked up with what
 * stands before it, the text, and the blank lines below. What is as usual is not kept, so that most
 * sections have a body alone. */
#define G_LOG_DOMAIN "carrel-section-source"

#include "config.h"

#include "carrel-section-source.h"

#include <string.h>

/* What is written, and where the section of a line is looked for in it. */
typedef struct
{
  GString *page;
  gsize counted; /* bytes of the page whose lines are counted */
  int n_lines;   /* that end there */
  int line;      /* that is looked for; 0 is none */
  CarrelSection *found;
  int body_line;
} Writer;

static const char *
get_body (const CarrelSection *section)
{
  return section->body != NULL ? section->body : "";
}

static char *
dup_usual_opening (const CarrelSection *section)
{
  g_autofree char *marks = NULL;

  if (section->level <= 0)
    return g_strdup ("");
  marks = g_strnfill ((gsize) MIN (section->level, 6), '#');
  return g_strdup_printf ("%s %s\n\n", marks, section->heading != NULL ? section->heading : "");
}

/* Below an empty body nothing is usual: its blank lines belong to the opening. */
static const char *
get_usual_closing (const CarrelSection *section, gboolean is_last)
{
  if (*get_body (section) == '\0')
    return "";
  return is_last ? "\n" : "\n\n";
}

/* How many lines of the page end so far; not asked for when nothing is looked for. */
static int
count_line_ends (Writer *self)
{
  for (; self->line > 0 && self->counted < self->page->len; self->counted++)
    self->n_lines += self->page->str[self->counted] == '\n';
  return self->n_lines;
}

/* Front matter stands at the start of a page only: the second page of a course loses it. */
static gboolean
is_another_page (GPtrArray *sections, guint index)
{
  const CarrelSection *before = index > 0 ? g_ptr_array_index (sections, index - 1) : NULL;
  const CarrelSection *section = g_ptr_array_index (sections, index);

  return before != NULL && g_strcmp0 (before->record.file, section->record.file) != 0;
}

static void
end_line (GString *page)
{
  if (page->len > 0 && page->str[page->len - 1] != '\n')
    g_string_append_c (page, '\n');
}

static void
trim_end (GString *page)
{
  while (g_str_has_suffix (page->str, "\n\n"))
    g_string_truncate (page, page->len - 1);
}

static void
note_line (Writer *self, CarrelSection *section)
{
  int start = count_line_ends (self) + 1;

  if (self->line < start)
    return;
  self->found = section;
  self->body_line = self->line - start;
}

static void
append_closing (GString *page, const CarrelSection *section, gboolean is_last)
{
  if (section->closing != NULL)
    {
      g_string_append (page, section->closing);
      return;
    }
  if (*get_body (section) == '\0' && section->opening != NULL)
    return;
  end_line (page);
  if (is_last)
    trim_end (page);
  else if (!g_str_has_suffix (page->str, "\n\n"))
    g_string_append_c (page, '\n');
}

static void
append_section (Writer *self, GPtrArray *sections, guint index)
{
  CarrelSection *section = g_ptr_array_index (sections, index);
  gboolean is_usual = section->opening == NULL || is_another_page (sections, index);
  g_autofree char *usual = is_usual ? dup_usual_opening (section) : NULL;

  end_line (self->page);
  if (self->line > count_line_ends (self))
    {
      self->found = section;
      self->body_line = CARREL_SECTION_HEADING;
    }
  g_string_append (self->page, is_usual ? usual : section->opening);
  if (*get_body (section) != '\0')
    note_line (self, section);
  g_string_append (self->page, get_body (section));
  append_closing (self->page, section, index + 1 == sections->len);
}

static void
write_all (Writer *self, GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    append_section (self, sections, i);
}

/**
 * carrel_section_source_keep:
 * @section: a section that is being built, with its heading and its body
 * @opening: the text of the page from the section before to the body
 * @closing: the text from there to the next section, white space
 * @is_last: whether it is the last one of its page
 *
 * Notes what is unusual around a body, such as front matter, a heading in bold or two blank lines.
 */
void
carrel_section_source_keep (CarrelSection *section,
                            const char *opening,
                            const char *closing,
                            gboolean is_last)
{
  g_autofree char *usual = dup_usual_opening (section);

  if (is_last && *get_body (section) == '\0' && g_str_has_suffix (usual, "\n\n"))
    usual[strlen (usual) - 1] = '\0';
  g_clear_pointer (&section->opening, g_free);
  g_clear_pointer (&section->closing, g_free);
  if (!g_str_equal (opening, usual))
    section->opening = g_strdup (opening);
  if (!g_str_equal (closing, get_usual_closing (section, is_last)))
    section->closing = g_strdup (closing);
}

/**
 * carrel_section_source_write:
 * @sections: (element-type CarrelSection): the sections of a course
 *
 * Returns: (transfer full): the page that they make
 */
char *
carrel_section_source_write (GPtrArray *sections)
{
  g_autoptr (GString) page = g_string_new (NULL);
  Writer writer = { .page = page };

  write_all (&writer, sections);
  return g_strdup (page->str);
}

/**
 * carrel_section_source_find:
 * @sections: (element-type CarrelSection): the sections of a course
 * @line: a line, from 1, of the page that they make
 * @body_line: (out): which line of the body that is, from 0; %CARREL_SECTION_HEADING above it
 *
 * Returns: (transfer none) (nullable): the section that the line belongs to
 */
CarrelSection *
carrel_section_source_find (GPtrArray *sections, int line, int *body_line)
{
  g_autoptr (GString) page = g_string_new (NULL);
  Writer writer = { .page = page, .line = line };

  write_all (&writer, sections);
  *body_line = writer.body_line;
  return writer.found;
}

/* Where the marks of a heading stand in an opening: "##" at the start of a line before a space. */
static const char *
find_marks (const char *opening, int level)
{
  g_autofree char *marks = g_strnfill ((gsize) level, '#');
  g_autofree char *wanted = g_strconcat (marks, " ", NULL);
  const char *found = NULL;

  for (const char *at = opening; at != NULL; at = strchr (at, '\n'))
    {
      at += *at == '\n';
      if (g_str_has_prefix (at, wanted))
        found = at;
    }
  return found;
}

/**
 * carrel_section_source_set_level:
 * @section: a section that is being built
 * @level: of its heading, 1 to 6
 *
 * Gives a heading another level, in its mark-up as well.
 *
 * Returns: whether that is certain: a heading that is underlined or HTML is left alone
 */
gboolean
carrel_section_source_set_level (CarrelSection *section, int level)
{
  const char *found;
  char *opening;
  g_autofree char *marks = g_strnfill ((gsize) level, '#');

  if (section->opening != NULL)
    {
      found = find_marks (section->opening, section->level);
      if (found == NULL)
        return FALSE;
      opening = g_strdup_printf ("%.*s%s%s", (int) (found - section->opening), section->opening,
                                 marks, found + section->level);
      g_free (section->opening);
      section->opening = opening;
    }
  section->level = level;
  return TRUE;
}
