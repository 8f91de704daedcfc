"""What came from others brings clocks and calls up to date."""

from datetime import timedelta

from app.models.changes import Touched
from app.models.contacts import Outcome
from app.services import callback_queue, contacts, sync_following
from app.services.office import Office, Work
from app.store.journal import Tx
from tests.desk import NOON, draft
from tests.services.calling import call, campaign, promised


def _follow(work: Work, entity: str, row: bytes) -> bool:
    return sync_following.follow(work, [Touched(entity, row, row, True, {})])


def test_the_clocks_of_an_inquiry_are_written_anew(office: Office) -> None:
    office.do(
        contacts.finalize,
        office.do(contacts.start, draft(unit="cdc", due_at=NOON + timedelta(days=2))).value,
        Outcome.DISPATCH,
    )
    before = office.store.rows.all("SELECT id, clocks FROM inquiry ORDER BY position LIMIT 9")
    with office.store.write("") as tx:
        tx.connection.execute("UPDATE inquiry SET clocks = NULL")
    assert not office.do(_follow, "inquiry", before[0][0]).value
    assert office.store.rows.all("SELECT id, clocks FROM inquiry ORDER BY position LIMIT 9") == before


def test_what_may_concern_any_call_asks_for_the_whole_queue(office: Office) -> None:
    assert office.do(_follow, "lease", b"l" * 16).value
    assert not office.do(_follow, "callback", b"c" * 16).value


def test_that_a_call_verified_a_finding_is_heard_after_it_was_made(office: Office) -> None:
    (case,) = campaign(office, 1, per_day=1, planted="+8613800000001", gap_min=60)
    verify = promised(office, finding=(b"f" * 16).hex())
    call(office, verify, "201")
    rested = _not_before(office)
    with office.store.write("") as tx:  # the attempt came, its call has not: it counts like any other
        tx.connection.execute("UPDATE callback SET finding = NULL WHERE id=?", (verify,))
    office.do(callback_queue.refresh, case)
    assert _not_before(office) > rested
    with office.store.write("") as tx:
        tx.connection.execute("UPDATE callback SET finding = ? WHERE id=?", (b"f" * 16, verify))
    office.do(_follow, "callback", verify)
    assert _not_before(office) == rested


def _not_before(office: Office) -> str:
    ((at,),) = office.store.rows.all("SELECT not_before_at FROM callback_queue WHERE number=?", "+8613800000001")
    return str(at)


def test_cards_that_were_linked_elsewhere_ask_for_the_whole_queue_and_a_name_does_not(office: Office) -> None:
    with office.store.write("wang") as tx:
        card, other = tx.add("caller", {"name": "Li"}), tx.add("caller", {"name": "Lee"})
        tx.put("caller", card, {"same_as": other.hex()})
        told = tx.all("SELECT uid, payload FROM journal WHERE row_id=? ORDER BY id", card)
        asked = [sync_following.follow(_work(office, tx), [Touched("caller", card, uid, False, {})]) for uid, _ in told]
    assert asked == [False, True]


def _work(office: Office, tx: Tx) -> Work:
    return Work(tx, None, office.clock.now(), office.settings, office.outside, tx=tx)
