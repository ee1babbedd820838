"""A monkey at the keyboard: keys, clicks and resizes at random meet no exception and leave a sound diary."""

import random
from pathlib import Path

import pytest
from textual.pilot import OutOfBounds, Pilot

from data import checkup, demo, diary, store
from tests.screens.the_app import app_on

LETTERS = "abcdefghijklmnoprstuvwxyzASX"  # all but q, which ends the game
PLAIN = "1 2 3 4 5 6 7 8 9 0 space enter escape tab shift+tab backspace delete".split()
MOVES = "up down left right pageup pagedown home end".split()
SIGNS = "left_square_bracket right_square_bracket question_mark comma slash minus plus less_than_sign".split()
CHORDS = "ctrl+r ctrl+p f1".split()
KEYS = [*LETTERS, *PLAIN * 2, *MOVES, *SIGNS, *CHORDS, *"tprgole", "escape", "escape"]
SIZES = [(120, 40), (80, 24), (40, 12), (20, 5), (61, 19), (100, 20)]


async def play(pilot: Pilot[None], dice: random.Random, turns: int) -> None:
    for _ in range(turns):
        what = dice.random()
        if what < 0.9:
            await pilot.press(dice.choice(KEYS))
        elif what < 0.97:
            columns, lines = pilot.app.size
            try:
                await pilot.click(offset=(dice.randrange(columns), dice.randrange(lines)))
            except OutOfBounds:
                continue  # the screen shrank between the throw and the click
        else:
            await pilot.resize_terminal(*dice.choice(SIZES))
        assert pilot.app.is_running


@pytest.mark.parametrize("seed", range(6))
async def test_random_keys_clicks_and_resizes_do_no_harm(
    seed: int, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slow: bool
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")  # nothing outside is opened
    monkeypatch.chdir(tmp_path)
    if seed % 3:
        demo.fill(diary.today())
    dice = random.Random(seed)
    app = app_on(folder, "today")
    async with app.run_test(size=dice.choice(SIZES)) as pilot:
        await play(pilot, dice, 3000 if slow else 400)
    assert app.return_code in (0, None)
    store.close()
    assert [finding.words for finding in checkup.check(folder) if not finding.ok] == []
