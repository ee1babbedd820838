"""The diary to a file and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from data import wording
from data.command.frame import DiaryCommand
from data.command.output import say
from data.command.values import ANY_DAY, DAY_HELP
from data.errors import Refused
from data.plain_text import one_line

FILE = click.Path(path_type=Path)
ENDINGS = (".pdf", ".html", ".txt", ".csv", ".json")


@click.command(cls=DiaryCommand)
@click.argument("file", type=FILE)
@click.option("--from", "first", type=ANY_DAY, help=f"The first day: {DAY_HELP}.")
@click.option("--to", "last", type=ANY_DAY, help="The last day, included.")
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@click.option("--no-name", is_flag=True, help="A report without the name.")
@click.option("--bom", is_flag=True, help="A .csv with a byte order mark, which some spreadsheets ask for.")
def export(file: Path, first: date | None, last: date | None, force: bool, no_name: bool, bom: bool) -> None:
    """Write the diary to a file, in the format of its ending.

    .json has everything and is the format to keep, .csv is for a spreadsheet; .pdf, .html and .txt are the report for
    a physiotherapist, since the last visit unless --from says otherwise, without notes that aren't marked for them.

    \b
    itband export diary.json
    itband export november.csv --from 2026-11-01 --to 2026-11-30
    itband export report.pdf
    """
    if first and last and first > last:
        raise Refused(f"The first day, {first}, comes after the last, {last}.")
    match file.suffix.lower():
        case ".json":
            from data.exchange import diary_json

            diary_json.write(file, first=first, last=last, force=force)
        case ".csv":
            from data.exchange import tables_csv

            tables_csv.write(file, first=first, last=last, byte_order_mark=bom, force=force)
        case ".pdf" | ".html" | ".txt":
            from data.exchange import report

            report.write(file, first, last, force=force, with_name=not no_name)
        case _:
            raise Refused(f"{one_line(file.name)} ends in no format that there is: {', '.join(ENDINGS)}.")
    say(f"Written: {file}")


@click.command("import", cls=DiaryCommand)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Only say what it would change.")
def import_(files: tuple[Path, ...], dry_run: bool) -> None:
    """Take the diary of a .json file in. The same file twice changes nothing.

    \b
    itband import diary.json
    """
    for file in files:
        if file.suffix.lower() != ".json":
            raise Refused(f"{one_line(file.name)} has no ending of a format that can be read: .json.")
    from data.exchange import diary_import

    for file in files:
        counts = diary_import.import_diary(file, dry_run=dry_run)
        say(f"{one_line(file.name)}: {wording.counts(counts)}.")
