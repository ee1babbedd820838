"""Where a diary lives."""

from pathlib import Path

from data import places, store


def test_every_path_of_the_open_diary(folder: Path) -> None:
    found = {place.name: place for place in places.of_open_diary()}
    assert found["Folder"].path == folder
    assert found["Diary"].path == store.diary_file(folder)
    assert found["Copies (1)"].is_there
    assert not found["Theme and keys"].is_there


def test_a_diary_that_is_not_there_yet(tmp_path: Path) -> None:
    assert [place.is_there for place in places.of_diary(tmp_path / "none")] == [False] * 4
