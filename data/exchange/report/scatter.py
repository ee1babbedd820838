"""Each week's exercises against the pain of the week after it: a dot for each pair, and no line through them."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from data.exchange.report import shapes
from data.trends import HIGH_ADHERENCE
from data.wording import percent

LEFT, RIGHT, BOTTOM, TOP = 26.0, 12.0, 24.0, 12.0
PAIN_TOP = 10
HIGH = f"{percent(HIGH_ADHERENCE)} or more"


def scatter(pairs: Sequence[tuple[float, float]], width: float, height: float) -> Drawing:
    """pairs: (adherence 0–1, mean pain 0–10 of the following week)."""
    drawing = Drawing(width, height)

    def x(share: float) -> float:
        return LEFT + share * (width - LEFT - RIGHT)

    def y(points: float) -> float:
        return BOTTOM + points * (height - BOTTOM - TOP) / PAIN_TOP

    for points in (0, 5, 10):
        drawing.add(
            shapes.rule(x(0), y(points), x(1), y(points), color=shapes.GREY if points == 0 else shapes.LIGHT)
        )
        drawing.add(shapes.text(x(0) - 3, y(points) - 2.2, str(points), anchor="end"))
    for share in (0, 0.2, 0.4, 0.6, 0.8, 1):
        drawing.add(shapes.text(x(share), y(0) - 8, percent(share), anchor="middle"))
    drawing.add(shapes.dashed(x(HIGH_ADHERENCE), y(0), x(HIGH_ADHERENCE), y(10), dash=(3, 2.4), width=0.6))
    drawing.add(shapes.text(x(HIGH_ADHERENCE), y(10) + 5, HIGH))
    drawing.add(shapes.text(x(0), y(10) + 5, "Mean pain of the week after", bold=True))
    drawing.add(shapes.text(x(1), 3, "Exercises done in a week", anchor="end", bold=True))
    for done, pain in pairs:
        drawing.add(shapes.dot(x(done), y(pain), 2.4))
    return drawing
