"""The plan as one page, and the verbs that its screen has beside those of `plan`."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data import activities, doses, guide, history, pauses, plan, plan_words, planned, typed_dose
from data.errors import Refused
from data.models import Exercise

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
DAILY = {"type": "daily"}


@pytest.fixture
def three(folder: Path) -> list[Exercise]:
    names = ("Bridge", "Walk", "Plank")
    every = [plan.add_exercise(name.lower(), name, "strength", "reps") for name in names]
    for one in every:
        plan.prescribe(one, date(2026, 11, 2), sets=2, amount=10, schedule=DAILY)
    return every


def order() -> list[str]:
    return [one.name for one in plan.exercises()]


class TestThePage:
    def test_each_exercise_has_its_doses_oldest_first_and_the_one_in_force(
        self, three: list[Exercise]
    ) -> None:
        plan.prescribe(three[0], TODAY, sets=3, amount=10, schedule=DAILY)
        plan.prescribe(three[0], date(2026, 12, 1), sets=4, amount=10, schedule=DAILY)
        bridge = planned.read(TODAY).active[0]
        assert [one.sets for one in bridge.doses] == [2, 3, 4]
        assert bridge.now and bridge.now.sets == 3
        ahead = bridge.ahead(TODAY)
        assert ahead and ahead.sets == 4

    def test_archived_ones_stand_apart_and_know_their_last_dose(self, three: list[Exercise]) -> None:
        plan.archive(three[1], TODAY)
        page = planned.read(TODAY)
        assert [one.exercise.name for one in page.active] == ["Bridge", "Plank"]
        assert [one.exercise.name for one in page.archived] == ["Walk"]
        assert page.archived[0].now is None
        assert page.archived[0].known_dose == page.archived[0].doses[-1]

    def test_pauses_that_are_over_are_left_out(self, three: list[Exercise]) -> None:
        pauses.pause(date(2026, 11, 3), date(2026, 11, 5))
        pauses.pause(TODAY, reason="ill", exercise=three[0])
        pauses.pause(date(2026, 12, 20), date(2027, 1, 3), reason="travel")
        page = planned.read(TODAY)
        assert [plan_words.pause(one, TODAY) for one in page.pauses] == [
            "Bridge paused since 23 Nov (ill)",
            "everything paused from 20 Dec to 3 Jan 2027 (travelling)",
        ]
        assert [one.pause is not None for one in page.active] == [True, False, False]

    def test_the_limit_is_that_of_the_day(self) -> None:
        assert planned.read(TODAY).limit_since is None
        plan.set_limit(3, date(2026, 11, 10), source="physio")
        plan.set_limit(4, date(2026, 12, 1))
        page = planned.read(TODAY)
        assert (page.limit, page.limit_source, page.limit_since) == (3, "physio", date(2026, 11, 10))


class TestOrder:
    def test_one_place_up_or_down_is_one_undo(self, three: list[Exercise]) -> None:
        assert plan.move(three[2], -1)
        assert order() == ["Bridge", "Plank", "Walk"]
        history.undo()
        assert order() == ["Bridge", "Walk", "Plank"]

    @pytest.mark.parametrize(("which", "by"), [(0, -1), (2, 1)])
    def test_at_the_end_nothing_moves(self, three: list[Exercise], which: int, by: int) -> None:
        assert not plan.move(three[which], by)
        assert order() == ["Bridge", "Walk", "Plank"]

    def test_it_passes_over_archived_ones(self, three: list[Exercise]) -> None:
        plan.archive(three[1], TODAY)
        plan.move(plan.find_exercise("plank"), -1)
        assert order() == ["Plank", "Bridge"]


class TestEndingAPause:
    def test_it_ends_the_day_before(self) -> None:
        paused = pauses.pause(date(2026, 11, 20))
        assert pauses.end(paused, TODAY) == "Resume everything on Mon 23 Nov 2026."
        assert [(one.starts_on, one.ends_on) for one in pauses.in_order()] == [
            (date(2026, 11, 20), date(2026, 11, 22))
        ]

    @pytest.mark.parametrize("starts_on", [TODAY, TODAY + timedelta(days=9)])
    def test_one_that_had_not_begun_goes(self, starts_on: date) -> None:
        pauses.end(pauses.pause(starts_on), TODAY)
        assert pauses.in_order() == []


class TestFromTheGuide:
    def test_several_are_added_as_one_step(self) -> None:
        added = doses.add_from_library(["side-plank", "glute-bridge"], TODAY)
        assert [one.key for one in added] == ["glute-bridge", "side-plank"]
        assert history.undo() == "In the plan: Glute bridge, Side plank"
        assert plan.exercises() == []

    def test_an_archived_one_comes_back_with_the_light_dose(self) -> None:
        (bridge,) = doses.add_from_library(["glute-bridge"], date(2026, 11, 2))
        plan.prescribe(bridge, date(2026, 11, 9), sets=5, amount=20, schedule=DAILY)
        plan.archive(bridge, date(2026, 11, 16))
        assert "glute-bridge" in [one.key for one in doses.not_in_plan()]
        doses.add_from_library(["glute-bridge"], TODAY)
        assert [one.sets for one in plan.prescriptions(bridge)] == [2, 5, 2]
        assert "glute-bridge" not in [one.key for one in doses.not_in_plan()]

    def test_one_of_that_name_that_is_counted_otherwise_is_left_alone(self) -> None:
        own = plan.add_exercise("side-plank", "Side plank", "strength", "reps")
        plan.archive(own, TODAY)
        assert "side-plank" not in [one.key for one in doses.not_in_plan()]

    def test_an_exercise_of_ones_own_that_the_guide_knows_has_its_page(self) -> None:
        dose = {"sets": 2, "amount": 10, "schedule": DAILY}
        given = doses.give("side-plank", TODAY, name="Side plank", **dose)
        assert given.exercise.guide in [page.key for page in guide.pages()]
        assert doses.give("calf-raise", TODAY, name="Calf raise", **dose).exercise.guide is None


def test_an_activity_gets_another_name_and_keeps_its_scores() -> None:
    stairs = activities.add("Stairs")
    activities.score(stairs, TODAY, 4)
    assert activities.rename(stairs, " Stairs down ") == "Stairs is now called Stairs down."
    found = activities.latest(activities.find("Stairs down"), TODAY)
    assert found and found.score == 4


def test_two_activities_can_not_have_one_name() -> None:
    activities.add("Stairs")
    with pytest.raises(Refused, match="There is an activity 'Stairs' already"):
        activities.rename(activities.add("Run"), "Stairs")


def test_six_exercises_are_called_a_lot_and_five_are_not() -> None:
    assert plan_words.many(5) == ""
    assert plan_words.many(6).startswith("6 exercises are a lot to keep up")


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (typed_dose.sets, " 3 ", 3),
        (typed_dose.amount, "7,5", 7.5),
        (typed_dose.hold, "", None),
        (typed_dose.hold, "0", None),
        (typed_dose.hold, "2", 2),
        (typed_dose.schedule, "Mon Wed", {"type": "weekdays", "days": [1, 3]}),
        (typed_dose.any_day, "2026-12-24", date(2026, 12, 24)),
        (typed_dose.past_day, "yesterday", date(2026, 11, 22)),
        (typed_dose.last_day, "", None),
        (typed_dose.level, "0", 0),
    ],
)
def test_what_is_typed_becomes_a_value(read, text: str, value: object) -> None:
    assert read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "words"),
    [
        (typed_dose.sets, "", "Sets can't be empty"),
        (typed_dose.sets, "21", "from 1 to 20"),
        (typed_dose.amount, "", "can't be empty"),
        (typed_dose.amount, "0", "must be a number above 0"),
        (typed_dose.schedule, "", "How often can't be empty"),
        (typed_dose.schedule, "often", "is no schedule"),
        (typed_dose.name, "  ", "can't be empty"),
        (typed_dose.any_day, "soon", "is no day"),
        (typed_dose.past_day, "2026-11-24", "has not come yet"),
        (typed_dose.level, "", "can't be empty"),
        (typed_dose.level, "11", "from 0 to 10"),
    ],
)
def test_what_can_not_stand_is_refused_in_words(read, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read(text)
