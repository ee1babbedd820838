"""A widget that shows rows of cells in the theme's colours.

Not built on textual-plotext's PlotextPlot: that shows one figure with plotext's own axes, and a chart here is
several fields on one date axis, drawn the same in the app, in a pipe and without UTF-8.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from .cells import Ink, Row, spans

Draw = Callable[[int, int], Sequence[Row]]
"""Draws into a width and a height, in cells, both at least 1."""


def _class_of(ink: Ink) -> str:
    return f"ink--{ink.name.lower().replace('_', '-')}"


class DrawingView(Widget):
    """Shows what a function draws, and calls it again only for another size, `show` or `redraw`.

    With `height: auto` it is as high as its drawing.
    """

    COMPONENT_CLASSES = {_class_of(ink) for ink in Ink}
    DEFAULT_CSS = """
    DrawingView {
        width: 1fr;
        height: 1fr;

        & > .ink--title { color: $text; text-style: bold; }
        & > .ink--label { color: $text-muted; }
        & > .ink--axis { color: $rule; }
        & > .ink--day { color: $pain; }
        & > .ink--highest { color: $pain; }
        & > .ink--mean { color: $text; }
        & > .ink--limit { color: $limit; }
        & > .ink--baseline { color: $text-muted; }
        & > .ink--done { color: $adherence; }
        & > .ink--run { color: $distance; }
        & > .ink--long-run { color: $limit; text-style: bold; }
        & > .ink--mark { color: $accent; text-style: bold; }
        & > .ink--cursor { color: $text; text-style: bold; }
        & > .ink--chosen { color: $accent; text-style: reverse; }
    }
    """

    unicode: reactive[bool] = reactive(True)
    """Off: drawn with ASCII signs, for a terminal without UTF-8."""

    _draw: Draw | None = None
    _drawn: tuple[int, int, Sequence[Row]] | None = None

    def show(self, draw: Draw) -> None:
        """Show what `draw` draws, from the next paint on."""
        self._draw = draw
        self.redraw(layout=True)

    def redraw(self, *, layout: bool = False) -> None:
        """Draw anew at the next paint."""
        self._drawn = None
        self.refresh(layout=layout)

    def drawn_rows(self, width: int, height: int) -> Sequence[Row]:
        """The rows for `width` × `height` cells."""
        return self._draw(width, height) if self._draw else ()

    def render_line(self, y: int) -> Strip:
        rows = self._rows(*self.size)
        segments = (
            [Segment(text, self._style_of(ink)) for text, ink in spans(rows[y])] if y < len(rows) else []
        )
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width, viewport.height))

    def watch_unicode(self) -> None:
        self.redraw(layout=True)

    def _rows(self, width: int, height: int) -> Sequence[Row]:
        if self._drawn is None or self._drawn[:2] != (width, height):
            self._drawn = (width, height, self.drawn_rows(max(width, 1), max(height, 1)))
        return self._drawn[2]

    def _style_of(self, ink: Ink) -> Style:
        return self.rich_style if ink is Ink.PLAIN else self.get_component_rich_style(_class_of(ink))
