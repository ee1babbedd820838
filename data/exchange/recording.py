"""What a file from a watch says about one activity, before anything of it is judged."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LONGEST_TEXT = 200

# A watch that was never set, or lost its battery, dates its activities 1970, 1980 or 1989.
FIRST_YEAR = 1990


class Unreadable(Exception):
    """Why a file can't be taken, as the part of a sentence that follows its name."""


@dataclass(frozen=True)
class Recording:
    """One activity: `start` aware (None: the file has no usable time), `metres` ≥ 0 (0: none recorded),
    `seconds` of moving or timer time where the file has it, else elapsed (None: unknown), `utc_offset`
    of the watch in minutes east of UTC (None: the file doesn't say), `sport` and `name` as written."""

    start: datetime | None
    metres: float
    seconds: float | None
    sport: str = ""
    name: str = ""
    utc_offset: int | None = None


def plain(text: str) -> str:
    """`text` on one line, without control, bidirectional and other invisible characters, cut to 200."""
    visible = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(visible.split())[:LONGEST_TEXT]


def number(text: str) -> float:
    """The number ≥ 0 that `text` writes; raises `Unreadable` for NaN, infinity, a negative or no number."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise Unreadable(f"is damaged: it has “{plain(text)[:30]}” where a number should be; export it again")
    return value


def moment(text: str) -> datetime | None:
    """The aware time that ISO 8601 `text` writes (UTC when it names no zone), None before 1990.

    Raises `Unreadable` for a text that is no time."""
    try:
        at = datetime.fromisoformat(text)
        aware = at if at.tzinfo else at.replace(tzinfo=UTC)
        aware.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unreadable(
            f"is damaged: it has “{plain(text)[:30]}” where a time should be; export it again"
        ) from None
    return aware if aware.year >= FIRST_YEAR else None


def written_offset(at: datetime | None) -> int | None:
    """Minutes east of UTC when `at` was written with a local offset; None for Z and +00:00, which every
    program writes wherever it is."""
    offset = at.utcoffset() if at else None
    return whole_offset(offset) if offset else None


def whole_offset(offset: timedelta) -> int | None:
    """`offset` from UTC in minutes, to the quarter of an hour; None beyond the zones on earth (−12 to +14 h)."""
    minutes = 15 * round(offset / timedelta(minutes=15))
    return minutes if -12 * 60 <= minutes <= 14 * 60 else None
