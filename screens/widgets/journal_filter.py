"""What the journal is narrowed to: a line of the filters with their keys, and how many days are left."""

from __future__ import annotations

from collections.abc import Iterator

from data.journal import EVERYTHING, Filter
from data.plain_text import one_line
from screens.widgets.day_line import NARROW
from screens.widgets.lines import Line, Lines, Piece, padded, width_of

MOST_WORDS = 20
"""Columns of the words that were searched for."""


class FilterBar(Lines):
    """A filter that is on stands in brackets; a click on one is its key."""

    def __init__(self) -> None:
        super().__init__()
        self._filter = EVERYTHING
        self._count = 0

    def show(self, wanted: Filter, count: int) -> None:
        """`count`: the days that fit."""
        self._filter, self._count = wanted, count
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        lines: list[Line] = [()]
        gap = Piece(" " if width < NARROW else "   ")
        for filter_pieces in self._pieces(narrow=width < NARROW):
            joined = (*lines[-1], *([gap] if lines[-1] else []), *filter_pieces)
            if lines[-1] and width_of(joined) > width:
                lines.append(filter_pieces)
            else:
                lines[-1] = joined
        if self._filter != EVERYTHING:
            lines.append(self._all())
        return lines

    def _pieces(self, *, narrow: bool) -> Iterator[Line]:
        wanted = self._filter
        words = one_line(wanted.words)
        words = padded(words, min(width_of([Piece(words)]), MOST_WORDS))
        yield _filter("/", "search", f"“{words}”" if words else "", "screen.search")
        pain = f"pain {wanted.pain_from} or more" if wanted.pain_from is not None else ""
        yield _filter("0-9", "pain", pain, "screen.more_pain")
        yield _filter("s", "skipped", "skipped" if wanted.skipped else "", "screen.only_skipped")
        physio = "physio" if narrow else "for the physiotherapist"
        yield _filter("n", physio, physio if wanted.for_physio else "", "screen.only_for_physio")

    def _all(self) -> Line:
        days = "1 day" if self._count == 1 else f"{self._count:,} days" if self._count else "no day"
        action = "screen.show_all"
        back = (Piece("backspace", "key", action), Piece(" shows all", "muted", action))
        return (Piece(days, "strong"), Piece(" · ", "muted"), *back)


def _filter(key: str, off: str, on: str, action: str) -> Line:
    said = Piece(f"[{on}]", "chosen", action) if on else Piece(off, "muted", action)
    return (Piece(key, "key", action), Piece(" "), said)
