"""The real app over the open diary of a test, and what stands on its screen."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from data import diary
from screens.section import Section
from tui.app import ItbandApp
from tui.config import Config

WIDE, USUAL, SMALL, TINY = (120, 40), (80, 24), (40, 12), (20, 5)
SIZES = pytest.mark.parametrize("size", [USUAL, SMALL, WIDE], ids=["80x24", "40x12", "120x40"])


def app_on(folder: Path, section: str, *, theme: str | None = None) -> ItbandApp:
    """The app that opens on a section, over the diary that is open."""
    app = ItbandApp(diary, Config.load(folder), start=section)
    if theme:
        app.theme = theme
    return app


@asynccontextmanager
async def running(app: ItbandApp, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """The app, once it has been drawn for its size."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


def lines(app: ItbandApp) -> Iterator[str]:
    """What stands on the screen, line by line."""
    for strip in app.screen._compositor.render_strips():
        yield "".join(segment.text for segment in strip).rstrip()


def screen(app: ItbandApp) -> str:
    return "\n".join(lines(app))


def section_of(pilot: Pilot[None]) -> Section:
    assert isinstance(pilot.app, ItbandApp)
    return pilot.app.section


async def paste(pilot: Pilot[None], text: str) -> None:
    """What a terminal does with text from the clipboard; quicker than to type each character of a path."""
    field = pilot.app.screen.focused
    assert field is not None
    field.post_message(Paste(text))
    await pilot.pause()


def told(app: ItbandApp) -> list[str]:
    """The sentences that the app told."""
    return [notification.message for notification in app._notifications]
