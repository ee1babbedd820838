"""The little Markdown that the guide is written in: `#` and `##` headings, paragraphs, lists, bold."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

NARROWEST = 20
"""Columns; a terminal narrower than this gets lines of this length."""

_MARKED = re.compile(r"(##?|-|\d+\.) +(.*)")
_STRONG = "**"


class Block(NamedTuple):
    """A heading (marker `#` or `##`), a list item (`-`, `1.`) or a paragraph (``).

    source: its words on one line, with the `**` around what is strong.
    """

    marker: str
    source: str

    @property
    def text(self) -> str:
        """The words without signs."""
        return self.source.replace(_STRONG, "")

    @property
    def strong(self) -> Iterator[tuple[int, int]]:
        """From where to where `text` is strong."""
        at = 0
        for number, part in enumerate(self.source.split(_STRONG)):
            if number % 2:
                yield at, at + len(part)
            at += len(part)

    @property
    def is_heading(self) -> bool:
        return self.marker.startswith("#")

    @property
    def is_item(self) -> bool:
        return bool(self.marker) and not self.is_heading


class Line(NamedTuple):
    """One line of a page laid out for a width. block: None on a blank line between blocks.

    strong: from where to where the line is strong.
    """

    text: str = ""
    block: Block | None = None
    strong: tuple[tuple[int, int], ...] = ()


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks in order, each on one line."""
    marker, words = "", list[str]()
    for line in [*markdown.splitlines(), ""]:
        marked = _MARKED.match(line)
        if words and (marked or not line.strip()):
            yield Block(marker, " ".join(words))
            marker, words = "", []
        if marked:
            marker, line = marked.groups()
        if line.strip():
            words.append(line.strip())


def lay_out(markdown: str, width: int) -> list[Line]:
    """The page in lines of that many columns (20 at least).

    Headings stand at the margin, all else is set in by two columns; list items hang behind their sign.
    """
    lines: list[Line] = []
    before = None
    for block in blocks(markdown):
        follows_on = before and (before.marker == "##" or (before.is_item and block.is_item))
        if before and not follows_on:
            lines.append(Line())
        lines += _wrapped(block, max(width, NARROWEST))
        before = block
    return lines


def _wrapped(block: Block, width: int) -> Iterator[Line]:
    sign = "" if block.is_heading else f"  {block.marker} " if block.is_item else "  "
    text = block.text.replace(" %", "\N{NO-BREAK SPACE}%")
    start = 0
    for piece in textwrap.wrap(text, width - len(sign), break_on_hyphens=False):
        start = text.index(piece, start)
        end = start + len(piece)
        shift = len(sign) - start
        strong = tuple(
            (max(first, start) + shift, min(last, end) + shift)
            for first, last in block.strong
            if first < end and last > start
        )
        indent = sign if start == 0 else " " * len(sign)
        yield Line((indent + piece).replace("\N{NO-BREAK SPACE}", " "), block, strong)
        start = end


def plain(markdown: str, width: int) -> str:
    """The page as text for a terminal of that many columns (20 at least)."""
    return "\n".join(line.text for line in lay_out(markdown, width))
