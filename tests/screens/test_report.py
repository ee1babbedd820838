"""Report: what is chosen, what is typed, and the preview of what leaves and what stays."""

import threading
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from textual.widgets import Input

from data import diary, settings
from data.exchange import export, report
from data.exchange.export import BY_ENDING, FORMATS
from screens.report import ReportScreen
from screens.report_choices import ROWS
from screens.widgets.file_contents import NOTES_STAY
from screens.widgets.option_row import OptionRow
from tests import loading
from tests.data.exchange import report_diaries
from tests.screens.reports import documents, press, settled, words
from tests.screens.the_app import SIZES, SMALL, TINY, USUAL, WIDE, app_on, lines, screen, told
from tui.app import ItbandApp

__all__ = ["documents"]
pytestmark = pytest.mark.usefixtures("documents")

TODAY = report_diaries.TODAY
LONG = (70, 90)
"""What leaves stands above what stays, and all of it is in sight."""


@pytest.fixture
def app(folder: Path) -> ItbandApp:
    return app_on(folder, "report")


@pytest.fixture
def sample(app: ItbandApp) -> ItbandApp:
    loading.load(report_diaries.small())
    return app


def to_format(ending: str) -> list[str]:
    return ["j", *["right"] * list(BY_ENDING).index(ending)]


def file(app: ItbandApp) -> str:
    return app.screen.query_one("#file", Input).value


def here(app: ItbandApp) -> str:
    return next(line for line in lines(app) if line.lstrip().startswith("▸ ")).split()[1]


