"""Missing is a gap, zero is a value."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from data.figures import ChartSeries, DayFigures
from screens.widgets.charts.cells import Cell, Ink, Row
from screens.widgets.charts.drawing import Drawing, draw_panels
from screens.widgets.charts.signs import ASCII, UNICODE
from tests.screens.charts.drawn import field_of
from tests.screens.charts.made_series import MONDAY, made_series

PAIN_INKS = {Ink.DAY, Ink.HIGHEST}

figures = st.tuples(
    st.none() | st.integers(0, 10),
    st.none() | st.floats(0, 10),
    st.none() | st.floats(0, 1),
    st.none() | st.floats(0.1, 60),
)
diaries = st.lists(figures, min_size=1, max_size=260).map(
    lambda rows: ChartSeries(
        tuple(DayFigures(MONDAY + timedelta(days=index), *row) for index, row in enumerate(rows)),
        (),
        None,
        (),
        frozenset(day for day in (MONDAY, MONDAY + timedelta(days=9))),
    )
)


def drawn_column(drawing: Drawing, left: int, right: int) -> set[Ink]:
    """Every ink in the fields' cells from left to right, counted without the scale."""
    cells: list[Row] = [
        drawing.rows[row][drawing.left + left : drawing.left + right + 1] for row in drawing.fields
    ]
    return {cell.ink for row in cells for cell in row if cell.sign != " "}


@given(diaries, st.integers(12, 200), st.integers(14, 50), st.booleans())
def test_an_unknown_column_holds_no_dot_no_line_and_no_bar_and_a_known_one_does(
    series: ChartSeries, width: int, height: int, unicode: bool
) -> None:
    drawing = draw_panels(series, width, height, unicode=unicode)
    columns = drawing.timeline.columns
    inks = [drawn_column(drawing, column.left, column.right) - {Ink.LABEL} for column in columns]
    for column, found in zip(columns, inks, strict=True):
        assert (Ink.DAY in found) == (column.pain is not None)
        assert (Ink.DONE in found) == (column.adherence is not None)
        assert (Ink.RUN in found) == (column.km is not None)
        if column.pain is None:
            assert Ink.HIGHEST not in found
        if column.mean7 is None:
            assert Ink.MEAN not in found
        if column.km is None:
            assert Ink.LONG_RUN not in found


@given(st.lists(st.booleans(), min_size=4, max_size=100), st.integers(20, 160))
def test_the_line_of_means_stops_at_each_gap_and_goes_on_behind_it(known: list[bool], width: int) -> None:
    days = tuple(
        DayFigures(MONDAY + timedelta(days=index), None, 5.0 if here else None, None, None)
        for index, here in enumerate(known)
    )
    drawing = draw_panels(ChartSeries(days, (), None, (), frozenset()), width, 30)
    for column in drawing.timeline.columns:
        assert (Ink.MEAN in drawn_column(drawing, column.left, column.right)) == (column.mean7 is not None)


def test_a_pain_of_zero_is_a_dot_in_the_lowest_row() -> None:
    field = field_of(draw_panels(made_series([None, 0, None]), 43, 26), "pain")
    assert field[-1].count(UNICODE.day) == 1
    assert not "".join(field[:-1]).strip()


def test_a_pain_of_ten_is_a_dot_in_the_highest_row() -> None:
    field = field_of(draw_panels(made_series([None, 10, None]), 43, 26), "pain")
    assert field[0].count(UNICODE.day) == 1


def test_each_level_of_pain_has_a_place_of_its_own_even_in_a_low_panel() -> None:
    for height in range(6, 40):
        places = set()
        for level in range(11):
            drawing = draw_panels(made_series([level]), 40, height + 3, show=("pain",))
            places |= {
                (row, cell.sign)
                for row in drawing.fields
                for cell in drawing.rows[row]
                if cell.ink is Ink.DAY
            }
        assert len(places) == 11, height


def test_a_day_with_nothing_done_has_a_foot_and_an_unknown_day_has_nothing() -> None:
    for signs, unicode in ((UNICODE, True), (ASCII, False)):
        series = made_series([None] * 3, adherence=lambda day: [0, None, 0.01][day])
        field = field_of(draw_panels(series, 43, 26, unicode=unicode), "adherence")
        zero, unknown, little = (field[-1][start : start + 13] for start in (0, 13, 26))
        assert set(zero.strip()) == {signs.bar_zero}
        assert not unknown.strip()
        assert little.strip()
        assert signs.bar_zero not in little


def test_all_that_was_asked_fills_the_panel_to_its_top() -> None:
    field = field_of(draw_panels(made_series([None], adherence=lambda _: 1), 43, 26), "adherence")
    assert all("█" in row for row in field)


def test_a_day_without_a_run_has_nothing_and_a_short_run_has_a_bar() -> None:
    series = made_series([None] * 3, km=lambda day: [0.1, None, 30][day])
    field = field_of(draw_panels(series, 43, 26), "km")
    assert field[-1][:13].strip()
    assert not any(row[13:26].strip() for row in field)


def test_days_to_come_are_blank() -> None:
    series = made_series([3] * 7 + [None] * 7, adherence=lambda day: 1 if day < 7 else None)
    drawing = draw_panels(series, 80, 26)
    first_to_come = drawing.timeline.column_of(MONDAY + timedelta(days=8))
    assert first_to_come is not None
    assert not drawn_column(drawing, first_to_come.left, drawing.timeline.width - 1) - {Ink.LABEL, Ink.MEAN}


def test_a_series_without_a_day_draws_words_and_does_not_fail() -> None:
    drawing = draw_panels(ChartSeries((), (), None, (), frozenset()), 60, 26)
    text = "\n".join("".join(cell.sign for cell in row) for row in drawing.rows)
    assert "No pain was recorded" in text
    assert drawing.cell_of(date(2026, 1, 1)) is None


def test_an_empty_series_says_in_words_what_it_will_show() -> None:
    drawing = draw_panels(made_series([None] * 14), 80, 26)
    for panel, words in (
        ("pain", "becomes a dot"),
        ("adherence", "becomes a bar"),
        ("km", "Each run becomes a bar"),
    ):
        assert words in " ".join(" ".join(field_of(drawing, panel)).split())


def test_the_unknown_cell_is_the_blank_cell() -> None:
    assert Cell(" ") == Cell(" ", Ink.PLAIN)
