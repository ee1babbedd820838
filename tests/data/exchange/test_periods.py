"""The days that a file can be asked for, with the words for them."""

from datetime import date

import pytest

from data import activities, diary
from data.errors import Refused
from data.exchange import periods, report
from data.exchange.export import BY_ENDING, Format
from data.exchange.periods import ALL, NAMES, OWN, SINCE_VISIT

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)
PDF, CSV, JSON = BY_ENDING[".pdf"], BY_ENDING[".csv"], BY_ENDING[".json"]


def test_a_report_begins_at_the_last_visit_and_the_other_formats_take_all() -> None:
    assert periods.usual(PDF) == SINCE_VISIT
    assert periods.usual(CSV) == periods.usual(JSON) == ALL


@pytest.mark.parametrize(
    ("visit", "words"),
    [
        (None, "27 Oct to 23 Nov 2026, 28 days: no visit is noted yet"),
        (date(2026, 10, 13), "13 Oct to 23 Nov 2026, 42 days: since the visit on 13 Oct"),
        (
            date(2026, 11, 16),
            "27 Oct to 23 Nov 2026, 28 days at least: the visit was on 16 Nov",
        ),
    ],
)
def test_since_the_last_visit_with_its_date(visit: date | None, words: str) -> None:
    if visit:
        diary.add_event("visit", visit)
    found = periods.asked(SINCE_VISIT, PDF, TODAY)
    assert found.words == words
    assert (found.first, found.last) == (report.since_last_visit(TODAY).first, TODAY)


@pytest.mark.parametrize(("name", "first"), [("4", date(2026, 10, 27)), ("12", date(2026, 9, 1))])
def test_weeks_end_today(name: str, first: date) -> None:
    found = periods.asked(name, PDF, TODAY)
    assert (found.first, found.last) == (first, TODAY)
    assert (TODAY - first).days + 1 == 7 * int(name)


def test_all_of_a_report_begins_with_a_score_of_an_activity_where_that_came_first() -> None:
    activities.score(activities.add("Stairs down"), date(2026, 11, 2), 7)
    diary.log_pain(3, date(2026, 11, 9))
    assert periods.asked(ALL, PDF, TODAY).first == date(2026, 11, 2)


def test_all_of_a_report_begins_with_the_first_day_that_has_anything() -> None:
    diary.log_pain(3, date(2026, 10, 1))
    diary.set_note(date(2026, 9, 20), "May I run yet?", for_physio=True)
    found = periods.asked(ALL, PDF, TODAY)
    assert (found.first, found.last) == (date(2026, 9, 20), TODAY)


def test_all_of_an_empty_diary_is_today() -> None:
    assert periods.asked(ALL, PDF, TODAY).words == "23 Nov 2026, 1 day"


@pytest.mark.parametrize("chosen", [CSV, JSON])
def test_all_of_the_entries_has_no_end(chosen: Format) -> None:
    found = periods.asked(ALL, chosen, TODAY)
    assert (found.first, found.last) == (None, None)


def test_own_days_are_typed_as_for_the_command() -> None:
    found = periods.asked(OWN, PDF, TODAY, ("2026-11-01", "-3"))
    assert (found.first, found.last) == (date(2026, 11, 1), date(2026, 11, 20))
    assert found.words == "1 to 20 Nov 2026, 20 days"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("", "today"), "'' is no day"),
        (("2026-11-02", "soon"), "'soon' is no day"),
        (("2026-11-02", "2026-11-24"), "has not come yet"),
        (("2026-11-02", "2026-11-01"), "The first day, 2026-11-02, comes after the last, 2026-11-01"),
    ],
)
def test_own_days_that_can_not_be_are_refused(typed: tuple[str, str], said: str) -> None:
    with pytest.raises(Refused, match=said):
        periods.asked(OWN, PDF, TODAY, typed)


def test_every_period_has_a_name() -> None:
    for name in NAMES:
        assert periods.asked(name, PDF, TODAY, ("yesterday", "today")).words
