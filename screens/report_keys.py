"""The keys of Report: one definition each, from which footer, help, palette and rebinding follow."""

from __future__ import annotations

from textual.binding import Binding, BindingType

_CHOOSE = Binding.Group("choose", compact=True)

REPORT_KEYS: list[BindingType] = [
    Binding("enter", "write", "write", id="report.write", priority=True, tooltip="Write the file"),
    Binding(
        "left", "step(-1)", "choose", id="report.before", group=_CHOOSE, tooltip="Choose the option before"
    ),
    Binding(
        "right,space", "step(1)", "choose", id="report.next", group=_CHOOSE, tooltip="Choose the next option"
    ),
    Binding("v", "view", "view", id="report.view", tooltip="View the report before it is written"),
    Binding("f", "type_file", "file", id="report.file", tooltip="Type the name of the file"),
    Binding("d", "type_days", "days", id="report.days", tooltip="Type the first and the last day"),
    Binding("c", "copy", "copy", id="report.copy", show=False, tooltip="Copy the path of the file written"),
    Binding("O", "open", "open", id="report.open", show=False, tooltip="Open the file written"),
    Binding("j,down", "move(1)", "down", id="report.down", show=False, tooltip="Line below"),
    Binding("k,up", "move(-1)", "up", id="report.up", show=False, tooltip="Line above"),
    Binding("pagedown", "page(1)", "page down", id="report.page-down", show=False, tooltip="Scroll down"),
    Binding("pageup", "page(-1)", "page up", id="report.page-up", show=False, tooltip="Scroll up"),
]
