from dataclasses import replace

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent
from PySide6.QtWidgets import QWidget

from app.models.duplicates import Matter
from app.services import duplicates
from app.ui.kit import languages
from app.ui.panes.intake import duplicate_hints
from app.ui.panes.intake.asking import Asked, Hinted
from app.ui.panes.intake.duplicate_hints import DuplicateHints
from tests.desk import draft
from tests.ui.panes.intake.hinting import open_matter


@pytest.fixture
def hints(jobs, state, clock, shown, office, met):
    open_matter(office, met)
    made = DuplicateHints(jobs, state, clock.now)
    made.resize(420, 200)
    return shown(made, inside=True)


def typed(hints, state, **values):
    state.edit_all(values)
    hints._later.stop()
    hints._ask()


def test_nothing_stands_there_without_a_hint_and_an_hour_later_neither(hints, state):
    assert not hints.isVisible()
    typed(hints, state, summary="Opening hours on Friday")
    assert not hints.isVisible()
    assert hints.first is None
    assert hints.findChildren(QWidget) == []


def test_it_comes_by_itself_after_a_pause_and_not_at_every_letter(hints, state, qtbot):
    state.edit("summary", "ward smells sew")
    state.edit("summary", "ward smells sewage")
    assert not hints.isVisible()
    qtbot.waitUntil(hints.isVisible, timeout=duplicate_hints.DELAY_MS + 500)


def test_the_mark_goes_into_the_draft_and_comes_back_from_it(hints, state):
    typed(hints, state, number="138 1234 5678", summary="sewage again")
    row = hints._rows[0]
    assert hints._head.isVisible()
    assert hints._head.y() < row.y()
    row.button.click()
    assert state.draft.add_to == hints.first.row.id
    assert [one.number for one in hints.marked] == [hints.first.row.number]
    state.edit("add_to", None)
    assert not row.button.isChecked()


def test_one_key_marks_at_once_and_saves_only_what_could_be_read(hints, state, monkeypatch, qtbot):
    assert hints.take() is False
    typed(hints, state, summary="ward smells sewage")
    assert hints.take() is False
    assert state.draft.add_to == hints.first.row.id
    assert hints.take() is True
    state.edit("add_to", None)
    monkeypatch.setattr(duplicate_hints, "READ_MS", 0)
    qtbot.waitUntil(hints.take, timeout=1000)


def test_an_answer_to_what_is_no_longer_typed_is_dropped(hints, state, office):
    matter = Matter(summary="ward smells sewage")
    late = Hinted(Asked(state.generation, matter), office.ask(duplicates.hints, matter))
    hints._show(late)
    assert not hints.isVisible()
    typed(hints, state, summary="ward smells sewage")
    state.renew(draft(number=None, summary=None, details=None))
    hints._show(replace(late, asked=Asked(state.generation - 1, matter)))
    assert not hints.isVisible()


def test_put_aside_they_stay_away_and_nothing_is_added(hints, state):
    typed(hints, state, summary="ward smells sewage")
    hints._rows[0].button.click()
    hints._other.click()
    assert (hints.isVisible(), state.draft.add_to) == (False, None)
    typed(hints, state, summary="ward smells sewage again")
    assert not hints.isVisible()
    state.renew(draft(number=None, summary=None, details=None))
    typed(hints, state, summary="ward smells sewage")
    assert hints.isVisible()


def test_several_are_folded_into_the_first_until_asked_for(hints, state, office, met):
    open_matter(office, met, name="李四", number="139 0000 1111", summary="Ward smells of sewage again")
    typed(hints, state, summary="ward smells sewage")
    assert hints._more.text() == "More: 1"
    hints._more.click()
    assert [row.isVisible() for row in hints._rows] == [True, True]
    hints._more.click()
    assert [row.isVisible() for row in hints._rows] == [True, False]


def test_everything_is_said_in_chinese_too(hints, state):
    typed(hints, state, number="138 1234 5678", summary="sewage smells")
    languages.of_app().use("zh_CN")
    hints.changeEvent(QEvent(QEvent.Type.LanguageChange))
    shown = hints._head.text(), hints._rows[0]._why.text(), hints._other.text()
    languages.of_app().use("en")
    assert shown == ("可能是同一件事", "同一号码 · 用词相近：sewage、smells", "不是同一件事")


def test_the_clock_of_a_list_begins_when_its_inquiries_change(hints, state):
    typed(hints, state, summary="ward smells sewage")
    assert isinstance(hints._stands, QElapsedTimer)
    hints._stands.invalidate()
    typed(hints, state, summary="ward smells sewage", number="138 1234 5678")
    assert not hints._stands.isValid()


def test_the_same_incident_is_chosen_by_one_key_and_is_no_addition(hints, state):
    typed(hints, state, summary="ward smells sewage")
    hints.take()
    hints.beside()
    assert (state.draft.joins, state.draft.add_to) == (hints.first.row.id, None)
    assert hints._rows[0].beside.isChecked()
    hints._rows[0].button.click()
    assert (state.draft.joins, state.draft.add_to) == (None, hints.first.row.id)
    hints.beside()
    hints.beside()
    assert state.draft.joins is None
    hints.beside()
    hints._other.click()
    assert state.draft.joins is None
