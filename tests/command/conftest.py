"""The command run in this process on a diary of its own; what it said, and with which exit code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from time_machine import Traveller

import main


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Itband = Callable[..., Said]


@pytest.fixture
def place(tmp_path: Path, frozen: Traveller) -> Path:
    """The folder that the command is told to use; the clock stands at 20:00 on Monday 23 November 2026."""
    return tmp_path / "diary"


@pytest.fixture
def itband(place: Path) -> Itband:
    def run(*words: object) -> Said:
        result = CliRunner().invoke(main.command(), ["--data", str(place), *map(str, words)])
        assert "mistake of its own" not in result.stderr, result.stderr
        return Said(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def ready(itband: Itband) -> Itband:
    """The command on a diary for the right knee with the guide's four exercises, set up two weeks ago."""
    itband("setup", "--side", "right")
    for key in ("glute-bridge", "lateral-band-walk", "foam-rolling", "itb-stretch"):
        itband("plan", "set", key, "--from", "-14")
    return itband


@pytest.fixture
def everything(place: Path) -> Callable[[], dict[str, Any]]:
    """The whole diary as it stands, and how many steps can be undone."""

    def read() -> dict[str, Any]:
        from data import store
        from data.exchange import diary_json
        from data.models import database

        store.open_diary(place)
        try:
            steps = database.execute_sql("SELECT count(*) FROM step WHERE NOT undone").fetchone()[0]
            return {**diary_json.document("2026-11-23T19:00:00Z"), "steps": steps}
        finally:
            store.close()

    return read
