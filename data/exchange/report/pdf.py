"""The report as a PDF: one A4 page, then the appendix. Selectable text, bookmarks, language, page x of y.

The same report gives the same bytes: no clock is asked.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepInFrame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)
from reportlab.platypus import Table as Grid

from data.exchange.report import shapes
from data.exchange.report.chart import panels
from data.exchange.report.document import Document, PageOne, Section
from data.exchange.report.fonts import REGULAR, Typesetter
from data.exchange.report.page_one import ROOMS, page_one
from data.exchange.report.pdf_blocks import LABEL, SMALL, VALUE, Setter, style

WIDTH, HEIGHT = A4
MARGIN, TOP, FOOT = 38.0, 28.0, 50.0
TEXT_WIDTH = WIDTH - 2 * MARGIN
TEXT_HEIGHT = HEIGHT - TOP - FOOT
CHART_LEAST, CHART_MOST = 165.0, 290.0
GUTTER = 16.0
PAGE_LINE = 13.0
MISSING = "What stands in brackets names a character that no font here has; the HTML form shows it."
UNJOINED = "Some letters stand apart that should be joined; the HTML form joins them."

Progress = Callable[[float], None]
"""Called with how much is done, from 0 to 1."""


def render(document: Document, progress: Progress = lambda share: None) -> bytes:
    letters = Typesetter()
    setter = Setter(letters, document.report)
    story = [
        Bookmark(document.title, 0),
        *_first_page(document, setter),
        NextPageTemplate("appendix"),
        PageBreak(),
        Bookmark("Appendix", 0),
        setter.paragraph("Appendix", style(13, bold=True, gap=4)),
    ]
    for section in document.appendix:
        story += _section(section, setter)
    return _built(document, story, letters, progress)


def _built(document: Document, story: list[Flowable], letters: Typesetter, progress: Progress) -> bytes:
    buffer = io.BytesIO()
    frame = Frame(MARGIN, FOOT, TEXT_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0)
    template = BaseDocTemplate(
        buffer,
        pagesize=A4,
        title=f"{document.title}, {document.period}",
        subject="Pain, exercises and running, as recorded by the runner",
        author="The runner",
        creator="itband",
        lang="en",
        invariant=1,
    )

    def foot(canvas: Canvas, _template: BaseDocTemplate) -> None:
        _foot(canvas, document, letters)

    template.addPageTemplates([PageTemplate(name, [frame], onPageEnd=foot) for name in ("first", "appendix")])
    expected = max(1, len(story))

    def tell(kind: str, value: int) -> None:
        if kind == "PROGRESS":
            progress(min(1.0, value / expected))

    template.setProgressCallBack(tell)
    template.build(story, canvasmaker=NumberedCanvas.on(document))
    return buffer.getvalue()


class NumberedCanvas(Canvas):  # type: ignore[misc]
    """Draws the number of pages, known only at the end, wherever the form TOTAL was used."""

    TOTAL = "number-of-pages"

    @staticmethod
    def on(document: Document) -> Callable[..., NumberedCanvas]:
        made = document.report.made_on

        def make(*arguments: object, **more: object) -> NumberedCanvas:
            canvas = NumberedCanvas(*arguments, **more)
            canvas.setDateFormatter(lambda *_now: f"D:{made:%Y%m%d}")
            canvas.setViewerPreference("DisplayDocTitle", "true")
            return canvas

        return make

    def save(self) -> None:
        self.beginForm(self.TOTAL)
        self.setFont(REGULAR, SMALL.fontSize)
        self.drawString(0, 0, str(self.getPageNumber() - 1))
        self.endForm()
        super().save()


def _foot(canvas: Canvas, document: Document, letters: Typesetter) -> None:
    setter = Setter(letters, document.report)
    about = setter.paragraph(" ".join((document.foot, *_apologies(letters))), LABEL)
    _, height = about.wrap(TEXT_WIDTH, FOOT)
    canvas.setStrokeColor(shapes.LIGHT)
    canvas.line(MARGIN, FOOT - 4, MARGIN + TEXT_WIDTH, FOOT - 4)
    about.drawOn(canvas, MARGIN, FOOT - 6 - height)
    canvas.setFont(REGULAR, SMALL.fontSize)
    page = f"Page {canvas.getPageNumber()} of "
    canvas.drawString(MARGIN, PAGE_LINE, page)
    canvas.drawRightString(MARGIN + TEXT_WIDTH, PAGE_LINE, f"{document.period}. {document.stamp}")
    canvas.translate(MARGIN + canvas.stringWidth(page, REGULAR, SMALL.fontSize), PAGE_LINE)
    canvas.doForm(NumberedCanvas.TOTAL)


def _apologies(letters: Typesetter) -> list[str]:
    return [MISSING] * bool(letters.missing) + [UNJOINED] * letters.unjoined


class Bookmark(Flowable):  # type: ignore[misc]
    """An entry of the outline that leads here."""

    def __init__(self, title: str, level: int) -> None:
        super().__init__()
        self._title = title
        self._level = level

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        key = f"{self._title} {self.canv.getPageNumber()}"
        self.canv.bookmarkHorizontal(key, 0, 14)
        self.canv.addOutlineEntry(self._title, key, self._level)


# The first page


def _first_page(document: Document, setter: Setter) -> list[Flowable]:
    """With as much room for each list as lets the chart be read; it takes what is left."""
    for room in ROOMS:
        above, below = _around_chart(page_one(document.report, room), document, setter)
        left = TEXT_HEIGHT - _height(above) - _height(below)
        if left >= CHART_LEAST:
            break
    chart = panels(document.report, TEXT_WIDTH, max(CHART_LEAST, min(left, CHART_MOST)))
    return [KeepInFrame(TEXT_WIDTH, TEXT_HEIGHT, [*above, chart, *below], mode="shrink")]


def _height(flowables: Sequence[Flowable]) -> float:
    height = 0.0
    for flowable in flowables:
        _, own = flowable.wrap(TEXT_WIDTH, TEXT_HEIGHT)
        height += own + flowable.getSpaceBefore() + flowable.getSpaceAfter()
    return height


def _around_chart(page: PageOne, document: Document, setter: Setter) -> tuple[list[Flowable], list[Flowable]]:
    shares = {(True, False): 0.7, (False, True): 0.3}
    asked = (TEXT_WIDTH - GUTTER) * shares.get((bool(page.questions.items), bool(page.notes.items)), 0.5)
    above = [
        _title(document, setter),
        _facts(page, setter),
        Spacer(0, 7),
        _beside(
            setter.block(page.pain, TEXT_WIDTH * 0.53),
            setter.block(page.activities, TEXT_WIDTH * 0.47 - GUTTER),
            TEXT_WIDTH * 0.53,
        ),
        Spacer(0, 6),
    ]
    below = [
        Spacer(0, 5),
        *setter.block(page.exercises, TEXT_WIDTH),
        Spacer(0, 7),
        _beside(
            setter.block(page.runs, TEXT_WIDTH * 0.58),
            setter.block(page.happened, TEXT_WIDTH * 0.42 - GUTTER),
            TEXT_WIDTH * 0.58,
        ),
        Spacer(0, 6),
        _beside(
            setter.block(page.questions, asked),
            setter.block(page.notes, TEXT_WIDTH - GUTTER - asked),
            asked,
        ),
        Spacer(0, 6),
        *setter.words(page.method, LABEL),
    ]
    return above, below


def _title(document: Document, setter: Setter) -> Flowable:
    cells = [
        setter.paragraph(document.title, style(14, bold=True)),
        setter.paragraph(document.period, style(9, bold=True), right=True),
    ]
    grid = Grid([cells], colWidths=[TEXT_WIDTH * 0.55, TEXT_WIDTH * 0.45], hAlign="LEFT")
    grid.setStyle([*_bare(), ("VALIGN", (0, 0), (-1, -1), "BOTTOM"), ("BOTTOMPADDING", (0, 0), (-1, -1), 5)])
    return grid


def _facts(page: PageOne, setter: Setter) -> Flowable:
    """Four columns, each fact under its name."""
    cells = [
        [setter.paragraph(name, LABEL), setter.paragraph(value, VALUE)] for name, value in page.runner.pairs
    ]
    shares = (0.25, 0.29, 0.16, 0.3)
    grid = Grid(
        [cells[:4], [*cells[4:], ""]], colWidths=[TEXT_WIDTH * share for share in shares], hAlign="LEFT"
    )
    grid.setStyle(
        [
            *_bare(),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("SPAN", (2, 1), (3, 1)),
            ("BACKGROUND", (0, 0), (-1, -1), shapes.PALE),
            ("LEFTPADDING", (0, 0), (-1, -1), 6),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ]
    )
    return grid


def _beside(left: list[Flowable], right: list[Flowable], left_width: float) -> Flowable:
    widths = [left_width, GUTTER, TEXT_WIDTH - left_width - GUTTER]
    grid = Grid([[left, "", right]], colWidths=widths, hAlign="LEFT")
    grid.setStyle([*_bare(), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return grid


def _bare() -> list[tuple[object, ...]]:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    return [(side, (0, 0), (-1, -1), 0) for side in sides]


# The appendix


def _section(section: Section, setter: Setter) -> list[Flowable]:
    heading = style(10.5, bold=True, gap=3, keepWithNext=1)
    story: list[Flowable] = [
        Spacer(0, 8),
        Bookmark(section.title, 1),
        setter.paragraph(section.title, heading),
    ]
    for block in section.blocks:
        titled = replace(block, title="") if block.title == section.title else block
        story += [*setter.block(titled, TEXT_WIDTH), Spacer(0, 6)]
    return story
