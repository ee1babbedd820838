"""Which column shows which day: the same in every panel, and the one that the labels say."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.figures import ChartSeries
from screens.widgets.charts.cells import Ink
from screens.widgets.charts.drawing import Drawing, draw_panels
from screens.widgets.charts.timeline import timeline
from tests.screens.charts.drawn import cells_with, date_labels, days_of_labels
from tests.screens.charts.made_series import MONDAY, made_series

SPANS = [1, 2, 5, 9, 14, 15, 28, 60, 84, 100, 182, 365, 730, 1500, 3650]
WIDTHS = [40, 57, 80, 120, 200]
HEIGHT = 30


def only(day: date, first: date, length: int) -> ChartSeries:
    """A series in which nothing is known but on one day."""
    at = (day - first).days
    return made_series(
        [6 if index == at else None for index in range(length)],
        first=first,
        adherence=lambda index: 0.7 if index == at else None,
        km=lambda index: 5.0 if index == at else None,
    )


def draw(series: ChartSeries, width: int) -> Drawing:
    return draw_panels(series, width, HEIGHT)


@pytest.mark.parametrize("length", SPANS)
@pytest.mark.parametrize("width", WIDTHS)
def test_each_label_begins_in_the_column_that_its_day_is_drawn_in(length: int, width: int) -> None:
    first = date(2026, 11, 3)
    labels = date_labels(draw(made_series([None] * length, first=first), width))
    for (column, _), day in zip(labels, days_of_labels([text for _, text in labels], first), strict=True):
        assert cells_with(draw(only(day, first, length), width), Ink.DAY) == {column}


@pytest.mark.parametrize("length", SPANS)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_chart_always_has_a_label_and_no_label_is_cut_off(length: int, width: int) -> None:
    drawing = draw(made_series([None] * length), width)
    labels = date_labels(drawing)
    assert labels
    assert all(text for _, text in labels)
    assert len(drawing.rows[drawing.axis + 1]) <= width


@pytest.mark.parametrize("length", SPANS)
def test_a_day_has_the_same_column_in_every_panel(length: int) -> None:
    for width in WIDTHS:
        for index in {0, length // 3, length // 2, length - 1}:
            drawing = draw(only(MONDAY + timedelta(days=index), MONDAY, length), width)
            (dot,) = cells_with(drawing, Ink.DAY)
            assert dot == drawing.cell_of(MONDAY + timedelta(days=index))
            assert dot in cells_with(drawing, Ink.DONE)
            assert dot in cells_with(drawing, Ink.RUN)


def test_a_panel_shown_alone_keeps_the_columns_of_its_days() -> None:
    series = only(MONDAY + timedelta(days=50), MONDAY, 84)
    together = draw_panels(series, 40, HEIGHT)
    for panel, ink in (("pain", Ink.DAY), ("adherence", Ink.DONE), ("km", Ink.RUN)):
        assert cells_with(draw_panels(series, 40, 10, show=(panel,)), ink) == cells_with(together, ink)


@given(st.integers(1, 4000), st.integers(1, 300), st.dates(date(1990, 1, 1), date(2080, 1, 1)))
def test_columns_hold_every_day_once_in_order_and_fill_the_width(
    length: int, width: int, first: date
) -> None:
    series = made_series([None] * length, first=first)
    line = timeline(series, width)
    assert tuple(day for column in line.columns for day in column.days) == series.days
    cells = [cell for column in line.columns for cell in range(column.left, column.right + 1)]
    assert cells == list(range(width))


@given(st.integers(1, 4000), st.integers(1, 300), st.dates(date(1990, 1, 1), date(2080, 1, 1)))
def test_columns_hold_as_many_days_each_but_for_the_first_and_the_last(
    length: int, width: int, first: date
) -> None:
    line = timeline(made_series([None] * length, first=first), width)
    assert all(len(column.days) == line.column_days for column in line.columns[1:-1])
    assert line.column_days >= ceil(length / width)


def test_days_have_their_own_columns_as_long_as_they_fit() -> None:
    assert timeline(made_series([None] * 76), 76).column_name == "day"
    assert timeline(made_series([None] * 77), 76).column_name == "2 days"


def test_the_last_of_the_columns_of_several_days_is_whole() -> None:
    line = timeline(made_series([None] * 85), 76)
    assert [len(line.columns[0].days), len(line.columns[-1].days)] == [1, 2]


def test_columns_of_more_than_three_days_are_weeks_from_monday() -> None:
    line = timeline(made_series([None] * 365, first=date(2026, 1, 1)), 76)
    assert line.column_name == "week"
    assert all(column.first.weekday() == 0 for column in line.columns[1:])


def test_a_column_sums_up_its_known_days() -> None:
    series = made_series(
        [2, None, 7, None] * 7,
        adherence=lambda day: [0.5, None, 1, None][day % 4],
        km=lambda day: 4.5 if day % 4 == 0 else None,
    )
    week = timeline(series, 7).columns[0]
    assert len(week.days) == 7
    assert week.pain == pytest.approx((2 + 7 + 2 + 7) / 4)
    assert week.highest == 7
    assert week.adherence == pytest.approx((0.5 + 1 + 0.5 + 1) / 4)
    assert week.km == 9


def test_a_column_without_a_known_day_is_unknown() -> None:
    column = timeline(made_series([None] * 28), 4).columns[0]
    assert (column.pain, column.highest, column.mean7, column.adherence, column.km) == (None,) * 5


def test_the_day_at_a_cell_is_the_day_drawn_there() -> None:
    for length in SPANS:
        drawing = draw(made_series([None] * length), 80)
        for index in range(0, length, 7):
            day = MONDAY + timedelta(days=index)
            column = drawing.timeline.column_of(day)
            assert column is not None
            assert drawing.day_at(drawing.cell_of(day) or 0) == column.first


def test_beside_the_columns_there_is_no_day() -> None:
    drawing = draw(made_series([None] * 14), 80)
    assert drawing.day_at(0) is None
    assert drawing.day_at(80) is None
    assert drawing.cell_of(MONDAY - timedelta(days=1)) is None
    assert drawing.cell_of(MONDAY + timedelta(days=14)) is None


@pytest.fixture(
    params=["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland", "Etc/GMT+12", "Pacific/Kiritimati"]
)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


CLOCK_CHANGES = [(3, 8), (3, 29), (4, 5), (9, 27), (10, 25), (11, 1)]


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("changed", [date(2026, *day) for day in CLOCK_CHANGES])
def test_no_label_is_a_day_off_when_the_clock_changes(changed: date) -> None:
    first = changed - timedelta(days=4)
    for length in (5, 9, 28):
        labels = date_labels(draw(made_series([None] * length, first=first), 80))
        days = days_of_labels([text for _, text in labels], first)
        for (column, _), day in zip(labels, days, strict=True):
            assert cells_with(draw(only(day, first, length), 80), Ink.DAY) == {column}


def test_a_year_is_named_where_it_changes() -> None:
    for length, width in ((14, 120), (28, 80), (84, 80), (365, 80), (1500, 80)):
        texts = [
            text
            for _, text in date_labels(draw(made_series([None] * length, first=date(2026, 12, 24)), width))
        ]
        assert any("2027" in text for text in texts), (length, width, texts)
