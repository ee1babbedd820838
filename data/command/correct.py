"""Corrections: edit and delete any entry by its ID, undo and redo."""

from __future__ import annotations

import click

from data import diary, entries
from data.command.frame import DiaryCommand
from data.command.output import say
from data.command.values import FromDiary
from data.errors import Refused
from data.models import Row
from data.plain_text import one_line

ENTRY = FromDiary("id", entries.find)


@click.command(cls=DiaryCommand)
@click.argument("entry", metavar="ID", type=ENTRY)
@click.argument("fields", nargs=-1, required=True, metavar="FIELD=VALUE...")
def edit(entry: Row, fields: tuple[str, ...]) -> None:
    """Put an entry right. ID is from `itband log` or `itband plan`; FIELD= empties a field. Distances are in km.

    \b
    itband edit 1a2b3c4d level=4 note="after the stairs"
    itband edit 1a2b3c4d day=yesterday
    """
    from data import editing

    texts: dict[str, str] = {}
    for field in fields:
        name, equals, text = field.partition("=")
        if not equals:
            raise click.UsageError(f"{field!r} is no FIELD=VALUE.")
        if name in texts:
            raise Refused(f"{name} is given twice.")
        texts[name] = text
    say(one_line(f"Now: {editing.edit(entry, texts)}"))


@click.command(cls=DiaryCommand)
@click.argument("entry", metavar="ID", type=ENTRY)
def delete(entry: Row) -> None:
    """Delete an entry; what is known of a run's pain goes with it. `itband undo` brings it back."""
    say(one_line(entries.delete(entry)))


@click.command(cls=DiaryCommand)
def undo() -> None:
    """Take the last change back, whichever it was and wherever it was made."""
    say(one_line(diary.undo()))


@click.command(cls=DiaryCommand)
def redo() -> None:
    """Make the change again that was undone last."""
    say(one_line(diary.redo()))
