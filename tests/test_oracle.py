"""What the oracle says of exercises, in cases to work out in the head; Monday is 2 November 2026."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from tests import oracle
from tests.diaries import diary, every, exercise, log, pause, prescription, skip, weekdays, weekly

Row = dict[str, Any]
MONDAY = date(2026, 11, 2)
LATER = date(2027, 6, 1)


def nov(day: int) -> date:
    """A day of November 2026; past 30 it runs on into December, below 1 back into October."""
    return date(2026, 10, 31) + timedelta(days=day)


def bridge(*logs: Row, pauses: Sequence[Row] = (), **plan: Any) -> Row:
    """A diary of one exercise with one prescription from Monday on: 2 sets of 10 a day unless said otherwise."""
    return diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", plan.pop("starts_on", MONDAY), **plan)],
        exercise_logs=logs,
        pauses=pauses,
    )


def asked(made: Row, first: date, last: date, today: date = LATER) -> Row:
    """The figures of the diary's only exercise."""
    (figures,) = oracle.figures(made, first, last, today)["adherence"]["exercises"]
    return figures


def due_done(made: Row, first: date, last: date, today: date = LATER) -> tuple[float, float]:
    figures = asked(made, first, last, today)
    return figures["due"], figures["done"]


class TestSchedules:
    def test_daily_asks_for_every_day_and_gives_each_its_credit(self) -> None:
        made = bridge(log("bridge", nov(2), 2), log("bridge", nov(3), 1))
        assert due_done(made, nov(2), nov(8)) == (7, 1.5)

    def test_weekdays_ask_for_those_days_and_a_log_on_another_is_not_counted(self) -> None:
        made = bridge(log("bridge", nov(2)), log("bridge", nov(3)), schedule=weekdays(1, 5))
        assert due_done(made, nov(2), nov(8)) == (2, 1)

    def test_every_third_day_is_counted_from_the_first_day_of_the_prescription(self) -> None:
        made = bridge(log("bridge", nov(3)), log("bridge", nov(6)), starts_on=nov(3), schedule=every(3))
        assert due_done(made, nov(4), nov(12)) == (3, 1)  # asked for on 6, 9 and 12

    def test_days_outside_the_prescription_and_after_today_never_count(self) -> None:
        made = bridge(log("bridge", nov(1)), log("bridge", nov(6)), ends_on=nov(5))
        assert due_done(made, nov(1), nov(30)) == (4, 0)
        assert due_done(made, nov(1), nov(30), today=nov(4)) == (2, 0)

    def test_nothing_due_is_null(self) -> None:
        figures = oracle.figures(bridge(), nov(-9), nov(1), LATER)
        assert figures["adherence"]["overall"] is None
        assert figures["adherence"]["exercises"][0]["ratio"] is None

    def test_all_exercises_share_one_fraction_and_archived_ones_are_listed(self) -> None:
        made = diary(
            exercises=[exercise("bridge", position=2), exercise("plank", position=1, archived=True)],
            prescriptions=[
                prescription("bridge", MONDAY),
                prescription("plank", MONDAY, nov(2), schedule=weekly(7)),
            ],
            exercise_logs=[log("bridge", nov(2)), log("bridge", nov(3))],
        )
        adherence = oracle.figures(made, nov(2), nov(4), LATER)["adherence"]
        assert (adherence["done"], adherence["due"], adherence["overall"]) == (2, 4, 0.5)
        assert [one["key"] for one in adherence["exercises"]] == ["plank", "bridge"]


