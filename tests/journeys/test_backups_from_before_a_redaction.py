"""What was redacted comes back by no backup, neither of a station nor of the hub, whoever syncs first."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from app.outside import hub_project, hub_setup
from app.services import backups, retention
from app.services.office import Office
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock
from tests.journeys.stations import Center, furnished
from tests.servers import Server

_NEEDLE = "张晓明十四号"
_HUB, _THEN = "redacting", "redacting_then"


def _at_server(server: Server, *statements: str) -> None:
    with psycopg.connect(server.place(), autocommit=True) as connection:
        for one in statements:
            connection.execute(one.encode())


@pytest.fixture
def center(server: Server, template: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Center]:
    """A center at a hub of a test's own."""
    _at_server(server, f"CREATE DATABASE {_HUB}")
    hub_setup.init(server.place(_HUB))
    with ExitStack() as stack:
        yield Center(server, template, tmp_path, clock, stack, database=_HUB)
    _at_server(server, f"DROP DATABASE {_HUB}", f"DROP DATABASE {_THEN}")


def _closed_matter(office: Office) -> None:
    closed = (NOON - timedelta(days=400)).isoformat()
    with office.store.write("wang") as tx:
        said = {"number": "1", "opened_at": closed, "state": "closed", "closed_at": closed, "summary": _NEEDLE}
        row = tx.add("inquiry", said)
        tx.add("inquiry_event", {"inquiry": row.hex(), "kind": "closed", "note": _NEEDLE, "at": closed})


def _redact(office: Office) -> None:
    sign_in(office, "admin")
    office.do(retention.set_days, "inquiries", 365)
    assert office.do(retention.redact).value == 4


def _backed_up(office: Office, target: Path) -> Path:
    office.store.path.with_name("onewindow.db.keys").write_text("{}")
    backups.make(office, target)
    return target


def _put_back(center: Center, backup: Path, name: str) -> Office:
    """Open the backup on another PC, on which somebody has written since."""
    (center.folder / name).mkdir()
    office = furnished(center.stack.enter_context(opened(backup, center.folder / name, center.clock)))
    with office.store.write("wang") as tx:
        tx.add("caller", {"name": name})
    return office


def _here(office: Office) -> int:
    """How often the words stand at a station."""
    told = """SELECT (SELECT count(*) FROM journal WHERE payload LIKE ?1) + (SELECT count(*) FROM inquiry
        WHERE summary LIKE ?1) + (SELECT count(*) FROM inquiry_event WHERE note LIKE ?1) /* whole: a test */"""
    return int(office.store.rows.all(told, f"%{_NEEDLE}%")[0][0])


def _at_hub(center: Center) -> int:
    """How often they stand at the hub and in what it publishes."""
    place = center.server.place(_HUB)
    hub_project.project(place)
    told = """SELECT (SELECT count(*) FROM hub.journal WHERE payload::text LIKE %(told)s)
        + (SELECT count(*) FROM pub.inquiry WHERE summary LIKE %(told)s)
        + (SELECT count(*) FROM pub.inquiry_event WHERE note LIKE %(told)s)"""
    with psycopg.connect(place) as connection:
        found = connection.execute(told.encode(), {"told": f"%{_NEEDLE}%"}).fetchone()
    return int(found[0]) if found else -1


def test_what_was_redacted_comes_back_by_no_backup(center: Center) -> None:
    one, two = center.station("one"), center.station("two")
    for office in (one, two):
        _closed_matter(office)
    for office in (one, two, one):
        center.sync(office)
    backup = _backed_up(two, center.folder / "day.backup")
    assert (_here(one), _here(two), _at_hub(center)) == (8, 8, 8)
    _at_server(center.server, f"CREATE DATABASE {_THEN} TEMPLATE {_HUB}")
    _redact(one)
    for office in (one, two):
        center.sync(office)
    assert (_here(one), _here(two), _at_hub(center)) == (0, 0, 0)
    station = _put_back(center, backup, "station")
    assert _here(station) == 8
    center.sync(station, check=True)
    assert (_here(station), _at_hub(center)) == (0, 0)
    _at_server(center.server, f"DROP DATABASE {_HUB}", f"CREATE DATABASE {_HUB} TEMPLATE {_THEN}")
    hub_setup.restored(center.server.place(_HUB))
    another = _put_back(center, backup, "another")
    center.sync(another, check=True)
    assert _at_hub(center) == 8
    center.sync(two, check=True)
    center.sync(another, check=True)
    assert (_here(one), _here(two), _here(another), _at_hub(center)) == (0, 0, 0, 0)
