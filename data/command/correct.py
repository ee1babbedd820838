"""Corrections: edit and delete any entry by its ID, undo and redo."""

from __future__ import annotations

import click

from data import diary
from data.command.frame import DiaryCommand
from data.command.output import say


@click.command(cls=DiaryCommand)
def undo() -> None:
    """Take the last change back, whichever it was and wherever it was made."""
    say(diary.undo())


@click.command(cls=DiaryCommand)
def redo() -> None:
    """Make the change again that was undone last."""
    say(diary.redo())
