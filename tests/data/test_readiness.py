"""Ready for more: three checks of the last three answered days under today's dose."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data import diary, plan
from data.models import Exercise
from data.readiness import readiness

TODAY = date(2026, 11, 23)
FROM = date(2026, 11, 10)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def bridge(folder: Path) -> Exercise:
    diary.add_event("start", FROM, side="right")
    exercise = plan.add_exercise("glute-bridge", "Glute bridge", "strength", "reps")
    plan.prescribe(exercise, FROM, sets=2, amount=10, schedule={"type": "daily"})
    return exercise


def do_three(bridge: Exercise) -> None:
    for days in (1, 3, 4):
        diary.do(bridge, ago(days))


def checks(bridge: Exercise) -> list[bool | None]:
    return [check.passed for check in readiness(bridge, TODAY).checks]


def test_fewer_than_three_answered_days_say_nothing(bridge: Exercise) -> None:
    diary.do(bridge, ago(1))
    assert readiness(bridge, TODAY).days == (ago(1),)
    assert checks(bridge) == []
    assert readiness(bridge, TODAY).verdict == ""


def test_all_done_without_pain_is_met_as_far_as_is_known_while_the_mornings_are_not(bridge: Exercise) -> None:
    do_three(bridge)
    assert checks(bridge) == [True, True, None]
    assert readiness(bridge, TODAY).verdict == (
        "As far as is known, the guide's three checks are met; talk it over."
    )


def test_with_all_mornings_known_it_is_met(bridge: Exercise) -> None:
    do_three(bridge)
    for days in (0, 1, 2, 3, 4):
        diary.log_pain(1, ago(days), moment="morning")
    assert readiness(bridge, TODAY).verdict == "The guide's three checks are met; talk it over."


def test_a_set_less_fails_the_first_check(bridge: Exercise) -> None:
    do_three(bridge)
    diary.do(bridge, ago(3), sets=1)
    assert checks(bridge) == [False, True, None]


def test_pain_during_it_above_the_limit_fails_the_second(bridge: Exercise) -> None:
    do_three(bridge)
    diary.log_pain(2, ago(1), moment="during", exercise=bridge)
    assert checks(bridge)[1] is True
    diary.log_pain(3, ago(3), moment="during", exercise=bridge)
    assert checks(bridge)[1] is False
    plan.set_limit(3, FROM)
    assert checks(bridge)[1] is True


def test_pain_on_the_other_side_fails_nothing(bridge: Exercise) -> None:
    do_three(bridge)
    diary.log_pain(8, ago(1), moment="during", exercise=bridge, side="left")
    assert checks(bridge)[1] is True


def test_a_worse_next_morning_fails_the_third(bridge: Exercise) -> None:
    do_three(bridge)
    diary.log_pain(1, ago(1), moment="morning")
    diary.log_pain(2, TODAY, moment="morning")
    assert checks(bridge)[2] is False


def test_mornings_all_known_and_no_worse_pass(bridge: Exercise) -> None:
    do_three(bridge)
    for days in range(5):
        diary.log_pain(1, ago(days), moment="morning")
    assert checks(bridge) == [True, True, True]


def test_excused_days_and_days_under_an_earlier_dose_are_not_looked_at(bridge: Exercise) -> None:
    do_three(bridge)
    diary.skip(bridge, ago(2), "ill")
    assert readiness(bridge, TODAY).days == (ago(1), ago(3), ago(4))
    plan.prescribe(bridge, ago(1), sets=3, amount=10, schedule={"type": "daily"})
    assert readiness(bridge, TODAY).days == (ago(1),)


def test_an_exercise_without_a_dose_has_no_checks(bridge: Exercise) -> None:
    plan.archive(bridge, ago(5))
    assert readiness(bridge, TODAY).days == ()
