"""Going from day to day on Today: back-filling, days to come, the week strip, the roll-over."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from textual.pilot import Pilot

from data import day as days
from data import diary, pauses
from data.models import ExerciseLog
from screens.widgets.day_bar import DayBar
from screens.widgets.week_strip import WeekStrip
from tests.screens.the_app import USUAL, WIDE, app_on, lines, screen, told
from tests.screens.training import MONDAY, YESTERDAY, ago, exercise, item, sets
from tui.app import ItbandApp

Today = Pilot[None]


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "today")


async def press(pilot: Today, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def line_with(app: ItbandApp, words: str) -> str:
    return next(line for line in lines(app) if words in line)


def week(app: ItbandApp) -> str:
    """The signs of the week's seven days."""
    shown = app.query_one(WeekStrip)
    line = next(line for line in shown._lines if any("go_to" in piece.action for piece in line[:1]))
    signs = shown._lines[shown._lines.index(line) + 1]
    return "".join(piece.text.strip() for piece in signs if "go_to" in piece.action)


class TestTheDayBar:
    async def test_it_names_the_day(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL):
            assert "◀ Monday 23 November ▶   today" in screen(app)

    @pytest.mark.parametrize(
        ("back", "on"), [("left", "right"), ("left_square_bracket", "right_square_bracket")]
    )
    async def test_keys_go_a_day_back_and_on(self, app: ItbandApp, back: str, on: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, back)
            assert "Sunday 22 November ▶   yesterday" in screen(app)
            await press(pilot, back)
            assert "Saturday 21 November ▶   2 days ago" in screen(app)
            await press(pilot, on, on)
            assert "Monday 23 November ▶   today" in screen(app)

    async def test_the_arrows_can_be_clicked(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.click(DayBar, offset=(1, 0))
            await pilot.pause()
            assert "Sunday 22 November" in screen(app)
            await pilot.click(DayBar, offset=(line_with(app, "▶").index("▶"), 0))
            await pilot.pause()
            assert "Monday 23 November" in screen(app)

    async def test_another_year_is_said(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await go_to(pilot, "2025-12-31")
            assert "Wednesday 31 December 2025" in screen(app)


async def go_to(pilot: Today, day: str) -> None:
    await press(pilot, "d", "ctrl+u", *day, "enter")


class TestATypedDay:
    @pytest.mark.parametrize(
        ("typed", "name"),
        [
            ("2026-11-01", "Sunday 1 November"),
            ("yesterday", "Sunday 22 November"),
            ("-3", "Friday 20 November"),
            ("today", "Monday 23 November"),
        ],
    )
    async def test_d_goes_there(self, app: ItbandApp, typed: str, name: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await go_to(pilot, typed)
            assert f"◀ {name} ▶" in screen(app)

    async def test_what_is_no_day_is_told_and_can_be_put_right(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await go_to(pilot, "2026-02-30")
            assert any("is no day" in sentence for sentence in told(app))
            await press(pilot, "backspace", "backspace", "2", "8", "enter")
            assert "Saturday 28 February" in screen(app)

    async def test_escape_stays(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "d", "escape")
            assert "Monday 23 November" in screen(app)


class TestAPastDay:
    async def test_it_can_be_filled_in(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "left", "space", "space", "4")
        assert sets(bridge, YESTERDAY) == {"both": 2} and sets(bridge) == {"both": 0}
        assert days.read(YESTERDAY).worst == 4

    async def test_what_is_filled_in_has_no_time(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "left", "space")
        assert [log.at for log in ExerciseLog.select()] == [None]

    async def test_a_note_and_a_run_go_to_that_day(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "left", "n", "o", "k", "escape", "a", "5", "enter")
        there = days.read(YESTERDAY)
        assert there.note and there.note.text == "ok" and [run.km for run in there.runs] == [5]


class TestADayToCome:
    async def test_it_shows_what_it_will_ask_for_and_says_why_it_is_empty(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "right")
            assert "Tuesday 24 November has not come yet" in screen(app)
            assert "Glute bridge" in screen(app)

    @pytest.mark.parametrize(
        "key", ["space", "x", "X", "s", "i", "m", "a", "n", "v", "enter", "3", "plus", "c"]
    )
    async def test_no_key_writes_there_and_each_says_why(self, app: ItbandApp, key: str) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            before = diary.version()
            await press(pilot, "right", key)
            assert any("Tuesday 24 November has not come yet" in sentence for sentence in told(app))
            assert diary.version() == before and app.screen is app.section
        assert not item(bridge, ago(-1)).logs


class TestTheWeek:
    async def test_each_day_has_its_sign_and_the_legend_stands_by(self, app: ItbandApp) -> None:
        one, other = exercise("Glute bridge"), exercise("Side plank")
        diary.do(one, ago(7))
        diary.do(other, ago(7))
        diary.do(one, ago(6))
        diary.skip_all(ago(5), "ill")
        diary.log_pain(2, YESTERDAY)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.pause()
            assert week(app) == "□□□□□□□"
            await press(pilot, *["left"] * 7)
            assert week(app) == "●◐–····"
            assert "● all  ◐ some  ○ none  · no entry  – not due" in screen(app)

    async def test_a_click_on_a_day_goes_there(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await press(pilot, "left")
            x = line_with(app, "T  W").index("T  W") - app.query_one(WeekStrip).region.x
            await pilot.click(WeekStrip, offset=(x, 1))
            await pilot.pause()
            assert "Tuesday 17 November" in screen(app)

    async def test_its_share_is_in_words(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.log_pain(0, YESTERDAY)
        for back in range(1, 6):
            diary.do(bridge, ago(back))
        async with app.run_test(size=WIDE) as pilot:
            await press(pilot, "left")
            assert "Week 47" in screen(app) and "5 of 7 asked for · 71 %" in screen(app)

    async def test_fourteen_days_of_pain_with_their_means(self, app: ItbandApp) -> None:
        for back in range(14):
            if back != 8:
                diary.log_pain(2 if back < 7 else 4, ago(back))
        async with app.run_test(size=WIDE) as pilot:
            await pilot.pause()
            assert "▄▄▄▄▄ ▄▂▂▂▂▂▂▂" in screen(app) and "now 2, a week before 4" in screen(app)


class TestBeingSentThere:
    async def test_a_day_can_be_opened_from_elsewhere(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            app.open_section("today", day=date(2026, 10, 1))
            await pilot.pause()
            assert "Thursday 1 October" in screen(app)

    async def test_so_can_an_exercise(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        plank = exercise("Side plank")
        async with app.run_test(size=USUAL) as pilot:
            app.open_section("today", exercise=plank.uid)
            await pilot.pause()
            assert next(line for line in lines(app) if "▸" in line).count("Side plank")

    async def test_each_exercise_is_in_the_palette(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL):
            assert "Glute bridge" in [entry.title for entry in app.section.palette_entries()]

    async def test_h_opens_the_page_of_the_exercise_and_escape_comes_back(self, app: ItbandApp) -> None:
        exercise("Glute bridge", guide="glute-bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "h")
            assert app.section.key == "guide"
            await press(pilot, "escape")
            assert app.section.key == "today"

    async def test_an_exercise_of_ones_own_has_no_page(self, app: ItbandApp) -> None:
        exercise("Wall sit")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "h")
            assert told(app) == ["The guide has no page on Wall sit."]


async def test_a_new_day_is_followed(app: ItbandApp, frozen: time_machine.Traveller) -> None:
    async with app.run_test(size=USUAL) as pilot:
        frozen.shift(timedelta(hours=8))
        app._look()
        await pilot.pause()
        assert "Tuesday 24 November ▶   today" in screen(app)


async def test_a_past_day_stays_when_a_new_one_begins(app: ItbandApp, frozen: time_machine.Traveller) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "left")
        frozen.shift(timedelta(hours=8))
        app._look()
        await pilot.pause()
        assert "Sunday 22 November ▶   2 days ago" in screen(app)


async def test_before_the_day_starts_it_is_still_yesterday(folder: Path) -> None:
    with time_machine.travel("2026-11-24T01:30:00+01:00", tick=False):
        app = app_on(folder, "today")
        async with app.run_test(size=USUAL):
            assert f"{MONDAY.day} November ▶   today" in screen(app)


async def test_t_leads_back_to_this_day(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "left", "left")
        assert "2 days ago" in screen(app)
        await press(pilot, "t")
        assert "Monday 23 November ▶   today" in screen(app)


async def test_t_leads_to_this_day_from_another_section_too(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "left", "g", "t")
        assert "Monday 23 November ▶   today" in screen(app)


async def test_escape_leads_back_to_the_day_that_is_being_filled_in(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "left", "w", "escape")
        assert "Sunday 22 November ▶   yesterday" in screen(app)


async def test_the_same_sentence_is_told_once_while_it_stands(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "right", "3", "4", "5", "space")
        assert len(told(app)) == len(set(told(app))) == 1


async def test_days_to_come_in_a_pause_without_an_end_are_not_open(app: ItbandApp) -> None:
    exercise("Glute bridge")
    pauses.pause(MONDAY, None, reason="ill")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert week(app) == "–––––––"
