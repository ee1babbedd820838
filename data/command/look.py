"""Looking: the day, what is left of it, the log, the figures of a window, the guide."""

from __future__ import annotations

from datetime import date, timedelta

import click

from data import day as days
from data import diary, settings, wording
from data.calendar_days import short
from data.command import output
from data.command.frame import DiaryCommand, program
from data.command.output import say, say_json
from data.command.values import ANY_DAY, DAY_HELP, NUMBER, day_option
from data.errors import Refused
from data.plain_text import lines_apart, one_line

LEFT = 3
"""Exit code of `due` while something is left."""

WEEKS = 12
LOG_DAYS = 14
MOST_WEEKS = 52 * 60

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object, nothing else.")


@click.command("today", cls=DiaryCommand)
@day_option
@json_option
def today_(day: date, as_json: bool) -> None:
    """The day: its list, pain, runs, note."""
    found = days.read(day)
    if as_json:
        say_json(days.as_json(found))
        return
    from data import lately
    from data.command.day_text import lines

    today = diary.today()
    for line in lines(found, lately.read(day, today), today):
        say(line)


@click.command(cls=DiaryCommand)
@day_option
def due(day: date) -> int:
    """One line for a shell prompt: what is left. Exit code 0 when nothing is, 3 when something is."""
    found = days.read(day)
    left = [item.exercise.name for item in found.items if item.is_open]
    if not left:
        say(f"Nothing left for {short(day)}.")
        return 0
    say(one_line(f"{len(left)} of {len(found.asked_for)} left: {', '.join(left)}"))
    return LEFT


@click.command(cls=DiaryCommand)
@click.option("--from", "first", type=ANY_DAY, help=f"The first day: {DAY_HELP}.")
@click.option("--to", "last", type=ANY_DAY, help="The last day, included.")
@click.option("--weeks", type=NUMBER, help=f"So many times 7 days that end today; {WEEKS} unless given.")
@json_option
def trends(first: date | None, last: date | None, weeks: int | None, as_json: bool) -> None:
    """Pain, adherence and runs of a window: the figures and the rules by which they are counted."""
    window = _window(first, last, weeks)
    from data import trends as figures

    found = figures.trends(*window, diary.today())
    if as_json:
        say_json(figures.as_json(found))
        return
    from data.command.trends_text import lines

    how = {"colour": output.has_colour(), "unicode": output.has_unicode(), "units": settings.get("units")}
    output.draw(program().draw_charts(found.chart, output.width(), **how))
    say(wording.BLANK)
    say()
    for line in lines(found, output.width()):
        say(line)


def _window(first: date | None, last: date | None, weeks: int | None) -> tuple[date, date]:
    if weeks is not None and (first or last):
        raise click.UsageError("Give either --weeks or --from and --to.")
    if weeks is not None and not (isinstance(weeks, int) and 1 <= weeks <= MOST_WEEKS):
        raise Refused(f"Weeks must be a whole number from 1 to {MOST_WEEKS}, not {weeks}.")
    end = last or diary.today()
    start = first or end - timedelta(days=7 * (weeks or WEEKS) - 1)
    _refuse_backwards(start, end)
    return start, end


def _refuse_backwards(first: date, last: date) -> None:
    if first > last:
        raise Refused(f"The first day, {first}, comes after the last, {last}.")


@click.command(cls=DiaryCommand)
@click.option(
    "--from", "first", type=ANY_DAY, help=f"The first day: {DAY_HELP}; {LOG_DAYS} days unless given."
)
@click.option("--to", "last", type=ANY_DAY, help="The last day, included.")
@json_option
def log(first: date | None, last: date | None, as_json: bool) -> None:
    """What was entered, day by day, with the ID that `edit` and `delete` ask for."""
    end = last or diary.today()
    start = first or end - timedelta(days=LOG_DAYS - 1)
    _refuse_backwards(start, end)
    from data import entries

    if as_json:
        say_json(entries.as_json(start, end))
        return
    found = entries.between(start, end)
    for day, rows in found.items():
        say(short(day))
        for row in rows:
            say(f"  {entries.short_id(row)}  {lines_apart(entries.describe(row))}")
    if not found:
        say(f"Nothing was entered from {short(start)} to {short(end)}.")


@click.command()
@click.argument("page", required=False)
@click.option("--search", "words", metavar="WORDS", help="Every place that has all of these words.")
def guide(page: str | None, words: str | None) -> None:
    """The guide: its contents, or a PAGE of it by its key or a start of that.

    \b
    itband guide warning-signs
    itband guide --search "foam roll"
    """
    from data import guide as book

    if words is not None:
        found = book.search(words)
        for hit in found:
            say(f"{hit.page.key}: {hit.line}")
        if not found:
            say("The guide has no place with these words.")
        return
    if page is not None:
        say(book.plain(book.read(page), output.width()))
        return
    section = None
    for one in book.pages():
        if one.section != section:
            say(one.section if section is None else f"\n{one.section}")
            section = one.section
        say(f"  {one.key:<26} {one.title}")
    say("\n`itband guide PAGE` shows a page.")
