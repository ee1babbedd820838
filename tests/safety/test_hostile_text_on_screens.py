"""Hostile text in every field: each screen and window shows it as text, nothing runs, the frame stays whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data import day, diary, store
from tests.safety.hostile import ALL, MARK, put_into_every_text, steering
from tests.safety.on_screen import opened
from tests.screens.the_app import SMALL, WIDE, app_on
from tests.screens.training import write_sample
from tui.app import ItbandApp

EVERYWHERE = {
    "today": "down down down down down i i X s escape enter escape a escape n escape v escape d escape "
    "left enter escape c escape e escape m",
    "pain": "down enter escape n escape slash escape delete u",
    "trends": "tab 1 2 3 4 5 right left down down enter",
    "guide": "slash a b escape down enter",
    "journal": "down down enter t o slash r e d escape",
    "plan": "down enter escape a escape n escape v escape h escape p escape A escape",
    "report": "down enter escape down down",
    "session": "space enter s escape p",
    "settings": "down down enter escape down down down enter escape",
}


@pytest.fixture
def hostile(folder: Path) -> Path:
    write_sample()
    put_into_every_text(ALL)
    return folder


def drawn(app: ItbandApp) -> Iterator[str]:
    """What stands on the screen, line by line, each as wide as the screen."""
    for strip in app.screen._compositor.render_strips():
        assert strip.cell_length == app.size.width
        yield "".join(segment.text for segment in strip)


async def whole(pilot: Pilot[None]) -> None:
    await pilot.pause()
    assert isinstance(pilot.app, ItbandApp)
    assert pilot.app.is_running
    for line in drawn(pilot.app):
        assert steering(line) == []


@pytest.mark.parametrize("size", [WIDE, pytest.param(SMALL, marks=pytest.mark.slow)], ids=["120x40", "40x12"])
@pytest.mark.parametrize("section", EVERYWHERE)
async def test_a_section_and_its_windows_show_it_as_text(
    hostile: Path, section: str, size: tuple[int, int]
) -> None:
    app = app_on(hostile, section)
    async with app.run_test(size=size, notifications=True) as pilot:
        await whole(pilot)
        for key in EVERYWHERE[section].split():
            await pilot.press(key)
            await whole(pilot)


async def test_the_palette_and_what_is_told_show_it_as_text(hostile: Path) -> None:
    app = app_on(hostile, "today")
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await pilot.press("u", "ctrl+r")  # the step is named by the text
        await whole(pilot)
        await pilot.press("ctrl+p", *"bold")
        await whole(pilot)


async def test_a_note_of_a_megabyte_is_kept_and_shown(folder: Path) -> None:
    write_sample()
    text = "Stairs " * 150_000
    diary.set_note(diary.today(), text)
    app = app_on(folder, "today")
    async with app.run_test(size=WIDE) as pilot:
        for key in ("o", "t"):
            await pilot.press(key)
            await whole(pilot)
    note = day.read(diary.today()).note
    assert note is not None
    assert note.text == text


def test_a_terminal_is_not_steered(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    store.open_diary(folder)
    write_sample()
    put_into_every_text(ALL)
    store.close()
    with opened(folder, columns=120, lines=40) as terminal:
        for key in ("p", "r", "g", "o", "l", "e", "t", "left", "n", "escape", "o"):
            terminal.send(key)
            terminal.settle(0.2)
            assert MARK not in terminal.screen.title
            assert MARK not in terminal.screen.icon_name
        assert terminal.screen.display[0].startswith(" IT Band   Today")
        terminal.send("q")
        assert terminal.wait_end() == 0
