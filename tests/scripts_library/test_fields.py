from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.scripts_library.fields import Fields, day, moment, truth
from app.scripts_library.findings import Finding
from app.scripts_library.front_matter import Value
from app.scripts_library.script import Risk

CHINA = timezone(timedelta(hours=8))


def reading(**values: Value) -> tuple[Fields, list[Finding]]:
    findings: list[Finding] = []
    return Fields(values, (), findings), findings


def codes(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.where()) for finding in findings]


def test_a_date_is_midnight_of_the_zone():
    assert moment("2026-03-01", CHINA) == datetime(2026, 2, 28, 16, tzinfo=UTC)


def test_a_time_needs_its_offset():
    assert moment("2026-03-01T08:00:00+08:00", UTC) == datetime(2026, 3, 1, tzinfo=UTC)
    assert moment("2026-03-01T08:00:00", UTC) is None


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "0001-01-01", "99999-01-01"])
def test_what_is_no_moment_is_none(text: str):
    assert moment(text, CHINA) is None


def test_days_and_truths_are_read():
    assert day("2026-02-28") == date(2026, 2, 28)
    assert day("28.2.2026") is None
    assert [truth(text) for text in ("是", "No", "1", "maybe")] == [True, False, True, None]


def test_a_missing_field_is_its_default():
    fields, findings = reading()
    assert (fields.line("a"), fields.text("a"), fields.truth("a"), fields.words("a")) == ("", "", False, ())
    assert fields.choice("a", Risk.HIGH) is Risk.HIGH
    assert (fields.whole_number("a", 4), fields.days("a"), fields.date("a")) == (4, None, None)
    assert (fields.texts("a"), fields.each("a"), findings) == ({}, [], [])


def test_spans_come_in_days_weeks_and_years():
    fields, _ = reading(a="90d", b="12w", c="1y")
    assert [fields.days(name) for name in "abc"] == [90, 84, 365]


def test_each_unfit_value_is_noted_and_replaced():
    fields, findings = reading(
        truth="maybe", risk="big", number="0", span="soon", date="x", at="2026", words={}, inner=[], each="x"
    )
    fields.truth("truth")
    assert fields.choice("risk", Risk.NORMAL) is Risk.NORMAL
    fields.whole_number("number", 1)
    fields.days("span")
    fields.date("date")
    fields.moment("at", UTC)
    fields.words("words")
    fields.inner("inner")
    fields.each("each")
    assert [code for code, _ in codes(findings)] == [
        "not-a-truth-value",
        "not-one-of",
        "not-a-whole-number",
        "not-a-span",
        "not-a-date",
        "not-a-time",
        "not-a-list",
        "not-a-mapping",
        "not-a-list",
    ]


def test_a_list_where_a_text_belongs_is_noted():
    fields, findings = reading(a=["x"], b=["x", ["y"], None, "z"])
    assert fields.line("a") == ""
    assert fields.words("b") == ("x", "z")
    assert codes(findings) == [("not-a-text", "a"), ("not-a-text", "b")]


def test_mappings_in_a_list_know_their_place():
    fields, findings = reading(a=["x", {"b": "1"}])
    (inner,) = fields.each("a")
    inner.close()
    assert codes(findings) == [("not-a-mapping", "a"), ("field-unknown", "a.2.b")]


def test_a_text_without_language_is_noted():
    fields, findings = reading(a="x")
    assert fields.texts("a") == {}
    assert codes(findings) == [("text-without-language", "a")]


def test_languages_are_read_in_one_form():
    fields, findings = reading(a={"zh_CN": " x ", "zh": "y", "Klingonisch!": "z", "en": ""})
    assert fields.texts("a") == {"zh": "x"}
    assert codes(findings) == [("language-twice", "a.zh"), ("field-unknown", "a.Klingonisch!")]


def test_a_field_in_large_letters_is_no_language():
    fields, findings = reading(Id="k1", Any=["x"], en="y")
    fields.line("id")
    fields.word_lists("any")
    assert fields.rest_as_texts() == {"en": "y"}
    assert codes(findings) == [("field-unknown", "Id"), ("field-unknown", "Any")]
    assert [one.facts["meant"] for one in findings] == [" (id?)", " (any?)"]


def test_a_single_word_is_a_list_of_one():
    fields, _ = reading(a={"en": "x", "zh": ["y", "z"]})
    assert fields.word_lists("a") == {"en": ("x",), "zh": ("y", "z")}


def test_fields_nobody_took_are_reported():
    fields, findings = reading(a="1", b="2")
    fields.line("a")
    assert (fields.has("a"), fields.has("b"), fields.names(), fields.is_scalar("b")) == (False, True, ("b",), True)
    fields.close()
    assert codes(findings) == [("field-unknown", "b")]


def test_a_field_nobody_knows_says_which_one_may_be_meant():
    findings: list[Finding] = []
    fields = Fields({"alias": ["x"], "hue": "red"}, (), findings)
    fields.word_lists("aliases")
    fields.line("title")
    fields.close()
    assert [one.facts["meant"] for one in findings] == [" (aliases?)", ""]
