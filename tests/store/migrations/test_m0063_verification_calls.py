"""The sixty-third step lets a call say which finding it is to verify."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0063_verification_calls


def test_calls_that_were_there_before_it_verify_nothing() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE callback(id, reason)")
    made.execute("INSERT INTO callback VALUES (1, 'promised')")
    m0063_verification_calls.up(made)
    assert made.execute("SELECT reason, finding FROM callback").fetchone() == ("promised", None)
