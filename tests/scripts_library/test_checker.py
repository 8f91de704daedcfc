from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.scripts_library.checker import RULES, check, check_library
from app.scripts_library.findings import Level
from app.scripts_library.parser import parse
from app.scripts_library.script import (
    Flow,
    FlowNode,
    KeyPoint,
    Option,
    Placeholder,
    Script,
    Slots,
    Source,
    State,
    Variant,
)
from tests.scripts_library.making import small

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
GOOD = small(state=State.APPROVED, sources=(Source("x"),), review_on=date(2027, 1, 1))


def saying(zh: str, en: str) -> tuple[Variant, ...]:
    return (Variant("zh", say=zh), Variant("en", say=en))


def fixed(**slots: tuple[str, ...]) -> KeyPoint:
    return KeyPoint("k1", {"zh": "x", "en": "x"}, critical=True, slots=Slots(**slots))


def test_a_good_script_has_no_findings():
    assert check(GOOD) == ()


@pytest.mark.parametrize(
    ("script", "codes"),
    [
        (replace(GOOD, key=""), ["key-missing"]),
        (replace(GOOD, key="a b"), ["key-unfit"]),
        (replace(GOOD, key="A_1"), ["key-unusual"]),
        (replace(GOOD, title={"zh": "x"}), ["title-missing"]),
        (replace(GOOD, variants=(), lang_gap=("zh", "en")), ["body-missing"]),
        (replace(GOOD, variants=(Variant("zh", record="x"), Variant("en", say="x"))), ["body-missing"]),
        (replace(GOOD, variants=(Variant("en", say="x"),)), ["language-gap"]),
        (replace(GOOD, variants=(*GOOD.variants, Variant("en", say="8"))), ["variant-twice"]),
        (replace(GOOD, variants=saying("{a}", "{a}")), ["placeholder-undeclared"] * 2),
        (replace(GOOD, placeholders=(Placeholder("a"),)), ["placeholder-unused"]),
        (replace(GOOD, variants=saying("9至45岁", "9 to 44")), ["numbers-differ"]),
        (replace(GOOD, key_points=(fixed(numbers=("9",)),)), ["slot-missing"] * 2),
        (replace(GOOD, key_points=(fixed(phones=("12320",)),)), ["slot-missing"] * 2),
        (replace(GOOD, key_points=(fixed(units=("点", "years")),)), ["slot-missing"]),
        (replace(GOOD, key_points=(fixed(), fixed())), ["point-twice"] * 2),
        (replace(GOOD, key_points=(KeyPoint("k1", {"zh": "x"}),)), ["point-empty"]),
        (replace(GOOD, sources=()), ["source-missing"]),
        (replace(GOOD, effective_from=NOON, effective_to=NOON), ["times-reversed"]),
        (replace(GOOD, phrasings={"en": ("A", "a", "b")}), ["phrasing-twice"]),
        (replace(GOOD, review_on=None), ["review-date-missing"]),
        (replace(GOOD, flow=Flow("b", (FlowNode("a", {}, (Option({}, "end"),)),))), ["start-unknown"]),
    ],
)
def test_each_broken_rule_has_its_code(script: Script, codes: list[str]):
    assert [finding.code for finding in check(script)] == codes


def test_a_known_gap_of_languages_is_no_mistake():
    assert check(replace(GOOD, variants=(Variant("en", say="x"),), lang_gap=("zh",))) == ()


def test_slots_that_are_said_are_found_in_any_writing():
    told = replace(
        GOOD,
        variants=saying("33万人，拨 0571-12320", "330,000 people, dial 0571 12320"),
        key_points=(fixed(numbers=("330000",), phones=("0571-12320",), units=("人", "People")),),
    )
    assert check(told) == ()


def test_a_placeholder_is_used_when_another_is_looked_up_by_it():
    placeholders = (Placeholder("area"), Placeholder("phone", key="area"))
    assert check(replace(GOOD, placeholders=placeholders, variants=saying("{phone}", "{phone}"))) == ()


def test_findings_carry_the_line_of_the_file():
    point = "  - {id: k1, en: x, zh: y}\n"
    text = f"---\nid: a\ntitle: {{en: x, zh: y}}\nkey_points:\n{point}{point}---\n## zh\nx\n## en\n9\n"
    parsed = parse(text, source="a.md")
    assert parsed.script is not None
    found = check(parsed.script, lines=parsed.lines, source="a.md")
    assert [(one.code, one.line, one.source) for one in found] == [
        ("numbers-differ", 8, "a.md"),
        ("point-twice", 5, "a.md"),
        ("point-twice", 6, "a.md"),
    ]


def test_only_three_rules_are_mere_warnings():
    codes = {one.code for one in check(replace(GOOD, key="A_1", review_on=None, phrasings={"en": ("a", "a")}))}
    assert codes == {"key-unusual", "review-date-missing", "phrasing-twice"}
    assert all(one.level is Level.WARNING for one in check(replace(GOOD, key="A_1", review_on=None)))
    assert len(RULES) == len(set(RULES))


def test_a_key_and_version_is_there_once():
    assert [one.code for one in check_library([GOOD, GOOD])] == ["key-twice"]
    assert check_library([GOOD, small("b-1")]) == ()


def test_a_way_to_another_script_needs_that_script():
    leads = replace(GOOD, flow=Flow("a", (FlowNode("a", {}, (Option({}, "script:b-1"),)),)))
    assert [(one.code, one.source) for one in check_library([leads])] == [("goto-script-unknown", "a-1")]
    assert check_library([leads, small("b-1")]) == ()


def test_two_approved_versions_are_never_valid_at_once():
    second = replace(GOOD, version=2, effective_from=NOON)
    assert [one.code for one in check_library([GOOD, second])] == ["versions-overlap"]
    assert check_library([replace(GOOD, effective_to=NOON), second]) == ()
    assert check_library([replace(GOOD, effective_to=NOON + timedelta(1), state=State.DRAFT), second]) == ()
