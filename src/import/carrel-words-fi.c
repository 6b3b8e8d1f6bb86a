/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of course pages in Finnish. */
#define G_LOG_DOMAIN "carrel-words"

#include "config.h"

#include "carrel-words.h"

static const CarrelWord days[] = {
  { "maanantai", CARREL_MONDAY },
  { "maanantaina", CARREL_MONDAY },
  { "maanantaisin", CARREL_MONDAY },
  { "ma", CARREL_MONDAY },
  { "tiistai", CARREL_TUESDAY },
  { "tiistaina", CARREL_TUESDAY },
  { "tiistaisin", CARREL_TUESDAY },
  { "ti", CARREL_TUESDAY },
  { "keskiviikko", CARREL_WEDNESDAY },
  { "keskiviikkona", CARREL_WEDNESDAY },
  { "keskiviikkoisin", CARREL_WEDNESDAY },
  { "ke", CARREL_WEDNESDAY },
  { "torstai", CARREL_THURSDAY },
  { "torstaina", CARREL_THURSDAY },
  { "torstaisin", CARREL_THURSDAY },
  { "to", CARREL_THURSDAY },
  { "perjantai", CARREL_FRIDAY },
  { "perjantaina", CARREL_FRIDAY },
  { "perjantaisin", CARREL_FRIDAY },
  { "pe", CARREL_FRIDAY },
  { "lauantai", CARREL_SATURDAY },
  { "lauantaina", CARREL_SATURDAY },
  { "lauantaisin", CARREL_SATURDAY },
  { "la", CARREL_SATURDAY },
  { "sunnuntai", CARREL_SUNDAY },
  { "sunnuntaina", CARREL_SUNDAY },
  { "sunnuntaisin", CARREL_SUNDAY },
  { "su", CARREL_SUNDAY },
  { NULL },
};

static const CarrelWord months[] = {
  { "tammikuu", 1 },   { "tammikuuta", 1 },  { "tammi", 1 },
  { "helmikuu", 2 },   { "helmikuuta", 2 },  { "helmi", 2 },
  { "maaliskuu", 3 },  { "maaliskuuta", 3 }, { "maalis", 3 },
  { "huhtikuu", 4 },   { "huhtikuuta", 4 },  { "huhti", 4 },
  { "toukokuu", 5 },   { "toukokuuta", 5 },  { "touko", 5 },
  { "kesäkuu", 6 },    { "kesäkuuta", 6 },   { "heinäkuu", 7 },
  { "heinäkuuta", 7 }, { "elokuu", 8 },      { "elokuuta", 8 },
  { "syyskuu", 9 },    { "syyskuuta", 9 },   { "lokakuu", 10 },
  { "lokakuuta", 10 }, { "marraskuu", 11 },  { "marraskuuta", 11 },
  { "joulukuu", 12 },  { "joulukuuta", 12 }, { NULL },
};

static const CarrelWord numbers[] = {
  { "yksi", 1 },     { "kaksi", 2 },     { "kolme", 3 },     { "neljä", 4 },
  { "viisi", 5 },    { "kuusi", 6 },     { "seitsemän", 7 }, { "kahdeksan", 8 },
  { "yhdeksän", 9 }, { "kymmenen", 10 }, { NULL },
};

