"""The report as plain text, 80 columns wide, for a screen reader or an e-mail."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
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
from data.plain_text import unbroken

WIDTH = 80
GAP = 2
WORD = 14  # a column is made no narrower than its longest word, or this
MOST_LINES = 4  # of a row, else the table is told row by row


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
    """Each line of the text, broken at the width of the page; no lines where there is no text."""
    after = indent if hanging is None else hanging
    lines = _folded(text, WIDTH - len(after)) if text else []
    return [(indent if at == 0 else after) + line for at, line in enumerate(lines)]


def _aligned(pairs: Sequence[tuple[str, str]], indent: str = "  ") -> Iterator[str]:
    """Names in a column of their own, each with its value beside it."""
    width = max((_cells(name) for name, _ in pairs), default=0)
    for name, value in pairs:
        head = f"{indent}{_padded(name, width)}  "
        first, *others = _folded(value, WIDTH - _cells(head))
        yield head + first
        yield from (" " * _cells(head) + line for line in others)


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        yield from _wrapped(table.empty, "  ")
        return
    widths = _widths(table)
    rows = [_row(row, table.columns, widths) for row in table.rows]
    if max(map(len, rows)) > MOST_LINES or GAP * len(widths) + sum(widths) > WIDTH:
        yield from _records(table)
    else:
        line = "  " + "  ".join("-" * width for width in widths)
        yield from _row([column.title for column in table.columns], table.columns, widths)
        yield line
        for at, lines in enumerate(rows):
            if table.has_total and at == len(rows) - 1:
                yield line
            yield from lines
    yield from _wrapped(table.note, "  ")


def _records(table: Table) -> Iterator[str]:
    """What is too wide for a table: under the name of each row, its cells with the titles of their columns."""
    titles = [column.title for column in table.columns[1:]]
    for name, *cells in table.rows:
        yield from _wrapped(name, "  ", "    ")
        yield from _aligned([pair for pair in zip(titles, cells, strict=True) if pair[1]], "    ")
        yield ""


def _widths(table: Table) -> list[int]:
    """Each column as wide as its longest cell; narrower until all of them fit: first the headings of numbers are
    folded, then the widest column.
    """
    numbers = [column.is_number for column in table.columns]
    cells = list(zip(*table.rows, strict=True))
    widths = [max(_cells(line) for cell in column for line in cell.split("\n")) for column in cells]
    words = [
        width if is_number else min(WORD, max(map(_longest_word, column)))
        for column, width, is_number in zip(cells, widths, numbers, strict=True)
    ]
    heads = [column.title for column in table.columns]
    least = [max(word, _longest_word(head)) for word, head in zip(words, heads, strict=True)]
    widths = [max(width, _cells(head)) for width, head in zip(widths, heads, strict=True)]
    room = WIDTH - GAP * len(widths)
    while sum(widths) > room:
        spare = [at for at, width in enumerate(widths) if width > least[at]]
        if not spare:
            break
        widths[max(spare, key=lambda at: (numbers[at], widths[at]))] -= 1
    return widths


def _longest_word(cell: str) -> int:
    return max((_cells(word) for word in cell.split()), default=1)


def _row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> list[str]:
    folded = [_folded(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        "  "
        + "  ".join(
            _padded(lines[at] if at < len(lines) else "", width, column.is_number)
            for lines, width, column in zip(folded, widths, columns, strict=True)
        )
        for at in range(max(map(len, folded)))
    ]


def _folded(text: str, width: int) -> list[str]:
    """At least one line; a number stays with its sign, and a word that is too long is broken."""
    return [line for part in unbroken(text).split("\n") for line in _lines(part, width)]


def _lines(text: str, width: int) -> Iterator[str]:
    """Filled word by word to so many columns of a terminal, which is not to so many letters."""
    line = ""
    for word in (piece for whole in text.split(" ") if whole for piece in _broken(whole, width)):
        longer = f"{line} {word}" if line else word
        if line and _cells(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


def _broken(word: str, width: int) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and _cells(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _padded(text: str, width: int, to_the_right: bool = False) -> str:
    blank = " " * max(0, width - _cells(text))
    return blank + text if to_the_right else text + blank


def _cells(text: str) -> int:
    """Columns of a terminal: East Asian letters take two, marks that sit on a letter none."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
