/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of sentences that count pieces and drop the lowest. */
#define G_LOG_DOMAIN "carrel-weight-detail-words"

#include "config.h"

#include "carrel-weight-detail-words.h"

const char *const carrel_weight_detail_drop_words[] = { "drop",
                                                        "drops",
                                                        "dropped",
                                                        "dropping",
                                                        "discard",
                                                        "discarded",
                                                        "omitted",
                                                        "omit",
                                                        "ignored",
                                                        "excluded",
                                                        "not count",
                                                        "not be counted",
                                                        "ignore",
                                                        "thrown out",
                                                        "throw out",
                                                        "removed",
                                                        "remove",
                                                        "gestrichen",
                                                        "gestrichene",
                                                        "ignoriert",
                                                        "ignorées",
                                                        "retirée",
                                                        "retirées",
                                                        "descarta",
                                                        "descartada",
                                                        "descartadas",
                                                        "descartan",
                                                        "elimina",
                                                        "se eliminará",
                                                        "descartado",
                                                        "no se tomará en cuenta",
                                                        "no se tomarán en cuenta",
                                                        "no se tendrá en cuenta",
                                                        "no será tenida en cuenta",
                                                        "no será tenido en cuenta",
                                                        "no cuenta",
                                                        "no se considera",
                                                        "no será considerada",
                                                        "não conta",
                                                        "não será considerada",
                                                        "não serão consideradas",
                                                        "ne compte pas",
                                                        "ne comptent pas",
                                                        "ne sera pas prise en compte",
                                                        "pas prises en compte",
                                                        "supprimée",
                                                        "supprimées",
                                                        "zählt nicht",
                                                        "nicht gewertet",
                                                        "nicht berücksichtigt",
                                                        "去掉",
                                                        NULL };
const char *const carrel_weight_detail_lowest_words[]
    = { "lowest",        "worst",       "lowest-scoring", "smallest", "schlechteste",
        "schlechtesten", "plus faible", "plus faibles",   "peor",     "peores",
        "menor",         "menores",     "pior",           "piores",   "más baja",
        "最低",          NULL };
const char *const carrel_weight_detail_highest_words[] = { "highest and lowest", "highest", NULL };
const char *const carrel_weight_detail_hedges[]
    = { "likely",     "probably",      "may drop",    "might",    "perhaps",  "possibly",
        "some",       "do not drop",   "don't drop",  "not drop", "no drops", "never drop",
        "won't drop", "will not drop", "drop period", "add/drop", NULL };
const char *const carrel_weight_detail_count_leads[]
    = { "there are", "there will be", "we will have", "we have", "you will have", "have",
        "total of",  "consists of",   "consist of",   "take",    "complete",      "includes",
        "include",   "assign",        "assigned",     "are",     "comprises",     "will be",
        "submit",    "give",          "given",        "do",      "with",          "containing",
        "es gibt",   "il y a",        "habrá",        "haverá",  "serán",         "serão",
        NULL };
const char *const carrel_weight_detail_count_hedges[] = {
  "about",   "like",   "around",    "approximately", "roughly",   "likely",  "up to",   "at least",
  "at most", "first",  "last",      "best",          "top",       "lowest",  "highest", "drop",
  "per",     "each",   "every",     "some",          "maybe",     "between", "or",      "late",
  "miss",    "missed", "more than", "fewer than",    "less than", "another", "next",    "remaining",
  "of the",  "only",   "any",       "than",          "if",        "one of",  NULL
};

/* Words that end the phrase after a number. */
const char *const carrel_weight_detail_joining[]
    = { "and", "or",    "in",    "on",   "for",      "of",      "to",         "from",
        "per", "each",  "with",  "that", "which",    "during",  "throughout", "this",
        "due", "but",   "over",  "will", "are",      "through", "across",     "by",
        "at",  "total", "worth", "the",  "released", NULL };
