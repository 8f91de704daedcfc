"""One key decides; both texts can be kept; who may not is told so."""

# pyright: reportPrivateUsage=false

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.errors import AppError, RecordGone
from app.services import conflicts, settings
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.decision_card import DecisionCard
from tests.desk import sign_in
from tests.fakes import LateExecutor
from tests.services.test_conflicts import clash


@pytest.fixture
def card(jobs: Jobs, office: Office, qtbot: QtBot) -> DecisionCard:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Li", "note": "deaf"})
    clash(office, "caller", row, {"name": "Lee", "note": "hard of hearing"})
    sign_in(office, "li")
    made = DecisionCard(jobs)
    qtbot.addWidget(made)
    made.refresh()
    return made


def _row(office: Office) -> object:
    return office.store.rows.all("SELECT name, note, conflicts FROM caller LIMIT 1")[0]


def test_both_values_stand_there_with_who_and_where(card: DecisionCard) -> None:
    texts = [button.text() for button in card._choices if not button.isHidden()]
    assert len(texts) == 2
    assert any("Li — Wang" in text and text.endswith("this station") for text in texts)
    assert any("Lee — Chen" in text and text.endswith("another station") for text in texts)
    assert card._what.text().startswith("Caller Lee · Name")


def test_one_key_decides_and_the_next_one_is_asked(card: DecisionCard, office: Office, qtbot: QtBot) -> None:
    mine = next(place for place, one in enumerate(card.current.choices) if one.value == "Li")  # type: ignore[union-attr]
    with qtbot.waitSignal(card.decided):
        QTest.keyClick(card, Qt.Key(Qt.Key.Key_1 + mine))
    card.refresh()
    card._changed.invalidate()  # as if it had been read
    assert not card._both.isHidden()
    QTest.keyClick(card, Qt.Key.Key_0)
    card.refresh()
    assert card.current is None
    assert _row(office) == ("Li", "deaf\n\nhard of hearing", None)


def test_a_button_decides_too(card: DecisionCard, office: Office) -> None:
    card._choices[0].click()
    assert _row(office)[0] in ("Li", "Lee")  # type: ignore[index]
    card.choose(9)


def test_codes_and_lists_stand_there_in_words(card: DecisionCard, office: Office) -> None:
    person = office.store.rows.one("SELECT id FROM person WHERE name='wang'")
    assert person is not None
    with office.store.write("wang") as tx:
        tx.put("person", person[0], {"roles": ["operator"]})
    clash(office, "person", person[0], {"roles": ["operator", "trainer"]})
    card.refresh()
    while card.current and card.current.entity != "person":
        QTest.keyClick(card, Qt.Key.Key_Right)
    texts = [button.text() for button in card._choices if not button.isHidden()]
    shown = [text.partition(" — ")[0].partition(" · ")[2] for text in texts]
    assert sorted(shown) == ["Operator", "Operator, Trainer"]


def test_a_setting_is_named_as_beside_its_field(card: DecisionCard, office: Office) -> None:
    sign_in(office, "admin")
    office.do(settings.change, organization="Hotline North")
    found = office.store.rows.one("SELECT id FROM setting WHERE name='organization'")
    assert found is not None
    clash(office, "setting", found[0], {"value": "North Hotline"})
    card.refresh()
    assert card._what.text() == "Setting Name of the center · Value (1 of 1)"


def test_one_key_keeps_a_row_that_another_deleted(jobs: Jobs, office: Office, qtbot: QtBot, card: DecisionCard) -> None:
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Zhao"})
        tx.put("caller", row, {"deleted_at": tx.writer.now.isoformat()})
    clash(office, "caller", row, {"area": "South"})
    card.refresh()
    while card.current and card.current.row_id != row:
        card.choose(0)
        card.refresh()
    assert card._what.text().startswith("Caller Zhao · Deleted")
    texts = [button.text() for button in card._choices if not button.isHidden()]
    shown = [text.partition(" — ")[0].partition(" · ")[2] for text in texts]
    assert sorted(shown) == ["Keep it deleted", "Keep it: Area: South"]
    card._changed.invalidate()  # as if it had been read
    with qtbot.waitSignal(card.decided):
        QTest.keyClick(card, Qt.Key(Qt.Key.Key_1 + shown.index("Keep it: Area: South")))
    stands = office.store.rows.one("SELECT area, deleted_at, conflicts FROM caller WHERE id=?", row)
    assert stands == ("South", None, None)


def test_a_long_text_stands_whole_below_and_what_cannot_be_decided_yet_waits(
    card: DecisionCard, office: Office
) -> None:
    told = "What the caller told of a long morning at the clinic of her town. " * 3
    with office.store.write("wang") as tx:
        row = tx.add("caller", {"name": "Sun", "note": f"{told}Came back."})
    clash(office, "caller", row, {"note": f"{told}Never came back."})
    card.refresh()
    seen: list[str] = []
    while card.current and card.current.row_id != row:
        seen.append(card._what.text())
        QTest.keyClick(card, Qt.Key.Key_Right)
    assert card._what.text() not in seen
    texts = [button.text().partition(" — ")[0] for button in card._choices if not button.isHidden()]
    assert sorted(text.rpartition(". ")[2] for text in texts) == ["Came back.", "Never came back."]
    wholes = [whole.text()[4:] for whole in card._wholes if not whole.isHidden()]
    assert sorted(wholes) == [f"{told}Came back.", f"{told}Never came back."]
    card._later.click()
    assert card.current is not None
    assert card.current.row_id != row


