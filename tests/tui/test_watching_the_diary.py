"""The shell shows what the diary holds: own changes, those of others, and a new day."""

import errno
import sqlite3
from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

import tui.app
from data.errors import Refused
from screens.trouble import sentence_for
from screens.widgets.dialogs import ConfirmDialog
from tests.tui.small_app import MONDAY, SmallDiary, SmallSection, screen_text, told
from tui.app import ItbandApp


def of_sqlite(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(f"code {code}")
    error.sqlite_errorcode = code
    return error


@pytest.fixture(autouse=True)
def short_looks(monkeypatch) -> None:
    monkeypatch.setattr(tui.app, "LOOK_EVERY", 0.02)


async def until(pilot: Pilot[None], seen: Callable[[], bool]) -> bool:
    for _ in range(100):
        if seen():
            return True
        await pilot.pause(0.02)
    return False


def front(app: ItbandApp) -> SmallSection:
    assert isinstance(app.section, SmallSection)
    return app.section


async def test_a_section_reloads_once_when_it_is_first_shown(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause(0.1)
        assert front(app).reloads == 1


async def test_what_another_process_wrote_is_shown(app: ItbandApp, diary: SmallDiary) -> None:
    async with app.run_test() as pilot:
        diary.changes = 7
        assert await until(pilot, lambda: "7 changes" in screen_text(app))


async def test_nothing_is_reloaded_while_nothing_changes(app: ItbandApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("p", "t", "p", "t")
        await pilot.pause(0.1)
        assert front(app).reloads == 1


async def test_a_section_catches_up_on_the_way_back(app: ItbandApp, diary: SmallDiary) -> None:
    async with app.run_test() as pilot:
        await pilot.press("p")
        assert front(app).write(diary.add)
        await pilot.press("t")
        await pilot.pause()
        assert "today: 1 changes" in screen_text(app)


async def test_an_own_write_is_shown_and_told(app: ItbandApp, diary: SmallDiary) -> None:
    async with app.run_test(notifications=True) as pilot:
        assert front(app).write(diary.add)
        await pilot.pause()
        assert front(app).reloads == 2
        assert told(app) == ["Added."]


async def test_a_write_without_a_word_is_shown_only(app: ItbandApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        assert front(app).write(lambda: None)
        await pilot.pause()
        assert front(app).reloads == 2
        assert told(app) == []


async def test_undo_is_told_and_shown(app: ItbandApp, diary: SmallDiary) -> None:
    diary.changes = 3
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert told(app) == ["Undone: one change."]
        assert "2 changes" in screen_text(app)


async def test_redo_of_nothing_is_told(app: ItbandApp) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert told(app) == ["There is nothing to redo."]


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Refused("There is no [/b] exercise."), "There is no [/b] exercise."),
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "can't be used (Permission denied"),
        (of_sqlite(sqlite3.SQLITE_FULL), "The disk is full"),
        (of_sqlite(sqlite3.SQLITE_BUSY), "in use by another program"),
        (of_sqlite(sqlite3.SQLITE_READONLY), "can't be written"),
        (of_sqlite(sqlite3.SQLITE_CORRUPT), "is damaged"),
        (sqlite3.OperationalError("no such table: run"), "no such table: run"),
    ],
    ids=str,
)
async def test_what_cannot_be_written_is_told_in_a_sentence_and_what_was_typed_stays(
    app: ItbandApp, trouble: Exception, words: str
) -> None:
    def fail() -> None:
        raise trouble

    async with app.run_test(notifications=True) as pilot:
        await pilot.press("f", *"half")
        assert not front(app).write(fail)
        await pilot.pause()
        (sentence,) = told(app)
        assert words in sentence
        assert sentence.endswith(".")
        assert front(app).query_one(Input).value == "half"
        assert front(app).reloads == 1


