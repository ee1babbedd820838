"""What stands in the panels beside the days: limit, baseline, marks, long runs, titles and legends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.figures import ChartSeries, LimitSpan, Mark
from screens.widgets.charts.cells import Ink, as_text
from screens.widgets.charts.drawing import PANELS, Drawing, draw_panels, text_charts
from screens.widgets.charts.marks import mark_rows
from screens.widgets.charts.timeline import timeline
from tests.screens.charts.drawn import cells_with, field_of
from tests.screens.charts.made_series import MONDAY, made_series, recovering


def lines(drawing: Drawing) -> list[str]:
    return ["".join(cell.sign for cell in row) for row in drawing.rows]


def test_the_limit_is_dashed_over_the_days_that_it_was_in_force_and_steps_where_it_changed() -> None:
    sunday, monday = MONDAY + timedelta(days=6), MONDAY + timedelta(days=7)
    spans = (LimitSpan(MONDAY, sunday, 2), LimitSpan(monday, MONDAY + timedelta(days=13), 4))
    series = made_series([9] + [None] * 13)
    drawing = draw_panels(ChartSeries(series.days, spans, None, (), frozenset()), 46, 26)
    field = field_of(drawing, "pain")
    assert field[-3] == "╌" * 21 + " " * 21
    assert field[-5] == " " * 21 + "╌" * 21


def test_the_legend_names_each_limit_once_in_the_order_they_were_in_force() -> None:
    spans = tuple(
        LimitSpan(MONDAY + timedelta(days=day), MONDAY + timedelta(days=day), day % 2 + 2) for day in range(4)
    )
    series = ChartSeries(made_series([1] * 14).days, spans, None, (), frozenset())
    assert "limit 2 and 3" in lines(draw_panels(series, 80, 26))[0]


@pytest.mark.parametrize("height", [6, 8, 11, 15, 21])
@pytest.mark.parametrize("level", [0, 1, 2, 3, 7, 10])
def test_a_pain_as_high_as_the_limit_lies_in_its_row(level: int, height: int) -> None:
    field = draw_panels(made_series([None, level, None], limit=level), 43, height + 3, show=("pain",))
    rows = {row for row in field.fields for cell in field.rows[row] if cell.ink in (Ink.LIMIT, Ink.DAY)}
    assert len(rows) == 1


def test_the_baseline_is_drawn_at_its_level_and_named_with_its_number() -> None:
    drawing = draw_panels(made_series([1] * 14, baseline=4.5714), 80, 26)
    assert "baseline 4.6" in lines(drawing)[0]
    assert set(field_of(drawing, "pain")[-6]) == {"┈"}


def test_columns_of_several_days_show_their_mean_and_lightly_their_highest() -> None:
    drawing = draw_panels(made_series([1, 9] * 84), 88, 26)
    field = field_of(drawing, "pain")
    assert "mean of 2 days" in lines(drawing)[0]
    assert "highest" in lines(drawing)[0]
    assert "●" in field[5]
    assert "·" in field[1]
    assert not field[9].strip()


def test_a_highest_that_is_the_mean_is_not_drawn_twice() -> None:
    assert not cells_with(draw_panels(made_series([4] * 168), 88, 26), Ink.HIGHEST)


@pytest.mark.parametrize(
    ("length", "title"),
    [
        (84, "Running, km a day"),
        (182, "Running, km per 2 days"),
        (365, "Running, km a week"),
        (3650, "Running, km per 5 weeks"),
    ],
)
def test_the_title_says_what_a_column_sums_up(length: int, title: str) -> None:
    assert title in text_charts(made_series([None] * length), 120).splitlines()


def test_a_run_beyond_the_longest_of_30_days_has_a_sign_right_over_its_bar() -> None:
    series = made_series([None] * 9, km=lambda day: day + 1, long_runs=[MONDAY + timedelta(days=8)])
    drawing = draw_panels(series, 40, 26)
    at = drawing.cell_of(MONDAY + timedelta(days=8))
    assert at is not None
    over = [row[at - drawing.left] for row in field_of(drawing, "km")]
    assert "".join(over).strip()[0] == "▲"
    assert "".join(over).strip()[1] in "▁▂▃▄▅▆▇█"
    assert cells_with(drawing, Ink.LONG_RUN) == {at}


def test_the_sign_is_explained_only_where_it_stands() -> None:
    assert "beyond the longest" in text_charts(recovering(84), 80)
    assert "beyond the longest" not in text_charts(made_series([None] * 84, km=lambda day: 5), 80)


def test_each_mark_is_a_letter_over_its_day_and_explained_below() -> None:
    flare = MONDAY + timedelta(days=20)
    drawing = draw_panels(made_series([3] * 84, marks=[Mark(flare, "flare", "")]), 120, 30)
    assert lines(drawing)[1].index("F") == drawing.cell_of(flare)
    assert lines(drawing)[-1] == "F flare"


def test_marks_of_a_day_stand_over_each_other_and_more_are_said_to_be_more() -> None:
    marks = [Mark(MONDAY, kind, "") for kind in ("visit", "plan", "start", "flare")]
    three = lines(draw_panels(made_series([3] * 14, marks=marks[:3]), 80, 30))
    assert [row.strip() for row in three[1:4]] == ["B", "P", "V"]
    four = lines(draw_panels(made_series([3] * 14, marks=marks), 80, 30))
    assert [row.strip() for row in four[1:4]] == ["+", "V", "F"]
    assert four[-1] == "F flare  V visit  + and more"


def test_where_rows_lack_marks_of_a_day_take_fewer_rows() -> None:
    marks = [Mark(MONDAY, kind, "") for kind in ("visit", "plan", "start")]
    low = lines(draw_panels(made_series([3] * 14, marks=marks), 80, 17))
    assert [row.strip() for row in low[1:3]] == ["+", "V"]


def test_where_there_is_one_row_the_weightiest_mark_of_a_day_has_it_with_a_sign_for_the_others() -> None:
    marks = [Mark(MONDAY, kind, "") for kind in ("start", "plan", "visit")]
    low = lines(draw_panels(made_series([3] * 14, marks=marks), 80, 16))
    assert low[1].strip() == "V+"
    assert low[-1] == "V visit  + and more"


def test_where_there_is_one_row_and_no_room_beside_it_the_sign_for_more_stands_alone() -> None:
    kinds = [(0, "visit"), (1, "visit"), (2, "visit"), (1, "plan")]
    marks = [Mark(MONDAY + timedelta(days=day), kind, "") for day, kind in kinds]
    rows = mark_rows(marks, timeline(made_series([3] * 3), 3), 80, 1)
    assert as_text(rows.letters) == "V+V"


def test_the_same_kind_of_mark_twice_in_a_column_is_one_letter() -> None:
    marks = [Mark(MONDAY, "plan", "bridge"), Mark(MONDAY, "plan", "rolling")]
    assert lines(draw_panels(made_series([3] * 14, marks=marks), 80, 30))[1].strip() == "P"


def test_a_mark_outside_the_days_is_not_drawn() -> None:
    marks = [Mark(MONDAY - timedelta(days=1), "visit", ""), Mark(MONDAY + timedelta(days=14), "visit", "")]
    assert not any("V" in line for line in lines(draw_panels(made_series([3] * 14, marks=marks), 80, 30)))


def test_where_rows_lack_the_marks_go_before_the_data() -> None:
    low, high = (lines(draw_panels(recovering(84), 80, height)) for height in (14, 30))
    assert any(line.startswith("F flare") for line in high)
    assert not any(line.startswith("F flare") for line in low)
    assert len(low) == 14


@pytest.mark.parametrize(
    ("width", "title"),
    [
        (87, "Pain 0–10  ● mean of 2 days  · highest  ⠒ 7-day mean  ╌ limit 2  ┈ baseline 5.2"),
        (75, "Pain  ● mean of 2 days  · highest  ⠒ 7-day mean  ╌ limit 2  ┈ baseline 5.2"),
        (70, "Pain  ● mean of 2 days  · top  ⠒ 7-day mean  ╌ limit 2  ┈ baseline 5.2"),
        (60, "Pain 0–10  ● mean of 2 days  · top  ⠒ 7 d  ╌ limit  ┈ base"),
    ],
)
def test_a_title_keeps_as_many_of_its_words_as_the_width_holds(width: int, title: str) -> None:
    series = made_series([1, 3] * (width - 4), limit=2, baseline=5.2)
    assert text_charts(series, width).splitlines()[0] == title


def test_at_forty_columns_the_whole_legend_still_fits() -> None:
    title = text_charts(recovering(84), 40).splitlines()[0]
    assert [sign for sign in "●·⠒╌┈" if sign not in title] == []


def test_the_cursor_is_a_line_through_its_day_and_a_sign_on_the_axis() -> None:
    day = MONDAY + timedelta(days=20)
    plain = draw_panels(made_series([None] * 20 + [3] + [None] * 63), 120, 30, show=("pain",))
    drawing = plain.with_cursor(day)
    at = drawing.cell_of(day)
    assert at is not None
    assert {drawing.rows[row][at].sign for row in drawing.fields} == {"│", "●"}
    assert drawing.rows[drawing.axis][at].sign == "▲"
    assert plain.with_cursor(day - timedelta(days=400)) == plain


def test_without_colour_a_chart_has_no_escape_and_with_colour_the_same_signs() -> None:
    plain, coloured = (text_charts(recovering(84), 80, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    without = "".join(
        part.partition("m")[2] if index else part for index, part in enumerate(coloured.split("\x1b["))
    )
    assert without == plain


def test_without_utf8_every_sign_is_ascii() -> None:
    for length in (14, 84, 365):
        assert text_charts(recovering(length), 80, unicode=False).isascii()
    assert text_charts(made_series([None] * 14), 80, unicode=False).isascii()


@given(
    st.integers(0, 400),
    st.integers(1, 160),
    st.integers(1, 60),
    st.sampled_from([PANELS, *((panel,) for panel in PANELS)]),
    st.booleans(),
)
def test_a_chart_of_any_size_keeps_to_it(
    length: int, width: int, height: int, show: tuple[str, ...], unicode: bool
) -> None:
    drawing = draw_panels(recovering(length), width, height, show=show, unicode=unicode)
    assert len(drawing.rows) <= height
    assert all(len(row) <= width for row in drawing.rows)
    assert drawing.with_cursor(date(2026, 9, 3), unicode=unicode)


def test_all_panels_are_as_high_as_the_room_allows() -> None:
    for height in range(17, 60):
        assert len(draw_panels(recovering(84), 80, height).rows) == height
