"""A trainer's week by keys alone: questions brought in and written, an exam set, marked, let out, looked into."""

import secrets
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.models.drill_items import ItemState
from app.services import contests, courses, exam_desk, exam_results, question_bank
from app.services.office import Office
from tests.fakes import FakeClock
from tests.journeys.test_an_operators_training_day import Learner
from tests.journeys.whole_window import Station, whole_window
from tests.services.contested import gather
from tests.services.drilled import FLU, OPEN, publish
from tests.services.examined import close, sit

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_AIKEN = "When do you close?\nA. at 8\nB. at 9\nANSWER: B\n\nNo answer at all\n"
_GIFT = "Closed on Sunday? {TRUE}\n\nWho pays? {=the insurer -> a}\n"
_HEAD = ("topic", "kind", "prompt_en", "options_en", "right")
_TABLE = (
    ("consult/opening", "mcq", "Which door?", "north | south", "1"),
    ("consult/opening", "mcq", "Which bus?", "5 | 7", "3"),
)


def _always(_below: int) -> int:
    """The seed of what is drawn."""
    return 3


class Trainer(Learner):
    """A keyboard at the desk of a trainer."""

    def bring(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
        """Choose a file in the dialog of the system, and return what was told."""
        monkeypatch.setattr(QFileDialog, "getOpenFileName", partial(_choose, file))
        self.strike(Qt.Key.Key_I, held=_ALT)
        return str(self.page.detail.toPlainText())


def _choose(file: Path, *_asked: object) -> tuple[str, str]:
    """What the dialog of the system gives back."""
    return str(file), ""


@pytest.fixture
def files(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Twelve people and two scripts; three files of questions, each with one that cannot be taken."""
    publish(office, OPEN, FLU)
    gather(office)
    office.sign_in(None)
    monkeypatch.setattr(secrets, "randbelow", _always)
    made = {name: tmp_path / name for name in ("a.txt", "g.gift", "t.xlsx")}
    made["a.txt"].write_text(_AIKEN, encoding="utf-8")
    made["g.gift"].write_text(_GIFT, encoding="utf-8")
    book = Workbook()
    for row in (_HEAD, *_TABLE):
        book.active.append(row)
    book.save(made["t.xlsx"])
    return made


def _fills_the_bank(keys: Trainer, office: Office, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Make questions from the scripts, bring three files in, write a question and change it."""
    assert keys.turn_to("bank") == "training.bank.list"
    keys.strike(Qt.Key.Key_G, held=_ALT)
    for name, why in (("a.txt", "no right answer"), ("g.gift", "cannot be asked"), ("t.xlsx", "none of the options")):
        told = keys.bring(files[name], monkeypatch)
        assert ("not taken" in told, why in told, "added" in told) == (True, True, True)
        assert keys.at == "training.bank.list"
    keys.strike(Qt.Key.Key_N, held=_CTRL | _SHIFT)
    keys.tab_to("training.item_form.form.prompt_en")
    keys.write("Which stairs?")
    keys.strike(Qt.Key.Key_B, held=_CTRL | _SHIFT)
    assert keys.at == "training.item_form.form.answers"  # what is missing has the keyboard
    keys.write("* left")
    keys.strike(Qt.Key.Key_Return)
    keys.write("right")
    assert keys.strike(Qt.Key.Key_B, held=_CTRL | _SHIFT) == "training.bank.list"
    assert keys.strike(Qt.Key.Key_E, held=_CTRL | _SHIFT).endswith("prompt_zh")
    keys.strike(Qt.Key.Key_3, held=_CTRL)
    assert keys.strike(Qt.Key.Key_9, held=_CTRL).endswith("prompt_zh")  # elsewhere and back
    assert keys.strike(Qt.Key.Key_Escape) == "training.bank.list"
    (made,) = [one for one in office.ask(question_bank.listed) if one.prompt.get("en") == "Which stairs?"]
    assert (made.state, made.right, made.topic) == (ItemState.REVIEWED, (0,), "consult/opening")


def _sets(keys: Trainer, office: Office) -> bytes:
    """Set an exam with a blueprint that is proposed and changed; what is missing is said beside its field."""
    assert keys.turn_to("exam_desk") == "training.desk.exams"
    assert keys.strike(Qt.Key.Key_N, held=_ALT) == "training.exam_form.name"
    assert keys.strike(Qt.Key.Key_S, held=_CTRL) == "training.exam_form.name"
    keys.write("Week 10")
    keys.tab_to("training.exam_form.count")
    keys.strike(Qt.Key.Key_A, held=_CTRL)
    keys.write("5")
    keys.tab_to("training.exam_form.propose")
    keys.strike(Qt.Key.Key_Space)
    keys.tab_to("training.exam_form.lines")
    keys.strike(Qt.Key.Key_6)
    assert keys.strike(Qt.Key.Key_S, held=_CTRL) == "training.desk.exams"
    (line,) = office.ask(exam_desk.listed)
    assert (line.exam.name, line.exam.released_at) == ("Week 10", None)
    return line.exam.id


def _marks(keys: Trainer, office: Office, exam: bytes) -> None:
    """Confirm what is proposed, one answer and all that say the same; let the results out; look at the questions."""
    keys.turn_to("exam_desk")
    assert keys.strike(Qt.Key.Key_M, held=_ALT) == "training.marking.text"
    for _ in range(20):
        if keys.at != "training.marking.text":
            break
        keys.strike(Qt.Key.Key_4)
        keys.strike(Qt.Key.Key_Return, held=_SHIFT)
    assert keys.at == "training.desk.exams"
    assert not office.ask(exam_results.to_mark, exam)
    keys.strike(Qt.Key.Key_R, held=_ALT)
    assert keys.at == "training.desk.exams"
    assert office.ask(exam_desk.listed)[0].exam.released_at
    keys.tab_to("training.desk.tabs")
    keys.strike(Qt.Key.Key_Right)
    keys.tab_to("training.desk.questions")
    (line,) = office.ask(exam_desk.listed)
    assert keys.page.behind.question_rows.rowCount() == sum(one.count for one in line.exam.blueprint)
    assert keys.page.behind.options.toPlainText()


def _sees_the_certificate(keys: Learner) -> None:
    """Who passed looks at the certificate and is back in the list with Esc."""
    assert keys.turn_to("exams") == "training.exams.list"
    keys.until(lambda: keys.page.has_passed())
    keys.strike(Qt.Key.Key_Y, held=_ALT)
    keys.until(lambda: keys.page.certificate is not None and keys.page.certificate.isVisible())
    keys.until(lambda: keys.page.certificate.isActiveWindow())
    assert keys.at == "paper.save"
    keys.strike(Qt.Key.Key_Escape)
    assert not keys.page.certificate.isVisible()


def _keeps_a_course(keys: Trainer, office: Office) -> None:
    """Write down a lecture: its questions, and that everybody attended."""
    keys.turn_to("courses")
    assert keys.strike(Qt.Key.Key_C, held=_ALT) == "training.course_form.title"
    keys.write("Rabies")
    keys.tab_to("training.course_form.questions")
    keys.write("When is the second dose?")
    keys.tab_to("training.course_form.everyone")
    keys.strike(Qt.Key.Key_Space)
    keys.tab_to("training.course_save.button")
    assert keys.strike(Qt.Key.Key_Return) == "training.courses.list"
    (line,) = office.ask(courses.listed)
    assert (line.course.title, len(line.course.questions)) == ("Rabies", 1)


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing", extend=True)
def test_a_trainer_sets_marks_and_lets_out_an_exam_and_draws_a_contest_by_keys(
    qtbot: Any, office: Office, clock: FakeClock, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with whole_window(qtbot, Station(office, files["a.txt"].parent)) as person:
        keys = Trainer(person, "chen", qtbot)
        _fills_the_bank(keys, office, files, monkeypatch)
        exam = _sets(keys, office)
        _keeps_a_course(keys, office)
        keys.turn_to("contest")
        assert keys.strike(Qt.Key.Key_W, held=_ALT).startswith("training.contest")
        assert office.ask(contests.board).teams
        for page in ("map", "stuck", "mock_desk", "review", "appraisal"):
            assert keys.turn_to(page).startswith("training.")
        person.leaves()
        clock.advance(timedelta(hours=2))
        for name in ("wang", "li"):
            sit(office, exam, name)
        close(office, exam)
        office.sign_in(None)
        _marks(Trainer(person, "chen", qtbot), office, exam)
        _sees_the_certificate(Learner(person, "wang", qtbot))
