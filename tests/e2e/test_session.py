"""The guided session in a terminal: killed in the middle it goes on, and a hold takes its time."""

import json
import time
from pathlib import Path

import pyte
import pytest

from tests.terminal import Terminal, itband, run_itband

HOLD = 12
SHORT = 3


@pytest.fixture
def hold(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def diary(tmp_path: Path, hold: int) -> Path:
    """Two holds a side of that many seconds are due, and nothing else."""
    folder = tmp_path / "diary"
    commands = [
        ["setup", "--side", "right", "--programme", "default"],
        *(["plan", "archive", name] for name in ("glute-bridge", "lateral-band-walk", "foam-rolling")),
        ["plan", "set", "itb-stretch", "--sets", "2", "--amount", str(hold), "--sides", "each"],
        *(["settings", f"session_{name}", "1"] for name in ("ready", "rest")),
    ]
    for command in commands:
        done = run_itband(folder, *command)
        assert done.returncode == 0, done.stderr
    return folder


def sets(folder: Path) -> dict[str, int]:
    (stretch,) = json.loads(run_itband(folder, "today", "--json").stdout)["exercises"]
    return {log["side"]: log["sets_done"] for log in stretch["logs"]}


@pytest.mark.parametrize("hold", [SHORT], indirect=True)
def test_a_killed_session_goes_on_where_it_stopped(diary: Path) -> None:
    with Terminal(itband(diary, "session")) as terminal:
        terminal.wait_for("Set 1 of 2 · left side")
        terminal.wait_for("Switch sides: right")
        terminal.kill()
    assert sets(diary) == {"left": 1}
    with Terminal(itband(diary, "session")) as terminal:
        terminal.wait_for("Set 1 of 2 · right side")
        terminal.wait_for("Set 2 of 2 · left side")
        terminal.send("s")
        terminal.wait_for("no time")
        terminal.send("t")
        terminal.wait_for("Pain at the outer knee during it?")
        terminal.send("1")
        terminal.wait_for("1 set in less than a minute")
        terminal.send("q")
        assert terminal.wait_end() == 0
    assert sets(diary) == {"left": 1, "right": 1}
    assert run_itband(diary, "check").returncode == 0


@pytest.mark.parametrize("hold", [HOLD], indirect=True)
def test_a_hold_takes_its_seconds_from_bell_to_bell(diary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bells: list[float] = []
    monkeypatch.setattr(pyte.Screen, "bell", lambda *_: bells.append(time.monotonic()))
    with Terminal(itband(diary, "session")) as terminal:
        terminal.wait_for("Switch sides: right", seconds=HOLD + 20)
    start, ten_left, end = bells
    assert ten_left - start == pytest.approx(HOLD - 10, abs=0.5)
    assert end - start == pytest.approx(HOLD, abs=0.5)
