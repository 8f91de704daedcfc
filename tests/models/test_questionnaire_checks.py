from pathlib import Path

import pytest

from app.models.questionnaire_checks import QuestionnaireRemark, Remark, check
from app.models.questionnaire_files import parse_questionnaire
from tests.surveys import SCALES, item, made, random_questionnaire

FOLDER = Path(__file__).parents[2] / "resources" / "questionnaires"
YES = {"item": "q1", "is": ["yes"]}
UNREACHABLE = ("unreachable", "q2", "")


def remarks(*items, **more):
    return [(one.remark.value, one.at, one.about) for one in check(made(*items, **more))]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_nothing_is_wrong_with_what_ships(path):
    assert check(parse_questionnaire(path.read_text(encoding="utf-8"), file=path.name)) == ()


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([item("q1", when={"item": "zz", "is": ["a"]})], ("undefined", "q1", "zz")),
        ([item("q1"), item("q2", when={"item": "q1", "is": ["oui"]})], ("undefined", "q2", "q1: oui")),
        ([item("q1", when={"answered": "end"})], ("undefined", "q1", "end")),
        ([item("q1", skip=[{"on": ["oui"], "to": "end"}])], ("undefined", "q1", "oui")),
        ([item("q1", skip=[{"on": ["yes"], "to": "q9"}])], ("undefined", "q1", "q9")),
        ([item("q1", text="{q9}?")], ("undefined", "q1", "q9")),
        ([item("q1", text="{@shoe_size}?")], ("undefined", "q1", "@shoe_size")),
        ([item("q1", when={"field": "shoe_size", "is": ["9"]})], ("undefined", "q1", "@shoe_size")),
        ([item("q1"), item("q2", when={"item": "q1", "is": ["!9"]})], ("undefined", "q2", "q1: !9")),
        ([item("q1", "rating"), item("q2", when={"item": "q1", "is": [11]})], ("undefined", "q2", "q1: 11")),
        ([item("q1", when={"answered": "q2"}), item("q2")], ("later", "q1", "q2")),
        ([item("q1", text="{q1}?")], ("later", "q1", "q1")),
        ([item("c", "computed", compute={"sum": ["q1"]}), item("q1", "rating")], ("later", "c", "q1")),
        ([item("q1"), item("q2", skip=[{"on": ["no"], "to": "q1"}])], ("loop", "q2", "q1 → q2 → q1")),
        ([item("q1", skip=[{"on": ["no"], "to": "q1"}])], ("loop", "q1", "q1 → q1")),
        ([item("q1", skip=[{"on": ["yes", "no", "!DK"], "to": "q3"}]), item("q2"), item("q3")], UNREACHABLE),
        ([item("q1", "single", options=[])], ("dead_end", "q1", "")),
        ([item("q1", "number", min=5, max=4)], ("dead_end", "q1", "")),
        ([item("q1", "number", min=0.2, max=0.8)], ("dead_end", "q1", "")),
    ],
)  # fmt: skip
def test_what_would_not_work_is_found_with_its_place(items, expected):
    assert expected in remarks(*items)


def test_everything_is_told_at_once_but_not_what_follows_from_another_error():
    past = item("q1", skip=[{"on": ["yes", "no", "!DK"], "to": "q3"}])
    empty, back = item("q3", "single", options=[]), item("q5", skip=[{"on": ["no"], "to": "q3"}])
    after_nowhere = item("q6", when={"item": "zz", "is": ["a"]})
    found = remarks(past, item("q2"), empty, item("q4"), back, after_nowhere)
    assert found == [
        ("undefined", "q6", "zz"),
        ("loop", "q5", "q3 → q4 → q5 → q3"),
        ("dead_end", "q3", ""),
        ("unreachable", "q2", ""),
    ]


def test_of_a_long_loop_the_first_items_and_the_last_are_named():
    names = [item(f"q{place}") for place in range(1, 9)]
    found = remarks(*names, item("q9", skip=[{"on": ["no"], "to": "q1"}]))
    assert found == [("loop", "q9", "q1 → q2 → q3 → q4 → … → q9 → q1")]


