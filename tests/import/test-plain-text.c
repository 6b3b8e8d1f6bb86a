/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text with spans as plain text. */
#include "config.h"

#include "carrel-plain-text.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *plain;
  gboolean is_line;
} texts[] = {
  { "Monday 10am", "Monday 10am", TRUE },
  { "é – 10 €", "é – 10 €", TRUE },
  { "月曜日", "月曜日", TRUE },
  { "a  b", "a b", FALSE },
  { "a\tb", "a b", FALSE },
  { "a\302\240b", "a b", FALSE },
  { "a \302\240b", "a b", FALSE },
  { "a\343\200\200b", "a b", FALSE },
  { " a", "a", FALSE },
  { "a ", "a", FALSE },
  { "a \n b", "a\nb", FALSE },
  { "a\rb", "a\rb", TRUE },
  { "a\r", "a", FALSE },
  { "", "", FALSE },
};

static void
blanks_are_squeezed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const CarrelInline content = { .text = texts[i].text };
      char plain[64];

      carrel_plain_text_write (&content, CARREL_PLAIN_TEXT_ALL, plain);
      g_assert_cmpstr (plain, ==, texts[i].plain);
      g_assert_cmpuint (carrel_plain_text_measure_line (&content, CARREL_PLAIN_TEXT_ALL), ==,
                        texts[i].is_line ? strlen (texts[i].text) : 0);
    }
}

static void
what_is_struck_out_is_left_out (void)
{
  const CarrelSpan spans[] = { { .kind = CARREL_SPAN_STRUCK, .start = 2, .end = 5 } };
  const CarrelInline content = { "a old b", spans, 1 };
  char plain[64];

  carrel_plain_text_write (&content, CARREL_PLAIN_TEXT_ALL, plain);
  g_assert_cmpstr (plain, ==, "a b");
  g_assert_cmpuint (carrel_plain_text_measure_line (&content, CARREL_PLAIN_TEXT_ALL), ==, 0);
}

static void
pictures_are_left_out_on_request (void)
{
  const CarrelSpan spans[] = { { .kind = CARREL_SPAN_IMAGE, .start = 0, .end = 3 } };
  const CarrelInline content = { "Ada Ada Byron", spans, 1 };
  char plain[64];

  carrel_plain_text_write (&content, CARREL_PLAIN_TEXT_NO_IMAGES, plain);
  g_assert_cmpstr (plain, ==, "Ada Byron");
  carrel_plain_text_write (&content, CARREL_PLAIN_TEXT_ALL, plain);
  g_assert_cmpstr (plain, ==, "Ada Ada Byron");
  g_assert_cmpuint (carrel_plain_text_measure_line (&content, CARREL_PLAIN_TEXT_ALL), ==, 13);
  g_assert_cmpuint (carrel_plain_text_measure_line (&content, CARREL_PLAIN_TEXT_NO_IMAGES), ==, 0);
}

static void
links_stay_in_one_line (void)
{
  const CarrelSpan spans[] = { { .kind = CARREL_SPAN_LINK, .start = 0, .end = 3 } };
  const CarrelInline content = { "a\nb\nc", spans, 1 };
  char plain[64];

  carrel_plain_text_write (&content, CARREL_PLAIN_TEXT_ALL, plain);
  g_assert_cmpstr (plain, ==, "a b\nc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/import/plain-text/blanks-are-squeezed", blanks_are_squeezed);
  g_test_add_func ("/carrel/import/plain-text/what-is-struck-out-is-left-out",
                   what_is_struck_out_is_left_out);
  g_test_add_func ("/carrel/import/plain-text/pictures-are-left-out-on-request",
                   pictures_are_left_out_on_request);
  g_test_add_func ("/carrel/import/plain-text/links-stay-in-one-line", links_stay_in_one_line);
  return g_test_run ();
}
