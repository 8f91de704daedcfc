"""Candidates come from the index, from what waits for it, and from a caller's own inquiries."""

import pytest

from app.models.inquiries import State
from app.store import duplicates, fresh
from app.store.duplicates import Sought
from app.store.projections import first_position
from app.store.store import Store
from tests.desk import KEY, NOON
from tests.fakes import FakeClock

_SINCE = first_position("2026-02-01T00:00:00+00:00")


@pytest.fixture
def store(tmp_path, clock: FakeClock) -> Store:
    made = Store.create(tmp_path / "w.db", KEY, clock.now, install_id="s")
    yield made
    made.close()


def _add(store: Store, summary: str, **values: str) -> bytes:
    told = {"opened_at": NOON.isoformat(), "summary": summary, "state": State.NEW.value, **values}
    with store.write("", now=NOON) as tx:
        return tx.add("inquiry", told)


def _found(store: Store, text: str, *, callers: tuple[bytes, ...] = (), **near: str) -> list[str]:
    tokens = tuple(duplicates.tokens_of(text))
    with store.reading() as rows:
        found = duplicates.find(rows, Sought(tokens, callers, near, _SINCE))
    return [one.id.hex() for one in found.candidates]


def test_tokens_are_stems_and_pairs_each_with_how_it_is_read() -> None:
    assert duplicates.tokens_of("Vaccines 发热了") == {"vaccin1": "vaccines", "发热": "发热", "热了": "热了"}


def test_a_text_says_a_token_in_another_form_and_a_pair_only_where_it_stands_together() -> None:
    assert duplicates.said("Vaccinated; 发烧 热", ("vaccin1", "发热", "发烧")) == {"vaccin1", "发烧"}


@pytest.mark.parametrize("indexed", [True, False])
def test_what_says_the_same_words_is_found_whether_indexed_or_still_waiting(store: Store, indexed: bool) -> None:
    same = _add(store, "Fever after the vaccine 接种后发热")
    _add(store, "Opening hours")
    if indexed:
        with store.write("", now=NOON) as tx:
            fresh.settle(tx.connection)
    assert _found(store, "vaccines and fever") == [same.hex()]
    assert _found(store, "发热") == [same.hex()]


def test_a_done_one_is_read_from_the_same_place_only(store: Store) -> None:
    done = _add(store, "Fever", area="North", state="closed", closed_at=NOON.isoformat())
    assert _found(store, "fever") == []
    assert _found(store, "fever", area="North") == [done.hex()]


def test_what_is_too_old_merged_or_deleted_is_left_out(store: Store) -> None:
    _add(store, "Fever", opened_at="2026-01-02T00:00:00+00:00")
    _add(store, "Fever", state="merged")
    _add(store, "Fever", deleted_at=NOON.isoformat())
    assert _found(store, "fever") == []


def test_a_callers_own_are_read_whatever_they_say(store: Store) -> None:
    mine = _add(store, "Opening hours", caller=(b"c" * 16).hex())
    assert _found(store, "fever", callers=(b"c" * 16,)) == [mine.hex()]


def test_a_rare_word_is_told_from_one_that_all_say(store: Store) -> None:
    for text in ("fever one", "fever two", "fever three"):
        _add(store, text)
    with store.write("", now=NOON) as tx:
        fresh.settle(tx.connection)
    with store.reading() as rows:
        weights = duplicates.find(rows, Sought(("fever1", "two1"), (), {}, _SINCE)).weights
    assert weights["two1"] > weights["fever1"]
