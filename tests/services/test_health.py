"""A check reads everything and says what it found; a rebuild is an administrator's."""

import pytest

from app.models.contacts import Outcome
from app.models.errors import NotAllowed
from app.services import contacts, health, inquiries, inquiry_steps
from app.services.office import Office
from app.store.rebuild import digest
from app.store.sqlcipher import connect
from tests.desk import KEY, NOON, draft, sign_in


def test_a_sound_file_is_called_sound(office: Office) -> None:
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    found = office.ask(health.check)
    assert found.sound
    assert found.records > 8


def test_a_flipped_byte_is_found(office: Office) -> None:
    with office.store.reading() as rows:  # a table that opening the file does not read
        found_at = rows.one("SELECT rootpage FROM sqlite_master WHERE name = 'promise_outcome'")
        size = rows.one("PRAGMA page_size")
    assert found_at is not None
    assert size is not None
    office.store.close()
    path = office.store.path
    content = bytearray(path.read_bytes())
    content[(int(found_at[0]) - 1) * int(size[0]) + int(size[0]) // 2] ^= 1
    path.write_bytes(content)
    from app.store.store import Store
    from tests.desk import KEY

    again = Office(Store.open(path, KEY, office.clock.now), office.clock)
    found = again.ask(health.check)
    again.store.close()
    assert found.damaged_pages
    assert not found.sound


def test_only_an_administrator_rebuilds(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(health.rebuild_tables)
    sign_in(office, "admin")
    found = office.do(health.rebuild_tables).value
    assert (found.records, found.mended) == (office.ask(health.check).records, ())


@pytest.mark.parametrize(
    ("table", "change"), [("inquiry", "UPDATE inquiry SET area = 'x'"), ("clocks", "UPDATE inquiry SET clocks = NULL")]
)
def test_a_table_that_says_something_else_than_the_journal_is_named(office: Office, table: str, change: str) -> None:
    opened = office.do(contacts.start, draft(unit="cdc", due_at=NOON, category="complaint")).value
    office.do(contacts.finalize, opened, Outcome.DISPATCH)
    with office.store.write("") as tx:
        tx.connection.execute(change)
    sign_in(office, "admin")
    assert office.do(health.rebuild_tables).value.mended == (table,)
    assert office.do(health.rebuild_tables).value.mended == ()


def test_a_dropped_table_is_found_and_comes_back_from_the_journal(office: Office) -> None:
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    before = digest(office.store.rows)
    outsider = connect(office.store.path, KEY)
    outsider.execute("DROP TABLE caller")
    outsider.close()
    found = office.ask(health.check)
    assert "caller" in found.missing
    assert not found.sound
    sign_in(office, "admin")
    office.do(health.rebuild_tables)
    assert (digest(office.store.rows), office.ask(health.check).missing) == (before, ())


def test_accounts_that_were_changed_past_the_journal_say_again_what_it_says(office: Office) -> None:
    before = digest(office.store.rows)
    with office.store.write("") as tx:
        tx.connection.execute("DELETE FROM person WHERE name = 'admin'")
        tx.connection.execute("UPDATE person SET display = 'x'")
    assert office.do(health.restore_accounts).value == ("person",)
    assert office.do(health.restore_accounts).value == ()
    assert digest(office.store.rows) == before


def test_a_rebuild_brings_the_clocks_of_every_inquiry_back(office: Office) -> None:
    opened = office.do(contacts.start, draft(unit="cdc", due_at=NOON, category="complaint")).value
    inquiry = office.do(contacts.finalize, opened, Outcome.DISPATCH).value.inquiry
    assert inquiry is not None
    office.do(inquiry_steps.take, inquiry, "wait_caller", reason="wants the date")
    before = office.ask(inquiries.detail, inquiry).row
    assert len(before.clocks) == 3
    sign_in(office, "admin")
    office.do(health.rebuild_tables)
    sign_in(office, "wang")
    assert office.ask(inquiries.detail, inquiry).row == before
