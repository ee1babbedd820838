"""A pain log: digits give the level, which nothing chooses beforehand; the rest has a likely answer each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from data import calendar_days, diary, editing, pain_logs, wording
from data.day import Day
from data.errors import Refused
from data.models import MOMENTS, SIDES, SITES, Exercise, PainLog, Run
from data.pain import SCALE_ENDS
from data.plain_text import one_line
from screens.dialogs.form import Field, FormDialog
from screens.level_keys import LevelKeys
from screens.widgets.choice import Choice, Option
from screens.widgets.notices import Notice, Notices
from screens.widgets.pain_scale import PainScale

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

ENDS = f"0 {SCALE_ENDS[0]}, 10 {SCALE_ENDS[1]}"

ROOMY = 72
"""Columns from which the scale names its ends itself."""


class PainForm(FormDialog):
    """Adds a pain log to a day, or corrects one."""

    CSS_PATH = "pain_form.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(digit),
                f"digit({digit})",
                "level",
                id=f"pain-form.level-{digit}",
                group=Binding.Group("level", compact=True),
                tooltip=f"Level {digit}",
            )
            for digit in range(10)
        ),
    ]

    def __init__(self, day: Day, log: PainLog | None = None, *, typed: int | None = None) -> None:
        """`log` is to be corrected, None: a new one; `typed` is the digit that opened the form."""
        texts = {name: getattr(log, name) if log else "" for name in ("medication", "note")}
        super().__init__(
            f"Pain on {calendar_days.long(day.day)}",
            [
                Field("medication", "Medication", "such as ibuprofen 400 mg", one_line(texts["medication"])),
                Field("note", "Note", "", one_line(texts["note"])),
            ],
        )
        self._day, self._log, self._texts = day, log, texts
        self._level = log.level if log else typed
        self._keys = LevelKeys()
        if typed is not None:
            self._keys.level(typed)
        self._exercises: dict[str, Exercise] = {item.exercise.uid: item.exercise for item in day.items}
        self._runs: dict[str, Run] = {run.uid: run for run in day.runs}
        if log and log.exercise_uid:
            self._exercises.setdefault(log.exercise_uid, log.exercise)
        if log and log.run_uid:
            self._runs.setdefault(log.run_uid, log.run)
        self._side = log.side if log else day.entry_side
        worst_is_there = pain_logs.worst_beside(day.day, self._side, "outer-knee") is not None
        self._moment = log.moment if log else "other" if worst_is_there else "worst"
        self._with = self._partners()
        self.saved: PainLog | None = None
        """The log once it was saved."""

    def compose_body(self) -> ComposeResult:
        log = self._log
        yield PainScale()
        yield Choice("When", _options(MOMENTS, wording.MOMENTS), self._moment, id="moment")
        yield Choice("With", self._with, self._partner_of(log), id="partner")
        yield Choice("Where", _options(SITES, wording.SITES), log.site if log else SITES[0], id="site")
        yield Choice("Side", _options(SIDES, wording.SIDES), self._side, id="side")
        yield from super().compose_body()
        yield Notices()

    def _partners(self) -> list[Option]:
        """What pain can go with: an exercise of the plan on that day, or a run."""
        return [
            Option("", "nothing"),
            *(Option(uid, one_line(exercise.name)) for uid, exercise in self._exercises.items()),
            *(Option(uid, f"the run of {wording.distance(run.km)}") for uid, run in self._runs.items()),
        ]

    @staticmethod
    def _partner_of(log: PainLog | None) -> str:
        return (log.exercise_uid or log.run_uid or "") if log else ""

    def on_mount(self) -> None:
        self.query_one("#moment").focus(scroll_visible=False)
        self._show()

    def on_resize(self) -> None:
        self._show()

    # The level

    def action_digit(self, digit: int) -> None:
        self._level = self._keys.level(digit)
        self._show()

    def action_give_level(self, level: int) -> None:
        self._keys.other_key()
        self._level = level
        self._show()

    def on_key(self, event: Key) -> None:
        if not (event.character or "").isdigit():
            self._keys.other_key()

    def on_choice_changed(self) -> None:
        self._keys.other_key()
        self._show()

    # What it would be

    def _draft(self) -> PainLog:
        """The log as the form stands; it is not in the diary. Its level counts only when one was given."""
        chosen = {name: self.query_one(f"#{name}", Choice).value for name in ("moment", "site", "side")}
        partner = self.query_one("#partner", Choice).value
        return PainLog(
            day=self._day.day,
            level=self._level,
            exercise_uid=partner if partner in self._exercises else None,
            run_uid=partner if partner in self._runs else None,
            **chosen,
        )

    def _show(self) -> None:
        self.query_one(PainScale).show("Pain", self._level)
        self.query_one(Notices).show(list(self._notices(self._draft())))

    def _notices(self, draft: PainLog) -> list[Notice]:
        tight = self.size.width < ROOMY or self.has_class("-short")
        notices = [Notice(ENDS, part="muted")] if tight else []
        other = pain_logs.worst_beside(draft.day, draft.side, draft.site, self._log)
        if draft.moment == "worst" and other:
            there = f"The worst of the day is {other.level} already"
            instead = "edit or delete that one" if self._log else "this takes its place"
            notices.append(Notice(f"{there}: {instead}."))
        limit = self._day.limit
        if draft.level is not None and (judged := pain_logs.judgement(draft, limit)):
            within = pain_logs.against_limit(draft, limit) == "within"
            notices.append(Notice(judged, part="plain" if within else "alert"))
        return notices

    # Saving

    def save(self, values: Mapping[str, str]) -> None:
        if self._level is None:
            raise Refused(f"Give the pain a number first: {ENDS}.")
        draft = self._draft()
        texts = {name: self._text(name, values) for name in self._texts}
        exercise = self._exercises.get(draft.exercise_uid or "")
        run = self._runs.get(draft.run_uid or "")
        if self._log is None:
            self.saved = diary.log_pain(
                self._level,
                self._day.day,
                moment=draft.moment,
                side=draft.side,
                site=draft.site,
                exercise=exercise,
                run=run,
                medication=texts["medication"],
                note=texts["note"],
            )
            return
        changes = {"level": str(self._level), "moment": draft.moment, "side": draft.side, "site": draft.site}
        if self._partner_of(draft) != self._partner_of(self._log):
            changes |= {"exercise": exercise.key if exercise else "", "run": run.uid if run else ""}
        editing.edit(self._log, {**changes, **texts})
        self.saved = self._log

    def _text(self, name: str, values: Mapping[str, str]) -> str:
        """What was typed; a text of several lines that was left alone stays as it was."""
        before = self._texts[name]
        return before if values[name] == one_line(before) else values[name].strip()


def _options(values: tuple[str, ...], words: Mapping[str, str]) -> list[Option]:
    return [Option(value, words[value]) for value in values]
