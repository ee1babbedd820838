"""A small diary and small sections, to try the shell without the real ones."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, Static

from data.errors import Refused
from screens.section import Section
from screens.shell import PaletteEntry, SectionEntry
from tui.app import ItbandApp
from tui.app_keys import SECTIONS
from tui.config import Config

MONDAY = date(2026, 11, 23)


class SmallDiary:
    """Counts its changes; `trouble` makes every reading fail."""

    def __init__(self) -> None:
        self.changes = 0
        self.day = MONDAY
        self.trouble: Exception | None = None
        self.copies = 0
        self.unflushed = 0
        self.copy_trouble: str | None = None

    def version(self) -> int:
        if self.trouble:
            raise self.trouble
        return self.changes

    def today(self) -> date:
        return self.day

    def keep_copy(self) -> str | None:
        self.copies += 1
        return self.copy_trouble

    def flush(self) -> None:
        self.unflushed = 0

    def undo(self) -> str:
        if not self.changes:
            raise Refused("There is nothing to undo.")
        self.changes -= 1
        return "Undone: one change."

    def redo(self) -> str:
        raise Refused("There is nothing to redo.")

    def add(self) -> str:
        self.changes += 1
        self.unflushed += 1
        return "Added."


class SmallSection(Section):
    """Shows how many changes the diary has, and remembers what the shell told it."""

    def __init__(self) -> None:
        super().__init__()
        self.reloads = 0
        self.arrived: list[dict[str, object]] = []
        self.days_left: list[date] = []

    def compose_body(self) -> ComposeResult:
        yield Static(id="changes", markup=False)

    def reload(self) -> None:
        self.reloads += 1
        self.query_one("#changes", Static).update(f"{self.key}: {self.shell.diary.version()} changes")

    def arrive(self, **where: object) -> None:
        self.arrived.append(where)

    def new_day(self, before: date) -> None:
        self.days_left.append(before)


class SmallToday(SmallSection):
    """Has more commands than a footer holds, and a field."""

    BINDINGS = [
        Binding("space", "note('set')", "set", id="today.next-set", tooltip="Tick the next set"),
        Binding("x", "note('row')", "row", id="today.row", tooltip="Tick the row as asked"),
        Binding("s", "note('skip')", "skip", id="today.skip", tooltip="Skip with a reason"),
        *(
            Binding(
                str(level),
                f"note('pain {level}')",
                "pain",
                id=f"today.pain-{level}",
                tooltip=f"Worst pain {level}",
                group=Binding.Group("pain"),
            )
            for level in range(10)
        ),
        Binding("b", "note('begin')", "begin", id="today.begin", tooltip="Begin the session"),
        Binding("n", "note('note')", "note", id="today.note", tooltip="Write a note"),
        Binding("f", "field", "field", id="today.field", show=False, tooltip="Go to the field"),
        Binding("left", "note('before')", "before", id="today.before", show=False, tooltip="Day before"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[str] = []

    def compose_body(self) -> ComposeResult:
        yield from super().compose_body()
        yield Input(id="field")

    def action_note(self, what: str) -> None:
        self.noted.append(what)

    def action_field(self) -> None:
        self.query_one(Input).focus()

    def palette_entries(self) -> Iterable[PaletteEntry]:
        return [PaletteEntry("Bridge [/b] [red]", "2×10 [x", lambda: self.noted.append("bridge"))]


def small_app(
    folder: Path,
    diary: SmallDiary | None = None,
    *,
    today: Callable[[], Section] = SmallToday,
    start: str = "today",
) -> ItbandApp:
    """The app with the keys and titles of the real sections, all of them small."""
    entries: list[SectionEntry] = [
        entry._replace(screen=today if entry.key == "today" else SmallSection) for entry in SECTIONS
    ]
    return ItbandApp(diary or SmallDiary(), Config.load(folder), sections=entries, start=start)


def screen_lines(app: ItbandApp) -> list[str]:
    """What stands on the screen, line by line, after the last filter."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


def screen_text(app: ItbandApp) -> str:
    return "\n".join(screen_lines(app))


def told(app: ItbandApp) -> list[str]:
    """The notifications that stand on the screen."""
    return [notification.message for notification in app._notifications]


def cells(line: str) -> int:
    return cell_len(line)
