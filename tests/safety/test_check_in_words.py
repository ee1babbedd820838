"""`itband check` says in words what it looked at, and exits 1 when something of it is wrong."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import main
from data import backups, diary, setup, store
from tests.safety.on_screen import EXERCISES

LOOKED_AT = [
    "The file is whole",
    "All tables are there",
    "Every reference leads to a row",
    "Every value is a number, a text or nothing",
    "Undo is in order",
    "No two prescriptions of an exercise overlap",
    "No day has two worst pains",
    "Every schedule says",
    "can be put back",
    "No one else on this machine can read",
]


@pytest.fixture
def closed(folder: Path) -> Path:
    setup.set_up(side="right", exercises=EXERCISES.values())
    diary.log_pain(3, diary.today())
    store.close()
    return folder


def check(folder: Path) -> Result:
    return CliRunner().invoke(main.command(), ["--data", str(folder), "check"])


def _change(*statements: str) -> Callable[[Path], None]:
    """Changes the file behind itband's back, as another program may."""

    def change(folder: Path) -> None:
        with closing(sqlite3.connect(store.diary_file(folder), isolation_level=None)) as file:
            file.execute("PRAGMA foreign_keys = 0")
            file.execute("PRAGMA ignore_check_constraints = 1")
            file.execute("UPDATE history SET step = (SELECT max(id) FROM step)")
            for statement in statements:
                file.execute(statement)
            file.execute("UPDATE history SET step = NULL")

    return change


def _cut(folder: Path) -> None:
    file = store.diary_file(folder)
    file.write_bytes(file.read_bytes()[:20_000])


def _spoil_a_copy(folder: Path) -> None:
    backups.todays(folder).write_bytes(b"no diary")


def _show_others(folder: Path) -> None:
    store.diary_file(folder).chmod(0o644)


WRONG = {
    "cut off": (_cut, "can't be read"),
    "gone": (lambda folder: store.diary_file(folder).unlink(), "There is no diary"),
    "a level of 11": (_change("UPDATE pain_log SET level = 11"), "The file is damaged"),
    "a reference": (
        _change("UPDATE exercise_log SET exercise = 'x'", "DELETE FROM exercise"),
        "References lead",
    ),
    "overlap": (
        _change(
            "INSERT INTO prescription SELECT 'x', entered_at, changed_at, exercise, '2026-11-24', NULL, sets, amount, "
            "hold, sides, load, schedule, source, note FROM prescription LIMIT 1"
        ),
        "Prescriptions overlap",
    ),
    "a schedule": (_change("UPDATE prescription SET schedule = '{}'"), "Schedules can't be understood"),
    "a table": (_change("DROP TABLE deletion"), "Parts of a diary are missing"),
    "a trigger": (_change("DROP TRIGGER history_run_insert"), "Parts of a diary are missing"),
    "a copy": (_spoil_a_copy, "can't be put back"),
    "its mode": (_show_others, "Others on this machine can read"),
}


def test_a_sound_diary_is_told_point_by_point(closed: Path) -> None:
    result = check(closed)
    assert result.exit_code == 0
    assert all(any(words in line for line in result.stdout.splitlines()) for words in LOOKED_AT)
    assert all(line.startswith("ok") for line in result.stdout.splitlines())


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_named_and_the_exit_code_is_1(closed: Path, what: str) -> None:
    spoil, words = WRONG[what]
    spoil(closed)
    result = check(closed)
    assert result.exit_code == 1
    (wrong, *_) = [line for line in result.stdout.splitlines() if line.startswith("WRONG")]
    assert words in " ".join(result.stdout.split())
    assert wrong.endswith(".")
    assert result.stderr == ""
