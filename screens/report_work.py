"""What the Report section has done by threads: they read by their own connection, post messages and touch no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual.message import Message

from data.apart import own_connection
from data.exchange import export
from data.exchange.export import Format
from data.exchange.report import Contents
from data.wording import percent
from screens.trouble import TROUBLES, sentence_for

STOPPED = "Stopped: nothing was written."

Post = Callable[[Message], object]


@dataclass(frozen=True)
class Order:
    """What is wanted of which days, as `export.write` takes them. version: that of the diary."""

    format: Format
    first: date | None
    last: date | None
    with_name: bool
    version: int


class ContentsRead(Message):
    """What a file of that order has in it; None while that isn't known, with what is said instead."""

    def __init__(self, order: Order, contents: Contents | None, instead: str = "") -> None:
        super().__init__()
        self.order, self.contents, self.instead = order, contents, instead


class Progressed(Message):
    """What is being done, and how much of it all is done, from 0 to 1."""

    def __init__(self, doing: str, share: float) -> None:
        super().__init__()
        self.doing, self.share = doing, share


class Ended(Message):
    """The file is there, or it isn't and `trouble` says why."""

    def __init__(self, path: Path, trouble: str = "") -> None:
        super().__init__()
        self.path, self.trouble = path, trouble


class _Stopped(Exception):
    pass


def read_contents(post: Post, order: Order) -> None:
    try:
        with own_connection():
            found = export.contents(order.format, order.first, order.last, with_name=order.with_name)
    except TROUBLES as trouble:
        post(ContentsRead(order, None, sentence_for(trouble)))
    else:
        post(ContentsRead(order, found))


def write_file(post: Post, order: Order, path: Path, *, force: bool, is_stopped: Callable[[], bool]) -> None:
    told, trouble = ("", ""), ""

    def tell(doing: str, share: float) -> None:
        nonlocal told
        if is_stopped() and share < 1:
            raise _Stopped
        if told != (doing, percent(share)):  # a page is set in more steps than anybody can see
            told = (doing, percent(share))
            post(Progressed(doing, share))

    try:
        with own_connection():
            export.write(path, order.first, order.last, force=force, with_name=order.with_name, progress=tell)
    except _Stopped:
        trouble = STOPPED
    except TROUBLES as error:
        trouble = sentence_for(error)
    post(Ended(path, trouble))
