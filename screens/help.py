"""`?`: the keys of the screen beneath, read from its active bindings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from screens.active_commands import Command, commands_of, gathered, keys_of
from screens.widgets.dialogs import Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

Group = tuple[str, list[list[Command]]]

OF_FIELDS = "Moving and editing"
SECTIONS = "Sections"
EVERYWHERE = "Everywhere"


def grouped(commands: Sequence[Command], here: str) -> list[Group]:
    """The commands by where they apply: this screen, the sections, everywhere, fields and lists."""
    groups: dict[str, list[Command]] = {here: [], SECTIONS: [], EVERYWHERE: [], OF_FIELDS: []}
    for command in commands:
        if command.id is None:
            if not isinstance(command.node, Screen):  # tab and copy are no secret
                groups[OF_FIELDS].append(command)
        elif command.action.startswith("open_section("):
            groups[SECTIONS].append(command)
        elif command.id.startswith("app."):
            groups[EVERYWHERE].append(command)
        else:
            groups[here].append(command)
    return [(heading, gathered(members)) for heading, members in groups.items() if members]


class KeyTable(Static):
    """One group: its heading, then a line for each command."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-table--heading", "key-table--key", "key-table--off"}

    def __init__(self, heading: str, lines: list[list[Command]], key_width: int) -> None:
        super().__init__()
        self._heading = heading
        self._lines = lines
        self._key_width = key_width

    def render(self) -> Table:
        key_style = self.get_component_rich_style("key-table--key", partial=True)
        off_style = self.get_component_rich_style("key-table--off", partial=True)
        heading_style = self.get_component_rich_style("key-table--heading", partial=True)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.title = Text(self._heading, style=heading_style)
        table.title_justify = "left"
        table.add_column(width=self._key_width)
        table.add_column()
        for line in self._lines:
            off = not any(command.enabled for command in line)
            name = line[0].name if len(line) == 1 else group_name(line)
            table.add_row(
                Text(keys_of(line, all_keys=True), style=off_style if off else key_style),
                Text(name, style=off_style if off else ""),
            )
        return table


def group_name(line: list[Command]) -> str:
    """What the keys of a group do: "Day before · Day after" of two, what their names share of many."""
    names = [command.name for command in line]
    if len(names) < 4:
        return " · ".join(names)
    shared = (len(set(letters)) == 1 for letters in zip(*names, strict=False))
    return names[0][: sum(takewhile(bool, shared))].rstrip(" :")


class HelpScreen(Dialog[None]):
    """The keys, in two columns where there is room; scrolls where there isn't."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,q,f1", "cancel", "close", id="help.close", show=False, tooltip="Close the keys"
        ),
        Binding("k", "scroll(-1)", "up", id="help.up", show=False, tooltip="Scroll up"),
        Binding("j", "scroll(1)", "down", id="help.down", show=False, tooltip="Scroll down"),
        Binding(
            "space", "scroll(9)", "page down", id="help.page-down", show=False, tooltip="Scroll down a page"
        ),
    ]

    def __init__(self, heading: str, groups: list[Group]) -> None:
        super().__init__(heading)
        self._groups = groups

    @classmethod
    def of(cls, screen: Screen[Any], title: str = "This window") -> HelpScreen:
        """Help for the screen as it is now: only what can be done there is listed."""
        return cls("Keys", grouped(commands_of(screen), title))

    def compose_body(self) -> ComposeResult:
        keys = (keys_of(line, all_keys=True) for _, lines in self._groups for line in lines)
        key_width = min(max(map(len, keys)), 12)
        tables = [KeyTable(heading, lines, key_width) for heading, lines in self._groups]
        with Vertical(classes="key-column"):
            yield tables[0]
        with Vertical(classes="key-column"):
            yield from tables[1:]
        yield Static("ctrl+p finds a command by its name.", classes="hint", markup=False)
