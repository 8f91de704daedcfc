from datetime import UTC

from app.scripts_library.fields import Fields
from app.scripts_library.findings import Finding
from app.scripts_library.front_matter import Value
from app.scripts_library.head import (
    read_audience,
    read_key,
    read_key_points,
    read_rules,
    read_sources,
    read_times,
    read_words,
)
from app.scripts_library.script import Audience, KeyPoint, Slots, Source


def reading(**values: Value) -> tuple[Fields, list[Finding]]:
    findings: list[Finding] = []
    return Fields(values, (), findings), findings


def test_a_key_is_needed_and_has_only_plain_characters():
    for key, code in (("", "key-missing"), ("a b", "key-unfit"), ("../a", "key-unfit"), ("x" * 81, "key-unfit")):
        fields, findings = reading(id=key)
        read_key(fields)
        assert [finding.code for finding in findings] == [code]


def test_unusual_keys_of_other_tables_are_kept():
    fields, findings = reading(id="HPV_01.b")
    assert read_key(fields) == "HPV_01.b"
    assert findings == []


def test_a_question_that_is_the_title_is_not_kept_twice():
    fields, _ = reading(title={"en": "x", "zh": "y"}, question={"en": "x", "zh": "z"})
    assert read_words(fields)["question"] == {"zh": "z"}


def test_a_source_needs_a_name_or_an_address():
    fields, findings = reading(sources=[{"clause": "3"}, {"url": "https://example.org", "sha256": "AB"}])
    assert read_sources(fields) == (Source(url="https://example.org", sha256="ab"),)
    assert [(finding.code, finding.where()) for finding in findings] == [("source-empty", "sources.1.doc")]


def test_a_key_point_without_id_is_named_by_its_place():
    fields, _ = reading(key_points=[{"en": "a"}, {"en": "b", "slots": {"numbers": ["9"], "unit": "岁| years "}}])
    first, second = read_key_points(fields)
    assert first == KeyPoint("k1", {"en": "a"})
    assert (second.id, second.slots) == ("k2", Slots(numbers=("9",), units=("岁", "years")))


def test_unfit_rules_are_noted_and_left_out():
    fields, findings = reading(
        abbr=["九价", "a=b"],
        flow={"start": "n1", "nodes": {"n1": {"say": {"en": "x"}, "goto": "end", "go": "x"}}},
        lang_gap=["zh", "Chinese"],
        dialect_notes={"粤语": "a", "": "b"},
        placeholders={"a": {"type": "magic"}},
    )
    rules = read_rules(fields)
    assert rules["abbreviations"] == (("a", "b"),)
    assert rules["lang_gap"] == ("zh",)
    assert rules["dialect_notes"] == {"粤语": "a"}
    assert rules["flow"].nodes[0].say == {"en": "x"}
    assert [finding.code for finding in findings] == [
        "abbreviation-unfit",
        "not-one-of",
        "field-unknown",
        "not-a-language",
    ]


def test_an_empty_flow_is_none():
    fields, _ = reading(flow={})
    assert read_rules(fields)["flow"] is None


def test_times_and_readers_have_their_fields():
    fields, findings = reading(effective_from="2026-03-01", review_in="2w", audience="public")
    times = read_times(fields, UTC)
    assert (times["review_in_days"], times["effective_to"]) == (14, None)
    assert read_audience(fields) is Audience.PUBLIC
    assert findings == []
