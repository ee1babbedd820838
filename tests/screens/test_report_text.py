"""Report: the text that is read in the app before it is handed over."""

from pathlib import Path

import pytest

from data.exchange import export
from screens.report import ReportScreen
from tests import loading
from tests.data.exchange import report_diaries
from tests.screens.reports import documents, press
from tests.screens.the_app import USUAL, app_on, screen
from tui.app import ItbandApp

__all__ = ["documents"]


@pytest.fixture
def sample(folder: Path, documents: Path) -> ItbandApp:
    loading.load(report_diaries.small())
    return app_on(folder, "report")


async def test_it_is_what_the_text_file_says_word_for_word(sample: ItbandApp, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    export.write(path)
    expected = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines()]
    async with sample.run_test(size=(81, len(expected) + 2)) as pilot:
        await press(pilot, "v")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen(sample).split("\n")[1 : len(expected) + 1] == expected


async def test_it_has_the_days_and_the_name_that_were_chosen(sample: ItbandApp) -> None:
    async with sample.run_test(size=USUAL) as pilot:
        await press(pilot, "right", "j", "j", "right", "v")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "27 Oct to 23 Nov 2026 (28 days)" in screen(sample)
        assert "Ann Runner" not in screen(sample)


async def test_keys_scroll_it_and_close_it(sample: ItbandApp) -> None:
    async with sample.run_test(size=(40, 12)) as pilot:
        await press(pilot, "v")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        top = screen(sample)
        for there, back in (("j", "k"), ("space", "b"), ("end", "home"), ("right", "left")):
            await press(pilot, there)
            assert screen(sample) != top, there
            await press(pilot, back)
            assert screen(sample) == top, back
        await press(pilot, "v")
        assert isinstance(sample.screen, ReportScreen)


async def test_a_table_is_looked_at_elsewhere(sample: ItbandApp) -> None:
    async with sample.run_test(size=USUAL) as pilot:
        await press(pilot, "j", "right", "right", "right", "v")
        assert isinstance(sample.screen, ReportScreen)


async def test_days_that_can_not_be_are_said(sample: ItbandApp) -> None:
    async with sample.run_test(size=USUAL) as pilot:
        await press(pilot, "d", *"soon", "escape", "v")
        assert isinstance(sample.screen, ReportScreen)
        assert "▲ 'soon' is no day" in screen(sample)
