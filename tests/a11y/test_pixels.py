#!/usr/bin/python3
# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view at three widths, in three looks, with text of two sizes, in both directions: text has contrast, is not cut
off, does not overlap, nothing scrolls sideways, and the picture is the one that was approved. So has a notice of what went
wrong, in each look.

usage: test_pixels.py CARREL SCHEMAS [--approve] [--keep FOLDER] [VIEW...] [notice]

Contrast is measured in the pixels of every text that the accessibility bus names. Approved pictures are small and grey,
in tests/data/a11y; where the views are meant to look otherwise, look at those that --keep writes, then --approve.
"""
import pathlib
import subprocess
import sys
import time

from window_picture import Picture, get_difference, save_small
from window_session import Cases, WindowSession

APPROVED = pathlib.Path(__file__).resolve().parents[1] / "data" / "a11y" / "pictures"
VIEWS = ("syllabus", "schedule", "office-hours", "grades", "settings")
WIDTHS = (360, 800, 1280)
HEIGHT = 800
LOOKS = {"light": {"color-scheme": "'light'", "contrast": "'system'"}, "dark": {"color-scheme": "'dark'", "contrast": "'system'"},
         "contrast": {"color-scheme": "'light'", "contrast": "'high'"}}
CONTRAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
SIZES = (100, 200)
TOLERANCE = 0.08            # share of pixels of a picture that may differ
SLACK = 2                   # pixels by which boxes may touch
NOTICE = "The file could not be read."
SMALLEST = 6                # pixels of a side below which a box shows nothing


class Text:
    """Something with text on it, where it is, how much of that shows, and what it is in."""

    def __init__(self, node, box, place):
        self.name, self.box, self.place = (node.name or get_text(node))[:50], box, place
        self.shown = cut(box, place.clip)

    def shows_whole(self):
        return self.shown == self.box and min(self.box[2:]) >= SMALLEST

    def shows_some(self):
        return min(self.shown[2:]) >= SMALLEST


class Place:
    """What is around an element: the box of its parent, what clips it, in how many scrolled areas it is."""

    def __init__(self, clip, parent_box=None, n_scrolled=0, is_active=True):
        self.clip, self.parent_box, self.n_scrolled, self.is_active = clip, parent_box, n_scrolled, is_active

    def enter(self, node, box):
        import pyatspi
        if box is None:
            return self
        is_scrolled = node.getRoleName() == "scroll pane"
        is_active = self.is_active and node.getState().contains(pyatspi.STATE_SENSITIVE)
        return Place(cut(box, self.clip) if is_scrolled else self.clip, box, self.n_scrolled + is_scrolled, is_active)


def cut(box, clip):
    """The part of a box within another one."""
    left, top = max(box[0], clip[0]), max(box[1], clip[1])
    right, bottom = min(box[0] + box[2], clip[0] + clip[2]), min(box[1] + box[3], clip[1] + clip[3])
    return left, top, max(0, right - left), max(0, bottom - top)


def get_text(node):
    try:
        text = node.queryText()
        return text.getText(0, text.characterCount).strip()
    except NotImplementedError:
        return ""


def get_box(node):
    import pyatspi
    try:
        box = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    except NotImplementedError:
        return None
    return box.x, box.y, box.width, box.height


def collect_texts(node, texts, place, depth=0):
    """Texts below an element: leaves with words in them."""
    import pyatspi
    try:
        box = get_box(node)
        if depth > 1 and not node.getState().contains(pyatspi.STATE_VISIBLE):
            return
        if depth > 1 and box is not None and (box[2] <= 0 or box[3] <= 0):
            return
        children = [node.getChildAtIndex(number) for number in range(node.childCount)]
        if not children and get_text(node):
            texts.append(Text(node, box, place))
        inside = place.enter(node, box) if depth > 1 else place
        for child in children:
            if child is not None:
                collect_texts(child, texts, inside, depth + 1)
    except Exception:                                       # went away while it was looked at
        return


def do_overlap(first, second):
    return all(first[axis] + SLACK < second[axis] + second[axis + 2] and second[axis] + SLACK < first[axis] + first[axis + 2]
               for axis in (0, 1))


def check_layout(texts, width):
    """Text that is cut off, beyond the window, or over other text. A wide table scrolls inside itself."""
    findings = []
    for text in texts:
        x, _, wide, _ = text.box
        if (x < -SLACK or x + wide > width + SLACK) and text.place.n_scrolled < 2:
            findings.append(f"beyond the window, {x} to {x + wide}: {text.name}")
        if text.place.parent_box is not None and wide > text.place.parent_box[2] + SLACK:
            findings.append(f"wider than what it is in: {text.name}")
    seen = [text for text in texts if text.shows_some()]
    for number, first in enumerate(seen):
        for second in seen[number + 1:]:
            if first.box != second.box and do_overlap(first.shown, second.shown):
                findings.append(f"over each other: {first.name} {first.shown}, {second.name} {second.shown}")
    return findings


def check_contrast(texts, picture, least):
    """What is not active may be pale (WCAG 1.4.3)."""
    findings = []
    for text in texts:
        contrast = picture.measure_contrast(*text.box) if text.shows_whole() and text.place.is_active else None
        if contrast is not None and contrast < least:
            findings.append(f"contrast {contrast:.2f}, not {least}: {text.name} at {text.box}")
    return findings


class Photographer:
    """Puts the window into every state, with as few steps as there are."""

    def __init__(self, session, direction, options):
        self.session, self.direction, self.options = session, direction, options

    def set(self, **changes):
        """Settings reach the program through the file that it watches."""
        for key, value in changes.items():
            self.session.set_setting(key.replace("_", "-"), value)
        time.sleep(0.4)

    def resize(self, width):
        """The window without its shadow is as wide as the display and stands in its corner."""
        window = self.session.get_active_window()
        shadow = self.measure_shadow(window)
        self.session.xdotool("windowmove", window, str(-shadow), str(-shadow), "windowsize", window, str(width + 2 * shadow),
                             str(HEIGHT + 2 * shadow))
        time.sleep(0.2)

    def measure_shadow(self, window):
        outer = int(self.session.xdotool("getwindowgeometry", "--shell", window)[3].split("=")[1])
        return max(0, (outer - get_box(self.session.find(role="frame"))[2]) // 2)

    @staticmethod
    def take(width):
        """The picture when nothing changes in it any more."""
        last = Picture(width, HEIGHT)
        for _ in range(20):
            time.sleep(0.15)
            picture = Picture(width, HEIGHT)
            if picture.pixels == last.pixels:
                break
            last = picture
        return picture

    def check_picture(self, name, picture):
        width, small = picture.shrink()
        path = APPROVED / f"{name}.png"
        if self.options.keep:
            pathlib.Path(self.options.keep).mkdir(parents=True, exist_ok=True)
            save_small(width, small, pathlib.Path(self.options.keep) / f"{name}.png")
        if self.options.is_approving:
            if not path.exists() or get_difference(small, path) > TOLERANCE / 4:
                save_small(width, small, path)
            return []
        if not path.exists():
            return ["there is no approved picture"]
        difference = get_difference(small, path)
        return [f"{difference:.1%} of it is not as approved"] if difference > TOLERANCE else []

    def check_view(self, cases, view, width, size):
        texts = []
        for look, settings in LOOKS.items():
            name = f"{view}-{width}-{look}-{size}-{self.direction}"
            self.set(**settings)
            self.session.settle(lambda is_dark=look == "dark": Picture(width, HEIGHT).is_dark() == is_dark, 5)
            picture = self.take(width)
            # High contrast draws borders, which move what is beside them.
            if look != "dark":
                texts = []
                collect_texts(self.session.find_application(), texts, Place((0, 0, width, HEIGHT)))
                cases.check(f"{name}: layout",
                            check_layout(texts, width) if texts else ["no text"])
            cases.check(f"{name}: contrast", check_contrast(texts, picture, CONTRAST[look]))
            cases.check(f"{name}: picture", self.check_picture(name, picture))

    def report(self, text):
        """The window shows a notice, as when something went wrong."""
        subprocess.run(["gdbus", "call", "--session", "--dest", "io.github.carrel.Carrel", "--object-path",
                        "/io/github/carrel/Carrel/window/1", "--method", "org.gtk.Actions.Activate", "report",
                        f"[<'{text}'>]", "{}"], check=True, stdout=subprocess.DEVNULL)
        self.session.settle(lambda: self.session.find(name=text, role="label"), 5)

    def check_notice(self, cases):
        for look, settings in LOOKS.items():
            self.set(**settings, text_size="100", window_size=f"({WIDTHS[0]}, {HEIGHT})")
            self.session.start_carrel("--view=syllabus")
            self.session.xdotool("mousemove", str(max(WIDTHS) - 1), str(HEIGHT - 1))
            self.resize(WIDTHS[1])
            self.report(NOTICE)
            picture, texts = self.take(WIDTHS[1]), []
            collect_texts(self.session.find_application(), texts, Place((0, 0, WIDTHS[1], HEIGHT)))
            notices = [text for text in texts if text.name == NOTICE]
            cases.check(f"notice-{look}: contrast", check_contrast(notices, picture, CONTRAST[look]) if notices else ["no text"])
            self.session.stop_carrel()

    def run(self, cases, environment):
        """Each view and size has a start of its own, from narrow to wide: what is not shown keeps the place it had."""
        for size in SIZES:
            for view in self.options.views:
                self.set(**LOOKS["light"], text_size=str(size), window_size=f"({WIDTHS[0]}, {HEIGHT})")
                self.session.start_carrel(f"--view={view}", environment=environment)
                self.session.xdotool("mousemove", str(max(WIDTHS) - 1), str(HEIGHT - 1))
                for width in WIDTHS:
                    self.resize(width)
                    self.check_view(cases, view, width, size)
                self.session.stop_carrel()


class Options:
    def __init__(self, arguments):
        self.is_approving = "--approve" in arguments
        self.keep = arguments[arguments.index("--keep") + 1] if "--keep" in arguments else None
        self.has_notice = "notice" in arguments
        self.views = [view for view in VIEWS if view in arguments]
        if not self.has_notice and not self.views:
            self.has_notice, self.views = True, list(VIEWS)


def main():
    carrel, schemas = sys.argv[1:3]
    options = Options(sys.argv[3:])
    cases = Cases()
    APPROVED.mkdir(parents=True, exist_ok=True)
    with WindowSession(carrel, schemas, max(WIDTHS), HEIGHT) as session:
        if options.has_notice:
            Photographer(session, "ltr", options).check_notice(cases)
        for direction, environment in (("ltr", {}), ("rtl", session.make_locale())):
            Photographer(session, direction, options).run(cases, environment)
        cases.check("nothing complains", session.get_complaints())
    sys.exit(cases.finish())


if __name__ == "__main__":
    main()
