import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.models.contacts import Outcome
from app.services import access, contacts, inquiries, settings
from app.services.dispatch_notes import NotDispatched
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.parts.paper_desk import PaperDesk
from tests.desk import NOON, draft, sign_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def work(office: Office) -> dict[Outcome, bytes]:
    """One inquiry of each outcome, by its outcome."""
    sign_in(office, "wang")
    found: dict[Outcome, bytes] = {}
    for outcome in (Outcome.DISPATCH, Outcome.ANSWERED):
        opened = office.do(contacts.start, draft(summary="Tonight", unit="H01", due_at=NOON)).value
        found[outcome] = office.do(contacts.finalize, opened, outcome).value.inquiry or b""
    return found


@pytest.fixture
def papers(office: Office, work, qtbot) -> PaperDesk:
    languages.of_app().use("en")
    owner = QWidget()
    qtbot.addWidget(owner)
    return PaperDesk(Jobs(office, executor=InlineExecutor()), owner)


def test_a_note_that_leaves_the_window_is_written_into_its_inquiry(office: Office, papers, work) -> None:
    papers.open_note(work[Outcome.DISPATCH])
    assert papers.note_window.windowTitle().startswith("Dispatch note ")
    papers.note_window.copy.click()
    assert QGuiApplication.clipboard().text().startswith("[")
    assert "copied" in office.ask(inquiries.detail, work[Outcome.DISPATCH]).events[-1].note


def test_a_note_with_whole_numbers_is_a_reading_as_soon_as_it_is_shown(office: Office, papers, work) -> None:
    sign_in(office, "admin")
    office.do(settings.change, notes_with_caller=True, mask_numbers=True)
    sign_in(office, "wang")
    papers.open_note(work[Outcome.DISPATCH])
    assert "138 1234 5678" in papers.note_window.page.toPlainText()
    sign_in(office, "admin")
    assert [one.did.value for one in office.ask(access.log)] == ["revealed"]


def test_what_was_never_dispatched_has_no_note_and_says_so(papers, work, qtbot) -> None:
    with qtbot.waitSignal(papers.refused) as refused:
        papers.open_note(work[Outcome.ANSWERED])
    assert isinstance(refused.args[0], NotDispatched)
    assert papers.note_window is None


def test_the_hand_over_sheet_is_shown_and_copying_it_leaves_no_note(office: Office, papers, work) -> None:
    papers.open_sheet(team=False)
    assert "Tonight" in papers.sheet_window.page.toPlainText()
    before = len(office.ask(inquiries.detail, work[Outcome.DISPATCH]).events)
    papers.sheet_window.copy.click()
    assert len(office.ask(inquiries.detail, work[Outcome.DISPATCH]).events) == before
