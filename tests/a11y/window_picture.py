# SPDX-FileCopyrightText: The Carrel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pixels of a display: contrast of text in them, and small copies to compare."""
import collections
import subprocess

from Xlib import X, display

SCALE = 20                  # per cent of the size, of approved pictures
LEVELS = 16                 # of grey, in them
DIFFERENT = 40              # of 255: a pixel that is another one
ENOUGH = 3                  # pixels that a colour needs to be one of text


class Picture:
    """What the display shows now, at the top left."""

    def __init__(self, width, height):
        screen = display.Display()
        try:
            self.pixels = screen.screen().root.get_image(0, 0, width, height, X.ZPixmap, 0xffffffff).data
        finally:
            screen.close()
        self.width, self.height = width, height

    def get_colours(self, x, y, width, height):
        """How often each colour is in a rectangle."""
        counts = collections.Counter()
        for row in range(max(0, y), min(self.height, y + height)):
            start = 4 * (row * self.width + max(0, x))
            line = self.pixels[start:start + 4 * (min(self.width, x + width) - max(0, x))]
            counts.update(zip(line[2::4], line[1::4], line[0::4]))
        return counts

    def is_dark(self):
        """Whether most of it is nearer to black."""
        ground = self.get_colours(0, 0, self.width, self.height).most_common(1)[0][0]
        return get_luminance(ground) < 0.18

    def measure_contrast(self, x, y, width, height):
        """The contrast of the ground of a rectangle with what is farthest from it; None for a blank one."""
        counts = self.get_colours(x, y, width, height)
        if len(counts) < 2:
            return None
        ground = counts.most_common(1)[0][0]
        return max((get_contrast(ground, colour) for colour, count in counts.items() if count >= ENOUGH), default=None)

    def shrink(self):
        """A small grey copy: its size and its pixels."""
        data = subprocess.run(["convert", "-size", f"{self.width}x{self.height}", "-depth", "8", "bgra:-", "-alpha", "off",
                               "-scale", f"{SCALE}%", "-colorspace", "Gray", "-depth", "8", "gray:-"], input=self.pixels,
                              capture_output=True, check=True).stdout
        return self.width * SCALE // 100, data


def get_luminance(colour):
    parts = [value / 255 for value in colour]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def get_contrast(first, second):
    """By WCAG 2.2, from 1 to 21."""
    light, dark = sorted((get_luminance(first), get_luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def save_small(width, data, path):
    subprocess.run(["convert", "-size", f"{width}x{len(data) // width}", "-depth", "8", "gray:-", "-posterize", str(LEVELS),
                    "-strip", f"PNG8:{path}"], input=data, check=True)


def get_difference(data, path):
    """The share of pixels that are not those of an approved picture."""
    approved = subprocess.run(["convert", str(path), "-colorspace", "Gray", "-depth", "8", "gray:-"], capture_output=True,
                              check=True).stdout
    if len(approved) != len(data):
        return 1
    return sum(abs(first - second) > DIFFERENT for first, second in zip(approved, data)) / len(data)