static const CarrelWord labels[] = {
  { "vastaanotto", CARREL_LABEL_OFFICE_HOURS },
  { "vastaanottoajat", CARREL_LABEL_OFFICE_HOURS },
  { "pajaohjaus", CARREL_LABEL_OFFICE_HOURS },
  { "pajaohjauksen", CARREL_LABEL_OFFICE_HOURS },
  { "pajaohjaukset", CARREL_LABEL_OFFICE_HOURS },
  { "ohjausajat", CARREL_LABEL_OFFICE_HOURS },
  { "ohjaus", CARREL_LABEL_OFFICE_HOURS },
  { "päivystys", CARREL_LABEL_OFFICE_HOURS },
  { "kokoontumiset", CARREL_LABEL_MEETING },
  { "opetusajat", CARREL_LABEL_MEETING },
  { "luento", CARREL_LABEL_LECTURE },
  { "luennot", CARREL_LABEL_LECTURE },
  { "laskuharjoitukset", CARREL_LABEL_RECITATION },
  { "harjoitukset", CARREL_LABEL_RECITATION },
  { "paja", CARREL_LABEL_LAB },
  { "laboratorio", CARREL_LABEL_LAB },
  { "ryhmä", CARREL_LABEL_SECTION },
  { "ryhmät", CARREL_LABEL_SECTION },
  { "koe", CARREL_LABEL_EXAM },
  { "tentti", CARREL_LABEL_EXAM },
  { "kokeet", CARREL_LABEL_EXAM },
  { "kurssikoe", CARREL_LABEL_EXAM },
  { "arvostelu", CARREL_LABEL_GRADING },
  { "arviointi", CARREL_LABEL_GRADING },
  { "osa-alue", CARREL_LABEL_COMPONENT },
  { "suoritus", CARREL_LABEL_COMPONENT },
  { "painoarvo", CARREL_LABEL_WEIGHT },
  { "osuus", CARREL_LABEL_WEIGHT },
  { "pisteet", CARREL_LABEL_POINTS },
  { "pistettä", CARREL_LABEL_POINTS },
  { "pistemäärä", CARREL_LABEL_POINTS },
  { "määrä", CARREL_LABEL_COUNT },
  { "arvosana", CARREL_LABEL_LETTER },
  { "myöhästyminen", CARREL_LABEL_LATE },
  { "myöhässä", CARREL_LABEL_LATE },
  { "aikataulu", CARREL_LABEL_SCHEDULE },
  { "luokka", CARREL_LABEL_LOCATION },
  { "sali", CARREL_LABEL_LOCATION },
  { "paikka", CARREL_LABEL_LOCATION },
  { "huone", CARREL_LABEL_LOCATION },
  { "kellonaika", CARREL_LABEL_TIME },
  { "aika", CARREL_LABEL_TIME },
  { "klo", CARREL_LABEL_TIME },
  { "päivä", CARREL_LABEL_DAY },
  { "viikonpäivä", CARREL_LABEL_DAY },
  { "päivämäärä", CARREL_LABEL_DATE },
  { "pvm", CARREL_LABEL_DATE },
  { "viikko", CARREL_LABEL_WEEK },
  { "aihe", CARREL_LABEL_TOPIC },
  { "aiheet", CARREL_LABEL_TOPIC },
  { "sisältö", CARREL_LABEL_TOPIC },
  { "lukemisto", CARREL_LABEL_READINGS },
  { "luettavaa", CARREL_LABEL_READINGS },
  { "tehtävät", CARREL_LABEL_HOMEWORK },
  { "kotitehtävät", CARREL_LABEL_HOMEWORK },
  { "palautus", CARREL_LABEL_DUE },
  { "deadline", CARREL_LABEL_DUE },
  { "loma", CARREL_LABEL_BREAK },
  { "ei opetusta", CARREL_LABEL_BREAK },
  { "pääsiäisloma", CARREL_LABEL_BREAK },
  { "yhteensä", CARREL_LABEL_TOTAL },
  { "bonus", CARREL_LABEL_BONUS },
  { "lisäpisteet", CARREL_LABEL_BONUS },
  { "henkilökunta", CARREL_LABEL_STAFF },
  { "opettajat", CARREL_LABEL_STAFF },
  { "nimi", CARREL_LABEL_PERSON },
  { "sähköposti", CARREL_LABEL_EMAIL },
  { "kurssi", CARREL_LABEL_TITLE },
  { "kurssikoodi", CARREL_LABEL_CODE },
  { "lukukausi", CARREL_LABEL_TERM },
  { "periodi", CARREL_LABEL_TERM },
  { "sopimuksen mukaan", CARREL_LABEL_APPOINTMENT },
  { "etänä", CARREL_LABEL_ONLINE },
  { "verkossa", CARREL_LABEL_ONLINE },
  { "lähiopetus", CARREL_LABEL_IN_PERSON },
  { "arvosteluperusteet", CARREL_LABEL_RUBRIC },
  { NULL },
};

static const CarrelRoleWord roles[] = {
  { "opettaja", "instructor" },
  { "luennoija", "instructor" },
  { "vastuuopettaja", "instructor" },
  { "ohjaaja", "TA" },
  { "ohjaajat", "TA" },
  { "assistentti", "TA" },
  { NULL },
};

static const char *const and_words[] = { "ja", "sekä", NULL };
static const char *const range_words[] = { "asti", "saakka", NULL };
static const char *const between_words[] = { NULL };
static const char *const seasons[]
    = { "kevät", "syksy", "kesä", "talvi", "lukukausi", "periodi", NULL };
static const char *const usual[]
    = { "ja", "on", "ei", "se", "tai", "sekä", "kun", "että", "ovat", "myös", "jos", "voi", NULL };

const CarrelWords carrel_words_fi = { "fi",      days,        months,        numbers, labels, roles,
                                      and_words, range_words, between_words, seasons, usual };
