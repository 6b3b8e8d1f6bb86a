/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of course pages in Japanese. */
#define G_LOG_DOMAIN "carrel-words"

#include "config.h"

#include "carrel-words.h"

static const CarrelWord days[] = {
  { "月曜日", CARREL_MONDAY },   { "月曜", CARREL_MONDAY },      { "火曜日", CARREL_TUESDAY },
  { "火曜", CARREL_TUESDAY },    { "水曜日", CARREL_WEDNESDAY }, { "水曜", CARREL_WEDNESDAY },
  { "木曜日", CARREL_THURSDAY }, { "木曜", CARREL_THURSDAY },    { "金曜日", CARREL_FRIDAY },
  { "金曜", CARREL_FRIDAY },     { "土曜日", CARREL_SATURDAY },  { "土曜", CARREL_SATURDAY },
  { "日曜日", CARREL_SUNDAY },   { "日曜", CARREL_SUNDAY },      { NULL },
};

static const CarrelWord months[] = {
  { "一月", 1 },    { "二月", 2 },    { "三月", 3 }, { "四月", 4 }, { "五月", 5 },
  { "六月", 6 },    { "七月", 7 },    { "八月", 8 }, { "九月", 9 }, { "十月", 10 },
  { "十一月", 11 }, { "十二月", 12 }, { NULL },
};

static const CarrelWord numbers[] = {
  { "一", 1 }, { "二", 2 }, { "三", 3 }, { "四", 4 },  { "五", 5 }, { "六", 6 },
  { "七", 7 }, { "八", 8 }, { "九", 9 }, { "十", 10 }, { NULL },
};

static const CarrelWord labels[] = {
  { "オフィスアワー", CARREL_LABEL_OFFICE_HOURS },
  { "授業時間", CARREL_LABEL_MEETING },
  { "時限", CARREL_LABEL_MEETING },
  { "曜日・時限", CARREL_LABEL_MEETING },
  { "開講日時", CARREL_LABEL_MEETING },
  { "講義", CARREL_LABEL_LECTURE },
  { "授業", CARREL_LABEL_LECTURE },
  { "演習", CARREL_LABEL_RECITATION },
  { "実験", CARREL_LABEL_LAB },
  { "実習", CARREL_LABEL_LAB },
  { "クラス", CARREL_LABEL_SECTION },
  { "試験", CARREL_LABEL_EXAM },
  { "期末試験", CARREL_LABEL_EXAM },
  { "中間試験", CARREL_LABEL_EXAM },
  { "テスト", CARREL_LABEL_EXAM },
  { "成績", CARREL_LABEL_GRADING },
  { "成績評価", CARREL_LABEL_GRADING },
  { "評価", CARREL_LABEL_GRADING },
  { "評価方法", CARREL_LABEL_GRADING },
  { "成績評価の方法", CARREL_LABEL_GRADING },
  { "評価項目", CARREL_LABEL_COMPONENT },
  { "項目", CARREL_LABEL_COMPONENT },
  { "割合", CARREL_LABEL_WEIGHT },
  { "配点", CARREL_LABEL_WEIGHT },
  { "比率", CARREL_LABEL_WEIGHT },
  { "点", CARREL_LABEL_POINTS },
  { "回数", CARREL_LABEL_COUNT },
  { "評語", CARREL_LABEL_LETTER },
  { "遅延", CARREL_LABEL_LATE },
  { "遅刻", CARREL_LABEL_LATE },
  { "遅れ", CARREL_LABEL_LATE },
  { "授業計画", CARREL_LABEL_SCHEDULE },
  { "スケジュール", CARREL_LABEL_SCHEDULE },
  { "予定", CARREL_LABEL_SCHEDULE },
  { "日程", CARREL_LABEL_SCHEDULE },
  { "場所", CARREL_LABEL_LOCATION },
  { "教室", CARREL_LABEL_LOCATION },
  { "時間", CARREL_LABEL_TIME },
  { "曜日", CARREL_LABEL_DAY },
  { "日付", CARREL_LABEL_DATE },
  { "日にち", CARREL_LABEL_DATE },
  { "月日", CARREL_LABEL_DATE },
  { "週", CARREL_LABEL_WEEK },
  { "テーマ", CARREL_LABEL_TOPIC },
  { "内容", CARREL_LABEL_TOPIC },
  { "授業内容", CARREL_LABEL_TOPIC },
  { "トピック", CARREL_LABEL_TOPIC },
  { "参考文献", CARREL_LABEL_READINGS },
  { "読み物", CARREL_LABEL_READINGS },
  { "教科書", CARREL_LABEL_READINGS },
  { "課題", CARREL_LABEL_HOMEWORK },
  { "宿題", CARREL_LABEL_HOMEWORK },
  { "締切", CARREL_LABEL_DUE },
  { "提出期限", CARREL_LABEL_DUE },
  { "締め切り", CARREL_LABEL_DUE },
  { "休講", CARREL_LABEL_BREAK },
  { "祝日", CARREL_LABEL_BREAK },
  { "休み", CARREL_LABEL_BREAK },
  { "合計", CARREL_LABEL_TOTAL },
  { "ボーナス", CARREL_LABEL_BONUS },
  { "加点", CARREL_LABEL_BONUS },
  { "スタッフ", CARREL_LABEL_STAFF },
  { "氏名", CARREL_LABEL_PERSON },
  { "メール", CARREL_LABEL_EMAIL },
  { "科目名", CARREL_LABEL_TITLE },
  { "授業名", CARREL_LABEL_TITLE },
  { "講義名", CARREL_LABEL_TITLE },
  { "授業科目名", CARREL_LABEL_TITLE },
  { "授業科目", CARREL_LABEL_TITLE },
  { "科目コード", CARREL_LABEL_CODE },
  { "科目番号", CARREL_LABEL_CODE },
  { "学期", CARREL_LABEL_TERM },
  { "要予約", CARREL_LABEL_APPOINTMENT },
  { "予約", CARREL_LABEL_APPOINTMENT },
  { "オンライン", CARREL_LABEL_ONLINE },
  { "対面", CARREL_LABEL_IN_PERSON },
  { "評価基準", CARREL_LABEL_RUBRIC },
  { "ルーブリック", CARREL_LABEL_RUBRIC },
  { NULL },
};

static const CarrelRoleWord roles[] = {
  { "教員", "instructor" },
  { "担当教員", "instructor" },
  { "講師", "instructor" },
  { "教授", "instructor" },
  { "准教授", "instructor" },
  { "ティーチングアシスタント", "TA" },
  { NULL },
};

static const char *const and_words[] = { "と", "、", "・", NULL };
static const char *const range_words[] = { "から", "〜", "～", NULL };
static const char *const between_words[] = { NULL };
static const char *const seasons[]
    = { "春学期", "秋学期", "前期", "後期", "春", "秋", "学期", NULL };
static const char *const usual[] = { "の",   "は",   "を",   "に",       "です",   "ます", "する",
                                     "こと", "した", "から", "について", "および", NULL };

const CarrelWords carrel_words_ja = { "ja",      days,        months,        numbers, labels, roles,
                                      and_words, range_words, between_words, seasons, usual };
