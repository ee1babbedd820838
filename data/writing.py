"""How a row is written: its times are kept, and only what differs is changed."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from data import calendar_days
from data.models import Row, new_uid

AnyRow = TypeVar("AnyRow", bound=Row)


def add(model: type[AnyRow], **values: Any) -> AnyRow:
    now = calendar_days.utc_now()
    row: AnyRow = model.create(uid=new_uid(), entered_at=now, changed_at=now, **values)
    return row


def change(row: AnyRow, **values: Any) -> AnyRow:
    """Sets fields of a row; one that is all as asked already is left alone."""
    if any(getattr(row, name) != value for name, value in values.items()):
        for name, value in values.items():
            setattr(row, name, value)
        row.changed_at = calendar_days.utc_now()
        row.save(only=[*values, "changed_at"])
    return row


def find(model: type[AnyRow], **where: Any) -> AnyRow | None:
    """The row with those values, such as its natural key; None without one."""
    # Written out, because putting a query together takes longer than running it, and every tick asks.
    condition = " AND ".join(f'"{name}" = ?' for name in where)
    values = [value.isoformat() if isinstance(value, date) else value for value in where.values()]
    rows = model.raw(f'SELECT * FROM "{model._meta.table_name}" WHERE {condition} LIMIT 1', *values)
    return next(iter(rows), None)


def put(model: type[AnyRow], where: dict[str, Any], **values: Any) -> AnyRow:
    """Changes the row with that natural key, or adds it."""
    row = find(model, **where)
    return change(row, **values) if row else add(model, **where, **values)
