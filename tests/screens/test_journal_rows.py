"""The rows of the journal: months, days, and the gaps between them."""

from datetime import date

import pytest

from screens.journal_rows import Row, Rows

TODAY = date(2026, 11, 23)


def november(day: int) -> date:
    return date(2026, 11, day)


def rows(*days: date, gaps: bool = True) -> Rows:
    return Rows(days, TODAY, gaps=gaps)


def test_nothing_makes_no_rows() -> None:
    assert rows().list == []


def test_the_days_between_two_entries_are_one_row() -> None:
    assert rows(TODAY, november(20), november(18)).list == [
        Row("month", TODAY, TODAY),
        Row("day", TODAY, TODAY),
        Row("gap", november(21), november(22)),
        Row("day", november(20), november(20)),
        Row("gap", november(19), november(19)),
        Row("day", november(18), november(18)),
    ]


def test_today_is_a_gap_of_its_own() -> None:
    assert rows(november(20)).list[1:] == [
        Row("gap", TODAY, TODAY),
        Row("gap", november(21), november(22)),
        Row("day", november(20), november(20)),
    ]


def test_filtered_days_have_no_gaps() -> None:
    assert [row.kind for row in rows(november(20), november(1), gaps=False).list] == ["month", "day", "day"]


def test_each_month_has_its_heading() -> None:
    found = rows(TODAY, date(2026, 10, 31), date(2025, 10, 1), gaps=False).list
    assert [row.kind for row in found] == ["month", "day", "month", "day", "month", "day"]


def test_a_day_ahead_of_today_stays_in_order() -> None:
    ahead = november(25)
    assert [row.last for row in rows(ahead, november(20)).list] == [ahead, ahead, november(24), november(20)]


@pytest.mark.parametrize(
    ("day", "row"),
    [
        (TODAY, 1),
        (november(22), 2),
        (november(21), 2),
        (november(20), 3),
        (date(2030, 1, 1), 1),
        (november(18), 5),
        (date(1999, 1, 1), 5),
    ],
)
def test_a_day_is_found_in_its_row_or_the_nearest(day: date, row: int) -> None:
    assert rows(TODAY, november(20), november(18)).at(day) == row


def test_there_is_nowhere_to_go_without_rows() -> None:
    assert rows().at(TODAY) is None


def test_headings_are_passed_over() -> None:
    found = rows(november(1), date(2026, 10, 31), gaps=False)
    assert found.at(date(2026, 11, 30)) == 1
    assert found.from_here(1, 1) == 3
    assert found.from_here(3, -1) == 1
    assert found.from_here(3, 5) == 3
    assert found.from_here(1, -5) == 1
