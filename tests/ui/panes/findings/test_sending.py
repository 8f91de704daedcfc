"""Many findings are sent by one key, and one undo takes all of them back."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.models.findings import FindingState
from app.services import finding_ledger, findings
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.findings.pane import FindingsPane
from tests.desk import sign_in
from tests.services.finding import S, institution, opened, taken


@pytest.fixture
def pane(jobs: Jobs, office: Office, qtbot) -> FindingsPane:
    institution(office)
    sign_in(office, "li")
    made = FindingsPane(jobs)
    qtbot.addWidget(made)
    made.resize(1120, 640)
    made.show()
    return made


def states(office: Office) -> list[FindingState]:
    return [one.finding.state for one in office.ask(finding_ledger.page, finding_ledger.Sought()).lines]


def send_all(pane: FindingsPane) -> None:
    pane.reload()
    pane.view.selectAll()
    pane.commands.action("findings.send").trigger()


def test_all_that_is_chosen_is_sent_at_once_and_one_undo_takes_all_of_it_back(
    office: Office, pane: FindingsPane
) -> None:
    for place in range(3):
        opened(office, f"Call {place}")
    send_all(pane)
    assert states(office) == [S.SENT] * 3
    assert pane.strip.current is not None
    assert pane.strip.current.text == "3 findings sent"
    undo = pane.strip.findChild(QPushButton, "messages.undo")
    assert undo is not None
    undo.click()
    assert states(office) == [S.OPENED] * 3
    assert pane.strip.current is not None
    assert pane.strip.current.text == "Sending of 3 findings taken back"


def test_what_cannot_be_sent_is_named_and_nothing_is_sent(office: Office, pane: FindingsPane) -> None:
    opened(office, "Call")
    taken(office, opened(office, "Wait"), S.CAUSE_FOUND)
    send_all(pane)
    assert sorted(states(office)) == [S.CAUSE_FOUND, S.OPENED]
    assert pane.strip.current is not None
    assert pane.strip.current.text.startswith("Sent already, or over: F")


def test_what_somebody_went_on_with_is_not_taken_back(office: Office, pane: FindingsPane) -> None:
    first = opened(office, "Call")
    opened(office, "Wait")
    send_all(pane)
    assert pane.strip.current is not None
    undo = pane.strip.current.undo
    assert undo is not None
    office.do(findings.step, first, S.CAUSE_FOUND, {"note": "One nurse for forty beds"})
    undo()
    assert sorted(states(office)) == [S.CAUSE_FOUND, S.SENT]
    assert "Nothing was taken back" in pane.strip.current.text
