"""`itband plan edit` in a terminal: the editor, a refusal, the editor again, the question, one undo."""

import json
from pathlib import Path

from tests.terminal import Terminal, itband, run_itband

EDITOR = """#!/bin/sh
# The first time a word is misspelt, the second time it is put right.
grep -q setz "$1" && sed -i 's/setz/sets/' "$1" || sed -i '0,/sets = 2/s//setz = 4/' "$1"
"""


def sets(folder: Path) -> list[int]:
    today = json.loads(run_itband(folder, "today", "--json").stdout)
    return [one["sets"] for one in today["exercises"]]


def test_the_plan_is_edited_as_text_in_a_terminal(tmp_path: Path) -> None:
    folder, script, drafts = tmp_path / "diary", tmp_path / "editor", tmp_path / "drafts"
    drafts.mkdir()
    script.write_text(EDITOR)
    script.chmod(0o700)
    run_itband(folder, "setup", "--side", "right", "--programme", "default")
    before = sets(folder)
    env = {"EDITOR": str(script), "VISUAL": "", "TMPDIR": str(drafts)}
    with Terminal(itband(folder, "plan", "edit"), env=env) as terminal:
        terminal.wait_for("there is no setz here")
        terminal.wait_for("Edit it again?")
        terminal.send("enter")
        terminal.wait_for("Glute bridge: 2×10 held 2 s, 3 a week → 4×10 held 2 s, 3 a week")
        terminal.wait_for("Make these changes (y, n, or e to edit again)?")
        terminal.send("y", "enter")
        terminal.wait_for("itband undo")
        assert terminal.wait_end() == 0
    assert sets(folder) == [4, *before[1:]]
    assert list(drafts.iterdir()) == []
    run_itband(folder, "undo")
    assert sets(folder) == before
