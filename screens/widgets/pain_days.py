"""Fourteen days of pain: a list where there is room, a table or a row of bars where there is less."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from data import wording
from data.calendar_days import MONTHS, WEEKDAYS
from data.lately import FORTNIGHT, Lately
from screens.widgets.charts.sparkline import sparkline
from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped

HEADING = f"Pain, {FORTNIGHT} days"
GAP = "·"
"""A day without a level; a day of no pain has its 0."""
TABLE_LABEL = 15
POINT = "██"


class PainDays(Lines):
    """A click on a day goes there."""

    def __init__(self) -> None:
        super().__init__()
        self._lately: Lately | None = None
        self._last: date | None = None

    def show(self, lately: Lately, last: date) -> None:
        """The fourteen days that end on `last`."""
        self._lately, self._last = lately, last
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._lately is None or self._last is None:
            return []
        days = [self._last - timedelta(days=back) for back in reversed(range(FORTNIGHT))]
        levels = self._lately.pain
        means = _means(self._lately)
        if all(level is None for level in levels):
            return _nothing_yet(width, short=self.screen.has_class("-short"))
        if self.screen.has_class("-wide") and not self.screen.has_class("-short"):
            rows = [_row(day, level) for day, level in zip(days, levels, strict=True)]
            return [(Piece(HEADING, "heading"),), (), *rows, (), (Piece(means, "muted"),)]
        if self.screen.has_class("-short") or width < TABLE_LABEL + 3 * FORTNIGHT:
            line: Line = (Piece(f"{HEADING}  ", "heading"), Piece(sparkline(levels), "pain"))
            with_means = (*line, Piece(f"  {means}", "muted"))
            return [with_means if width_of(with_means) <= width else line]
        return _table(days, levels, means)


def _nothing_yet(width: int, *, short: bool) -> list[Line]:
    heading, words = Piece(f"{HEADING}  ", "heading"), "a bar for each day that has a level"
    if width_of([heading]) + len(words) <= width:
        return [(heading, Piece(words, "faint"))]
    if short:
        return [(heading, Piece("nothing yet", "faint"))]
    return [(heading,), *((Piece(text, "faint"),) for text in wrapped(words, width))]


def _means(lately: Lately) -> str:
    if lately.now is None:
        return ""
    before = "" if lately.before is None else f", was {wording.decimal(lately.before)} a week before"
    return f"7-day mean {wording.decimal(lately.now)}{before}"


def _action(day: date) -> str:
    return f"screen.go_to('{day}')"


def _row(day: date, level: int | None) -> Line:
    name = f"{WEEKDAYS[day.weekday()]} {day.day:>2} {MONTHS[day.month - 1]}  "
    if level is None:
        return (Piece(name, "muted", _action(day)), Piece(f" {GAP}", "faint", _action(day)))
    bar = Piece(f" {POINT * level}", "pain", _action(day))
    return (Piece(name, "muted", _action(day)), Piece(f"{level:>2}", "plain", _action(day)), bar)


def _table(days: Sequence[date], levels: Sequence[int | None], means: str) -> list[Line]:
    """Days of the month above, a bar and the level of each below."""
    numbers = [Piece(f"{day.day:>3}", "muted", _action(day)) for day in days]
    bars = [
        Piece(f"  {sparkline([level])}", "pain", _action(day))
        for day, level in zip(days, levels, strict=True)
    ]
    values = [
        Piece(f"{GAP if level is None else level:>3}", "faint" if level is None else "plain", _action(day))
        for day, level in zip(days, levels, strict=True)
    ]
    blank = Piece(" " * TABLE_LABEL)
    lines: list[Line] = [
        (Piece(HEADING.ljust(TABLE_LABEL), "heading"), *numbers),
        (blank, *bars),
        (blank, *values),
    ]
    return [*lines, (blank, Piece(f"  {means}", "muted"))] if means else lines
