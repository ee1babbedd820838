"""The first page of the PDF: always one page, its chart as large as the rest leaves room for."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepInFrame, Spacer
from reportlab.platypus import Table as Grid

from data.exchange.report import shapes
from data.exchange.report.chart import panels
from data.exchange.report.document import Block, Document, Facts, PageOne
from data.exchange.report.page_one import ROOMS, page_one
from data.exchange.report.pdf_blocks import LABEL, VALUE, Setter, style

CHART_LEAST, CHART_MOST = 165.0, 290.0
GUTTER = 16.0
FACT_SHARES = (0.24, 0.26, 0.18, 0.32)

Look = list[tuple[object, ...]]


class FirstPage:
    """Sets the first page of a report to a width in points."""

    def __init__(self, document: Document, setter: Setter, width: float) -> None:
        self._document = document
        self._setter = setter
        self._width = width

    def fitted(self, height: float) -> Flowable:
        """With as much room for each list as leaves a chart that can be read; at the worst a little smaller."""
        for room in ROOMS:
            page = page_one(self._document.report, room)
            above, below = self._above_chart(page), self._below_chart(page)
            left = height - self._height(above) - self._height(below)
            if left >= CHART_LEAST:
                break
        chart = panels(self._document.report, self._width, max(CHART_LEAST, min(left, CHART_MOST)))
        return KeepInFrame(self._width, height, [*above, chart, *below], mode="shrink")

    def _height(self, flowables: Sequence[Flowable]) -> float:
        height = 0.0
        for flowable in flowables:
            _, own = flowable.wrap(self._width, 0)
            height += own + flowable.getSpaceBefore() + flowable.getSpaceAfter()
        return height

    def _above_chart(self, page: PageOne) -> list[Flowable]:
        return [
            self._title(),
            self._facts(page.runner),
            Spacer(0, 7),
            self._beside(page.pain, page.activities, 0.5),
            Spacer(0, 6),
        ]

    def _below_chart(self, page: PageOne) -> list[Flowable]:
        # An empty list leaves its room to the other one.
        shares = {(True, False): 0.68, (False, True): 0.29}
        asked = shares.get((bool(page.questions.items), bool(page.notes.items)), 0.485)
        return [
            Spacer(0, 5),
            *self._setter.block(page.exercises, self._width),
            Spacer(0, 7),
            self._beside(page.runs, page.happened, 0.58),
            Spacer(0, 6),
            self._beside(page.questions, page.notes, asked),
            Spacer(0, 6),
            *self._setter.words(page.method, LABEL),
        ]

    def _title(self) -> Flowable:
        cells = [
            self._setter.paragraph(self._document.title, style(14, bold=True)),
            self._setter.paragraph(self._document.period, style(9, bold=True), right=True),
        ]
        look: Look = [("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("BOTTOMPADDING", (0, 0), (-1, -1), 5)]
        return self._grid([cells], (0.55, 0.45), look)

    def _facts(self, facts: Facts) -> Flowable:
        """Four columns, each fact under its name; the seventh has the room of two, one more that of all."""
        cells: list[object] = [
            [self._setter.paragraph(name, LABEL), self._setter.paragraph(value, VALUE)]
            for name, value in facts.pairs
        ]
        look: Look = [
            ("SPAN", (2, 1), (3, 1)),
            ("BACKGROUND", (0, 0), (-1, -1), shapes.PALE),
            ("LEFTPADDING", (0, 0), (-1, -1), 6),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
        rows = [cells[:4], [*cells[4:7], ""]]
        if more := cells[7:]:
            rows.append([*more, "", "", ""])
            look.append(("SPAN", (0, 2), (3, 2)))
        return self._grid(rows, FACT_SHARES, look)

    def _beside(self, left: Block, right: Block, share: float) -> Flowable:
        """Two blocks in two columns; share: of the width, for the left one."""
        gutter = GUTTER / self._width
        shares = (share, gutter, 1 - share - gutter)
        cells = [
            self._setter.block(left, self._width * shares[0]),
            "",
            self._setter.block(right, self._width * shares[2]),
        ]
        return self._grid([cells], shares, [])

    def _grid(self, rows: Sequence[Sequence[object]], shares: Sequence[float], look: Look) -> Flowable:
        grid = Grid(rows, colWidths=[self._width * share for share in shares], hAlign="LEFT")
        sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
        bare: Look = [(side, (0, 0), (-1, -1), 0) for side in sides]
        grid.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *bare, *look])
        return grid
