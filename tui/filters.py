"""Last steps before the terminal: text is only text, signs that it can print, and no colour where none is wanted.

They work on what was drawn, so that no screen needs a second set of signs, borders or styles.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from data.plain_text import steers

_LOOKALIKES = {
    char: sign
    for sign, chars in {
        # what stands on one line in two meanings has two signs
        "*": "●▇",
        "+": "◐◑▆┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬",
        "o": "○◯",
        "#": "■▪█▙▛▜▟▓◕",
        "_": "□▫▁",
        "v": "✓✔▾▼↓",
        "x": "✗✘×",
        ">": "▸▶►→›»≥",
        "<": "◂◀◄←‹«≤",
        "^": "▴▲↑",
        "-": "–—−─━═╌╍┄┅▃▔",
        "|": "│┃║▌▐▎▏▍▋▊▉┆┇╎╏┊",
        ".": "·•…▂░┈",
        "~": "▄±≈◔",
        "=": "▅",
        ":": "▒",
        '"': "“”„▀",
        "'": "‘’‚′˙",
    }.items()
    for char in chars
}
_COERCED_LOCALES = {"C.UTF-8", "C.utf8", "UTF-8"}
_BRAILLE = range(0x2800, 0x2900)


def terminal_encoding(environ: Mapping[str, str], encoding: str) -> str:
    """What the terminal can be sent, from its locale and the encoding that Python settled on.

    Python sends UTF-8 in the C locale too, and names that in LC_CTYPE; who asks for C by name means ASCII.
    """
    of_characters = environ.get("LC_CTYPE", "")
    named = (
        environ.get("LC_ALL")
        or (of_characters if of_characters not in _COERCED_LOCALES else "")
        or environ.get("LANG")
        or "UTF-8"
    )
    if "utf" in named.lower() or "utf" not in encoding.lower():
        return encoding
    return "ascii"


@lru_cache(4096)
def _printable(char: str, encoding: str) -> str:
    """The character, or one of the same width that the encoding has."""
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        pass
    else:
        return char
    if ord(char) in _BRAILLE:
        return " .:#"[(ord(char) - _BRAILLE.start).bit_count() // 3 + 1] if char != "\u2800" else " "
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    letter = unicodedata.normalize("NFKD", char)[0]
    return letter if letter.isascii() and cell_len(char) == 1 else "?" * cell_len(char)


@lru_cache(1024)
def _harmless(char: str) -> str:
    return "?" * cell_len(char) if steers(char) else char


class OnlyText(LineFilter):
    """Takes out what would steer the terminal: a field shows what was typed or stored as it is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [
            Segment("".join(map(_harmless, text)), style, control)
            if not control
            else Segment(text, style, control)
            for text, style, control in segments
        ]


class PlainSigns(LineFilter):
    """Replaces each sign that the terminal's encoding lacks by a lookalike of the same width."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(
                text if text.isascii() else "".join(_printable(char, self._encoding) for char in text),
                style,
                control,
            )
            for text, style, control in segments
        ]


class NoColours(LineFilter):
    """Leaves the terminal its own two colours; what stood out by its background is reversed instead."""

    STANDS_OUT = 1.6
    """The contrast ratio to the screen's background from which a background is a sign of its own."""

    def __init__(self, screen_background: Color) -> None:
        super().__init__()
        self._screen_background = screen_background

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, None if style is None else self._plain(style), control)
            for text, style, control in segments
        ]

    def _plain(self, style: Style) -> Style:
        plain = style.without_color
        if style.bgcolor is None or style.reverse:
            return plain
        contrast = contrast_ratio(Color.from_rich_color(style.bgcolor), self._screen_background)
        return plain + Style(reverse=True) if contrast >= self.STANDS_OUT else plain


def contrast_ratio(one: Color, other: Color) -> float:
    """WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_relative_luminance(one), _relative_luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _relative_luminance(colour: Color) -> float:
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
