"""Times, memory and idle work of programs, each taken from outside."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from tests.terminal import ROOT, NotSeen, Terminal

COLUMNS, LINES = 80, 24
REST = 0.3  # seconds without output, before the next key
PATIENCE = 10.0  # seconds
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
        with Terminal(argv, columns=COLUMNS, lines=LINES) as terminal:
            return _seconds_until(lambda: words in terminal.text, terminal, start)

    return run


@contextmanager
def typing(argv: Sequence[str], words: str, keys: Sequence[str]) -> Iterator[Callable[[], float]]:
    """An open program; each call types the next of the keys and gives the seconds to the screen that it changed."""
    following = cycle(keys)
    with Terminal(argv, columns=COLUMNS, lines=LINES) as terminal:
        terminal.wait_for(words)

        def press() -> float:
            terminal.settle(REST)
            before, start = terminal.text, time.perf_counter()
            terminal.send(next(following))
            return _seconds_until(lambda: terminal.text != before, terminal, start)

        yield press


def _seconds_until(is_so: Callable[[], bool], terminal: Terminal, start: float) -> float:
    """When the output came that made it so; what the emulator takes to draw it doesn't count."""
    while time.perf_counter() - start < PATIENCE:
        came: list[tuple[float, bytes]] = []
        while data := terminal.take(0.02 if came else PATIENCE):
            came.append((time.perf_counter(), data))
        for at, data in came:
            terminal.show(data)
            if is_so():
                return at - start
    raise NotSeen(f"It took more than {PATIENCE} s. The screen:\n{terminal.text}")


def settled(argv: Sequence[str], words: str, idle_seconds: float) -> tuple[float, float]:
    """(resident MB of an open program once it is quiet, share of a core that it uses while idle)."""
    with Terminal(argv, columns=COLUMNS, lines=LINES) as terminal:
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
