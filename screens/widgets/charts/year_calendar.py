"""A year as a calendar of signs: a column for each week, a row for each weekday."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from data.calendar_days import MONTHS, WEEKDAYS, week_start
from screens.widgets.day_signs import DAY_SIGNS

from .cells import BLANK, Cell, Ink, Row, legend_rows, written
from .signs import Signs, signs_for

Kind = Literal["adherence", "pain"]

SCALE_WIDTH = 4
WIDEST_WEEK = 2
STEPS: Mapping[Kind, tuple[tuple[float, str], ...]] = {
    "adherence": (
        (0, "none"),
        (0.001, "under half"),
        (0.5, "half or more"),
        (0.8, "80 % or more"),
        (1, "all"),
    ),
    "pain": ((0, "0"), (1, "1–2"), (3, "3–4"), (5, "5–6"), (7, "7–10")),
}
"""The value that each step of shade begins at, and its words."""
UNKNOWN, IDLE = DAY_SIGNS["unrecorded"].word, DAY_SIGNS["idle"].word
INKS = {"adherence": Ink.DONE, "pain": Ink.DAY}
SLACK = 1e-9


@dataclass(frozen=True)
class YearCalendar:
    """The rows, and where (column, row) each day stands in them."""

    rows: tuple[Row, ...]
    places: Mapping[date, tuple[int, int]]

    def day_at(self, column: int, row: int) -> date | None:
        """The day drawn at a cell; None beside the days."""
        return next((day for day, place in self.places.items() if place == (column, row)), None)

    def with_cursor(self, day: date, *, unicode: bool = True) -> YearCalendar:
        """The same calendar with the day reversed and in brackets, and its row pointed at.

        Unchanged for a day that isn't drawn. Where the weeks stand close the brackets take the place of its neighbours.
        """
        if day not in self.places:
            return self
        column, row = self.places[day]
        rows = [list(cells) for cells in self.rows]
        rows[row][SCALE_WIDTH - 1] = Cell(signs_for(unicode=unicode).pointer, Ink.CURSOR)
        rows[row][column - 1 : column + 2] = [
            Cell("[", Ink.CURSOR),
            Cell(rows[row][column].sign, Ink.CHOSEN),
            Cell("]", Ink.CURSOR),
        ]
        return replace(self, rows=tuple(rows))


def draw_year(
    days: Mapping[date, float | None],
    width: int,
    *,
    kind: Kind,
    idle: Collection[date] = (),
    unicode: bool = True,
) -> YearCalendar:
    """Draw days' adherence (0–1) or worst pain (0–10); None is drawn as unknown, a day that is missing not at all.

    `idle` are those of the days on which nothing was due.

    The weeks (Monday to Sunday) from the first to the last of the days stand beside each other, in as many blocks
    below each other as `width` asks for. Months are named over the week that holds their first day.
    """
    if not days:
        return YearCalendar((), {})
    signs = signs_for(unicode=unicode)
    weeks = _weeks(min(days), max(days))
    room = max(width - SCALE_WIDTH, 1)
    blocks = -(-len(weeks) // room)
    in_block = -(-len(weeks) // blocks)
    cells = min(room // in_block, WIDEST_WEEK)
    rows: list[Row] = []
    places: dict[date, tuple[int, int]] = {}
    for start in range(0, len(weeks), in_block):
        if rows:
            rows.append([])
        shown = weeks[start : start + in_block]
        rows.append(_months(shown, cells))
        for weekday, name in enumerate(WEEKDAYS):
            row = written(f"{name:{SCALE_WIDTH}}", Ink.LABEL)
            for monday in shown:
                day = monday + timedelta(days=weekday)
                if day in days:
                    places[day] = (len(row), len(rows))
                row += [_cell(day, days, kind, idle, signs), *[BLANK] * (cells - 1)]
            rows.append(row)
    return YearCalendar((*rows, [], *_legend(kind, signs, width)), places)


def _weeks(first: date, last: date) -> list[date]:
    monday = week_start(first)
    return [monday + timedelta(weeks=week) for week in range((last - monday).days // 7 + 1)]


def _months(mondays: Sequence[date], cells: int) -> Row:
    """Names of the months over the weeks that hold their first day; a January is named by its year."""
    row = [BLANK] * (SCALE_WIDTH + len(mondays) * cells)
    firsts = [
        (index, sunday) for index, day in enumerate(mondays) if (sunday := day + timedelta(days=6)).day <= 7
    ]
    free = 0
    for number, (index, day) in enumerate(firsts):
        at = SCALE_WIDTH + index * cells
        following = SCALE_WIDTH + firsts[number + 1][0] * cells if number + 1 < len(firsts) else len(row)
        text = str(day.year) if number and day.month == 1 else MONTHS[day.month - 1]
        dated = f"{MONTHS[day.month - 1]} {day.year}"
        if number == 0 and at + len(dated) < following:
            text = dated
        if free <= at <= len(row) - len(text):
            row[at : at + len(text)] = written(text, Ink.LABEL)
            free = at + len(text) + 1
    return row


def _cell(
    day: date, days: Mapping[date, float | None], kind: Kind, idle: Collection[date], signs: Signs
) -> Cell:
    if day not in days:
        return BLANK
    if day in idle:
        return Cell(signs.heat_idle, Ink.LABEL)
    value = days[day]
    if value is None:
        return Cell(signs.heat_unknown, Ink.LABEL)
    step = bisect_right([begin for begin, _ in STEPS[kind]], value + SLACK) - 1
    return Cell(_shades(kind, signs)[step], INKS[kind])


def _shades(kind: Kind, signs: Signs) -> str:
    return signs.heat_done if kind == "adherence" else signs.heat_pain


def _legend(kind: Kind, signs: Signs, width: int) -> tuple[Row, ...]:
    entries = [(Cell(signs.heat_unknown, Ink.LABEL), UNKNOWN)]
    if kind == "adherence":
        entries.append((Cell(signs.heat_idle, Ink.LABEL), IDLE))
    for shade, (_, words) in zip(_shades(kind, signs), STEPS[kind], strict=True):
        entries.append((Cell(shade, INKS[kind]), words.replace("–", signs.to)))
    return legend_rows(entries, width)
