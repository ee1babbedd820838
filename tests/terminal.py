"""A pseudo-terminal that runs a program and is read by a terminal emulator: what a person would see."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import pyte

ROOT = Path(__file__).parent.parent
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "space": " ",
    "ctrl+r": "\x12",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
}


class NotSeen(AssertionError):
    """What was waited for did not come to stand on the screen."""


class Terminal:
    """Runs `argv` in a terminal of that size; `with Terminal(...) as terminal:` ends it whatever happens."""

    def __init__(
        self, argv: Sequence[str], *, columns: int = 80, lines: int = 24, env: dict[str, str] | None = None
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._master, slave = pty.openpty()
        self._set_size(columns, lines)
        environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **os.environ}
        for told in ("NO_COLOR", "COLUMNS", "LINES"):  # the size is the terminal's
            environment.pop(told, None)
        self.process = subprocess.Popen(
            list(argv),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env=environment | (env or {}),
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        os.close(self._master)

    @property
    def text(self) -> str:
        """What stands on the screen now, lines without trailing blanks."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def send(self, *keys: str) -> None:
        """Types keys by name (`enter`, `space`, `ctrl+r`), anything else as it is."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())

    def read(self, seconds: float = 0.05) -> bool:
        """Takes in what the program wrote; False when nothing came in that time or the program has ended."""
        data = self.take(seconds)
        self.show(data)
        return bool(data)

    def take(self, seconds: float) -> bytes:
        """What the program wrote, not shown yet; empty when nothing came in that time or the program has ended."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        try:
            return os.read(self._master, 65536) if ready else b""
        except OSError:
            return b""

    def show(self, data: bytes) -> None:
        self._stream.feed(self._decoder.decode(data))

    def wait_for(self, words: str, seconds: float = 20) -> str:
        """Reads on until the words stand on the screen; NotSeen with the screen when they don't come."""
        end = time.monotonic() + seconds
        while words not in self.text:
            if time.monotonic() > end or (self.process.poll() is not None and not self.read(0.2)):
                raise NotSeen(f"{words!r} did not appear within {seconds} s. The screen:\n{self.text}")
            self.read()
        return self.text

    def wait_gone(self, words: str, seconds: float = 20) -> str:
        """Reads on until the words no longer stand on the screen."""
        end = time.monotonic() + seconds
        while words in self.text:
            if time.monotonic() > end:
                raise NotSeen(f"{words!r} still stands after {seconds} s. The screen:\n{self.text}")
            self.read()
        return self.text

    def settle(self, quiet: float = 0.3, seconds: float = 10) -> str:
        """Reads on until nothing was written for `quiet` seconds."""
        end = time.monotonic() + seconds
        while self.read(quiet) and time.monotonic() < end:
            pass
        return self.text

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines, columns)
        self._set_size(columns, lines)
        self.process.send_signal(signal.SIGWINCH)

    def wait_end(self, seconds: float = 20) -> int:
        """The program's exit code, once it has ended by itself."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise NotSeen(f"The program did not end within {seconds} s. The screen:\n{self.text}")
            self.read()
        while self.read(0.1):
            pass
        return self.process.returncode

    def kill(self) -> None:
        """SIGKILL for the program and all that it started."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def itband(folder: Path, *arguments: str) -> list[str]:
    """The command line of `itband` on a diary folder, as a fresh interpreter runs it."""
    return [sys.executable, str(ROOT / "main.py"), "--data", str(folder), *arguments]


def run_itband(
    folder: Path, *arguments: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs an `itband` command with no terminal; the test looks at returncode, stdout and stderr."""
    return subprocess.run(
        itband(folder, *arguments),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        env=os.environ | (env or {}),
        timeout=120,
    )
