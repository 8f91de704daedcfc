"""Call records go with their batch."""

from datetime import timedelta

from app.models.line_records import LineCall
from app.services.office import Office, Work
from app.store import line_records
from app.store.bulk import Bulk
from tests.desk import NOON

BATCH, CALL = b"b" * 16, b"c" * 16


def _write(work: Work) -> None:
    with Bulk(work.tx) as bulk:
        bulk.add("batch", {"kind": "calls", "source": "pbx", "at": NOON.isoformat()}, BATCH)
        line_records.write(bulk, CALL, LineCall("1", NOON, True, timedelta(seconds=9)), batch=BATCH, person=None)


def _undo(work: Work) -> None:
    work.tx.put("batch", BATCH, {"undone_at": NOON.isoformat()})


def test_a_call_stands_until_its_batch_is_taken_back(office: Office) -> None:
    with office.store.reading() as rows:
        assert line_records.standing(rows, CALL) is None
    office.do(_write)
    with office.store.reading() as rows:
        assert (line_records.standing(rows, CALL), line_records.how_many(rows, BATCH)) == (True, 1)
    office.do(_undo)
    with office.store.reading() as rows:
        assert line_records.standing(rows, CALL) is False
