"""Sentences and labelled figures below or beside a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from screens.widgets.lines import ELLIPSIS, Line, Lines, Piece, wrapped

BESIDE = 60
"""Columns from which a label stands before its figure instead of over it."""
LABEL_WIDTH = 11


class Sentences(Lines):
    """Paragraphs; those after the first `plain` ones are muted."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paragraphs: Sequence[str] = ()
        self._plain = 0

    def show(self, *paragraphs: str, plain: int = 0) -> None:
        self._paragraphs, self._plain = paragraphs, plain
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        lines: list[Line] = []
        apart = not self.screen.has_class("-short")
        for number, paragraph in enumerate(self._paragraphs):
            if number and apart:
                lines.append(())
            part = "plain" if number < self._plain else "muted"
            lines += [(Piece(text, part),) for text in wrapped(paragraph, width)]
        return lines


class Caption(Lines):
    """One sentence, cut with an ellipsis where its lines end; a click on it runs `action`."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._part = "muted"
        self._action = ""

    def show(self, text: str, *, part: str = "plain", action: str = "") -> None:
        self._text, self._part, self._action = text, part, action
        self.redraw()

    def on_resize(self) -> None:
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        height, most = self.styles.height, self.styles.max_height
        rows = int(most.value) if height and height.is_auto and most else max(self.size.height, 1)
        lines = wrapped(self._text, width)
        if len(lines) > rows:
            last = lines[rows - 1]
            lines = [*lines[: rows - 1], (last if len(last) < width else last[:-1]) + ELLIPSIS]
        return [(Piece(line, self._part, self._action),) for line in lines]


class Figure(NamedTuple):
    """What it is called, what it is, and the rule by which it is counted."""

    label: str
    value: str
    rule: str = ""


class FigureList(Lines):
    """Figures in words: each over its rule, or where lines are long the figures first and then the rules."""

    def __init__(self) -> None:
        super().__init__()
        self._figures: Sequence[Figure] = ()

    def show(self, figures: Iterable[Figure]) -> None:
        self._figures = tuple(one._replace(value=one.value[:1].upper() + one.value[1:]) for one in figures)
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        return list(_in_rows(self._figures, width) if width >= BESIDE else _in_blocks(self._figures, width))


def _in_rows(figures: Sequence[Figure], width: int) -> Iterable[Line]:
    for figure in figures:
        label = figure.label.ljust(LABEL_WIDTH)
        for text in wrapped(figure.value, width - LABEL_WIDTH):
            yield (Piece(label, "heading"), Piece(text, "strong"))
            label = " " * LABEL_WIDTH
    yield ()
    for figure in figures:
        for text in wrapped(figure.rule, width) if figure.rule else ():
            yield (Piece(text, "muted"),)


def _in_blocks(figures: Sequence[Figure], width: int) -> Iterable[Line]:
    for number, figure in enumerate(figures):
        if number:
            yield ()
        yield (Piece(figure.label, "heading"),)
        yield from ((Piece(text, "strong"),) for text in wrapped(figure.value, width))
        for text in wrapped(figure.rule, width) if figure.rule else ():
            yield (Piece(text, "muted"),)
