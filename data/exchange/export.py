"""The files that a diary is written to, each in the format of its ending: command and app both write by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import Refused
from data.plain_text import one_line

if TYPE_CHECKING:
    from data.exchange.report import Contents

Progress = Callable[[str, float], None]
"""Called with what is being done and how much of it all is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Format:
    """ending: with its dot. meaning: what it is good for, and what is in it.

    is_report: the page for a physiotherapist, with marked notes alone; else every entry of the diary.
    """

    ending: str
    name: str
    meaning: str
    is_report: bool


FORMATS = (
    Format(".pdf", "PDF", "One A4 page and an appendix, to print or to mail.", True),
    Format(".html", "web page", "The same as one file for a browser.", True),
    Format(".txt", "text", "The same as plain text, for an e-mail or a screen reader.", True),
    Format(
        ".csv",
        "table",
        "Every entry for a spreadsheet, notes that aren't marked too. It can't be read back: "
        "the format to keep is .json.",
        False,
    ),
    Format(
        ".json",
        "diary",
        "The format to keep, which itband reads back: every entry, notes that aren't marked and your name too.",
        False,
    ),
)
BY_ENDING = {one.ending: one for one in FORMATS}


def format_of(path: Path) -> Format | None:
    """The format that the file's ending names."""
    return BY_ENDING.get(path.suffix.lower())


def contents(
    chosen: Format, first: date | None = None, last: date | None = None, *, with_name: bool = True
) -> Contents:
    """What a file of the days from `first` to `last` has in it and what stays; None as for `write`."""
    if not chosen.is_report:
        from data.exchange import diary_contents

        return diary_contents.contents(first, last, as_table=chosen.ending == ".csv")
    from data import plan
    from data.exchange import report

    return report.contents(report.chosen(first, last, plan.today()), with_name=with_name)


def is_empty() -> bool:
    """Whether the diary has no row at all."""
    from data.exchange.diary_format import LISTS

    return not any(model.select().exists() for model in LISTS.values())


def write(
    path: Path,
    first: date | None = None,
    last: date | None = None,
    *,
    force: bool = False,
    with_name: bool = True,
    byte_order_mark: bool = False,
    progress: Progress | None = None,
) -> None:
    """Writes the days from `first` to `last`, both included, in the format of the path's ending.

    Without both, a report begins at the last visit and the other formats carry the whole diary. with_name counts for
    a report alone, byte_order_mark for a table. Refused: another ending, and what `files.write` refuses.
    """
    tell = progress or (lambda doing, share: None)
    match path.suffix.lower():
        case ".pdf" | ".html" | ".txt":
            from data.exchange import report

            report.write(path, first, last, force=force, with_name=with_name, progress=tell)
        case ".csv":
            from data.exchange import tables_csv

            tell("Writing the table", 0)
            tables_csv.write(path, first=first, last=last, byte_order_mark=byte_order_mark, force=force)
        case ".json":
            from data.exchange import diary_json

            tell("Writing the diary", 0)
            diary_json.write(path, first=first, last=last, force=force)
        case _:
            raise Refused(
                f"{one_line(str(path))} is a folder: give the name of a file in it, such as diary.json or report.pdf."
                if path.is_dir()
                else f"{one_line(path.name)} has no ending that tells the format: there are {', '.join(BY_ENDING)}."
            )
