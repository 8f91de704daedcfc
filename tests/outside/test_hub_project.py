"""The projector on a real server: plain tables as the stations show them, in batches, resumed, widened, redacted."""

import hashlib
import json
from collections.abc import Iterator
from itertools import count

import psycopg
import pytest

from app.models.ids import new_id
from app.models.sync import Mark, Wire, ends_of, readdressed
from app.models.sync_errors import HubEmpty, HubRightsMissing, ProjectionBusy, PublishedByNewer
from app.models.upcasts import UPCASTS, renamed
from app.outside import hub_project, hub_setup
from app.outside.hub import PostgresHub
from tests.servers import Server

_NAMES = count(1)
_HLC = 1_772_000_000_000 << 16


class Place:
    """A hub of a test's own, and one station in it."""

    def __init__(self, server: Server, partitions: int) -> None:
        self.place = server.place(f"project_{next(_NAMES)}")
        name = self.place.split("dbname=")[1].split()[0]
        with psycopg.connect(server.place(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        hub_setup.init(self.place, partitions=partitions)
        self._where = {"host": "127.0.0.1", "port": str(server.port), "dbname": name}
        self.hub, self.origin = self._login("north"), new_id(1)
        self.end: Mark | None = None

    def _login(self, center: str) -> PostgresHub:
        made = hub_setup.enroll(self.place, "pc", center)
        return PostgresHub({**self._where, "user": made.who, "password": made.password})

    def join(self, center: str) -> None:
        """Go on as another station, of this center."""
        self.hub.close()
        self.hub, self.end, self.origin = self._login(center), None, new_id(1)

    def push(
        self,
        *told: tuple[str, bytes, dict[str, object], dict[str, list[str]]],
        uids: list[bytes] | None = None,
        scope: str = "center",
    ) -> list[bytes]:
        """Push records (entity, row, values, base) and return their uids (new ones, or these)."""
        rows: list[Wire] = []
        known = iter(uids or ())
        for entity, row_id, values, base in told:
            text = json.dumps({"f": values, "b": base} if base else {"f": values}, ensure_ascii=False)
            hashed = hashlib.sha256(text.encode()).digest()
            uid, hlc = next(known, new_id(1)), _HLC + next(_NAMES)
            rows.append(
                Wire(self.origin, 0, uid, hlc, "2026", "li", scope, entity, row_id, 1, text, hashed, b"")
            )  # fmt: skip
        again = readdressed(rows, self.origin, self.end)
        self.hub.push(again)
        self.end = ends_of(again)[0]
        return [row.uid for row in rows]

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Ask as the owner."""
        with psycopg.connect(self.place, autocommit=True) as connection:
            done = connection.execute(sql.encode(), values)
            return done.fetchall() if done.description else []


@pytest.fixture(scope="module", params=[0, 4], ids=["whole", "partitioned"])
def place(server: Server, request: pytest.FixtureRequest) -> Iterator[Place]:
    """A hub with one table, and one in partitions."""
    made = Place(server, request.param)
    yield made
    made.hub.close()


def _caller(place: Place, row: bytes, columns: str = "name") -> tuple[object, ...]:
    return place.ask(f"SELECT {columns} FROM pub.caller WHERE id = %s::uuid", row.hex())[0]


def test_rows_are_published_typed_and_once_whatever_the_batch(place: Place) -> None:
    rows = [new_id(1) for _ in range(7)]
    place.push(*(("caller", row, {"name": f"a\tb\\{n}\n张 \0"}, {}) for n, row in enumerate(rows)))
    place.push(("batch", rows[6], {"undone_at": "2026-03-01T08:00:00+08:00"}, {}), ("of_tomorrow", new_id(1), {}, {}))
    done = hub_project.project(place.place, batch=3)
    assert (done.records, done.aside) == (9, 0)
    assert hub_project.project(place.place).records == 0
    assert _caller(place, rows[3], "name, center") == ("a\tb\\3\n张 �", "north")
    assert place.ask("SELECT undone_at = '2026-03-01T00:00:00Z' FROM pub.batch WHERE id = %s::uuid", rows[6].hex()) == [
        (True,)
    ]


def test_a_row_that_a_later_batch_writes_again_is_made_once_and_then(place: Place) -> None:
    row = new_id(1)
    others = [("caller", new_id(1), {"name": "other"}, {}) for _ in range(4)]
    place.push(("caller", row, {"name": "first"}, {}), *others, ("caller", row, {"note": "last"}, {}))
    assert hub_project.project(place.place, batch=2) == hub_project.Projected(6, 5, 0)
    assert _caller(place, row, "name, note") == ("first", "last")


def test_other_rules_make_everything_that_was_published_again(place: Place) -> None:
    rows = [new_id(1) for _ in range(3)]
    place.push(*(("caller", row, {"name": "x"}, {}) for row in rows))
    hub_project.project(place.place)
    place.ask("UPDATE hub.projection_lease SET rules = 0")
    place.ask("UPDATE pub.caller SET name = 'as it was made before'")
    place.push(("caller", rows[0], {"note": "n"}, {}))
    assert hub_project.project(place.place).rows >= len(rows)
    assert [_caller(place, row) for row in rows] == [("x",)] * 3
    assert hub_project.project(place.place) == hub_project.Projected()


def test_rivals_are_a_conflict_and_a_decision_ends_it(place: Place) -> None:
    row = new_id(1)
    one = place.push(("caller", row, {"name": "old"}, {}))[0].hex()
    heads = place.push(*(("caller", row, {"name": name}, {"name": [one]}) for name in ("x", "y")))
    hub_project.project(place.place)
    assert _caller(place, row, "name, conflicts") == ("y", {"name": [[heads[0].hex(), "x"], [heads[1].hex(), "y"]]})
    place.push(("caller", row, {"name": "x"}, {"name": [uid.hex() for uid in heads]}))
    hub_project.project(place.place)
    assert _caller(place, row, "name, conflicts") == ("x", None)


def test_a_row_that_cannot_be_made_is_put_aside_until_it_can(place: Place) -> None:
    row = new_id(1)
    one = place.push(("batch", row, {"undone_at": "tomorrow"}, {}))[0].hex()
    assert hub_project.project(place.place).aside == 1
    assert "ValueError" in str(place.ask("SELECT reason FROM hub.projection_aside")[0][0])
    place.push(("batch", row, {"undone_at": None}, {"undone_at": [one]}))
    assert hub_project.project(place.place).aside == 0
    assert place.ask("SELECT count(*) FROM hub.projection_aside") == [(0,)]


def test_what_is_redacted_goes_from_the_published_tables_too(place: Place) -> None:
    row = new_id(1)
    place.push(("caller", row, {"name": "王五"}, {}))
    hub_project.project(place.place)
    place.ask("UPDATE hub.journal SET payload = NULL WHERE row_id = %s::uuid", row.hex())
    hub_project.project(place.place)
    assert _caller(place, row) == (None,)


def test_a_field_that_is_new_is_filled_from_records_that_were_there_before(place: Place) -> None:
    row = new_id(1)
    place.push(("caller", row, {"name": "n", "note": "kept"}, {}))
    hub_project.project(place.place)
    place.ask("ALTER TABLE pub.caller DROP COLUMN note")
    hub_project.project(place.place)
    assert _caller(place, row, "note") == ("kept",)
    place.ask("ALTER TABLE pub.caller ADD COLUMN of_tomorrow text")
    with pytest.raises(PublishedByNewer):
        hub_project.project(place.place)
    place.ask("ALTER TABLE pub.caller DROP COLUMN of_tomorrow")


def test_a_field_with_another_name_is_published_under_it_and_the_former_column_goes(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = new_id(1)
    place.push(("caller", row, {"called": "Li"}, {}))
    hub_project.project(place.place)
    place.ask("ALTER TABLE pub.caller ADD COLUMN called text")
    place.ask("UPDATE hub.projection_lease SET rules = rules - 1")
    monkeypatch.setitem(UPCASTS, "caller", {1: (renamed("called", "name"),)})
    hub_project.project(place.place)
    assert _caller(place, row) == ("Li",)
    assert not place.ask("SELECT 1 FROM information_schema.columns WHERE column_name = 'called'")
    monkeypatch.delitem(UPCASTS, "caller")
    hub_project.project(place.place, rebuild=True)


def test_one_projector_works_at_a_time_and_a_lost_lease_stops_it_before_it_writes(place: Place) -> None:
    row = new_id(1)
    place.push(("caller", row, {"name": "waits"}, {}))
    with psycopg.connect(place.place, autocommit=True) as connection:
        first = hub_project.Projector(connection)
        first._take()
        with pytest.raises(ProjectionBusy):
            hub_project.project(place.place)
        place.ask("UPDATE hub.projection_lease SET expires = '-infinity'")
        assert hub_project.project(place.place).records == 1
        with pytest.raises(ProjectionBusy):
            first._again(first._step)


@pytest.mark.parametrize("code", ["40001", "40P01", "23503"])
def test_redactions_are_followed_once_more_where_something_came_between(place: Place, code: str) -> None:
    place.ask("ALTER FUNCTION hub.drop_objects() RENAME TO drops")
    place.ask("CREATE SEQUENCE hub.tried")
    place.ask(f"""CREATE FUNCTION hub.drop_objects() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
        IF nextval('hub.tried') < 3 THEN RAISE EXCEPTION 'between' USING ERRCODE = '{code}'; END IF;
        RETURN hub.drops(); END $$""")
    try:
        hub_project.project(place.place)
        assert place.ask("SELECT last_value FROM hub.tried") == [(3,)]
    finally:
        place.ask("DROP FUNCTION hub.drop_objects()")
        place.ask("ALTER FUNCTION hub.drops() RENAME TO drop_objects")
        place.ask("DROP SEQUENCE hub.tried")


def test_a_rebuild_gives_the_same_tables(place: Place) -> None:
    place.push(("caller", new_id(1), {"name": "stays"}, {}))
    hub_project.project(place.place)
    before = place.ask("SELECT * FROM pub.caller ORDER BY id")
    hub_project.project(place.place, rebuild=True, batch=4)
    assert place.ask("SELECT * FROM pub.caller ORDER BY id") == before
    assert before


def test_a_login_that_is_no_projectors_is_told_so(server: Server) -> None:
    with psycopg.connect(server.place(), autocommit=True) as connection:
        connection.execute("CREATE ROLE no_projector LOGIN")
    with pytest.raises(HubRightsMissing):
        hub_project.project(server.place("hub", "no_projector"))


def test_a_database_without_a_hub_is_told_so(server: Server) -> None:
    with pytest.raises(HubEmpty):
        hub_project.project(server.place("postgres"))
