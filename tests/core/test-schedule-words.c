/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days that follow another one, and deadlines, in the words of a row. */
#include "config.h"

#include "carrel-schedule-words.h"

static void
recognises_the_day_that_is_followed (void)
{
  static const struct
  {
    const char *text;
    CarrelDays weekday;
  } texts[] = {
    { "Tuesday follows a Monday schedule", CARREL_MONDAY },
    { "Monday schedule in effect", CARREL_MONDAY },
    { "Classes run on a Thursday class timetable", CARREL_THURSDAY },
    { "Observe Friday’s schedule", CARREL_FRIDAY },
    { "FRIDAY SCHEDULE", CARREL_FRIDAY },
    { "Monday", CARREL_DAY_NONE },
    { "Scheduling algorithms", CARREL_DAY_NONE },
    { "No class on Monday, schedule to follow", CARREL_DAY_NONE },
    { "Dienstag: Unterricht wie an einem Montag", CARREL_MONDAY },
    { "Es gilt der Stundenplan vom Freitag", CARREL_FRIDAY },
    { "Montagsplan", CARREL_MONDAY },
    { "Montag, Ablaufplanung", CARREL_DAY_NONE },
    { "Horaire du lundi", CARREL_MONDAY },
    { "On suit l’emploi du temps d’un JEUDI", CARREL_THURSDAY },
    { "Lundi de Pâques", CARREL_DAY_NONE },
    { "Se sigue el horario de un miércoles", CARREL_WEDNESDAY },
    { "Horario del viernes", CARREL_FRIDAY },
    { "Horário de segunda-feira", CARREL_MONDAY },
    { "Aulas no horário da terça", CARREL_TUESDAY },
    { "Maanantain lukujärjestyksen mukaan", CARREL_MONDAY },
    { "Keskiviikon aikataulu", CARREL_WEDNESDAY },
    { "按周一课表上课", CARREL_MONDAY },
    { "補星期五的課", CARREL_FRIDAY },
    { "星期三", CARREL_DAY_NONE },
    { "月曜授業日", CARREL_MONDAY },
    { "金曜日の授業を行う", CARREL_FRIDAY },
    { "月曜日の授業は休講", CARREL_DAY_NONE },
    { "", CARREL_DAY_NONE },
    { NULL, CARREL_DAY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CarrelDays weekday = CARREL_DAY_NONE;

      g_assert_cmpint (carrel_schedule_words_follow (texts[i].text, &weekday), ==,
                       texts[i].weekday != CARREL_DAY_NONE);
      g_assert_cmpint (weekday, ==, texts[i].weekday);
    }
}

static void
finds_the_parts_that_are_due (void)
{
  static const char *const texts[][2] = {
    { "HW1 due / HW2 out", "HW1 due" },
    { "HW2 out", "" },
    { "Project due; Reading due", "Project due|Reading due" },
    { "residue arithmetic", "" },
    { "Abgabe Blatt 1, Blatt 2 erscheint", "Abgabe Blatt 1" },
    { "TP1 à rendre / TP2", "TP1 à rendre" },
    { "Entrega de la tarea 1; lectura", "Entrega de la tarea 1" },
    { "Tarefa 2, prazo final", "prazo final" },
    { "Harjoitus 1 palautus / Harjoitus 2", "Harjoitus 1 palautus" },
    { "作业一截止，作业二发布", "作业一截止" },
    { "課題1提出、課題2", "課題1提出" },
    { "Fristlos, plazoleta, remisement", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) due = carrel_schedule_words_list_due (texts[i][0]);
      g_autofree char *joined = g_strjoinv ("|", due);

      g_assert_cmpstr (joined, ==, texts[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carrel/core/schedule-words/recognises-the-day-that-is-followed",
                   recognises_the_day_that_is_followed);
  g_test_add_func ("/carrel/core/schedule-words/finds-the-parts-that-are-due",
                   finds_the_parts_that_are_due);
  return g_test_run ();
}
