"""A question with a few answers, each on a key of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screens.widgets.dialogs import Dialog
from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key


@dataclass(frozen=True)
class Option:
    """One answer: the key that gives it, its words, and what the question's asker gets."""

    key: str
    words: str
    answer: str


@dataclass(frozen=True)
class Group:
    """Answers under one heading ("" for none)."""

    heading: str
    options: Sequence[Option]


class _Options(Lines):
    """An answer on each line; in a low pane as many on one as fit."""

    def __init__(self, question: str, groups: Sequence[Group]) -> None:
        super().__init__()
        self._question, self._groups = question, groups

    def lay_out(self, width: int) -> list[Line]:
        low = self.screen.has_class("-short")
        lines: list[Line] = [(Piece(text),) for text in wrapped(self._question, width) if text]
        for group in self._groups:
            if lines and not low:
                lines.append(())
            lines += [(Piece(text, "heading"),) for text in wrapped(group.heading, width) if text]
            if low:
                lines += _side_by_side(group.options, width)
            else:
                lines += [line for option in group.options for line in _lines_of(option, width)]
        return lines


def _lines_of(option: Option, width: int) -> list[Line]:
    first, *others = wrapped(option.words, width - 4)
    action = f"screen.choose({option.answer!r})"
    return [
        (Piece(f" {option.key}  ", "key", action), Piece(first, "plain", action)),
        *((Piece("    "), Piece(text, "plain", action)) for text in others),
    ]


def _side_by_side(options: Sequence[Option], width: int) -> list[Line]:
    lines: list[Line] = []
    for option in options:
        (one, *more) = _lines_of(option, width)
        joined = (*lines[-1], Piece("  "), *one) if lines else ()
        if lines and not more and width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines += [one, *more]
    return lines


class ChoiceDialog(Dialog[str]):
    """Gives the answer that was chosen, None when it was closed without one. All texts are literal."""

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = ""

    def __init__(self, heading: str, groups: Sequence[Group], question: str = "") -> None:
        super().__init__(heading)
        self._question, self._groups = question, groups

    def compose_body(self) -> ComposeResult:
        yield _Options(self._question, self._groups)

    def on_key(self, event: Key) -> None:
        for group in self._groups:
            for option in group.options:
                if event.character == option.key:
                    event.stop()
                    self.dismiss(option.answer)
                    return

    def action_choose(self, answer: str) -> None:
        self.dismiss(answer)
