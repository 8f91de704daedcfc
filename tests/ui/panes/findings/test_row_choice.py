"""Which row of the ledger is chosen after it was read anew."""

from app.services.finding_ledger import Sought
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.findings.ledger_model import LedgerTable
from app.ui.panes.findings.row_choice import RowChoice
from tests.services.finding import opened


def test_a_finding_that_was_just_written_is_found_behind_the_first_page(office: Office, jobs: Jobs, qtbot) -> None:
    made = [opened(office, f"Number {number}") for number in range(120)]
    model = LedgerTable(jobs)
    view = TableView(model, name="ledger")
    qtbot.addWidget(view)
    choice = RowChoice(view, model, view)
    choice.want(made[-1])
    model.reload()
    assert view.row().finding.id == made[-1]
    assert view.currentIndex().row() >= 100


def test_an_empty_list_shows_nothing(office: Office, jobs: Jobs, qtbot) -> None:
    opened(office)
    model = LedgerTable(jobs)
    view = TableView(model, name="ledger")
    qtbot.addWidget(view)
    choice = RowChoice(view, model, view)
    with qtbot.waitSignal(choice.emptied):
        model.seek(Sought(institution="U09"))
