"""Paragraphs of plain text in one style."""

from __future__ import annotations

from screens.widgets.lines import Line, Lines, Piece, wrapped


class Said(Lines):
    """Literal; takes no room while there is nothing to say."""

    DEFAULT_CSS = "Said.-silent { display: none; }"

    def __init__(self, part: str, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="-silent")
        self._part = part
        self._text = ""

    def say(self, text: str) -> None:
        self._text = text
        self.set_class(not text, "-silent")
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        paragraphs = self._text.split("\n")
        return [(Piece(line, self._part),) for text in paragraphs for line in wrapped(text, width)]
