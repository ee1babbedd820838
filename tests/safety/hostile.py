"""Texts that would steer a terminal, a program or a spreadsheet if anyone took them for more than text."""

import unicodedata

from data import history, settings
from data.models import database
from data.plain_text import JOINERS

MARK = "STEERED"
PIECES = [
    "[red]bold[/x] [/] [@click=app.quit]quit[/] [[x",
    f"\x1b]0;{MARK}\x07 \x1b]52;c;{MARK}\x07 \x1b[2J \x1b[31m \x1b[6n \x1bc \x9b31m \x90q\x9c",
    "\x07 \x08\x08\x08 \r \x0b \x0c \x7f \x85 \x1a",
    "\u202egnihtyreve \u2066 \u2069 \u200f \u061c \ufeff \u2028 \u2029 \u00ad",
    "e\u0301\u0323\u0331 漢字 👩\u200d⚕️ ﷽ \U000e0041 \u3000",
    "=cmd|' /C calc'!A0 %s %(x)s {0} {x} $HOME `id` \\ \" ' <b>&amp;</b> <script>",
    "\t tab \n? line\n\n# heading\n",
]
ALL = " ".join(PIECES)
TEXTS = {
    "exercise": ["name"],
    "prescription": ["load", "note"],
    "exercise_log": ["load", "note"],
    "pain_log": ["medication", "note"],
    "run": ["terrain", "note"],
    "day_note": ["text"],
    "event": ["text"],
    "activity": ["name"],
}


def put_into_every_text(text: str) -> None:
    """Every free text of the open diary becomes this one."""
    with history.step(f"All is {text}"):
        for table, names in TEXTS.items():
            for name in names:
                unlike = " || position" if table == "activity" else ""
                database.execute_sql(f'UPDATE "{table}" SET {name} = ?{unlike}', (text,))
        for key in ("name", "diagnosed_by"):
            settings.put(key, text)


def steering(text: str) -> list[str]:
    """The characters in it that a terminal would obey, in words."""
    return [
        f"{character!r} in {text!r}"
        for character in text
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in JOINERS
    ]


def printed(text: str) -> list[str]:
    """The same of what a command printed, where line breaks are fine."""
    return steering(text.replace("\n", ""))
