"""The checklist of Today: every key and click on its rows."""

from pathlib import Path

import pytest
import time_machine
from textual.pilot import Pilot

from data import checklist, diary, pauses, plan
from data import day as days
from screens.widgets.checklist import Checklist
from screens.widgets.checklist_rows import DONE, OPEN
from tests.screens.the_app import USUAL, WIDE, app_on, lines, told
from tests.screens.training import BEGUN, DAILY, MONDAY, THREE_A_WEEK, ago, exercise, item, sets
from tui.app import ItbandApp

Today = Pilot[None]


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "today")


def row(app: ItbandApp, name: str) -> str:
    return next(line for line in lines(app) if name in line)


def here(app: ItbandApp) -> str:
    """The row where the keys act."""
    return next(line for line in lines(app) if "▸" in line)


async def press(pilot: Today, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def click(pilot: Today, name: str, sign: str, number: int) -> None:
    """A click on a sign of the row with that name, the first one being number 1."""
    shown = pilot.app.query_one(Checklist)
    y = next(at for at, line in enumerate(shown._lines) if name in "".join(piece.text for piece in line))
    text = "".join(piece.text for piece in shown._lines[y])
    x = [at for at, letter in enumerate(text) if text.startswith(sign, at)][number - 1]
    await pilot.click(Checklist, offset=(x + shown.gutter.left, y))
    await pilot.pause()


class TestTheNextSet:
    async def test_space_ticks_a_set_and_saves_it(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space")
            assert sets(bridge) == {"both": 1}
            assert f"{DONE} {OPEN}" in row(app, "Glute bridge")

    async def test_the_left_side_fills_before_the_right_one(self, app: ItbandApp) -> None:
        walk = exercise("Band walk", sides="each")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "space", "space")
            assert sets(walk) == {"left": 2, "right": 1}
            assert f"L {DONE} {DONE}  R {DONE} {OPEN}" in row(app, "Band walk")

    async def test_it_moves_on_when_the_row_is_full(self, app: ItbandApp) -> None:
        bridge, plank = exercise("Glute bridge"), exercise("Side plank")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "space")
            assert "Side plank" in here(app)
            await press(pilot, "space")
        assert sets(bridge) == {"both": 2} and sets(plank) == {"both": 1}

    async def test_on_a_full_row_nothing_is_added(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "space", "space", "space")
        assert sets(bridge) == {"both": 2}

    async def test_what_is_skipped_or_not_due_is_passed_over(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        skipped = exercise("Side plank")
        exercise("Hip hike", schedule={"type": "weekdays", "days": [2]})
        exercise("Clamshell")
        diary.skip(skipped, MONDAY, "time")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "x")
            assert "Clamshell" in here(app)

    async def test_a_first_set_takes_a_skip_away(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.skip(bridge, MONDAY, "time")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space")
        assert item(bridge).skipped is None and sets(bridge) == {"both": 1}

    async def test_a_left_only_dose_has_one_side(self, app: ItbandApp) -> None:
        exercise("Clamshell", sides="left")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space")
            assert f"L {DONE} {OPEN}" in row(app, "Clamshell")
            assert "R " not in row(app, "Clamshell")

    async def test_twenty_sets_are_counted_in_figures(self, app: ItbandApp) -> None:
        exercise("Calf raise", sets=20, sides="each")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "space")
            assert "L 2/20  R 0/20" in row(app, "Calf raise")


class TestMoreThanAsked:
    async def test_plus_adds_a_set_beyond(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.do(bridge, MONDAY)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "plus")
            assert sets(bridge) == {"both": 3}
            assert "3 of 2" in row(app, "Glute bridge")

    async def test_backspace_takes_it_away_first(self, app: ItbandApp) -> None:
        walk = exercise("Band walk", sides="each")
        diary.do(walk, MONDAY)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "plus")
            assert sets(walk) == {"left": 3, "right": 2}
            await press(pilot, "backspace")
        assert sets(walk) == {"left": 2, "right": 2}


class TestRowsAtOnce:
    async def test_x_ticks_the_row_as_asked_and_moves_on(self, app: ItbandApp) -> None:
        walk = exercise("Band walk", sides="each")
        exercise("Side plank")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "x")
            assert sets(walk) == {"left": 2, "right": 2}
            assert "✓" in row(app, "Band walk")
            assert "Side plank" in here(app)

    async def test_capital_x_ticks_all_that_is_open(self, app: ItbandApp) -> None:
        one, other = exercise("Glute bridge"), exercise("Side plank", sides="each")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "X")
            assert "2 of 2" in row(app, "Checklist")
        assert item(one).is_done and item(other).is_done

    async def test_it_never_goes_over_a_skip(self, app: ItbandApp) -> None:
        skipped = exercise("Side plank")
        diary.skip(skipped, MONDAY, "pain")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "X")
        assert item(skipped).skipped == "pain" and sets(skipped) == {"both": 0}

    async def test_it_never_ticks_a_weekly_exercise_already_met(self, app: ItbandApp) -> None:
        weekly = exercise("Hip hike", schedule={"type": "weekly", "times": 1})
        diary.do(weekly, MONDAY)
        with time_machine.travel("2026-11-29T20:00:00+01:00", tick=False):
            async with app.run_test(size=USUAL) as pilot:
                await press(pilot, "X")
        assert sets(weekly, ago(-6)) == {"both": 0}

    async def test_all_at_once_is_one_undo(self, app: ItbandApp) -> None:
        one, other = exercise("Glute bridge"), exercise("Side plank")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "X", "u")
        assert not item(one).logs and not item(other).logs


