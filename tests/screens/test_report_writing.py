"""Report: the file is written by a thread, asked for before it replaces another, and at hand at the end."""

import errno
import json
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from data.exchange import export
from data.exchange.export import BY_ENDING, FORMATS, Format
from data.models import database
from screens.report import COPIED, ReportScreen
from screens.report_work import STOPPED
from screens.widgets.dialogs import ConfirmDialog
from tests import loading
from tests.data.exchange import report_diaries
from tests.data.exchange.report_pages import Pages
from tests.screens.reports import documents, press, settled, words
from tests.screens.the_app import USUAL, app_on, screen, told
from tui.app import ItbandApp

__all__ = ["documents"]

NAME = "itband-2026-11-23"
WRITTEN = f"✓ Written: ~/Documents/{NAME}.pdf"
EACH_FORMAT = pytest.mark.parametrize("chosen", FORMATS, ids=[one.name for one in FORMATS])
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="opens by a program of its own")


@pytest.fixture
def sample(folder: Path, documents: Path) -> ItbandApp:
    loading.load(report_diaries.small())
    return app_on(folder, "report")


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Pages:
    return Pages(monkeypatch)


def to_format(chosen: Format) -> list[str]:
    return ["j", *["right"] * FORMATS.index(chosen)]


class Held:
    """A write that waits in the middle until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_there, self.go_on, self.is_over = threading.Event(), threading.Event(), threading.Event()
        self.threads: list[threading.Thread] = []
        self._write = export.write
        monkeypatch.setattr(export, "write", self.write)

    def write(self, *what: Any, progress: export.Progress, **how: Any) -> None:
        self.threads.append(threading.current_thread())
        progress("Setting the pages", 0.46)
        self.is_there.set()
        assert self.go_on.wait(30)
        try:
            self._write(*what, progress=progress, **how)
        finally:
            self.is_over.set()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    one = Held(monkeypatch)
    yield one
    one.go_on.set()


class TestEachFormat:
    @EACH_FORMAT
    async def test_enter_writes_it_complete_and_for_its_owner_alone(
        self, sample: ItbandApp, documents: Path, tmp_path: Path, chosen: Format, pages: Pages
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, *to_format(chosen), "enter")
            assert f"✓ Written: ~/Documents/{NAME}{chosen.ending}" in screen(sample)
        path = documents / f"{NAME}{chosen.ending}"
        assert [one.name for one in documents.iterdir()] == [path.name]
        assert path.stat().st_mode & 0o777 == 0o600
        said = pages.words()
        expected = tmp_path / f"by-command{chosen.ending}"
        export.write(expected)
        if chosen.ending == ".pdf":
            assert said == pages.words()
            assert path.read_bytes().startswith(b"%PDF") and b"%%EOF" in path.read_bytes()[-10:]
        else:
            assert path.read_bytes() == expected.read_bytes()

    @EACH_FORMAT
    async def test_an_unmarked_note_is_in_no_report(
        self, sample: ItbandApp, documents: Path, chosen: Format, pages: Pages
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, *to_format(chosen), "enter")
        path = documents / f"{NAME}{chosen.ending}"
        said = pages.words() if chosen.ending == ".pdf" else path.read_text(encoding="utf-8")
        assert "Stairs were fine" in said
        assert ("PRIVATE" in said) is not chosen.is_report

    @pytest.mark.slow
    async def test_own_days_and_no_name(self, sample: ItbandApp, documents: Path) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, *to_format(BY_ENDING[".txt"]), "j", "right")
            await press(pilot, "d", *"2026-11-01", "tab", *"2026-11-20", "enter")
        said = (documents / f"{NAME}.txt").read_text(encoding="utf-8")
        assert "1 to 20 Nov 2026 (20 days)" in said
        assert "Ann Runner" not in said

    async def test_the_part_of_a_diary_that_was_asked_for(self, sample: ItbandApp, documents: Path) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, *to_format(BY_ENDING[".json"]), "k", "left", "left", "enter")
            assert "[4 weeks]" in screen(sample)
        days = [row["day"] for row in json.loads((documents / f"{NAME}.json").read_bytes())["pain_logs"]]
        assert min(days) >= "2026-10-27"


class TestWhereItGoes:
    async def test_a_name_that_was_typed(self, sample: ItbandApp, documents: Path) -> None:
        (documents / "visits").mkdir()
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *"~/Documents/visits/november", "enter")
            assert "✓ Written: ~/Documents/visits/november.pdf" in screen(sample)
        assert (documents / "visits" / "november.pdf").exists()

    async def test_a_folder_that_was_typed_gets_the_usual_name(
        self, sample: ItbandApp, documents: Path
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *"~/", "enter")
        assert (documents.parent / f"{NAME}.pdf").exists()

    async def test_an_emptied_field_is_the_usual_file(self, sample: ItbandApp, documents: Path) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "f", "delete", "enter")
        assert (documents / f"{NAME}.pdf").exists()


class TestAFileThatIsThere:
    async def test_it_is_asked_for_and_stays_with_no(self, sample: ItbandApp, documents: Path) -> None:
        path = documents / f"{NAME}.pdf"
        path.write_text("mine")
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "enter")
            assert isinstance(sample.screen, ConfirmDialog)
            assert f"~/Documents/{NAME}.pdf is already there." in words(sample)
            await press(pilot, "n")
            assert isinstance(sample.screen, ReportScreen)
        assert path.read_text() == "mine"

    async def test_with_yes_it_is_replaced(self, sample: ItbandApp, documents: Path) -> None:
        path = documents / f"{NAME}.pdf"
        path.write_text("mine")
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "enter", "y")
            assert WRITTEN in screen(sample)
        assert path.read_bytes().startswith(b"%PDF")
        assert path.stat().st_mode & 0o777 == 0o600

    async def test_writing_twice_asks_too(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "enter")
            await press(pilot, "enter")
            assert isinstance(sample.screen, ConfirmDialog)


class TestWhatCanNotBeWritten:
    async def refused(self, app: ItbandApp, typed: str) -> str:
        """What is said to a file that was typed; what was typed stays."""
        async with app.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *typed, "enter")
            assert app.screen.query_one("#file", Input).value == typed
            assert "✓" not in screen(app)
            return words(app)

    async def test_no_such_folder(self, sample: ItbandApp) -> None:
        assert "▲ /no/report.pdf was not written: there is no folder /no." in await self.refused(
            sample, "/no/report.pdf"
        )

    async def test_no_such_home(self, sample: ItbandApp) -> None:
        assert "▲ ~nobody-here/x leads nowhere: type the whole path." in await self.refused(
            sample, "~nobody-here/x"
        )

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            (errno.EACCES, "you may not write in the folder"),
            (errno.EROFS, "you may not write in the folder"),
            (errno.ENOSPC, "the disk is full; free some space and try again"),
        ],
    )
    async def test_trouble_with_the_disk(
        self,
        sample: ItbandApp,
        documents: Path,
        monkeypatch: pytest.MonkeyPatch,
        code: int,
        said: str,
    ) -> None:
        def fails(*_: Any, **__: Any) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(tempfile, "mkstemp", fails)
        assert f"was not written: {said}" in await self.refused(sample, "~/Documents/x.html")
        assert list(documents.iterdir()) == []

    async def test_a_refusal_goes_when_something_else_is_chosen_and_it_can_be_tried_again(
        self, sample: ItbandApp, documents: Path
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *"~/new/x.pdf", "enter")
            assert "▲" in screen(sample)
            (documents.parent / "new").mkdir()
            await press(pilot, "enter")
            assert "✓ Written: ~/new/x.pdf" in screen(sample)
            await press(pilot, *["backspace"] * 5, *"../no/x", "enter")
            assert "▲" in screen(sample)
            await press(pilot, "escape", "k", "right")
            assert "▲" not in screen(sample)


class TestTheThread:
    async def test_progress_is_shown_and_the_app_goes_on(self, sample: ItbandApp, held: Held) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)
            await pilot.press("enter")
            assert held.is_there.wait(20)
            await pilot.pause(0.05)
            assert "Setting the pages: 46 %" in screen(sample)
            assert "━━━" in screen(sample)
            assert held.threads[0] is not threading.main_thread()
            await pilot.press("enter", "j")
            await pilot.pause()
            assert len(held.threads) == 1
            held.go_on.set()
            await settled(pilot)
            assert WRITTEN in screen(sample)
            assert "━" not in screen(sample)

    async def test_escape_stops_it_and_nothing_is_written(
        self, sample: ItbandApp, held: Held, documents: Path
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)
            await pilot.press("enter")
            assert held.is_there.wait(20)
            await pilot.press("escape", "escape")
            await pilot.pause(0.05)
            assert "Stopping …" in screen(sample)
            held.go_on.set()
            await settled(pilot)
            assert f"▲ {STOPPED}" in screen(sample)
            assert list(documents.iterdir()) == []
            await press(pilot, "enter")
            assert WRITTEN in screen(sample)

    async def test_elsewhere_in_the_app_its_end_is_told(self, sample: ItbandApp, held: Held) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)
            await pilot.press("enter")
            assert held.is_there.wait(20)
            await pilot.press("g")
            held.go_on.set()
            await settled(pilot)
            assert told(sample) == [f"Written: ~/Documents/{NAME}.pdf"]
            await press(pilot, "e")
            assert WRITTEN in screen(sample)

    async def test_quitting_in_the_middle_leaves_no_half_file(
        self, sample: ItbandApp, held: Held, documents: Path
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await settled(pilot)
            await pilot.press("enter")
            assert held.is_there.wait(20)
            await pilot.press("ctrl+q")
        held.go_on.set()
        assert held.is_over.wait(20)
        assert list(documents.iterdir()) == []

    async def test_it_reads_by_a_connection_of_its_own(
        self, sample: ItbandApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        here, seen = database.connection(), []
        write = export.write

        def noted(*what: Any, **how: Any) -> None:
            seen.append(database.connection())
            write(*what, **how)

        monkeypatch.setattr(export, "write", noted)
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "enter")
            assert seen and seen[0] is not here
            assert database.connection() is here


class TestAtTheEnd:
    async def test_the_path_is_copied_by_key(self, sample: ItbandApp, documents: Path) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "c")
            assert sample.clipboard == ""
            await press(pilot, "enter")
            assert "c copies the path" in screen(sample)
            await press(pilot, "c")
            assert sample.clipboard == str(documents / f"{NAME}.pdf")
            assert told(sample) == [COPIED]

    async def test_without_a_desktop_nothing_is_opened_and_this_is_said(self, sample: ItbandApp) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "enter")
            assert "Nothing on this machine opens it from here." in screen(sample)
            assert "O opens it" not in screen(sample)
            await press(pilot, "O")
            assert told(sample) == []

    @posix_only
    async def test_it_is_opened_by_key_as_one_word(
        self, sample: ItbandApp, documents: Path, desktop: Path
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "f", *"~/Documents/a  b;$(x).pdf", "enter", "escape")
            assert "O opens it" in screen(sample)
            await press(pilot, "O")
            await pilot.app.workers.wait_for_complete()
            assert desktop.read_text() == f"1 {documents}/a  b;$(x).pdf\n"
            assert told(sample) == []

    @posix_only
    async def test_a_file_that_is_gone_can_not_be_opened_and_this_is_said(
        self, sample: ItbandApp, documents: Path, desktop: Path
    ) -> None:
        async with sample.run_test(size=USUAL) as pilot:
            await press(pilot, "enter")
            (documents / f"{NAME}.pdf").unlink()
            await press(pilot, "O")
            await pilot.app.workers.wait_for_complete()
            assert told(sample) == [f"The system could not open ~/Documents/{NAME}.pdf."]

    @pytest.fixture
    def desktop(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Where the desktop's program notes how many words it was given, and the first."""
        noted, programs = tmp_path / "opened", tmp_path / "programs"
        programs.mkdir()
        for name in ("xdg-open", "open"):
            program = programs / name
            program.write_text(f'#!/bin/sh\n[ -e "$1" ] || exit 2\necho "$# $1" > {noted}\n')
            program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
        monkeypatch.setenv("DISPLAY", ":0")
        return noted
