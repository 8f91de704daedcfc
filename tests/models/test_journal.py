"""The fold: one answer from a set of records, whatever the order, the repetition, or the way they arrived."""

import random

from hypothesis import given
from hypothesis import strategies as st

from app.models.callers import CALLER
from app.models.inquiries import INQUIRY
from app.models.journal import Record, Sealed, Value, chain_hash, fold

_FIELDS: dict[str, list[Value]] = {
    "state": ["new", "dispatched", "closed", "redo", "in_progress"],
    "urgency": ["low", "normal", "high", "critical"],
    "summary": ["a", "b", "c"],
    "details": ["x", "y"],
    "number": ["1", "2"],
    "epoch": [0, 1, 2],
}


@st.composite
def histories(draw: st.DrawFn) -> list[Record]:
    """Records of one row as stations would write them: each sees some of the earlier ones, clocks disagree."""
    records: list[Record] = []
    for at in range(draw(st.integers(1, 8))):
        seen = [one for one in records if draw(st.booleans())]
        names = draw(st.lists(st.sampled_from(sorted(_FIELDS)), min_size=1, max_size=3, unique=True))
        values = {name: draw(st.sampled_from(_FIELDS[name])) for name in names}
        base = {name: fold(INQUIRY, seen).heads.get(name, ()) for name in names} if seen else {}
        hlc = max([draw(st.integers(0, 50)), *(one.hlc + 1 for one in seen)])
        records.append(Record(at.to_bytes(16, "big"), hlc, values, base))
    return records


@given(histories(), st.randoms())
def test_order_and_repetition_do_not_matter(records: list[Record], chance: random.Random) -> None:
    shuffled = [*records, *chance.choices(records, k=3)]
    chance.shuffle(shuffled)
    assert fold(INQUIRY, shuffled) == fold(INQUIRY, records)


@given(histories())
def test_a_causal_successor_always_wins(records: list[Record]) -> None:
    before = fold(INQUIRY, records)
    last = max(one.hlc for one in records) + 1
    for name in ("state", "summary"):
        if name not in before.heads:
            continue
        said = Record(b"\xff" * 16, last, {name: "new"}, {name: before.heads[name]})
        after = fold(INQUIRY, [*records, said])
        assert after.values[name] == "new"
        assert name not in after.conflicts


@given(histories())
def test_no_concurrent_value_disappears_unseen(records: list[Record]) -> None:
    found = fold(INQUIRY, records)
    for name, heads in found.conflicts.items():
        assert len({str(value) for _, value in heads}) > 1
        if name != "number":
            assert {uid for uid, _ in heads} == set(found.heads[name])


def _record(uid: int, hlc: int, base: dict[str, tuple[bytes, ...]] | None = None, **values: Value) -> Record:
    return Record(bytes([uid]) * 16, hlc, values, base or {})


def test_different_fields_of_one_row_do_not_conflict() -> None:
    first = _record(1, 1, name="Li", area="North")
    left = _record(2, 5, {"name": (first.uid,)}, name="Li Na")
    right = _record(3, 6, {"area": (first.uid,)}, area="South")
    found = fold(CALLER, [first, left, right])
    assert (found.values["name"], found.values["area"], found.conflicts) == ("Li Na", "South", {})


def test_of_two_concurrent_states_the_one_to_look_at_wins_and_both_are_shown() -> None:
    first = _record(1, 1, state="dispatched")
    closed = _record(2, 9, {"state": (first.uid,)}, state="closed")
    returned = _record(3, 5, {"state": (first.uid,)}, state="returned")
    found = fold(INQUIRY, [first, closed, returned])
    assert found.values["state"] == "returned"
    assert len(found.conflicts["state"]) == 2


def test_the_graver_urgency_wins_until_the_inquiry_is_opened_again() -> None:
    grave = _record(1, 1, urgency="critical", epoch=0)
    later = _record(2, 2, {"urgency": (grave.uid,)}, urgency="low")
    assert fold(INQUIRY, [grave, later]).values["urgency"] == "critical"
    again = _record(3, 3, {"urgency": (later.uid,)}, urgency="normal", epoch=1)
    assert fold(INQUIRY, [grave, later, again]).values["urgency"] == "normal"


def test_a_number_given_once_stands_and_another_one_is_a_conflict() -> None:
    found = fold(INQUIRY, [_record(1, 1, number="A"), _record(2, 2, number="B")])
    assert found.values["number"] == "A"
    assert [value for _, value in found.conflicts["number"]] == ["A", "B"]


def test_every_part_of_a_record_is_in_the_chain() -> None:
    one = Sealed(b"o" * 16, 1, b"u" * 16, 7, "t", "a", "s", "e", b"r" * 16, 1, b"h" * 32)
    other = [
        one._replace(origin=b"x" * 16), one._replace(seq=2), one._replace(uid=b"x" * 16), one._replace(hlc=8),
        one._replace(at="x"), one._replace(actor="x"), one._replace(scope="x"), one._replace(entity="x"),
        one._replace(row_id=b"x" * 16), one._replace(sv=2), one._replace(payload_hash=b"x" * 32),
    ]  # fmt: skip
    assert len({chain_hash(b"", each) for each in [one, *other]} | {chain_hash(b"p", one)}) == 13
