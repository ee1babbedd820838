"""The calendar of a year as a widget with a cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from .cells import Row
from .drawing_view import DrawingView
from .year_calendar import Kind, YearCalendar, draw_year


class YearView(DrawingView):
    """Draws days' adherence or worst pain as a calendar. Takes no focus: the screen moves the cursor."""

    DEFAULT_CSS = """
    YearView { height: auto; }
    """

    days: reactive[Mapping[date, float | None]] = reactive({}, layout=True)
    """Adherence 0–1 or worst pain 0–10 by day; None is unknown."""
    idle: reactive[frozenset[date]] = reactive(frozenset(), layout=True)
    """Days on which nothing was due."""
    kind: reactive[Kind] = reactive("adherence", layout=True)
    cursor: reactive[date | None] = reactive(None)

    @dataclass
    class DayChosen(Message):
        """A day was clicked, or reached by `move_cursor`."""

        calendar: YearView
        day: date

        @property
        def control(self) -> YearView:
            return self.calendar

    _calendar: YearCalendar = YearCalendar((), {})

    def move_cursor(self, days: int) -> None:
        """Move the cursor by days, at most to the first or last; without a cursor it begins at the last day."""
        if not self.days:
            return
        last = max(self.days)
        day = last if self.cursor is None else self.cursor + timedelta(days=days)
        self._put_cursor(min(max(day, min(self.days)), last))

    def drawn_rows(self, width: int, height: int) -> Sequence[Row]:
        self._calendar = draw_year(self.days, width, kind=self.kind, idle=self.idle, unicode=self.unicode)
        return self._with_cursor()

    def watch_cursor(self) -> None:
        if self._drawn:
            self._drawn = (*self._drawn[:2], self._with_cursor())
        self.refresh()

    def watch_days(self) -> None:
        self.redraw(layout=True)

    def watch_idle(self) -> None:
        self.redraw(layout=True)

    def watch_kind(self) -> None:
        self.redraw(layout=True)

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset and (day := self._calendar.day_at(offset.x, offset.y)):
            self._put_cursor(day)

    def _with_cursor(self) -> Sequence[Row]:
        calendar = self._calendar
        return calendar.with_cursor(self.cursor, unicode=self.unicode).rows if self.cursor else calendar.rows

    def _put_cursor(self, day: date) -> None:
        self.cursor = day
        self.post_message(self.DayChosen(self, day))
