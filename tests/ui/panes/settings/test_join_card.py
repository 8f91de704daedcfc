"""The card that lets a station into a hub: file, code, Enter; a wrong code leaves what was typed."""

# pyright: reportPrivateUsage=false

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.models.errors import AppError
from app.models.file_errors import FileMissing
from app.models.key_errors import RecoveryMistyped
from app.models.sync_errors import EnrollmentBroken, EnrollmentCodeWrong
from app.services import accounts, hub_sync
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.join_card import JoinCard
from tests.desk import sign_in
from tests.windows import tabbed


@dataclass(frozen=True)
class _Told:
    center_secret: bytes
    hub_id: str = "hub"
    center: str = "north"
    station: str = "Seat 7"
    connection: dict[str, str] = field(default_factory=dict[str, str])
    recovery: bytes | None = None


class _Door:
    def __init__(self, secret: bytes) -> None:
        self.secret = secret

    def read(self, path: Path, code: str) -> _Told:
        if code != "right":
            raise EnrollmentCodeWrong(path=str(path))
        return _Told(self.secret)


@pytest.fixture
def card(jobs: Jobs, office: Office, qtbot: QtBot) -> JoinCard:
    office.outside["enrollment"] = _Door(office.outside["center_secret"])
    sign_in(office, "admin")
    made = JoinCard(jobs)
    qtbot.addWidget(made)
    made.refresh()
    return made


def test_enter_after_the_code_joins(card: JoinCard, office: Office, qtbot: QtBot) -> None:
    assert card.isVisible()
    assert not card.button.isEnabled()
    QTest.keyClicks(card.file, "seat.json")
    QTest.keyClicks(card.code, "right")
    with qtbot.waitSignal(card.joined) as said:
        QTest.keyClick(card.code, Qt.Key.Key_Return)
    assert said.args == ["Seat 7", "north"]
    assert office.ask(hub_sync.state).enrolled
    assert card.isHidden()


def test_before_joining_it_says_whose_accounts_the_center_may_not_have(card: JoinCard, office: Office) -> None:
    assert "closed then: admin, chen, li, wang. Sign in with an account of the center" in card._closing.text()
    office.do(accounts.disable, "li")
    card.refresh()
    assert "closed then: admin, chen, wang. " in card._closing.text()
    sign_in(office, "wang")
    card.refresh()
    assert (card._closing.isHidden(), card._accounts) == (True, [])


def test_a_wrong_code_is_said_and_can_be_mended(card: JoinCard, office: Office, qtbot: QtBot) -> None:
    card.file.setText("seat.json")
    card.code.setText("wrong")
    with qtbot.waitSignal(card.refused) as said:
        card.button.click()
    assert isinstance(said.args[0], EnrollmentCodeWrong)
    assert not office.ask(hub_sync.state).enrolled
    assert (card.file.text(), card.button.isEnabled()) == ("seat.json", True)
    assert card.focusWidget() is card.code


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (RecoveryMistyped(field="recovery"), "code"),
        (FileMissing(path="x"), "file"),
        (EnrollmentBroken(path="x"), "file"),
    ],
)
def test_the_keys_go_to_what_has_to_be_mended(card: JoinCard, error: AppError, field: str) -> None:
    card._fail(error)
    assert card.focusWidget() is getattr(card, field)


def test_a_chosen_file_leaves_only_the_code_to_type(card: JoinCard) -> None:
    card.choose()
    dialog = card.window().findChild(QFileDialog, "settings.join.dialog")
    assert dialog is not None
    dialog.fileSelected.emit("seat.json")
    dialog.close()
    assert card.file.text() == "seat.json"


def test_who_may_not_change_settings_is_offered_nothing(card: JoinCard, office: Office) -> None:
    sign_in(office, "wang")
    card.refresh()
    assert card.isHidden()


def test_tab_goes_as_one_reads(card: JoinCard, qtbot: QtBot) -> None:
    card.file.setText("seat.json")
    card.code.setText("code")
    names = tabbed(qtbot, card.file, 4)
    assert [one.rpartition(".")[2] for one in names] == ["file", "choose", "code", "join"]
