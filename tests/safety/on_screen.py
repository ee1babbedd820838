"""What Today says in a terminal, read back from its screen."""

import re
from pathlib import Path
from typing import NamedTuple

from tests.terminal import Terminal, itband, run_itband

EXERCISES = {
    "Glute bridge": "glute-bridge",
    "Lateral band walk": "lateral-band-walk",
    "Foam rolling": "foam-rolling",
    "Standing IT band stretch": "itb-stretch",
}


class Shown(NamedTuple):
    """Full boxes of each exercise by its key, the worst pain (None: none), and the note's first line."""

    sets: dict[str, int]
    worst: int | None
    note: str


def set_up(folder: Path) -> None:
    """A diary for the right knee with the default programme."""
    done = run_itband(folder, "setup", "--side", "right", "--programme", "default")
    assert done.returncode == 0, done.stderr


def opened(folder: Path, **how: int) -> Terminal:
    """The app on a folder, once its checklist stands on the screen."""
    terminal = Terminal(itband(folder), **how)
    try:
        terminal.wait_for("Checklist")
    except BaseException:
        terminal.kill()
        raise
    return terminal


def read(terminal: Terminal) -> Shown:
    lines = terminal.text.splitlines()
    sets = {
        key: line.count("■") for line in lines for name, key in EXERCISES.items() if line[3:].startswith(name)
    }
    worst = next((int(level) for line in lines for level in re.findall(r"\[ ?(\d+)\]", line)), None)
    note = next((line.split("Note", 1)[1].strip() for line in lines if line.startswith(" Note ")), "")
    return Shown(sets, worst, note)
