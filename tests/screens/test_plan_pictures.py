"""Plan as it looks; a person has looked at each picture."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data import doses, pauses, plan
from tests.screens.plans import TODAY, write_plan
from tests.screens.the_app import SIZES, USUAL, WIDE, app_on

Compare = Callable[..., bool]


@SIZES
def test_an_empty_plan(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "plan"), terminal_size=size)


@SIZES
def test_exercises_with_their_history(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_plan()
    assert snap_compare(app_on(folder, "plan"), terminal_size=size)


@SIZES
def test_further_down(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_plan()
    assert snap_compare(app_on(folder, "plan"), terminal_size=size, press=["m", "k", "pagedown"])


@SIZES
def test_a_dose_that_is_refused(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_plan()
    press = ["enter", "4", "tab", "delete", "enter"]
    assert snap_compare(app_on(folder, "plan"), terminal_size=size, press=press)


@SIZES
def test_a_visit(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_plan()
    assert snap_compare(app_on(folder, "plan"), terminal_size=size, press=["v", "enter", "4", "down"])


@SIZES
def test_what_a_visit_changes(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_plan()
    press = ["v", "enter", "4", "down", "delete", "enter"]
    assert snap_compare(app_on(folder, "plan"), terminal_size=size, press=press)


@SIZES
def test_the_guides_programme(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "plan"), terminal_size=size, press=["a", "g"])


def test_many_exercises_and_a_pause(snap_compare: Compare, folder: Path) -> None:
    write_plan()
    doses.add_from_library([one.key for one in doses.not_in_plan()], TODAY)
    pauses.pause(TODAY, reason="ill")
    plan.prescribe(plan.find_exercise("clam"), TODAY.replace(month=12), **DOSE)
    assert snap_compare(app_on(folder, "plan"), terminal_size=WIDE, press=["j"])


@pytest.mark.parametrize("theme", ["light", "high-contrast", "colour-blind"])
def test_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    write_plan()
    assert snap_compare(app_on(folder, "plan", theme=theme), terminal_size=USUAL, press=["enter"])


DOSE = {"sets": 3, "amount": 12, "sides": "each", "schedule": {"type": "daily"}}
