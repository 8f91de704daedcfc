"""Every inquiry that stands is given once, however many pages they fill."""

from datetime import timedelta

import pytest

from app.services.office import Office, Work
from app.store import exports
from app.store.bulk import Bulk
from app.store.inquiries import Wanted
from tests.desk import NOON


def open_many(work: Work, count: int) -> None:
    with Bulk(work.tx) as bulk:
        for number in range(count):
            at = (NOON - timedelta(minutes=number)).isoformat()
            deleted = NOON.isoformat() if number % 10 == 9 else None
            values = {"number": str(number), "opened_at": at, "state": "new", "summary": "x", "deleted_at": deleted}
            bulk.add("inquiry", values)


@pytest.mark.parametrize("order", ["opened", "oldest"])
def test_every_inquiry_that_stands_is_given_once(office: Office, order: str) -> None:
    office.do(open_many, 1203)
    with office.store.reading() as rows:
        found = [int(one.number) for one in exports.each(rows, Wanted(order=order))]
    wanted = [number for number in range(1203) if number % 10 != 9]
    assert found == (wanted if order == "opened" else wanted[::-1])


def test_an_export_of_nothing_is_empty(office: Office) -> None:
    with office.store.reading() as rows:
        assert list(exports.each(rows, Wanted("nothing"))) == []
