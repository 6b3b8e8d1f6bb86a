/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is mended is not found again, and only its line is another one; what is not certain is left
 * to a person. */
#include "config.h"

#include "carrel-page-mend.h"

#include "carrel-section-source.h"
#include "read-page.h"

typedef struct
{
  const char *name;
  CarrelFindingKind kind;
  const char *page;
  const char *text;
  const char *mended; /* NULL: by a person only */
} Case;

static const Case cases[] = {
  { "picture", CARREL_FINDING_PICTURE, "# A\n\n![](a.png)\n", "A [graph]",
    "# A\n\n![A \\[graph\\]](a.png)\n" },
  { "picture-of-html", CARREL_FINDING_PICTURE, "# A\n\nx <img src=\"a.png\"> y\n", "A \"graph\"",
    "# A\n\nx <img alt=\"A &quot;graph&quot;\" src=\"a.png\"> y\n" },
  { "same-picture-twice", CARREL_FINDING_PICTURE, "# A\n\n![](a.png) ![](a.png)\n", "x", NULL },
  { "link", CARREL_FINDING_LINK, "# A\n\nRead [here](a.md).\n", "the rules",
    "# A\n\nRead [the rules](a.md).\n" },
  { "link-of-html", CARREL_FINDING_LINK, "# A\n\n<a href=\"a.md\">here</a>\n", "the <rules>",
    "# A\n\n<a href=\"a.md\">the &lt;rules&gt;</a>\n" },
  { "link-in-bold", CARREL_FINDING_LINK, "# A\n\n[**here**](a.md)\n", "x", NULL },
  { "column", CARREL_FINDING_COLUMN, "# A\n|       | y |\n|-------|---|\n| 1 | 2 |\n", "Who",
    "# A\n| Who   | y |\n|-------|---|\n| 1 | 2 |\n" },
  { "second-column", CARREL_FINDING_COLUMN, "# A\n\n| x || z |\n|---|---|---|\n| 1 | 2 | 3 |\n",
    "a|b", "# A\n\n| x | a\\|b | z |\n|---|---|---|\n| 1 | 2 | 3 |\n" },
  { "column-without-bars", CARREL_FINDING_COLUMN,
    "# A\n\n<table><tr><th></th><th>y</th></tr></table>\n", "x", NULL },
  { "level", CARREL_FINDING_LEVEL, "# A\n\n### **C**\nx\n", NULL, "# A\n\n## **C**\nx\n" },
  { "level-of-html", CARREL_FINDING_LEVEL, "# A\n\n<h3>C</h3>\n\nx\n", NULL, NULL },
  { "layout", CARREL_FINDING_LAYOUT, "# A\n\n<table><tr><td>a</td><td>b</td></tr></table>\n", "x",
    NULL },
};

static CarrelCourse *
parse (const char *text)
{
  CarrelCourse *course = read_page (text);

  carrel_course_assign_ids (course);
  return course;
}

static const CarrelFinding *
find_kind (GPtrArray *findings, CarrelFindingKind kind)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CarrelFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind)
        return finding;
    }
  return NULL;
}

static void
replace (CarrelCourse *course, CarrelSection *section)
{
  for (guint i = 0; i < course->sections->len; i++)
    {
      gpointer *place = &g_ptr_array_index (course->sections, i);

      if (!g_str_equal (((CarrelSection *) *place)->id, section->id))
        continue;
      carrel_record_unref (*place);
      *place = section;
      return;
    }
  g_assert_not_reached ();
}

static void
is_mended (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (CarrelCourse) course = parse (self->page);
  g_autoptr (GPtrArray) findings = carrel_check_draft (course, NULL);
  const CarrelFinding *finding = find_kind (findings, self->kind);
  CarrelSection *section;
  g_autofree char *page = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_assert_nonnull (finding);
  section = carrel_page_mend_new (course, finding, self->text);
  g_assert_true ((section != NULL) == (self->mended != NULL));
  if (section == NULL)
    return;
  replace (course, section);
  page = carrel_section_source_write (course->sections);
  g_assert_cmpstr (page, ==, self->mended);
  left = carrel_check_draft (course, NULL);
  g_assert_null (find_kind (left, self->kind));
}

static void
line_of_a_finding_is_told (void)
{
  g_autoptr (CarrelCourse) course = parse ("# A\n\n![](a.png)\n");
  g_autofree char *line = carrel_page_mend_dup_line (course, 3);
  g_autofree char *none = carrel_page_mend_dup_line (course, 0);

  g_assert_cmpstr (line, ==, "![](a.png)");
  g_assert_cmpstr (none, ==, "");
}

/* A question that a person has answered is no finding any more. */
static void
answered_question_is_no_finding (void)
{
  g_autoptr (CarrelCourse) course = parse ("# Grading\n\n- Homework: 40%\n- Exam: 50%\n");
  g_autoptr (GPtrArray) open = carrel_check_draft (course, NULL);
  g_autoptr (GPtrArray) answered = NULL;

  g_assert_nonnull (find_kind (open, CARREL_FINDING_QUESTION));
  g_ptr_array_set_size (course->questions, 0);
  answered = carrel_check_draft (course, NULL);
  g_assert_null (find_kind (answered, CARREL_FINDING_QUESTION));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/carrel/import/page-mend/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], is_mended);
    }
  g_test_add_func ("/carrel/import/page-mend/line-of-a-finding-is-told", line_of_a_finding_is_told);
  g_test_add_func ("/carrel/import/page-mend/answered-question-is-no-finding",
                   answered_question_is_no_finding);
  return g_test_run ();
}
