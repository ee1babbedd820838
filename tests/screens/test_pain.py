"""The Pain section: a day's logs, the form, the limit, the fourteen days."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from textual.widgets import Input

from data import day as days
from data import diary, guide, pain_logs, plan
from data.models import Exercise, PainLog
from screens.dialogs.pain_form import PainForm
from screens.widgets.choice import Choice
from screens.widgets.pain_days import PainDays
from screens.widgets.pain_logs import PainLogs
from tests.screens.the_app import SIZES, SMALL, TINY, USUAL, WIDE, app_on, lines, running, screen, told
from tui.app import ItbandApp

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    diary.add_event("start", TODAY - timedelta(days=40), side="left")
    return app_on(folder, "pain")


def exercise(key: str = "glute-bridge") -> Exercise:
    """An exercise of the guide, in the plan since a month ago."""
    found = next(one for one in guide.library() if one.key == key)
    new = plan.add_exercise(found.key, found.name, found.kind, found.unit)
    plan.prescribe(
        new, TODAY - timedelta(days=30), sets=2, amount=10, sides="none", schedule={"type": "daily"}
    )
    return new


def logged(day: date = TODAY) -> list[tuple[int, str, str, str]]:
    """Level, moment, site and side of each log of a day, as entered."""
    found = PainLog.select().where(PainLog.day == day).order_by(PainLog.entered_at)
    return [(log.level, log.moment, log.site, log.side) for log in found]


def line_with(app: ItbandApp, words: str) -> str:
    return next(line for line in lines(app) if words in line)


class TestAnEmptyDay:
    @SIZES
    async def test_it_says_what_to_press(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with running(app, size):
            assert "Nothing is logged on this day yet" in screen(app)
            assert "Pain of the day  not recorded" in screen(app)

    async def test_the_ends_of_the_scale_are_named(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            assert "0 no pain, 10 worst pain imaginable" in screen(app)

    async def test_there_is_nothing_to_edit_or_delete(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "delete", "backspace", "j", "k")
            assert logged() == []
            assert not isinstance(app.screen, PainForm)


class TestAddingAPainLog:
    async def test_three_keys_log_the_worst_of_the_day(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("3", "enter")
            assert logged() == [(3, "worst", "outer-knee", "left")]
            assert "Pain of the day  3" in screen(app)

    async def test_a_opens_the_form_without_a_level(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a")
            assert isinstance(app.screen, PainForm)
            assert "[" not in line_with(app, " 0  1  2  3 ")

    async def test_without_a_level_nothing_is_saved_and_that_is_said(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a", "enter")
            assert isinstance(app.screen, PainForm)
            assert logged() == []
            assert told(app) == ["Give the pain a number first: 0 no pain, 10 worst pain imaginable."]

    @pytest.mark.parametrize(
        ("keys", "level"),
        [("0", 0), ("7", 7), ("10", 10), ("100", 0), ("73", 3), ("110", 10)],
    )
    async def test_digits_give_the_level(self, app: ItbandApp, keys: str, level: int) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press(*keys, "enter")
            assert [found[0] for found in logged()] == [level]

    async def test_a_one_that_was_followed_by_another_key_is_a_one(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("1", "m", "0", "enter")
            assert logged() == [(0, "morning", "outer-knee", "left")]

    async def test_everything_is_given_by_keyboard_alone(self, app: ItbandApp) -> None:
        bridge = exercise()
        async with running(app, USUAL) as pilot:
            await pilot.press("4", "d", "down", "g", "down", "right", "down", "b", "down")
            await pilot.press(*"ibuprofen 400 mg", "tab", *"on the way up", "enter")
        (log,) = PainLog.select()
        assert (log.level, log.moment, log.site, log.side) == (4, "during", "outer-thigh", "both")
        assert log.exercise_uid == bridge.uid
        assert (log.medication, log.note) == ("ibuprofen 400 mg", "on the way up")

    async def test_digits_in_a_text_are_letters(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("4", "up", *"2 km", "enter")
        (log,) = PainLog.select()
        assert (log.level, log.note) == (4, "2 km")

    async def test_pain_can_go_with_a_run(self, app: ItbandApp) -> None:
        run = diary.log_run(5.2, TODAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("2", "a", "down", "t", "enter")
            assert "after the run of 5.2 km" in screen(app)
        (log,) = PainLog.select()
        assert (log.moment, log.run_uid) == ("after", run.uid)

    async def test_a_second_log_of_a_day_is_not_the_worst_unless_said(self, app: ItbandApp) -> None:
        diary.log_pain(3, TODAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("5", "enter")
            assert logged() == [
                (3, "worst", "outer-knee", "left"),
                (5, "other", "outer-knee", "left"),
            ]

    async def test_it_says_that_a_worst_takes_the_place_of_another(self, app: ItbandApp) -> None:
        diary.log_pain(3, TODAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("5", "w")
            assert "The worst of the day is 3 already: this takes its place." in screen(app)
            await pilot.press("enter")
            assert logged() == [(5, "worst", "outer-knee", "left")]

    async def test_escape_logs_nothing(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("3", "escape")
            assert logged() == []

    async def test_the_mouse_gives_a_level_and_chooses(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("a")
            for words in ("  7 ", "at night", "right"):
                row = next(y for y, line in enumerate(lines(app)) if words in line)
                await pilot.click(offset=(list(lines(app))[row].index(words) + 2, row))
            await pilot.press("enter")
            assert logged() == [(7, "night", "outer-knee", "right")]

    async def test_the_limit_is_told_while_the_form_is_open(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("6", "d")
            assert "▲▲ far above the limit of 2" in screen(app)

    async def test_an_unknown_side_is_both_unless_said(self, folder: Path) -> None:
        app = app_on(folder, "pain")
        async with running(app, USUAL) as pilot:
            await pilot.press("3", "enter")
            assert logged() == [(3, "worst", "outer-knee", "both")]


class TestTheList:
    async def test_each_log_says_its_level_moment_place_and_time(self, app: ItbandApp) -> None:
        diary.log_pain(
            2, TODAY, moment="night", site="hip", side="right", medication="ibuprofen", note="Dull."
        )
        async with running(app, USUAL):
            assert line_with(app, "at night") == " ▸  2  at night   hip, right · 20:00"
            assert "took ibuprofen" in screen(app)
            assert "Dull." in screen(app)

    async def test_what_was_entered_for_another_day_is_filled_in_later(self, app: ItbandApp) -> None:
        diary.log_pain(2, YESTERDAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("left")
            assert "outer knee, left · filled in later" in screen(app)

    async def test_it_says_which_of_them_is_the_pain_of_the_day(self, app: ItbandApp) -> None:
        diary.log_pain(2, TODAY, moment="morning")
        diary.log_pain(4, TODAY, moment="after")
        diary.log_pain(9, TODAY, moment="other", site="hip")
        diary.log_pain(8, TODAY, moment="other", side="right")
        async with running(app, WIDE):
            assert "Pain of the day  4   the highest at the left outer knee" in screen(app)
            assert screen(app).count("● pain of the day") == 1
            assert "● pain of the day" in line_with(app, "after")

    async def test_pain_of_an_exercise_and_of_a_run_entered_elsewhere_stands_here(
        self, app: ItbandApp
    ) -> None:
        diary.log_pain(1, TODAY, moment="during", exercise=exercise())
        diary.log_run(5.2, TODAY, before=0, during=2, after=3)
        async with running(app, WIDE):
            for words in (
                "1  during Glute bridge",
                "0  before the run of 5.2 km",
                "2  during the run of 5.2 km",
                "3  after the run of 5.2 km",
            ):
                assert words in screen(app)

    async def test_what_another_process_logs_appears(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            diary.log_pain(6, TODAY)
            app.section.show_diary()
            assert "Pain of the day  6" in screen(app)

    async def test_texts_of_the_user_are_literal(self, app: ItbandApp) -> None:
        bridge = exercise()
        plan.rename(bridge, "[/b] bridge")
        diary.log_pain(1, TODAY, moment="during", exercise=bridge, note="[red]x[/] \x1b[31m \u202e y")
        async with running(app, USUAL):
            assert "during [/b] bridge" in screen(app)
            assert "[red]x[/] \\x1b[31m \\u202e y" in screen(app)

    @pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
    async def test_keys_move_the_cursor_and_stop_at_the_ends(
        self, app: ItbandApp, down: str, up: str
    ) -> None:
        for level in (1, 2, 3):
            diary.log_pain(level, TODAY, moment="other")
        async with running(app, USUAL) as pilot:
            await pilot.press(down, down, down, down)
            assert line_with(app, "▸").startswith(" ▸  3")
            await pilot.press(up)
            assert line_with(app, "▸").startswith(" ▸  2")
            await pilot.press(up, up)
            assert line_with(app, "▸").startswith(" ▸  1")

    async def test_the_log_under_the_cursor_is_scrolled_to(self, app: ItbandApp) -> None:
        for level in range(10):
            diary.log_pain(level, TODAY, moment="other")
        async with running(app, SMALL) as pilot:
            await pilot.press(*["j"] * 9)
            assert "▸  9  at another time" in screen(app)
            await pilot.press(*["k"] * 9)
            assert "▸  0  at another time" in screen(app)

    async def test_a_log_longer_than_the_pane_can_be_read_to_its_end(self, app: ItbandApp) -> None:
        diary.log_pain(4, TODAY, moment="morning", note="word " * 60 + "end of the note")
        diary.log_pain(5, TODAY, moment="night")
        async with running(app, SMALL) as pilot:
            await pilot.press("j")
            assert "end of the note" in screen(app)
            assert "▸" not in screen(app)
            await pilot.press("j")
            assert "▸  5  at night" in screen(app)
            await pilot.press("k", "k")
            assert "▸  4  in the morning" in screen(app)

    async def test_a_click_goes_to_a_log_and_a_second_one_opens_it(self, app: ItbandApp) -> None:
        diary.log_pain(1, TODAY, moment="morning")
        diary.log_pain(2, TODAY, moment="night")
        async with running(app, USUAL) as pilot:
            await pilot.click(PainLogs, offset=(8, 1))
            assert line_with(app, "▸").startswith(" ▸  2")
            await pilot.click(PainLogs, offset=(8, 1))
            assert isinstance(app.screen, PainForm)


class TestTheLimit:
    @pytest.mark.parametrize(
        ("level", "words"),
        [
            (2, "✓ within the limit of 2"),
            (3, "▲ above the limit of 2"),
            (5, "▲ above the limit of 2"),
            (6, "▲▲ far above the limit of 2"),
        ],
    )
    async def test_pain_during_a_run_is_compared_with_it_in_words_and_a_sign(
        self, app: ItbandApp, level: int, words: str
    ) -> None:
        diary.log_run(5, TODAY, during=level)
        async with running(app, USUAL):
            assert words in [line.strip() for line in lines(app)]
            assert "Stop" not in screen(app)

    @pytest.mark.parametrize("moment", ["worst", "morning", "before", "after", "night", "other"])
    async def test_no_other_moment_is_judged(self, app: ItbandApp, moment: str) -> None:
        diary.log_pain(9, TODAY, moment=moment)
        async with running(app, USUAL):
            assert "the limit of 2 (" in screen(app)
            assert "above the limit" not in screen(app)

    async def test_where_the_limit_comes_from_is_said(self, app: ItbandApp) -> None:
        plan.set_limit(3, TODAY, source="physio")
        async with running(app, WIDE):
            assert "the limit of 3 (agreed" in screen(app)

    async def test_above_it_during_an_exercise_the_stop_text_stands_with_its_keys(
        self, app: ItbandApp
    ) -> None:
        diary.log_pain(4, TODAY, moment="during", exercise=exercise())
        async with running(app, USUAL):
            assert "▲ Stop this exercise for today: 4 is above the limit of 2" in screen(app)
            assert "S skip what is left of it, because of pain" in screen(app)
            assert "w warning signs" in screen(app)

    @pytest.mark.parametrize(
        "log",
        [
            {"site": "hip", "moment": "during"},
            {"moment": "after"},
        ],
    )
    def test_other_sites_and_moments_do_not_ask_to_stop(self, folder: Path, log: dict[str, str]) -> None:
        found = diary.log_pain(9, TODAY, exercise=exercise(), **log)
        assert not pain_logs.asks_to_stop(found, 2)

    async def test_on_a_past_day_it_is_compared_but_nobody_is_told_to_stop(self, app: ItbandApp) -> None:
        diary.log_pain(4, YESTERDAY, moment="during", exercise=exercise())
        async with running(app, USUAL) as pilot:
            await pilot.press("left")
            assert "▲ above the limit of 2" in screen(app)
            assert "Stop" not in screen(app)

    async def test_one_key_skips_what_is_left_because_of_pain(self, app: ItbandApp) -> None:
        bridge = exercise()
        diary.set_done(bridge, TODAY, "both", 1)
        diary.log_pain(4, TODAY, moment="during", exercise=bridge)
        async with running(app, USUAL) as pilot:
            await pilot.press("S")
            item = days.read(TODAY).item(bridge.uid)
            assert item is not None
            assert (item.skipped, item.sets_on("both")) == ("pain", 1)
            assert "S skip what is left" not in screen(app)
            assert "w warning signs" in screen(app)

    async def test_that_key_does_nothing_to_another_log(self, app: ItbandApp) -> None:
        bridge = exercise()
        diary.log_pain(1, TODAY, moment="during", exercise=bridge)
        async with running(app, USUAL) as pilot:
            await pilot.press("S")
            assert days.read(TODAY).items[0].skipped is None

    async def test_one_key_opens_the_warning_signs_and_escape_comes_back(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("w")
            assert "Warning signs" in screen(app)
            await pilot.press("escape")
            assert app.section.key == "pain"


class TestCorrecting:
    async def test_enter_opens_the_log_with_what_it_holds(self, app: ItbandApp) -> None:
        bridge = exercise()
        diary.log_pain(4, TODAY, moment="during", site="hip", side="right", exercise=bridge, note="Dull.")
        async with running(app, USUAL) as pilot:
            await pilot.press("enter")
            shown = screen(app)
            assert "[4]" in shown
            for words in ("[during]", "[hip]", "[right]", "[Glute bridge]"):
                assert words in shown
            assert app.screen.query_one("#note", Input).value == "Dull."

    async def test_what_is_changed_is_saved_and_the_rest_stays(self, app: ItbandApp) -> None:
        log = diary.log_pain(4, TODAY, moment="after", medication="ibuprofen", note="Dull.")
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "2", "enter")
            changed = PainLog.get_by_id(log.uid)
            assert (changed.level, changed.moment, changed.medication, changed.note, changed.at) == (
                2,
                "after",
                "ibuprofen",
                "Dull.",
                log.at,
            )
            assert "2  after" in screen(app)

    async def test_a_note_of_several_lines_keeps_them_when_left_alone(self, app: ItbandApp) -> None:
        log = diary.log_pain(4, TODAY, note="Dull.\n? Ask about it")
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "5", "enter")
        changed = PainLog.get_by_id(log.uid)
        assert (changed.level, changed.note) == (5, "Dull.\n? Ask about it")

    async def test_an_exercise_can_be_taken_off_a_log(self, app: ItbandApp) -> None:
        diary.log_pain(4, TODAY, moment="during", exercise=exercise())
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "tab", "left", "enter")
            assert PainLog.get().exercise_uid is None

    async def test_a_log_of_a_run_and_an_exercise_keeps_both_when_they_are_left_alone(
        self, app: ItbandApp
    ) -> None:
        bridge, run = exercise(), diary.log_run(5, TODAY)
        diary.log_pain(4, TODAY, moment="after", exercise=bridge, run=run)
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "5", "enter")
            log = PainLog.get()
            assert (log.level, log.exercise_uid, log.run_uid) == (5, bridge.uid, run.uid)

    async def test_an_exercise_that_left_the_plan_stays_with_its_log(self, app: ItbandApp) -> None:
        bridge = exercise()
        diary.log_pain(4, TODAY, moment="during", exercise=bridge)
        plan.archive(bridge, TODAY)
        async with running(app, USUAL) as pilot:
            await pilot.press("enter", "5", "enter")
            log = PainLog.get()
            assert (log.level, log.exercise_uid) == (5, bridge.uid)

    async def test_a_second_worst_of_one_side_is_refused_and_the_form_stays(self, app: ItbandApp) -> None:
        diary.log_pain(4, TODAY)
        diary.log_pain(2, TODAY, moment="night")
        async with running(app, USUAL) as pilot:
            await pilot.press("j", "enter", "w")
            assert "The worst of the day is 4 already: edit or delete that one." in screen(app)
            await pilot.press("enter")
            assert isinstance(app.screen, PainForm)
            assert [level for level, *_ in logged()] == [4, 2]

    @pytest.mark.parametrize("key", ["delete", "backspace"])
    async def test_a_key_deletes_the_log_and_undo_brings_it_back(self, app: ItbandApp, key: str) -> None:
        diary.log_pain(4, TODAY, note="Dull.")
        async with running(app, USUAL) as pilot:
            await pilot.press(key)
            assert logged() == []
            assert told(app)[-1].endswith("Undo brings it back.")
            await pilot.press("u")
            assert logged() == [(4, "worst", "outer-knee", "left")]
            assert "Dull." in screen(app)

    async def test_the_cursor_goes_to_the_next_log_when_one_is_deleted(self, app: ItbandApp) -> None:
        for level in (1, 2, 3):
            diary.log_pain(level, TODAY, moment="other")
        async with running(app, USUAL) as pilot:
            await pilot.press("j", "delete")
            assert line_with(app, "▸").startswith(" ▸  3")
            await pilot.press("delete")
            assert line_with(app, "▸").startswith(" ▸  1")

    async def test_the_cursor_is_on_what_was_just_logged(self, app: ItbandApp) -> None:
        diary.log_pain(1, TODAY, moment="morning")
        async with running(app, USUAL) as pilot:
            await pilot.press("4", "n", "down", "down", "down", "down", "enter")
            await pilot.pause()
            assert line_with(app, "▸").startswith(" ▸  4")


class TestDays:
    @pytest.mark.parametrize(
        ("before", "after"), [("left", "right"), ("left_square_bracket", "right_square_bracket")]
    )
    async def test_keys_go_to_the_day_before_and_after(self, app: ItbandApp, before: str, after: str) -> None:
        diary.log_pain(7, YESTERDAY)
        async with running(app, USUAL) as pilot:
            await pilot.press(before)
            assert "Sunday 22 November" in screen(app)
            assert "Pain of the day  7" in screen(app)
            await pilot.press(after)
            assert "Monday 23 November" in screen(app)

    async def test_a_past_day_can_be_filled_in(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("left", "5", "enter")
            assert logged(YESTERDAY) == [(5, "worst", "outer-knee", "left")]
            assert PainLog.get().at is None

    async def test_a_day_to_come_takes_no_log_and_says_why(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.press("right")
            assert "Tuesday 24 November has not come yet" in screen(app)
            await pilot.press("5")
            assert not isinstance(app.screen, PainForm)
            assert "has not come yet" in told(app)[-1]

    async def test_d_goes_to_a_typed_date(self, app: ItbandApp) -> None:
        diary.log_pain(6, date(2026, 11, 2))
        async with running(app, USUAL) as pilot:
            await pilot.press("d", *"2026-11-02", "enter")
            await pilot.pause()
            assert "Monday 2 November" in screen(app)
            assert "Pain of the day  6" in screen(app)

    async def test_the_arrows_can_be_clicked(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            await pilot.click("DayBar", offset=(1, 0))
            assert "Sunday 22 November" in screen(app)

    async def test_it_can_be_sent_to_a_day(self, app: ItbandApp) -> None:
        async with running(app, USUAL) as pilot:
            app.open_section("pain", day=YESTERDAY)
            await pilot.pause()
            assert "Sunday 22 November" in screen(app)

    async def test_a_new_day_is_moved_to_from_today_only(
        self, app: ItbandApp, frozen: time_machine.Traveller
    ) -> None:
        async with running(app, USUAL) as pilot:
            frozen.shift(timedelta(days=1))
            app.section.show_diary()
            assert "Tuesday 24 November" in screen(app)
            await pilot.press("left", "left")
            frozen.shift(timedelta(days=1))
            app.section.show_diary()
            assert "Sunday 22 November" in screen(app)


class TestFourteenDays:
    @pytest.fixture
    def fortnight(self, app: ItbandApp) -> ItbandApp:
        for back, level in ((13, 5), (9, 10), (2, 0), (0, 3)):
            diary.log_pain(level, TODAY - timedelta(days=back))
        return app

    async def test_wide_they_are_a_list_with_bars(self, fortnight: ItbandApp) -> None:
        async with running(fortnight, WIDE):
            assert line_with(fortnight, "Tue 10 Nov").endswith("5 " + "█" * 10)
            assert line_with(fortnight, "Sat 14 Nov").endswith("10 " + "█" * 20)

    async def test_a_gap_is_not_a_zero(self, fortnight: ItbandApp) -> None:
        async with running(fortnight, WIDE):
            assert line_with(fortnight, "Sat 21 Nov").endswith("Sat 21 Nov   0")
            assert line_with(fortnight, "Fri 20 Nov").endswith("Fri 20 Nov   ·")

    async def test_at_80_columns_they_are_a_table(self, fortnight: ItbandApp) -> None:
        async with running(fortnight, USUAL):
            below = list(lines(fortnight))
            at = below.index(line_with(fortnight, "Pain, 14 days"))
            assert below[at].split()[3:] == [str(day) for day in range(10, 24)]
            assert below[at + 2].split() == ["5", "·", "·", "·", "10", *"······", "0", "·", "3"]

    async def test_in_a_narrow_pane_they_are_a_row_of_bars(self, fortnight: ItbandApp) -> None:
        async with running(fortnight, SMALL):
            assert line_with(fortnight, "Pain, 14 days").endswith("▅   █      ▁ ▃")

    async def test_a_click_on_a_day_goes_there(self, fortnight: ItbandApp) -> None:
        async with running(fortnight, WIDE) as pilot:
            await pilot.click(PainDays, offset=(6, 2))
            assert "Tuesday 10 November" in screen(fortnight)

    async def test_without_any_it_says_what_will_stand_there(self, app: ItbandApp) -> None:
        async with running(app, USUAL):
            assert "a bar for each day that has a level" in screen(app)


class TestSizes:
    async def test_in_a_tiny_pane_it_still_works(self, app: ItbandApp) -> None:
        diary.log_pain(4, TODAY, moment="during", exercise=exercise(), note="A long note, " * 20)
        async with running(app, TINY) as pilot:
            await pilot.press("3", "down", "right", "down", "down", "enter")
            await pilot.press("j", "k", "left", "right", "enter", "escape", "delete", "u")
            assert len(logged()) == 2
            await pilot.resize_terminal(*WIDE)
            await pilot.resize_terminal(*TINY)

    async def test_the_form_grows_and_shrinks(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("4")
            assert "◂ worst of the" in screen(app)
            await pilot.resize_terminal(*USUAL)
            await pilot.pause()
            assert "[worst of the day] in the morning" in screen(app)
            assert "worst pain imaginable" in screen(app)

    async def test_all_the_form_can_be_reached_in_a_small_pane(self, app: ItbandApp) -> None:
        async with running(app, SMALL) as pilot:
            await pilot.press("a")
            assert "0 1 2 3 4 5 6 7 8 9 10" in screen(app)
            assert app.focused is app.screen.query_one("#moment", Choice)
            await pilot.press("up")
            assert app.focused is app.screen.query_one("#note", Input)