class TestThePreview:
    @pytest.mark.parametrize("chosen", FORMATS, ids=[one.name for one in FORMATS])
    async def test_it_is_what_the_file_has_in_it(self, sample: ItbandApp, chosen: Any) -> None:
        async with sample.run_test(size=LONG) as pilot:
            await press(pilot, *to_format(chosen.ending))
            found = export.contents(chosen)
            shown = words(sample)
            for line in (*found.leaves, *found.stays):
                assert line in shown
            assert (NOTES_STAY in shown) is chosen.is_report

    async def test_it_says_that_questions_and_words_on_a_flare_go_in(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=LONG) as pilot:
            await settled(pilot)
            shown = words(sample)
            assert "lines that begin with ? are questions and go into a report" in shown
            assert "So does a flare, with its words." in shown
            assert "never leave" not in shown

    async def test_it_follows_the_period_and_the_name(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=LONG) as pilot:
            await settled(pilot)
            assert "Your name" in screen(sample).split("Stays here")[0]
            await press(pilot, "right", "j", "j", "right")
            found = report.contents(report.chosen(date(2026, 10, 27), TODAY, TODAY), with_name=False)
            shown = words(sample)
            assert all(line in shown for line in (*found.leaves, *found.stays))
            assert "Your name" in screen(sample).split("Stays here")[1]

    async def test_it_follows_what_another_pane_writes(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=LONG) as pilot:
            await settled(pilot)
            before = words(sample)
            diary.log_run(3, TODAY)
            sample._look()
            await settled(pilot)
            assert "3 runs" in words(sample)
            assert "3 runs" not in before

    @pytest.mark.parametrize(
        ("ending", "said"), [(".csv", "the format to keep is .json"), (".json", "The format to keep")]
    )
    async def test_unmarked_notes_leave_with_table_and_diary_and_this_is_said(
        self, sample: ItbandApp, ending: str, said: str
    ) -> None:
        async with sample.run_test(size=LONG) as pilot:
            await press(pilot, *to_format(ending))
            shown = words(sample)
            assert "3 notes, 2 of them not marked for the physiotherapist" in shown
            assert "notes that aren't marked" in shown
            assert said in shown

    async def test_while_one_is_read_only_the_latest_waits(
        self, sample: ItbandApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[str] = []
        go_on = threading.Event()

        def slowly(chosen: Any, *days: Any, **more: Any) -> report.Contents:
            read.append(chosen.ending)
            go_on.wait(20)
            return report.Contents((f"what {chosen.name} has",), ())

        monkeypatch.setattr(export, "contents", slowly)
        async with sample.run_test(size=USUAL) as pilot:
            await pilot.press("j", "right", "right", "right")
            await pilot.pause(0.4)
            assert "Reading the diary …" in screen(sample)
            go_on.set()
            await settled(pilot)
            assert read == [".pdf", ".csv"]
            assert "what table has" in screen(sample)

    async def test_a_name_that_is_typed_has_nothing_read_anew(
        self, sample: ItbandApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)

            def fails(*_: Any, **__: Any) -> report.Contents:
                raise AssertionError

            monkeypatch.setattr(export, "contents", fails)
            await press(pilot, "f", *"visit", "escape")
            assert "Leaves this machine" in screen(sample)

    async def test_a_diary_that_can_not_be_read_is_said(
        self, sample: ItbandApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(*_: Any, **__: Any) -> report.Contents:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(export, "contents", fails)
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)
            assert "can't be used (Input/output error" in words(sample)


class TestChoosing:
    async def test_since_the_last_visit_is_said_with_its_date(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)
            assert "[since the last visit]" in screen(sample)
            assert "19 Oct to 23 Nov 2026, 36 days: since the visit on 19 Oct" in screen(sample)

    @pytest.mark.parametrize(
        ("steps", "said"),
        [
            (1, "27 Oct to 23 Nov 2026, 28 days"),
            (2, "1 Sep to 23 Nov 2026, 84 days"),
            (3, "5 Oct to 23 Nov 2026, 50 days"),
        ],
    )
    async def test_other_periods(self, sample: ItbandApp, steps: int, said: str) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, *["right"] * steps)
            assert said in screen(sample)

    async def test_options_go_around_both_ends(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "j", "left")
            assert "[diary]" in screen(sample)
            await press(pilot, "space")
            assert "[PDF]" in screen(sample)

    async def test_entries_are_all_taken_unless_told_otherwise_and_a_report_keeps_its_period(
        self, sample: ItbandApp
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "right", *to_format(".json"))
            assert "[all]" in screen(sample)
            assert "The whole diary" in screen(sample)
            await press(pilot, "right")
            assert "[4 weeks]" in screen(sample)

    async def test_keys_move_and_stop_at_the_ends(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "k")
            seen = [here(sample)]
            for key in ("j", "down", "j"):
                await press(pilot, key)
                seen.append(here(sample))
            assert seen == ["Period", "Format", "Name", "File"]
            await press(pilot, "j", "j", "up")
            assert here(sample) == "Name"

    @pytest.mark.parametrize(
        ("ending", "said"),
        [(".csv", "stays here: a table has none"), (".json", "as in the settings: the diary is kept whole")],
    )
    async def test_of_the_name_there_is_nothing_to_choose_in_other_files(
        self, sample: ItbandApp, ending: str, said: str
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, *to_format(ending), "j", "right")
            assert said in screen(sample)
            assert "left out" not in screen(sample)

    async def test_without_a_name_the_settings_are_named(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "j", "j", "right")
            assert "none is set; comma opens the settings" in screen(app)
            await press(pilot, "comma")
            settings.put("name", "Ann Runner")
            await press(pilot, "escape")
            assert "[on it] left out   Ann Runner" in screen(app)

    async def test_clicks_choose_and_type(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)

            async def click(text: str) -> None:
                y, line = next((y, line) for y, line in enumerate(lines(sample)) if text in line)
                await pilot.click(offset=(line.index(text) + 1, y))
                await settled(pilot)

            await click(" 12 weeks ")
            assert "[12 weeks]" in screen(sample)
            await click(" text ")
            assert "[text]" in screen(sample) and here(sample) == "Format"
            await click("left out")
            assert "[left out]" in screen(sample)
            await click("File")
            assert sample.focused is sample.screen.query_one("#file")

    async def test_the_palette_leads_to_each_format(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)
            entries = {entry.title: entry for entry in sample.section.palette_entries()}
            entries["Report: table (.csv)"].run()
            await settled(pilot)
            assert "[table]" in screen(sample) and here(sample) == "Format"
            entries["Import a diary or runs"].run()
            await settled(pilot)
            assert "itband import FILE" in told(sample)[-1]

    async def test_where_files_come_in_is_said(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=LONG) as pilot:
            await settled(pilot)
            assert "itband import FILE takes in a .json diary" in words(sample)


