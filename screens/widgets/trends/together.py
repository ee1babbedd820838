"""Together: a week's exercises against the pain of the week after, as dots and in words, and what they can't show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from data import trend_words, wording
from data.trends import HIGH_ADHERENCE, TOGETHER_CAVEATS
from data.windows import Window
from screens.shell import shell_of
from screens.widgets.charts.cells import Row
from screens.widgets.charts.drawing_view import DrawingView
from screens.widgets.charts.scatter import draw_scatter
from screens.widgets.trends.figures import Figures
from screens.widgets.trends.view import Scroll, TrendsView
from screens.widgets.trends.words import Sentences

if TYPE_CHECKING:
    from textual.app import ComposeResult

THRESHOLD = f"The dashed line stands at {wording.percent(HIGH_ADHERENCE)} done."


class Together(TrendsView):
    title = "Together"
    about = "A week's exercises against the pain of the week after"
    begins = (
        "After some weeks of entries each week's exercises stand here against the pain of the week after."
    )

    def compose(self) -> ComposeResult:
        with Scroll():
            yield DrawingView()
            yield Sentences()

    def fill(self, window: Window, figures: Figures) -> None:
        found = figures.trends(window).together
        unicode = shell_of(self.app).unicode

        def draw(width: int, height: int) -> Sequence[Row]:
            return draw_scatter(found.pairs, width, height, threshold=HIGH_ADHERENCE, unicode=unicode)

        few = trend_words.scatter_pairs(found)
        drawing = self.query_one(DrawingView)
        drawing.display = few is None
        drawing.show(draw)
        about = few or THRESHOLD
        self.query_one(Sentences).show(wording.together(found), " ".join(TOGETHER_CAVEATS), about, plain=2)
