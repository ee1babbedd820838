from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.small_app import SmallDiary, small_app
from tui.app import ItbandApp


@pytest.fixture
def diary() -> SmallDiary:
    return SmallDiary()


@pytest.fixture
def app(tmp_path: Path, diary: SmallDiary) -> ItbandApp:
    """The app over small sections and a small diary, with a data folder of its own."""
    return small_app(tmp_path, diary)


@pytest.fixture
def configured(tmp_path: Path, diary: SmallDiary) -> Callable[[str], ItbandApp]:
    """Makes the app with this config.toml."""

    def make(config: str) -> ItbandApp:
        (tmp_path / "config.toml").write_text(config, encoding="utf-8")
        return small_app(tmp_path, diary)

    return make
