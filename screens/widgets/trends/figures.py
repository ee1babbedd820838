"""The figures of the diary as it stands: each window is read once, however often it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from data import calendar_figures, exercise_trends, run_trends, trends
from data.calendar_figures import CalendarDay
from data.exercise_trends import ExerciseTrend
from data.run_trends import RunTrends
from data.trends import Trends
from data.windows import Window

T = TypeVar("T")


class Figures:
    """Of one state of the diary on one day; another is made when either changes."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._read: dict[tuple[str, Window], Any] = {}

    def trends(self, window: Window) -> Trends:
        return self._once("trends", window, lambda: trends.trends(*window, self.today))

    def exercises(self, window: Window) -> tuple[ExerciseTrend, ...]:
        return self._once("exercises", window, lambda: exercise_trends.read(self.trends(window)))

    def runs(self, window: Window) -> RunTrends:
        return self._once("runs", window, lambda: run_trends.read(self.trends(window), self.today))

    def days(self, window: Window) -> tuple[CalendarDay, ...]:
        return self._once("days", window, lambda: calendar_figures.read(*window, self.today))

    def _once(self, what: str, window: Window, read: Callable[[], T]) -> T:
        if (what, window) not in self._read:
            self._read[what, window] = read()
        found: T = self._read[what, window]
        return found
