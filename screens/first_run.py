"""First run: a diary to import, or a few questions. Each answer is kept at once, so it can be left at any step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.getters import query_one
from textual.widgets import Input

from data import setup, typed, wording
from data.plain_text import one_line
from screens.first_run_keys import FIRST_RUN_KEYS
from screens.first_run_steps import FILE, IMPORT, QUESTIONS, STEPS, WELCOME, Ask, Pick, Step, Tick, following
from screens.section import Section
from screens.trouble import TROUBLES, sentence_for
from screens.widgets.answer_list import AnswerList, Option
from screens.widgets.guide_text import GuideText
from screens.widgets.said import Said
from screens.widgets.step_list import StepList, StepShown

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from data.exchange.merge import Counts

A_MOMENT = 0.05
"""Seconds in which it can be seen that a file is read, before that keeps the screen waiting."""


class AnswerField(Input):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "go on", id="first-run.answer", tooltip="Keep the answer and go on")
    ]


class FirstRunScreen(Section):
    """Passes over the questions that the diary can answer; sent here `again` it doesn't."""

    CSS_PATH = "first_run.tcss"
    BINDINGS: ClassVar[list[BindingType]] = FIRST_RUN_KEYS

    field = query_one(AnswerField)
    answers = query_one(AnswerList)
    page = query_one("#first-run-page", VerticalScroll)
    title_said = query_one("#first-run-title", Said)
    words_said = query_one("#first-run-words", Said)
    refusal = query_one("#first-run-refusal", Said)
    found = query_one("#first-run-found", Said)
    more_said = query_one("#first-run-more", Said)

    def __init__(self) -> None:
        super().__init__()
        self._step: Step = WELCOME
        self._came_by: list[str] = []
        """The steps on the way here."""
        self._is_shown = self._again = False
        self._options: Sequence[Option] = ()
        self._here = 0
        self._looked_into = ""
        """The path of the file whose counts are shown."""

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="first-run"):
            with VerticalScroll(id="first-run-page", can_focus=False):
                yield Said("strong", id="first-run-title")
                yield Said("plain", id="first-run-words")
                yield GuideText()
                yield AnswerField(max_length=1000)
                yield Said("alert", id="first-run-refusal")
                yield Said("plain", id="first-run-found")
                yield AnswerList()
                yield Said("muted", id="first-run-more")
            yield StepList()

    # A step

    def arrive(self, **where: Any) -> None:
        """`again`: through all questions, also those that are answered."""
        self._again, self._came_by = bool(where.get("again")), []
        self._show(WELCOME)

    def reload(self) -> None:
        if not self._is_shown:
            left_at = self.shell.preference(setup.STEP, "")
            self._show(STEPS.get(left_at, WELCOME))
        if isinstance(self._step, Tick):
            self._show_options(self._with_ticks_kept(self._step.options()))
        self._show_steps()

    def _show(self, step: Step) -> None:
        """A step as it is when one comes to it."""
        self._step, self._is_shown, self._here = step, True, 0
        number = f"{QUESTIONS.index(step) + 1}/{len(QUESTIONS)}  " if step in QUESTIONS else ""
        self.title_said.say(number + step.title)
        self.words_said.say(step.words)
        self.more_said.say(step.more)
        text, guide_text = step.page(), self.query_one(GuideText)
        guide_text.show(text)
        guide_text.display = bool(text)
        self._show_options(self._options_of(step))
        self._show_field(step)
        self.set_class(step is WELCOME, "-welcome")
        self.page.scroll_home(animate=False)
        self._show_steps()
        self.refresh_bindings()

    def _options_of(self, step: Step) -> Sequence[Option]:
        if not isinstance(step, (Pick, Tick)):
            return ()
        options = step.options()
        if isinstance(step, Pick):
            values = [option.value for option in options]
            self._here = values.index(step.value()) if step.value() in values else 0
        return options

    def _show_field(self, step: Step) -> None:
        self.field.display = isinstance(step, Ask)
        if isinstance(step, Ask):
            self.field.placeholder, self.field.value = step.hint, one_line(step.value())
            self.field.focus()
            self.field.action_select_all()  # the focus may have been there already
        else:
            self.set_focus(None)
        self.refusal.say("")
        self.found.say("")

    def _show_options(self, options: Sequence[Option]) -> None:
        self._options = options
        self.answers.show(options, self._here)

    def _with_ticks_kept(self, options: Sequence[Option]) -> list[Option]:
        ticked = {option.value: option.ticked for option in self._options if not option.fixed}
        return [
            option if option.fixed else replace(option, ticked=ticked.get(option.value, option.ticked))
            for option in options
        ]

    def _show_steps(self) -> None:
        here = WELCOME if self._step is FILE else self._step
        self.query_one(StepList).show(
            [
                StepShown(
                    step.key,
                    step.title,
                    step.known(),
                    is_here=step is here,
                    can_be_gone_to=step.key in self._came_by or bool(step.known()),
                )
                for step in QUESTIONS
            ]
        )

    # From step to step

    def _go_to(self, step: Step) -> None:
        self._came_by.append(self._step.key)
        self._show(step)
        self.shell.prefer(setup.STEP, step.key)

    def action_go_to(self, key: str) -> None:
        if STEPS[key] is not self._step:
            self._go_to(STEPS[key])

    def _keep(self, save: Callable[[], None]) -> None:
        """Keep an answer and go on; trouble is told, and the step stays."""
        if self.write(save):
            self._on()

    def _on(self) -> None:
        if step := following(self._step.key, known_too=self._again):
            self._go_to(step)
        else:
            self._finish()

    def _finish(self) -> None:
        self.shell.prefer(setup.STEP, "")
        self._is_shown = self._again = False
        self._came_by = []
        self.shell.open_section("today")

    def action_back(self) -> None:
        """A step back, out of a field as well."""
        if self._came_by:
            self._show(STEPS[self._came_by.pop()])
            self.shell.prefer(setup.STEP, self._step.key)
        else:
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "tick":
            return isinstance(self._step, Tick)
        if action == "answer":
            return parameters[0] in range(1, len(self._options) + 1)
        if action == "back" and self._came_by:
            return True
        return super().check_action(action, parameters)

    # Answers

    def action_go_on(self) -> None:
        step = self._step
        if isinstance(step, Ask):
            self.field.focus()
        elif isinstance(step, Tick):
            self._keep(partial(step.save, [option.value for option in self._options if option.ticked]))
        elif isinstance(step, Pick):
            value = self._options[self._here].value
            if value == IMPORT:
                self._go_to(FILE)
            else:
                self._keep(partial(step.save, value))
        else:
            self._on()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        step, text = self._step, event.value.strip()
        if step is FILE:
            self._read_file(text)
        elif isinstance(step, Ask):
            if not text or text == one_line(step.value()):
                self._on()
                return
            try:
                answer = step.read(text)
            except TROUBLES as trouble:
                self._refuse(trouble)
            else:
                self._keep(partial(step.save, answer))

    def on_input_changed(self) -> None:
        self._looked_into = ""
        self.refusal.say("")
        self.found.say("")

    def _refuse(self, trouble: BaseException) -> None:
        self.found.say("")
        self.refusal.say(f"▲ {sentence_for(trouble)}")

    def action_answer(self, number: int) -> None:
        """A digit or a click: picks an answer, or ticks a box."""
        self._here = number - 1
        self._show_options(self._options)
        if isinstance(self._step, Tick):
            self.action_tick()
        else:
            self.action_go_on()

    def action_tick(self) -> None:
        here = self._options[self._here]
        if not here.fixed:
            changed = replace(here, ticked=not here.ticked)
            self._show_options([changed if option is here else option for option in self._options])

    def action_move(self, by: int) -> None:
        """Through the answers; beyond them, and where there are none, the page scrolls."""
        here = self._here + by
        if 0 <= here < len(self._options):
            self._here = here
            self._show_options(self._options)
            lines = self.answers.lines_of(here)
            top = self.answers.virtual_region.y + lines.start
            self.page.scroll_to_region(Region(0, top, 1, len(lines)), animate=False)
        else:
            self.page.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        self.page.scroll_relative(y=by * max(self.page.size.height - 1, 1), animate=False)

    # A diary that there is already

    def _read_file(self, text: str) -> None:
        """The first time what is in it is told, the second time it is taken in."""
        is_known = bool(text) and text == self._looked_into
        self.refusal.say("")
        self.found.say("Taking it in …" if is_known else "Reading …")
        self.set_timer(A_MOMENT, partial(self._take_in if is_known else self._look_into, text))

    def _look_into(self, text: str) -> None:
        try:
            counts = _import(text, dry_run=True)
        except TROUBLES as trouble:
            self._refuse(trouble)
        else:
            self._looked_into = text
            self.found.say(f"It can be read: {wording.counts(counts)}.\nenter takes it in.")

    def _take_in(self, text: str) -> None:
        if self.write(lambda: f"{one_line(typed.file(text).name)}: {wording.counts(_import(text))}."):
            self._finish()


def _import(text: str, *, dry_run: bool = False) -> Counts:
    from data.exchange import diary_import  # the questions do without

    return diary_import.import_diary(typed.file(text), dry_run=dry_run)
