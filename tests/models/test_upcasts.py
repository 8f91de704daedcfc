"""Fields that got another name or were parted are read as those of today, and what they replaced stays replaced."""

import pytest

from app.models import upcasts
from app.models.entities import ENTITIES
from app.models.journal import Record, Value, fold
from app.models.upcasts import UPCASTS, Parted, former_since, names_ever, record, renamed, upcast

_FIRST, _SECOND = b"1" * 16, b"2" * 16


def _two(value: Value) -> tuple[Value, ...]:
    name, _, area = str(value).partition(", ")
    return name, area or None


@pytest.fixture(autouse=True)
def steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A caller's "called" became "known_as" after sv 1, and that was parted into name and area after sv 2."""
    parted = Parted("known_as", ("name", "area"), _two)
    monkeypatch.setitem(UPCASTS, "caller", {2: (parted,), 1: (renamed("called", "known_as"),)})


def _record(uid: bytes, sv: int, fields: dict[str, Value], **seen: list[str]) -> Record:
    return record(uid, uid[0], upcast("caller", sv, {"f": fields, "b": seen} if seen else {"f": fields}))


def test_a_former_record_says_the_fields_of_today_step_by_step():
    for sv, former in ((1, "called"), (2, "known_as")):
        assert _record(_FIRST, sv, {former: "Li, North", "note": "n"}).values == {
            "name": "Li", "area": "North", "note": "n",
        }  # fmt: skip
    assert _record(_FIRST, 3, {"known_as": "x"}).values == {"known_as": "x"}


def test_what_was_emptied_or_redacted_is_empty_in_each_field():
    assert _record(_FIRST, 1, {"called": None}).values == {"name": None, "area": None}


def test_a_former_record_replaces_what_its_writer_saw_and_is_replaced_by_records_of_today():
    first = _record(_FIRST, 1, {"called": "Li, North"})
    former = _record(_SECOND, 1, {"called": "Lin, South"}, called=[_FIRST.hex()])
    today = _record(_SECOND, 3, {"name": "Lin"}, name=[_FIRST.hex()])
    found = fold(ENTITIES["caller"], [first, former])
    assert (found.values, found.conflicts) == ({"name": "Lin", "area": "South"}, {})
    found = fold(ENTITIES["caller"], [first, today])
    assert (found.values, found.conflicts) == ({"name": "Lin", "area": "North"}, {})


def test_two_that_do_not_know_each_other_are_a_conflict_whatever_they_called_the_field():
    found = fold(ENTITIES["caller"], [_record(_FIRST, 1, {"called": "Li"}), _record(_SECOND, 3, {"name": "Lee"})])
    assert [value for _, value in found.conflicts["name"]] == ["Li", "Lee"]


def test_what_tells_of_people_does_so_under_each_name_that_it_had():
    assert names_ever("caller", ("name", "note")) == ("name", "note", "known_as", "called")
    assert names_ever("inquiry", ("summary",)) == ("summary",)


def test_what_has_changed_since_a_program_is_known_by_its_sv():
    assert [former_since(sv) for sv in (1, 2, 3)] == [{"caller": 2}, {"caller": 2}, {}]
    assert upcasts.upcast("inquiry", 1, {"f": {"called": 1}}) == {"f": {"called": 1}}
