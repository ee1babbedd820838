"""The exercises of the plan with what is asked for today; one of them is where the keys act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len

from data import dose_words, plan, plan_words
from data.calendar_days import brief
from data.plain_text import one_line
from data.planned import Planned
from screens.widgets.lines import Line, Lines, Piece, padded, spread, wrapped

HERE = "▸ "
GAP = "  "
WIDEST_NAME = 30
NARROW = 30


@dataclass(frozen=True)
class Row:
    """An exercise in words: what a day asks for, how often, from whom, since when; remark: what there is beside it."""

    uid: str
    name: str
    work: str = ""
    load: str = ""
    how_often: str = ""
    source: str = ""
    since: str = ""
    remark: str = ""

    def columns(self, *, with_load: bool) -> tuple[str, ...]:
        work = f"{self.work} {self.load}" if with_load and self.load else self.work
        return (work, self.how_often, self.source, self.since)

    @property
    def details(self) -> str:
        remark = self.remark if self.work else ""
        return " · ".join(filter(None, (remark, self.load, self.how_often, self.source, self.since)))


def row_of(planned: Planned, today: date) -> Row:
    exercise, now = planned.exercise, planned.now
    name = one_line(exercise.name)
    if now is None:
        return Row(exercise.uid, name, remark=_nothing_now(planned, today))
    return Row(
        exercise.uid,
        name,
        work=dose_words.describe_work(plan.dose_of(now) | {"load": ""}, exercise.unit),
        load=one_line(now.load),
        how_often=dose_words.describe_schedule(now.schedule),
        source=plan_words.SHORT_SOURCES[now.source],
        since=f"since {brief(now.starts_on, today)}",
        remark=_beside_it(planned, today),
    )


def _nothing_now(planned: Planned, today: date) -> str:
    if ahead := planned.ahead(today):
        return f"from {brief(ahead.starts_on, today)}"
    last = planned.doses[-1].ends_on if planned.doses else None
    return f"asked for until {brief(last, today)}" if last else "no dose yet"


def _beside_it(planned: Planned, today: date) -> str:
    remarks = []
    if planned.pause:
        remarks.append("paused")
    if ahead := planned.ahead(today):
        remarks.append(f"another dose from {brief(ahead.starts_on, today)}")
    return ", ".join(remarks)


class Columns:
    """The widths that bring each row on one line: with its load where that fits, else without; `fit` False: neither."""

    PARTS = ("plain", "plain", "muted", "muted")

    def __init__(self, rows: Sequence[Row], width: int) -> None:
        self._name = min(max((cell_len(row.name) for row in rows), default=0), WIDEST_NAME)
        remarks = max((cell_len(row.remark) + len(GAP) for row in rows if row.work and row.remark), default=0)
        for self._with_load in (True, False):
            each = [row.columns(with_load=self._with_load) for row in rows]
            self._others = [max(map(cell_len, column)) for column in zip(*each, strict=True)]
            needed = sum(column + len(GAP) for column in self._others if column)
            self.fit = len(HERE) + self._name + needed + remarks <= width
            if self.fit:
                break

    def lines(self, row: Row, here: bool, action: str) -> list[Line]:
        line = [Piece(padded(row.name, self._name), "cursor" if here else "strong", action)]
        if row.work:
            texts = row.columns(with_load=self._with_load)
            for text, column, part in zip(texts, self._others, self.PARTS, strict=True):
                line.append(Piece(GAP + padded(text, column), part, action))
        if row.remark:
            line.append(Piece(GAP + row.remark, "muted", action))
        return [tuple(line)]


class PlanList(Lines):
    """One line for each where the columns fit, else two; a click goes to one, a second click opens its dose."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._archived: Sequence[Row] = ()
        self._hidden = ""
        self._here = ""
        self._empty = ""
        self._tops: dict[str, range] = {}

    def show(
        self, rows: Sequence[Row], archived: Sequence[Row], here: str, *, hidden: str, empty: str
    ) -> None:
        """`hidden` tells of archived ones that are not shown; `empty` stands in the place of rows."""
        self._rows, self._archived, self._here = rows, archived, here
        self._hidden, self._empty = hidden, empty
        self.redraw()

    def move_to(self, uid: str) -> None:
        self._here = uid
        self.redraw()

    def lines_of(self, uid: str) -> range:
        """Where a row stands; empty for one that isn't there."""
        return self._tops.get(uid, range(0))

    def lay_out(self, width: int) -> list[Line]:
        self._tops = {}
        columns = Columns([*self._rows, *self._archived], width)
        count = f"{len(self._rows)} in the plan" if self._rows and width >= NARROW else ""
        lines = spread([Piece("Exercises", "heading")], [Piece(count, "muted")], width)
        for row in self._rows:
            self._add(lines, row, columns, width)
        if not self._rows:
            lines += [(Piece(text, "plain"),) for text in wrapped(self._empty, width)]
        if self._archived:
            lines.append((Piece("Archived", "heading"),))
        for row in self._archived:
            self._add(lines, row, columns, width)
        if self._hidden:
            lines += [(Piece(text, "muted"),) for text in wrapped(self._hidden, width)]
        return lines

    def _add(self, lines: list[Line], row: Row, columns: Columns, width: int) -> None:
        here, action = row.uid == self._here, f"screen.take('{row.uid}')"
        marker = Piece(HERE if here else " " * len(HERE), "key", action)
        fit = columns.fit
        new = columns.lines(row, here, action) if fit else _on_two_lines(row, here, action, width)
        self._tops[row.uid] = range(len(lines), len(lines) + len(new))
        lines.append((marker, *new[0]))
        lines += [(Piece(" " * (len(HERE) + len(GAP)), "plain", action), *line) for line in new[1:]]


def _on_two_lines(row: Row, here: bool, action: str, width: int) -> list[Line]:
    room = width - len(HERE)
    work = row.work or row.remark
    fits = cell_len(row.name) + len(GAP) + cell_len(work) <= room
    name = padded(row.name, room - len(GAP) - cell_len(work)) if fits else padded(row.name, room)
    lines: list[Line] = [(Piece(name, "cursor" if here else "strong", action),)]
    below = [row.details]
    if fits:
        lines[0] = (*lines[0], Piece(GAP + work, "plain" if row.work else "muted", action))
    else:
        below.insert(0, work)
    for text in below:
        if text:
            lines += [(Piece(part, "muted", action),) for part in wrapped(text, room - len(GAP))]
    return lines
