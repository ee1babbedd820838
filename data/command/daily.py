"""What is entered day by day: exercises, pain, runs, notes, events, the three activities."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

import click

from data import activities, diary, history, pain, rows, settings, wording
from data.calendar_days import short
from data.command.frame import DiaryCommand, DiaryGroup
from data.command.output import is_terminal, say, say_wrapped
from data.command.values import EXERCISE, LEVEL, MINUTES, NUMBER, RUN, FromDiary, day_option
from data.errors import Refused
from data.models import (
    EVENT_KINDS,
    MOMENTS,
    SIDES,
    SITES,
    SKIP_REASONS,
    Activity,
    DayNote,
    Exercise,
    PainLog,
    Run,
)

ACTIVITY = FromDiary("activity", activities.find)


@click.command(cls=DiaryCommand)
@click.argument("exercises", nargs=-1, type=EXERCISE, metavar="EXERCISE...")
@click.option("--all", "everything", is_flag=True, help="All that is still open, as asked for.")
@click.option("--sets", type=NUMBER, help="Sets done; all of them unless given, 0 takes the entry back.")
@click.option(
    "--amount", type=NUMBER, help="Repetitions, seconds, steps or minutes of a set, if not as asked."
)
@click.option(
    "--side", type=click.Choice(["left", "right"]), help="One side; all that are asked for unless given."
)
@day_option
def done(
    exercises: tuple[Exercise, ...],
    everything: bool,
    sets: int | None,
    amount: float | None,
    side: str | None,
    day: date,
) -> None:
    """Tick exercises: all their sets and sides, unless told otherwise.

    \b
    itband done glute-bridge
    itband done itb-stretch --side left --sets 1
    itband done --all
    """
    _one_or_all(exercises, everything)
    if everything and (sets is not None or amount is not None or side):
        raise click.UsageError(
            "--all writes what was asked for; --sets, --amount and --side go with an EXERCISE."
        )
    if everything:
        _say_each(diary.do_all(day), f"Nothing is left for {short(day)}.")
    else:
        _each(exercises, day, lambda one: diary.do(one, day, sets=sets, amount=amount, side=side))
        _say_paused(exercises, day)


@click.command(cls=DiaryCommand)
@click.argument("exercises", nargs=-1, type=EXERCISE, metavar="EXERCISE...")
@click.option("--all", "everything", is_flag=True, help="All that is still open.")
@click.option(
    "--why", required=True, type=click.Choice(SKIP_REASONS), help="ill, travel and advised excuse the day."
)
@day_option
def skip(exercises: tuple[Exercise, ...], everything: bool, why: str, day: date) -> None:
    """Skip exercises with a reason; sets that are done stay.

    \b
    itband skip glute-bridge --why pain
    itband skip --all --why travel --day yesterday
    """
    _one_or_all(exercises, everything)
    if everything:
        _say_each(diary.skip_all(day, why), f"Nothing is left to skip on {short(day)}.")
    else:
        _each(exercises, day, lambda one: _skip(one, day, why))


def _skip(exercise: Exercise, day: date, why: str) -> str:
    former = {log.skipped for log in diary.item_on(exercise, day).logs if log.skipped} - {why}
    said = diary.skip(exercise, day, why)
    if not former:
        return said
    return (
        f"{said} It replaces the skip before ({', '.join(sorted(former))}); `itband undo` brings that back."
    )


def _one_or_all(exercises: tuple[Exercise, ...], everything: bool) -> None:
    if bool(exercises) == everything:
        raise click.UsageError("Name one EXERCISE or more, or give --all.")


def _each(exercises: tuple[Exercise, ...], day: date, write: Callable[[Exercise], str]) -> None:
    """Several exercises are one step of undo: all of them or none."""
    if len(exercises) == 1:
        _say_each([write(exercises[0])])
        return
    with history.step(f"{', '.join(exercise.name for exercise in exercises)} on {short(day)}"):
        said = [write(exercise) for exercise in exercises]
    _say_each(said)


def _say_each(sentences: list[str], nothing: str = "") -> None:
    for sentence in sentences or [nothing]:
        say(sentence)


def _say_paused(exercises: tuple[Exercise, ...], day: date) -> None:
    from data import adherence

    here = day.toordinal()
    pauses = rows.pauses(here, here)
    if any(adherence.is_paused(exercise.uid, here, pauses) for exercise in exercises):
        say("That day is in a pause: this is kept and not counted; `itband plan resume` ends the pause.")


@click.command("pain", cls=DiaryCommand)
@click.argument("level", type=LEVEL)
@click.option("--moment", type=click.Choice(MOMENTS), default="worst", help="worst of the day unless given.")
@click.option("--side", type=click.Choice(SIDES), help="The diary's side unless given.")
@click.option("--site", type=click.Choice(SITES), default="outer-knee", help="outer-knee unless given.")
@click.option("--exercise", type=EXERCISE, help="The exercise that it goes with.")
@click.option("--run", "ran", type=RUN, help="The ID of the run that it goes with; the day is the run's.")
@click.option("--medication", default="", help="Painkillers taken.")
@click.option("--note", default="", help="A few words.")
@day_option
def log_pain(
    level: int,
    moment: str,
    side: str | None,
    site: str,
    exercise: Exercise | None,
    ran: Run | None,
    medication: str,
    note: str,
    day: date,
) -> None:
    """Pain from 0 "no pain" to 10 "worst pain imaginable".

    \b
    itband pain 3
    itband pain 5 --moment during --exercise glute-bridge
    itband pain 2 --moment morning --day yesterday
    """
    day = ran.day if ran else day
    log = diary.log_pain(
        level,
        day,
        moment=moment,
        side=side,
        site=site,
        exercise=exercise,
        run=ran,
        medication=medication,
        note=note,
    )
    say(f"{wording.pain_words(log, exercise.name if exercise else None)} on {short(day)}.")
    if exercise and moment == "worst":
        say("It stands as the worst of the day; `--moment during` is pain while doing the exercise.")
    elif exercise and moment == "during":
        _say_stop(log, exercise, day)


def _say_stop(log: PainLog, exercise: Exercise, day: date) -> None:
    from data import pain_logs

    limit, source = pain.limit_on(rows.limits(day.toordinal()), day.toordinal())
    if pain_logs.asks_to_stop(log, limit):
        say(wording.stop_text(log.level, limit, source))
        say(
            f"`itband skip {exercise.key} --why pain` skips what is left; `itband guide warning-signs` is worth a look."
        )


@click.command(cls=DiaryCommand)
@click.argument("distance", type=NUMBER)
@click.option("--minutes", type=MINUTES, help="How long it took, such as 31, 31:30 or 1:02:10.")
@click.option("--onset", type=NUMBER, help="Where pain came on, in the unit of DISTANCE.")
@click.option("--before", type=LEVEL, help="Pain before it, 0-10.")
@click.option("--during", type=LEVEL, help="Pain during it, 0-10.")
@click.option("--after", type=LEVEL, help="Pain after it, 0-10.")
@click.option("--terrain", default="", help="Such as flat, hills, trail.")
@click.option("--effort", type=LEVEL, help="0-10.")
@click.option("--note", default="", help="A few words.")
@day_option
def run(
    distance: float,
    minutes: float | None,
    onset: float | None,
    before: int | None,
    during: int | None,
    after: int | None,
    terrain: str,
    effort: int | None,
    note: str,
    day: date,
) -> None:
    """A run of DISTANCE, in the unit of `itband settings units`.

    \b
    itband run 5.2 --minutes 31 --onset 4.8 --during 3
    """
    from data import lately

    ran = diary.log_run(
        settings.to_km(distance),
        day,
        minutes=minutes,
        onset_km=None if onset is None else settings.to_km(onset),
        terrain=terrain,
        effort=effort,
        before=before,
        during=during,
        after=after,
        note=note,
    )
    say(f"Run of {wording.distance(ran.km)} on {short(day)}.")
    here = day.toordinal()
    if during is not None:
        say(f"Pain during it: {wording.against_limit(during, *pain.limit_on(rows.limits(here), here))}.")
    if notice := wording.long_run_notice(ran.km, lately.longest_before(day)):
        say_wrapped(notice)


@click.command(cls=DiaryCommand)
@click.argument("text")
@click.option(
    "--for-physio/--not-for-physio",
    default=False,
    help="Mark it for the report, or don't; it isn't marked unless --for-physio is given.",
)
@day_option
def note(text: str, for_physio: bool, day: date) -> None:
    """The note of a day, in place of the one before; "" takes it away.

    A line that begins with ? is a question and goes into the report for the physiotherapist, whether the note is
    marked or not. All other lines go into it only with --for-physio.

    A TEXT of - alone is read from standard input, unless that is a terminal.

    \b
    itband note "Stairs fine this morning." --for-physio
    itband note "? May I run downhill yet"
    itband note - < note.txt
    """
    text = _read_standard_input() if text == "-" and not is_terminal(sys.stdin) else text
    former = DayNote.get_or_none(DayNote.day == day)
    said = diary.set_note(day, text, for_physio=for_physio)
    if not text.strip():
        say(f"Note of {short(day)} taken away." if former else f"There was no note on {short(day)}.")
    else:
        say(
            said
            if not former or former.text == text
            else f"{said} It replaces the one before; `itband undo` brings that back."
        )


def _read_standard_input() -> str:
    try:
        return sys.stdin.read().strip("\n") if sys.stdin else ""
    except UnicodeDecodeError:
        raise Refused("Standard input is no text in the encoding of this terminal.") from None


@click.command(cls=DiaryCommand)
@click.argument("kind", type=click.Choice(EVENT_KINDS))
@click.argument("text", default="")
@click.option("--side", type=click.Choice(SIDES), help="Of a start: the side of the new episode.")
@day_option
def event(kind: str, text: str, side: str | None, day: date) -> None:
    """A visit, flare, change of shoes or other event. `start` begins an episode, `discharge` ends it and the plan.

    The words of a flare go into the report for the physiotherapist; those of all other events stay here.
    """
    known = diary.side_on(day) if kind == "start" and side is None else None
    ended = []
    if kind == "discharge" and side is None:
        ended = diary.discharge(day, text)
    else:
        diary.add_event(kind, day, text, side=side or known)
    if known:
        say(f"Start on {short(day)}; side {known}, as before: `--side` gives another.")
    else:
        say(f"{kind.capitalize()} on {short(day)}.")
    for sentence in ended:
        say(sentence)


@click.group(cls=DiaryGroup)
def activity() -> None:
    """Up to three things that the knee makes hard, scored from 0 "unable" to 10 "as before"."""


@activity.command("add")
@click.argument("name")
def add_activity(name: str) -> None:
    """Add one, such as "run 10 km" or "stairs down"."""
    say(f"New activity: {activities.add(name).name}.")


@activity.command("score")
@click.argument("activity", type=ACTIVITY)
@click.argument("points", type=LEVEL)
@day_option
def score_activity(activity: Activity, points: int, day: date) -> None:
    """Score one, from 0 "unable" to 10 "as before"."""
    activities.score(activity, day, points)
    say(f"{activity.name}: {points} on {short(day)}.")


@activity.command("list")
def list_activities() -> None:
    """The activities with their last scores."""
    for one in activities.activities():
        latest = activities.latest(one, diary.today())
        say(f"{one.name}: {f'{latest.score} on {short(latest.day)}' if latest else 'not scored yet'}")
    if not activities.activities():
        say("No activities yet: `itband activity add NAME` adds one.")


@activity.command("archive")
@click.argument("activity", type=ACTIVITY)
def archive_activity(activity: Activity) -> None:
    """Take one off the list; its scores stay."""
    say(activities.archive(activity))
