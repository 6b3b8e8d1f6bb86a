/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of course pages in Chinese. */
#define G_LOG_DOMAIN "carrel-words"

#include "config.h"

#include "carrel-words.h"

static const CarrelWord days[] = {
  { "星期一", CARREL_MONDAY },   { "周一", CARREL_MONDAY },    { "週一", CARREL_MONDAY },
  { "礼拜一", CARREL_MONDAY },   { "星期二", CARREL_TUESDAY }, { "周二", CARREL_TUESDAY },
  { "週二", CARREL_TUESDAY },    { "礼拜二", CARREL_TUESDAY }, { "星期三", CARREL_WEDNESDAY },
  { "周三", CARREL_WEDNESDAY },  { "週三", CARREL_WEDNESDAY }, { "礼拜三", CARREL_WEDNESDAY },
  { "星期四", CARREL_THURSDAY }, { "周四", CARREL_THURSDAY },  { "週四", CARREL_THURSDAY },
  { "礼拜四", CARREL_THURSDAY }, { "星期五", CARREL_FRIDAY },  { "周五", CARREL_FRIDAY },
  { "週五", CARREL_FRIDAY },     { "礼拜五", CARREL_FRIDAY },  { "星期六", CARREL_SATURDAY },
  { "周六", CARREL_SATURDAY },   { "週六", CARREL_SATURDAY },  { "礼拜六", CARREL_SATURDAY },
  { "星期日", CARREL_SUNDAY },   { "星期天", CARREL_SUNDAY },  { "周日", CARREL_SUNDAY },
  { "周天", CARREL_SUNDAY },     { "週日", CARREL_SUNDAY },    { NULL },
};

static const CarrelWord months[] = {
  { "一月", 1 },    { "二月", 2 },    { "三月", 3 }, { "四月", 4 }, { "五月", 5 },
  { "六月", 6 },    { "七月", 7 },    { "八月", 8 }, { "九月", 9 }, { "十月", 10 },
  { "十一月", 11 }, { "十二月", 12 }, { NULL },
};

static const CarrelWord numbers[] = {
  { "一", 1 }, { "二", 2 }, { "两", 2 }, { "三", 3 }, { "四", 4 },  { "五", 5 },
  { "六", 6 }, { "七", 7 }, { "八", 8 }, { "九", 9 }, { "十", 10 }, { NULL },
};

