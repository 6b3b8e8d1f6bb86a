/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, times and places of a line, and the other grammars of lines. */
#include "fuzz-target.h"

#include "carrel-cutoff.h"
#include "carrel-late-rule.h"
#include "carrel-row-date.h"
#include "carrel-slot.h"
#include "carrel-weight.h"

static void
read_line (const CarrelWords *words, const char *text)
{
  g_autoptr (GArray) slots = carrel_slot_read_line (words, text, 0);
  g_autoptr (CarrelWeight) weight = carrel_weight_read_line (words, text);
  g_autoptr (GPtrArray) weights = carrel_weight_read_sentence (words, text);
  g_autoptr (CarrelLatePolicy) policy = carrel_record_new (&carrel_late_policy_type);
  g_autoptr (GArray) cutoffs = g_array_new (FALSE, FALSE, sizeof (CarrelCutoff));
  const CarrelDateStyle style = { words, CARREL_ORDER_DAY_FIRST };
  CarrelRowDate date;

  carrel_late_rule_read (words, text, TRUE, policy);
  carrel_cutoff_read_sentence (words, text, cutoffs);
  carrel_cutoff_read_scale (words, text, cutoffs);
  for (gsize from = 0; carrel_row_date_find (&style, text, from, &date); from = date.end)
    g_assert_cmpuint (date.end, >, from);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const languages[] = { "en", "fr", "de", "es", "pt", "fi", "it", "zh", "ja" };
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 4096));

  if (size == 0 || !g_utf8_validate (text, -1, NULL))
    return 0;
  read_line (carrel_words_get (languages[data[0] % G_N_ELEMENTS (languages)]), text);
  return 0;
}
