/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that tell a place, or say that there is none but a way. */
#define G_LOG_DOMAIN "carrel-place-words"

#include "config.h"

#include "carrel-place-words.h"

/* Words that make a place of what they stand beside. */
const char *const carrel_place_words[] = {
  "room",        "rm",
  "hall",        "building",
  "bldg",        "lab",
  "library",     "auditorium",
  "office",      "zoom",
  "online",      "lounge",
  "center",      "centre",
  "floor",       "theater",
  "theatre",     "cafe",
  "commons",     "salle",
  "sala",        "raum",
  "aula",        "sali",
  "luokka",      "h\303\266rsaal",
  "discord",     "teams",
  "gather",      "campus",
  "atrium",      "lobby",
  "cubicle",     "local",
  "amphi",       "webex",
  "skype",       "remote",
  "virtual",     "bureau",
  "b\303\274ro", "despacho",
  "gabinete",    "ufficio",
  "oficina",     "huone",
  "hs",          "laboratorio",
  "laboratoire", "seminarraum",
  "annex",       "plaza",
  "basement",    "house",
  "coffee",      "cafeteria",
  "café",        "gallery",
  "classroom",   NULL,
};

const char *const carrel_place_online_words[] = {
  "zoom",    "online",   "discord",   "teams",       "webex",    "skype",  "remote",
  "virtual", "remotely", "virtually", "google meet", "hangouts", "gather", NULL,
};

const char *const carrel_place_person_words[] = {
  "in-person",
  "in person",
  "face-to-face",
  NULL,
};

/* Prepositions and marks that announce a place. */
const char *const carrel_place_leaders[] = {
  "location: ",
  "location ",
  "@",
  "in his office at ",
  "in her office at ",
  "in my office at ",
  "in their office at ",
  "in the ",
  "in ",
  "at the ",
  "at ",
  "room:",
  "location:",
  "place:",
  "on ",
  "via ",
  "over ",
  "through ",
  "no ",
  "na ",
  "em ",
  "en ",
  "im ",
  "am ",
  "both in ",
  "salle ",
  "\360\237\223\215",
  "where:",
  "all in ",
  "all at ",
  "his office is ",
  "her office is ",
  "my office is ",
  NULL,
};
