"""The blocks of a report as flowables of reportlab, each set to a width in points."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer
from reportlab.platypus import Table as Grid

from data.exchange.report import shapes
from data.exchange.report.chart import panels
from data.exchange.report.document import (
    Block,
    Chart,
    Column,
    Facts,
    Figures,
    Remarks,
    Table,
    Words,
)
from data.exchange.report.figures import Report
from data.exchange.report.fonts import BOLD, REGULAR, Typesetter
from data.exchange.report.scatter import scatter

PADDING = 3.0
LONGEST_PIECE = 3000  # characters of one paragraph; a longer text is set in several
SCATTER_HEIGHT = 170.0
CHART_HEIGHT = 220.0


def style(size: float, *, bold: bool = False, gap: float = 0, **more: object) -> ParagraphStyle:
    """gap: below, in points."""
    return ParagraphStyle(
        f"{size}{bold}",
        fontName=BOLD if bold else REGULAR,
        fontSize=size,
        leading=size * 1.25,
        spaceAfter=gap,
        splitLongWords=1,
        **more,
    )


BODY = style(7.4)
SPOKEN = style(7.4, gap=2)
STRONG = style(7.4, bold=True)
SMALL = style(6.2)
LABEL = style(6, textColor=shapes.GREY)
VALUE = style(8)
HEADING = style(8.6, bold=True, gap=2, keepWithNext=1)
HEAD_CELL = style(6.2, bold=True)
BIG = style(17, bold=True)
UNKNOWN_BIG = style(9.5, bold=True)


class Setter:
    """Sets blocks; `letters` chooses the font of each character."""

    def __init__(self, letters: Typesetter, report: Report) -> None:
        self._letters = letters
        self._report = report

    def paragraph(self, text: str, look: ParagraphStyle = BODY, *, right: bool = False) -> Paragraph:
        bold = look.fontName == BOLD
        if right or any(_is_wide(character) for character in text):
            look = ParagraphStyle(
                f"{look.name}-",
                look,
                alignment=TA_RIGHT if right else 0,
                wordWrap="CJK" if not right else None,
            )
        return Paragraph(self._letters.markup(text, bold=bold), look)

    def heading(self, title: str, width: float) -> list[Flowable]:
        return [Ruled(self.paragraph(title, HEADING), width)] if title else []

    def block(self, block: Block, width: float) -> list[Flowable]:
        match block:
            case Table():
                return [*self.heading(block.title, width), *self.table(block, width)]
            case Facts():
                return [*self.heading(block.title, width), self.pairs(block.pairs, width)]
            case Figures():
                return [*self.heading(block.title, width), *self.figures(block, width)]
            case Remarks():
                return [*self.heading(block.title, width), *self.remarks(block)]
            case Words():
                return [*self.heading(block.title, width), *self.words(block)]
            case Chart():
                return [*self.heading(block.title, width), *self.chart(block, width)]

    def words(self, words: Words, look: ParagraphStyle = SPOKEN) -> list[Flowable]:
        return [self.paragraph(sentence, look) for sentence in words.sentences]

    def chart(self, chart: Chart, width: float) -> list[Flowable]:
        if chart.kind == "scatter":
            return [scatter(self._report.trends.together.pairs, width * 0.6, SCATTER_HEIGHT)]
        return [panels(self._report, width, CHART_HEIGHT)]

    def figures(self, block: Figures, width: float) -> list[Flowable]:
        cells = [
            [
                self.paragraph(one.value, BIG if one.value[:1].isdigit() else UNKNOWN_BIG),
                self.paragraph(one.label, style(7, bold=True)),
                self.paragraph(one.when, LABEL),
            ]
            for one in block.figures
        ]
        grid = Grid([cells], colWidths=[width / len(cells)] * len(cells))
        grid.setStyle([*_tight(0), ("VALIGN", (0, 0), (-1, -1), "BOTTOM")])
        first, *others = block.sentences
        said = [self.paragraph(first, STRONG), *(self.paragraph(sentence) for sentence in others)]
        return [grid, Spacer(0, 4), *said]

    def pairs(self, pairs: Sequence[tuple[str, str]], width: float) -> Flowable:
        widest = max(stringWidth(name, REGULAR, BODY.fontSize) for name, _ in pairs) + 8
        grid = Grid(
            [[self.paragraph(name), self.paragraph(value)] for name, value in pairs],
            colWidths=[widest, width - widest],
        )
        grid.setStyle([*_tight(1), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        return grid

    def remarks(self, remarks: Remarks) -> list[Flowable]:
        if not remarks.items:
            return [self.paragraph(remarks.empty)]
        set_in = ParagraphStyle("remark", BODY, leftIndent=8, firstLineIndent=-8, spaceAfter=1.5)
        flowables: list[Flowable] = []
        for when, text in remarks.items:
            for at, piece in enumerate(_pieces(text)):
                flowables.append(self._remark(when if at == 0 else "", piece, set_in))
        if remarks.note:
            flowables.append(self.paragraph(remarks.note, LABEL))
        return flowables

    def _remark(self, when: str, text: str, look: ParagraphStyle) -> Paragraph:
        if any(_is_wide(character) for character in text):
            look = ParagraphStyle("wide remark", look, wordWrap="CJK")
        head = f'<font name="{BOLD}">{when}</font>  ' if when else ""
        return Paragraph(head + self._letters.markup(text), look)

    def table(self, table: Table, width: float) -> list[Flowable]:
        if not table.rows:
            return [self.paragraph(table.empty)]
        total = sum(column.share for column in table.columns)
        widths = [width * column.share / total for column in table.columns]
        grid = Grid(
            [
                [self.paragraph(one.title, HEAD_CELL, right=one.is_number) for one in table.columns],
                *(self._row(row, table.columns, widths) for row in table.rows),
            ],
            colWidths=widths,
            repeatRows=1,
        )
        grid.setStyle(_ruled(table))
        note = [self.paragraph(table.note, LABEL)] if table.note else []
        return [grid, *note]

    def _row(self, row: Sequence[str], columns: Sequence[Column], widths: Sequence[float]) -> list[object]:
        cells: list[object] = []
        for text, column, width in zip(row, columns, widths, strict=True):
            fits = stringWidth(text, REGULAR, BODY.fontSize) <= width - 2 * PADDING
            if fits and self._letters.is_plain(text):
                cells.append(text)
            else:
                cells.append(self.paragraph(text, right=column.is_number))
        return cells


class Ruled(Flowable):  # type: ignore[misc]
    """A heading over a thin line of the full width."""

    keepWithNext = True

    def __init__(self, heading: Paragraph, width: float) -> None:
        super().__init__()
        self._heading = heading
        self._width = width

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        _, self._height = self._heading.wrap(self._width, height)
        return self._width, self._height + 3

    def draw(self) -> None:
        self._heading.drawOn(self.canv, 0, 3)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 1.5, self._width, 1.5)


def _tight(vertical: float) -> list[tuple[object, ...]]:
    everywhere = ((0, 0), (-1, -1))
    return [
        ("LEFTPADDING", *everywhere, 0),
        ("RIGHTPADDING", *everywhere, PADDING),
        ("TOPPADDING", *everywhere, vertical),
        ("BOTTOMPADDING", *everywhere, vertical),
    ]


def _ruled(table: Table) -> list[tuple[object, ...]]:
    everywhere = ((0, 0), (-1, -1))
    look: list[tuple[object, ...]] = [
        ("FONT", *everywhere, REGULAR, BODY.fontSize, BODY.leading),
        ("VALIGN", *everywhere, "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", *everywhere, PADDING),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", *everywhere, PADDING),
        ("TOPPADDING", *everywhere, 1.3),
        ("BOTTOMPADDING", *everywhere, 1.5),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, shapes.GREY),
        ("LINEBELOW", (0, 1), (-1, -2), 0.25, shapes.LIGHT),
    ]
    for at, column in enumerate(table.columns):
        if column.is_number:
            look.append(("ALIGN", (at, 0), (at, -1), "RIGHT"))
        elif at and table.columns[at - 1].is_number:
            look.append(("LEFTPADDING", (at, 0), (at, -1), 4 * PADDING))
    if table.has_total:
        look += [("LINEABOVE", (0, -1), (-1, -1), 0.6, shapes.GREY), ("FONTNAME", (0, -1), (-1, -1), BOLD)]
    return look


def _pieces(text: str) -> Iterator[str]:
    """A text that is too long for one paragraph in several; line breaks stay."""
    for at, line in enumerate(text.split("\n")):
        if len(line) <= LONGEST_PIECE:
            yield line or (" " if at else "")
        else:
            yield from textwrap.wrap(line, LONGEST_PIECE)


def _is_wide(character: str) -> bool:
    """Of a script that is written without spaces between its words."""
    return "\u2e80" <= character <= "\uffdc" and not "\ufb00" <= character <= "\ufeff"


Progress = Callable[[float], None]
__all__ = ["BODY", "LABEL", "SMALL", "VALUE", "CondPageBreak", "Progress", "Setter", "style"]
