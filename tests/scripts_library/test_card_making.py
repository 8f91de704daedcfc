"""The shipped scripts give questions of every kind, the same wherever they are made, each with a right answer."""

from dataclasses import replace

import pytest

from app.models.drill_items import DrillKind, Item, check
from app.scripts_library.card_making import GAP, asked, items_of, leads_to, others_of
from app.scripts_library.script import Flow, FlowNode, Option, Script
from tests.scripts_library.making import small
from tests.services.drilled import FLU, OPEN


def made(script: Script, kind: DrillKind) -> list[Item]:
    return [one for one in items_of(script, others_of([OPEN, FLU])) if one.kind is kind]


@pytest.mark.parametrize("script", [OPEN, FLU])
def test_every_question_can_be_asked_and_is_made_the_same_again(script: Script) -> None:
    found = items_of(script, others_of([OPEN, FLU]))
    assert found == items_of(script, others_of([OPEN, FLU]))
    assert len({one.id for one in found}) == len(found) > 4
    for one in found:
        check(one)


def test_the_right_choice_is_the_point_and_wrong_ones_are_of_other_topics() -> None:
    for one in made(OPEN, DrillKind.MCQ):
        assert one.options[one.right[0]] in [point.texts for point in OPEN.key_points]
        wrong = [option for place, option in enumerate(one.options) if place not in one.right]
        assert wrong == [FLU.key_points[0].texts]
    several = made(OPEN, DrillKind.MULTI)[0]
    assert [several.options[place] for place in several.right] != []
    assert len(several.right) == 2


def test_the_gap_is_the_figure() -> None:
    slot = made(FLU, DrillKind.SLOT)[0]
    assert (slot.prompt["zh"], slot.fills["en"]) == (f"打完留观{GAP}分钟", ("30",))


def test_a_call_follows_the_flow_both_ways() -> None:
    calls = made(FLU, DrillKind.BRANCH)
    said = [one.steps[0].options[one.steps[0].right]["en"] for one in calls]
    assert said == ["Come when the fever is over.", "stay 30 minutes after the shot"]
    assert [one.steps[0].heard["en"] for one in calls] == ["Any fever? – yes", "Any fever? – no"]


def test_sentences_are_put_into_the_order_in_which_they_are_said() -> None:
    long = replace(OPEN, variants=tuple(replace(one, say="One. Two 3.5. Three.") for one in OPEN.variants))
    order = made(long, DrillKind.ORDER)[0]
    assert [order.options[place]["en"] for place in order.right] == ["One.", "Two 3.5.", "Three."]
    assert made(OPEN, DrillKind.ORDER) == []


def test_callers_words_ask_and_a_script_without_key_points_asks_nothing() -> None:
    assert asked(OPEN, 1) == {"zh": "周末开吗", "en": "are you open on Sunday"}
    assert asked(small()) == {"zh": "门诊几点开门？", "en": "When does the clinic open?"}
    assert items_of(small()) == ()


def test_a_call_that_leads_to_another_script_says_its_title_not_its_key() -> None:
    flow = Flow(
        "n1",
        (
            FlowNode(
                "n1",
                {"zh": "发烧吗？", "en": "Any fever?"},
                (Option({"zh": "有", "en": "yes"}, "script:open"), Option({"zh": "没有", "en": "no"}, "n3")),
            ),
            FlowNode("n3", say_point="k1", goto="end"),
        ),
    )
    script = replace(FLU, flow=flow)
    assert leads_to(script) == {"open"}
    assert leads_to(OPEN) == frozenset()
    for titles, said in (({"open": OPEN.title}, OPEN.title["en"]), ({}, "open")):
        calls = [one for one in items_of(script, (), titles) if one.kind is DrillKind.BRANCH]
        offered = {option.get("en") for call in calls for step in call.steps for option in step.options}
        assert f"Go to script {said}" in offered
