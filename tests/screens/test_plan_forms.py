"""Plan's forms: by keyboard alone, saved when confirmed, refusals beside the field, and the past as it was."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from data import activities, diary, guide, pauses, plan, rows, trends
from data.models import Event, Prescription
from screens.widgets.choice import Choice
from tests.screens.plans import BEGUN, TODAY, named, names, spans, write_plan
from tests.screens.the_app import SMALL, USUAL, WIDE, app_on, running, screen, told
from tui.app import ItbandApp

BRIDGE = [("2026-09-07", "2026-10-11", 2, 10), ("2026-10-12", None, 3, 12)]
TALL = (80, 40)


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    write_plan()
    return app_on(folder, "plan")


@pytest.fixture
def empty(folder: Path) -> ItbandApp:
    return app_on(folder, "plan")


def said(app: ItbandApp) -> str:
    """The words on the screen, without frames and line breaks."""
    return " ".join(screen(app).replace("│", " ").split())


async def fill(pilot: Pilot[None], field: str, text: str) -> None:
    """Types over what stands in a field."""
    place = pilot.app.screen.query_one(f"#{field}", Input)
    place.focus()
    await pilot.pause()
    place.value = ""
    await pilot.pause()
    await pilot.press(*text)


def figures_before(day: date) -> str:
    """Every figure of the weeks before a day."""
    found = trends.trends(BEGUN, day - timedelta(days=1), TODAY)
    return json.dumps(trends.as_json(found), sort_keys=True, default=str)


class TestADose:
    @pytest.mark.parametrize("key", ["enter", "d"])
    async def test_it_opens_filled_with_todays_dose_and_nothing_is_saved_yet(
        self, app: ItbandApp, key: str
    ) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(key)
            fields = {each.id: each.value for each in app.screen.query(Input)}
            assert fields == {
                "sets": "3",
                "amount": "12",
                "hold": "2",
                "schedule": "3 a week",
                "load": "",
                "note": "Slowly. Both heels down.",
                "starts_on": "2026-11-23",
            }
            await pilot.press("7", "escape")
            assert spans("glute-bridge") == BRIDGE

    async def test_it_holds_from_today_unless_another_day_is_given(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "4", "enter")
            assert spans("glute-bridge") == [
                BRIDGE[0],
                ("2026-10-12", "2026-11-22", 3, 12),
                ("2026-11-23", None, 4, 12),
            ]
            await pilot.press("u")
            assert spans("glute-bridge") == BRIDGE

    async def test_a_note_of_several_lines_that_was_left_alone_stays(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "4", "enter")
            assert plan.prescriptions(named("glute"))[-1].note == "Slowly.\nBoth heels down."

    async def test_it_says_that_the_past_stays_as_it_was(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("enter")
            assert "What was asked before 23 Nov stays as it was." in said(app)
            await fill(pilot, "starts_on", "-7")
            assert "What was asked before 16 Nov stays as it was. The days since then are counted by" in said(
                app
            )
            await fill(pilot, "starts_on", "2026-09-20")
            assert "It holds until 11 Oct: then a dose given for later begins." in said(app)

    @pytest.mark.parametrize("day", ["2026-11-23", "-7", "2026-09-20", "2026-12-24"])
    async def test_every_figure_before_the_day_stays_what_it_was(self, app: ItbandApp, day: str) -> None:
        first = TODAY - timedelta(days=7) if day == "-7" else date.fromisoformat(day)
        before = figures_before(min(first, TODAY))
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "9")
            await fill(pilot, "amount", "30")
            await fill(pilot, "schedule", "daily")
            await fill(pilot, "starts_on", day)
            await pilot.press("enter")
            assert app.screen is app.section
        asked = [one for one in plan.prescriptions(named("glute")) if one.starts_on == first]
        assert [(one.sets, one.amount) for one in asked] == [(9, 30)]
        assert figures_before(min(first, TODAY)) == before

    async def test_the_same_dose_again_changes_nothing(self, app: ItbandApp) -> None:
        version = diary.version()
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "enter")
            assert app.screen is app.section
        assert spans("glute-bridge") == BRIDGE
        assert rows.plan_changes(TODAY.toordinal(), TODAY.toordinal()) == []
        assert diary.version() >= version

    async def test_the_giver_shown_is_the_one_that_will_be_saved(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("j", "enter")
            await pilot.pause()
            giver = app.screen.query_one("#source", Choice)
            assert giver.value == "guide"
            kept = app.screen.query_one("#sets", Input).value
            await fill(pilot, "sets", "7")
            await pilot.pause()
            assert giver.value == "me"
            await fill(pilot, "sets", kept)
            await pilot.pause()
            assert giver.value == "guide"
            await fill(pilot, "sets", "7")
            await pilot.press("enter")
            await pilot.pause()
        assert (7, "me") in {(one.sets, one.source) for one in Prescription.select()}

    async def test_arrows_choose_side_and_giver(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "down", "down", "down", "right", "right")
            app.screen.query_one("#source").focus()
            await pilot.pause()
            await pilot.press("m", "enter")
            given = plan.prescriptions(named("glute"))[-1]
            assert (given.sides, given.source) == ("left", "me")

    @pytest.mark.parametrize(
        ("field", "text", "words"),
        [
            ("sets", "", "▲ Sets can't be empty: give 1 to 20."),
            ("sets", "21", "▲ Sets must be a whole number from 1 to 20, not 21."),
            ("amount", "0", "▲ The amount of a set must be a number above 0, not 0."),
            ("amount", "1,2,3", "▲ The amount of a set must be a number such as 5 or 5.2"),
            ("schedule", "often", "▲ 'often' is no schedule: give `daily`, `3/week`"),
            ("starts_on", "soon", "▲ 'soon' is no day"),
            ("starts_on", "1901-01-01", "▲ 1901-01-01 is too long ago"),
        ],
    )
    @pytest.mark.parametrize("size", [USUAL, SMALL], ids=["80x24", "40x12"])
    async def test_a_refusal_stands_below_its_field_and_keeps_what_was_typed(
        self, app: ItbandApp, size: tuple[int, int], field: str, text: str, words: str
    ) -> None:
        async with running(app, size) as pilot:
            await pilot.press("enter")
            await fill(pilot, "load", "green band")
            await fill(pilot, field, text)
            await pilot.press("enter")
            await pilot.pause()
            assert words[:30] in said(app)
            focused = app.focused
            assert focused is not None and focused.id == field
            assert app.screen.query_one("#load", Input).value == "green band"
            assert app.screen.query_one(f"#{field}", Input).value == text
            assert told(app) == []
            assert spans("glute-bridge") == BRIDGE
            await pilot.press("1")
            assert "▲" not in said(app)

    async def test_several_refusals_stand_at_their_fields_and_the_first_has_the_focus(
        self, app: ItbandApp
    ) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press("a", "o", "enter")
            await pilot.pause()
            assert said(app).count("▲") == 4
            assert app.focused is not None and app.focused.id == "name"


class TestACorrection:
    async def test_it_says_that_it_changes_the_past_and_does(self, app: ItbandApp) -> None:
        before = figures_before(TODAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("c")
            assert "1 since 12 Oct: 3×12 held 2 s, 3 a week" in said(app)
            assert "2 7 Sep to 11 Oct: 2×10 held 2 s, 3 a week" in said(app)
            await pilot.press("1")
            assert "This changes the past: every figure from 12 Oct on is worked out anew" in said(app)
            await pilot.press("6", "enter")
        assert spans("glute-bridge") == [BRIDGE[0], ("2026-10-12", None, 6, 12)]
        assert figures_before(TODAY) != before

    async def test_the_only_dose_is_not_asked_for(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("j", "c", "5", "enter", "u")
            assert [one[2] for one in spans("lateral")] == [2]
            await pilot.press("ctrl+r")
            assert spans("lateral") == [("2026-09-07", None, 5, 10)]


class TestAdding:
    async def test_one_of_ones_own_by_keyboard_alone(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a", "o", *"Calf raise", "tab", "tab", "tab", "3", "tab", *"15")
            await pilot.press("tab", "tab", "tab", *"mon,thu", "enter")
            assert app.screen is app.section
            assert "▸ Calf raise" in screen(app)
        given = plan.prescriptions(named("calf-raise"))[-1]
        assert (given.sets, given.amount, given.source, str(given.starts_on)) == (3, 15, "me", "2026-11-23")
        assert given.schedule == {"type": "weekdays", "days": [1, 4]}
        assert named("calf").source == "me"

    async def test_one_from_the_physiotherapist(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a", "p", *"Hops", "tab", "right", "tab", "right", "tab", "3", "tab", "9")
            await fill(pilot, "schedule", "daily")
            await pilot.press("enter")
        hops = named("hops")
        assert (hops.source, hops.kind, hops.unit) == ("physio", "stretch", "seconds")
        assert plan.prescriptions(hops)[0].source == "physio"

    async def test_from_the_guides_library_by_boxes(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a", "g")
            assert "Glute bridge" not in screen(app).split("Exercises of the guide")[1].split("From")[0]
            assert "[ ] Foam rolling" in screen(app)
            await pilot.press("space", "down", "down", "space", "enter")
            assert len(names()) == 5
            await pilot.press("u")
            assert len(names()) == 3

    async def test_nothing_ticked_is_refused_in_the_form(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a", "g", "enter")
            assert "▲ Nothing is ticked: space ticks an exercise" in said(app)
            assert len(names()) == 3

    async def test_in_an_empty_plan_the_light_programme_is_ticked(self, empty: ItbandApp) -> None:
        async with running(empty, USUAL) as pilot:
            await pilot.press("a", "g")
            assert screen(empty).count("[x]") == len(guide.programme())
            await pilot.press("space", "enter")
            assert names() == [one.name for one in guide.programme()[1:]]
            assert f"▸ {names()[0]}" in screen(empty)

    async def test_a_click_ticks_a_box(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a", "g")
            await pilot.pause()
            await pilot.click("#clamshell", offset=(5, 0))
            await pilot.pause()
            assert "[x] Clamshell" in screen(app)

    async def test_when_all_of_the_guide_is_in_the_plan_it_says_so(self, app: ItbandApp) -> None:
        from data import doses

        doses.add_from_library([one.key for one in guide.library()], TODAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("a", "g")
            assert told(app) == ["Every exercise of the guide is in the plan already."]

    async def test_escape_adds_nothing(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a", "escape", "a", "o", *"Calf", "escape")
            assert len(names()) == 3


class TestPauses:
    async def test_everything_from_a_day_to_another(self, app: ItbandApp) -> None:
        async with running(app, TALL) as pilot:
            await pilot.press("z", "a")
            assert "Days in a pause are not counted" in said(app)
            await pilot.press("right")
            await fill(pilot, "starts_on", "2026-11-20")
            await fill(pilot, "ends_on", "2026-11-25")
            await pilot.press("enter")
            await pilot.pause()
            assert "everything paused from 20 Nov to 25 Nov (travelling)" in said(app)

    async def test_one_exercise_until_further_notice_and_its_end(self, app: ItbandApp) -> None:
        async with running(app, WIDE) as pilot:
            await pilot.press("z", "o")
            await fill(pilot, "starts_on", "yesterday")
            await pilot.press("enter")
            assert "Glute bridge paused since 22 Nov (ill)" in said(app)
            await pilot.press("z")
            assert (
                "End a pause 1 Glute bridge paused since 22 Nov (ill) 2 everything paused from 20 Dec"
                in said(app)
            )
            await pilot.press("1", "enter")
            assert "Glute bridge paused" not in said(app)
            assert [str(one.ends_on) for one in pauses.in_order() if one.exercise_uid] == ["2026-11-22"]

    async def test_one_to_come_can_be_called_off(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("z", "1")
            assert app.screen.query_one("#day", Input).value == "2026-12-20"
            await pilot.press("enter")
            assert pauses.in_order() == []

    async def test_an_end_before_the_beginning_is_refused_in_the_form(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("z", "a")
            await fill(pilot, "ends_on", "yesterday")
            await pilot.press("enter")
            assert "▲ A pause can't end on 2026-11-22, before it begins on 2026-11-23." in said(app)
            assert len(pauses.in_order()) == 1


class TestTheLimit:
    async def test_it_holds_from_a_day_on(self, app: ItbandApp) -> None:
        async with running(app, TALL) as pilot:
            await pilot.press("i")
            assert "earlier days keep theirs" in said(app)
            await pilot.press("4", "tab", "tab")
            await fill(pilot, "starts_on", "2026-11-20")
            await pilot.press("enter")
            await pilot.pause()
            assert "4 since 20 Nov, set by you" in said(app)
        assert [(one.level, one.source) for one in plan.limits()] == [(3, "physio"), (4, "me")]

    async def test_nothing_is_called_agreed_with_the_physiotherapist_beforehand(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("i")
            await pilot.pause()
            assert "[set by you]" in said(app) and "[agreed" not in said(app)

    @pytest.mark.parametrize(
        ("typed", "refusal"),
        [
            ("12", "The limit must be a whole number from 0 to 10, not 12."),
            ("", "The limit can't be empty: give 0 to 10."),
        ],
    )
    async def test_what_is_no_level_is_refused_as_it_was_typed(
        self, app: ItbandApp, typed: str, refusal: str
    ) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("i")
            await fill(pilot, "level", typed)
            await pilot.press("enter")
            assert app.screen.query_one("#level", Input).value == typed
            assert f"▲ {refusal}" in said(app)


class TestActivities:
    async def test_add_rename_archive(self, app: ItbandApp) -> None:
        async with running(app, TALL) as pilot:
            await pilot.press("y", "a", *"Squat", "enter")
            assert "▸ Squat" in screen(app)
            await pilot.press("a")
            assert not app.screen.query("#name"), "three are all there can be"
            await pilot.press("enter", *"Deep squat", "enter")
            assert "▸ Deep squat" in screen(app)
            await pilot.press("k", "x")
            assert [one.name for one in activities.activities()] == ["Run 10 km", "Deep squat"]
            await pilot.press("escape")
            assert "Activities  Run 10 km, Deep squat" in screen(app)
            await pilot.press("u", "u", "u")
            assert [one.name for one in activities.activities()] == ["Run 10 km", "Stairs down"]

    async def test_a_name_that_is_taken_is_refused_in_the_form(self, app: ItbandApp) -> None:
        async with running(app, TALL) as pilot:
            await pilot.press("y", "a", *"Run 10 km", "enter")
            assert "▲ There is an activity 'Run 10 km' already." in said(app)

    async def test_without_any_it_says_which_key_adds_one(self, empty: ItbandApp) -> None:
        async with running(empty, USUAL) as pilot:
            await pilot.press("y")
            assert "None yet: a adds one." in screen(empty)
            await pilot.press("enter", "x", "j", "k")
            assert "None yet: a adds one." in screen(empty)


class TestEndAndStart:
    async def test_a_discharge_says_what_it_does_and_ends_the_plan(self, app: ItbandApp) -> None:
        before = figures_before(TODAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("f")
            assert "every dose gets it as its last day" in said(app)
            await pilot.press("enter")
            assert spans("glute-bridge")[-1][1] == "2026-11-23"
        assert figures_before(TODAY) == before
        diary.undo()
        assert spans("glute-bridge") == BRIDGE

    async def test_a_new_start_has_its_side(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("s")
            assert "A new episode: from that day on" in said(app)
            assert "[right]" in screen(app)
            await pilot.press("l")
            await fill(pilot, "text", "other knee")
            await pilot.press("enter")
        newest = Event.select().where(Event.kind == "start").order_by(Event.day.desc()).first()
        assert (str(newest.day), newest.side, newest.text) == ("2026-11-23", "left", "other knee")

    @pytest.mark.parametrize("key", ["f", "s"])
    async def test_a_day_to_come_is_refused_in_the_form(self, app: ItbandApp, key: str) -> None:
        count = Event.select().count()
        async with running(app, USUAL) as pilot:
            await pilot.press(key)
            await fill(pilot, "day", "2026-11-24")
            await pilot.press("enter")
            assert "▲ 2026-11-24 has not come yet" in said(app)
        assert Event.select().count() == count


async def test_trouble_with_the_file_keeps_the_form_open(
    app: ItbandApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    async with running(app, USUAL) as pilot:
        await pilot.press("enter", "4")
        with monkeypatch.context() as disk:
            disk.setattr(plan, "prescribe", full)
            await pilot.press("enter")
            assert len(told(app)) == 1 and told(app)[0].startswith("The disk is full")
            assert app.screen.query_one("#sets", Input).value == "4"
        await pilot.press("enter")
        assert spans("glute-bridge")[-1][2] == 4
