"""A database is compared with what its schema steps make; what is missing is named, and made again empty."""

from app.services.office import Office
from app.store import schema
from app.store.sqlcipher import connect
from tests.desk import KEY


def test_a_database_that_was_made_step_by_step_lacks_nothing(office: Office) -> None:
    assert schema.missing(office.store.rows) == ()


def test_a_lost_table_comes_back_with_its_indexes_and_guards(office: Office) -> None:
    outsider = connect(office.store.path, KEY)
    outsider.execute("DROP TABLE caller_phone")
    outsider.execute("DROP TRIGGER journal_keep")
    outsider.close()
    lost = schema.missing(office.store.rows)
    assert {"caller_phone", "caller_phone_guard_insert", "journal_keep"} <= set(lost)
    with office.store.write("li") as tx:
        assert schema.mend(tx) == lost
    assert schema.missing(office.store.rows) == ()
