"""Looking after the diary: settings, where it is, copies of it, checks, and taking it away."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from data.command.frame import DiaryCommand, opened, program
from data.command.output import say
from data.plain_text import one_line

FILE = click.Path(path_type=Path)
CONFIG = "config.toml"


@click.command("settings", cls=DiaryCommand)
@click.argument("key", required=False)
@click.argument("value", required=False)
def settings_(key: str | None, value: str | None) -> None:
    """All settings, or one of them, or its new VALUE; "" takes it back to what it is at first.

    \b
    itband settings units mi
    itband settings day_start 04:00
    """
    from data import settings

    if key is None:
        width = max(len(kind.key) for kind in settings.KINDS)
        for kind in settings.KINDS:
            say(one_line(f"{kind.key.ljust(width)} = {settings.get(kind.key) or 'empty'}   {kind.help}"))
    elif value is None:
        say(one_line(settings.get(key)))
    else:
        say(one_line(settings.put(key, value)))


@click.command()
def where() -> None:
    """Every path that belongs to the diary."""
    from data import backups, store

    folder = program().folder
    copies = len(backups.copies(folder))
    for name, path, there in (
        ("Folder", folder, folder.is_dir()),
        ("Diary", store.diary_file(folder), store.diary_file(folder).exists()),
        (f"Copies ({copies})", backups.folder_of(folder), backups.folder_of(folder).is_dir()),
        ("Theme and keys", folder / CONFIG, (folder / CONFIG).exists()),
    ):
        say(f"{name:<16} {one_line(str(path.absolute()))}{'' if there else '  (not there yet)'}")
    say(f"{'Program':<16} {one_line(str(Path(__file__).resolve().parents[2]))}")


@click.command()
def demo() -> None:
    """Twelve weeks of a made-up diary in a throw-away folder, in the app. Your own diary is not touched."""
    from data import demo, diary

    folder = Path(tempfile.mkdtemp(prefix="itband-demo-"))
    try:
        with opened(folder):
            demo.fill(diary.today())
        program().open_app(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    say("The sample diary is gone again.")
