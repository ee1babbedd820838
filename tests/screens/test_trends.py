"""Trends as a whole: tabs, ranges, moving through the diary, an empty diary, what is read and when."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from textual.widgets import Input

from data import diary, trends, windows
from screens.trends import TITLES, TrendsScreen
from screens.widgets.charts.chart_view import Chart
from screens.widgets.trends.heading import Heading
from screens.widgets.trends.view import TrendsView
from tests.screens.the_app import (
    SIZES,
    SMALL,
    TINY,
    USUAL,
    WIDE,
    app_on,
    lines,
    running,
    screen,
    section_of,
    told,
)
from tests.screens.weeks import MONDAY, write_weeks
from tui.app import ItbandApp

TWO_YEARS = 730


@pytest.fixture
def empty(folder: Path) -> ItbandApp:
    return app_on(folder, "trends")


@pytest.fixture
def app(empty: ItbandApp) -> ItbandApp:
    write_weeks()
    return empty


@pytest.fixture
def reads() -> Iterator[list[int]]:
    """The lengths in days of the windows that were computed."""
    lengths: list[int] = []
    compute = trends.trends

    def counted(first: date, last: date, today: date) -> trends.Trends:
        lengths.append((last - first).days + 1)
        return compute(first, last, today)

    with patch.object(trends, "trends", counted):
        yield lengths


def shown(app: ItbandApp) -> TrendsScreen:
    assert isinstance(app.section, TrendsScreen)
    return app.section


def tab(app: ItbandApp) -> str:
    """The title of the tab that is in front."""
    (view,) = [view for view in shown(app).query(TrendsView) if view.display]
    return view.title


def days_shown(app: ItbandApp) -> tuple[date, date]:
    """The first and the last day of the chart."""
    series = app.screen.query_one(Chart).series
    assert series is not None
    return series.days[0].day, series.days[-1].day


def heading(app: ItbandApp) -> str:
    widget = app.screen.query_one(Heading)
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


def place_of(app: ItbandApp, words: str) -> tuple[int, int]:
    """Where these words stand on the screen, as an offset to click on."""
    for y, line in enumerate(lines(app)):
        if words in line:
            return line.index(words), y
    raise AssertionError(f"{words!r} is not on the screen:\n{screen(app)}")


class TestTabs:
    async def test_it_opens_on_the_overview(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            assert tab(app) == "Overview"

    @pytest.mark.parametrize("size", [WIDE, USUAL, SMALL], ids=str)
    async def test_a_key_leads_through_all_and_round(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with running(app, size) as pilot:
            seen = []
            for _ in TITLES:
                seen.append(tab(app))
                assert seen[-1] in heading(app)
                await pilot.press("tab")
                await pilot.pause()
            assert tuple(seen) == TITLES == ("Overview", "Exercises", "Runs", "Calendar", "Together")
            assert tab(app) == "Overview"

    async def test_another_leads_back(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("shift+tab")
            await pilot.pause()
            assert tab(app) == "Together"

    @pytest.mark.parametrize("title", TITLES)
    async def test_a_click_opens_one(self, app: ItbandApp, title: str) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.click(offset=place_of(app, title))
            await pilot.pause()
            assert tab(app) == title

    @pytest.mark.parametrize(("size", "words"), [((40, 24), "▶  1 of 5"), (SMALL, "Overview")])
    async def test_where_there_is_no_room_for_all_a_click_turns_to_the_next(
        self, app: ItbandApp, size: tuple[int, int], words: str
    ) -> None:
        async with running(app, size) as pilot:
            await pilot.click(offset=place_of(app, words))
            await pilot.pause()
            assert tab(app) == "Exercises"

    async def test_the_palette_has_each_by_name(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            entries = {entry.title: entry for entry in shown(app).palette_entries()}
            assert tuple(entries) == tuple(f"Trends: {title}" for title in TITLES)
            entries["Trends: Calendar"].run()
            await pilot.pause()
            assert tab(app) == "Calendar"

    async def test_a_tab_is_read_and_made_only_when_it_is_first_shown(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            assert len(shown(app).query(TrendsView)) == 1
            await pilot.press("tab")
            await pilot.pause()
            assert len(shown(app).query(TrendsView)) == 2


class TestRanges:
    @pytest.mark.parametrize(
        ("key", "days"), [("1", 14), ("2", 28), ("3", 84), ("4", 182), ("5", 365), ("6", TWO_YEARS + 1)]
    )
    async def test_a_digit_shows_so_many_days_that_end_today(
        self, empty: ItbandApp, key: str, days: int
    ) -> None:
        write_weeks(TWO_YEARS)
        async with running(empty, USUAL) as pilot:
            await pilot.press(key)
            await pilot.pause()
            assert days_shown(empty) == (MONDAY - timedelta(days=days - 1), MONDAY)

    async def test_it_begins_with_twelve_weeks(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            first, last = days_shown(app)
            assert ((last - first).days + 1, last) == (84, MONDAY)

    @pytest.mark.parametrize(("word", "days"), [(" 2 ", 14), (" 26 weeks", 182), (" year ", 365)])
    async def test_a_click_chooses_one(self, app: ItbandApp, word: str, days: int) -> None:
        async with running(app, USUAL) as pilot:
            _, y = place_of(app, "26 weeks")
            line = list(lines(app))[y]
            await pilot.click(offset=(line.index(word, line.index("▶")) + 1, y))
            await pilot.pause()
            first, last = days_shown(app)
            assert (last - first).days + 1 == days

    async def test_where_there_is_no_room_to_name_them_a_click_on_the_days_takes_the_next(
        self, app: ItbandApp
    ) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.click(offset=place_of(app, "Sep to"))
            await pilot.pause()
            first, last = days_shown(app)
            assert (last - first).days + 1 == 182

    async def test_the_chosen_one_stands_out_and_the_days_are_named(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            assert "1 Sep to 23 Nov 2026" in heading(app)
            await pilot.press("5")
            await pilot.pause()
            assert "24 Nov 2025 to 23 Nov 2026" in heading(app)

    @pytest.mark.parametrize("key", ["left_square_bracket", "less_than_sign"])
    async def test_a_key_goes_half_a_range_back(self, empty: ItbandApp, key: str) -> None:
        write_weeks(TWO_YEARS)
        async with running(empty, USUAL) as pilot:
            await pilot.press(key)
            await pilot.pause()
            assert days_shown(empty)[1] == MONDAY - timedelta(days=42)

    @pytest.mark.parametrize("key", ["right_square_bracket", "greater_than_sign"])
    async def test_another_goes_on_again_but_not_past_today(self, empty: ItbandApp, key: str) -> None:
        write_weeks(TWO_YEARS)
        async with running(empty, USUAL) as pilot:
            await pilot.press("left_square_bracket", "left_square_bracket", key)
            await pilot.pause()
            assert days_shown(empty)[1] == MONDAY - timedelta(days=42)
            await pilot.press(key, key, key)
            await pilot.pause()
            assert days_shown(empty)[1] == MONDAY

    async def test_the_arrows_beside_the_days_are_these_keys(self, empty: ItbandApp) -> None:
        write_weeks(TWO_YEARS)
        async with running(empty, USUAL) as pilot:
            await pilot.click(offset=place_of(empty, "◀"))
            await pilot.pause()
            assert days_shown(empty)[1] == MONDAY - timedelta(days=42)

    async def test_before_the_first_entry_there_is_nowhere_to_go(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(*["left_square_bracket"] * 9)
            await pilot.pause()
            first, _ = days_shown(app)
            begun = windows.first_entry()
            assert begun is not None and first <= begun < first + timedelta(days=84)

    async def test_the_tabs_share_the_range(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("tab", "1", "shift+tab")
            await pilot.pause()
            assert days_shown(app)[0] == MONDAY - timedelta(days=13)


class TestAnEmptyDiary:
    @SIZES
    async def test_each_tab_says_what_will_stand_there_and_which_key_begins(
        self, empty: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with running(empty, size) as pilot:
            for _ in TITLES:
                words = " ".join(screen(empty).split())
                assert "stand here" in words or "bar here" in words
                assert "t opens Today" in words
                await pilot.press("tab")
                await pilot.pause()

    async def test_no_key_does_harm(self, empty: ItbandApp) -> None:
        async with running(empty, USUAL) as pilot:
            for key in ("left", "right", "shift+left", "j", "k", "home", "end", "space", "enter", "1", "6"):
                await pilot.press(key)
            for key in ("left_square_bracket", "right_square_bracket", "escape", "tab", "tab", "tab", "left"):
                await pilot.press(key)
            assert "stand here" in screen(empty)

    async def test_the_first_entry_brings_the_charts(self, empty: ItbandApp) -> None:
        async with running(empty, USUAL) as pilot:
            section_of(pilot).write(lambda: diary.log_pain(3, MONDAY) and None)
            await pilot.pause()
            assert "Pain 0–10" in screen(empty)

    async def test_exercises_without_one_say_where_they_are_added(self, empty: ItbandApp) -> None:
        diary.log_pain(3, MONDAY)
        async with running(empty, USUAL) as pilot:
            await pilot.press("tab")
            await pilot.pause()
            assert "l opens Plan" in screen(empty)


class TestWhatIsRead:
    async def test_a_window_is_computed_once_for_all_tabs_and_keys(
        self, app: ItbandApp, reads: list[int]
    ) -> None:
        async with running(app, USUAL) as pilot:
            assert reads == [84]
            await pilot.press(
                "left", "left", "shift+left", "j", "k", "tab", "j", "tab", "tab", "left", "tab", "tab"
            )
            await pilot.press("1", "3", "1", "3")
            await pilot.pause()
            assert reads == [84, 14]

    async def test_a_change_of_the_diary_is_seen(self, app: ItbandApp, reads: list[int]) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("left")
            assert "pain not recorded" in screen(app)
            diary.log_pain(7, MONDAY)
            shown(app).show_diary()
            await pilot.pause()
            assert "Mon 23 Nov 2026: pain 7" in screen(app)
            assert reads == [84, 84]

    async def test_undo_takes_it_back(self, app: ItbandApp) -> None:
        diary.log_pain(7, MONDAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("left")
            await pilot.pause()
            assert "pain 7" in screen(app)
            await pilot.press("u")
            await pilot.pause()
            assert "pain not recorded" in screen(app)

    async def test_the_window_goes_along_with_the_day(self, app: ItbandApp, frozen) -> None:
        async with running(app, USUAL) as pilot:
            frozen.shift(timedelta(days=1))
            shown(app).show_diary()
            await pilot.pause()
            assert days_shown(app)[1] == MONDAY + timedelta(days=1)

    async def test_a_window_of_the_past_stays_where_it_is(self, empty: ItbandApp, frozen) -> None:
        write_weeks(TWO_YEARS)
        async with running(empty, USUAL) as pilot:
            await pilot.press("left_square_bracket")
            await pilot.pause()
            before = days_shown(empty)
            frozen.shift(timedelta(days=1))
            shown(empty).show_diary()
            await pilot.pause()
            assert days_shown(empty) == before

    @pytest.mark.slow
    async def test_ten_years_are_all_there(self, empty: ItbandApp, reads: list[int]) -> None:
        write_weeks(3650)
        async with running(empty, USUAL) as pilot:
            await pilot.press("6")
            await pilot.pause()
            first, last = days_shown(empty)
            assert (last - first).days == 3650
            for _ in TITLES:
                await pilot.press("tab", "j", "left", "left_square_bracket")
                await pilot.pause()
            assert reads == [84, 3651]
            assert tab(empty) == "Overview"


class TestSizes:
    @pytest.mark.parametrize("title", TITLES)
    @pytest.mark.slow
    async def test_from_wide_to_hardly_there_and_back(self, app: ItbandApp, title: str) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press(*["tab"] * TITLES.index(title))
            await pilot.pause()
            before = screen(app)
            for size in (USUAL, SMALL, TINY, (8, 3), (1, 1), TINY, SMALL, USUAL, WIDE):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                await pilot.press("j", "k", "escape")
            await pilot.pause()
            assert screen(app) == before

    @SIZES
    async def test_nothing_takes_the_focus(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with running(app, size) as pilot:
            for _ in TITLES:
                await pilot.press("tab")
                assert app.focused is None
                assert not app.screen.query(Input)

    @pytest.mark.slow
    async def test_the_shells_keys_work_from_every_tab(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            for number in range(len(TITLES)):
                await pilot.press(*["tab"] * number)
                await pilot.press("g")
                assert app.section.key == "guide"
                await pilot.press("r", "shift+tab" if number else "r")
                assert app.section.key == "trends"
                assert told(app) == []
