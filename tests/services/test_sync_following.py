"""What came from others brings clocks and calls up to date."""

from datetime import timedelta

from app.models.changes import Touched
from app.models.contacts import Outcome
from app.services import contacts, sync_following
from app.services.office import Office, Work
from tests.desk import NOON, draft


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
