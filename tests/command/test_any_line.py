"""Any command line is a success or a refusal in one sentence; after a refusal the diary is what it was."""

from collections.abc import Callable
from typing import Any

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import main
from data.command.program import COMMANDS

from .conftest import Itband

# These write files or take the diary away; each has tests of its own.
LEFT_OUT = {"export", "import", "backup", "restore", "erase", "purge", "demo"}

VALUES = st.one_of(
    st.sampled_from(
        [
            *("3", "0", "11", "-1", "3.5", "nan", "inf", "1e9", "5,2", "999999", "1000000", "31:30", ""),
            *(
                "glute",
                "itb-stretch",
                "l",
                "nope",
                "side-plank",
                "worst",
                "during",
                "left",
                "both",
                "each",
                "pain",
                "ill",
            ),
            *(
                "today",
                "yesterday",
                "-3",
                "-99999",
                "2026-11-20",
                "2026-02-30",
                "1969-12-31",
                "9999-12-31",
                "2027-01-01",
            ),
            *(
                "daily",
                "3/week",
                "mon,wed",
                "every 2",
                "every 0",
                "start",
                "visit",
                "discharge",
                "units",
                "mi",
                "day_start",
            ),
            *(
                "a",
                "0",
                "level=3",
                "km=0",
                "day=",
                "=",
                "add",
                "score",
                "list",
                "set",
                "pause",
                "resume",
                "limit",
                "warn",
            ),
            *(
                "\x1b[31m",
                "\u202e",
                "[/x]",
                "\ud800",
                "x" * 3000,
                "--",
                "-x",
                "physio",
                "me",
                "guide",
                "reps",
            ),
        ]
    ),
    st.text(st.characters(exclude_characters="\0"), max_size=8),
)


def options(command: click.Command) -> list[str]:
    return [name for parameter in command.params for name in parameter.opts if name.startswith("--")]


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A command, some of its options, and values where values may stand."""
    table = main.command()
    context = click.Context(table)
    name = draw(st.sampled_from([name for name in table.list_commands(context) if name not in LEFT_OUT]))
    words, command = [name], table.get_command(context, name)
    if isinstance(command, click.Group) and draw(st.booleans()):
        below = draw(
            st.sampled_from([one for one in command.commands if one not in ("edit", "export", "import")])
        )
        words.append(below)
        command = command.commands[below]
    assert command is not None
    word = st.one_of(VALUES, st.sampled_from([*options(command), "--json"]))
    return words + draw(st.lists(word, max_size=6))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=lines())
def test_any_line(ready: Itband, everything: Callable[[], dict[str, Any]], line: list[str]) -> None:
    before = everything()
    said = ready(*line)
    assert said.code in (0, 1, 2, 3)
    if said.code in (1, 2):
        assert len(said.err.splitlines()) == 1 or said.err.startswith("Usage: itband activity ")
        assert everything() == before


@pytest.mark.parametrize("name", [name for table in COMMANDS.values() for name in table])
def test_no_command_changes_a_diary_by_being_explained(
    ready: Itband, everything: Callable[[], dict[str, Any]], name: str
) -> None:
    before = everything()
    ready(name, "--help")
    assert everything() == before
