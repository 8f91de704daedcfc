"""A practice database has the shape of the real one and nothing of its callers."""

from pathlib import Path

from app.models.contacts import Outcome
from app.services import contacts
from app.services.office import Office
from app.store import practice
from app.store.store import Store
from tests.desk import KEY, NOON, draft

SHAPE = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


def test_it_has_every_table_index_and_trigger_and_no_row(office: Office, tmp_path: Path) -> None:
    made = Store.like(office.store.rows, tmp_path / "practice.db", KEY[::-1], lambda: NOON)
    assert made.rows.all(SHAPE) == office.store.rows.all(SHAPE)
    assert made.rows.all("PRAGMA user_version") == office.store.rows.all("PRAGMA user_version")
    fresh = Store.create(tmp_path / "fresh.db", KEY, lambda: NOON, install_id="x")
    names = [row[0] for row in fresh.rows.all("SELECT name FROM sqlite_master WHERE type='table'")]
    for name in names:
        if name != "meta" and not name.startswith("inquiry_words"):  # the inside of an empty full-text index
            assert made.rows.all(f'SELECT * FROM "{name}" /* whole: it is empty */') == fresh.rows.all(
                f'SELECT * FROM "{name}" /* whole: it is empty */'
            )
    assert len(made.rows.all("SELECT k FROM meta")) == len(fresh.rows.all("SELECT k FROM meta"))
    made.close()
    fresh.close()


def test_reference_data_are_people_and_scripts_and_nothing_of_a_caller(office: Office) -> None:
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    entities = {one.entity for part in practice.reference(office.store.rows) for one in part}
    assert "person" in entities
    assert entities <= set(practice.REFERENCE)


def test_the_category_of_a_contact_is_that_of_its_matter(office: Office) -> None:
    made = office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED).value
    assert practice.category_of(office.store.rows, made.contact) == "consult.immunization.hpv"
    assert practice.category_of(office.store.rows, b"\1" * 16) is None
