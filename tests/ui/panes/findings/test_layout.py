"""The pane says what to do while it is empty, and keeps its filters through a change of language."""

from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.findings.pane import FindingsPane
from tests.services.finding import institution


def test_filters_stay_through_a_change_of_language(office: Office, jobs: Jobs, qtbot) -> None:
    institution(office)
    pane = FindingsPane(jobs)
    qtbot.addWidget(pane)
    pane.show()
    pane.standing.setCurrentIndex(pane.standing.findData("late"))
    pane.place.setCurrentIndex(pane.place.findData("U01"))
    languages.of_app().use("zh_CN")
    qtbot.waitUntil(lambda: pane.standing.currentText() == "已超期")
    assert (pane.place.itemText(0), pane.sought().standing, pane.sought().institution) == ("全部机构", "late", "U01")
    assert pane.counts.text()
