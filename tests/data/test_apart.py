"""A thread reads the diary by a connection of its own."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from data import apart, diary, store
from data.connection import Gone
from data.models import PainLog, database

DAY = date(2026, 11, 23)


def in_a_thread(work: Callable[[], object]) -> object:
    found: list[object] = []

    def run() -> None:
        try:
            found.append(work())
        except Exception as trouble:
            found.append(trouble)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def test_it_reads_what_was_written_and_closes_its_connection(folder: Path) -> None:
    diary.log_pain(3, DAY)

    def work() -> tuple[int, bool]:
        with apart.own_connection():
            count = PainLog.select().count()
        return count, database.is_closed()

    assert in_a_thread(work) == (1, True)
    assert not database.is_closed()


def test_all_that_it_reads_is_of_one_moment(folder: Path) -> None:
    begun, written = threading.Event(), threading.Event()
    counts: list[int] = []

    def work() -> None:
        with apart.own_connection():
            counts.append(PainLog.select().count())
            begun.set()
            written.wait(10)
            counts.append(PainLog.select().count())

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait(10)
    diary.log_pain(3, DAY)
    written.set()
    thread.join()
    assert counts == [0, 0]
    assert PainLog.select().count() == 1


def test_a_diary_that_was_moved_is_not_made_anew(folder: Path) -> None:
    file = store.diary_file(folder)
    file.rename(folder / "moved.db")

    def work() -> None:
        with apart.own_connection():
            pass

    trouble = in_a_thread(work)
    assert isinstance(trouble, Gone)
    assert not file.exists()
    with pytest.raises(Gone):
        raise trouble
