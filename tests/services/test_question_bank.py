"""The bank is filled from the scripts; what a person decided about a question stays."""

from dataclasses import replace

import pytest

from app.models.drill_items import AnswerKeyWrong, DrillKind, Item, ItemState
from app.models.errors import NotAllowed, RecordGone
from app.services import question_bank
from app.services.office import Office
from tests.desk import sign_in
from tests.services.drilled import FLU, OPEN, changed_point, publish

OWN = Item(b"o" * 16, DrillKind.MCQ, "open", ("k1",), {"en": "When?"}, options=({"en": "8"}, {"en": "9"}), right=(0,))


@pytest.fixture
def desk(office: Office) -> Office:
    publish(office, OPEN, FLU)
    sign_in(office, "chen")
    return office


def test_a_second_filling_adds_nothing_and_a_changed_script_makes_versions(desk: Office) -> None:
    first = desk.do(question_bank.fill).value
    assert first.added > 10
    assert desk.do(question_bank.fill).value == question_bank.Filled(0, 0, first.added)
    slot = next(one for one in desk.ask(question_bank.listed) if one.kind is DrillKind.SLOT and one.script == "flu")
    desk.do(question_bank.decide, slot.id, ItemState.REVIEWED)
    publish(desk, changed_point(FLU, "k1", zh="打完留观40分钟", en="stay 40 minutes after the shot"))
    sign_in(desk, "chen")
    again = desk.do(question_bank.fill).value
    assert again.updated > 0
    kept = next(one for one in desk.ask(question_bank.listed) if one.id == slot.id)
    assert (kept.fills["en"], kept.state) == (("30",), ItemState.REVIEWED)


def test_a_trainer_writes_reviews_and_retires(desk: Office) -> None:
    desk.do(question_bank.save, OWN)
    desk.do(question_bank.save, replace(OWN, prompt={"en": "When exactly?"}))
    found = desk.ask(question_bank.listed)
    assert [(one.prompt["en"], one.number) for one in found] == [("When exactly?", 2)]
    desk.do(question_bank.decide, OWN.id, ItemState.RETIRED)
    assert desk.ask(question_bank.listed) == []
    with pytest.raises(AnswerKeyWrong):
        desk.do(question_bank.save, replace(OWN, right=(7,)))
    with pytest.raises(RecordGone):
        desk.do(question_bank.decide, b"x" * 16, ItemState.RETIRED)
    sign_in(desk, "wang")
    with pytest.raises(NotAllowed):
        desk.do(question_bank.fill)
