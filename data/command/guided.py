"""The guided session, straight from the shell."""

from __future__ import annotations

import click

from data.command.frame import program


@click.command()
def session() -> None:
    """The guided session: what is due, one exercise after the other."""
    program().open_app(program().folder, start="session")
