"""An incident gets another title in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import clusters
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.work.cluster_title import ClusterTitle
from tests.ui.panes.work.incidents import Work, start


@pytest.fixture
def title(jobs: Jobs, office: Office, work: Work, qtbot: QtBot) -> ClusterTitle:
    start(office, work)
    made = ClusterTitle(jobs)
    qtbot.addWidget(made)
    card = office.ask(clusters.card, work["Late"])
    made.ask(card.cluster.id, card.cluster.title)
    return made


def _now(office: Office, work: Work) -> str:
    return office.ask(clusters.card, work["Late"]).cluster.title


def test_enter_saves_and_an_empty_title_is_none(title: ClusterTitle, office: Office, work: Work) -> None:
    title.line.setText("  ")
    assert not title.save.isEnabled()
    title.submit()
    assert _now(office, work) == "Sewage in the ward"
    title.line.setText("Burst pipe")
    QTest.keyClick(title.line, Qt.Key.Key_Return)
    assert _now(office, work) == "Burst pipe"
    assert title.isHidden()


def test_escape_leaves_the_title_as_it_is(title: ClusterTitle, office: Office, work: Work, qtbot: QtBot) -> None:
    title.line.setText("Something else")
    with qtbot.waitSignal(title.left):
        QTest.keyClick(title, Qt.Key.Key_Escape)
    assert _now(office, work) == "Sewage in the ward"
