# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the client of speech-dispatcher: what a screen reader would have spoken becomes a line of a file.

The file is named by CARREL_SPEECH_LOG; a line is a JSON object with its kind and its text.
"""
import html
import json
import os
import re
import threading

LOG = open(os.environ.get("CARREL_SPEECH_LOG", os.devnull), "a", buffering=1, encoding="utf-8")
LOCK = threading.Lock()
SPOKEN_AFTER = 0.05         # seconds until the reader is told that it has been heard


def record(kind, text=""):
    with LOCK:
        LOG.write(json.dumps({"kind": kind, "text": text}, ensure_ascii=False) + "\n")


class CallbackType:
    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = "index_marks", "begin", "end", "cancel", "pause", "resume"


class SSIPError(Exception):
    pass


class SSIPCommunicationError(SSIPError):
    pass


class SSIPCommandError(Exception):
    pass


class SpawnError(Exception):
    pass


class Scope:
    SELF, ALL = "self", "all"


class Priority:
    IMPORTANT, TEXT, MESSAGE, NOTIFICATION, PROGRESS = "important", "text", "message", "notification", "progress"


class PunctuationMode:
    ALL, NONE, SOME, MOST = "all", "none", "some", "most"


class DataMode:
    TEXT, SSML = "text", "ssml"


class SSIPClient:
    """The calls that Orca makes; those that only set something do nothing."""

    DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 6560

    def __init__(self, *_arguments, **_options):
        self.is_ssml = False

    def set_data_mode(self, mode):
        self.is_ssml = mode == DataMode.SSML

    def speak(self, text, callback=None, event_types=None):
        record("speak", html.unescape(re.sub(r"<[^>]*>", "", text)) if self.is_ssml else text)

        def tell():
            for kind in (CallbackType.BEGIN, CallbackType.END):
                if not event_types or kind in event_types:
                    callback(kind)

        if callback is not None:
            threading.Timer(SPOKEN_AFTER, tell).start()
        return (225, "OK MESSAGE QUEUED", ("1",))

    def char(self, text):
        record("char", text)

    def key(self, text):
        record("key", text)

    def cancel(self, *_arguments):
        record("cancel")

    def list_output_modules(self):
        return ("recorder",)

    def get_output_module(self):
        return "recorder"

    def list_synthesis_voices(self, *_arguments, **_options):
        return (("recorder", "en", "none"),)

    def get_language(self):
        return "en"

    def get_punctuation(self):
        return PunctuationMode.NONE

    def get_rate(self):
        return 0

    get_pitch = get_pitch_range = get_rate

    def get_volume(self):
        return 100

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_arguments, **_options: None


class Client(SSIPClient):
    pass


class Speaker(SSIPClient):
    pass
