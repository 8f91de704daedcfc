"""Behind a figure: its trend, its groups, its inquiries."""

from pytestqt.qtbot import QtBot

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
