"""The guided session as it looks; a person has looked at each picture."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from data import diary
from screens.session import SessionScreen
from tests.screens.the_app import SIZES, SMALL, USUAL, screen
from tests.screens.training import exercise
from tui.app import SECTIONS, ItbandApp
from tui.config import Config

Compare = Callable[..., bool]


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(folder: Path, clock: Clock) -> ItbandApp:
    exercise("Standing IT band stretch", unit="seconds", amount=30, sides="each", guide="itb-stretch")
    exercise("Glute bridge", hold=2, guide="glute-bridge")
    sections = [
        entry._replace(screen=lambda: SessionScreen(clock)) if entry.key == "session" else entry
        for entry in SECTIONS
    ]
    return ItbandApp(diary, Config.load(folder), sections=sections, start="session")


def after(clock: Clock, seconds: int, *keys: str) -> Callable[[Pilot[None]], object]:
    """Lets so many seconds go by, then presses the keys."""

    async def run(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, ItbandApp) and isinstance(pilot.app.section, SessionScreen)
        await pilot.pause()
        for _ in range(seconds):
            clock.now += 1
            pilot.app.section.look()
        await pilot.press(*keys)
        await pilot.pause()

    return run


@SIZES
def test_a_hold(snap_compare: Compare, app: ItbandApp, clock: Clock, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=after(clock, 12))


@SIZES
def test_switching_sides(snap_compare: Compare, app: ItbandApp, clock: Clock, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=after(clock, 36))


@SIZES
def test_above_the_limit(snap_compare: Compare, app: ItbandApp, clock: Clock, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=after(clock, 36, "i", "6"))


@SIZES
def test_the_end(snap_compare: Compare, app: ItbandApp, clock: Clock, size: tuple[int, int]) -> None:
    assert snap_compare(app, terminal_size=size, run_before=after(clock, 36, "x"))


async def test_there_is_a_figure_where_there_is_room(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert any("⠁" <= letter <= "⣿" for letter in screen(app))
        await pilot.resize_terminal(*SMALL)
        app.section.look()  # type: ignore[attr-defined]
        await pilot.pause()
        assert not any("⠁" <= letter <= "⣿" for letter in screen(app))


async def test_a_terminal_without_unicode_gets_none(app: ItbandApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ItbandApp, "unicode", False)
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert not any("⠁" <= letter <= "⣿" for letter in screen(app))
