"""Makes the pictures of the README from the sample diary: `uv run python docs/pictures.py`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from data import demo, diary, store  # noqa: E402
from tui.app import ItbandApp  # noqa: E402
from tui.config import Config  # noqa: E402

EVENING = datetime(2026, 11, 23, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
PICTURES: dict[str, tuple[str, tuple[int, int], list[str]]] = {
    "today": ("today", (110, 22), ["3", "space", "space", "j", "x"]),
    "today-narrow": ("today", (40, 12), ["3", "space"]),
    "trends": ("trends", (100, 36), []),
    "plan": ("plan", (100, 30), []),
}


async def draw(name: str, folder: Path) -> None:
    section, size, keys = PICTURES[name]
    app = ItbandApp(diary, Config.load(folder), start=section)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        # The fonts that Textual's picture would fetch are left to the machine that shows it.
        picture = re.sub(r"@font-face\s*{.*?}", "", app.export_screenshot(title="itband"), flags=re.DOTALL)
    (ROOT / "docs" / f"{name}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    with time_machine.travel(EVENING, tick=False), tempfile.TemporaryDirectory() as scratch:
        for name in PICTURES:
            folder = Path(scratch) / name
            store.open_diary(folder)
            demo.fill(diary.today())
            asyncio.run(draw(name, folder))
            store.close()


main()
