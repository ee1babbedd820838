"""Plan: what stands there, the cursor, and the keys that act on one exercise."""

from datetime import timedelta
from pathlib import Path

import pytest

from data import diary, doses, pauses, plan
from data.readiness import NOT_ALL_KNOWN
from screens.plan import PlanScreen
from tests.screens.plans import CHANGED, TODAY, named, names, spans, write_plan
from tests.screens.the_app import (
    SIZES,
    SMALL,
    TINY,
    USUAL,
    WIDE,
    app_on,
    lines,
    running,
    screen,
    section_of,
    told,
)
from tui.app import ItbandApp

TALL = (80, 40)
DAILY = {"type": "daily"}


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    write_plan()
    return app_on(folder, "plan")


@pytest.fixture
def empty(folder: Path) -> ItbandApp:
    return app_on(folder, "plan")


def here(app: ItbandApp) -> str:
    """The name of the exercise where the keys act."""
    section = app.section
    assert isinstance(section, PlanScreen) and section.chosen
    return str(section.chosen.exercise.name)


def line_with(app: ItbandApp, words: str) -> str:
    return next(line for line in lines(app) if words in line)


class TestWhatStandsThere:
    async def test_each_exercise_with_dose_schedule_source_and_since_when(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            row = line_with(app, "▸ Glute bridge")
            assert " ".join(row.split()) == "▸ Glute bridge 3×12 held 2 s 3 a week physio since 12 Oct"

    async def test_the_history_runs_from_the_oldest_dose_to_the_newest(self, app: ItbandApp) -> None:
        async with running(app, WIDE):
            shown = screen(app)
            assert 0 < shown.index("7 Sep to 11 Oct") < shown.index("since 12 Oct        3×12")
            assert "Both heels down." in shown

    async def test_three_checks_have_a_sign_and_a_word(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            assert "✓ yes: All that was asked was done." in screen(app)
            assert "? not known: The next morning" in screen(app)
            await pilot.press("j", "j")
            assert here(app) == "Standing IT band stretch"
            assert "✗ no: All that was asked was done." in screen(app)

    async def test_when_none_fails_it_says_so_and_names_the_key(self, app: ItbandApp) -> None:
        async with running(app, TALL) as pilot:
            assert NOT_ALL_KNOWN in " ".join(screen(app).split())
            assert "enter give a dose" in screen(app)
            await pilot.press("j")
            assert NOT_ALL_KNOWN not in screen(app)
            assert "Its checks take 3 answered days under this dose; so far: 0." in screen(app)

    async def test_a_dose_to_come_and_a_pause_are_said_beside_the_row(self, app: ItbandApp) -> None:
        bridge = named("glute-bridge")
        plan.prescribe(bridge, TODAY + timedelta(days=8), sets=4, amount=12, schedule=DAILY)
        pauses.pause(TODAY, reason="ill", exercise=bridge)
        async with running(app, WIDE):
            assert "paused, another dose from 1 Dec" in screen(app)
            assert "– Glute bridge paused since 23 Nov (ill)" in screen(app)

    async def test_limit_pauses_and_activities_stand_below(self, app: ItbandApp) -> None:
        async with running(app, TALL):
            assert "Pain limit  3 since 12 Oct, agreed with your physiotherapist" in screen(app)
            assert "everything paused from 20 Dec to 3 Jan 2027 (travelling)" in screen(app)
            assert "Activities  Run 10 km, Stairs down" in screen(app)

    async def test_more_than_five_exercises_are_called_a_lot(self, app: ItbandApp) -> None:
        doses.add_from_library([one.key for one in doses.not_in_plan()][:2], TODAY)
        async with running(app, TALL) as pilot:
            assert "a lot to keep up" not in screen(app)
            await pilot.press("a", "g", "space", "enter")
            await pilot.pause()
            assert "6 exercises are a lot to keep up" in screen(app)

    async def test_after_a_discharge_it_says_until_when_it_was_asked_for(self, app: ItbandApp) -> None:
        diary.add_event("discharge", TODAY - timedelta(days=3))
        async with running(app, USUAL):
            assert "asked for until 20 Nov" in line_with(app, "▸ Glute bridge")

    async def test_names_and_notes_are_literal(self, folder: Path) -> None:
        odd = plan.add_exercise("odd", "[b]A[/b] \x1b[2J", "strength", "reps")
        plan.prescribe(odd, TODAY, sets=1, amount=1, load="[/x]", note="[red]x\x1b]0;", schedule=DAILY)
        app = app_on(folder, "plan")
        async with running(app, WIDE) as pilot:
            for key in ("enter", "escape", "c", "escape", "n", "escape", "x", "escape", "v", "enter"):
                await pilot.press(key)
                assert "\x1b" not in screen(app)
            assert "[b]A[/b] \\x1b[2J" in screen(app)

    @SIZES
    async def test_an_empty_plan_says_what_will_be_there_and_which_key_begins(
        self, empty: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with running(empty, size) as pilot:
            said = " ".join(screen(empty).split())
            assert "Your exercises will stand here" in said
            assert "a begins: a light programme from the guide" in said
            for key in ("enter", "d", "c", "x", "n", "h", "m", "J", "K", "j", "k"):
                await pilot.press(key)
                assert section_of(pilot) is empty.screen

    @pytest.mark.slow
    @pytest.mark.parametrize("size", [SMALL, (60, 10), TINY, (10, 3)])
    async def test_any_size_holds(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with running(app, WIDE) as pilot:
            for keys in ("", "enter", "v enter", "a g", "a p", "z a", "i", "y", "f", "s", "x", "c", "c 2"):
                await pilot.resize_terminal(*size)
                await pilot.press(*keys.split())
                await pilot.resize_terminal(*USUAL)
                while app.screen is not app.section:
                    await pilot.press("escape")
            assert here(app) == "Glute bridge"

    async def test_at_most_five_keys_stand_in_the_footer_and_all_in_the_help(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            footer = list(lines(app))[-1]
            assert " ".join(footer.split()) == "a add enter dose v visit z pause x archive ? more"
            await pilot.press("question_mark")
            await pilot.pause()
            for words in (
                "Add an exercise",
                "Dose of this exercise from a day on",
                "Correct a dose, and so the past",
                "Move this exercise up",
                "The pain limit from a day on",
                "A new start, with its side",
            ):
                assert words in screen(app)


class TestTheCursor:
    @pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
    async def test_it_moves_and_stops_at_the_ends(self, app: ItbandApp, down: str, up: str) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(down)
            assert here(app) == "Lateral band walk"
            await pilot.press(*[down] * 9)
            assert here(app) == "Standing IT band stretch"
            await pilot.press(*[up] * 9)
            assert here(app) == "Glute bridge"

    async def test_in_a_small_pane_the_row_stays_in_view(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("j", "j")
            assert "▸ Standing IT band" in screen(app)
            await pilot.press("k", "k")
            assert "▸ Glute bridge" in screen(app)

    async def test_pages_scroll_to_the_detail(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            assert "Doses" not in screen(app)
            await pilot.press("pagedown")
            assert "Doses" in screen(app)
            await pilot.press("pageup")
            assert "Doses" not in screen(app)

    async def test_a_long_history_beside_the_list_scrolls_too(self, app: ItbandApp) -> None:
        for back in range(30, 0, -1):
            day = TODAY - timedelta(days=back)
            plan.prescribe(named("glute-bridge"), day, sets=1 + back % 5, amount=9, schedule=DAILY)
        async with running(app, WIDE) as pilot:
            assert "Ready for more?" not in screen(app)
            await pilot.press("pagedown", "pagedown")
            assert "Ready for more?" in screen(app)
            await pilot.press("j", "k")
            assert "7 Sep to 11 Oct" in screen(app)

    async def test_a_click_goes_there_and_a_second_one_opens_its_dose(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            assert await pilot.click("PlanList", offset=(5, 3))
            assert here(app) == "Lateral band walk"
            assert app.screen is app.section
            await pilot.click("PlanList", offset=(5, 3))
            assert "Lateral band walk: a dose from a day on" in screen(app)

    async def test_being_sent_to_an_archived_exercise_shows_it(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            app.open_section("plan", exercise=named("side-plank").uid)
            await pilot.pause()
            assert here(app) == "Side plank"
            assert "▸ Side plank" in screen(app)

    async def test_the_palette_has_every_exercise(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            titles = [entry.title for entry in app.section.palette_entries()]
            assert titles == [
                "Plan: Glute bridge",
                "Plan: Lateral band walk",
                "Plan: Standing IT band stretch",
                "Plan: Side plank",
            ]

    async def test_what_another_process_wrote_is_shown_where_the_cursor_is(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("j")
            plan.rename(named("glute-bridge"), "Hip bridge")
            app.show_diary_in(app.section)
            await pilot.pause()
            assert "Hip bridge" in screen(app)
            assert here(app) == "Lateral band walk"


class TestOrder:
    @pytest.mark.parametrize("key", ["J", "shift+down"])
    async def test_down_and_undone(self, app: ItbandApp, key: str) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(key)
            assert names() == ["Lateral band walk", "Glute bridge", "Standing IT band stretch"]
            assert here(app) == "Glute bridge"
            await pilot.press("u")
            assert names()[0] == "Glute bridge"

    @pytest.mark.parametrize("key", ["K", "shift+up"])
    async def test_up_and_no_further_than_the_top(self, app: ItbandApp, key: str) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("j", "j", key, key, key)
            assert names() == ["Standing IT band stretch", "Glute bridge", "Lateral band walk"]
            assert here(app) == "Standing IT band stretch"


class TestArchive:
    @pytest.mark.parametrize("key", ["x", "delete"])
    async def test_it_asks_and_one_undo_brings_it_back(self, app: ItbandApp, key: str) -> None:
        before = spans("glute-bridge")
        async with running(app, USUAL) as pilot:
            await pilot.press(key)
            said = " ".join(screen(app).replace("│", " ").split())
            assert "Archive Glute bridge?" in said
            assert "Its entries and figures stay" in said
            await pilot.press("n")
            assert spans("glute-bridge") == before
            await pilot.press(key, "y")
            assert names() == ["Lateral band walk", "Standing IT band stretch"]
            assert here(app) == "Lateral band walk"
            assert told(app) == ["Glute bridge is out of the plan. Undo brings it back."]
            await pilot.press("u")
            assert (names()[0], spans("glute-bridge")) == ("Glute bridge", before)

    async def test_one_that_was_done_today_is_asked_for_until_today(self, app: ItbandApp) -> None:
        diary.do(named("glute-bridge"), TODAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("x")
            assert "asked for until today" in " ".join(screen(app).replace("│", " ").split())

    async def test_archived_ones_show_on_demand_and_a_dose_brings_one_back(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            assert "1 archived: m shows them." in screen(app)
            assert "Side plank" not in screen(app)
            await pilot.press("m")
            assert here(app) == "Side plank"
            assert "asked for until 11 Oct" in line_with(app, "▸ Side plank")
            await pilot.press("x", "J")
            assert app.screen is app.section
            await pilot.press("enter", "enter")
            assert names()[-1] == "Side plank"
            assert here(app) == "Side plank"
            assert spans("side-plank") == [
                ("2026-09-07", "2026-10-11", 2, 15),
                ("2026-11-23", None, 2, 15),
            ]

    async def test_they_hide_again(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("m", "m")
            assert "Side plank" not in screen(app)
            assert here(app) == "Standing IT band stretch"


async def test_another_name_is_given_and_undone(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await pilot.press("n", *"Bridge", "enter")
        assert names()[0] == "Bridge"
        await pilot.press("u")
        assert names()[0] == "Glute bridge"


async def test_how_it_is_done_opens_the_guide_and_escape_comes_back(app: ItbandApp) -> None:
    async with running(app, USUAL) as pilot:
        await pilot.press("j", "h")
        assert section_of(pilot).key == "guide"
        assert "Lateral band walk" in screen(app)
        await pilot.press("escape")
        assert section_of(pilot).key == "plan"


async def test_a_new_day_is_noticed(app: ItbandApp, frozen) -> None:
    async with running(app, USUAL) as pilot:
        await pilot.press("x", "escape")
        frozen.shift(timedelta(days=1))
        app.show_diary_in(app.section)
        await pilot.press("enter")
        assert "2026-11-24" in screen(app)


def test_the_days_of_the_sample_are_what_the_tests_think() -> None:
    assert CHANGED < TODAY
