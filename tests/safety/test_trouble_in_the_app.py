"""The same troubles under an open app: one sentence, what was typed is kept, and trying again works."""

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from time_machine import Traveller

import tui.app
from data import backups, care, day, diary, entries, plan, setup, store
from data.models import PainLog
from screens.dialogs.note import NoteDialog
from tests.safety.on_screen import EXERCISES
from tests.safety.places import as_an_ordinary_user, files_of_at_most, fill, small_disk
from tests.screens.the_app import app_on, screen, told
from tui.app import ItbandApp

THROUGH_EVERYTHING = "3 space x s t n a escape escape p n escape r right g o j enter l j enter escape e t v"


@pytest.fixture(autouse=True)
def short_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui.app, "LOOK_EVERY", 0.02)


@pytest.fixture
def ready(folder: Path) -> Path:
    setup.set_up(side="right", exercises=EXERCISES.values())
    return folder


def app_of(pilot: Pilot[None]) -> ItbandApp:
    assert isinstance(pilot.app, ItbandApp)
    assert pilot.app.is_running
    return pilot.app


def worst() -> int | None:
    return day.read(diary.today()).worst


async def is_told(pilot: Pilot[None], words: str) -> bool:
    for _ in range(100):
        if any(words in sentence for sentence in told(app_of(pilot))):
            return True
        await pilot.pause(0.02)
    return False


async def works_again(pilot: Pilot[None], key: str = "7") -> bool:
    """Whether the same key, tried again, saves the pain."""
    for _ in range(50):
        await pilot.press(key)
        if worst() == int(key):
            return True
        await pilot.pause(0.02)
    return False


async def test_a_key_that_finds_no_room_is_told_and_works_when_there_is(ready: Path) -> None:
    app = app_on(ready, "today")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        with files_of_at_most(1):
            await pilot.press("3", "space", "x", "u")
            assert await is_told(pilot, "full")
            assert worst() is None
        assert await works_again(pilot)
        assert all("full" in sentence or "Undone" in sentence for sentence in told(app))


async def test_what_another_program_deleted_meanwhile_is_told(
    ready: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.app, "LOOK_EVERY", 1000)
    bridge = plan.find_exercise("glute-bridge")
    of_no_exercise = diary.log_pain(2, diary.today(), moment="other")
    of_the_bridge = diary.log_pain(3, diary.today(), moment="during", exercise=bridge)
    app = app_on(ready, "pain")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        for entry in (of_no_exercise, of_the_bridge, bridge):
            entries.delete(entry)
        await pilot.press("j", "delete", "k", "delete")
        assert told(app) == ["That entry was deleted meanwhile, so nothing was changed."]
        app.write(lambda: PainLog.get_by_id(of_the_bridge.uid).note)
        await pilot.pause()
        assert told(app) == ["That entry was deleted meanwhile, so nothing was changed."]


async def test_on_a_full_disk_every_section_is_shown_and_can_be_left() -> None:
    with small_disk("2m") as disk:
        folder = disk / "diary"
        store.open_diary(folder)
        setup.set_up(side="right", exercises=EXERCISES.values())
        filler = fill(disk)
        app = app_on(folder, "today")
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            for key in ("p", "r", "g", "o", "l", "e", "comma", "escape", "w", "escape", "t"):
                await pilot.press(key)
                await pilot.pause()
            for _ in range(300):  # a log has room that was used before
                await pilot.press("8", "2")
                if told(app_of(pilot)):
                    break
            assert "full" in told(app)[0]
            filler.unlink()
            assert await works_again(pilot)
        store.close()


async def test_a_note_that_finds_no_room_is_kept_in_its_window(ready: Path) -> None:
    app = app_on(ready, "today")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("n", *"stairs", "escape")
        await pilot.press("n", "end", *" fine")
        with files_of_at_most(1):
            await pilot.press("escape")
            assert await is_told(pilot, "full")
            await pilot.press("n")  # no: not without saving
        assert isinstance(app.screen, NoteDialog)
        assert app.screen.query_one(TextArea).text == "stairs fine"
        await pilot.press("escape")
        note = day.read(diary.today()).note
        assert note is not None
        assert note.text == "stairs fine"


