"""Lists come page by page, every row once, in order, whatever the filter."""

from datetime import timedelta
from typing import Any

import pytest

from app.services.office import Office
from app.store import inquiries
from app.store.inquiries import Wanted
from tests.desk import NOON

_STATES = ("new", "dispatched", "closed")


@pytest.fixture
def filled(office: Office) -> Office:
    """Sixty inquiries: many of one second, some due, some closed, two units."""
    with office.store.write("wang") as tx:
        for at in range(60):
            state = _STATES[at % 3]
            values: dict[str, Any] = {
                "number": f"{at:04d}",
                "opened_at": (NOON + timedelta(seconds=at // 7)).isoformat(),
                "state": state,
                "unit": f"U {at % 2}",
                "summary": "疫苗 vaccine",
                "due_at": (NOON + timedelta(hours=at % 5)).isoformat() if at % 4 else None,
                "closed_at": NOON.isoformat() if state == "closed" else None,
            }
            tx.add("inquiry", values)
    return office


@pytest.mark.parametrize("order", ["opened", "oldest", "due"])
@pytest.mark.parametrize("facets", [(), (("unit", "U 1"),), (("state", "new"), ("unit", "U 0"))])
@pytest.mark.parametrize("text", ["", "vacc"])
@pytest.mark.parametrize("open_only", [False, True])
def test_pages_give_every_row_once(
    filled: Office, order: str, facets: tuple[tuple[str, str], ...], text: str, open_only: bool
) -> None:
    wanted = Wanted(text=text, facets=facets, open_only=open_only, order=order)
    seen: list[int] = []
    after = None
    while True:
        found = inquiries.page(filled.store.rows, wanted, after, 7)
        seen += [int(row.number) for row in found.rows]
        after = found.after
        if after is None:
            break
    expected = [at for at in range(60) if _fits(at, facets, open_only) and (order != "due" or at % 4)]
    assert sorted(seen) == expected
    if order != "due":
        assert seen == (expected if order == "oldest" else expected[::-1])
    else:
        assert seen == sorted(expected, key=lambda at: (at % 5, at))


def _fits(at: int, facets: tuple[tuple[str, str], ...], open_only: bool) -> bool:
    values = {"state": _STATES[at % 3], "unit": f"U {at % 2}"}
    return all(values[name] == value for name, value in facets) and not (open_only and at % 3 == 2)


def test_a_deleted_inquiry_is_in_no_list(filled: Office) -> None:
    gone = inquiries.page(filled.store.rows, Wanted(text="0005")).rows[0]
    with filled.store.write("wang") as tx:
        tx.put("inquiry", gone.id, {"deleted_at": NOON.isoformat()})
    for wanted in (Wanted(), Wanted(text="vacc"), Wanted(order="due"), Wanted(text="0005"), Wanted(open_only=True)):
        assert gone.id not in {row.id for row in inquiries.page(filled.store.rows, wanted, None, 100).rows}


def test_the_best_match_comes_first_on_demand(filled: Office) -> None:
    assert len(inquiries.page(filled.store.rows, Wanted(text="vaccine", order="best")).rows) == 50
    some = Wanted(text="vaccine", order="best", any_of=(("unit", "U 1"), ("unit", "U 7")))
    assert {row.unit for row in inquiries.page(filled.store.rows, some).rows} == {"U 1"}


def test_figures_count_open_late_and_due(filled: Office) -> None:
    now, end = (NOON + timedelta(hours=2)).isoformat(), (NOON + timedelta(hours=4)).isoformat()
    found = inquiries.open_counts(filled.store.rows, now, end)
    open_at = [at for at in range(60) if at % 3 != 2]
    late = [at for at in open_at if at % 4 and at % 5 < 2]
    due = [at for at in open_at if at % 4 and 2 <= at % 5 < 4]
    assert found == (len(open_at), len(late), len(due))


def test_an_export_gives_every_inquiry_oldest_first(filled: Office) -> None:
    assert [row[2] for row in inquiries.each(filled.store.rows)] == [f"{at:04d}" for at in range(60)]


def test_numbers_of_a_day_are_never_given_twice(office: Office) -> None:
    given: list[int] = []
    for _ in range(3):
        with office.store.write("wang") as tx:
            given += [inquiries.next_count(tx, "260302"), inquiries.next_count(tx, "260303")]
    assert given == [1, 1, 2, 2, 3, 3]
