import pytest
from PySide6.QtCore import Qt

from app.services import units
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.units_page import UnitsPage
from app.ui.panes.settings.world import SettingsWorld
from tests.desk import sign_in


@pytest.fixture
def page(jobs: Jobs, world: SettingsWorld, directory, qtbot) -> UnitsPage:
    made = UnitsPage(jobs, world)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def _unit(office: Office, code: str) -> units.Unit:
    return next(one for one in office.ask(units.list_units) if one.code == code)


def test_typing_narrows_and_down_goes_to_the_list(page: UnitsPage, qtbot) -> None:
    qtbot.keyClicks(page.search, "h0")
    assert [one.code for one in page.model.shown()] == ["H01", "H02"]
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.view.row().code == "H01"


def test_a_unit_is_corrected_and_it_can_be_taken_back(office: Office, page: UnitsPage) -> None:
    page.view.select(1)
    page.view.opened.emit(page.view.row())
    page.form.form.set_values({"phone": "120"}, clear=False)
    page.form.submit()
    assert _unit(office, "H01").phone == "120"
    assert page.view.row().code == "H01"
    page.strip.current.undo()
    assert _unit(office, "H01").phone == "0531-1"


def test_a_new_unit_is_chosen_after_it_is_saved(office: Office, page: UnitsPage) -> None:
    page.add_unit()
    page.form.form.set_values({"code": "N01", "name": "妇幼保健院"})
    page.form.submit()
    assert page.view.row().code == "N01"
    assert not page.form.asking


def test_a_unit_is_deactivated_and_activated(office: Office, page: UnitsPage) -> None:
    page.view.select(1)
    assert (page.can_retire(), page.can_revive()) == (True, False)
    page.retire_unit()
    assert not _unit(office, "H01").active
    page.revive_unit()
    assert _unit(office, "H01").active


def test_the_import_takes_the_place_of_the_list(office: Office, page: UnitsPage) -> None:
    page.open_import()
    assert (page.view.isVisible(), page.importing.isVisible()) == (False, True)
    page.importing._take_file("/somewhere/units.csv")
    page.importing.run()
    assert page.leave_form()
    assert (page.view.isVisible(), page.model.rowCount()) == (True, 4)
    assert not page.leave_form()


def test_an_operator_reads_and_changes_nothing(office: Office, page: UnitsPage) -> None:
    sign_in(office, "wang")
    page.refresh()
    assert not any(button.isVisible() for button in page._buttons)
    page.view.select(0)
    page.edit_unit()
    page.retire_unit()
    assert not page.form.asking
    assert _unit(office, "C11").active


def test_an_empty_list_says_what_to_do(page: UnitsPage) -> None:
    page.search.setText("zzz")
    assert page._empty.accessibleName().startswith("No unit fits")
    page._empty.acted.emit()
    assert page.model.rowCount() == 3
