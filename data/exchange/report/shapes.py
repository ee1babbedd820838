"""The few shapes that the charts are made of. All of them tell apart in black and white."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlab.graphics.shapes import Circle, Group, Line, Polygon, PolyLine, Rect, Shape, String
from reportlab.lib.colors import Color, black, white
from reportlab.pdfbase.pdfmetrics import stringWidth

from data.exchange.report.fonts import BOLD, REGULAR

GREY = Color(0.35, 0.35, 0.35)
LIGHT = Color(0.8, 0.8, 0.8)
PALE = Color(0.94, 0.94, 0.94)
SMALL, TINY = 6.2, 5.4
HATCH = 3.2  # points between the lines of a hatching


def text(
    x: float, y: float, words: str, *, size: float = SMALL, anchor: str = "start", bold: bool = False
) -> Shape:
    """anchor: `start`, `middle` or `end` of the words stands at x."""
    return String(
        x, y, words, fontName=BOLD if bold else REGULAR, fontSize=size, textAnchor=anchor, fillColor=black
    )


def width_of(words: str, size: float = SMALL) -> float:
    return float(stringWidth(words, REGULAR, size))


def label(x: float, y: float, words: str, *, size: float = SMALL) -> Shape:
    """Words about x on the paper's own colour, so that no line goes through them."""
    width = width_of(words, size) + 1
    paper = Rect(x - width / 2, y - 0.8, width, size, fillColor=white, strokeColor=None)
    return Group(paper, text(x, y, words, size=size, anchor="middle"))


def rule(x1: float, y1: float, x2: float, y2: float, *, width: float = 0.4, color: Color = LIGHT) -> Shape:
    return Line(x1, y1, x2, y2, strokeColor=color, strokeWidth=width, strokeLineCap=0)


def dashed(
    x1: float, y1: float, x2: float, y2: float, *, dash: tuple[float, float], width: float = 0.9
) -> Shape:
    # Not a Line: in SVG reportlab closes that one, and its way back fills the gaps.
    return PolyLine(
        [x1, y1, x2, y2], strokeColor=black, strokeWidth=width, strokeDashArray=list(dash), strokeLineCap=0
    )


def dot(x: float, y: float, radius: float) -> Shape:
    return Circle(x, y, radius, fillColor=white, strokeColor=GREY, strokeWidth=min(0.8, radius / 2))


def line_through(points: list[tuple[float, float]]) -> Shape:
    """A thick line; a single point is a short dash, so that it is not lost."""
    if len(points) == 1:
        ((x, y),) = points
        points = [(x - 1.5, y), (x + 1.5, y)]
    flat = [number for point in points for number in point]
    return PolyLine(flat, strokeColor=black, strokeWidth=1.5, strokeLineCap=1, strokeLineJoin=1)


def solid_bar(x: float, y: float, width: float, height: float) -> Shape:
    return Rect(x, y, width, height, fillColor=GREY, strokeColor=None)


def hatched_bar(x: float, y: float, width: float, height: float) -> Shape:
    lines = [rule(*ends, width=0.5, color=GREY) for ends in _diagonals(x, y, width, height)]
    frame = Rect(x, y, width, height, fillColor=PALE, strokeColor=None)
    edge = Rect(x, y, width, height, fillColor=None, strokeColor=black, strokeWidth=0.6)
    return Group(frame, *lines, edge)


def _diagonals(
    x: float, y: float, width: float, height: float
) -> Iterator[tuple[float, float, float, float]]:
    """Lines that rise to the right at 45°, cut at the edges of the rectangle."""
    offset = HATCH - height
    while offset < width:
        start, end = max(offset, 0.0), min(offset + height, width)
        yield x + start, y + start - offset, x + end, y + end - offset
        offset += HATCH


def _triangle_down(x: float, y: float) -> Shape:
    return Polygon([x - 3, y + 2.6, x + 3, y + 2.6, x, y - 2.6], fillColor=black, strokeColor=None)


def _diamond(x: float, y: float) -> Shape:
    return Polygon(
        [x - 3, y, x, y + 3, x + 3, y, x, y - 3], fillColor=white, strokeColor=black, strokeWidth=0.8
    )


def _cross(x: float, y: float) -> Shape:
    return Group(
        rule(x - 2.4, y - 2.4, x + 2.4, y + 2.4, width=1.4, color=black),
        rule(x - 2.4, y + 2.4, x + 2.4, y - 2.4, width=1.4, color=black),
    )


def _triangle_right(x: float, y: float) -> Shape:
    return Polygon([x - 2.6, y - 3, x - 2.6, y + 3, x + 2.8, y], fillColor=black, strokeColor=None)


def _square(x: float, y: float) -> Shape:
    return Rect(x - 2.5, y - 2.5, 5, 5, fillColor=black, strokeColor=None)


def long_run_sign(x: float, y: float) -> Shape:
    return Polygon(
        [x - 2.4, y - 2, x + 2.4, y - 2, x, y + 2.2], fillColor=white, strokeColor=black, strokeWidth=0.7
    )


MARKS: dict[str, tuple[Callable[[float, float], Shape], str]] = {
    "visit": (_triangle_down, "visit"),
    "plan": (_diamond, "plan changed"),
    "flare": (_cross, "flare"),
    "start": (_triangle_right, "episode began"),
    "discharge": (_square, "discharge"),
}
"""Each kind of mark: its shape around a point, and what it means."""
MARK_WIDTH = 7.0
