"""Three things of the runner's own that the knee makes hard."""

from datetime import date

import pytest

from data import activities, history
from data.errors import Refused

pytestmark = pytest.mark.usefixtures("folder")

TODAY = date(2026, 11, 23)


def test_they_keep_the_order_in_which_they_were_added() -> None:
    for name in ("stairs down", "run 10 km"):
        activities.add(name)
    assert [one.name for one in activities.activities()] == ["stairs down", "run 10 km"]


def test_there_are_three_at_most() -> None:
    for name in "abc":
        activities.add(name)
    with pytest.raises(Refused, match="archive one"):
        activities.add("d")


def test_an_archived_one_comes_back_by_its_name_with_its_scores() -> None:
    stairs = activities.add("stairs")
    activities.score(stairs, TODAY, 4)
    activities.archive(stairs)
    assert activities.activities() == []
    found = activities.latest(activities.add("stairs"), TODAY)
    assert found is not None
    assert found.score == 4


def test_a_name_stands_once() -> None:
    activities.add("stairs")
    with pytest.raises(Refused, match="already"):
        activities.add(" stairs ")


def test_a_start_of_the_name_in_any_case_finds_it() -> None:
    activities.add("Stairs down")
    activities.add("Stairs up")
    assert activities.find("stairs d").name == "Stairs down"
    with pytest.raises(Refused, match="could be Stairs down, Stairs up"):
        activities.find("stairs")
    with pytest.raises(Refused, match="There is no activity"):
        activities.find("running")


def test_a_score_given_again_replaces_that_of_the_day() -> None:
    stairs = activities.add("stairs")
    activities.score(stairs, TODAY, 4)
    activities.score(stairs, TODAY, 5)
    history.undo()
    found = activities.latest(stairs, TODAY)
    assert found is not None
    assert found.score == 4


def test_the_latest_score_looks_back_only() -> None:
    stairs = activities.add("stairs")
    activities.score(stairs, TODAY, 4)
    assert activities.latest(stairs, date(2026, 11, 22)) is None


@pytest.mark.parametrize(("day", "points"), [(TODAY, 11), (TODAY, -1), (date(2026, 11, 24), 5)])
def test_a_score_beyond_the_scale_or_to_come_is_refused(day: date, points: int) -> None:
    stairs = activities.add("stairs")
    with pytest.raises(Refused):
        activities.score(stairs, day, points)
