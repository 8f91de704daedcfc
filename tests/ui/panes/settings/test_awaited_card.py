"""Who is awaited after a restore stands there, and is declared gone only once somebody said that it calls nobody."""

import pytest
from pytestqt.qtbot import QtBot

from app.models.succession import Seat
from app.services.office import Office
from app.store import succession
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.awaited_card import AwaitedCard
from tests.desk import NOON, sign_in


@pytest.fixture
def card(jobs: Jobs, office: Office, qtbot: QtBot) -> AwaitedCard:
    office.store.set_meta(hub_id="h")
    with office.store.write("") as tx:
        succession.begin(tx, NOON)
        succession.set_count(tx, 1)
        succession.confirm(tx, [Seat("n2", "Seat 2", 0), Seat("n3", "Seat 3", 0)])
    sign_in(office, "li")
    made = AwaitedCard(jobs)
    qtbot.addWidget(made)
    made.refresh()
    return made


def test_an_awaited_station_is_declared_gone_once_somebody_is_sure(
    card: AwaitedCard, office: Office, qtbot: QtBot
) -> None:
    assert [card.choice.itemText(place) for place in range(card.choice.count())] == ["Seat 2", "Seat 3"]
    card.declare()
    assert succession.gone(office.store.rows) == {}
    card.sure.click()
    card.choice.setCurrentIndex(1)
    assert not card.button.isEnabled()
    card.sure.click()
    with qtbot.waitSignal(card.declared):
        card.button.click()
    assert set(succession.gone(office.store.rows)) == {"n3"}
    card.refresh()
    assert (card.choice.count(), card.isHidden()) == (1, False)


def test_an_operator_is_shown_nothing(card: AwaitedCard, office: Office) -> None:
    sign_in(office, "wang")
    card.refresh()
    assert card.isHidden()
