"""Each kind of question has its place to answer, and nothing half is taken for an answer."""

import pytest
from PySide6.QtCore import Qt

from app.models.drill_items import DrillKind
from app.services import drills
from app.services.office import Office
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
    assert view.given().text == "open"
