/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be set: one row for each key of the schema. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CARREL_SETTING_SWITCH,
  CARREL_SETTING_NUMBER,
  CARREL_SETTING_CHOICE,
  CARREL_SETTING_FACE, /* a choice of installed families */
  CARREL_SETTING_ZONE,
} CarrelSettingKind;

typedef struct
{
  const char *id;
  const char *label; /* to be translated when shown */
} CarrelSettingChoice;

typedef struct
{
  const char *group; /* to be translated when shown, as title and what are */
  const char *key;
  const char *title;
  const char *what;
  CarrelSettingKind kind;
  const CarrelSettingChoice *choices; /* ends with a NULL id */
  int step;
  char *(*dup_value) (int value); /* a number in words: "120 percent" */
} CarrelSetting;

const CarrelSetting *carrel_settings_table_get (guint *n_settings);

G_END_DECLS
