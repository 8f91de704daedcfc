"""The hand-over sheet tells what is due, owed, promised and unfinished, of one person or of all."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.models.access import Access
from app.models.contacts import Outcome
from app.models.errors import NotAllowed
from app.models.papers import Block, Named
from app.services import access, contacts, drafts, handover, inquiries, papers, settings
from app.services.inquiries import State
from app.services.office import Office
from tests.desk import NOON, draft, sign_in


@pytest.fixture
def shift(office: Office) -> Office:
    """A desk of wang: one inquiry due tonight, one next week, one that waits, a call to make, an unfinished chat."""
    _take(office, Outcome.DISPATCH, summary="Tonight", unit="H01", due_at=NOON + timedelta(hours=5))
    _take(office, Outcome.DISPATCH, summary="Next week", unit="H01", due_at=NOON + timedelta(days=7))
    waiting = _take(office, Outcome.DISPATCH, summary="Waits", unit="H01", due_at=NOON + timedelta(days=9))
    office.do(inquiries.move, waiting, State.WAITING_CALLER, reason="papers are missing")
    call = {"summary": "Call", "promise": "Call with the hours", "due_at": NOON + timedelta(hours=1)}
    _take(office, Outcome.CALL_BACK, **call)
    office.do(contacts.start, draft(summary="Unfinished chat"))
    return office


def _take(office: Office, outcome: Outcome, **values: object) -> bytes:
    opened = office.do(contacts.start, draft(**values)).value
    return office.do(contacts.finalize, opened, outcome).value.inquiry


def _blocks(office: Office, *, team: bool = False) -> dict[str, Block]:
    return {block.title: block for block in office.ask(handover.sheet, language="en", team=team).blocks}


def _what(block: Block) -> list[str]:
    return [row[block.columns.index("What")] for row in block.rows]


def test_a_sheet_tells_what_somebody_else_must_know(shift: Office) -> None:
    found = _blocks(shift)
    assert _what(found["Inquiries"]) == ["Call", "Tonight"]
    assert _what(found["Call-backs"]) == ["Call with the hours"]
    assert _what(found["Open promises on these inquiries"]) == ["Call with the hours"]
    assert _what(found["Conversations that are not finished"]) == ["Unfinished chat"]
    assert _what(found["Waiting for somebody"]) == ["Waits"]
    assert found["Handed over"].blanks[-1] == "To, date, signature"


def test_the_read_log_hears_of_a_sheet_that_names_callers(shift: Office) -> None:
    paper = shift.ask(handover.sheet, language="en")
    assert paper.named == Named("caller", 2)  # who is owed a call, and whose conversation is not finished
    shift.do(papers.leave, paper)
    sign_in(shift, "li")
    (line,) = shift.ask(access.log)
    assert (line.did, line.entity, line.rows, line.person) == (Access.EXPORTED, "caller", 2, "Wang")
    assert shift.ask(handover.sheet, language="en").named is None


def test_another_person_sees_nothing_of_it_and_a_supervisor_everything(shift: Office) -> None:
    sign_in(shift, "li")
    assert not any(block.rows for block in _blocks(shift).values())
    assert _blocks(shift)["Inquiries"].texts[-1] == "Nothing."
    team = _blocks(shift, team=True)
    assert _what(team["Inquiries"]) == ["Call", "Tonight"]
    assert team["Conversations that are not finished"].rows[0][-1] == "Wang"


def test_numbers_on_a_sheet_are_hidden_where_the_center_hides_them(shift: Office) -> None:
    sign_in(shift, "admin")
    shift.do(settings.change, mask_numbers=True)
    sign_in(shift, "wang")
    shift.do(contacts.start, draft(number="138 1234 5678", caller_name=None))
    told = "".join(text for block in _blocks(shift).values() for row in block.rows for text in row)
    assert "138 **** 5678" in told
    assert "1234" not in told


def test_only_who_sees_to_others_work_hands_over_for_the_team(office: Office) -> None:
    for question, said in ((handover.sheet, {"language": "en"}), (drafts.unfinished, {})):
        with pytest.raises(NotAllowed):
            office.ask(question, team=True, **said)


def test_due_reaches_over_the_weekend_to_the_next_working_day(office: Office) -> None:
    shanghai = ZoneInfo("Asia/Shanghai")
    office.clock.set(datetime(2026, 3, 6, 10, tzinfo=shanghai))  # a Friday
    assert office.ask(handover.end_of_next_working_day) == datetime(2026, 3, 10, tzinfo=shanghai)
