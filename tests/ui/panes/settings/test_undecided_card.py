"""An administrator is told what waits for too long, without what it says."""

# pyright: reportPrivateUsage=false

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.undecided_card import UndecidedCard
from tests.desk import sign_in
from tests.fakes import FakeClock
from tests.services.test_conflicts import clash


@pytest.fixture
def card(jobs: Jobs, office: Office, clock: FakeClock, qtbot: QtBot) -> UndecidedCard:
    for place in range(10):
        with office.store.write("wang") as tx:
            row = tx.add("caller", {"name": f"Li {place}"})
        clash(office, "caller", row, {"name": "Lee"})
    made = UndecidedCard(jobs)
    qtbot.addWidget(made)
    clock.advance(timedelta(hours=50))
    return made


def test_the_administrator_sees_what_and_since_when_and_no_name(card: UndecidedCard, office: Office) -> None:
    sign_in(office, "admin")
    card.refresh()
    lines = card._lines.text().splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("Caller · Name, since 2026-03-02 12:00", "and 2 more", 9)
    assert not card.isHidden()


def test_others_see_no_card(card: UndecidedCard, office: Office) -> None:
    sign_in(office, "li")
    card.refresh()
    assert card.isHidden()
