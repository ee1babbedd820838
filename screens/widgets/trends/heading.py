"""The lines over a tab of Trends: the tabs, the days shown, and the ranges to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.calendar_days import MONTHS, stretch
from data.windows import SPANS, Span, Window
from screens.widgets.lines import Line, Lines, Piece, width_of

SHORT_NAMES = ("2", "4", "12", "26 weeks", "year", "all")


@dataclass(frozen=True)
class Shown:
    """tabs: the titles. tab: the number of the one in front. span: None while the days can't be chosen by ranges."""

    tabs: Sequence[str]
    tab: int
    window: Window
    span: Span | None


class Heading(Lines):
    """A click on a tab, an arrow or a range is its key; one on the days goes to the next range."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None

    def show(self, shown: Shown) -> None:
        self._shown = shown
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        shown = self._shown
        if shown is None:
            return [()]
        if self.screen.has_class("-short"):
            return [_fitting(width, *_in_one_line(shown))]
        period = _period(shown)
        return [
            _fitting(width, _tabs(shown), _one_tab(shown)),
            _fitting(width, (*period, *_gap(_ranges(shown))), (*period, *_gap(_range(shown))), period),
        ]


def _in_one_line(shown: Shown) -> list[Line]:
    """The widest first."""
    period, here = _period(shown), (_here(shown), Piece(" "))
    return [
        (*_tabs(shown), Piece(" "), *period, *_gap(_ranges(shown))),
        (*_tabs(shown), Piece(" "), *period),
        (*here, *period, *_gap(_ranges(shown))),
        (*here, *period, *_gap(_range(shown))),
        (*here, *period),
        (*here, *_months(shown)),
        here,
    ]


def _fitting(width: int, *lines: Line) -> Line:
    return next((line for line in lines if width_of(line) <= width), lines[-1])


def _tabs(shown: Shown) -> Line:
    return tuple(
        Piece(f" {title} ", "chosen")
        if number == shown.tab
        else Piece(f" {title} ", "plain", f"screen.tab({number})")
        for number, title in enumerate(shown.tabs)
    )


def _here(shown: Shown) -> Piece:
    """The tab in front where there is no room for the others."""
    return Piece(f" {shown.tabs[shown.tab]} ", "chosen", "screen.turn_tab(1)")


def _one_tab(shown: Shown) -> Line:
    return (
        Piece("◀ ", "key", "screen.turn_tab(-1)"),
        _here(shown),
        Piece(" ▶", "key", "screen.turn_tab(1)"),
        Piece(f"  {shown.tab + 1} of {len(shown.tabs)}", "muted"),
    )


def _period(shown: Shown) -> Line:
    return _between_arrows(stretch(*shown.window))


def _months(shown: Shown) -> Line:
    """The days where there is hardly room."""
    first, last = (f"{MONTHS[day.month - 1]} {day.year}" for day in shown.window)
    return _between_arrows(first if first == last else f"{first} to {last}")


def _between_arrows(days: str) -> Line:
    return (
        Piece("◀ ", "key", "screen.pan(-1)"),
        Piece(days, "strong", "screen.next_range"),
        Piece(" ▶", "key", "screen.pan(1)"),
    )


def _gap(line: Line) -> Line:
    return (Piece("   "), *line) if line else ()


def _ranges(shown: Shown) -> Line:
    if shown.span is None:
        return ()
    return tuple(
        Piece(f" {name} ", "chosen" if span == shown.span else "plain", f"screen.range({number})")
        for number, (span, name) in enumerate(zip(SPANS, SHORT_NAMES, strict=True))
    )


def _range(shown: Shown) -> Line:
    return () if shown.span is None else (Piece(shown.span.name, "muted", "screen.next_range"),)
