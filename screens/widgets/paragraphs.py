"""A few paragraphs, each in a style of its own."""

from __future__ import annotations

from collections.abc import Sequence

from screens.widgets.lines import Line, Lines, Piece, padded, width_of, wrapped


class Paragraphs(Lines):
    """Shows what it is given, wrapped; with `cut`, on a short screen each paragraph keeps to one line."""

    def __init__(self, *, id: str | None = None, cut: bool = False) -> None:
        super().__init__(id=id)
        self._cut = cut
        self._paragraphs: Sequence[Piece] = ()

    def show(self, *paragraphs: Piece) -> None:
        if paragraphs != self._paragraphs:
            self._paragraphs = paragraphs
            self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._cut and self.screen.has_class("-short"):
            return [_cut(piece, width) for piece in self._paragraphs]
        return [
            (Piece(text, piece.part, piece.action),)
            for piece in self._paragraphs
            for text in wrapped(piece.text, width)
        ]


def _cut(piece: Piece, width: int) -> Line:
    fits = width_of([piece]) <= width
    return (piece if fits else Piece(padded(piece.text, width), piece.part, piece.action),)
