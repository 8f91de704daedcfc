"""An answer is graded against the script that counts now."""

from app.services import answer_checks
from app.services.office import Office
from tests.services.drilled import OPEN, publish


def test_an_answer_is_graded_against_its_script(office: Office) -> None:
    publish(office, OPEN)
    found = office.ask(answer_checks.proposed, "open", "opens at 8 in the morning", "en")
    assert found is not None
    assert (found.score, found.missed_critical) == (0.75, False)
    assert office.ask(answer_checks.proposed, "nowhere", "x", "en") is None
