/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out from the first row what exported a table, and reads its scores. The scores of other
 * students are read as well, but only the chosen ones are ever kept. */
#define G_LOG_DOMAIN "carrel-scores-csv"

#include "config.h"

#include "carrel-scores-csv.h"

#include "carrel-rational.h"
#include "carrel-score-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_COLUMN G_MAXUINT

typedef enum
{
  ROLE_SCORE,
  ROLE_IGNORED,
  ROLE_NAME,
  ROLE_FIRST,
  ROLE_LAST,
  ROLE_ID,
  ROLE_EMAIL,
  ROLE_MAX,    /* of a list */
  ROLE_STATUS, /* of one assignment */
} Role;

typedef struct
{
  Role role;
  char *name;       /* of the item */
  char *max;        /* the same for all students, or NULL */
  guint max_column; /* or NO_COLUMN */
} Column;

typedef struct
{
  const CarrelImportFile *file;
  const CarrelCsv *csv;
  const CarrelCsvRow *head;
  GPtrArray *columns; /* of Column */
  CarrelScoresCsv *scores;
} Reader;

/* The names of columns that systems and people use, as slugs. */
static const struct
{
  const char *slug;
  Role role;
} roles[] = {
  { "student", ROLE_NAME },
  { "name", ROLE_NAME },
  { "student-name", ROLE_NAME },
  { "full-name", ROLE_NAME },
  { "first-name", ROLE_FIRST },
  { "last-name", ROLE_LAST },
  { "surname", ROLE_LAST },
  { "id", ROLE_ID },
  { "sid", ROLE_ID },
  { "student-id", ROLE_ID },
  { "id-number", ROLE_ID },
  { "sis-user-id", ROLE_ID },
  { "sis-login-id", ROLE_ID },
  { "login-id", ROLE_ID },
  { "integration-id", ROLE_IGNORED },
  { "email", ROLE_EMAIL },
  { "e-mail", ROLE_EMAIL },
  { "email-address", ROLE_EMAIL },
  { "section", ROLE_IGNORED },
  { "sections", ROLE_IGNORED },
  { "section-name", ROLE_IGNORED },
  { "root-account", ROLE_IGNORED },
  { "notes", ROLE_IGNORED },
  { "submission-id", ROLE_IGNORED },
  { "submission-time", ROLE_IGNORED },
  { "submission-count", ROLE_IGNORED },
  { "view-count", ROLE_IGNORED },
  { "lateness-h-m-s", ROLE_IGNORED },
  { "total-lateness-h-m-s", ROLE_IGNORED },
};

static const char *const score_slugs[]
    = { "score", "points", "grade", "mark", "result", "earned", "punkte", "note", NULL };
static const char *const max_slugs[]
    = { "max", "maximum", "max-points", "out-of", "possible", "points-possible", "of", NULL };

/* ---- freeing ---- */

static void
free_column (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->max);
  g_free (column);
}

static void
free_cell (gpointer data)
{
  CarrelScoresCell *cell = data;

  g_free (cell->name);
  g_free (cell->state);
  g_free (cell->score);
  g_free (cell->max);
  g_free (cell->problem);
  g_free (cell);
}

static void
free_student (gpointer data)
{
  CarrelScoresStudent *student = data;

  g_free (student->name);
  g_free (student->id);
  g_free (student->email);
  g_ptr_array_unref (student->names);
  g_ptr_array_unref (student->cells);
  g_free (student);
}

/* ---- cells ---- */

static char *
dup_problem (const Reader *reader, const CarrelCsvRow *row, const char *name, const char *text)
{
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 40));

  /* Translators: a file name, a line number, the name of a column, and what stands there. */
  return g_strdup_printf (_ ("%s: line %u, “%s”: “%s” is not a number of points: correct it in the "
                             "file, or leave the column out"),
                          reader->file->name, row->line, name, shown);
}

