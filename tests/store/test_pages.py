"""Pages that were torn are named, and no others."""

import shutil
from datetime import timedelta
from pathlib import Path

from app.models.contacts import Outcome
from app.services import contacts
from app.services.office import Office
from app.store.journal import Rows
from app.store.pages import damaged_pages
from app.store.sqlcipher import connect
from tests.desk import KEY, draft
from tests.fakes import FakeClock


def _work_a_while(office: Office, clock: FakeClock) -> None:
    for turn in range(12):
        clock.advance(timedelta(seconds=1))
        opened = office.do(contacts.start, draft(number=f"1381234{turn % 4:04d}")).value
        office.do(contacts.finalize, opened, Outcome.ANSWERED)


def test_a_page_that_was_torn_while_the_log_was_folded_in_is_whole_and_another_one_is_not(
    office: Office, clock: FakeClock, tmp_path: Path
) -> None:
    _work_a_while(office, clock)
    for suffix in ("", "-wal"):
        shutil.copy(f"{office.store.path}{suffix}", tmp_path / f"cut.db{suffix}")
    log, file = (tmp_path / "cut.db-wal").read_bytes(), (tmp_path / "cut.db").read_bytes()
    logged = {int.from_bytes(log[at : at + 4], "big") for at in range(32, len(log), 24 + 4096)}
    inside = range(2, len(file) // 4096)
    pages = {next(one for one in inside if one in logged): False, max(set(inside) - logged): True}
    for page, is_lost in pages.items():
        torn = bytearray(file)
        torn[page * 4096 - 2000] ^= 4
        (tmp_path / "cut.db").write_bytes(torn)
        connection = connect(tmp_path / "cut.db", KEY, read_only=True)
        assert any(f"page {page}" in one for one in damaged_pages(Rows(connection))) is is_lost
        connection.close()
        for suffix, content in (("", file), ("-wal", log)):
            (tmp_path / f"cut.db{suffix}").write_bytes(content)
