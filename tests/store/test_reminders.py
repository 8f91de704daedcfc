"""What reminded somebody is found through its own index, the latest first."""

from datetime import timedelta

from app.models.contacts import Outcome
from app.services import inquiry_steps
from app.services.office import Office
from app.store import reminders
from tests.desk import NOON, sign_in
from tests.services.taking import take


def test_the_latest_comes_first_and_an_inquiry_counts_once(office: Office) -> None:
    wang = sign_in(office, "wang")
    found = take(office, Outcome.DISPATCH, unit="H01", due_at=NOON + timedelta(days=1))
    sign_in(office, "li")
    for step in ("remind", "urge"):
        office.do(inquiry_steps.take, found, step)
    since = (NOON - timedelta(days=1)).isoformat()
    with office.store.reading() as rows:
        told = reminders.unseen(rows, wang.id, since, 10)
        assert [inquiry for inquiry, _ in told] == [found, found]
        assert reminders.unseen(rows, wang.id, since, 1) == told[:1]
        assert reminders.count_unseen(rows, wang.id, since) == 1
        assert reminders.count_unseen(rows, wang.id, (NOON + timedelta(days=1)).isoformat()) == 0
