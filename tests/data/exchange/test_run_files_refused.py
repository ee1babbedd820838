"""Which files and activities are refused, and that each refusal names the file and says what to do."""

import os
import resource
import struct
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.errors import Refused
from data.exchange.run_files import LARGEST, WatchRun, check_sport, expand, read
from tests.run_files import Outing, fit_crc, fit_file, fit_with, gpx_file, gpx_track, tcx_activity, tcx_file

RUN = Outing()
START = datetime(2026, 11, 20, 17, 30, 0, tzinfo=UTC)
FIT = fit_file(RUN)
GPX = gpx_file(gpx_track(RUN))
TCX = tcx_file(tcx_activity(RUN))
WHOLE = {"fit": FIT, "gpx": GPX, "tcx": TCX}
ENDINGS = sorted(WHOLE)

LAUGHS = (
    '<!DOCTYPE gpx [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)
EXTERNAL = '<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def refusal(folder: Path, ending: str, content: bytes) -> str:
    path = folder / f"evening.{ending}"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read(path)
    sentence = str(refused.value)
    assert sentence.startswith(f"{path} ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


class TestAFile:
    @pytest.mark.parametrize("ending", ENDINGS)
    @pytest.mark.parametrize("content", [b"", b" \n "])
    def test_that_is_empty(self, tmp_path: Path, ending: str, content: bytes) -> None:
        assert "is empty" in refusal(tmp_path, ending, content)

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_that_is_cut_off_anywhere(self, tmp_path: Path, ending: str) -> None:
        whole = WHOLE[ending]
        for length in range(1, len(whole) - 1, 7):
            refusal(tmp_path, ending, whole[:length])
        assert "is cut off" in refusal(tmp_path, ending, whole[: len(whole) // 2])

    def test_that_has_a_flipped_bit_anywhere_in_fit(self, tmp_path: Path) -> None:
        for bit in range(0, len(FIT) * 8, 5):
            flipped = bytearray(FIT)
            flipped[bit // 8] ^= 1 << bit % 8
            refusal(tmp_path, "fit", bytes(flipped))

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_that_is_a_picture(self, tmp_path: Path, ending: str) -> None:
        assert f"a {ending.upper()} file" in refusal(tmp_path, ending, b"\xff\xd8\xff\xe0\x00\x10JFIF" * 40)

    @pytest.mark.parametrize(("ending", "content"), [("gpx", TCX), ("tcx", GPX)])
    def test_that_is_of_another_format(self, tmp_path: Path, ending: str, content: bytes) -> None:
        assert f"is not a {ending.upper()} file" in refusal(tmp_path, ending, content)

    def test_that_is_in_an_encoding_nobody_knows(self, tmp_path: Path) -> None:
        refusal(tmp_path, "gpx", GPX.replace(b"UTF-8", b"KLINGON"))

    def test_that_has_another_ending(self, tmp_path: Path) -> None:
        assert "is not a .fit, .gpx or .tcx file" in refusal(tmp_path, "kml", GPX)

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_that_is_larger_than_any_run(self, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"evening.{ending}"
        with path.open("wb") as file:
            file.truncate(LARGEST[f".{ending}"] + 1)
        with pytest.raises(Refused, match="larger than"):
            read(path)

    def test_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="There is no file"):
            read(tmp_path / "gone.fit")

    def test_that_is_a_folder_or_a_pipe(self, tmp_path: Path) -> None:
        folder = tmp_path / "folder.fit"
        folder.mkdir()
        pipe = tmp_path / "pipe.fit"
        os.mkfifo(pipe)
        for path in (folder, pipe):
            with pytest.raises(Refused, match="There is no file"):
                read(path)

    def test_whose_name_has_escape_codes_is_named_without_them(self, tmp_path: Path) -> None:
        path = tmp_path / "a\x1b[31mb.fit"
        path.write_bytes(b"x")
        with pytest.raises(Refused) as refused:
            read(path)
        assert "\x1b" not in str(refused.value)


class TestHostileXml:
    @pytest.mark.parametrize("declaration", [LAUGHS, EXTERNAL, "<!DOCTYPE gpx>"])
    @pytest.mark.parametrize("ending", ["gpx", "tcx"])
    def test_that_declares_entities_or_a_document_type(
        self, tmp_path: Path, ending: str, declaration: str
    ) -> None:
        content = WHOLE[ending].decode().replace('<?xml version="1.0" encoding="UTF-8"?>', declaration)
        assert "declares XML entities" in refusal(
            tmp_path, ending, content.replace("Evening", "&m;").encode()
        )

    @pytest.mark.parametrize(
        "content",
        [
            b"<gpx>" + b"<a>" * 100_000,
            b"<gpx>" + b"<a/>" * 1_300_000 + b"</gpx>",
            b"<gpx>" + b"".join(b"<a%d/>" % n for n in range(2_000)) + b"</gpx>",
        ],
        ids=["deep", "wide", "names"],
    )
    def test_that_holds_more_than_any_run(self, tmp_path: Path, content: bytes) -> None:
        assert "holds far more" in refusal(tmp_path, "gpx", content)

    def test_takes_little_memory_whatever_it_holds(self, tmp_path: Path) -> None:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        refusal(tmp_path, "gpx", b"<gpx><name>" + b"x" * 20_000_000)
        grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        assert grown_kib < 150 * 1024


class TestAnActivity:
    @pytest.mark.parametrize("ending", ENDINGS)
    @pytest.mark.parametrize("km", [0, 0.0004])
    def test_without_distance(self, tmp_path: Path, ending: str, km: float) -> None:
        assert "holds no distance" in refusal(tmp_path, ending, _written(ending, replace(RUN, km=km)))

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_without_a_start(self, tmp_path: Path, ending: str) -> None:
        assert "doesn't say when" in refusal(tmp_path, ending, _written(ending, replace(RUN, start=None)))

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_dated_by_a_clock_that_was_never_set(self, tmp_path: Path, ending: str) -> None:
        unset = replace(RUN, start=datetime(1989, 12, 31, 0, 4, tzinfo=UTC))
        assert "doesn't say when" in refusal(tmp_path, ending, _written(ending, unset))

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_longer_than_a_thousand_kilometres(self, tmp_path: Path, ending: str) -> None:
        assert "1000 km" in refusal(tmp_path, ending, _written(ending, replace(RUN, km=1001)))

    @pytest.mark.parametrize("written", ["NaN", "-5200", "inf", "1e999", "a lot"])
    def test_with_a_distance_that_is_none(self, tmp_path: Path, written: str) -> None:
        content = TCX.replace(b"<DistanceMeters>5200.00<", f"<DistanceMeters>{written}<".encode())
        assert "where a number should be" in refusal(tmp_path, "tcx", content)

    @pytest.mark.parametrize("written", ["NaN", "-90.1", "north", "1e999"])
    def test_with_a_point_nowhere_on_earth(self, tmp_path: Path, written: str) -> None:
        refusal(tmp_path, "gpx", GPX.replace(b'lat="50.00000000"', f'lat="{written}"'.encode()))

    @pytest.mark.parametrize("written", ["yesterday", "2026-13-40T00:00:00Z", "0001-01-01T00:00:00+14:00"])
    @pytest.mark.parametrize("ending", ["gpx", "tcx"])
    def test_with_a_time_that_is_none(self, tmp_path: Path, ending: str, written: str) -> None:
        content = WHOLE[ending].replace(b"2026-11-20T17:30:00Z", written.encode())
        assert "where a time should be" in refusal(tmp_path, ending, content)

    @pytest.mark.parametrize(
        ("ending", "content"),
        [
            ("fit", fit_file()),
            ("gpx", gpx_file()),
            ("gpx", gpx_file('<rte><rtept lat="50" lon="8"/></rte>')),
            ("tcx", tcx_file()),
            ("tcx", TCX.replace(b"Activities>", b"Courses>").replace(b"Activity", b"Course")),
        ],
    )
    def test_that_is_only_a_course_or_settings(self, tmp_path: Path, ending: str, content: bytes) -> None:
        assert "holds no recorded activity" in refusal(tmp_path, ending, content)


class TestACraftedFitFile:
    @pytest.mark.parametrize(
        "records",
        [
            b"\x02\x00",
            b"\x42\x00\x00\x12\x00\xff",
            b"\xff" * 50,
            bytes.fromhex("42 00 00 12 00 01 02 03 86") + b"\x02abc",
            bytes.fromhex("62 00 00 12 00 00 01 07 04 09") + b"\x02abcd",
        ],
        ids=["undefined", "open definition", "compressed", "odd size", "developer field"],
    )
    def test_with_a_right_checksum(self, tmp_path: Path, records: bytes) -> None:
        refusal(tmp_path, "fit", fit_with(records))

    def test_whose_second_part_is_no_fit(self, tmp_path: Path) -> None:
        assert "is damaged" in refusal(tmp_path, "fit", FIT + b"and something else")

    def test_whose_header_is_too_short(self, tmp_path: Path) -> None:
        header = struct.pack("<BBHI4s", 8, 0x20, 0, 0, b".FIT")
        refusal(tmp_path, "fit", header + struct.pack("<H", fit_crc(header)))


class TestAnotherSport:
    @pytest.mark.parametrize(
        ("ending", "sport"), [("fit", "swimming"), ("fit", "cycling"), ("gpx", "Hike"), ("tcx", "Biking")]
    )
    def test_is_refused_by_name(self, tmp_path: Path, ending: str, sport: str) -> None:
        path = tmp_path / f"tuesday.{ending}"
        path.write_bytes(_written(ending, replace(RUN, sport=sport)))
        (activity,) = read(path)
        with pytest.raises(Refused, match=rf"/tuesday.{ending} is “{sport}”, not a run; .*--any-sport"):
            check_sport(activity, path)

    @pytest.mark.parametrize("minutes", [13.0, 31.0, 62.0, None])
    def test_that_is_not_named_passes_at_the_speed_of_a_run(self, minutes: float | None) -> None:
        check_sport(_unnamed(5.2, minutes), Path("tuesday.gpx"))

    def test_that_is_not_named_but_walks_is_refused(self) -> None:
        with pytest.raises(Refused, match=r"looks like a walk or a hike \(5.2 km at 3.9 km/h\)"):
            check_sport(_unnamed(5.2, 80.0), Path("tuesday.gpx"))

    def test_that_is_not_named_but_rides_is_refused(self) -> None:
        with pytest.raises(Refused, match=r"looks like a ride \(20.0 km at 30.0 km/h\)"):
            check_sport(_unnamed(20.0, 40.0), Path("tuesday.gpx"))

    def test_is_never_read_into_a_run_that_walks(self) -> None:
        check_sport(replace(_unnamed(5.2, 80.0), sport="running", is_run=True), Path("tuesday.gpx"))


class TestPaths:
    def test_of_a_folder_are_its_run_files_by_name_with_those_below(self, tmp_path: Path) -> None:
        for name in ("b.gpx", "a.FIT", "c.tcx", "notes.txt", "2026/d.fit", ".hidden.fit", ".trash/e.fit"):
            _touch(tmp_path / name)
        found = [str(path.relative_to(tmp_path)) for path in expand([tmp_path])]
        assert found == ["a.FIT", "b.gpx", "c.tcx", "2026/d.fit"]

    def test_keep_their_order_and_come_once(self, tmp_path: Path) -> None:
        late, early = _touch(tmp_path / "late.fit"), _touch(tmp_path / "early.fit")
        assert expand([late, tmp_path, early]) == [late, early]

    def test_do_not_follow_links_in_a_circle(self, tmp_path: Path) -> None:
        file = _touch(tmp_path / "runs" / "a.fit")
        (tmp_path / "runs" / "again").symlink_to(tmp_path / "runs")
        (tmp_path / "runs" / "itself.fit").symlink_to(tmp_path / "runs" / "itself.fit")
        assert expand([tmp_path / "runs"]) == [file]

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("gone.fit", "There is no file or folder"),
            ("empty", "holds no .fit, .gpx or .tcx file"),
            ("notes.txt", "is not a .fit, .gpx or .tcx file"),
            ("nul\0.fit", "There is no file or folder"),
            ("long" * 100 + ".fit", "can't be read"),
        ],
    )
    def test_that_lead_to_no_run_file_are_refused(self, tmp_path: Path, name: str, said: str) -> None:
        (tmp_path / "empty").mkdir()
        _touch(tmp_path / "notes.txt")
        with pytest.raises(Refused, match=said):
            expand([tmp_path / name])


def _written(ending: str, outing: Outing) -> bytes:
    match ending:
        case "fit":
            return fit_file(outing)
        case "gpx":
            return gpx_file(gpx_track(outing))
        case _:
            return tcx_file(tcx_activity(outing))


def _unnamed(km: float, minutes: float | None) -> WatchRun:
    return WatchRun(START - timedelta(days=3), None, km, minutes, "", None, "gpx", "")


def _touch(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    return path
