from app.models.figures import Figure
from app.ui.panes.reports.tables import BehindTable, Group, GroupTable


def test_groups_stand_with_their_parts(qapp, qtmodeltester) -> None:
    table = GroupTable()
    table.show_groups([Group("H01", "County Hospital", Figure(3, 6)), Group("C11", "CDC", Figure(0, 0, hidden=True))])
    shown = [[table.index(row, column).data() for column in range(3)] for row in range(2)]
    assert shown == [["County Hospital", "50.0 %", "3 / 6"], ["CDC", "withheld", ""]]
    qtmodeltester.check(table)


def test_a_list_without_inquiries_is_empty(qapp, qtmodeltester) -> None:
    table = BehindTable()
    table.show_lines([])
    assert table.rowCount() == 0
    qtmodeltester.check(table)
