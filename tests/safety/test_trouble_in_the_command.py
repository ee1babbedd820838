"""A disk that is full, a folder that is gone or closed: each command says so in one sentence and changes nothing."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import main
from data import store
from tests.safety.places import as_an_ordinary_user, files_of_at_most, fill, small_disk
from tests.terminal import ROOT, itband

WRITES = [
    ("pain", "3"),
    ("done", "glute-bridge"),
    ("skip", "--all", "--why", "ill"),
    ("run", "5.2", "--onset", "4"),
    ("note", "x" * 6000),
    ("event", "visit"),
    ("plan", "pause", "--why", "travel"),
    ("settings", "name", "Alex"),
    ("undo",),
]
READS = [("today",), ("due",), ("log",), ("trends", "--json"), ("plan",), ("settings",)]


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main.command(), ["--data", str(folder), *words])


def set_up(folder: Path) -> None:
    assert run(folder, "setup", "--side", "right", "--programme", "default").exit_code == 0
    assert run(folder, "pain", "1").exit_code == 0


def refused(result: Result) -> str:
    assert result.exit_code == 1, result.output
    assert len(result.stderr.splitlines()) == 1
    assert "mistake of its own" not in result.stderr
    return result.stderr.strip()


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    set_up(tmp_path / "diary")
    return tmp_path / "diary"


@pytest.mark.parametrize("words", WRITES, ids=lambda words: words[0])
def test_a_write_that_finds_no_room_is_refused_and_works_later(ready: Path, words: tuple[str, ...]) -> None:
    before = run(ready, "export", str(ready.parent / "before.json"))
    assert before.exit_code == 0
    with files_of_at_most(1):
        assert "full" in refused(run(ready, *words))
    run(ready, "export", str(ready.parent / "after.json"))
    kept = [_but_for_the_time(ready.parent / f"{name}.json") for name in ("before", "after")]
    assert kept[0] == kept[1]
    assert run(ready, *words).exit_code == 0


def _but_for_the_time(file: Path) -> list[str]:
    return [line for line in file.read_text().splitlines() if "exported_at" not in line]


def test_every_command_on_a_disk_that_is_full() -> None:
    with small_disk("2m") as disk:
        folder = disk / "diary"
        set_up(folder)
        filler = fill(disk)
        for words in WRITES:
            assert "full" in refused(run(folder, *words)), words
        filler.unlink()
        for words in WRITES:
            assert run(folder, *words).exit_code == 0, words


def test_every_command_on_a_disk_that_can_only_be_read() -> None:
    with small_disk("2m") as disk:
        folder = disk / "diary"
        set_up(folder)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        for words in WRITES:
            assert str(folder) in refused(run(folder, *words)), words


def _cant_be_made(home: Path) -> Path:
    home.chmod(0o500)
    return home / "diary"


def _cant_be_entered(home: Path) -> Path:
    set_up(home / "diary")
    home.chmod(0)
    return home / "diary"


def _is_a_file(home: Path) -> Path:
    (home / "diary").write_text("a letter")
    return home / "diary"


def _lies_in_a_file(home: Path) -> Path:
    (home / "file").write_text("a letter")
    return home / "file" / "diary"


@pytest.mark.parametrize("closed", [_cant_be_made, _cant_be_entered, _is_a_file, _lies_in_a_file])
@pytest.mark.parametrize(
    "words", [*WRITES, *READS, ("check",), ("backup",), ("purge",)], ids=lambda words: words[0]
)
def test_a_folder_that_cant_be_used(closed: Callable[[Path], Path], words: tuple[str, ...]) -> None:
    with as_an_ordinary_user() as home:
        folder = closed(home)
        result = run(folder, *words)
        home.chmod(0o700)
        assert result.exit_code == 1
        if words[0] != "check":
            assert str(folder) in refused(result) or str(folder.parent) in result.stderr


def test_a_folder_that_vanished_begins_anew_and_leaves_nothing_behind(ready: Path) -> None:
    shutil.rmtree(ready)
    assert run(ready, "today").exit_code == 0
    assert run(ready, "check").exit_code == 0


def test_a_diary_that_vanished_without_its_latest_entries_is_refused(ready: Path) -> None:
    store.diary_file(ready).unlink()
    store.log_file(ready).write_bytes(b"latest entries")
    assert "is missing" in refused(run(ready, "pain", "3"))
    assert not store.diary_file(ready).exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_cant_be_printed_is_one_sentence(ready: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            itband(ready, "today"), stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, cwd=ROOT
        )
    assert done.returncode == 1
    assert done.stderr == "The answer could not be printed: No space left on device.\n"
