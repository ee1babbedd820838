"""Looks a diary over, whole or damaged, and says in words what was looked at and what was found. Changes nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from data import backups, calendar_days, fields, store
from data.connection import TROUBLES
from data.errors import Refused
from data.models import TABLES, columns

KINDS = {"INT": "'integer'", "ANY": "'integer', 'real'"}
MOST_TOLD = 5  # of one kind
WAY_BACK = "`itband restore FILE` puts a copy back"


class Finding(NamedTuple):
    """A sentence on one thing that was looked at; ok is False when something is wrong with it."""

    words: str
    ok: bool = True


def check(folder: Path) -> list[Finding]:
    """Everything that can be known of a folder's diary without changing it; never raises for what is wrong with it."""
    found = _diary(store.diary_file(folder))
    for part in (_copies, _modes):
        try:
            found += part(folder)
        except OSError as error:
            found.append(Finding(f"{error.filename or folder} can't be read ({error.strerror}).", False))
    return found


def _diary(file: Path) -> list[Finding]:
    try:
        if what := store.complaint(file):
            return [Finding(f"{file} {what}.", False)]
    except FileNotFoundError:
        return [Finding(f"There is no diary {file}; {WAY_BACK}.", False)]
    except TROUBLES as error:
        why = getattr(error, "strerror", None) or error
        return [Finding(f"{file} can't be read ({why}); {WAY_BACK}.", False)]
    found: list[Finding] = []
    # SQLite checks no CHECK constraint over a connection that only reads: a copy in memory is looked at.
    with closing(sqlite3.connect(":memory:")) as diary:
        try:
            with closing(backups.open_to_read(file)) as source:
                backups.copy_pages(source, diary)
            for part in (_pages, _parts, _references, _values, _history, _rules):
                found += part(diary)
        except TROUBLES as error:
            found.append(Finding(f"{file} can't be read to its end ({error}); {WAY_BACK}.", False))
    return found


def _pages(diary: sqlite3.Connection) -> Iterator[Finding]:
    (pages,) = diary.execute("PRAGMA page_count").fetchone()
    try:
        faults = [" ".join(words.split()) for (words,) in diary.execute("PRAGMA integrity_check(5)")]
    except sqlite3.DatabaseError as error:
        faults = [str(error)]
    yield from _told(
        f"The file is whole: its {pages} pages hold together, and every value is one that its column allows.",
        f"The file is damaged; {WAY_BACK}",
        [] if faults == ["ok"] else faults,
    )


def _parts(diary: sqlite3.Connection) -> Iterator[Finding]:
    yield from _told(
        "All tables are there, and so is what records each change for undo.",
        f"Parts of a diary are missing; {WAY_BACK}",
        store.missing_parts(diary),
    )


def _references(diary: sqlite3.Connection) -> Iterator[Finding]:
    astray = diary.execute("PRAGMA foreign_key_check").fetchall()
    yield from _told(
        "Every reference leads to a row.",
        "References lead nowhere",
        [f"from {table} to {parent}" for table, _, parent, _ in astray],
    )


def _values(diary: sqlite3.Connection) -> Iterator[Finding]:
    wrong = []
    for model in TABLES:
        table = model._meta.table_name
        for _ in diary.execute(f'SELECT * FROM "{table}"'):
            pass  # a text that isn't UTF-8 can't be read, which SQLite itself never notices
        for name in columns(model):
            field = model._meta.columns[name]
            kinds = KINDS.get(field.field_type, "'text'") + (", 'null'" if field.null else "")
            (count,) = diary.execute(
                f'SELECT count(*) FROM "{table}" WHERE typeof("{name}") NOT IN ({kinds})'
            ).fetchone()
            wrong += [f"{count} in {table}.{name}"] if count else []
    yield from _told(
        "Every value is a number, a text or nothing, as its column says.",
        "Values are of another kind than their column",
        wrong,
    )


