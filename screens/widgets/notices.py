"""What Today has to say or to ask just now: a sentence each, with the keys that answer it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped

NARROW = 58


class Answer(NamedTuple):
    """A key, its word or two, and the action that it and a click run."""

    key: str
    label: str
    action: str

    @property
    def pieces(self) -> Line:
        label = (Piece(f" {self.label}", "muted", self.action),) if self.label else ()
        return (Piece(self.key, "key", self.action), *label)


class Notice(NamedTuple):
    """A sentence, literal; `part` is its style, `sign` says the same without colour, `brief` is it in few columns."""

    text: str
    answers: tuple[Answer, ...] = ()
    sign: str = ""
    part: str = "plain"
    brief: str = ""


class Notices(Lines):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: Sequence[Notice] = ()

    def show(self, notices: Sequence[Notice]) -> None:
        self._notices = notices
        self.display = bool(notices)
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        return [line for notice in self._notices for line in _lines_of(notice, width)]


def _lines_of(notice: Notice, width: int) -> list[Line]:
    """The words wrapped, the answers behind the last of them where they fit."""
    sign = f"{notice.sign} " if notice.sign else ""
    text = notice.brief if notice.brief and width < NARROW else notice.text
    first, *others = wrapped(text, width - len(sign))
    lines: list[Line] = [
        (Piece(sign, notice.part), Piece(first, notice.part)),
        *((Piece(" " * len(sign)), Piece(line, notice.part)) for line in others),
    ]
    for answer in notice.answers:
        gap = Piece("   ")
        if width_of([*lines[-1], gap, *answer.pieces]) <= width:
            lines[-1] = (*lines[-1], gap, *answer.pieces)
        else:
            lines.append((Piece(" " * len(sign)), *answer.pieces))
    return lines
