"""A few paragraphs, each wrapped in a style of its own."""

from __future__ import annotations

from collections.abc import Sequence

from screens.widgets.lines import Line, Lines, Piece, wrapped


class Paragraphs(Lines):
    """Shows what it is given; a paragraph without words is a blank line."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paragraphs: Sequence[Piece] = ()

    def show(self, *paragraphs: Piece) -> None:
        if paragraphs != self._paragraphs:
            self._paragraphs = paragraphs
            self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        return [
            (Piece(text, piece.part, piece.action),)
            for piece in self._paragraphs
            for text in wrapped(piece.text, width)
        ]
