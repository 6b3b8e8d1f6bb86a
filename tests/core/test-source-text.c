/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts that are written over the source they are read from. */
#include "config.h"

#include "carrel-source-text.h"

#include <string.h>

typedef struct
{
  CarrelArena *arena;
  CarrelSourceText text;
  char source[64];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer source)
{
  fixture->arena = carrel_arena_new ();
  g_strlcpy (fixture->source, source, sizeof fixture->source);
  carrel_source_text_init (&fixture->text, fixture->source, strlen (fixture->source));
}

static void
tear_down (Fixture *fixture, gconstpointer source)
{
  carrel_source_text_clear (&fixture->text);
  carrel_arena_free (fixture->arena);
}

static void
add_source (Fixture *fixture, gsize from, gsize length)
{
  carrel_source_text_add (&fixture->text, fixture->source + from, length);
}

static const char *
close_text (Fixture *fixture)
{
  return carrel_source_text_close (&fixture->text, fixture->arena);
}

static void
pieces_close_up_in_the_source (Fixture *fixture, gconstpointer source)
{
  add_source (fixture, 0, 2);
  add_source (fixture, 4, 1);
  add_source (fixture, 7, 2);
  g_assert_true (close_text (fixture) == fixture->source);
  g_assert_cmpstr (fixture->source, ==, "a b c");
  add_source (fixture, 10, 4);
  g_assert_cmpstr (close_text (fixture), ==, "next");
  g_assert_cmpstr (fixture->source, ==, "a b c");
}

static void
a_break_takes_the_place_of_the_line_end (Fixture *fixture, gconstpointer source)
{
  add_source (fixture, 0, 1);
  carrel_source_text_add (&fixture->text, " ", 1);
  add_source (fixture, 2, 1);
  g_assert_true (close_text (fixture) == fixture->source);
  g_assert_cmpstr (fixture->source, ==, "a b");
}

static void
what_has_no_room_goes_aside (Fixture *fixture, gconstpointer source)
{
  const char *text;

  add_source (fixture, 0, 1);
  carrel_source_text_add (&fixture->text, "long", 4);
  add_source (fixture, 2, 1);
  text = close_text (fixture);
  g_assert_cmpstr (text, ==, "alongb");
  g_assert_cmpstr (fixture->source, ==, source);
  carrel_source_text_add (&fixture->text, "x", 1);
  add_source (fixture, 0, 1);
  g_assert_cmpstr (close_text (fixture), ==, "xa");
  g_assert_cmpstr (fixture->source, ==, source);
}

static void
what_is_skipped_makes_room (Fixture *fixture, gconstpointer source)
{
  add_source (fixture, 0, 1);
  carrel_source_text_skip (&fixture->text, fixture->source + 1, 5);
  carrel_source_text_add (&fixture->text, "\302\240", 2);
  add_source (fixture, 6, 1);
  g_assert_true (close_text (fixture) == fixture->source);
  g_assert_cmpstr (fixture->source, ==, "a\302\240b");
}

static void
a_text_that_gets_empty_starts_anew (Fixture *fixture, gconstpointer source)
{
  add_source (fixture, 0, 1);
  carrel_source_text_truncate (&fixture->text, 0);
  add_source (fixture, 2, 1);
  g_assert_cmpstr (close_text (fixture), ==, "b");
  g_assert_cmpstr (close_text (fixture), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, source, function)                                                                \
  g_test_add ("/carrel/core/source-text/" name, Fixture, source, set_up, function, tear_down)
  ADD ("pieces-close-up-in-the-source", "a **b** c\nnext", pieces_close_up_in_the_source);
  ADD ("a-break-takes-the-place-of-the-line-end", "a\nb", a_break_takes_the_place_of_the_line_end);
  ADD ("what-has-no-room-goes-aside", "a\nb", what_has_no_room_goes_aside);
  ADD ("what-is-skipped-makes-room", "a&#32;b", what_is_skipped_makes_room);
  ADD ("a-text-that-gets-empty-starts-anew", "a\nb", a_text_that_gets_empty_starts_anew);
  return g_test_run ();
}
