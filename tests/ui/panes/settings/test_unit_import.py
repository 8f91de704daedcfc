from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.models.file_errors import FileMissing
from app.services import units
from app.services.office import Office
from app.services.units import RowResult
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.unit_import import UnitImport
from app.ui.panes.settings.world import SettingsWorld


@pytest.fixture
def made(jobs: Jobs, directory, qtbot) -> Callable[[object], UnitImport]:
    def make(read: object) -> UnitImport:
        card = UnitImport(jobs, read)  # type: ignore[arg-type]
        qtbot.addWidget(card)
        card.resize(900, 600)
        card.begin()
        return card

    return make


@pytest.fixture
def card(made, world: SettingsWorld) -> UnitImport:
    found = made(world.read_sheet)
    found._take_file("/somewhere/units.csv")
    return found


def test_columns_are_guessed_and_the_first_rows_shown(card: UnitImport) -> None:
    assert card.column_map() == {"code": "单位编码", "name": "名称"}
    assert card._preview.index(0, 2).data() == "县第一人民医院"
    assert card._text.text() == "4 rows in the file"
    assert card.go.isEnabled()


def test_an_import_is_reported_row_by_row(office: Office, card: UnitImport, qtbot) -> None:
    with qtbot.waitSignal(card.finished) as finished:
        card.go.click()
    report = finished.args[0]
    assert [row.result for row in report.rows] == [
        RowResult.UPDATED,
        RowResult.ADDED,
        RowResult.REJECTED,
        RowResult.UNCHANGED,
    ]
    assert card._text.text() == "Added 1, updated 1, unchanged 1, rejected 1"
    assert card._rows.index(0, 3).data() == "Code is missing"
    assert len(office.ask(units.list_units)) == 4


def test_without_a_column_of_codes_nothing_is_imported(card: UnitImport) -> None:
    choice = card._choices["code"]
    choice.set_value("")
    choice.activated.emit(0)
    assert (card.go.isEnabled(), card._text.text()) == (False, "Say which column holds the code.")


def _missing(path: Path) -> object:
    raise FileMissing(path=str(path))


def test_a_file_that_cannot_be_read_is_refused_in_words(made, qtbot) -> None:
    card = made(_missing)
    with qtbot.waitSignal(card.refused) as refused:
        card._take_file("/nowhere.csv")
    assert isinstance(refused.args[0], FileMissing)
    assert not card.go.isEnabled()


def test_a_dropped_file_is_read(made, world: SettingsWorld) -> None:
    card, data = made(world.read_sheet), QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/dropped.csv")])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    card.dropEvent(QDropEvent(QPointF(5, 5), actions, data, buttons, keys))
    assert card.path.text().endswith("dropped.csv")
    assert card.go.isEnabled()


def test_without_a_file_the_line_waits(made) -> None:
    card = made(None)
    card.read()
    assert not card.go.isEnabled()
