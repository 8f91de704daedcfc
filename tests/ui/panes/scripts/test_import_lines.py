"""Counts, filters and reasons of an import."""

import pytest

from app.scripts_library.findings import error, warning
from app.services.script_imports import ImportLine, ImportReport, ImportResult
from app.services.script_previews import Preview
from app.ui.kit import languages
from app.ui.panes.scripts.import_lines import ImportLines

REPORT = ImportReport(
    (
        ImportLine("a.csv", 2, "new", ImportResult.ADDED),
        ImportLine("a.csv", 3, "", ImportResult.REJECTED, (error("row-without-title", "title"),)),
    ),
    (warning("column-unknown", "colour", column="colour"),),
)


@pytest.fixture
def lines(qapp, qtbot) -> ImportLines:
    languages.of_app().use("en")
    made = ImportLines()
    qtbot.addWidget(made)
    made.resize(1000, 400)
    made.show()
    return made


def tabs(lines: ImportLines) -> list[str]:
    return [lines.results.tabText(place) for place in range(lines.results.count()) if lines.results.isTabVisible(place)]


def test_results_are_counted_and_those_without_a_line_left_out(lines: ImportLines) -> None:
    lines.show_report(REPORT, Preview(REPORT, {}), publish=False)
    assert tabs(lines) == ["All 2", "New 1", "Refused 1"]
    lines.results.setCurrentIndex(5)
    assert lines.rows.rowCount() == 1


def test_the_whole_reason_of_the_marked_line_is_shown(lines: ImportLines) -> None:
    lines.show_report(REPORT, Preview(REPORT, {}), publish=False)
    assert lines._why.isHidden()
    lines.table.select(0)
    assert lines._why.text().startswith("The row has neither a title nor a question.")
    lines.table.select(1)
    assert lines._why.isHidden()


def test_columns_that_nobody_knows_are_told(lines: ImportLines) -> None:
    lines.show_report(REPORT, Preview(REPORT, {}), publish=False)
    assert "colour" in lines._notes.text()


def test_before_anything_is_chosen_it_says_what_to_do(lines: ImportLines, qtbot) -> None:
    lines.clear()
    assert lines.results.isHidden()
    with qtbot.waitSignal(lines.files_wanted):
        lines._empty.acted.emit()


def test_a_narrow_table_keeps_result_script_and_reason(lines: ImportLines, qtbot) -> None:
    lines.show_report(REPORT, Preview(REPORT, {}), publish=False)
    hidden = [column.name for place, column in enumerate(lines.rows.columns) if lines.table.isColumnHidden(place)]
    assert hidden == []
    lines.resize(640, 400)
    hidden = [column.name for place, column in enumerate(lines.rows.columns) if lines.table.isColumnHidden(place)]
    assert hidden == ["key", "source", "line"]


def test_words_follow_the_language_of_the_window(lines: ImportLines, qtbot) -> None:
    lines.show_report(REPORT, Preview(REPORT, {}), publish=False)
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: tabs(lines) == ["全部 2", "新增 1", "拒收 1"])
    assert "colour" in lines._notes.text()
    assert "列" in lines._notes.text()
    languages.of_app().use("en")
