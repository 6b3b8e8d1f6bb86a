/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a grade stands between what is secured and what can be reached, as a picture that can be
 * walked through by arrow keys. The same is always said as text beside it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CARREL_TYPE_GRADE_CHART (carrel_grade_chart_get_type ())
G_DECLARE_FINAL_TYPE (CarrelGradeChart, carrel_grade_chart, CARREL, GRADE_CHART, GtkWidget)

typedef enum
{
  CARREL_GRADE_MARK_CUTOFF,     /* a tick with a label */
  CARREL_GRADE_MARK_GUARANTEED, /* where the bar starts */
  CARREL_GRADE_MARK_ATTAINABLE, /* where it ends */
  CARREL_GRADE_MARK_CURRENT,    /* a disc */
  CARREL_GRADE_MARK_TARGET,     /* a diamond */
} CarrelGradeMarkKind;

typedef struct
{
  CarrelGradeMarkKind kind;
  double at;   /* a fraction of 1, to place pixels only */
  char *label; /* short, such as "A-"; NULL is none */
  char *text;  /* to be heard, such as "Current 87.5 per cent" */
} CarrelGradeMark;

void carrel_grade_chart_clear (CarrelGradeChart *self);
void carrel_grade_chart_append (CarrelGradeChart *self,
                                CarrelGradeMarkKind kind,
                                double at,
                                const char *label,
                                const char *text);
const GArray *carrel_grade_chart_get_marks (CarrelGradeChart *self);
void carrel_grade_chart_set_sentence (CarrelGradeChart *self, const char *sentence);

G_END_DECLS