def test_a_missing_language_is_named_wherever_it_is_missing():
    both = {"en": "A", "zh_CN": "甲"}
    bilingual = {
        name: [{**option, "text": {**both, "en": str(option["text"])}} for option in options]
        for name, options in SCALES.items()
    }
    one = item("q1", text=both, note={"en": "Note"}, never={"zh_CN": "从未"})
    blocks = [{"id": "b", "title": {"en": "B"}, "items": [one]}]
    found = remarks(languages=["en", "zh_CN"], title=both, scales=bilingual, blocks=blocks)
    assert found == [("no_language", "b", "zh_CN"), ("no_language", "q1", "zh_CN"), ("no_language", "q1", "en")]


def test_a_hard_check_that_no_answer_passes_is_a_dead_end():
    rule = {
        "id": "c",
        "at": "q1",
        "when": {"any": [YES, {"item": "q1", "is_not": ["yes"]}]},
        "text": "No",
        "hard": True,
    }
    assert ("dead_end", "q1", "c") in remarks(item("q1"), checks=[rule])
    assert remarks(item("q1"), checks=[{**rule, "when": YES}]) == []


def test_a_check_and_a_trigger_that_cannot_come_about_are_told():
    never = {"all": [YES, {"item": "q1", "is": ["no"]}]}
    rules = {"checks": [{"id": "c", "at": "q1", "when": never, "text": "?"}]}
    triggers = [{"id": "t", "when": never, "category": "complaint", "due": "1bd", "consent": "q9"}]
    assert remarks(item("q1"), **rules) == [("never", "c", "")]
    assert remarks(item("q1"), triggers=triggers) == [("undefined", "t", "q9")]
    del triggers[0]["consent"]
    assert remarks(item("q1"), triggers=triggers) == [("never", "t", "")]


def test_logic_among_items_without_a_fixed_order_is_an_error():
    block = {"id": "b", "title": "B", "shuffle": True, "items": [item("q1"), item("q2", when=YES)]}
    assert ("shuffled", "q2", "b") in remarks(blocks=[block])


def test_a_key_item_that_not_everybody_is_asked_is_a_warning():
    found = check(made(item("q1", skip=[{"on": ["no"], "to": "q3"}]), item("q2"), item("q3"), key_items=["q1", "q2"]))
    assert found == (Remark(QuestionnaireRemark.NOT_FOR_ALL, "q2"),)
    assert not found[0].is_error


def test_lists_that_name_nothing_are_errors():
    measures = [{"id": "m", "title": "M", "items": ["q7"]}]
    found = remarks(item("q1"), key_items=["q8"], measures=measures)
    assert ("undefined", "key_items", "q8") in found
    assert ("undefined", "m", "q7") in found


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({"complete_from": 0.5, "partial_from": 0.25}, ["complete_from", "partial_from"]),
        ({"complete_from": 0.79}, ["complete_from"]),
        ({"partial_from": 0.9}, ["partial_from"]),
        ({"complete_from": 0.95, "partial_from": 0.8}, []),
    ],
)
def test_a_form_may_ask_for_more_answers_than_every_figure_does_and_never_for_fewer(shares, expected):
    found = check(made(item("q1"), **shares))
    assert [(one.remark, one.at) for one in found] == [(QuestionnaireRemark.SHARES, one) for one in expected]
    assert all(one.is_error for one in found)


def test_a_sign_of_emphasis_that_stresses_nothing_is_a_warning():
    first = item("q1", text="How *often* was it * clean?", note="*Slowly*", never="* None of it")
    found = check(made(first, item("q2", text="*All* in all?")))
    assert [(each.at, each.about, each.is_error) for each in found] == [
        ("q1", "* clean?", False),
        ("q1", "*Slowly*", False),
    ]


def test_an_unknown_key_is_a_warning_after_all_errors():
    found = check(made(item("q1", tint="red", text="{q9}")))
    assert [one.remark.value for one in found] == ["undefined", "unknown_key"]


@pytest.mark.parametrize("seed", range(25))
def test_the_checker_ends_on_anything_that_can_be_read(seed):
    found = check(random_questionnaire(seed))
    assert all(one.remark is not QuestionnaireRemark.LOOP for one in found)
