"""The line at the top: the sections with their letters, and the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from data import calendar_days
from screens.shell import SectionEntry, in_tab_bar, underlined_letter
from screens.widgets import lines
from screens.widgets.lines import Lines

BRAND = " IT Band  "
PARTS = {"brand": "muted", "tab": "plain", "current": "chosen", "gap": "plain", "date": "muted"}
"""How each kind of piece is drawn."""


class Piece(NamedTuple):
    """A stretch of the line; a click on one that has a key opens that section."""

    text: str
    kind: str
    key: str | None = None
    underline: int = -1


def _tabs(sections: Sequence[SectionEntry], current: str) -> list[Piece]:
    return [
        Piece(
            f" {entry.title} ",
            "current" if entry.key == current else "tab",
            entry.key,
            1 + underlined_letter(entry) if entry.letter else -1,
        )
        for entry in sections
    ]


def _letters(sections: Sequence[SectionEntry], current: str) -> list[Piece]:
    others = [entry for entry in sections if entry.key != current]
    return [Piece(f" {entry.letter}", "tab", entry.key, 1) for entry in others]


def _layouts(sections: Sequence[SectionEntry], current: str, day: date | None) -> Iterator[list[Piece]]:
    """From the roomiest to the tightest: weekday and year go first, then the name, then the titles."""
    tabs = _tabs(sections, current)
    here = [tab for tab in tabs if tab.key == current]
    long, short = (
        Piece(f"{words(day)} " if day else "", "date") for words in (calendar_days.short, calendar_days.brief)
    )
    brand = Piece(BRAND, "brand")
    yield [brand, *tabs, long]
    yield [brand, *tabs, short]
    yield [*tabs, short]
    yield [*here, *_letters(sections, current), short]
    yield [*here, short]
    yield here


def lay_out(sections: Sequence[SectionEntry], current: str, day: date | None, width: int) -> list[Piece]:
    """The pieces of a line of this width, the date pushed to its right end."""
    shown = in_tab_bar(sections, current)
    pieces: list[Piece] = []
    for pieces in _layouts(shown, current, day):
        room = width - sum(len(piece.text) for piece in pieces)
        if room < 0:
            continue
        if pieces and pieces[-1].kind == "date":
            pieces.insert(-1, Piece(" " * room, "gap"))
        break
    return pieces


class SectionBar(Lines):
    """Names the sections; takes no focus, so that its letters stay keys of the app."""

    def __init__(self, sections: Sequence[SectionEntry], current: str) -> None:
        super().__init__()
        self._sections = sections
        self._current = current
        self._day: date | None = None

    def show(self, day: date) -> None:
        if day != self._day:
            self._day = day
            self.redraw()

    def lay_out(self, width: int) -> list[lines.Line]:
        pieces = lay_out(self._sections, self._current, self._day, width)
        return [tuple(drawn for piece in pieces for drawn in _drawn(piece))]


def _drawn(piece: Piece) -> Iterator[lines.Piece]:
    """The piece with its letter underlined; a click on another section's opens it."""
    part = PARTS[piece.kind]
    action = f"app.open_section({piece.key!r})" if piece.kind == "tab" else ""
    if piece.underline < 0:
        yield lines.Piece(piece.text, part, action)
        return
    letter = piece.underline + 1
    yield lines.Piece(piece.text[: piece.underline], part, action)
    yield lines.Piece(piece.text[piece.underline : letter], f"{part}-letter", action)
    yield lines.Piece(piece.text[letter:], part, action)
