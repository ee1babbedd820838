"""The table of subcommands: each is imported when it is called, and all of their errors end here."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from data.command import output
from data.command.frame import list_commands, suggesting

Headings = dict[str, dict[str, str]]


class CommandTable(click.Group):
    """Subcommands under headings, each at its `module:function`."""

    def __init__(self, *args: Any, headings: Headings, **more: Any) -> None:
        super().__init__(*args, **more)
        self._headings = headings
        self._places = {name: place for table in headings.values() for name, place in table.items()}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module, _, name = self._places.get(cmd_name, "").partition(":")
        command: click.Command | None = getattr(import_module(module), name) if module else None
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        with suggesting(self._places, args):
            return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, self._places))
        for heading, table in self._headings.items():
            found = {name: self.get_command(ctx, name) for name in table}
            list_commands(
                formatter, heading, {name: command for name, command in found.items() if command}, width
            )

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from data.guide import ABOUT  # only help needs it

        formatter.write_paragraph()
        formatter.write_text(ABOUT)

    def main(self, args: Sequence[str] | None = None, prog_name: Any = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Runs the program and exits: 0 done, 1 refused, 2 wrong usage, or what a command says of its own."""
        output.be_safe_in_any_encoding()
        try:
            code = super().main(args, "itband", **{**extra, "standalone_mode": False})
        except Exception as error:
            from data.command import troubles

            code = troubles.tell(error)
        sys.exit(code)
