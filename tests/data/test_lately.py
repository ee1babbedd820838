"""The days around a day: fourteen of pain, thirty of running, what the week asked for."""

from datetime import date, timedelta

import pytest

from data import activities, diary, lately, pauses, plan, returning
from data.models import Event, Pause

TODAY = date(2026, 11, 23)
DAILY = {"type": "daily"}
pytestmark = pytest.mark.usefixtures("folder")


def ago(number: int) -> date:
    return TODAY - timedelta(days=number)


def prescribe(begun: int = 60) -> None:
    bridge = plan.add_exercise("bridge", "Bridge", "strength", "reps")
    plan.prescribe(bridge, ago(begun), sets=2, amount=10, schedule=DAILY)


class TestPain:
    def test_a_day_without_a_level_is_a_gap_and_zero_is_not(self) -> None:
        diary.log_pain(0, TODAY)
        diary.log_pain(4, ago(2))
        assert lately.read(TODAY, TODAY).pain == (None,) * 11 + (4, None, 0)

    def test_the_means_are_of_seven_days_each(self) -> None:
        for back in range(14):
            diary.log_pain(1 if back < 7 else 5, ago(back))
        around = lately.read(TODAY, TODAY)
        assert (around.now, around.before) == (1, 5)

    def test_fewer_than_four_days_have_no_mean(self) -> None:
        for back in range(3):
            diary.log_pain(2, ago(back))
        assert lately.read(TODAY, TODAY).now is None


class TestRuns:
    def test_the_longest_of_thirty_days(self) -> None:
        diary.log_run(9, ago(31))
        diary.log_run(6, ago(29), onset_km=4)
        diary.log_run(5, ago(3), during=0)
        around = lately.read(TODAY, TODAY)
        assert (around.longest_km, around.pain_free_km) == (6, 5)

    def test_pain_free_is_unknown_where_nothing_was_recorded(self) -> None:
        diary.log_run(6, ago(3))
        assert lately.read(TODAY, TODAY).pain_free_km is None

    def test_a_day_is_compared_with_the_thirty_before_it(self) -> None:
        diary.log_run(9, ago(31))
        diary.log_run(6, ago(30))
        diary.log_run(12, TODAY)
        assert lately.longest_before(TODAY) == 6

    def test_runs_of_a_day_add_up(self) -> None:
        diary.log_run(5, TODAY)
        diary.log_run(2.5, TODAY)
        assert lately.km_on(TODAY) == 7.5 and lately.km_on(ago(1)) is None


def test_what_the_week_asked_for_leaves_today_open() -> None:
    prescribe()
    diary.do(plan.find_exercise("bridge"), ago(7))
    assert (lately.read(ago(7), TODAY).asked.done, lately.read(ago(7), TODAY).asked.due) == (1, 7)
    assert lately.read(TODAY, TODAY).asked.due == 0


class TestComingBack:
    @pytest.mark.parametrize(("back", "first"), [(2, None), (3, None), (4, 3), (10, 9)])
    def test_three_empty_days_make_a_gap(self, back: int, first: int | None) -> None:
        prescribe()
        diary.log_pain(2, ago(back))
        assert returning.empty_since(TODAY) == (None if first is None else ago(first))

    def test_entries_of_today_do_not_hide_it(self) -> None:
        prescribe()
        diary.log_pain(2, ago(6))
        diary.log_pain(2, TODAY)
        assert returning.empty_since(TODAY) == ago(5)

    def test_a_new_diary_has_none(self) -> None:
        prescribe()
        assert returning.empty_since(TODAY) is None

    def test_without_a_plan_nothing_is_asked(self) -> None:
        diary.log_pain(2, ago(6))
        assert returning.empty_since(TODAY) is None

    def test_after_a_discharge_nothing_is_asked(self) -> None:
        prescribe()
        diary.add_event("discharge", ago(6))
        assert returning.empty_since(TODAY) is None

    def test_a_pause_is_no_gap(self) -> None:
        prescribe()
        diary.log_pain(2, ago(6))
        pauses.pause(ago(5))
        assert returning.empty_since(TODAY) is None

    def test_any_kind_of_entry_counts(self) -> None:
        prescribe()
        diary.log_pain(2, ago(9))
        diary.set_note(ago(2), "hello")
        assert returning.empty_since(TODAY) is None

    def test_finished_ends_the_plan_on_that_day(self) -> None:
        prescribe()
        returning.finished(ago(6))
        assert plan.in_force(plan.find_exercise("bridge"), ago(5)) is None
        assert [event.kind for event in Event.select()] == ["discharge"]

    def test_paused_since_is_open_and_found_again(self) -> None:
        prescribe()
        said = returning.paused_since(ago(5), "ill")
        assert said == "Paused from Wed 18 Nov 2026: the first exercise ticked here asks whether it is over."
        (pause,) = Pause.select()
        assert returning.open_pause(TODAY) == pause
        assert returning.open_pause(ago(6)) is None

    def test_a_pause_with_an_end_is_not_open(self) -> None:
        pauses.pause(ago(5), TODAY)
        assert returning.open_pause(TODAY) is None


class TestActivities:
    def test_they_are_due_when_one_has_no_score_of_seven_days(self) -> None:
        assert not activities.are_due(TODAY)
        stairs, run = activities.add("Stairs"), activities.add("Run 10 km")
        assert activities.are_due(TODAY)
        activities.score(stairs, ago(6), 4)
        assert activities.are_due(TODAY)
        activities.score(run, ago(7), 4)
        assert activities.are_due(TODAY)
        activities.score(run, TODAY, 5)
        assert not activities.are_due(TODAY)
