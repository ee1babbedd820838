"""Report: days of one's own, typed."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests import loading
from tests.data.exchange import report_diaries
from tests.screens.reports import documents, press, words
from tests.screens.the_app import USUAL, app_on, screen
from tui.app import ItbandApp

__all__ = ["documents"]


@pytest.fixture
def sample(folder: Path, documents: Path) -> ItbandApp:
    loading.load(report_diaries.small())
    return app_on(folder, "report")


async def test_they_begin_with_those_shown_before(sample: ItbandApp) -> None:
    async with sample.run_test(size=USUAL) as pilot:
        await press(pilot, "d")
        first, last = (sample.screen.query_one(key, Input) for key in ("#first-day", "#last-day"))
        assert (first.value, last.value) == ("2026-10-19", "2026-11-23")
        assert sample.focused is first


async def test_what_is_typed_is_shown_at_once(sample: ItbandApp) -> None:
    async with sample.run_test(size=USUAL) as pilot:
        await press(pilot, "d", *"2026-11-01", "tab", *"yesterday")
        assert "1 to 22 Nov 2026, 22 days" in screen(sample)
        assert "The days from 1 to 22 Nov 2026" in words(sample)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "▲ 'soon' is no day"),
        ("2026-11-24", "▲ 2026-11-24 has not come yet"),
        ("2026-11-23", None),
    ],
)
async def test_what_can_not_be_is_said_once_it_is_left(
    sample: ItbandApp, typed: str, said: str | None
) -> None:
    async with sample.run_test(size=USUAL) as pilot:
        await press(pilot, "d", *typed)
        assert "▲" not in screen(sample)
        await press(pilot, "escape")
        assert (said or "23 Nov 2026, 1 day") in screen(sample)
        assert ("▲" in screen(sample)) is (said is not None)
        assert ("Leaves this machine" in screen(sample)) is (said is None)
        assert sample.screen.query_one("#first-day", Input).value == typed


async def test_enter_says_it_too_and_writes_nothing(sample: ItbandApp, documents: Path) -> None:
    async with sample.run_test(size=USUAL) as pilot:
        await press(pilot, "d", *"2026-11-20", "tab", *"2026-11-01", "enter")
        assert "▲ The first day, 2026-11-20, comes after the last, 2026-11-01." in screen(sample)
        assert list(documents.iterdir()) == []


async def test_they_are_there_only_when_asked_for(sample: ItbandApp) -> None:
    async with sample.run_test(size=USUAL) as pilot:
        await press(pilot, "left")
        assert sample.screen.query_one("#report-days").display
        await press(pilot, "left")
        assert not sample.screen.query_one("#report-days").display
