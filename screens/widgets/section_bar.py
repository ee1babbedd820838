"""The line at the top: the sections with their letters, and the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from data import calendar_days
from screens.shell import SectionEntry, in_tab_bar, underlined_letter
from screens.widgets.drawn_once import DrawnOnce

if TYPE_CHECKING:
    from textual.events import Click

BRAND = " IT Band  "


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


class SectionBar(DrawnOnce, Widget):
    """Names the sections; takes no focus, so that its letters stay keys of the app."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "section-bar--brand",
        "section-bar--tab",
        "section-bar--current",
        "section-bar--gap",
        "section-bar--date",
    }
    ALLOW_SELECT = False

    day: reactive[date | None] = reactive(None)

    class Chosen(Message):
        """A section was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, sections: Sequence[SectionEntry], current: str) -> None:
        super().__init__()
        self._sections = sections
        self._current = current

    def _pieces(self) -> list[Piece]:
        return lay_out(self._sections, self._current, self.day, self.size.width)

    def render(self) -> Content:
        line = Content("")
        for piece in self._pieces():
            part = Content.styled(piece.text, self.get_visual_style(f"section-bar--{piece.kind}"))
            if piece.underline >= 0:
                part = part.stylize("underline", piece.underline, piece.underline + 1)
            line += part
        return line

    def on_click(self, event: Click) -> None:
        x = event.x
        for piece in self._pieces():
            if x < len(piece.text):
                if piece.key is not None and piece.key != self._current:
                    self.post_message(self.Chosen(piece.key))
                return
            x -= len(piece.text)
