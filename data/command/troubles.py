"""The one place that turns an error into a sentence on standard error and an exit code."""

from __future__ import annotations

import sqlite3
import traceback
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from data.command import output
from data.errors import Refused

REFUSED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


def tell(error: BaseException) -> int:
    """Says what went wrong and gives the exit code: 1 refused, 2 wrong usage, 130 interrupted."""
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        output.complain("Stopped.")
        return INTERRUPTED
    if isinstance(error, NoArgsIsHelpError):  # a group such as `activity` without its command
        output.complain_in_lines(error.format_message())
        return WRONG_USAGE
    if isinstance(error, click.ClickException):
        output.complain(_usage(error))
        return WRONG_USAGE
    output.complain(str(error) if isinstance(error, Refused) else _sentence(error))
    return REFUSED


def _usage(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    where = f"See `{context.command_path} --help`." if context else "See `itband --help`."
    if isinstance(error, click.NoSuchOption) and error.option_name[1:2].isdigit():
        return (
            f"{error.option_name} is no option: numbers here are never below zero, and a text that begins "
            f"with a dash goes after `--`. {where}"
        )
    message = error.format_message().rstrip()
    return f"{message}{'' if message.endswith(('.', '?', '!')) else '.'} {where}"


def _sentence(error: BaseException) -> str:
    from peewee import DoesNotExist, PeeweeException

    from data import models, store

    if isinstance(error, (sqlite3.Error, PeeweeException, DoesNotExist)):
        return str(store.explained(error, Path(models.database.database or ".").parent))
    if isinstance(error, OSError):
        named = f"{error.filename}: " if error.filename else ""
        return f"That could not be done: {named}{error.strerror or error}."
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno}"
    return f"itband met a mistake of its own ({place}) and stopped; what it said was saved is saved."
