"""What is typed into a drill is kept for its question and its person alone, until the answer is sent."""

from app.models.drill_items import DrillKind
from app.services import drill_drafts, drills
from app.services.drills import Given
from app.services.office import Office
from tests.desk import sign_in
from tests.services.drilled import OPEN, publish


def test_an_unsent_answer_is_there_again_until_it_is_sent(office: Office) -> None:
    publish(office, OPEN)
    card = office.do(drills.start).value.cards[0]
    item = office.ask(drills.ask, card, frozenset({DrillKind.SAY})).item
    count = "SELECT count(*) FROM journal /* whole: a comparison */"
    before = office.store.rows.one(count)
    office.do(drill_drafts.keep, item.id, "We open at")
    assert office.store.rows.one(count) == before
    assert office.ask(drill_drafts.kept, item.id) == "We open at"
    assert office.ask(drill_drafts.kept, b"another") == ""
    sign_in(office, "li")
    assert office.ask(drill_drafts.kept, item.id) == ""
    sign_in(office, "wang")
    office.do(drills.answer, Given("open", card.point, item.id, "en", 4000, text="We open at 8"))
    assert office.ask(drill_drafts.kept, item.id) == ""
