"""The question where a person belongs: answered once, by keys, and taken away."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.accounts import Person, Role
from app.ui.panes.settings.person_place import LEAVE, UNIT, PersonPlace
from tests.desk import NOON


def _noon() -> datetime:
    return NOON


_WANG = Person(b"w" * 16, "wang", "Wang", (Role.OPERATOR,), unit="cdc")


@pytest.fixture
def form(qtbot: QtBot) -> PersonPlace:
    made = PersonPlace(_noon)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_persons_unit_is_offered_first_and_no_unit_can_be_chosen(form: PersonPlace, qtbot: QtBot) -> None:
    form.ask(UNIT, _WANG, {"eye": "Eye clinic", "cdc": "CDC"})
    assert (form.choice.value(), form.choice.count()) == ("cdc", 3)
    form.choice.set_value("")
    with qtbot.waitSignal(form.accepted) as told:
        QTest.keyClick(form.choice, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [UNIT, "", None]
    assert not form.last_day.isVisible()


def test_an_answer_is_given_once_until_it_is_released(form: PersonPlace) -> None:
    given: list[str] = []

    def take(mode: str, code: str, last_day: date | None) -> None:
        given.append(f"{mode}{code}{last_day or ''}")

    form.accepted.connect(take)
    form.ask(LEAVE, _WANG, {"li": "Li"})
    assert form.choice.value() == ""
    form.submit()
    form.submit()
    form.release()
    form.choice.set_value("li")
    form.last_day.setText("31.12.x")
    form.submit()
    assert len(given) == 1
    form.last_day.setText("2026-03-31")
    form.submit()
    assert given == ["leave", "leaveli2026-03-31"]
    form.close_form()
    form.submit()
    assert len(given) == 2
