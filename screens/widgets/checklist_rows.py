"""The rows of the day's list, laid out for a width: name, dose, a box for each set of each side, a few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from data import day_words
from data.day import Day, Item
from data.plain_text import one_line
from screens.widgets.lines import Line, Piece, padded, width_of, wrapped

DONE, OPEN, ALL, HERE = "■", "□", "✓", "▸ "
LETTERS = {"left": "L", "right": "R", "both": ""}
MOST_BOXES = 6
NARROW = 58
FULL_NAME = 10**6
SHORTEST_NAME = 16
"""Columns to which a long name is shortened before the letters of the sides go, but in a narrow list."""
MARKER = len(HERE)


class Side(NamedTuple):
    """The sets of one side; `letter` is "" where the dose knows no sides."""

    name: str
    letter: str
    done: int
    asked: int


class Row(NamedTuple):
    """One exercise of the day. words: (text, part) behind the boxes."""

    uid: str
    name: str
    dose: str
    sides: tuple[Side, ...]
    full: bool
    quiet: bool
    """Nothing of it is open just now."""
    words: tuple[tuple[str, str], ...]


class Entry(NamedTuple):
    """A run or an event of the day, below the exercises; `remark` is what there is to say about it."""

    uid: str
    label: str
    text: str
    remark: str = ""


def row_of(item: Item, day: Day) -> Row:
    skipped = day_words.skipped(item)
    boxes = not skipped or any(log.sets_done for log in item.logs)
    words = [
        (skipped, "muted"),
        (day_words.paused(item), "muted"),
        (day_words.pain_during(item, day), "alert" if day.is_above_limit(item) else "muted"),
        *((text, "muted") for text in day_words.work(item)),
        (day_words.this_week(item), "muted"),
        (day_words.not_asked(item), "muted"),
        *((text, "faint") for text in day_words.notes(item)),
    ]
    return Row(
        uid=item.exercise.uid,
        name=one_line(item.exercise.name),
        dose=day_words.dose(item),
        sides=tuple(
            Side(
                side, LETTERS[side] if item.asked.sides != "none" else "", item.sets_on(side), item.asked.sets
            )
            for side in item.sides
            if boxes
        ),
        full=not skipped and item.is_full,
        quiet=not item.is_open,
        words=tuple((one_line(text), part) for text, part in words if text.strip()),
    )


class Folding:
    """How tightly the sets are written; the first of `FOLDINGS` that has room is taken for all rows."""

    def __init__(self, *, letters: bool, blank: str, gap: str) -> None:
        self._letters, self._blank, self._gap = letters, blank, gap

    def pieces(self, rows: Sequence[Row]) -> dict[str, Line]:
        """The sets of each row by its uid; of rows with two sides the second ones align."""
        sides = {row.uid: [self._side(row, side) for side in row.sides] for row in rows}
        widths = {uid: width_of(both[0]) for uid, both in sides.items() if len(both) > 1}
        left = max(widths.values(), default=0)
        found: dict[str, Line] = {}
        for uid, both in sides.items():
            first, second = both if uid in widths else (next(iter(both), []), [])
            between = [Piece(" " * (left - widths[uid]) + self._gap)] if second else []
            found[uid] = (*first, *between, *second)
        return found

    def _side(self, row: Row, side: Side) -> list[Piece]:
        named = side.letter and (self._letters or len(row.sides) == 1)
        return [*([Piece(side.letter + self._blank, "muted")] if named else []), *self._sets(row, side)]

    def _sets(self, row: Row, side: Side) -> list[Piece]:
        count = max(side.done, side.asked)
        if count > MOST_BOXES:
            part = "done" if side.done >= side.asked else "plain"
            return [Piece(f"{side.done}/{side.asked}", part, f"screen.take({row.uid!r})")]
        pieces = []
        for number in range(1, count + 1):
            ticked = number <= side.done
            action = f"screen.tick({row.uid!r}, {side.name!r}, {number})"
            blank = self._blank if number < count else ""
            pieces.append(Piece((DONE if ticked else OPEN) + blank, "done" if ticked else "plain", action))
        return pieces


ROOMY = Folding(letters=True, blank=" ", gap="  ")
TIGHT = Folding(letters=True, blank="", gap=" ")
FOLDED = Folding(letters=False, blank="", gap=" ")
FOLDINGS = ((ROOMY, FULL_NAME), (TIGHT, FULL_NAME), (TIGHT, SHORTEST_NAME), (FOLDED, FULL_NAME))
"""Each with the columns that names keep, the roomiest first."""


class Columns:
    """How wide names, doses and boxes stand in a list of this width."""

    def __init__(self, rows: Sequence[Row], width: int) -> None:
        self.width = width
        self.narrow = width < NARROW
        self.dose = max((len(row.dose) for row in rows), default=0)
        names = max((cell_len(row.name) for row in rows), default=0)
        for folding, shortest in FOLDINGS:
            self.gap = 2 if folding is ROOMY else 1
            self._pieces = folding.pieces(rows)
            self._widths = {uid: width_of(pieces) for uid, pieces in self._pieces.items()}
            self.boxes = max(self._widths.values(), default=0)
            others = MARKER + self.gap + self.dose + self.gap + self.boxes + 2
            if others + (names if self.narrow else min(names, shortest)) <= width:
                break
        self.name = max(min(names, width - others), 4)

    def lines(self, row: Row, *, here: bool) -> list[Line]:
        """The row's line, and further ones for words that have no room behind the boxes.

        In a narrow list only the row where the keys act has further ones.
        """
        choose = f"screen.take({row.uid!r})"
        name_part = "cursor" if here else "muted" if row.quiet else "plain"
        boxes, gap = self._pieces[row.uid], Piece(" " * self.gap)
        line: list[Piece] = [
            Piece(HERE if here else " " * MARKER, "key", choose),
            Piece(padded(row.name, self.name), name_part, choose),
            gap,
            Piece(row.dose.ljust(self.dose), "muted", choose),
            gap,
            *boxes,
        ]
        words = _joined(row.words)
        if boxes:
            line.append(Piece(" " * (self.boxes - self._widths[row.uid])))
            line.append(Piece(f" {ALL}" if row.full else "  ", "done"))
            words = (Piece("  "), *words) if words else ()
        if width_of([*line, *words]) <= self.width:
            return [(*line, *words)]
        if self.narrow and not here:
            return [tuple(line)]
        return [tuple(line), *_below(row.words, self.width - MARKER - 2)]


def _joined(words: Sequence[tuple[str, str]]) -> Line:
    pieces: list[Piece] = []
    for text, part in words:
        if pieces:
            pieces.append(Piece(" · ", "muted"))
        pieces.append(Piece(text, part))
    return tuple(pieces)


def _below(words: Sequence[tuple[str, str]], width: int) -> list[Line]:
    """The words on lines of their own, as many on one as fit."""
    indent = Piece(" " * (MARKER + 2))
    lines: list[Line] = []
    for text, part in words:
        joined = (*lines[-1], Piece(" · ", "muted"), Piece(text, part)) if lines else ()
        if lines and width_of(joined) <= width + len(indent.text):
            lines[-1] = joined
        else:
            lines += [(indent, Piece(line, part)) for line in wrapped(text, width)]
    return lines


def entry_lines(entry: Entry, width: int, label_width: int, *, here: bool) -> list[Line]:
    choose = f"screen.take({entry.uid!r})"
    indent = Piece(" " * (MARKER + label_width + 2))
    room = width - len(indent.text)
    first, *others = wrapped(entry.text, room)
    remark = wrapped(entry.remark, room) if entry.remark else []
    return [
        (
            Piece(HERE if here else " " * MARKER, "key", choose),
            Piece(entry.label.ljust(label_width + 2), "cursor" if here else "heading", choose),
            Piece(first, "plain", choose),
        ),
        *((indent, Piece(text, "plain", choose)) for text in others),
        *((indent, Piece(text, "muted", choose)) for text in remark),
    ]
