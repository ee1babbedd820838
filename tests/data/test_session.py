"""What a guided session has to do, how long it takes, and what it writes."""

from pathlib import Path

import pytest

from data import day as days
from data import diary, history, pauses, session, settings
from data.session import Pace, Set
from tests.screens.training import MONDAY, THREE_A_WEEK, exercise, item, sets

PACE = Pace(ready=5, rest=30, tempo=4, sound=True)
OWN_PACE = Pace(ready=5, rest=30, tempo=0, sound=True)


def todo() -> list[tuple[str, int, str]]:
    return [(one.name, one.number, one.side) for one in session.sets_left(days.read(MONDAY), {})]


def first() -> Set:
    return session.sets_left(days.read(MONDAY), {})[0]


class TestWhatIsLeft:
    def test_each_number_is_done_left_then_right(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", sides="each")
        assert todo() == [
            ("Stretch", 1, "left"),
            ("Stretch", 1, "right"),
            ("Stretch", 2, "left"),
            ("Stretch", 2, "right"),
        ]

    def test_exercises_follow_each_other_in_the_order_of_the_plan(self, folder: Path) -> None:
        exercise("Bridge", sets=1)
        exercise("Plank", sets=1, sides="left")
        assert todo() == [("Bridge", 1, "both"), ("Plank", 1, "left")]

    def test_sets_that_stand_in_the_diary_are_not_done_again(self, folder: Path) -> None:
        stretch = exercise("Stretch", unit="seconds", sides="each")
        diary.set_done(stretch, MONDAY, "left", 1)
        assert todo()[0] == ("Stretch", 1, "right")

    def test_what_is_skipped_met_paused_or_not_asked_for_today_is_left_out(self, folder: Path) -> None:
        diary.skip(exercise("Skipped"), MONDAY, "time")
        diary.do(exercise("Done"), MONDAY)
        exercise("Tuesdays", schedule={"type": "weekdays", "days": [2]})
        pauses.pause(MONDAY, exercise=exercise("Paused"))
        exercise("Open", sets=1, schedule=THREE_A_WEEK)
        assert todo() == [("Open", 1, "both")]

    def test_a_set_that_was_passed_is_left_out_of_this_session(self, folder: Path) -> None:
        bridge = exercise("Bridge", sets=3)
        diary.set_done(bridge, MONDAY, "both", 1)
        left = session.sets_left(days.read(MONDAY), {(bridge.uid, "both"): 1})
        assert [one.number for one in left] == [3]


class TestHowLongASetTakes:
    def test_a_hold_takes_its_seconds(self, folder: Path) -> None:
        exercise("Stretch", unit="seconds", amount=30)
        assert first().seconds(PACE) == 30

    def test_minutes_are_sixty_seconds_each(self, folder: Path) -> None:
        exercise("Rolling", unit="minutes", amount=1.5)
        assert first().seconds(PACE) == 90

    def test_repetitions_take_the_tempo_each(self, folder: Path) -> None:
        exercise("Clamshell", amount=10)
        assert first().seconds(PACE) == 40

    def test_a_hold_at_the_top_is_part_of_the_tempo(self, folder: Path) -> None:
        exercise("Bridge", amount=10, hold=2)
        assert first().seconds(PACE) == 40

    def test_a_hold_longer_than_the_tempo_leaves_a_second_up_and_one_down(self, folder: Path) -> None:
        exercise("Bridge", amount=10, hold=5)
        assert first().seconds(PACE) == 70

    def test_at_ones_own_pace_a_counted_set_has_no_end_and_a_hold_has(self, folder: Path) -> None:
        exercise("Clamshell", sets=1)
        exercise("Stretch", unit="seconds", amount=30)
        left = session.sets_left(days.read(MONDAY), {})
        assert [one.seconds(OWN_PACE) for one in left] == [None, 30, 30]


class TestCounting:
    def test_the_repetition_in_hand_follows_the_tempo(self, folder: Path) -> None:
        exercise("Clamshell", amount=3)
        counts = [session.count(first(), PACE, at) for at in (0, 3.9, 4, 11.9, 12)]
        assert [one.repetition for one in counts if one] == [1, 1, 2, 3, 3]

    @pytest.mark.parametrize(
        ("at", "phase", "left"), [(0, "go", 1), (1, "hold", 2), (2.5, "hold", 0.5), (3, "back", 1)]
    )
    def test_a_repetition_goes_up_holds_and_comes_back(
        self, folder: Path, at: float, phase: str, left: float
    ) -> None:
        exercise("Bridge", amount=10, hold=2)
        counted = session.count(first(), PACE, at)
        assert counted and (counted.phase, counted.left) == (phase, left)

    def test_nothing_is_counted_in_a_hold_or_at_ones_own_pace(self, folder: Path) -> None:
        exercise("Clamshell", sets=1)
        exercise("Stretch", unit="seconds", amount=30)
        clamshell, stretch, _ = session.sets_left(days.read(MONDAY), {})
        assert session.count(clamshell, OWN_PACE, 3) is None
        assert session.count(stretch, PACE, 3) is None


class TestWriting:
    def test_a_set_is_one_more_on_its_side_and_one_step_of_undo(self, folder: Path) -> None:
        stretch = exercise("Stretch", unit="seconds", sides="each")
        session.save(first(), MONDAY)
        assert sets(stretch) == {"left": 1, "right": 0}
        diary.undo()
        assert sets(stretch) == {"left": 0, "right": 0}

    def test_a_set_taken_back_is_one_less(self, folder: Path) -> None:
        bridge = exercise("Bridge")
        one = first()
        session.save(one, MONDAY)
        session.take_back(one, MONDAY)
        assert sets(bridge) == {"both": 0}

    def test_taking_back_a_skip_keeps_the_sets_before_it(self, folder: Path) -> None:
        bridge = exercise("Bridge")
        one = first()
        session.save(one, MONDAY)
        session.skip(one, MONDAY, "time")
        session.take_back(one, MONDAY)
        assert sets(bridge) == {"both": 1}
        assert item(bridge).skipped is None

    def test_an_answer_is_pain_during_the_exercise_and_can_be_corrected(self, folder: Path) -> None:
        exercise("Bridge")
        log = session.answer(1, first(), MONDAY, None)
        session.answer(10, first(), MONDAY, log)
        (stands,) = days.read(MONDAY).pain_logs
        assert (stands.level, stands.moment, stands.site) == (10, "during", "outer-knee")

    def test_a_later_answer_leaves_an_earlier_one_as_it_was(self, folder: Path) -> None:
        exercise("Bridge")
        session.answer(6, first(), MONDAY, None)
        session.answer(1, first(), MONDAY, None)
        assert [log.level for log in days.read(MONDAY).pain_logs] == [6, 1]

    def test_a_correction_is_undone_by_itself(self, folder: Path) -> None:
        exercise("Bridge")
        session.answer(5, first(), MONDAY, session.answer(3, first(), MONDAY, None))
        assert history.undo().startswith("Pain 5 during Bridge")
        assert [log.level for log in days.read(MONDAY).pain_logs] == [3]


def test_the_pace_is_that_of_the_settings(folder: Path) -> None:
    assert session.pace() == Pace(ready=5, rest=30, tempo=4, sound=True)
    for key, value in (("ready", "0"), ("rest", "60"), ("tempo", "0"), ("sound", "off")):
        settings.put(f"session_{key}", value)
    assert session.pace() == Pace(ready=0, rest=60, tempo=0, sound=False)
