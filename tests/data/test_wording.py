"""What the figures are called: the sentences that command, app and report share."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data import diary, settings, trends, wording
from data.adherence import Tally
from data.figures import DayFigures, Mark
from data.trends import Trends

TODAY = date(2026, 11, 23)
DAY = DayFigures(TODAY, worst=3, mean7=2.46, adherence7=0.857, km=5.24)


def figures(*levels: int | None) -> Trends:
    """The last 28 days of a diary with these worst levels, the last of them today."""
    first = TODAY - timedelta(days=len(levels) - 1)
    for number, level in enumerate(levels):
        if level is not None:
            diary.log_pain(level, first + timedelta(days=number))
    return trends.trends(TODAY - timedelta(days=27), TODAY, TODAY)


class TestSessions:
    @pytest.mark.parametrize(
        ("done", "said"),
        [
            (0, "0 sessions"),
            (0.5, "part of a session"),
            (1, "1 session"),
            (9, "9 sessions"),
            (8.999999999999998, "9 sessions"),
            (32.8, "about 33 sessions"),
            (32.5, "about 32 sessions"),
            (1.2, "about 1 session"),
        ],
    )
    def test_they_are_whole(self, done: float, said: str) -> None:
        assert wording.sessions(done) == said

    def test_with_the_target_beside_them(self) -> None:
        assert wording.done_of_asked(Tally(due=36, done=32.8), 3) == "about 33 sessions; 3 a week asked for"

    def test_other_exercises_are_counted_in_days(self) -> None:
        assert wording.done_of_asked(Tally(due=15, done=12.5), None) == "12.5 of 15"
        assert wording.done_of_asked(Tally(), None) == "nothing was due"


@pytest.mark.usefixtures("folder")
class TestPainOverTime:
    def test_with_too_few_days_it_says_how_many_there_are(self) -> None:
        found = figures(3, None, 2, None, 4)
        assert wording.mean(found.now, found.now_days) == "not enough data yet: 3 of 4 days"
        assert wording.start_and_now(found) == (
            "at the start not enough data yet: 3 of 4 days; now not enough data yet: 3 of 4 days"
        )
        assert wording.trend(found) == "not enough data yet: 3 of 14 recorded days"

    def test_an_empty_diary_has_none_of_the_days(self) -> None:
        assert wording.mean(figures().baseline, figures().baseline_days) == "not enough data yet: 0 of 4 days"

    def test_the_start_is_told_before_there_is_a_now(self) -> None:
        found = figures(*[5] * 7, *[None] * 6, 2)
        assert wording.start_and_now(found) == "at the start 5; now not enough data yet: 1 of 4 days"

    def test_from_start_to_now_with_the_verdict(self) -> None:
        found = figures(*[5] * 7, *[4] * 7)
        assert wording.start_and_now(found) == "5 → 4: down by 1, smaller than the usual 2-point threshold"

    def test_enough_days_for_a_trend_must_span_three_weeks(self) -> None:
        assert wording.trend(figures(*[3] * 15)) == (
            "not enough data yet: the 15 recorded days span 15 of 21 days"
        )

    def test_a_trend_has_its_interval_and_its_days(self) -> None:
        found = figures(*[6] * 7, *[5] * 7, *[4] * 7, *[3] * 7)
        assert wording.trend(found) == "−0.9 points a week (−1.0 to −0.8), from 28 days"


@pytest.mark.usefixtures("folder")
class TestADayOfTheCharts:
    def test_its_figures_in_words(self) -> None:
        assert wording.pain_of_day(DAY) == "pain 3, 7-day mean 2.5"
        assert wording.adherence_of_day(DAY) == "86 % of the exercises done in 7 days"
        assert wording.running_of_day(DAY, long=False) == "5.2 km"
        assert wording.running_of_day(DAY, long=True) == "5.2 km, over 10 % beyond the longest of 30 days"

    def test_a_zero_is_no_gap(self) -> None:
        zeros = replace(DAY, worst=0, mean7=0.0, adherence7=0.0)
        assert wording.pain_of_day(zeros) == "pain 0, 7-day mean 0"
        assert wording.adherence_of_day(zeros) == "0 % of the exercises done in 7 days"

    def test_what_is_not_known_is_said_to_be(self) -> None:
        unknown = DayFigures(TODAY, None, None, None, None)
        assert wording.pain_of_day(unknown) == "pain not recorded, 7-day mean not known"
        assert wording.adherence_of_day(unknown) == "no exercise due in 7 days"
        assert wording.running_of_day(unknown, long=False) == "no run"

    def test_distances_are_in_the_diarys_unit(self) -> None:
        settings.put("units", "mi")
        assert wording.running_of_day(DAY, long=False) == "3.3 mi"

    def test_marks_have_their_kind_and_their_literal_text_on_one_line(self) -> None:
        assert wording.mark_words(Mark(TODAY, "plan", "")) == "Plan change"
        assert wording.mark_words(Mark(TODAY, "visit", "more\nof [b]it")) == "Visit: more of [b]it"
