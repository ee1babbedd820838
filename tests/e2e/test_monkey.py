"""A monkey at the keyboard: keys, clicks and resizes at random meet no exception and leave a sound diary."""

import random
import sqlite3
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


@pytest.fixture
def apart(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The diary's folder, where nothing outside is written or opened."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize("seed", range(1, 7))
async def test_random_keys_clicks_and_resizes_do_no_harm(seed: int, apart: Path, slow: bool) -> None:
    if seed % 3:
        demo.fill(diary.today())
    dice = random.Random(seed)
    app = app_on(apart, "today")
    async with app.run_test(size=dice.choice(SIZES)) as pilot:
        await play(pilot, dice, 3000 if slow else 150)
    assert app.return_code in (0, None)
    store.close()
    assert [finding.words for finding in checkup.check(apart) if not finding.ok] == []


@pytest.mark.parametrize("seed", range(20))
async def test_a_disk_that_fails_whenever_it_likes_ends_nothing(
    seed: int, apart: Path, monkeypatch: pytest.MonkeyPatch, slow: bool
) -> None:
    demo.fill(diary.today())
    dice = random.Random(seed)
    execute = type(store.database).execute_sql
    fails = False

    def failing(*given: object, **named: object) -> object:
        if fails and dice.random() < 0.15:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return execute(*given, **named)

    monkeypatch.setattr(type(store.database), "execute_sql", failing)
    async with app_on(apart, "today").run_test(size=(100, 30), notifications=True) as pilot:
        fails = True
        await play(pilot, dice, 250 if slow else 80)
        fails = False
    assert [finding.words for finding in checkup.check(apart) if not finding.ok] == []
