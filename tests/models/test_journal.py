"""The fold: one answer from a set of records, whatever the order, the repetition, or the way they arrived."""

import random
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.models.callers import CALLER
from app.models.inquiries import INQUIRY
from app.models.journal import KNOWN, Folded, Record, Sealed, Value, chain_hash, fold, known_to

_FIELDS: dict[str, list[Value]] = {
    "state": ["new", "dispatched", "closed", "redo", "in_progress"],
    "urgency": ["low", "normal", "high", "critical"],
    "summary": ["a", "b", "c"],
    "details": ["x", "y"],
    "number": ["1", "2"],
    "epoch": [0, 1, 2],
    "deleted_at": ["2026", "2027", None],
}


@st.composite
def histories(draw: st.DrawFn) -> list[Record]:
    """Records of one row as stations would write them: each sees some of the earlier ones, clocks disagree."""
    records: list[Record] = []
    for at in range(draw(st.integers(1, 8))):
        seen = [one for one in records if draw(st.booleans())]
        names = draw(st.lists(st.sampled_from(sorted(_FIELDS)), min_size=1, max_size=3, unique=True))
        values = {name: draw(st.sampled_from(_FIELDS[name])) for name in names}
        before = fold(INQUIRY, seen)
        base = {name: before.heads.get(name, ()) for name in names} if seen else {}
        if known := known_to(INQUIRY, before, names):
            base[KNOWN] = known
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
        if name not in ("number", "deleted_at"):
            assert {uid for uid, _ in heads} == set(found.heads[name])


@given(histories())
def test_only_who_knew_every_record_deletes_for_good(records: list[Record]) -> None:
    before = fold(INQUIRY, records)
    base = {"deleted_at": before.heads.get("deleted_at", ()), KNOWN: known_to(INQUIRY, before, ["deleted_at"])}
    gone = Record(b"\xff" * 16, 99, {"deleted_at": "2028"}, base)
    after = fold(INQUIRY, [*records, gone])
    assert (after.values["deleted_at"], "deleted_at" in after.conflicts) == ("2028", False)
    blind = fold(INQUIRY, [*records, gone._replace(base={KNOWN: ()})])
    assert "deleted_at" in before.values or (blind.values["deleted_at"], len(blind.conflicts["deleted_at"]) > 1) == (
        None,
        True,
    )


@given(histories())
def test_a_row_in_doubt_stands_and_shows_both_sides(records: list[Record]) -> None:
    found = fold(INQUIRY, records)
    sides = {value is None for _, value in found.conflicts.get("deleted_at", [])}
    assert not sides or (found.values["deleted_at"] is None and sides == {True, False})


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


_MADE = _record(1, 1, name="Li", area="North")
_GONE = _record(2, 5, {KNOWN: (_MADE.uid,)}, deleted_at="2026")
_EDIT = _record(3, 4, {"area": (_MADE.uid,)}, area="South")


def _said(*records: Record) -> tuple[Value, list[Value]]:
    """Return whether the row is deleted, and what stands against each other; every order says the same."""
    found: list[Folded] = [fold(CALLER, order) for order in permutations(records)]
    assert all(one == found[0] for one in found)
    return found[0].values["deleted_at"], [value for _, value in found[0].conflicts.get("deleted_at", [])]


def test_who_deletes_what_they_have_seen_deletes_it() -> None:
    assert _said(_MADE, _GONE) == ("2026", [])
    seen = _record(2, 5, {KNOWN: (_MADE.uid, _EDIT.uid)}, deleted_at="2026")
    assert _said(_MADE, _EDIT, seen) == ("2026", [])


def test_what_was_written_unseen_brings_a_deleted_row_back_until_somebody_decides() -> None:
    assert _said(_MADE, _GONE, _EDIT) == (None, [None, "2026"])
    later = _record(4, 9, {"area": (_EDIT.uid,), KNOWN: (_GONE.uid,)}, area="East")
    assert _said(_MADE, _GONE, _EDIT, later) == (None, [None, "2026"])
    known = {"deleted_at": (_GONE.uid,), KNOWN: (_MADE.uid, _GONE.uid, _EDIT.uid)}
    assert _said(_MADE, _GONE, _EDIT, _record(4, 9, known, deleted_at="2026")) == ("2026", [])
    assert _said(_MADE, _GONE, _EDIT, _record(4, 9, known, deleted_at=None)) == (None, [])


def test_what_is_written_in_a_row_known_to_be_deleted_leaves_it_deleted() -> None:
    assert _said(_MADE, _GONE, _record(4, 9, {KNOWN: (_GONE.uid,)}, note="x")) == ("2026", [])


def test_two_who_delete_agree_and_one_who_takes_it_back_does_not() -> None:
    again = _record(4, 6, {KNOWN: (_MADE.uid,)}, deleted_at="2027")
    assert _said(_MADE, _GONE, again) == ("2027", [])
    back = _record(5, 7, {"deleted_at": (_GONE.uid,), KNOWN: (_MADE.uid, _GONE.uid)}, deleted_at=None)
    assert _said(_MADE, _GONE, again, back) == (None, ["2027", None])


def test_a_deletion_of_an_older_program_counts_as_knowing_everything() -> None:
    assert _said(_MADE, _EDIT, _record(2, 5, deleted_at="2026")) == ("2026", [])


def test_every_part_of_a_record_is_in_the_chain() -> None:
    one = Sealed(b"o" * 16, 1, b"u" * 16, 7, "t", "a", "s", "e", b"r" * 16, 1, b"h" * 32)
    other = [
        one._replace(origin=b"x" * 16), one._replace(seq=2), one._replace(uid=b"x" * 16), one._replace(hlc=8),
        one._replace(at="x"), one._replace(actor="x"), one._replace(scope="x"), one._replace(entity="x"),
        one._replace(row_id=b"x" * 16), one._replace(sv=2), one._replace(payload_hash=b"x" * 32),
    ]  # fmt: skip
    assert len({chain_hash(b"", each) for each in [one, *other]} | {chain_hash(b"p", one)}) == 13
