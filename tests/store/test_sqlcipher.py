"""The file is encrypted, a wrong key is said to be one, and errors come by code."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.models.errors import DatabaseBusy, DatabaseDamaged, DatabaseMissing, DiskFailed, DiskFull, WrongKey
from app.services import contacts
from app.services.office import Office
from app.store.sqlcipher import connect, roomy, translated
from tests.desk import KEY, draft


def test_a_wrong_key_and_a_file_that_is_none_are_said_to_be_so(office: Office, tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        connect(office.store.path, b"x" * 32)
    (tmp_path / "letter.db").write_bytes(b"Dear madam" * 900)
    with pytest.raises(WrongKey):
        connect(tmp_path / "letter.db", KEY)
    with pytest.raises(DatabaseMissing):
        connect(tmp_path / "none.db", KEY, read_only=True)


def test_no_word_that_was_typed_lies_open_in_any_file(office: Office) -> None:
    needle = "Quetzalcoatlus"
    office.do(contacts.start, draft(summary=needle, details=needle * 3))
    files = [path.read_bytes() for path in office.store.path.parent.glob("onewindow.db*")]
    assert len(files) > 1
    assert not any(needle.encode() in content or needle[:8].encode() in content for content in files)


def test_a_reader_cannot_write(office: Office) -> None:
    connection = connect(office.store.path, KEY, read_only=True)
    with pytest.raises(Exception, match="readonly"):
        connection.execute("DELETE FROM draft")
    connection.close()


def test_every_power_cut_counts(office: Office) -> None:
    found = {
        name: office.store._writer.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode")
    }
    assert found == {"synchronous": 2, "journal_mode": "wal"}


class _Failure(Exception):
    def __init__(self, code: int) -> None:
        super().__init__("")
        self.sqlite_errorcode = code
        self.sqlite_errorname = "SQLITE_X"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (5, DatabaseBusy), (261, DatabaseBusy), (6, DatabaseBusy), (13, DiskFull), (10, DiskFailed), (778, DiskFailed),
        (14, DiskFailed), (8, DiskFailed), (11, DatabaseDamaged), (26, WrongKey), (1, _Failure), (19, _Failure),
    ],
)  # fmt: skip
def test_a_code_of_the_driver_becomes_a_word_of_the_house(code: int, kind: type[Exception]) -> None:
    assert type(translated(_Failure(code), Path("x"))) is kind


def test_a_disk_without_room_for_a_log_is_said_to_be_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=0))
    told = [type(translated(_Failure(code), tmp_path / "x.db")) for code in (4874, 14, 8)]
    assert told == [DiskFull, DiskFull, DiskFailed]


def test_nothing_and_bytes_are_bound_as_they_are(office: Office) -> None:
    bound = (None, b"\0\xff", b"", "", 0, 1.5)
    sql = f"SELECT {', '.join(['?, typeof(?)'] * len(bound))}"
    found = office.store._writer.execute(sql, [one for one in bound for _ in range(2)]).fetchone()
    assert found[::2] == bound
    assert found[1::2] == ("null", "blob", "blob", "text", "integer", "real")


def test_the_room_for_a_long_command_is_given_back(office: Office) -> None:
    with office.store.reading() as rows:
        asked = "PRAGMA cache_size"
        before = rows.one(asked)
        with roomy(rows.connection):
            assert rows.one(asked) != before
        assert rows.one(asked) == before
