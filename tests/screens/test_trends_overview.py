"""The overview of Trends: its figures are those of `trends --json`, its words those of the day under the cursor."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data import diary, settings, trend_words, trends, wording
from screens.widgets.charts.cells import Ink
from screens.widgets.charts.chart_view import Chart
from screens.widgets.trends.overview import Overview
from screens.widgets.trends.view import Scroll
from screens.widgets.trends.words import Caption, FigureList
from tests.screens.charts.drawn import cells_with
from tests.screens.the_app import SIZES, SMALL, USUAL, WIDE, app_on, running, screen
from tests.screens.weeks import GAP, MONDAY, figures, write_weeks
from tui.app import ItbandApp

EXERCISES, RUNS, CALENDAR, TOGETHER = (["tab"] * number for number in (1, 2, 3, 4))
DAILY = {"type": "daily"}
THREE_A_WEEK = {"type": "weekly", "times": 3}


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    write_weeks()
    return app_on(folder, "trends")


def words(app: ItbandApp) -> str:
    """What stands on the screen, as one line."""
    return " ".join(screen(app).split())


def beside_the_chart(app: ItbandApp) -> str:
    """The figures of the overview, as one line."""
    figures = app.screen.query_one(FigureList)
    return " ".join(" ".join(figures.render_line(y).text for y in range(figures.size.height)).split())


def caption(app: ItbandApp) -> str:
    """The words of the day under the cursor, as one line."""
    shown = app.screen.query_one(Caption)
    return " ".join(" ".join(shown.render_line(y).text for y in range(shown.size.height)).split())


class TestOverview:
    async def test_the_figures_beside_the_chart_are_those_of_the_command(self, app: ItbandApp) -> None:
        found = trends.as_json(figures())
        async with running(app, WIDE):
            said = beside_the_chart(app)
        pain, adherence = found["pain"], found["adherence"]
        assert f"{pain['baseline']:.1f} → {pain['now']:.1f}: down by {-pain['change']:.1f}" in said
        assert f"from {pain['trend']['n']} days" in said
        assert wording.share(adherence["done"], adherence["due"]) in said.lower()
        assert f"{found['runs']['count']} runs, {found['runs']['km']:.1f} km" in said

    async def test_the_rule_stands_with_the_number(self, app: ItbandApp) -> None:
        async with running(app, WIDE):
            for rule in ("A session is one exercise", "Days with an exercise or pain entry", "median slope"):
                assert rule in beside_the_chart(app)

    @SIZES
    async def test_what_a_blank_means_is_said(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with running(app, size):
            assert wording.BLANK in words(app)

    @pytest.mark.slow
    async def test_below_where_it_is_not_wide_and_scrolled_by_keys(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            top = app.screen.query_one(Scroll).scroll_y
            assert "points a week" in screen(app)
            await pilot.press(*["j"] * 30)
            await pilot.pause()
            assert "points a week" not in screen(app)
            assert "the days since the episode's first" in words(app)
            await pilot.press(*["k"] * 30)
            await pilot.pause()
            assert app.screen.query_one(Scroll).scroll_y == top

    @pytest.mark.parametrize(
        ("keys", "day"),
        [
            (["left"], MONDAY),
            (["right"], MONDAY),
            (["left", "left", "left"], MONDAY - timedelta(days=2)),
            (["left", "left", "right", "right"], MONDAY),
            (["left", "shift+left", "shift+left"], MONDAY - timedelta(days=14)),
            (["left", "shift+left", "shift+right"], MONDAY),
            (["home"], MONDAY - timedelta(days=83)),
            (["home", "end"], MONDAY),
        ],
    )
    async def test_keys_walk_the_cursor(self, app: ItbandApp, keys: list[str], day: date) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(*keys)
            assert app.screen.query_one(Overview).cursor == day

    @pytest.mark.slow
    async def test_its_words_are_the_days_figures(self, app: ItbandApp) -> None:
        found = figures()
        async with running(app, WIDE) as pilot:
            await pilot.press("left")
            for day in reversed(found.chart.days[-45:]):
                await pilot.pause()
                said = caption(app)
                assert said == trend_words.of_day(day, found.chart)
                level = "not recorded" if day.worst is None else str(day.worst)
                assert f"pain {level}, 7-day mean" in said
                await pilot.press("left")

    @pytest.mark.slow
    async def test_a_day_of_the_gap_is_not_recorded_and_has_no_dot(self, app: ItbandApp) -> None:
        async with running(app, (180, 40)) as pilot:
            await pilot.press("left", *["left"] * (MONDAY - GAP[1]).days)
            assert "pain not recorded" in screen(app)
            drawing = app.screen.query_one(Chart)._drawing
            assert drawing is not None
            assert drawing.cell_of(GAP[1]) not in cells_with(drawing, Ink.DAY)

    async def test_a_click_on_a_day_tells_it(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.click(Chart, offset=(4, 12))
            await pilot.pause()
            assert "1 Sep 2026: pain" in screen(app)

    async def test_enter_opens_the_day_and_escape_leads_back(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("enter")
            assert app.section.key == "trends"
            await pilot.press("left", "left", "enter")
            await pilot.pause()
            assert app.section.key == "today"
            assert "Sunday 22 November" in screen(app)
            await pilot.press("escape")
            await pilot.pause()
            assert app.section.key == "trends"
            assert app.screen.query_one(Overview).cursor == MONDAY - timedelta(days=1)

    async def test_escape_takes_the_cursor_away(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("left", "escape")
            assert app.screen.query_one(Overview).cursor is None

    async def test_a_range_without_the_cursors_day_takes_it_away(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("home", "1")
            assert app.screen.query_one(Overview).cursor is None

    async def test_in_a_small_pane_a_key_leads_from_panel_to_panel_and_to_the_figures(
        self, app: ItbandApp
    ) -> None:
        async with running(app, SMALL) as pilot:
            seen = []
            for _ in range(5):
                seen.append(" ".join(screen(app).splitlines()[2].split()[:3]))
                await pilot.press("space")
                await pilot.pause()
                await pilot.pause()
            assert seen == ["Pain ▄ mean", "Done in 7", "Running, km per", "Pain", "Pain ▄ mean"]

    async def test_there_the_words_are_of_the_panel_shown(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("left", "left")
            assert "7-day mean" in words(app)
            await pilot.press("space")
            await pilot.pause()
            assert "done in 7 days" in words(app)
            assert "7-day mean" not in words(app)

    async def test_with_room_for_all_there_is_nothing_to_turn(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            before = screen(app)
            await pilot.press("space")
            assert screen(app) == before
            assert "space" not in screen(app)

    async def test_distances_are_in_the_diarys_unit(self, app: ItbandApp) -> None:
        settings.put("units", "mi")
        async with running(app, WIDE):
            assert "Running, mi" in screen(app)
            assert f"longest {wording.distance(figures().longest_km or 0)}" in words(app)


class TestTooFewDays:
    async def test_it_says_how_many_there_are(self, folder: Path) -> None:
        for back in (0, 2, 3):
            diary.log_pain(3, MONDAY - timedelta(days=back))
        app = app_on(folder, "trends")
        async with running(app, WIDE):
            assert "Not enough data yet: 3 of 4 days at the start, 3 now" in beside_the_chart(app)
            assert "Not enough data yet: 3 of 14 recorded days" in beside_the_chart(app)

    async def test_a_diary_of_one_day_fits_every_tab_and_range(self, folder: Path) -> None:
        diary.log_pain(0, MONDAY)
        app = app_on(folder, "trends")
        async with running(app, USUAL) as pilot:
            for key in "123456":
                await pilot.press(key, "end")
                await pilot.pause()
                assert "Mon 23 Nov 2026: pain 0" in caption(app)
            for _ in range(5):
                await pilot.press("tab", "6")
                await pilot.pause()
            assert "No exercise was due" in screen(app)


class TestTerminals:
    @pytest.mark.parametrize("tab", [0, 2, 3, 4])
    async def test_without_utf8_drawings_have_signs_of_their_own(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, tab: int
    ) -> None:
        write_weeks()
        monkeypatch.setenv("LC_ALL", "C")
        app = app_on(folder, "trends")
        async with running(app, WIDE) as pilot:
            await pilot.press(*["tab"] * tab)
            await pilot.pause()
            drawn = [
                widget.render_line(y).text
                for widget in app.screen.query("DrawingView")
                if widget.display
                for y in range(widget.size.height)
            ]
            assert "".join(drawn).isascii()
