"""One of a few: a row of a form where arrows, a first letter or a click choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from screens.widgets.lines import Line, Lines, Piece, padded, width_of

if TYPE_CHECKING:
    from textual.events import Key

LABEL_WIDTH = 14
MOST_LINES = 3


class Option(NamedTuple):
    """What can be chosen, and its words; they are literal."""

    value: str
    words: str


class Choice(Lines, can_focus=True):
    """All options where they fit, else the one that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left", "step(-1)", "before", id="choice.before", show=False, tooltip="Choose the one before"
        ),
        Binding("right", "step(1)", "next", id="choice.next", show=False, tooltip="Choose the next one"),
    ]

    class Changed(Message):
        """Another option was chosen."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            return self.choice

    def __init__(self, label: str, options: Sequence[Option], value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label = label
        self._options = options
        self._chosen = next((at for at, option in enumerate(options) if option.value == value), 0)

    @property
    def value(self) -> str:
        return self._options[self._chosen].value

    def lay_out(self, width: int) -> list[Line]:
        label = padded(self._label, min(LABEL_WIDTH, width // 3))
        lines: list[Line] = [(Piece(label, "heading"),)]
        for at in range(len(self._options)):
            piece = self._piece(at)
            if width_of((*lines[-1], piece)) > width and len(lines[-1]) > 1:
                lines.append((Piece(" " * len(label)),))
            lines[-1] = (*lines[-1], piece)
        most = 1 if self.screen.has_class("-short") else MOST_LINES
        fits = len(lines) <= most and all(width_of(line) <= width for line in lines)
        return lines if fits else [self._narrow(Piece(label, "heading"), width)]

    def _piece(self, at: int) -> Piece:
        words, action = self._options[at].words, f"choose({at})"
        if at != self._chosen:
            return Piece(f" {words} ", "plain", action)
        return Piece(f"[{words}]", self._part_of_chosen, action)

    @property
    def _part_of_chosen(self) -> str:
        return "chosen" if self.has_focus else "key"

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def _narrow(self, label: Piece, width: int) -> Line:
        count = f" {self._chosen + 1}/{len(self._options)}"
        words = self._options[self._chosen].words
        room = width - width_of([label]) - len(count) - 4
        if width_of([Piece(words)]) > room:
            words = padded(words, max(room, 1))
        return (
            label,
            Piece("◂ ", "key", "step(-1)"),
            Piece(words, self._part_of_chosen, "step(1)"),
            Piece(" ▸", "key", "step(1)"),
            Piece(count, "muted"),
        )

    def on_key(self, event: Key) -> None:
        """A letter goes to the next option that begins with it, else to one with a word that does."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        count = len(self._options)
        order = [(self._chosen + step) % count for step in range(1, count + 1)]
        words = [option.words.casefold().split() for option in self._options]
        found = [at for at in order if words[at][0].startswith(letter)] or [
            at for at in order if any(word.startswith(letter) for word in words[at])
        ]
        if found:
            event.stop()
            self.action_choose(found[0])

    def action_step(self, step: int) -> None:
        self.action_choose((self._chosen + step) % len(self._options))

    def choose(self, value: str) -> None:
        """Choose the option with this value, as a key would."""
        self.action_choose([option.value for option in self._options].index(value))

    def action_choose(self, at: int) -> None:
        if at != self._chosen:
            self._chosen = at
            self.redraw()
            self.post_message(self.Changed(self))
