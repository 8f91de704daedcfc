"""A card is asked another way than last time, and what a person retired is not asked."""

from dataclasses import replace

import pytest

from app.models.drill_items import DrillKind, ItemState
from app.models.drill_queue import Candidate
from app.models.drills import PointRisk
from app.models.errors import RecordGone
from app.scripts_library.script import Flow, FlowNode, Option
from app.services import drill_cards, drill_items
from app.services.drills import EVERY_KIND
from app.services.office import Office, Work
from app.store import items
from tests.services.drilled import FLU, OPEN, publish

CARD = Candidate("open", "k1", "consult/opening", PointRisk.CRITICAL, 3.0)


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN, FLU)
    office.do(drill_cards.refresh)
    return office


def test_the_next_question_is_another_one_and_the_same_everywhere(desk: Office) -> None:
    _, found = desk.ask(drill_items.items_for, "open")
    first = drill_items.choose(found, CARD, b"wang", kinds=EVERY_KIND)
    assert drill_items.choose(found, CARD, b"wang", kinds=EVERY_KIND) == first
    again = Candidate("open", "k1", "consult/opening", PointRisk.CRITICAL, 3.0, last_item=first.id, reps=0)
    assert drill_items.choose(found, again, b"wang", kinds=EVERY_KIND).id != first.id


def test_what_was_retired_is_not_asked_and_a_reviewed_one_counts_as_it_was_written(desk: Office) -> None:
    _, found = desk.ask(drill_items.items_for, "open")
    slot = next(one for one in found if one.kind is DrillKind.SLOT)

    def keep(work: Work, state: ItemState) -> None:
        items.write(work.tx, slot, by=work.person.id, source="made")
        items.set_state(work.tx, slot.id, state)

    desk.do(keep, ItemState.RETIRED)
    assert slot.id not in {one.id for one in desk.ask(drill_items.items_for, "open")[1]}
    desk.do(keep, ItemState.REVIEWED)
    assert slot.id in {one.id for one in desk.ask(drill_items.items_for, "open")[1]}


def test_a_question_speaks_the_language_that_is_wanted_where_one_does(desk: Office) -> None:
    _, found = desk.ask(drill_items.items_for, "open")
    chinese = [replace(one, prompt={"zh": one.prompt_in("zh")}, steps=()) for one in found[:-1]]
    mixed = (*chinese, found[-1])
    for reps in range(20):
        card = replace(CARD, point=found[-1].point, reps=reps)
        assert drill_items.choose(mixed, card, b"wang", kinds=EVERY_KIND, language="en") == found[-1]
    assert drill_items.choose(chinese, CARD, b"wang", kinds=EVERY_KIND, language="en") in chinese


def test_a_point_without_a_question_says_so(desk: Office) -> None:
    with pytest.raises(RecordGone):
        drill_items.choose((), CARD, b"wang", kinds=EVERY_KIND)


def test_titles_are_those_of_scripts_that_count_now(desk: Office) -> None:
    ways = (Option({"en": "yes"}, "script:flu"), Option({"en": "no"}, "script:gone"))
    script = replace(OPEN, flow=Flow("n1", (FlowNode("n1", {"en": "Ill?"}, ways),)))
    assert desk.ask(drill_items.titles_beside, script) == {"flu": FLU.title}
