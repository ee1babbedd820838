"""The report as plain text, to be read before it is handed over: what the physiotherapist gets, word for word."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from data.apart import own_connection
from data.exchange import report
from data.plain_text import literal
from screens.trouble import TROUBLES, sentence_for
from screens.widgets.dialogs import Dialog
from screens.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from textual.app import ComposeResult

HEADING = "The report as plain text"
READING = "Reading the diary …"


class _Text(ScrollView, can_focus=False):
    """Lines as they are, never wrapped; only those in sight are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []

    def show(self, text: str) -> None:
        self._lines = literal(text).splitlines()
        self.virtual_size = Size(max(map(cell_len, self._lines), default=0), len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        left, top = self.scroll_offset
        line = self._lines[top + y] if top + y < len(self._lines) else ""
        width = self.scrollable_content_region.width
        return Strip([Segment(line, self.rich_style)]).crop_extend(left, left + width, self.rich_style)


class TextRead(Message):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


def _move(keys: str, how: str, name: str, label: str = "") -> Binding:
    return Binding(
        keys, f"move('{how}')", label or how, id=f"report-text.{how}", show=bool(label), tooltip=name
    )


class ReportText(Dialog[None]):
    """The whole screen; the text is made by a thread, for that of ten years takes seconds."""

    CSS_PATH = "report_text.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v,q", "cancel", "close", id="report-text.close", show=False, tooltip="Close the text"),
        _move("space,pagedown", "page-down", "Screen down", "page"),
        _move("j,down", "down", "Line down"),
        _move("k,up", "up", "Line up"),
        _move("pageup,b", "page-up", "Screen up"),
        _move("right", "right", "To the right"),
        _move("left", "left", "To the left"),
        _move("home", "top", "Top of the text"),
        _move("end", "bottom", "End of the text"),
    ]

    def __init__(self, first: date | None, last: date | None, *, with_name: bool) -> None:
        super().__init__(HEADING)
        self._make = partial(report.as_text, first, last, with_name=with_name)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self.heading, classes="dialog-heading", markup=False)
            yield _Text()
            yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(_Text).show(READING)
        self.run_worker(self._read, thread=True)

    def _read(self) -> None:
        try:
            with own_connection():
                text = self._make()
        except TROUBLES as trouble:
            text = sentence_for(trouble)
        self.post_message(TextRead(text))

    def on_text_read(self, message: TextRead) -> None:
        self.query_one(_Text).show(message.text)

    def action_move(self, how: str) -> None:
        text: Any = self.query_one(_Text)
        match how:
            case "down" | "up":
                text.scroll_relative(y=1 if how == "down" else -1, animate=False)
            case "right" | "left":
                text.scroll_relative(x=8 if how == "right" else -8, animate=False)
            case "page-down":
                text.scroll_page_down(animate=False)
            case "page-up":
                text.scroll_page_up(animate=False)
            case "top":
                text.scroll_home(animate=False)
            case "bottom":
                text.scroll_end(animate=False, x_axis=False)
