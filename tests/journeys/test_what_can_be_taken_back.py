"""Every command of intake and of My work: whether it can be taken back, and that taking back restores what was."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from app.models.callers import FlagCode
from app.models.contacts import ContactResult, Outcome
from app.models.errors import NothingToUndo
from app.models.inquiries import State
from app.services import callers, contacts, drafts, inquiries, inquiry_steps, several, views
from app.services.office import Office
from app.services.worklists import Listing
from tests.desk import NOON, draft, sign_in


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with a call that is owed."""
    told = draft(due_at=NOON + timedelta(hours=2), promise="Call with the hours")
    office.done = office.do(contacts.finalize, office.do(contacts.start, told).value, Outcome.CALL_BACK).value
    return office


def _flagged(office: Office) -> None:
    caller = office.ask(inquiries.detail, office.done.inquiry).row.caller
    office.do(callers.flag, caller, FlagCode.ABUSIVE)
    office.flag = office.ask(callers.card, caller).flags[0]


def _commands(office: Office) -> dict[str, partial]:
    done, li = office.done, sign_in(office, "li")
    sign_in(office, "wang")
    caller = office.ask(inquiries.detail, done.inquiry).row.caller
    _flagged(office)
    new = office.do(contacts.start, draft()).value
    return {
        "correct": partial(inquiries.describe, inquiry=done.inquiry, summary="other", area="North"),
        "hand over": partial(inquiries.hand_over, inquiry=done.inquiry, person=li.id),
        "hand several over": partial(several.each, verb=inquiries.hand_over, chosen=[done.inquiry], person=li.id),
        "move a call": partial(inquiries.reschedule_callback, callback=done.callback, due_at=NOON + timedelta(days=1)),
        "card": partial(callers.describe, caller_id=caller, note="hard of hearing"),
        "raise": partial(inquiries.describe, inquiry=done.inquiry, urgency="high"),
        "lower": partial(inquiries.describe, inquiry=done.inquiry, urgency="low", reason="a slip"),
        "note": partial(inquiries.note, inquiry=done.inquiry, text="called the unit"),
        "step": partial(inquiries.move, inquiry=done.inquiry, wanted=State.CLOSED, note="told"),
        "step for several": partial(
            several.each, verb=partial(inquiry_steps.take, step="close"), chosen=[done.inquiry], note="told"
        ),
        "settle": partial(inquiries.settle_callback, callback=done.callback, kept=True),
        "amend": partial(contacts.amend, contact=done.contact, corrected={"summary": "other"}, reason="misheard"),
        "flag": partial(callers.flag, caller_id=caller, code=FlagCode.VIP),
        "end a flag": partial(callers.end_flag, flagged=office.flag),
        "never call": partial(callers.do_not_call, number="138 1234 5678"),
        "answered": partial(contacts.finalize, draft=new, outcome=Outcome.ANSWERED),
        "no inquiry": partial(
            contacts.finalize, draft=new, outcome=Outcome.NON_INQUIRY, result=ContactResult.SILENT
        ),
        "draft": partial(drafts.keep, draft=replace(new, summary="typed")),
        "view": partial(views.save, name="Late", listing=Listing(mine=False)),
    }  # fmt: skip


def _seen(office: Office) -> tuple[object, ...]:
    found = office.ask(inquiries.detail, office.done.inquiry)
    card = office.ask(callers.card, found.row.caller)
    return found.row, found.details, card.caller, [(one.id, one.due_at) for one in card.callbacks]


@pytest.mark.parametrize("name", ["correct", "hand over", "hand several over", "move a call", "card"])
def test_what_only_sets_fields_is_taken_back_to_what_stood_there(desk: Office, name: str) -> None:
    command = _commands(desk)[name]
    before = _seen(desk)
    assert desk.do(command).undoable
    assert _seen(desk) != before
    assert desk.undo().value == 1
    assert _seen(desk) == before


@pytest.mark.parametrize(
    "name",
    [
        *("raise", "lower", "note", "step", "step for several", "settle", "amend", "flag", "end a flag", "never call"),
        *("answered", "no inquiry", "draft", "view"),
    ],
)
def test_what_is_a_fact_stays_and_undo_takes_nothing_else_back_in_its_place(desk: Office, name: str) -> None:
    commands = _commands(desk)
    desk.do(commands["correct"])
    assert not desk.do(commands[name]).undoable
    if name != "draft":  # a draft is no record yet: it stands in nobody's way
        with pytest.raises(NothingToUndo):
            desk.undo()
    assert desk.ask(inquiries.detail, desk.done.inquiry).row.summary == "other"
