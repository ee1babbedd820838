"""What is read from a watch's file."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from data.exchange.run_files import WatchRun, read
from tests.run_files import (
    Outing,
    fit_file,
    gpx_file,
    gpx_track,
    tcx_activity,
    tcx_file,
)

RUN = Outing()
START = datetime(2026, 11, 20, 17, 30, 0, tzinfo=UTC)
WRITERS = {
    "fit": fit_file,
    "gpx": lambda outing: gpx_file(gpx_track(outing)),
    "tcx": lambda outing: tcx_file(tcx_activity(outing)),
}
SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "runs"


@pytest.fixture(params=WRITERS)
def source(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def write(folder: Path, ending: str, content: bytes, name: str = "run") -> Path:
    path = folder / f"{name}.{ending}"
    path.write_bytes(content)
    return path


def read_one(folder: Path, ending: str, content: bytes) -> WatchRun:
    (run,) = read(write(folder, ending, content))
    return run


def outing_as(source: str, outing: Outing) -> bytes:
    return WRITERS[source](outing)


class TestEachFormat:
    def test_gives_start_distance_time_sport_and_name(self, tmp_path: Path, source: str) -> None:
        run = read_one(tmp_path, source, outing_as(source, RUN))
        assert (run.at, run.km, run.minutes) == (START, 5.2, 31.0)
        assert (run.sport, run.is_run, run.name, run.source) == ("running", True, "Evening", source)

    def test_is_told_by_its_ending_in_any_case(self, tmp_path: Path, source: str) -> None:
        content = outing_as(source, RUN)
        assert read(write(tmp_path, source.upper(), content)) == read(write(tmp_path, source, content))

    def test_keeps_its_id_when_copied_and_renamed(self, tmp_path: Path, source: str) -> None:
        content = outing_as(source, RUN)
        (first,) = read(write(tmp_path, source, content))
        (second,) = read(write(tmp_path, source, content, name="copy (1)"))
        assert first == second
        assert first.source_id == "2026-11-20T17:30:00Z"

    def test_keeps_its_id_when_renamed_or_corrected_in_the_program_that_exports_it(
        self, tmp_path: Path, source: str
    ) -> None:
        corrected = replace(RUN, km=5.3, name="Along the river")
        before = read_one(tmp_path, source, outing_as(source, RUN))
        assert read_one(tmp_path, source, outing_as(source, corrected)).source_id == before.source_id

    def test_has_the_same_id_with_fractions_of_a_second(self, tmp_path: Path) -> None:
        finer = replace(RUN, start=START + timedelta(milliseconds=480))
        assert read_one(tmp_path, "gpx", outing_as("gpx", finer)).at == START

    def test_shows_no_control_characters_in_a_name(self, tmp_path: Path, source: str) -> None:
        hostile = replace(RUN, name="a\tb\u202ec[/x]")
        assert read_one(tmp_path, source, outing_as(source, hostile)).name == "a b c[/x]"

    def test_without_a_time_taken_has_no_minutes(self, tmp_path: Path, source: str) -> None:
        untimed = replace(RUN, minutes=None)
        content = (
            tcx_file(tcx_activity(untimed, points=False)) if source == "tcx" else outing_as(source, untimed)
        )
        assert read_one(tmp_path, source, content).minutes is None

    def test_without_a_sport_leaves_open_whether_it_was_a_run(self, tmp_path: Path, source: str) -> None:
        run = read_one(tmp_path, source, outing_as(source, replace(RUN, sport=None)))
        assert (run.sport, run.is_run) == ("", None)


class TestFit:
    @pytest.mark.parametrize(
        ("day", "offset"), [(datetime(2026, 10, 24, 6), 120), (datetime(2026, 10, 25, 6), 60)]
    )
    def test_tells_the_watchs_offset_on_both_sides_of_a_clock_change(
        self, tmp_path: Path, day: datetime, offset: int
    ) -> None:
        start = day.replace(tzinfo=UTC)
        run = read_one(tmp_path, "fit", fit_file(replace(RUN, start=start), utc_offset=offset))
        assert run.utc_offset == offset
        assert run.at.astimezone(timezone(timedelta(minutes=offset))).hour == 6 + offset // 60

    @pytest.mark.parametrize("offset", [-720, -570, 0, 345, 840])
    def test_tells_any_offset_on_earth(self, tmp_path: Path, offset: int) -> None:
        assert read_one(tmp_path, "fit", fit_file(RUN, utc_offset=offset)).utc_offset == offset

    @pytest.mark.parametrize("offset", [None, 5000, -800])
    def test_tells_no_offset_without_a_usable_local_time(self, tmp_path: Path, offset: int | None) -> None:
        assert read_one(tmp_path, "fit", fit_file(RUN, utc_offset=offset)).utc_offset is None

    def test_counts_the_timer_and_not_the_pauses(self, tmp_path: Path) -> None:
        assert read_one(tmp_path, "fit", fit_file(RUN)).minutes == 31.0

    def test_gives_a_run_for_each_session(self, tmp_path: Path) -> None:
        ride = Outing(START - timedelta(hours=2), km=20, minutes=50, sport="cycling")
        runs = read(write(tmp_path, "fit", fit_file(ride, RUN)))
        assert [(run.sport, run.is_run, run.km) for run in runs] == [
            ("cycling", False, 20),
            ("running", True, 5.2),
        ]

    def test_gives_the_runs_of_chained_files_with_their_own_offsets(self, tmp_path: Path) -> None:
        later = replace(RUN, start=START + timedelta(days=1))
        chained = fit_file(RUN, utc_offset=60) + fit_file(later, utc_offset=-300)
        assert [run.utc_offset for run in read(write(tmp_path, "fit", chained))] == [60, -300]

    def test_takes_a_treadmill_for_a_run(self, tmp_path: Path) -> None:
        indoors = replace(RUN, sport="fitness equipment")
        assert read_one(tmp_path, "fit", fit_file(indoors, treadmill=True)).is_run is True
        assert read_one(tmp_path, "fit", fit_file(indoors)).is_run is False

    def test_leaves_a_generic_sport_open(self, tmp_path: Path) -> None:
        assert read_one(tmp_path, "fit", fit_file(replace(RUN, sport="generic"))).is_run is None


class TestGpx:
    def test_counts_no_distance_and_no_time_between_segments(self, tmp_path: Path) -> None:
        first = Outing(km=2, minutes=10)
        second = Outing(START + timedelta(hours=1), km=3, minutes=20)
        run = read_one(tmp_path, "gpx", gpx_file(gpx_track(first, second)))
        assert (run.km, run.minutes, run.at) == (5, 30, START)

    def test_joins_tracks_that_follow_within_half_an_hour(self, tmp_path: Path) -> None:
        first = Outing(km=2, minutes=10, name="LOG #1")
        second = Outing(START + timedelta(minutes=40), km=3, minutes=20, name="LOG #2")
        run = read_one(tmp_path, "gpx", gpx_file(gpx_track(first), gpx_track(second)))
        assert (run.km, run.minutes, run.name) == (5, 30, "LOG #1")

    def test_gives_a_run_for_each_track_after_a_longer_break(self, tmp_path: Path) -> None:
        morning = replace(RUN, start=START - timedelta(hours=9), km=4)
        runs = read(write(tmp_path, "gpx", gpx_file(gpx_track(RUN), gpx_track(morning))))
        assert [run.km for run in runs] == [4, 5.2]

    def test_gives_a_run_for_each_sport(self, tmp_path: Path) -> None:
        ride = Outing(START + timedelta(minutes=40), km=12, minutes=30, sport="cycling")
        runs = read(write(tmp_path, "gpx", gpx_file(gpx_track(RUN), gpx_track(ride))))
        assert [run.is_run for run in runs] == [True, False]

    def test_leaves_out_empty_tracks_and_planned_routes_among_others(self, tmp_path: Path) -> None:
        planned = replace(RUN, start=None)
        content = gpx_file("<trk><trkseg></trkseg></trk>", gpx_track(planned), gpx_track(RUN))
        assert read_one(tmp_path, "gpx", content).at == START

    def test_tells_the_offset_that_its_times_are_written_with(self, tmp_path: Path) -> None:
        local = replace(RUN, start=START.astimezone(timezone(timedelta(hours=-7))))
        run = read_one(tmp_path, "gpx", gpx_file(gpx_track(local)))
        assert (run.at, run.utc_offset) == (START, -420)

    def test_tells_no_offset_when_its_times_are_utc(self, tmp_path: Path) -> None:
        assert read_one(tmp_path, "gpx", gpx_file(gpx_track(RUN))).utc_offset is None

    def test_takes_a_time_without_a_zone_for_utc(self, tmp_path: Path) -> None:
        naive = replace(RUN, start=START.replace(tzinfo=None))
        assert read_one(tmp_path, "gpx", gpx_file(gpx_track(naive))).at == START

    @pytest.mark.parametrize(
        "sport", ["running", "Run", "TrailRun", "trail_running", "treadmill", "Jogging", "9"]
    )
    def test_takes_every_way_to_say_run(self, tmp_path: Path, sport: str) -> None:
        assert read_one(tmp_path, "gpx", gpx_file(gpx_track(replace(RUN, sport=sport)))).is_run is True

    @pytest.mark.parametrize("sport", ["cycling", "Hike", "walking", "open_water_swimming", "1", "other"])
    def test_takes_no_other_sport_for_a_run(self, tmp_path: Path, sport: str) -> None:
        assert read_one(tmp_path, "gpx", gpx_file(gpx_track(replace(RUN, sport=sport)))).is_run is False

    def test_reads_version_1_0_and_files_without_a_namespace(self, tmp_path: Path) -> None:
        for namespace in (b"http://www.topografix.com/GPX/1/0", b""):
            content = gpx_file(gpx_track(RUN)).replace(b"http://www.topografix.com/GPX/1/1", namespace)
            assert read_one(tmp_path, "gpx", content).km == 5.2

    def test_measures_along_the_surface_over_the_date_line(self, tmp_path: Path) -> None:
        points = (
            '<trkpt lat="0" lon="179.995"><time>2026-11-20T10:00:00Z</time></trkpt>'
            '<trkpt lat="0" lon="-179.995"><time>2026-11-20T10:06:00Z</time></trkpt>'
        )
        run = read_one(tmp_path, "gpx", gpx_file(f"<trk><trkseg>{points}</trkseg></trk>"))
        assert run.km == pytest.approx(1.113, abs=0.005)


class TestTcx:
    def test_sums_up_its_laps(self, tmp_path: Path) -> None:
        second = Outing(START + timedelta(minutes=31), km=1.6, minutes=9)
        run = read_one(tmp_path, "tcx", tcx_file(tcx_activity(RUN, second)))
        assert (run.km, run.minutes, run.at) == (6.8, 40, START)

    def test_falls_back_on_the_trackpoints(self, tmp_path: Path) -> None:
        second = Outing(START + timedelta(minutes=31), km=1.6, minutes=None)
        activity = tcx_activity(replace(RUN, minutes=None), second, lap_km=False)
        run = read_one(tmp_path, "tcx", tcx_file(activity))
        assert (run.km, run.minutes) == (6.8, 61)

    def test_understands_trackpoints_that_begin_anew_with_each_lap(self, tmp_path: Path) -> None:
        anew = tcx_activity(RUN, lap_km=False).replace(
            "</Lap>", "</Lap>" + _lap_of(tcx_activity(RUN, lap_km=False))
        )
        assert read_one(tmp_path, "tcx", tcx_file(anew)).km == 10.4

    def test_gives_a_run_for_each_activity(self, tmp_path: Path) -> None:
        ride = Outing(START + timedelta(days=1), km=20, minutes=50, sport="Biking")
        runs = read(write(tmp_path, "tcx", tcx_file(tcx_activity(RUN), tcx_activity(ride))))
        assert [(run.km, run.is_run) for run in runs] == [(5.2, True), (20, False)]

    def test_gives_an_activity_that_is_there_twice_once(self, tmp_path: Path) -> None:
        assert len(read(write(tmp_path, "tcx", tcx_file(tcx_activity(RUN), tcx_activity(RUN))))) == 1

    def test_leaves_out_an_activity_without_distance_among_others(self, tmp_path: Path) -> None:
        strength = Outing(START + timedelta(days=1), km=0, sport="Other")
        assert read_one(tmp_path, "tcx", tcx_file(tcx_activity(strength), tcx_activity(RUN))).km == 5.2

    def test_says_of_other_that_it_is_no_run(self, tmp_path: Path) -> None:
        run = read_one(tmp_path, "tcx", tcx_file(tcx_activity(replace(RUN, sport="Other"))))
        assert (run.sport, run.is_run) == ("Other", False)

    def test_is_read_with_blanks_before_its_declaration(self, tmp_path: Path) -> None:
        assert read_one(tmp_path, "tcx", b"\n      " + tcx_file(tcx_activity(RUN))).km == 5.2


def _lap_of(activity: str) -> str:
    return activity[activity.index("<Lap") : activity.index("</Lap>") + len("</Lap>")]


def test_the_decoders_are_not_loaded_before_the_first_file() -> None:
    program = (
        "import sys, data.exchange.run_files; "
        "print([m for m in ('fitdecode', 'gpxpy', 'defusedxml', 'xml.etree') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real files are not part of the program")
@pytest.mark.parametrize(
    ("name", "start", "km", "minutes", "utc_offset"),
    [
        ("run-47min.fit", "2015-08-15T14:45:08Z", 9.008, 47.2, 120),
        ("run-short.fit", "2017-06-11T14:34:09Z", 0.158, 0.95, -420),
        ("run-laps.tcx", "2012-12-26T21:29:53Z", 4.689, 33.21, None),
        ("hike-multi-segment.gpx", "2010-08-05T14:23:59Z", 4.58, 70.65, None),
    ],
)
def test_files_of_real_watches(
    name: str, start: str, km: float, minutes: float, utc_offset: int | None
) -> None:
    (run,) = read(SAMPLES / name)
    assert (run.source_id, run.km, run.minutes, run.utc_offset) == (start, km, minutes, utc_offset)
