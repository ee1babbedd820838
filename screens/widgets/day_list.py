"""The days of the journal: however many there are, only the lines that are looked at are laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.message import Message

from data import journal
from data.journal import Glance
from screens.journal_rows import Row, Rows
from screens.trouble import TROUBLES
from screens.widgets.day_line import LEGEND, DayColumns
from screens.widgets.day_signs import DAY_SIGNS
from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped

if TYPE_CHECKING:
    from textual.events import Click
    from textual.geometry import Size


class DayList(Lines):
    """One row under the cursor; a click chooses a row."""

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    def __init__(self) -> None:
        super().__init__()
        self._rows = Rows((), date.min, gaps=False)
        self._here = 0
        self._today = date.min
        self._words = self._empty = ""
        self._glance: Callable[[date], Glance] | None = None
        self._glances: dict[date, Glance] = {}

    def show(
        self, rows: Rows, here: int, today: date, glance: Callable[[date], Glance], *, words: str, empty: str
    ) -> None:
        """`glance` reads a day when its line is looked at; `empty` stands in the place of rows."""
        self._rows, self._here, self._today = rows, here, today
        self._glance, self._glances = glance, {}
        self._words, self._empty = words, empty
        self.ask_for_height()

    def move_to(self, row: int) -> None:
        for y in (self._here, row):
            self.refresh(Region(0, y, self.content_size.width, 1))
        self._here = row

    def lay_out(self, width: int) -> list[Line]:
        """What stands there without rows."""
        return [] if self._rows.list else [(Piece(text, "muted"),) for text in wrapped(self._empty, width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows) or super().get_content_height(container, viewport, width)

    def line_at(self, y: int) -> Line:
        if not 0 <= y < len(self._rows):
            return super().line_at(y)
        try:
            return self._line_of(self._rows[y], here=y == self._here)
        except TROUBLES:
            return (Piece("can't be read just now", "faint"),)

    def _line_of(self, row: Row, *, here: bool) -> Line:
        columns = DayColumns(self.content_size.width)
        if row.kind == "month":
            return columns.month(row.first)
        if row.kind == "gap":
            paused = journal.is_paused(row.first, row.last)
            return columns.gap_line(row.first, row.last, self._today, paused=paused, here=here)
        return columns.day_line(self._glance_at(row), self._words, here=here)

    def _glance_at(self, row: Row) -> Glance:
        if row.first not in self._glances:
            assert self._glance is not None
            self._glances[row.first] = self._glance(row.first)
        return self._glances[row.first]

    async def on_click(self, event: Click) -> None:
        at = event.get_content_offset(self)
        if at and 0 <= at.y < len(self._rows) and self._rows[at.y].can_be_chosen:
            event.stop()
            self.post_message(self.Chosen(at.y))


class ListHead(Lines):
    """The names of the columns, and the month of the days that are scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        self._month: date | None = None

    def show(self, month: date | None) -> None:
        """None: the month stands at the top of the list itself."""
        self._month = month
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        return [DayColumns(width).head(self._month)]


class ListLegend(Lines):
    """What the signs of the list mean; in few columns some stand in the place of words."""

    def lay_out(self, width: int) -> list[Line]:
        work = _legend(((sign, word, part) for sign, _, word, part in DAY_SIGNS.values()), width)
        if not DayColumns(width).narrow:
            return work
        words = _legend(((sign, word, "strong") for sign, word in LEGEND), width)
        return words if self.screen.has_class("-short") else [*work, *words]


def _legend(signs: Iterable[tuple[str, str, str]], width: int) -> list[Line]:
    lines: list[Line] = [()]
    for sign, word, part in signs:
        entry = (Piece(sign, part), Piece(f" {word}  ", "faint"))
        if lines[-1] and width_of((*lines[-1], *entry)) - 2 > width:
            lines.append(())
        lines[-1] = (*lines[-1], *entry)
    return lines
