"""The days that a report is about."""

from datetime import date

import pytest

from data.errors import Refused
from data.exchange import report
from tests import loading
from tests.diaries import diary, event

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)


def visits(*days: str) -> None:
    loading.load(diary(events=[event("visit", day) for day in days]))


def test_without_a_visit_it_is_the_last_28_days_today_included() -> None:
    period = report.since_last_visit(TODAY)
    assert (period.first, period.last, period.length) == (date(2026, 10, 27), TODAY, 28)
    assert period.visit is None


def test_it_begins_with_the_last_visit() -> None:
    visits("2026-09-01", "2026-10-12")
    period = report.since_last_visit(TODAY)
    assert (period.first, period.visit) == (date(2026, 10, 12), date(2026, 10, 12))


def test_a_visit_of_last_week_leaves_28_days_and_is_named() -> None:
    visits("2026-11-16")
    period = report.since_last_visit(TODAY)
    assert (period.first, period.visit) == (date(2026, 10, 27), date(2026, 11, 16))


def test_a_visit_on_the_last_day_is_the_one_the_report_is_for() -> None:
    visits("2026-10-12", "2026-11-23")
    assert report.since_last_visit(TODAY).first == date(2026, 10, 12)


def test_a_chosen_period_is_taken_as_it_is() -> None:
    period = report.chosen(date(2026, 11, 1), date(2026, 11, 7), TODAY)
    assert (period.first, period.last, period.length) == (date(2026, 11, 1), date(2026, 11, 7), 7)


def test_days_to_come_are_left_out() -> None:
    assert report.chosen(None, date(2026, 12, 24), TODAY).last == TODAY


def test_a_period_back_to_front_is_refused() -> None:
    with pytest.raises(Refused, match="can't begin on Mon 9 Nov 2026"):
        report.chosen(date(2026, 11, 9), date(2026, 11, 8), TODAY)
