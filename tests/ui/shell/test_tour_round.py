from app.ui.shell.tour_round import known_number
from tests.desk import draft


def test_the_number_of_somebody_who_called_is_known(office, jobs):
    from app.models.contacts import Outcome
    from app.services import contacts
    from tests.desk import sign_in

    sign_in(office, "wang")
    assert office.ask(known_number) == ""
    started = office.do(contacts.start, draft()).value
    office.do(contacts.finalize, started, Outcome.ANSWERED)
    assert office.ask(known_number) == "+8613812345678"
