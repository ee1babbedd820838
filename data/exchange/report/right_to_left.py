"""Hebrew and Arabic as they are drawn: reportlab draws letters from left to right, just as they come.

A small part of the Unicode bidirectional algorithm (UAX 9), enough for a note: one direction for the text, runs of the
other one and numbers within it. Arabic letters take the form that joins them to their neighbours.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

RIGHT_TO_LEFT = ("R", "AL")
NUMBERS = ("EN", "AN")
WITHIN_NUMBERS = ("CS", "ES", "ET")
MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
LAM, ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"


def has_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in text)


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is read from right to left."""
    strong = (unicodedata.bidirectional(one) for one in text)
    return next((kind for kind in strong if kind in ("L", *RIGHT_TO_LEFT)), "L") != "L"


def as_drawn(line: str, right_to_left: bool) -> str:
    """One line of text (of a text with that direction) in the order of its letters on paper, from left to right."""
    clusters = _clusters(joined(line))
    levels = _levels([cluster[0] for cluster in clusters], 1 if right_to_left else 0)
    shown = [
        cluster.translate(MIRRORED) if level % 2 else cluster
        for cluster, level in zip(clusters, levels, strict=True)
    ]
    for height in range(max(levels, default=0), 0, -1):
        runs = groupby(zip(shown, levels, strict=True), key=lambda pair: pair[1] >= height)
        pairs = [pair for high, run in runs for pair in (reversed(list(run)) if high else run)]
        shown, levels = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return "".join(shown)


def _clusters(text: str) -> list[str]:
    """Each letter with the marks that sit on it."""
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _levels(characters: list[str], base: int) -> list[int]:
    """Even: drawn from left to right; odd: from right to left; a higher one lies within a lower one."""
    kinds = [unicodedata.bidirectional(character) for character in characters]
    levels: list[int | None] = []
    strong = base
    for at, kind in enumerate(kinds):
        if kind == "L":
            strong = 0
            levels.append(2 * base)
        elif kind in RIGHT_TO_LEFT:
            strong = 1
            levels.append(1)
        elif kind in NUMBERS or (kind in WITHIN_NUMBERS and _between_numbers(kinds, at)):
            levels.append(2 if strong or base else 0)
        else:
            levels.append(None)
    return _neutral_filled(levels, base)


def _between_numbers(kinds: list[str], at: int) -> bool:
    return 0 < at < len(kinds) - 1 and kinds[at - 1] in NUMBERS and kinds[at + 1] in NUMBERS


def _neutral_filled(levels: list[int | None], base: int) -> list[int]:
    """Blanks and signs between letters of one direction belong to it; at an edge, to the text's own direction."""
    filled: list[int] = []
    for at, level in enumerate(levels):
        if level is not None:
            filled.append(level)
            continue
        before = next((one for one in reversed(levels[:at]) if one is not None), base)
        after = next((one for one in levels[at + 1 :] if one is not None), base)
        # a number beside right-to-left letters does not turn the blank between them
        same = {1 if one == 2 and base == 0 else one for one in (before, after)}
        filled.append(same.pop() if len(same) == 1 else base)
    return filled


# Arabic letters


@cache
def _forms() -> dict[str, dict[str, str]]:
    """The presentation forms of each Arabic letter, or of lam with alef: isolated, final, initial, medial."""
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        of = "".join(chr(int(letter, 16)) for letter in letters)
        found.setdefault(of, {}).setdefault(form.strip("<>"), chr(code))
    return found


def joined(text: str) -> str:
    """Arabic letters in the forms that join them; every other text as it is."""
    forms = _forms()
    letters: list[str] = []
    for character in text:
        if letters and letters[-1] == LAM and character in ALEFS:
            letters[-1] = LAM + character
        else:
            letters.append(character)
    shown = []
    for at, letter in enumerate(letters):
        own = forms.get(letter)
        if own is None:
            shown.append(letter)
            continue
        before = "initial" in forms.get(_neighbour(letters, at, -1), {}) and "final" in own
        after = "final" in forms.get(_neighbour(letters, at, 1), {}) and "initial" in own
        form = ("medial" if after else "final") if before else ("initial" if after else "isolated")
        shown.append(own.get(form, letter))
    return "".join(shown)


def _neighbour(letters: list[str], at: int, step: int) -> str:
    """The next letter that way; marks that sit on letters don't come between them."""
    at += step
    while 0 <= at < len(letters) and unicodedata.combining(letters[at][0]):
        at += step
    return letters[at] if 0 <= at < len(letters) else ""
