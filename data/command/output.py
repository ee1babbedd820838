"""What a command prints: literal text, whatever the terminal's encoding."""

from __future__ import annotations

import codecs
import json
import os
import sys
import textwrap
from pathlib import Path
from typing import Any, TextIO

from data.errors import Refused
from data.plain_text import literal, one_line

PIPED_WIDTH = 80
WIDEST = 100
ASCII_SIGNS = {
    "×": "x",
    "–": "-",
    "—": "-",
    "−": "-",
    "·": "-",
    "•": "-",
    "…": "...",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "≤": "<=",
    "≥": ">=",
    "→": "->",
    "°": " degrees",
}


def say(text: str = "") -> None:
    """A line or more of text on standard output; in a terminal, long lines go on below, set in."""
    lines = literal(text).split("\n")
    _print("\n".join(_fitted(line) if is_terminal(sys.stdout) else line for line in lines))


def _fitted(line: str) -> str:
    columns = width()
    if len(line) < columns:
        return line
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.fill(line, max(20, columns), subsequent_indent=indent, break_on_hyphens=False)


def say_wrapped(text: str) -> None:
    """A paragraph in lines of the terminal's width, none of them too long to read."""
    _print(textwrap.fill(one_line(text), max(20, min(width(), WIDEST))))


def draw(chart: str) -> None:
    """A drawing with the colours of the terminal, if it has any. It holds no text of the diary."""
    _print(chart)


def width() -> int:
    """Columns of the terminal; 80 when the output is piped."""
    if not is_terminal(sys.stdout):
        return PIPED_WIDTH
    from shutil import get_terminal_size

    return get_terminal_size((PIPED_WIDTH, 24)).columns


def has_colour() -> bool:
    return is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def has_unicode() -> bool:
    return "utf" in (getattr(sys.stdout, "encoding", None) or "").lower()


def say_json(value: dict[str, Any]) -> None:
    """One JSON object. In ASCII, so that no text in it can steer the terminal and every encoding has its letters."""
    _print(json.dumps(value, indent=1))


def complain(text: str) -> None:
    """One line on standard error."""
    complain_in_lines(one_line(text))


def complain_in_lines(text: str) -> None:
    """Text that keeps its lines on standard error."""
    if sys.stderr is not None:
        print(literal(text), file=sys.stderr, flush=True)


def _print(text: str) -> None:
    if sys.stdout is None:
        return
    try:
        print(text, flush=True)  # click's echo would write UTF-8 to a terminal that says it has ASCII
    except OSError as error:
        # What can't be printed must not be tried again when the program ends.
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Refused(f"The answer could not be printed: {error.strerror}.") from None


def in_terminal() -> bool:
    """Whether there is somebody to ask, and to show the app to."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def be_safe_in_any_encoding() -> None:
    """What the terminal's encoding lacks is written as its likeness in ASCII or as `?`."""
    codecs.register_error("itband", _in_ascii)
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="itband")


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    missing = error.object[error.start : error.end]
    return "".join(ASCII_SIGNS.get(character, "?") for character in missing), error.end
