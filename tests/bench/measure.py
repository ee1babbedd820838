"""Times, memory and idle work of programs, each taken from outside."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.terminal import ROOT, Terminal

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


def medians(*programs: Callable[[], float], times: int) -> list[float]:
    """The median of each program, run turn by turn so that a busy moment meets all, after one warm-up."""
    found: list[list[float]] = [[] for _ in programs]
    for turn in range(times + 1):
        for program, seconds in zip(programs, found, strict=True):
            measured = program()
            if turn:
                seconds.append(measured)
    return [statistics.median(seconds) for seconds in found]


def command(argv: Sequence[str]) -> Callable[[], float]:
    """Seconds of a command from start to end."""

    def run() -> float:
        start = time.perf_counter()
        subprocess.run(argv, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment())
        return time.perf_counter() - start

    return run


def environment() -> dict[str, str]:
    """As a user has it: bytecode is kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def first_paint(argv: Sequence[str], words: str) -> Callable[[], float]:
    """Seconds from the start of a program to the words on its screen."""

    def run() -> float:
        start = time.perf_counter()
        with Terminal(argv, columns=80, lines=24) as terminal:
            terminal.wait_for(words)
            return time.perf_counter() - start

    return run


def key_times(argv: Sequence[str], words: str, key: str, undo: str, times: int) -> float:
    """Median seconds from a key to the changed screen; `undo` is typed between, unmeasured ("" for none)."""
    with Terminal(argv, columns=80, lines=24) as terminal:
        terminal.wait_for(words)
        terminal.settle(1.0)
        found = []
        for turn in range(times + 3):
            before = terminal.text
            start = time.perf_counter()
            terminal.send(key)
            while terminal.text == before and time.perf_counter() - start < 5:
                terminal.read(0.5)
            if turn >= 3:
                found.append(time.perf_counter() - start)
            terminal.settle(0.15)
            if undo:
                terminal.send(undo)
                terminal.settle(0.15)
        return statistics.median(found)


def settled(argv: Sequence[str], words: str, idle_seconds: float) -> tuple[float, float]:
    """(resident MB of an open program once it is quiet, share of a core that it uses while idle)."""
    with Terminal(argv, columns=80, lines=24) as terminal:
        terminal.wait_for(words)
        terminal.settle(1.5)
        status = Path(f"/proc/{terminal.process.pid}/status").read_text(encoding="ascii")
        resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        before = _processor_seconds(terminal.process.pid)
        end = time.monotonic() + idle_seconds
        while time.monotonic() < end:
            terminal.read(0.5)
        return resident / 1024, (_processor_seconds(terminal.process.pid) - before) / idle_seconds


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def compile_all(root: Path) -> None:
    """Bytecode of the program and the baselines, so that no first run pays for it."""
    import compileall

    for folder in ("data", "screens", "tui", "tests"):
        compileall.compile_dir(root / folder, quiet=2)
    compileall.compile_file(root / "main.py", quiet=2)
