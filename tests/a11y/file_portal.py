#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for the file chooser of the desktop portal. Each line of its input is how the next question is answered:
{"response": 0, "uris": [...]}, {"error": "..."} or {} for never; each question comes out as a line.

usage: file_portal.py
"""
import json
import sys

from gi.repository import Gio, GLib

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
QUESTION = """<method name='{}'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{{sv}}' direction='in'/>
<arg type='o' direction='out'/></method>"""
CHOOSER = "<node><interface name='org.freedesktop.portal.FileChooser'>" + QUESTION.format("OpenFile") \
    + QUESTION.format("SaveFile") + "<property name='version' type='u' access='read'/></interface></node>"
CLOSING = f"<node><interface name='{REQUEST}'><method name='Close'/></interface></node>"


def say(**words):
    print(json.dumps(words), flush=True)


def on_close(connection, _sender, path, _interface, _method, _parameters, invocation):
    say(method="Close", path=path)
    invocation.return_value(None)


def on_question(connection, sender, _path, _interface, method, parameters, invocation):
    parent, title, options = parameters.unpack()
    answer = json.loads(sys.stdin.readline())
    if "error" in answer:
        invocation.return_dbus_error("org.freedesktop.portal.Error.Failed", answer["error"])
        say(method=method, parent=parent, title=title, options=options)
        return
    handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    request = connection.register_object(handle, Gio.DBusNodeInfo.new_for_xml(CLOSING).interfaces[0], on_close, None, None)
    invocation.return_value(GLib.Variant("(o)", (handle,)))
    if "response" in answer:
        results = {"uris": GLib.Variant("as", answer.get("uris", []))}      # xdg-desktop-portal sends them always
        connection.emit_signal(sender, handle, REQUEST, "Response", GLib.Variant("(ua{sv})", (answer["response"], results)))
        connection.unregister_object(request)
    say(method=method, parent=parent, title=title, options=options)


def on_bus(connection, _name):
    chooser = Gio.DBusNodeInfo.new_for_xml(CHOOSER).interfaces[0]
    connection.register_object(PATH, chooser, on_question, lambda *_question: GLib.Variant("u", 4), None)


if __name__ == "__main__":
    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, on_bus, lambda *_name: say(method="ready"), None)
    GLib.MainLoop().run()
