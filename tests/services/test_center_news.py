"""What centers tell each other of an inquiry that moved, and what they keep to themselves."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.models.contacts import Outcome
from app.models.inquiries import EventKind, InquiryEvent, InquiryRow, State
from app.models.transfers import row_there
from app.services import center_news, hub_sync, inquiries, inquiry_steps
from app.services.hub_sync import Enrollment
from app.services.office import Office, Work
from tests.desk import NOON, sign_in
from tests.services.taking import take


@pytest.fixture
def row(office: Office) -> InquiryRow:
    inquiry = take(office, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=2), summary="Rash")
    sign_in(office, "admin")
    office.do(hub_sync.join, Enrollment("hub", "North", "one", {}))
    sign_in(office, "wang")
    return office.ask(inquiries.detail, inquiry).row


def _event(work: Work, row: InquiryRow, kind: EventKind, **said: object) -> InquiryEvent:
    return inquiry_steps.draw_up(work, row.id, kind, **said)


def _told(work: Work) -> list[Mapping[str, Any]]:
    sql = """SELECT payload ->> '$.f.inquiry', payload ->> '$.f.note', scope FROM journal
        WHERE row_id IN (SELECT row_id FROM elsewhere) /* whole: a few */"""
    return [tuple(one) for one in work.tx.all(sql)]


@pytest.mark.parametrize(("passed", "in_words"), [("matter", {EventKind.ANSWERED}), ("details", center_news.TOLD)])
def test_only_what_ends_or_begins_work_is_told_to_where_it_came_from(
    office: Office, row: InquiryRow, passed: str, in_words: set[EventKind]
) -> None:
    came = replace(row, came_from="South", came_as=b"s" * 16)

    def tell(work: Work) -> list[Any]:
        elsewhere = {"center": "South", "passed": passed}
        inquiry_steps.write(work, _event(work, row, EventKind.IMPORTED, elsewhere=elsewhere))
        for kind in EventKind:
            center_news.tell_home(work, came, _event(work, came, kind, state=State.CLOSED, note=kind.value))
        return _told(work)

    told = office.do(tell).value
    words = [kind.value if kind in in_words else None for kind in center_news.TOLD]
    assert Counter(told) == Counter(((b"s" * 16).hex(), word, "South") for word in words)


def test_what_a_caller_says_in_a_contact_stays_in_the_center(office: Office, row: InquiryRow) -> None:
    came = replace(row, came_from="South", came_as=b"s" * 16)

    def tell(work: Work) -> list[Any]:
        elsewhere = {"center": "South", "passed": "details"}
        inquiry_steps.write(work, _event(work, row, EventKind.IMPORTED, elsewhere=elsewhere))
        event = _event(work, came, EventKind.REOPENED, state=State.NEW, note="My mother is ill", contact=b"c" * 16)
        center_news.tell_home(work, came, event)
        return _told(work)

    assert office.do(tell).value == [((b"s" * 16).hex(), None, "South")]


@pytest.mark.parametrize(("passed", "said"), [("matter", None), ("details", "Fever"), ("caller", "Fever")])
def test_words_go_only_where_words_were_passed_on(
    office: Office, row: InquiryRow, passed: str, said: str | None
) -> None:
    def tell(work: Work) -> list[Any]:
        inquiry_steps.write(
            work, _event(work, row, EventKind.CANCELLED, elsewhere={"center": "South", "passed": passed})
        )
        work.tx.put("inquiry", row.id, {"moved_to": "South"})
        gone = replace(row, moved_to="South")
        center_news.tell_on(work, gone, _event(work, gone, EventKind.NOTE, note="Fever"))
        return _told(work)

    assert office.do(tell).value == [(row_there(row.id, "South").hex(), said, "South")]


def test_what_never_moved_is_nobodys_news(office: Office, row: InquiryRow) -> None:
    def tell(work: Work) -> list[Any]:
        center_news.tell_on(work, row, _event(work, row, EventKind.NOTE))
        center_news.tell_home(work, row, _event(work, row, EventKind.CLOSED))
        return _told(work)

    assert office.do(tell).value == []
