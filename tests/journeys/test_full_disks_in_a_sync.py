"""A disk that fills while a sync brings records: it is said what that means, and the next sync goes on."""

# pyright: reportPrivateUsage=false

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.errors import DiskFull
from app.models.sync_errors import HubUnreachable, SyncDiskFull
from app.services import hub_sync
from app.services.hub_sync import Syncer
from app.services.object_giving import Giving
from app.services.office import Office
from app.services.wording import sentence
from benchmarks.memory_hub import MemoryHub
from tests.desk import opened
from tests.fakes import FakeClock
from tests.services.objects_in_memory import MemoryObjects
from tests.services.test_hub_sync import Town

_ROOM_PAGES = 8
_LONG = "what the caller told of a long morning " * 50


@pytest.fixture
def other(template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    (folder := tmp_path / "other").mkdir()
    with opened(template, folder, clock) as desk:
        yield desk


def test_a_disk_that_fills_in_a_sync_is_said_and_the_next_sync_brings_the_rest(
    office: Office, other: Office, clock: FakeClock
) -> None:
    town = Town(MemoryHub(clock.now), clock, [])
    for desk, name in ((office, "seat1"), (other, "seat2")):
        town.enroll(desk, name)
        town.sync(desk)
    town.sync(office)
    with office.store.write("wang") as tx:
        for number in range(40):
            tx.add("caller", {"name": f"Li {number}", "note": _LONG})
    town.sync(office)
    writer = other.store._writer
    room = writer.execute("PRAGMA max_page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {writer.execute('PRAGMA page_count').fetchone()[0] + _ROOM_PAGES}")
    with pytest.raises(SyncDiskFull) as found:
        town.sync(other)
    assert "typed" not in " ".join(sentence(found.value, "en"))
    assert "not sent" in sentence(found.value, "en")[0]
    with other.store.reading() as rows:
        assert rows.one("SELECT outcome FROM sync_log ORDER BY id DESC LIMIT 1") == ("SyncDiskFull",)
    missed = other.ask(hub_sync.state).missed
    assert missed is not None
    assert missed.is_refusal
    writer.execute(f"PRAGMA max_page_count = {room}")
    town.sync(other)
    assert other.store.rows.one("SELECT count(*) FROM caller WHERE name LIKE 'Li %' /* whole: test */") == (40,)


def test_a_disk_that_is_full_before_a_sync_begins_or_while_lists_are_given_is_said_as_one_of_a_sync(
    office: Office, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = Town(MemoryHub(clock.now), clock, [])
    town.enroll(office, "seat1")
    town.sync(office)
    office.outside["objects"] = MemoryObjects()

    def full(*_: object, **__: object) -> None:
        raise DiskFull(path="here")

    monkeypatch.setattr(Giving, "run", full)
    missed = town.sync(office).missed
    assert isinstance(missed, SyncDiskFull)
    assert missed.facts == {"path": "here"}
    assert office.ask(hub_sync.latest, 1)[0].outcome == "SyncDiskFull"
    monkeypatch.setattr(Syncer, "_introduce", full)
    with pytest.raises(SyncDiskFull):
        town.sync(office)


def test_a_disk_too_full_for_the_log_hides_no_reason(
    office: Office, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = Town(MemoryHub(clock.now), clock, [])
    town.enroll(office, "seat1")

    def full(_syncer: Syncer, _line: object) -> None:
        raise DiskFull(path="here")

    monkeypatch.setattr(Syncer, "_write", full)
    with pytest.raises(SyncDiskFull):
        town.sync(office)
    town.broken = True
    with pytest.raises(HubUnreachable):
        town.sync(office)
