"""Folders and files that may not be read or written: one clear sentence, nothing changed."""

import os
from collections.abc import Iterator
from pathlib import Path

import peewee
import pytest

from data import care, history, store
from data.errors import Refused
from data.models import DayNote
from tests.safety.places import as_an_ordinary_user

TIMES = {"entered_at": "2026-11-23T19:00:00Z", "changed_at": "2026-11-23T19:00:00Z"}


def write_note(text: str) -> None:
    with history.step(text):
        DayNote.create(day="2026-11-23", text=text, for_physio=False, **TIMES)


@pytest.fixture
def home() -> Iterator[Path]:
    with as_an_ordinary_user() as place:
        yield place


@pytest.fixture
def diary(home: Path) -> Path:
    """A diary of an ordinary user, closed."""
    store.open_diary(home / "diary")
    store.close()
    return home / "diary"


def test_a_folder_that_cant_be_made_is_refused_by_name(home: Path) -> None:
    home.chmod(0o500)
    with pytest.raises(
        Refused, match=rf"The diary in {home}/diary can't be used \(Permission denied.*--data"
    ):
        store.open_diary(home / "diary")


def test_a_folder_that_may_not_be_entered_is_refused_by_name(diary: Path) -> None:
    diary.parent.chmod(0o000)
    with pytest.raises(Refused, match="Permission denied"):
        store.open_diary(diary)
    assert not care.check(diary)[0].ok


def test_a_folder_that_is_the_users_own_is_opened_again(diary: Path) -> None:
    diary.chmod(0o500)
    store.diary_file(diary).chmod(0o400)
    store.open_diary(diary)
    write_note("Mine.")
    store.close()


def test_a_folder_of_somebody_else_is_refused_when_it_cant_be_written(diary: Path) -> None:
    if not _give_away(diary, 0o555):
        pytest.skip("only root can give a folder away")
    with pytest.raises(Refused, match=r"diary\.db can't be written .*permissions"):
        store.open_diary(diary)


def test_a_folder_of_somebody_else_that_can_be_written_is_used(diary: Path) -> None:
    if not _give_away(diary, 0o777):
        pytest.skip("only root can give a folder away")
    store.open_diary(diary)
    write_note("Shared.")
    store.close()
    words = [finding.words for finding in care.check(diary) if not finding.ok]
    assert words == [
        f"Others on this machine can read what is the runner's own: {diary} has mode 0777, not 0700."
    ]


def test_a_diary_that_may_only_be_read_is_read_and_not_written(diary: Path) -> None:
    if not _give_away(store.diary_file(diary), 0o444):
        pytest.skip("only root can give a file away")
    store.open_diary(diary)
    with pytest.raises(peewee.OperationalError) as caught:
        write_note("Mine?")
    assert "can't be written" in str(store.explained(caught.value, diary))
    assert DayNote.select().count() == 0
    store.close()


def test_a_copy_that_may_not_be_read_is_refused_by_name(diary: Path) -> None:
    copy = care.back_up(diary)
    copy.chmod(0o000)
    with pytest.raises(Refused, match=rf"{copy} can't be restored \(unable to open"):
        care.restore(diary, copy)


def test_a_copy_into_a_folder_that_may_not_be_written_is_refused_by_name(home: Path, diary: Path) -> None:
    (home / "closed").mkdir(mode=0o500)
    with pytest.raises(Refused, match=r"copy\.db couldn't be written \(Permission denied\)"):
        care.back_up(diary, home / "closed" / "copy.db")


def test_a_folder_that_may_not_be_written_is_not_erased_in_part(diary: Path) -> None:
    diary.chmod(0o500)
    with pytest.raises(Refused, match="Permission denied"):
        care.erase(diary)
    diary.chmod(0o700)
    assert store.diary_file(diary).exists()


def _give_away(path: Path, mode: int) -> bool:
    """Makes root the owner; False when there is no root to do so."""
    user = os.geteuid()
    try:
        os.seteuid(0)
    except PermissionError:
        return False
    try:
        os.chown(path, 0, 0)
        path.chmod(mode)
    finally:
        os.seteuid(user)
    return True
