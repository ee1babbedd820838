"""Text as a terminal may show it: literal."""

import pytest

from data.plain_text import lines_apart, literal, one_line, unbroken


@pytest.mark.parametrize("text", ["Stairs fine.", "Grüße, 漢字, 👩‍⚕️", "[/x] =1+1", "", "two\nlines"])
def test_what_can_do_no_harm_stays_as_it_is(text: str) -> None:
    assert literal(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("\x07\x00\x7f\x9b", r"\x07\x00\x7f\x9b"),
        ("a\rb", r"a\rb"),
        ("\u202eabc\u2066", r"\u202eabc\u2066"),
        ("a\u2028b", r"a\u2028b"),
        ("\udc80", r"\udc80"),
        ("a\tb", "a    b"),
        ("a\r\nb", "a\nb"),
    ],
)
def test_what_would_steer_the_terminal_is_written_out(text: str, shown: str) -> None:
    assert literal(text) == shown


def test_one_line_has_no_line_breaks_and_single_blanks() -> None:
    assert one_line("  a \n\n b\tc ") == "a b c"


def test_a_soft_hyphen_is_not_seen() -> None:
    assert literal("Ibu\u00adprofen 400\u00admg") == "Ibuprofen 400mg"
    assert one_line("Ibu\u00adprofen") == "Ibuprofen"


def test_no_line_is_broken_before_a_percent_sign() -> None:
    assert unbroken("18 of 21 · 86 %") == "18 of 21 · 86\N{NO-BREAK SPACE}%"


def test_lines_stay_apart_on_one_line() -> None:
    assert lines_apart("Stairs  fine\r\n\n ? downhill\x1b[31m\n") == "Stairs fine / ? downhill\\x1b[31m"
