"""The runner's own words that go into a report, and a count of those that stay.

A note leaves only when it is marked for the physiotherapist. A line that starts with `?` is a question for them, and
leaves alone. Words on a single pain entry, exercise, run or event never leave, but for those on a flare.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.exchange.report.figures import DatedText, KeptBack
from data.exchange.report.period import Period
from data.models import database
from data.notes import questions, without_questions


@dataclass(frozen=True, slots=True)
class Texts:
    """Newest first."""

    notes: tuple[DatedText, ...]
    questions: tuple[DatedText, ...]
    flares: tuple[DatedText, ...]
    medication: tuple[DatedText, ...]
    kept_back: KeptBack


def read(period: Period) -> Texts:
    window = (period.first.isoformat(), period.last.isoformat())
    found = database.execute_sql(
        "SELECT day, text, for_physio FROM day_note WHERE day BETWEEN ? AND ? ORDER BY day DESC", window
    )
    written = [(date.fromisoformat(day), str(text), bool(marked)) for day, text, marked in found]
    rest = [(day, without_questions(text), marked) for day, text, marked in written]
    return Texts(
        notes=tuple(DatedText(day, text) for day, text, marked in rest if marked and text),
        questions=tuple(DatedText(day, asked) for day, text, _ in written for asked in questions(text)),
        flares=_dated("SELECT day, text FROM event WHERE day BETWEEN ? AND ? AND kind = 'flare'", window),
        medication=_dated(
            "SELECT day, medication FROM pain_log WHERE day BETWEEN ? AND ? AND medication <> ''", window
        ),
        kept_back=KeptBack(
            notes=sum(1 for _, text, marked in rest if text and not marked),
            pain_notes=_count("pain_log WHERE day BETWEEN ? AND ? AND note <> ''", window),
            exercise_notes=_count("exercise_log WHERE day BETWEEN ? AND ? AND note <> ''", window),
            run_notes=_count("run WHERE day BETWEEN ? AND ? AND note <> ''", window),
            event_texts=_count("event WHERE day BETWEEN ? AND ? AND text <> '' AND kind <> 'flare'", window),
        ),
    )


def _dated(sql: str, window: tuple[str, str]) -> tuple[DatedText, ...]:
    found = database.execute_sql(f"{sql} ORDER BY day DESC, entered_at, uid", window)
    return tuple(DatedText(date.fromisoformat(day), text.strip()) for day, text in found)


def _count(rows: str, window: tuple[str, str]) -> int:
    (number,) = database.execute_sql(f"SELECT count(*) FROM {rows}", window).fetchone()
    return int(number)
