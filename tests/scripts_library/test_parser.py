import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.checker import check
from app.scripts_library.findings import has_errors
from app.scripts_library.parser import parse
from app.scripts_library.script import State
from tests.scripts_library.making import sample

SAMPLES = ("vac-hpv-age-01", "ce-hours-01", "flu-free-02")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read_and_passes_the_checker(name: str):
    parsed = parse(sample(name), source=f"{name}.md")
    assert parsed.findings == ()
    assert parsed.script is not None
    assert parsed.script.key == name
    assert not has_errors(check(parsed.script, lines=parsed.lines))


def test_the_sample_says_what_its_file_says():
    script = parse(sample("ce-hours-01")).script
    assert script is not None
    assert script.state is State.APPROVED
    assert script.phrasings["en"][2] == "recert hours"
    assert [variant.place for variant in script.variants] == [
        ("en", "", False),
        ("en", "physician", False),
        ("en", "", True),
    ]
    assert script.variants[0].say.endswith("online.")
    assert script.sources[0].clause == "4"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "file-empty", 1),
        ("\n\nhello", "head-missing", 3),
        ("---\nid: a", "head-not-closed", 1),
        ("---\nid: a\ntitel: {en: x}\n---\n## en\nx", "field-unknown", 3),
        ("---\nid: a\nsources:\n  - {doc: x}\n  - {clause: y}\n---\n## en\nx", "source-empty", 5),
        ("---\nid: a b\n---\n## en\nx", "key-unfit", 2),
        ("---\nid: a\n---\nx", "text-before-variant", 4),
        ("---\nid: [a\n---\n", "yaml-syntax", 3),
        ("x" * 1_000_001, "file-too-long", 1),
    ],
)
def test_a_mistake_has_file_line_and_code(text: str, code: str, line: int):
    parsed = parse(text, source="a.md")
    assert parsed.script is None
    assert (parsed.findings[0].code, parsed.findings[0].line, parsed.findings[0].source) == (code, line, "a.md")


def test_mistakes_of_head_and_body_are_told_together():
    parsed = parse("---\nid: a\nrisk: big\n---\n## en\n### tell\nx")
    assert [finding.code for finding in parsed.findings] == ["not-one-of", "section-unknown", "variant-empty"]


def test_windows_lines_and_a_byte_order_mark_change_nothing():
    text = sample("flu-free-02")
    assert parse("\ufeff" + text.replace("\n", "\r\n")) == parse(text)


@given(st.text(max_size=200))
def test_no_text_makes_the_parser_fail(text: str):
    parsed = parse(text)
    assert parsed.script is not None or parsed.findings


PIECES = (
    *("---\n", "- ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!x ", "## ", "### say\n", '"', "\t"),
    *("\x00", "\ud800", "\U0001f600", "\x85"),
)


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        text = text[:start] + chance.choice(PIECES) + text[start + chance.randint(0, 30) :]
    return text


@pytest.mark.parametrize("name", SAMPLES)
def test_no_mutation_of_a_file_makes_the_parser_fail(name: str):
    chance, text = random.Random(name), sample(name)
    for _ in range(300):
        parsed = parse(mutated(text, chance), source="x.md")
        assert parsed.script is not None or all(finding.line for finding in parsed.findings)
        if parsed.script is not None:
            check(parsed.script, lines=parsed.lines)


def test_a_file_that_ends_with_its_head_misses_its_body_on_the_last_line():
    text = "---\nid: a\ntitle: {zh: x, en: x}\n---"
    parsed = parse(text)
    assert parsed.script is not None
    missing = [one for one in check(parsed.script, lines=parsed.lines) if one.code == "body-missing"]
    assert [one.line for one in missing] == [4]
