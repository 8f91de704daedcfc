from PySide6.QtCore import Qt

from app.services import units
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.units_model import UnitTable


def test_the_table_keeps_the_rules_of_qt(office: Office, jobs: Jobs, directory, qtmodeltester) -> None:
    table = UnitTable()
    table.show_units(office.ask(units.list_units))
    qtmodeltester.check(table)


def test_what_is_typed_narrows_by_every_field(office: Office, jobs: Jobs, directory) -> None:
    table = UnitTable()
    table.show_units(office.ask(units.list_units))
    assert [table.index(row, 0).data() for row in range(table.rowCount())] == ["C11", "H01", "H02"]
    assert [table.index(2, column).data() for column in (9, 10)] == ["Dispatch notes", "Inactive"]
    table.narrow("disease  control")
    assert [one.code for one in table.shown()] == ["C11"]
    assert (table.place_of("C11"), table.place_of("H01")) == (0, None)


def test_the_code_of_a_unit_is_no_pass_phrase_in_chinese(office: Office, jobs: Jobs, directory) -> None:
    languages.of_app().use("zh_CN")
    head = UnitTable().headerData(0, Qt.Orientation.Horizontal)
    languages.of_app().use("en")
    assert head == "编码"
