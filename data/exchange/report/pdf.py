"""The report as a PDF: one A4 page, then the appendix. Selectable text, bookmarks, language, page x of y.

The same report gives the same bytes: no clock is asked.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus import Table as Grid

from data.exchange.report import shapes
from data.exchange.report.document import Chart, Document, Section, Table, Words
from data.exchange.report.fonts import REGULAR, Typesetter
from data.exchange.report.pdf_blocks import LABEL, SMALL, Setter, style
from data.exchange.report.pdf_page_one import FirstPage

MARGIN, TOP, FOOT = 38.0, 28.0, 50.0
TEXT_WIDTH, TEXT_HEIGHT = A4[0] - 2 * MARGIN, A4[1] - TOP - FOOT
PAGE_LINE = 13.0
SECTIONS_APART, BLOCKS_APART = 10.0, 6.0
FIRST_ROWS = 5  # of a table, that stay with its heading
MISSING = "What stands in brackets are characters that no font here has; the HTML form shows them."
UNJOINED = "Some letters stand apart that should be joined; the HTML form joins them."

Progress = Callable[[float], None]
"""Called with how much is done, from 0 to 1."""


def render(document: Document, progress: Progress = lambda share: None) -> bytes:
    letters = Typesetter()
    setter = Setter(letters, document.report)
    story = [
        Bookmark(document.title, 0),
        FirstPage(document, setter, TEXT_WIDTH).fitted(TEXT_HEIGHT),
        PageBreak(),
        Bookmark("Appendix", 0),
        setter.paragraph("Appendix", style(13, bold=True)),
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

    template.addPageTemplates(PageTemplate("page", [frame], onPageEnd=foot))
    expected, told = max(1, len(story)), 0.0

    def tell(kind: str, value: int) -> None:
        # What stays together is taken apart as it is set, so that the count falls back.
        nonlocal told
        if kind == "PROGRESS":
            told = max(told, min(1.0, value / expected))
            progress(told)

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
    """An entry of the outline that leads here, to the page of what follows."""

    keepWithNext = 1

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


def _section(section: Section, setter: Setter) -> list[Flowable]:
    """One of words and charts alone stays together on a page; tables and lists flow on from page to page."""
    heading = style(10.5, bold=True, gap=3, keepWithNext=1)
    story: list[Flowable] = []
    for at, block in enumerate(section.blocks):
        titled = replace(block, title="") if block.title == section.title else block
        flowables = setter.block(titled, TEXT_WIDTH)
        if at == 0:
            flowables = [Bookmark(section.title, 1), setter.paragraph(section.title, heading), *flowables]
        flowables[0].spaceBefore = BLOCKS_APART if at else SECTIONS_APART
        story += _begun(flowables) if isinstance(block, Table) else flowables
    are_words = all(isinstance(block, Words | Chart) for block in section.blocks)
    return [KeepTogether(story)] if are_words else story


def _begun(flowables: list[Flowable]) -> list[Flowable]:
    """A table with its heading, on a page that has room for its first rows too: more of them may go over."""
    at = next((at for at, one in enumerate(flowables) if isinstance(one, Grid)), None)
    if at is None:
        return flowables
    needed = flowables[0].getSpaceBefore()
    for one in flowables[:at]:
        one.keepWithNext = 0
        needed += one.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1] + one.getSpaceAfter()
    flowables[at].wrap(TEXT_WIDTH, TEXT_HEIGHT)
    for row, height in enumerate(flowables[at]._rowHeights[: 1 + FIRST_ROWS]):
        if row <= 3 or needed + height <= TEXT_HEIGHT / 3:
            needed += height
    return [CondPageBreak(needed), *flowables]
