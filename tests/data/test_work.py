"""The work of a day: what it asked for, what was done, and the sign that says so."""

from datetime import date, timedelta

import pytest

from data import diary, pauses, plan, work
from data.models import Exercise
from data.work import Work

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
DAILY = {"type": "daily"}


def exercise(key: str, **dose: object) -> Exercise:
    new = plan.add_exercise(key, key, "strength", "reps")
    values = {"sets": 2, "amount": 10, "sides": "none", "schedule": DAILY, **dose}
    plan.prescribe(new, TODAY - timedelta(days=30), **values)
    return new


def of(day: date) -> Work:
    (found,) = work.of_days(day.toordinal(), day.toordinal(), TODAY.toordinal())
    return found


def test_all_that_was_asked_for() -> None:
    diary.do(exercise("bridge"), YESTERDAY)
    assert of(YESTERDAY) == Work(1, 1, "all")


def test_some_of_it() -> None:
    bridge = exercise("bridge")
    exercise("plank")
    diary.do(bridge, YESTERDAY, sets=1)
    assert of(YESTERDAY) == Work(0.5, 2, "some")


def test_nothing_recorded() -> None:
    exercise("bridge")
    assert of(YESTERDAY) == Work(0, 1, "unrecorded")


def test_today_is_still_to_come() -> None:
    exercise("bridge")
    assert of(TODAY).sign == "open"


def test_a_day_ahead_asks_for_nothing_yet() -> None:
    exercise("bridge")
    assert of(TODAY + timedelta(days=1)) == Work(0, 0, "open")


def test_a_day_ahead_in_a_pause_is_not_open() -> None:
    bridge = exercise("bridge")
    pauses.pause(TODAY, None, reason="ill")
    assert of(TODAY + timedelta(days=1)) == Work(0, 0, "idle")
    assert of(TODAY).sign == "idle"
    pauses.resume(TODAY)
    pauses.pause(TODAY, None, reason="ill", exercise=bridge)
    exercise("plank")
    assert of(TODAY + timedelta(days=1)).sign == "open"


def test_a_day_on_which_nothing_is_scheduled_has_nothing_due() -> None:
    exercise("bridge", schedule={"type": "weekdays", "days": [YESTERDAY.isoweekday()]})
    assert of(YESTERDAY).sign == "unrecorded"
    assert of(YESTERDAY - timedelta(days=1)).sign == of(TODAY + timedelta(days=1)).sign == "idle"


def test_a_weekly_exercise_counts_on_the_days_it_was_done_on_and_is_missed_on_none() -> None:
    walk = exercise("walk", schedule={"type": "weekly", "times": 3})
    diary.do(walk, YESTERDAY)
    assert of(YESTERDAY) == Work(1, 1, "all")
    assert of(YESTERDAY - timedelta(days=1)) == Work(0, 0, "idle")


@pytest.mark.parametrize("reason", ["ill", "travel", "advised"])
def test_an_excused_day_asks_for_nothing(reason: str) -> None:
    diary.skip(exercise("bridge"), YESTERDAY, reason)
    assert of(YESTERDAY) == Work(0, 0, "idle")


def test_a_skip_for_pain_was_asked_for() -> None:
    diary.skip(exercise("bridge"), YESTERDAY, "pain")
    assert of(YESTERDAY) == Work(0, 1, "none")


def test_days_come_in_their_order() -> None:
    diary.do(exercise("bridge"), YESTERDAY)
    found = work.of_days(YESTERDAY.toordinal() - 1, TODAY.toordinal(), TODAY.toordinal())
    assert [one.sign for one in found] == ["unrecorded", "all", "open"]
