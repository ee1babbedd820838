"""A visit: all doses in one table from one day on, shown as a list of what changes, saved as one undo."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from data import diary, plan
from data.models import Event
from tests.screens.plans import TODAY, named, names, spans, write_plan
from tests.screens.test_plan_forms import figures_before, fill, said
from tests.screens.the_app import SMALL, TINY, USUAL, WIDE, app_on, running, screen, told
from tui.app import ItbandApp

BRIDGE = [("2026-09-07", "2026-10-11", 2, 10), ("2026-10-12", None, 3, 12)]
WALK = [("2026-09-07", None, 2, 10)]


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    write_plan()
    return app_on(folder, "plan")


async def open_table(pilot: Pilot[None], day: str = "") -> None:
    await pilot.press("v")
    if day:
        await fill(pilot, "day", day)
    await pilot.press("enter")
    await pilot.pause()


def question(app: ItbandApp) -> str:
    """What is asked before the table is saved."""
    return " ".join(str(app.screen.query_one(".dialog-body Static", Static).content).split())


def visits() -> list[str]:
    return [str(one.day) for one in Event.select().where(Event.kind == "visit")]


def sources(start: str) -> list[str]:
    return [one.source for one in plan.prescriptions(named(start))]


async def test_several_doses_from_one_day_and_one_undo(app: ItbandApp) -> None:
    before = figures_before(TODAY)
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        await pilot.press("4", "down", "3", "enter")
        assert "• Glute bridge: 3×12 held 2 s, 3 a week → 4×12 held 2 s, 3 a week" in question(app)
        assert "• Lateral band walk: 2×10 each side light band, 3 a week → 3×10 each side" in question(app)
        assert "What was asked before 23 Nov stays as it was." in question(app)
        assert spans("glute-bridge") == BRIDGE
        await pilot.press("y")
        assert app.screen is app.section
        assert spans("glute-bridge")[-1] == ("2026-11-23", None, 4, 12)
        assert spans("lateral")[-1] == ("2026-11-23", None, 3, 10)
        assert spans("itb-stretch") == [("2026-09-07", None, 2, 30)]
        assert sources("lateral") == ["guide", "physio"]
        assert visits() == ["2026-11-23"]
        assert told(app) == ["The plan from Mon 23 Nov 2026 is made. One undo takes all of it back."]
        assert figures_before(TODAY) == before
        await pilot.press("u")
    assert (spans("glute-bridge"), spans("lateral"), visits()) == (BRIDGE, WALK, [])


async def test_the_table_shows_what_is_asked_for_on_that_day(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot, "2026-10-01")
        assert "The plan from Thu 1 Oct 2026 on" in screen(app)
        assert app.screen.query_one("#sets--glute-bridge", Input).value == "2"
        assert app.screen.query_one("#sets--side-plank", Input).value == "2", "it was archived later"


async def test_a_visit_of_last_week_leaves_what_was_before_it(app: ItbandApp) -> None:
    visit = date(2026, 11, 16)
    before = figures_before(visit)
    async with running(app, USUAL) as pilot:
        await open_table(pilot, "-7")
        await pilot.press("9", "enter")
        assert "What was asked before 16 Nov stays as it was. The days since then are counted" in question(
            app
        )
        await pilot.press("enter")
    assert spans("glute-bridge")[-1] == ("2026-11-16", None, 9, 12)
    assert visits() == ["2026-11-16"]
    assert figures_before(visit) == before


async def test_empty_sets_take_an_exercise_out(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        await pilot.press("delete", "enter")
        assert "• Glute bridge: 3×12 held 2 s, 3 a week → out of the plan" in question(app)
        await pilot.press("y")
    assert names() == ["Lateral band walk", "Standing IT band stretch"]


async def test_a_new_exercise_is_added_to_the_table(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        await pilot.press("ctrl+n", *"Hops", "tab", "tab", "tab", "3", "tab", "9")
        await fill(pilot, "schedule", "daily")
        await pilot.press("enter")
        await pilot.pause()
        assert "Hops, reps" in screen(app)
        assert names()[-1] != "Hops", "nothing is saved before the table is"
        await pilot.press("5", "enter")
        assert "• Hops: new, 5×9, daily" in question(app)
        await pilot.press("y", "u")
    assert "Hops" not in [one.name for one in plan.exercises(archived=True)]


@pytest.mark.slow
async def test_one_that_stands_there_already_is_refused_in_its_form(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        for _ in range(2):
            await pilot.press("ctrl+n", *"Hops", "tab", "tab", "tab", "3", "tab", "9")
            await fill(pilot, "schedule", "daily")
            await pilot.press("enter")
            await pilot.pause()
        assert "▲ Hops stands in the table already." in said(app)


async def test_nothing_changed_is_said_and_nothing_saved(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        await pilot.press("enter")
        assert "▲ Nothing changes yet: alter a dose, or close this." in said(app)
        await pilot.press("escape")
    assert (spans("glute-bridge"), visits()) == (BRIDGE, [])


async def test_no_goes_back_to_the_table_as_it_was_typed(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        await pilot.press("8", "enter", "n")
        assert app.screen.query_one("#sets--glute-bridge", Input).value == "8"
        assert spans("glute-bridge") == BRIDGE


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL], ids=["120x40", "80x24", "40x12"])
async def test_a_refusal_stands_below_its_row(app: ItbandApp, size: tuple[int, int]) -> None:
    async with running(app, size) as pilot:
        await open_table(pilot)
        await fill(pilot, "sides--lateral-band-walk", "up")
        await pilot.press("enter")
        await pilot.pause()
        assert "▲ Sides are both, each, left or right" in said(app)
        assert app.focused is not None and app.focused.id == "sides--lateral-band-walk"
        await fill(pilot, "sides--lateral-band-walk", "l")
        assert "▲" not in said(app)
        await pilot.press("enter", "y")
    assert plan.prescriptions(named("lateral"))[-1].sides == "left"


async def test_a_visit_written_down_already_is_not_written_again(app: ItbandApp) -> None:
    diary.add_event("visit", TODAY)
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        assert "write the visit down" not in screen(app)
        await pilot.press("8", "enter", "y")
    assert visits() == ["2026-11-23"]


async def test_it_need_not_be_written_down(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        await pilot.press("8")
        app.screen.query_one("#note-it").focus()
        await pilot.pause()
        await pilot.press("space", "enter", "y")
    assert (spans("glute-bridge")[-1][2], visits()) == (8, [])


async def test_a_day_to_come_has_no_visit_yet(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot, "2026-12-01")
        assert "write the visit down" not in screen(app)
        await pilot.press("8", "enter", "y")
    assert spans("glute-bridge")[-1] == ("2026-12-01", None, 8, 12)


async def test_after_a_discharge_the_table_brings_exercises_back(app: ItbandApp) -> None:
    diary.add_event("discharge", date(2026, 11, 20))
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        bridge = {each.id: each.value for each in app.screen.query(Input) if "glute" in (each.id or "")}
        assert bridge["sets--glute-bridge"] == "" and bridge["amount--glute-bridge"] == "12"
        await pilot.press("2", "enter")
        assert "• Glute bridge: back in the plan, 2×12 held 2 s, 3 a week" in question(app)
        await pilot.press("y")
    assert spans("glute-bridge")[1:] == [("2026-10-12", "2026-11-20", 3, 12), ("2026-11-23", None, 2, 12)]


async def test_arrows_walk_through_the_table_and_out_of_it(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await open_table(pilot)
        seen = []
        for key in ("tab", "down", "down", "down", "down"):
            await pilot.press(key)
            seen.append(app.focused.id if app.focused else None)
        assert seen == [
            "amount--glute-bridge",
            "amount--lateral-band-walk",
            "amount--itb-stretch",
            "source",
            "note-it",
        ]


async def test_a_tiny_window_holds(app: ItbandApp) -> None:
    async with running(app, TINY) as pilot:
        await open_table(pilot)
        await pilot.press("8", "enter", "y")
    assert spans("glute-bridge")[-1][2] == 8
