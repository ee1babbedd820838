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
        row = model(__no_default__=True)
        row.__data__.update(zip(names, values_of_row, strict=True))
        for name, convert in conversions.items():
            row.__data__[name] = convert(row.__data__[name])
        found.append(row)
    return found


@cache
def _shape(model: type[Row]) -> tuple[str, list[str], dict[str, Callable[[Any], Any]]]:
    names = columns(model)
    conversions: dict[str, Callable[[Any], Any]] = {
        name: field.python_value
        for name, field in model._meta.columns.items()
        if isinstance(field, DayField | FlagField | ScheduleField)
    }
    selected = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {selected} FROM "{model._meta.table_name}" ', names, conversions
