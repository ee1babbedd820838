"""Undo and redo: every change of the diary is a step, and each step can be taken back, across restarts.

SQLite triggers write the row before and after each change into the table `change`, whichever of command or app made
it; a write outside a step is refused by the same triggers. Undo puts the rows back in reverse order, redo plays them
again. Values are kept as SQL literals (`quote()`), so that a number comes back to the last bit.
Rows that were deleted leave a tombstone in `deletion` (uid and time only) for merging with another diary.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from data import calendar_days
from data.errors import Refused
from data.models import TABLES, columns, database

LOGGED: dict[str, list[str]] = {
    **{model._meta.table_name: columns(model) for model in TABLES},
    "deletion": ["uid", "at"],
}


class Step:
    """One change under way, named by what it does: "Pain 3 on Mon 23 Nov 2026"."""

    def __init__(self, label: str) -> None:
        self.label = label


_open_steps: list[Step] = []


@contextmanager
def step(label: str) -> Iterator[Step]:
    """All writes inside are one transaction and one undo; inside another they join it. Nothing changed: no step."""
    if _open_steps:
        yield Step(label)
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
            if database.execute_sql("SELECT 1 FROM change WHERE step = ? LIMIT 1", (number,)).fetchone():
                _forget("step IN (SELECT id FROM step WHERE undone)")
                database.execute_sql("UPDATE step SET label = ? WHERE id = ?", (this.label, number))
            else:
                database.execute_sql("DELETE FROM step WHERE id = ?", (number,))
        finally:
            _open_steps.pop()


def undo() -> str:
    """Takes the latest step back and gives its label. Refused when there is none."""
    with database.atomic("IMMEDIATE"):
        row = database.execute_sql(
            "SELECT id, label FROM step WHERE NOT undone ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if row is None:
            raise Refused("There is nothing to undo.")
        _replay(row[0], backwards=True)
        return str(row[1])


def redo() -> str:
    """Makes the step that was undone last again and gives its label. Refused when there is none."""
    with database.atomic("IMMEDIATE"):
        row = database.execute_sql("SELECT id, label FROM step WHERE undone ORDER BY id LIMIT 1").fetchone()
        if row is None:
            raise Refused("There is nothing to redo.")
        _replay(row[0], backwards=False)
        return str(row[1])


def forget_all() -> None:
    """Empties undo and redo, with every text they kept."""
    with database.atomic("IMMEDIATE"):
        _forget("1")


def install_triggers() -> None:
    """Makes the triggers anew, as the tables are now. Migrations call for it: a rebuilt table has lost its own."""
    remove_triggers()
    for table, names in LOGGED.items():
        for event in ("INSERT", "UPDATE", "DELETE"):
            database.execute_sql(_trigger(table, names, event))


def remove_triggers() -> None:
    rows = database.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'history_*'"
    )
    for (name,) in rows.fetchall():
        database.execute_sql(f'DROP TRIGGER "{name}"')


def _trigger(table: str, names: list[str], event: str) -> str:
    def image(row: str, wanted: bool) -> str:
        if not wanted:
            return "NULL"
        return "json_object(" + ", ".join(f"'{name}', quote({row}.\"{name}\")" for name in names) + ")"

    row = "OLD" if event == "DELETE" else "NEW"
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
            VALUES ((SELECT step FROM history), '{table}', {row}.uid,
                    {image("OLD", event != "INSERT")}, {image("NEW", event != "DELETE")});
            {tombstone}
        END
    """


def _replay(number: int, *, backwards: bool) -> None:
    changes = database.execute_sql(
        f"SELECT table_name, uid, before, after FROM change WHERE step = ? ORDER BY id {'DESC' if backwards else ''}",
        (number,),
    ).fetchall()
    database.execute_sql("UPDATE history SET replaying = 1")
    for table, uid, before, after in changes:
        _put(table, uid, before if backwards else after)
    database.execute_sql("UPDATE history SET replaying = 0")
    database.execute_sql("UPDATE step SET undone = ? WHERE id = ?", (int(backwards), number))


def _put(table: str, uid: str, image: str | None) -> None:
    """Makes a row what it was; None: it was not there."""
    if image is None:
        database.execute_sql(f'DELETE FROM "{table}" WHERE uid = ?', (uid,))
        return
    literals: dict[str, str] = json.loads(image)
    names = ", ".join(f'"{name}"' for name in literals)
    updates = ", ".join(f'"{name}" = excluded."{name}"' for name in literals if name != "uid")
    # The literals are SQLite's own quote() of what stood in the row: nothing in them can be read as SQL.
    values = ", ".join(literals.values())
    database.execute_sql(
        f'INSERT INTO "{table}" ({names}) VALUES ({values}) ON CONFLICT (uid) DO UPDATE SET {updates}'
    )


def _forget(condition: str) -> None:
    database.execute_sql(f"DELETE FROM change WHERE {condition}")
    database.execute_sql(
        "DELETE FROM step WHERE id NOT IN (SELECT step FROM change) AND id IS NOT (SELECT step FROM history)"
    )
