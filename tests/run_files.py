"""Writes small but whole FIT, GPX and TCX files, as watches and their programs do."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import escape, quoteattr

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
FIT_SPORTS = {"generic": 0, "running": 1, "cycling": 2, "fitness equipment": 4, "swimming": 5, "hiking": 17}
FIT_TREADMILL = 1

GPX_NAMESPACE = "http://www.topografix.com/GPX/1/1"
TCX_NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"

KM_PER_DEGREE = 111.3195


@dataclass(frozen=True)
class Outing:
    """One activity to write; None leaves the field out (or, in FIT, marks it invalid)."""

    start: datetime | None = datetime(2026, 11, 20, 17, 30, 0, tzinfo=UTC)
    km: float | None = 5.2
    minutes: float | None = 31.0
    sport: str | None = "running"
    name: str | None = "Evening"


# --- FIT ---------------------------------------------------------------------------------------------


def fit_crc(data: bytes) -> int:
    """CRC-16 with the reflected polynomial 0x8005, bit by bit as the FIT protocol defines it."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def fit_with(records: bytes) -> bytes:
    """A FIT file of these records, with header and checksums."""
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(records), b".FIT")
    body = header + struct.pack("<H", fit_crc(header)) + records
    return body + struct.pack("<H", fit_crc(body))


def fit_file(
    *outings: Outing, utc_offset: int | None = 60, seconds: int = 3, treadmill: bool = False
) -> bytes:
    """An activity file with a session for each outing, `seconds` records and the watch's offset in minutes."""
    started = next((outing.start for outing in outings if outing.start), FIT_EPOCH + timedelta(days=10_000))
    records = _fit_message(0, 0, [(0, "B", 4), (4, "I", _fit_time(started))])
    for step in range(seconds):
        at = _fit_time(started + timedelta(seconds=step))
        records += _fit_message(1, 20, [(253, "I", at), (5, "I", step * 280)])
    for outing in outings:
        records += _fit_session(outing, FIT_TREADMILL if treadmill else 0)
    ended = started + timedelta(hours=1)
    local = None if utc_offset is None else _fit_time(ended + timedelta(minutes=utc_offset))
    fields = [(253, "I", _fit_time(ended)), (1, "H", len(outings)), (5, "I", local)]
    return fit_with(records + _fit_message(3, 34, fields))


def _fit_session(outing: Outing, sub_sport: int) -> bytes:
    sport = None if outing.sport is None else FIT_SPORTS[outing.sport]
    return _fit_message(
        2,
        18,
        [
            (2, "I", outing.start and _fit_time(outing.start)),
            (7, "I", outing.minutes and round((outing.minutes + 5) * 60_000)),
            (8, "I", outing.minutes and round(outing.minutes * 60_000)),
            (9, "I", None if outing.km is None else round(outing.km * 100_000)),
            (5, "B", sport),
            (6, "B", sub_sport),
            (110, "16s", (outing.name or "").encode()),
        ],
    )


def _fit_message(local: int, number: int, fields: Sequence[tuple[int, str, int | bytes | None]]) -> bytes:
    base_types = {"B": 0x00, "H": 0x84, "I": 0x86, "16s": 0x07}
    invalid = {"B": 0xFF, "H": 0xFFFF, "I": 0xFFFFFFFF, "16s": b""}
    definition = struct.pack("<BBBHB", 0x40 | local, 0, 0, number, len(fields))
    for field, code, _ in fields:
        definition += struct.pack("<BBB", field, struct.calcsize(code), base_types[code])
    values = [invalid[code] if value is None else value for _, code, value in fields]
    return definition + bytes([local]) + struct.pack("<" + "".join(code for _, code, _ in fields), *values)


def _fit_time(at: datetime) -> int:
    return round((at - FIT_EPOCH).total_seconds())


# --- GPX ---------------------------------------------------------------------------------------------


def gpx_track(*segments: Outing) -> str:
    """One track; sport and name are the first segment's, each segment runs straight north from one point."""
    first = segments[0]
    name = f"<name>{escape(first.name)}</name>" if first.name is not None else ""
    sport = f"<type>{escape(first.sport)}</type>" if first.sport is not None else ""
    return f"<trk>{name}{sport}{''.join(_gpx_segment(segment) for segment in segments)}</trk>"


def gpx_file(*tracks: str) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" xmlns="{GPX_NAMESPACE}">'
    return f"{head}{''.join(tracks)}</gpx>".encode()


def _gpx_segment(outing: Outing, steps: int = 4) -> str:
    points = ""
    for step in range(steps + 1):
        latitude = 50 + (outing.km or 0) * step / steps / KM_PER_DEGREE
        time = ""
        if outing.start:
            at = outing.start + timedelta(minutes=outing.minutes or 0) * step / steps
            time = f"<time>{xml_time(at)}</time>"
        points += f'<trkpt lat="{latitude:.8f}" lon="8.5"><ele>400</ele>{time}</trkpt>'
    return f"<trkseg>{points}</trkseg>"


# --- TCX ---------------------------------------------------------------------------------------------


def tcx_activity(*laps: Outing, lap_km: bool = True, points: bool = True) -> str:
    """One activity; without `lap_km` its laps say 0 and only its trackpoints count the distance."""
    first = laps[0]
    sport = f" Sport={quoteattr(first.sport)}" if first.sport is not None else ""
    start = f"<Id>{xml_time(first.start)}</Id>" if first.start else ""
    notes = f"<Notes>{escape(first.name)}</Notes>" if first.name is not None else ""
    written = ""
    before = 0.0
    for lap in laps:
        written += _tcx_lap(lap, before, lap_km, points)
        before += lap.km or 0
    return f"<Activity{sport}>{start}{written}{notes}</Activity>"


def tcx_file(*activities: str) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase xmlns="{TCX_NAMESPACE}">'
    return f"{head}<Activities>{''.join(activities)}</Activities></TrainingCenterDatabase>".encode()


def _tcx_lap(lap: Outing, km_before: float, lap_km: bool, points: bool) -> str:
    start = f' StartTime="{xml_time(lap.start)}"' if lap.start else ""
    seconds = f"<TotalTimeSeconds>{lap.minutes * 60}</TotalTimeSeconds>" if lap.minutes is not None else ""
    metres = (lap.km or 0) * 1000
    track = ""
    if points and lap.start:
        for share in (0, 0.5, 1):
            at = lap.start + timedelta(minutes=lap.minutes or 30) * share
            done = km_before * 1000 + metres * share
            track += f"<Trackpoint><Time>{xml_time(at)}</Time>"
            track += f"<DistanceMeters>{done:.2f}</DistanceMeters></Trackpoint>"
    distance = f"<DistanceMeters>{metres if lap_km else 0:.2f}</DistanceMeters>"
    return f"<Lap{start}>{seconds}{distance}<Track>{track}</Track></Lap>"


def xml_time(at: datetime) -> str:
    """ISO 8601 as most programs write it: Z for UTC, else the offset."""
    return at.isoformat().replace("+00:00", "Z")
