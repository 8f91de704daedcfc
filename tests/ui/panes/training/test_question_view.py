"""Each kind of question has its place to answer, and nothing half is taken for an answer."""

import pytest
from PySide6.QtCore import Qt

from app.models.drill_items import DrillKind
from app.services import drills
from app.services.office import Office
from app.ui.panes.training import question_view
from app.ui.panes.training.question_view import QuestionView


@pytest.fixture
def view(desk: Office, jobs, qtbot) -> QuestionView:
    made = QuestionView()
    qtbot.addWidget(made)
    return made


def put(view: QuestionView, desk: Office, kind: DrillKind, script: str = "open") -> None:
    card = next(one for one in desk.do(drills.start).value.cards if one.script == script)
    view.ask(desk.ask(drills.ask, card, frozenset({kind})))


@pytest.mark.parametrize(
    ("kind", "shown"),
    [(DrillKind.SAY, "typed"), (DrillKind.SLOT, "line"), (DrillKind.MCQ, "options"), (DrillKind.MULTI, "options")],
)
def test_only_the_place_of_the_kind_is_shown(view: QuestionView, desk: Office, kind: DrillKind, shown: str) -> None:
    put(view, desk, kind)
    places = [name for name in ("typed", "line", "options") if getattr(view, name).isVisibleTo(view)]
    assert places == [shown]
    assert view.given() is None
    assert view.given(gave_up=True).gave_up


def test_ticked_options_are_given_by_their_own_places(view: QuestionView, desk: Office, qtbot) -> None:
    put(view, desk, DrillKind.MULTI)
    for key in (Qt.Key.Key_3, Qt.Key.Key_1):
        qtbot.keyClick(view.options, key)
    assert view.given().chosen == (0, 2)


def test_a_found_script_is_given_by_its_key(view: QuestionView, desk: Office, qtbot) -> None:
    put(view, desk, DrillKind.FIND)
    with qtbot.waitSignal(view.searched, timeout=1000):
        qtbot.keyClicks(view.line, "f")
    view.show_found([("flu", "Flu vaccine"), ("open", "Hours")])
    qtbot.keyClick(view.options, Qt.Key.Key_2)
    given = view.given()
    assert (given.text, given.sought, given.place) == ("open", "f", 2)


def test_time_stands_while_the_question_is_not_on_the_screen(view: QuestionView, desk: Office, monkeypatch) -> None:
    now = [100.0]
    monkeypatch.setattr(question_view, "monotonic", lambda: now[0])
    view.show()
    put(view, desk, DrillKind.SAY)
    now[0] += 4
    view.hide()
    now[0] += 600
    view.show()
    now[0] += 3
    assert view.given(gave_up=True).ms == 7000


def test_a_hint_names_the_script_and_counts_as_one_except_where_the_script_is_looked_for(
    view: QuestionView, desk: Office
) -> None:
    put(view, desk, DrillKind.SAY)
    assert (view.may_have_hint(), view.given(gave_up=True).hinted) == (True, False)
    view.give_hint()
    assert view._hint.text() == f"Script: {view._asked.title}"
    assert (view.may_have_hint(), view.given(gave_up=True).hinted) == (False, True)
    put(view, desk, DrillKind.FIND)
    assert not view.may_have_hint()
    assert not view._hint.isVisibleTo(view)


def test_a_short_question_stands_on_top(view: QuestionView, desk: Office) -> None:
    put(view, desk, DrillKind.SLOT)
    view.resize(500, 600)
    view.show()
    assert view.line.geometry().bottom() < 220
