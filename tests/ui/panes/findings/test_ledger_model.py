"""The ledger pages through findings and says what each is."""

from app.services.finding_ledger import Sought
from app.services.office import Office
from app.ui.panes.findings.ledger_model import LedgerTable
from tests.desk import NOON
from tests.services.finding import opened


def test_rows_say_state_finding_place_and_due(office: Office, jobs, qtmodeltester) -> None:
    opened(office)
    model = LedgerTable(jobs)
    model.show_now(NOON, NOON.tzinfo)
    model.reload()
    qtmodeltester.check(model)
    assert [model.index(0, place).data() for place in range(3)] == [
        "Opened",
        "Nobody came when called",
        "County hospital",
    ]
    assert model.index(0, 3).data()
    model.seek(Sought("ended"))
    assert model.rowCount() == 0
