"""The demo's days are lived through the services, in order, each step by somebody who may do it."""

from datetime import timedelta

from app.models.inquiries import State
from app.services import demo, inquiries
from app.services.demo_texts import SEASON
from app.services.inquiries import Wanted
from app.services.office import Office
from tests.desk import NOON, sign_in


def filled(office: Office, count: int) -> demo.Filled:
    sign_in(office, "admin")
    made = demo.fill(office, inquiries=count, seed=2)
    sign_in(office, "wang")
    return made


def test_every_state_stands_on_the_desk(office: Office) -> None:
    filled(office, 120)
    found = {row.state for row in office.ask(inquiries.list_page, Wanted(), limit=500).rows}
    assert found == set(State)


def test_steps_of_an_inquiry_follow_one_another_and_never_lie_ahead(office: Office) -> None:
    filled(office, 60)
    for row in office.ask(inquiries.list_page, Wanted(), limit=500).rows:
        events = office.ask(inquiries.detail, row.id).events
        times = [event.at for event in events]
        assert times == sorted(times)
        assert times[-1] <= NOON
        assert events[-1].state in (row.state, None)


def test_history_says_who_did_what_and_when(office: Office) -> None:
    filled(office, 60)
    rows = office.ask(inquiries.list_page, Wanted(), limit=500).rows
    closed = next(row for row in rows if row.state is State.CLOSED and row.unit)
    entries = office.ask(inquiries.history, closed.id)
    assert len(entries) > 1
    assert len({entry.at for entry in entries}) == len(entries)
    assert all(entry.actor for entry in entries)


def test_calls_are_owed_today(office: Office) -> None:
    filled(office, 40)
    today = office.ask(inquiries.today)
    assert today.callbacks_due >= 4
    owed = office.ask(inquiries.due_callbacks)
    assert sum(1 for one in owed if NOON < one.due_at < NOON + timedelta(hours=8)) >= 4


def test_many_ask_lately_about_what_is_in_season(office: Office) -> None:
    filled(office, 120)
    rows = office.ask(inquiries.list_page, Wanted(), limit=500).rows
    asked = [row.opened_at > NOON - timedelta(days=7) for row in rows if row.category == SEASON]
    assert sum(asked) >= 3
    assert sum(asked) > len(asked) / 2
