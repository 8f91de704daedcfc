"""Behind a figure: its trend, its groups, its inquiries."""

from pytestqt.qtbot import QtBot

from app.models.figures import FigureMark
from app.models.kpis import Question, RowSet
from app.ui.panes.reports.behind_page import left_out
from app.ui.panes.reports.pane import ReportsPane


def test_the_inquiries_that_missed_it_come_first(pane: ReportsPane, qtbot: QtBot) -> None:
    behind = pane.figures.behind
    behind.show_page("rows")
    assert [line.text for line in behind.row_model.lines] == ["Three"]
    behind._which.setCurrentIndex(1)
    assert len(behind.row_model.lines) == 3
    behind.rows.select(0)
    with qtbot.waitSignal(pane.inquiry_wanted):
        pane.commands.run("reports.open")


def test_a_group_opens_its_inquiries(pane: ReportsPane) -> None:
    behind = pane.figures.behind
    behind._by.setCurrentIndex(behind._by.findData("category"))
    behind.show_page("groups")
    (group,) = behind.group_model.lines
    assert (group.key, group.figure.hidden) == ("consult", True)
    behind.groups.opened.emit(group)
    assert behind.row_model.rowCount() == 1


def test_it_says_how_the_figure_is_computed(pane: ReportsPane) -> None:
    assert "÷" in pane.figures.behind._formula.text()
    pane.figures.choose("same_day")
    assert pane.figures.behind._title.text() == "Consultation within the day"


def test_what_is_left_out_is_called_so_once_and_other_marks_by_their_name() -> None:
    assert left_out(RowSet(Question.DIRECT, FigureMark.LEFT_OUT), 7, "zh_CN") == "当场解答 7"
    assert left_out(RowSet(Question.DIRECT, FigureMark.WAITING), 1, "zh_CN") == "当场解答：待定 1"
