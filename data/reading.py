"""How rows of a table are read as models, where it must be quick: Today reads a day at every key.

The SQL is written out, and only days, flags and schedules are converted: peewee takes longer to put a query together
and to look at each value than SQLite to find them. The tables are STRICT, so a text comes as a text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from data.models import DayField, FlagField, Row, ScheduleField, columns, database

AnyRow = TypeVar("AnyRow", bound=Row)


def read(model: type[AnyRow], rest: str = "", *values: Any) -> list[AnyRow]:
    """Rows of a table; `rest` follows its name in the SQL: "WHERE day = ? ORDER BY at"."""
    select, names, conversions = _shape(model)
    found = []
    for values_of_row in database.execute_sql(select + rest, values).fetchall():
        data = dict(zip(names, values_of_row, strict=True))
        for name, convert in conversions:
            data[name] = convert(data[name])
        row = model.__new__(model)  # what __init__ does besides takes longer than all the rest
        row.__data__, row.__rel__, row._dirty = data, {}, set()  # type: ignore[attr-defined]
        found.append(row)
    return found


@cache
def _shape(model: type[Row]) -> tuple[str, list[str], list[tuple[str, Callable[[Any], Any]]]]:
    names = columns(model)
    conversions: list[tuple[str, Callable[[Any], Any]]] = [
        (name, field.python_value)
        for name, field in model._meta.columns.items()
        if isinstance(field, DayField | FlagField | ScheduleField)
    ]
    selected = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {selected} FROM "{model._meta.table_name}" ', names, conversions
