"""The steps of the first questions, the one that is shown marked, each with the answer that is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from screens.widgets.lines import Line, Lines, Piece, wrapped


class StepShown(NamedTuple):
    """`can_be_gone_to`: a click leads there."""

    key: str
    title: str
    answer: str
    is_here: bool
    can_be_gone_to: bool


class StepList(Lines):
    def __init__(self) -> None:
        super().__init__()
        self._steps: Sequence[StepShown] = ()

    def show(self, steps: Sequence[StepShown]) -> None:
        self._steps = steps
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        return [line for step in self._steps for line in (*_lines_of(step, width), ())]


def _lines_of(step: StepShown, width: int) -> list[Line]:
    action = f"screen.go_to({step.key!r})" if step.can_be_gone_to else ""
    part = "cursor" if step.is_here else "plain" if step.can_be_gone_to else "muted"
    lines = [
        (Piece("▸ " if step.is_here and not number else "  ", "key"), Piece(text, part, action))
        for number, text in enumerate(wrapped(step.title, width - 2))
    ]
    answer = wrapped(step.answer, width - 4) if step.answer else []
    return lines + [
        (Piece("  "), Piece("  " if number else "✓ ", "done"), Piece(text, "muted", action))
        for number, text in enumerate(answer)
    ]
