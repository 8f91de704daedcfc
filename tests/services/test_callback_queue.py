"""The queue can be made again from what happened, and says the same."""

from app.models.retry_rules import Hindrance
from app.services import callback_queue, callbacks, health
from app.services.office import Office
from tests.desk import sign_in
from tests.services.calling import call, campaign, promised

_ALL = "SELECT * FROM callback_queue ORDER BY callback /* whole: a test */"


def test_a_queue_that_is_made_again_says_the_same(office: Office) -> None:
    first, second, _ = campaign(office, 3)
    promised(office)
    call(office, first, "202")
    call(office, second, "232")
    before = office.store.rows.all(_ALL)
    assert len(before) == 2
    assert office.do(callback_queue.rebuild).value == 2
    assert office.store.rows.all(_ALL) == before
    sign_in(office, "admin")
    office.do(health.rebuild_tables)
    assert office.store.rows.all(_ALL) == before


def test_a_lease_whose_attempts_are_used_stands_in_nobodys_way(office: Office) -> None:
    calls = campaign(office, 3)
    with office.store.write("li") as tx:
        tx.connection.execute("UPDATE lease SET attempts=0 WHERE contact_group IN ('g0', 'g1')")
    office.do(callback_queue.rebuild)
    assert [one.sheet.callback.id for one in office.ask(callbacks.queue)] == [calls[2]]
    explained = office.ask(callbacks.why_empty)
    assert (explained.ready, dict(explained.counts)) == (1, {Hindrance.LEASE_USED: 2})
