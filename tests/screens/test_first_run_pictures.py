"""First run as it looks; a person has looked at each picture."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.the_app import SIZES, USUAL, app_on

Compare = Callable[..., bool]
STEPS = {
    "welcome": [],
    "signs": ["enter"],
    "side": ["enter", "enter"],
    "since": ["enter", "enter", "2", *"summer", "enter"],
    "who": ["enter", "enter", "2", *"2026-08-01", "enter"],
    "exercises": ["enter", "enter", "2", *"2026-08-01", "enter", *"Dr. B", "enter", "down", "space"],
    "import": ["2", *"/no/diary.json", "enter"],
}


def pressing(keys: list[str]) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Presses the keys, and waits until a file that was asked for has been read."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause(0.2)

    return press


@pytest.mark.parametrize("step", STEPS)
@SIZES
def test_each_step(snap_compare: Compare, folder: Path, size: tuple[int, int], step: str) -> None:
    app = app_on(folder, "first-run")
    assert snap_compare(app, terminal_size=size, run_before=pressing(STEPS[step]))


@pytest.mark.parametrize("theme", ["light", "high-contrast", "colour-blind"])
def test_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    app = app_on(folder, "first-run", theme=theme)
    assert snap_compare(app, terminal_size=USUAL, run_before=pressing(STEPS["exercises"]))
