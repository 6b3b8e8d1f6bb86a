#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of course packs accepts what Carrel writes, names every field, and refuses what is private.

usage: test-schema.py CARRELCTL SCHEMA PACK..."""
import copy
import json
import subprocess
import sys
import unittest

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema is not installed: skipped")
    sys.exit(77)

CARRELCTL, SCHEMA, *PACKS = sys.argv[1:]
BASE = {"format": "carrel-course", "version": 1}
REFUSED = [
    {"scores": {}}, {"staff": [{"accommodations": []}]}, {"grading": [{"items": [{"score": 5}]}]},
    {"version": 2}, {"format": "other"}, {"title": 5}, {"meetings": [{"start": "25:00"}]},
    {"meetings": [{"days": ["XX"]}]}, {"starts_on": "2024-13-01"}, {"rounding": {"to": "one"}},
    {"grading": [{"children": [{"count": 1.5}]}]},
]
ACCEPTED = [
    {}, {"x": 1}, {"meetings": [{"x": {"y": []}}]}, {"title": None, "links": None, "starts_on": ""},
    {"grading": [{"weight_total": "33.333333333333333333"}]}, {"schedule": [{"week": 3}, {"week": "3-4"}]},
]


class Schema(unittest.TestCase):
    def setUp(self):
        self.schema = json.load(open(SCHEMA, encoding="utf-8"))
        self.validator = Draft202012Validator(self.schema)

    def test_is_a_schema(self):
        Draft202012Validator.check_schema(self.schema)

    def test_accepts_what_carrel_writes(self):
        for pack in PACKS:
            written = json.loads(subprocess.run([CARRELCTL, "convert", pack], check=True, capture_output=True).stdout)
            for document in (written, json.load(open(pack, encoding="utf-8"))):
                self.assertEqual([error.message for error in self.validator.iter_errors(document)], [])

    def test_names_every_field(self):
        for pack in PACKS:
            written = json.loads(subprocess.run([CARRELCTL, "convert", pack], check=True, capture_output=True).stdout)
            self.compare(written, self.schema, "")

    def compare(self, document, schema, path):
        schema = self.resolve(schema)
        self.assertEqual([key for key in document if not key.startswith("x-") and key not in schema["properties"]],
                         [], path)
        for key, value in document.items():
            if key in ("sources", "format", "version") or key not in schema["properties"]:
                continue
            child = self.resolve(schema["properties"][key])
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, dict):
                    self.compare(item, child.get("items", child), path + "/" + key)

    def resolve(self, schema):
        for option in schema.get("anyOf", []):
            if "$ref" in option:
                schema = option
        if "$ref" in schema:
            return self.schema["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def test_refuses_what_is_private_or_wrong(self):
        for members in REFUSED:
            self.assertFalse(self.validator.is_valid({**copy.deepcopy(BASE), **members}), members)

    def test_accepts_unknown_keys_and_unknown_values(self):
        for members in ACCEPTED:
            self.assertTrue(self.validator.is_valid({**copy.deepcopy(BASE), **members}), members)


unittest.main(argv=sys.argv[:1])
