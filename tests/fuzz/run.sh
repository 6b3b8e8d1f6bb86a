#!/bin/sh
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fuzzes every target for some seconds each (60 by default), with address and undefined sanitizers.
# usage: tests/fuzz/run.sh [SECONDS [TARGET...]]
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$top/_fuzz}
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- page front-matter pack html slot scores
[ -d "$build" ] || CC=clang meson setup "$build" "$top" -Dfuzz=true -Dwindow=disabled \
  -Db_sanitize=address,undefined -Db_lundef=false -Dbuildtype=debugoptimized
for target in "$@"; do
  ninja -C "$build" "tests/fuzz/fuzz-$target"
  mkdir -p "$build/corpus/$target"
  (cd "$build/corpus" && "$build/tests/fuzz/fuzz-$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
    -max_len=65536 "$target" "$top/tests/fuzz/seeds/$target")
done
