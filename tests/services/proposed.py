"""A desk on which five people practice, and three of them fail one key point."""

from datetime import timedelta

from app.models.accounts import Role
from app.models.drills import Rating
from app.services import accounts, drills
from app.services.office import Office, Work
from app.store import drills as rows_of
from app.store.drills import CardKey, NewReview
from tests.desk import NOON, PASSWORD, sign_in
from tests.services.drilled import FLU, OPEN, publish


def fail(office: Office) -> None:
    """Publish two scripts, let five people practice them, and leave the trainer at the desk."""
    publish(office, OPEN, FLU)
    sign_in(office, "admin")
    for name in ("zhao", "sun"):
        office.do(accounts.create, name, name.title(), PASSWORD, (Role.OPERATOR,))
    people = [sign_in(office, name).id for name in ("wang", "li", "chen", "zhao", "sun")]
    sign_in(office, "chen")
    office.do(drills.start)
    office.do(_practice, people)


def _practice(work: Work, people: list[bytes]) -> None:
    for place, person in enumerate(people):
        for script in ("open", "flu"):
            rating = Rating.AGAIN if script == "open" and place < 3 else Rating.GOOD
            card = CardKey(person, script, "k1")
            new = NewReview(card, 1, b"i" * 16, "say", NOON + timedelta(minutes=place), NOON.date(), 0.5, rating, 9000)
            rows_of.write_review(work.tx, new)
