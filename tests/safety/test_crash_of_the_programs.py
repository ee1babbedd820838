"""The app and the command are killed at random moments: what the screen showed, or the command said, is there."""

import shutil
import signal
import subprocess
import time
from pathlib import Path
from random import Random

import pytest

from data import care, day, diary, history, store
from tests.safety.on_screen import opened, read, set_up
from tests.terminal import ROOT, itband

KILLS_OF_THE_APP = 24


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared") / "diary"
    set_up(folder)
    return folder


def _looked_over(folder: Path, entries: int) -> None:
    """The diary is whole, and what was entered can be undone."""
    assert [finding.words for finding in care.check(folder) if not finding.ok] == []
    if entries:
        history.undo()
        history.redo()
    store.close()


# The app


def _keys(chance: Random) -> list[str]:
    """Keys that only ever add: boxes fill, the pain rises."""
    levels = [str(level) for level in range(2, 10)]
    keys = ["space"] * 10 + ["j"] * 4 + ["level"] * len(levels)
    chance.shuffle(keys)
    return [levels.pop(0) if key == "level" else key for key in keys]


def _kill_the_app(prepared: Path, folder: Path, seed: int) -> int:
    """Gives how many entries stood on the screen."""
    chance = Random(seed)
    shutil.copytree(prepared, folder)
    with opened(folder) as terminal:
        end = time.monotonic() + chance.uniform(0, 0.9)
        for key in _keys(chance):
            if time.monotonic() > end:
                break
            terminal.send(key)
            terminal.read(chance.uniform(0, 0.06))
        while time.monotonic() < end:
            terminal.read(0.01)
        terminal.kill()
        while terminal.read(0.05):
            pass
        shown = read(terminal)
    store.open_diary(folder, create=False)
    saved = day.read(diary.today())
    sets = {item.exercise.key: sum(log.sets_done for log in item.logs) for item in saved.items}
    assert len(shown.sets) == 4
    assert all(sets[key] >= count for key, count in shown.sets.items())
    assert shown.worst is None or (saved.worst is not None and saved.worst >= shown.worst)
    entries = sum(shown.sets.values()) + (shown.worst is not None)
    _looked_over(folder, entries)
    shutil.rmtree(folder)
    return entries


def test_what_the_app_showed_survives_a_kill(prepared: Path, tmp_path: Path) -> None:
    assert sum(_kill_the_app(prepared, tmp_path / "diary", seed) for seed in range(4)) > 0


@pytest.mark.slow
@pytest.mark.parametrize("first", [100, 200])
def test_what_the_app_showed_survives_many_kills(prepared: Path, tmp_path: Path, first: int) -> None:
    entries = sum(
        _kill_the_app(prepared, tmp_path / "diary", seed) for seed in range(first, first + KILLS_OF_THE_APP)
    )
    assert entries > KILLS_OF_THE_APP


# The command


def _kill_commands(folder: Path, seed: int, kills: int) -> int:
    """Commands write one after the other, each killed at a random moment; gives how many had acknowledged."""
    chance = Random(seed)
    acknowledged = []
    for number in range(kills):
        words = ("pain", str(number % 11), "--moment", "other", "--note", f"kill {number}.")
        with subprocess.Popen(
            itband(folder, *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
        ) as command:
            time.sleep(chance.uniform(0.05, 0.35))
            command.send_signal(signal.SIGKILL)
            said, complained = command.communicate()
        assert complained == ""
        if said or command.returncode == 0:
            acknowledged.append(f"kill {number}.")
    store.open_diary(folder, create=False)
    saved = {log.note for log in day.read(diary.today()).pain_logs}
    assert set(acknowledged) <= saved
    _looked_over(folder, len(saved))
    return len(acknowledged)


def test_what_a_command_said_survives_a_kill(prepared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    shutil.copytree(prepared, folder)
    _kill_commands(folder, 1, 12)


@pytest.mark.slow
def test_what_commands_said_survives_many_kills(prepared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    shutil.copytree(prepared, folder)
    assert 6 < _kill_commands(folder, 2, 64) < 64
