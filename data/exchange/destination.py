"""Where a file that leaves the diary goes: a usual place, and the one that was typed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from data.errors import Refused
from data.exchange.export import Format, format_of
from data.plain_text import one_line


def usual_folder() -> Path:
    """The folder that the system keeps for documents; the home folder where there is none."""
    import platformdirs

    documents = platformdirs.user_documents_path()
    return documents if _is_folder(documents) else Path.home()


def usual_name(day: date, chosen: Format) -> str:
    """`itband-2026-11-23.pdf`"""
    return f"itband-{day}{chosen.ending}"


def typed(text: str, day: date, chosen: Format) -> Path:
    """The whole path of what was typed. `~` is the home folder, a folder gets a file of the usual name, and a name
    without the format's ending gets it.

    Refused: nothing, the home folder of somebody who has none, or a name in a folder that is gone.
    """
    if not text.strip():
        raise Refused("The file has no name yet: type one.")
    try:
        path = Path(text.strip()).expanduser().absolute()
    except (RuntimeError, OSError):
        raise Refused(f"{one_line(text)} leads nowhere: type the whole path.") from None
    if _is_folder(path):
        path /= usual_name(day, chosen)
    elif path.suffix.lower() != chosen.ending:
        path = path.with_name(path.name + chosen.ending)
    return path


def with_ending(text: str, chosen: Format) -> str:
    """What was typed, with the format's ending in place of another format's."""
    named = format_of(Path(text))
    if named is None or named is chosen:
        return text
    return text[: -len(named.ending)] + chosen.ending


def is_taken(path: Path) -> bool:
    """Whether a file of that name is there."""
    with suppress(OSError, ValueError):
        return path.exists() and not path.is_dir()
    return False


def brief(path: Path) -> str:
    """The path with `~` for the home folder, as `typed` takes it."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def _is_folder(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False
