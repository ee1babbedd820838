"""The pain of the day in one line, and the limit that pain during exercises and runs is compared with."""

from __future__ import annotations

from data import wording
from data.day import Day
from data.pain import SCALE_ENDS
from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped


class PainSummary(Lines):
    """Says which number is the pain of the day, and what the signs mean."""

    def __init__(self) -> None:
        super().__init__()
        self._day: Day | None = None

    def show(self, day: Day) -> None:
        self._day = day
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        day = self._day
        if day is None:
            return []
        lines = _of_the_day(day, width)
        if self.screen.has_class("-short"):
            return lines
        signs = ", ".join(f"{sign} {verdict}" for verdict, sign in wording.LIMIT_SIGNS.items())
        limit = wording.limit_words(day.limit, day.limit_source)
        explained = (
            f"0 {SCALE_ENDS[0]}, 10 {SCALE_ENDS[1]}",
            f"Pain during exercises and runs is compared with {limit}: {signs}.",
        )
        return [*lines, *((Piece(text, "muted"),) for one in explained for text in wrapped(one, width)), ()]


def _of_the_day(day: Day, width: int) -> list[Line]:
    side = {"left": "left ", "right": "right "}.get(day.side or "", "")
    if day.worst is None:
        level, words = Piece("not recorded", "faint"), f"no level at the {side}outer knee yet"
    else:
        level, words = Piece(str(day.worst), "pain"), f"the highest at the {side}outer knee"
    line: Line = (Piece("Pain of the day  "), level)
    aside = Piece(f"   {words}", "muted")
    return [(*line, aside) if width_of((*line, aside)) <= width else line]
