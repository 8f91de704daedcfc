"""What a center redacts goes from the hub's journal too: of that center, with the chain whole and figures published."""

import json
from collections.abc import Iterator

import pytest

from app.models.ids import new_id
from app.outside import hub_project
from tests.outside.test_hub_project import Place
from tests.servers import Server

_WORDS = {"summary": "王五 的事", "state": "closed"}


@pytest.fixture(scope="module", params=[0, 4], ids=["whole", "partitioned"])
def place(server: Server, request: pytest.FixtureRequest) -> Iterator[Place]:
    """A hub with one table, and one in partitions."""
    made = Place(server, request.param)
    yield made
    made.hub.close()


def _redaction(record: bytes, uid: bytes) -> tuple[str, bytes, dict[str, object], dict[str, list[str]]]:
    left = json.dumps({"f": {"summary": None, "state": "closed"}})
    said = {"kind": "inquiries", "entity": "inquiry", "record": record.hex(), "skeletons": {uid.hex(): left}}
    return "redaction", new_id(1), {**said, "at": "2026-03-02T08:00:00+00:00"}, {}


def _payloads(place: Place, uid: bytes) -> list[object]:
    sql = "SELECT payload IS NOT NULL FROM hub.journal WHERE uid = %s::uuid ORDER BY received_at"
    return [row[0] for row in place.ask(sql, uid.hex())]


def _published(place: Place, row: bytes) -> tuple[object, ...]:
    return place.ask("SELECT summary, state FROM pub.inquiry WHERE id = %s::uuid", row.hex())[0]


def test_a_redacted_payload_goes_from_the_hub_and_what_tells_of_nobody_stays_published(place: Place) -> None:
    place.join("north")
    row = new_id(1)
    (uid,) = place.push(("inquiry", row, dict(_WORDS), {}))
    hub_project.project(place.place)
    assert _published(place, row) == ("王五 的事", "closed")
    place.push(_redaction(row, uid))
    assert hub_project.project(place.place).redacted == 1
    assert (_payloads(place, uid), _published(place, row)) == ([False], (None, "closed"))
    place.push(("caller", new_id(1), {"name": "next"}, {}))
    assert place.end is not None
    assert place.hub.verify([place.end]) == []
    assert hub_project.project(place.place, rebuild=True).redacted == 0
    assert _published(place, row) == (None, "closed")


def test_a_payload_that_somebody_sends_again_is_taken_out_again(place: Place) -> None:
    place.join("north")
    row = new_id(1)
    (uid,) = place.push(("inquiry", row, dict(_WORDS), {}))
    place.push(_redaction(row, uid))
    hub_project.project(place.place)
    place.join("north")
    place.push(("inquiry", row, dict(_WORDS), {}), uids=[uid])
    assert hub_project.project(place.place).redacted == 1
    assert _payloads(place, uid) == [False, False]


def test_no_center_redacts_what_another_one_wrote(place: Place) -> None:
    place.join("north")
    row = new_id(1)
    (uid,) = place.push(("inquiry", row, dict(_WORDS), {}))
    place.join("south")
    place.push(_redaction(row, uid))
    assert hub_project.project(place.place).redacted == 0
    assert (_payloads(place, uid), _published(place, row)[0]) == ([True], "王五 的事")


def test_what_was_sent_to_another_center_is_that_centers_to_redact(place: Place) -> None:
    place.join("south")
    place.join("north")
    row = new_id(1)
    (uid,) = place.push(("inquiry", row, dict(_WORDS), {}), scope="south")
    place.push(_redaction(row, uid))
    assert hub_project.project(place.place).redacted == 0
    place.join("south")
    place.push(_redaction(row, uid))
    assert hub_project.project(place.place).redacted == 1
    assert (_payloads(place, uid), _published(place, row)) == ([False], (None, "closed"))
    assert place.ask("SELECT center FROM pub.inquiry WHERE id = %s::uuid", row.hex()) == [("south",)]


def test_a_redaction_that_cannot_be_read_keeps_no_other_waiting(place: Place) -> None:
    place.join("north")
    row = new_id(1)
    (uid,) = place.push(("inquiry", row, dict(_WORDS), {}))
    bad = {"skeletons": {"nobody": "{}"}}, {"skeletons": {uid.hex(): "{"}}, {"skeletons": [1]}, {}
    place.push(*(("redaction", new_id(1), dict(said), {}) for said in bad), _redaction(row, uid))
    assert hub_project.project(place.place).redacted == 1
    assert _payloads(place, uid) == [False]


def test_who_is_taken_out_of_the_register_of_callers_is_known_at_the_hub_no_more(place: Place) -> None:
    place.join("north")
    caller, phone = new_id(1), new_id(1)
    uids = place.push(
        ("caller", caller, {"name": "王五", "area": "north"}, {}),
        ("caller_phone", phone, {"caller": caller.hex(), "number": "+8653188881357"}, {}),
    )
    hub_project.project(place.place)
    left = {"caller": {"name": None, "area": "north"}, "caller_phone": {"caller": caller.hex(), "number": None}}
    for (entity, values), record, uid in zip(left.items(), (caller, phone), uids, strict=True):
        said = {"kind": "callers", "entity": entity, "record": record.hex(), "at": "2026-03-02T08:00:00+00:00"}
        place.push(("redaction", new_id(1), {**said, "skeletons": {uid.hex(): json.dumps({"f": values})}}, {}))
    assert hub_project.project(place.place).redacted == 2
    assert place.ask("SELECT name, area FROM pub.caller WHERE id = %s::uuid", caller.hex()) == [(None, "north")]
    assert place.ask("SELECT number FROM pub.caller_phone WHERE id = %s::uuid", phone.hex()) == [(None,)]
    assert [_payloads(place, uid) for uid in uids] == [[False], [False]]
