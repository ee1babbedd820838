"""The baselines in Textual: `paint`, an app with Header and Footer; `rows N`, one with N rows that a key ticks."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static

WORDS = "Bare Textual"


class Paint(App[None]):
    BINDINGS = [("q", "quit", "Quit"), ("space", "tick", "Tick")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static(WORDS)
        yield Footer()


class Rows(App[None]):
    BINDINGS = [("q", "quit", "Quit"), ("space,backspace", "tick", "Tick")]

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows
        self.ticks = 0

    def compose(self) -> ComposeResult:
        yield Header()
        for row in range(self.rows):
            yield Static(f"[ ] row {row}", id=f"row-{row}", markup=False)
        yield Static(WORDS)
        yield Footer()

    def action_tick(self) -> None:
        row = self.ticks % self.rows
        self.ticks += 1
        self.query_one(f"#row-{row}", Static).update(f"[{self.ticks}] row {row}")


if __name__ == "__main__":
    (Rows(int(sys.argv[2])) if sys.argv[1] == "rows" else Paint()).run()
