"""One key decides; both texts can be kept; who may not is told so."""

# pyright: reportPrivateUsage=false

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.errors import RecordGone
from app.services import conflicts
from app.services.office import Office
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.decision_card import DecisionCard
from tests.desk import sign_in
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
