"""A page of the guide, drawn by one widget: a widget for each paragraph would take a third of a second to mount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from data import guide

if TYPE_CHECKING:
    from textual.geometry import Size

_OF_MARKER = {"#": ".guide-text--title", "##": ".guide-text--heading"}


def with_words_marked(text: Content, words: Iterable[str], style: str | Style) -> Content:
    """The text with each of the words, capital or not, in a style."""
    wanted = [re.escape(word) for word in words if word]
    if not wanted:
        return text
    for found in re.finditer("|".join(wanted), text.plain, re.IGNORECASE):
        text = text.stylize(style, *found.span())
    return text


class GuideText(Widget):
    """Lays a page out for its width, and marks the words that were searched for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "guide-text--title",
        "guide-text--heading",
        "guide-text--strong",
        "guide-text--found",
    }

    def __init__(self) -> None:
        super().__init__()
        self._markdown = ""
        self._words: Sequence[str] = ()
        self._laid_out: tuple[int, list[guide.Line]] | None = None

    def show(self, markdown: str, words: Sequence[str] = ()) -> None:
        self._markdown, self._words, self._laid_out = markdown, words, None
        self._box_model_cache.clear()  # else Textual keeps a height that it asked for just before
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[guide.Line]:
        if self._laid_out is None or self._laid_out[0] != width:
            self._laid_out = width, guide.lay_out(self._markdown, width)
        return self._laid_out[1]

    def line_with(self, text: str) -> int:
        """The number of the first line of the block that reads so; 0 where there is none."""
        lines = self._lines(self.content_size.width)
        return next(
            (number for number, line in enumerate(lines) if line.block and line.block.text == text), 0
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._styled(line) for line in self._lines(self.content_size.width))

    def _styled(self, line: guide.Line) -> Content:
        text = Content(line.text)
        if line.block and line.block.marker in _OF_MARKER:
            text = text.stylize(_OF_MARKER[line.block.marker])
        for start, end in line.strong:
            text = text.stylize(".guide-text--strong", start, end)
        # Named by ".guide-text--found" it would lose its background.
        return with_words_marked(text, self._words, self.get_visual_style("guide-text--found"))
