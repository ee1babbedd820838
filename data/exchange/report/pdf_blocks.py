"""The blocks of a report as flowables of reportlab, each set to a width in points."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer
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
from data.exchange.report.right_to_left import as_drawn, begins_right_to_left, has_right_to_left
from data.exchange.report.scatter import scatter

PADDING, APART = 3.0, 12.0
LEAD_WIDTH = 60.0
FIGURE_SHARES = (0.325, 0.35, 0.325)
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

    def paragraph(self, text: str, look: ParagraphStyle = BODY, *, right: bool = False) -> Flowable:
        """right: aligned there, as numbers are."""
        if right:
            look = ParagraphStyle(f"{look.name} right", look, alignment=TA_RIGHT)
        return self._set(text, look)

    def _set(self, text: str, look: ParagraphStyle, head: str = "") -> Flowable:
        """head: words in bold that the text begins with."""
        bold = look.fontName == BOLD
        shown = self._letters.markup(f"{head}  ", bold=True) if head else ""
        lead = f'<font name="{BOLD}">{shown}</font>' if shown else ""
        if has_right_to_left(text):
            return RightToLeft(self._letters, lead, text, look)
        marked = self._letters.markup(text, bold=bold)
        if any(_is_wide(character) for character in marked):
            look = ParagraphStyle(f"{look.name} wide", look, wordWrap="CJK")
        return Paragraph(lead + marked, look)

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
                *self._big(one.value),
                self.paragraph(one.label, style(7, bold=True)),
                self.paragraph(one.when, LABEL),
            ]
            for one in block.figures
        ]
        grid = Grid(
            [cells], colWidths=[width * share for share in FIGURE_SHARES[: len(cells)]], hAlign="LEFT"
        )
        apart = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("RIGHTPADDING", (0, 0), (-1, -1), 5)]
        grid.setStyle([*_tight(0), *apart])
        first, *others = block.sentences
        said = [self.paragraph(first, STRONG), *(self.paragraph(sentence) for sentence in others)]
        return [grid, Spacer(0, 4), *said]

    def _big(self, value: str) -> list[Flowable]:
        """A number, or in smaller letters that it is not known, of one height."""
        if value[:1].isdigit():
            return [self.paragraph(value, BIG)]
        return [Spacer(0, BIG.leading - UNKNOWN_BIG.leading), self.paragraph(value, UNKNOWN_BIG)]

    def pairs(self, pairs: Sequence[tuple[str, str]], width: float) -> Flowable:
        widest = max(stringWidth(name, REGULAR, BODY.fontSize) for name, _ in pairs) + 8
        grid = Grid(
            [[self.paragraph(name), self.paragraph(value)] for name, value in pairs],
            colWidths=[widest, width - widest],
            hAlign="LEFT",
        )
        grid.setStyle([*_tight(1), ("VALIGN", (0, 0), (-1, -1), "TOP")])
        return grid

    def remarks(self, remarks: Remarks) -> list[Flowable]:
        if not remarks.items:
            return [self.paragraph(remarks.empty)]
        set_in = ParagraphStyle("remark", BODY, leftIndent=8, firstLineIndent=-8, spaceAfter=1.5)
        under = ParagraphStyle("under a remark", set_in, firstLineIndent=0)
        flowables: list[Flowable] = []
        for when, text in remarks.items:
            first, *others = _pieces(text)
            flowables += [self._set(first, set_in, when), *(self._set(piece, under) for piece in others)]
        if remarks.note:
            flowables.append(self.paragraph(remarks.note, LABEL))
        return flowables

    def table(self, table: Table, width: float) -> list[Flowable]:
        if not table.rows:
            return [self.paragraph(table.empty)]
        shares = sum(column.share for column in table.columns)
        widths = [width * column.share / shares for column in table.columns]
        total_row = table.rows[-1] if table.has_total else None
        note = [[self.paragraph(table.note, LABEL), *[""] * (len(widths) - 1)]] if table.note else []
        grid = Grid(
            [
                [self.paragraph(one.title, HEAD_CELL, right=one.is_number) for one in table.columns],
                *(
                    self._row(row, table.columns, widths, STRONG if row is total_row else BODY)
                    for row in table.rows
                ),
                *note,
            ],
            colWidths=widths,
            hAlign="LEFT",
            repeatRows=1,
        )
        grid.setStyle(_ruled(table))
        return [grid]

    def _row(
        self, row: Sequence[str], columns: Sequence[Column], widths: Sequence[float], look: ParagraphStyle
    ) -> list[object]:
        cells: list[object] = []
        for at, (text, column, width) in enumerate(zip(row, columns, widths, strict=True)):
            room = width - PADDING - (APART if _stands_apart(columns, at) else PADDING)
            fits = stringWidth(text, look.fontName, look.fontSize) <= room
            if fits and self._letters.is_plain(text):
                cells.append(text)
            else:
                cells.append(self.paragraph(text, look, right=column.is_number))
        return cells


class RightToLeft(Flowable):  # type: ignore[misc]
    """A text with Hebrew or Arabic in it: broken into lines first, then each line put in the order it is drawn in."""

    def __init__(self, letters: Typesetter, lead: str, text: str, look: ParagraphStyle) -> None:
        super().__init__()
        self._letters, self._lead, self._text, self._look = letters, lead, text, look

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        # The first line stands a little to the left, and may begin with words in bold.
        room = width - self._look.leftIndent - (LEAD_WIDTH if self._lead else 0) - 2
        base = begins_right_to_left(self._text)
        lines = [as_drawn(line, base) for part in self._text.split("\n") for line in self._broken(part, room)]
        bold = self._look.fontName == BOLD
        marked = "<br/>".join(self._letters.markup(line, bold=bold) for line in lines)
        self._paragraph = Paragraph(self._lead + marked, self._look)
        size: tuple[float, float] = self._paragraph.wrap(width, height)
        return size

    def _broken(self, text: str, room: float) -> Iterator[str]:
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if line and self._letters.width(longer, self._look.fontSize) > room:
                yield line
                longer = word
            line = longer
        yield line

    def split(self, width: float, height: float) -> list[Flowable]:
        parts: list[Flowable] = self._paragraph.split(width, height)
        return parts

    def draw(self) -> None:
        self._paragraph.drawOn(self.canv, 0, 0)


class Ruled(Flowable):  # type: ignore[misc]
    """A heading over a thin line of the full width."""

    keepWithNext = True

    def __init__(self, heading: Flowable, width: float) -> None:
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
    """The last two rows stay together; a note is a row of its own below them, and stays too."""
    everywhere, last = ((0, 0), (-1, -1)), -2 if table.note else -1
    look: list[tuple[object, ...]] = [
        ("NOSPLIT", (0, last - 1), (-1, -1)),
        ("FONT", *everywhere, REGULAR, BODY.fontSize, BODY.leading),
        ("VALIGN", *everywhere, "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", *everywhere, PADDING),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", *everywhere, PADDING),
        ("TOPPADDING", *everywhere, 1.3),
        ("BOTTOMPADDING", *everywhere, 1.5),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, shapes.GREY),
        ("LINEBELOW", (0, 1), (-1, last - 1), 0.25, shapes.LIGHT),
    ]
    for at, column in enumerate(table.columns):
        if column.is_number:
            look.append(("ALIGN", (at, 0), (at, -1), "RIGHT"))
        elif _stands_apart(table.columns, at):
            look.append(("LEFTPADDING", (at, 0), (at, -1), APART))
    if table.has_total:
        total = ((0, last), (-1, last))
        look += [("LINEABOVE", *total, 0.6, shapes.GREY), ("FONTNAME", *total, BOLD)]
    if table.note:
        look += [("SPAN", (0, -1), (-1, -1)), ("TOPPADDING", (0, -1), (-1, -1), 0)]
    return look


def _stands_apart(columns: Sequence[Column], at: int) -> bool:
    """Words beside the right edge of a number need more room."""
    return at > 0 and columns[at - 1].is_number and not columns[at].is_number


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
