"""What SQLite takes out of a record is what Python makes of it, whatever stands in it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.entities import ENTITIES
from app.models.journal import Field
from app.services.office import Office
from app.store.rebuild import digest, rebuild

_TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=30)
_NUMBERS = st.integers(-(2**53), 2**53) | st.floats(-1e12, 1e12, allow_nan=False).map(lambda one: round(one, 3))
_JSON = st.recursive(
    _TEXT | _NUMBERS | st.booleans(), lambda one: st.lists(one, max_size=3) | st.dictionaries(_TEXT, one, max_size=3)
)
_BY_SQL = {
    "TEXT": _TEXT,
    "INTEGER": st.integers(-(2**53), 2**53) | st.booleans(),
    "REAL": _NUMBERS,
    "JSON": _JSON,
    "REF": st.binary(min_size=16, max_size=16).map(bytes.hex),
}


def _value(one: Field) -> st.SearchStrategy[object]:
    if one.name == "opened_at" or one.order:
        return st.sampled_from(one.order or ("2026-03-01T08:00:00+00:00", "2026-03-01T08:00:01+00:00"))
    return _BY_SQL[one.sql]


@st.composite
def _saved(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    entity = ENTITIES[draw(st.sampled_from(sorted(ENTITIES)))]
    chosen = draw(st.lists(st.sampled_from(entity.fields), unique=True, max_size=6))
    return entity.name, {one.name: draw(_value(one)) for one in chosen}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(_saved(), min_size=1, max_size=8), st.integers(0, 7))
def test_every_row_comes_back_as_it_was_saved(
    office: Office, saved: list[tuple[str, dict[str, object]]], again: int
) -> None:
    with office.store.write("li") as tx:
        rows = [(entity, tx.add(entity, values)) for entity, values in saved]  # type: ignore[arg-type]
        entity, row_id = rows[again % len(rows)]
        tx.put(entity, row_id, saved[0][1] if saved[0][0] == entity else {})  # type: ignore[arg-type]
    before = digest(office.store.rows)
    with office.store.write("li") as tx:
        rebuild(tx, index=False)
    assert digest(office.store.rows) == before


def test_inquiries_of_one_second_keep_their_order_where_some_were_changed(office: Office) -> None:
    at = {"opened_at": "2026-03-01T08:00:00+00:00"}
    with office.store.write("li") as tx:
        first, second, third = (tx.add("inquiry", {**at, "summary": name}) for name in ("a", "b", "c"))
        tx.put("inquiry", second, {"summary": "changed"})
        tx.put("inquiry", first, {"deleted_at": "2026-03-02T08:00:00+00:00"})
    before = digest(office.store.rows)
    with office.store.write("li") as tx:
        rebuild(tx)
    assert digest(office.store.rows) == before
    found = office.store.rows.all("SELECT id FROM inquiry ORDER BY position LIMIT 9")
    assert [bytes(one[0]) for one in found] == [first, second, third]
