"""Which row of the ledger is chosen after it was read anew."""

from app.services import findings
from app.services.finding_ledger import Sought
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.panes.findings.ledger_model import LedgerTable
from app.ui.panes.findings.row_choice import RowChoice
from tests.services.finding import S, opened, taken


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


def test_once_a_finding_is_in_the_list_no_more_the_one_behind_it_is_chosen(office: Office, jobs: Jobs, qtbot) -> None:
    made = [opened(office, f"Number {number}") for number in range(4)]
    model = LedgerTable(jobs)
    view = TableView(model, name="ledger")
    qtbot.addWidget(view)
    choice = RowChoice(view, model, view)
    model.reload()
    for over, behind in ((1, 2), (3, 2)):
        choice.want(made[over])
        model.reload()
        choice.stay(made[over])
        office.do(findings.step, made[over], S.UNFOUNDED, {"note": "Another house"})
        model.reload()
        assert view.row().finding.id == made[behind]
    choice.stay(made[2])
    model.seek(Sought("all", state="unfounded"))
    assert view.currentIndex().row() == 0


def test_a_finding_that_moves_behind_the_first_page_stays_the_chosen_one(office: Office, jobs: Jobs, qtbot) -> None:
    made = [opened(office, f"Number {number}") for number in range(120)]
    model = LedgerTable(jobs)
    view = TableView(model, name="ledger")
    qtbot.addWidget(view)
    choice = RowChoice(view, model, view)
    choice.want(made[3])
    model.reload()
    choice.stay(made[3])
    taken(office, made[3], S.DONE)
    model.reload()
    assert view.row().finding.id == made[3]
    assert view.currentIndex().row() >= 100


def test_an_empty_list_shows_nothing(office: Office, jobs: Jobs, qtbot) -> None:
    opened(office)
    model = LedgerTable(jobs)
    view = TableView(model, name="ledger")
    qtbot.addWidget(view)
    choice = RowChoice(view, model, view)
    with qtbot.waitSignal(choice.emptied):
        model.seek(Sought(institution="U09"))
