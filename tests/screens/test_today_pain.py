"""Pain on Today: the digit keys, what `i` and `m` ask for, and the stop text."""

import re
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data import day as days
from data import diary, plan
from data.models import PainLog
from screens import level_keys
from screens.widgets.pain_scale import PainScale
from tests.screens.the_app import SMALL, USUAL, app_on, lines, screen
from tests.screens.training import MONDAY, YESTERDAY, ago, exercise, item
from tui.app import ItbandApp

Today = Pilot[None]


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    diary.add_event("start", ago(30), side="left")
    diary.add_event("other", YESTERDAY)  # no gap, so nothing is asked about one
    return app_on(folder, "today")


def logged(day: date = MONDAY) -> list[tuple[str, int]]:
    """(moment, level) of each log of a day, as entered."""
    found = PainLog.select().where(PainLog.day == day).order_by(PainLog.entered_at)
    return [(log.moment, log.level) for log in found]


def scale(app: ItbandApp) -> str:
    return list(lines(app))[app.query_one(PainScale).region.y]


async def press(pilot: Today, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


class TestTheWorstPain:
    async def test_nothing_is_chosen_beforehand(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL):
            assert "[" not in scale(app)
            assert "none recorded" in scale(app)
        assert logged() == []

    @pytest.mark.parametrize("level", range(10))
    async def test_a_digit_gives_it(self, app: ItbandApp, level: int) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, str(level))
            assert f"[{level}]" in scale(app)
        assert logged() == [("worst", level)]

    async def test_one_then_zero_is_ten(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "1", "0")
            assert "[10]" in scale(app)
        assert logged() == [("worst", 10)]

    async def test_zero_again_is_zero(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "1", "0", "0")
        assert logged() == [("worst", 0)]

    async def test_a_one_of_long_ago_does_not_make_a_ten(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "1", "j", "0")
        assert logged() == [("worst", 0)]

    @pytest.mark.parametrize(("seconds", "level"), [(2.9, 10), (3.1, 0)])
    async def test_a_zero_joins_a_one_only_soon_after_it(
        self, app: ItbandApp, monkeypatch: pytest.MonkeyPatch, seconds: float, level: int
    ) -> None:
        moments = iter((100.0, 100.0 + seconds))
        monkeypatch.setattr(level_keys, "monotonic", lambda: next(moments))
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "1", "0")
            assert f"[{level}]" in scale(app)
        assert logged() == [("worst", level)]

    @pytest.mark.parametrize(("asks", "moment"), [("i", "during"), ("m", "morning")])
    async def test_so_it_is_where_a_digit_was_asked_for(
        self, app: ItbandApp, monkeypatch: pytest.MonkeyPatch, asks: str, moment: str
    ) -> None:
        exercise("Glute bridge")
        moments = iter((100.0, 130.0))
        monkeypatch.setattr(level_keys, "monotonic", lambda: next(moments))
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, asks, "1", "0")
        assert [log for log in logged() if log[0] == "worst"] == []
        assert logged()[-1] == (moment, 0)

    async def test_another_digit_replaces_it(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "3", "5")
        assert logged() == [("worst", 5)]

    async def test_undo_brings_the_former_one_back(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "3", "5", "u")
            assert "[3]" in scale(app)

    async def test_delete_clears_it(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "3", "delete")
            assert "[" not in scale(app)
        assert logged() == []

    async def test_it_is_of_the_diarys_side(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            assert "left knee" in scale(app)
            await press(pilot, "3")
        assert [log.side for log in PainLog.select()] == ["left"]

    async def test_a_click_gives_it(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.click(PainScale, offset=(scale(app).index("7"), 0))
            await pilot.pause()
        assert logged() == [("worst", 7)]

    async def test_each_level_can_be_clicked_in_a_small_pane(self, app: ItbandApp) -> None:
        async with app.run_test(size=SMALL) as pilot:
            for level in range(11):
                figures = re.finditer(r"\d+", scale(app))
                x = next(figure.start() for figure in figures if figure[0] == str(level))
                await pilot.click(PainScale, offset=(x, 0))
                await pilot.pause()
                assert logged() == [("worst", level)]

    async def test_the_ends_are_named(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL):
            assert "no pain" in screen(app) and "worst pain imaginable" in screen(app)

    async def test_higher_pain_of_the_day_is_said_beside_it(self, app: ItbandApp) -> None:
        diary.log_pain(6, MONDAY, moment="night")
        async with app.run_test(size=USUAL) as pilot:
            assert "highest of the day 6, at night" in screen(app)
            await press(pilot, "2")
            assert "[2]" in scale(app) and "highest of the day 6, at night" in screen(app)

    async def test_it_is_said_which_pain_that_is(self, app: ItbandApp) -> None:
        diary.log_pain(6, MONDAY, moment="during", exercise=exercise("Glute bridge"))
        diary.log_pain(5, MONDAY)
        async with app.run_test(size=SMALL):
            assert "highest of the day 6, during Glute bridge" in " ".join(screen(app).split())


class TestThisMorning:
    async def test_it_is_asked_for_by_name_on_the_day_after_a_run(self, app: ItbandApp) -> None:
        diary.log_run(5.2, YESTERDAY)
        async with app.run_test(size=USUAL):
            assert "This morning, after 5.2 km yesterday:   m" in screen(app)

    async def test_without_a_run_it_is_not_asked_for(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL):
            assert "This morning" not in screen(app)

    async def test_m_and_a_digit_give_it(self, app: ItbandApp) -> None:
        diary.log_run(5.2, YESTERDAY)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "m")
            assert "This morning" in scale(app)
            await press(pilot, "1", "0")
            assert "after 5.2 km yesterday: 10" in screen(app)
        assert logged() == [("morning", 10)]

    async def test_given_again_it_is_replaced(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "m", "2", "m", "3")
        assert logged() == [("morning", 3)]

    async def test_the_next_digit_is_for_the_worst_again(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "m", "2", "4")
        assert sorted(logged()) == [("morning", 2), ("worst", 4)]

    async def test_so_is_one_after_a_one(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "m", "1", "4")
        assert sorted(logged()) == [("morning", 1), ("worst", 4)]

    async def test_escape_leaves_it(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "m", "escape")
            assert "Worst pain" in scale(app)
            await press(pilot, "4")
        assert logged() == [("worst", 4)]

    async def test_delete_clears_it(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "5", "m", "2", "m", "delete")
        assert logged() == [("worst", 5)]

    async def test_a_click_on_the_line_asks(self, app: ItbandApp) -> None:
        diary.log_run(5.2, YESTERDAY)
        async with app.run_test(size=USUAL) as pilot:
            y = next(at for at, line in enumerate(lines(app)) if "This morning" in line)
            x = next(line.rindex("m") for line in lines(app) if "This morning" in line)
            await pilot.click(offset=(x, y))
            await press(pilot, "2")
        assert logged() == [("morning", 2)]


class TestPainDuringAnExercise:
    async def test_i_and_a_digit_give_it(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i")
            assert "Pain during Glute bridge" in screen(app)
            await press(pilot, "1")
            assert "pain 1" in screen(app)
        (log,) = PainLog.select()
        assert (log.moment, log.level, log.exercise_uid) == ("during", 1, bridge.uid)

    @pytest.mark.parametrize("after", [["3"], ["escape"], ["left"], ["1", "0"]], ids=" ".join)
    async def test_until_the_digit_comes_the_footer_shows_what_answers(
        self, app: ItbandApp, after: list[str]
    ) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot)
            usual = list(lines(app))[-1]
            await press(pilot, "i")
            assert list(lines(app))[-1].split() == ["0-9", "level", "esc", "back", "?", "more"]
            await press(pilot, *after)
            assert list(lines(app))[-1] == usual

    async def test_ten_takes_two_keys(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i", "1", "0")
        assert logged() == [("during", 10)]

    async def test_within_the_limit_nothing_is_said(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i", "2")
            assert "Stop" not in screen(app)

    async def test_above_the_limit_it_says_stop(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i", "4")
            text = " ".join(screen(app).split())
            assert "▲ Glute bridge: Stop this exercise for today: 4 is above the limit of 2" in text
            assert "the default, from studies of kneecap pain" in text
            assert "pain 4 ▲ above 2" in text

    async def test_the_limit_agreed_with_the_physiotherapist_counts(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        plan.set_limit(4, ago(10), source="physio")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i", "4")
            assert "Stop" not in screen(app)
            await press(pilot, "i", "8")
            assert "8 is far above the limit of 4 (agreed with your physiotherapist)" in " ".join(
                screen(app).split()
            )

    async def test_one_key_skips_what_is_left(self, app: ItbandApp) -> None:
        bridge, other = exercise("Glute bridge"), exercise("Side plank")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "i", "4", "S")
            assert "Stop" not in screen(app)
        assert item(bridge).skipped == "pain" and item(bridge).sets_on("both") == 1
        assert item(other).skipped is None

    async def test_that_key_skips_nothing_while_nothing_hurts(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "S")
        assert item(bridge).skipped is None

    async def test_one_key_opens_the_warning_signs(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i", "4", "w")
            assert app.section.key == "guide"
            await press(pilot, "escape")
            assert app.section.key == "today"

    async def test_it_still_says_stop_when_the_app_is_opened_again(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.log_pain(5, MONDAY, moment="during", exercise=bridge)
        async with app.run_test(size=USUAL):
            assert "Stop this exercise for today" in screen(app)

    async def test_pain_elsewhere_stops_nothing(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.log_pain(8, MONDAY, moment="during", exercise=bridge, site="hip")
        async with app.run_test(size=USUAL):
            assert "Stop" not in screen(app)

    async def test_without_an_exercise_nothing_is_asked(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i", "4")
        assert logged() == [("worst", 4)]


async def test_the_day_of_the_figures_is_the_day_shown(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await press(pilot, "left", "6")
    assert days.read(YESTERDAY).worst == 6 and days.read(MONDAY).worst is None