/* A score needs a maximum above 0: 5 of 0 is not 5 of what the course publishes. */
static void
read_max (const Reader *reader, const CarrelCsvRow *row, CarrelScoresCell *cell, const char *text)
{
  g_autofree char *number = carrel_score_text_dup_number (text, reader->csv->delimiter);
  g_autoptr (CarrelRational) max = carrel_rational_parse (number, NULL);

  if (max != NULL && carrel_rational_get_sign (max) > 0)
    cell->max = g_steal_pointer (&number);
  else if (max != NULL && cell->score != NULL)
    /* Translators: a file name, a line number, the name of a column, and a number. */
    cell->problem = g_strdup_printf (_ ("%s: line %u, “%s”: a score out of %s cannot be: correct "
                                        "it in the file, or leave the column out"),
                                     reader->file->name, row->line, cell->name, number);
}

static CarrelScoresCell *
read_cell (const Reader *reader, const CarrelCsvRow *row, guint at, const char *name)
{
  const char *text = carrel_csv_get (row, at);
  const char *state = carrel_score_text_find_state (text);
  CarrelScoresCell *cell = g_new0 (CarrelScoresCell, 1);
  g_autofree char *number = NULL;
  g_autoptr (CarrelRational) score = NULL;

  cell->name = g_strdup (name);
  cell->state = g_strdup (state != NULL ? state : "graded");
  if (state != NULL)
    return cell;
  number = carrel_score_text_dup_number (text, reader->csv->delimiter);
  score = carrel_rational_parse (number, NULL);
  if (score == NULL)
    cell->problem = dup_problem (reader, row, name, text);
  else
    cell->score = g_steal_pointer (&number);
  return cell;
}

/* ---- the first row ---- */

static char *
dup_slug_at (const Reader *reader, guint column)
{
  return carrel_course_dup_slug (carrel_csv_get (reader->head, column));
}

static guint
find_column (const Reader *reader, const char *slug)
{
  for (guint i = 0; i < reader->head->cells->len; i++)
    {
      g_autofree char *own = dup_slug_at (reader, i);

      if (g_str_equal (own, slug))
        return i;
    }
  return NO_COLUMN;
}

static Role
find_role (const char *slug)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].slug, slug))
      return roles[i].role;
  return *slug == '\0' ? ROLE_IGNORED : ROLE_SCORE;
}

static gboolean
has_max_columns (const Reader *reader)
{
  for (guint i = 0; i < reader->head->cells->len; i++)
    if (g_str_has_suffix (carrel_csv_get (reader->head, i), " - Max Points"))
      return TRUE;
  return FALSE;
}

static CarrelScoresKind
find_kind (const Reader *reader)
{
  g_autofree char *first = dup_slug_at (reader, 0);
  g_autofree char *second = dup_slug_at (reader, 1);
  Role role = find_role (first);

  if (has_max_columns (reader))
    return CARREL_SCORES_GRADESCOPE;
  if (find_column (reader, "total-score") != NO_COLUMN
      && find_column (reader, "max-points") != NO_COLUMN)
    return CARREL_SCORES_ASSIGNMENT;
  if (g_str_equal (first, "student") && g_str_equal (second, "id"))
    return CARREL_SCORES_CANVAS;
  if (role == ROLE_SCORE || role == ROLE_IGNORED || g_strv_contains (score_slugs, second))
    return CARREL_SCORES_LIST;
  return CARREL_SCORES_TABLE;
}

/* The row of Canvas that has the maxima, or NULL. */
static const CarrelCsvRow *
find_maxima (const Reader *reader)
{
  for (guint i = 1; i < reader->csv->rows->len && i < 5; i++)
    {
      const CarrelCsvRow *row = g_ptr_array_index (reader->csv->rows, i);

      if (g_ascii_strcasecmp (carrel_csv_get (row, 0), "Points Possible") == 0)
        return row;
    }
  return NULL;
}

static void
name_canvas (const Reader *reader, Column *column, guint at)
{
  const CarrelCsvRow *maxima = find_maxima (reader);
  const char *name = carrel_csv_get (reader->head, at);
  const char *max = maxima != NULL ? carrel_csv_get (maxima, at) : "";

  column->name = carrel_score_text_dup_name (name);
  column->max = carrel_score_text_dup_max (max, reader->csv->delimiter);
  if (carrel_score_text_is_calculated (name) || g_ascii_strcasecmp (max, "(read only)") == 0)
    column->role = ROLE_IGNORED;
}

