"""Letters that the report's own font lacks: from a font of the computer, else by their names; and their direction."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics

from data.exchange.report import fonts, since_last_visit
from data.exchange.report.fonts import Typesetter
from data.exchange.report.pdf_blocks import Setter
from data.exchange.report.reading import read
from data.exchange.report.right_to_left import as_drawn, begins_right_to_left, joined

NOWHERE: list[Path] = []


@pytest.fixture
def greek(tmp_path: Path) -> list[Path]:
    """A folder of fonts with one that has Ω (reportlab's own bold one, taken for another), and a broken one."""
    (tmp_path / "aaa.ttf").write_bytes(b"no font at all")
    (tmp_path / "dejavusans.ttf").write_bytes(Path(pdfmetrics.getFont(fonts.BOLD).face.filename).read_bytes())
    return [tmp_path]


def test_ordinary_text_needs_no_other_font() -> None:
    letters = Typesetter(NOWHERE)
    assert letters.markup("2×10 · “as before” – 71 · ≥ 3, Žofie") == "2×10 · “as before” – 71 · ≥ 3, Žofie"
    assert not letters.missing


def test_markup_is_escaped_and_line_breaks_stay() -> None:
    assert Typesetter(NOWHERE).markup("<b>&\nx") == "&lt;b&gt;&amp;<br/>x"


def test_a_character_that_no_font_has_is_named() -> None:
    letters = Typesetter(NOWHERE)
    assert letters.markup("α!") == "[1 character, GREEK]!"
    assert letters.missing == {"α"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("痛み膝の外側", "[6 characters, CJK]"),
        ("山田 太郎", "[2 characters, CJK] [2 characters, CJK]"),
        ("山", "[1 character, CJK]"),
        ("🦵", "[LEG]"),
        ("🔥🦵", "[2 characters, symbols]"),
    ],
)
def test_a_stretch_is_named_by_its_number_and_script(text: str, said: str) -> None:
    assert Typesetter(NOWHERE).markup(text) == said


@pytest.mark.usefixtures("folder")
def test_what_stands_for_missing_characters_is_not_broken_within_a_word() -> None:
    set_nowhere = Setter(Typesetter(NOWHERE), read(since_last_visit(date(2026, 11, 23))))
    assert set_nowhere.paragraph("knee 膝が痛い").style.wordWrap != "CJK"


@pytest.mark.parametrize("text", ["👍🏽", "👍\ufe0f", "👍\u200d"])
def test_what_only_changes_the_look_of_a_symbol_is_not_named(text: str) -> None:
    assert Typesetter(NOWHERE).markup(text) == "[THUMBS UP SIGN]"


def test_joiners_and_variation_selectors_are_no_signs() -> None:
    letters = Typesetter(NOWHERE)
    assert letters.markup("a\u200d\ufe0fb") == "ab"
    assert not letters.missing


def test_marks_are_put_together_with_their_letters() -> None:
    assert Typesetter(NOWHERE).markup("e\u0301") == "é"


def test_another_font_is_taken_where_it_has_the_letter(
    greek: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = fonts.has
    monkeypatch.setattr(
        fonts,
        "has",
        lambda font, character: (
            own(font, character) and not (font in ("Vera", "VeraBd") and character == "ž")
        ),
    )
    letters = Typesetter(greek)
    name = f"{greek[0].name}-dejavusans"
    assert letters.markup("až") == f'a<font name="{name}">ž</font>'
    assert not letters.missing


def test_scripts_that_join_their_letters_are_noted() -> None:
    letters = Typesetter(NOWHERE)
    letters.markup("नमस्ते")
    assert letters.unjoined


def test_hebrew_is_drawn_from_the_right_with_its_numbers_from_the_left() -> None:
    text = "שלום 12 (הברך)"
    assert begins_right_to_left(text)
    assert as_drawn(text, True) == "(ךרבה) 12 םולש"


def test_hebrew_within_english_is_turned_alone() -> None:
    assert as_drawn("knee שלום עולם ok", False) == "knee םלוע םולש ok"


def test_arabic_letters_take_the_form_that_joins_them() -> None:
    shown = joined("لا سلام")
    assert unicodedata.normalize("NFKC", shown) == "لا سلام"
    assert [unicodedata.name(letter).split()[-2:] for letter in shown][:1] == [["ISOLATED", "FORM"]]
    assert unicodedata.name(shown[2]) == "ARABIC LETTER SEEN INITIAL FORM"


def test_a_mark_stays_on_its_letter() -> None:
    assert as_drawn("שָׁ", True)[0] == "ש"
