"""The week of the day: how much of what it asked for was done, and a sign for each of its days."""

from __future__ import annotations

from datetime import date, timedelta

from data import wording
from data.calendar_days import WEEKDAYS
from data.lately import Lately
from screens.widgets.day_signs import DAY_SIGNS
from screens.widgets.lines import Line, Lines, Piece, spread, width_of


class WeekStrip(Lines):
    """A click on a day goes there."""

    def __init__(self) -> None:
        super().__init__()
        self._lately: Lately | None = None
        self._day: date | None = None
        self._this_week = True

    def show(self, lately: Lately, day: date, today: date) -> None:
        self._lately, self._day = lately, day
        self._this_week = lately.monday <= today < lately.monday + timedelta(days=7)
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._lately is None:
            return [()] * 4
        heading = spread([Piece(self._heading(), "heading")], [Piece(self._share(), "muted")], width)
        letters, signs = self._days(self._lately)
        beside = _legend(width - width_of(signs) - 3)
        if len(beside) == 1:
            return [*heading, letters, (*signs, Piece("   "), *beside[0])]
        return [*heading, letters, signs, *((Piece(" "), *line) for line in _legend(width - 1))]

    def _heading(self) -> str:
        if self._this_week or self._lately is None:
            return "This week"
        number = self._lately.monday.isocalendar().week
        return f"Week {number}"

    def _share(self) -> str:
        assert self._lately is not None
        asked = self._lately.asked
        if asked.due <= 0:
            return "nothing was due yet" if self._this_week else "nothing was due"
        done = wording.done_of_due(asked.done, asked.due)
        asked_for = " asked for" if " of " in done else ""
        return f"{done}{asked_for} · {wording.percent(asked.done / asked.due)}"

    def _days(self, lately: Lately) -> tuple[Line, Line]:
        letters: list[Piece] = []
        signs: list[Piece] = []
        for number, of_day in enumerate(lately.week):
            day = lately.monday + timedelta(days=number)
            action = f"screen.go_to('{day}')"
            sign, _, _, part = DAY_SIGNS[of_day]
            here = day == self._day
            letter = WEEKDAYS[number][0]
            letters.append(
                Piece(f"[{letter}]" if here else f" {letter} ", "chosen" if here else "muted", action)
            )
            signs.append(Piece(f" {sign} ", part, action))
        return tuple(letters), tuple(signs)


def _legend(width: int) -> list[Line]:
    lines: list[Line] = []
    for sign, _, word, part in DAY_SIGNS.values():
        pieces = (Piece(sign, part), Piece(f" {word}", "faint"))
        joined = (*lines[-1], Piece("  "), *pieces) if lines else ()
        if lines and width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(pieces)
    return lines
