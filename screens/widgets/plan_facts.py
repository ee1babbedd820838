"""What goes with the plan as a whole: the pain limit, pauses, the activities, and a word on how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data import plan_words, wording
from data.calendar_days import brief
from data.plain_text import one_line
from data.planned import PlanOnDay
from screens.widgets.lines import Line, Lines, Piece, padded, wrapped

LABEL = 12
KEY = 3


class PlanFacts(Lines):
    """A label, what it is, and the key that changes it."""

    def __init__(self) -> None:
        super().__init__()
        self._page: PlanOnDay | None = None
        self._keys: Mapping[str, str] = {}

    def show(self, page: PlanOnDay, keys: Mapping[str, str]) -> None:
        """`keys` has the key of each command by its id."""
        self._page, self._keys = page, keys
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._page is None:
            return []
        page = self._page
        lines = [*self._fact("Pain limit", _limit(page), "plan.limit", "set_limit", width)]
        for pause in page.pauses:
            words = one_line(plan_words.pause(pause, page.day))
            lines += self._fact("Paused", words, "plan.pause", "pause", width)
        names = ", ".join(one_line(one.name) for one in page.activities)
        lines += self._fact("Activities", names or "none yet", "plan.activities", "activities", width)
        if many := plan_words.many(len(page.active)):
            lines += [(Piece(text, "plain"),) for text in wrapped(many, width)]
        return lines

    def _fact(self, label: str, words: str, command: str, action: str, width: int) -> Iterator[Line]:
        run, key = f"screen.{action}", self._keys.get(command, "")
        head: Line = (Piece(padded(key, KEY), "key", run), Piece(padded(label, LABEL), "heading", run))
        for text in wrapped(words, max(width - LABEL - KEY, 1)):
            yield (*head, Piece(text, "plain", run))
            head = (Piece(" " * (LABEL + KEY)),)


def _limit(page: PlanOnDay) -> str:
    since = f" since {brief(page.limit_since, page.day)}" if page.limit_since else ""
    return f"{page.limit}{since}, {wording.LIMIT_SOURCES[page.limit_source]}"
