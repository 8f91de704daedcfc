"""Records of others make the same rows as at home, twice the same as once; one that cannot be shown stops nothing."""

from app.models.journal import Value
from app.models.sync import Wire
from app.services.office import Office
from app.store import sync
from app.store.journal import NEW_RECORD, Tx
from app.store.rebuild import digest, rebuild
from app.store.sync_apply import project_again, put_aside, take

OTHER = b"o" * 16


def _sealed(office: Office, *said: tuple[str, bytes, dict[str, Value]]) -> list[Wire]:
    """Return records as another station would send them."""
    made: list[Wire] = []
    with office.store.write("li") as tx:
        tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES('origin', ?)", (OTHER,))
        other = Tx(tx.connection, tx.writer.__class__(OTHER, "li", "center", tx.writer.now))
        for number, (entity, row, values) in enumerate(said):
            _, columns = other.chain.seal(entity, row, values, {}, number + 1)
            at = columns
            made.append(Wire(at[1], at[2], at[0], *at[3:]))  # type: ignore[arg-type, misc]
        tx.connection.execute("INSERT OR REPLACE INTO meta(k, v) VALUES('origin', ?)", (tx.writer.origin,))
    return made


def test_taking_records_twice_changes_nothing_more(office: Office) -> None:
    rows = _sealed(
        office,
        ("caller", b"c" * 16, {"name": "Li"}),
        ("caller", b"c" * 16, {"name": "Lin"}),
        ("caller_flag", b"f" * 16, {"code": "vip"}),
        ("caller_flag", b"f" * 16, {"code": "abusive"}),
        ("inquiry", b"i" * 16, {"opened_at": "2026-03-01T08:00:00+00:00", "summary": "x"}),
    )
    with office.store.write("") as tx:
        taken = take(tx, rows)
    assert (taken.new, len(taken.touched), taken.quarantined) == (5, 5, 0)
    before = digest(office.store.rows)
    with office.store.write("") as tx:
        assert take(tx, list(reversed(rows))).new == 0
        rebuild(tx)
    assert digest(office.store.rows) == before


def test_a_fact_that_two_stations_made_is_the_one_stamped_first_in_whatever_order_it_comes(office: Office) -> None:
    rows = _sealed(office, ("caller_flag", b"f" * 16, {"code": "vip"}), ("caller_flag", b"f" * 16, {"code": "abusive"}))
    for row in reversed(rows):
        with office.store.write("") as tx:
            take(tx, [row])
    assert office.store.rows.one("SELECT code FROM caller_flag WHERE id=?", b"f" * 16) == ("vip",)


def test_a_row_that_cannot_be_made_is_put_aside_and_the_others_come_in(office: Office) -> None:
    rows = _sealed(
        office,
        ("inquiry", b"j" * 16, {"opened_at": "not a time"}),
        ("caller", b"c" * 16, {"name": "Li"}),
        ("of_tomorrow", b"t" * 16, {"word": "x"}),
    )
    with office.store.write("") as tx:
        taken = take(tx, rows)
    assert (taken.new, taken.quarantined) == (3, 1)
    count, [(error, row_id, _since)] = put_aside(office.store.rows, 5)
    assert (count, error, row_id) == (1, "inquiry: ValueError", (b"j" * 16).hex())
    assert office.store.rows.one("SELECT name FROM caller WHERE id=?", b"c" * 16) == ("Li",)


def test_a_row_put_aside_comes_back_when_it_can_be_made(office: Office) -> None:
    with office.store.write("") as tx:
        row = tx.add("caller", {"name": "Li"})
        tx.connection.execute("INSERT INTO quarantine VALUES (?, 'x', '2026')", (row,))
        assert project_again(tx, "caller", row)
    assert office.store.rows.all("SELECT row_id FROM quarantine") == []


def test_what_came_from_others_is_no_part_of_the_own_chain(office: Office) -> None:
    before = sync.own_end(office.store.rows)
    rows = _sealed(office, ("caller", b"c" * 16, {"name": "Li"}))
    with office.store.write("") as tx:
        take(tx, rows)
    assert sync.own_end(office.store.rows) == before
    assert NEW_RECORD.startswith("INSERT INTO journal")
