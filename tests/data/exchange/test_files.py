"""Files that are written: whole or not at all, private, and each trouble one sentence."""

import errno
import os
import stat
from pathlib import Path

import pytest

from data.errors import Refused
from data.exchange import files


def test_a_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    files.write(tmp_path / "out.txt", b"words")
    assert (tmp_path / "out.txt").read_bytes() == b"words"
    assert stat.S_IMODE((tmp_path / "out.txt").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


def test_a_file_of_that_name_is_kept_without_force_and_replaced_with_it(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_bytes(b"mine")
    path.chmod(0o644)
    with pytest.raises(Refused, match="already there"):
        files.write(path, b"words")
    assert path.read_bytes() == b"mine"
    files.write(path, b"words", force=True)
    assert path.read_bytes() == b"words"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"mine")
    (tmp_path / "link.txt").symlink_to("real.txt")
    files.write(tmp_path / "link.txt", b"words", force=True)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"words"


def test_a_folder_of_that_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a folder"):
        files.write(tmp_path, b"words", force=True)


@pytest.mark.parametrize("parent", ["missing", "a-file"])
def test_a_folder_that_is_not_there_is_named(parent: str, tmp_path: Path) -> None:
    (tmp_path / "a-file").touch()
    with pytest.raises(Refused, match=f"there is no folder .*{parent}"):
        files.write(tmp_path / parent / "out.txt", b"words")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EACCES, "you may not write in the folder"),
        (errno.EROFS, "you may not write in the folder"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_write_that_fails_leaves_what_was_there_and_nothing_else(
    number: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "out.txt"
    path.write_bytes(b"mine")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Refused, match=words):
        files.write(path, b"words", force=True)
    assert path.read_bytes() == b"mine"
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_no_file_can_have_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="was not written"):
        files.write(tmp_path / name, b"words")


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(Refused):
        files.read_text(tmp_path / "loop", 100)