class TestGoingBack:
    async def test_backspace_empties_the_right_side_first(self, app: ItbandApp) -> None:
        walk = exercise("Band walk", sides="each")
        exercise("Side plank")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "x", "k", "backspace", "backspace", "backspace")
            assert sets(walk) == {"left": 1, "right": 0}

    async def test_the_last_set_taken_back_leaves_no_log(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "backspace")
        assert not item(bridge).logs

    async def test_it_takes_a_skip_back(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.skip(bridge, MONDAY, "ill")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "backspace")
            assert "skipped" not in row(app, "Glute bridge")
        assert not item(bridge).logs

    async def test_undo_and_redo_show(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "u")
            assert f"{OPEN} {OPEN}" in row(app, "Glute bridge")
            await press(pilot, "ctrl+r")
            assert f"{DONE} {OPEN}" in row(app, "Glute bridge")


class TestSkipping:
    @pytest.mark.parametrize(
        ("key", "reason"),
        [
            ("p", "pain"),
            ("t", "time"),
            ("f", "forgot"),
            ("e", "equipment"),
            ("o", "other"),
            ("i", "ill"),
            ("v", "travel"),
            ("a", "advised"),
        ],
    )
    async def test_each_reason_has_its_key(self, app: ItbandApp, key: str, reason: str) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "s", key)
            assert "skipped" in row(app, "Glute bridge")
        assert item(bridge).skipped == reason

    async def test_reasons_that_excuse_stand_apart(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "s")
            text = "\n".join(lines(app))
            assert text.index("Asked for and not done") < text.index("no time")
            assert text.index("Excused, not counted") < text.index("ill")

    async def test_escape_skips_nothing(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "s", "escape")
        assert not item(bridge).logs

    async def test_a_reason_can_be_clicked(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "s")
            y = next(at for at, line in enumerate(lines(app)) if "no time" in line)
            x = next(line.index("no time") for line in lines(app) if "no time" in line)
            await pilot.click(offset=(x, y))
            await pilot.pause()
        assert item(bridge).skipped == "time"

    async def test_finished_sets_stay(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space", "s", "p")
            assert DONE in row(app, "Glute bridge") and "skipped: pain" in row(app, "Glute bridge")
        assert sets(bridge) == {"both": 1}

    async def test_what_is_all_done_is_not_skipped(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.do(bridge, MONDAY)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "s", "t")
            assert any("nothing left to skip" in sentence for sentence in told(app))
        assert item(bridge).skipped is None


class TestWords:
    async def test_a_weekly_exercise_counts_its_sessions_and_is_never_missed(self, app: ItbandApp) -> None:
        weekly = exercise("Hip hike", schedule=THREE_A_WEEK)
        diary.do(weekly, MONDAY)
        with time_machine.travel("2026-11-25T20:00:00+01:00", tick=False):
            async with app.run_test(size=USUAL) as pilot:
                assert "1 of 3 this week" in row(app, "Hip hike")
                await press(pilot, "x")
                assert "2 of 3 this week" in row(app, "Hip hike")
                assert "missed" not in "\n".join(lines(app))

    async def test_a_half_session_is_no_session(self, app: ItbandApp) -> None:
        exercise("Hip hike", schedule=THREE_A_WEEK)
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "space")
            assert "0 of 3 this week" in row(app, "Hip hike")

    async def test_one_that_is_not_scheduled_says_when(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        exercise("Hip hike", schedule={"type": "weekdays", "days": [2, 4]})
        async with app.run_test(size=USUAL):
            assert "not today: Tue Thu" in row(app, "Hip hike")
            assert "0 of 1" in row(app, "Checklist")

    async def test_fewer_repetitions_are_said(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        diary.set_done(bridge, MONDAY, "both", 2, amount=8)
        async with app.run_test(size=USUAL):
            assert "8 reps" in row(app, "Glute bridge")

    async def test_work_in_a_pause_is_kept_and_not_counted(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge")
        pauses.pause(ago(3), ago(-3), reason="travel")
        diary.do(bridge, MONDAY)
        async with app.run_test(size=USUAL):
            assert "kept, not counted" in row(app, "Glute bridge")
            assert "Paused from Fri 20 Nov 2026 to Thu 26 Nov 2026 (travelling)" in "\n".join(lines(app))

    async def test_a_skip_counts_as_answered(self, app: ItbandApp) -> None:
        one, _ = exercise("Glute bridge"), exercise("Side plank")
        diary.skip(one, MONDAY, "pain")
        async with app.run_test(size=USUAL):
            assert "1 of 2" in row(app, "Checklist")

    async def test_a_name_is_literal(self, app: ItbandApp) -> None:
        exercise("Bridge [/x] [red]\x1b[31mhot")
        async with app.run_test(size=WIDE):
            assert "Bridge [/x] [red]\\x1b[31mhot" in row(app, "Bridge")


class TestMoving:
    @pytest.mark.parametrize(("down", "up"), [("down", "up"), ("j", "k")])
    async def test_keys_go_from_row_to_row(self, app: ItbandApp, down: str, up: str) -> None:
        exercise("Glute bridge")
        exercise("Side plank")
        async with app.run_test(size=USUAL) as pilot:
            assert "Glute bridge" in here(app)
            await press(pilot, down)
            assert "Side plank" in here(app)
            await press(pilot, up)
            assert "Glute bridge" in here(app)

    async def test_it_begins_at_the_first_row_that_is_open(self, app: ItbandApp) -> None:
        diary.do(exercise("Glute bridge"), MONDAY)
        exercise("Side plank")
        async with app.run_test(size=USUAL):
            assert "Side plank" in here(app)

    async def test_runs_and_events_are_rows_too(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        diary.log_run(5.2, MONDAY, minutes=31, onset_km=4.8)
        diary.add_event("visit", MONDAY, "Plan changed")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "j")
            assert "Run    5.2 km · 31 min · pain from 4.8 km" in here(app)
            await press(pilot, "j")
            assert "Visit  Plan changed" in here(app)

    @pytest.mark.slow
    async def test_the_row_stays_in_sight(self, app: ItbandApp) -> None:
        for number in range(40):
            exercise(f"Exercise {number}")
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, *["j"] * 39)
            assert "Exercise 39" in here(app)
            await press(pilot, *["k"] * 39)
            assert "Exercise 0" in here(app) and "Checklist" in "\n".join(lines(app))

    async def test_beyond_the_last_row_the_page_goes_on(self, app: ItbandApp) -> None:
        for number in range(12):
            exercise(f"Exercise {number}")
        async with app.run_test(size=(80, 14)) as pilot:
            await press(pilot, *["j"] * 24)
            assert "Note" in "\n".join(lines(app))


class TestTheMouse:
    async def test_a_click_on_a_box_fills_up_to_it(self, app: ItbandApp) -> None:
        walk = exercise("Band walk", sets=3, sides="each")
        async with app.run_test(size=USUAL) as pilot:
            await click(pilot, "Band walk", OPEN, 5)
        assert sets(walk) == {"left": 0, "right": 2}

    async def test_a_click_on_the_last_full_one_empties_it(self, app: ItbandApp) -> None:
        bridge = exercise("Glute bridge", sets=3)
        diary.do(bridge, MONDAY)
        async with app.run_test(size=USUAL) as pilot:
            await click(pilot, "Glute bridge", DONE, 3)
        assert sets(bridge) == {"both": 2}

    async def test_a_click_on_a_name_goes_there(self, app: ItbandApp) -> None:
        exercise("Glute bridge")
        exercise("Side plank")
        async with app.run_test(size=USUAL) as pilot:
            await click(pilot, "Side plank", "Side", 1)
            assert "Side plank" in here(app)


async def test_what_another_process_wrote_is_shown(app: ItbandApp) -> None:
    bridge = exercise("Glute bridge")
    async with app.run_test(size=USUAL) as pilot:
        checklist.next_set(item(bridge), MONDAY)
        app._look()
        await pilot.pause()
        assert f"{DONE} {OPEN}" in row(app, "Glute bridge")


async def test_only_the_lines_that_changed_are_drawn_again(app: ItbandApp) -> None:
    exercise("Glute bridge", schedule=DAILY)
    exercise("Side plank")
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        shown = app.query_one(Checklist)
        drawn: list[object] = []
        refresh = shown.refresh
        shown.refresh = lambda *regions, **options: (drawn.extend(regions), refresh(*regions, **options))[1]  # type: ignore[method-assign]
        await press(pilot, "space")
        assert [region.y for region in drawn] == [1]  # type: ignore[attr-defined]


async def test_a_dose_from_tomorrow_on_is_not_asked_for_today(app: ItbandApp) -> None:
    bridge = exercise("Glute bridge")
    plan.prescribe(bridge, ago(-1), sets=3, amount=12, schedule=DAILY)
    async with app.run_test(size=USUAL) as pilot:
        assert "2×10" in row(app, "Glute bridge")
        await press(pilot, "right")
        assert "3×12" in row(app, "Glute bridge")
    assert days.read(BEGUN).item(bridge.uid) is not None