class TestWeekly:
    def test_more_than_asked_in_one_week_makes_up_for_no_other_week(self) -> None:
        done_four_times = [log("bridge", nov(d)) for d in (2, 3, 4, 5)]
        made = bridge(*done_four_times, log("bridge", nov(9)), schedule=weekly(3))
        assert due_done(made, nov(2), nov(15)) == (6, 4)  # 3 of the first week, 1 of the second

    def test_the_credit_that_reaches_the_target_counts_in_part(self) -> None:
        made = bridge(log("bridge", nov(2), 1), log("bridge", nov(4), 2), schedule=weekly(1))
        assert due_done(made, nov(4), nov(4) + timedelta(days=6)) == (1, 0.5)

    def test_a_window_that_cuts_the_week_asks_for_its_share_and_counts_from_monday(self) -> None:
        made = bridge(log("bridge", nov(2)), log("bridge", nov(3)), log("bridge", nov(6)), schedule=weekly(2))
        assert due_done(made, nov(2), nov(8)) == (2, 2)
        assert due_done(made, nov(5), nov(8)) == (pytest.approx(8 / 7), 0)  # Friday was the third

    def test_done_is_at_most_due_over_the_window(self) -> None:
        made = bridge(log("bridge", nov(2)), log("bridge", nov(3)), schedule=weekly(7))
        assert due_done(made, nov(2), nov(3)) == (2, 2)
        made = bridge(log("bridge", nov(2)), log("bridge", nov(3)), schedule=weekly(2))
        assert due_done(made, nov(2), nov(3)) == (pytest.approx(4 / 7), pytest.approx(4 / 7))

    def test_excused_days_ask_for_nothing_and_count_nothing(self) -> None:
        logs = [log("bridge", nov(d)) for d in (2, 4, 5)]
        made = bridge(*logs, pauses=[pause(nov(4), nov(8))], schedule=weekly(7))
        figures = asked(made, nov(2), nov(8))
        assert (figures["due"], figures["done"], figures["excused"]) == (2, 1, 5)

    def test_a_new_target_in_mid_week_has_its_days_and_the_weeks_count_goes_on(self) -> None:
        made = diary(
            exercises=[exercise("bridge")],
            prescriptions=[
                prescription("bridge", nov(2), nov(4), schedule=weekly(7)),
                prescription("bridge", nov(5), schedule=weekly(4)),
            ],
            exercise_logs=[log("bridge", nov(d)) for d in (2, 3, 4, 5, 6)],
        )
        # Monday to Wednesday: 3 asked for, 3 done. Thursday to Sunday: 16/7 asked for; Thursday is the fourth.
        assert due_done(made, nov(2), nov(8)) == (pytest.approx(3 + 16 / 7), 4)

    def test_the_week_of_today_adds_to_due_what_it_adds_to_done(self) -> None:
        made = bridge(log("bridge", nov(2)), log("bridge", nov(9)), schedule=weekly(3))
        assert due_done(made, nov(2), nov(15), today=nov(11)) == (4, 2)
        assert due_done(made, nov(2), nov(15), today=nov(16)) == (6, 2)

    def test_it_is_never_not_recorded(self) -> None:
        assert asked(bridge(schedule=weekly(3)), nov(2), nov(8))["not_recorded"] == 0


class TestCredit:
    def credit(self, *logs: Row, **plan: Any) -> float | None:
        return oracle.day(bridge(*logs, **plan), MONDAY, LATER)["exercises"]["bridge"]["credit"]

    def test_no_log_is_null_and_no_sets_are_zero(self) -> None:
        assert self.credit() is None
        assert self.credit(log("bridge", MONDAY, 0)) == 0

    def test_more_than_asked_is_not_counted(self) -> None:
        assert self.credit(log("bridge", MONDAY, 5)) == 1

    def test_sets_count_by_their_amount(self) -> None:
        assert self.credit(log("bridge", MONDAY, 2, amount=5)) == 0.5
        assert self.credit(log("bridge", MONDAY, 1, amount=20)) == 1

    def test_each_side_has_half_of_the_credit(self) -> None:
        assert self.credit(log("bridge", MONDAY, 4, "left"), sides="each") == 0.5
        both = log("bridge", MONDAY, 1, "both")
        assert self.credit(both, log("bridge", MONDAY, 1, "left"), sides="each") == 0.75

    def test_one_side_prescriptions_want_that_side_alone(self) -> None:
        assert self.credit(log("bridge", MONDAY, 2, "left"), sides="left") == 1
        assert self.credit(log("bridge", MONDAY, 2, "left"), sides="right") == 0
        assert self.credit(log("bridge", MONDAY, 1, "both"), sides="right") == 0.5

    def test_a_skipped_side_gives_nothing(self) -> None:
        left, right = log("bridge", MONDAY, 2, "left"), skip("bridge", MONDAY, "pain", "right")
        assert self.credit(left, right, sides="each") == 0.5


