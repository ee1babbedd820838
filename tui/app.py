"""The app around the sections: what leads from one to another, and the watch on the diary."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.app import App
from textual.color import Color

from data import calendar_days
from data.errors import Refused
from data.plain_text import literal
from screens.section import Section
from screens.shell import OpenDiary, Preference, SectionEntry, Tone
from screens.trouble import TROUBLES, sentence_for
from tui.app_keys import APP_KEYS, SECTIONS
from tui.filters import NoColours, OnlyText, PlainSigns, terminal_encoding
from tui.themes import DEFAULT, DIARY_COLOURS, NAMES, THEMES

if TYPE_CHECKING:
    from datetime import date

    from textual.binding import Binding
    from textual.command import Provider
    from textual.filter import LineFilter
    from textual.screen import Screen

    from tui.config import Config

STYLES_OF_WINDOWS = Path(__file__).with_name("windows.tcss")
WARNING_SIGNS = "warning-signs"
MISTAKE = "IT Band met a mistake of its own and had to close. What was shown as saved is saved."
KEY_WORDS = {"⏎": "enter", "⌫": "backspace"}
"""What is printed on the key is found sooner than Textual's sign for it."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the diary's version and the day."""


def _palette_commands() -> type[Provider]:
    from tui.commands import CommandsOfTheApp

    return CommandsOfTheApp


class ItbandApp(App[None], inherit_bindings=False):
    """One diary, its sections, and what they share. Satisfies `screens.shell.Shell`."""

    TITLE = "IT Band"
    CSS_PATH = "app.tcss"
    AUTO_FOCUS = None
    COMMANDS = {_palette_commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]

    BINDINGS = APP_KEYS

    def __init__(
        self,
        diary: OpenDiary,
        config: Config,
        *,
        sections: Sequence[SectionEntry] = SECTIONS,
        start: str = SECTIONS[0].key,
    ) -> None:
        """`diary` is `data.diary`, opened; `start` names the section shown first."""
        super().__init__()
        self._diary = diary
        self.config = config
        self._sections = {entry.key: entry for entry in sections}
        self._made: dict[str, Section] = {}
        self._start = start
        self._trail: list[str] = []
        self._day: date | None = None
        self._trouble = ""
        self._dress(config)
        self.set_keymap(config.keys)
        encoding = terminal_encoding(os.environ, getattr(sys.__stderr__, "encoding", None) or "utf-8")
        self._only_text = OnlyText()
        self._plain_signs = None if "utf" in encoding.lower() else PlainSigns(encoding)

    def _dress(self, config: Config) -> None:
        """Put on the remembered theme; setting `theme` would have the styles read a second time."""
        for theme in THEMES:
            self.register_theme(theme)
        name = config.preference("theme", DEFAULT)
        if name not in NAMES:
            config.complaints.append(
                f'config.toml: there is no theme "{name}"; there are {", ".join(NAMES)}.'
            )
            name = DEFAULT
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    # Sections

    def get_default_screen(self) -> Screen[Any]:
        section = self._section(self._start)
        if section.HAS_FIELDS:
            self._read_styles_of_windows()
        for path in section.css_path:  # Textual reads a pushed screen's styles, not those of the first
            self.stylesheet.read(path)
        return section

    def _read_styles_of_windows(self) -> None:
        """Those of fields, lists and windows, once: to parse them takes a fiftieth of a start that shows none."""
        if not self.stylesheet.has_source(str(STYLES_OF_WINDOWS)):
            self.stylesheet.read(STYLES_OF_WINDOWS)

    def _section(self, key: str) -> Section:
        """The section, made at the first visit."""
        if key not in self._made:
            make = self._sections[key].screen
            if isinstance(make, str):
                module, _, name = make.partition(":")
                make = getattr(import_module(module), name)
            section: Section = make()
            section.key = key
            self._made[key] = section
            self.install_screen(section, key)
        return self._made[key]

    @property
    def section(self) -> Section:
        """The section in front, a window over it or not."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, Section))

    def sections_made(self) -> list[Section]:
        """The sections visited so far, the one in front first."""
        front = self.section
        return [front, *(section for section in self._made.values() if section is not front)]

    @property
    def sections(self) -> Sequence[SectionEntry]:
        return tuple(self._sections.values())

    def open_section(self, key: str, *, come_back: bool = False, **where: Any) -> None:
        front = self.section
        if not (where or come_back) and (made := self._made.get(key)) and made.is_away:
            where = {"day": self._diary.today()}
        if come_back and key != front.key:
            self._trail.append(front.key)
        elif not come_back:
            self._trail.clear()
        self._show(key, where)

    def _show(self, key: str, where: dict[str, Any]) -> None:
        """Bring the section to the front. The first one stays below all others: Textual can't replace it."""
        section = self._section(key)
        if where:
            section.send(where)
        while not isinstance(self.screen, Section):
            self.pop_screen()
        if section is self.screen:
            self.show_diary_in(section)
        elif section is self.screen_stack[0]:
            self.pop_screen()
        elif len(self.screen_stack) == 1:
            self.push_screen(section)
        else:
            self.switch_screen(section)

    def open_guide(self, page: str) -> None:
        self.open_section("guide", come_back=True, page=page)

    @property
    def can_go_back(self) -> bool:
        return bool(self._trail)

    def go_back(self) -> bool:
        if not self._trail:
            return False
        self._show(self._trail.pop(), {})
        return True

    # The diary

    @property
    def diary(self) -> OpenDiary:
        return self._diary

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self._look)
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        if not gc.isenabled():
            gc.freeze()  # what a start has made stays; no search for garbage between two keys walks through it
            gc.enable()
        self._tell_complaints()

    def _look(self) -> None:
        """Show what another process wrote, and the new day; beneath a window both wait for its end."""
        if not self.screen_stack:
            return  # the app is being closed
        if isinstance(self.screen, Section):
            self.show_diary_in(self.screen)
        else:
            with suppress(
                *TROUBLES
            ):  # a diary that is back in its place is opened, so that the window can try again
                self._diary.version()

    def show_diary_in(self, section: Section, *, again: bool = False) -> None:
        try:
            section.show_diary(again=again)
        except TROUBLES as trouble:
            sentence = sentence_for(trouble)
            if sentence != self._trouble:
                self.say(sentence, "error")
            self._trouble = sentence
            return
        self._trouble = ""
        if self._day and section.today and section.today != self._day:
            self.say(f"It is {calendar_days.long(section.today)} now.")
            self.run_worker(self._keep_copy, thread=True)
        self._day = section.today

    def _keep_copy(self) -> None:
        """The new day's copy, made by a thread of its own."""
        try:
            trouble = self._diary.keep_copy()
        except TROUBLES as error:
            trouble = sentence_for(error)
        if trouble:
            self.call_from_thread(self.say, trouble, "warning")

    def write(self, change: Callable[[], str | None]) -> bool:
        try:
            said = change()
        except TROUBLES as trouble:
            self.tell(trouble)
            return False
        if said:
            self.say(said)
        self.show_diary_in(self.section, again=True)
        self.call_after_refresh(self._be_sure_of_it)
        return True

    def _be_sure_of_it(self) -> None:
        """The disk is waited for once the change is painted."""
        try:
            self._diary.flush()
        except TROUBLES as trouble:
            self.tell(trouble)

    async def run_action(self, *action: Any, **where: Any) -> bool:
        """A key on a diary that can't be read just now is told, and can be tried again."""
        try:
            return await super().run_action(*action, **where)
        except TROUBLES as trouble:
            self.tell(trouble)
            return True

    def push_screen(
        self, screen: Any, callback: Callable[[Any], Any] | None = None, *how: Any, **more: Any
    ) -> Any:
        """What a window's answer leads to may find the diary unreadable just now, as a key may."""

        def answered(answer: Any) -> Any:
            assert callback is not None
            try:
                return callback(answer)
            except TROUBLES as trouble:
                return self.tell(trouble)

        self._read_styles_of_windows()
        return super().push_screen(screen, callback and answered, *how, **more)

    def tell(self, trouble: Exception) -> None:
        self.say(sentence_for(trouble), "warning" if isinstance(trouble, Refused) else "error")

    def say(self, text: str, tone: Tone = "information") -> None:
        for standing in [one for one in self._notifications if one.message == literal(text)]:
            self._unnotify(standing, refresh=False)  # it is told once, and stands from now on
        self.notify(literal(text), severity=tone, markup=False)

    # Commands

    def action_open_section(self, key: str) -> None:
        """What a section's letter does."""
        self.open_section(key)

    def action_settings(self) -> None:
        self.open_section("settings", come_back=True)

    def action_warning_signs(self) -> None:
        self.open_guide(WARNING_SIGNS)

    def action_undo(self) -> None:
        self.write(self._diary.undo)

    def action_redo(self) -> None:
        self.write(self._diary.redo)

    def action_help(self) -> None:
        from screens.help import HelpScreen

        section = self.section
        self.push_screen(HelpScreen.of(section, self._sections[section.key].title.capitalize()))

    def get_key_display(self, binding: Binding) -> str:
        shown = super().get_key_display(binding)
        for sign, word in KEY_WORDS.items():
            shown = shown.replace(sign, word)
        return shown.replace("^", "ctrl+", 1) if "ctrl+" in binding.key else shown

    # What config.toml remembers

    @property
    def themes(self) -> Mapping[str, str]:
        return NAMES

    def choose_theme(self, name: str) -> None:
        self.theme = name
        self.prefer("theme", name)

    def preference(self, name: str, default: Preference) -> Preference:
        return self.config.preference(name, default)

    def prefer(self, name: str, value: str | int | float | bool) -> bool:
        try:
            self.config.remember(name, value)
        except Refused as refusal:
            self.say(str(refusal), "error")
            return False
        return True

    def _tell_complaints(self) -> None:
        complaints = self.config.complaints
        if keys := self.config.keys:
            from tui.keymap import accepted

            self.set_keymap(accepted(keys, complaints))
        for complaint in complaints:
            self.say(complaint, "warning")

    # How it looks

    @property
    def unicode(self) -> bool:
        return self._plain_signs is None

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(DIARY_COLOURS, "ansi_default")

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = [*super().get_line_filters(), self._only_text]
        if self.no_color:
            filters.append(_no_colours(self.theme_variables["background"]))
        if self._plain_signs is not None:
            filters.append(self._plain_signs)
        return filters

    def _fatal_error(self) -> None:
        """Textual would print every local variable, and with them the diary; a message may quote it too."""
        mistake = sys.exception()
        where = "".join(traceback.format_tb(mistake.__traceback__)) if mistake else ""
        self.panic(Text(f"{MISTAKE}\n\n{where}{type(mistake).__name__}"))


@lru_cache(4)
def _no_colours(background: str) -> NoColours:
    return NoColours(Color.parse(background))
