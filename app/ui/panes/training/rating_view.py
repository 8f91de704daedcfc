"""Judging an exam, question by question: how many who can just do the work would answer it right, in percent."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextBrowser, QWidget

from app.models.angoff import JudgedCut
from app.services.exam_ratings import ToRate
from app.ui.kit import languages, theme
from app.ui.kit.cards import Card
from app.ui.panes.training import presenting_bank
from app.ui.panes.training.ink import ink
from app.ui.panes.training.presenting_bank import Points

_HUNDRED = 100


class RatingView(Card):
    """``rated(version, share)`` on Enter after 0 to 100; ``left()`` after the last question, and on Esc.

    The arrow up goes back to the question before.
    """

    rated = Signal(bytes, float)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._questions: list[ToRate] = []
        self._place = 0
        self._standing: tuple[JudgedCut | None, ...] = ()
        self._points: Points = {}
        self._build()
        self.retranslate()

    def show_questions(self, questions: Sequence[ToRate], standing: Sequence[JudgedCut | None], points: Points) -> None:
        """Begin with the first question that this judge has not rated, with the first one where all are.

        ``points`` are what key points say: what has to be said in an answer that is typed.
        """
        self._questions, self._standing, self._points = list(questions), tuple(standing), points
        open_ones = (place for place, one in enumerate(questions) if one.mine is None)
        self._place = next(open_ones, 0)
        self._show()

    def show_standing(self, standing: Sequence[JudgedCut | None]) -> None:
        """Say what the pass marks are by now."""
        self._standing = tuple(standing)
        self._say()

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus()

    def go_on(self) -> None:
        """Keep what was typed and go to the next question."""
        if not self.field.hasAcceptableInput():
            self.field.setFocus()
            return
        one, share = self._questions[self._place], int(self.field.text()) / _HUNDRED
        self._questions[self._place] = replace(one, mine=share)
        self.rated.emit(one.version, share)
        self._place += 1
        if self._place < len(self._questions):
            self._show()
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, the arrow up goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up and self._place:
            self._place -= 1
            self._show()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._asks.setText(self.tr("Of 100 operators who can just do the work, how many answer this right?"))
        self.text.setAccessibleName(self.tr("The question and what is right"))
        self.field.setAccessibleName(self._asks.text())
        for button, text in ((self.button, self.tr("Go on")), (self._leave, self.tr("Leave (Esc)"))):
            button.setText(text)
            button.setAccessibleName(text)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.rating")
        self.text = QTextBrowser(self)
        self.text.setObjectName("training.rating.text")
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._asks, self._stands = QLabel(self), QLabel(self)
        self._asks.setWordWrap(True)
        self._stands.setProperty("type", "muted")
        self._stands.setWordWrap(True)
        self.field, self.button, self._leave = QLineEdit(self), QPushButton(self), QPushButton(self)
        self.field.setObjectName("training.rating.field")
        self.field.setValidator(QIntValidator(0, _HUNDRED, self.field))
        self.field.setFixedWidth(72)
        self.button.setObjectName("training.rating.go")
        self.button.setProperty("tone", "primary")
        self._leave.setObjectName("training.rating.leave")
        self._leave.setProperty("tone", "quiet")
        self.body.addWidget(self.text, 1)
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(theme.of_app().px("pad"))
        row.addWidget(self._asks, 1)
        for widget in (self.field, self.button, self._leave):
            row.addWidget(widget)
        self.body.addWidget(self._stands)
        self.field.returnPressed.connect(self.go_on)
        self.button.clicked.connect(self.go_on)
        self._leave.clicked.connect(self.left)
        theme.of_app().changed.connect(self._say)

    def _show(self) -> None:
        one = self._questions[self._place] if self._questions else None
        self.field.setText("" if one is None or one.mine is None else str(round(one.mine * _HUNDRED)))
        self.field.selectAll()
        self._say()
        self.take_focus()

    def _say(self) -> None:
        if not self._questions:
            self.set_title("")
            return
        one = self._questions[self._place] if self._place < len(self._questions) else self._questions[-1]
        title = self.tr("Question {place} of {count}")
        self.set_title(title.format(place=min(self._place + 1, len(self._questions)), count=len(self._questions)))
        self.text.setHtml(presenting_bank.item_html(one.item, languages.current(), ink(), self._points))
        mine = sum(each.mine is not None for each in self._questions)
        told = [self.tr("{count} of {all} rated; Enter goes on, ↑ back").format(count=mine, all=len(self._questions))]
        if mine == len(self._questions):  # until then each judge judges alone
            told += [self._form(number, found) for number, found in enumerate(self._standing, start=1)]
        if one.apart is not None:
            apart = self.tr("The judges lie {points} points apart here")
            told.append(apart.format(points=round(one.apart * _HUNDRED)))
        self._stands.setText(" · ".join(told))

    def _form(self, number: int, found: JudgedCut | None) -> str:
        if found is None:
            return self.tr("Form {number}: no judge has rated every question, the mark that was set holds").format(
                number=number
            )
        apart = "" if found.spread is None else f" ± {found.spread * _HUNDRED:.0f}"
        told = self.tr("Form {number}: {share} % by {count} judges")
        return told.format(number=number, share=f"{found.cut * _HUNDRED:.0f}{apart}", count=len(found.judges))
