"""Settings as they look; a person has looked at each picture."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data import places, settings
from data.places import Place
from tests.screens.the_app import SIZES, USUAL, app_on

Compare = Callable[..., bool]
HOME = Path("/home/ada/.local/share/itband")


@pytest.fixture(autouse=True)
def in_a_known_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        places,
        "of_open_diary",
        lambda: [
            Place("Folder", HOME, True),
            Place("Diary", HOME / "diary.db", True),
            Place("Copies (1)", HOME / "backups", True),
            Place("Theme and keys", HOME / "config.toml", False),
        ],
    )


@SIZES
def test_a_new_diary(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    assert snap_compare(app_on(folder, "settings"), terminal_size=size)


@SIZES
def test_a_value_that_cannot_stand(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    press = ["j", "j", "j", "enter", *"last summer", "enter"]
    assert snap_compare(app_on(folder, "settings"), terminal_size=size, press=press)


@SIZES
def test_the_end(snap_compare: Compare, folder: Path, size: tuple[int, int]) -> None:
    settings.put("name", "Ada")
    press = [*["j"] * len(settings.KINDS), "pagedown", "pagedown", "pagedown"]
    assert snap_compare(app_on(folder, "settings"), terminal_size=size, press=press)


@pytest.mark.parametrize("theme", ["light", "high-contrast", "colour-blind"])
def test_in_other_themes(snap_compare: Compare, folder: Path, theme: str) -> None:
    press = ["enter", *"29", "enter"]
    assert snap_compare(app_on(folder, "settings", theme=theme), terminal_size=USUAL, press=press)
