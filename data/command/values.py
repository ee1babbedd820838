"""The kinds of values on a command line. What a value may be is for `data/` to say; here it is only read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from data import calendar_days, plan, settings, typed
from data.errors import Refused, Unreadable
from data.models import Run


class Lookup:
    """A value that can be found once the diary is open; `find` raises Refused, Unreadable for wrong usage."""

    def __init__(
        self,
        find: Callable[[str], Any],
        text: str,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> None:
        self._find = find
        self._text = text
        self._place = ctx, param

    def found(self) -> Any:
        try:
            return self._find(self._text)
        except Unreadable as mistake:
            raise click.BadParameter(str(mistake), *self._place) from None


class FromDiary(click.ParamType):  # type: ignore[type-arg]
    """A value that is looked up in the open diary; `find` raises Refused."""

    def __init__(self, name: str, find: Callable[[str], Any]) -> None:
        self.name = name
        self._find = find

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Lookup:
        return value if isinstance(value, Lookup) else Lookup(self._find, value, param, ctx)


class Typed(click.ParamType):  # type: ignore[type-arg]
    """A number as it is typed; `read` raises Refused for what is none, infinity and numbers below zero too."""

    def __init__(self, name: str, read: Callable[[str, str], float | None]) -> None:
        self.name = name
        self._read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        if isinstance(value, (int, float)):
            return value
        try:
            number = self._read("it", value)
        except Refused as refusal:
            self.fail(str(refusal), param, ctx)
        if number is None:
            self.fail("it can't be empty.", param, ctx)
        return number


def _any_day(text: str) -> date:
    return calendar_days.parse_day(text, plan.today(), future=True)


def _run(start: str) -> Run:
    from data import entries

    found = entries.find(start)
    if not isinstance(found, Run):
        raise Refused(
            f"{start} is no run: {entries.describe(found)}. `itband log` lists the runs with their IDs."
        )
    return found


def _level(what: str, text: str) -> float | None:
    """A level from 0 to 10; one beyond is for `data/` to refuse."""
    try:
        return typed.number(what, text)
    except Refused:
        raise Refused(f"{what} must be a whole number from 0 to 10, not {text.strip()!r}.") from None


NUMBER = Typed("number", typed.number)
LEVEL = Typed("level", _level)
MINUTES = Typed("minutes", typed.minutes)
DAY = FromDiary("day", plan.past_day)
ANY_DAY = FromDiary("day", _any_day)
SINCE = FromDiary("day", settings.problem_since)
EXERCISE = FromDiary("exercise", plan.find_exercise)
RUN = FromDiary("id", _run)

DAY_HELP = "2026-11-20, today, yesterday, or -3 for three days ago"
SINCE_HELP = f"{DAY_HELP}; a month such as 2026-08 is its first day"
DAY_TO_COME_HELP = f"{DAY_HELP}, or a day to come: tomorrow, +3, or 2026-12-01"

day_option = click.option("--day", type=DAY, default="today", help=f"{DAY_HELP}; today unless given.")
