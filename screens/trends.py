"""Trends: whether it is getting better, in five tabs; the one in front alone is read and drawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Container
from textual.getters import query_one

from data import windows
from data.windows import SPANS, USUAL_SPAN, Span, Window
from screens.section import Section
from screens.shell import PaletteEntry
from screens.trends_keys import TRENDS_KEYS
from screens.widgets.trends.calendar import Calendar
from screens.widgets.trends.exercises import Exercises
from screens.widgets.trends.figures import Figures
from screens.widgets.trends.heading import Heading, Shown
from screens.widgets.trends.overview import Overview
from screens.widgets.trends.running import Runs
from screens.widgets.trends.together import Together
from screens.widgets.trends.view import TrendsView
from screens.widgets.trends.words import Sentences

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

TABS: tuple[type[TrendsView], ...] = (Overview, Exercises, Runs, Calendar, Together)
TITLES = tuple(tab.title for tab in TABS)
BEGIN = "t opens Today, where it begins: a digit logs the worst pain, space ticks a set, a adds a run."
WEEKS_OF_A_YEAR = 52
WEEKS_OF_HALF_A_YEAR = 26
ONE_DAY = timedelta(days=1)


class TrendsScreen(Section):
    """All tabs but the calendar share one window of days; it ends today until it is moved."""

    CSS_PATH = "trends.tcss"
    BINDINGS: ClassVar[list[BindingType]] = TRENDS_KEYS

    heading = query_one(Heading)
    body = query_one("#trends", Container)
    beginning = query_one("#trends-beginning", Sentences)

    def __init__(self) -> None:
        super().__init__()
        self._tab = 0
        self._views: dict[int, TrendsView] = {}
        self._span: Span = USUAL_SPAN
        self._last: dict[bool, date | None] = {False: None, True: None}
        """The last day shown by range and by year; None: it goes with today."""
        self._figures: Figures | None = None
        self._first_entry: date | None = None

    def compose_body(self) -> ComposeResult:
        yield Heading()
        with Container(id="trends"):
            self._views[self._tab] = TABS[self._tab]()
            yield self._views[self._tab]
        yield Sentences(id="trends-beginning")

    def palette_entries(self) -> Iterable[PaletteEntry]:
        for number, tab in enumerate(TABS):
            go = partial(self.shell.open_section, "trends", tab=number)
            yield PaletteEntry(f"Trends: {tab.title}", tab.about, go)

    # What is shown

    def send(self, where: dict[str, Any]) -> None:
        self._tab = where.get("tab", self._tab)
        super().send(where)

    def reload(self) -> None:
        self._first_entry = windows.first_entry()
        self._figures = Figures(self._now)
        self._show()

    @property
    def _now(self) -> date:
        assert self.today is not None
        return self.today

    @property
    def view(self) -> TrendsView | None:
        """The tab in front; None while the diary has nothing to show."""
        return self._views.get(self._tab) if self._first_entry else None

    def _show(self) -> None:
        """The tab in front, made at its first visit, with the days of its window."""
        by_year = TABS[self._tab].by_year
        window = self._window
        until_now = Window(window.first, min(window.last, self._now))
        self.heading.show(Shown(TITLES, self._tab, until_now, None if by_year else self._span))
        self.set_class(self._first_entry is None, "-empty")
        if self._first_entry is None or self._figures is None:
            self.beginning.show(TABS[self._tab].begins, BEGIN, plain=2)
        else:
            if self._tab not in self._views:
                self._views[self._tab] = TABS[self._tab]()
                self.body.mount(self._views[self._tab])
            for number, view in self._views.items():
                view.display = number == self._tab
            self._views[self._tab].show(window, self._figures)
        self.refresh_bindings()

    # The window

    @property
    def _window(self) -> Window:
        by_year = TABS[self._tab].by_year
        last = self._last[by_year] or self._now
        if by_year:
            narrow = self.has_class("-narrow")
            return windows.whole_weeks(WEEKS_OF_HALF_A_YEAR if narrow else WEEKS_OF_A_YEAR, last)
        return windows.ending(self._span, last, self._first_entry or self._now)

    def _moved(self, step: int) -> Window:
        """Half a range further, or a whole year."""
        window, by_year = self._window, TABS[self._tab].by_year
        end = windows.whole_weeks(1, self._now).last if by_year else self._now
        by = window.length if by_year else max(window.length // 14 * 7, 7)
        begin = self._first_entry or self._now
        return windows.moved(window, step * by * ONE_DAY, begin=begin, last=end)

    def action_range(self, number: int) -> None:
        self._span = SPANS[number]
        if self._span.days is None:
            self._last[False] = None
        self._show()

    def action_next_range(self) -> None:
        """A click on the days, where there is no room to name the ranges."""
        if self.check_action("range", ()):
            self.action_range((SPANS.index(self._span) + 1) % len(SPANS))

    def action_pan(self, step: int) -> None:
        by_year, moved = TABS[self._tab].by_year, self._moved(step)
        self._last[by_year] = moved.last if moved.last < self._now else None
        self._show()

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """What depends on the screen's size classes, which have changed by now."""
        if self.view:
            self.view.fit()
        if self.today:
            self._show()

    # Tabs

    def action_tab(self, number: int) -> None:
        self._tab = number
        self._show()

    def action_turn_tab(self, step: int) -> None:
        self.action_tab((self._tab + step) % len(TABS))

    # What the tab in front does with keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        view = self.view
        if action in ("walk", "leap", "open_day"):
            if view is None or not view.has_cursor:
                return False
            return True if action != "open_day" or view.cursor else None
        if action == "turn":
            return view is not None and view.can_turn
        if action == "range":
            return not TABS[self._tab].by_year and self._first_entry is not None
        if action == "pan":
            if self._first_entry is None:
                return False
            step = parameters[0]
            assert isinstance(step, int)
            return True if self._moved(step) != self._window else None
        if action == "back" and view and view.cursor:
            return True
        return super().check_action(action, parameters)

    def action_walk(self, step: int) -> None:
        if self.view:
            self.view.walk(step)

    def action_leap(self, step: int) -> None:
        if self.view:
            self.view.leap(step)

    def action_climb(self, step: int) -> None:
        if self.view:
            self.view.climb(step)

    def action_to_end(self, step: int) -> None:
        if self.view:
            self.view.to_end(step)

    def action_turn(self) -> None:
        if self.view:
            self.view.turn()

    def action_open_day(self) -> None:
        if self.view and self.view.cursor:
            self.shell.open_section("today", come_back=True, day=self.view.cursor)

    def action_back(self) -> None:
        if self.view and self.view.cursor:
            self.view.clear_cursor()
            self.refresh_bindings()
        else:
            super().action_back()

    def on_chart_cursor_moved(self) -> None:
        self.refresh_bindings()

    def on_year_view_day_chosen(self) -> None:
        self.refresh_bindings()
