"""The diary to a file and back."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import click

from data import calendar_days, history, wording
from data.command.frame import DiaryCommand, program
from data.command.output import complain, say
from data.command.values import ANY_DAY, DAY_HELP
from data.entries import short_id
from data.errors import Refused
from data.plain_text import one_line

FILE = click.Path(path_type=Path)
REFUSED = 1
MOST_NAMED = 10
"""Of files that were left out; of the others there is the number."""


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
    from data.exchange.export import is_empty, write

    write(file, first, last, force=force, with_name=not no_name, byte_order_mark=bom)
    say(f"Written: {file}")
    if is_empty():
        say(f"The diary in {one_line(str(program().folder))} is empty; perhaps another folder was meant.")


@click.command("import", cls=DiaryCommand)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Only say what it would change.")
@click.option("--any-sport", is_flag=True, help="Take a ride, a swim or a hike as a run, too.")
def import_(files: tuple[Path, ...], dry_run: bool, any_sport: bool) -> int:
    """Take in the diary of a .json file, or runs from a watch: .fit, .gpx and .tcx files, or folders of them.

    The same file twice changes nothing.

    \b
    itband import diary.json
    itband import ~/Downloads/run.fit
    itband import watch-folder --dry-run
    """
    diaries = [file for file in files if file.suffix.lower() == ".json"]
    others = [file for file in files if file not in diaries]
    said: list[str] = []
    refused: list[str] = []
    together = len(files) > 1 and diaries and not dry_run  # run files alone are one step as they are
    with history.step(_import_label(files)) if together else nullcontext():
        _import_diaries(diaries, said, refused, dry_run=dry_run)
        if others and not refused:
            _import_runs(others, said, refused, dry_run=dry_run, any_sport=any_sport)
    for line in said:  # of what stands: all of it is written now
        say(line)
    for sentence in refused[:MOST_NAMED]:
        complain(sentence)
    if len(refused) > MOST_NAMED:
        complain(f"And {len(refused) - MOST_NAMED:,} more.")
    return REFUSED if refused else 0


def _import_label(files: tuple[Path, ...]) -> str:
    return f"Import {', '.join(one_line(file.name) for file in files)}"


def _import_diaries(files: list[Path], said: list[str], refused: list[str], *, dry_run: bool) -> None:
    """One diary after the other, up to one that is refused."""
    from data.exchange import diary_import

    for file in files:
        try:
            counts = diary_import.import_diary(file, dry_run=dry_run)
        except Refused as refusal:
            refused.append(str(refusal))
            return
        said.append(f"{one_line(file.name)}: {wording.counts(counts, dry_run=dry_run)}.")


def _import_runs(
    paths: list[Path], said: list[str], refused: list[str], *, dry_run: bool, any_sport: bool
) -> None:
    """Takes in what can be taken, then names the rest."""
    from data.exchange import run_files, run_import

    try:
        files = run_files.expand(paths)
    except Refused as refusal:
        refused.append(str(refusal))
        return
    found = run_import.RunImport(any_sport=any_sport)
    if len(files) > 1 and sys.stderr.isatty():
        with click.progressbar(found.read(files), len(files), "Reading", file=sys.stderr) as bar:
            list(bar)
    else:
        list(found.read(files))
    runs = [] if dry_run else found.write()
    counts = (
        f"{wording.counted(len(files), 'file')}: {_taken(len(found.new), dry_run)}, {found.same} the same"
    )
    left_out = f", {len(found.refused)} left out" if found.refused else ""
    said.append(f"{counts}{left_out}; {wording.UNCHANGED}." if dry_run else f"{counts}{left_out}.")
    if found.kept_deleted:
        said.append(f"{wording.counted(found.kept_deleted, 'run')} that you deleted stay deleted.")
    for run, other in run_import.perhaps_twice(runs):
        said.append(
            f"{short_id(run)} on {run.day} may be the run that you typed in as {short_id(other)}: "
            "`itband delete ID` takes one away."
        )
    if unfelt := run_import.without_pain(runs):
        said.append(
            "Runs without pain noted yet; fill them in with `itband pain 2 --moment during --run ID`, or in the app:"
        )
        for run in unfelt:
            said.append(f"  {short_id(run)}  {calendar_days.short(run.day)}  {wording.run_words(run)}")
    refused += found.refused


def _taken(number: int, dry_run: bool) -> str:
    return f"{wording.counted(number, 'run')} would be new" if dry_run else wording.counted(number, "new run")
