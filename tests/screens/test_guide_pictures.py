"""The Guide as it looks; a person has looked at each picture. It is the same on every diary."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens.the_app import SIZES, SMALL, USUAL, app_on

Compare = Callable[..., bool]


@SIZES
def test_the_first_page(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "guide"), terminal_size=size)


@SIZES
def test_the_end_of_an_exercise(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "guide"), terminal_size=size, press=["2", "right", "end"])


@SIZES
def test_the_warning_signs(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "guide"), terminal_size=size, press=["w"])


@SIZES
def test_a_search(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    press = ["slash", *"next morning", "down"]
    assert snap_compare(app_on(folder, "guide"), terminal_size=size, press=press)


@SIZES
def test_a_place_found(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    press = ["slash", *"next morning", "down", "enter"]
    assert snap_compare(app_on(folder, "guide"), terminal_size=size, press=press)


def test_the_contents_in_a_small_pane(snap_compare: Compare, folder: Path) -> None:
    assert snap_compare(app_on(folder, "guide"), terminal_size=SMALL, press=["c", "j", "j"])


@pytest.mark.parametrize("theme", ["light", "high-contrast", "colour-blind"])
def test_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    app = app_on(folder, "guide", theme=theme)
    assert snap_compare(app, terminal_size=USUAL, press=["2", "c"])
