"""Charts as text, compared with files that a person has looked at.

`ITBAND_REWRITE_GOLDEN=1 pytest tests/screens/charts` writes them anew; look at every difference before it is kept.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.figures import ChartSeries, LimitSpan, Mark
from screens.widgets.charts.drawing import text_charts
from tests.screens.charts.made_series import made_series, recovering

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (40, 80, 120)
CLOCK_CHANGES = {
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/Los_Angeles": (date(2026, 3, 8), date(2026, 11, 1)),
    "Pacific/Auckland": (date(2026, 4, 5), date(2026, 9, 27)),
}

CASES = {
    "empty": made_series([None] * 14),
    "one day": made_series([4], adherence=lambda _: 0.5, km=lambda _: 5.2, limit=2),
    "all zeros": made_series([0] * 84, adherence=lambda _: 0, km=lambda _: None, limit=2, baseline=0),
    "all tens": made_series([10] * 84, adherence=lambda _: 1, km=lambda _: 10, limit=2, baseline=10),
    "gap of a day": recovering(84, gaps=[30]),
    "gap of a week": recovering(84, gaps=range(28, 35)),
    "gap of a month": recovering(84, gaps=range(28, 58)),
    "5 days": recovering(5),
    "14 days": recovering(14),
    "84 days": recovering(84),
    "365 days": recovering(365),
    "3650 days": recovering(3650),
    "year's end": recovering(21, first=date(2026, 12, 21)),
    "year's end in 84 days": recovering(84, first=date(2026, 11, 23)),
    "limit that changes": ChartSeries(
        recovering(84).days,
        (
            LimitSpan(date(2026, 8, 31), date(2026, 9, 27), 2),
            LimitSpan(date(2026, 9, 28), date(2026, 11, 22), 3),
        ),
        5.2,
        (),
        frozenset(),
    ),
    "every kind of mark": made_series(
        [3] * 28,
        marks=[
            Mark(date(2026, 8, 31) + timedelta(days=3 * number), kind, "")
            for number, kind in enumerate(["start", "visit", "plan", "flare", "shoes", "discharge", "other"])
        ]
        + [Mark(date(2026, 9, 24), kind, "") for kind in ("visit", "plan", "flare", "start")],
    ),
    "known days among unknown ones": made_series(
        [None, None, 0, None, 5, None, None] * 4,
        adherence=lambda day: [None, 0, 0.01, 1, None, 0.5, None][day % 7],
        km=lambda day: [None, 0.1, None, 12.4, None, None, 3][day % 7],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_chart_is_drawn_as_it_was_looked_at(name: str) -> None:
    compare(name, CASES[name])


@pytest.mark.parametrize("name", ["84 days", "gap of a week", "known days among unknown ones", "empty"])
def test_a_chart_without_utf8_is_drawn_as_it_was_looked_at(name: str) -> None:
    compare(f"{name}, ASCII", CASES[name], unicode=False)


@pytest.mark.parametrize("season", [0, 1], ids=["spring", "autumn"])
@pytest.mark.parametrize("zone", CLOCK_CHANGES)
@pytest.mark.usefixtures("own_zone")
def test_a_change_of_the_clock_moves_no_day(zone: str, season: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    changed = CLOCK_CHANGES[zone][season]
    around = recovering(9, first=changed - timedelta(days=4))
    compare(f"clock change on {changed} in {zone}", around)


@pytest.fixture
def own_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Gives the process its time zone back."""
    yield
    monkeypatch.undo()
    time.tzset()


def test_miles_are_drawn_in_miles() -> None:
    series = made_series([None], km=lambda _: 16.09344)
    lines = text_charts(series, 40, units="mi").splitlines()
    assert "Running, mi a day" in lines
    assert " 10┤" in "".join(line[:4] for line in lines if "█" in line)


def compare(name: str, series: ChartSeries, *, unicode: bool = True) -> None:
    drawn = "\n".join(f"{width} columns\n{text_charts(series, width, unicode=unicode)}\n" for width in WIDTHS)
    file = GOLDEN / f"{re.sub(r'[^a-z0-9]+', '-', name.lower())}.txt"
    if os.environ.get("ITBAND_REWRITE_GOLDEN"):
        file.write_text(drawn, encoding="utf-8")
    assert drawn == file.read_text(encoding="utf-8")
    assert all(len(line) <= max(WIDTHS) for line in drawn.splitlines())