class TestTheFile:
    async def test_its_usual_place_and_name(self, app: ItbandApp, documents: Path) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot)
            assert file(app) == "~/Documents/itband-2026-11-23.pdf"
            await press(pilot, "j", "right")
            assert file(app) == "~/Documents/itband-2026-11-23.html"

    async def test_the_home_folder_where_there_is_none_for_documents(
        self, app: ItbandApp, documents: Path
    ) -> None:
        documents.rmdir()
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot)
            assert file(app) == "~/itband-2026-11-23.pdf"

    async def test_the_usual_name_goes_along_with_the_day(
        self, app: ItbandApp, frozen: time_machine.Traveller
    ) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot)
            frozen.move_to(datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Berlin")))
            app._look()
            await settled(pilot)
            assert file(app) == "~/Documents/itband-2026-11-24.pdf"

    async def test_what_was_typed_stays_and_gets_the_ending_of_the_format(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *"~/visit.pdf", "escape", "k", "k", "right", "right")
            assert file(app) == "~/visit.txt"
            diary.log_pain(3, TODAY)
            app._look()
            await settled(pilot)
            assert file(app) == "~/visit.txt"

    async def test_an_ending_that_is_typed_chooses_its_format(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *"visit.csv")
            assert "[table]" in screen(app)
            assert file(app) == "visit.csv"

    async def test_an_ending_of_no_format_stays_a_part_of_the_name(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *"visit.v2", "escape", "k", "k", "right")
            assert file(app) == "visit.v2"

    async def test_letters_are_typed_and_no_commands(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *"qvcdjt")
            assert file(app) == "qvcdjt"
            assert isinstance(app.screen, ReportScreen)

    @pytest.mark.parametrize("key", ["space", "right", "f"])
    async def test_keys_that_begin_to_type(self, app: ItbandApp, key: str) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "j", "j", "j", key)
            assert app.focused is app.screen.query_one("#file")
            await press(pilot, "escape")
            assert app.focused is None


class TestAnEmptyDiary:
    @SIZES
    async def test_it_says_what_will_be_here_and_which_key_begins(
        self, app: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            assert "Here your diary becomes a page" in words(app)
            assert "Nothing is recorded yet. t opens Today" in words(app)
            await press(pilot, "t")
            assert app.section.key == "today"

    async def test_with_the_first_entry_that_is_gone(self, app: ItbandApp) -> None:
        async with app.run_test(size=USUAL) as pilot:
            await settled(pilot)
            diary.log_pain(3, TODAY)
            app._look()
            await settled(pilot)
            assert "Nothing is recorded yet" not in screen(app)


class TestSizes:
    @pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
    async def test_the_cursor_stays_in_sight_and_the_end_can_be_read(
        self, sample: ItbandApp, size: tuple[int, int]
    ) -> None:
        async with sample.run_test(size=size) as pilot:
            await settled(pilot)
            for key in ROWS:
                assert here(sample) == key.capitalize()
                await press(pilot, "j")
            for _ in range(8):
                await press(pilot, "pagedown")
            assert "(.fit, .gpx, .tcx)." in words(sample)

    @pytest.mark.slow
    async def test_twenty_columns_and_five_lines_are_enough_not_to_crash(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=TINY) as pilot:
            for key in ("j", "right", "d", "escape", "f", "escape", "v", "down", "escape", "pagedown", "k"):
                await press(pilot, key)
            await pilot.resize_terminal(*WIDE)
            await settled(pilot)
            assert "Leaves this machine" in screen(sample)

    async def test_a_remark_takes_no_line_that_it_does_not_need(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=SMALL) as pilot:
            await settled(pilot)
            for row in sample.screen.query(OptionRow):
                assert row.size.height == len(row.lay_out(row.size.width))

    async def test_hostile_names_are_literal(self, app: ItbandApp, documents: Path) -> None:
        settings.put("name", "[red]Ann[/] \x1b[31m脚")
        diary.log_pain(3, TODAY)
        (documents / "[b]").mkdir()
        async with app.run_test(size=LONG) as pilot:
            await press(pilot, "f", *"~/Documents/[b]/[link=x]", "enter")
            assert "[red]Ann[/] \\x1b[31m脚" in screen(app)
            assert "Written: ~/Documents/[b]/[link=x].pdf" in words(app)
