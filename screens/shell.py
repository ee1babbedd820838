"""What a screen may ask of the app around it, so that no screen imports the app."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from textual.app import App

    from screens.section import Section

Preference = TypeVar("Preference", str, int, float, bool)
Tone = Literal["information", "warning", "error"]


class OpenDiary(Protocol):
    """What the shell needs of the diary; the module `data.diary` has it."""

    def version(self) -> int:
        """A number that changes whenever any process changed the diary, or put another in its place.

        Refused while there is none in its place.
        """
        ...

    def today(self) -> date:
        """The civil day now."""
        ...

    def keep_copy(self) -> str | None:
        """Make the day's copy unless it is there; a sentence when it couldn't be made. For any thread."""
        ...

    def flush(self) -> None:
        """Wait until the disk has what was written; an OSError when it can't."""
        ...

    def undo(self) -> str:
        """Undo the last change and say which; Refused when there is none."""
        ...

    def redo(self) -> str:
        """Do again what was undone and say which; Refused when there is nothing."""
        ...


class SectionEntry(NamedTuple):
    """One section as the tab bar, the keys and the palette know it."""

    key: str
    """The name by which screens and ids call it: "today"."""
    letter: str
    """The key that opens it; it occurs in the title. "" keeps the section out of the tab bar."""
    title: str
    screen: str | Callable[[], Section]
    """`"module:Class"`, imported at the first visit, or what makes the screen."""


class PaletteEntry(NamedTuple):
    """One line of the command palette that no key stands for; texts are literal."""

    title: str
    help: str
    run: Callable[[], object]


class Shell(Protocol):
    """The app as its screens see it."""

    @property
    def diary(self) -> OpenDiary: ...

    @property
    def sections(self) -> Sequence[SectionEntry]: ...

    @property
    def themes(self) -> Mapping[str, str]:
        """Each theme's name, with the words that describe it."""
        ...

    @property
    def unicode(self) -> bool:
        """Whether the terminal can be sent signs beyond ASCII; drawings choose theirs by it."""
        ...

    @property
    def can_go_back(self) -> bool:
        """Whether `go_back` leads anywhere."""
        ...

    def open_section(self, key: str, *, come_back: bool = False, **where: Any) -> None:
        """Show a section, and tell it `where` by `Section.arrive`: `open_section("today", day=day)`.

        With `come_back`, `escape` there returns to the section shown now. Without both, a section that
        `is_away` is told `day` to be this day.
        """
        ...

    def open_guide(self, page: str) -> None:
        """Show a page of the guide; `escape` returns to the section shown now."""
        ...

    def go_back(self) -> bool:
        """Return to where `come_back` was asked for; False when there is no such place."""
        ...

    def write(self, change: Callable[[], str | None]) -> bool:
        """Run one change of the diary, then show it; a sentence that it returns is told.

        False when the diary refused or can't be written: that was told, and nothing is reloaded, so
        what was typed is still there to be tried again.
        """
        ...

    def show_diary_in(self, section: Section, *, again: bool = False) -> None:
        """`section.show_diary`, with a diary that can't be read told once instead of raised."""
        ...

    def say(self, text: str, tone: Tone = "information") -> None:
        """Tell the user one literal sentence, without waiting for an answer."""
        ...

    def tell(self, trouble: Exception) -> None:
        """Tell in one sentence that the diary can't be read or written: one of `screens.trouble.TROUBLES`."""
        ...

    @property
    def theme(self) -> str:
        """The name of the theme that is shown."""
        ...

    def choose_theme(self, name: str) -> None:
        """Show the theme and remember it."""
        ...

    def preference(self, name: str, default: Preference) -> Preference:
        """What config.toml says: `preference("theme", "dark")`; the default where it says nothing
        or something of another type."""
        ...

    def prefer(self, name: str, value: str | int | float | bool) -> bool:
        """Remember a preference in config.toml; False, and told, when it can't be written."""
        ...


def shell_of(app: App[Any]) -> Shell:
    """The app, as far as screens may know it."""
    return cast("Shell", app)


def underlined_letter(entry: SectionEntry) -> int:
    """Where the section's letter stands in its title; -1 without one."""
    return entry.title.lower().find(entry.letter) if entry.letter else -1


def in_tab_bar(sections: Iterable[SectionEntry], current: str) -> list[SectionEntry]:
    """The sections that have a letter, and the current one even without."""
    return [entry for entry in sections if entry.letter or entry.key == current]
