"""Lines of the published tables: folded as a station folds, each value of its kind, bad rows named."""

import json

import pytest

from app.models.entities import ENTITIES
from app.models.journal import KNOWN, Record, fold
from app.models.upcasts import UPCASTS, renamed
from app.outside.hub_pub import names_of
from app.outside.hub_pub_rows import Reach, Told, made_of

_HLC = 1_772_000_000_000 << 16
_ROW = bytes(15) + b"\1"
#: Of origin "o" this batch brings what comes after its second record and up to its fifth.
_REACH = Reach({b"o": "north", b"p": "south"}, {b"o": (2, 5)})


def _told(values: dict[str, object], *, uid: int = 1, entity: str = "caller", base: dict[str, list[str]] | None = None):
    body = {"f": values, "b": base} if base else {"f": values}
    return _ROW, entity, uid.to_bytes(16, "big"), _HLC + uid, json.dumps(body), "north", b"o", uid, 1


def _cells(*told: Told) -> dict[str, str]:
    made = made_of(told, _REACH)
    assert not made.aside
    (entity,) = made.lines
    return dict(zip(names_of(entity), made.lines[entity][0].split("\t"), strict=True))


def test_texts_are_escaped_and_what_is_missing_is_null():
    cells = _cells(_told({"name": "a\\b\tc\nd\re\0 \ud800"}))
    assert cells["name"] == "a\\\\b\\tc\\nd\\re\ufffd ?"
    assert (cells["note"], cells["conflicts"], cells["id"]) == ("\\N", "\\N", "0" * 31 + "1")


def test_several_records_are_folded_as_everywhere():
    told = [
        _told({"name": "x"}, uid=2),
        _told({"name": "y", "note": "n"}, uid=3),
        _told({"name": "y", "note": "n"}, uid=3),
    ]
    cells = _cells(*told)
    records = [Record(one[2], one[3], json.loads(one[4] or "")["f"], {}) for one in told[:2]]
    folded = fold(ENTITIES["caller"], records)
    assert (cells["name"], cells["note"], cells["center"]) == (folded.values["name"], "n", "north")
    assert json.loads(cells["conflicts"]) == {"name": [[uid.hex(), value] for uid, value in folded.conflicts["name"]]}


def test_a_row_that_was_deleted_here_and_changed_there_stands_at_the_hub_too():
    made = _told({"name": "x"})
    gone = _told({"deleted_at": "2026-03-01T08:00:00+00:00"}, uid=2, base={KNOWN: [made[2].hex()]})
    edit = _told({"name": "y"}, uid=3, base={"name": [made[2].hex()]})
    assert _cells(made, gone)["deleted_at"] == "2026-03-01T08:00:00+00:00"
    cells = _cells(made, gone, edit)
    assert (cells["name"], cells["deleted_at"]) == ("y", "\\N")
    assert [value for _, value in json.loads(cells["conflicts"])["deleted_at"]] == ["2026-03-01T08:00:00+00:00", None]


@pytest.mark.parametrize(
    ("entity", "values"),
    [
        ("batch", {"undone_at": "2026-03-01T08:00:00"}),
        ("batch", {"undone_at": 5}),
        ("inquiry", {"epoch": "two"}),
        ("inquiry", {"epoch": 2**63}),
        ("inquiry", {"owner": "nobody"}),
    ],
)
def test_a_row_with_a_value_of_another_kind_is_named_and_makes_no_line(entity: str, values: dict[str, object]):
    made = made_of([_told(values, entity=entity)], _REACH)
    assert [one[1] for one in made.aside] == [entity]
    assert not any(made.lines.values())


def test_redacted_records_and_entities_of_tomorrow_make_nothing_up():
    assert _cells((*_told({})[:4], None, *_told({})[5:]))["name"] == "\\N"
    assert made_of([_told({}, entity="of_tomorrow")], _REACH).lines == {}


def test_what_was_published_is_known_and_what_a_later_batch_brings_waits():
    new, known, later = (_told({"name": "x"}, uid=uid) for uid in (3, 2, 6))
    assert made_of([new], _REACH).known == {}
    assert made_of([known, new], _REACH).known == {"caller": [_ROW.hex()]}
    assert made_of([new, later], _REACH).lines == {}
    published = (*new[:6], b"p", 99, 1)
    assert made_of([published], _REACH).known == {"caller": [_ROW.hex()]}


def test_what_is_a_centers_own_is_published_under_the_name_of_its_origins_center():
    own = _told({"name": "x"}, uid=3)
    assert _cells((*own[:5], "center", *own[6:]))["center"] == "north"


def test_one_id_in_several_centers_makes_a_row_of_each_from_its_own_records_alone():
    own, theirs = _told({"name": "x"}, uid=3), _told({"name": "y", "note": "n"}, uid=5)
    made = made_of([own, (*theirs[:5], "center", b"p", 5, 1), (*theirs[:5], "south", b"o", 4, 1)], _REACH)
    rows = [dict(zip(names_of("caller"), line.split("\t"), strict=True)) for line in made.lines["caller"]]
    assert [(one["center"], one["name"], one["note"]) for one in rows] == [("north", "x", "\\N"), ("south", "y", "n")]
    assert {one["conflicts"] for one in rows} == {"\\N"}


def test_one_id_for_rows_of_two_kinds_makes_both_however_they_come():
    told = [_told({"name": "x"}, uid=3), _told({"name": "y"}, uid=4, entity="unit"), _told({"note": "z"}, uid=5)]
    made = made_of(told, _REACH)
    assert {entity: len(lines) for entity, lines in made.lines.items()} == {"caller": 1, "unit": 1}


def test_numbers_where_texts_belong_are_told_as_they_are_written():
    assert _cells(_told({"name": 5, "note": [1, "é"]}, uid=3))["note"] == '[1,"é"]'


def test_a_former_field_is_published_as_that_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(UPCASTS, "caller", {1: (renamed("called", "name"),)})
    assert _cells(_told({"called": "a\tb"}))["name"] == "a\\tb"
    cells = _cells(_told({"called": "x"}, uid=2), _told({"called": "y"}, uid=3))
    assert (cells["name"], list(json.loads(cells["conflicts"]))) == ("y", ["name"])
    today = (*_told({"called": "z"})[:8], 2)
    assert _cells(today)["name"] == "\\N"
