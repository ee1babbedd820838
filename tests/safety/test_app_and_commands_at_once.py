"""The app in a terminal while commands of four processes write: no entry is lost, nobody hears of a lock."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.safety.on_screen import opened, read, set_up
from tests.terminal import Terminal, run_itband

PROCESSES = 4
LOCKED = ("locked", "in use by another", "mistake of its own", "can't be")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    set_up(tmp_path / "diary")
    return tmp_path / "diary"


def _commands(folder: Path, process: int, count: int, pause: float) -> list[str]:
    """Writes so many pain logs, the last of a process its worst; gives what went wrong."""
    wrong = []
    for number in range(count):
        words = (
            "pain",
            str(process + 1),
            "--moment",
            "other",
            "--note",
            f"process {process} entry {number}.",
        )
        done = run_itband(folder, *words)
        if done.returncode or done.stderr:
            wrong.append(f"{done.returncode} {done.stderr}")
        time.sleep(pause)
    return wrong


def _press(terminal: Terminal, keys: list[str], running: "list[object]") -> list[str]:
    """Presses the keys while the commands run; gives every screen that told of a lock."""
    told = []
    while keys or not all(one.done() for one in running):  # type: ignore[attr-defined]
        if keys:
            terminal.send(keys.pop(0))
        for _ in range(4):
            terminal.read(0.05)
            told += [terminal.text for words in LOCKED if words in terminal.text]
    return told


def _together(folder: Path, commands: int, pause: float, turns: int) -> None:
    each = commands // PROCESSES
    with opened(folder, columns=120, lines=40) as terminal, ThreadPoolExecutor(PROCESSES) as pool:
        running = [pool.submit(_commands, folder, process, each, pause) for process in range(PROCESSES)]
        # A box filled and emptied again, over and over, then one that stays.
        told = _press(terminal, ["space", "backspace"] * turns + ["space", "9"], [*running])
        assert told == []
        assert [wrong for process in running for wrong in process.result()] == []
        terminal.wait_for("[9]")
        assert read(terminal).sets["glute-bridge"] == 1
        run_itband(folder, "note", "The last word.")
        terminal.wait_for("The last word.", seconds=3)
        terminal.send("p")
        terminal.wait_for("process 3 entry")
        terminal.send("q")
        assert terminal.wait_end() == 0
    today = json.loads(run_itband(folder, "today", "--json").stdout)
    notes = [log["note"] for log in today["pain"]["logs"] if log["note"]]
    assert sorted(notes) == sorted(f"process {p} entry {n}." for p in range(PROCESSES) for n in range(each))
    (bridge,) = [one for one in today["exercises"] if one["key"] == "glute-bridge"]
    assert [log["sets_done"] for log in bridge["logs"]] == [1]
    checked = run_itband(folder, "check")
    assert checked.returncode == 0, checked.stdout


def test_app_and_commands_of_four_processes(folder: Path) -> None:
    _together(folder, commands=12, pause=0, turns=8)


@pytest.mark.slow
def test_app_and_a_hundred_commands_of_four_processes_for_a_minute(folder: Path) -> None:
    _together(folder, commands=100, pause=2, turns=140)
