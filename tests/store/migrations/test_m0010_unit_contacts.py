"""The tenth step gives units more ways to be reached, and keeps what was known of them."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0010_unit_contacts


def test_a_unit_keeps_what_is_known_and_gets_room_for_more() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE unit(id BLOB PRIMARY KEY, code TEXT, name TEXT) STRICT, WITHOUT ROWID")
    made.execute("INSERT INTO unit VALUES (x'01', 'H01', '县人民医院')")
    m0010_unit_contacts.up(made)
    made.execute("UPDATE unit SET email='a@b.example', leader='王局', on_system=1")
    row = made.execute("SELECT code, name, email, address, wechat, leader, calendar, on_system FROM unit").fetchone()
    assert row == ("H01", "县人民医院", "a@b.example", None, None, "王局", None, 1)
