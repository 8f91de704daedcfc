"""One writer, a reader for each thread, a schema that moves forward only, and a copy that opens."""

import os
import threading
from pathlib import Path

import pytest

from app.models.errors import DatabaseBusy, DatabaseTooNew, DiskFull, NoRoomToOpen
from app.services import contacts, drafts
from app.services.office import Office
from app.services.wording import sentence
from app.store import shapes
from app.store.journal import Rows
from app.store.migrations import STEPS
from app.store.rebuild import check_chain
from app.store.sqlcipher import connect
from app.store.store import Store
from benchmarks.older import make_older
from tests.desk import KEY, draft
from tests.fakes import FakeClock


def test_a_database_of_a_newer_program_is_refused_untouched(office: Office, clock: FakeClock) -> None:
    path = office.store.path
    office.store.close()
    outsider = connect(path, KEY)
    outsider.execute("PRAGMA user_version = 99")
    outsider.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew) as refused:
        Store.open(path, KEY, clock.now)
    assert refused.value.facts["found"] == 99
    assert path.read_bytes() == before


def test_a_database_that_finds_no_room_to_be_opened_says_where_and_not_that_something_was_typed(
    office: Office, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise DiskFull(path="")

    monkeypatch.setattr("app.store.store.connect", full)
    with pytest.raises(NoRoomToOpen) as refused:
        Store.open(office.store.path, KEY, clock.now)
    assert str(office.store.path) in sentence(refused.value, "en")[0]
    assert "typed" not in sentence(refused.value, "en")[0]


def test_schema_steps_that_have_to_wait_for_another_program_say_so(office: Office, clock: FakeClock) -> None:
    path = office.store.path
    office.store.close()
    make_older(path, 12)
    waiting, outsider = Store(path, KEY, clock.now), connect(path, KEY)
    waiting._writer.execute("PRAGMA busy_timeout = 1")
    outsider.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy) as told:
        waiting.migrate()
    assert told.value.facts["path"] == str(path)
    outsider.execute("ROLLBACK")
    outsider.close()
    assert waiting.migrate() > 0
    waiting.close()


def test_who_opens_a_database_hears_of_an_update_and_only_then(office: Office, clock: FakeClock) -> None:
    path, heard = office.store.path, list[tuple[int, int]]()

    def hear(done: int, total: int) -> None:
        heard.append((done, total))

    office.store.close()
    Store.open(path, KEY, clock.now, hear).close()
    assert not heard
    make_older(path, 12)
    store = Store.open(path, KEY, clock.now, hear)
    assert heard[0] == (0, len(STEPS) - 12)
    heard.clear()
    store.set_meta(**{shapes.STATE: "0.1"})
    store.close()
    Store.open(path, KEY, clock.now, hear).close()
    assert heard == [(0, 1)]


def test_a_second_writer_waits_its_turn_and_is_told_when_it_cannot(office: Office, clock: FakeClock) -> None:
    other = Store.open(office.store.path, KEY, clock.now)
    other._writer.execute("PRAGMA busy_timeout = 1")
    with office.store.write("wang") as tx:
        tx.add("promise", {"what": "one"})
        with pytest.raises(DatabaseBusy), other.write("li"):
            pytest.fail("two writers at once")
    with other.write("li") as tx:
        tx.add("promise", {"what": "two"})
    other.close()
    assert check_chain(office.store.rows).sound


def test_two_programs_on_one_file_keep_one_chain(office: Office, clock: FakeClock) -> None:
    other = Store.open(office.store.path, KEY, clock.now)
    for turn in range(20):
        with (office.store, other)[turn % 2].write("wang") as tx:
            tx.add("promise", {"what": str(turn)})
    other.close()
    found = check_chain(office.store.rows)
    assert found.sound
    assert (
        office.store.rows.one("SELECT count(DISTINCT seq), count(*) FROM journal /* whole: test */")[0] == found.records
    )


def test_every_thread_has_its_own_reader(office: Office) -> None:
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(office.store.rows))
    thread.start()
    thread.join()
    assert found[0] is not office.store.rows
    assert office.store.rows is office.store.rows


def test_a_copy_opens_with_the_same_key_and_holds_the_same(office: Office, tmp_path: Path, clock: FakeClock) -> None:
    office.do(contacts.start, draft())
    target = tmp_path / "copy.db"
    office.store.copy_to(target)
    copy = Store.open(target, KEY, clock.now)
    assert check_chain(copy.rows).sound
    desk = Office(copy, clock)
    desk.sign_in(office.by)
    assert desk.ask(drafts.mine) == office.ask(drafts.mine)
    assert copy.meta("origin") == office.store.meta("origin")
    copy.close()


def test_a_database_whose_creation_was_cut_short_gets_its_origin_when_it_is_opened(
    tmp_path: Path, clock: FakeClock
) -> None:
    path = tmp_path / "short.db"
    Store(path, KEY, clock.now).migrate()
    store = Store.open(path, KEY, clock.now)
    with store.write("wang") as tx:
        tx.add("promise", {"what": "one"})
    assert len(store.origin) == 16
    assert store.meta("origin") == store.origin
    assert check_chain(store.rows).sound
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has the rights of the folder")
def test_nobody_else_may_read_the_files_of_a_database(office: Office, tmp_path: Path, clock: FakeClock) -> None:
    path = office.store.path
    office.store.close()
    path.chmod(0o644)
    store = Store.open(path, KEY, clock.now)
    with store.write("wang") as tx:
        tx.add("promise", {"what": "one"})
    store.copy_to(tmp_path / "copy.db")
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir() if file.is_file()}
    assert {f"{path.name}-wal", path.name, "copy.db"} <= set(modes)
    assert set(modes.values()) == {0o600}
    store.close()


def test_an_upgrade_says_how_far_it_is(office: Office, clock: FakeClock) -> None:
    path = office.store.path
    office.store.close()
    make_older(path, 65)
    heard: list[tuple[int, int]] = []

    def hear(done: int, total: int) -> None:
        heard.append((done, total))

    Store.open(path, KEY, clock.now, hear).close()
    missing = len(STEPS) - 65
    assert heard == [(0, missing), *((done, missing) for done in range(missing))]  # the copy first
    Store.open(path, KEY, clock.now, hear).close()
    assert len(heard) == missing + 1


def test_a_long_question_is_stopped_where_the_house_is_closed(office: Office) -> None:
    count = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000000) SELECT max(n) FROM c"
    begun, refused = threading.Event(), list[str]()

    def ask() -> None:
        try:
            with office.store.reading() as rows:
                begun.set()
                rows.one(count)
        except DatabaseBusy as error:
            refused.append(str(error))

    asking = threading.Thread(target=ask)
    asking.start()
    assert begun.wait(10)
    asking.join(0.2)
    office.store.close()
    asking.join(10)
    assert not asking.is_alive()
    assert refused


class _Watched:
    """A reader that notes what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def execute(self, sql: str) -> "_Watched":
        """Note it."""
        self.told.append(sql)
        return self

    def fetchall(self) -> list[object]:
        """Return nothing."""
        return []

    def close(self) -> None:
        """Nothing is open."""


def test_pages_are_given_back_by_who_does_not_read_just_now(office: Office) -> None:
    store, idle, reading = office.store, _Watched(), _Watched()
    store._readers += [idle, reading]
    store._asked.append(Rows(reading))
    store.let_go()
    store._asked.clear()
    assert (idle.told, reading.told) == (["PRAGMA shrink_memory"], [])
    store.let_go()
    assert reading.told == ["PRAGMA shrink_memory"]
    assert office.do(contacts.start, draft()).value
