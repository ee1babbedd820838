"""The day that is shown, with an arrow to either side of it."""

from __future__ import annotations

from datetime import date

from data import calendar_days
from screens.widgets.lines import Line, Lines, Piece, width_of


class DayBar(Lines):
    """Names the day; a click on an arrow goes a day on, one on the date asks for another."""

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None
        self._today: date | None = None

    def show(self, day: date, today: date) -> None:
        if (day, today) != (self._day, self._today):
            self._day, self._today = day, today
            self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._day is None or self._today is None:
            return [()]
        name = calendar_days.long(self._day)
        if self._day.year != self._today.year:
            name += f" {self._day.year}"
        line = (
            Piece("◀ ", "key", "screen.go(-1)"),
            Piece(name, "strong", "screen.pick_day"),
            Piece(" ▶", "key", "screen.go(1)"),
        )
        words = Piece(f"   {calendar_days.relative(self._day, self._today)}", "muted", "screen.pick_day")
        return [(*line, words) if width_of((*line, words)) <= width else line]
