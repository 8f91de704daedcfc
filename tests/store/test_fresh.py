"""What was saved is found at once, though the index follows later."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.office import Office
from app.store import fresh
from app.store.inquiries import Wanted, page
from app.store.store import Store
from tests.desk import KEY, NOON

WORDS = ("vaccine", "vaccination", "clinic", "refund", "九价疫苗", "报告", "billing")
ASKED = ("v", "vac", "vacc", "vaccine ", "clin", "九", "九价", "疫苗", "refund bil", "report", "报")


def _open(office: Office, number: int, text: str, **values: str) -> bytes:
    at = (NOON + timedelta(minutes=number)).isoformat()
    with office.store.write("wang") as tx:
        return tx.add(
            "inquiry", {"number": f"{number:04d}", "opened_at": at, "state": "new", "summary": text, **values}
        )


def _found(store: Store, text: str, **wanted: object) -> list[str]:
    with store.reading() as rows:
        return [row.number for row in page(rows, Wanted(text=text, **wanted)).rows]  # type: ignore[arg-type]


def test_what_waits_is_found_and_the_index_is_left_alone(office: Office) -> None:
    _open(office, 1, "Asks about the vaccine")
    with office.store.reading() as rows:
        assert len(fresh.waiting(rows)) == 1
        assert rows.all("SELECT rowid FROM inquiry_words LIMIT 9") == []
    assert _found(office.store, "vacc") == ["0001"]


def test_after_settling_nothing_waits_and_the_same_is_found(office: Office) -> None:
    first = _open(office, 1, "Asks about the vaccine")
    office.store.settle()
    with office.store.write("wang") as tx:
        tx.put("inquiry", first, {"summary": "账号被锁定"})
    assert (_found(office.store, "vacc"), _found(office.store, "锁定")) == ([], ["0001"])
    office.store.settle()
    with office.store.reading() as rows:
        assert fresh.waiting(rows) == {}
    assert (_found(office.store, "vacc"), _found(office.store, "锁定")) == ([], ["0001"])


def test_the_index_follows_by_itself_when_enough_waits(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh, "FEW", 5)
    for number in range(7):
        _open(office, number, "clinic")
    with office.store.reading() as rows:
        assert len(fresh.waiting(rows)) < 5
    assert len(_found(office.store, "clinic")) == 7


def test_what_waited_when_the_program_ended_still_waits(office: Office, tmp_path: Path) -> None:
    _open(office, 1, "clinic")
    shutil.copy(office.store.path, tmp_path / "again.db")
    shutil.copy(office.store.path.with_name("onewindow.db-wal"), tmp_path / "again.db-wal")
    again = Store.open(tmp_path / "again.db", KEY, office.clock.now)
    assert again._waiting == office.store._waiting > 0
    assert _found(again, "clinic") == ["0001"]
    again.close()


def test_a_rolled_back_transaction_leaves_nothing_waiting(office: Office) -> None:
    before = office.store._waiting
    with pytest.raises(ZeroDivisionError):
        _fail(office)
    assert office.store._waiting == before
    assert _found(office.store, "clinic") == []


def _fail(office: Office) -> None:
    with office.store.write("wang") as tx:
        tx.add("inquiry", {"opened_at": NOON.isoformat(), "state": "new", "summary": "clinic"})
        raise ZeroDivisionError


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), min_size=1, max_size=8),
    st.integers(0, 8),
    st.data(),
)
def test_searching_gives_the_same_however_much_waits(
    template: Path, tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], settled: int, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("fresh") / "onewindow.db"
    shutil.copy(template, path)
    store = Store.open(path, KEY, _noon)
    office = Office(store, _Clock())
    ids = []
    for number, words in enumerate(texts):
        if number == settled:
            store.settle()
        ids.append(_open(office, number, " ".join(words)))
    changed = data.draw(st.sampled_from(ids))
    with store.write("wang") as tx:
        tx.put("inquiry", changed, {"summary": "billing", "closed_at": NOON.isoformat()})
    asked = [(text, order) for text in ASKED for order in ("opened", "oldest", "best")]
    before = [_found(store, text, order=order) for text, order in asked]
    open_before = _found(store, "", open_only=True)
    store.settle()
    assert [sorted(found) for found in before] == [sorted(_found(store, text, order=order)) for text, order in asked]
    assert [_found(store, text) for text in ASKED] == before[::3]
    assert open_before == _found(store, "", open_only=True)
    store.close()


def _noon() -> object:
    return NOON


class _Clock:
    """A clock that stands still."""

    def now(self) -> object:
        return NOON


def test_a_long_queue_goes_into_the_index_in_steps(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh, "_STEP", 2)
    first = _open(office, 0, "clinic")
    for number in range(1, 6):
        _open(office, number, "clinic")
    with office.store.write("wang") as tx:
        tx.put("inquiry", first, {"summary": "refund"})
    office.store.settle()
    with office.store.reading() as rows:
        assert fresh.waiting(rows) == {}
    assert (len(_found(office.store, "clinic")), _found(office.store, "refund")) == (5, ["0000"])


def test_units_whose_codes_differ_by_a_sign_are_two(office: Office) -> None:
    _open(office, 1, "clinic", unit="K-1")
    _open(office, 2, "clinic", unit="K1")
    office.store.settle()
    assert _found(office.store, "", facets=(("unit", "K-1"),)) == ["0001"]
    assert _found(office.store, "", facets=(("unit", "K1"),)) == ["0002"]
