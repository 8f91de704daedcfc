import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.scripts_library.front_matter import MAX_DEPTH, plain_value, read_head


def test_scalars_stay_text_and_only_a_bare_null_is_nothing():
    head = read_head("a: no\nb: 012\nc: 2026-02-20\nd: null\ne: 'null'\nf:\ng: 1:30")
    assert head.values == {"a": "no", "b": "012", "c": "2026-02-20", "d": None, "e": "null", "f": None, "g": "1:30"}


def test_every_place_has_its_line():
    head = read_head("a:\n  b: 1\n  c:\n    - x\n    - {d: 2}\n", first_line=10)
    assert head.lines[("a",)] == 10
    assert head.lines[("a", "b")] == 11
    assert head.lines[("a", "c", "2")] == 14
    assert head.lines[("a", "c", "2", "d")] == 14


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3", "yaml-syntax", 3),
        ("a: &x 1\nb: 2", "yaml-alias", 1),
        ("a: 1\nb: *x", "yaml-alias", 2),
        ("a: !!python/object:os.system 1", "yaml-tag", 1),
        ("a: 1\na: 2", "yaml-key-twice", 2),
        ("? [1]\n: 2", "yaml-key-unfit", 1),
        ("- a", "head-not-a-mapping", 1),
        ("a: 1\n--- \nb: 1", "yaml-second-document", 2),
        ("a: " + "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "yaml-too-deep", 1),
        ('a: "\\U00110000"', "yaml-syntax", 1),
        ("a: " + "x" * 200_001, "head-too-long", 1),
        ("a: 1\nb: x\x0cy", "yaml-syntax", 2),
    ],
)
def test_a_broken_head_gives_a_code_and_a_line(text: str, code: str, line: int):
    head = read_head(text)
    assert [(finding.code, finding.line) for finding in head.findings] == [(code, line)]
    assert head.values == {}


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_lines_are_those_of_an_editor_where_yaml_counts_more(separator: str):
    head = read_head(f"a: 'x{separator * 3}y'\nb: 1", first_line=5)
    assert (head.lines[("a",)], head.lines[("b",)]) == (5, 6)
    (wrong,) = read_head(f"a: 'x{separator}y'\nb: 1\nb: 2").findings
    assert (wrong.code, wrong.line) == ("yaml-key-twice", 3)


def test_an_empty_head_is_no_mistake_of_yaml():
    assert read_head("").values == {}
    assert read_head("# only a comment").findings == ()


@given(st.text(st.sampled_from(list("ab:-[]{},'\"|>#&*!%@ \n\t\\?0~\x85\u2028\ud800")), max_size=60))
def test_no_text_makes_the_reader_fail(text: str):
    head = read_head(text)
    assert all(finding.line is not None for finding in head.findings)


_WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=5)


@given(st.recursive(_WORDS, lambda inner: st.dictionaries(_WORDS, inner, max_size=3), max_leaves=8))
def test_what_yaml_writes_is_read_back(value: object):
    text = yaml.safe_dump({"a": value}, allow_unicode=True)
    assert read_head(text).values == {"a": value}


def test_json_takes_the_same_shape():
    assert plain_value({"a": [1, True, None, 2.5]}) == {"a": ["1", "true", None, "2.5"]}


def test_json_that_is_too_deep_is_cut():
    value: object = "x"
    for _ in range(50):
        value = [value]
    assert "x" not in str(plain_value(value))
