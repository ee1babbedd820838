"""What the settings screen shows, as one list: what the diary keeps, then what belongs to the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from data import settings
from data.settings import Kind
from screens.shell import Shell
from screens.widgets.choice import Option


@dataclass(frozen=True)
class Entry:
    """One setting. check: raises Refused for what can't stand. write: "" takes it back to `default`.

    options: those to choose from, none: a text is typed.
    """

    key: str
    title: str
    help: str
    read: Callable[[], str]
    check: Callable[[str], object]
    write: Callable[[str], object]
    default: str = ""
    options: tuple[Option, ...] = ()


def entries(shell: Shell) -> list[Entry]:
    return [*map(_of_diary, settings.KINDS), _theme(shell)]


def _of_diary(kind: Kind) -> Entry:
    return Entry(
        kind.key,
        kind.title,
        kind.help,
        read=partial(settings.get, kind.key),
        check=kind.entered,
        write=partial(settings.put, kind.key),
        default=kind.default,
        options=tuple(Option(choice, choice) for choice in kind.choices),
    )


def _theme(shell: Shell) -> Entry:
    first = next(iter(shell.themes))
    return Entry(
        "theme",
        "Theme",
        "Kept in config.toml beside the diary, with the keys.",
        read=lambda: shell.theme,
        check=str,
        write=lambda name: shell.choose_theme(name or first),
        default=first,
        options=tuple(Option(name, words) for name, words in shell.themes.items()),
    )
