# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Orca takes the names from either module."""
from . import *  # noqa
