"""Weeks of training for tests of Trends: pain that eases, exercises of each schedule, runs, a gap, visits and shoes."""

from datetime import date, timedelta
from functools import cache

from data import trends
from data.trends import Trends
from data.windows import Window
from tests import ten_years
from tests.diaries.by_hand import Row
from tests.loading import load

MONDAY = date(2026, 11, 23)
SUNDAY = MONDAY - timedelta(days=1)
GAP = (MONDAY - timedelta(days=26), MONDAY - timedelta(days=22))
"""Days without any entry."""
TWELVE_WEEKS = Window(MONDAY - timedelta(days=83), MONDAY)


def write_weeks(days: int = 83) -> None:
    """So many days that end yesterday, the same each time."""
    load(_weeks(days))


@cache
def _weeks(days: int) -> Row:
    diary = ten_years.make(days, SUNDAY)
    first, last = (day.isoformat() for day in GAP)
    for table in ("exercise_logs", "pain_logs", "runs", "day_notes"):
        diary[table] = [row for row in diary[table] if not first <= row["day"] <= last]
    for number, run in enumerate(diary["runs"]):
        run["onset_km"] = round(run["km"] * 0.8, 1) if number % 3 == 0 else None
    return diary


def figures(window: Window = TWELVE_WEEKS) -> Trends:
    return trends.trends(*window, MONDAY)
