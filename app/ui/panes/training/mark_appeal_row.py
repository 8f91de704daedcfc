"""Disagreeing with what an answer of an exam got: which question, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.services.exam_results import AnswerGot, Result
from app.ui.kit import languages, theme
from app.ui.panes.training import presenting_exams
from app.ui.panes.training.presenting import spoken

_SHOWN = 48


@dataclass(frozen=True)
class Disagreement:
    """Which answer of which sitting, and why somebody disagrees with what it got."""

    sitting: bytes
    version: bytes
    reason: str


class MarkAppealRow(QWidget):
    """The answers that can be appealed, those that lost points first, and a line for the reason.

    ``wanted()`` when it was ended by Enter.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: list[tuple[int, Result, AnswerGot]] = []
        self.setObjectName("training.exam_appeal_row")
        self.question, self.reason = QComboBox(self), QLineEdit(self)
        self.question.setObjectName("training.exam_appeal.question")
        self.reason.setObjectName("training.exam_appeal.reason")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.of_app().px("pad"))
        self.row.addWidget(self.question, 2)
        self.row.addWidget(self.reason, 3)
        self.reason.returnPressed.connect(self.wanted)
        self.retranslate()
        self.show_answers(())

    def show_answers(self, found: Sequence[tuple[Result, Sequence[AnswerGot]]]) -> None:
        """Offer the answers of one's sittings that nobody appealed yet."""
        rows = [(place, result, one) for result, answers in found for place, one in enumerate(answers, 1)]
        before, self._found = self._found, sorted((row for row in rows if not row[2].appeal), key=_lost_first)
        if [_key_of(row) for row in before] != [_key_of(row) for row in self._found]:  # a reason half typed stays
            self.reason.clear()
            self._offer()
        self.setVisible(bool(self._found))

    def disagreement(self) -> Disagreement | None:
        """Return what is disagreed with, None where nothing is chosen or no reason is given."""
        place, reason = self.question.currentIndex(), self.reason.text().strip()
        if not reason or not 0 <= place < len(self._found):
            return None
        _, result, one = self._found[place]
        return Disagreement(result.sitting, one.version, reason)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.question.setAccessibleName(self.tr("The answer that you disagree about"))
        self.reason.setAccessibleName(self.tr("Why you disagree with its mark"))
        self.reason.setPlaceholderText(self.tr("Why its mark is wrong; another person decides"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._offer()
        super().changeEvent(event)

    def _offer(self) -> None:
        language = spoken(languages.current())
        self.question.clear()
        for place, _, one in self._found:
            asked = presenting_exams.asks(one.item, language, 0)
            short = asked if len(asked) <= _SHOWN else f"{asked[:_SHOWN]}…"
            self.question.addItem(f"{place}. {short} · {one.points:.2f}")


def _lost_first(row: tuple[int, Result, AnswerGot]) -> tuple[bool, int, int]:
    place, result, one = row
    return one.points >= 1, -result.number, place


def _key_of(row: tuple[int, Result, AnswerGot]) -> tuple[bytes, bytes]:
    _, result, one = row
    return result.sitting, one.version
