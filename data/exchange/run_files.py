"""Runs from watches: which files to read, what they hold, and whether it was a run.

Reading changes nothing; whoever calls this writes the runs into the diary. The libraries that decode
the formats are imported at the first file, not before.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.errors import Refused
from data.exchange import fit, gpx, tcx
from data.exchange.recording import Recording, Unreadable, plain
from data.plain_text import one_line

READERS = {".fit": fit.recordings, ".gpx": gpx.recordings, ".tcx": tcx.recordings}

NO_RUN_FILE = (
    "is not a .fit, .gpx or .tcx file, as runs are; a diary is a .json, "
    "and a plan a .toml for `itband plan import`."
)
OTHER_FILES = {
    ".csv": "is a table, for reading only; what can be taken in is the diary as .json, or runs as .fit, .gpx or .tcx.",
    ".toml": "may be a plan: `itband plan import` takes it in.",
}

# Bytes: ten hours in steps of one second are some 3 million as FIT, 10 as GPX and 20 as TCX.
LARGEST = {".fit": 8_000_000, ".gpx": 24_000_000, ".tcx": 24_000_000}

LONGEST_METRES = 1_000_000
LONGEST_SECONDS = 7 * 24 * 3600

# km/h. People change from walking to running near 7, and are slower on average when they mix both as
# they begin again; nobody runs even a few hundred metres much faster than 25.
SLOWEST_RUN = 5.0
FASTEST_RUN = 25.0

UNKNOWN_SPORTS = {"", "generic", "unknown", "uncategorized"}
# 9 is a run in the older GPX exports of Strava, which number their sports.
RUNNING_SPORTS = {"treadmill", "9"}
RUNNING_PARTS = ("run", "jog")


@dataclass(frozen=True)
class WatchRun:
    """One activity as a watch recorded it.

    `at` is the start in UTC, to the second. `utc_offset` is the watch's own, in minutes east of UTC;
    None: the file doesn't say. `km` > 0, to the metre. `minutes` > 0 of moving or timer time where the file
    has it, else elapsed; None: unknown. `sport` and `name` are the file's words, "" when it has none.
    `is_run` None: the file doesn't say. `source` is fit, gpx or tcx.
    """

    at: datetime
    utc_offset: int | None
    km: float
    minutes: float | None
    sport: str
    is_run: bool | None
    source: str
    name: str

    @property
    def source_id(self) -> str:
        """The second of the start, in UTC: nobody begins two runs in one, and it outlives copying, renaming,
        another export and another format, where name, distance and the rest may change."""
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")


def read(path: Path) -> list[WatchRun]:
    """Every activity with a start and a distance in a .fit, .gpx or .tcx file, run or not, in its order.

    Activities without one of the two (a strength session, a planned route) are left out when the file
    has others. Raises `Refused`, naming the file, when none is left or the file can't be trusted.
    """
    ending = _reader_ending(path)
    data = _bytes(path, LARGEST[ending])
    try:
        return _runs(READERS[ending](data), ending.removeprefix("."))
    except Unreadable as reason:
        raise Refused(f"{_shown(path)} {reason}.") from None


def check_sport(run: WatchRun, path: Path) -> None:
    """Raise `Refused` when `run` from `path` is another sport, or names none and has another sport's speed.

    That is an average under 5 km/h or over 25 km/h; without a time nothing is said.
    """
    otherwise = "use --any-sport to take it all the same"
    if run.is_run is False:
        raise Refused(f"{_shown(path)} is “{run.sport}”, not a run; {otherwise}.")
    if run.is_run is None and run.minutes:
        speed = run.km / run.minutes * 60
        if not SLOWEST_RUN <= speed <= FASTEST_RUN:
            looks = "a walk or a hike" if speed < SLOWEST_RUN else "a ride"
            seen = f"{run.km:.1f} km at {speed:.1f} km/h"
            raise Refused(f"{_shown(path)} names no sport and looks like {looks} ({seen}); {otherwise}.")


def expand(paths: Iterable[Path]) -> list[Path]:
    """The run files among `paths`: files as given, folders with all that is in and below them, by name.

    In folders only .fit, .gpx and .tcx count, hidden files don't, and links to folders are not followed.
    A file met twice is there once. Raises `Refused` for a path that doesn't exist, a file of another
    kind, a folder that can't be read, and one without any run file.
    """
    files: dict[Path, Path] = {}
    for path in paths:
        try:
            found = _found(path)
        except OSError as error:
            raise Refused(
                f"{plain(str(path))} can't be read ({error.strerror}); check that you may open it."
            ) from None
        for file in found:
            files.setdefault(file.resolve(), file)
    return list(files.values())


def _found(path: Path) -> list[Path]:
    if path.is_dir():
        files = list(_below(path))
        if not files:
            raise Refused(f"{_shown(path)} holds no .fit, .gpx or .tcx file; name the folder with the runs.")
        return files
    if not path.exists():
        raise Refused(f"There is no file or folder {plain(str(path))}; look at its name.")
    _reader_ending(path)
    return [path]


def _reader_ending(path: Path) -> str:
    """The path's ending in small letters, if there is a reader for it; raises `Refused` else."""
    ending = path.suffix.lower()
    if ending not in READERS:
        raise Refused(f"{_shown(path)} {OTHER_FILES.get(ending, NO_RUN_FILE)}")
    return ending


