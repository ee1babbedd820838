"""Where a diary lives: every path that belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from data import backups, store
from data.models import database

CONFIG = "config.toml"


class Place(NamedTuple):
    """What is kept there, the absolute path, and whether there is anything yet."""

    name: str
    path: Path
    is_there: bool


def of_diary(folder: Path) -> list[Place]:
    """The places of the diary in a folder, whether or not it is open."""
    copies = len(backups.copies(folder))
    return [
        Place(name, path.absolute(), path.exists())
        for name, path in (
            ("Folder", folder),
            ("Diary", store.diary_file(folder)),
            (f"Copies ({copies})", backups.folder_of(folder)),
            ("Theme and keys", folder / CONFIG),
        )
    ]


def of_open_diary() -> list[Place]:
    return of_diary(Path(database.database).parent)
