"""The command palette: every command of the screen and the app, themes, and what the sections add.

Texts are literal: the palette reads markup in a plain string, and none in a `Content`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from screens.active_commands import Command, commands_of, gathered
from screens.shell import PaletteEntry

if TYPE_CHECKING:
    from tui.app import ItbandApp

FEW = 4
"""A group of so many commands is found by searching only: ten levels of pain would hide the rest."""


class CommandsOfTheApp(Provider):
    """Asks the active bindings, the themes and the sections; keeps no list of its own."""

    async def discover(self) -> Hits:
        for line in gathered(self._commands()):
            if len(line) < FEW:
                for entry in map(_of_command, line):
                    yield DiscoveryHit(_title(entry), entry.run, entry.title)
        for entry in self._others():
            yield DiscoveryHit(_title(entry), entry.run, entry.title)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for entry in (*map(_of_command, self._commands()), *self._others()):
            score, matched = matcher.fuzzy_search.match(query, entry.title)
            if score > 0:
                title = _title(entry)
                for at in matched:
                    title = title.stylize(matcher.match_style, at, at + 1)
                yield Hit(score, title, entry.run, entry.title)

    def _commands(self) -> list[Command]:
        return [
            command
            for command in commands_of(self.screen)
            if command.id is not None and command.enabled and command.action != "command_palette"
        ]

    def _others(self) -> Iterator[PaletteEntry]:
        app = cast("ItbandApp", self.app)
        for name, words in app.themes.items():
            yield PaletteEntry(f"Theme: {words}", "", partial(app.choose_theme, name))
        for section in app.sections_made():
            yield from section.palette_entries()


def _of_command(command: Command) -> PaletteEntry:
    return PaletteEntry(command.name, " ".join(command.keys), command.run)


def _title(entry: PaletteEntry) -> Content:
    return Content.assemble((entry.title, "bold"), f"  {entry.help}")
