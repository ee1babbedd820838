"""The little Markdown that the guide is written in: `#` and `##` headings, paragraphs, lists, bold."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

NARROWEST = 20
"""Columns; a terminal narrower than this gets lines of this length."""

_MARKED = re.compile(r"(##?|-|\d+\.) +(.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (marker `#` or `##`), a list item (`-`, `1.`) or a paragraph (``), without signs."""

    marker: str
    text: str

    @property
    def is_heading(self) -> bool:
        return self.marker.startswith("#")

    @property
    def is_item(self) -> bool:
        return bool(self.marker) and not self.is_heading


def blocks(markdown: str) -> Iterator[Block]:
    """The blocks in order, each on one line."""
    marker, words = "", list[str]()
    for line in [*markdown.splitlines(), ""]:
        marked = _MARKED.match(line)
        if words and (marked or not line.strip()):
            yield Block(marker, " ".join(words).replace("**", ""))
            marker, words = "", []
        if marked:
            marker, line = marked.groups()
        if line.strip():
            words.append(line.strip())


def plain(markdown: str, width: int) -> str:
    """The page as text for a terminal of that many columns (20 at least).

    Headings stand at the margin, all else is set in by two columns; list items hang behind their sign.
    """
    lines: list[str] = []
    before = None
    for block in blocks(markdown):
        follows_on = before and (before.marker == "##" or (before.is_item and block.is_item))
        if before and not follows_on:
            lines.append("")
        sign = "" if block.is_heading else f"  {block.marker} " if block.is_item else "  "
        lines += textwrap.wrap(
            block.text.replace(" %", "\N{NO-BREAK SPACE}%"),
            max(width, NARROWEST),
            initial_indent=sign,
            subsequent_indent=" " * len(sign),
            break_on_hyphens=False,
        )
        before = block
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")