static void
name_gradescope (const Reader *reader, Column *column, guint at)
{
  static const char *const endings[]
      = { " - Max Points", " - Submission Time", " - Lateness (H:M:S)" };
  const char *name = carrel_csv_get (reader->head, at);
  g_autofree char *max_name = g_strconcat (name, endings[0], NULL);

  column->name = g_strdup (name);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      column->role = ROLE_IGNORED;
  for (guint i = 0; i < reader->head->cells->len; i++)
    if (g_str_equal (carrel_csv_get (reader->head, i), max_name))
      column->max_column = i;
}

/* One assignment is named by its file: "Homework_1_scores.csv". */
static void
name_assignment (const Reader *reader, Column *column, guint at)
{
  g_autofree char *base = g_path_get_basename (reader->file->name);
  g_autofree char *slug = dup_slug_at (reader, at);
  g_autoptr (GRegex) ending
      = g_regex_new ("([_ -]*scores?)?(\\s*\\(\\d+\\))?(\\.\\w{1,4})?$", G_REGEX_CASELESS, 0, NULL);

  if (g_str_equal (slug, "status"))
    column->role = ROLE_STATUS;
  else if (!g_str_equal (slug, "total-score"))
    column->role = ROLE_IGNORED;
  column->name = g_regex_replace_literal (ending, base, -1, 0, "", 0, NULL);
  g_strdelimit (column->name, "_", ' ');
  column->max_column = find_column (reader, "max-points");
}

static void
name_column (const Reader *reader, Column *column, guint at)
{
  switch (reader->scores->kind)
    {
    case CARREL_SCORES_CANVAS:
      name_canvas (reader, column, at);
      break;
    case CARREL_SCORES_GRADESCOPE:
      name_gradescope (reader, column, at);
      break;
    case CARREL_SCORES_ASSIGNMENT:
      name_assignment (reader, column, at);
      break;
    case CARREL_SCORES_TABLE:
    case CARREL_SCORES_LIST:
    default:
      column->name = g_strdup (carrel_csv_get (reader->head, at));
      break;
    }
}

static void
read_head (Reader *reader)
{
  reader->columns = g_ptr_array_new_with_free_func (free_column);
  for (guint i = 0; i < reader->head->cells->len; i++)
    {
      Column *column = g_new0 (Column, 1);
      g_autofree char *slug = dup_slug_at (reader, i);

      column->role = find_role (slug);
      column->max_column = NO_COLUMN;
      if (column->role == ROLE_SCORE)
        name_column (reader, column, i);
      g_ptr_array_add (reader->columns, column);
    }
}

static guint
count_scores (const Reader *reader)
{
  guint n = 0;

  for (guint i = 0; i < reader->columns->len; i++)
    n += ((Column *) g_ptr_array_index (reader->columns, i))->role == ROLE_SCORE;
  return n;
}

/* ---- tables of students ---- */

static void
keep_first (char **kept, const char *text, CarrelScoresStudent *student)
{
  if (*text == '\0')
    return;
  if (*kept == NULL)
    *kept = g_strdup (text);
  g_ptr_array_add (student->names, g_strdup (text));
}

static void
read_identity (const Reader *reader, const CarrelCsvRow *row, CarrelScoresStudent *student)
{
  const char *first = "";
  const char *last = "";

  for (guint i = 0; i < reader->columns->len; i++)
    {
      const char *text = carrel_csv_get (row, i);
      Role role = ((Column *) g_ptr_array_index (reader->columns, i))->role;

      if (role == ROLE_NAME)
        keep_first (&student->name, text, student);
      else if (role == ROLE_ID)
        keep_first (&student->id, text, student);
      else if (role == ROLE_EMAIL)
        keep_first (&student->email, text, student);
      else if (role == ROLE_FIRST)
        first = text;
      else if (role == ROLE_LAST)
        last = text;
    }
  if (student->name == NULL && (*first != '\0' || *last != '\0'))
    {
      g_autofree char *both = g_strstrip (g_strdup_printf ("%s %s", first, last));

      keep_first (&student->name, both, student);
    }
}

