from pathlib import Path

from app.services.units import Table
from app.ui.panes.settings.preview_model import SHOWN, PreviewTable

ROWS = tuple((line, {"编码": f"N{line}", "名称": f"Unit {line}"}) for line in range(2, 100))


def _table() -> PreviewTable:
    made = PreviewTable()
    made.show_table(Table(Path("units.csv"), ("编码", "名称"), ROWS, {}))
    return made


def test_the_table_keeps_the_rules_of_qt(qapp, qtmodeltester) -> None:
    qtmodeltester.check(_table())


def test_rows_are_seen_through_the_chosen_columns(qapp) -> None:
    table = _table()
    assert (table.rowCount(), table.index(0, 1).data()) == (SHOWN, "")
    table.show_columns({"code": "编码", "name": "名称"})
    assert [table.index(0, column).data() for column in range(3)] == ["2", "N2", "Unit 2"]
    table.show_columns({"code": "名称"})
    assert table.index(0, 1).data() == "Unit 2"
