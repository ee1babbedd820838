"""The contents of the guide: its sections, numbered by the key that opens them, and their pages."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data import guide


class GuideContents(OptionList):
    """A list to choose a page from, the page shown now marked with a sign."""

    HERE: ClassVar[str] = "▸"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "open", id="guide-contents.open", tooltip="Open the page under the cursor")
    ]

    class Chosen(Message):
        """A page is to be opened."""

        def __init__(self, page: guide.Page) -> None:
            super().__init__()
            self.page = page

    def __init__(self) -> None:
        self._pages = {page.key: page for page in guide.pages()}
        self._here: str | None = None
        super().__init__(*self._all_lines())

    def _all_lines(self) -> list[Option]:
        options = []
        for number, section in enumerate(guide.SECTIONS, 1):
            options.append(Option(Content(f"{number} {section}"), disabled=True))
            pages = (page for page in self._pages.values() if page.section == section)
            options += [Option(self._line(page), page.key) for page in pages]
        return options

    def _line(self, page: guide.Page) -> Content:
        return Content(f"{self.HERE if page.key == self._here else ' '} {page.title}")

    def show_here(self, key: str) -> None:
        """Mark the page as the one shown now, and put the cursor on it."""
        before, self._here = self._here, key
        for changed in filter(None, {before, key}):
            self.replace_option_prompt(changed, self._line(self._pages[changed]))
        self.highlighted = self.get_option_index(key)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._pages[str(event.option_id)]))
