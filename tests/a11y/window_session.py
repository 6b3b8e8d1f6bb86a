# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of its own for tests of the window from outside: display, buses, home, clock. Keys go in by xdotool, what
is there comes back by the accessibility bus."""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

TYPE_NAME = re.compile(r"^(?:Gtk|Adw|Gdk|Carrel)[A-Z]\w+$")
COMPLAINT = r"CRITICAL|Gtk-WARNING|carrel-\w+-WARNING|Sanitizer"
NO_COMPLAINT = "Screen coordinates not supported"       # GTK about a question of the screen reader
FOUND_IN = 20               # seconds that something may take to appear
RESTS_AFTER = 2             # times that all looks as it did before
# No keys of its own: the program gets every one.
WINDOW_MANAGER = """<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc"><focus><focusNew>yes</focusNew>
<followMouse>no</followMouse></focus><placement><policy>Smart</policy></placement><keyboard/><mouse/><desktops>
<number>1</number><popupTime>0</popupTime></desktops></openbox_config>"""


class WindowSession:
    """Starts everything on entry and ends it on exit."""

    def __init__(self, carrel, schemas, width=1000, height=800):
        self.carrel, self.processes, self.app = carrel, [], None
        self.settings = {}
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="carrel-a11y-"))
        self.size = f"{width}x{height}x24"
        runtime = self.home / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ.update(HOME=str(self.home), XDG_RUNTIME_DIR=str(runtime), XDG_DATA_HOME=str(self.home / "data"),
                          XDG_CONFIG_HOME=str(self.home / "config"), XDG_CACHE_HOME=str(self.home / "cache"),
                          GSETTINGS_BACKEND="keyfile", GSETTINGS_SCHEMA_DIR=schemas, GIO_USE_VFS="local", GDK_BACKEND="x11",
                          GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", LC_ALL="C.UTF-8", TZ="America/New_York",
                          CARREL_NOW="2026-02-11T14:20:00", NO_AT_BRIDGE="0")
        for name in ("WAYLAND_DISPLAY", "GTK_A11Y", "AT_SPI_BUS_ADDRESS"):
            os.environ.pop(name, None)

    def __enter__(self):
        reader, writer = os.pipe()
        self.start(["Xvfb", "-displayfd", str(writer), "-screen", "0", self.size, "-nolisten", "tcp"], pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            os.environ["DISPLAY"] = ":" + pipe.readline().strip()
        bus = self.start(["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE, text=True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        rules = self.home / "openbox.xml"
        rules.write_text(WINDOW_MANAGER, encoding="utf-8")
        self.start(["openbox", "--config-file", str(rules)])
        self.system = {"Gtk/EnableAnimations": 0, "Gtk/CursorBlink": 0}
        self.write_system()
        self.system_process = self.start(["xsettingsd", "-c", str(self.home / "xsettings")])
        return self

    def write_system(self):
        lines = [f"{name} {value}" for name, value in self.system.items()]
        (self.home / "xsettings").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def set_system(self, **changes):
        """Settings of the system, as Xft_DPI for Xft/DPI, that programs hear of at once."""
        self.system.update({name.replace("_", "/"): value for name, value in changes.items()})
        self.write_system()
        self.system_process.send_signal(signal.SIGHUP)

    def set_setting(self, key, value):
        """A setting of Carrel as GVariant text; an open window takes it up."""
        self.settings[key] = value
        folder = self.home / "config" / "glib-2.0" / "settings"
        folder.mkdir(parents=True, exist_ok=True)
        lines = ["[io/github/carrel/Carrel]"] + [f"{name}={text}" for name, text in self.settings.items()]
        (folder / "keyfile").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def __exit__(self, *_error):
        self.stop_carrel()
        for process in reversed(self.processes):
            process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.home, ignore_errors=True)

    def make_locale(self):
        """A language from right to left, that the system need not have installed."""
        folder = self.home / "locale"
        if not folder.exists():
            folder.mkdir()
            subprocess.run(["localedef", "-i", "ar_EG", "-f", "UTF-8", folder / "ar_EG.UTF-8"], check=True)
        return {"LOCPATH": str(folder), "LC_ALL": "ar_EG.UTF-8", "CARREL_DIRECTION": "rtl"}

    def start(self, command, **options):
        options.setdefault("stdout", subprocess.DEVNULL)
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    # ---- the program ----

    def start_carrel(self, *arguments, environment=None):
        """Starts the program and waits for its window to be active."""
        self.log = open(self.home / "carrel.log", "a+", encoding="utf-8")
        self.app = subprocess.Popen([self.carrel, *arguments], stdout=self.log, stderr=self.log,
                                    env={**os.environ, **(environment or {})})
        self.wait(lambda: self.xdotool("search", "--onlyvisible", "--class", "carrel"), "a window")
        self.wait(self.find_application, "the application on the accessibility bus")
        self.wait(lambda: self.find(role="frame") or self.find(role="dialog"), "a frame")
        window = self.xdotool("search", "--onlyvisible", "--class", "carrel")[0]
        self.xdotool("windowactivate", "--sync", window)
        self.settle(self.find_focus, 5)

    def stop_carrel(self):
        if self.app is None:
            return
        self.app.terminate()
        self.app.wait(timeout=20)
        self.app = None

    def renew(self):
        """As on the first day: no data, no settings."""
        self.stop_carrel()
        for name in ("data", "config", "cache"):
            shutil.rmtree(self.home / name, ignore_errors=True)

    def get_complaints(self):
        """Lines of the program's log that should not be there."""
        self.log.flush()
        text = (self.home / "carrel.log").read_text(encoding="utf-8")
        return [line for line in text.splitlines() if re.search(COMPLAINT, line)
                and NO_COMPLAINT not in line]

    # ---- keys ----

    @staticmethod
    def xdotool(*arguments):
        return subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=False).stdout.split()

    def get_active_window(self):
        return self.xdotool("getactivewindow")[0]

    def press(self, *keys):
        for key in keys:
            self.xdotool("key", "--clearmodifiers", key)
            time.sleep(0.15)

    def type(self, text):
        self.xdotool("type", "--delay", "40", text)
        time.sleep(0.2)

    # ---- the tree ----

    @staticmethod
    def find_application():
        import pyatspi
        desktop = pyatspi.Registry.getDesktop(0)
        for place in range(desktop.childCount):
            try:
                application = desktop.getChildAtIndex(place)
                if application is not None and "carrel" in application.name.lower():
                    return application
            except Exception:                               # an application that is just going away
                continue
        return None

    @staticmethod
    def is_seen(node, states):
        """GTK 4.8 has no "showing" below the window: what is not mapped has no size."""
        import pyatspi
        if states.contains(pyatspi.STATE_SHOWING):
            return True
        if not states.contains(pyatspi.STATE_VISIBLE):
            return False
        try:
            size = node.queryComponent().getSize()
        except NotImplementedError:
            return True
        return size[0] > 0 and size[1] > 0

    def walk(self, node=None, depth=0):
        """All that is seen, in order."""
        import pyatspi
        node = node if node is not None else self.find_application()
        if node is None or depth > 60:
            return
        try:
            states = node.getState()
            if depth > 1 and not self.is_seen(node, states):
                return
            yield node, states
            children = [node.getChildAtIndex(place) for place in range(node.childCount)]
        except Exception:                                   # went away while it was looked at
            return
        for child in children:
            if child is not None:
                yield from self.walk(child, depth + 1)

    def find(self, name=None, role=None, contains=None):
        for node, _states in self.walk():
            if (name is None or node.name == name) and (role is None or node.getRoleName() == role) \
                    and (contains is None or contains in node.name):
                return node
        return None

    def find_dialog(self):
        """The window before the main one, if there is one."""
        application = self.find_application()
        return application.getChildAtIndex(application.childCount - 1) if application.childCount > 1 else None

    def find_focus(self):
        """Where the focus is, of the window in front: GTK 4.8 leaves the state to one behind it as well."""
        import pyatspi
        application = self.find_application()
        for place in reversed(range(application.childCount if application is not None else 0)):
            for node, states in self.walk(application.getChildAtIndex(place), 1):
                if states.contains(pyatspi.STATE_FOCUSED) and states.contains(pyatspi.STATE_FOCUSABLE):
                    return node
        return None

    def get_text(self):
        """Every name and text that is showing, joined."""
        import pyatspi
        parts = []
        for node, _states in self.walk():
            parts.append(node.name)
            try:
                text = node.queryText()
                parts.append(text.getText(0, text.characterCount))
            except (NotImplementedError, pyatspi.NoneType if hasattr(pyatspi, "NoneType") else NotImplementedError):
                pass
            except Exception:
                pass
        return "\n".join(parts)

    @staticmethod
    def act(node):
        """Does the first action of an element; false when it has none."""
        try:
            done = node.queryAction().doAction(0)
        except Exception:
            return False
        time.sleep(0.3)
        return done

    def click(self, node):
        """Does the first action of an element, or gives it the focus and presses Space."""
        try:
            node.queryAction().doAction(0)
        except Exception:
            node.queryComponent().grabFocus()
            self.press("space")
        time.sleep(0.3)

    @staticmethod
    def settle(check, seconds=2):
        """The first true answer within a short time, or the last one."""
        end = time.monotonic() + seconds
        answer = check()
        while not answer and time.monotonic() < end:
            time.sleep(0.1)
            answer = check()
        return answer

    def look(self):
        """What shows that something is still going on; nothing while there is no focus."""
        try:
            application, focus = self.find_application(), self.find_focus()
            return focus and (self.xdotool("getactivewindow"), application.childCount, focus.getRoleName(), focus.name)
        except Exception:                                   # a window that is just going away
            return None

    def rest(self, seconds=3):
        """Waits for the windows and the focus to stay as they are."""
        end, seen, times = time.monotonic() + seconds, None, 0
        while times < RESTS_AFTER and time.monotonic() < end:
            now = self.look()
            times = times + 1 if now and now == seen else 0
            seen = now
            time.sleep(0.1)

    def wait(self, check, what, seconds=FOUND_IN):
        """The first true answer of a check; an error names what did not come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            answer = check()
            if answer:
                return answer
            time.sleep(0.1)
        raise AssertionError(f"did not come: {what}")


class Cases:
    """Runs checks as cases and prints a line for each."""

    def __init__(self):
        self.number = self.failed = 0

    def check(self, name, findings):
        self.number += 1
        self.failed += bool(findings)
        print(f"{'not ok' if findings else 'ok'} {self.number} {name}", flush=True)
        for finding in list(findings or [])[:20]:
            print(f"# {finding}", flush=True)

    def skip(self, name, reason):
        self.number += 1
        print(f"ok {self.number} {name} # SKIP {reason}", flush=True)

    def finish(self):
        print(f"1..{self.number}", flush=True)
        return 1 if self.failed else 0
