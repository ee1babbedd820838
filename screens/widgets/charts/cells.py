"""What a drawing is made of: rows of cells, each a sign and the ink that says what the sign stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple


class Ink(IntEnum):
    """What a sign stands for. A theme gives each its colour; the sign alone must say the same."""

    PLAIN = 0
    TITLE = 1
    LABEL = 2
    AXIS = 3
    DAY = 4
    HIGHEST = 5
    MEAN = 6
    LIMIT = 7
    BASELINE = 8
    DONE = 9
    RUN = 10
    LONG_RUN = 11
    MARK = 12
    CURSOR = 13
    CHOSEN = 14


class Cell(NamedTuple):
    sign: str
    ink: Ink = Ink.PLAIN


Row = list[Cell]

BLANK = Cell(" ")

ANSI_COLOURS: Mapping[Ink, str] = {
    Ink.TITLE: "1",
    Ink.LABEL: "2",
    Ink.AXIS: "2",
    Ink.DAY: "36",
    Ink.HIGHEST: "2;36",
    Ink.MEAN: "1;35",
    Ink.LIMIT: "33",
    Ink.BASELINE: "2",
    Ink.DONE: "32",
    Ink.RUN: "34",
    Ink.LONG_RUN: "1;33",
    Ink.MARK: "1",
    Ink.CURSOR: "1",
    Ink.CHOSEN: "7",
}
"""SGR codes of a terminal's own sixteen colours, which every terminal theme keeps readable."""


def printable(text: str) -> str:
    """The text without control characters and marks that turn its direction: nothing in it moves a cursor."""
    return "".join(sign for sign in text if sign.isprintable())


def written(text: str, ink: Ink = Ink.PLAIN) -> Row:
    return [BLANK if sign == " " else Cell(sign, ink) for sign in printable(text)]


def legend_rows(entries: Iterable[tuple[Cell, str]], width: int) -> tuple[Row, ...]:
    """Signs with what they mean, beside each other in as many rows as `width` asks for."""
    rows: list[Row] = []
    for sign, words in entries:
        entry = [sign, BLANK, *written(words, Ink.LABEL)]
        if rows and len(rows[-1]) + 2 + len(entry) <= width:
            rows[-1] += [BLANK, BLANK, *entry]
        else:
            rows.append(entry[:width])
    return tuple(rows)


def spans(row: Row) -> list[tuple[str, Ink]]:
    """The row as runs of one ink each."""
    return [("".join(cell.sign for cell in run), ink) for ink, run in groupby(row, key=lambda cell: cell.ink)]


def as_text(rows: Sequence[Row], palette: Mapping[Ink, str] | None = None) -> str:
    """The rows as lines of text without trailing blanks; with a palette (SGR codes by ink) coloured."""
    return "\n".join(_line(row, palette or {}) for row in rows)


def _line(row: Row, palette: Mapping[Ink, str]) -> str:
    last = max((at for at, cell in enumerate(row) if cell.sign != " "), default=-1)
    return "".join(
        f"\x1b[{palette[ink]}m{text}\x1b[0m" if ink in palette and text.strip() else text
        for text, ink in spans(row[: last + 1])
    )
