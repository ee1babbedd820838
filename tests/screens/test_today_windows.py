"""The windows over Today: run, note, details, events, activities, and the questions after a pause or a gap."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from data import activities, diary, pauses, settings
from data import day as days
from data.models import ActivityScore, Event, Pause, Prescription, Run
from screens.dialogs.choice import ChoiceDialog
from screens.widgets.dialogs import ConfirmDialog
from screens.widgets.tick_box import TickBox
from tests.screens.the_app import SMALL, USUAL, app_on, lines, screen, told
from tests.screens.training import MONDAY, YESTERDAY, ago, exercise, item, sets
from tui.app import ItbandApp

Today = Pilot[None]


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "today")


async def press(pilot: Today, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def field(app: ItbandApp, name: str) -> str:
    return app.screen.query_one(f"#{name}", Input).value


def runs() -> list[Run]:
    return list(Run.select().order_by(Run.day))


def window(app: ItbandApp) -> list[str]:
    """What stands in the window, within its frame, line by line of the screen."""
    frame = app.screen.query_one(".dialog").content_region
    return [line.ljust(frame.right)[frame.x : frame.right].strip() for line in lines(app)]


class TestARun:
    async def test_a_distance_is_enough(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", *"5.2", "enter")
            assert "Run  5.2 km" in screen(app)
        assert [run.km for run in runs()] == [5.2]

    async def test_all_of_it_by_keyboard_alone(self, app: ItbandApp) -> None:
        typed = ("5,2", "31:30", "4.8", "0", "2", "10", "hills", "6", "windy")
        keys = [key for text in typed for key in ([" " if c == " " else c for c in text] + ["tab"])]
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", *keys[:-1], "enter")
        (run,) = runs()
        assert (run.km, run.minutes, run.onset_km) == (5.2, 31.5, 4.8)
        assert (run.terrain, run.effort, run.note) == ("hills", 6, "windy")
        pains = {log.moment: log.level for log in days.read(MONDAY).pain_logs}
        assert pains == {"before": 0, "during": 2, "after": 10}

    async def test_nothing_is_chosen_beforehand(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a")
            assert {field.value for field in app.screen.query(Input)} == {""}

    async def test_arrows_go_from_field_to_field(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", "down", "down", "up")
            assert app.focused and app.focused.id == "minutes"

    async def test_without_a_distance_it_is_refused_and_stays(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", "tab", "3", "0", "enter")
            assert "▲ A run needs its distance; everything else may stay empty." in screen(app)
            assert field(app, "minutes") == "30"
        assert runs() == []

    async def test_pain_cannot_begin_after_the_end(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", "5", "tab", "tab", "6", "enter")
            assert "can't have come on after 6 km" in " ".join(screen(app).split())
        assert runs() == []

    @pytest.mark.parametrize(
        ("tabs", "name", "typed", "said"),
        [
            (1, "minutes", "abc", "must be a number or a time such as 31, 31:30"),
            (2, "onset", "3km", "must be a number such as 5 or 5.2, not '3km'"),
            (3, "before", "12", "must be a whole number from 0 to 10"),
        ],
    )
    async def test_what_cannot_stand_is_refused_as_it_was_typed(
        self, app: ItbandApp, tabs: int, name: str, typed: str, said: str
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", "6", *["tab"] * tabs, *typed, "enter")
            assert field(app, name) == typed
            assert said in " ".join(" ".join(window(app)).split())
        assert runs() == []

    async def test_hours_may_be_typed_with_an_h(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", "6", "tab", *"1h05", "enter")
        assert [run.minutes for run in runs()] == [65]

    @pytest.mark.parametrize(("tabs", "name"), [(0, "distance"), (1, "minutes"), (2, "onset"), (3, "before")])
    async def test_a_minus_sign_is_refused_beside_its_field(
        self, app: ItbandApp, tabs: int, name: str
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", *(["5"] + ["tab"] * tabs if tabs else []), "-", "5", "enter")
            assert field(app, name) == "-5"
            shown = app.screen.query_one(f"#{name}").region
            below = window(app)[shown.bottom :]
            assert "▲" in below[0] and "'-5'" in " ".join(below[:2])
        assert runs() == []

    async def test_backspace_on_its_row_deletes_it_and_says_so(self, app: ItbandApp) -> None:
        diary.log_run(5.2, MONDAY)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "backspace")
            assert told(app) == ["Deleted: run of 5.2 km. u undoes."]
            assert runs() == []
            await press(pilot, "u")
        assert len(runs()) == 1

    async def test_distances_are_in_the_diarys_unit(self, app: ItbandApp) -> None:
        settings.put("units", "mi")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a")
            assert "Distance, mi" in screen(app)
            await press(pilot, "5", "tab", "tab", "4", "enter")
            assert "Run  5 mi · pain from 4 mi" in screen(app)
        assert runs()[0].km == pytest.approx(8.04672)

    async def test_enter_on_its_row_puts_it_right(self, app: ItbandApp) -> None:
        diary.log_run(5.2, MONDAY, minutes=31, before=0, during=2)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", *["tab"] * 4, "backspace", "3", "tab", "1", "enter")
            assert "before 0 · during 3 ▲ above 2 · after 1" in " ".join(screen(app).split())
        (run,) = runs()
        assert (run.km, run.minutes) == (5.2, 31)

    async def test_what_was_left_alone_stays_to_the_last_digit(self, app: ItbandApp) -> None:
        settings.put("units", "mi")
        diary.log_run(5.23456, MONDAY, minutes=31.4321, onset_km=4.87654, note="two\nlines")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", *["tab"] * 5, "1", "enter")
        (run,) = runs()
        assert (run.km, run.minutes, run.onset_km) == (5.23456, 31.4321, 4.87654)
        assert run.note == "two\nlines"

    async def test_pain_elsewhere_during_it_is_left_alone(self, app: ItbandApp) -> None:
        run = diary.log_run(5.2, MONDAY, during=3)
        diary.log_pain(5, MONDAY, moment="during", run=run, site="hip")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter")
            assert field(app, "during") == "3"
            await press(pilot, *["tab"] * 4, "2", "enter")
        assert {log.site: log.level for log in days.read(MONDAY).pain_logs} == {"outer-knee": 2, "hip": 5}

    async def test_backspace_on_its_row_takes_it_away_and_undo_brings_it_back(self, app: ItbandApp) -> None:
        diary.log_run(5.2, MONDAY, during=2)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "backspace")
            assert runs() == [] and days.read(MONDAY).pain_logs == ()
            await press(pilot, "u")
        assert len(runs()) == 1 and len(days.read(MONDAY).pain_logs) == 1

    async def test_one_far_beyond_the_others_has_its_notice(self, app: ItbandApp) -> None:
        diary.log_run(6.2, ago(3))
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", *"8.2", "enter")
            text = " ".join(screen(app).split())
            assert "▲ 8.2 km is more than 10 % beyond the longest run of the 30 days before (6.2 km)" in text

    async def test_one_like_the_others_has_none(self, app: ItbandApp) -> None:
        diary.log_run(6.2, ago(3))
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "a", *"6.8", "enter")
            assert "beyond" not in screen(app)


class TestTheNote:
    async def test_escape_saves_it(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n", *"fine", "escape")
            assert "Note  fine" in screen(app)
        note = days.read(MONDAY).note
        assert note and (note.text, note.for_physio) == ("fine", False)

    async def test_it_can_be_marked_for_the_physiotherapist(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n", *"fine", "tab", "space", "escape")
            assert "for your physiotherapist" in screen(app)
        note = days.read(MONDAY).note
        assert note and note.for_physio

    async def test_its_box_shows_by_its_sign_whether_it_is_ticked(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n", "tab")
            assert "[ ] for my physiotherapist" in screen(app)
            await press(pilot, "space")
            assert "[x] for my physiotherapist" in screen(app)

    async def test_lines_and_questions_stand_as_they_were_written(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n", *"fine", "enter", "question_mark", *"run", "escape")
            assert " Note  fine\n       ?run" in screen(app)
        note = days.read(MONDAY).note
        assert note and note.text == "fine\n?run"

    async def test_it_opens_with_what_was_written(self, app: ItbandApp) -> None:
        diary.set_note(MONDAY, "fine", for_physio=True)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n")
            assert app.screen.query_one(TextArea).text == "fine"
            assert app.screen.query_one(TickBox).ticked
            await press(pilot, *" now", "escape")
        note = days.read(MONDAY).note
        assert note and note.text == "fine now"

    async def test_emptied_it_goes_and_undo_brings_it_back(self, app: ItbandApp) -> None:
        diary.set_note(MONDAY, "ok")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n", "backspace", "backspace", "escape")
            assert days.read(MONDAY).note is None
            await press(pilot, "u")
            assert "Note  ok" in screen(app)

    async def test_left_alone_it_is_no_change(self, app: ItbandApp) -> None:
        diary.set_note(MONDAY, "ok")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n", "escape", "u")
            assert days.read(MONDAY).note is None

    async def test_a_disk_that_is_full_keeps_what_was_typed(
        self, app: ItbandApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "n", *"fine")
            with monkeypatch.context() as patch:
                patch.setattr(diary, "set_note", full)
                await press(pilot, "escape")
            assert isinstance(app.screen, ConfirmDialog)
            await press(pilot, "n", "escape")
            assert "Note  fine" in screen(app)

    async def test_a_note_is_literal(self, app: ItbandApp) -> None:
        diary.set_note(MONDAY, "[b]x[/] \x1b[31m")
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert "Note  [b]x[/] \\x1b[31m" in screen(app)


class TestDetails:
    async def test_sets_amount_load_and_note_are_saved(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        keys = ["3", "tab", "8", "tab", *"red band", "tab", *"slow"]
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", *("space" if key == " " else key for key in keys), "enter")
            assert "3 of 2 · 8 reps · red band · slow" in " ".join(screen(app).split())
        (log,) = item(bridge).logs
        assert (log.sets_done, log.amount, log.load, log.note) == (3, 8, "red band", "slow")

    async def test_each_side_has_its_own_sets_and_amount(self, app: ItbandApp) -> None:
        walk = exercise("Band walk", sides="each")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", "2", "tab", "tab", "1", "tab", "8", "enter")
        assert sets(walk) == {"left": 2, "right": 1}
        assert [log.amount for log in item(walk).logs] == [None, 8]

    async def test_an_emptied_amount_is_as_prescribed_again(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.set_done(bridge, MONDAY, "both", 2, amount=8)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", "tab", "backspace", "enter")
        assert item(bridge).logs[0].amount is None

    async def test_a_load_without_sets_is_refused(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", "tab", "tab", "x", "enter")
            assert any("please give the sets as well" in sentence for sentence in told(app))
        assert not item(bridge).logs

    async def test_a_skip_keeps_its_reason_and_gets_a_note(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.skip(bridge, MONDAY, "pain")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", "tab", "tab", "tab", *"sharp", "enter")
            assert "skipped: pain · sharp" in screen(app)
        assert item(bridge).skipped == "pain"

    async def test_a_note_of_several_lines_that_is_left_alone_stays(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.set_done(bridge, MONDAY, "both", 1, note="two\nlines")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", "2", "enter")
        assert item(bridge).logs[0].note == "two\nlines" and sets(bridge) == {"both": 2}


class TestEvents:
    @pytest.mark.parametrize(
        ("key", "kind"), [("v", "visit"), ("f", "flare"), ("s", "shoes"), ("o", "other")]
    )
    async def test_each_kind_has_its_key(self, app: ItbandApp, key: str, kind: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "v", key, *"hello", "enter")
            assert f"{kind.capitalize()}  hello" in screen(app)
        assert [(event.kind, event.text, event.day) for event in Event.select()] == [(kind, "hello", MONDAY)]

    async def test_its_words_can_be_put_right(self, app: ItbandApp) -> None:
        diary.add_event("visit", MONDAY, "Paln")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", *["backspace"] * 4, *"Plan", "enter")
            assert "Visit  Plan" in screen(app)

    async def test_backspace_takes_it_away(self, app: ItbandApp) -> None:
        diary.add_event("visit", MONDAY)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "backspace")
        assert not Event.select().exists()


class TestActivities:
    @pytest.fixture
    def three(self, folder: Path) -> None:
        for name in ("Run 10 km", "Stairs down", "Sit with bent knee"):
            activities.add(name)

    def scores(self) -> list[tuple[str, int]]:
        found = ActivityScore.select().order_by(ActivityScore.entered_at)
        return sorted((score.activity.name, score.score) for score in found)

    async def test_they_are_offered_once_a_week(self, app: ItbandApp, three: None) -> None:
        async with app.run_test(size=USUAL) as pilot:
            assert "Once a week: how do your activities go?" in screen(app)
            await press(pilot, "c", "4", "5", "6", "escape")
            assert "Once a week" not in screen(app)

    async def test_not_on_a_past_day(self, app: ItbandApp, three: None) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "left")
            assert "Once a week" not in screen(app)

    async def test_without_any_they_are_not_offered(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            assert "Once a week" not in screen(app)
            await press(pilot, "c")
            assert told(app) == ["There are no activities yet; the plan has a place for three."]

    async def test_a_digit_each(self, app: ItbandApp, three: None) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "c", "4", "5", "6")
        assert self.scores() == [("Run 10 km", 4), ("Sit with bent knee", 6), ("Stairs down", 5)]

    async def test_ten_takes_two_keys(self, app: ItbandApp, three: None) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "c", "1", "0", "1", "3")
        assert self.scores() == [("Run 10 km", 10), ("Sit with bent knee", 3), ("Stairs down", 1)]

    async def test_a_score_can_be_clicked(self, app: ItbandApp, three: None) -> None:
        async with app.run_test(size=SMALL) as pilot:
            await press(pilot, "c")
            text = screen(app).splitlines()
            y = next(at for at, line in enumerate(text) if "Stairs down" in line) + 1
            await pilot.click(offset=(text[y].index("7"), y))
            await pilot.pause()
        assert self.scores() == [("Stairs down", 7)]


class TestAnOpenPause:
    async def test_the_first_tick_asks_whether_it_is_over(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        pauses.pause(ago(4), reason="travel")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space")
            assert "Paused since Thu 19 Nov 2026" in screen(app) and "End it yesterday?" in screen(app)
            await press(pilot, "y")
        assert [pause.ends_on for pause in Pause.select()] == [YESTERDAY]
        assert sets(bridge) == {"both": 1} and not item(bridge).excused

    async def test_only_the_pause_that_was_asked_about_ends(self, app: ItbandApp) -> None:
        bridge, walk = exercise("Glute bridge"), exercise("Band walk")
        pauses.pause(ago(4), exercise=bridge)
        pauses.pause(ago(4), reason="advised", exercise=walk)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "y")
        ends = {pause.exercise_uid: pause.ends_on for pause in Pause.select()}
        assert ends == {bridge.uid: YESTERDAY, walk.uid: None}

    async def test_with_no_it_goes_on_and_is_not_asked_again(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        pauses.pause(ago(4))
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "n", "space")
            assert "kept, not counted" in screen(app)
        assert [pause.ends_on for pause in Pause.select()] == [None] and sets(bridge) == {"both": 2}

    async def test_escape_ticks_nothing(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        pauses.pause(ago(4))
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "escape")
        assert sets(bridge) == {"both": 0}

    @pytest.mark.parametrize("key", ["x", "X"])
    async def test_whole_rows_ask_too(self, app: ItbandApp, key: str) -> None:
        bridge = exercise("Glute bridge")
        pauses.pause(ago(4))
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, key, "y")
        assert item(bridge).is_done and [pause.ends_on for pause in Pause.select()] == [YESTERDAY]

    async def test_a_pause_with_an_end_asks_nothing(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        pauses.pause(ago(4), ago(-2))
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space")
        assert sets(bridge) == {"both": 1}


class TestAfterEmptyDays:
    async def test_after_three_it_asks(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        diary.log_pain(2, ago(4))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert "Nothing was entered from 20 Nov to 22 Nov" in " ".join(screen(app).split())

    async def test_after_two_it_does_not(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        diary.log_pain(2, ago(3))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert app.screen is app.section

    async def test_fill_in_goes_to_the_first_empty_day(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        diary.log_pain(2, ago(6))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            await press(pilot, "f")
            assert "Wednesday 18 November" in screen(app)

    @pytest.mark.parametrize(
        ("key", "reason"), [("i", "ill"), ("t", "travel"), ("a", "advised"), ("o", "other")]
    )
    async def test_paused_since_then_asks_why(self, app: ItbandApp, key: str, reason: str) -> None:
        exercise("Glute bridge")
        diary.log_pain(2, ago(6))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            await press(pilot, "a", key)
        assert [(one.starts_on, one.ends_on, one.reason) for one in Pause.select()] == [
            (ago(5), None, reason)
        ]

    async def test_finished_then_ends_the_plan_on_the_last_day(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        diary.log_pain(2, ago(6))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            await press(pilot, "d")
            assert "Undo brings it back" in told(app)[-1]
        assert [one.ends_on for one in Prescription.select()] == [ago(6)]
        assert [(one.kind, one.day) for one in Event.select()] == [("discharge", ago(6))]

    async def test_it_asks_once(self, app: ItbandApp, folder: Path) -> None:
        exercise("Glute bridge")
        diary.log_pain(2, ago(6))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            await press(pilot, "escape")
        again = app_on(folder, "today")
        async with again.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert not isinstance(again.screen, ChoiceDialog)

    async def test_a_pause_is_no_gap(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        diary.log_pain(2, ago(6))
        pauses.pause(ago(5), MONDAY + timedelta(days=2))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            assert app.screen is app.section
