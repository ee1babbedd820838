"""The answers to a question, each on a line with its digit: one to pick, or boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screens.widgets.lines import Line, Lines, Piece, padded, width_of, wrapped
from screens.widgets.tick_box import OPEN, TICKED

HERE = "▸ "


@dataclass(frozen=True)
class Option:
    """An answer: its value, its words, more about it. ticked None: it has no box; fixed: its box stays as it is."""

    value: str
    words: str
    detail: str = ""
    ticked: bool | None = None
    fixed: bool = False


class AnswerList(Lines):
    """A click on an answer is its digit."""

    def __init__(self) -> None:
        super().__init__()
        self._options: Sequence[Option] = ()
        self._here = 0
        self._tops: list[range] = []

    def show(self, options: Sequence[Option], here: int) -> None:
        self._options, self._here = options, here
        self.display = bool(options)
        self.redraw()

    def lines_of(self, number: int) -> range:
        """Where an answer stands; the first is 0."""
        return self._tops[number] if number < len(self._tops) else range(0)

    def lay_out(self, width: int) -> list[Line]:
        lines: list[Line] = []
        self._tops = []
        names = max((width_of([Piece(option.words)]) for option in self._options), default=0)
        for number, option in enumerate(self._options):
            new = self._lines_of(number, option, names, width)
            self._tops.append(range(len(lines), len(lines) + len(new)))
            lines += new
        return lines

    def _lines_of(self, number: int, option: Option, names: int, width: int) -> list[Line]:
        """The words with their detail beside them, or below where that doesn't fit."""
        here, action = number == self._here, f"screen.answer({number + 1})"
        part = "cursor" if here else "plain"
        box = "" if option.ticked is None else TICKED if option.ticked else OPEN
        head: Line = (
            Piece(HERE if here else " " * len(HERE), "key", action),
            Piece(f"{number + 1} ", "key", action),
            Piece(box, part, action),
        )
        if not option.detail:
            names = 0
        beside: Line = (
            *head,
            Piece(padded(option.words, max(names, width_of([Piece(option.words)]))), part, action),
            Piece(f"  {option.detail}" if option.detail else "", "muted", action),
        )
        if width_of(beside) <= width:
            return [beside]
        indent = Piece(" " * width_of(head))
        room = width - len(indent.text)
        first, *others = wrapped(option.words, room)
        return [
            (*head, Piece(first, part, action)),
            *((indent, Piece(text, part, action)) for text in others),
            *((indent, Piece(text, "muted", action)) for text in wrapped(option.detail, room) if text),
        ]
