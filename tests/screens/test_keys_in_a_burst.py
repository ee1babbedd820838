"""Over a slow line the letters of a word and its enter come all at once: none overtakes another."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from data import diary
from data.models import Event, PainLimit, Run

from .the_app import USUAL, app_on, running

pytestmark = pytest.mark.usefixtures("frozen")


async def at_once(pilot: Pilot[None], text: str) -> None:
    """Every key of the text, and enter, before the app has looked at the first."""
    for character in text:
        pilot.app.post_message(Key(character, character))
    pilot.app.post_message(Key("enter", None))
    await pilot.pause()
    await pilot.pause()


def runs() -> list[float]:
    return [run.km for run in Run.select()]


def events() -> list[str]:
    return [event.text for event in Event.select()]


def limits() -> list[int]:
    return [limit.level for limit in PainLimit.select()]


@pytest.mark.parametrize(
    ("section", "keys", "text", "found", "written"),
    [
        ("today", ["a"], "7.7", runs, [7.7]),
        ("today", ["v", "o"], "insoles", events, ["insoles"]),
        ("plan", ["i"], "5", limits, [5]),
    ],
    ids=["run", "event", "limit"],
)
async def test_a_form_saves_the_whole_word(
    folder: Path, section: str, keys: list[str], text: str, found: Callable[[], object], written: object
) -> None:
    async with running(app_on(folder, section), USUAL) as pilot:
        await pilot.press(*keys)
        await at_once(pilot, text)
    assert found() == written


async def test_a_second_enter_saves_nothing_twice(folder: Path) -> None:
    async with running(app_on(folder, "today"), USUAL) as pilot:
        await pilot.press("a")
        for key in ("5", "enter", "enter"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await pilot.pause()
    assert runs() == [5]


async def test_the_day_that_was_typed_is_gone_to(folder: Path) -> None:
    app = app_on(folder, "today")
    async with running(app, USUAL) as pilot:
        await pilot.press("d", "ctrl+u")
        await at_once(pilot, "2026-11-20")
        assert app.section.day.isoformat() == "2026-11-20"  # type: ignore[attr-defined]


async def test_a_report_goes_into_the_file_that_was_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    diary.log_pain(2, diary.today())
    async with running(app_on(folder, "report"), USUAL) as pilot:
        await pilot.press("f", "ctrl+u")
        assert isinstance(pilot.app.focused, Input)
        await at_once(pilot, "~/named.txt")
        await pilot.app.workers.wait_for_complete()
    assert [path.name for path in tmp_path.glob("*.txt")] == ["named.txt"]
