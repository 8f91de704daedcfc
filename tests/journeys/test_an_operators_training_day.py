"""An operator's training by keys alone: every way to drill, a call in the middle, an exam, its result, the contest."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.models.courses import CourseKind
from app.models.drill_items import DrillKind
from app.services import contests, courses, drills, exam_results, exams, question_bank
from app.services.courses import NewCourse
from app.services.exams import NewExam
from app.services.office import Office
from app.services.script_search import ScriptSearch
from tests.desk import NOON, sign_in
from tests.journeys.test_a_supervisor_without_a_mouse import Keyboard
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.services.drilled import FLU, OPEN, publish
from tests.services.examined import LINES, close, release
from tests.windows import put_up

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_TYPED = (DrillKind.SAY, DrillKind.SLOT)
_ASKED = ["When is the second dose?", "Which wounds?"]


class Learner(Keyboard):
    """A keyboard at training, at the desk of one person."""

    def __init__(self, person: Operator, name: str, qtbot: Any) -> None:
        super().__init__(person)
        if person.window.desk is not None:
            person.leaves()
        person.signs_in(name)
        person.window.resize(1280, 720)
        put_up(qtbot, person.window)
        self.until = person.until
        self.begins_at = self.strike(Qt.Key.Key_9, held=_CTRL)
        self.training: Any = person.window.desk.panes.pane("training")
        person.rests()

    @property
    def page(self) -> Any:
        """The page on the screen."""
        return self.training.shown_page()

    @property
    def kind(self) -> DrillKind:
        """What the drill asks for."""
        return self.page._asked.item.kind

    def turn_to(self, page: str) -> str:
        """Go from page to page until it is this one; the keyboard is there too."""
        for _ in range(len(self.training._names)):
            if self.training.page == page:
                break
            self.strike(Qt.Key.Key_PageDown, held=_CTRL)
        assert self.training.page == page
        return self.at

    def tab_to(self, name: str) -> None:
        """Go on by Tab to a widget."""
        for _ in range(40):
            if self.at == name:
                return
            self.strike(Qt.Key.Key_Tab)
        raise AssertionError(name)

    def practice_by(self, *kinds: DrillKind) -> str:
        """Choose another way to practice until the question is of such a kind."""
        for _ in range(5):
            if self.kind in kinds:
                break
            self.strike(Qt.Key.Key_H, held=_ALT)
        assert self.kind in kinds
        return self.at


@pytest.fixture
def exam(office: Office) -> bytes:
    """Two scripts to drill, a course with questions, and an exam that is open."""
    publish(office, OPEN, FLU)
    office.outside["script_search"] = ScriptSearch()
    sign_in(office, "chen")
    office.do(question_bank.fill)
    office.do(courses.record, NewCourse(CourseKind.LECTURE, "Rabies", NOON.date(), 2, ["wang"], questions=_ASKED))
    made = office.do(exams.set_exam, NewExam("Week 10", LINES, NOON, NOON + timedelta(days=3), 10, seed=3)).value
    office.sign_in(None)
    return made


def _is_called(keys: Learner, person: Operator) -> None:
    """Type half an answer, take a call that rings, and find the half answer again."""
    assert keys.practice_by(DrillKind.SAY) == "training.typed"
    keys.write("Stay 30 minutes")
    person.is_rung()
    assert keys.at.startswith("intake.")  # training never holds a call
    assert keys.strike(Qt.Key.Key_F2).startswith("intake.")
    assert person.intake.front.state.draft.number
    assert keys.strike(Qt.Key.Key_9, held=_CTRL) == "training.typed"
    assert keys.page.question.typed.value() == "Stay 30 minutes"
    keys.write(" after the shot")


def _drills(keys: Learner, person: Operator) -> None:
    """Answer in every way; Enter goes on from each answer to the next question."""
    _is_called(keys, person)
    assert keys.strike(Qt.Key.Key_Return, held=_CTRL) == "training.go.button"
    keys.strike(Qt.Key.Key_P, held=_CTRL | _SHIFT)  # once more today
    keys.strike(Qt.Key.Key_Return)
    assert keys.practice_by(DrillKind.FIND) == "training.line"
    keys.write("open")
    keys.until(lambda: keys.page.question.options.count())
    assert keys.strike(Qt.Key.Key_Return) == "training.options"
    assert keys.strike(Qt.Key.Key_1) == "training.go.button"
    keys.strike(Qt.Key.Key_Return)
    if keys.practice_by(DrillKind.MCQ, DrillKind.MULTI, DrillKind.SLOT) == "training.line":
        keys.write("8")
    else:
        keys.strike(Qt.Key.Key_1)
    keys.strike(*[Qt.Key.Key_Return] * (2 if keys.at != "training.go.button" else 1))
    assert keys.practice_by(DrillKind.BRANCH) == "training.options"
    assert keys.strike(*[Qt.Key.Key_1] * len(keys.page._asked.item.steps)) == "training.go.button"
    keys.strike(Qt.Key.Key_Return)
    for _ in range(3):
        if keys.page.has_question():
            assert keys.strike(Qt.Key.Key_F6) == "training.go.button"
            keys.strike(Qt.Key.Key_Return)
    assert keys.at == "training.mode"  # nothing more today, and the keyboard is still here


def _sits(keys: Learner) -> None:
    """Answer whatever is asked, go on, hand in twice."""
    assert keys.turn_to("exams") == "training.exams.list"
    keys.strike(Qt.Key.Key_Return)
    for _ in LINES:
        place = keys.page.paper.place
        item = place._question.item
        if item.kind in _TYPED:
            keys.write("8")
        else:
            keys.strike(*[Qt.Key.Key_1] * max(1, len(item.steps)))
        assert keys.at.startswith("training.exam.")
        keys.strike(Qt.Key.Key_Right, held=_ALT)
    keys.strike(Qt.Key.Key_Return, held=_CTRL | _SHIFT)
    assert "Every question has an answer" in keys.page.paper._saved.text()
    assert keys.strike(Qt.Key.Key_Return, held=_CTRL | _SHIFT) == "training.exams.list"


def _wishes_and_answers(keys: Learner, office: Office) -> None:
    """Say at the contest board that one wants to be seen, then answer what a lecture asks."""
    keys.turn_to("contest")
    assert keys.strike(Qt.Key.Key_Tab) == "training.contest.shown"
    keys.strike(Qt.Key.Key_Space, Qt.Key.Key_Tab)
    keys.write("Swallow")
    keys.strike(Qt.Key.Key_Return)
    entry = office.ask(contests.board).entry
    assert (entry.shown, entry.alias) == (True, "Swallow")
    keys.turn_to("courses")
    assert keys.strike(Qt.Key.Key_Q, held=_ALT) == "training.courses.reply"
    for said in ("On day 3", "Deep ones"):
        keys.write(said)
        keys.strike(Qt.Key.Key_Return)
    assert keys.at == "training.courses.list"  # where nothing waits the keyboard goes back to the list
    assert not office.ask(courses.listed)[0].waiting


def _appeals(keys: Learner, office: Office, exam: bytes) -> None:
    """Read what each answer got, and disagree with the first that lost points."""
    keys.turn_to("exams")
    keys.until(lambda: keys.page.may_appeal())
    assert keys.strike(Qt.Key.Key_P, held=_ALT) == "training.exam_appeal.reason"
    keys.write("Eight is right")
    keys.strike(Qt.Key.Key_Return)
    assert keys.at.startswith("training.exam")
    ((_, got),) = office.ask(exam_results.my_answers, exam)
    assert [one.appeal for one in got if one.appeal] == ["Eight is right"]


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing", extend=True)
def test_an_operator_drills_sits_an_exam_and_disagrees_by_keys(
    qtbot: Any, office: Office, exam: bytes, tmp_path: Path
) -> None:
    with whole_window(qtbot, Station(office, tmp_path)) as person:
        keys = Learner(person, "wang", qtbot)
        _drills(keys, person)
        assert not office.ask(drills.today).cards
        _sits(keys)
        _wishes_and_answers(keys, office)
        person.leaves()
        close(office, exam)
        release(office, exam)
        office.sign_in(None)
        _appeals(Learner(person, "wang", qtbot), office, exam)
