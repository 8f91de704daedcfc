"""Who is awaited after a restore stands there, and is declared gone only once somebody said that it calls nobody."""

# pyright: reportPrivateUsage=false

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.models.succession import AwaitedSeat, Seat
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
    assert [card.choice.itemText(place) for place in range(card.choice.count())] == [
        "Seat 2 · n2 · never heard of",
        "Seat 3 · n3 · never heard of",
    ]
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


def test_a_station_says_when_it_was_heard_of_last(card: AwaitedCard) -> None:
    card._show([AwaitedSeat("0123456789abcdef0123456789fedcba", "Seat 2", datetime(2026, 3, 2, 12, tzinfo=UTC))])
    assert card.choice.itemText(0) == "Seat 2 · fedcba · last heard of 2026-03-02 12:00"
    assert card.choice.itemData(0) == "0123456789abcdef0123456789fedcba"


def test_a_choice_and_what_was_said_of_it_outlive_a_new_look(card: AwaitedCard) -> None:
    card.choice.setCurrentIndex(1)
    card.sure.click()
    card.refresh()
    assert (card.choice.currentData(), card.sure.isChecked(), card.button.isEnabled()) == ("n3", True, True)
    card._show([AwaitedSeat("n2", "Seat 2", None)])
    assert (card.choice.currentData(), card.sure.isChecked()) == ("n2", False)
