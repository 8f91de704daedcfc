"""Versions of scripts, the states that events give them, flags and uses, as rows."""

from datetime import timedelta

from app.scripts_library.script import State
from app.services.office import Office
from app.store import scripts
from app.store.journal import Tx
from app.store.scripts import NewVersion
from tests.desk import NOON

BY = b"p" * 16


def new(key: str, number: int, *events: tuple[str, str], **values: object) -> NewVersion:
    fields: dict[str, object] = {
        "title_zh": None,
        "title_en": key,
        "topic": "",
        "content": f"{key} {number}",
        "content_hash": str(number),
        "effective_from": None,
        "effective_to": None,
        "urgent": False,
        "source": "a.csv",
    }
    return NewVersion(key, number, **{**fields, **values}, events=events)  # type: ignore[arg-type]


def write(office: Office, *versions: NewVersion, at: timedelta = timedelta()) -> None:
    with office.store.write("chen", now=NOON + at) as tx:
        scripts.write_versions(tx, versions, by=BY)


def test_a_version_has_the_state_of_its_last_event(office: Office) -> None:
    write(office, new("a", 1, ("review", ""), ("approved", "{}")), new("b", 1))
    states = {row.key: row.state for row in scripts.all_versions(office.store.rows)}
    assert states == {"a": State.APPROVED, "b": State.DRAFT}


def test_a_state_of_the_past_is_known(office: Office) -> None:
    write(office, new("a", 1, ("approved", "")))
    (row,) = scripts.versions_of(office.store.rows, "a")
    with office.store.write("chen", now=NOON + timedelta(hours=2)) as tx:
        scripts.write_state(tx, row, State.WITHDRAWN, by=BY, note="wrong")
    times = [NOON - timedelta(1), NOON, NOON + timedelta(hours=1), NOON + timedelta(hours=2), None]
    states = [scripts.versions_of(office.store.rows, "a", at)[0].state for at in times]
    assert states == [State.DRAFT, State.APPROVED, State.APPROVED, State.WITHDRAWN, State.WITHDRAWN]


def test_versions_come_in_order_with_their_columns(office: Office) -> None:
    write(office, new("a", 1))
    write(office, new("a", 2, effective_from=NOON.isoformat()), new("b", 1))
    rows = scripts.all_versions(office.store.rows)
    assert [(row.key, row.number) for row in rows] == [("a", 1), ("a", 2), ("b", 1)]
    assert rows[1].effective_from == NOON
    assert (rows[1].at, rows[1].source, rows[1].script) == (NOON, "a.csv", scripts.script_id("a"))
    assert scripts.content_of(office.store.rows, rows[1].id) == "a 2"


def test_an_unknown_script_has_no_versions_and_an_empty_content(office: Office) -> None:
    assert scripts.versions_of(office.store.rows, "z") == []
    assert scripts.content_of(office.store.rows, b"x" * 16) == "{}"


def test_the_life_of_a_script_is_told_newest_first(office: Office) -> None:
    person = office.by
    assert person is not None
    with office.store.write("wang", now=NOON) as tx:
        scripts.write_versions(tx, [new("a", 1, ("review", ""), ("approved", '{"x":1}'))], by=person.id)
    told = [(one.number, one.state, one.by, one.note) for one in scripts.events_of(office.store.rows, "a")]
    assert told == [(1, "approved", "Wang", '{"x":1}'), (1, "review", "Wang", "")]


def test_a_flag_is_open_until_a_later_one_ends_it(office: Office) -> None:
    write(office, new("a", 1))
    (row,) = scripts.versions_of(office.store.rows, "a")
    with office.store.write("wang", now=NOON) as tx:
        flag = scripts.write_flag(tx, row, by=BY, note="wrong age", key_point="k1")
    (found,) = scripts.open_flags(office.store.rows, "a")
    assert (found.id, found.key_point, found.note, found.number) == (flag, "k1", "wrong age", 1)
    with office.store.write("wang", now=NOON) as tx:
        tx.add("script_flag", {"script": row.script.hex(), "ends": flag.hex(), "at": NOON.isoformat()})
    assert scripts.open_flags(office.store.rows, "a") == []


def _give(tx: Tx, key: str, days_ago: int) -> None:
    tx.add("contact_script", {"contact": BY.hex(), "script": key, "at": (NOON - timedelta(days_ago)).isoformat()})


def test_uses_of_the_last_year_are_counted_by_their_age(office: Office) -> None:
    with office.store.write("wang", now=NOON) as tx:
        _give(tx, "a", 1)
        _give(tx, "a", 90)
        _give(tx, "a", 400)
    assert dict(scripts.ages_of_uses(office.store.rows, ["a", "b"], NOON)) == {"a": [90.0, 1.0]}


def test_a_deleted_script_is_left_out(office: Office) -> None:
    write(office, new("a", 1))
    with office.store.write("chen", now=NOON) as tx:
        tx.put("script", scripts.script_id("a"), {"deleted_at": NOON.isoformat()})
    assert scripts.all_versions(office.store.rows) == []
    assert scripts.versions_of(office.store.rows, "a") == []
