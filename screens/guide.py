"""The Guide: contents at the side, a page, and a search over all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from data import guide
from data.guide import poses
from screens.section import Section
from screens.shell import PaletteEntry
from screens.widgets.figure import FigureView
from screens.widgets.guide_contents import GuideContents
from screens.widgets.guide_search import GuideSearch
from screens.widgets.guide_text import GuideText

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Click, DescendantBlur

_PAGES = Binding.Group("pages", compact=True)
_CHAPTERS = Binding.Group("chapters", compact=True)
_IN_LIST: dict[str, Callable[[OptionList], None]] = {
    "up": OptionList.action_cursor_up,
    "down": OptionList.action_cursor_down,
    "page-up": OptionList.action_page_up,
    "page-down": OptionList.action_page_down,
    "top": OptionList.action_first,
    "bottom": OptionList.action_last,
}
_IN_TEXT: dict[str, Callable[[VerticalScroll], None]] = {
    "up": lambda page: page.scroll_relative(y=-1, animate=False),
    "down": lambda page: page.scroll_relative(y=1, animate=False),
    "page-up": lambda page: page.scroll_page_up(animate=False),
    "page-down": lambda page: page.scroll_page_down(animate=False),
    "top": lambda page: page.scroll_home(animate=False),
    "bottom": lambda page: page.scroll_end(animate=False),
}


def _move(keys: str, how: str, name: str) -> Binding:
    return Binding(keys, f"move('{how}')", how, id=f"guide.{how}", show=False, tooltip=name)


class PageScroll(VerticalScroll, can_focus=False):
    """The page shown, and the name of the next one."""


class NextPage(Static):
    """Names the page that follows; a click turns to it."""


class GuideScreen(Section):
    """The page that was read last stays open; `arrive(page=…)` opens another, `escape` leads back."""

    CSS_PATH = "guide.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left,left_square_bracket",
            "turn(-1)",
            "pages",
            id="guide.page-before",
            group=_PAGES,
            tooltip="Page before",
        ),
        Binding(
            "right,right_square_bracket",
            "turn(1)",
            "pages",
            id="guide.next-page",
            group=_PAGES,
            tooltip="Next page",
        ),
        Binding("c", "contents", "contents", id="guide.contents", tooltip="Choose a page in the contents"),
        Binding("slash", "search", "search", id="guide.search", tooltip="Search all pages"),
        _move("j,down", "down", "Line down"),
        _move("k,up", "up", "Line up"),
        _move("space,pagedown", "page-down", "Screen down"),
        _move("pageup", "page-up", "Screen up"),
        _move("home", "top", "Top of the page"),
        _move("end", "bottom", "End of the page"),
        *(
            Binding(
                str(number),
                f"open_chapter({number})",
                "chapters",
                id=f"guide.chapter-{number}",
                show=False,
                group=_CHAPTERS,
                tooltip=f"Chapter {number}: {title}",
            )
            for number, title in enumerate(guide.SECTIONS, 1)
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._pages = guide.pages()
        self._page = self._pages[0]
        self._came_from: guide.Page | None = None

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="guide"):
            yield GuideContents()
            with PageScroll():
                yield FigureView()
                yield GuideText()
                yield NextPage(markup=False)
            yield GuideSearch()

    def on_mount(self) -> None:
        self._show(self._page)

    def palette_entries(self) -> Iterable[PaletteEntry]:
        return (
            PaletteEntry(f"Guide: {page.title}", page.section, partial(self.shell.open_guide, page.key))
            for page in self._pages
        )

    # Being sent to a page, and back

    def send(self, where: dict[str, Any]) -> None:
        sections = [screen for screen in self.app.screen_stack if isinstance(screen, Section)]
        self._came_from = self._page if sections[-1] is self else None
        super().send(where)

    def arrive(self, **where: Any) -> None:
        came_from = self._came_from
        self._show(self._named(where["page"]))
        self._came_from = None if came_from is self._page else came_from

    def _named(self, key: str) -> guide.Page:
        return next((page for page in self._pages if page.key == key), self._page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back" and (self._searching or self._came_from):
            return True
        if action in ("search", "turn", "contents") and self._searching:
            return False
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        if self._searching:
            self._end_search()
        elif self.focused is None and self._came_from:
            self._show(self._came_from)
        else:
            super().action_back()

    # A page

    def _show(self, page: guide.Page, words: list[str] | None = None) -> None:
        """Show a page from its top, with the words marked that led to it."""
        self._page, self._came_from = page, None
        self._end_search()
        self.set_focus(None)
        self.query_one(GuideContents).show_here(page.key)
        self.query_one(GuideText).show(guide.read(page.key), words or [])
        figure = poses.figure(page.key) if self.shell.unicode else None
        self.set_class(figure is not None, "-figure")
        self.query_one(FigureView).show(*(figure.at(pose) for pose in (0, 1)) if figure else ())
        following = self._page_at(1)
        self.query_one(NextPage).update(f"→ {following.title}" if following else "")
        self.query_one(PageScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def _page_at(self, step: int) -> guide.Page | None:
        number = self._pages.index(self._page) + step
        return self._pages[number] if 0 <= number < len(self._pages) else None

    def action_turn(self, step: int) -> None:
        if page := self._page_at(step):
            self._show(page)

    def action_open_chapter(self, number: int) -> None:
        section = guide.SECTIONS[number - 1]
        self._show(next(page for page in self._pages if page.section == section))

    def on_guide_contents_chosen(self, event: GuideContents.Chosen) -> None:
        self._show(event.page)

    def on_click(self, event: Click) -> None:
        if isinstance(event.widget, NextPage):
            self.action_turn(1)

    def action_move(self, how: str) -> None:
        contents = self.query_one(GuideContents)
        if self._searching:
            _IN_LIST[how](self.query_one(GuideSearch).places)
        elif contents.has_focus:
            _IN_LIST[how](contents)
        else:
            _IN_TEXT[how](self.query_one(PageScroll))

    # Contents: beside the page where there is room, else in its place while they have the keys

    def action_contents(self) -> None:
        contents = self.query_one(GuideContents)
        if contents.has_focus:
            self.set_focus(None)
            return
        self.add_class("-contents")
        contents.focus()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        if isinstance(event.widget, GuideContents):
            self.remove_class("-contents")

    # Search

    @property
    def _searching(self) -> bool:
        return self.has_class("-searching")

    def action_search(self) -> None:
        self.add_class("-searching")
        self.query_one(GuideSearch).begin()
        self.refresh_bindings()

    def _end_search(self) -> None:
        if self._searching:
            self.remove_class("-searching")
            self.set_focus(None)
            self.refresh_bindings()

    def on_guide_search_chosen(self, event: GuideSearch.Chosen) -> None:
        self._show(event.hit.page, event.words)
        self.call_after_refresh(self._scroll_to_place, event.hit.line)

    def _scroll_to_place(self, text: str) -> None:
        page = self.query_one(GuideText)
        self.query_one(PageScroll).scroll_to(y=page.virtual_region.y + page.line_with(text), animate=False)
