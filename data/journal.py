"""The diary day by day, newest first: which days have an entry or fit a filter, and what one line says of each.

Which days there are is read for all years at once, what stands on a day only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data import adherence, entries, lately, notes, pain, rows, work
from data.entries import FROM_A_DAY, IN_A_DAY
from data.models import ActivityScore, Row, database
from data.pain import Episodes
from data.work import Work

TEXTS = (
    ("day_note", "text"),
    ("event", "text"),
    ("exercise_log", "note"),
    ("pain_log", "note"),
    ("pain_log", "medication"),
    ("run", "note"),
)
"""Where words of the runner's own stand, by table and column; the day's note first."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A day must fit all that is said. words: all of them in one note, event or medication, capitals or not.

    pain_from: pain of the day of at least so many points (0–10). skipped: an exercise was skipped. for_physio: a note
    marked for the physiotherapist, or with a question for them.
    """

    words: str = ""
    pain_from: int | None = None
    skipped: bool = False
    for_physio: bool = False


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Glance:
    """What one line says of a day.

    worst: pain of the day, 0–10, None without one; elsewhere: the highest pain of other places and the other side.
    km: run that day, None without a run. skipped: why exercises were skipped, each reason once. events: their kinds.
    texts: the runner's own words, the day's note first.
    """

    day: date
    worst: int | None
    elsewhere: int | None
    work: Work
    km: float | None
    skipped: tuple[str, ...]
    events: tuple[str, ...]
    for_physio: bool
    texts: tuple[str, ...]


def days(wanted: Filter = EVERYTHING) -> list[date]:
    """The days that have an entry of any kind and fit the filter, newest first."""
    found = _entered()
    if wanted.words.split():
        found &= _with_words(wanted.words)
    if wanted.pain_from is not None:
        found &= _with_pain(wanted.pain_from)
    if wanted.skipped:
        found &= _days_of("SELECT DISTINCT day FROM exercise_log WHERE skipped IS NOT NULL")
    if wanted.for_physio:
        found &= _for_physio("1")
    return sorted(map(date.fromisoformat, found), reverse=True)


def _entered() -> set[str]:
    tables = (model._meta.table_name for model in IN_A_DAY)
    return _days_of(" UNION ".join(f'SELECT day FROM "{table}"' for table in tables))


def _days_of(sql: str) -> set[str]:
    return {day for (day,) in database.execute_sql(sql)}


def _with_words(words: str) -> set[str]:
    return {
        day
        for table, column in TEXTS
        for day, text in database.execute_sql(f"SELECT day, {column} FROM {table} WHERE {column} <> ''")
        if holds(text, words)
    }


def holds(text: str, words: str) -> bool:
    """Whether a text has all the words or parts of words, capitals or not."""
    folded = text.casefold()
    return all(word in folded for word in words.casefold().split())


def _with_pain(level: int) -> set[str]:
    worst = pain.pain_of_days(rows.highest_pain(1, date.max.toordinal()), Episodes(rows.starts()))
    return {date.fromordinal(day).isoformat() for day, felt in worst.items() if felt >= level}


def _for_physio(where: str, *values: str) -> set[str]:
    found = database.execute_sql(f"SELECT day, text, for_physio FROM day_note WHERE {where}", values)
    return {day for day, text, marked in found if marked or notes.questions(text)}


def glance(day: date, today: date, episodes: Episodes) -> Glance:
    """What one line says of a day; `today`, the diary's civil day, is provisional."""
    here = day.toordinal()
    felt, logs = rows.pain(here, here), rows.logs(here, here)
    side = episodes.side(here)
    return Glance(
        day=day,
        worst=pain.pain_of_days(felt, episodes).get(here),
        elsewhere=max((one.level for one in felt if not pain.concerns(one, side)), default=None),
        work=work.of_days(here, here, today.toordinal())[0],
        km=lately.km_on(day),
        skipped=tuple(dict.fromkeys(log.skipped for log in logs if log.skipped)),
        events=tuple(dict.fromkeys(kind for _, kind, _ in rows.events(here, here))),
        for_physio=bool(_for_physio("day = ?", str(day))),
        texts=tuple(_texts(day)),
    )


def _texts(day: date) -> Iterable[str]:
    for table, column in TEXTS:
        found = database.execute_sql(
            f"SELECT DISTINCT {column} FROM {table} WHERE day = ? AND {column} <> ''", (str(day),)
        )
        yield from (text for (text,) in found if text.strip())


def besides(day: date) -> list[Row]:
    """What a day has besides exercises, pain, runs, events and its note: scores, and plan changes from that day on."""
    return entries.between(day, day, (ActivityScore, *FROM_A_DAY)).get(day, [])


def is_paused(first: date, last: date) -> bool:
    """Whether everything was paused on each of these days."""
    pauses = rows.pauses(first.toordinal(), last.toordinal())
    return all(
        adherence.is_paused(None, day, pauses) for day in range(first.toordinal(), last.toordinal() + 1)
    )
