"""A bundle brings another station what it lacks, once; what is not as it was written is refused whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.errors import NotAllowed
from app.models.sync_errors import BundleBroken
from app.services import access, bundles
from app.services.office import Office
from app.store import sync
from app.store.rebuild import digest, rebuild
from tests.desk import opened, sign_in
from tests.fakes import FakeClock


@pytest.fixture
def other(template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Office]:
    (tmp_path / "other").mkdir()
    with opened(template, tmp_path / "other", clock) as desk:
        sign_in(desk, "li")
        yield desk


def _written(office: Office) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Zhao"})
        tx.put("caller", row, {"area": "North"})
        tx.add("inquiry", {"number": "1", "opened_at": "2026-03-01T08:00:00+00:00", "state": "new"})
    sign_in(office, "li")


def test_a_bundle_is_taken_once_and_the_hub_is_told_at_the_next_sync(office: Office, other: Office) -> None:
    _written(office)
    parts = list(office.ask(bundles.records))
    taken = other.do(bundles.take, parts).value
    assert (taken.new, taken.quarantined) == (3, 0)
    assert digest(other.store.rows) == digest(office.store.rows)
    assert sync.check_due(other.store.rows)
    assert other.do(bundles.take, parts).value.new == 0


def test_everything_holds_what_others_wrote_too(office: Office) -> None:
    _written(office)
    whole = sum(map(len, office.ask(bundles.records, everything=True)))
    assert whole == office.store.rows.all("SELECT max(id) FROM journal")[0][0]


def test_the_read_log_goes_to_the_hub_and_to_no_other_station(office: Office) -> None:
    _written(office)
    office.do(access.exported, "inquiry", 1)
    held = {
        everything: {row.scope for part in office.ask(bundles.records, everything=everything) for row in part}
        for everything in (False, True)
    }
    assert "access" in held[False]
    assert "access" not in held[True]


def test_whoever_carries_a_read_log_to_the_hub_does_not_read_it_also_after_a_rebuild(
    office: Office, other: Office
) -> None:
    _written(office)
    office.do(access.exported, "inquiry", 1)
    other.do(access.exported, "caller", 2)
    with other.store.write("") as tx:  # as at every station: each writes in a chain of its own
        tx.connection.execute("UPDATE meta SET v=? WHERE k='origin'", (b"o" * 16,))
    other.do(access.exported, "caller", 3)
    parts = list(office.ask(bundles.records))
    for _ in range(2):
        other.do(bundles.take, parts)
        with other.store.write("") as tx:
            rebuild(tx)
        assert [(one.entity, one.rows) for one in other.ask(access.log)] == [("caller", 3), ("caller", 2)]
    rows = other.store.rows
    _, carried = sync.next_carried(rows, ("center", "program"), 0, 100, sync.own_end(rows))
    assert [one.payload and "inquiry" in one.payload for one in carried if one.scope == "access"] == [False, True]


def test_a_record_that_was_changed_is_refused_and_nothing_of_the_bundle_stays(office: Office, other: Office) -> None:
    _written(office)
    (part,) = list(office.ask(bundles.records))
    for bad in (part[-1]._replace(payload='{"f":{"number":"2"}}'), part[-1]._replace(hlc=1)):
        with pytest.raises(BundleBroken):
            other.do(bundles.take, [[*part[:-1], bad]])
    assert other.store.rows.all("SELECT name FROM caller LIMIT 3") == []


def test_only_who_may_give_out_and_take_in(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.ask(bundles.records)
    with pytest.raises(NotAllowed):
        office.do(bundles.take, [])
