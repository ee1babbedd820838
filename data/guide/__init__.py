"""The guide: pages to read, the exercises one may begin with, and the sentence on what the program is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.errors import Refused
from data.guide.library import Dose, LibraryExercise, cues_of, library, programme
from data.guide.markdown import Line, blocks, lay_out, plain

__all__ = [
    "ABOUT",
    "SECTIONS",
    "Dose",
    "Hit",
    "LibraryExercise",
    "Line",
    "Page",
    "cues_of",
    "lay_out",
    "library",
    "pages",
    "plain",
    "programme",
    "read",
    "search",
]

ABOUT = (
    "itband is a personal logbook with general information: not a medical device, no diagnosis, "
    "no treatment advice, no risk score. It compares numbers with limits that the runner (or their "
    "physiotherapist) set; the physiotherapist's plan always goes before anything shown."
)
"""What the program is and isn't. The same words everywhere: README, first run, `--help`, each report."""

_CONTENTS = {
    "The IT band": ("it-band", "causes"),
    "Exercises": ("exercises", "glute-bridge", "lateral-band-walk", "foam-rolling", "itb-stretch"),
    "More exercises": (
        "side-plank",
        "clamshell",
        "side-lying-hip-abduction",
        "hip-hike",
        "step-down",
        "hip-flexor-stretch",
    ),
    "Running": ("running-again",),
    "The numbers": ("pain-scale", "figures"),
    "Safety": ("warning-signs", "about"),
}

SECTIONS = tuple(_CONTENTS)
"""The headings of the contents, in reading order."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the guide. section: the heading of the contents under which it stands."""

    key: str
    title: str
    section: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where searched words were found; line: that whole paragraph, item or heading, without signs."""

    page: Page
    line: str

    @property
    def is_title(self) -> bool:
        return self.line == self.page.title


def pages() -> tuple[Page, ...]:
    """All pages in reading order; pages of one section follow each other."""
    return tuple(
        Page(key, next(blocks(_text(key))).text, section)
        for section, keys in _CONTENTS.items()
        for key in keys
    )


def read(key: str) -> str:
    """The Markdown of a page, given its key, an unambiguous start of it, or words of its title (or how they begin).

    Raises Refused, with the keys to choose from, when none or several match.
    """
    keys = [known for section in _CONTENTS.values() for known in section]
    wanted = key.strip().casefold()
    matches = [wanted] if wanted in keys else [known for known in keys if known.startswith(wanted)]
    shown = matches
    if not matches:
        titled = [page for page in pages() if _has_words(page.title, wanted.split())]
        matches, shown = [one.key for one in titled], [f"{one.key} ({one.title})" for one in titled]
    if not matches:
        raise Refused(f'There is no guide page "{key}": choose one of {", ".join(keys)}.')
    if len(matches) > 1:
        raise Refused(
            f'"{key}" could be any of these guide pages, give more of the name: {", ".join(shown)}.'
        )
    return _text(matches[0])


def search(words: str) -> list[Hit]:
    """Each page with a paragraph, list item or heading that holds all the words (parts of words too), at the first one.

    Pages whose title holds them come first. Upper and lower case are the same. No words find nothing.
    """
    wanted = words.casefold().split()
    if not wanted:
        return []
    hits = []
    for page in pages():
        texts = (block.text for block in blocks(_text(page.key)))
        if place := next((text for text in texts if all(word in text.casefold() for word in wanted)), None):
            hits.append(Hit(page, place))
    return sorted(hits, key=lambda hit: not hit.is_title)


def _has_words(title: str, starts: list[str]) -> bool:
    """Whether the title has a word for each of these beginnings; no beginnings have none."""
    words = title.casefold().replace("-", " ").split()
    return bool(starts) and all(any(word.startswith(start) for word in words) for start in starts)


@cache
def _text(key: str) -> str:
    # Imported here: it costs more than the rest of this module, and most commands only need ABOUT.
    from importlib.resources import files

    return files(__name__).joinpath(f"{key}.md").read_text(encoding="utf-8")
