"""Calendar: about a year of exercises and of worst pain, a sign for each day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Static

from data import calendar_figures, trend_words
from data.calendar_figures import CalendarDay
from data.windows import Window
from screens.widgets.charts.year_view import YearView
from screens.widgets.trends.figures import Figures
from screens.widgets.trends.view import Scroll, TrendsView
from screens.widgets.trends.words import Caption, Sentences

if TYPE_CHECKING:
    from textual.app import ComposeResult

ROWS_FOR_BOTH = 26
HINT = "← → ↑ ↓ tell a day's figures, enter opens it."
KINDS = ("adherence", "pain")
PAIN_FIRST = "-pain-first"


class Calendar(TrendsView):
    title = "Calendar"
    about = "A year of exercises and of worst pain, day by day"
    by_year = True
    has_cursor = True
    begins = (
        "A sign for each day of the year will stand here, once for what was done of the exercises "
        "and once for the worst pain."
    )

    caption = query_one(Caption)

    def __init__(self) -> None:
        super().__init__()
        self._days: dict[date, CalendarDay] = {}

    def compose(self) -> ComposeResult:
        yield Caption()
        with Scroll():
            with Vertical(classes="calendar -done"):
                yield Static("Exercises done", classes="calendar-title", markup=False)
                yield YearView()
                yield Sentences(id="calendar-rule")
            with Vertical(classes="calendar -worst"):
                yield Static("Worst pain", classes="calendar-title", markup=False)
                yield YearView()

    @property
    def _years(self) -> list[YearView]:
        return list(self.query(YearView))

    def fill(self, window: Window, figures: Figures) -> None:
        self.query_one(Sentences).show(calendar_figures.DAY_RULE)
        self._days = {day.day: day for day in figures.days(window)}
        done, worst = self._years
        worst.kind = "pain"
        done.idle = frozenset(
            day.day for day in self._days.values() if not (day.tally.due or day.is_unrecorded)
        )
        done.days = {day.day: _share(day) for day in self._days.values()}
        worst.days = {day.day: day.worst for day in self._days.values()}
        if self.cursor not in self._days:
            self.clear_cursor()
        self._tell()

    # The cursor, in both calendars

    @property
    def cursor(self) -> date | None:
        return self._years[0].cursor if self._is_ready else None

    def clear_cursor(self) -> None:
        for year in self._years:
            year.cursor = None
        self._tell()

    def walk(self, step: int) -> None:
        self._years[0].move_cursor(7 * step)

    def leap(self, step: int) -> None:
        self._years[0].move_cursor(28 * step)

    def climb(self, step: int) -> None:
        self._years[0].move_cursor(step)

    def to_end(self, step: int) -> None:
        self._years[0].move_cursor(0)
        self._years[0].move_cursor(step * len(self._days))

    def on_year_view_day_chosen(self, event: YearView.DayChosen) -> None:
        for year in self._years:
            year.cursor = event.day
        self._tell()

    def _tell(self) -> None:
        day = self._days.get(self.cursor) if self.cursor else None
        if day is None:
            self.caption.show(HINT, part="muted")
        else:
            self.caption.show(trend_words.of_calendar_day(day), action="screen.open_day")

    # One calendar at a time where there is no room for both

    @property
    def can_turn(self) -> bool:
        return self.has_class("-one")

    def turn(self) -> None:
        self.toggle_class(PAIN_FIRST)

    def on_resize(self) -> None:
        self.set_class(self.size.height < ROWS_FOR_BOTH, "-one")
        self.screen.refresh_bindings()


def _share(day: CalendarDay) -> float | None:
    return None if day.is_unrecorded else day.tally.ratio
