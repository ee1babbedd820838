"""The course of a guided session, by a clock that the test moves."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import time_machine

from data import day as days
from data import diary, session
from data.session import Pace
from data.session_course import Course, Sign, Step
from tests.screens.training import MONDAY, exercise, sets

READY, WORK, REST, QUESTION, OVER = Step
PACE = Pace(ready=5, rest=30, tempo=4, sound=True)


class Walk:
    """A course, driven as the screen drives it; `at` is the clock."""

    def __init__(self, pace: Pace = PACE) -> None:
        self.at = 1000.0
        self.bells: list[float] = []
        self.course = Course(days.read(MONDAY), pace, self.at)
        self.look()

    def look(self) -> Sign:
        sign = self.course.look(self.at)
        if Sign.BELL in sign:
            self.bells.append(self.at)
        if Sign.DONE in sign:
            self.finish()
        return sign

    def to(self, seconds: float) -> None:
        """Lets the clock run, with a look whenever something changes."""
        end = self.at + seconds
        while self.at < end:
            self.at = min(self.at + max(self.course.until_next_look(self.at), 0.001), end)
            self.look()

    def through(self, step: Step) -> float:
        """Lets a step run to its end; gives how long it took."""
        assert self.course.step is step
        began = self.at
        while self.course.step is step:
            self.to(self.course.timer.left(self.at) or 1)
        return self.at - began

    def finish(self) -> None:
        assert self.course.here
        self.write(session.save)

    def write(self, change: Callable[..., object], *more: object) -> None:
        one = self.course.asked or self.course.here
        change(one, MONDAY, *more)
        self.follow()

    def follow(self) -> None:
        self.course.follow(days.read(self.course.day.day), self.at)

    def answer(self, level: int) -> None:
        assert self.course.asked
        log = session.answer(level, self.course.asked, MONDAY, self.course.answer)
        self.follow()
        self.course.answered(log, self.at)

    @property
    def here(self) -> tuple[str, int, str] | None:
        one = self.course.here
        return (one.name, one.number, one.side) if one else None


class TestTheOrder:
    def test_a_set_is_made_ready_for_worked_and_rested_after(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        walk = Walk()
        assert [walk.through(step) for step in (READY, WORK, REST, READY, WORK)] == [5, 30, 30, 5, 30]
        assert walk.course.step is QUESTION

    def test_the_other_side_follows_without_a_rest_and_is_called_out(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30, sides="each")
        walk = Walk()
        assert not walk.course.switches_sides
        walk.through(READY), walk.through(WORK)
        assert (walk.course.step, walk.course.switches_sides) == (READY, True)
        assert walk.here == ("Stretch", 1, "right")
        walk.through(READY), walk.through(WORK), walk.through(REST)
        assert walk.course.switches_sides and walk.here == ("Stretch", 2, "left")

    def test_switching_sides_takes_three_seconds_when_nobody_gets_ready(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30, sides="each")
        walk = Walk(Pace(0, 0, 4, True))
        walk.through(WORK)
        assert walk.through(READY) == 3

    def test_without_ready_and_rest_a_set_follows_the_other(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        walk = Walk(Pace(0, 0, 4, True))
        walk.to(30)
        assert (walk.course.step, walk.here) == (WORK, ("Stretch", 2, "both"))

    def test_the_question_comes_after_each_exercise_and_the_end_after_the_last(self, folder: Path) -> None:
        exercise("Bridge", sets=1)
        exercise("Plank", sets=1)
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        assert walk.course.step is QUESTION and walk.course.asked and walk.course.asked.name == "Bridge"
        walk.course.go_on(walk.at)
        assert walk.here == ("Plank", 1, "both")
        walk.through(READY), walk.through(WORK)
        walk.course.go_on(walk.at)
        assert (walk.course.step, walk.here) == (OVER, None)

    def test_nothing_due_is_over_at_once(self, folder: Path) -> None:
        assert Walk().course.step is OVER

    def test_at_ones_own_pace_a_set_waits_for_its_runner(self, folder: Path) -> None:
        exercise("Bridge")
        walk = Walk(Pace(5, 30, 0, True))
        walk.through(READY)
        walk.to(500)
        assert walk.course.step is WORK
        walk.finish()
        assert walk.course.step is REST

    def test_a_key_begins_the_work_or_ends_the_rest_at_once(self, folder: Path) -> None:
        exercise("Bridge")
        walk = Walk()
        walk.course.go_on(walk.at)
        assert walk.course.step is WORK
        walk.through(WORK)
        walk.course.go_on(walk.at)
        assert walk.course.step is READY


class TestTheBell:
    def test_rings_at_the_start_at_ten_seconds_left_and_at_the_end_of_a_hold(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30, sets=1)
        walk = Walk()
        walk.to(60)
        assert [at - 1000 for at in walk.bells] == [5, 25, 35]

    def test_rings_at_start_and_end_of_a_short_hold_and_of_repetitions(self, folder: Path) -> None:
        exercise("Short", unit="seconds", amount=10, sets=1)
        exercise("Counted", amount=10, sets=1)
        walk = Walk()
        walk.to(20)
        walk.course.go_on(walk.at)
        walk.to(60)
        assert [at - 1000 for at in walk.bells] == [5, 15, 25, 65]

    def test_rings_when_a_key_begins_the_work(self, folder: Path) -> None:
        exercise("Bridge")
        walk = Walk()
        walk.course.go_on(walk.at)
        walk.look()
        assert walk.bells == [1000]


class TestPause:
    def test_stands_still_and_goes_on_where_it_was(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        walk = Walk()
        walk.through(READY)
        walk.to(12)
        walk.course.pause(walk.at)
        walk.to(900)
        walk.course.resume(walk.at)
        assert walk.through(WORK) == pytest.approx(18)

    def test_is_no_time_of_the_session(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        walk = Walk()
        walk.to(3)
        walk.course.pause(walk.at)
        walk.to(900)
        assert walk.course.seconds(walk.at) == pytest.approx(3)


class TestSleep:
    def test_a_hold_that_slept_begins_again_when_its_runner_goes_on(self, folder: Path) -> None:
        stretch = exercise("Stretch", unit="seconds", amount=30)
        walk = Walk()
        walk.through(READY)
        walk.to(12)
        walk.at += 3600
        assert walk.look() == Sign.SLEPT
        assert (walk.course.step, walk.course.is_paused) == (READY, True)
        assert sets(stretch) == {"both": 0}
        assert walk.course.seconds(walk.at) == pytest.approx(17)
        walk.to(100)
        walk.course.go_on(walk.at)
        assert walk.through(READY) == 5
        assert walk.through(WORK) == 30

    def test_a_rest_that_slept_waits_before_the_next_set(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        walk.to(5)
        walk.at += 3600
        assert walk.look() == Sign.SLEPT
        assert (walk.course.step, walk.course.is_paused, walk.here) == (READY, True, ("Stretch", 2, "both"))

    def test_a_question_that_slept_still_stands(self, folder: Path) -> None:
        exercise("Bridge", sets=1)
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        walk.at += 3600
        assert walk.look() == Sign.NOTHING
        assert (walk.course.step, walk.course.is_paused) == (QUESTION, False)

    def test_a_machine_that_was_busy_for_a_moment_did_not_sleep(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        walk = Walk()
        walk.through(READY)
        walk.at += 4
        walk.look()
        assert walk.course.step is WORK and walk.course.timer.left(walk.at) == 26


class TestBack:
    def test_within_a_set_it_begins_again(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        walk = Walk()
        walk.through(READY)
        walk.to(20)
        walk.course.begin_set_again(walk.at)
        assert [walk.through(READY), walk.through(WORK)] == [5, 30]

    def test_the_set_before_is_taken_back_and_done_again(self, folder: Path) -> None:
        stretch = exercise("Stretch", unit="seconds", amount=30)
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        last = walk.course.last
        assert last and last.how == "done"
        session.take_back(last.one, MONDAY)
        walk.follow()
        walk.course.forget_last(walk.at)
        assert (walk.course.step, walk.here, sets(stretch)) == (READY, ("Stretch", 1, "both"), {"both": 0})
        assert walk.course.last is None

    def test_it_leads_back_over_the_end_of_an_exercise(self, folder: Path) -> None:
        exercise("Bridge", sets=1)
        exercise("Plank", sets=1)
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        walk.course.go_on(walk.at)
        assert walk.course.last
        session.take_back(walk.course.last.one, MONDAY)
        walk.follow()
        assert (walk.course.step, walk.here) == (READY, ("Bridge", 1, "both"))

    def test_a_passed_set_comes_back(self, folder: Path) -> None:
        exercise("Bridge")
        walk = Walk()
        walk.course.pass_set(walk.at)
        walk.course.forget_last(walk.at)
        assert walk.here == ("Bridge", 1, "both")

    def test_there_is_nothing_before_the_first_set(self, folder: Path) -> None:
        exercise("Bridge")
        walk = Walk()
        assert walk.course.last is None and walk.course.forget_last(walk.at) is None


class TestLeavingOut:
    def test_a_passed_set_stays_open_and_the_next_begins_without_a_rest(self, folder: Path) -> None:
        bridge = exercise("Bridge")
        walk = Walk()
        walk.course.pass_set(walk.at)
        assert (walk.course.step, walk.here, sets(bridge)) == (READY, ("Bridge", 2, "both"), {"both": 0})

    def test_a_session_goes_on_after_a_passed_set(self, folder: Path) -> None:
        bridge = exercise("Bridge", sets=3)
        walk = Walk()
        walk.course.pass_set(walk.at)
        walk.through(READY), walk.through(WORK), walk.through(REST)
        assert walk.here == ("Bridge", 3, "both")
        walk.through(READY), walk.through(WORK)
        assert sets(bridge) == {"both": 2} and walk.course.step is QUESTION

    def test_an_exercise_skipped_before_its_first_set_is_not_asked_about(self, folder: Path) -> None:
        exercise("Bridge")
        exercise("Plank")
        walk = Walk()
        walk.write(session.skip, "time")
        assert (walk.course.step, walk.here) == (READY, ("Plank", 1, "both"))
        assert walk.course.last and walk.course.last.how == "skipped"

    def test_one_skipped_after_a_set_or_for_pain_is_asked_about(self, folder: Path) -> None:
        exercise("Bridge")
        exercise("Plank")
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        walk.write(session.skip, "time")
        assert walk.course.step is QUESTION
        walk.course.go_on(walk.at)
        walk.write(session.skip, "pain")
        assert walk.course.step is QUESTION

    def test_stopping_ends_the_session_and_leaves_the_rest_open(self, folder: Path) -> None:
        bridge = exercise("Bridge")
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        walk.course.stop(walk.at)
        assert (walk.course.step, sets(bridge)) == (OVER, {"both": 1})
        assert days.read(MONDAY).items[0].is_open


class TestTheQuestion:
    def question(self, **dose: object) -> Walk:
        exercise("Bridge", **{"sets": 1, **dose})
        exercise("Plank", sets=1)
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        return walk

    def test_waits_as_long_as_it_takes(self, folder: Path) -> None:
        walk = self.question()
        walk.to(1000)
        assert walk.course.step is QUESTION and walk.course.answer is None

    def test_goes_on_by_itself_after_an_answer_within_the_limit(self, folder: Path) -> None:
        walk = self.question()
        walk.answer(2)
        assert not walk.course.asks_to_stop
        walk.to(3)
        assert (walk.course.step, walk.here) == (READY, ("Plank", 1, "both"))

    def test_waits_for_a_key_after_an_answer_above_the_limit(self, folder: Path) -> None:
        walk = self.question()
        walk.answer(3)
        assert walk.course.asks_to_stop and not walk.course.can_stop_exercise
        walk.to(1000)
        assert walk.course.step is QUESTION

    def test_what_is_left_can_be_skipped_after_an_answer_above_the_limit(self, folder: Path) -> None:
        exercise("Bridge")
        exercise("Plank")
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        walk.course.ask(walk.at)
        walk.answer(5)
        assert walk.course.asks_to_stop and walk.course.can_stop_exercise
        walk.write(session.skip, "pain")
        assert (walk.course.step, walk.here) == (READY, ("Plank", 1, "both"))

    def test_a_question_in_the_middle_leads_back_to_the_set(self, folder: Path) -> None:
        exercise("Bridge")
        walk = Walk()
        walk.through(READY)
        walk.course.ask(walk.at)
        walk.course.go_on(walk.at)
        assert (walk.course.step, walk.here) == (READY, ("Bridge", 1, "both"))

    def test_an_answer_that_was_undone_is_given_anew(self, folder: Path) -> None:
        walk = self.question()
        walk.answer(5)
        diary.undo()
        walk.follow()
        assert walk.course.answer is None


class TestTheDiary:
    def test_a_set_ticked_elsewhere_is_over_here_too(self, folder: Path) -> None:
        bridge = exercise("Bridge")
        walk = Walk()
        walk.through(READY)
        diary.set_done(bridge, MONDAY, "both", 1)
        walk.follow()
        assert walk.course.step is REST

    def test_a_set_that_was_undone_is_done_again(self, folder: Path) -> None:
        exercise("Bridge")
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        diary.undo()
        walk.follow()
        assert (walk.course.step, walk.here) == (READY, ("Bridge", 1, "both"))

    def test_what_does_not_concern_the_session_leaves_it_running(self, folder: Path) -> None:
        exercise("Bridge")
        walk = Walk()
        walk.to(3)
        diary.log_pain(2, MONDAY)
        walk.follow()
        assert walk.course.timer.left(walk.at) == pytest.approx(2)

    def test_begun_again_it_goes_on_where_it_stopped(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30, sides="each")
        walk = Walk()
        walk.through(READY), walk.through(WORK)
        assert Walk().here == ("Stretch", 1, "right")

    def test_it_belongs_to_the_day_that_it_began(self, folder: Path, frozen: time_machine.Traveller) -> None:
        bridge = exercise("Bridge")
        walk = Walk()
        walk.through(READY)
        frozen.shift(8 * 3600)
        assert diary.today() == date(2026, 11, 24)
        walk.through(WORK)
        assert sets(bridge) == {"both": 1}
        assert walk.course.step is REST
