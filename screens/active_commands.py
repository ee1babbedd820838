"""The commands at hand on a screen, read from its active bindings.

A command is defined once, as a Textual `Binding` with an id. Footer, help and palette all ask here,
so that none of them keeps a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from textual.binding import ActiveBinding, Binding
    from textual.dom import DOMNode
    from textual.screen import Screen


class Command(NamedTuple):
    """What can be done now, and by which keys."""

    id: str | None
    """None: one of Textual's own, such as moving in a field."""
    keys: tuple[str, ...]
    """As shown to the user, the first one in the footer."""
    label: str
    """One or two words, for the footer."""
    name: str
    """What it does, for help and palette."""
    action: str
    node: DOMNode
    """Where the action is looked up, and whose heading the command stands under."""
    enabled: bool
    in_footer: bool
    group: Binding.Group | None
    """Commands of one group share a line in footer and help."""

    async def run(self) -> None:
        await self.node.app.run_action(self.action, self.node)


def commands_of(screen: Screen[Any]) -> list[Command]:
    """The screen's commands from the focused widget outwards, each node's as they were defined."""
    found: dict[tuple[DOMNode, str], list[ActiveBinding]] = {}
    active = screen.active_bindings.values()
    for node in dict.fromkeys(binding.node for binding in active):
        for _key, defined in node._bindings:  # among the active ones a key bound anew comes last
            found[node, defined.action] = []
    for bound in active:
        if bound.binding.description and not bound.binding.system:
            found[bound.node, bound.binding.action].append(bound)
    return [_command(bindings) for bindings in found.values() if bindings]


def key_of(screen: Screen[Any], command_id: str) -> str:
    """The first key of one command, "" when it has none now: asked at every key, so the others are not put together."""
    for bound in screen.active_bindings.values():
        if bound.binding.id == command_id:
            return screen.app.get_key_display(bound.binding)
    return ""


def _command(bindings: list[ActiveBinding]) -> Command:
    node, binding, enabled, _tooltip = bindings[0]
    return Command(
        id=binding.id,
        keys=tuple(dict.fromkeys(node.app.get_key_display(bound.binding) for bound in bindings)),
        label=binding.description,
        name=binding.tooltip or binding.description,
        action=binding.action,
        node=node,
        enabled=enabled,
        in_footer=binding.show,
        group=binding.group,
    )


def gathered(commands: Iterable[Command]) -> list[list[Command]]:
    """The commands in their order, those of one group together where its first one stands."""
    lines: dict[object, list[Command]] = {}
    for command in commands:
        lines.setdefault(command.group or command, []).append(command)
    return list(lines.values())


def keys_of(line: list[Command], *, all_keys: bool = False) -> str:
    """The keys of one command, or of one group: "← →" of two, "0-9" of many."""
    if len(line) == 1:
        return " ".join(line[0].keys) if all_keys else line[0].keys[0]
    keys = [command.keys[0] for command in line]
    return f"{keys[0]}-{keys[-1]}" if len(keys) > 3 else " ".join(keys)
