"""Visits, plan changes, flares and other events: letters over the columns of their days, and what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.figures import Mark

from .cells import BLANK, Cell, Ink, Row, legend_rows
from .timeline import Timeline

LETTERS = {
    "flare": ("F", "flare"),
    "visit": ("V", "visit"),
    "plan": ("P", "plan change"),
    "shoes": ("S", "shoes"),
    "start": ("B", "beginning"),
    "discharge": ("D", "discharge"),
    "other": ("N", "other event"),
}
"""Letter and word for each kind of mark, first those that matter more where they share a column."""
MORE = ("+", "and more")
MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class MarkRows:
    """`letters` lie over the columns, `legend` explains them over the whole width; both empty without a mark."""

    letters: tuple[Row, ...] = ()
    legend: tuple[Row, ...] = ()

    @property
    def height(self) -> int:
        return len(self.letters) + len(self.legend)


def mark_rows(marks: Iterable[Mark], timeline: Timeline, width: int, most: int = MOST_ROWS) -> MarkRows:
    """Marks of one column stand over each other in at most `most` rows; `+` over another says that there are more."""
    stacks: dict[int, set[tuple[str, str]]] = {}
    for mark in marks:
        if column := timeline.column_of(mark.day):
            stacks.setdefault(column.centre, set()).add(LETTERS.get(mark.kind, LETTERS["other"]))
    height = min(most, max(map(len, stacks.values()), default=0))
    rows = [[BLANK] * timeline.width for _ in range(height)]
    used = set()
    for cell, found in stacks.items():
        stack = sorted(found, key=list(LETTERS.values()).index)
        more = len(stack) > height
        if more:
            stack = [*stack[: height - 1], MORE] if height > 1 else stack[:1]
        if more and height == 1:  # one row alone has the weightiest with the + beside it, or the + alone
            free = [at for at in (cell + 1, cell - 1) if 0 <= at < timeline.width and at not in stacks]
            stack = stack if free else [MORE]
            rows[0][free[0] if free else cell] = Cell(MORE[0], Ink.MARK)
            used.add(MORE)
        used |= set(stack)
        for row, (letter, _) in zip(reversed(rows), stack, strict=False):
            row[cell] = Cell(letter, Ink.MARK)
    legend = [
        (Cell(letter, Ink.MARK), words)
        for letter, words in (*LETTERS.values(), MORE)
        if (letter, words) in used
    ]
    return MarkRows(tuple(rows), legend_rows(legend, width))


def fitting_mark_rows(marks: Iterable[Mark], timeline: Timeline, width: int, room: int) -> MarkRows:
    """The fullest form that takes at most `room` rows: rather fewer rows of letters than no legend."""
    marks = list(marks)
    forms = [mark_rows(marks, timeline, width, most) for most in range(MOST_ROWS, 0, -1)]
    forms += [MarkRows(form.letters) for form in forms]
    return next((form for form in forms if form.height <= room), MarkRows())
