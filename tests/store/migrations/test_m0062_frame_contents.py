"""The sixty-second step makes room for the contents of frames beside the journal."""

import pytest
from sqlcipher3 import dbapi2
from sqlite_utils import Database

from app.store.migrations import m0062_frame_contents


def test_a_part_of_a_content_has_one_place() -> None:
    made = Database(dbapi2.connect(":memory:", isolation_level=None))
    made.execute("CREATE TABLE campaign(id BLOB PRIMARY KEY)")
    m0062_frame_contents.up(made)
    insert = "INSERT INTO frame_content(sha256, number, content) VALUES('ab', 0, x'01')"
    made.execute(insert)
    made.execute("INSERT INTO campaign(id, kinds) VALUES(x'01', '{}')")
    with pytest.raises(dbapi2.IntegrityError):
        made.execute(insert)
