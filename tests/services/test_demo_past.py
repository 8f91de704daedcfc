"""The long past comes from a former system: quick, searchable, and with a batch that says so."""

from datetime import timedelta
from random import Random

from app.models.accounts import Person
from app.services import imports, inquiries
from app.services.demo_callers import Callers
from app.services.demo_past import SOURCE, Past
from app.services.demo_texts import Pool, Texts
from app.services.inquiries import Wanted
from app.services.office import Office, Work
from app.store import rebuild
from tests.desk import NOON, sign_in


def write(work: Work, count: int, person: Person) -> bytes:
    rng = Random(1)
    texts = Texts(rng)
    past = Past(rng, texts, Callers(rng, texts, english=0.3, known=20), Pool([person]))
    openings = [NOON - timedelta(days=30, minutes=-minute) for minute in range(count)]
    batch = b"\1" * 16
    past.write(work, openings, batch)
    work.tx.add("batch", {"kind": "inquiries", "source": SOURCE, "at": work.now.isoformat()}, batch)
    return batch


def test_past_inquiries_are_found_with_their_callers(office: Office) -> None:
    office.do(write, 200, sign_in(office, "wang"))
    rows = office.ask(inquiries.list_page, Wanted(), limit=300).rows
    assert len(rows) == 200
    assert all(row.caller for row in rows)
    assert office.ask(inquiries.list_page, Wanted(rows[0].summary or "")).rows
    assert {event.kind.value for event in office.ask(inquiries.detail, rows[0].id).events} == {"imported"}


def test_what_bulk_wrote_is_what_a_rebuild_makes(office: Office) -> None:
    office.do(write, 150, sign_in(office, "wang"))
    before = rebuild.digest(office.store.rows)
    with office.store.write("x", now=NOON) as tx:
        rebuild.rebuild(tx)
    assert rebuild.digest(office.store.rows) == before
    assert rebuild.check_chain(office.store.rows).sound
    sign_in(office, "li")
    assert office.ask(imports.list_batches)[0].source == SOURCE
