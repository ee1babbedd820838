"""A dose in a few words: what isn't said is as it was in force, else as the guide has it."""

from datetime import date
from typing import Any

import pytest

from data import doses, history, plan
from data.errors import Refused
from data.models import Exercise, Prescription

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
DAILY = {"type": "daily"}
MONDAYS = {"type": "weekdays", "days": [1]}


def dose(given: Prescription, *names: str) -> list[Any]:
    return [getattr(given, name) for name in names]


def test_an_exercise_of_the_guide_has_its_dose_and_source() -> None:
    given = doses.give("glute-bridge", TODAY)
    assert dose(given, "sets", "amount", "hold", "sides", "source") == [2, 10, 2, "none", "guide"]
    assert given.exercise.guide == "glute-bridge"


def test_what_is_said_goes_before_the_guide_and_is_the_runners_own() -> None:
    given = doses.give("glute-bridge", TODAY, sets=3)
    assert dose(given, "sets", "amount", "source") == [3, 10, "me"]


def test_what_is_not_said_is_as_in_the_dose_before() -> None:
    doses.give("itb-stretch", date(2026, 11, 1), sets=4, load="wall", source="physio")
    given = doses.give("itb-stretch", TODAY, amount=45)
    assert dose(given, "sets", "amount", "load", "sides", "source") == [4, 45, "wall", "each", "me"]


def test_a_dose_from_a_past_day_follows_the_one_of_that_day() -> None:
    doses.give("itb-stretch", date(2026, 11, 1), sets=4)
    doses.give("itb-stretch", date(2026, 11, 20), sets=1)
    assert doses.give("itb-stretch", date(2026, 11, 10), amount=20).sets == 4


def test_an_archived_exercise_comes_back_with_its_last_dose() -> None:
    given = doses.give("itb-stretch", date(2026, 11, 1), sets=4)
    plan.archive(given.exercise, date(2026, 11, 10))
    assert doses.give("itb-stretch", TODAY).sets == 4
    assert not Exercise.get(key="itb-stretch").archived


def test_a_new_exercise_by_a_name_needs_a_whole_dose_or_leaves_nothing() -> None:
    with pytest.raises(Refused, match="lacks amount, schedule"):
        doses.give("calf-raise", TODAY, name="Calf raise", sets=3)
    assert Exercise.select().count() == 0
    given = doses.give("calf-raise", TODAY, name="Calf raise", sets=3, amount=15, schedule=MONDAYS)
    assert dose(given, "hold", "sides", "load", "note", "source") == [None, "none", "", "", "me"]
    assert (given.exercise.kind, given.exercise.unit) == ("strength", "reps")


def test_it_is_one_undo() -> None:
    doses.give("glute-bridge", TODAY)
    assert history.undo() == "Glute bridge: 2×10 held 2 s, 3 a week from Mon 23 Nov 2026"
    assert Exercise.select().count() == 0


def test_a_start_that_fits_several_of_the_guide_is_refused() -> None:
    with pytest.raises(Refused, match="hip-hike, hip-flexor-stretch"):
        doses.give("hip", TODAY)


def test_the_diarys_own_exercises_come_before_those_of_the_guide() -> None:
    doses.give("hip-hike", TODAY)
    assert doses.give("hip", TODAY, sets=3).exercise.key == "hip-hike"


def test_a_name_is_for_an_exercise_that_is_new() -> None:
    doses.give("glute-bridge", TODAY)
    with pytest.raises(Refused, match="already"):
        doses.give("glute-bridge", TODAY, name="Bridge", sets=1, amount=1, schedule=DAILY)


def test_kind_and_unit_of_a_known_exercise_stay() -> None:
    doses.give("glute-bridge", TODAY)
    with pytest.raises(Refused, match="for a new exercise"):
        doses.give("glute-bridge", TODAY, unit="seconds")


def test_the_guides_amount_is_not_taken_in_another_unit() -> None:
    with pytest.raises(Refused, match="lacks sets, amount, schedule"):
        doses.give("glute-bridge", TODAY, unit="seconds")


def test_an_unknown_key_without_a_name_is_refused() -> None:
    with pytest.raises(Refused, match="give it a --name"):
        doses.give("nope", TODAY)
    with pytest.raises(Refused, match="There is no exercise ''"):
        doses.give("", TODAY)
