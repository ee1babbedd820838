"""Exercises, runs and days of a window, as Trends and the report show them."""

from datetime import date, timedelta

import pytest

from data import calendar_figures, diary, exercise_trends, plan, run_trends, trend_words, trends
from data.calendar_figures import CalendarDay
from data.exercise_trends import ExerciseTrend
from data.models import Exercise
from data.run_trends import RunTrends

MONDAY = date(2026, 11, 23)
FIRST = MONDAY - timedelta(days=27)
DAILY = {"type": "daily"}
THREE_A_WEEK = {"type": "weekly", "times": 3}

pytestmark = pytest.mark.usefixtures("folder")


def ago(days: int) -> date:
    return MONDAY - timedelta(days=days)


def exercise(name: str = "Plank", schedule: dict[str, object] = DAILY, since: date = FIRST) -> Exercise:
    new = plan.add_exercise(plan.key_from_name(name), name, "strength", "reps")
    plan.prescribe(new, since, sets=2, amount=10, schedule=schedule)
    return new


def done(of: Exercise, day: date, sets: int = 2) -> None:
    diary.set_done(of, day, "both", sets)


class TestExercises:
    def of(self, exercise: Exercise) -> ExerciseTrend:
        found = exercise_trends.read(trends.trends(FIRST, MONDAY, MONDAY))
        return next(one for one in found if one.exercise.uid == exercise.uid)

    def test_pain_during_it_is_that_of_the_outer_knee(self) -> None:
        plank = exercise()
        diary.add_event("start", FIRST, side="right")
        for back, level in ((1, 4), (2, 1), (3, 2)):
            diary.log_pain(level, ago(back), moment="during", exercise=plank)
        diary.log_pain(9, ago(4), moment="during", exercise=plank, site="hip")
        diary.log_pain(8, ago(5), moment="during", exercise=plank, side="left")
        diary.log_pain(7, ago(6), moment="after", exercise=plank)
        diary.log_pain(6, ago(40), moment="during", exercise=plank)
        found = self.of(plank)
        assert found.pain_during == (1, 2, 4)
        assert trend_words.pain_during(found.pain_during) == "median 2, worst 4, recorded 3 times"

    def test_the_one_furthest_beyond_the_limit_of_its_day_is_known(self) -> None:
        plank = exercise()
        plan.set_limit(4, ago(2), source="me")
        for back, level in ((1, 5), (3, 4), (4, 1)):
            diary.log_pain(level, ago(back), moment="during", exercise=plank)
        assert self.of(plank).furthest == (4, 2)

    def test_without_a_log_there_is_no_median(self) -> None:
        assert self.of(exercise()).furthest is None
        assert trend_words.pain_during(self.of(exercise()).pain_during) == "not recorded"

    def test_its_doses_are_those_in_force_in_the_window_oldest_first(self) -> None:
        plank = exercise(since=ago(60))
        plan.prescribe(plank, ago(40), sets=3, amount=10, schedule=DAILY)
        plan.prescribe(plank, ago(5), sets=3, amount=12, schedule=DAILY)
        assert [(dose.first, dose.last, dose.words) for dose in self.of(plank).doses] == [
            (ago(40), ago(6), "3×10, daily"),
            (ago(5), None, "3×12, daily"),
        ]

    def test_a_weekly_one_has_its_target(self) -> None:
        assert self.of(exercise(schedule=THREE_A_WEEK)).times_a_week == 3
        assert self.of(exercise("Bridge")).times_a_week is None

    def test_an_archived_one_is_listed(self) -> None:
        plank = exercise()
        plan.archive(plank, ago(3))
        assert self.of(plank).exercise.archived


