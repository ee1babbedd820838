"""What the screens of trends call their figures."""

from datetime import date

import pytest

from data import settings, trend_words
from data.figures import ChartSeries, DayFigures, Mark
from data.rows import Ran
from data.trends import Group, Together
from tests.data.test_wording import figures

TODAY = date(2026, 11, 23)
DAY = DayFigures(TODAY, worst=3, mean7=2.46, adherence7=0.857, km=5.24)
UNKNOWN = DayFigures(TODAY, None, None, None, None)


@pytest.mark.usefixtures("folder")
class TestPainFromStartToNow:
    def test_with_too_few_days_it_says_how_many_there_are(self) -> None:
        assert trend_words.start_and_now(figures(3, None, 2, None, 4)) == (
            "not enough data yet: 3 of 4 days at the start, 3 now"
        )

    def test_the_start_is_told_before_there_is_a_now(self) -> None:
        found = figures(*[5] * 7, *[None] * 6, 2)
        assert trend_words.start_and_now(found) == "at the start 5; now not enough data yet: 1 of 4 days"

    def test_from_start_to_now_with_the_verdict(self) -> None:
        found = figures(*[5] * 7, *[4] * 7)
        assert (
            trend_words.start_and_now(found) == "5 → 4: down by 1, smaller than the usual 2-point threshold"
        )


@pytest.mark.usefixtures("folder")
class TestADayOfTheCharts:
    def test_its_figures_in_words(self) -> None:
        assert trend_words.pain_of_day(DAY) == "pain 3, 7-day mean 2.5"
        assert trend_words.adherence_of_day(DAY) == "86 % done in 7 days"
        assert trend_words.running_of_day(DAY, long=False) == "5.2 km"
        assert trend_words.running_of_day(DAY, long=True) == "5.2 km, a long run"

    def test_a_zero_is_no_gap(self) -> None:
        zeros = DAY._replace(worst=0, mean7=0.0, adherence7=0.0)
        assert trend_words.pain_of_day(zeros) == "pain 0, 7-day mean 0"
        assert trend_words.adherence_of_day(zeros) == "0 % done in 7 days"

    def test_what_is_not_known_is_said_to_be(self) -> None:
        unknown = DayFigures(TODAY, None, None, None, None)
        assert trend_words.pain_of_day(unknown) == "pain not recorded, 7-day mean not known"
        assert trend_words.adherence_of_day(unknown) == "nothing due in 7 days"
        assert trend_words.running_of_day(unknown, long=False) == "no run"

    def test_distances_are_in_the_diarys_unit(self) -> None:
        settings.put("units", "mi")
        assert trend_words.running_of_day(DAY, long=False) == "3.3 mi"

    def test_marks_have_their_kind_and_their_literal_text_on_one_line(self) -> None:
        assert trend_words.mark_words(Mark(TODAY, "plan", "")) == "Plan change"
        assert trend_words.mark_words(Mark(TODAY, "visit", "more\nof [b]it")) == "Visit: more of [b]it"

    def test_all_of_it_is_one_sentence(self) -> None:
        marks = (Mark(TODAY, "visit", ""), Mark(date(2026, 1, 1), "flare", ""))
        chart = ChartSeries((DAY,), (), None, marks, frozenset())
        assert trend_words.of_day(DAY, chart) == (
            "Mon 23 Nov 2026: pain 3, 7-day mean 2.5; 86 % done in 7 days; 5.2 km; Visit"
        )
        assert trend_words.of_day(DAY, chart, ["pain"]) == "Mon 23 Nov 2026: pain 3, 7-day mean 2.5; Visit"


@pytest.mark.usefixtures("folder")
class TestRuns:
    def test_where_pain_came_on(self) -> None:
        run = Ran("one", TODAY.toordinal(), 5.2, None, None)
        assert trend_words.onset(run._replace(onset_km=4.8), 3) == "4.8 km"
        assert trend_words.onset(run, 0) == "no pain"
        assert trend_words.onset(run, 3) is None
        assert trend_words.onset(run, None) is None

    def test_without_a_run_there_are_no_kilometres(self) -> None:
        assert trend_words.running(figures()) == "no runs"


def test_pain_during_an_exercise() -> None:
    assert trend_words.pain_during(()) == "not recorded"
    assert trend_words.pain_during((2,)) == "median 2, worst 2, recorded 1 time"
    assert trend_words.pain_during((0, 1, 2, 4)) == "median 1.5, worst 4, recorded 4 times"


def test_before_there_is_a_scatter_it_says_how_many_pairs_there_are() -> None:
    none = Group(0, None)
    assert "3 of 6 pairs" in (trend_words.scatter_pairs(Together(((0.5, 3.0),) * 3, none, none)) or "")
    assert trend_words.scatter_pairs(Together(((0.5, 3.0),) * 6, none, none)) is None