async def test_a_diary_out_of_reach_is_told_once_and_shown_again_when_it_is_back(
    app: ItbandApp, diary: SmallDiary
) -> None:
    async with app.run_test(notifications=True) as pilot:
        diary.trouble = OSError(errno.EIO, "Input/output error")
        assert await until(pilot, lambda: told(app) == [sentence_for(diary.trouble)])
        await pilot.pause(0.1)
        assert len(told(app)) == 1
        diary.trouble = None
        diary.changes = 4
        assert await until(pilot, lambda: "4 changes" in screen_text(app))


async def test_a_section_can_be_opened_while_the_diary_is_out_of_reach(
    app: ItbandApp, diary: SmallDiary
) -> None:
    async with app.run_test(notifications=True) as pilot:
        diary.trouble = OSError(errno.EIO, "Input/output error")
        await pilot.press("p")
        assert app.section.key == "pain"
        diary.trouble = None
        assert await until(pilot, lambda: "pain: 0 changes" in screen_text(app))


async def test_a_new_day_is_told_and_the_section_moves_along(app: ItbandApp, diary: SmallDiary) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        diary.day = date(2026, 11, 24)
        assert await until(pilot, lambda: bool(told(app)))
        assert told(app) == ["It is Tuesday 24 November now."]
        assert front(app).days_left == [MONDAY]
        assert front(app).today == date(2026, 11, 24)
        assert "Tue 24 Nov 2026" in screen_text(app)


async def test_a_new_day_gets_its_copy_and_what_prevents_it_is_told(
    app: ItbandApp, diary: SmallDiary
) -> None:
    diary.copy_trouble = "Today's copy of the diary couldn't be made."
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause(0.1)
        assert diary.copies == 0
        diary.day = date(2026, 11, 24)
        assert await until(pilot, lambda: diary.copy_trouble in told(app))
        assert diary.copies == 1


async def test_a_key_on_a_diary_that_cannot_be_read_is_told(app: ItbandApp) -> None:
    async with app.run_test(notifications=True) as pilot:

        def fail(_what: str) -> None:
            raise of_sqlite(sqlite3.SQLITE_IOERR)

        app.section.action_note = fail
        await pilot.press("s")
        assert "can't be written" in told(app)[0]
        await pilot.press("p")
        assert app.section.key == "pain"


async def test_sections_behind_move_along_when_they_come_back(app: ItbandApp, diary: SmallDiary) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("p")
        diary.day = date(2026, 11, 24)
        assert await until(pilot, lambda: bool(told(app)))
        await pilot.press("t")
        await pilot.pause()
        assert front(app).days_left == [MONDAY]
        assert len(told(app)) == 1


async def test_beneath_a_window_nothing_moves_until_it_closes(app: ItbandApp, diary: SmallDiary) -> None:
    async with app.run_test() as pilot:
        app.push_screen(ConfirmDialog("Delete", "Really?"))
        diary.changes = 5
        await pilot.pause(0.1)
        assert front(app).reloads == 1
        await pilot.press("n")
        assert await until(pilot, lambda: "5 changes" in screen_text(app))


async def test_a_window_can_write_and_stay_open_when_refused(app: ItbandApp, diary: SmallDiary) -> None:
    def refuse() -> None:
        raise Refused("A level is 0 to 10.")

    async with app.run_test(notifications=True) as pilot:
        window = ConfirmDialog("Level", "?")
        await app.push_screen(window)
        assert not window.write(refuse)
        await pilot.pause()
        assert app.screen is window
        assert told(app) == ["A level is 0 to 10."]
        assert window.write(diary.add)
        assert front(app).reloads == 2


async def test_the_disk_is_waited_for_once_a_change_is_painted(app: ItbandApp, diary: SmallDiary) -> None:
    async with app.run_test() as pilot:
        assert front(app).write(diary.add)
        assert diary.unflushed == 1
        assert await until(pilot, lambda: diary.unflushed == 0)


async def test_a_disk_that_can_not_be_sure_is_told(
    app: ItbandApp, diary: SmallDiary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(diary, "flush", fail)
    async with app.run_test() as pilot:
        assert front(app).write(diary.add)
        assert await until(pilot, lambda: any("Input/output error" in sentence for sentence in told(app)))
