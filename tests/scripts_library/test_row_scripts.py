from dataclasses import replace
from datetime import date

import pytest

from app.scripts_library.row_scripts import read_table
from app.scripts_library.script import Audience, Flow, FlowNode, KeyPoint, Risk, Script, Slots, Source, Variant

EN = {"key": "a", "title": "Opening", "answer": "At 8.", "language": "en"}
ZH = {"key": "a", "title": "开门", "answer": "8点。", "language": "zh"}
KNOWN = Script(
    "a",
    {"zh": "开门", "en": "Old"},
    phrasings={"zh": ("几点",), "en": ("old",)},
    topic="old",
    risk=Risk.HIGH,
    sources=(Source("Rule", "3"),),
    key_points=(KeyPoint("k1", {"zh": "八点", "en": "eight"}, slots=Slots(numbers=("8",))),),
    flow=Flow("n", (FlowNode("n", say={"en": "x"}, goto="end"),)),
    variants=(Variant("zh", say="八点"), Variant("en", say="old", record="old")),
)


def table(*rows: dict[str, str], known: Script | None = None):
    return read_table(enumerate(rows, 2), existing=lambda key: known if known and key == known.key else None)


def test_rows_of_one_key_become_one_script():
    read = table(EN | {"category": "hours", "phrasings": "open | when"}, ZH, EN | {"plain": "yes", "answer": "8!"})
    (found,) = read.scripts
    assert found.lines == (2, 3, 4)
    assert found.script == Script(
        "a",
        {"en": "Opening", "zh": "开门"},
        phrasings={"en": ("open", "when")},
        topic="hours",
        variants=(Variant("en", say="At 8."), Variant("zh", say="8点。"), Variant("en", plain=True, say="8!")),
    )


def test_what_has_no_column_stays_as_it_is():
    (found,) = table(EN | {"source": "Rule", "key_points": "eight"}, known=KNOWN).scripts
    changed = replace(
        KNOWN, title={"zh": "开门", "en": "Opening"}, variants=(KNOWN.variants[0], Variant("en", say="At 8."))
    )
    assert found.script == changed


def test_an_empty_column_empties_its_field():
    empty = dict.fromkeys(("category", "source", "key_points", "phrasings", "more"), "")
    (found,) = table(EN | empty, known=KNOWN).scripts
    script = found.script
    assert (script.topic, script.sources, script.key_points, script.flow) == ("", (), (), None)
    assert script.phrasings == {"zh": ("几点",)}


def test_more_holds_what_no_column_carries():
    more = '{"risk": "emergency", "audience": "public", "last_reviewed_on": "2026-01-02", "title": {"es": "Horario"}}'
    (found,) = table(EN | {"more": more}).scripts
    assert (found.script.risk, found.script.audience) == (Risk.EMERGENCY, Audience.PUBLIC)
    assert found.script.last_reviewed_on == date(2026, 1, 2)
    assert found.script.title == {"es": "Horario", "en": "Opening"}


def test_a_question_becomes_the_title_where_there_is_none():
    (found,) = table({"key": "a", "question": "When do you open?", "answer": "At 8."}).scripts
    assert (found.script.title, found.script.question) == ({"en": "When do you open?"}, {})
    (found,) = table(EN | {"question": "When do you open?"}).scripts
    assert (found.script.title, found.script.question) == ({"en": "Opening"}, {"en": "When do you open?"})


def test_key_points_of_two_languages_meet_by_their_place():
    (found,) = table(EN | {"key_points": "!eight"}, ZH | {"key_points": "八点 | 周末休息"}).scripts
    assert found.script.key_points == (
        KeyPoint("k1", {"en": "eight", "zh": "八点"}),
        KeyPoint("k2", {"zh": "周末休息"}),
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (EN | {"answer": "again"}, "variant-twice"),
        (ZH | {"category": "other"}, "row-contradicts"),
        (EN | {"title": "Other", "plain": "yes"}, "row-contradicts"),
        (EN | {"title": "", "language": "es"}, "row-without-title"),
        (ZH | {"more": '{"risk": "big"}'}, "not-one-of"),
        (ZH | {"more": '{"key_points": []}'}, "field-unknown"),
    ],
)
def test_a_row_that_does_not_go_with_the_others_is_refused(row: dict[str, str], code: str):
    read = table(EN | {"category": "hours"}, row)
    assert [(finding.code, finding.line) for finding in read.findings] == [(code, 3)]
    assert [found.lines for found in read.scripts] == [(2,)]


def test_a_title_that_is_known_need_not_be_repeated():
    read = table(EN | {"title": ""}, known=KNOWN)
    assert read.findings == ()
    assert read.scripts[0].script.title["en"] == "Old"


def test_the_same_table_again_changes_nothing():
    rows = (EN | {"category": "hours", "key_points": "!eight"}, ZH | {"key_points": "八点"})
    (first,) = table(*rows).scripts
    (second,) = table(*rows, known=first.script).scripts
    assert second.script == first.script
