"""A person of lines in braille cells, drawn anew only where it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets import braille

if TYPE_CHECKING:
    from textual.events import Resize

    from data.guide.poses import Drawing


class FigureView(Widget):
    """Fills its room with one drawing, or with several side by side; nothing where there is none."""

    ALLOW_SELECT = False
    GAP = 2

    def __init__(self) -> None:
        super().__init__()
        self._drawings: tuple[Drawing, ...] = ()
        self._rows: list[str] = []
        self._style = Style()

    def show(self, *drawings: Drawing) -> None:
        if drawings != self._drawings:
            self._drawings = drawings
            self._draw()

    def on_resize(self, event: Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        width, height = self.content_size
        many = len(self._drawings)
        if not width or not height:
            return
        each = (width - self.GAP * (many - 1)) // many if many else 0
        drawn = [braille.rows(drawing, each, height) for drawing in self._drawings] if each > 0 else []
        before, self._rows = self._rows, [(" " * self.GAP).join(row) for row in zip(*drawn, strict=True)]
        if len(before) != len(self._rows):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, self._rows, strict=True)) if old != new]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def render_lines(self, crop: Region) -> list[Strip]:
        self._style = self.rich_style  # once for all lines: it takes longer than the rest of them
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        row = self._rows[y] if y < len(self._rows) else ""
        return Strip([Segment(row, self._style)]).adjust_cell_length(self.content_size.width, self._style)
