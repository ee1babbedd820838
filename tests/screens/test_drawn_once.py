"""What did not change is not drawn again; what did, in whatever way, is."""

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.checklist import Checklist
from screens.widgets.day_facts import DayFacts
from screens.widgets.week_strip import WeekStrip
from tests.screens.the_app import USUAL, WIDE, app_on
from tests.screens.training import exercise
from tui.app import ItbandApp


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    exercise("Glute bridge")
    exercise("Band walk", sides="each")
    return app_on(folder, "today")


def painted(app: ItbandApp) -> list[Strip]:
    return app.screen._compositor.render_strips()


async def test_a_tick_draws_the_list_and_what_stands_around_it(
    app: ItbandApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: set[type[Widget]] = set()
    draw = Widget.render_lines

    def noted(widget: Widget, crop: Region) -> list[Strip]:
        drawn.add(type(widget))
        return draw(widget, crop)

    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause(0.1)
        monkeypatch.setattr(Widget, "render_lines", noted)
        await pilot.press("space")
        await pilot.pause(0.1)
    assert Checklist in drawn
    assert drawn <= {Checklist, WeekStrip, DayFacts}


async def test_a_theme_put_on_later_looks_as_if_it_had_been_there_from_the_start(
    app: ItbandApp, folder: Path
) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause(0.1)
        app.choose_theme("light")
        await pilot.pause(0.1)
        later = painted(app)
    light = app_on(folder, "today")
    async with light.run_test(size=USUAL) as pilot:
        await pilot.pause(0.1)
        assert light.theme == "light"
        assert painted(light) == later


async def test_another_size_looks_as_if_it_had_been_there_from_the_start(
    app: ItbandApp, folder: Path
) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause(0.1)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause(0.1)
        later = painted(app)
    wide = app_on(folder, "today")
    async with wide.run_test(size=WIDE) as pilot:
        await pilot.pause(0.1)
        assert painted(wide) == later
