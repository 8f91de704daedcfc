"""The pane says what to do while it is empty, and keeps its filters through a change of language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.models.findings import FindingState
from app.services.office import Office
from app.ui.kit import languages, theme
from app.ui.kit.cards import EmptyState
from app.ui.kit.forms import Form
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
    languages.of_app().use("en")
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
    assert told(pane) == ["No finding fits the filters", "Widen the filters above to see more."]


def told(pane: FindingsPane) -> list[str]:
    texts = [one.text() for one in pane.findChild(EmptyState, "findings.empty").findChildren(QLabel)]
    return [text for text in texts if text]


def test_an_empty_ledger_says_where_findings_come_from(office: Office, jobs: Jobs, qtbot) -> None:
    languages.of_app().use("en")
    pane = FindingsPane(jobs)
    qtbot.addWidget(pane)
    pane.show()
    assert told(pane)[0] == "No finding here"
    assert "Ctrl+N writes one" in told(pane)[1]


@pytest.fixture
def large() -> Iterator[None]:
    """Texts in their largest size."""
    theme.of_app().apply(text_size="large")
    yield
    theme.of_app().apply(text_size="normal")


def test_a_new_finding_has_room_for_its_fields_in_the_largest_text(office: Office, jobs: Jobs, large, qtbot) -> None:
    languages.of_app().use("en")
    opened(office, "The machines are out of order " * 12)
    pane = FindingsPane(jobs)
    qtbot.addWidget(pane)
    pane.resize(1160, 590)
    pane.show()
    assert pane.card.isVisible()
    pane.ask_new()
    form = pane.box.findChild(Form)
    qtbot.waitUntil(lambda: form.height() >= form.minimumSizeHint().height(), timeout=2000)
    assert not pane.card.isVisible()
    pane.leave()
    assert pane.card.isVisible()


def test_nothing_over_and_under_a_narrow_list_is_cut(office: Office, jobs: Jobs, qtbot) -> None:
    languages.of_app().use("en")
    institution(office)
    pane = FindingsPane(jobs)
    qtbot.addWidget(pane)
    pane.resize(1180, 640)
    pane.show()
    side = pane.view.parentWidget()
    side.resize(430, 600)
    side.layout().setGeometry(side.rect())
    buttons = [one for one in side.findChildren(QPushButton) if one.isVisible()]
    assert len(buttons) == 4
    for one in (*buttons, pane.counts, pane.standing, pane.state, pane.place, pane.owner):
        assert one.width() >= one.sizeHint().width(), one.objectName()
        assert one.geometry().right() <= side.width(), one.objectName()
    assert buttons[-1].y() > buttons[0].y()
