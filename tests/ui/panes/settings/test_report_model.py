from app.services.units import IMPORTED, RowReport, RowResult
from app.ui.panes.settings.report_model import ReportTable

ROWS = (
    RowReport(2, "H01", RowResult.UPDATED, ("name", "phone")),
    RowReport(3, "N01", RowResult.ADDED, ("name",)),
    RowReport(4, "", RowResult.REJECTED, reason="missing", field="code"),
    RowReport(5, "N02", RowResult.REJECTED, reason="too_long", field="name", detail="2000"),
    RowReport(6, "H01", RowResult.REJECTED, reason="twice", field="code", detail="2"),
    RowReport(7, "N03", RowResult.REJECTED, reason="invalid", field="active", detail="perhaps"),
    RowReport(8, "H02", RowResult.UNCHANGED),
)


def test_the_table_keeps_the_rules_of_qt(qapp, qtmodeltester) -> None:
    table = ReportTable()
    table.show_rows(ROWS)
    qtmodeltester.check(table)


def test_every_row_says_what_or_why_and_the_rejected_come_first(qapp) -> None:
    table = ReportTable()
    table.show_rows(ROWS)
    shown = [(table.index(row, 0).data(), table.index(row, 2).data(), table.index(row, 3).data()) for row in range(7)]
    assert shown == [
        ("4", "Rejected", "Code is missing"),
        ("5", "Rejected", "Name is longer than 2000 characters"),
        ("6", "Rejected", "The code stands in line 2 already"),
        ("7", "Rejected", "Active cannot be “perhaps”"),
        ("2", "Updated", "Name, Telephone"),
        ("3", "Added", ""),
        ("8", "Unchanged", ""),
    ]


def test_every_field_of_an_import_has_a_word(qapp) -> None:
    table = ReportTable()
    assert all(table.field(name) != name for name in IMPORTED)


def test_a_long_report_is_paged(qapp) -> None:
    table = ReportTable()
    table.show_rows([RowReport(line, f"N{line}", RowResult.ADDED) for line in range(2, 1302)])
    while table.canFetchMore():
        table.fetchMore()
    assert table.rowCount() == 1300
