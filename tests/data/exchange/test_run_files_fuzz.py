"""Whatever bytes a run file holds: runs that make sense, or a refusal, never another exception."""

import math
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import Refused
from data.exchange.run_files import read
from tests.run_files import Outing, fit_file, fit_with, gpx_file, gpx_track, tcx_activity, tcx_file

WHOLE = {
    "fit": fit_file(Outing(), Outing(sport="cycling")),
    "gpx": gpx_file(gpx_track(Outing()), gpx_track(Outing(sport=None))),
    "tcx": tcx_file(tcx_activity(Outing(), Outing())),
}
FIT_HEADER, FIT_CHECKSUM = 14, 2

fuzzed = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def assert_sensible_or_refused(folder: Path, ending: str, content: bytes) -> None:
    path = folder / f"fuzzed.{ending}"
    path.write_bytes(content)
    try:
        runs = read(path)
    except Refused as refused:
        assert str(refused).startswith(f"{path} ")
        return
    assert runs
    for run in runs:
        assert 0 < run.km <= 1000
        assert run.minutes is None or 0 < run.minutes < math.inf
        assert run.at.tzinfo is UTC
        assert run.at.year >= 1989
        assert run.utc_offset is None or -720 <= run.utc_offset <= 840
        assert (run.name + run.sport).isprintable()
        assert run.source == ending


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """`whole` with some bytes changed, taken out or put in, and perhaps cut off."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(content) - 1))
        change = draw(st.sampled_from(["flip", "drop", "insert"]))
        if change == "flip":
            content[at] ^= draw(st.integers(1, 255))
        elif change == "drop":
            del content[at : at + draw(st.integers(1, 8))]
        else:
            content[at:at] = draw(st.binary(min_size=1, max_size=8))
    if draw(st.booleans()):
        del content[draw(st.integers(1, len(content))) :]
    return bytes(content)


@pytest.mark.parametrize("ending", sorted(WHOLE))
@fuzzed
@given(content=st.binary(max_size=400))
def test_random_bytes(tmp_path: Path, ending: str, content: bytes) -> None:
    assert_sensible_or_refused(tmp_path, ending, content)


@pytest.mark.parametrize("ending", sorted(WHOLE))
@fuzzed
@given(data=st.data())
def test_damaged_files(tmp_path: Path, ending: str, data: st.DataObject) -> None:
    assert_sensible_or_refused(tmp_path, ending, data.draw(damaged(WHOLE[ending])))


@fuzzed
@given(records=st.binary(max_size=300))
def test_random_fit_records_under_a_right_checksum(tmp_path: Path, records: bytes) -> None:
    assert_sensible_or_refused(tmp_path, "fit", fit_with(records))


@fuzzed
@given(records=damaged(WHOLE["fit"][FIT_HEADER:-FIT_CHECKSUM]))
def test_damaged_fit_records_under_a_right_checksum(tmp_path: Path, records: bytes) -> None:
    assert_sensible_or_refused(tmp_path, "fit", fit_with(records))


@pytest.mark.parametrize("ending", ["gpx", "tcx"])
@fuzzed
@given(text=st.text(max_size=40), field=st.sampled_from([b"Evening", b"running", b"2026-11-20T17:30:00Z"]))
def test_any_text_in_a_field(tmp_path: Path, ending: str, text: str, field: bytes) -> None:
    written = text.encode("utf-8", "surrogatepass")
    assert_sensible_or_refused(tmp_path, ending, WHOLE[ending].replace(field, written))
