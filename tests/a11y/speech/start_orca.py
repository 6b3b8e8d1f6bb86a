#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Orca with the recorder in the place of speech-dispatcher, although another Orca may be running beside it.

usage: start_orca.py ORCA [ARGUMENT...]
"""
import pathlib
import sys
import types

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import speechd.client           # noqa: before Orca puts its own folders first

path = sys.argv[1]
sys.argv = sys.argv[1:]
orca = types.ModuleType("orca_program")
orca.__file__ = path
with open(path, encoding="utf-8") as program:
    exec(compile(program.read(), path, "exec"), orca.__dict__)
for name in ("otherOrcas", "other_orcas"):
    if hasattr(orca, name):
        setattr(orca, name, lambda *_arguments: [])
for name in ("setProcessName", "set_process_name"):
    if hasattr(orca, name):
        setattr(orca, name, lambda *_arguments: True)
sys.exit(orca.main())
