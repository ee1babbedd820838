"""The Pain section as it looks; a person has looked at each picture."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens.fortnight import write_fortnight
from tests.screens.the_app import SIZES, SMALL, USUAL, app_on

Compare = Callable[..., bool]


@SIZES
def test_an_empty_diary(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "pain"), terminal_size=size)


@SIZES
def test_a_full_day(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_fortnight()
    assert snap_compare(app_on(folder, "pain"), terminal_size=size, press=["j", "j", "j", "j"])


@SIZES
def test_the_form(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_fortnight()
    assert snap_compare(app_on(folder, "pain"), terminal_size=size, press=["6", "d", "down", "l"])


@pytest.mark.parametrize("theme", ["light", "high-contrast", "colour-blind"])
def test_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    write_fortnight()
    app = app_on(folder, "pain", theme=theme)
    assert snap_compare(app, terminal_size=USUAL, press=["j", "j", "j", "j"])


def test_a_log_opened_in_a_small_pane(snap_compare: Compare, folder: Path) -> None:
    write_fortnight()
    press = ["j", "j", "j", "j", "j", "enter", "up"]
    assert snap_compare(app_on(folder, "pain"), terminal_size=SMALL, press=press)
