"""Report: the page for the physiotherapist, the table and the file to keep; what leaves is seen beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Container, Vertical, VerticalScroll
from textual.getters import query_one
from textual.widgets import Input
from textual.worker import Worker

from data import rows
from data.errors import Refused
from data.exchange import destination
from data.exchange.export import FORMATS
from data.exchange.periods import OWN, Asked
from data.plain_text import one_line
from screens import opener
from screens.after_typing import after_typing
from screens.dialogs.report_text import ReportText
from screens.report_choices import FILE, FORMAT, PERIOD, ReportChoices
from screens.report_form import ROW_OF, ReportForm
from screens.report_keys import REPORT_KEYS
from screens.report_work import Ended, Order, Progressed, write_file
from screens.section import Section
from screens.shell import PaletteEntry
from screens.widgets.dialogs import ConfirmDialog
from screens.widgets.file_contents import FileContents
from screens.widgets.lines import Piece
from screens.widgets.outcome import Outcome
from screens.widgets.paragraphs import Paragraphs

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import DescendantFocus

BEGIN = (
    "Here your diary becomes a page that your physiotherapist reads in a minute: pain over time, what was asked for "
    "and done, your runs, your questions and the notes that you mark for them.",
    "Nothing is recorded yet. t opens Today: a digit there logs the worst pain of the day, space ticks a set, "
    "n writes a note. Each of them begins this page.",
)
IMPORT = (
    "Files come in by the command: itband import FILE takes in a .json diary, and runs from a watch "
    "(.fit, .gpx, .tcx)."
)
COPIED = "The path is copied, where the terminal lets programs copy."


class ReportScreen(Section):
    """A file goes on being written while another section is shown."""

    CSS_PATH = "report.tcss"
    BINDINGS: ClassVar[list[BindingType]] = REPORT_KEYS

    form = query_one(ReportForm)
    contents = query_one(FileContents)
    outcome = query_one(Outcome)
    scroller = query_one("#report", VerticalScroll)

    def __init__(self) -> None:
        super().__init__()
        self._choices = ReportChoices()
        self._writing: Worker[None] | None = None
        self._written: Path | None = None

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="report", can_focus=False):
            yield Paragraphs(id="report-beginning")
            with Container(id="report-columns"):
                with Vertical(id="report-choices"):
                    yield ReportForm(self._choices)
                    yield Outcome()
                with Vertical(id="report-contents"):
                    yield FileContents()
                    yield Paragraphs(id="report-import")

    def palette_entries(self) -> Iterable[PaletteEntry]:
        for one in FORMATS:
            go = partial(self.shell.open_section, "report", ending=one.ending)
            yield PaletteEntry(f"Report: {one.name} ({one.ending})", one.meaning, go)
        yield PaletteEntry("Import a diary or runs", IMPORT, partial(self.shell.say, IMPORT))

    # What is shown

    def arrive(self, **where: Any) -> None:
        """`ending` is that of the format to choose."""
        self._choices.choose(FORMAT, where["ending"], self._now)
        self.form.move_to(FORMAT)

    def reload(self) -> None:
        beginning = self.query_one("#report-beginning", Paragraphs)
        beginning.display = rows.first_entry_day() is None
        beginning.show(Piece(BEGIN[0]), Piece(""), Piece(BEGIN[1]))
        self.query_one("#report-import", Paragraphs).show(Piece(IMPORT, "muted"))
        self._choices.read()
        asked = self._asked()
        self.form.show(asked, self._now)
        self.contents.want(self._order(asked) if isinstance(asked, Asked) else None)
        self.refresh_bindings()

    @property
    def is_writing(self) -> bool:
        return self._writing is not None

    @property
    def _now(self) -> date:
        assert self.today is not None
        return self.today

    def _asked(self) -> Asked | Refused:
        try:
            return self._choices.asked(self._now)
        except Refused as refusal:
            return refusal

    def _order(self, asked: Asked) -> Order:
        choices = self._choices
        version = self.shell.diary.version()
        return Order(choices.format, asked.first, asked.last, choices.with_name, version)

    # The cursor

    def _move_to(self, key: str) -> None:
        self.form.move_to(key)
        self.refresh_bindings()

    def action_move(self, by: int) -> None:
        self.set_focus(None)
        if key := self.form.next_row(by):
            self._move_to(key)
        else:
            self.action_page(by)

    def action_page(self, by: int) -> None:
        self.scroller.scroll_relative(y=by * max(self.scroller.size.height - 2, 1), animate=False)

    def action_take(self, key: str) -> None:
        """A click on a line."""
        self._move_to(key)
        if key == FILE:
            self.action_type_file()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if key := ROW_OF.get(event.widget.id or ""):
            self._move_to(key)

    def on_descendant_blur(self) -> None:
        """Days that can't be are refused once they are left."""
        if self.app.app_focus:  # else another window is in front, and they are typed on afterwards
            self.call_after_refresh(self._show)

    # Choosing and typing

    def action_step(self, by: int) -> None:
        if self.form.here == FILE:
            self.action_type_file()
        else:
            self.action_choose(self.form.here, self._choices.step(self.form.here, by))

    def action_choose(self, key: str, value: str) -> None:
        self._choices.choose(key, value, self._now)
        self._move_to(key)
        self._changed()

    def action_type_file(self) -> None:
        self.form.file.focus()

    def action_type_days(self) -> None:
        self.action_choose(PERIOD, OWN)
        self.form.first_day.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.form.take(event.input)
        self._changed()

    def _changed(self) -> None:
        """What was refused was chosen before."""
        if not self.is_writing:
            self._say_written()
        self._show()

    def _show(self) -> None:
        self.shell.show_diary_in(self, again=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "write":
                return None if self.is_writing else True
            case "view":
                return self._choices.format.is_report or None
            case "copy":
                return self._written is not None
            case "open":
                return self._written is not None and opener.opener() is not None
            case "step" if self.query(ReportForm):
                return self.form.here == FILE or bool(self._choices.options(self.form.here)) or None
            case "back" if self.is_writing:
                return True
        return super().check_action(action, parameters)

    # Before it is written, and while it is

    def _order_to_fill(self) -> Order | None:
        """What was chosen; None for days that can't be, which is said where they were typed."""
        asked = self._asked()
        if isinstance(asked, Asked):
            return self._order(asked)
        self.set_focus(None)
        self._move_to(PERIOD)
        self._show()
        return None

    def action_view(self) -> None:
        if order := self._order_to_fill():
            self.app.push_screen(ReportText(order.first, order.last, with_name=order.with_name))

    def action_write(self) -> None:
        after_typing(self, self._write_what_was_typed)

    def _write_what_was_typed(self) -> None:
        order = self._order_to_fill()
        if order is None:
            return
        try:
            path = self._choices.path(self.form.file.value, self._now)
        except Refused as refusal:
            self.outcome.refused(str(refusal))
            return
        if not destination.is_taken(path):
            self._write(order, path, force=False)
            return

        def replace(yes: bool | None) -> None:
            if yes:
                self._write(order, path, force=True)

        question = f"{one_line(destination.brief(path))} is already there. Replace it?"
        self.app.push_screen(ConfirmDialog("Replace the file?", question), replace)

    def _write(self, order: Order, path: Path, *, force: bool) -> None:
        def is_stopped() -> bool:
            return worker.is_cancelled

        work = partial(write_file, self.post_message, order, path, force=force, is_stopped=is_stopped)
        worker: Worker[None] = self.run_worker(work, thread=True)
        self._writing = worker
        self.on_progressed(Progressed("Writing", 0))
        self.refresh_bindings()

    def action_back(self) -> None:
        """While a file is written, stops that; a file that is there already stays as it is."""
        if not self._writing:
            super().action_back()
        elif not self._writing.is_cancelled:
            self._writing.cancel()
            self.outcome.stopping()

    def on_progressed(self, message: Progressed) -> None:
        if self._writing and not self._writing.is_cancelled:
            self.outcome.progress(message.doing, message.share)

    def on_ended(self, message: Ended) -> None:
        self._writing = None
        if message.trouble:
            self.outcome.refused(message.trouble)
        else:
            self._written = message.path
            self._say_written()
        if self.app.screen is not self:
            words = f"Written: {one_line(destination.brief(message.path))}"
            self.shell.say(message.trouble or words, "error" if message.trouble else "information")
        self.refresh_bindings()

    def on_outcome_placed(self) -> None:
        """In a low pane the file and what became of it move up until they are seen."""
        if not self.scroller.region.contains_region(self.outcome.region):
            self.scroller.scroll_to_widget(self.form.file, top=True, animate=False)

    # Once it is written

    def _say_written(self) -> None:
        self.outcome.written(self._written, can_open=opener.opener() is not None)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(str(self._written))
        self.shell.say(COPIED)

    def action_open(self) -> None:
        if self._written:
            self.run_worker(self._open(self._written))

    async def _open(self, path: Path) -> None:
        if not await opener.opened(path):
            self.shell.say(f"The system could not open {one_line(destination.brief(path))}.", "warning")
