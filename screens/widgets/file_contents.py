"""What leaves the machine with a file and what stays, read by a thread and seen before the file is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest

from screens.report_work import ContentsRead, Order, read_contents
from screens.widgets.lines import Line, Lines, Piece, width_of, wrapped

BESIDE = 72
"""Columns from which the two stand side by side."""
LEAVES, STAYS = "Leaves this machine", "Stays here"
NOTES_STAY = (
    "A note that you didn't mark for your physiotherapist stays; its lines that begin with ? are questions "
    "and go into a report. So does a flare, with its words."
)
READING = "Reading the diary …"
SOON = 0.3
"""Seconds after which it is said that the diary is still being read."""
BULLET = "· "
GAP = 2


class FileContents(Lines):
    """Always about the latest order; while a thread reads, that one waits for its turn."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted: Order | None = None
        self._found: ContentsRead | None = None
        self.is_reading = False

    def want(self, order: Order | None) -> None:
        """None: it can't be said yet what is wanted, so there is nothing to show."""
        is_known = self.is_reading or (self._found is not None and self._found.contents is not None)
        if order == self._wanted and is_known:
            return
        self._wanted = order
        if order is None:
            self._show(None)
        elif not self.is_reading:
            self._read(order)

    def _read(self, order: Order) -> None:
        self.is_reading = True
        self.set_timer(SOON, self._say_reading)
        self.run_worker(partial(read_contents, self.post_message, order), thread=True)

    def _say_reading(self) -> None:
        if self.is_reading and self._wanted:
            self._show(ContentsRead(self._wanted, None, READING))

    def on_contents_read(self, message: ContentsRead) -> None:
        message.stop()
        self.is_reading = False
        if self._wanted == message.order:
            self._show(message)
        elif self._wanted:
            self._read(self._wanted)

    def _show(self, found: ContentsRead | None) -> None:
        self._found = found
        self.redraw()

    def lay_out(self, width: int) -> list[Line]:
        if self._found is None:
            return []
        contents = self._found.contents
        if contents is None:
            return [(Piece(text, "muted"),) for text in wrapped(self._found.instead, width)]
        beside = width >= BESIDE
        column = (width - GAP) // 2 if beside else width
        leaves = list(_listed(LEAVES, contents.leaves, column))
        always = (NOTES_STAY,) if self._found.order.format.is_report else ()
        stays = list(_listed(STAYS, (*contents.stays, *always), column))
        if not beside:
            return [*leaves, (), *stays]
        pairs = zip_longest(leaves, stays, fillvalue=())
        return [(*left, Piece(" " * (column + GAP - width_of(left))), *right) for left, right in pairs]


def _listed(heading: str, items: Sequence[str], width: int) -> Iterator[Line]:
    yield (Piece(heading, "strong"),)
    for item in items:
        sign = BULLET
        for text in wrapped(item, width - len(BULLET)):
            yield (Piece(sign, "muted"), Piece(text))
            sign = " " * len(BULLET)
