import json
from pathlib import Path

import pytest

from app.models.questionnaire_files import QuestionnaireBroken, QuestionnaireTooNew, parse_questionnaire
from app.models.questionnaires import Severity
from tests.surveys import item, made

TRIGGER = {"id": "t", "when": {"answered": "q"}, "category": "c", "due": "1bd"}
FOLDER = Path(__file__).parents[2] / "resources" / "questionnaires"


def refused(*items, **more):
    with pytest.raises(QuestionnaireBroken) as found:
        made(*items, **more)
    return found.value.facts["place"]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_every_questionnaire_that_ships_is_read_and_named_after_its_file(path):
    whole = parse_questionnaire(path.read_text(encoding="utf-8"), file=path.name)
    assert whole.id == path.stem
    assert whole.unknown == ()
    assert whole.measures
    assert whole.triggers
    assert whole.key_items


@pytest.mark.parametrize(
    ("one", "place"),
    [
        ({"kind": "yes_no", "text": "?"}, ".id"),
        (item("Q1"), ".id"),
        (item("end"), ".id"),
        (item("q", "slider"), ".kind"),
        ({"id": "q", "kind": "single", "text": "?"}, ".options"),
        (item("q", scale="five"), ".scale"),
        (item("q", text=""), ".text"),
        (item("q", "single", options=[{"code": "a", "text": "A"}, {"code": "a", "text": "B"}]), ".options[1].code"),
        (item("q", "frequency", scale="yes_no"), ".scale"),
        (item("q", "consent", options=[{"code": "yes", "text": "Y"}]), ".options"),
        (item("q", "computed"), ".compute"),
        (item("q", "computed", compute={"sum": ["a"], "mean": ["a"]}), ".compute"),
        (item("q", when={"item": "a"}), ".when"),
        (item("q", when={"item": "a", "is": ["b"], "at_least": 2}), ".when"),
        (item("q", when={"all": [], "any": []}), ".when"),
        (item("q", when={"answered": "a", "is": ["x"]}), ".when"),
        (item("q", when={"item": "a", "is": [True]}), ".when.is[0]"),
        (item("q", skip=[{"on": ["no"]}]), ".skip[0].to"),
        (item("q", "number", min="1"), ".min"),
        (item("q", gate="yes"), ".gate"),
    ],
)
def test_an_item_that_cannot_be_read_is_refused_with_its_place(one, place):
    assert refused(one) == f"$.blocks[0].items[0]{place}"


def test_an_id_that_stands_twice_is_refused():
    assert refused(item("q"), item("q")) == "$.blocks[0].items[1].id"


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"languages": []}, "$.languages"),
        ({"blocks": []}, "$.blocks"),
        ({"complete_from": 1.5}, "$.complete_from"),
        ({"triggers": [{"id": "t", "when": {"answered": "q"}, "category": "c"}]}, "$.triggers[0].due"),
        ({"triggers": [{**TRIGGER, "severity": "x"}]}, "$.triggers[0].severity"),
        ({"checks": [{"id": "c", "at": "q", "when": {"answered": "q"}}]}, "$.checks[0].text"),
        ({"measures": [{"id": "m", "title": "M", "items": "q"}]}, "$.measures[0].items"),
        ({"title": {}}, "$.title"),
    ],
)  # fmt: skip
def test_a_part_that_cannot_be_read_is_refused_with_its_place(more, place):
    assert refused(item("q"), **more) == place


def test_a_newer_format_is_refused_before_anything_else():
    with pytest.raises(QuestionnaireTooNew) as found:
        parse_questionnaire('{"format": 2, "blocks": 5}', file="x.json")
    assert found.value.facts["found"] == 2


def test_what_is_no_json_is_refused_with_line_and_column():
    with pytest.raises(QuestionnaireBroken) as found:
        parse_questionnaire('{"format": 1,\n  oops}', file="x.json")
    assert found.value.facts["place"] == "2:3"


def test_keys_that_nobody_asked_for_are_told():
    assert made(item("q", tint="red")).unknown == ("$.blocks[0].items[0].tint",)


def test_a_plain_text_is_that_of_the_only_language():
    assert made(item("q")).item("q").text == {"en": "q?"}
    assert refused(item("q"), languages=["en", "zh_CN"], title={"en": "T", "zh_CN": "题"}).startswith("$.scales")


def test_a_trigger_is_normal_unless_it_says_otherwise():
    trigger = {"id": "t", "when": {"answered": "q"}, "category": "complaint.fees", "due": "5bd"}
    assert made(item("q"), triggers=[trigger]).triggers[0].severity is Severity.NORMAL


def test_the_file_is_kept_as_it_was_read():
    whole = made(item("q"), key_items=["q"])
    assert parse_questionnaire(json.dumps(whole.raw), file="x") == whole
