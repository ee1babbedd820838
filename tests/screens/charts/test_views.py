"""The widgets, in an app of their own."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from unittest.mock import patch

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from screens.widgets.charts.chart_view import Chart
from screens.widgets.charts.drawing import draw_panels
from screens.widgets.charts.drawing_view import DrawingView
from screens.widgets.charts.exercise_bars import ExerciseBar, draw_bars
from screens.widgets.charts.year_view import YearView
from tests.screens.charts.made_series import MONDAY, recovering
from tui.themes import THEMES

SUNDAY = MONDAY + timedelta(days=83)


class Showing(App[None]):
    """One widget, in one of the program's themes."""

    def __init__(self, widget: Widget, theme: str = "dark") -> None:
        super().__init__()
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        self.widget = widget
        self.told: list[date] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_chart_cursor_moved(self, message: Chart.CursorMoved) -> None:
        self.told.append(message.day)

    def on_year_view_day_chosen(self, message: YearView.DayChosen) -> None:
        self.told.append(message.day)


def chart() -> Chart:
    made = Chart()
    made.series = recovering(84)
    return made


def shown(widget: Widget) -> list[str]:
    return [widget.render_line(row).text.rstrip() for row in range(widget.size.height)]


async def test_a_chart_shows_the_three_panels_at_its_size() -> None:
    widget = chart()
    async with Showing(widget).run_test(size=(120, 30)):
        text = "\n".join(shown(widget))
        assert all(title in text for title in ("Pain 0–10", "Exercises done", "Running, km a day"))
        assert all(len(line) <= 120 for line in shown(widget))


@pytest.mark.parametrize("size", [(40, 30), (120, 12)], ids=["narrow", "low"])
async def test_where_there_is_little_room_one_panel_is_shown_at_a_time(size: tuple[int, int]) -> None:
    widget = chart()
    async with Showing(widget).run_test(size=size) as pilot:
        seen = []
        for _ in range(4):
            seen.append(shown(widget)[0].split()[0])
            widget.show_next_panel()
            await pilot.pause()
        assert seen[0] == "Pain"
        assert seen[1] in ("Exercises", "Done")
        assert seen[2] == "Running,"
        assert seen[3] == "Pain"


async def test_a_chart_is_drawn_anew_when_its_size_changes() -> None:
    widget = chart()
    async with Showing(widget).run_test(size=(120, 30)) as pilot:
        before = shown(widget)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert shown(widget) != before
        assert "mean of 2 days" in shown(widget)[0]


async def test_a_chart_is_drawn_once_however_often_its_lines_and_its_cursor_are_shown() -> None:
    widget = chart()
    with patch("screens.widgets.charts.chart_view.draw_panels", wraps=draw_panels) as drawing:
        async with Showing(widget).run_test(size=(120, 30)) as pilot:
            await pilot.pause()
            drawn = drawing.call_count
            for _ in range(5):
                widget.move_cursor(-1)
                await pilot.pause()
                shown(widget)
            assert drawing.call_count == drawn


async def test_another_series_is_shown_at_once() -> None:
    widget = chart()
    async with Showing(widget).run_test(size=(120, 30)) as pilot:
        widget.series = recovering(14, first=date(2026, 12, 28))
        await pilot.pause()
        assert "2027" in shown(widget)[-2]


async def test_a_chart_without_a_series_is_blank() -> None:
    widget = Chart()
    async with Showing(widget).run_test(size=(60, 20)):
        assert not "".join(shown(widget)).strip()


async def test_a_click_moves_the_cursor_to_the_day_under_it_and_tells() -> None:
    widget = chart()
    app = Showing(widget)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.click(Chart, offset=(4, 10))
        assert app.told == [MONDAY]
        assert widget.cursor == MONDAY
        await pilot.click(Chart, offset=(119, 10))
        assert app.told[-1] == SUNDAY


