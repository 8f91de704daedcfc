"""An administrator asks for another key; nobody else does."""

import pytest
from pytestqt.qtbot import QtBot

from app.models.errors import NotAllowed
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.key_card import KeyCard
from tests.desk import sign_in


@pytest.fixture
def card(jobs: Jobs, qtbot: QtBot) -> KeyCard:
    made = KeyCard(jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_administrator_asks_for_another_key(card: KeyCard, office: Office, qtbot: QtBot) -> None:
    sign_in(office, "admin")
    with qtbot.waitSignal(card.change_wanted):
        card._change.click()


def test_an_operator_is_refused(card: KeyCard, office: Office, qtbot: QtBot) -> None:
    sign_in(office, "wang")
    with qtbot.waitSignal(card.refused) as told, qtbot.assertNotEmitted(card.change_wanted):
        card._change.click()
    assert isinstance(told.args[0], NotAllowed)


def test_a_demo_keeps_its_key(jobs: Jobs, qtbot: QtBot) -> None:
    made = KeyCard(jobs, offered=False)
    qtbot.addWidget(made)
    made.show()
    assert not made._change.isVisible()