class TestExcusedAndMissed:
    @pytest.mark.parametrize("reason", ["ill", "travel", "advised"])
    def test_a_skip_that_excuses_leaves_both_sides_of_the_fraction(self, reason: str) -> None:
        made = bridge(skip("bridge", nov(2), reason, "left"), log("bridge", nov(2), 2, "right"), sides="each")
        figures = asked(made, nov(2), nov(3))
        assert (figures["due"], figures["done"], figures["excused"]) == (1, 0, 1)

    @pytest.mark.parametrize("reason", ["pain", "time", "forgot", "equipment", "other"])
    def test_a_skip_that_does_not_excuse_is_due_and_not_done(self, reason: str) -> None:
        figures = asked(bridge(skip("bridge", nov(2), reason)), nov(2), nov(2))
        assert (figures["due"], figures["done"], figures["excused"]) == (1, 0, 0)
        assert figures["skipped_for_pain"] == (1 if reason == "pain" else 0)
        assert figures["not_recorded"] == 0

    def test_an_excused_day_counts_only_where_it_was_scheduled(self) -> None:
        made = bridge(schedule=weekdays(1, 2), pauses=[pause(nov(2), nov(8))])
        assert asked(made, nov(2), nov(8))["excused"] == 2

    def test_a_pause_of_another_exercise_excuses_nothing(self) -> None:
        made = bridge(pauses=[pause(nov(2), None, "plank")])
        assert due_done(made, nov(2), nov(8)) == (7, 0)
        made = bridge(pauses=[pause(nov(4), None, "bridge")])
        assert due_done(made, nov(2), nov(8)) == (2, 0)

    def test_a_past_day_without_a_log_is_not_recorded_and_today_is_not_due_without_one(self) -> None:
        made = bridge(log("bridge", nov(2)))
        figures = asked(made, nov(2), nov(4), today=nov(4))
        assert (figures["due"], figures["done"], figures["not_recorded"]) == (2, 1, 1)
        made = bridge(log("bridge", nov(4), 1))
        assert due_done(made, nov(2), nov(4), today=nov(4)) == (3, 0.5)


class TestDay:
    def test_an_exercise_is_due_on_its_scheduled_days_unless_excused(self) -> None:
        made = bridge(schedule=weekdays(1, 2), pauses=[pause(nov(3), nov(3))])
        day = [oracle.day(made, nov(d), LATER) for d in (2, 3, 4)]
        assert [one["exercises"]["bridge"]["due"] for one in day] == [True, False, False]
        assert [one["paused"] for one in day] == [False, True, False]
        assert [one["exercises"]["bridge"]["excused"] for one in day] == [False, True, False]

    def test_a_pause_of_one_exercise_is_no_pause_of_the_day(self) -> None:
        day = oracle.day(bridge(pauses=[pause(nov(2), None, "bridge")]), nov(2), LATER)
        assert (day["paused"], day["exercises"]["bridge"]["excused"]) == (False, True)

    def test_done_this_week_is_for_weekly_exercises_alone(self) -> None:
        made = bridge(log("bridge", nov(2)), log("bridge", nov(4), 1), schedule=weekly(3))
        assert oracle.day(made, nov(3), LATER)["exercises"]["bridge"]["done_this_week"] == 1.5
        assert oracle.day(made, nov(9), LATER)["exercises"]["bridge"]["done_this_week"] == 0
        assert oracle.day(bridge(), nov(3), LATER)["exercises"]["bridge"]["done_this_week"] is None

    def test_an_exercise_without_a_prescription_in_force_is_not_listed(self) -> None:
        assert oracle.day(bridge(), nov(1), LATER)["exercises"] == {}


class TestSeries:
    def test_adherence7_is_of_the_seven_days_ending_there(self) -> None:
        made = bridge(*[log("bridge", nov(d)) for d in range(2, 9)])
        series = oracle.figures(made, nov(8), nov(15), LATER)["series"]
        assert series[0]["adherence7"] == 1
        assert series[1]["adherence7"] == pytest.approx(6 / 7)
        assert series[7]["adherence7"] == 0
