"""Keys in the order in which they were pressed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import takewhile
from typing import Any

from textual.dom import DOMNode
from textual.screen import Screen


def after_typing(screen: Screen[Any], act: Callable[[], object]) -> None:
    """Acts once the focused field has taken in all that was typed before, unless the screen was left by then.

    A key with priority overtakes the letters on their way to a field: over a slow line a word and its enter come at
    once. So the act goes the way of the letters: to the field, and with what the field says of its change (hence
    the field twice) from parent to parent up to the screen.
    """

    def act_here() -> None:
        if screen.is_current:
            act()

    way: list[DOMNode] = [screen]
    if field := screen.focused:
        parents = takewhile(lambda node: node is not screen, field.ancestors)
        way = [field, field, *parents, screen]
    go: Callable[[], object] = act_here
    for node in reversed(way):
        go = partial(node.call_later, go)
    go()
