"""The panels of running: pain-free distance where it is known, and each week's kilometres."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.rows import Ran
from data.run_trends import RunFigures, RunningWeek
from data.runs import Response
from screens.widgets.charts.cells import Ink, as_text
from screens.widgets.charts.running import draw_running
from screens.widgets.charts.stacking import Drawing
from tests.screens.charts.made_series import MONDAY, made_series


def ran(day: int, km: float, *, onset: float | None = None, during: int | None = None) -> RunFigures:
    """A run so many days after Monday."""
    one = Ran(f"run-{day}", MONDAY.toordinal() + day, km, None, onset)
    return RunFigures(one, Response(None, during, None, None), 2, False)


def week(number: int, km: float | None) -> RunningWeek:
    return RunningWeek(MONDAY + timedelta(weeks=number), km)


def drawn(
    *runs: RunFigures,
    weeks: tuple[RunningWeek, ...] = (),
    days: int = 28,
    width: int = 88,
    height: int = 20,
    first: date = MONDAY,
    **how: object,
) -> Drawing:
    return draw_running(made_series([None] * days, first=first), runs, weeks, width, height, **how)  # type: ignore[arg-type]


def cells(drawing: Drawing, ink: Ink) -> set[int]:
    return {at for row in drawing.fields for at, cell in enumerate(drawing.rows[row]) if cell.ink is ink}


def text(drawing: Drawing) -> str:
    return as_text(drawing.rows)


class TestPainFree:
    def test_a_dot_stands_in_the_column_of_each_run_of_which_it_is_known(self) -> None:
        drawing = drawn(ran(2, 5, onset=3), ran(9, 5, during=0), ran(16, 5), ran(20, 5, during=4))
        expected = {drawing.cell_of(MONDAY + timedelta(days=day)) for day in (2, 9)}
        assert cells(drawing, Ink.DAY) == expected

    def test_the_whole_run_is_marked_where_pain_came_on_before_its_end(self) -> None:
        drawing = drawn(ran(2, 5, onset=3), ran(9, 5, during=0))
        assert cells(drawing, Ink.HIGHEST) == {drawing.cell_of(MONDAY + timedelta(days=2))}
        assert "the whole run" in text(drawing)

    def test_pain_from_the_start_is_a_zero_and_no_gap(self) -> None:
        drawing = drawn(ran(2, 5, onset=0))
        at = drawing.cell_of(MONDAY + timedelta(days=2))
        zero = next(row for row in drawing.rows if "".join(c.sign for c in row).startswith("  0┤"))
        assert at is not None and zero[at].ink is Ink.DAY

    def test_of_several_in_a_column_it_is_the_longest(self) -> None:
        one, both = (
            drawn(ran(2, 8, onset=6), days=168),
            drawn(ran(2, 8, onset=6), ran(3, 8, onset=1), days=168),
        )
        assert one.rows == both.rows
        assert "longest per 2 days" in text(one)

    def test_without_a_known_run_it_says_what_will_stand_here(self) -> None:
        assert "how far it went without pain" in " ".join(text(drawn(ran(3, 5))).split())


class TestWeeks:
    def test_a_bar_stands_over_the_days_of_its_week(self) -> None:
        drawing = drawn(weeks=(week(0, None), week(1, 10), week(2, None), week(3, 5)))
        days = {drawing.day_at(at) for at in cells(drawing, Ink.RUN)}
        first, second = MONDAY + timedelta(weeks=1), MONDAY + timedelta(weeks=3)
        assert days == {start + timedelta(days=n) for start in (first, second) for n in range(7)}

    def test_neighbouring_bars_have_a_blank_between_them(self) -> None:
        drawing = drawn(weeks=(week(0, 10), week(1, 10)))
        at = drawing.cell_of(MONDAY + timedelta(weeks=1))
        assert at is not None
        assert drawing.timeline.width == 84
        assert len(cells(drawing, Ink.RUN)) == 2 * 20

    def test_a_week_that_began_before_the_window_keeps_its_sum_and_its_visible_days(self) -> None:
        drawing = drawn(weeks=(week(0, 10),), days=10, first=MONDAY + timedelta(days=4))
        days = {drawing.day_at(at) for at in cells(drawing, Ink.RUN)}
        assert days == {MONDAY + timedelta(days=day) for day in (4, 5, 6)}

    def test_where_a_column_holds_several_weeks_it_is_their_mean(self) -> None:
        weeks = tuple(week(number, 10 if number % 2 else 20) for number in range(156))
        drawing = drawn(weeks=weeks, days=156 * 7, width=82)
        assert "Running, km a week, mean of 2 weeks" in text(drawing)
        assert " 15┤" not in text(drawing) and " 16┤" in text(drawing)

    def test_distances_are_in_the_unit_of_the_diary(self) -> None:
        drawing = drawn(ran(1, 16.09344, during=0), weeks=(week(0, 16.09344),), units="mi")
        assert "mi a week" in text(drawing)
        assert " 10┤" in text(drawing)

    def test_without_a_run_it_says_so(self) -> None:
        assert "No runs in these weeks." in text(drawn(weeks=(week(0, None),)))


@pytest.mark.parametrize("unicode", [True, False])
@given(st.integers(1, 800), st.integers(1, 130), st.integers(1, 30), st.data())
def test_any_size_and_length_is_drawn_in(
    unicode: bool, days: int, width: int, height: int, data: st.DataObject
) -> None:
    on = data.draw(st.lists(st.integers(0, days - 1), max_size=12, unique=True))
    runs = [ran(day, 5 + day % 7, onset=day % 5 or None) for day in sorted(on)]
    weeks = tuple(week(number, 10 if number % 3 else None) for number in range(-(-days // 7)))
    drawing = drawn(*runs, weeks=weeks, days=days, width=width, height=height, unicode=unicode)
    assert len(drawing.rows) <= height
    assert all(len(row) <= width for row in drawing.rows)
    if not unicode:
        assert text(drawing).isascii()