def _history(diary: sqlite3.Connection) -> Iterator[Finding]:
    steps, undone = diary.execute("SELECT count(*), count(nullif(undone, 0)) FROM step").fetchone()
    idle = diary.execute("SELECT step, replaying FROM history").fetchall() == [(None, 0)]
    yield from _told(
        f"Undo is in order: {_many(steps - undone, 'change')} can be undone, {undone} done again.",
        "Undo is out of order",
        [] if idle else ["a change was left half-way"],
    )
    rows = " UNION ALL ".join(f'SELECT uid FROM "{model._meta.table_name}"' for model in TABLES)
    yield from _told(
        "Nothing that is marked as deleted is still there.",
        "Rows are marked as deleted but are there",
        [uid for (uid,) in diary.execute(f"SELECT uid FROM deletion WHERE uid IN ({rows})")],
    )


def _rules(diary: sqlite3.Connection) -> Iterator[Finding]:
    overlaps = diary.execute(
        "SELECT e.key, later.starts_on FROM prescription former JOIN prescription later USING (exercise) "
        "JOIN exercise e ON e.uid = exercise WHERE former.starts_on < later.starts_on "
        "AND (former.ends_on IS NULL OR former.ends_on >= later.starts_on) ORDER BY 1, 2"
    )
    yield from _told(
        "No two prescriptions of an exercise overlap.",
        "Prescriptions overlap",
        [f"{key} on {day}" for key, day in overlaps],
    )
    twice = diary.execute(
        "SELECT day, side, site FROM pain_log WHERE moment = 'worst' GROUP BY 1, 2, 3 HAVING count(*) > 1"
    )
    yield from _told(
        "No day has two worst pains at one place.",
        "Days have two worst pains at one place",
        [f"{day} ({side} {site})" for day, side, site in twice],
    )
    schedules = diary.execute(
        "SELECT e.key, p.starts_on, p.schedule FROM prescription p JOIN exercise e ON e.uid = p.exercise"
    )
    yield from _told(
        "Every schedule says on which days its exercise is asked for.",
        "Schedules can't be understood",
        [f"{key} from {day}: {words!r}" for key, day, words in schedules if not _is_schedule(words)],
    )
    today = calendar_days.local_now().date().isoformat()
    dated = ("exercise_log", "pain_log", "run", "day_note", "activity_score")
    ahead = sum(
        diary.execute(f"SELECT count(*) FROM {table} WHERE day > ?", (today,)).fetchone()[0]
        for table in dated
    )
    if ahead:
        yield Finding(f"Worth knowing: dated after {today}: {_many(ahead, 'entry', 'entries')}.")


def _is_schedule(words: str) -> bool:
    try:
        fields.schedule(json.loads(words))
    except (Refused, ValueError):
        return False
    return True


def _copies(folder: Path) -> Iterator[Finding]:
    copies = backups.copies(folder)
    if not copies:
        yield Finding("There are no copies yet: one is made on each day of use.")
        return
    yield from _told(
        f"{_many(len(copies), 'copy', 'copies')} can be put back from {backups.folder_of(folder)}.",
        f"Copies in {backups.folder_of(folder)} can't be put back",
        [f"{copy.name} {what}" for copy in copies if (what := _trouble_with(copy))],
    )


def _trouble_with(copy: Path) -> str | None:
    try:
        if what := store.complaint(copy):
            return what
        with closing(backups.open_to_read(copy)) as opened:
            backups.refuse_damaged(opened, copy)
    except Refused:
        return "is damaged"
    except TROUBLES as error:
        return f"can't be read ({getattr(error, 'strerror', None) or error})"
    return None


def _modes(folder: Path) -> Iterator[Finding]:
    files = [*folder.glob("diary.db*"), *folder.glob("config.toml")]
    files += [*backups.copies(folder), *backups.replaced(folder)]
    places = [folder, backups.folder_of(folder)]
    yield from _told(
        "No one else on this machine can read the folder and its files.",
        "Others on this machine can read what is the runner's own",
        [
            f"{path} has mode {mode:04o}, not {'0700' if path.is_dir() else '0600'}"
            for path in [*places, *files]
            if path.exists() and (mode := path.stat().st_mode & 0o777) & 0o077
        ],
    )


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _told(all_is_well: str, otherwise: str, wrong: list[str]) -> Iterator[Finding]:
    """One sentence when nothing is wrong, else one that names the first few."""
    if wrong:
        more = f"; and {len(wrong) - MOST_TOLD} more" if len(wrong) > MOST_TOLD else ""
        yield Finding(f"{otherwise}: {'; '.join(wrong[:MOST_TOLD])}{more}.", False)
    else:
        yield Finding(all_is_well)
