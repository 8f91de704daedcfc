"""What is printed of the ledger."""

from PySide6.QtWidgets import QWidget

from app.models.errors import RecordGone
from app.services.finding_ledger import Sought
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.findings.papers import FindingPapers
from tests.services.finding import opened


def test_one_window_shows_a_sheet_and_then_the_list(office: Office, jobs: Jobs, qtbot) -> None:
    finding = opened(office)
    owner = QWidget()
    qtbot.addWidget(owner)
    papers = FindingPapers(jobs, owner)
    papers.show_sheet(finding)
    first = papers.window
    assert first is not None
    assert first.isVisible()
    papers.show_ledger(Sought())
    assert papers.window is first
    first.close()


def test_a_sheet_of_a_finding_that_is_gone_is_refused(office: Office, jobs: Jobs, qtbot) -> None:
    opened(office)
    owner = QWidget()
    qtbot.addWidget(owner)
    papers = FindingPapers(jobs, owner)
    with qtbot.waitSignal(papers.refused) as heard:
        papers.show_sheet(b"\0" * 16)
    assert isinstance(heard.args[0], RecordGone)
    assert papers.window is None
