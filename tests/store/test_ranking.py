"""The best match comes first: said more often, in the summary, together; of equal ones the newest."""

from datetime import timedelta

import pytest

from app.services.office import Office
from app.store import ranking, search
from app.store.inquiries import Wanted, page
from tests.desk import NOON

_SAID = (
    ("Vaccination", "The clinic is closed"),
    ("Clinic hours", "When is it open"),
    ("Clinic", "The clinic opens at eight, another clinic at nine"),
    ("问疫苗", "九价疫苗哪里有"),
    ("问疫苗", "九点来过，价格不明"),
    ("Clinic hours", "When is it open"),
)


@pytest.fixture
def filled(office: Office) -> Office:
    """An office with what is said above, a minute apart."""
    with office.store.write("wang") as tx:
        for at, (summary, details) in enumerate(_SAID):
            opened = (NOON + timedelta(minutes=at)).isoformat()
            said = {"number": str(at), "opened_at": opened, "state": "new", "summary": summary, "details": details}
            tx.add("inquiry", said)
    return office


def _best(office: Office, text: str) -> list[int]:
    return [int(row.number) for row in page(office.store.rows, Wanted(text=text, order="best")).rows]


@pytest.mark.parametrize("settled", [False, True])
def test_what_says_it_more_often_and_in_the_summary_comes_first(filled: Office, settled: bool) -> None:
    if settled:
        filled.store.settle()
    assert _best(filled, "clinic") == [2, 5, 1, 0]


def test_only_the_newest_are_read_and_ranked(filled: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "CANDIDATES", 2)
    assert _best(filled, "clinic") == [2, 5]


def test_characters_that_stand_together_weigh_more() -> None:
    together = ranking.Texts(1, "", "问疫苗", "九价疫苗哪里有")
    apart = ranking.Texts(2, "", "问疫苗", "九价的，九价。价疫，疫苗")
    typed = search.runs("九价疫苗")
    assert ranking.score(typed, together) > ranking.score(typed, apart)


def test_texts_come_in_the_order_that_was_asked_for(filled: Office) -> None:
    positions = [row.position for row in page(filled.store.rows, Wanted()).rows]
    found = ranking.texts_of(filled.store.rows, [*positions, 1])
    assert [one.position for one in found] == positions
