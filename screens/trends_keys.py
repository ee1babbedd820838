"""The keys of Trends: one definition each, from which footer, help, palette and rebinding follow."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from data.windows import SPANS

_TABS = Binding.Group("tabs", compact=True)
_RANGE = Binding.Group("range", compact=True)
_PERIOD = Binding.Group("period", compact=True)
_DAY = Binding.Group("day", compact=True)


def _key(
    keys: str,
    action: str,
    name: str,
    tooltip: str,
    label: str = "",
    *,
    show: bool = True,
    group: Binding.Group | None = None,
) -> Binding:
    return Binding(keys, action, label or name, id=f"trends.{name}", tooltip=tooltip, show=show, group=group)


TRENDS_KEYS: list[BindingType] = [
    _key("space", "turn", "turn", "What there is no room for", "next"),
    _key("tab", "turn_tab(1)", "next-tab", "Next tab", "tabs"),
    _key("shift+tab", "turn_tab(-1)", "tab-before", "Tab before", show=False),
    *(
        _key(str(number), f"range({number - 1})", f"range-{number}", f"Show {span.name}", group=_RANGE)
        for number, span in enumerate(SPANS, 1)
    ),
    _key("left_square_bracket,less_than_sign", "pan(-1)", "earlier", "Earlier days", group=_PERIOD),
    _key("right_square_bracket,greater_than_sign", "pan(1)", "later", "Later days", group=_PERIOD),
    _key("left", "walk(-1)", "day-before", "Cursor back", group=_DAY),
    _key("right", "walk(1)", "day-after", "Cursor on", group=_DAY),
    _key("shift+left", "leap(-1)", "leap-back", "Cursor back, further", show=False),
    _key("shift+right", "leap(1)", "leap-on", "Cursor on, further", show=False),
    _key("enter", "open_day", "open-day", "Open the day under the cursor on Today", "open"),
    _key("j,down", "climb(1)", "down", "Down", show=False),
    _key("k,up", "climb(-1)", "up", "Up", show=False),
    _key("home", "to_end(-1)", "first", "First day or line", show=False),
    _key("end", "to_end(1)", "last", "Last day or line", show=False),
]
