"""The budgets of the design, measured: `python -m tests.bench [--check] [--json] [--quick]`.

Each row is a ratio against a baseline taken in the same run, on a diary of ten years made by tests/ten_years.py.
--check exits 1 when one is over budget; --quick takes fewer turns, for a look.
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
    )
    bare_rows = [*BARE, "rows", str(CHECKLIST_ROWS)]
    with (
        measure.typing(itband(ten), TODAY_WORDS, KEYS) as ours,
        measure.typing(bare_rows, "Bare Textual", KEYS) as base,
    ):
        yield pair(
            "key to repainted checklist", "the same key in a bare app", 1.5, ours, base, turns=times * 4
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
    options = parser.parse_args()
    found = []
    measure.compile_all(ROOT)
    with tempfile.TemporaryDirectory() as scratch:
        for row in rows(Path(scratch), 3 if options.quick else 7):
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
