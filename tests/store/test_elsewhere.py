"""Rows of other centers are kept and handed on, and shown nowhere but there; in whatever order records come."""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.models.contacts import Outcome
from app.models.sync import Wire
from app.services import bundles, inquiries, inquiry_steps, transfers
from app.services.inquiries import Wanted
from app.services.office import Office
from app.store import elsewhere, sync_apply
from app.store.rebuild import digest, rebuild
from tests.desk import NOON, opened, sign_in
from tests.fakes import FakeClock
from tests.services.taking import take
from tests.services.two_centers import Country

_NEW = b"n" * 16


@pytest.fixture
def desks(template: Path, tmp_path: Path, clock: FakeClock, office: Office) -> Iterator[tuple[Country, Office, Office]]:
    """A country, a desk in the north that has sent an inquiry, one in the south that has closed it; all synced."""
    (folder := tmp_path / "south").mkdir()
    with opened(template, folder, clock) as south:
        country = Country(clock)
        country.enroll(office, "one", "North")
        country.enroll(south, "two", "South")
        for desk in (office, south, office):
            country.sync(desk)
        inquiry = take(office, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=2), number="139 0000 2222")
        office.do(transfers.transfer, inquiry, "South", "why", "caller")
        for desk in (office, south):
            country.sync(desk)
        [there] = [one.id for one in south.ask(inquiries.list_page, Wanted()).rows if one.came_from]
        for step in ("start", "close"):
            south.do(inquiry_steps.take, there, step, note="done")
        for desk in (south, office):
            country.sync(desk)
        yield country, office, south


def _shown(rows: Any) -> list[Any]:
    steps = "SELECT id, kind, inquiry, note, elsewhere FROM inquiry_event /* whole: a few */ ORDER BY id"
    found = "SELECT number, state, caller, conflicts FROM inquiry /* whole: a few */ ORDER BY number"
    return [*rows.all(found), *rows.all(steps)]


def test_a_rebuild_shows_the_same(desks: tuple[Country, Office, Office]) -> None:
    for desk in desks[1:]:
        with desk.store.write("") as tx:
            before = digest(tx)
            rebuild(tx)
            assert digest(tx) == before


def test_a_colleague_without_a_line_keeps_them_unseen_and_hands_them_on(
    desks: tuple[Country, Office, Office], template: Path, tmp_path: Path
) -> None:
    country, north, _ = desks
    sign_in(north, "admin")
    parts = list(north.ask(bundles.records, everything=True))
    (folder := tmp_path / "third").mkdir()
    with opened(template, folder, country.clock) as third:
        country.enroll(third, "three", "North")
        sign_in(third, "admin")
        third.do(bundles.take, parts)
        assert _shown(third.store.rows) == _shown(north.store.rows)
        kept = [
            desk.store.rows.all("SELECT * FROM elsewhere /* whole: a few */ ORDER BY row_id") for desk in (north, third)
        ]
        assert kept[0] == kept[1] != []


def test_whatever_comes_first_and_however_often_the_same_is_shown(desks: tuple[Country, Office, Office]) -> None:
    country, _, south = desks
    wires: list[Wire] = [row for chunk in country.hub.login("two").pull("South", []) for row in chunk.rows]
    wires = [one for one in wires if one.entity in ("inquiry", "inquiry_event", "caller", "caller_phone")]
    expected = _shown(south.store.rows)
    dice = random.Random(7)
    with south.store.write("") as tx:
        tx.connection.execute("DROP TRIGGER journal_keep")
        for _ in range(40):
            tx.connection.execute("DELETE FROM journal")
            for table in ("inquiry", "inquiry_event", "caller", "caller_phone"):
                tx.connection.execute(f"DELETE FROM {table}")
            order = dice.sample(wires, len(wires)) + dice.sample(wires, 3)
            for at in range(0, len(order), size := dice.randint(1, 4)):
                sync_apply.take(tx, order[at : at + size])
            assert _shown(tx) == expected
        tx.connection.execute("ROLLBACK")
        tx.connection.execute("BEGIN")


def test_what_is_sent_to_our_own_center_is_shown_at_once(desks: tuple[Country, Office, Office]) -> None:
    _, north, _ = desks
    with north.store.write("") as tx:
        for center, row in (("North", b"n" * 16), ("West", b"w" * 16)):
            elsewhere.send(tx, center, "caller", {"name": center}, row)
        assert [
            row[0] for row in tx.all("SELECT name FROM caller WHERE name IN ('North', 'West') /* whole: a few */")
        ] == ["North"]
        assert elsewhere.sent_about(tx, [b"w" * 16, b"n" * 16]) == [("caller", b"w" * 16)]
        assert tx.writer.scope == "center"


@pytest.fixture
def third(desks: tuple[Country, Office, Office], template: Path, tmp_path: Path) -> Iterator[Office]:
    """A desk that belongs to no hub and has taken in a bundle of everything that the north has."""
    country, north, _ = desks
    sign_in(north, "admin")
    (folder := tmp_path / "third").mkdir()
    with opened(template, folder, country.clock) as found:
        sign_in(found, "admin")
        found.do(bundles.take, list(north.ask(bundles.records, everything=True)))
        yield found


def test_a_redacted_record_of_another_center_is_no_row_here(
    desks: tuple[Country, Office, Office], third: Office
) -> None:
    wire = Wire(
        b"o" * 16, 1, b"u" * 16, 1, "2026", "li", "South", "inquiry", b"g" * 16, 1, None, b"h" * 32, b"h" * 32
    )  # fmt: skip
    with third.store.write("") as tx:
        sync_apply.take(tx, [wire], mixed=True)
        assert tx.one("SELECT 1 FROM inquiry WHERE id=?", b"g" * 16) is None
        rebuild(tx)
        assert tx.one("SELECT 1 FROM inquiry WHERE id=?", b"g" * 16) is None


def test_no_record_of_another_center_hides_a_row_of_ours(desks: tuple[Country, Office, Office]) -> None:
    _, north, _ = desks
    [(own,)] = north.store.rows.all("SELECT id FROM inquiry /* whole: one */")
    seals = b"h" * 32, b"h" * 32
    wires = [
        Wire(b"o" * 16, seq, uid * 16, 1, "2026", "li", scope, "inquiry", row, 1, '{"f":{"area":"x"}}', *seals)
        for seq, uid, scope, row in ((1, b"1", "South", own), (2, b"2", "South", _NEW), (3, b"3", "center", _NEW))
    ]
    with north.store.write("") as tx:
        for wire in wires:
            sync_apply.take(tx, [wire], mixed=True)
        for _ in range(2):  # as it came, and made anew
            assert {row[0] for row in tx.all("SELECT id FROM inquiry /* whole: two */")} == {own, _NEW}
            rebuild(tx)
