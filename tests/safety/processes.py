"""Processes that write a diary and are killed: as whole programs, or forked from here at one exact moment."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

WRITER = """
import sys
from pathlib import Path
from data import history, store
from data.models import PainLog
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
times = {"entered_at": "2026-11-23T19:00:00Z", "changed_at": "2026-11-23T19:00:00Z"}
store.open_diary(folder)
for number in range(count):
    entry = f"{name}-{number}"
    with history.step(entry):
        PainLog.create(
            day="2026-11-23", level=3, moment="other", side="left", site="outer-knee", note=entry, **times
        )
    print(entry, flush=True)
store.close()
"""


def writer(folder: Path, name: str, count: int = 1_000_000) -> "subprocess.Popen[str]":
    """A process that makes so many entries and says each on a line of its own once it is saved."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name, str(count)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def die() -> NoReturn:
    """Ends this process as `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def is_killed_at(moment: int, work: Callable[[Callable[[], None]], Any]) -> bool:
    """Does the work in a fork that dies when the work has called what it is given for the n-th time.

    False when it got through before that.
    """
    child = os.fork()
    if not child:
        called = 0

        def count() -> None:
            nonlocal called
            called += 1
            if called == moment:
                die()

        try:
            work(count)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the work failed"
    return os.WIFSIGNALED(status)


def at_each_touch_of_the_disk(count: Callable[[], None]) -> None:
    """Calls `count` before a file is opened, moved, linked or deleted, and before SQLite connects."""

    def hook(event: str, _: Any) -> None:
        if event in ("open", "os.rename", "os.link", "os.remove", "os.chmod", "os.mkdir", "sqlite3.connect"):
            count()

    sys.addaudithook(hook)
