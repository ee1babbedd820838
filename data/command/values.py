"""The kinds of values on a command line. What a value may be is for `data/` to say; here it is only read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from data import calendar_days, fields, plan
from data.errors import Refused


@dataclass(frozen=True, slots=True)
class Lookup:
    """A value that can be found once the diary is open."""

    find: Callable[[str], Any]
    text: str

    def found(self) -> Any:
        return self.find(self.text)


class FromDiary(click.ParamType):  # type: ignore[type-arg]
    """A value that is looked up in the open diary; `find` raises Refused."""

    def __init__(self, name: str, find: Callable[[str], Any]) -> None:
        self.name = name
        self._find = find

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Lookup:
        return value if isinstance(value, Lookup) else Lookup(self._find, value)


class Number(click.ParamType):  # type: ignore[type-arg]
    """`5`, `-5` and `5.2`; no infinity and nothing that is not a number."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | float:
        if isinstance(value, (int, float)):
            return value
        try:
            return fields.read_number(value)
        except Refused as refusal:
            self.fail(str(refusal), param, ctx)


def _past_day(text: str) -> date:
    return calendar_days.parse_day(text, plan.today())


def _any_day(text: str) -> date:
    return calendar_days.parse_day(text, plan.today(), future=True)


NUMBER = Number()
DAY = FromDiary("day", _past_day)
ANY_DAY = FromDiary("day", _any_day)
EXERCISE = FromDiary("exercise", plan.find_exercise)

DAY_HELP = "2026-11-20, today, yesterday, or -3 for three days ago"

day_option = click.option("--day", type=DAY, default="today", help=f"{DAY_HELP}; today unless given.")
