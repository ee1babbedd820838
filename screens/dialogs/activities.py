"""The runner's own activities, up to three: add, rename, archive. Their scores are given on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from data import activities
from data.models import Activity
from data.plain_text import one_line
from screens.dialogs.plan_forms import NameForm
from screens.widgets.dialogs import Dialog
from screens.widgets.lines import Line, Lines, Piece, wrapped

if TYPE_CHECKING:
    from textual.app import ComposeResult

WHAT = (
    f"Up to {activities.MOST} things of your own that the knee makes hard. Once a week Today asks how they go, "
    f'from 0 "{activities.SCALE_ENDS[0]}" to 10 "{activities.SCALE_ENDS[1]}".'
)
EXAMPLE = 'such as "run 10 km"'


class _List(Lines):
    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._here = 0

    def show(self, names: list[str], here: int) -> None:
        self._names, self._here = names, here
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        lines: list[Line] = [(Piece(text, "muted"),) for text in wrapped(WHAT, width)]
        lines.append(())
        for at, name in enumerate(self._names):
            here, action = at == self._here, f"screen.move_to({at})"
            for number, text in enumerate(wrapped(name, width - 2)):
                marker = "▸ " if here and number == 0 else "  "
                lines.append(
                    (Piece(marker, "key", action), Piece(text, "cursor" if here else "plain", action))
                )
        if not self._names:
            lines.append((Piece("None yet: a adds one.", "plain", "screen.add"),))
        return lines


class ActivitiesDialog(Dialog[None]):
    """Each change is saved when its own small form is."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="activity-list.add", tooltip="Add an activity"),
        Binding("enter", "rename", "rename", id="activity-list.rename", tooltip="Give it another name"),
        Binding(
            "x,delete",
            "archive",
            "archive",
            id="activity-list.archive",
            tooltip="Take it off the list; its scores stay",
        ),
        Binding("down,j", "move(1)", "down", id="activity-list.next", show=False, tooltip="Activity below"),
        Binding("up,k", "move(-1)", "up", id="activity-list.previous", show=False, tooltip="Activity above"),
    ]

    def __init__(self) -> None:
        super().__init__("Activities")
        self._activities: list[Activity] = []
        self._here = 0

    def compose_body(self) -> ComposeResult:
        yield _List()

    def on_mount(self) -> None:
        self._show()

    def on_screen_resume(self) -> None:
        self._show()

    def _show(self) -> None:
        before, self._activities = len(self._activities), activities.activities()
        if len(self._activities) > before:
            self._here = len(self._activities) - 1
        self._here = max(0, min(self._here, len(self._activities) - 1))
        self.query_one(_List).show([one_line(one.name) for one in self._activities], self._here)
        self.refresh_bindings()

    @property
    def _activity(self) -> Activity | None:
        return self._activities[self._here] if self._activities else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("rename", "archive"):
            return True if self._activity else None
        if action == "add":
            return None if len(self._activities) >= activities.MOST else True
        return True

    def action_move(self, by: int) -> None:
        self.action_move_to(self._here + by)

    def action_move_to(self, at: int) -> None:
        self._here = at
        self._show()

    def action_add(self) -> None:
        form = NameForm(
            "A new activity",
            activities.add,
            hint=EXAMPLE,
            remark="One of that name that was archived comes back.",
        )
        self.app.push_screen(form)

    def action_rename(self) -> None:
        if activity := self._activity:
            self.app.push_screen(
                NameForm(
                    "Rename the activity", lambda name: activities.rename(activity, name), value=activity.name
                )
            )

    def action_archive(self) -> None:
        if activity := self._activity:
            self.write(lambda: f"{activities.archive(activity)} Undo brings it back.")
            self._show()
