"""The pane says what to do while it is empty, and keeps its filters through a change of language."""

from app.models.findings import FindingState
from app.services.office import Office
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.findings.pane import FindingsPane
from tests.services.finding import institution, opened, taken


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


def test_the_list_is_narrowed_by_state_and_owner(office: Office, jobs: Jobs, qtbot) -> None:
    taken(office, opened(office), FindingState.PLANNED)
    opened(office, "Cold food")
    pane = FindingsPane(jobs)
    qtbot.addWidget(pane)
    pane.show()
    assert pane.model.rowCount() == 2
    pane.owner.setCurrentIndex(pane.owner.findData("Sun"))
    pane.owner.activated.emit(pane.owner.currentIndex())
    assert [pane.model.row(at).finding.owner for at in range(pane.model.rowCount())] == ["Sun"]
    pane.state.setCurrentIndex(pane.state.findData("opened"))
    pane.state.activated.emit(pane.state.currentIndex())
    assert pane.model.rowCount() == 0
