/* SPDX-FileCopyrightText: The Carrel contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of a course, read but not understood: front matter, blocks, lines and sections. What
 * extractors of facts work on. */
#pragma once

#include "carrel-arena.h"
#include "carrel-course.h"
#include "carrel-markdown.h"
#include "carrel-node.h"
#include "carrel-words.h"

G_BEGIN_DECLS

/* A line of a paragraph, item, heading or code block: markup, struck-out text and notes dropped,
 * white space squeezed. */
typedef struct
{
  const char *text; /* never NULL, may be empty */
  int line;
  guint block;   /* index of the block */
  guint section; /* index of the section */
  int parent;    /* index of the line it belongs to: of the item around it, or one that ends in a
                    colon; -1 if there is none */
} CarrelPageLine;

/* From a heading to the next one. */
typedef struct
{
  int level;           /* 0 for the text before the first heading */
  const char *heading; /* flattened; "" for the text before the first heading */
  int line;            /* of the heading */
  guint first;         /* index of its first block, the heading itself if there is one */
  guint end;           /* index after its last block */
  guint first_line;    /* index of its first line after the heading */
  guint end_line;      /* index after its last line */
  int parent;          /* index of the section that contains it, or -1 */
  gboolean is_tight;   /* "##Grading": to readers that know only CommonMark it is text */
  gsize body_start;    /* bytes of the source */
  gsize body_end;
} CarrelPageSection;

typedef struct
{
  char *file;
  GBytes *bytes;
  const char *source; /* UTF-8, in bytes, no NUL at its end */
  gsize length;
  CarrelNode *front_matter; /* a map; NULL if there is none */
  CarrelMarkdown *markdown;
  CarrelArena *arena;
  CarrelArenaList lines;    /* of CarrelPageLine, in source order */
  CarrelArenaList sections; /* of CarrelPageSection */
  const CarrelWords *words;
} CarrelPage;

CarrelPage *carrel_page_new (const char *file, GBytes *bytes, GError **error);
void carrel_page_free (CarrelPage *page);

guint carrel_page_get_n_blocks (const CarrelPage *page);
const CarrelBlock *carrel_page_get_block (const CarrelPage *page, guint index);
guint carrel_page_get_n_sections (const CarrelPage *page);
const CarrelPageSection *carrel_page_get_section (const CarrelPage *page, guint index);
guint carrel_page_find_section (const CarrelPage *page, guint block);
guint carrel_page_get_n_lines (const CarrelPage *page);
const CarrelPageLine *carrel_page_get_line (const CarrelPage *page, guint index);
gboolean carrel_page_section_has_label (const CarrelPage *page, guint section, CarrelLabel label);
char *carrel_page_dup_text (const CarrelInline *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarrelPage, carrel_page_free)

G_END_DECLS