def test_who_may_not_decide_is_told_who_does(card: DecisionCard, office: Office) -> None:
    person = sign_in(office, "wang")
    clash(office, "person", person.id, {"display": "Wang the other"})
    card.refresh()
    while card.current and card.current.entity != "person":
        assert "A supervisor decides" in card._hint.text()
        assert not any(button.isEnabled() for button in card._choices)
        assert card._both.isHidden()
        QTest.keyClick(card, Qt.Key.Key_1)
        QTest.keyClick(card, Qt.Key.Key_0)
        QTest.keyClick(card, Qt.Key.Key_Right)
    assert "An administrator decides" in card._hint.text()
    assert _row(office) != ("Li", "deaf", None)
    assert _row(office)[2] is not None  # type: ignore[index]


def test_what_somebody_decided_meanwhile_is_refused_in_words(card: DecisionCard, office: Office, qtbot: QtBot) -> None:
    found = card.current
    assert found is not None
    office.do(conflicts.decide, found.entity, found.row_id, found.field, found.choices[0].uid)
    with qtbot.waitSignal(card.refused) as refused:
        card.choose(0)
    assert isinstance(refused.args[0], RecordGone)


def _press(card: DecisionCard, key: Qt.Key, *, held: bool = False) -> bool:
    kind, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    return card.take_key(QKeyEvent(kind, key, none, "", held))


def test_a_key_that_is_held_decides_nothing_more(card: DecisionCard) -> None:
    before = card.current
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Right):
        assert _press(card, key, held=True)
        assert card.current == before
    assert not _press(card, Qt.Key.Key_A, held=True)


def test_what_is_pressed_while_a_decision_is_under_way_decides_nothing(
    card: DecisionCard, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(card._jobs, "do", lambda _command, **told: asked.append(told["field"]))
    card.choose(0)
    card.choose(1)
    card.keep_both()
    assert len(asked) == 1
    card._free()
    card.choose(0)
    assert len(asked) == 2


def test_the_second_of_two_presses_does_not_answer_the_next_question(card: DecisionCard, office: Office) -> None:
    card.decided.connect(card.refresh)
    _press(card, Qt.Key.Key_1)
    left = card.current
    assert left is not None
    _press(card, Qt.Key.Key_1)
    card._choices[0].click()
    card._both.click()
    assert card.current == left


def test_the_question_that_an_arrow_shows_is_not_decided_before_it_can_be_read(card: DecisionCard) -> None:
    first = card.current
    assert _press(card, Qt.Key.Key_Right)
    second = card.current
    for key in (Qt.Key.Key_1, Qt.Key.Key_0):
        assert _press(card, key)
    card.refresh()
    assert len(card._waiting) == 2
    assert card.current == second
    assert _press(card, Qt.Key.Key_Right)
    assert card.current == first


def test_a_decision_that_is_saved_is_not_sent_again_before_what_waits_is_shown(
    office: Office, card: DecisionCard, qtbot: QtBot
) -> None:
    executor = LateExecutor()
    jobs = Jobs(office, office.clock.now, executor=executor)
    late = DecisionCard(jobs)
    qtbot.addWidget(late)
    late.decided.connect(late.refresh)
    refused: list[AppError] = []
    late.refused.connect(refused.append)
    late.refresh()
    executor.answer()
    QApplication.sendPostedEvents()
    before = late.current
    for _ in range(2):
        _press(late, Qt.Key.Key_1)
        QApplication.sendPostedEvents()
    assert (refused, late.current) == ([], before)
    executor.answer()
    QApplication.sendPostedEvents()
    assert late.current not in (None, before)
    late._changed.invalidate()  # as if it had been read
    _press(late, Qt.Key.Key_1)
    QApplication.sendPostedEvents()
    executor.answer()
    QApplication.sendPostedEvents()
    assert late.current is None
    jobs.close()


def test_a_question_on_the_screen_stays_there_when_others_come_before_it(card: DecisionCard, office: Office) -> None:
    QTest.keyClick(card, Qt.Key.Key_Right)
    seen = card.current
    assert seen is not None
    card._show([replace(seen, row_id=bytes(16)), *card._waiting])
    assert card.current == seen
    _press(card, Qt.Key.Key_Right)
    assert card.current != seen


def test_a_number_means_nothing_just_after_its_values_changed(card: DecisionCard) -> None:
    seen = card.current
    assert seen is not None
    card._show([replace(seen, choices=tuple(reversed(seen.choices)))])
    _press(card, Qt.Key.Key_1)
    assert not card._deciding
    assert card.current is not None


def test_a_number_decides_nothing_while_the_card_is_out_of_sight_and_shows_it(
    card: DecisionCard, office: Office, qtbot: QtBot
) -> None:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(page)
    column.addSpacing(2000)
    column.addWidget(card)
    column.addSpacing(2000)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(600, 700)
    area.show()
    before = card.current
    _press(card, Qt.Key.Key_1)
    assert card.current == before
    assert _row(office)[2] is not None  # type: ignore[index]
    assert card._in_sight()
    with qtbot.waitSignal(card.decided):
        _press(card, Qt.Key.Key_1)
