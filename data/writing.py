"""How a row is written: its times are kept, and only what differs is changed.

The SQL is written out, as for reading: every tick is written before it is shown.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, TypeVar

from data import calendar_days, reading
from data.errors import DELETED, Refused
from data.models import Row, columns, database

AnyRow = TypeVar("AnyRow", bound=Row)


def add(model: type[AnyRow], **values: Any) -> AnyRow:
    now = calendar_days.utc_now()
    row = model(entered_at=now, changed_at=now, **values)
    sql, names = _insertion(model)
    database.execute_sql(sql, _stored(model, {name: row.__data__.get(name) for name in names}))
    return row


@cache
def _insertion(model: type[Row]) -> tuple[str, list[str]]:
    names = columns(model)
    quoted, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    return f'INSERT INTO "{model._meta.table_name}" ({quoted}) VALUES ({places})', names


def change(row: AnyRow, **values: Any) -> AnyRow:
    """Sets columns of a row (an exercise or a run by its uid); one that is all as asked already is left alone.

    Refused when the row is gone.
    """
    if any(row.__data__.get(name) != value for name, value in values.items()):
        values["changed_at"] = calendar_days.utc_now()
        places = ", ".join(f'"{name}" = ?' for name in values)
        written = database.execute_sql(
            f'UPDATE "{row._meta.table_name}" SET {places} WHERE uid = ?',
            [*_stored(type(row), values), row.uid],
        )
        if not written.rowcount:
            raise Refused(DELETED)
        for name, value in values.items():  # of one that couldn't be written, the next try writes all
            setattr(row, name, value)
    return row


def remove(row: Row) -> bool:
    """Whether it was there to be taken out."""
    gone = database.execute_sql(f'DELETE FROM "{row._meta.table_name}" WHERE uid = ?', (row.uid,))
    return bool(gone.rowcount)


def _stored(model: type[Row], values: dict[str, Any]) -> list[Any]:
    """The values of these columns as the table keeps them."""
    return [model._meta.columns[name].db_value(value) for name, value in values.items()]


def find(model: type[AnyRow], **where: Any) -> AnyRow | None:
    """The row with those values, such as its natural key; None without one."""
    condition = " AND ".join(f'"{name}" = ?' for name in where)
    values = [value.isoformat() if isinstance(value, date) else value for value in where.values()]
    return next(iter(reading.read(model, f"WHERE {condition} LIMIT 1", *values)), None)


def put(model: type[AnyRow], where: dict[str, Any], **values: Any) -> AnyRow:
    """Changes the row with that natural key, or adds it."""
    row = find(model, **where)
    return change(row, **values) if row else add(model, **where, **values)
