import pytest
from PySide6.QtWidgets import QWidget

from app.models.contacts import Finalized, Outcome
from app.services import contacts
from app.services.dispatch_notes import NotDispatched
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.last_note import LastNote
from app.ui.parts.paper_window import PaperWindow
from tests.desk import NOON, draft, sign_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def last(office: Office, qtbot) -> LastNote:
    languages.of_app().use("en")
    sign_in(office, "wang")
    owner = QWidget()
    qtbot.addWidget(owner)
    return LastNote(Jobs(office, executor=InlineExecutor()), owner)


def _take(office: Office, outcome: Outcome) -> Finalized:
    opened = office.do(contacts.start, draft(unit="H01", due_at=NOON)).value
    return office.do(contacts.finalize, opened, outcome).value


def test_the_note_of_what_was_saved_last_is_one_key_away(office: Office, last: LastNote) -> None:
    last.show()
    assert last.parent().findChild(PaperWindow) is None
    _take(office, Outcome.DISPATCH)
    finalized = _take(office, Outcome.DISPATCH)
    last.follow(finalized)
    last.show()
    assert last.parent().findChild(PaperWindow).windowTitle() == f"Dispatch note {finalized.number}"


def test_what_was_answered_on_the_line_has_no_note_and_says_so(office: Office, last: LastNote, qtbot) -> None:
    last.follow(_take(office, Outcome.ANSWERED))
    with qtbot.waitSignal(last.refused) as refused:
        last.show()
    assert isinstance(refused.args[0], NotDispatched)
