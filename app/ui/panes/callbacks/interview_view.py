"""One question at a time: in large type, its answers with their keys, what is wrong beside it, exits in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from app.models.questionnaires import Item, ItemKind
from app.ui.kit import theme
from app.ui.kit.cards import Card
from app.ui.kit.labels import Chip

_KEYS = {
    "callbacks.interview.back": "Ctrl+Up",
    "callbacks.interview.end": "Ctrl+Shift+Z",
    "callbacks.interview.urgent": "Ctrl+Shift+U",
    "callbacks.interview.complaint": "Ctrl+Shift+M",
}
_KEY = Qt.ItemDataRole.UserRole
_LEAST_LIST = 84
#: How large answers are: each next one where they are not all in sight with the one before.
_FONTS = ("section", "base", "small")


class InterviewView(Card):
    """The widgets of an interview, without what they do.

    ``typed(str)`` at each change of the line, ``entered(str)`` by Enter or a chosen answer. ``ask_on`` is *Back* where
    all else of it makes room: only one of both is ever in sight.
    """

    typed = Signal(str)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("callbacks.interview")
        self._build()
        self._connect()
        self.retranslate()

    def show_item(
        self,
        question: str,
        note: str,
        answers: Sequence[tuple[str, str]],
        place: str,
        asks: str = "",
        *,
        emphasized: str = "",
    ) -> None:
        """Show a question with its answers; the line is empty, takes the keys and says what it asks for.

        ``emphasized``: the question as HTML, where words of it are to be stressed.
        """
        self.question.setTextFormat(Qt.TextFormat.RichText if emphasized else Qt.TextFormat.PlainText)
        self.question.setText(emphasized or question)
        self.question.setAccessibleName(question)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.place.show_text(place)
        self.place.setVisible(bool(place))
        self.line.setPlaceholderText(asks)
        self._list(answers)
        self.trouble.hide()
        self.line.clear()

    def asked_of(self, item: Item) -> str:
        """Return what is typed as the answer to an item, in the language of the window."""
        if item.kind is ItemKind.STATEMENT:
            return self.tr("Enter goes on once it is read out")
        wanted = {
            ItemKind.MULTI: self.tr("Keys of the answers, as 1 3; Enter goes on"),
            ItemKind.RATING: self.tr("0 to 10; Enter goes on"),
            ItemKind.NUMBER: self.tr("A whole number; Enter goes on"),
            ItemKind.DATE: self.tr("A date, as 2026-03-02; Enter goes on"),
            ItemKind.TEXT: self.tr("Words; Enter goes on"),
            ItemKind.LONG_TEXT: self.tr("Words; Enter goes on"),
        }.get(item.kind, self.tr("Key of the answer"))
        if item.observed:
            return self.tr("You say it, nobody is asked: {wanted}").format(wanted=wanted[:1].lower() + wanted[1:])
        return wanted if item.insist else self.tr("{wanted}; - does not know, -- refuses").format(wanted=wanted)

    def show_former(self, text: str, typed: str) -> None:
        """Show what was answered before, in the line too where it was typed; what takes its place is typed over it."""
        self.show_trouble(text, calm=True)
        self.line.setText(typed)
        self.line.selectAll()

    def show_trouble(self, text: str, answers: Sequence[tuple[str, str]] | None = None, *, calm: bool = False) -> None:
        """Show what is wrong beside the question, or what is asked for now, with other answers to choose from.

        ``calm``: nothing is wrong.
        """
        self.trouble.setProperty("type", "hint" if calm else "error")
        self.style().unpolish(self.trouble)
        self.style().polish(self.trouble)
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))
        if answers is not None:
            self._list(answers)
        self.line.clear()
        self.line.setFocus()

    def show_progress(self, share: float) -> None:
        """Show how far the interview is, 0 … 1."""
        self.progress.setValue(round(share * 100))

    def show_ways(self, *, asking: bool, back: bool) -> None:
        """Offer what can be done: answer while something is asked, go back where something was."""
        for widget in (self.line, self.list, self.progress, self.stop_here):
            widget.setVisible(asking)
        if asking and not self.list.count():
            self.list.hide()
        self.back.setEnabled(back)

    def focus_line(self) -> None:
        """Put the cursor where answers are typed."""
        self.line.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.line.setAccessibleName(self.tr("Answer"))
        self.list.setAccessibleName(self.tr("Answers to choose from"))
        self.progress.setAccessibleName(self.tr("How much has been asked"))
        self._name(self.back, self.tr("Back"), self.tr("Look at the question before this one, and answer it again"))
        self._name(self.stop_here, self.tr("End here"), self.tr("Ask nothing more, and say how the call ended"))
        self.ask_on.setText(self.back.text())
        self.ask_on.setAccessibleName(self.back.text())
        self.ask_on.setToolTip(self.back.toolTip())
        self._name(self.urgent, self.tr("Urgent health problem"), self.tr("Open an urgent inquiry now; then go on"))
        self._name(self.complaint, self.tr("Complaint"), self.tr("Open a complaint now; then go on"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys of the exits to them: a line takes Ctrl+Shift+Z for itself, to write again what was undone.
        Follow the room of the answers."""
        if watched is self.list and event.type() == QEvent.Type.Resize:
            self._columns()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if any(keys == QKeySequence(one) for one in _KEYS.values()):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _name(self, button: QPushButton, text: str, tip: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(f"{tip} ({_KEYS[button.objectName()]})")

    def _list(self, answers: Sequence[tuple[str, str]]) -> None:
        self.list.clear()
        for key, words in answers:
            item = QListWidgetItem(f"{key}   {words}")
            item.setData(_KEY, key)
            self.list.addItem(item)
        self.list.setVisible(bool(answers))
        self._columns()

    def _columns(self) -> None:
        """Let answers go on beside each other where the room is low: nobody scrolls while somebody waits.

        Columns are of one width where they are all in sight then, else each as wide as its own widest answer, in
        smaller letters if need be. Nothing ever stands beyond the right edge.
        """
        room = self.list.viewport().size()
        for font in _FONTS:
            self.list.setFont(theme.of_app().font(font))
            widths = [self.list.sizeHintForIndex(one).width() for one in self._places()]
            high = max(1, self.list.sizeHintForRow(0))
            even = room.width() // max(1, *widths, 1)
            below = max(1, room.height() // high)
            if not widths or (even > 1 and len(widths) <= even * below):
                self._wrap(QSize(room.width() // even, high) if even > 1 else None)
                return
            if len(widths) <= below:
                self._wrap(None)
                return
            if sum(max(widths[first : first + below]) for first in range(0, len(widths), below)) <= room.width():
                self._wrap(QSize())
                return
        self.list.setFont(theme.of_app().font(_FONTS[0]))
        self._wrap(None)

    def _wrap(self, grid: QSize | None) -> None:
        """Go on in another column, all as wide as ``grid`` says, or each as wide as it needs; None: never."""
        bar = Qt.ScrollBarPolicy
        # Columns fit: a bar would only take a row, and with it the room of the last column.
        self.list.setHorizontalScrollBarPolicy(bar.ScrollBarAsNeeded if grid is None else bar.ScrollBarAlwaysOff)
        self.list.setWrapping(grid is not None)
        self.list.setGridSize(grid or QSize())

    def _places(self) -> list[QModelIndex]:
        return [self.list.model().index(place, 0) for place in range(self.list.count())]

    def _build(self) -> None:
        self.place = Chip("", "accent", self)
        self.header.add(self.place)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("callbacks.interview.progress")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(theme.of_app().px("pad"))
        self.question, self.note, self.trouble = (QLabel(self) for _ in range(3))
        self.question.setObjectName("callbacks.interview.question")
        for label, kind in ((self.question, "script"), (self.note, "hint"), (self.trouble, "error")):
            label.setProperty("type", kind)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.list = QListWidget(self)
        self.list.setObjectName("callbacks.interview.answers")
        self.list.setMinimumHeight(_LEAST_LIST)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.line = QLineEdit(self)
        self.line.setObjectName("callbacks.interview.line")
        for widget in (self.progress, self.question, self.note, self.trouble):
            self.body.addWidget(widget)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)  # takes the room where nothing is offered: the question stays where it was
        self.body.addWidget(self.line)
        self._build_exits()

    def _build_exits(self) -> None:
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(theme.of_app().px("pad"))
        self.back, self.stop_here, self.urgent, self.complaint = (QPushButton(self) for _ in range(4))
        exits = (self.back, self.stop_here, self.urgent, self.complaint)
        for button, (name, keys) in zip(exits, _KEYS.items(), strict=True):
            button.setObjectName(name)
            # A shortcut of the button itself clicks a moment later, when the next key may have answered already.
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
            row.addWidget(button)
        self.ask_on = QPushButton(self)
        self.ask_on.setObjectName("callbacks.interview.ask_on")
        self.ask_on.hide()
        self.ask_on.clicked.connect(self.back.click)
        QShortcut(QKeySequence(_KEYS[self.back.objectName()]), self.ask_on).activated.connect(self.ask_on.click)
        for button in (self.back, self.stop_here, self.ask_on):
            button.setProperty("tone", "quiet")
        self.urgent.setProperty("tone", "danger")
        row.insertStretch(2)

    def _connect(self) -> None:
        self.line.textEdited.connect(self.typed)
        self.line.returnPressed.connect(self._enter)
        for widget in (self.line, self.list):
            widget.installEventFilter(self)
        self.list.itemActivated.connect(self._choose)

    def _enter(self) -> None:
        self.entered.emit(self.line.text())

    def _choose(self, item: QListWidgetItem) -> None:
        self.entered.emit(str(item.data(_KEY)))
