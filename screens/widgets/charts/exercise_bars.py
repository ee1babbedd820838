"""A bar for each exercise: how much of what was due was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from .cells import Ink, Row, printable, written
from .signs import Signs, signs_for

WIDEST_NAME = 28
WIDEST_BAR = 40
NARROWEST_BAR = 6
GAP = "  "


@dataclass(frozen=True, slots=True)
class ExerciseBar:
    """`ratio` is the adherence, 0–1, or None when nothing was due; `words` stand behind it: "12 of 15 · 80 %"."""

    name: str
    ratio: float | None
    words: str = ""


def draw_bars(bars: Sequence[ExerciseBar], width: int, *, unicode: bool = True) -> list[Row]:
    """A row for each exercise: its name, a bar on a dotted track (none for None), its words.

    Where width lacks, the words stand in a row below.
    """
    signs = signs_for(unicode=unicode)
    longest_name = max((cell_len(printable(bar.name)) for bar in bars), default=0)
    longest_words = max((cell_len(printable(bar.words)) for bar in bars), default=0)
    name_width = min(longest_name, WIDEST_NAME, width // 2)
    room = width - name_width - len(GAP)
    beside = room - len(GAP) - longest_words >= NARROWEST_BAR
    bar_width = max(min(room - (len(GAP) + longest_words if beside else 0), WIDEST_BAR), 0)
    rows: list[Row] = []
    for bar in bars:
        name = set_cell_size(printable(bar.name), name_width)
        row = [*written(name + GAP), *_track(bar.ratio, bar_width, signs)]
        words = written(GAP + bar.words, Ink.LABEL)
        rows += [row + words] if beside or not bar.words else [row, words]
    return rows


def _track(ratio: float | None, width: int, signs: Signs) -> Row:
    if ratio is None:
        return written(" " * width)
    steps = len(signs.row_steps)
    filled = max(round(min(ratio, 1) * width * steps), 1 if ratio > 0 else 0)
    whole, part = divmod(filled, steps)
    bar = signs.row_steps[-1] * whole + (signs.row_steps[part - 1] if part else "")
    return [*written(bar, Ink.DONE), *written(signs.row_empty * (width - len(bar)), Ink.AXIS)]
