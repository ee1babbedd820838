"""Undo and redo: every change of the diary is a step, and each step can be taken back, across restarts.

SQLite triggers write the row before and after each change into the table `change`, whichever of command or app made
it; a write outside a step is refused by the same triggers. Undo puts the rows back in reverse order, redo plays them
again. A number comes back to the last bit, a text to the last byte.
Rows that were deleted leave a tombstone in `deletion` (uid and time only) for merging with another diary.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import peewee

from data import calendar_days
from data.errors import Refused
from data.models import TABLES, NumberField, columns, database

LOGGED: dict[str, list[str]] = {
    **{model._meta.table_name: columns(model) for model in TABLES},
    "deletion": ["uid", "at"],
}
NUMBERS = {
    field.column_name
    for model in TABLES
    for field in model._meta.sorted_fields
    if isinstance(field, NumberField)
}
KEPT_STEPS = 1000
KEPT_FOR = timedelta(days=90)
"""A step can be undone for so long, and as long as it is one of the latest so many."""
EVENTS = ("INSERT", "UPDATE", "DELETE")


class Step:
    """One change under way, named by what it does: "Pain 3 on Mon 23 Nov 2026"."""

    def __init__(self, label: str) -> None:
        self.label = label


_open_steps: list[Step] = []


@contextmanager
def step(label: str) -> Iterator[Step]:
    """All writes inside are one transaction and one undo. An exception leaves nothing; nothing changed: no step.

    Inside another step they join it, and an exception takes back what the inner one wrote.
    """
    if _open_steps:
        with database.atomic():
            yield Step(label)  # its own label: what is said of it is not what is said of the whole
        return
    this = Step(label)
    with database.atomic("IMMEDIATE"):
        _open_steps.append(this)
        try:
            cursor = database.execute_sql(
                "INSERT INTO step (at, label, undone) VALUES (?, ?, 0)", (calendar_days.utc_now(), label)
            )
            number = cursor.lastrowid
            database.execute_sql("UPDATE history SET step = ?", (number,))
            yield this
            database.execute_sql("UPDATE history SET step = NULL")
            changed, something_undone = database.execute_sql(
                "SELECT EXISTS (SELECT 1 FROM change WHERE step = ?), EXISTS (SELECT 1 FROM step WHERE undone = 1)",
                (number,),
            ).fetchone()
            if changed:
                if something_undone:
                    _forget("undone = 1")
                if this.label != label:
                    database.execute_sql("UPDATE step SET label = ? WHERE id = ?", (this.label, number))
            else:
                database.execute_sql("DELETE FROM step WHERE id = ?", (number,))
        finally:
            _open_steps.pop()


def undo() -> str:
    """Takes the latest step back and gives its label. Refused when there is none."""
    return _again("NOT undone ORDER BY id DESC", backwards=True, otherwise="There is nothing to undo.")


def redo() -> str:
    """Makes the step that was undone last again and gives its label. Refused when there is none."""
    return _again("undone ORDER BY id", backwards=False, otherwise="There is nothing to redo.")


def forget_all() -> None:
    """Empties undo and redo, with every text they kept."""
    with database.atomic("IMMEDIATE"):
        _forget("1")


def forget_old() -> None:
    """Takes what no one will undo any more out of the diary, text and all: see KEPT_STEPS and KEPT_FOR."""
    oldest = calendar_days.stamp(calendar_days.local_now() - KEPT_FOR)
    latest = f"SELECT id FROM step ORDER BY id DESC LIMIT {KEPT_STEPS}"
    old = f"id < (SELECT min(id) FROM ({latest})) AND at < '{oldest}'"
    if database.execute_sql(f"SELECT 1 FROM step WHERE {old} LIMIT 1").fetchone():
        with database.atomic("IMMEDIATE"):
            _forget(old)


def trigger_names() -> set[str]:
    return {f"history_{table}_{event.lower()}" for table in LOGGED for event in EVENTS}


def install_triggers(file: peewee.SqliteDatabase = database) -> None:
    """Makes the triggers anew, as the tables are now. Migrations call for it: a rebuilt table has lost its own."""
    remove_triggers(file)
    for table, names in LOGGED.items():
        for event in EVENTS:
            file.execute_sql(_trigger(table, names, event))


def remove_triggers(file: peewee.SqliteDatabase = database) -> None:
    rows = file.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'history_*'")
    for (name,) in rows.fetchall():
        file.execute_sql(f'DROP TRIGGER "{name}"')


def _trigger(table: str, names: list[str], event: str) -> str:
    row = "OLD" if event == "DELETE" else "NEW"
    before = "NULL" if event == "INSERT" else _image("OLD", names)
    after = "NULL" if event == "DELETE" else _image("NEW", names)
    tombstone = ""
    if table != "deletion":
        if event == "DELETE":
            tombstone = (
                "INSERT INTO deletion (uid, at) VALUES (OLD.uid, (SELECT at FROM step, history WHERE id = step)) "
                "ON CONFLICT (uid) DO UPDATE SET at = excluded.at;"
            )
        elif event == "INSERT":
            tombstone = "DELETE FROM deletion WHERE uid = NEW.uid;"
    return f"""
        CREATE TRIGGER history_{table}_{event.lower()} AFTER {event} ON "{table}"
        WHEN (SELECT NOT replaying FROM history)
        BEGIN
            SELECT RAISE(ABORT, 'a change outside a step') FROM history WHERE step IS NULL;
            INSERT INTO change (step, table_name, uid, before, after)
            VALUES ((SELECT step FROM history), '{table}', {row}.uid, {before}, {after});
            {tombstone}
        END
    """


def _image(row: str, names: list[str]) -> str:
    """SQL for a row as JSON. Of a number json_object() would keep 15 digits; quote() keeps them all."""

    def value(name: str) -> str:
        column = f'{row}."{name}"'
        return f"json(lower(quote({column})))" if name in NUMBERS else column

    return "json_object(" + ", ".join(f"'{name}', {value(name)}" for name in names) + ")"


def _again(steps: str, *, backwards: bool, otherwise: str) -> str:
    """Plays the first of those steps, back or forth, and gives its label."""
    assert not _open_steps, "a step under way can't be undone"
    with database.atomic("IMMEDIATE"):
        row = database.execute_sql(f"SELECT id, label FROM step WHERE {steps} LIMIT 1").fetchone()
        if row is None:
            raise Refused(otherwise)
        number, label = row
        changes = database.execute_sql(
            "SELECT table_name, before, after FROM change WHERE step = ? ORDER BY id", (number,)
        ).fetchall()
        database.execute_sql("UPDATE history SET replaying = 1")
        for table, before, after in reversed(changes) if backwards else changes:
            _put(table, *((after, before) if backwards else (before, after)))
        database.execute_sql("UPDATE history SET replaying = 0")
        database.execute_sql("UPDATE step SET undone = ? WHERE id = ?", (int(backwards), number))
        return str(label)


def _put(table: str, present: str | None, wanted: str | None) -> None:
    """Makes a row what it was; None: it was not there."""
    there = json.loads(present or "{}")
    values = json.loads(wanted or "{}")
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join("?" * len(values))
    if not there:
        database.execute_sql(f'INSERT INTO "{table}" ({names}) VALUES ({places})', (*values.values(),))
    elif not values:
        database.execute_sql(f'DELETE FROM "{table}" WHERE uid = ?', (there["uid"],))
    else:
        database.execute_sql(
            f'UPDATE "{table}" SET ({names}) = ({places}) WHERE uid = ?', (*values.values(), there["uid"])
        )


def _forget(steps: str) -> None:
    database.execute_sql(f"DELETE FROM change WHERE step IN (SELECT id FROM step WHERE {steps})")
    database.execute_sql(f"DELETE FROM step WHERE {steps}")
