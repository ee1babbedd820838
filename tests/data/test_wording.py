"""What the figures are called: the sentences that command, app and report share."""

from datetime import date, timedelta

import pytest

from data import diary, trends, wording
from data.adherence import Tally
from data.trends import Trends

TODAY = date(2026, 11, 23)


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

    def test_a_part_of_a_week_that_was_due_is_never_shown_as_a_fraction(self) -> None:
        assert wording.share(7, 16 + 4 / 7) == "7 sessions · 42 %"
        assert wording.share(0, 16 + 4 / 7) == "0 sessions · 0 %"
        assert wording.share(18, 21) == "18 of 21 · 86 %"
        assert wording.share(17.5, 3 * 7 / 7 + 18) == "17.5 of 21 · 83 %"
        assert wording.share(0, 0) == "nothing was due"
        assert wording.done_of_asked(Tally(due=16.6, done=7), None) == "7 sessions"


@pytest.mark.usefixtures("folder")
class TestPainOverTime:
    def test_with_too_few_days_it_says_how_many_there_are(self) -> None:
        found = figures(3, None, 2, None, 4)
        assert wording.mean(found.now, found.now_days) == "not enough data yet: 3 of 4 days"
        assert wording.trend(found) == "not enough data yet: 3 of 14 recorded days"

    def test_a_change_that_is_not_known_says_which_days_are_missing(self) -> None:
        assert wording.change(figures(3, 3, 3, 3, *[None] * 10)) == (
            "not known yet: fewer than 4 of the last 7 days are recorded"
        )

    def test_both_ends_of_a_change_may_be_missing(self) -> None:
        assert wording.change(figures()) == (
            "not known yet: fewer than 4 of the first 7 and of the last 7 days are recorded"
        )

    def test_the_beginning_of_a_change_may_be_missing(self) -> None:
        assert wording.change(figures(3, *[None] * 10, 2, 2, 2, 2)) == (
            "not known yet: fewer than 4 of the first 7 days are recorded"
        )

    def test_no_change_has_no_size(self) -> None:
        assert wording.change(figures(*[3] * 28)) == "unchanged"

    def test_a_change_of_nearly_two_points_is_not_called_two(self) -> None:
        found = figures(*[5] * 14, *[3] * 7)._replace(baseline=4.79, now=2.84)
        assert wording.change(found) == "down by 1.95, smaller than the usual 2-point threshold"

    def test_two_points_of_a_high_start_are_set_beside_its_share(self) -> None:
        assert wording.change(figures(*[9] * 14, *[7] * 5, *[6] * 2)) == (
            "down by 2.3, smaller than the usual 2-point threshold (30 % of the start: 2.7)"
        )

    def test_while_all_days_are_the_same_ones_there_is_no_change(self) -> None:
        assert wording.change(figures(6, 5, 4, 2, 2, 1, 1)) == (
            "not known yet: the first and the last 7 days are the same ones"
        )

    def test_while_some_are_they_are_counted(self) -> None:
        assert (
            wording.change(figures(*[6] * 7, *[2] * 3))
            == "down by 1.7, smaller than the usual 2-point threshold; the two share 4 days"
        )
        assert "share" not in wording.change(figures(*[6] * 7, *[2] * 7))

    def test_no_pain_says_of_how_many_days(self) -> None:
        assert wording.change(figures(*[2] * 14, 0, None, 0, None, 0, None, 0)) == (
            "no pain in the last 7 days (4 of them recorded)"
        )

    def test_an_empty_diary_has_none_of_the_days(self) -> None:
        assert wording.mean(figures().baseline, figures().baseline_days) == "not enough data yet: 0 of 4 days"

    def test_enough_days_for_a_trend_must_span_three_weeks(self) -> None:
        assert wording.trend(figures(*[3] * 15)) == (
            "not enough data yet: the 15 recorded days span 15 of 21 days"
        )

    def test_a_trend_has_its_interval_and_its_days(self) -> None:
        found = figures(*[6] * 7, *[5] * 7, *[4] * 7, *[3] * 7)
        assert wording.trend(found) == "−0.9 points a week (−1.0 to −0.8), from 28 days"

    def test_a_trend_of_nothing_has_no_sign(self) -> None:
        assert wording.trend(figures(*[3] * 28)) == "0 points a week (0 to 0), from 28 days"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (31, "31 min"),
        (31.5, "31:30"),
        (62, "62 min"),
        (62 + 10 / 60, "1:02:10"),
        (0.75, "0:45"),
        (59.9999, "60 min"),
    ],
)
def test_minutes_are_whole_or_a_clock(minutes: float, words: str) -> None:
    assert wording.duration(minutes) == words


def test_a_span_of_one_day_is_that_day() -> None:
    day = date(2026, 11, 23)
    assert wording.span(day, day) == "Mon 23 Nov 2026"
