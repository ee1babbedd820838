"""The drawing of pain, exercises and running: what is drawn stands on its day, a gap is a gap, a zero is a value."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib.colors import white

from data.exchange import report
from data.exchange.report import reading
from data.exchange.report.chart import panels
from data.exchange.report.figures import Report
from data.exchange.report.shapes import MARK_WIDTH, hatched_bar, width_of
from tests import loading
from tests.data.exchange import report_diaries
from tests.diaries import (
    diary,
    event,
    exercise,
    log,
    pain,
    pain_limit,
    pause,
    prescription,
    run,
    setting,
    start,
)

pytestmark = pytest.mark.usefixtures("folder")

TODAY = report_diaries.TODAY
WIDTH, HEIGHT = 519.0, 220.0


def of(rows: dict[str, Any], days: int = 28) -> Report:
    loading.load(rows)
    return reading.read(report.chosen(TODAY - timedelta(days=days - 1), None, TODAY))


def drawn(rows: dict[str, Any], days: int = 28) -> Drawing:
    return panels(of(rows, days), WIDTH, HEIGHT)


def every(drawing: Drawing | Group, kind: type[Shape]) -> list[Any]:
    found: list[Any] = []
    for shape in drawing.contents:
        found += [shape] if isinstance(shape, kind) else []
        found += every(shape, kind) if isinstance(shape, Group) else []
    return found


def dots(drawing: Drawing) -> list[Circle]:
    """Of the chart, without the one of the legend."""
    return [dot for dot in every(drawing, Circle) if dot.cy > 12]


def bars(drawing: Drawing) -> list[Rect]:
    """Without the paper that labels stand on."""
    return [one for one in every(drawing, Rect) if one.fillColor != white]


def lines(drawing: Drawing) -> list[PolyLine]:
    """The pieces of the 7-day mean, without the one of the legend."""
    return [line for line in every(drawing, PolyLine) if line.strokeWidth == 1.5 and line.points[1] > 12]


def said(drawing: Drawing) -> list[str]:
    return [one.text for one in every(drawing, String)]


def test_there_is_a_dot_for_each_recorded_day_and_none_for_a_gap() -> None:
    days = report_diaries.days_back(28)
    gaps = {days[3], days[10], days[11]}
    drawing = drawn(diary(pain_logs=[pain(3, day) for day in days if day not in gaps]))
    assert len(dots(drawing)) == 25


def test_dots_stand_on_their_days_and_levels() -> None:
    first, last = TODAY - timedelta(days=27), TODAY
    low, high = sorted(dots(drawn(diary(pain_logs=[pain(0, first), pain(10, last)]))), key=lambda dot: dot.cx)
    step = (high.cx - low.cx) / 27
    (middle,) = dots(panels(_with(pain(5, first + timedelta(days=9))), WIDTH, HEIGHT))
    assert middle.cx == pytest.approx(low.cx + 9 * step)
    assert middle.cy == pytest.approx((low.cy + high.cy) / 2)


def _with(row: dict[str, Any]) -> Report:
    loading.empty()
    return of(diary(pain_logs=[row]))


def test_a_zero_is_never_a_gap() -> None:
    drawing = drawn(diary(pain_logs=[pain(0, day) for day in report_diaries.days_back(28)]))
    assert len(dots(drawing)) == 28
    assert len(lines(drawing)) == 1


def test_the_mean_breaks_where_fewer_than_four_days_are_recorded() -> None:
    days = report_diaries.days_back(28)
    drawing = drawn(diary(pain_logs=[pain(3, day) for day in (*days[:8], *days[18:])]))
    assert len(lines(drawing)) == 2


def test_the_limit_is_dashed_and_steps_where_it_changes() -> None:
    limits = [pain_limit(2, "2026-10-01"), pain_limit(4, "2026-11-10")]
    drawing = drawn(diary(pain_limits=limits))
    dashed = [one for one in every(drawing, PolyLine) if one.strokeDashArray == [5, 3]]
    assert len(dashed) == 2
    assert dashed[0].points[2] == pytest.approx(dashed[1].points[0])
    assert dashed[0].points[1] < dashed[1].points[1]
    assert "limit 4" in said(drawing)


def test_exercises_are_hatched_bars_with_their_percentage() -> None:
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", "2026-11-09")],
        exercise_logs=[log("bridge", day, 1) for day in report_diaries.days_back(14, date(2026, 11, 22))],
    )
    assert said(drawn(rows)).count("50 %") == 2


def test_a_week_in_which_nothing_was_due_has_no_bar() -> None:
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", "2026-10-01")],
        pauses=[pause("2026-10-01")],
    )
    assert not bars(drawn(rows))


def test_a_run_is_a_bar_on_its_day_with_its_distance_in_the_diarys_unit() -> None:
    drawing = drawn(diary(settings=[setting("units", "mi")], runs=[run(8.04672, TODAY)]))
    assert "5.0" in said(drawing)
    assert "Running, mi a day" in said(drawing)
    (bar,) = bars(drawing)
    assert bar.x > WIDTH * 0.85


def test_a_run_much_longer_than_those_before_it_has_a_sign() -> None:
    assert "long run" in said(drawn(diary(runs=[run(5, "2026-11-10"), run(8, "2026-11-20")])))
    loading.empty()
    assert "long run" not in said(drawn(diary(runs=[run(5, "2026-11-10"), run(5.2, "2026-11-20")])))


def test_visits_plan_changes_and_flares_are_marked_each_by_its_own_shape() -> None:
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", "2026-11-09")],
        events=[event("visit", "2026-11-12"), event("flare", "2026-11-15"), event("shoes", "2026-11-16")],
    )
    drawing = drawn(rows)
    assert {"visit", "plan changed", "flare"} <= set(said(drawing))
    assert "shoes" not in said(drawing)
    shapes = [one for one in every(drawing, Polygon) if one.points[1] > HEIGHT / 2]
    assert len({len(one.points) for one in shapes}) == 2


def test_a_beginning_and_a_discharge_are_marked_too() -> None:
    drawing = drawn(diary(events=[start("left", "2026-11-05"), event("discharge", "2026-11-12")]))
    assert {"episode began", "discharge"} <= set(said(drawing))
    (square,) = bars(drawing)[:1]
    step = (519.0 - 26 - 46) / 28
    assert square.x + square.width / 2 == pytest.approx(26 + 16.5 * step)


def test_the_legend_of_everything_stays_within_the_drawing() -> None:
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", "2026-11-02")],
        events=[
            start("right", "2026-11-02"),
            *(event(kind, "2026-11-12") for kind in ("visit", "flare", "discharge")),
        ],
        pain_logs=[pain(2, day) for day in report_diaries.days_back(15)],
        runs=[run(5, "2026-11-10"), run(8, "2026-11-20")],
    )
    legend = [one for one in every(drawn(rows), String) if one.y == 2]
    assert len(legend) == 10
    assert all(one.x + width_of(one.text) <= WIDTH for one in legend)


@pytest.mark.parametrize("share", [1, 2])
def test_no_line_goes_through_the_number_of_a_bar(share: int) -> None:
    """Neither that of 100 % nor that of a flare: the number stands on paper, drawn after every line."""
    days = report_diaries.days_back(14, date(2026, 11, 22))
    drawing = drawn(
        diary(
            exercises=[exercise("bridge")],
            prescriptions=[prescription("bridge", "2026-11-09")],
            exercise_logs=[log("bridge", day, share) for day in days],
            events=[event("flare", day) for day in days],
            runs=[run(5, day) for day in days],
        )
    )
    said_of_bars = [one for one in every(drawing, Group) if isinstance(one.contents[-1], String)]
    assert {one.contents[-1].text for one in said_of_bars} == {f"{share * 50} %", "5.0"}
    upright = [one for one in drawing.contents if isinstance(one, Line) and one.x1 == one.x2]
    for one in said_of_bars:
        paper, words = one.contents
        assert paper.fillColor == white
        assert paper.width >= width_of(words.text, words.fontSize)
        assert paper.y < words.y < words.y + words.fontSize * 0.7 < paper.y + paper.height
        assert drawing.contents.index(one) > max(drawing.contents.index(line) for line in upright)


def test_marks_of_neighbouring_days_stand_side_by_side() -> None:
    days = report_diaries.days_back(4)
    drawing = drawn(diary(events=[event("visit", day) for day in days]), 98)
    tips = sorted(one.points[4] for one in every(drawing, Polygon) if one.points[1] > HEIGHT - 20)
    assert len(tips) == 4
    assert all(after - before >= MARK_WIDTH - 1e-6 for before, after in pairwise(tips))
    assert tips[-1] + MARK_WIDTH / 2 <= WIDTH


def test_a_mark_with_room_stays_on_its_day() -> None:
    drawing = drawn(diary(events=[event("visit", "2026-11-02"), event("visit", "2026-11-10")]))
    first, second = sorted(one.points[4] for one in every(drawing, Polygon) if one.points[1] > HEIGHT - 20)
    step = (519.0 - 26 - 46) / 28
    assert (first, second) == (pytest.approx(26 + 6.5 * step), pytest.approx(26 + 14.5 * step))


def test_the_legend_names_the_mean_only_where_one_is_drawn() -> None:
    assert "7-day mean" not in said(drawn(diary(pain_logs=[pain(3, TODAY)])))
    loading.empty()
    assert "7-day mean" in said(drawn(diary(pain_logs=[pain(3, day) for day in report_diaries.days_back(4)])))


def test_an_empty_panel_says_that_there_is_nothing() -> None:
    assert {"No exercises were due in these days", "No runs in these days"} <= set(said(drawn(diary())))


def test_a_panel_with_something_says_nothing_of_the_kind() -> None:
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", "2026-11-09")],
        runs=[run(0.04, "2026-11-10")],
    )
    assert not {"No exercises were due in these days", "No runs in these days"} & set(said(drawn(rows)))


def test_the_start_and_now_stand_beside_their_lines() -> None:
    rows = diary(
        events=[start("right", "2026-10-01")],
        pain_logs=[pain(3, day) for day in report_diaries.days_back(60)],
    )
    assert {"start 3.0", "now 3.0"} <= set(said(drawn(rows)))


@pytest.mark.parametrize("days", [1, 2, 5, 28, 84, 98, 99, 191, 365, 3652])
def test_every_length_of_period_can_be_drawn_within_its_frame(days: int) -> None:
    rows = diary(
        pain_logs=[pain(day.day % 11, day) for day in report_diaries.days_back(days)],
        runs=[run(5, day) for day in report_diaries.days_back(days)[::3]],
    )
    drawing = drawn(rows, days)
    assert 1 <= len(dots(drawing)) <= 200
    for bar in every(drawing, Rect):
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
        assert 0 <= bar.y <= bar.y + bar.height <= HEIGHT
    for words in every(drawing, String):
        assert 0 <= words.x <= WIDTH
        assert 0 <= words.y <= HEIGHT


def test_the_ticks_are_mondays() -> None:
    labels = [one for one in said(drawn(diary())) if one.endswith(("Oct", "Nov"))]
    assert labels == ["2 Nov", "9 Nov", "16 Nov", "23 Nov"]


def test_hatching_stays_within_its_bar() -> None:
    for width, height in ((80, 30), (4, 60), (60, 2)):
        for line in hatched_bar(10, 20, width, height).contents[1:-1]:
            assert all(10 - 1e-9 <= x <= 10 + width + 1e-9 for x in (line.x1, line.x2))
            assert all(20 - 1e-9 <= y <= 20 + height + 1e-9 for y in (line.y1, line.y2))