def _below(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise Refused(f"The folder {plain(str(error.filename))} can't be read; look at its permissions.")

    for where, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(where, name)
            if not name.startswith(".") and file.suffix.lower() in READERS and file.is_file():
                yield file


def _shown(path: Path) -> str:
    """As it was given, or found in the folder that was."""
    return one_line(str(path))


def _bytes(path: Path, largest: int) -> bytes:
    try:
        if not path.is_file():
            # Reading from a pipe or a device could last for ever.
            raise Refused(f"There is no file {plain(str(path))}; look at its name.")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise Refused(
            f"{_shown(path)} can't be read ({error.strerror}); check that you may open it."
        ) from None
    if len(data) > largest:
        raise Refused(
            f"{_shown(path)} is larger than {largest // 1_000_000} MB, too large for a run; export the run on its own."
        )
    if not data.strip():
        raise Refused(f"{_shown(path)} is empty; copy or export it again.")
    return data


def _runs(recordings: list[Recording], source: str) -> list[WatchRun]:
    if not recordings:
        raise Unreadable("holds no recorded activity; look for the file of the run itself")
    for recording in recordings:
        if not 0 <= recording.metres <= LONGEST_METRES:
            raise Unreadable(
                "gives a distance of more than 1000 km, which can't be right; enter the run by hand"
            )
    with_distance = [
        (recording, km) for recording in recordings if (km := round(recording.metres / 1000, 3)) > 0
    ]
    if not with_distance:
        raise Unreadable("holds no distance; enter the run by hand")
    runs: dict[str, WatchRun] = {}
    for recording, km in with_distance:
        if recording.start:
            run = _run(recording, recording.start, km, source)
            runs.setdefault(run.source_id, run)
    if not runs:
        raise Unreadable("doesn't say when the run began; enter the run by hand")
    return list(runs.values())


def _run(recording: Recording, start: datetime, km: float, source: str) -> WatchRun:
    sport = plain(recording.sport)
    return WatchRun(
        at=start.astimezone(UTC).replace(microsecond=0),
        utc_offset=recording.utc_offset,
        km=km,
        minutes=_minutes(recording.seconds),
        sport=sport,
        is_run=_is_run(sport),
        source=source,
        name=plain(recording.name),
    )


def _minutes(seconds: float | None) -> float | None:
    if seconds is None or seconds > LONGEST_SECONDS:
        return None
    return round(seconds / 60, 2) or None


def _is_run(sport: str) -> bool | None:
    word = sport.lower()
    if word in UNKNOWN_SPORTS:
        return None
    return word in RUNNING_SPORTS or any(part in word for part in RUNNING_PARTS)
