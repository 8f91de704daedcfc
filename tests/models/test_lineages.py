"""What is said of a row without the fold is what the fold says; where it would not be, nothing is said."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.models.entities import ENTITIES
from app.models.journal import KNOWN, Record, Value, fold
from app.models.lineages import latest
from app.models.upcasts import record

_NAMES = ("state", "summary", "urgency", "unit", "number", "details", "deleted_at", "of_tomorrow")
_VALUES = st.sampled_from(("new", "closed", "a", None))
#: Of each field: whether it is set, and whether the record knew its last head, another record, or none.
_SAVES = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(_NAMES), st.tuples(_VALUES, st.sampled_from("hhhhon"))),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def _bodies(saves: list[tuple[dict[str, tuple[Value, str]], bool]]) -> list[dict[str, Any]]:
    heads: dict[str, str] = {}
    bodies: list[dict[str, Any]] = []
    for place, (fields, knows_row) in enumerate(saves):
        seen = {name: [heads[name]] for name, (_, knew) in fields.items() if knew == "h" and name in heads}
        seen |= {name: [_uid(0).hex()] for name, (_, knew) in fields.items() if knew == "o" and place}
        if knows_row and place:
            seen[KNOWN] = [_uid(0).hex()]
        bodies.append({"f": {name: value for name, (value, _) in fields.items()}, **({"b": seen} if seen else {})})
        heads |= dict.fromkeys(fields, _uid(place).hex())
    return bodies


def _uid(place: int) -> bytes:
    return bytes([place]) * 16


def _folded(entity: str, bodies: list[dict[str, Any]]) -> tuple[dict[str, Value], bool]:
    records: list[Record] = [record(_uid(place), place, body) for place, body in enumerate(bodies)]
    found = fold(ENTITIES[entity], records)
    return found.values, bool(found.conflicts)


@given(st.sampled_from(("inquiry", "caller", "campaign_case", "attempt")), _SAVES)
def test_whatever_is_said_is_what_the_fold_says(entity: str, saves: list[Any]) -> None:
    told = latest(entity, [(_uid(place).hex(), body) for place, body in enumerate(_bodies(saves))])
    if told is not None:
        assert (told, False) == _folded(entity, _bodies(saves))


def test_writers_that_knew_what_they_replaced_need_no_fold():
    saves = [({"state": ("new", "n"), "summary": ("s", "n")}, False), ({"state": ("closed", "h")}, False)]
    said = [(_uid(place).hex(), body) for place, body in enumerate(_bodies(saves))]
    assert latest("inquiry", said) == {"state": "closed", "summary": "s"}


def test_what_was_not_known_what_was_deleted_and_facts_are_for_the_fold():
    first = {"f": {"state": "new", "urgency": "normal"}}
    unseen, gravest = {"f": {"state": "closed"}}, {"f": {"urgency": "high"}, "b": {"urgency": [_uid(0).hex()]}}
    gone = {"f": {"deleted_at": "2026"}, "b": {KNOWN: [_uid(0).hex()]}}
    beyond = {"f": {"state": "closed"}, "b": {"state": [_uid(0).hex()], "urgency": [_uid(0).hex()]}}
    for second in (unseen, gravest, gone, beyond):
        assert latest("inquiry", [(_uid(0).hex(), dict(first)), (_uid(1).hex(), second)]) is None
    assert latest("attempt", [(_uid(0).hex(), {"f": {"slot": "am"}})]) is None
