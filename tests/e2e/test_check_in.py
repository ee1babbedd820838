"""The whole, as a person has it: first run, check-in, back-fill, a change of plan, undo; then told by the command."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from data import calendar_days
from tests.terminal import Terminal, itband, run_itband

YESTERDAY = calendar_days.today() - timedelta(days=1)


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def app(diary: Path, tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(itband(diary), columns=80, lines=24, env={"HOME": str(tmp_path)}) as terminal:
        yield terminal


def first_run(app: Terminal) -> None:
    app.wait_for("Begin a new diary")
    app.send("enter")
    app.wait_for("Before you begin")
    app.send("enter")
    app.wait_for("Which outer knee hurts?")
    app.send("2")
    app.wait_for("Since when?")
    app.send("2026-08-01", "enter")
    app.wait_for("Who said what it is?")
    app.send("enter")
    app.wait_for("Which exercises to begin with?")
    app.send("enter")
    app.wait_for("Checklist")


def told(diary: Path, day: date | None = None) -> dict[str, Any]:
    where = ["--day", day.isoformat()] if day else []
    shown = run_itband(diary, "today", *where, "--json")
    assert shown.returncode == 0, shown.stderr
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


def sets(day: dict[str, Any], key: str) -> list[tuple[str, int]]:
    (found,) = (one for one in day["exercises"] if one["key"] == key)
    return [(log["side"], log["sets_done"]) for log in found["logs"]]


def test_what_is_done_in_the_app_is_there_in_the_command(app: Terminal, diary: Path) -> None:
    first_run(app)
    app.send("3")
    app.wait_for("[3]")
    app.send("space", "space")
    app.wait_for("1 of 4")
    app.send("left")
    app.wait_for(calendar_days.long(YESTERDAY))
    app.send("5")
    app.wait_for("[5]")
    app.send("l")
    app.wait_for("4 in the plan")
    app.send("x")
    app.wait_for("Archive Glute bridge?")
    app.send("y")
    app.wait_for("3 in the plan")
    app.send("u")
    app.wait_for("4 in the plan")
    app.send("q")
    assert app.wait_end() == 0

    today = told(diary)
    assert today["pain"]["worst"] == 3
    assert sets(today, "glute-bridge") == [("both", 2)]
    assert len(today["exercises"]) == 4
    assert told(diary, YESTERDAY)["pain"]["worst"] == 5


def test_a_check_in_of_the_app_is_undone_by_the_command_and_exported(
    app: Terminal, diary: Path, tmp_path: Path
) -> None:
    first_run(app)
    app.send("3")
    app.wait_for("[3]")
    app.send("4")
    app.wait_for("[4]")
    app.send("q")
    assert app.wait_end() == 0
    assert run_itband(diary, "undo").stdout.startswith("Undone: Pain 4")
    assert told(diary)["pain"]["worst"] == 3
    assert run_itband(diary, "export", str(tmp_path / "out.json")).returncode == 0
    exported = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [log["level"] for log in exported["pain_logs"]] == [3]


def test_the_app_shows_what_a_command_in_another_pane_wrote(app: Terminal, diary: Path) -> None:
    first_run(app)
    assert run_itband(diary, "pain", "7").returncode == 0
    app.wait_for("[7]", seconds=10)


def test_first_run_left_half_way_goes_on_where_it_was(diary: Path, tmp_path: Path) -> None:
    with Terminal(itband(diary), env={"HOME": str(tmp_path)}) as app:
        app.wait_for("Begin a new diary")
        app.send("enter")
        app.wait_for("Before you begin")
        app.send("enter")
        app.wait_for("Which outer knee hurts?")
        app.kill()
    with Terminal(itband(diary), env={"HOME": str(tmp_path)}) as app:
        app.wait_for("Which outer knee hurts?")
