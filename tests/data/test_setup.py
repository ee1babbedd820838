"""When the first questions are needed, and what is known of them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from data import activities, diary, guide, history, plan, settings, setup

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)


class TestNeeded:
    def test_by_a_new_diary(self) -> None:
        assert setup.needed()

    def test_no_more_once_they_were_answered(self) -> None:
        setup.set_up(side="left")
        assert not setup.needed()

    def test_still_when_they_were_left_at_a_step(self) -> None:
        setup.set_up(side="left")
        assert setup.needed("who")

    def test_again_when_the_answer_is_undone(self) -> None:
        setup.set_up(side="left")
        history.undo()
        assert setup.needed()

    @pytest.mark.parametrize("left_at", ["", "who"])
    @pytest.mark.parametrize(
        "enter",
        [
            lambda: diary.log_pain(0, TODAY),
            lambda: diary.log_run(5, TODAY),
            lambda: diary.set_note(TODAY, "Stairs fine."),
            lambda: diary.add_event("visit", TODAY),
            lambda: activities.score(activities.add("Stairs"), TODAY, 3),
        ],
        ids=["pain", "run", "note", "event", "score"],
    )
    def test_never_by_a_diary_in_use(self, enter: Callable[[], object], left_at: str) -> None:
        enter()
        assert not setup.needed(left_at)

    def test_a_plan_or_a_setting_alone_is_no_use(self) -> None:
        plan.add_exercise("bridge", "Bridge", "strength", "reps")
        settings.put("units", "mi")
        assert setup.needed()


class TestTheSide:
    def test_is_unknown_at_first_and_when_it_was_left_open(self) -> None:
        assert setup.side() is None
        setup.set_up()
        assert setup.side() is None
        assert setup.is_set_up()

    def test_is_that_of_the_latest_start(self) -> None:
        diary.add_event("start", TODAY - timedelta(days=30), side="left")
        diary.add_event("start", TODAY, side="right")
        assert setup.side() == "right"


def test_before_you_begin_asks_first_whether_it_is_the_outer_knee_and_leaves_nothing_out() -> None:
    page = setup.before_you_begin()
    assert page.startswith(setup.NOT_HERE)
    assert page.index("isn't for it") < page.index("# Warning signs") < page.index("emergency number")
    assert sorted(page.split()) == sorted(guide.read("warning-signs").split())


def test_answers_given_one_by_one_make_one_start() -> None:
    setup.set_up(side="right")
    setup.set_up(since=date(2026, 8, 1))
    setup.set_up(diagnosed_by="my physiotherapist")
    setup.set_up(exercises=["itb-stretch"])
    assert setup.side() == "right"
    assert (settings.get("problem_since"), settings.get("diagnosed_by")) == (
        "2026-08-01",
        "my physiotherapist",
    )
    assert [one.key for one in plan.exercises()] == ["itb-stretch"]
