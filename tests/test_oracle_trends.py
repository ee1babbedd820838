"""What the oracle says of pain and a window, in cases to work out in the head; Monday is 2 November 2026."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from tests import oracle
from tests.diaries import diary, exercise, log, pain, prescription, run, skip, start

Row = dict[str, Any]
MONDAY = date(2026, 11, 2)
LATER = date(2027, 6, 1)


def nov(day: int) -> date:
    """A day of November 2026; past 30 it runs on into December, below 1 back into October."""
    return date(2026, 10, 31) + timedelta(days=day)


def pains(*levels: int | None, begin: date = MONDAY, **more: Any) -> list[Row]:
    """A worst pain for each day from Monday on; None for a day without."""
    days = (begin + timedelta(days=n) for n in range(len(levels)))
    return [pain(level, d, **more) for d, level in zip(days, levels, strict=True) if level is not None]


def painful(*logs: Row, events: Sequence[Row] = (), first: date = MONDAY, last: date) -> Row:
    """The pain figures of a diary of these logs."""
    return oracle.figures(diary(pain_logs=logs, events=events), first, last, LATER)["pain"]


class TestCoverage:
    def coverage(self, made: Row, first: date, last: date, today: date = LATER) -> float | None:
        return oracle.figures(made, first, last, today)["adherence"]["coverage"]

    def test_it_counts_days_with_an_exercise_or_pain_log_from_the_first_one_on(self) -> None:
        logs = [skip("bridge", nov(4), "ill")]
        made = diary(exercises=[exercise("bridge")], exercise_logs=logs, pain_logs=pains(3))
        assert self.coverage(made, nov(-9), nov(5)) == 0.5  # 2 and 4 of 2, 3, 4, 5
        assert self.coverage(made, nov(3), nov(5)) == pytest.approx(1 / 3)

    def test_it_begins_anew_with_an_episode(self) -> None:
        made = diary(events=[start("left", nov(6))], pain_logs=[*pains(3), pain(3, nov(7))])
        assert self.coverage(made, nov(2), nov(8)) == 0.5  # 7 of 7, 8
        assert self.coverage(made, nov(2), nov(5)) == 0.25

    def test_today_counts_only_when_it_has_a_log(self) -> None:
        made = diary(pain_logs=pains(3))
        assert self.coverage(made, nov(2), nov(9), today=nov(4)) == 0.5
        assert self.coverage(made, nov(2), nov(9), today=nov(2)) == 1

    def test_without_a_log_up_to_the_windows_end_it_is_null(self) -> None:
        assert self.coverage(diary(pain_logs=pains(3)), nov(-9), nov(1)) is None
        assert self.coverage(diary(runs=[run(5, nov(1))]), nov(1), nov(5)) is None


class TestPainOfADay:
    def worst(self, *logs: Row, events: Sequence[Row] = ()) -> float | None:
        return oracle.day(diary(pain_logs=logs, events=events), MONDAY, LATER)["worst"]

    def test_it_is_the_highest_level_of_any_moment_and_zero_is_a_value(self) -> None:
        assert self.worst() is None
        assert self.worst(pain(0, MONDAY)) == 0
        assert self.worst(pain(2, MONDAY), pain(5, MONDAY, "during"), pain(3, MONDAY, "night")) == 5

    def test_other_sites_are_left_out(self) -> None:
        assert self.worst(pain(8, MONDAY, site="hip"), pain(2, MONDAY, "morning")) == 2
        assert self.worst(pain(8, MONDAY, site="outer-thigh")) is None

    def test_the_other_side_is_left_out_while_the_days_side_is_known(self) -> None:
        logs = [pain(8, MONDAY, side="left"), pain(2, MONDAY, side="right"), pain(4, MONDAY, side="both")]
        assert self.worst(*logs, events=[start("right", MONDAY)]) == 4
        assert self.worst(*logs, events=[start("left", nov(-9)), start("right", nov(-1))]) == 4
        assert self.worst(*logs, events=[start("both", MONDAY)]) == 8
        assert self.worst(*logs, events=[start("right", nov(3))]) == 8


class TestMeans:
    def test_the_seven_day_mean_needs_four_recorded_days(self) -> None:
        series = oracle.figures(diary(pain_logs=pains(4, None, 0, 2, None, 6)), nov(2), nov(10), LATER)[
            "series"
        ]
        assert [day["mean7"] for day in series] == [None, None, None, None, None, 3, 3, None, None]

    def test_it_looks_back_past_the_windows_beginning(self) -> None:
        series = oracle.figures(diary(pain_logs=pains(4, 0, 2, 6)), nov(5), nov(5), LATER)["series"]
        assert series == [{"day": "2026-11-05", "worst": 6, "mean7": 3, "adherence7": None, "km": None}]

    def test_the_baseline_is_of_the_first_seven_days_even_beyond_the_windows_end(self) -> None:
        figures = painful(*pains(4, 4, 2, 2, 8), last=nov(3))
        assert (figures["recorded_days"], figures["baseline"], figures["now"]) == (2, 4, None)

    def test_the_baseline_needs_four_recorded_days_of_seven(self) -> None:
        assert painful(*pains(4, 4, 4), last=nov(20))["baseline"] is None
        assert painful(*pains(4, 4, 4, *[None] * 4, 4), last=nov(20))["baseline"] is None

    def test_the_baseline_is_null_when_its_first_day_is_after_the_windows_end(self) -> None:
        assert painful(*pains(4, 4, 4, 4), first=nov(-9), last=nov(1))["baseline"] is None

    def test_the_baseline_begins_with_the_episode_of_the_windows_last_day(self) -> None:
        logs = [*pains(8, 8, 8, 8), *pains(2, 2, 2, 2, begin=nov(12))]
        second = [start("right", nov(2)), start("right", nov(10))]
        assert painful(*logs, events=second, last=nov(20))["baseline"] == 2
        assert painful(*logs, events=second, last=nov(9))["baseline"] == 8


class TestChange:
    def change(self, before: int, now: int) -> tuple[float | None, bool | None]:
        figures = painful(*pains(*[before] * 7, *[now] * 7), last=nov(15))
        return figures["change"], figures["noticeable"]

    def test_it_is_noticeable_from_two_points_and_thirty_percent_on(self) -> None:
        assert self.change(6, 4) == (-2, True)
        assert self.change(6, 8) == (2, True)
        assert self.change(2, 1) == (-1, False)
        assert self.change(7, 5) == (-2, False)  # 30 % of 7 is 2.1
        assert self.change(10, 7) == (-3, True)

    def test_it_is_unknown_without_baseline_or_now(self) -> None:
        figures = painful(*pains(4, 4, 4, 4), last=nov(20))
        assert (figures["baseline"], figures["change"], figures["noticeable"]) == (4, None, None)


class TestTrend:
    def test_one_point_less_every_second_day_is_three_and_a_half_a_week(self) -> None:
        trend = painful(*pains(*[10 - n // 2 for n in range(21)]), last=nov(22))["trend"]
        assert (trend["per_week"], trend["n"]) == (-3.5, 21)
        assert -4 < trend["low"] <= -3.5 <= trend["high"] < -3

    def test_the_same_pain_every_day_is_flat_and_certain(self) -> None:
        trend = painful(*pains(*[3] * 21), last=nov(22))["trend"]
        assert trend == {"per_week": 0, "low": 0, "high": 0, "n": 21}

    def test_it_needs_fourteen_recorded_days_that_span_twenty_one(self) -> None:
        thirteen_then_one = [*[3] * 13, *[None] * 7, 3]
        assert painful(*pains(*thirteen_then_one), last=nov(30))["trend"]["n"] == 14
        assert painful(*pains(*thirteen_then_one[1:]), last=nov(30))["trend"] is None
        assert painful(*pains(*[3] * 20), last=nov(30))["trend"] is None

    def test_it_looks_at_the_windows_last_182_days(self) -> None:
        made = pains(*[3] * 200)
        assert painful(*made, last=nov(201))["trend"]["n"] == 182


class TestTogether:
    def together(self, done: list[int], levels: list[int | None], last: date, today: date = LATER) -> Any:
        """Weeks with so many days done, and each week's pain on four of its days."""
        logs = [log("bridge", nov(2 + 7 * week + n)) for week, days in enumerate(done) for n in range(days)]
        weeks = [[level] * 4 + [None] * 3 for level in levels]
        made = diary(
            exercises=[exercise("bridge")],
            prescriptions=[prescription("bridge", MONDAY)],
            exercise_logs=logs,
            pain_logs=pains(*[level for week in weeks for level in week]),
        )
        return oracle.figures(made, MONDAY, last, today)["together"]

    def test_a_pair_is_a_weeks_adherence_and_the_next_weeks_pain(self) -> None:
        together = self.together([7, 0, 7], [9, 5, 3], last=nov(22))
        assert together["pairs"] == [[1, 5], [0, 3]]
        assert together["high"] == {"weeks": 1, "mean": 5}
        assert together["low"] == {"weeks": 1, "mean": 3}

    def test_the_following_week_lies_whole_in_the_window_and_before_today(self) -> None:
        assert self.together([7, 0], [9, 5], last=nov(14))["pairs"] == []
        assert self.together([7, 0], [9, 5], last=nov(15))["pairs"] == [[1, 5]]
        assert self.together([7, 0], [9, 5], last=nov(15), today=nov(15))["pairs"] == []
        assert self.together([7, 0], [9, 5], last=nov(15), today=nov(16))["pairs"] == [[1, 5]]

    def test_a_week_without_four_days_of_pain_makes_no_pair(self) -> None:
        together = self.together([7, 0], [9, None], last=nov(15))
        assert together == {
            "pairs": [],
            "high": {"weeks": 0, "mean": None},
            "low": {"weeks": 0, "mean": None},
        }


class TestRunsAndSeries:
    def test_runs_are_summed_over_the_window(self) -> None:
        made = diary(runs=[run(5, nov(1)), run(4, nov(2)), run(2.5, nov(2)), run(3, nov(4))])
        figures = oracle.figures(made, nov(2), nov(4), LATER)
        assert figures["runs"] == {"count": 3, "km": 9.5, "longest_km": 4}
        assert [day["km"] for day in figures["series"]] == [6.5, None, 3]

    def test_without_runs_the_sum_is_zero_and_the_longest_unknown(self) -> None:
        runs = oracle.figures(diary(), nov(2), nov(4), LATER)["runs"]
        assert runs == {"count": 0, "km": 0, "longest_km": None}

    def test_days_after_today_are_all_null(self) -> None:
        made = diary(pain_logs=pains(4, 4, 4, 4), runs=[run(5, nov(5))])
        last = oracle.figures(made, nov(2), nov(6), nov(5))["series"][-1]
        assert last == {"day": "2026-11-06", "worst": None, "mean7": None, "adherence7": None, "km": None}
