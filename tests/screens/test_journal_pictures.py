"""The Journal as it looks; a person has looked at each picture."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from data import diary, pauses, plan
from tests.screens.fortnight import MONDAY, write_fortnight
from tests.screens.the_app import SIZES, USUAL, app_on

Compare = Callable[..., bool]


def write_more() -> None:
    """The fortnight, with notes, skips and a visit."""
    write_fortnight()
    bridge, stretch = plan.find_exercise("glute"), plan.find_exercise("itb")
    for back in (1, 2, 3, 5, 8, 20):
        diary.do(stretch, MONDAY - timedelta(days=back))
    diary.do(bridge, MONDAY - timedelta(days=3), sets=1)
    diary.skip(bridge, MONDAY - timedelta(days=5), "pain")
    diary.add_event("visit", MONDAY - timedelta(days=8), "More of the bridge")
    diary.set_note(MONDAY - timedelta(days=8), "Stairs fine.\n? May I run downhill", for_physio=True)
    diary.set_note(MONDAY - timedelta(days=2), "Stairs hurt a little, on the way down only.")
    pauses.pause(MONDAY - timedelta(days=19), MONDAY - timedelta(days=14), reason="travel")


@SIZES
def test_an_empty_diary(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "journal"), terminal_size=size)


@SIZES
def test_the_days(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_more()
    assert snap_compare(app_on(folder, "journal"), terminal_size=size, press=["j", "j"])


@SIZES
def test_a_day_in_full(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_more()
    assert snap_compare(app_on(folder, "journal"), terminal_size=size, press=["home", "space"])


@SIZES
def test_filters(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_more()
    press = ["slash", *"stairs", "enter", "1"]
    assert snap_compare(app_on(folder, "journal"), terminal_size=size, press=press)


def test_searching(snap_compare: Compare, folder: Path) -> None:
    write_more()
    assert snap_compare(app_on(folder, "journal"), terminal_size=USUAL, press=["slash", *"st"])


@pytest.mark.parametrize("theme", ["light", "high-contrast", "colour-blind"])
def test_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    write_more()
    assert snap_compare(app_on(folder, "journal", theme=theme), terminal_size=USUAL, press=["j", "j"])
