"""The PDF: one page, then the appendix, with words that can be selected, in any script, the same bytes each time."""

import re
import stat
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from reportlab.platypus import Paragraph

from data.exchange import report
from tests import loading, ten_years
from tests.data.exchange import report_diaries
from tests.data.exchange.report_pages import Pages
from tests.diaries import diary, event, exercise, log, note, pain, prescription, setting, start
from tests.diaries.text import HOSTILE

pytestmark = pytest.mark.usefixtures("folder")

TODAY = report_diaries.TODAY


def write(tmp_path: Path, rows: dict[str, Any] | None = None, first: date | None = None) -> Path:
    if rows is not None:
        loading.load(rows)
    return report.write(tmp_path / "report.pdf", first, force=True)


def page_count(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


def assert_first_page_is_one_page(pages: Pages) -> None:
    """The appendix begins on page 2, and the first page has its last line."""
    assert pages.page(1).startswith("Report for the physiotherapist")
    assert "Long run: more than 10 % beyond the longest of the 30 days before." in pages.page(1)
    assert "Page 1 of" in pages.page(1)
    assert pages.page(2).startswith("Appendix")


@pytest.mark.parametrize(
    "rows",
    [
        diary,
        report_diaries.one_day,
        report_diaries.small,
        report_diaries.forty_exercises,
        report_diaries.long_notes,
        report_diaries.widest,
    ],
)
def test_the_first_page_stays_one_page(rows: Any, tmp_path: Path, pages: Pages) -> None:
    write(tmp_path, rows())
    assert_first_page_is_one_page(pages)


@pytest.mark.slow
def test_the_first_page_of_ten_years_stays_one_page(tmp_path: Path, pages: Pages) -> None:
    days = 3652
    write(tmp_path, ten_years.make(days, TODAY), TODAY - timedelta(days=days - 1))
    assert_first_page_is_one_page(pages)


def test_what_was_cut_stands_in_the_appendix(tmp_path: Path, pages: Pages) -> None:
    write(tmp_path, report_diaries.forty_exercises())
    assert "and 32 more, see the appendix" in pages.page(1)
    assert "number 39" not in pages.page(1)
    assert "number 39" in pages.words()


def weeks_now_full_now_half(tmp_path: Path, days: int) -> None:
    """Of exercises done, so that the weeks can be compared; longer periods move it down the page."""
    shown = report_diaries.days_back(days)
    rows = diary(
        exercises=[exercise("bridge")],
        prescriptions=[prescription("bridge", shown[-1])],
        exercise_logs=[log("bridge", day, 1 + day.isocalendar().week % 2) for day in shown],
        pain_logs=[pain(3, day) for day in shown],
    )
    write(tmp_path, rows, shown[-1])


@pytest.mark.parametrize("days", range(70, 130, 12))
def test_the_weekly_comparison_stands_on_one_page_with_its_caveat(
    days: int, tmp_path: Path, pages: Pages
) -> None:
    weeks_now_full_now_half(tmp_path, days)
    (comparison,) = (page for page in pages.drawn if "After weeks with 80" in pages.page(page))
    assert pages.says("Pain beside exercises", comparison)
    assert pages.says("80 % or more", comparison)
    assert pages.says("One person's diary can't show what caused the change.", comparison)


@pytest.mark.parametrize("days", range(41, 56, 3))
def test_what_is_said_of_a_table_stands_below_its_last_row(days: int, tmp_path: Path, pages: Pages) -> None:
    weeks_now_full_now_half(tmp_path, days)
    (said,) = (page for page in pages.drawn if "A mean needs 4 recorded days of a week." in pages.page(page))
    assert pages.says("16 to 22 Nov 2026", said)


@pytest.mark.parametrize("days", range(28, 70, 6))
def test_how_it_was_counted_stands_on_one_page(days: int, tmp_path: Path, pages: Pages) -> None:
    weeks_now_full_now_half(tmp_path, days)
    (counted,) = (page for page in pages.drawn if "How this was counted" in pages.page(page))
    assert pages.says("Activities: the first score since the start of this episode, and the latest.", counted)


def test_a_table_begins_where_the_block_before_it_ends_and_goes_over(tmp_path: Path, pages: Pages) -> None:
    write(tmp_path, report_diaries.forty_exercises())
    assert pages.says("Pain beside exercises", 2)
    assert pages.says("Skipped, and why", 2)
    assert pages.says("Skipped, and why", 3)


def test_each_page_has_its_number_and_says_what_the_program_is(tmp_path: Path, pages: Pages) -> None:
    path = write(tmp_path, report_diaries.small())
    count = page_count(path)
    assert count > 1
    for number in range(1, count + 1):
        assert f"Page {number} of" in pages.page(number)
        assert "not a medical device, no diagnosis" in pages.page(number)
        assert "Made on 23 Nov 2026 by itband" in pages.page(number)
    assert pages.drawn[count + 1] == [str(count)]


def test_the_same_diary_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write(tmp_path, report_diaries.small()).read_bytes()
    assert write(tmp_path).read_bytes() == first


def test_it_has_a_title_a_language_a_date_and_bookmarks(tmp_path: Path) -> None:
    content = write(tmp_path, report_diaries.small()).read_bytes()
    assert b"/Title (Report for the physiotherapist, 19 Oct to 23 Nov 2026 \\(36 days\\))" in content
    assert b"/Lang (en)" in content
    assert b"/CreationDate (D:20261123)" in content
    assert b"/DisplayDocTitle true" in content
    for title in (b"Report for the physiotherapist", b"Appendix", b"Day by day", b"Trend of pain"):
        assert b"/Title (" + title + b")" in content


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    assert stat.S_IMODE(write(tmp_path, diary()).stat().st_mode) == 0o600


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_literal(text: str, tmp_path: Path, pages: Pages) -> None:
    write(tmp_path, report_diaries.hostile(text))
    assert_first_page_is_one_page(pages)


def test_markup_in_a_note_is_shown_as_it_was_written(tmp_path: Path, pages: Pages) -> None:
    write(tmp_path, diary(day_notes=[note("<b>bold</b> & <font size=99>", TODAY, for_physio=True)]))
    assert pages.says("<b>bold</b> & <font size=99>", page=1)


@pytest.mark.parametrize(
    "text",
    ["שלום, הברך כואבת 3 מתוך 10. " * 40, "مرحبا، ركبتي تؤلمني. " * 40, "痛み膝の外側" * 90, "नमस्ते 🦵"],
)
def test_any_script_can_be_set(text: str, tmp_path: Path, pages: Pages) -> None:
    write(tmp_path, report_diaries.hostile(text))
    assert_first_page_is_one_page(pages)


def test_an_escape_code_is_written_out(tmp_path: Path, pages: Pages) -> None:
    write(tmp_path, diary(day_notes=[note("\x1b[31mred \u202eabc", TODAY, for_physio=True)]))
    assert pages.says("\\x1b[31mred \\u202eabc", page=1)


def test_progress_is_told_from_nothing_to_all(tmp_path: Path) -> None:
    told: list[tuple[str, float]] = []
    report.write(tmp_path / "report.pdf", progress=lambda doing, share: told.append((doing, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert (told[0], told[-1]) == (("Reading the diary", 0), ("Written", 1))


def test_a_much_longer_first_name_does_not_push_anything_off_the_page(tmp_path: Path, pages: Pages) -> None:
    rows = diary(
        settings=[setting("name", "Anna Maria " * 40)],
        exercises=[exercise("bridge", name="Bridge " * 90)],
        events=[start("both", "2026-11-01"), event("flare", TODAY, text="Ran " * 200)],
        pain_logs=[pain(3, TODAY, medication="Ibuprofen " * 100)],
    )
    write(tmp_path, rows)
    assert_first_page_is_one_page(pages)


def test_the_lines_of_a_flare_stand_indented_under_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading.load(diary(events=[event("flare", TODAY, text="After the hill\nand the stairs")]))
    drawn: dict[str, float] = {}
    placing = Paragraph.drawOn

    def drawing(paragraph: Any, canvas: Any, x: float, y: float, _sW: float = 0) -> None:
        drawn[" ".join(paragraph.getPlainText().split())] = (
            x + paragraph.style.leftIndent + paragraph.style.firstLineIndent
        )
        placing(paragraph, canvas, x, y, _sW)

    monkeypatch.setattr(Paragraph, "drawOn", drawing)
    report.write(tmp_path / "report.pdf")
    assert drawn["and the stairs"] > drawn["23 Nov 2026 After the hill"]
