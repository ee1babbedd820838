"""HTML and text: as they stood when they were looked at, and saying the same as the PDF."""

import re
import unicodedata
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from data import trends
from data.errors import Refused
from data.exchange import report
from data.exchange.report import html, reading, text
from data.exchange.report.document import Column, Document, Facts, Figures, Remarks, Table, Words
from tests import loading
from tests.data.exchange import report_diaries
from tests.data.exchange.report_pages import Pages
from tests.diaries import diary, note
from tests.diaries.text import HOSTILE

pytestmark = pytest.mark.usefixtures("folder")

TODAY = report_diaries.TODAY
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(autouse=True)
def one_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "VERSION", "1.2.3")


def compose(rows: dict[str, Any]) -> Document:
    loading.load(rows)
    return report.compose(reading.read(report.since_last_visit(TODAY)))


@pytest.fixture
def small() -> Document:
    return compose(report_diaries.small())


class Reader(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += f" {data}"

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def all_words(document: Document) -> list[str]:
    """Each title, cell and sentence of the report."""
    found = [document.title, document.period, document.foot, document.stamp]
    blocks = list(document.page_one.blocks)
    for section in document.appendix:
        found.append(section.title)
        blocks += section.blocks
    for block in blocks:
        match block:
            case Table():
                found += [cell for row in block.rows for cell in row]
            case Facts():
                found += [words for pair in block.pairs for words in pair]
            case Figures():
                found += [words for one in block.figures for words in (one.value, one.label, one.when)]
                found += block.sentences
            case Remarks():
                found += [words for item in block.items for words in item]
            case Words():
                found += block.sentences
    return [words for words in found if words]


def blanks_gone(words: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", words))


def without_drawings(page: str) -> str:
    """The page without its SVG, whose coordinates are reportlab's matter."""
    return re.sub(r"<svg.*?</svg>", "<svg></svg>", page, flags=re.DOTALL)


def test_the_text_is_as_it_was_when_it_was_read(small: Document) -> None:
    assert text.render(small) == (GOLDEN / "report.txt").read_text(encoding="utf-8")


def test_the_html_is_as_it_was_when_it_was_looked_at(small: Document) -> None:
    assert without_drawings(html.render(small)) == (GOLDEN / "report.html").read_text(encoding="utf-8")


def test_every_format_says_all_of_it(small: Document, tmp_path: Path, pages: Pages) -> None:
    report.write(tmp_path / "report.pdf")
    in_html, in_text = Reader(html.render(small)).words, text.render(small)
    for words in all_words(small):
        assert blanks_gone(words) in blanks_gone(in_html)
        assert pages.says(words)
        # in the text form the lines of cells stand between each other
        assert all(word in in_text for word in words.split())


def test_the_pdf_says_the_figures_of_trends(tmp_path: Path, pages: Pages) -> None:
    loading.load(report_diaries.small())
    report.write(tmp_path / "report.pdf")
    found = trends.trends(report.since_last_visit(TODAY).first, TODAY, TODAY)
    page = pages.page(1)
    assert f"{found.baseline:.1f} At the start" in page
    assert f"{found.now:.1f} Now" in page
    assert found.coverage is not None
    assert f"{found.coverage[0]} of {found.coverage[1]} days" in page


def test_text_lines_fit_80_columns() -> None:
    for rows in (report_diaries.small(), report_diaries.forty_exercises(), report_diaries.widest()):
        loading.empty()
        assert max(map(len, text.render(compose(rows)).splitlines())) <= text.WIDTH


@pytest.mark.parametrize("word", ["膝が痛い", "🏃\u200d♀️ knee", "שלום (עולם)"])
def test_text_lines_of_wide_letters_fit_80_columns(word: str) -> None:
    for words in (word, word * 30, f"{word} " * 30):
        loading.empty()
        lines = text.render(compose(report_diaries.hostile(words))).splitlines()
        assert max(map(text._cells, lines)) <= text.WIDTH


def test_a_table_wider_than_80_columns_is_told_row_by_row() -> None:
    titles = ("Exercise", *(f"Measure-of-knee-{number}" for number in range(5)))
    table = Table("Done", tuple(Column(title, 10, True) for title in titles), (("Bridge", *"12345"),))
    assert list(text._table(table)) == [
        "  Bridge",
        *(f"    {title}  {number}" for number, title in enumerate(titles[1:], 1)),
        "",
    ]


def test_the_html_fetches_nothing_and_runs_nothing(small: Document) -> None:
    page = html.render(small)
    reader = Reader(page)
    assert not {"script", "link", "img", "iframe", "object", "a"} & {tag for tag, _ in reader.elements}
    assert not re.search(r"@import|url\((?!#)|javascript:|\son\w+=", page)
    assert "default-src 'none'" in str(reader.of("meta"))


def test_the_first_page_of_the_html_says_what_the_program_is_as_each_page_of_the_pdf_does(
    small: Document,
) -> None:
    """Above all that may grow, so that it is on the first sheet whatever follows."""
    first, _, _ = html.render(small).partition('<dl class="runner">')
    assert "Entries made by the runner; not a clinical record." in first
    assert "not a medical device" in first


def test_on_a_narrow_screen_chart_and_tables_scroll_and_only_a_long_word_is_broken(small: Document) -> None:
    page = html.render(small)
    reader = Reader(page)
    assert len(reader.of("svg")) + len(reader.of("table")) == page.count('<div class="scroll"><')
    assert "svg.panels { min-width: 45rem; }" in page
    assert 'class="long"' not in page
    loading.empty()
    assert f'class="long">{"W" * 40}' in html.render(compose(report_diaries.widest()))


def test_the_html_can_be_read_aloud(small: Document) -> None:
    reader = Reader(html.render(small))
    assert reader.of("html")[0]["lang"] == "en"
    assert len(reader.of("caption")) == len(reader.of("table"))
    assert {one["scope"] for one in reader.of("th")} == {"col", "row"}
    levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for drawing in reader.of("svg"):
        assert drawing["role"] == "img"
        assert drawing["aria-label"]
        assert {"id": drawing["aria-describedby"], "class": "alternative"} in reader.of("figcaption")


def test_two_drawings_share_no_id_and_carry_no_doctype(
    small: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = tuple((share / 10, 3.0) for share in range(3, 10))
    found = small.report.trends
    more = found._replace(together=found.together._replace(pairs=pairs))
    twice = report.compose(replace(small.report, trends=more))
    page = html.render(twice)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert page.count("<svg") == 2
    assert len(ids) == len(set(ids))
    assert page.count("<!DOCTYPE") == 1
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_makes_no_element(hostile: str) -> None:
    page = html.render(compose(report_diaries.hostile(hostile)))
    tags = {tag for tag, _ in Reader(without_drawings(page)).elements}
    assert tags <= {tag for tag, _ in Reader((GOLDEN / "report.html").read_text(encoding="utf-8")).elements}
    assert all(not value.startswith("on") for _, values in Reader(page).elements for value in values)


def test_no_escape_code_reaches_the_text() -> None:
    page = text.render(
        compose(diary(day_notes=[note("\x1b[31mred\x9b2J \u202eabc\x07", TODAY, for_physio=True)]))
    )
    assert "\\x1b[31mred\\x9b2J \\u202eabc\\x07" in page
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)


def test_html_carries_every_script() -> None:
    words = "καλημέρα Привет 痛み שלום नमस्ते 🦵"
    assert words in html.render(compose(diary(day_notes=[note(words, TODAY, for_physio=True)])))


def test_no_line_is_broken_before_a_percent_sign(small: Document, tmp_path: Path, pages: Pages) -> None:
    report.write(tmp_path / "report.pdf")
    drawn = [words for page in pages.drawn.values() for words in page]
    assert not any(re.match(r"\s*%", words) for words in drawn)
    for page in (text.render(small), without_drawings(html.render(small)).partition("</style>")[2]):
        assert "61\N{NO-BREAK SPACE}%" in page
        assert not re.search(r"(?<!width: )\d[ \n]%", page)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"report.doc has no ending of a report: give .pdf, .html or .txt"):
        report.write(tmp_path / "report.doc")


def test_a_file_that_is_there_is_not_overwritten_without_force(tmp_path: Path) -> None:
    path = report.write(tmp_path / "report.txt")
    path.write_text("mine")
    with pytest.raises(Refused, match="already there"):
        report.write(path)
    assert path.read_text() == "mine"
    report.write(path, force=True)
    assert path.read_text().startswith("Report for the physiotherapist")
