"""The queue says for each call why it comes, who it is, and when it fell due."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from app.services import callbacks
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.callbacks.queue_model import QueueTable
from tests.desk import NOON
from tests.services.calling import campaign, promised


def test_a_row_says_why_who_and_when(office: Office, qapp, qtmodeltester: ModelTester) -> None:
    languages.of_app().use("en")
    (only,) = campaign(office, 1)
    promised(office)
    model = QueueTable()
    model.show_calls(office.ask(callbacks.queue), NOON, NOON.tzinfo)
    qtmodeltester.check(model)
    texts = [model.index(row, 1).data(Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())]
    assert texts == ["138 **** 0001", "Patient 0"]
    assert model.place_of(only) == 1
    assert model.place_of(b"?") is None
