/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One course in the list of courses, with the letters of its mark. */
#define G_LOG_DOMAIN "carrel-course-item"

#include "config.h"

#include "carrel-course-item.h"

#include <glib/gi18n-lib.h>

#include "carrel-course-item-private.h"

struct _CarrelCourseItem
{
  GObject parent_instance;

  char *id;
  char *title;
  char *code;
  char *term;
  char *mark;
  guint colour;
  guint n_questions;
  gboolean is_example;
};

enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_CODE,
  PROP_TERM,
  PROP_MARK,
  PROP_COLOUR,
  PROP_N_QUESTIONS,
  PROP_IS_EXAMPLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (CarrelCourseItem, carrel_course_item, G_TYPE_OBJECT)

static gboolean
is_small_word (const char *word)
{
  static const char *const words[] = { "a",   "an", "and", "at", "for", "in",  "into", "of", "on",
                                       "the", "to", "de",  "et", "la",  "der", "und",  "y",  NULL };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains (words, folded);
}

/* The first letters of the first two words that say something: "Introduction to Compilers" is IC.
 */
static char *
dup_mark (const char *title)
{
  g_autoptr (GString) mark = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit_set (title, " -–:/,.()&", -1);
  guint n_letters = 0;

  for (guint i = 0; words[i] != NULL && n_letters < 2; i++)
    {
      gunichar letter = g_utf8_get_char (words[i]);

      if (!g_unichar_isalnum (letter) || is_small_word (words[i]))
        continue;
      g_string_append_unichar (mark, g_unichar_toupper (letter));
      n_letters++;
    }
  return g_strdup (mark->str);
}

static void
carrel_course_item_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  CarrelCourseItem *self = CARREL_COURSE_ITEM (object);
  const char *const texts[N_PROPERTIES] = { [PROP_ID] = self->id,
                                            [PROP_TITLE] = self->title,
                                            [PROP_CODE] = self->code,
                                            [PROP_TERM] = self->term,
                                            [PROP_MARK] = self->mark };

  switch (property)
    {
    case PROP_ID:
    case PROP_TITLE:
    case PROP_CODE:
    case PROP_TERM:
    case PROP_MARK:
      g_value_set_string (value, texts[property]);
      break;
    case PROP_COLOUR:
      g_value_set_uint (value, self->colour);
      break;
    case PROP_N_QUESTIONS:
      g_value_set_uint (value, self->n_questions);
      break;
    case PROP_IS_EXAMPLE:
      g_value_set_boolean (value, self->is_example);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
      break;
    }
}

static void
carrel_course_item_finalize (GObject *object)
{
  CarrelCourseItem *self = CARREL_COURSE_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->code);
  g_free (self->term);
  g_free (self->mark);
  G_OBJECT_CLASS (carrel_course_item_parent_class)->finalize (object);
}

static void
carrel_course_item_class_init (CarrelCourseItemClass *klass)
{
  static const char *const texts[N_PROPERTIES] = { [PROP_ID] = "id",
                                                   [PROP_TITLE] = "title",
                                                   [PROP_CODE] = "code",
                                                   [PROP_TERM] = "term",
                                                   [PROP_MARK] = "mark" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = carrel_course_item_get_property;
  object_class->finalize = carrel_course_item_finalize;

  for (guint i = 1; i < N_PROPERTIES; i++)
    if (texts[i] != NULL)
      properties[i] = g_param_spec_string (texts[i], NULL, NULL, NULL, flags);
  properties[PROP_COLOUR]
      = g_param_spec_uint ("colour", NULL, NULL, 0, CARREL_N_COURSE_COLOURS - 1, 0, flags);
  properties[PROP_N_QUESTIONS]
      = g_param_spec_uint ("n-questions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_IS_EXAMPLE] = g_param_spec_boolean ("is-example", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
carrel_course_item_init (CarrelCourseItem *self)
{
}

/**
 * carrel_course_item_new_from_row:
 * @statement: a statement on a row of %CARREL_COURSE_ITEM_COLUMNS
 *
 * Returns: (transfer full): the item
 */
CarrelCourseItem *
carrel_course_item_new_from_row (CarrelStatement *statement)
{
  CarrelCourseItem *self = g_object_new (CARREL_TYPE_COURSE_ITEM, NULL);

  self->id = carrel_statement_dup_text (statement, 0);
  self->title = carrel_statement_dup_text (statement, 1);
  self->code = carrel_statement_dup_text (statement, 2);
  self->term = carrel_statement_dup_text (statement, 3);
  self->colour = (guint) carrel_statement_get_integer (statement, 4);
  self->n_questions = (guint) carrel_statement_get_integer (statement, 5);
  self->is_example = carrel_statement_get_integer (statement, 6) != 0;
  if (self->title == NULL || *self->title == '\0')
    {
      g_free (self->title);
      self->title = g_strdup (self->code != NULL && *self->code != '\0' ? self->code
                                                                        : _ ("Untitled course"));
    }
  self->mark = dup_mark (self->title);
  return self;
}

/**
 * carrel_course_item_equal:
 * @self: an item
 * @other: another
 *
 * Returns: whether both show the same
 */
gboolean
carrel_course_item_equal (CarrelCourseItem *self, CarrelCourseItem *other)
{
  return g_str_equal (self->id, other->id) && g_str_equal (self->title, other->title)
         && g_strcmp0 (self->code, other->code) == 0 && g_strcmp0 (self->term, other->term) == 0
         && self->colour == other->colour && self->n_questions == other->n_questions
         && self->is_example == other->is_example;
}

/**
 * carrel_course_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id of the course, as the verbs of the store take it
 */
const char *
carrel_course_item_get_id (CarrelCourseItem *self)
{
  return self->id;
}

/**
 * carrel_course_item_get_title:
 * @self: an item
 *
 * Returns: (transfer none): the name of one's own, else the title, the code, or "Untitled course"
 */
const char *
carrel_course_item_get_title (CarrelCourseItem *self)
{
  return self->title;
}

/**
 * carrel_course_item_get_code:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): the course's code
 */
const char *
carrel_course_item_get_code (CarrelCourseItem *self)
{
  return self->code;
}

/**
 * carrel_course_item_get_term:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): the term in the page's words
 */
const char *
carrel_course_item_get_term (CarrelCourseItem *self)
{
  return self->term;
}

/**
 * carrel_course_item_get_mark:
 * @self: an item
 *
 * Returns: (transfer none): at most two letters that stand for the course beside its colour
 */
const char *
carrel_course_item_get_mark (CarrelCourseItem *self)
{
  return self->mark;
}

/**
 * carrel_course_item_get_colour:
 * @self: an item
 *
 * Returns: which of the colours, from 0
 */
guint
carrel_course_item_get_colour (CarrelCourseItem *self)
{
  return self->colour;
}

/**
 * carrel_course_item_get_n_questions:
 * @self: an item
 *
 * Returns: how many questions of the importer are open
 */
guint
carrel_course_item_get_n_questions (CarrelCourseItem *self)
{
  return self->n_questions;
}

/**
 * carrel_course_item_is_example:
 * @self: an item
 *
 * Returns: whether it is the example that comes with Carrel
 */
gboolean
carrel_course_item_is_example (CarrelCourseItem *self)
{
  return self->is_example;
}