async def test_a_form_that_finds_no_room_is_kept_and_saved_later(ready: Path) -> None:
    app = app_on(ready, "today")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("a", *"5.2")
        with files_of_at_most(1):
            await pilot.press("enter")
            assert await is_told(pilot, "full")
        assert app.screen.query(Input).first().value == "5.2"
        await pilot.press("enter")
        await pilot.pause()
        assert [run.km for run in day.read(diary.today()).runs] == [5.2]


async def test_a_diary_that_was_moved_away_is_told_and_used_again_when_it_is_back(ready: Path) -> None:
    away = ready.with_name("away")
    app = app_on(ready, "today")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        ready.rename(away)
        await pilot.press("3")
        assert await is_told(pilot, "Nothing is saved until it is back in its place")
        assert not ready.exists()
        away.rename(ready)
        assert await works_again(pilot)


async def test_a_window_open_while_the_diary_is_replaced_saves_into_the_new_one(ready: Path) -> None:
    copy = care.back_up(ready, ready.parent / "copy.db")
    app = app_on(ready, "today")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("3", "a", *"5.2")
        shutil.rmtree(ready)
        await pilot.press("enter")
        assert app.screen.query(Input).first().value == "5.2"
        ready.mkdir()
        copy.rename(store.diary_file(ready))
        for _ in range(50):
            await pilot.press("enter")
            await pilot.pause(0.02)
            if app.screen is app.section:
                break
        assert [run.km for run in day.read(diary.today()).runs] == [5.2]
        assert worst() is None


async def test_a_diary_restored_over_a_damaged_one_is_shown(ready: Path) -> None:
    diary.log_pain(4, diary.today())
    copy = care.back_up(ready, ready.parent / "copy.db")
    app = app_on(ready, "today")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        store.diary_file(ready).unlink()
        (ready / "half").write_bytes(copy.read_bytes()[:5000])
        (ready / "half").rename(store.diary_file(ready))
        assert await is_told(pilot, "damaged")
        (ready / "whole").write_bytes(copy.read_bytes())
        (ready / "whole").rename(store.diary_file(ready))
        assert await works_again(pilot)
        assert "[7]" in screen(app)


async def test_a_new_day_has_its_copy_in_a_folder_that_was_closed(frozen: Traveller) -> None:
    with as_an_ordinary_user() as home:
        store.open_diary(home / "diary")
        setup.set_up(side="right", exercises=EXERCISES.values())
        backups.folder_of(home / "diary").chmod(0o500)
        app = app_on(home / "diary", "today")
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            frozen.shift(timedelta(days=1))
            assert await is_told(pilot, "It is Tuesday")
            await app.workers.wait_for_complete()
            assert backups.todays(home / "diary").exists()  # a folder of the user's own is opened again
            assert await works_again(pilot)
        store.close()


@pytest.mark.parametrize("seed", range(2))
async def test_a_disk_that_fails_now_and_then(
    ready: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every seventh reading or writing fails, wherever it is asked for: the app stays open."""
    calls = 0
    execute = type(store.database).execute_sql

    def failing(*given: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if failing_now and (calls + seed) % 7 == 0:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return execute(*given, **named)

    failing_now = False
    monkeypatch.setattr(type(store.database), "execute_sql", failing)
    app = app_on(ready, "today")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        failing_now = True
        for key in THROUGH_EVERYTHING.split():
            await pilot.press(key)
            await pilot.pause()
            app_of(pilot)
        failing_now = False
        while app.screen is not app.section:
            await pilot.press("escape")
            await pilot.press("y")
        app.open_section("today", day=diary.today())
        assert await is_told(pilot, "can't be written")
        assert await works_again(pilot)
