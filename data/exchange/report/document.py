"""A report as every format shows it: the same blocks in the same order, their words and numbers already chosen."""

from __future__ import annotations

from dataclasses import dataclass

from data.exchange.report.figures import Report


@dataclass(frozen=True, slots=True)
class Column:
    """share: of the table's width on paper; the shares of a table add up to about 100."""

    title: str
    share: float
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell of a row names it. has_total: the last row sums up the others. empty: said in place of no rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    empty: str = "None recorded."
    has_total: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what is known of them."""

    title: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number to be seen first: what it is, and of which days."""

    value: str
    label: str
    when: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Two or three numbers side by side, and what is to be said of them."""

    title: str
    figures: tuple[Figure, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remarks:
    """Words of the runner's own, each with its day."""

    title: str
    items: tuple[tuple[str, str], ...]
    note: str = ""
    empty: str = "None recorded."


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """kind: `panels` (pain, exercises, running) or `scatter`. alternative: the same in words."""

    title: str
    kind: str
    alternative: str


Block = Table | Facts | Figures | Remarks | Words | Chart


@dataclass(frozen=True, slots=True)
class PageOne:
    """In the order in which it is read."""

    runner: Facts
    pain: Figures
    activities: Table
    chart: Chart
    exercises: Table
    runs: Table
    happened: Facts
    questions: Remarks
    notes: Remarks
    method: Words

    @property
    def blocks(self) -> tuple[Block, ...]:
        return (
            self.runner,
            self.pain,
            self.activities,
            self.chart,
            self.exercises,
            self.runs,
            self.happened,
            self.questions,
            self.notes,
            self.method,
        )


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """foot: what the program is, and by whom the entries were made. stamp: when and by which version it was made."""

    title: str
    period: str
    page_one: PageOne
    appendix: tuple[Section, ...]
    foot: str
    stamp: str
    report: Report
