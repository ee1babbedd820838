"""Today as it looks; a person has looked at each picture."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens.the_app import SIZES, SMALL, USUAL, WIDE, app_on
from tests.screens.training import write_sample

Compare = Callable[..., bool]


@SIZES
def test_an_empty_diary(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "today"), terminal_size=size)


@SIZES
def test_a_day_half_done(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_sample()
    assert snap_compare(app_on(folder, "today"), terminal_size=size)


@pytest.mark.parametrize("theme", ["light", "high-contrast", "colour-blind"])
def test_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    write_sample()
    assert snap_compare(app_on(folder, "today", theme=theme), terminal_size=WIDE)


@SIZES
def test_pain_above_the_limit(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    write_sample()
    assert snap_compare(app_on(folder, "today"), terminal_size=size, press=["i", "4", "m"])


@pytest.mark.parametrize("press", ["s", "n", "a", "v", "d", "c", "enter"])
@pytest.mark.parametrize("size", [USUAL, SMALL], ids=["80x24", "40x12"])
def test_its_windows(snap_compare: Compare, folder: Path, size: tuple[int, int], press: str) -> None:
    write_sample()
    assert snap_compare(app_on(folder, "today"), terminal_size=size, press=[press])
