"""The stretches of days that Trends shows, and how they move along the diary."""

from datetime import date, timedelta

import pytest

from data import diary, windows
from data.windows import SPANS, Window

TODAY = date(2026, 11, 23)
BEGIN = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("name", "days"),
    [("2 weeks", 14), ("4 weeks", 28), ("12 weeks", 84), ("26 weeks", 182), ("a year", 365)],
)
def test_a_span_is_so_many_days_with_the_last_one_in_it(name: str, days: int) -> None:
    (span,) = [span for span in SPANS if span.name == name]
    window = windows.ending(span, TODAY, BEGIN)
    assert (window.last, window.length) == (TODAY, days)


def test_all_goes_from_the_first_entry_to_today() -> None:
    assert windows.ending(SPANS[-1], TODAY, BEGIN) == (BEGIN, TODAY)
    assert windows.ending(SPANS[-1], TODAY, TODAY + timedelta(days=3)) == (TODAY, TODAY)


def test_whole_weeks_go_from_monday_to_the_sunday_of_the_day() -> None:
    assert windows.whole_weeks(2, date(2026, 11, 25)) == (date(2026, 11, 16), date(2026, 11, 29))
    assert windows.whole_weeks(1, date(2026, 11, 29)).last == date(2026, 11, 29)


class TestMoved:
    here = Window(date(2026, 10, 1), date(2026, 10, 28))

    def moved(self, days: int, window: Window = here) -> Window:
        return windows.moved(window, timedelta(days=days), begin=BEGIN, last=TODAY)

    def test_it_keeps_its_length(self) -> None:
        assert self.moved(-14) == (date(2026, 9, 17), date(2026, 10, 14))
        assert self.moved(14).length == 28

    def test_it_goes_no_further_than_the_last_day(self) -> None:
        assert self.moved(100).last == TODAY
        assert self.moved(100).length == 28

    def test_before_the_first_entry_it_stays(self) -> None:
        first = Window(BEGIN - timedelta(days=1), BEGIN + timedelta(days=26))
        assert self.moved(-14, first) == first


@pytest.mark.usefixtures("folder")
class TestTheFirstEntry:
    def test_an_empty_diary_has_none(self) -> None:
        assert windows.first_entry() is None

    def test_it_is_the_earliest_of_pain_and_runs(self) -> None:
        diary.log_pain(3, TODAY)
        diary.log_run(5, TODAY - timedelta(days=4))
        assert windows.first_entry() == TODAY - timedelta(days=4)