async def test_a_click_on_the_scale_moves_nothing() -> None:
    app = Showing(chart())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.click(Chart, offset=(1, 10))
        assert app.told == []


async def test_the_cursor_walks_day_by_day_and_stops_at_the_ends() -> None:
    widget = chart()
    app = Showing(widget)
    async with app.run_test(size=(120, 30)) as pilot:
        for days in (-1, -1, 1, 1, 1, -7, -1000):
            widget.move_cursor(days)
        await pilot.pause()
        assert app.told == [
            SUNDAY,
            SUNDAY - timedelta(days=1),
            SUNDAY,
            SUNDAY,
            SUNDAY,
            SUNDAY - timedelta(days=7),
            MONDAY,
        ]
        column = [line[4:5] for line in shown(widget)]
        assert "▲" in column


async def test_a_chart_takes_no_focus() -> None:
    app = Showing(chart())
    async with app.run_test(size=(120, 30)):
        assert app.focused is None


async def test_a_chart_without_utf8_is_ascii() -> None:
    widget = chart()
    widget.unicode = False
    async with Showing(widget).run_test(size=(120, 30)):
        assert "\n".join(shown(widget)).isascii()


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_pain_and_limit_and_background_have_different_colours_in_every_theme(theme: str) -> None:
    widget = chart()
    async with Showing(widget, theme).run_test(size=(120, 30)):
        styles = [
            segment.style for row in range(14) for segment in widget.render_line(row) if "●" in segment.text
        ]
        dashes = [
            segment.style for row in range(14) for segment in widget.render_line(row) if "╌" in segment.text
        ]
        assert styles[0] and dashes[0]
        assert len({styles[0].color, dashes[0].color, styles[0].bgcolor}) == 3


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (11, 4), (20, 5), (300, 100)])
async def test_no_size_is_too_small(size: tuple[int, int]) -> None:
    for widget in (chart(), year()):
        async with Showing(widget).run_test(size=size):
            assert len(shown(widget)) == widget.size.height


def year() -> YearView:
    made = YearView()
    made.days = {date(2026, 1, 1) + timedelta(days=day): day % 11 / 10 for day in range(365)}
    return made


async def test_a_calendar_is_as_high_as_its_weeks_ask_for() -> None:
    widget = year()
    async with Showing(widget).run_test(size=(80, 40)):
        assert widget.size.height == 11
    widget = year()
    async with Showing(widget).run_test(size=(40, 40)):
        assert widget.size.height > 16


async def test_a_click_on_a_day_of_the_calendar_chooses_it() -> None:
    app = Showing(year())
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.click(YearView, offset=(5, 1))
        assert app.told == [date(2026, 1, 5)]
        await pilot.click(YearView, offset=(1, 1))
        assert app.told == [date(2026, 1, 5)]


async def test_the_calendars_cursor_walks_and_stops_at_the_ends() -> None:
    widget = year()
    app = Showing(widget)
    async with app.run_test(size=(80, 40)) as pilot:
        for days in (7, -7, 300, -1000):
            widget.move_cursor(days)
        await pilot.pause()
        assert app.told == [date(2026, 12, 31), date(2026, 12, 24), date(2026, 12, 31), date(2026, 1, 1)]
        assert any("[" in line for line in shown(widget))


async def test_any_drawing_can_be_shown_and_is_as_high_as_it_is() -> None:
    widget = DrawingView()
    widget.styles.height = "auto"
    bars = [ExerciseBar("Glute bridge", 0.5, "1 of 2"), ExerciseBar("[/x] bridge", 1, "2 of 2")]
    async with Showing(widget).run_test(size=(80, 24)) as pilot:
        widget.show(lambda width, height: draw_bars(bars, width))
        await pilot.pause()
        assert widget.size.height == 2
        assert shown(widget)[1].startswith("[/x] bridge")
        widget.show(partial(lambda rows, width, height: rows, ()))
        await pilot.pause()
        assert widget.size.height == 0