/* The status of one assignment says more than an empty cell. */
static void
apply_status (CarrelScoresCell *cell, const char *status)
{
  if (g_str_equal (cell->state, "ungraded") && g_ascii_strcasecmp (status, "missing") == 0)
    {
      g_free (cell->state);
      cell->state = g_strdup ("missing");
    }
}

static void
read_scores (const Reader *reader, const CarrelCsvRow *row, CarrelScoresStudent *student)
{
  const char *status = "";

  for (guint i = 0; i < reader->columns->len; i++)
    if (((Column *) g_ptr_array_index (reader->columns, i))->role == ROLE_STATUS)
      status = carrel_csv_get (row, i);
  for (guint i = 0; i < reader->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (reader->columns, i);
      CarrelScoresCell *cell = NULL;

      if (column->role != ROLE_SCORE)
        continue;
      cell = read_cell (reader, row, i, column->name);
      read_max (reader, row, cell, carrel_csv_get (row, column->max_column));
      if (cell->max == NULL)
        cell->max = g_strdup (column->max);
      apply_status (cell, status);
      g_ptr_array_add (student->cells, cell);
    }
}

static CarrelScoresStudent *
new_student (void)
{
  CarrelScoresStudent *student = g_new0 (CarrelScoresStudent, 1);

  student->names = g_ptr_array_new_with_free_func (g_free);
  student->cells = g_ptr_array_new_with_free_func (free_cell);
  return student;
}

static void
read_students (const Reader *reader)
{
  const CarrelCsvRow *maxima
      = reader->scores->kind == CARREL_SCORES_CANVAS ? find_maxima (reader) : NULL;

  for (guint i = 1; i < reader->csv->rows->len; i++)
    {
      const CarrelCsvRow *row = g_ptr_array_index (reader->csv->rows, i);
      CarrelScoresStudent *student = NULL;

      if (row == maxima)
        continue;
      student = new_student ();
      read_identity (reader, row, student);
      read_scores (reader, row, student);
      if (student->name != NULL || student->id != NULL || student->email != NULL)
        g_ptr_array_add (reader->scores->students, student);
      else
        free_student (student);
    }
}

/* ---- lists of items ---- */

static guint
find_list_column (const Reader *reader, const char *const *slugs, guint fallback)
{
  for (guint i = 0; i < reader->head->cells->len; i++)
    {
      g_autofree char *slug = dup_slug_at (reader, i);

      if (g_strv_contains (slugs, slug))
        return i;
    }
  return fallback < reader->head->cells->len ? fallback : NO_COLUMN;
}

/* The first column that is neither. */
static guint
find_name_column (guint score, guint max)
{
  guint name = 0;

  while (name == score || name == max)
    name++;
  return name;
}

/* Whether the first row is one of names and not of an item: there is no number in it. */
static gboolean
has_head (const Reader *reader, guint score)
{
  const char *text = carrel_csv_get (reader->head, score);
  g_autofree char *number = carrel_score_text_dup_number (text, reader->csv->delimiter);
  g_autoptr (CarrelRational) read = carrel_rational_parse (number, NULL);

  return read == NULL && carrel_score_text_find_state (text) == NULL;
}

static void
read_list (const Reader *reader)
{
  guint score = find_list_column (reader, score_slugs, 1);
  guint max = find_list_column (reader, max_slugs, 2);
  CarrelScoresStudent *student = new_student ();

  g_ptr_array_add (reader->scores->students, student);
  for (guint i = has_head (reader, score) ? 1 : 0; i < reader->csv->rows->len; i++)
    {
      const CarrelCsvRow *row = g_ptr_array_index (reader->csv->rows, i);
      const char *name = carrel_csv_get (row, find_name_column (score, max));
      CarrelScoresCell *cell = NULL;

      if (*name == '\0')
        continue;
      cell = read_cell (reader, row, score, name);
      read_max (reader, row, cell, carrel_csv_get (row, max));
      g_ptr_array_add (student->cells, cell);
    }
}

/* ---- */

