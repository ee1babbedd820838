"""Clocks that jump, zones, leap days and years' ends: a day stays the day it was, and nothing is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

import tui.app
from data import backups, calendar_days, care, day, diary, settings, setup, store, trends
from data.models import PainLog
from tests.safety.on_screen import EXERCISES
from tests.screens.the_app import app_on, screen, told

ZONES = [f"Etc/GMT{offset:+}" for offset in range(-14, 13)]  # POSIX has the signs the other way round


@contextmanager
def at(*clock: int, zone: str = "Europe/Berlin") -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(*clock, tzinfo=ZoneInfo(zone)), tick=False) as traveller:  # type: ignore[misc]
        yield traveller


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "diary"
    store.close()


def whole(folder: Path) -> bool:
    return all(finding.ok for finding in care.check(folder))


def days_with_pain() -> dict[str, int]:
    return {log.day.isoformat(): log.level for log in PainLog.select().order_by(PainLog.day)}


def test_a_clock_that_is_set_back_and_forward_again(new: Path) -> None:
    with at(2026, 11, 23, 20) as clock:
        store.open_diary(new)
        diary.log_pain(3, diary.today())
        clock.shift(timedelta(days=-400))
        store.open_diary(new)
        diary.log_pain(5, diary.today())
        assert day.read(diary.today()).worst == 5
        assert diary.undo()
        diary.log_pain(6, diary.today())
        assert whole(new)
        clock.shift(timedelta(days=800))
        store.open_diary(new)
        diary.log_pain(1, diary.today())
        assert days_with_pain() == {"2025-10-19": 6, "2026-11-23": 3, "2027-12-28": 1}
        assert whole(new)


def test_an_entry_made_by_a_clock_that_was_ahead_stays_and_is_named(new: Path) -> None:
    with at(2027, 6, 1, 12) as clock:
        store.open_diary(new)
        diary.log_pain(4, diary.today())
        clock.shift(timedelta(days=-200))
        store.open_diary(new)
        found = trends.trends(diary.today() - timedelta(days=27), diary.today(), diary.today())
        assert found.recorded_days == 0
        assert any("dated after" in finding.words for finding in care.check(new))
        assert len(days_with_pain()) == 1


@pytest.mark.parametrize("zone", ZONES)
def test_a_day_is_that_of_the_wall_clock_in_any_zone(new: Path, zone: str) -> None:
    for clock, wanted in (((2026, 11, 23, 2, 59), "2026-11-22"), ((2026, 11, 23, 23, 59), "2026-11-23")):
        with at(*clock, zone=zone):
            store.open_diary(new)
            diary.log_pain(3, diary.today())
            log = PainLog.get(PainLog.day == wanted)
            assert log.utc_offset == -60 * int(zone.removeprefix("Etc/GMT"))
            instant = datetime.fromisoformat(log.at).replace(tzinfo=UTC) + timedelta(minutes=log.utc_offset)
            assert (instant.hour, instant.minute) == clock[3:]


def test_a_day_stays_the_same_for_who_flies_round_the_world(new: Path) -> None:
    for zone in ("Etc/GMT-14", "Europe/Berlin", "Etc/GMT+12"):
        with time_machine.travel(
            datetime(2026, 11, 23, 13, tzinfo=UTC).astimezone(ZoneInfo(zone)), tick=False
        ):
            store.open_diary(new)
            diary.log_pain(3, diary.today(), moment="other", note=str(diary.today()))
    assert {log.note: log.day.isoformat() for log in PainLog.select()} == {
        one: one for one in ("2026-11-22", "2026-11-23", "2026-11-24")
    }


@pytest.mark.parametrize(
    ("zone", "last", "first"),
    [
        ("Europe/Berlin", (2026, 3, 28), (2026, 3, 29)),
        ("Europe/Berlin", (2026, 10, 24), (2026, 10, 25)),
        ("America/Los_Angeles", (2026, 3, 7), (2026, 3, 8)),
        ("Pacific/Auckland", (2026, 9, 26), (2026, 9, 27)),
    ],
)
def test_a_change_of_clocks_gives_each_day_once(
    new: Path, zone: str, last: tuple[int, int, int], first: tuple[int, int, int]
) -> None:
    seen = set()
    with at(*last, 12, zone=zone) as clock:
        store.open_diary(new)
        for _ in range(24 * 4):
            seen.add(diary.today())
            clock.shift(timedelta(minutes=15))
    assert seen == {date(*last), date(*first)}


@pytest.mark.parametrize(
    "clock", [(2024, 2, 29, 12), (2028, 2, 29, 12), (2026, 12, 31, 23), (2027, 1, 1, 12), (2027, 1, 3, 12)]
)
def test_leap_days_years_ends_and_week_53(new: Path, clock: tuple[int, ...]) -> None:
    with at(*clock):
        store.open_diary(new)
        today = diary.today()
        for back in range(400):
            diary.log_pain(back % 11, today - timedelta(days=back))
        found = trends.trends(today - timedelta(days=399), today, today)
        assert found.recorded_days == 400
        assert [one.day for one in found.chart.days] == [
            *calendar_days.days(today - timedelta(days=399), today)
        ]
        assert calendar_days.week_start(date(2026, 12, 31)) == calendar_days.week_start(date(2027, 1, 3))
        assert whole(new)


@pytest.mark.parametrize(("day_start", "turns_at"), [("00:00", time(0, 0)), ("06:00", time(6, 0))])
async def test_an_app_left_open_over_midnight(
    new: Path, day_start: str, turns_at: time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.app, "LOOK_EVERY", 0.02)
    with at(2026, 12, 31, 23, 30) as clock:
        store.open_diary(new)
        setup.set_up(side="right", exercises=EXERCISES.values())
        settings.put("day_start", day_start)
        app = app_on(new, "today")
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await pilot.press("4", "x")
            clock.move_to(
                datetime.combine(date(2027, 1, 1), turns_at, ZoneInfo("Europe/Berlin")) - timedelta(minutes=1)
            )
            await pilot.pause(0.1)
            await pilot.press("5")
            clock.shift(timedelta(minutes=2))
            for _ in range(100):
                if "It is Friday 1 January now." in told(app):
                    break
                await pilot.pause(0.02)
            assert "Fri 1 Jan 2027" in screen(app)
            await pilot.press("6")
            await app.workers.wait_for_complete()
        assert days_with_pain() == {"2026-12-31": 5, "2027-01-01": 6}
        assert backups.todays(new).name == "diary-2027-01-01.db"
        assert backups.todays(new).exists()
        assert whole(new)
