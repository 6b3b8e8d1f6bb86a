/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A question about a field of the course has an entry; any other can only be put aside. An entry
 * may stay empty: nothing is guessed, and the question stays. */
#define G_LOG_DOMAIN "carrel-question-form"

#include "config.h"

#include "carrel-question-form.h"

#include "carrel-accessible.h"
#include "carrel-notice-list.h"
#include "carrel-store-edits.h"
#include "carrel-term.h"
#include "carrel-zone.h"

#include <glib/gi18n.h>

typedef struct
{
  CarrelQuestion *question;
  GtkWidget *entry; /* NULL where there is nothing to fill in */
  GtkWidget *aside; /* a check button; NULL where there is an entry */
  GtkLabel *hint;
} Field;

struct _CarrelQuestionForm
{
  GtkBox parent_instance;

  CarrelDate starts_on; /* of the course, where it is not asked for */
  CarrelDate ends_on;
  GPtrArray *fields; /* of Field */
  CarrelFormDraft *draft;
};

G_DEFINE_FINAL_TYPE (CarrelQuestionForm, carrel_question_form, GTK_TYPE_BOX)

static gboolean
is_date (const char *text)
{
  CarrelDate date;

  return carrel_date_parse (text, &date) && date.year > 0 && carrel_date_is_valid (date);
}

static gboolean
is_zone (const char *text)
{
  g_autoptr (GTimeZone) zone = carrel_zone_find (text);

  return zone != NULL;
}

static gboolean
is_year (const char *text)
{
  guint64 year;

  return g_ascii_string_to_unsigned (text, 10, 1900, 2200, &year, NULL);
}

static const struct
{
  const char *about;
  gboolean (*is_right) (const char *text);
  const char *hint;
  const char *wrong;
} answers[] = {
  { "starts_on", is_date, N_ ("Year, month and day, such as 2026-01-12"),
    N_ ("This is no date. Write it as 2026-01-12.") },
  { "ends_on", is_date, N_ ("Year, month and day, such as 2026-05-08"),
    N_ ("This is no date. Write it as 2026-05-08.") },
  { "year", is_year, N_ ("Four digits"), N_ ("This is no year. Write four digits.") },
  { "time_zone", is_zone, N_ ("A name such as America/New_York"),
    N_ ("There is no such time zone. Write a name such as America/New_York.") },
};

static int
find_answer (const char *about)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_strcmp0 (answers[i].about, about) == 0)
      return (int) i;
  return -1;
}

static void
free_field (gpointer data)
{
  Field *field = data;

  carrel_record_unref (field->question);
  g_free (field);
}

static char *
dup_text (const Field *field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->entry))));
}

static const Field *
find_filled (CarrelQuestionForm *self, const char *about)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);
      g_autofree char *text = field->entry != NULL ? dup_text (field) : g_strdup ("");

      if (*text != '\0' && g_strcmp0 (field->question->about, about) == 0)
        return field;
    }
  return NULL;
}

static CarrelDate
get_day (CarrelQuestionForm *self, const char *about, CarrelDate known)
{
  const Field *field = find_filled (self, about);
  g_autofree char *text = field != NULL ? dup_text (field) : NULL;
  CarrelDate date;

  return text != NULL && is_date (text) && carrel_date_parse (text, &date) ? date : known;
}

/* What an answer that may be right by itself has against the others. The last day is to blame for
 * what the first one says otherwise, unless only the first one is asked for. */
static char *
dup_contradiction (CarrelQuestionForm *self, const Field *field)
{
  CarrelDate starts_on = get_day (self, "starts_on", self->starts_on);
  CarrelDate ends_on = get_day (self, "ends_on", self->ends_on);
  const char *about = field->question->about;
  g_autofree char *text = dup_text (field);

  if (g_str_equal (about, "year"))
    return carrel_term_check_year (starts_on, ends_on, (int) g_ascii_strtoll (text, NULL, 10));
  if (g_str_equal (about, "ends_on")
      || (g_str_equal (about, "starts_on") && find_filled (self, "ends_on") == NULL))
    return carrel_term_check_days (starts_on, ends_on);
  return NULL;
}

static char *
dup_fault (CarrelQuestionForm *self, const Field *field, int answer)
{
  g_autofree char *text = dup_text (field);

  if (*text == '\0')
    return NULL;
  if (!answers[answer].is_right (text))
    return g_strdup (_ (answers[answer].wrong));
  return dup_contradiction (self, field);
}

