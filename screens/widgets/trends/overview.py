"""Overview: pain, adherence and running over one date axis, and what they come to in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.containers import Container, Vertical
from textual.getters import query_one

from data import adherence, pain, settings, trend_words, wording
from data.trends import Trends
from data.windows import Window
from screens.widgets.charts.chart_view import Chart
from screens.widgets.charts.drawing import PANELS
from screens.widgets.trends.figures import Figures
from screens.widgets.trends.view import Scroll, TrendsView
from screens.widgets.trends.words import Caption, Figure, FigureList

if TYPE_CHECKING:
    from textual.app import ComposeResult

FIGURES_PAGE = "-figures"
HINT = f"{wording.BLANK}; ← → tell the figures of a day"


class Overview(TrendsView):
    title = "Overview"
    about = "Pain, exercises and running over the same days"
    has_cursor = True
    begins = (
        "Three panels over the same days will stand here: the worst pain of each day with its 7-day mean, "
        "how much of the exercises was done, and what was run; beside them what they come to, in words."
    )

    chart = query_one(Chart)
    caption = query_one(Caption)

    def compose(self) -> ComposeResult:
        with Container(id="overview"):
            with Vertical(id="overview-chart"):
                yield Chart()
                yield Caption()
            with Scroll():
                yield FigureList()

    def fill(self, window: Window, figures: Figures) -> None:
        found = figures.trends(window)
        self.chart.units = settings.get("units")
        self.chart.series = found.chart
        if self.cursor and not window.first <= self.cursor <= window.last:
            self.chart.cursor = None
        self.query_one(FigureList).show(figures_of(found))
        self._tell()

    # The cursor

    @property
    def cursor(self) -> date | None:
        return self.chart.cursor if self._is_ready else None

    def clear_cursor(self) -> None:
        self.chart.cursor = None
        self._tell()

    def walk(self, step: int) -> None:
        self.chart.move_cursor(step)

    def leap(self, step: int) -> None:
        self.chart.move_cursor(7 * step)

    def to_end(self, step: int) -> None:
        series = self.chart.series
        if series and series.days:
            self.chart.move_cursor(0)
            self.chart.move_cursor(step * len(series.days))

    def on_chart_cursor_moved(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """The day under the cursor in words, as far as the panels show it."""
        series, day = self.chart.series, self.cursor
        found = next((one for one in series.days if one.day == day), None) if series and day else None
        if series is None or found is None:
            self.caption.show(HINT, part="muted")
            return
        panels = (self.chart.panel,) if self.chart.one_panel else PANELS
        self.caption.show(trend_words.of_day(found, series, panels), action="screen.open_day")

    # One panel at a time, and the figures where they are not beside or below

    @property
    def can_turn(self) -> bool:
        return self._is_ready and (self.chart.one_panel or self._figures_are_a_page)

    @property
    def _figures_are_a_page(self) -> bool:
        return self.screen.has_class("-short") and not self.screen.has_class("-wide")

    def turn(self) -> None:
        if self.has_class(FIGURES_PAGE):
            self.remove_class(FIGURES_PAGE)
            self.chart.panel = PANELS[0]
        elif self._figures_are_a_page and (not self.chart.one_panel or self.chart.panel == PANELS[-1]):
            self.add_class(FIGURES_PAGE)
        else:
            self.chart.show_next_panel()
        self._tell()

    def fit(self) -> None:
        if not self._figures_are_a_page:
            self.remove_class(FIGURES_PAGE)
        self._tell()


def figures_of(found: Trends) -> list[Figure]:
    """What the window comes to."""
    return [
        Figure("Pain", trend_words.start_and_now(found), pain.PAIN_RULE),
        Figure("Trend", wording.trend(found), pain.TREND_RULE),
        Figure("Exercises", wording.share(found.overall.done, found.overall.due), adherence.SCHEDULED_RULE),
        Figure("Entries", f"{wording.coverage(found.coverage)}; {wording.BLANK}", adherence.COVERAGE_RULE),
        Figure("Running", trend_words.running(found)),
    ]
