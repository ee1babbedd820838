"""Runs from watches in the diary: once each, on the runner's own day, what was left out named."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from data import diary, editing, entries, settings
from data.exchange.run_import import RunImport, perhaps_twice, without_pain
from data.models import Run
from tests.run_files import Outing, fit_file, gpx_file, gpx_track, tcx_activity, tcx_file

pytestmark = pytest.mark.usefixtures("folder")

EVENING = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


@pytest.fixture
def outing() -> Outing:
    return Outing(start=EVENING)


@pytest.fixture
def fit(tmp_path: Path, outing: Outing) -> Path:
    return written(tmp_path / "a.fit", fit_file(outing))


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def brought(*files: Path, any_sport: bool = False) -> RunImport:
    found = RunImport(any_sport=any_sport)
    assert list(found.read(files)) == list(files)
    return found


def test_a_run_is_taken_in_once(fit: Path) -> None:
    first = brought(fit)
    first.write()
    again = brought(fit)
    assert (len(first.new), first.same, len(again.new), again.same) == (1, 0, 0, 1)
    assert Run.select().count() == 1


def test_a_copy_beside_it_adds_nothing(fit: Path, tmp_path: Path) -> None:
    found = brought(fit, written(tmp_path / "copy.fit", fit.read_bytes()))
    assert (len(found.new), found.same) == (1, 1)


def test_a_run_whose_day_was_put_right_is_still_the_same(fit: Path, tmp_path: Path, outing: Outing) -> None:
    run = brought(fit).write()[0]
    editing.edit(run, {"day": str(run.day - timedelta(days=1))})
    later = written(
        tmp_path / "later.fit", fit_file(replace(outing, start=outing.start + timedelta(hours=4)))
    )
    again = brought(fit, later)
    assert (len(again.new), again.same) == (1, 1)
    assert len(again.write()) == 1


def test_the_same_run_in_another_format_adds_nothing(fit: Path, tmp_path: Path, outing: Outing) -> None:
    brought(fit).write()
    found = brought(
        written(tmp_path / "a.gpx", gpx_file(gpx_track(outing))),
        written(tmp_path / "a.tcx", tcx_file(tcx_activity(outing))),
    )
    assert (len(found.new), found.same) == (0, 2)


def test_reading_alone_writes_nothing(fit: Path) -> None:
    assert len(brought(fit).new) == 1
    assert Run.select().count() == 0


def test_several_runs_are_one_undo(fit: Path, tmp_path: Path, outing: Outing) -> None:
    earlier = replace(outing, start=EVENING.replace(day=18))
    brought(fit, written(tmp_path / "b.fit", fit_file(earlier))).write()
    assert Run.select().count() == 2
    diary.undo()
    assert Run.select().count() == 0


def test_a_run_that_was_deleted_stays_deleted(fit: Path) -> None:
    (run,) = brought(fit).write()
    entries.delete(run)
    found = brought(fit)
    assert (len(found.new), found.same, found.kept_deleted) == (0, 1, 1)


def test_a_run_after_midnight_belongs_to_the_day_before(tmp_path: Path, outing: Outing) -> None:
    late = replace(outing, start=datetime(2026, 11, 21, 0, 30, tzinfo=UTC))  # 01:30 in Berlin
    file = written(tmp_path / "late.fit", fit_file(late))
    assert brought(file).new[0]["day"] == date(2026, 11, 20)
    settings.put("day_start", "00:00")
    assert brought(file).new[0]["day"] == date(2026, 11, 21)


def test_what_can_not_be_taken_is_named_and_the_rest_goes_in(
    fit: Path, tmp_path: Path, outing: Outing
) -> None:
    ride = written(tmp_path / "ride.tcx", tcx_file(tcx_activity(replace(outing, sport="Biking"))))
    broken = written(tmp_path / "broken.fit", fit.read_bytes()[:-7])
    found = brought(broken, ride, fit)
    assert len(found.new) == 1
    assert [sentence.split()[0] for sentence in found.refused] == [str(broken), str(ride)]


def test_any_sport_is_taken_where_asked_for(tmp_path: Path, outing: Outing) -> None:
    ride = written(tmp_path / "ride.tcx", tcx_file(tcx_activity(replace(outing, sport="Biking"))))
    assert len(brought(ride, any_sport=True).new) == 1


def test_a_run_in_the_future_is_refused(tmp_path: Path, outing: Outing) -> None:
    ahead = written(tmp_path / "ahead.fit", fit_file(replace(outing, start=datetime(2027, 1, 1, tzinfo=UTC))))
    found = brought(ahead)
    assert found.new == []
    assert "still to come" in found.refused[0]


def test_runs_without_pain_are_listed_until_it_is_noted(fit: Path) -> None:
    (run,) = brought(fit).write()
    assert without_pain([run]) == [run]
    diary.log_pain(0, run.day, moment="during", run=run)
    assert without_pain([run]) == []


def test_a_run_of_that_length_typed_in_on_that_day_is_pointed_at(fit: Path) -> None:
    km = brought(fit).new[0]["km"]
    typed = diary.log_run(km * 1.05, date(2026, 11, 20))
    diary.log_run(km * 2, date(2026, 11, 20))
    (run,) = brought(fit).write()
    assert perhaps_twice([run]) == [(run, typed)]
