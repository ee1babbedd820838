"""What Today says above its list: a pause, the stop text, this morning's pain, the activities."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from data import activities, lately, pauses, plan, plan_words, wording
from data.calendar_days import long, short
from data.day import Day
from data.plain_text import one_line
from screens.widgets.notices import Answer, Notice

ONE_DAY = timedelta(days=1)


def notices(day: Day, today: date, keys: Callable[[str], str]) -> list[Notice]:
    """In order of weight. `keys` gives the key of a command by its id."""
    if day.day > today:
        return [
            Notice(f"{long(day.day)} has not come yet: this is what it will ask for.", sign="○", part="muted")
        ]
    return [
        *_beginning(day, keys),
        *_stop(day, keys),
        *_pauses(day),
        *_morning(day, today, keys),
        *_activities(day, today, keys),
    ]


def _beginning(day: Day, keys: Callable[[str], str]) -> Iterator[Notice]:
    if not day.items and not plan.exercises():
        plan_key = Answer(keys("app.plan"), "plan", "app.open_section('plan')")
        yield Notice("Nothing is asked for yet: the plan is where your exercises begin.", (plan_key,))


def _stop(day: Day, keys: Callable[[str], str]) -> Iterator[Notice]:
    """For the exercises that went above the limit and were not skipped; the keys are for the first of them."""
    going_on = [item for item in day.above_limit() if not item.skipped]
    for number, item in enumerate(going_on):
        text = wording.stop_text(day.during[item.exercise.uid], day.limit, day.limit_source)
        skip = Answer(keys("today.stop"), "skip what is left", "screen.stop")
        signs = Answer(keys("app.warning-signs"), "warning signs", "app.warning_signs")
        answers = (*((skip,) if item.is_open else ()), signs) if number == 0 else ()
        name = one_line(item.exercise.name)
        yield Notice(f"{name}: {text}", answers, "▲", "alert", brief=f"{name}: {wording.STOP}.")


def _pauses(day: Day) -> Iterator[Notice]:
    if pause := pauses.of_all(day.day) if day.paused else None:
        since, until = ("from", f" to {short(pause.ends_on)}") if pause.ends_on else ("since", "")
        reason = f" ({plan_words.PAUSE_REASONS[pause.reason]})" if pause.reason != "other" else ""
        yield Notice(
            f"Paused {since} {short(pause.starts_on)}{until}{reason}: what is ticked is kept, not counted.",
            sign="–",
        )


def _morning(day: Day, today: date, keys: Callable[[str], str]) -> Iterator[Notice]:
    """Asked for by name on the day after a run; once given it stands here on any day."""
    km = lately.km_on(day.day - ONE_DAY)
    log = day.pain_log("morning")
    if km is None and log is None:
        return
    now = day.day == today
    name = "This morning" if now else "That morning"
    after = "" if km is None else f", after {wording.distance(km)} {'yesterday' if now else 'the day before'}"
    key = Answer(keys("today.morning"), "" if log is None else "change", "screen.morning")
    level = "" if log is None else f" {log.level}"
    part = "plain" if log is None else "muted"
    yield Notice(f"{name}{after}:{level}", (key,), part=part, brief=f"{name}:{level}")


def _activities(day: Day, today: date, keys: Callable[[str], str]) -> Iterator[Notice]:
    if day.day == today and activities.are_due(today):
        answer = Answer(keys("today.activities"), "", "screen.score_activities")
        yield Notice(
            "Once a week: how do your activities go?", (answer,), brief="Your activities, this week:"
        )
