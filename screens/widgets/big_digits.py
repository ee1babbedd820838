"""Digits as large as there is room for, to be read from the mat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.events import Resize

ROWS = 5
FONT = {
    "0": "### #.# #.# #.# ###",
    "1": ".#. ##. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    ":": ". # . # .",
}
SCALES = ((8, 4), (6, 3), (4, 2), (2, 1), (1, 1))
"""Columns and rows of the terminal that one dot of the font may take, from the largest."""


def drawn(text: str, width: int, height: int) -> list[str]:
    """The rows of the text at the largest scale that fits; the bare text where none does."""
    glyphs = [FONT[letter].split() for letter in text]
    dots = [".".join(glyph[row] for glyph in glyphs) for row in range(ROWS)]
    for across, down in SCALES:
        if len(dots[0]) * across <= width and ROWS * down <= height:
            rows = ["".join(("█" if dot == "#" else " ") * across for dot in row) for row in dots]
            return [row for row in rows for _ in range(down)]
    return [text]


class BigDigits(Widget):
    """Shows digits and a colon; only the rows that changed are drawn again."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._rows: list[str] = []

    def show(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._lay_out()

    def on_resize(self, event: Resize) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.size
        if not width or not self._text:
            return
        drawing = [row.center(width) for row in drawn(self._text, width, height)]
        above = (height - len(drawing)) // 2
        blank = " " * width
        rows = [blank] * above + drawing + [blank] * (height - above - len(drawing))
        before, self._rows = self._rows, rows
        if len(before) != len(rows):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, rows, strict=True)) if old != new]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        row = self._rows[y] if y < len(self._rows) else ""
        return Strip([Segment(row, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)
