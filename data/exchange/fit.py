"""Activities in a FIT file, as watches write them."""

import struct
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from data.exchange.recording import Recording, Unreadable, whole_offset

# Numbers of the messages that sum up an activity (file_id, session, activity) or that say what a
# maker's own fields in them mean (field_description, developer_data_id).
SUMMARY_MESSAGES = frozenset({0, 18, 34, 206, 207})

NO_SPORT = {"generic", "all"}

DAMAGED = "is damaged (its checksum or its records don't fit); copy it from the watch again"
CUT_OFF = "is cut off before its end; copy it from the watch again"


def recordings(data: bytes) -> list[Recording]:
    """Every session of a FIT file, in its order (several in a triathlon or a file of chained parts).

    A whole checksum is asked for before anything is decoded. Raises `Unreadable`.
    """
    found: list[Recording] = []
    for part in _parts(data):
        found += _sessions(_summary(part))
    return found


def _parts(data: bytes) -> Iterator[bytes]:
    """The records of each FIT file in `data` (chained files follow each other), their checksums verified."""
    from fitdecode.utils import compute_crc

    start = 0
    while start < len(data):
        header = data[start : start + 12]
        if header[8:] != b".FIT"[: len(header[8:])] or (len(header) == 12 and header[0] < 12):
            raise Unreadable(DAMAGED if start else "is not a FIT file; copy it from the watch again")
        if len(header) < 12:
            raise Unreadable(CUT_OFF)
        first = start + header[0]
        end = first + int.from_bytes(header[4:8], "little")
        if end + 2 > len(data):
            raise Unreadable(CUT_OFF)
        if compute_crc(data[start:end]) != int.from_bytes(data[end : end + 2], "little"):
            raise Unreadable(DAMAGED)
        yield data[first:end]
        start = end + 2


def _summary(records: bytes) -> bytes:
    """A FIT file of the summary messages alone.

    Nearly all of a file is one record a second, which nothing here needs: stepping over them by
    their size makes reading many times faster than decoding them.
    """
    kept = bytearray()
    shapes: dict[int, tuple[int, bool]] = {}
    at = 0
    try:
        while at < len(records):
            header = records[at]
            if header & 0x80:
                size, wanted = shapes[header >> 5 & 3]
                end = at + 1 + size
            elif header & 0x40:
                end, size, wanted = _definition(records, at)
                shapes[header & 15] = size, wanted
            else:
                size, wanted = shapes[header & 15]
                end = at + 1 + size
            if wanted:
                kept += records[at:end]
            at = end
    except (KeyError, IndexError):
        raise Unreadable(DAMAGED) from None
    if at != len(records):
        raise Unreadable(DAMAGED)
    return struct.pack("<BBHI4s", 12, 0x20, 0, len(kept), b".FIT") + kept + b"\0\0"


def _definition(records: bytes, at: int) -> tuple[int, int, bool]:
    """Where the definition message at `at` ends, the size of its data messages, whether they sum up."""
    message = int.from_bytes(records[at + 3 : at + 5], "big" if records[at + 2] else "little")
    end = at + 6 + 3 * records[at + 5]
    size = sum(records[at + 7 : end : 3])
    if records[at] & 0x20:
        fields = end + 1
        end = fields + 3 * records[end]
        size += sum(records[fields + 1 : end : 3])
    return end, size, message in SUMMARY_MESSAGES


def _sessions(summary: bytes) -> list[Recording]:
    import fitdecode

    sessions: list[Any] = []
    offset: int | None = None
    try:
        with fitdecode.FitReader(
            summary, check_crc=fitdecode.CrcCheck.DISABLED, error_handling=fitdecode.ErrorHandling.IGNORE
        ) as reader:
            for frame in reader:
                if not isinstance(frame, fitdecode.FitDataMessage):
                    continue
                if frame.name == "session":
                    sessions.append(frame)
                elif frame.name == "activity":
                    offset = _offset(_value(frame, "timestamp"), _value(frame, "local_timestamp"))
    except Exception:
        # fitdecode meets a crafted file with errors of any kind, from struct.error to AssertionError.
        raise Unreadable(DAMAGED) from None
    return [_recording(session, offset) for session in sessions]


def _recording(session: Any, offset: int | None) -> Recording:
    start = _value(session, "start_time")
    seconds = _amount(session, "total_timer_time")
    return Recording(
        start=start if isinstance(start, datetime) else None,
        metres=_amount(session, "total_distance") or 0.0,
        seconds=_amount(session, "total_elapsed_time") if seconds is None else seconds,
        sport=_sport(_value(session, "sport"), _value(session, "sub_sport")),
        name=_text(_value(session, "sport_profile_name")),
        utc_offset=offset,
    )


def _value(message: Any, field: str) -> Any:
    return message.get_value(field, fallback=None)


def _amount(message: Any, field: str) -> float | None:
    value = _value(message, field)
    return float(value) if isinstance(value, int | float) else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _sport(sport: Any, sub_sport: Any) -> str:
    if isinstance(sport, int):
        return f"FIT sport {sport}"
    if sport == "fitness_equipment" and sub_sport == "treadmill":
        return "treadmill"
    return "" if sport in NO_SPORT else _text(sport).replace("_", " ")


def _offset(utc: Any, local: Any) -> int | None:
    """What the watch's two clocks differ by, in minutes; None without one of them."""
    if not isinstance(utc, datetime) or not isinstance(local, datetime):
        return None
    return whole_offset(local - utc)
