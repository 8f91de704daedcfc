"""An item of every kind can be put into a questionnaire, and what comes out can be asked."""

import json
from importlib.resources import files

import pytest

from app.models.questionnaire_checks import check
from app.models.questionnaire_drafts import with_item
from app.models.questionnaire_files import parse_questionnaire
from app.models.questionnaires import ItemKind

DRAFTS = files("resources").joinpath("questionnaire_drafts")
START = json.loads(DRAFTS.joinpath("start.json").read_text("utf-8"))
SAMPLES = json.loads(DRAFTS.joinpath("items.json").read_text("utf-8"))


def parsed(raw):
    return parse_questionnaire(json.dumps(raw), file="draft.json")


def test_nothing_is_wrong_with_the_beginning_of_one():
    assert check(parsed(START)) == ()


@pytest.mark.parametrize("kind", ItemKind)
def test_an_item_of_each_kind_stands_behind_the_one_that_was_named_and_can_be_asked(kind):
    raw, name = with_item(START, kind, "overall", SAMPLES)
    found = parsed(raw)
    assert [one.id for one in found.items] == ["greeting", "agree", "overall", name, "remarks"]
    assert found.items[3].kind is kind
    assert check(found) == ()


def test_every_item_has_a_name_of_its_own_and_stands_last_where_none_was_named():
    raw, first = with_item(START, ItemKind.RATING, "", SAMPLES)
    raw, second = with_item(raw, ItemKind.RATING, "nowhere", SAMPLES)
    assert [one.id for one in parsed(raw).items][-2:] == [first, second]
    assert START["blocks"][-1]["items"][-1]["id"] == "remarks"
