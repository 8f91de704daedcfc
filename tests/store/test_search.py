"""Words find inquiries in both languages, from the first letter or character, newest first."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.office import Office
from app.store import search
from app.store.inquiries import Wanted, page
from tests.desk import NOON

_TEXTS = (
    "Asks where to book the second HPV vaccination",
    "想问九价疫苗去哪里预约",
    "Complaint: waited three hours at the clinic",
    "投诉候诊三个小时 Ｃｌｉｎｉｃ",
    "Password of the portal does not work",
)


@pytest.fixture
def filled(office: Office) -> Office:
    """An office with five inquiries, a minute apart."""
    with office.store.write("wang") as tx:
        for at, text in enumerate(_TEXTS):
            opened = (NOON + timedelta(minutes=at)).isoformat()
            tx.add("inquiry", {"number": f"260302-AA-{at:04d}", "opened_at": opened, "state": "new", "summary": text})
    return office


def _found(office: Office, text: str, **wanted: object) -> list[int]:
    rows = page(office.store.rows, Wanted(text=text, **wanted)).rows  # type: ignore[arg-type]
    return [int(row.number[-4:]) for row in rows]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("v", [0]),
        ("vac", [0]),
        ("vacci", [0]),
        ("vaccinations ", [0]),
        ("second hpv", [0]),
        ("疫", [1]),
        ("九价", [1]),
        ("九价疫苗", [1]),
        ("小时", [3]),
        ("clin", [3, 2]),
        ("CLINIC", [3, 2]),
        ("0004", [4]),
        ("260302-AA-0001", [1]),
        ("nothing like this", []),
        ("价九", []),
        ('"quote AND (NOT', []),
    ],
)
def test_what_is_typed_finds_what_was_written(filled: Office, text: str, found: list[int]) -> None:
    assert _found(filled, text) == found


def test_nothing_typed_lists_everything_newest_first(filled: Office) -> None:
    assert _found(filled, "  ") == [4, 3, 2, 1, 0]
    assert _found(filled, "", order="oldest") == [0, 1, 2, 3, 4]


def test_only_signs_find_nothing(filled: Office) -> None:
    assert _found(filled, "?!…") == []


def test_changed_words_are_found_and_former_ones_no_longer(filled: Office) -> None:
    row = page(filled.store.rows, Wanted(text="portal")).rows[0]
    with filled.store.write("wang") as tx:
        tx.put("inquiry", row.id, {"summary": "账号被锁定"})
    assert _found(filled, "portal") == []
    assert _found(filled, "锁定") == [4]


@given(st.text(max_size=60))
def test_any_text_makes_clean_tokens_and_a_query_that_runs(text: str) -> None:
    found, words = search.tokens({"summary": text})
    assert all(token and not set(token) & set("\"' ()") for token in found)
    assert all(len(word) > 3 for word in words)


def test_a_rolled_back_word_is_remembered_when_it_comes_again(filled: Office) -> None:
    for failing in (True, False):
        try:
            with filled.store.write("wang") as tx:
                values = {"number": "1", "opened_at": NOON.isoformat(), "state": "new", "summary": "zanamivir"}
                tx.add("inquiry", values)
                if failing:
                    raise KeyError
        except KeyError:
            continue
    assert len(page(filled.store.rows, Wanted(text="zanam")).rows) == 1


@pytest.fixture
def many_words(office: Office) -> Office:
    """Sixty inquiries, half of them with a word of its own that begins with ``conta``, half with one in ``conx``."""
    with office.store.write("wang") as tx:
        for at in range(60):
            word = "cont" + ("a" if at % 2 else "x") + "".join(chr(97 + int(digit)) for digit in f"{at:02d}")
            opened = (NOON + timedelta(minutes=at)).isoformat()
            tx.add("inquiry", {"number": f"260302-AA-{at:04d}", "opened_at": opened, "state": "new", "summary": word})
    return office


@pytest.mark.parametrize("settled", [False, True])
def test_a_beginning_of_many_words_finds_them_all(many_words: Office, settled: bool) -> None:
    if settled:
        many_words.store.settle()
    wanted, seen, after = Wanted(text="conta"), list[int](), None
    while True:
        found = page(many_words.store.rows, wanted, after, 7)
        seen += [int(row.number[-4:]) for row in found.rows]
        after = found.after
        if after is None:
            break
    assert seen == [at for at in range(59, -1, -1) if at % 2]
    assert sorted(_found(many_words, "conta", order="oldest")) == sorted(seen)


def test_a_beginning_of_many_words_is_looked_up_in_the_order_of_due_times(many_words: Office) -> None:
    row = page(many_words.store.rows, Wanted(text="conta")).rows[0]
    with many_words.store.write("wang") as tx:
        tx.put("inquiry", row.id, {"due_at": NOON.isoformat()})
    many_words.store.settle()
    assert [one.id for one in page(many_words.store.rows, Wanted(text="cont", order="due")).rows] == [row.id]
