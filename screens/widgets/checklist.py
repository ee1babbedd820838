"""The day's list: the exercises with their boxes, then runs and events; one row of it is where the keys act."""

from __future__ import annotations

from collections.abc import Sequence

from screens.widgets.checklist_rows import Columns, Entry, Row, entry_lines
from screens.widgets.lines import Line, Lines, Piece, spread, wrapped


class Checklist(Lines):
    """Drawn by one widget, however many boxes there are; a click on a box ticks it, one on a name goes there."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._entries: Sequence[Entry] = ()
        self._here = ""
        self._answered = ""
        self._empty = ""
        self._tops: dict[str, range] = {}

    def show(
        self, rows: Sequence[Row], entries: Sequence[Entry], here: str, *, answered: str, empty: str
    ) -> None:
        """`here` is the uid of the row where the keys act; `empty` stands in the place of rows."""
        self._rows, self._entries, self._here = rows, entries, here
        self._answered, self._empty = answered, empty
        self.redraw()

    def move_to(self, uid: str) -> None:
        self._here = uid
        self.redraw()

    def lines_of(self, uid: str) -> range:
        """Where a row stands; empty for one that isn't there."""
        return self._tops.get(uid, range(0))

    def lay_out(self, width: int) -> list[Line]:
        self._tops = {}
        lines = spread([Piece("Checklist", "heading")], [Piece(self._answered, "muted")], width)
        columns = Columns(self._rows, width)
        for row in self._rows:
            self._add(lines, row.uid, columns.lines(row, here=row.uid == self._here))
        if not self._rows:
            lines += [(Piece(text, "muted"),) for text in wrapped(self._empty, width)]
        label_width = max((len(entry.label) for entry in self._entries), default=0)
        if self._entries and not self.screen.has_class("-short"):
            lines.append(())
        for entry in self._entries:
            here = entry.uid == self._here
            self._add(lines, entry.uid, entry_lines(entry, width, label_width, here=here))
        return lines

    def _add(self, lines: list[Line], uid: str, new: list[Line]) -> None:
        self._tops[uid] = range(len(lines), len(lines) + len(new))
        lines += new
