"""Whatever file a command is given: it is taken, or refused in one sentence and the diary is what it was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.exchange import diary_json
from tests.command.conftest import Itband, everything, itband, place, ready, ready_diary
from tests.data.exchange.refusals import WHOLE as DIARY
from tests.run_files import Outing, fit_file, gpx_file, gpx_track, tcx_activity, tcx_file

__all__ = ["everything", "itband", "place", "ready", "ready_diary"]

PLAN = """from = 2026-11-23

[glute-bridge]
name = "Glute bridge"
sets = 2
amount = 10
schedule = "daily"
"""
WHOLE = {
    "json": diary_json.text(DIARY).encode(),
    "gpx": gpx_file(gpx_track(Outing())),
    "tcx": tcx_file(tcx_activity(Outing())),
    "fit": fit_file(Outing()),
    "toml": PLAN.encode(),
}
EXAMPLES = 12
fuzzed = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def contents(draw: st.DrawFn, whole: bytes) -> bytes:
    """Anything at all, or the whole file with bytes changed, taken out, put in and perhaps cut off."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode()))
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content) - 1))
        size = draw(st.integers(0, 6))
        content[at : at + size] = draw(
            st.binary(max_size=6) | st.sampled_from([b"9" * 30, b"\xed\xa0\x80", b"\0"])
        )
    return bytes(content[: draw(st.integers(0, len(content)))] if draw(st.booleans()) else content)


@pytest.mark.parametrize("ending", sorted(WHOLE))
@fuzzed
@given(data=st.data())
def test_any_file_is_taken_or_refused(
    ready: Itband, everything: Callable[[], dict[str, Any]], tmp_path: Path, ending: str, data: st.DataObject
) -> None:
    file = tmp_path / f"given.{ending}"
    file.write_bytes(data.draw(contents(WHOLE[ending])))
    words = ["plan", "import", str(file), "--yes"] if ending == "toml" else ["import", str(file)]
    before = everything()
    said = ready(*words)
    assert said.code in (0, 1)
    if said.code:
        assert len(said.err.splitlines()) == 1
        assert everything() == before
    else:
        assert everything()["steps"] - before["steps"] in (0, 1)


@pytest.mark.parametrize("ending", sorted(WHOLE))
def test_a_dry_run_changes_nothing(
    ready: Itband, everything: Callable[[], dict[str, Any]], tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"whole.{ending}"
    file.write_bytes(WHOLE[ending])
    before = everything()
    group = ["plan"] if ending == "toml" else []
    assert ready(*group, "import", str(file), "--dry-run").code == 0
    assert everything() == before


@fuzzed
@given(content=st.binary(max_size=4000))
def test_any_file_to_be_restored(
    ready: Itband, everything: Callable[[], dict[str, Any]], tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "copy.db"
    file.write_bytes(content)
    before = everything()
    said = ready("restore", str(file))
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert everything() == before


@fuzzed
@given(content=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode()))
def test_any_config_is_no_hindrance(ready: Itband, place: Path, tmp_path: Path, content: bytes) -> None:
    from tui.config import Config

    (place / "config.toml").write_bytes(content)
    assert ready("today").code == 0
    Config.load(place)
