"""A desk with enough people for a contest, some of whom have practiced, for the tests of contests."""

from datetime import date, timedelta

from app.models.accounts import Permission
from app.models.drills import Rating
from app.models.ids import derived_id
from app.services.office import Office, Work
from app.store import accounts as people_rows
from app.store import drills as rows_of
from app.store.drills import CardKey, NewReview
from tests.desk import NOON, sign_in

#: The training day of NOON is the second of March.
TODAY = date(2026, 3, 2)
#: Share of right answers of some: of this month, and of the weeks before.
RESULTS = {"wang": (0.9, 0.5), "p1": (0.8, 0.8), "p2": (0.7, 0.9), "p3": (1.0, 0.5), "p4": (0.6, 0.6)}


def gather(office: Office, more: int = 9) -> None:
    """Make so many more operators, and let a few of all practice last month and this one; seat the trainer."""
    office.do(_gather, more)
    sign_in(office, "chen")


def _gather(work: Work, more: int) -> None:
    for number in range(1, more + 1):
        name = f"p{number}"
        made = {"name": name, "display": name.upper(), "password": "x", "roles": ["operator"], "language": "en"}
        work.tx.add("person", made, derived_id("person", name))
    known = {one.name: one for one in people_rows.everyone(work.tx) if one.may(Permission.PRACTICE)}
    for name, (now, before) in RESULTS.items():
        if name in known:
            _practice(work, known[name].id, TODAY - timedelta(days=1), now)
            _practice(work, known[name].id, TODAY - timedelta(days=12), before)


def _practice(work: Work, person: bytes, day: date, score: float) -> None:
    for number in range(10):
        card = CardKey(person, "open", f"k{number}")
        review = NewReview(card, 1, b"i" * 16, "slot", NOON, day, score, Rating.GOOD, 5000)
        rows_of.write_review(work.tx, review)
