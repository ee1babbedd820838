"""The Journal: days newest first, the cursor, filters, search, and the way to Today and back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.events import MouseScrollDown

from data import diary, entries, pauses, plan
from data.models import Exercise, PainLog
from screens.journal import EMPTY, NOTHING_FITS, JournalScreen
from screens.widgets.day_list import DayList
from screens.widgets.journal_filter import FilterBar
from tests.screens.the_app import SIZES, SMALL, TINY, USUAL, WIDE, app_on, lines, screen, section_of, told
from tui.app import ItbandApp

TODAY = date(2026, 11, 23)


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "journal")


@pytest.fixture
def bridge(folder: Path) -> Exercise:
    exercise = plan.add_exercise("glute-bridge", "Glute bridge", "strength", "reps")
    plan.prescribe(exercise, back(30), sets=2, amount=10, schedule={"type": "daily"})
    return exercise


def row(app: ItbandApp, words: str) -> str:
    """The line of the list that has these words."""
    return next(line.partition("▏")[0].rstrip() for line in list(lines(app))[1:] if words in line)


def here(app: ItbandApp) -> str:
    """The line under the cursor."""
    return row(app, "▸ ").strip()


def days_listed(app: ItbandApp) -> list[date]:
    journal = app.section
    assert isinstance(journal, JournalScreen)
    return [row.first for row in journal._rows.list if row.kind == "day"]


class TestAnEmptyDiary:
    @SIZES
    async def test_it_says_what_will_stand_there_and_what_to_press(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size):
            assert EMPTY in " ".join(screen(app).split())

    async def test_no_key_harms(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("enter", "j", "k", "end", "home", "pagedown", "space", "d", "s", "n", "5")
            assert app.section.key == "journal"

    async def test_there_is_no_day_to_go_to_or_to_narrow(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("d", *"2026-11-20", "enter", "slash", "s", "n")
            assert EMPTY in " ".join(screen(app).split())
            assert app.section.check_action("pick_day", ()) is None


class TestALine:
    async def test_tells_pain_what_was_done_and_what_was_run(self, app: ItbandApp, bridge: Exercise) -> None:
        diary.log_pain(3, back(1))
        diary.do(bridge, back(1))
        diary.log_run(5.2, back(1))
        async with app.run_test(size=USUAL):
            assert row(app, "Sun 22").split() == ["▸", "Sun", "22", "3", "●", "1", "of", "1", "5.2", "km"]

    async def test_a_zero_is_a_value_and_missing_is_not(self, app: ItbandApp) -> None:
        diary.log_pain(0, back(1))
        diary.add_event("visit", back(2))
        async with app.run_test(size=USUAL):
            assert row(app, "Sun 22").split()[3] == "0"
            assert row(app, "Sat 21").split()[2] == "·"

    async def test_tells_events_skips_and_notes_in_words(
        self, app: ItbandApp, folder: Path, bridge: Exercise
    ) -> None:
        diary.skip(bridge, back(1), "time")
        diary.add_event("visit", back(1))
        diary.set_note(back(1), "Stairs fine.", for_physio=True)
        async with app.run_test(size=WIDE):
            assert "visit · skipped: no time" in row(app, "Sun 22")
            assert row(app, "Sun 22").endswith("…")
        wider = app_on(folder, "journal")
        async with wider.run_test(size=(200, 40)):
            assert row(wider, "Sun 22").endswith("visit · skipped: no time · for physio · Stairs fine.")

    async def test_has_signs_in_few_columns_and_says_what_they_mean(
        self, app: ItbandApp, bridge: Exercise
    ) -> None:
        diary.skip(bridge, back(1), "time")
        diary.add_event("visit", back(1))
        diary.set_note(back(1), "Stairs fine.", for_physio=True)
        async with app.run_test(size=SMALL):
            assert row(app, "Sun 22").endswith("“?!×")
            assert "“ note  ? physio  ! event  × skipped" in screen(app)

    async def test_says_of_pain_elsewhere_that_it_is(self, app: ItbandApp) -> None:
        diary.log_pain(6, back(1), site="hip")
        async with app.run_test(size=USUAL):
            assert "pain 6 elsewhere" in row(app, "Sun 22")

    @SIZES
    async def test_fits(self, app: ItbandApp, bridge: Exercise, size: tuple[int, int]) -> None:
        diary.log_pain(10, back(1))
        diary.log_run(123.4, back(1))
        diary.set_note(back(1), "脚が痛い " * 40)
        async with app.run_test(size=size):
            assert "10" in row(app, "Sun 22")
            assert "123.4 km" in row(app, "Sun 22")
            assert app.screen.max_scroll_x == 0

    async def test_hostile_text_is_shown_as_it_is(self, app: ItbandApp) -> None:
        diary.set_note(back(1), "[red]no[/] \x1b[31m")
        async with app.run_test(size=USUAL):
            assert r"[red]no[/] \x1b[31m" in row(app, "Sun 22")


class TestDaysWithoutAnEntry:
    async def test_are_one_quiet_line(self, app: ItbandApp) -> None:
        diary.log_pain(3, TODAY)
        diary.log_pain(3, back(4))
        async with app.run_test(size=USUAL):
            assert row(app, "20–22").split(maxsplit=1)[1] == "3 days without an entry"

    async def test_one_alone_and_today(self, app: ItbandApp) -> None:
        diary.log_pain(3, back(2))
        async with app.run_test(size=USUAL):
            assert row(app, "Mon 23").split(maxsplit=2)[2] == "nothing yet today"
            assert row(app, "Sun 22").split(maxsplit=2)[2] == "no entry"

    async def test_say_so_when_everything_was_paused(self, app: ItbandApp) -> None:
        diary.log_pain(3, TODAY)
        diary.log_pain(3, back(40))
        pauses.pause(back(39), back(1))
        async with app.run_test(size=USUAL):
            assert "39 days without an entry, paused" in row(app, "15 Oct – 22 Nov")

    async def test_enter_opens_the_last_of_them_on_today(self, app: ItbandApp) -> None:
        diary.log_pain(3, TODAY)
        diary.log_pain(3, back(4))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("j", "enter")
            await pilot.pause()
            assert app.section.key == "today"
            assert "Sunday 22 November" in screen(app)


class TestTheCursor:
    @pytest.fixture(autouse=True)
    def fortnight(self, folder: Path) -> None:
        for days in range(60):
            diary.log_pain(days % 11, back(days))

    async def test_begins_on_the_newest_day(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL):
            assert here(app).startswith("▸ Mon 23")

    @pytest.mark.parametrize(
        ("keys", "day"),
        [
            (["j"], "Sun 22"),
            (["down", "down"], "Sat 21"),
            (["j", "j", "k"], "Sun 22"),
            (["k", "up"], "Mon 23"),
            (["end"], "Fri 25"),
            (["end", "home"], "Mon 23"),
            (["end", "up"], "Sat 26"),
        ],
    )
    async def test_moves_by_day(self, app: ItbandApp, keys: list[str], day: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*keys)
            assert here(app).startswith(f"▸ {day}")

    @SIZES
    async def test_moves_by_a_page_and_stays_in_sight(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with app.run_test(size=size) as pilot:
            seen = [here(app)[:8]]
            for key in ("pagedown", "pageup", "pagedown", "pagedown"):
                await pilot.press(key)
                seen.append(here(app)[:8])
            assert seen[0] == seen[2] != seen[1] == seen[3] != seen[4]

    async def test_passes_over_the_month(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*["j"] * 23)
            assert here(app).startswith("▸ Sat 31")
            await pilot.press("k")
            assert here(app).startswith("▸ Sun 1")

    async def test_the_month_stands_above_where_its_name_has_scrolled_away(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            assert "Day" in row(app, "Pain  Done")
            await pilot.press("end")
            await pilot.pause()
            assert "Oct 2026" in row(app, "Pain  Done")

    async def test_stays_on_its_day_when_others_come_and_go(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("j", "j")
            section_of(pilot).write(lambda: diary.add_event("visit", back(90)).kind)
            section_of(pilot).write(lambda: entries.delete(PainLog.get(day=TODAY)))
            await pilot.pause()
            assert here(app).startswith("▸ Sat 21")

    async def test_a_click_goes_to_a_day_and_a_second_opens_it(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.click(DayList, offset=(5, 4))
            assert here(app).startswith("▸ Fri 20")
            await pilot.click(DayList, offset=(5, 4))
            await pilot.pause()
            assert app.section.key == "today"

    async def test_a_click_on_a_month_does_nothing(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.click(DayList, offset=(5, 0))
            assert here(app).startswith("▸ Mon 23")

    async def test_the_wheel_scrolls(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            before = screen(app)
            journal = app.section
            assert isinstance(journal, JournalScreen)
            for _ in range(9):
                await pilot._post_mouse_events([MouseScrollDown], DayList, (9, 5))
            await pilot.pause()
            assert screen(app) != before
            assert "Nov 2026" in screen(app)


class TestGoingToADate:
    @pytest.mark.parametrize(
        ("typed", "day"),
        [("2026-11-20", "Fri 20"), ("yesterday", "Sun 22"), ("-3", "Fri 20"), ("1999-01-01", "Wed 14")],
    )
    async def test_the_cursor_goes_to_that_day_or_the_nearest(
        self, app: ItbandApp, typed: str, day: str
    ) -> None:
        for days in range(41):
            diary.log_pain(3, back(days))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("d", *typed, "enter")
            await pilot.pause()
            assert here(app).startswith(f"▸ {day}")

    async def test_a_day_that_fits_the_filter_is_gone_to_within_it(self, app: ItbandApp) -> None:
        for days in range(9):
            diary.log_pain(days, back(days))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("3", "d", *"-5", "enter")
            await pilot.pause()
            assert here(app).startswith("▸ Wed 18") and "[pain 3 or more]" in screen(app)
            assert told(app) == []

    @pytest.mark.parametrize("keys", [["3"], ["slash", *"no such words", "enter"]], ids=["pain", "nothing"])
    async def test_a_day_that_a_filter_hides_is_gone_to_among_all_days_which_is_said(
        self, app: ItbandApp, keys: list[str]
    ) -> None:
        for days in range(9):
            diary.log_pain(days, back(days))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*keys, "d", *"-1", "enter")
            await pilot.pause()
            assert here(app).startswith("▸ Sun 22") and days_listed(app)[0] == TODAY
            assert told(app) == ["Sun 22 Nov 2026 isn't among the days that fit: all are shown again."]

    async def test_what_is_no_day_is_told(self, app: ItbandApp) -> None:
        diary.log_pain(3, TODAY)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("d", *"soon", "enter")
            assert len(app._notifications) == 1
            await pilot.press("escape")
            assert here(app).startswith("▸ Mon 23")


class TestOpeningADay:
    async def test_enter_opens_it_on_today_and_escape_comes_back(self, app: ItbandApp) -> None:
        diary.log_pain(3, back(5))
        diary.log_pain(3, back(9))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("end", "enter")
            await pilot.pause()
            assert app.section.key == "today"
            assert "Saturday 14 November" in screen(app)
            await pilot.press("escape")
            await pilot.pause()
            assert app.section.key == "journal"
            assert here(app).startswith("▸ Sat 14")

    async def test_what_was_put_right_there_is_seen_here(self, app: ItbandApp) -> None:
        diary.log_pain(3, back(1))
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press("8", "escape")
            await pilot.pause()
            assert PainLog.get().level == 8
            assert here(app).split()[3] == "8"

    async def test_undo_works_here_too(self, app: ItbandApp) -> None:
        diary.log_pain(3, back(1))
        diary.log_pain(8, back(1))
        async with app.run_test(size=USUAL) as pilot:
            assert here(app).split()[3] == "8"
            await pilot.press("u")
            assert here(app).split()[3] == "3"


class TestFilters:
    @pytest.fixture(autouse=True)
    def days(self, folder: Path, bridge: Exercise) -> None:
        for days, level in enumerate([0, 4, 10, 2, 6, 1]):
            diary.log_pain(level, back(days))
        diary.skip(bridge, back(1), "pain")
        diary.skip(bridge, back(2), "time")
        diary.set_note(back(2), "Stairs fine.", for_physio=True)
        diary.set_note(back(3), "stairs [bad]")

    @pytest.mark.parametrize(
        ("keys", "found"),
        [
            (["4"], [1, 2, 4]),
            (["0"], [0, 1, 2, 3, 4, 5]),
            (["1", "0"], [2]),
            (["4", "6"], [2, 4]),
            (["4", "4"], [0, 1, 2, 3, 4, 5]),
            (["s"], [1, 2]),
            (["s", "s"], [0, 1, 2, 3, 4, 5]),
            (["n"], [2]),
            (["5", "s"], [2]),
            (["slash", *"stairs", "enter"], [2, 3]),
            (["slash", *"[bad]", "enter"], [3]),
            (["slash", *"stairs", "enter", "n"], [2]),
            (["1", "j", "0"], [0, 1, 2, 3, 4, 5]),
        ],
    )
    async def test_narrow_the_list(self, app: ItbandApp, keys: list[str], found: list[int]) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press(*keys)
            assert days_listed(app) == [back(days) for days in found]

    async def test_the_list_follows_each_letter(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("slash", *"stairs")
            await pilot.pause()
            assert days_listed(app) == [back(2), back(3)]
            await pilot.press(*" fi")
            await pilot.pause()
            assert days_listed(app) == [back(2)]

    async def test_say_what_is_on_and_how_many_days_fit(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("1", "s", "slash", *"stairs", "enter")
            shown = screen(app)
            for said in ("[“stairs”]", "[pain 1 or more]", "[skipped]", "1 day · backspace shows all"):
                assert said in shown

    @pytest.mark.parametrize("key", ["backspace", "delete", "escape"])
    async def test_one_key_shows_all_days_again(self, app: ItbandApp, key: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("5", "s", "slash", *"stairs", "enter", key)
            assert len(days_listed(app)) == 6
            await pilot.press("slash")
            assert not app.screen.query_one("#journal-search").value  # type: ignore[attr-defined]

    @SIZES
    async def test_that_no_day_fits_is_said(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.press("slash", *"elephant", "enter")
            assert NOTHING_FITS in " ".join(screen(app).split())

    async def test_the_cursor_stays_on_its_day_where_that_fits(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("j", "j", "s")
            assert here(app).startswith("▸ Sat 21")
            await pilot.press("s")
            assert here(app).startswith("▸ Sat 21")

    async def test_words_found_in_a_long_note_are_shown(self, app: ItbandApp) -> None:
        diary.set_note(back(4), "and so on " * 30 + "needle " + "and on " * 30)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("slash", *"needle", "enter")
            await pilot.pause()
            assert "needle" in here(app)

    @pytest.mark.parametrize("size", [USUAL, SMALL])
    async def test_each_can_be_clicked(self, app: ItbandApp, size: tuple[int, int]) -> None:
        async with app.run_test(size=size) as pilot:

            async def click(words: str) -> None:
                bar = app.screen.query_one(FilterBar)
                for y, line in enumerate(bar._lines):
                    text = "".join(piece.text for piece in line)
                    if words in text:
                        await pilot.click(bar, offset=(text.index(words), y))
                        await pilot.pause()
                        return
                raise AssertionError(words)

            await click("skipped")
            assert len(days_listed(app)) == 2
            await click("backspace")
            await click("physio")
            assert len(days_listed(app)) == 1
            await click("backspace")
            await click("pain")
            await click("pain")
            assert "[pain 2 or more]" in screen(app)
            for _ in range(9):
                await click("pain")
            assert "or more" not in screen(app)
            await click("search")
            assert app.focused is app.screen.query_one("#journal-search")

    async def test_letters_in_the_search_are_no_commands(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("slash", *"sn5d")
            assert app.section.key == "journal"
            assert "[skipped]" not in screen(app)
            await pilot.press("escape", "escape")
            assert len(days_listed(app)) == 6


async def test_the_help_says_in_full_what_the_digits_do(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert "0-9       Only days with so much pain or more (1 then 0:" in screen(app)
        assert "10; again: all days)" in screen(app)


class TestTheDayUnderTheCursor:
    @pytest.mark.parametrize("key", ["s", "n", "9", "backspace"])
    async def test_in_full_no_key_narrows_the_list_unseen(self, app: ItbandApp, key: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await pilot.press("space", key)
            await pilot.pause()
            assert "Sunday 22 November" in screen(app)
            await pilot.press("space")
            await pilot.pause()
            assert len(days_listed(app)) > 1 and "shows all" not in screen(app)

    @pytest.fixture(autouse=True)
    def day(self, folder: Path, bridge: Exercise) -> None:
        diary.add_event("start", back(20), side="right")
        diary.log_pain(4, back(1), medication="ibuprofen", note="Stiff.")
        diary.log_pain(6, back(1), moment="during", site="hip", exercise=bridge)
        diary.do(bridge, back(1), sets=1)
        diary.log_run(5.2, back(1), during=3)
        diary.add_event("visit", back(1), "More of the bridge")
        diary.set_note(back(1), "Stairs fine.\n? May I run downhill", for_physio=True)
        plan.set_limit(3, back(1))

    async def test_stands_beside_the_list_on_a_wide_screen(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE):
            shown = screen(app)
            for said in (
                "Sunday 22 November 2026",
                "yesterday",
                "Pain of the day  4",
                "worst of the day · ibuprofen · Stiff.",
                "during Glute bridge · hip, right",
                "Glute bridge",
                "■ □",
                "0.5 of 1",
                "5.2 km · during 3",
                "More of the bridge",
                "Stairs fine.",
                "? May I run downhill",
                "for your physiotherapist",
                "Pain limit 3",
            ):
                assert said in shown, said

    async def test_follows_the_cursor(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("end")
            await pilot.pause()
            assert "Tuesday 3 November 2026" in screen(app)

    @pytest.mark.slow
    async def test_its_boxes_are_only_looked_at(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            details = app.screen.query_one("DayDetails")
            for y in range(details.size.height):
                for x in (2, 20, 30):
                    await pilot.click(details, offset=(x, y))
            assert app.section.key == "journal"
            assert "■ □" in screen(app)

    @pytest.mark.parametrize("size", [USUAL, SMALL])
    async def test_space_shows_it_in_full_where_there_is_no_room_beside(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.press("space")
            await pilot.pause()
            read = screen(app)
            for _ in range(4):
                await pilot.press("pagedown")
                await pilot.pause()
                read += screen(app)
            for said in ("Sunday 22 November 2026", "Stiff.", "5.2 km", "May I run downhill", "Pain limit 3"):
                assert said in read
            await pilot.press("j")
            await pilot.pause()
            assert "Sunday 22" not in screen(app)
            await pilot.press("escape")
            assert "▸ " in screen(app)

    async def test_of_days_without_an_entry_it_says_what_to_press(self, app: ItbandApp) -> None:
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("j")
            await pilot.pause()
            said = "Nothing was entered from Wed 4 Nov 2026 to Sat 21 Nov 2026."
            assert said in " ".join("".join(line.partition("▏")[2]).strip() for line in lines(app))


class TestTheNewDay:
    async def test_the_cursor_moves_on_from_today_to_today(self, app: ItbandApp, frozen) -> None:
        diary.log_pain(3, TODAY)
        async with app.run_test(size=USUAL) as pilot:
            frozen.shift(timedelta(hours=12))
            app._look()
            await pilot.pause()
            assert here(app).endswith("nothing yet today")


@pytest.mark.slow
async def test_it_survives_a_tiny_screen_and_comes_back(app: ItbandApp) -> None:
    diary.log_pain(3, back(1))
    async with app.run_test(size=USUAL) as pilot:
        for size in (TINY, (1, 1), SMALL, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.press("j", "space", "slash", "escape", "space")
        assert "Sun 22" in screen(app)
