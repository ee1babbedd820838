"""The Report section in tests: a home folder of its own, and patience with its threads."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from screens.report import ReportScreen
from screens.widgets.file_contents import FileContents
from tests.screens.the_app import screen
from tui.app import ItbandApp

OF_THE_DESKTOP = ("XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR", "DISPLAY", "WAYLAND_DISPLAY")


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where files go: in a home folder of the test's own, without a desktop."""
    for name in OF_THE_DESKTOP:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "home" / "Documents"
    folder.mkdir(parents=True)
    return folder


async def settled(pilot: Pilot[Any]) -> None:
    """Waits until no thread reads or writes, and what they posted is shown."""
    for _ in range(2000):
        await pilot.pause(0.01)
        sections = [one for one in pilot.app.screen_stack if isinstance(one, ReportScreen)]
        if not any(one.is_writing or one.query_one(FileContents).is_reading for one in sections):
            break
    await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


def words(app: ItbandApp) -> str:
    """What stands on the screen, with single blanks."""
    return " ".join(screen(app).split())
