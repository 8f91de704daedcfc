"""Definitions stand in a table by their newest version."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from app.services import kpis
from app.services.office import Office
from app.ui.kit import languages
from app.ui.panes.reports.definition_table import DefinitionTable


def test_each_stands_in_its_line(office: Office, qapp, qtmodeltester: ModelTester) -> None:
    languages.of_app().use("en")
    made = DefinitionTable()
    made.show_defined(office.ask(kpis.defined))
    qtmodeltester.check(made)
    place = made.place_of("on_time")
    told = [made.index(place, column).data(Qt.ItemDataRole.DisplayRole) for column in range(5)]
    assert told == ["Completed on time", "Inquiries", "at least 99 %", "–", "–"]
    assert made.rowCount() == len(kpis.shipped())
    assert made.place_of("nobody") == 0
