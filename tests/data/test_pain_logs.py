"""What is said of each pain log of a day."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine

from data import day as days
from data import diary, pain_logs, plan
from data.models import MOMENTS, SITES, Exercise, PainLog

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def bridge(folder: Path) -> Exercise:
    return plan.add_exercise("bridge", "Bridge", "strength", "reps")


def of_the_day() -> list[PainLog]:
    day = days.read(TODAY)
    return [log for log in day.pain_logs if pain_logs.is_pain_of_the_day(log, day)]


class TestPainOfTheDay:
    def test_it_is_the_highest_log(self) -> None:
        diary.log_pain(2, TODAY)
        highest = diary.log_pain(4, TODAY, moment="after")
        assert of_the_day() == [highest]

    def test_equally_high_logs_are_it_together(self) -> None:
        diary.log_pain(4, TODAY)
        diary.log_pain(4, TODAY, moment="after")
        assert len(of_the_day()) == 2

    def test_other_sites_and_the_other_side_are_not_it(self) -> None:
        diary.add_event("start", TODAY, side="left")
        diary.log_pain(8, TODAY, side="right")
        diary.log_pain(9, TODAY, site="hip")
        assert of_the_day() == []

    def test_a_zero_is_the_pain_of_a_day_too(self) -> None:
        none = diary.log_pain(0, TODAY)
        assert of_the_day() == [none]


class TestTheLimit:
    @pytest.mark.parametrize(
        ("level", "said"),
        [
            (0, "✓ within the limit of 2"),
            (2, "✓ within the limit of 2"),
            (3, "▲ above the limit of 2"),
            (5, "▲ above the limit of 2"),
            (6, "▲▲ far above the limit of 2"),
        ],
    )
    def test_pain_during_is_judged_in_words_and_a_sign(self, level: int, said: str) -> None:
        assert pain_logs.judgement(diary.log_pain(level, TODAY, moment="during"), 2) == said

    @pytest.mark.parametrize("moment", [moment for moment in MOMENTS if moment != "during"])
    def test_no_other_moment_is_judged(self, moment: str) -> None:
        log = diary.log_pain(9, TODAY, moment=moment)
        assert pain_logs.against_limit(log, 2) is None
        assert pain_logs.judgement(log, 2) == ""

    def test_above_it_at_the_outer_knee_an_exercise_is_to_be_stopped(self, bridge: Exercise) -> None:
        assert pain_logs.asks_to_stop(diary.log_pain(3, TODAY, moment="during", exercise=bridge), 2)

    def test_within_it_an_exercise_goes_on(self, bridge: Exercise) -> None:
        assert not pain_logs.asks_to_stop(diary.log_pain(2, TODAY, moment="during", exercise=bridge), 2)

    @pytest.mark.parametrize("site", SITES[1:])
    def test_pain_elsewhere_stops_no_exercise(self, bridge: Exercise, site: str) -> None:
        log = diary.log_pain(9, TODAY, moment="during", site=site, exercise=bridge)
        assert not pain_logs.asks_to_stop(log, 2)

    def test_the_other_knee_stops_an_exercise_too(self, bridge: Exercise) -> None:
        diary.add_event("start", TODAY, side="left")
        log = diary.log_pain(9, TODAY, moment="during", side="right", exercise=bridge)
        plan.prescribe(bridge, TODAY, sets=2, amount=10, schedule={"type": "daily"})
        assert pain_logs.asks_to_stop(log, 2)
        assert [item.exercise for item in days.read(TODAY).above_limit()] == [bridge]

    def test_a_run_is_no_exercise_to_be_stopped(self) -> None:
        log = diary.log_pain(9, TODAY, moment="during", run=diary.log_run(5, TODAY))
        assert not pain_logs.asks_to_stop(log, 2)


class TestTheClock:
    def test_a_log_has_the_time_of_the_place_it_was_entered_at(self, frozen: time_machine.Traveller) -> None:
        assert pain_logs.clock(diary.log_pain(3, TODAY)) == "20:00"

    def test_one_filled_in_later_has_none(self) -> None:
        assert pain_logs.clock(diary.log_pain(3, TODAY - timedelta(days=1))) == ""


class TestTheWorstBeside:
    def test_it_is_the_worst_of_that_side_and_site(self) -> None:
        worst = diary.log_pain(3, TODAY, side="left")
        diary.log_pain(4, TODAY, side="right")
        diary.log_pain(5, TODAY, side="left", moment="night")
        assert pain_logs.worst_beside(TODAY, "left", "outer-knee") == worst
        assert pain_logs.worst_beside(TODAY, "left", "hip") is None

    def test_a_log_is_not_beside_itself(self) -> None:
        worst = diary.log_pain(3, TODAY, side="left")
        assert pain_logs.worst_beside(TODAY, "left", "outer-knee", worst) is None
