"""What the pane asks in one go is in the language of the window, and knows who may do what."""

from app.services.office import Office
from app.ui.panes.findings import asking
from tests.desk import sign_in
from tests.services.finding import S, opened


def test_the_ledger_offers_institutions_in_a_language(office: Office) -> None:
    one = opened(office)
    found = office.ask(asking.ledger, "en")
    assert (found.open, found.late, found.works) == (1, 0, True)
    assert ("U01", "County hospital") in found.institutions
    assert S.SENT in office.ask(asking.shown, one, "en").steps
    sign_in(office, "wang")
    assert not office.ask(asking.ledger, "zh_CN").works
    assert office.ask(asking.shown, one, "en").steps == ()
