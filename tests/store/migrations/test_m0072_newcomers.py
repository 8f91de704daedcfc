"""The step adds to accounts whether a computer that joined had one of that name."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0072_newcomers


def test_of_no_account_that_was_there_before_it_is_known() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE person(id, name)")
    made.execute("INSERT INTO person VALUES (1, 'wang')")
    m0072_newcomers.up(made)
    assert made.execute("SELECT name, newcomer FROM person").fetchone() == ("wang", None)