static gboolean
refuse (const Reader *reader, GError **error, const char *message)
{
  /* Translators: a file name and a line number; then comes what is wrong. */
  g_set_error (error, CARREL_IMPORT_ERROR, CARREL_IMPORT_ERROR_SYNTAX, _ ("%s: line %u: %s"),
               reader->file->name, reader->head->line, message);
  return FALSE;
}

static gboolean
read_all (Reader *reader, GError **error)
{
  if (reader->head->cells->len < 2)
    return refuse (reader, error,
                   _ ("there is only one column: the file needs an item and its score in columns"));
  if (reader->scores->kind == CARREL_SCORES_LIST)
    read_list (reader);
  else if (count_scores (reader) == 0)
    return refuse (reader, error, _ ("no column has scores: export the scores of the course"));
  else
    read_students (reader);
  if (reader->scores->students->len == 0)
    return refuse (reader, error, _ ("no row is of a student: export the scores of the course"));
  return TRUE;
}

/**
 * carrel_scores_csv_parse:
 * @file: a file
 * @error: where %CARREL_IMPORT_ERROR goes, with file, line and what to do
 *
 * Reads scores. Nothing is matched with a course yet, and nothing is kept.
 *
 * Returns: (transfer full) (nullable): the scores of one student or more
 */
CarrelScoresCsv *
carrel_scores_csv_parse (const CarrelImportFile *file, GError **error)
{
  g_autoptr (CarrelCsv) csv = carrel_csv_parse (file, error);
  g_autoptr (CarrelScoresCsv) self = NULL;
  Reader reader = { file, csv, NULL, NULL, NULL };
  gboolean is_good;

  if (csv == NULL)
    return NULL;
  self = g_new0 (CarrelScoresCsv, 1);
  self->students = g_ptr_array_new_with_free_func (free_student);
  reader.scores = self;
  reader.head = g_ptr_array_index (csv->rows, 0);
  self->kind = find_kind (&reader);
  read_head (&reader);
  is_good = read_all (&reader, error);
  g_ptr_array_unref (reader.columns);
  return is_good ? g_steal_pointer (&self) : NULL;
}

/**
 * carrel_scores_csv_free:
 * @self: (transfer full): scores
 *
 * Frees them.
 */
void
carrel_scores_csv_free (CarrelScoresCsv *self)
{
  g_ptr_array_unref (self->students);
  g_free (self);
}

/**
 * carrel_scores_csv_dup_label:
 * @self: scores
 * @student: which student
 *
 * Returns: (transfer full): what tells the student from others: name, and number or address
 */
char *
carrel_scores_csv_dup_label (const CarrelScoresCsv *self, guint student)
{
  const CarrelScoresStudent *of = g_ptr_array_index (self->students, student);
  const char *other = of->id != NULL ? of->id : of->email;

  if (of->name != NULL && other != NULL)
    /* Translators: the name of a student, and a number or an address. */
    return g_strdup_printf (_ ("%s (%s)"), of->name, other);
  if (of->name != NULL || other != NULL)
    return g_strdup (of->name != NULL ? of->name : other);
  return g_strdup (_ ("My scores"));
}

static gboolean
is_called (const CarrelScoresStudent *student, const char *text)
{
  g_autofree char *wanted = carrel_course_dup_slug (text);

  for (guint i = 0; i < student->names->len; i++)
    {
      g_autofree char *own = carrel_course_dup_slug (g_ptr_array_index (student->names, i));

      if (g_str_equal (own, wanted))
        return TRUE;
    }
  return FALSE;
}

/**
 * carrel_scores_csv_find:
 * @self: scores
 * @text: a name, a number or an address, in any case
 * @student: (out): the student; untouched when none or several fit
 *
 * Returns: whether there is one
 */
gboolean
carrel_scores_csv_find (const CarrelScoresCsv *self, const char *text, guint *student)
{
  guint n_found = 0;
  guint found = 0;

  for (guint i = 0; i < self->students->len; i++)
    if (is_called (g_ptr_array_index (self->students, i), text))
      {
        n_found++;
        found = i;
      }
  if (n_found != 1)
    return FALSE;
  *student = found;
  return TRUE;
}
