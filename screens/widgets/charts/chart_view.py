"""The chart of trends as a widget: three panels, or one at a time where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from data.figures import ChartSeries

from .cells import Row
from .drawing import PANELS, draw_panels
from .drawing_view import DrawingView
from .stacking import Drawing

NARROWEST_FOR_ALL_PANELS = 50
LOWEST_FOR_ALL_PANELS = 14


class Chart(DrawingView):
    """Draws a ChartSeries at its size. Takes no focus: the screen moves the cursor and turns to other panels."""

    series: reactive[ChartSeries | None] = reactive(None)
    """The days to show, from first to last; None leaves the field empty."""
    cursor: reactive[date | None] = reactive(None)
    """The day that a line is drawn through; a day outside the series shows none."""
    panel: reactive[str] = reactive(PANELS[0])
    """The one of PANELS that is shown while there is no room for all."""
    units: reactive[str] = reactive("km")
    """`km` or `mi`."""

    @dataclass
    class CursorMoved(Message):
        """The cursor was moved to a day, by a click or by `move_cursor`."""

        chart: Chart
        day: date

        @property
        def control(self) -> Chart:
            return self.chart

    _drawing: Drawing | None = None

    @property
    def one_panel(self) -> bool:
        """Whether there is room for one panel only."""
        return self.size.width < NARROWEST_FOR_ALL_PANELS or self.size.height < LOWEST_FOR_ALL_PANELS

    def show_next_panel(self) -> None:
        """Turn to the next panel, for where one is shown at a time."""
        self.panel = PANELS[(PANELS.index(self.panel) + 1) % len(PANELS)]

    def move_cursor(self, days: int) -> None:
        """Move the cursor by days, at most to the first or last; without a cursor it begins at the last day."""
        if self.series is None or not self.series.days:
            return
        first, last = self.series.days[0].day, self.series.days[-1].day
        day = last if self.cursor is None else self.cursor + timedelta(days=days)
        self._put_cursor(min(max(day, first), last))

    def drawn_rows(self, width: int, height: int) -> Sequence[Row]:
        if self.series is None or not self.series.days:
            return ()
        show = (self.panel,) if self.one_panel else PANELS
        self._drawing = draw_panels(
            self.series, width, height, show=show, units=self.units, unicode=self.unicode
        )
        return self._with_cursor()

    def watch_cursor(self) -> None:
        """Only the line moves; the panels stay as they were drawn."""
        if self._drawing and self._drawn:
            self._drawn = (*self._drawn[:2], self._with_cursor())
        self.refresh()

    def watch_series(self) -> None:
        self.redraw()

    def watch_panel(self) -> None:
        self.redraw()

    def watch_units(self) -> None:
        self.redraw()

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset and self._drawing and (day := self._drawing.day_at(offset.x)):
            self._put_cursor(day)

    def _with_cursor(self) -> Sequence[Row]:
        drawing = self._drawing
        if drawing is None or self.cursor is None:
            return drawing.rows if drawing else ()
        return drawing.with_cursor(self.cursor, unicode=self.unicode).rows

    def _put_cursor(self, day: date) -> None:
        self.cursor = day
        self.post_message(self.CursorMoved(self, day))
