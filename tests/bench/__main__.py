"""The budgets of the design, measured: `python -m tests.bench [--check] [--json] [--quick] [--growth]`.

Each row is a ratio against a baseline taken in the same run, on a diary of ten years made by tests/ten_years.py.
--check exits 1 when one is over budget; --quick takes fewer turns, for a look; --growth shows instead how the times
grow with the diary.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from tests import ten_years
from tests.bench import measure
from tests.bench.measure import python
from tests.terminal import ROOT, itband

TEN_YEARS = 3653
ONE_YEAR = 365
TWELVE_WEEKS = 84
TODAY_WORDS = "Checklist"
BARE = python("-m", "tests.bench.bare_app")
CHECKLIST_ROWS = 5
KEYS = ("space", "backspace")
"""One set more, and one back."""


class Row(NamedTuple):
    """ours and base in seconds, MB or share of a core; the ratio is what the budget is for."""

    what: str
    against: str
    ours: float
    base: float
    budget: float
    unit: str

    @property
    def ratio(self) -> float:
        return self.ours / self.base


def diary_of(days: int, folder: Path) -> Path:
    """A folder with a diary of so many days up to today."""
    from data import store
    from tests.loading import load

    store.open_diary(folder)
    load(ten_years.make(days, date.today()))
    store.close()
    return folder


def rows(scratch: Path, times: int) -> Iterator[Row]:
    ten, twelve = diary_of(TEN_YEARS, scratch / "ten"), diary_of(TWELVE_WEEKS, scratch / "twelve")
    database, export = str(ten / "diary.db"), scratch / "export.json"

    def pair(
        what: str,
        against: str,
        budget: float,
        one: Callable[[], float],
        base: Callable[[], float],
        turns: int = times,
    ) -> Row:
        ours, theirs = measure.medians(one, base, times=turns)
        return Row(what, against, ours, theirs, budget, "s")

    yield pair(
        "first paint of Today, 10 years",
        "a bare Textual app",
        1.3,
        measure.first_paint(itband(ten), TODAY_WORDS),
        measure.first_paint([*BARE, "paint"], "Bare Textual"),
        turns=times * 3,
    )
    bare_rows = [*BARE, "rows", str(CHECKLIST_ROWS)]
    with (
        measure.typing(itband(ten), TODAY_WORDS, KEYS) as ours,
        measure.typing(bare_rows, "Bare Textual", KEYS) as base,
    ):
        yield pair(
            "key to repainted checklist", "the same key in a bare app", 1.5, ours, base, turns=times * 8
        )
    yield pair(
        "itband pain 3",
        "import peewee",
        2,
        measure.command(itband(twelve, "pain", "3")),
        measure.command(python("-c", "import peewee")),
    )
    yield pair(
        "itband today, 10 years",
        "the same with 12 weeks",
        1.2,
        measure.command(itband(ten, "today")),
        measure.command(itband(twelve, "today")),
    )
    first = (date.today() - timedelta(days=TEN_YEARS - 1)).isoformat()
    yield pair(
        "trends --json, 10 years",
        "reading the rows by sqlite3",
        10,
        measure.command(itband(ten, "trends", "--from", first, "--json")),
        measure.command(python("-m", "tests.bench.bare_read", "read", database)),
    )
    yield pair(
        "JSON export, 10 years",
        "sqlite3 and json.dumps",
        3,
        measure.command(itband(ten, "export", str(export), "--force")),
        measure.command(python("-m", "tests.bench.bare_read", "json", database, str(scratch / "bare.json"))),
    )
    idle_seconds = 5.0 * times
    memory, idle = measure.settled(itband(ten), TODAY_WORDS, idle_seconds)
    bare_memory, _ = measure.settled([*BARE, "paint"], "Bare Textual", 1)
    yield Row("memory of the open app", "a bare Textual app", memory, bare_memory, 1.4, "MB")
    yield Row("an idle open app, share of a core", "0.5 %", idle * 100, 0.5, 1, "%")


def growth(scratch: Path, times: int) -> Iterator[tuple[str, list[float]]]:
    """Milliseconds of each work on diaries of twelve weeks, one year and ten years."""
    folders = {days: diary_of(days, scratch / str(days)) for days in (TWELVE_WEEKS, ONE_YEAR, TEN_YEARS)}

    def each(work: Callable[[int, Path], Callable[[], float]]) -> list[float]:
        found = measure.medians(*(work(days, folder) for days, folder in folders.items()), times=times)
        return [seconds * 1000 for seconds in found]

    def whole(days: int, folder: Path) -> Callable[[], float]:
        first = (date.today() - timedelta(days=days - 1)).isoformat()
        return measure.command(itband(folder, "trends", "--from", first, "--json"))

    yield "first paint of Today", each(lambda _, folder: measure.first_paint(itband(folder), TODAY_WORDS))
    yield "itband pain 3", each(lambda _, folder: measure.command(itband(folder, "pain", "3")))
    yield "itband today", each(lambda _, folder: measure.command(itband(folder, "today")))
    yield (
        "itband trends, 12 weeks",
        each(lambda _, folder: measure.command(itband(folder, "trends", "--json"))),
    )
    yield "itband trends, all of it", each(whole)
    yield (
        "JSON export",
        each(
            lambda days, folder: measure.command(
                itband(folder, "export", str(scratch / f"{days}.json"), "--force")
            )
        ),
    )


def shown(row: Row) -> str:
    scale, unit = (1000, "ms") if row.unit == "s" else (1, row.unit)
    verdict = "within" if row.ratio <= row.budget else "OVER"
    return (
        f"{row.what:36}{row.ours * scale:9.1f} {unit:3}{row.base * scale:9.1f} {unit:3}"
        f"{row.ratio:7.2f} × of {row.budget:<5g}{verdict:7} {row.against}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 when a row is over its budget")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--quick", action="store_true", help="fewer turns")
    parser.add_argument("--growth", action="store_true", help="how the times grow with the diary, instead")
    options = parser.parse_args()
    times = 3 if options.quick else 7
    found = []
    measure.compile_all(ROOT)
    if options.growth:
        print(f"{'ms':28}{'12 weeks':>10}{'1 year':>10}{'10 years':>10}")
        with tempfile.TemporaryDirectory() as scratch:
            for what, found_times in growth(Path(scratch), times):
                print(f"{what:28}" + "".join(f"{ms:10.0f}" for ms in found_times), flush=True)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        for row in rows(Path(scratch), times):
            found.append(row)
            if not options.json:
                print(shown(row), flush=True)
    if options.json:
        machine = {"python": platform.python_version(), "system": platform.platform()}
        print(
            json.dumps({"machine": machine, "rows": [{**row._asdict(), "ratio": row.ratio} for row in found]})
        )
    return int(options.check and any(row.ratio > row.budget for row in found))


sys.exit(main())
