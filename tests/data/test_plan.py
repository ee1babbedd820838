"""Prescriptions, pauses, archive and limit: what is asked for, from which day on."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data import diary, dose_words, history, pauses, plan
from data.errors import Refused
from data.models import Exercise, PainLimit, Pause, Prescription

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
DAILY = {"type": "daily"}


@pytest.fixture
def bridge(folder: Path) -> Exercise:
    return plan.add_exercise("glute-bridge", "Glute bridge", "strength", "reps")


def give(exercise: Exercise, day: str, sets: int = 2) -> Prescription:
    return plan.prescribe(exercise, date.fromisoformat(day), sets=sets, amount=10, schedule=DAILY)


def spans(exercise: Exercise) -> list[tuple[str, str | None, int]]:
    return [
        (one.starts_on.isoformat(), one.ends_on.isoformat() if one.ends_on else None, one.sets)
        for one in plan.prescriptions(exercise)
    ]


def test_a_first_prescription_is_open(bridge: Exercise) -> None:
    give(bridge, "2026-11-01")
    assert spans(bridge) == [("2026-11-01", None, 2)]


def test_a_new_one_ends_the_former_the_day_before(bridge: Exercise) -> None:
    give(bridge, "2026-11-01")
    give(bridge, "2026-11-10", sets=3)
    assert spans(bridge) == [("2026-11-01", "2026-11-09", 2), ("2026-11-10", None, 3)]


def test_one_from_the_same_day_replaces_it(bridge: Exercise) -> None:
    give(bridge, "2026-11-01")
    give(bridge, "2026-11-01", sets=3)
    assert spans(bridge) == [("2026-11-01", None, 3)]


def test_a_back_dated_one_ends_the_day_before_the_next_begins(bridge: Exercise) -> None:
    give(bridge, "2026-11-10", sets=3)
    give(bridge, "2026-11-01")
    assert spans(bridge) == [("2026-11-01", "2026-11-09", 2), ("2026-11-10", None, 3)]


def test_one_given_between_two_takes_its_place_between_them(bridge: Exercise) -> None:
    give(bridge, "2026-11-01", sets=1)
    give(bridge, "2026-11-20", sets=3)
    give(bridge, "2026-11-10", sets=2)
    assert spans(bridge) == [
        ("2026-11-01", "2026-11-09", 1),
        ("2026-11-10", "2026-11-19", 2),
        ("2026-11-20", None, 3),
    ]


def test_one_undo_takes_a_plan_change_back_whole(bridge: Exercise) -> None:
    give(bridge, "2026-11-01")
    give(bridge, "2026-11-10", sets=3)
    history.undo()
    assert spans(bridge) == [("2026-11-01", None, 2)]


def test_archiving_ends_the_prescription_the_day_before(bridge: Exercise) -> None:
    give(bridge, "2026-11-01")
    plan.archive(bridge, TODAY)
    assert spans(bridge) == [("2026-11-01", "2026-11-22", 2)]
    assert plan.exercises() == []
    assert plan.exercises(archived=True) == [bridge]


def test_archiving_keeps_a_day_that_has_a_log(bridge: Exercise) -> None:
    give(bridge, "2026-11-01")
    diary.do(bridge, TODAY)
    plan.archive(bridge, TODAY)
    assert spans(bridge) == [("2026-11-01", "2026-11-23", 2)]


def test_archiving_drops_what_would_only_have_begun_later(bridge: Exercise) -> None:
    give(bridge, "2026-11-30")
    plan.archive(bridge, TODAY)
    assert spans(bridge) == []


def test_a_dose_brings_an_archived_exercise_back(bridge: Exercise) -> None:
    plan.archive(bridge, TODAY)
    give(plan.find_exercise("glute-bridge"), "2026-11-23")
    assert [one.key for one in plan.exercises()] == ["glute-bridge"]


def test_correcting_changes_the_dose_in_place(bridge: Exercise) -> None:
    given = give(bridge, "2026-11-01")
    plan.correct(given, sets=4, load="green band")
    assert spans(bridge) == [("2026-11-01", None, 4)]
    assert plan.prescriptions(bridge)[0].load == "green band"


def test_a_correction_can_not_move_a_prescription(bridge: Exercise) -> None:
    with pytest.raises(Refused, match="no starts_on to correct"):
        plan.correct(give(bridge, "2026-11-01"), starts_on=TODAY)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"sets": 0}, "Sets must be a whole number from 1 to 20"),
        ({"sets": 21}, "from 1 to 20"),
        ({"sets": 2.5}, "from 1 to 20"),
        ({"sets": True}, "from 1 to 20"),
        ({"amount": 0}, "above 0"),
        ({"amount": float("nan")}, "above 0"),
        ({"sides": "both"}, "one of none, each, left, right"),
        ({"hold": -1}, "0 or more"),
        ({"schedule": {"type": "weekly", "times": 8}}, "no schedule"),
        ({"schedule": {"type": "weekdays", "days": [1, 1]}}, "no schedule"),
        ({"schedule": {"type": "weekdays", "days": [0]}}, "no schedule"),
        ({"schedule": {"type": "daily", "more": 1}}, "no schedule"),
        ({"load": "a\x00b"}, "no text can hold"),
        ({"schedule": {"type": "weekly", "times": 8}}, "^That is no schedule: it can be daily"),
        ({"sets": None}, "^Sets can't be empty: it must be a whole number from 1 to 20"),
        ({"sides": None}, "^Sides can't be empty: it must be one of none"),
        ({"sets": True}, "not true"),
        ({"amount": [3]}, "not a list"),
        ({"load": {"kg": 5}}, "not a record"),
    ],
)
def test_a_dose_out_of_range_is_refused_and_changes_nothing(
    bridge: Exercise, wrong: dict, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        plan.prescribe(bridge, TODAY, **{"sets": 2, "amount": 10, "schedule": DAILY, **wrong})
    assert spans(bridge) == []


def test_an_exercise_is_found_by_an_unambiguous_start(bridge: Exercise) -> None:
    plan.add_exercise("glute-kick", "Glute kick", "strength", "reps")
    assert plan.find_exercise("glute-b") == bridge
    assert plan.find_exercise("glute-bridge") == bridge
    with pytest.raises(Refused, match="'glute' could be glute-bridge, glute-kick"):
        plan.find_exercise("glute")
    with pytest.raises(Refused, match="no exercise 'plank'; the exercises are glute-bridge, glute-kick"):
        plan.find_exercise("plank")


def test_an_archived_exercise_does_not_make_a_start_ambiguous(bridge: Exercise) -> None:
    plan.archive(plan.add_exercise("glute-kick", "Glute kick", "strength", "reps"), TODAY)
    assert plan.find_exercise("glute") == bridge


def test_a_key_can_not_be_given_twice(bridge: Exercise) -> None:
    with pytest.raises(Refused, match="'glute-bridge' already"):
        plan.add_exercise("glute-bridge", "Another", "strength", "reps")
    assert plan.key_from_name("Glute bridge!") == "glute-bridge-2"


def test_exercises_stand_in_the_order_they_are_put_in(bridge: Exercise) -> None:
    kick = plan.add_exercise("kick", "Kick", "strength", "reps")
    plan.arrange([kick, bridge])
    assert [one.key for one in plan.exercises()] == ["kick", "glute-bridge"]


def test_a_pause_is_open_until_resumed(bridge: Exercise) -> None:
    pauses.pause(TODAY - timedelta(days=3), reason="ill")
    assert pauses.resume(TODAY) == 1
    (pause,) = Pause.select()
    assert (pause.ends_on, pause.reason) == (TODAY - timedelta(days=1), "ill")


def test_a_pause_resumed_on_its_first_day_never_was(bridge: Exercise) -> None:
    pauses.pause(TODAY)
    pauses.resume(TODAY)
    assert Pause.select().count() == 0


def test_pausing_again_changes_the_pause_there_is(bridge: Exercise) -> None:
    pauses.pause(TODAY, reason="ill")
    pauses.pause(TODAY, TODAY + timedelta(days=4), reason="travel")
    (pause,) = Pause.select()
    assert (pause.reason, pause.ends_on) == ("travel", TODAY + timedelta(days=4))


def test_a_pause_of_another_reason_leaves_the_days_before_and_after_it_their_reason(bridge: Exercise) -> None:
    pauses.pause(TODAY - timedelta(days=9), TODAY + timedelta(days=9), reason="advised")
    pauses.pause(TODAY - timedelta(days=3), TODAY - timedelta(days=2), reason="ill")
    spans = [((p.starts_on - TODAY).days, (p.ends_on - TODAY).days, p.reason) for p in pauses.in_order()]
    assert spans == [(-9, -4, "advised"), (-3, -2, "ill"), (-1, 9, "advised")]
    diary.undo()
    assert len(pauses.in_order()) == 1


def test_a_pause_of_the_same_reason_moves_the_end_of_the_one_there_is(bridge: Exercise) -> None:
    pauses.pause(TODAY - timedelta(days=9), reason="ill")
    pauses.pause(TODAY - timedelta(days=3), TODAY, reason="ill")
    (pause,) = pauses.in_order()
    assert (pause.starts_on, pause.ends_on) == (TODAY - timedelta(days=9), TODAY)


def test_an_exercise_archived_from_a_day_to_come_is_asked_for_until_then(bridge: Exercise) -> None:
    later = TODAY + timedelta(days=5)
    plan.prescribe(bridge, TODAY, sets=2, amount=10, schedule={"type": "daily"})
    plan.archive(bridge, later)
    assert bridge in plan.exercises()
    assert plan.in_force(bridge, later - timedelta(days=1))
    assert plan.in_force(bridge, later) is None


def test_nothing_to_resume_is_said(bridge: Exercise) -> None:
    with pytest.raises(Refused, match="Nothing is paused on 2026-11-23"):
        pauses.resume(TODAY)


def test_a_pause_can_not_end_before_it_begins(bridge: Exercise) -> None:
    with pytest.raises(Refused, match="before it begins"):
        pauses.pause(TODAY, TODAY - timedelta(days=1))


def test_a_limit_given_twice_on_a_day_is_the_second(bridge: Exercise) -> None:
    plan.set_limit(3, TODAY)
    plan.set_limit(4, TODAY, source="physio")
    assert [(one.level, one.source) for one in PainLimit.select()] == [(4, "physio")]
    with pytest.raises(Refused, match="0 to 10, not 11"):
        plan.set_limit(11, TODAY)


@pytest.mark.parametrize(
    ("words", "schedule"),
    [
        ("daily", {"type": "daily"}),
        ("3/week", {"type": "weekly", "times": 3}),
        ("weekly 3", {"type": "weekly", "times": 3}),
        ("mon,wed,fri", {"type": "weekdays", "days": [1, 3, 5]}),
        ("Sunday Monday", {"type": "weekdays", "days": [1, 7]}),
        ("1,4", {"type": "weekdays", "days": [1, 4]}),
        ("every 2", {"type": "every", "days": 2}),
        ("every 2 days", {"type": "every", "days": 2}),
    ],
)
def test_a_schedule_is_read_from_words(words: str, schedule: dict) -> None:
    assert dose_words.parse_schedule(words) == schedule
    assert dose_words.parse_schedule(dose_words.describe_schedule(schedule)) == schedule


@pytest.mark.parametrize("words", ["", "sometimes", "weekly", "weekly 0", "8/week", "every 0", "funday"])
def test_words_that_are_no_schedule_are_refused(words: str) -> None:
    with pytest.raises(Refused, match="no schedule"):
        dose_words.parse_schedule(words)
