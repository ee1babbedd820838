"""The page for the physiotherapist: one A4 page to be read in sixty seconds, then an appendix.

`write` makes it in the format that the file's ending names. `contents` says beforehand what will be in it and what
stays on this machine.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from data import plan
from data.errors import Refused
from data.exchange import files
from data.exchange.report import words
from data.exchange.report.appendix import appendix
from data.exchange.report.contents import Contents
from data.exchange.report.contents import contents as _contents
from data.exchange.report.document import Document
from data.exchange.report.figures import Report
from data.exchange.report.page_one import page_one
from data.exchange.report.period import Period, chosen, since_last_visit
from data.exchange.report.reading import read
from data.guide import ABOUT
from data.plain_text import one_line

__all__ = ["ENDINGS", "Contents", "Period", "as_text", "chosen", "contents", "since_last_visit", "write"]

ENDINGS = (".pdf", ".html", ".txt")
RECORDED_BY = "Entries made by the runner; not a clinical record."

Progress = Callable[[str, float], None]
"""Called with what is being done and how much of it all is done, from 0 to 1."""


def contents(period: Period, *, with_name: bool = True) -> Contents:
    """What a report of the period has in it, and what stays."""
    return _contents(read(period, with_name=with_name))


def write(
    path: Path,
    first: date | None = None,
    last: date | None = None,
    *,
    force: bool = False,
    with_name: bool = True,
    progress: Progress | None = None,
) -> Path:
    """Writes the report of [first, last] as .pdf, .html or .txt, and gives the path.

    first None: since the last visit, at least 28 days; last None: today. Refused: another ending, a period back to
    front, and what `files.write` refuses.
    """
    tell = progress or (lambda doing, share: None)
    if path.suffix.lower() not in ENDINGS:
        raise Refused(
            f"{one_line(path.name)} has no ending of a report: give {', '.join(ENDINGS[:-1])} or .txt."
        )
    tell("Reading the diary", 0)
    document = compose(read(chosen(first, last, plan.today()), with_name=with_name))
    tell("Setting the pages", 0.2)
    content = _rendered(document, path.suffix.lower(), tell)
    tell("Writing the file", 0.9)
    files.write(path, content, force=force)
    tell("Written", 1)
    return path


def as_text(first: date | None = None, last: date | None = None, *, with_name: bool = True) -> str:
    """What a .txt of these days would say; refused as for `write`."""
    from data.exchange.report import text

    return text.render(compose(read(chosen(first, last, plan.today()), with_name=with_name)))


def compose(report: Report) -> Document:
    """The report in blocks, the same for every format."""
    return Document(
        title="Report for the physiotherapist",
        period=words.period(report),
        page_one=page_one(report),
        appendix=appendix(report),
        foot=f"{RECORDED_BY} {ABOUT}",
        stamp=f"Made on {words.dated(report.made_on)} by itband {report.version}.",
        report=report,
    )


def _rendered(document: Document, ending: str, tell: Progress) -> bytes:
    if ending == ".txt":
        from data.exchange.report import text

        return text.render(document).encode()
    if ending == ".html":
        from data.exchange.report import html

        return html.render(document).encode()
    from data.exchange.report import pdf

    content: bytes = pdf.render(document, lambda share: tell("Setting the pages", 0.2 + 0.7 * share))
    return content