static gboolean
check_field (CarrelQuestionForm *self, const Field *field)
{
  int answer = find_answer (field->question->about);
  g_autofree char *fault = NULL;
  gboolean is_right;
  const char *hint;

  if (field->entry == NULL || answer < 0)
    return TRUE;
  fault = dup_fault (self, field, answer);
  is_right = fault == NULL;
  hint = is_right ? _ (answers[answer].hint) : fault;
  gtk_label_set_label (field->hint, hint);
  carrel_accessible_set_invalid (field->entry, !is_right, hint);
  if (is_right)
    gtk_widget_remove_css_class (field->entry, "error");
  else
    gtk_widget_add_css_class (field->entry, "error");
  return is_right;
}

/* Returns the first field that is wrong. */
static const Field *
check_fields (CarrelQuestionForm *self)
{
  const Field *wrong = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);

      if (!check_field (self, field) && wrong == NULL)
        wrong = field;
    }
  return wrong;
}

/* While typing, only what was wrong before is judged again; another answer may have been why. */
static void
on_entry_changed_cb (CarrelQuestionForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);

      if (field->entry != NULL && gtk_widget_has_css_class (field->entry, "error"))
        check_field (self, field);
    }
}

static void
on_entry_left_cb (CarrelQuestionForm *self)
{
  check_fields (self);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_zone_offered_cb (GtkButton *button, GtkWidget *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), g_object_get_data (G_OBJECT (button), "zone"));
  gtk_widget_grab_focus (entry);
}

/* The zone of this computer is likely, but only the person knows. */
static void
append_zone_offer (GtkBox *box, GtkWidget *entry)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (zone);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (name == NULL || *name == '/' || !is_zone (name))
    return;
  /* Translators: %s is a time zone such as Europe/Paris. */
  label = g_strdup_printf (_ ("Use %s, as here"), name);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), new_label (label, NULL));
  carrel_accessible_set_label (button, label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "zone", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_zone_offered_cb), entry, 0);
  gtk_box_append (box, button);
}

static void
append_entry (CarrelQuestionForm *self, GtkBox *box, Field *field, int answer)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  field->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (field->entry), 8);
  field->hint = GTK_LABEL (new_label (_ (answers[answer].hint), "caption"));
  carrel_accessible_set_label (field->entry, field->question->text);
  carrel_accessible_set_description (field->entry, _ (answers[answer].hint));
  g_signal_connect_object (field->entry, "changed", G_CALLBACK (on_entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (controller, "leave", G_CALLBACK (on_entry_left_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field->entry, controller);
  gtk_box_append (box, field->entry);
  gtk_box_append (box, GTK_WIDGET (field->hint));
  if (g_str_equal (answers[answer].about, "time_zone"))
    append_zone_offer (box, field->entry);
}

static void
append_field (CarrelQuestionForm *self, CarrelQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Field *field = g_new0 (Field, 1);
  int answer = find_answer (question->about);

  field->question = carrel_record_ref (question);
  g_ptr_array_add (self->fields, field);
  gtk_box_append (GTK_BOX (box), new_label (question->text, NULL));
  if (question->source != NULL)
    gtk_box_append (GTK_BOX (box), new_label (question->source, "caption"));
  if (answer >= 0)
    append_entry (self, GTK_BOX (box), field, answer);
  else
    {
      g_autofree char *name = g_strdup_printf ("%s %s", question->text, _ ("Do not ask again"));

      field->aside = gtk_check_button_new_with_label (_ ("Do not ask again"));
      carrel_accessible_set_label (field->aside, name);
      gtk_box_append (GTK_BOX (box), field->aside);
    }
  carrel_form_draft_add (self->draft, field->entry != NULL ? field->entry : field->aside);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "card-body");
  gtk_box_append (GTK_BOX (self), box);
}

static void
carrel_question_form_finalize (GObject *object)
{
  CarrelQuestionForm *self = CARREL_QUESTION_FORM (object);

  g_ptr_array_unref (self->fields);
  carrel_form_draft_free (self->draft);
  G_OBJECT_CLASS (carrel_question_form_parent_class)->finalize (object);
}

static void
carrel_question_form_class_init (CarrelQuestionFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = carrel_question_form_finalize;
}

static void
carrel_question_form_init (CarrelQuestionForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (free_field);
  self->draft = carrel_form_draft_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/**
 * carrel_question_form_new:
 * @course: a course or a draft, whose questions are asked
 *
 * Returns: (transfer full): a form
 */
GtkWidget *
carrel_question_form_new (CarrelCourse *course)
{
  CarrelQuestionForm *self = g_object_new (CARREL_TYPE_QUESTION_FORM, NULL);

  self->starts_on = course->starts_on;
  self->ends_on = course->ends_on;
  for (guint i = 0; i < course->questions->len; i++)
    append_field (self, g_ptr_array_index (course->questions, i));
  return GTK_WIDGET (self);
}

/**
 * carrel_question_form_activate_default:
 * @self: a form in a window with a default button
 *
 * Has Return in an entry press that button, from now on.
 */
void
carrel_question_form_activate_default (CarrelQuestionForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);

      if (field->entry != NULL)
        gtk_entry_set_activates_default (GTK_ENTRY (field->entry), TRUE);
    }
}

