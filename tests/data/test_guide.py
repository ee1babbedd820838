"""The guide: its words, its doses, and the finding and printing of its pages."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from data import guide
from data.errors import Refused

PAGES = guide.pages()
KEYS = [page.key for page in PAGES]
LIBRARY = guide.library()
EXERCISE_KEYS = [exercise.key for exercise in LIBRARY]


def one_line(text: str) -> str:
    return " ".join(text.split())


class TestPages:
    @pytest.mark.parametrize("page", PAGES, ids=KEYS)
    def test_every_page_opens_with_its_title_and_has_a_section(self, page: guide.Page) -> None:
        assert guide.read(page.key).startswith(f"# {page.title}\n")
        assert page.section

    def test_every_markdown_file_stands_in_the_contents_once(self) -> None:
        on_disk = {
            file.name.removesuffix(".md") for file in files(guide).iterdir() if file.name.endswith(".md")
        }
        assert sorted(KEYS) == sorted(on_disk)

    def test_sections_are_not_torn_apart(self) -> None:
        sections = [page.section for page in PAGES]
        assert sections == sorted(sections, key=sections.index)

    def test_an_unambiguous_start_of_a_key_is_enough(self) -> None:
        assert guide.read("warn") == guide.read("warning-signs")
        assert guide.read(" Glute ") == guide.read("glute-bridge")

    def test_words_of_its_title_are_enough(self) -> None:
        assert guide.read("how to") == guide.read("how begin") == guide.read("exercises")
        assert guide.read("lying") == guide.read("side-lying-hip-abduction")
        with pytest.raises(
            Refused, match=r": exercises \(How to begin\), figures \(How the figures are counted\)\.$"
        ):
            guide.read("how")

    def test_an_unknown_page_is_refused_by_name_with_the_pages_there_are(self) -> None:
        with pytest.raises(Refused, match=r'"patella".*it-band, causes, .*about'):
            guide.read("patella")

    def test_an_ambiguous_start_is_refused_with_the_pages_it_could_be(self) -> None:
        with pytest.raises(Refused, match=r'"hip".*hip-hike, hip-flexor-stretch\.$'):
            guide.read("hip")

    def test_a_path_is_not_a_page(self) -> None:
        with pytest.raises(Refused):
            guide.read("../guide/about")


class TestWords:
    @pytest.mark.parametrize("key", KEYS)
    def test_no_page_claims_what_a_logbook_must_not(self, key: str) -> None:
        words = one_line(guide.read(key)).replace(guide.ABOUT, "").casefold()
        forbidden = (
            r"\b(treat|diagnos|cure|curing|monitor|predict|prevent|heal(?!th)|streak|fail|risk)\w*"
            r"|your injury risk|safe to run|caused by|loosens|breaks? adhesions"
        )
        assert not re.findall(forbidden, words)

    @pytest.mark.parametrize("key", KEYS)
    def test_no_page_promises_anything_in_a_number_of_weeks(self, key: str) -> None:
        words = one_line(guide.read(key)).casefold()
        assert not re.search(r"\bwill\b[^.]*\b(days|weeks|months)\b", words)
        assert not re.search(r"\bpain-free (in|within|after) ", words)

    @pytest.mark.parametrize("key", KEYS)
    def test_a_page_prints_on_any_terminal(self, key: str) -> None:
        assert guide.read(key).isascii()

    @pytest.mark.parametrize("key", KEYS)
    def test_a_page_is_at_most_two_screens_of_80_by_24(self, key: str) -> None:
        assert len(guide.plain(guide.read(key), 80).splitlines()) <= 2 * 24

    @pytest.mark.parametrize("key", KEYS)
    def test_a_page_uses_only_headings_paragraphs_lists_and_bold(self, key: str) -> None:
        assert not re.search(r"^###|^[>|]|^ +- |[`_<]|\]\(|(?<!\*)\*(?!\*)", guide.read(key), re.MULTILINE)

    def test_about_says_the_sentence_in_the_identical_words(self) -> None:
        assert guide.ABOUT in one_line(guide.read("about"))

    def test_warning_signs_say_what_the_program_cannot_do_and_whom_the_guide_is_not_for(self) -> None:
        words = one_line(guide.read("warning-signs"))
        assert "These can mean something other than ITB pain. This program cannot check you." in words
        assert "Not at the outer knee? Then this guide isn't for it" in words.replace("## ", "")

    def test_the_ends_of_the_pain_scale_are_never_reworded(self) -> None:
        words = guide.read("pain-scale")
        assert '**0** is "no pain"' in words
        assert '**10** is "worst pain imaginable"' in words

    def test_getting_going_again_is_called_an_example(self) -> None:
        assert "an example as used by clinics" in one_line(guide.read("running-again"))


class TestExercises:
    def test_the_programme_is_the_four_in_order(self) -> None:
        assert [(exercise.key, exercise.name) for exercise in guide.programme()] == [
            ("glute-bridge", "Glute bridge"),
            ("lateral-band-walk", "Lateral band walk"),
            ("foam-rolling", "Foam rolling"),
            ("itb-stretch", "Standing IT band stretch"),
        ]

    def test_the_stretch_is_held_for_30_seconds_on_each_leg_every_day(self) -> None:
        (stretch,) = (exercise for exercise in guide.programme() if exercise.key == "itb-stretch")
        assert stretch.unit == "seconds"
        assert stretch.dose == guide.Dose(sets=2, amount=30, sides="each", schedule={"type": "daily"})

    def test_keys_are_unique_and_positions_count_up(self) -> None:
        assert len(set(EXERCISE_KEYS)) == len(LIBRARY)
        assert [exercise.position for exercise in LIBRARY] == list(range(1, len(LIBRARY) + 1))

    @pytest.mark.parametrize("exercise", LIBRARY, ids=EXERCISE_KEYS)
    def test_each_exercise_has_three_cues_short_enough_to_hear(self, exercise: guide.LibraryExercise) -> None:
        assert len(exercise.cues) == 3
        assert all(0 < len(cue) <= 60 for cue in exercise.cues)

    @pytest.mark.parametrize("exercise", LIBRARY, ids=EXERCISE_KEYS)
    def test_each_value_is_one_that_the_diary_accepts(self, exercise: guide.LibraryExercise) -> None:
        dose = exercise.dose
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", exercise.key)
        assert exercise.kind in {"strength", "stretch", "release"}
        assert exercise.unit in {"reps", "seconds", "steps", "minutes"}
        assert exercise.source
        assert 1 <= dose.sets <= 20
        assert dose.amount >= 1
        assert dose.hold is None or (exercise.unit == "reps" and dose.hold >= 1)
        assert dose.sides in {"none", "each", "left", "right"}
        assert dose.schedule == {"type": "daily"} or (
            dose.schedule.keys() == {"type", "times"}
            and dose.schedule["type"] == "weekly"
            and dose.schedule["times"] in range(1, 8)
        )

    @pytest.mark.parametrize("exercise", LIBRARY, ids=EXERCISE_KEYS)
    def test_each_exercise_has_a_page_of_its_name_with_all_its_parts(
        self, exercise: guide.LibraryExercise
    ) -> None:
        text = guide.read(exercise.guide)
        assert text.startswith(f"# {exercise.name}\n")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
            "What for",
            "You need",
            "Set-up",
            "Steps",
            "How it should feel",
            "Easier and harder",
            "Stop when",
            "Starting dose",
        ]

    @pytest.mark.parametrize("exercise", LIBRARY, ids=EXERCISE_KEYS)
    def test_the_page_gives_the_dose_of_the_library_and_puts_the_physiotherapist_first(
        self, exercise: guide.LibraryExercise
    ) -> None:
        dose = exercise.dose
        unit = {"reps": "repetitions"}.get(exercise.unit, exercise.unit)
        words = one_line(guide.read(exercise.guide).split("## Starting dose")[1])
        assert words.startswith(f"{dose.sets} set{'s' if dose.sets > 1 else ''} of {dose.amount} {unit}")
        assert ("each" in words.split(". ")[0]) is (dose.sides == "each")
        times = dose.schedule.get("times")
        assert (f"{times} times a week" if times else "every day") in words
        assert "a typical starting dose; your physiotherapist's numbers go first." in words


class TestSearch:
    def test_a_hit_is_the_whole_paragraph_without_markdown_signs(self) -> None:
        hits = guide.search("worst pain imaginable")
        assert [(hit.page.key, hit.line) for hit in hits] == [
            ("pain-scale", '10 is "worst pain imaginable".')
        ]

    def test_all_words_must_stand_in_one_paragraph_in_any_order_and_case(self) -> None:
        assert [hit.page.key for hit in guide.search("MERCK leaflets")] == ["itb-stretch"]
        assert guide.search("leaflets breathlessness") == []

    def test_words_across_a_line_break_are_found(self) -> None:
        assert guide.search("bump shin gerdy")[0].page.key == "it-band"

    def test_titles_are_found(self) -> None:
        assert any(hit.line == hit.page.title == "Clamshell" for hit in guide.search("clamshell"))

    def test_pages_whose_title_holds_the_words_come_first_and_each_page_once(self) -> None:
        hits = guide.search("foam roll")
        assert hits[0].page.key == "foam-rolling" and hits[0].is_title
        keys = [hit.page.key for hit in hits]
        assert len(keys) == len(set(keys)) > 1

    @pytest.mark.parametrize("nothing", ["", "   "])
    def test_no_words_find_nothing(self, nothing: str) -> None:
        assert guide.search(nothing) == []


class TestPlain:
    @pytest.mark.parametrize("width", [20, 38, 72, 100])
    @pytest.mark.parametrize("key", KEYS)
    def test_no_line_is_wider_than_asked(self, key: str, width: int) -> None:
        lines = guide.plain(guide.read(key), width).splitlines()
        assert max(len(line) for line in lines) <= width
        assert all(line == line.rstrip() for line in lines)

    @pytest.mark.parametrize("key", KEYS)
    def test_no_word_is_lost(self, key: str) -> None:
        markdown = re.sub(r"^#+ ", "", guide.read(key), flags=re.MULTILINE).replace("**", "")
        assert (
            guide.plain(markdown, 72).split() == guide.plain(guide.read(key), 72).split() == markdown.split()
        )

    def test_headings_stand_at_the_margin_and_list_items_hang_behind_their_sign(self) -> None:
        page = (
            "# Title\n\nSome **bold**\nwords.\n\n## Part\n\n- one two three four\n- five\n1. six seven eight"
        )
        assert guide.plain(page, 20).splitlines() == [
            "Title",
            "",
            "  Some bold words.",
            "",
            "Part",
            "  - one two three",
            "    four",
            "  - five",
            "  1. six seven eight",
        ]

    def test_a_number_keeps_its_percent_sign(self) -> None:
        assert guide.plain("about eighty or 80 % of it", 20).splitlines() == [
            "  about eighty or",
            "  80 % of it",
        ]

    def test_a_width_that_is_too_small_to_read_gives_lines_of_20(self) -> None:
        assert guide.plain("some words", 1) == guide.plain("some words", 20)


def test_importing_the_guide_reads_no_page_and_no_toml() -> None:
    code = "import sys, data.guide; print('tomllib' in sys.modules, 'importlib.resources' in sys.modules)"
    checkout = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=checkout, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


class TestLaidOut:
    def test_strong_words_keep_their_place_without_their_signs(self) -> None:
        (line,) = guide.lay_out("A **strong** word and **two more**", 80)
        assert line.text == "  A strong word and two more"
        assert [line.text[start:end] for start, end in line.strong] == ["strong", "two more"]

    def test_strong_words_that_go_over_a_line_end_are_strong_on_both(self) -> None:
        lines = guide.lay_out("- A word **that is strong and goes on** for a while", 24)
        strong = [line.text[start:end] for line in lines for start, end in line.strong]
        assert " ".join(strong) == "that is strong and goes on"
        assert len(strong) == 2

    def test_each_line_knows_its_block_and_blank_lines_have_none(self) -> None:
        lines = guide.lay_out("# Title\n\nWords that\ngo on.", 80)
        assert [line.block and line.block.text for line in lines] == ["Title", None, "Words that go on."]

    @pytest.mark.parametrize("width", [20, 40, 76])
    @pytest.mark.parametrize("key", KEYS)
    def test_no_line_is_longer_than_its_width(self, key: str, width: int) -> None:
        assert all(len(line.text) <= width for line in guide.lay_out(guide.read(key), width))