static const CarrelWord labels[] = {
  { "答疑时间", CARREL_LABEL_OFFICE_HOURS },
  { "答疑", CARREL_LABEL_OFFICE_HOURS },
  { "办公时间", CARREL_LABEL_OFFICE_HOURS },
  { "上课时间", CARREL_LABEL_MEETING },
  { "課程時間", CARREL_LABEL_MEETING },
  { "时间安排", CARREL_LABEL_MEETING },
  { "授课", CARREL_LABEL_LECTURE },
  { "讲课", CARREL_LABEL_LECTURE },
  { "课堂", CARREL_LABEL_LECTURE },
  { "习题课", CARREL_LABEL_RECITATION },
  { "讨论课", CARREL_LABEL_RECITATION },
  { "实验", CARREL_LABEL_LAB },
  { "实验课", CARREL_LABEL_LAB },
  { "班级", CARREL_LABEL_SECTION },
  { "分组", CARREL_LABEL_SECTION },
  { "考试", CARREL_LABEL_EXAM },
  { "期中考试", CARREL_LABEL_EXAM },
  { "期末考试", CARREL_LABEL_EXAM },
  { "測驗", CARREL_LABEL_EXAM },
  { "成绩", CARREL_LABEL_GRADING },
  { "成绩考核", CARREL_LABEL_GRADING },
  { "分数构成", CARREL_LABEL_GRADING },
  { "分数组成", CARREL_LABEL_GRADING },
  { "考核", CARREL_LABEL_GRADING },
  { "成绩评定", CARREL_LABEL_GRADING },
  { "评分", CARREL_LABEL_GRADING },
  { "考核方式", CARREL_LABEL_GRADING },
  { "成績", CARREL_LABEL_GRADING },
  { "考核项目", CARREL_LABEL_COMPONENT },
  { "项目", CARREL_LABEL_COMPONENT },
  { "内容", CARREL_LABEL_COMPONENT },
  { "比例", CARREL_LABEL_WEIGHT },
  { "占比", CARREL_LABEL_WEIGHT },
  { "权重", CARREL_LABEL_WEIGHT },
  { "百分比", CARREL_LABEL_WEIGHT },
  { "分", CARREL_LABEL_POINTS },
  { "分数", CARREL_LABEL_POINTS },
  { "分值", CARREL_LABEL_POINTS },
  { "次数", CARREL_LABEL_COUNT },
  { "等级", CARREL_LABEL_LETTER },
  { "迟交", CARREL_LABEL_LATE },
  { "逾期", CARREL_LABEL_LATE },
  { "晚交", CARREL_LABEL_LATE },
  { "教学日历", CARREL_LABEL_SCHEDULE },
  { "课程安排", CARREL_LABEL_SCHEDULE },
  { "教学进度", CARREL_LABEL_SCHEDULE },
  { "日程", CARREL_LABEL_SCHEDULE },
  { "地点", CARREL_LABEL_LOCATION },
  { "教室", CARREL_LABEL_LOCATION },
  { "上课地点", CARREL_LABEL_LOCATION },
  { "时间", CARREL_LABEL_TIME },
  { "星期", CARREL_LABEL_DAY },
  { "日期", CARREL_LABEL_DATE },
  { "周次", CARREL_LABEL_WEEK },
  { "周", CARREL_LABEL_WEEK },
  { "第几周", CARREL_LABEL_WEEK },
  { "主题", CARREL_LABEL_TOPIC },
  { "内容", CARREL_LABEL_TOPIC },
  { "教学内容", CARREL_LABEL_TOPIC },
  { "课题", CARREL_LABEL_TOPIC },
  { "阅读", CARREL_LABEL_READINGS },
  { "阅读材料", CARREL_LABEL_READINGS },
  { "参考书", CARREL_LABEL_READINGS },
  { "作业", CARREL_LABEL_HOMEWORK },
  { "截止", CARREL_LABEL_DUE },
  { "截止日期", CARREL_LABEL_DUE },
  { "提交", CARREL_LABEL_DUE },
  { "放假", CARREL_LABEL_BREAK },
  { "国庆节", CARREL_LABEL_BREAK },
  { "假期", CARREL_LABEL_BREAK },
  { "停课", CARREL_LABEL_BREAK },
  { "总计", CARREL_LABEL_TOTAL },
  { "合计", CARREL_LABEL_TOTAL },
  { "总分", CARREL_LABEL_TOTAL },
  { "附加分", CARREL_LABEL_BONUS },
  { "加分", CARREL_LABEL_BONUS },
  { "教学团队", CARREL_LABEL_STAFF },
  { "姓名", CARREL_LABEL_PERSON },
  { "邮箱", CARREL_LABEL_EMAIL },
  { "课程名称", CARREL_LABEL_TITLE },
  { "课程代码", CARREL_LABEL_CODE },
  { "课程编号", CARREL_LABEL_CODE },
  { "学期", CARREL_LABEL_TERM },
  { "预约", CARREL_LABEL_APPOINTMENT },
  { "线上", CARREL_LABEL_ONLINE },
  { "腾讯会议", CARREL_LABEL_ONLINE },
  { "线下", CARREL_LABEL_IN_PERSON },
  { "评分标准", CARREL_LABEL_RUBRIC },
  { "评分细则", CARREL_LABEL_RUBRIC },
  { NULL },
};

static const CarrelRoleWord roles[] = {
  { "教师", "instructor" },
  { "授课教师", "instructor" },
  { "任课教师", "instructor" },
  { "老师", "instructor" },
  { "主讲教师", "instructor" },
  { "助教", "TA" },
  { NULL },
};

static const char *const and_words[] = { "和", "与", "及", "、", NULL };
static const char *const range_words[] = { "至", "到", NULL };
static const char *const between_words[] = { NULL };
static const char *const seasons[] = { "春季", "秋季", "夏季", "冬季", "学期", "春", "秋", NULL };
static const char *const usual[] = { "的",   "和",   "在",   "是",   "课程", "学生", "作业",
                                     "我们", "进行", "以及", "成绩", "与",   NULL };

const CarrelWords carrel_words_zh = { "zh",      days,        months,        numbers, labels, roles,
                                      and_words, range_words, between_words, seasons, usual };