/**
 * carrel_question_form_get_first:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): where one answers first; %NULL without a question
 */
GtkWidget *
carrel_question_form_get_first (CarrelQuestionForm *self)
{
  const Field *field = self->fields->len > 0 ? g_ptr_array_index (self->fields, 0) : NULL;

  if (field == NULL)
    return NULL;
  return field->entry != NULL ? field->entry : field->aside;
}

/**
 * carrel_question_form_get_draft:
 * @self: a form
 *
 * Returns: (transfer none): what is typed into it, to be kept when it is left
 */
CarrelFormDraft *
carrel_question_form_get_draft (CarrelQuestionForm *self)
{
  return self->draft;
}

/**
 * carrel_question_form_offer:
 * @self: a new form
 * @from: the widget that the form is opened from
 * @subject: what the course is called, the same whenever its questions are asked
 *
 * Puts into the form what was typed when it was left the last time, and says so above it. Answers
 * are offered to the same questions only.
 */
void
carrel_question_form_offer (CarrelQuestionForm *self, GtkWidget *from, const char *subject)
{
  g_autoptr (GString) key = g_string_new ("questions\n");
  const char *notices[2] = { NULL, NULL };
  GtkWidget *list;

  g_string_append (key, subject);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = g_ptr_array_index (self->fields, i);

      g_string_append_printf (key, "\n%s", field->question->text);
    }
  carrel_form_draft_offer (self->draft, from, key->str);
  notices[0] = carrel_form_draft_get_notice (self->draft);
  if (notices[0] == NULL)
    return;
  list = g_object_new (CARREL_TYPE_NOTICE_LIST, NULL);
  carrel_notice_list_set (CARREL_NOTICE_LIST (list), notices);
  gtk_box_prepend (GTK_BOX (self), list);
}

/**
 * carrel_question_form_check:
 * @self: a form
 *
 * Puts the focus on the first answer that cannot be right.
 *
 * Returns: whether all that is filled in can be right, each by itself and all together
 */
gboolean
carrel_question_form_check (CarrelQuestionForm *self)
{
  const Field *wrong = check_fields (self);

  if (wrong != NULL)
    carrel_accessible_point_at (wrong->entry);
  return wrong == NULL;
}

/* A first day says the year, which then need not be asked for. */
static char *
dup_answer (CarrelQuestionForm *self, const Field *field)
{
  g_autofree char *text = dup_text (field);

  if (*text != '\0' || !g_str_equal (field->question->about, "year"))
    return g_steal_pointer (&text);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *other = g_ptr_array_index (self->fields, i);
      g_autofree char *day = NULL;

      if (other->entry == NULL || !g_str_equal (other->question->about, "starts_on"))
        continue;
      day = dup_text (other);
      return g_strndup (day, strcspn (day, "-"));
    }
  return g_steal_pointer (&text);
}

static gboolean
apply_field (CarrelQuestionForm *self,
             const Field *field,
             CarrelStore *store,
             const char *course_id,
             guint *n_verbs,
             GError **error)
{
  g_autofree char *text = NULL;

  if (field->entry == NULL)
    {
      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (field->aside)))
        return TRUE;
      *n_verbs += 1;
      return carrel_store_dismiss_question (store, course_id, field->question, error);
    }
  text = dup_answer (self, field);
  if (*text == '\0')
    return TRUE;
  *n_verbs += 1;
  return carrel_store_answer (store, course_id, field->question->about, text, error);
}

/**
 * carrel_question_form_apply:
 * @self: a form that carrel_question_form_check() found right
 * @store: where the course is
 * @course_id: the course
 * @n_verbs: (inout): how many verbs of the store were done is added to it
 * @error: where an error of the store goes
 *
 * Keeps what was answered, and what was put aside.
 *
 * Returns: whether all of it was kept
 */
gboolean
carrel_question_form_apply (CarrelQuestionForm *self,
                            CarrelStore *store,
                            const char *course_id,
                            guint *n_verbs,
                            GError **error)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!apply_field (self, g_ptr_array_index (self->fields, i), store, course_id, n_verbs, error))
      return FALSE;
  return TRUE;
}
