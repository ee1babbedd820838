"""The Report section as it looks; a person has looked at each picture."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests import loading
from tests.data.exchange import report_diaries
from tests.screens.reports import documents, press, settled
from tests.screens.the_app import SIZES, SMALL, TINY, USUAL, app_on

__all__ = ["documents"]
pytestmark = pytest.mark.usefixtures("documents")

Compare = Callable[..., bool]
Before = Callable[[Pilot[Any]], Any]


def after(*keys: str) -> Before:
    async def pressed(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        for field in pilot.app.screen.query(Input):
            field.cursor_blink = False
        await press(pilot, *keys)
        await pilot.app.workers.wait_for_complete()

    return pressed


def full(folder: Path, theme: str | None = None) -> Any:
    loading.load(report_diaries.small())
    return app_on(folder, "report", theme=theme)


@SIZES
def test_an_empty_diary(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "report"), terminal_size=size, run_before=after())


@SIZES
def test_since_the_last_visit(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(full(folder), terminal_size=size, run_before=after())


@SIZES
def test_the_file_to_keep_with_own_days(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    keys = after("j", "left", "d", *"2026-11-01")
    assert snap_compare(full(folder), terminal_size=size, run_before=keys)


@SIZES
def test_written(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(full(folder), terminal_size=size, run_before=after("enter"))


@SIZES
def test_the_text(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(full(folder), terminal_size=size, run_before=after("v"))


@pytest.mark.parametrize("theme", ["light", "high-contrast", "colour-blind"])
def test_what_is_refused_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    keys = after("d", *"2026-11-30", "escape", "f", *"/no/x", "enter")
    assert snap_compare(full(folder, theme), terminal_size=USUAL, run_before=keys)


def test_no_folder_in_a_small_pane(snap_compare: Compare, folder: Path) -> None:
    keys = after("f", *"/no/x", "enter")
    assert snap_compare(full(folder), terminal_size=SMALL, run_before=keys)


def test_in_a_plain_terminal(snap_compare: Compare, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert snap_compare(full(folder), terminal_size=USUAL, run_before=after("enter"))


def test_in_the_smallest_pane(snap_compare: Compare, folder: Path) -> None:
    assert snap_compare(full(folder), terminal_size=TINY, run_before=after("j"))