class TestRuns:
    def found(self, first: date = FIRST, last: date = MONDAY) -> RunTrends:
        return run_trends.read(trends.trends(first, last, MONDAY), MONDAY)

    def test_each_has_the_pain_around_it(self) -> None:
        diary.log_run(5, ago(2), onset_km=4, before=1, during=2, after=3)
        diary.log_pain(4, ago(1), moment="morning")
        (run,) = self.found().runs
        response = run.response
        assert (response.before, response.during, response.after, response.next_morning) == (1, 2, 3, 4)
        assert (run.day, run.pain_free_km, run.limit, run.is_long) == (ago(2), 4, 2, False)

    def test_they_come_oldest_first_and_only_those_of_the_window(self) -> None:
        for back in (40, 20, 3):
            diary.log_run(5, ago(back))
        assert [run.day for run in self.found().runs] == [ago(20), ago(3)]

    def test_pain_free_is_the_whole_run_without_pain_and_unknown_without_an_answer(self) -> None:
        diary.log_run(5, ago(3), during=0)
        diary.log_run(6, ago(2), during=1)
        diary.log_run(7, ago(1))
        assert [run.pain_free_km for run in self.found().runs] == [5, None, None]

    def test_the_limit_is_that_of_its_day(self) -> None:
        diary.log_run(5, ago(9))
        plan.set_limit(4, ago(5))
        diary.log_run(5, ago(3))
        assert [run.limit for run in self.found().runs] == [2, 4]

    def test_a_run_more_than_a_tenth_beyond_the_longest_of_30_days_is_long(self) -> None:
        for back, km in ((6, 5), (4, 5.5), (2, 6.2)):
            diary.log_run(km, ago(back))
        assert [run.is_long for run in self.found().runs] == [False, False, True]

    def test_a_short_run_on_the_day_of_a_long_one_is_not_long(self) -> None:
        for back, km in ((6, 5), (2, 6.2), (2, 3)):
            diary.log_run(km, ago(back))
        found = {run.run.km: run.is_long for run in self.found().runs}
        assert found == {5: False, 6.2: True, 3: False}
        assert trends.trends(FIRST, MONDAY, MONDAY).chart.long_runs == {ago(2)}

    def test_a_week_is_whole_even_where_the_window_holds_a_part_of_it(self) -> None:
        diary.log_run(5, date(2026, 11, 9))
        diary.log_run(3, date(2026, 11, 12))
        (week, *_) = self.found(first=date(2026, 11, 11)).weeks
        assert (week.monday, week.km) == (date(2026, 11, 9), 8)
        assert len(self.found(first=date(2026, 11, 11)).runs) == 1

    def test_a_week_without_a_run_has_no_kilometres(self) -> None:
        diary.log_run(5, ago(1))
        weeks = self.found().weeks
        assert [week.km for week in weeks] == [None, None, None, 5, None]

    def test_there_are_no_weeks_ahead(self) -> None:
        assert self.found(last=MONDAY + timedelta(days=60)).weeks[-1].monday == MONDAY


class TestDays:
    def found(self, first: date = FIRST, last: date = MONDAY) -> dict[date, CalendarDay]:
        return {day.day: day for day in calendar_figures.read(first, last, MONDAY)}

    def test_an_empty_diary_has_none(self) -> None:
        assert self.found() == {}

    def test_they_begin_with_the_first_entry_and_end_today(self) -> None:
        diary.log_pain(3, ago(5))
        found = self.found(last=MONDAY + timedelta(days=6))
        assert (min(found), max(found), len(found)) == (ago(5), MONDAY, 6)
        assert self.found(first=ago(90), last=ago(60)) == {}

    def test_a_zero_is_no_gap(self) -> None:
        diary.log_pain(0, ago(2))
        assert [self.found()[ago(back)].worst for back in (2, 1)] == [0, None]

    def test_the_share_of_a_day_is_the_mean_over_what_was_due(self) -> None:
        plank, _bridge = exercise(), exercise("Bridge")
        done(plank, ago(3), 1)
        day = self.found()[ago(3)]
        assert (day.tally.due, day.tally.done, day.tally.ratio) == (2, 0.5, 0.25)
        assert not day.is_unrecorded

    def test_a_weekly_exercise_counts_on_the_days_it_was_done_and_is_missed_on_none(self) -> None:
        plank = exercise(schedule=THREE_A_WEEK)
        for back in (6, 4):
            done(plank, ago(back))
        found = self.found()
        assert [found[ago(back)].tally.ratio for back in (6, 5, 4)] == [1, None, 1]
        assert not found[ago(5)].is_unrecorded

    def test_a_due_day_without_an_entry_is_not_recorded_and_one_with_none_done_is_a_zero(self) -> None:
        plank = exercise()
        done(plank, ago(5))
        diary.skip(plank, ago(3), "time")
        found = self.found()
        assert found[ago(4)].is_unrecorded
        assert not found[ago(3)].is_unrecorded and found[ago(3)].tally.ratio == 0

    def test_on_an_excused_day_nothing_is_due(self) -> None:
        plank = exercise()
        done(plank, ago(5))
        diary.skip(plank, ago(4), "ill")
        day = self.found()[ago(4)]
        assert (day.tally.due, day.tally.excused, day.is_unrecorded) == (0, 1, False)

    def test_today_is_not_recorded_until_something_is_done(self) -> None:
        plank = exercise()
        done(plank, ago(5))
        assert self.found()[MONDAY].is_unrecorded
        done(plank, MONDAY, 1)
        assert not self.found()[MONDAY].is_unrecorded
        assert self.found()[MONDAY].tally.ratio == 0.5
