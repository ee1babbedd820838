"""The guided session, by a clock that the test moves: its course on the screen, its keys, and what it saves."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import time_machine
from textual.pilot import Pilot

from data import day as days
from data import diary, plan, settings, writing
from data.session_course import Step
from screens.session import SessionScreen
from tests.screens.the_app import SMALL, TINY, USUAL, screen, told
from tests.screens.training import MONDAY, YESTERDAY, exercise, item, sets
from tui.app import ItbandApp
from tui.app_keys import SECTIONS
from tui.config import Config

QUESTION = "Pain at the outer knee during it? 0–10, enter for no answer"


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bells() -> list[float]:
    return []


@pytest.fixture
def app_at(
    folder: Path, clock: Clock, bells: list[float], monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], ItbandApp]:
    """The app that opens at a section, its session by the clock of the test."""

    def make(start: str) -> ItbandApp:
        sections = [
            entry._replace(screen=lambda: SessionScreen(clock)) if entry.key == "session" else entry
            for entry in SECTIONS
        ]
        app = ItbandApp(diary, Config.load(folder), sections=sections, start=start)
        monkeypatch.setattr(app, "bell", lambda: bells.append(clock.now))
        return app

    return make


@pytest.fixture
def app(app_at: Callable[[str], ItbandApp]) -> ItbandApp:
    return app_at("session")


@pytest.fixture
def later(clock: Clock) -> Callable[[Pilot[None], float], Awaitable[None]]:
    """Lets seconds go by, with a look at the clock after each."""

    async def go(pilot: Pilot[None], seconds: float) -> None:
        shown = session_of(pilot)
        end = clock.now + seconds
        while clock.now < end:
            clock.now = min(clock.now + 1, end)
            shown.look()
        await pilot.pause()

    return go


Later = Callable[[Pilot[None], float], Awaitable[None]]


def session_of(pilot: Pilot[None]) -> SessionScreen:
    assert isinstance(pilot.app, ItbandApp) and isinstance(pilot.app.section, SessionScreen)
    return pilot.app.section


def step(pilot: Pilot[None]) -> Step:
    course = session_of(pilot).course
    assert course
    return course.step


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


class TestBeginning:
    async def test_b_on_today_begins_what_is_due(self, app_at: Callable[[str], ItbandApp]) -> None:
        exercise("Glute bridge")
        app = app_at("today")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "b")
            assert "Get ready" in screen(app) and "Set 1 of 2" in screen(app)

    async def test_b_does_nothing_on_another_day(self, app_at: Callable[[str], ItbandApp]) -> None:
        exercise("Glute bridge")
        app = app_at("today")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "left", "b")
            assert app.section.key == "today"

    async def test_without_anything_due_it_says_so(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL):
            assert "Nothing is left to do on Monday 23 November." in screen(app)

    async def test_escape_leads_to_the_day_it_came_from(self, app_at: Callable[[str], ItbandApp]) -> None:
        exercise("Glute bridge")
        app = app_at("today")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "b", "escape")
            assert app.section.key == "today"

    async def test_opened_straight_escape_leads_to_today(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "escape")
            assert app.section.key == "today"

    async def test_left_and_begun_again_it_goes_on_with_that_set(self, app: ItbandApp, later: Later) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 45)
            await press(pilot, "t", "b")
            assert step(pilot) is Step.READY and "Set 2 of 2" in screen(app)
            await later(pilot, 5)
            assert step(pilot) is Step.WORK


class TestASet:
    async def test_a_finished_set_is_saved_at_once(self, app: ItbandApp, later: Later) -> None:
        stretch = exercise("Stretch", unit="seconds", amount=30, sides="each")
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 34)
            assert sets(stretch) == {"left": 0, "right": 0}
            await later(pilot, 1)
            assert sets(stretch) == {"left": 1, "right": 0}

    async def test_the_bell_rings_three_times_in_a_hold(
        self, app: ItbandApp, later: Later, bells: list[float]
    ) -> None:
        exercise("Stretch", unit="seconds", amount=30, sets=1)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 50)
        assert [at - 1000 for at in bells] == [5, 25, 35]

    async def test_without_sound_it_rings_never(
        self, app: ItbandApp, later: Later, bells: list[float]
    ) -> None:
        exercise("Stretch", unit="seconds", amount=30, sets=1)
        settings.put("session_sound", "off")
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 50)
        assert bells == []

    async def test_switching_sides_is_called_out(self, app: ItbandApp, later: Later) -> None:
        exercise("Stretch", unit="seconds", amount=30, sides="each")
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 36)
            assert "Switch sides: right" in screen(app)

    async def test_the_guides_cues_and_what_comes_next_stand_there(self, app: ItbandApp) -> None:
        exercise("Standing IT band stretch", unit="seconds", sets=1, sides="each", guide="itb-stretch")
        exercise("Glute bridge")
        async with app.run_test(size=USUAL):
            for words in ("Cross this leg behind the other", "Push this hip out", "Breathe and don't bounce"):
                assert words in screen(app)
            assert "Next: right side, then Glute bridge" in screen(app)

    async def test_repetitions_are_counted(self, app: ItbandApp, later: Later) -> None:
        exercise("Bridge", amount=10, hold=2)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 5 + 9)
            assert "Repetition 3 of 10 · hold" in screen(app)

    async def test_at_ones_own_pace_enter_ends_the_set(self, app: ItbandApp, later: Later) -> None:
        bridge = exercise("Bridge")
        settings.put("session_tempo", "0")
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 100)
            assert "10 repetitions, then enter" in screen(app)
            await press(pilot, "enter")
            assert sets(bridge) == {"both": 1} and step(pilot) is Step.REST

    async def test_a_hold_does_not_end_by_a_key(self, app: ItbandApp, later: Later) -> None:
        stretch = exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 10)
            await press(pilot, "enter")
            assert sets(stretch) == {"both": 0} and step(pilot) is Step.WORK

    async def test_a_set_that_cannot_be_written_waits_and_is_tried_again(
        self, app: ItbandApp, later: Later, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stretch = exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            with monkeypatch.context() as patch:
                patch.setattr(writing, "add", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
                await later(pilot, 40)
                assert "The disk is full" in told(app)[0] and "Paused" in screen(app)
            await press(pilot, "space")
            assert sets(stretch) == {"both": 1}

    async def test_a_set_whose_exercise_left_the_plan_meanwhile_is_told_and_the_session_goes_on(
        self, app: ItbandApp, later: Later
    ) -> None:
        stretch, plank = exercise("Stretch", unit="seconds", amount=30), exercise("Plank", unit="seconds")
        async with app.run_test(size=USUAL) as pilot:
            plan.archive(stretch, MONDAY)
            await later(pilot, 40)
            assert told(app) == ["Stretch is not in the plan on Mon 23 Nov 2026 any more."]
            assert "Paused" in screen(app)
            app.show_diary_in(app.section)
            await later(pilot, 40)
            assert sets(plank) == {"both": 1}


class TestKeys:
    async def test_space_pauses_and_goes_on(self, app: ItbandApp, later: Later) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 10)
            await press(pilot, "space")
            assert "Paused" in screen(app)
            await later(pilot, 100)
            await press(pilot, "space")
            course = session_of(pilot).course
            assert course and course.timer.left(1110) == 25

    async def test_b_takes_the_last_set_back(self, app: ItbandApp, later: Later) -> None:
        stretch = exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 40)
            await press(pilot, "b")
            assert sets(stretch) == {"both": 0} and "Set 1 of 2" in screen(app)

    async def test_n_skips_a_set(self, app: ItbandApp) -> None:
        stretch = exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n")
            assert "Set 2 of 2" in screen(app) and sets(stretch) == {"both": 0}

    async def test_s_skips_the_exercise_with_a_reason(self, app: ItbandApp) -> None:
        bridge = exercise("Bridge")
        exercise("Plank")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "s", "e")
            assert item(bridge).skipped == "equipment" and "Plank" in screen(app)

    async def test_while_a_reason_is_chosen_the_session_waits(self, app: ItbandApp, clock: Clock) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "s")
            clock.now += 300
            await press(pilot, "escape")
            assert "Paused" in screen(app)

    async def test_x_stops_for_today(self, app: ItbandApp, later: Later) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        exercise("Plank", unit="seconds")
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 40)
            await press(pilot, "x")
            assert "1 of 4 sets on Monday 23 November. 1 set in 1 minute." in screen(app)
            assert "2 exercises still open" in screen(app)

    async def test_undo_brings_the_set_back_to_be_done(self, app: ItbandApp, later: Later) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 40)
            await press(pilot, "u")
            assert step(pilot) is Step.READY and "Set 1 of 2" in screen(app)


class TestTheQuestion:
    @pytest.fixture
    async def asked(self, app: ItbandApp, later: Later):  # type: ignore[no-untyped-def]
        """The session at the question after the bridge; the plank follows."""
        exercise("Bridge", sets=1)
        exercise("Plank", sets=1)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 45)
            assert QUESTION in screen(app)
            yield pilot

    async def test_says_which_exercise_comes_next(self, asked: Pilot[None], app: ItbandApp) -> None:
        assert "Next: Plank" in screen(app)

    async def test_between_two_sets_it_says_which_set_comes_next(self, app: ItbandApp, later: Later) -> None:
        exercise("Stretch", unit="seconds", amount=30, sets=3, sides="each")
        exercise("Plank")
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 75)
            await press(pilot, "i")
            assert QUESTION in screen(app) and "Next: set 2 of 3, left side" in screen(app)

    async def test_escape_leads_back_to_the_set_and_the_session_goes_on(
        self, app: ItbandApp, later: Later
    ) -> None:
        exercise("Stretch", unit="seconds", amount=30, sets=3)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 40)
            await press(pilot, "i", "escape")
            assert app.section.key == "session" and days.read(MONDAY).pain_logs == ()
            assert step(pilot) is Step.READY and "Set 2 of 3" in screen(app)

    async def test_escape_after_the_exercise_gives_no_answer_and_leads_to_the_next(
        self, asked: Pilot[None], app: ItbandApp
    ) -> None:
        await press(asked, "escape")
        assert days.read(MONDAY).pain_logs == () and step(asked) is Step.READY and "Plank" in screen(app)

    async def test_has_no_level_to_begin_with(self, asked: Pilot[None], app: ItbandApp) -> None:
        assert "[" not in screen(app)

    async def test_enter_stores_nothing(self, asked: Pilot[None], app: ItbandApp) -> None:
        await press(asked, "enter")
        assert days.read(MONDAY).pain_logs == () and "Plank" in screen(app)

    async def test_a_digit_is_saved_and_the_session_goes_on(
        self, asked: Pilot[None], app: ItbandApp, later: Later
    ) -> None:
        await press(asked, "2")
        (log,) = days.read(MONDAY).pain_logs
        assert (log.level, log.moment, log.exercise.name) == (2, "during", "Bridge")
        await later(asked, 3)
        assert "Plank" in screen(app) and step(asked) is Step.READY

    async def test_1_and_0_are_10(self, asked: Pilot[None]) -> None:
        await press(asked, "1", "0")
        assert [log.level for log in days.read(MONDAY).pain_logs] == [10]

    async def test_a_click_gives_a_level(self, asked: Pilot[None], app: ItbandApp) -> None:
        scale = session_of(asked).scale
        text = "".join(piece.text for piece in scale._lines[-1])
        await asked.click(type(scale), offset=(text.index("4") + scale.gutter.left, len(scale._lines) - 1))
        await asked.pause()
        assert [log.level for log in days.read(MONDAY).pain_logs] == [4]

    async def test_above_the_limit_it_says_to_stop_and_waits(
        self, asked: Pilot[None], app: ItbandApp, later: Later
    ) -> None:
        await press(asked, "5")
        await later(asked, 60)
        assert "Stop this exercise for today: 5 is above the limit of 2" in screen(app)

    async def test_what_hurt_above_the_limit_before_is_left_out_and_that_is_said(
        self, app: ItbandApp
    ) -> None:
        bridge = exercise("Glute bridge")
        exercise("Plank")
        diary.log_pain(6, MONDAY, moment="during", exercise=bridge)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            course = session_of(pilot).course
            assert course and {one.name for one in course.sets} == {"Plank"}
            assert "Glute bridge left out: pain 6 during it today" in screen(app)

    async def test_nothing_is_begun_where_all_that_is_open_hurt_above_the_limit(self, app: ItbandApp) -> None:
        diary.log_pain(6, MONDAY, moment="during", exercise=exercise("Glute bridge"))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert step(pilot) is Step.OVER
            assert "Glute bridge left out: pain 6 during it today." in screen(app)
            assert "All that was asked for" not in screen(app)

    async def test_what_hurts_above_the_limit_in_the_session_itself_goes_on_with_a_key(
        self, app: ItbandApp
    ) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i", "5", "enter")
            assert "Glute bridge" in screen(app) and "left out" not in screen(app)

    async def test_w_shows_the_warning_signs_and_escape_leads_back(
        self, asked: Pilot[None], app: ItbandApp
    ) -> None:
        await press(asked, "5", "w")
        assert app.section.key == "guide"
        await press(asked, "escape")
        assert "Stop this exercise" in screen(app)

    async def test_shift_s_skips_what_is_left_because_of_pain(self, app: ItbandApp) -> None:
        bridge = exercise("Bridge")
        exercise("Plank")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "i", "5", "S")
            assert item(bridge).skipped == "pain" and "Plank" in screen(app)


class TestTheEnd:
    async def test_sums_up_in_words(self, app: ItbandApp, later: Later) -> None:
        exercise("Bridge", sets=1)
        stretch = exercise("Stretch", unit="seconds", amount=60, sides="each")
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 45)
            await press(pilot, "0")
            await later(pilot, 8)
            diary.do(stretch, MONDAY)
            session_of(pilot).reload()
            await press(pilot, "enter")
            shown = screen(app)
        assert "5 of 5 sets on Monday 23 November." in shown
        assert "All that was asked for is done or answered." in shown
        assert "Bridge: 1 of 1 set · pain 0" in shown
        assert "Stretch: 2 of 2 sets each side" in shown


class TestTheDay:
    async def test_the_session_belongs_to_the_day_that_it_began(
        self, app: ItbandApp, later: Later, frozen: time_machine.Traveller
    ) -> None:
        stretch = exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            await later(pilot, 10)
            frozen.shift(8 * 3600)
            app._look()
            await later(pilot, 30)
            assert told(app) == ["It is Tuesday 24 November now."]
        assert sets(stretch) == {"both": 1}
        assert sets(stretch, YESTERDAY) == {"both": 0}

    async def test_begun_again_on_the_next_day_it_is_that_days(
        self, app: ItbandApp, frozen: time_machine.Traveller
    ) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        async with app.run_test(size=USUAL) as pilot:
            frozen.shift(24 * 3600)
            await press(pilot, "t", "b")
            course = session_of(pilot).course
            assert course and str(course.day.day) == "2026-11-24"


@pytest.mark.parametrize("size", [USUAL, SMALL, TINY, (120, 40), (200, 60), (30, 40)])
async def test_goes_through_at_any_size(app: ItbandApp, later: Later, size: tuple[int, int]) -> None:
    exercise("Stretch", unit="seconds", amount=150, sets=1, sides="each")
    async with app.run_test(size=size) as pilot:
        for keys in ("enter", "space", "space", "b", "i", "7", "enter", "n", "n", "enter"):
            await later(pilot, 7)
            await press(pilot, keys)
        assert step(pilot) is Step.OVER
