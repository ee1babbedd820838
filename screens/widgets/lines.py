"""Lines of text drawn by one widget: only those that changed are drawn again, and a piece of one can be clicked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from screens.trouble import TROUBLES
from screens.widgets.drawn_once import DrawnOnce

if TYPE_CHECKING:
    from rich.style import Style
    from textual.events import Click
    from textual.geometry import Size

ELLIPSIS = "…"
PARTS = {
    "plain": "",
    "muted": "$text-muted",
    "faint": "$text-disabled",
    "heading": "$text-muted",
    "strong": "bold",
    "key": "bold $primary",
    "chosen": "bold $block-cursor-foreground on $primary",
    "plain-letter": "underline",
    "chosen-letter": "bold underline $block-cursor-foreground on $primary",
    "cursor": "bold $primary",
    "done": "$done",
    "partial": "$partial",
    "pain": "$pain",
    "alert": "bold $text-error",
}
"""The style of each part of a line. As CSS of every such widget they would take a third of the first paint."""


class Piece(NamedTuple):
    """A stretch of a line; `part` names its style, `action` what a click on it runs. The text is literal."""

    text: str
    part: str = "plain"
    action: str = ""


Line = tuple[Piece, ...]


def width_of(pieces: Iterable[Piece]) -> int:
    """Columns of the terminal that the pieces take."""
    return cell_len("".join([piece.text for piece in pieces]))


def padded(text: str, width: int) -> str:
    """The text in exactly so many columns, with an ellipsis where it is cut."""
    if cell_len(text) > width > 1:
        return set_cell_size(text, width - 1) + ELLIPSIS
    return set_cell_size(text, width)


def wrapped(text: str, width: int) -> list[str]:
    """The words on lines of at most so many columns; a longer word is parted. No words: one empty line."""
    words = text.split()
    if cell_len(whole := " ".join(words)) <= width:
        return [whole]
    lines: list[list[str]] = []
    room = 0
    for word in words:
        for part in [word] if cell_len(word) <= width else chop_cells(word, max(width, 1)):
            needed = cell_len(part) + 1
            if lines and needed <= room:
                lines[-1].append(part)
                room -= needed
            else:
                lines.append([part])
                room = width + 1 - needed
    return [" ".join(line) for line in lines] or [""]


def spread(left: Iterable[Piece], right: Iterable[Piece], width: int) -> list[Line]:
    """Both on one line, the right one at its end; on two lines where they don't fit."""
    left, right = tuple(left), tuple(right)
    room = width - width_of(left) - width_of(right)
    if right and room < 2:
        return [left, right]
    return [(*left, Piece(" " * max(room, 0)), *right)]


class Lines(DrawnOnce, Widget):
    """Override `lay_out`, and call `redraw` when what it shows has changed."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[Line] = []
        self._laid_out_for = 0
        self._styles_by_part: dict[str, Style] = {}

    def lay_out(self, width: int) -> list[Line]:
        """What stands on each line of this many columns."""
        return []

    def _laid_out(self, width: int) -> list[Line]:
        """What stood there before, where the diary can't be read just now: that is told by who reads its days."""
        try:
            return self.lay_out(width)
        except TROUBLES:
            return self._lines

    def redraw(self) -> None:
        """Draw the lines that are not what they were."""
        width = self._laid_out_for
        if not width:
            return  # they are laid out when there is room for them
        before, self._lines = self._lines, self._laid_out(width)
        if len(before) != len(self._lines):
            self.ask_for_height()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, self._lines, strict=True)) if old != new]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))  # counted from where the content begins

    def ask_for_height(self) -> None:
        """Have the lines counted and drawn anew."""
        self._box_model_cache.clear()  # else Textual keeps a height that it asked for just before
        self.refresh(layout=True)

    def notify_style_update(self) -> None:
        """What is laid out may depend on the classes of the screen."""
        super().notify_style_update()
        self._styles_by_part = {}
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        before, self._lines, self._laid_out_for = self._lines, self._laid_out(width), width
        if self._lines != before:
            self.refresh()  # at the same width Textual would draw the lines that it kept
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        width = self.content_size.width
        if width != self._laid_out_for:
            self._lines, self._laid_out_for = self._laid_out(width), width
        segments = [Segment(piece.text, self._style(piece.part)) for piece in self.line_at(y)]
        return Strip(segments).adjust_cell_length(width, self._style("plain"))

    def _style(self, part: str) -> Style:
        if part not in self._styles_by_part:
            own = self.app.stylesheet.parse_style(PARTS[part]).rich_style
            self._styles_by_part[part] = self.rich_style + own
        return self._styles_by_part[part]

    def line_at(self, y: int) -> Line:
        """What stands on a line now; nothing below the last one."""
        return self._lines[y] if 0 <= y < len(self._lines) else ()

    def piece_at(self, x: int, y: int) -> Piece | None:
        for piece in self.line_at(y):
            if x < cell_len(piece.text):
                return piece
            x -= cell_len(piece.text)
        return None

    async def on_click(self, event: Click) -> None:
        at = event.get_content_offset(self)
        piece = self.piece_at(at.x, at.y) if at is not None else None
        if piece is not None and piece.action:
            event.stop()
            await self.run_action(piece.action)
