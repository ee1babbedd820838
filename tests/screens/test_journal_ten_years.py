"""Ten years in the Journal: all there, and only what is looked at is read."""

import json
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

from data import journal, store
from data.exchange import diary_import
from screens.journal import JournalScreen
from screens.widgets.day_list import DayList
from tests import ten_years
from tests.screens.the_app import USUAL, app_on, screen
from tui.app import ItbandApp

DAYS = 3653
YESTERDAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def ten_years_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ten-years") / "diary"
    with time_machine.travel(datetime(2026, 11, 23, 20, tzinfo=ZoneInfo("Europe/Berlin")), tick=False):
        store.open_diary(folder)
        diary_import.import_text(json.dumps(ten_years.make(DAYS, YESTERDAY)), "ten years")
        store.close()
    return folder


@pytest.fixture
def app(ten_years_folder: Path, tmp_path: Path, frozen: time_machine.Traveller) -> Iterator[ItbandApp]:
    folder = tmp_path / "diary"
    shutil.copytree(ten_years_folder, folder)
    store.open_diary(folder)
    yield app_on(folder, "journal")
    store.close()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days that were read for a line."""
    days: list[date] = []
    glance = journal.glance

    def counted(day: date, *others: object) -> journal.Glance:
        days.append(day)
        return glance(day, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(journal, "glance", counted)
    return days


@pytest.mark.slow
async def test_every_day_is_there(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        section = app.section
        assert isinstance(section, JournalScreen)
        assert sum(row.kind == "day" for row in section._rows.list) == DAYS
        await pilot.press("end")
        await pilot.pause()
        assert "▸ Tue 22" in screen(app)
        assert "November 2016" in screen(app)


async def test_the_list_is_one_widget(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL):
        assert len(app.screen.query("#journal-days *")) == 1
        assert app.screen.query_one(DayList).size.height > DAYS


async def test_only_the_days_in_sight_are_read(app: ItbandApp, read: list[date]) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        assert len(set(read)) < 30
        read.clear()
        await pilot.press("end")
        await pilot.pause()
        assert len(set(read)) < 30
        assert min(read) == date(2016, 11, 22)


async def test_a_key_reads_no_day_a_second_time_but_that_under_the_cursor(
    app: ItbandApp, read: list[date]
) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.pause()
        read.clear()
        await pilot.press("j", "j", "k")
        await pilot.pause()
        assert len(read) <= 3


async def test_a_filter_and_a_date_are_found_among_them(app: ItbandApp) -> None:
    async with app.run_test(size=USUAL) as pilot:
        await pilot.press("d", *"2019-02-28", "enter")
        await pilot.pause()
        assert "▸ Thu 28" in screen(app)
        assert "Thursday 28 February 2019" in screen(app)
        await pilot.press("8")
        await pilot.pause()
        assert "pain 8 or more" in screen(app)
