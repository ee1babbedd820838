"""A field to search the guide with, and the places found."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from data import guide
from screens.widgets.guide_text import with_words_marked

if TYPE_CHECKING:
    from textual.app import ComposeResult

BEFORE, AFTER = 30, 70
"""Letters of a place shown before and from the first word found."""
HINT = "Finds the pages with all the words in one paragraph. ↑ ↓ choose one, enter opens it."


def excerpt(line: str, word: str, before: int = BEFORE) -> str:
    """What stands around the word, in at most some hundred letters, cut between words.

    What shows a cut has no blank beside it, so that it never stands alone on a line.
    """
    at = line.casefold().find(word.casefold())
    start = line.rfind(" ", 0, max(at - before, 0)) + 1
    end = line.find(" ", at + AFTER) if at + AFTER < len(line) else -1
    cut = line[start:] if end < 0 else f"{line[start:end]}…"
    return f"…{cut}" if start else cut


class SearchField(Input):
    """Where the words are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "open", id="guide-search.open", tooltip="Open the place under the cursor")
    ]


class GuideSearch(Vertical):
    """Searches at each letter; `enter` or a click opens a place."""

    class Chosen(Message):
        """A place is to be opened, with the words that led to it."""

        def __init__(self, hit: guide.Hit, words: list[str]) -> None:
            super().__init__()
            self.hit = hit
            self.words = words

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[guide.Hit] = []

    def compose(self) -> ComposeResult:
        yield SearchField(placeholder="Search the guide: stairs, band, morning …")
        yield Static(HINT, markup=False)
        yield OptionList()

    @property
    def places(self) -> OptionList:
        return self.query_one(OptionList)

    @property
    def words(self) -> list[str]:
        return self.query_one(Input).value.split()

    def begin(self) -> None:
        """Take the keys; what was searched last is there, to be typed over."""
        field = self.query_one(Input)
        field.focus()
        field.action_select_all()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._hits = guide.search(event.value)
        self.places.set_options(self._option(hit) for hit in self._hits)
        self.places.highlighted = 0 if self._hits else None
        self.query_one(Static).update(self._said())

    def _said(self) -> str:
        if not self.words:
            return HINT
        if not self._hits:
            return f"Nothing in the guide holds “{' '.join(self.words)}”."
        return "1 page:" if len(self._hits) == 1 else f"{len(self._hits)} pages:"

    def _option(self, hit: guide.Hit) -> Option:
        if hit.is_title:
            return Option(
                with_words_marked(Content.styled(hit.page.title, "bold"), self.words, "bold underline")
            )
        line = with_words_marked(Content(excerpt(hit.line, self.words[0])), self.words, "bold underline")
        return Option(Content.assemble((hit.page.title, "bold"), "\n", line))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.places.highlighted is not None:
            self._choose(self.places.highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option_index)

    def _choose(self, number: int) -> None:
        self.post_message(self.Chosen(self._hits[number], self.words))
