"""The command run in this process on a diary of its own; what it said, and with which exit code."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from time_machine import Traveller

import main
from tests.conftest import standing_clock


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
    return itband_on(place)


def itband_on(folder: Path) -> Itband:
    def run(*words: object) -> Said:
        result = CliRunner().invoke(main.command(), ["--data", str(folder), *map(str, words)])
        assert "mistake of its own" not in result.stderr, result.stderr
        return Said(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture(scope="session")
def ready_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the diary that `ready` copies: five commands are slow to run before hundreds of tests."""
    folder = tmp_path_factory.mktemp("ready") / "diary"
    run = itband_on(folder)
    with standing_clock():
        run("setup", "--side", "right")
        for key in ("glute-bridge", "lateral-band-walk", "foam-rolling", "itb-stretch"):
            run("plan", "set", key, "--from", "-14")
    return folder


@pytest.fixture
def ready(itband: Itband, place: Path, ready_diary: Path) -> Itband:
    """The command on a diary for the right knee with the guide's four exercises, set up two weeks ago."""
    shutil.copytree(ready_diary, place)
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
