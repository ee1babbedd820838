"""What a subcommand stands in: the program that was asked for, and the diary open while it works."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from data.command.output import complain
from data.command.values import Lookup

LONGEST_HELP = 200  # characters of a line of help; click would cut at 45


class Program:
    """The folder that --data names (None: the usual one), and what lies above `data/` and must be handed down to it.

    open_app: shows the app on a folder's diary, at its section `start` where one is named.
    draw_charts: the panels of trends as text of so many columns.
    theme: the theme of the app on a folder's diary, after the one named (None: as it is, "": as at first) was put on.
    """

    def __init__(
        self,
        named: Path | None,
        open_app: Callable[..., None],
        draw_charts: Callable[..., str],
        theme: Callable[[Path, str | None], str],
    ) -> None:
        self._named = named
        self.open_app = open_app
        self.draw_charts = draw_charts
        self.theme = theme

    @cached_property
    def folder(self) -> Path:
        from data import store

        return self._named or store.default_folder()


def program() -> Program:
    found = click.get_current_context().find_object(Program)
    assert found is not None
    return found


@contextmanager
def opened(folder: Path) -> Iterator[None]:
    """The folder's diary, open for a while."""
    from data import store

    if trouble := store.open_diary(folder):
        complain(trouble)
    try:
        yield
    finally:
        store.close()


@contextmanager
def suggesting(names: Iterable[str], args: list[str]) -> Iterator[None]:
    """Adds the command that was perhaps meant to the complaint that there is none of that name."""
    try:
        yield
    except click.UsageError as mistake:
        from difflib import get_close_matches

        near = get_close_matches(args[0], names, n=1)
        if not near:
            raise
        words = f"No such command {args[0]!r}. Did you mean {near[0]!r}?"
        raise click.UsageError(words, mistake.ctx) from None


class DiaryCommand(click.Command):
    """A command on the open diary. Values that are looked up in it, such as a day or an exercise, are found first."""

    def invoke(self, ctx: click.Context) -> Any:
        with opened(program().folder):
            ctx.params = {name: _found(value) for name, value in ctx.params.items()}
            return super().invoke(ctx)


class DiaryGroup(click.Group):
    """A group of commands on the open diary, such as `plan`."""

    command_class = DiaryCommand

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        with suggesting(self.commands, args):
            return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        list_commands(formatter, "Commands", self.commands, max(map(len, self.commands)))


def list_commands(
    formatter: click.HelpFormatter, heading: str, commands: Mapping[str, click.Command], width: int
) -> None:
    """Commands under a heading, names in a column of that width, each with the whole first sentence of its help."""
    with formatter.section(heading):
        formatter.write_dl(
            [
                (name.ljust(width), command.get_short_help_str(LONGEST_HELP))
                for name, command in commands.items()
            ]
        )


def _found(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_found(one) for one in value)
    return value.found() if isinstance(value, Lookup) else value
