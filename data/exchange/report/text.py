"""The report as plain text, 80 columns wide, for a screen reader or an e-mail."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from data.exchange.report.document import (
    Block,
    Chart,
    Column,
    Document,
    Facts,
    Figures,
    Remarks,
    Table,
    Words,
)

WIDTH = 80
GAP = 2
NARROWEST = 8


def render(document: Document) -> str:
    lines = [document.title, "=" * len(document.title), document.period, ""]
    for block in document.page_one.blocks:
        lines += _block(block)
    lines += ["", "Appendix", "=" * len("Appendix")]
    for section in document.appendix:
        lines += ["", section.title, "-" * len(section.title)]
        for block in section.blocks:
            lines += _block(replace(block, title="") if block.title == section.title else block)
    lines += ["", *_wrapped(document.foot), *_wrapped(document.stamp)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    yield ""
    if block.title:
        yield block.title
    match block:
        case Table():
            yield from _table(block)
        case Facts():
            yield from _aligned(block.pairs)
        case Figures():
            yield from _aligned(
                [(one.label, f"{one.value} ({one.when})" if one.when else one.value) for one in block.figures]
            )
            yield from _wrapped(" ".join(block.sentences), "  ")
        case Remarks():
            yield from _aligned(block.items) if block.items else _wrapped(block.empty, "  ")
            yield from _wrapped(block.note, "  ")
        case Words():
            for sentence in block.sentences:
                yield from _wrapped(sentence, "  ")
        case Chart():
            yield from _wrapped(block.alternative, "  ")


def _wrapped(text: str, indent: str = "", hanging: str | None = None) -> list[str]:
    """Each line of the text, broken at the width of the page."""
    after = indent if hanging is None else hanging
    return [
        line
        for paragraph in text.split("\n")
        for line in textwrap.wrap(paragraph, WIDTH, initial_indent=indent, subsequent_indent=after)
    ]


def _aligned(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    width = max(_cells(name) for name, _ in pairs)
    for name, value in pairs:
        head = f"  {_padded(name, width)}  "
        first, *others = _folded(value, WIDTH - width - 4)
        yield head + first
        yield from (" " * (width + 4) + line for line in others)


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        yield from _wrapped(table.empty, "  ")
        return
    widths = _widths(table)
    yield from _row([column.title for column in table.columns], table.columns, widths)
    yield "  " + "  ".join("-" * width for width in widths)
    for at, row in enumerate(table.rows):
        if table.has_total and at == len(table.rows) - 1:
            yield "  " + "  ".join("-" * width for width in widths)
        yield from _row(row, table.columns, widths)
    yield from _wrapped(table.note, "  ")


def _widths(table: Table) -> list[int]:
    """Each column as wide as its longest cell, and the widest ones narrower until all of them fit."""
    cells = list(zip(*([column.title for column in table.columns], *table.rows), strict=True))
    least = [max(_longest_word(cell) for cell in column) for column in cells]
    widths = [max(_cells(line) for cell in column for line in cell.split("\n")) for column in cells]
    room = WIDTH - GAP * len(widths)
    while sum(widths) > room:
        spare = [width - max(NARROWEST, min(low, 14)) for width, low in zip(widths, least, strict=True)]
        at = spare.index(max(spare))
        if spare[at] <= 0:
            at = widths.index(max(widths))
        widths[at] -= 1
    return widths


def _longest_word(cell: str) -> int:
    return max((_cells(word) for word in cell.split()), default=0)


def _row(cells: Sequence[str], columns: Iterable[Column], widths: Sequence[int]) -> Iterator[str]:
    folded = [_folded(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for at in range(max(map(len, folded))):
        parts = [
            _padded(lines[at] if at < len(lines) else "", width, column.is_number)
            for lines, width, column in zip(folded, widths, columns, strict=True)
        ]
        yield "  " + "  ".join(parts)


def _folded(text: str, width: int) -> list[str]:
    """At least one line; a word that is too long is broken."""
    return [line for part in text.split("\n") for line in (textwrap.wrap(part, width) or [""])]


def _padded(text: str, width: int, to_the_right: bool = False) -> str:
    blank = " " * max(0, width - _cells(text))
    return blank + text if to_the_right else text + blank


def _cells(text: str) -> int:
    """Columns of a terminal: East Asian letters take two, marks that sit on a letter none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
