"""A review by keys alone: drawn, scored twice, appealed, decided by somebody else, and practiced the day after."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.models.contacts import GivenScript, Outcome
from app.models.drill_queue import DrillReason
from app.models.evaluations import ReviewReason
from app.services import contacts, evaluations, quality_desk
from app.services.office import Office
from tests.desk import NOON, draft
from tests.fakes import FakeClock
from tests.journeys.test_an_operators_training_day import Learner
from tests.journeys.whole_window import Operator, Station, whole_window
from tests.services.drilled import OPEN, publish

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ITEMS = len(evaluations.sheet().items)


@pytest.fixture
def calls(office: Office) -> None:
    """Two calls that wang took, in which a script was given."""
    publish(office, OPEN)
    given = (GivenScript("open", 1, "en", NOON, query="open", rank=1),)
    for caller in ("138 1234 5678", "139 1234 5678"):
        started = office.do(contacts.start, draft(given=given, number=caller))
        office.do(contacts.finalize, started.value, Outcome.ANSWERED)
    office.sign_in(None)


class Evaluator(Learner):
    """A keyboard at quality review."""

    def fill(self, *points: Qt.Key) -> None:
        """Go from the list to the sheet and give its items these points, the last of them to the rest."""
        assert self.strike(Qt.Key.Key_Return) == "training.sheet.items"
        self.strike(*points, *[points[-1]] * (_ITEMS - len(points)))

    def add_error(self, what: str) -> None:
        """Add an error that harms the caller, about the first key point."""
        self.tab_to("training.sheet.about")
        self.strike(Qt.Key.Key_Down)
        self.tab_to("training.sheet.what")
        self.write(what)
        self.strike(Qt.Key.Key_Return)


def _scores(keys: Evaluator, office: Office, person: Operator) -> None:
    """Score what was drawn, with a call in the middle of the sheet; the next one is there at once."""
    assert keys.turn_to("review") == "training.review.list"
    keys.fill(Qt.Key.Key_2)
    keys.add_error("said 9")
    person.is_rung()
    assert keys.at.startswith("intake.")
    assert keys.strike(Qt.Key.Key_9, held=_CTRL) == "training.review.list"
    assert keys.page.sheet.points() is not None  # nothing of the sheet is lost
    assert keys.strike(Qt.Key.Key_S, held=_ALT) == "training.review.list"
    keys.fill(Qt.Key.Key_1)
    assert keys.strike(Qt.Key.Key_S, held=_ALT) == "training.review.list"
    assert {one.reason for one in office.ask(quality_desk.queue)} == {ReviewReason.DONE}


def _calibrates(keys: Evaluator, office: Office) -> None:
    """Score the same calls without seeing the first scores; how far both agree is shown with kappa."""
    keys.turn_to("review")
    assert {one.reason for one in office.ask(quality_desk.queue)} == {ReviewReason.SECOND}
    for _ in range(2):
        keys.fill(Qt.Key.Key_2, Qt.Key.Key_1)
        assert keys.strike(Qt.Key.Key_S, held=_ALT) == "training.review.list"
    said = keys.page._figures.text()
    assert said.startswith("2 scored twice: κ ")
    assert "calibrate again" in said


def _disagrees(keys: Evaluator) -> None:
    """Find the score with the error, say that it was read, and say why it is wrong."""
    assert keys.turn_to("scores") == "training.scores.list"
    for _ in range(4):
        if "said 9" in keys.page.detail.toPlainText():
            break
        keys.strike(Qt.Key.Key_Down)
    keys.strike(Qt.Key.Key_Y, held=_CTRL | _SHIFT)
    assert keys.strike(Qt.Key.Key_A, held=_ALT) == "training.scores.reason"
    keys.write("He asked about 9")
    assert keys.strike(Qt.Key.Key_Return) == "training.scores.list"


def _decides(keys: Evaluator, office: Office) -> None:
    """Take the error away and decide that the appeal is right; the list has the keyboard again."""
    keys.turn_to("review")
    assert office.ask(quality_desk.queue)[0].reason is ReviewReason.APPEAL
    assert keys.strike(Qt.Key.Key_Return) == "training.sheet.items"
    keys.tab_to("training.sheet.errors")
    keys.strike(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert keys.strike(Qt.Key.Key_U, held=_ALT) == "training.review.list"
    assert ReviewReason.APPEAL not in {one.reason for one in office.ask(quality_desk.queue)}


@pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing", extend=True)
def test_calls_are_scored_twice_appealed_decided_and_practiced_by_keys(
    qtbot: Any, office: Office, calls: None, clock: FakeClock, tmp_path: Path
) -> None:
    with whole_window(qtbot, Station(office, tmp_path)) as person:
        _scores(Evaluator(person, "li", qtbot), office, person)
        _calibrates(Evaluator(person, "chen", qtbot), office)
        _disagrees(Evaluator(person, "wang", qtbot))
        _decides(Evaluator(person, "chen", qtbot), office)
        clock.advance(timedelta(days=1))
        wang = Evaluator(person, "wang", qtbot)
        card = wang.page._asked.card
        assert (card.script, card.point, card.reason) == ("open", "k1", DrillReason.WANTED)
        assert wang.turn_to("scores") == "training.scores.list"
        assert sorted(one.score or 0 for one in office.ask(quality_desk.my_scores))[-1] == 1.0
