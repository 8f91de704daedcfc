"""Every question of every questionnaire is asked and answered with number keys and Enter, back and forth, to the end.

One walk takes what stands first and looks back now and then; the other takes the worst, refuses or does not know where
it may, gives reasons, types what cannot stand, and confirms what is unusual.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app.models.questionnaire_answers import AnswerProblem
from app.models.questionnaire_keys import key_of
from app.models.questionnaires import CHOICES, Item, ItemKind
from app.services import accounts, callback_attempts, interviews, questionnaires
from app.ui.kit import languages
from app.ui.kit.executors import InlineExecutor
from app.ui.kit.jobs import Jobs
from app.ui.panes.callbacks.pane import CallbacksPane
from tests.desk import sign_in
from tests.services.drawing import drawn, frame
from tests.windows import put_up

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
_ENTER = Qt.Key.Key_Return
_GOOD = {ItemKind.NUMBER: ("3", "30"), ItemKind.RATING: ("9",), ItemKind.DATE: ("2026-02-20",)}
#: What is refused comes first: beyond the limit, no date; then what is unusual.
_BAD = {ItemKind.NUMBER: ("9999", "300", "110", "50"), ItemKind.RATING: ("11", "9"), ItemKind.DATE: ("x", "2026-02-20")}
SHIPPED = [(one.id, language) for one in questionnaires.shipped() for language in ("en", "zh_CN")]


def _worst_first(item: Item, places: list[str]) -> list[str]:
    """Return the keys of a scale from its lowest step on, those of other options from the last one."""
    steps = [one.step for one in item.options]
    if None in steps:
        return places[::-1]
    return [key for _, key in sorted(zip(steps, places, strict=True))]


@dataclass
class Walk:
    """An operator with a headset and a keyboard; ``refused`` counts answers that could not stand as typed."""

    pane: CallbacksPane
    qtbot: Any
    worst: bool
    seen: list[str] = field(default_factory=list)
    met: set[AnswerProblem] = field(default_factory=set)
    refused: int = 0

    def press(self, *keys: Any) -> None:
        """Press keys wherever the keyboard is."""
        for one in keys:
            held = QApplication.focusWidget() or self.pane
            self.qtbot.keyClicks(held, one) if isinstance(one, str) else self.qtbot.keyClick(held, one)

    def answers_of(self, item: Item) -> Iterator[str]:
        """Yield what may be typed at an item, the wish of the walk first."""
        if self.worst and item.kind in (ItemKind.FREQUENCY, ItemKind.SATISFACTION) and len(self.seen) % 4 == 0:
            yield "--" if len(self.seen) % 8 else "-"
        if self.worst and item.insist:
            yield "--"
        if self.worst and item.never is not None:
            yield "/"
        places = [key_of(place) for place in range(len(item.options))]
        if self.worst and item.kind is ItemKind.SINGLE:
            places = places[1:]
        keeps_on = item.gate or item.kind in (ItemKind.YES_NO, ItemKind.SINGLE)
        yield from _worst_first(item, places) if self.worst and not keeps_on else places
        if not places:
            empty = ("",) if item.kind is ItemKind.STATEMENT else ("The ward",)
            yield from (_BAD if self.worst else _GOOD).get(item.kind, empty)

    def answer(self, item: Item) -> None:
        """Answer until the next question stands here, or everything is asked."""
        desk, self.seen = self.pane.interview, [*self.seen, item.id]
        at_once = item.kind in CHOICES and len(item.options) <= 9
        for typed in self.answers_of(item):
            self.press(typed, *(() if at_once and typed[:1] not in "-" else (_ENTER,)))
            for _ in range(2):
                if desk._item is item and desk._held is not None:
                    self.make_it_stand(desk._held[1].problem)
            if desk._item is not item:
                self.raise_what_is_urgent()
                return
            assert desk.trouble.isVisible()
            self.refused += 1
        raise AssertionError(f"{item.id}: no answer stands: {desk.trouble.text()}")

    def raise_what_is_urgent(self) -> None:
        """Say what is urgent where an answer asks for it, and who takes over."""
        for said in (("1", _ENTER), ("The emergency doctor", _ENTER)):
            if self.pane.interview.is_raising:
                self.press(*said)
        assert not self.pane.interview.is_raising

    def make_it_stand(self, problem: AnswerProblem) -> None:
        """Do what is asked for: a reason, or a second look."""
        self.met.add(problem)
        assert self.pane.interview.trouble.isVisible()
        self.press(*(("1", _ENTER) if problem is AnswerProblem.REASON_NEEDED else (_ENTER,)))

    def go(self) -> bytes:
        """Take the call, dial, and ask to the end; return the interview."""
        self.press(Qt.Key.Key_F7, Qt.Key.Key_F9, Qt.Key.Key_F6)
        desk = self.pane.interview
        while (item := desk._item) is not None:
            assert desk.question.text()
            assert "{" not in desk.question.text()
            self.answer(item)
            if not self.worst and len(self.seen) % 5 == 0:
                self.look_back(item)
        made = desk.interview
        assert self.pane.outcome.line.key in ("110", "120")
        self.press(Qt.Key.Key_F8)
        return made

    def look_back(self, item: Item) -> None:
        """Go back to a question, leave its answer as it is, and come forward to where it was."""
        desk = self.pane.interview
        here = desk._item
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
        assert desk._item.id == item.id
        self.press(_ENTER)
        assert desk._item is here


@pytest.fixture
def pane(office, clock, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", str)
    jobs = Jobs(office, clock.now, executor=InlineExecutor())
    made = CallbacksPane(jobs)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    yield made
    jobs.close()
    languages.of_app().use("en")


def _in_the_field(office, name, language):
    sign_in(office, "li")
    frame(office)
    office.do(accounts.set_language, language)
    sign_in(office, "li")
    drawn(office, questionnaire=name)
    languages.of_app().use(language)


@pytest.mark.parametrize(("name", "language"), SHIPPED)
def test_a_questionnaire_is_asked_to_the_end_by_keys(office, pane, qtbot, name, language):
    _in_the_field(office, name, language)
    put_up(qtbot, pane)
    pane.refresh()
    walks = [Walk(pane, qtbot, worst) for worst in (False, True)]
    for walk in walks:
        found = office.ask(interviews.standing, walk.go())
        assert found.state.is_over
        assert set(walk.seen) == {one.item for one in found.given}
        assert office.ask(callback_attempts.pending) is None
    whole = questionnaires.named(name)
    asked = {one.id for one in whole.items if one.kind is not ItemKind.COMPUTED}
    assert asked == {one for walk in walks for one in walk.seen}
    assert walks[1].refused
    why = any(one.why for one in whole.items)
    assert (AnswerProblem.REASON_NEEDED in walks[1].met) is why


def test_an_answer_that_cannot_be_beside_another_is_refused_until_one_of_both_is_put_right(office, pane, qtbot):
    _in_the_field(office, "inpatient-national", "zh_CN")
    put_up(qtbot, pane)
    pane.refresh()
    walk, desk = Walk(pane, qtbot, worst=False), pane.interview
    walk.press(Qt.Key.Key_F7, Qt.Key.Key_F9, Qt.Key.Key_F6)
    while desk._item.id != "age":
        walk.answer(desk._item)
    walk.press("9", _ENTER)
    assert desk._item.id == "age"
    assert "请核对年龄，或返回改正受访者" in desk.trouble.text()
    walk.press(_ENTER)  # what contradicts cannot be confirmed away
    assert desk._item.id == "age"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    walk.press("40", _ENTER)
    assert desk._item.id == "education"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    walk.press("12", _ENTER, _ENTER)  # unusual, and confirmed
    walk.press("4")
    assert (desk._item.id, "不满 13 岁" in desk.trouble.text()) == ("education", True)
    walk.press("1")
    assert desk._item.id != "education"
