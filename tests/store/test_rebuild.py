"""Projections are thrown away and come back equal; the chain names a record that was touched."""

from datetime import timedelta

from app.models.contacts import Outcome
from app.models.inquiries import State
from app.services import callers, contacts, inquiries
from app.services.inquiries import Wanted
from app.services.office import Office
from app.store.rebuild import check_chain, digest, rebuild, reindex
from app.store.sqlcipher import connect
from tests.desk import KEY, NOON, draft
from tests.fakes import FakeClock


def _work_a_while(office: Office, clock: FakeClock) -> None:
    for turn in range(12):
        clock.advance(timedelta(seconds=turn % 3))
        opened = office.do(contacts.start, draft(number=f"1381234{turn % 4:04d}", due_at=NOON, unit="u1")).value
        outcome = (Outcome.ANSWERED, Outcome.DISPATCH, Outcome.CALL_BACK)[turn % 3]
        done = office.do(contacts.finalize, opened, outcome).value
        if outcome is Outcome.DISPATCH and done.inquiry:
            office.do(inquiries.move, done.inquiry, State.ACCEPTED)
            office.do(inquiries.describe, done.inquiry, summary=f"changed {turn}")
    met = office.ask(callers.by_number, "13812340001")
    office.do(callers.describe, met.callers[0].id, name="李四", area="North")


def test_projections_thrown_away_come_back_equal(office: Office, clock: FakeClock) -> None:
    _work_a_while(office, clock)
    before = digest(office.store.rows)
    with office.store.write("li") as tx:
        assert rebuild(tx) == check_chain(tx).records
    assert digest(office.store.rows) == before
    found = office.ask(inquiries.list_page, Wanted(text="changed"))
    assert len(found.rows) == 4


def test_the_search_index_alone_can_be_filled_again(office: Office, clock: FakeClock) -> None:
    _work_a_while(office, clock)
    before = office.ask(inquiries.list_page, Wanted(text="九价", open_only=True))
    with office.store.write("li") as tx:
        assert reindex(tx) == 12
    assert office.ask(inquiries.list_page, Wanted(text="九价", open_only=True)) == before
    assert len(before.rows) == 8


def test_the_chain_is_sound_and_names_a_record_that_was_touched(office: Office, clock: FakeClock) -> None:
    _work_a_while(office, clock)
    assert check_chain(office.store.rows).sound
    outsider = connect(office.store.path, KEY)
    outsider.execute("DROP TRIGGER journal_fixed")
    outsider.execute("UPDATE journal SET actor = 'nobody' WHERE seq = 9")
    outsider.close()
    assert [seq for _, seq in check_chain(office.store.rows).broken_at] == [9]


def test_a_removed_payload_leaves_the_chain_sound(office: Office, clock: FakeClock) -> None:
    _work_a_while(office, clock)
    outsider = connect(office.store.path, KEY)
    outsider.execute("UPDATE journal SET payload = NULL WHERE seq = 9")
    outsider.close()
    assert check_chain(office.store.rows).sound
