from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.models.errors import NotAllowed
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.unit_export import UnitExport
from app.ui.panes.settings.world import SettingsWorld
from tests.desk import sign_in

WRITTEN: dict[str, list[Sequence[object]]] = {}


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Keep what would be written."""
    WRITTEN[path.name] = [columns, *rows]
    return len(WRITTEN[path.name]) - 1


@pytest.fixture
def export(jobs: Jobs, directory, tmp_path: Path, qtbot) -> UnitExport:
    window = QWidget()
    qtbot.addWidget(window)
    return UnitExport(jobs, SettingsWorld(list, tmp_path, "", write_table=write), window)


def test_every_unit_is_written_to_the_chosen_file(export: UnitExport, qtbot) -> None:
    export.choose()
    dialog = export._window.findChild(QFileDialog)
    with qtbot.waitSignal(export.written) as written:
        dialog.fileSelected.emit("/somewhere/all.csv")
    assert written.args == [3, "/somewhere/all.csv"]
    assert [row[0] for row in WRITTEN["all.csv"]] == ["code", "C11", "H01", "H02"]


def test_who_may_not_export_is_told(office: Office, export: UnitExport, qtbot) -> None:
    sign_in(office, "wang")
    with qtbot.waitSignal(export.refused) as refused:
        export.write("/somewhere/none.csv")
    assert isinstance(refused.args[0], NotAllowed)
