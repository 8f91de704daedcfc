"""The lines of an import as a table."""

import pytest

from app.models.file_errors import FileNotText
from app.scripts_library.findings import error
from app.services.script_imports import ImportLine, ImportReport, ImportResult
from app.services.script_previews import Preview
from app.ui.kit import languages
from app.ui.kit.table_view import TableView
from app.ui.panes.scripts.import_table import ImportTable, reason_of, result_of

BROKEN = error("row-without-title", "title")
LINES = (
    ImportLine("a.csv", 2, "same", ImportResult.UNCHANGED),
    ImportLine("a.csv", 3, "new", ImportResult.ADDED, published=True),
    ImportLine("a.csv", 4, "", ImportResult.REJECTED, (BROKEN,)),
    ImportLine("b.md", None, "held", ImportResult.ADDED, (error("times-reversed", "effective_to"),)),
    ImportLine("c.png", None, "", ImportResult.REJECTED, error=FileNotText(path="c.png")),
)
REPORT = ImportReport(LINES)
PREVIEW = Preview(REPORT, {"new": ("新的", "New one"), "same": ("一样", "")})


@pytest.fixture
def table(qapp) -> ImportTable:
    languages.of_app().use("en")
    made = ImportTable()
    made.show_report(REPORT, PREVIEW, publish=True)
    return made


def shown(table: ImportTable, column: int) -> list[str]:
    return [table.cells(row)[column].text for row in range(table.rowCount())]


def test_what_needs_somebody_stands_on_top(table: ImportTable) -> None:
    assert shown(table, 0) == ["Refused", "Refused", "Stays a draft", "New", "The same"]
    assert shown(table, 4) == ["4", "", "", "3", "2"]


def test_titles_come_from_the_preview_in_the_language_of_the_window(table: ImportTable) -> None:
    assert shown(table, 1) == ["", "", "held", "New one", "一样"]


def test_every_refused_line_says_why(table: ImportTable) -> None:
    reasons = shown(table, 5)
    assert reasons[0].startswith("The row has neither a title nor a question.")
    assert "c.png" in reasons[1]
    assert reasons[2]
    assert reasons[3:] == ["", ""]


def test_one_kind_of_result_is_shown_alone(table: ImportTable) -> None:
    assert table.counts == {"": 5, "added": 1, "updated": 0, "unchanged": 1, "draft": 1, "rejected": 2}
    table.only("rejected")
    assert table.rowCount() == 2
    table.clear()
    assert (table.rowCount(), table.counts[""]) == (0, 0)


def test_as_drafts_nothing_is_held_back() -> None:
    assert result_of(LINES[3], publish=False) == "added"
    assert result_of(LINES[3], publish=True) == "draft"
    assert reason_of(LINES[0], "en") == ""


def test_long_reports_are_fetched_page_by_page(qapp) -> None:
    lines = tuple(ImportLine("a.csv", number, f"k{number}", ImportResult.ADDED) for number in range(250))
    table = ImportTable()
    table.show_report(ImportReport(lines), Preview(ImportReport(lines), {}), publish=False)
    assert table.rowCount() == 100
    table.fetchMore()
    table.fetchMore()
    assert table.rowCount() == 250
    assert len({table.row(row).line.key for row in range(250)}) == 250


def test_a_long_question_stands_whole_in_a_wide_window(table, qtbot):
    view = TableView(table, name="import")
    qtbot.addWidget(view)
    view.resize(1780, 300)
    view.show()
    asked = "Who is at risk for Acanthamoeba - Granulomatous Amebic Encephalitis?"
    assert view.columnWidth(1) > view.fontMetrics().horizontalAdvance(asked) + 16
    view.resize(1000, 300)
    assert view.columnWidth(1) == 260
