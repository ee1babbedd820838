"""A bar that fills as time goes by."""

from __future__ import annotations

from screens.widgets.lines import Line, Lines, Piece

GONE, LEFT = "━", "─"


class TimeBar(Lines):
    """One line; empty where nothing is timed."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None

    def show(self, share: float | None) -> None:
        """How much is gone, 0–1; None: not timed."""
        self._share = share
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._share is None:
            return [()]
        gone = round(width * self._share)
        return [(Piece(GONE * gone, "key"), Piece(LEFT * (width - gone), "faint"))]
