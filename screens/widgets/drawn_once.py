"""Widgets that are drawn when something of them changed, and not with each change of another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip
    from textual.widget import Widget
else:
    Widget = object  # Textual reads the styles of a widget's first base, which is to be Screen or Vertical


class DrawnOnce(Widget):
    """Textual asks every widget on the screen for all its lines whenever a line of one is painted."""

    _drawn: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._drawn is None or self._drawn[0] != crop:
            self._drawn = crop, super().render_lines(crop)
        return self._drawn[1]

    def _set_dirty(self, *regions: Region) -> None:
        self._drawn = None
        super()._set_dirty(*regions)

    def notify_style_update(self) -> None:
        self._drawn = None
        super().notify_style_update()


class Column(DrawnOnce, Vertical):
    """Widgets one below the other."""


class ScrolledColumn(DrawnOnce, VerticalScroll):
    """Widgets one below the other, of which a part is seen."""
