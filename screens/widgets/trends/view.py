"""What a tab of Trends is to the screen around it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.widget import Widget

from data.windows import Window
from screens.shell import shell_of
from screens.trouble import TROUBLES, TellsTrouble
from screens.widgets.charts.drawing_view import DrawingView
from screens.widgets.trends.figures import Figures


class Scroll(VerticalScroll, can_focus=False):
    """What there is no room for; the keys that scroll it are the screen's."""


class TrendsView(TellsTrouble, Widget):
    """One tab. It takes no focus: the screen has the keys and calls these."""

    title: ClassVar[str] = ""
    about: ClassVar[str] = ""
    """What it shows, in a few words."""
    by_year: ClassVar[bool] = False
    """Whether it shows whole calendar weeks of about a year instead of the range that the others share."""
    has_cursor: ClassVar[bool] = False
    """Whether a cursor walks over its days."""
    begins: ClassVar[str] = ""
    """What will stand here, for an empty diary."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Window, Figures] | None = None
        self._is_ready = False

    # What a tab overrides

    def fill(self, window: Window, figures: Figures) -> None:
        """Show these days."""

    @property
    def cursor(self) -> date | None:
        """The day under the cursor; None without one."""
        return None

    def clear_cursor(self) -> None:
        """Take the cursor away."""

    def walk(self, step: int) -> None:
        """`←` and `→`."""

    def leap(self, step: int) -> None:
        """The same with shift: further."""

    def climb(self, step: int) -> None:
        """Up (−1) and down (1): scroll, unless the cursor goes that way."""
        for scroll in self.query(Scroll):
            if scroll.is_on_screen:
                scroll.scroll_relative(y=step, animate=False)

    def to_end(self, step: int) -> None:
        """To the first (−1) or last (1) of the days or lines."""
        for scroll in self.query(Scroll):
            scroll.scroll_home(animate=False) if step < 0 else scroll.scroll_end(animate=False)

    def fit(self) -> None:
        """The screen has another size."""

    @property
    def can_turn(self) -> bool:
        """Whether something of it waits for room, so that `turn` brings the next to the front."""
        return False

    def turn(self) -> None:
        """Bring what there is no room for to the front, one after the other."""

    # What the screen uses

    def show(self, window: Window, figures: Figures) -> None:
        """Show these days of these figures, at once or when it is mounted."""
        if self._shown == (window, figures):
            return
        self._shown = (window, figures)
        if self._is_ready:
            self.fill(window, figures)

    def on_mount(self) -> None:
        self._is_ready = True
        for drawing in self.query(DrawingView):
            drawing.unicode = shell_of(self.app).unicode
        if self._shown:
            try:
                self.fill(*self._shown)
            except TROUBLES as trouble:
                self._shown = None
                shell_of(self.app).tell(trouble)
