"""An administrator makes the tables anew, sees how far it is, and may stop it."""

# pyright: reportPrivateUsage=false

import pytest
from pytestqt.qtbot import QtBot

from app.models.contacts import Outcome
from app.models.errors import NotAllowed
from app.services import contacts, inquiries
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.rebuild_card import RebuildCard
from tests.desk import draft, sign_in


@pytest.fixture
def card(jobs: Jobs, office: Office, qtbot: QtBot) -> RebuildCard:
    sign_in(office, "wang")
    office.do(contacts.finalize, office.do(contacts.start, draft()).value, Outcome.ANSWERED)
    sign_in(office, "admin")
    made = RebuildCard(jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def _summary(office: Office) -> str | None:
    sign_in(office, "wang")
    (row,) = office.ask(inquiries.list_page, inquiries.Wanted()).rows
    return row.summary


def test_tables_that_say_what_the_journal_says_are_called_the_same(card: RebuildCard) -> None:
    card._run.click()
    assert card._chip.text() == "The same"
    assert "Every table says what it said before" in card._result.text()
    assert card._bar.isHidden()
    assert card._run.isEnabled()


def test_a_table_that_had_said_something_else_is_mended_and_named(card: RebuildCard, office: Office) -> None:
    with office.store.write("") as tx:
        tx.connection.execute("UPDATE inquiry SET summary = 'changed behind the journal'")
    card._run.click()
    assert card._chip.text() == "Mended"
    assert card._result.text().endswith("something else: inquiry.")
    assert _summary(office) == draft().summary


def test_a_stop_leaves_everything_as_it_was(card: RebuildCard, office: Office, monkeypatch) -> None:
    with office.store.write("") as tx:
        tx.connection.execute("UPDATE inquiry SET summary = 'still here'")
    monkeypatch.setattr(card, "_say", card.stop)
    card.start()
    assert _summary(office) == "still here"
    assert not card.running


def test_who_may_not_is_told_so(card: RebuildCard, office: Office, qtbot: QtBot) -> None:
    sign_in(office, "wang")
    with qtbot.waitSignal(card.refused) as refused:
        card.start()
    assert isinstance(refused.args[0], NotAllowed)
