"""Everybody who was given a version is listed, and is owed one call about it and no second one."""

from datetime import timedelta

import pytest

from app.models.callbacks import CallbackReason
from app.models.contacts import GivenScript, Outcome
from app.models.errors import FieldMissing, NotAllowed, RecordGone
from app.services import callers, contacts, inquiries, script_recalls, settings
from app.services.office import Office
from app.services.script_recalls import Recalled
from tests.desk import NOON, draft, sign_in
from tests.services.test_script_search import FLU, HOURS, publish

LATER = NOON + timedelta(days=1)
WHAT = "The dose was wrong"


def give(office: Office, number: str | None, key: str = "flu", name: str | None = None) -> bytes:
    """Answer a call with version 1 of a script, and return the contact."""
    given = GivenScript(key, 1, "en", NOON)
    made = office.do(contacts.start, draft(given=(given,), number=number, caller_name=name)).value
    return office.do(contacts.finalize, made, Outcome.ANSWERED).value.contact


def recall(office: Office, *given: bytes, what: str = WHAT) -> Recalled:
    """Call back as the supervisor does."""
    sign_in(office, "li")
    command = script_recalls.call_back_recalled
    return office.do(command, "flu", 1, contacts=given, due_at=LATER, what=what).value


@pytest.fixture
def published(office: Office) -> Office:
    publish(office, HOURS, FLU)
    return office


def test_the_list_says_to_whom_and_by_whom_a_version_was_given(published: Office) -> None:
    contact = give(published, "13812345678")
    give(published, "13812345679", "hours")
    (line,) = published.ask(script_recalls.recall_list, "flu", 1)
    assert (line.contact, line.by, line.at) == (contact, "Wang", NOON)
    assert line.inquiry is not None
    assert published.ask(script_recalls.recall_size, "flu", 1) == 1


def test_the_list_hides_the_middle_of_numbers_where_the_center_or_the_role_has_it_so(published: Office) -> None:
    give(published, "13812345678")
    shown: dict[str, str | None] = {}
    for name in ("li", "chen"):
        sign_in(published, name)
        shown[name] = published.ask(script_recalls.recall_list, "flu", 1)[0].number
    assert shown == {"li": "138 1234 5678", "chen": "138 **** 5678"}
    sign_in(published, "admin")
    published.do(settings.change, mask_numbers=True)
    sign_in(published, "li")
    assert published.ask(script_recalls.recall_list, "flu", 1)[0].number == "138 **** 5678"


def test_an_unknown_version_has_no_list(published: Office) -> None:
    with pytest.raises(RecordGone):
        published.ask(script_recalls.recall_list, "flu", 7)


def test_each_caller_is_owed_one_call_however_often_it_is_asked_for(published: Office) -> None:
    first, again = give(published, "13812345678"), give(published, "138 1234 5678")
    done = recall(published, first, again)
    assert (len(done.made), done.already) == (1, 1)
    assert recall(published, first) == Recalled((), already=1)
    (owed,) = published.ask(inquiries.due_callbacks)
    assert (owed.reason, owed.what, owed.due_at) == (CallbackReason.RECALL, WHAT, LATER)


def test_a_call_that_was_made_is_not_owed_again(published: Office) -> None:
    contact = give(published, "13812345678")
    (callback,) = recall(published, contact).made
    with published.store.write("li") as tx:
        tx.put("callback", callback, {"closed_at": NOON.isoformat()})
    assert recall(published, contact) == Recalled((), already=1)


def test_who_asked_never_to_be_called_and_who_has_no_number_is_left_out(published: Office) -> None:
    never, nobody = give(published, "13812345678"), give(published, None)
    published.do(callers.do_not_call, "13812345678")
    assert recall(published, never, nobody) == Recalled((), do_not_call=1, no_number=1)


def test_a_contact_without_that_version_makes_no_call_for_anybody(published: Office) -> None:
    right, wrong = give(published, "13812345678"), give(published, "13812345679", "hours")
    with pytest.raises(RecordGone):
        recall(published, right, wrong)
    assert published.ask(inquiries.due_callbacks) == []


def test_what_is_to_be_said_is_required(published: Office) -> None:
    with pytest.raises(FieldMissing):
        recall(published, give(published, "13812345678"), what=" ")


def test_an_operator_gives_nobody_work(published: Office) -> None:
    with pytest.raises(NotAllowed):
        published.do(script_recalls.call_back_recalled, "flu", 1, contacts=(), due_at=LATER, what=WHAT)


def test_a_day_of_the_center_is_counted_by_its_own_midnight(published: Office) -> None:
    for key in ("flu", "hours", "flu"):
        give(published, "13812345678", key)
    assert published.ask(script_recalls.most_given, day=NOON.date()) == [("flu", 2), ("hours", 1)]
    assert published.ask(script_recalls.most_given, day=LATER.date()) == []


def test_two_people_of_one_number_are_each_owed_a_call(published: Office) -> None:
    done = recall(published, give(published, "13812345678", name="张三"), give(published, "13812345678", name="李四"))
    assert len(done.made) == 2
