import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.body import (
    escaped,
    read_sections,
    read_variants,
    section_heading,
    write_sections,
    write_variant,
)
from app.scripts_library.script import Variant
from tests.scripts_library.making import bodies, variants


def test_a_variant_has_language_audience_and_plainness():
    text = "## zh_CN\na\n## en · plain\nb\n## en, physician, plain\nc\n"
    read, lines, findings = read_variants(text, 10)
    assert [variant.place for variant in read] == [("zh", "", False), ("en", "", True), ("en", "physician", True)]
    assert lines == {"1": 10, "2": 12, "3": 14}
    assert findings == []


@pytest.mark.parametrize("heading", ["开头 / say", "say", "开头", "SAY", "开头/say"])
def test_section_heads_are_read_in_either_language(heading: str):
    (variant,), _, findings = read_variants(f"## zh\n### {heading}\nx\n### 如追问 / if asked\ny")
    assert (variant.say, variant.if_asked, findings) == ("x", "y", [])


def test_text_before_the_first_section_is_said():
    (variant,), _, _ = read_variants("## en\nhello\n\nyou\n### record\ny")
    assert (variant.say, variant.record) == ("hello\n\nyou", "y")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("hello\n## en\nx", "text-before-variant", 1),
        ("\n## English\nx", "variant-language-unknown", 2),
        ("## en · doctors\nx", "variant-word-unknown", 1),
        ("## en · plain · plain\nx", "variant-word-unknown", 1),
        ("## en\n### say\nx\n### tell\ny", "section-unknown", 4),
        ("## en\nx\n### say\ny", "section-twice", 3),
        ("## en\n\n", "variant-empty", 1),
    ],
)
def test_a_broken_body_gives_a_code_and_a_line(text: str, code: str, line: int):
    _, _, findings = read_variants(text)
    assert [(finding.code, finding.line) for finding in findings] == [(code, line)]


@given(variants)
def test_a_written_variant_is_read_back(variant: Variant):
    assert read_variants(write_variant(variant)) == ((variant,), {"1": 1}, [])


@given(variants)
def test_a_written_cell_is_read_back(variant: Variant):
    place = variant.place
    assert Variant(*place, **read_sections(write_sections(variant))) == variant


@given(bodies)
def test_an_escaped_text_holds_no_heading(text: str):
    assert not any(line.startswith(("## ", "### ")) for line in escaped(text).split("\n"))


@given(st.text(st.sampled_from("#\\ a\n·/"), max_size=40))
def test_no_body_makes_the_reader_fail(text: str):
    read_variants(text)
    read_sections(text)


def test_unknown_heads_in_a_cell_are_text():
    assert read_sections("### About\nx")["say"] == "### About\nx"


def test_heads_name_both_languages_in_chinese_bodies():
    assert section_heading("if_asked", "zh") == "如追问 / if asked"
    assert section_heading("if_asked", "en") == "if asked"
