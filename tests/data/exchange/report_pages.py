"""What a PDF says, taken down while it is drawn: its words page by page."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest


class Pages:
    """Every string in the order it was drawn, by page. Page 0: what is drawn for all pages at the end."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from reportlab.pdfgen.canvas import Canvas
        from reportlab.pdfgen.textobject import PDFTextObject

        self.drawn: dict[int, list[str]] = defaultdict(list)
        drawing, beginning = PDFTextObject._formatText, Canvas.__init__

        def take_down(text_object: Any, text: Any) -> Any:
            self.drawn[text_object._canvas.getPageNumber()].append(str(text))
            return drawing(text_object, text)

        def begin(canvas: Any, *arguments: Any, **more: Any) -> None:
            self.drawn.clear()
            beginning(canvas, *arguments, **more)

        monkeypatch.setattr(PDFTextObject, "_formatText", take_down)
        monkeypatch.setattr(Canvas, "__init__", begin)

    def page(self, number: int) -> str:
        """The words of a page, with single blanks."""
        return " ".join(" ".join(self.drawn[number]).split())

    def says(self, words: str, page: int | None = None) -> bool:
        """Whether the words stand on a page, or on any, wherever a line of theirs was broken."""
        drawn = self.words() if page is None else self.page(page)
        return "".join(words.split()) in "".join(drawn.split())

    def words(self) -> str:
        return " ".join(self.page(number) for number in sorted(self.drawn))
