"""Questionnaires: the file beside its preview and everything that is wrong with it; published as a new version."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.models.errors import AppError
from app.models.questionnaire_files import QuestionnaireBroken
from app.models.questionnaires import ItemKind
from app.models.shapes import NOTHING
from app.services import questionnaires, wording
from app.services.questionnaires import Checked, Drafted, Listed
from app.ui.kit import languages, theme
from app.ui.kit.cut_choice import CutChoice
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings import questionnaire_words as words
from app.ui.panes.settings.page import Page

#: How long the typing rests before the file is checked again.
_REST_MS = 350
_AT = Qt.ItemDataRole.UserRole
#: Letters of a title that are read in the list of questionnaires.
_TITLE_LETTERS = 28
_REMARKS_HIGH = 120


class QuestionnairesPage(Page):
    """Choose one, change it, look at it, publish it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("questionnaires", jobs, parent)
        self._listed: Sequence[Listed] = ()
        self._checked: Checked | None = None
        self._beginning = False
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Ask what there is; what is being written stays."""
        self.jobs.ask(questionnaires.listed, key="questionnaires", done=self._show, failed=self.refuse)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_heading(
            self.tr("Questionnaires"),
            self.tr("Publishing makes a new version; interviews that have begun go on with theirs."),
        )
        self.choice.setAccessibleName(self.tr("Questionnaire"))
        self.choice.setPlaceholderText(self.tr("New questionnaire"))
        self.source.setAccessibleName(self.tr("File of the questionnaire"))
        self.remarks.setAccessibleName(self.tr("What is wrong; Enter goes there"))
        self.preview.setAccessibleName(self.tr("How it is read out"))
        self.new_button.setText(self.tr("New questionnaire"))
        self.new_button.setAccessibleName(self.tr("New questionnaire"))
        self.new_button.setToolTip(
            self.tr("Begin with an opening, consent and two questions; undo brings back what was here")
        )
        self.adding.setAccessibleName(self.tr("Add an item of this kind behind the cursor"))
        self.adding.setPlaceholderText(self.tr("Add an item…"))
        for place, kind in enumerate(ItemKind):
            self.adding.setItemText(place, wording.label("item_kind", kind.value, languages.current()))
        self.publish_button.setText(self.tr("Publish"))
        self.publish_button.setAccessibleName(self.tr("Publish"))
        self.publish_button.setToolTip(self.tr("Make this the version by which people are asked from now on"))
        self._show_checked(self._checked)

    def begin(self) -> None:
        """Begin a new questionnaire."""
        self.choice.setCurrentIndex(-1)
        self._beginning = True
        self.jobs.ask(questionnaires.begun, key="questionnaires.text", done=self._fill, failed=self.refuse)

    def add_item(self, place: int) -> None:
        """Put an item of the kind at this place of the list behind the one in which the cursor is."""
        self.adding.setCurrentIndex(-1)
        text, checked = self.source.toPlainText(), self._checked
        items = [one.id for one in checked.questionnaire.items] if checked is not None else []
        after = words.item_before(text, self.source.textCursor().position(), items)
        self.jobs.ask(
            questionnaires.with_item, key="questionnaires.text", done=self._added, failed=self._show_broken, text=text,
            kind=list(ItemKind)[place], after=after,
        )  # fmt: skip

    def publish(self) -> None:
        """Publish what is written."""
        text = self.source.toPlainText()
        self.jobs.do(
            questionnaires.publish, done=self._published, failed=self.refuse, initiator=self, text=text,
            file="questionnaire",
        )  # fmt: skip

    def check(self) -> None:
        """Look at what is written."""
        self._timer.stop()
        self.jobs.ask(
            questionnaires.check_text, key="questionnaires.check", done=self._show_checked, failed=self._show_broken,
            text=self.source.toPlainText(),
        )  # fmt: skip

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.choice = CutChoice(self)
        self.choice.setObjectName("settings.questionnaires.choice")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(_TITLE_LETTERS)
        self.publish_button = QPushButton(self)
        self.publish_button.setObjectName("settings.questionnaires.publish")
        self.publish_button.setProperty("tone", "primary")
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.setSpacing(pad)
        self.new_button, self.adding = QPushButton(self), QComboBox(self)
        self.new_button.setObjectName("settings.questionnaires.new")
        self.adding.setObjectName("settings.questionnaires.adding")
        self.adding.addItems([kind.value for kind in ItemKind])
        self.adding.setCurrentIndex(-1)
        for widget in (self.choice, self.new_button, self.adding, self.publish_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.source = QPlainTextEdit(self)
        self.source.setObjectName("settings.questionnaires.source")
        self.source.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.source.setTabChangesFocus(True)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.source)
        split.addWidget(self._seen(pad))
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        self.body.addWidget(split, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)

    def _seen(self, pad: int) -> QWidget:
        side = QWidget(self)
        self.remarks = QListWidget(side)
        self.remarks.setObjectName("settings.questionnaires.remarks")
        self.remarks.setMaximumHeight(_REMARKS_HIGH)
        self.remarks.setWordWrap(True)
        self.preview = QTextBrowser(side)
        self.preview.setObjectName("settings.questionnaires.preview")
        self.preview.setOpenLinks(False)
        column = QVBoxLayout(side)
        column.setContentsMargins(pad, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.remarks)
        column.addWidget(self.preview, 1)
        return side

    def _connect(self) -> None:
        self.choice.activated.connect(self._load)
        self.new_button.clicked.connect(self.begin)
        self.adding.activated.connect(self.add_item)
        self.publish_button.clicked.connect(self.publish)
        self.source.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self.check)
        self.remarks.itemActivated.connect(self._go_to)

    def _show(self, listed: Sequence[Listed]) -> None:
        written = self._checked.questionnaire.id if self._checked is not None else None
        former = self.choice.currentData() or written
        self._listed = listed
        self.choice.clear()
        for one in listed:
            self.choice.addItem(words.name_of(one, languages.current()), one.questionnaire.id)
        self.choice.setCurrentIndex(self.choice.findData(former))
        if not self.source.toPlainText() and not self._beginning:
            self.choice.setCurrentIndex(max(0, self.choice.currentIndex()))
            self._load()

    def _load(self) -> None:
        self._open(self.choice.currentData())

    def _open(self, name: str | None) -> None:
        if name:
            self.jobs.ask(
                questionnaires.text_of, key="questionnaires.text", done=self._fill, failed=self.refuse, name=name
            )

    def _fill(self, text: str) -> None:
        self._beginning = False
        cursor = self.source.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.source.moveCursor(QTextCursor.MoveOperation.Start)
        self.check()

    def _added(self, drafted: Drafted) -> None:
        self._fill(drafted.text)
        self._mark(drafted.item)

    def _show_checked(self, checked: Checked | None) -> None:
        self._checked = checked
        self.publish_button.setEnabled(checked is not None and checked.is_usable)
        if checked is None:
            return
        self.choice.setCurrentIndex(self.choice.findData(checked.questionnaire.id))
        language = languages.current()
        self.remarks.clear()
        for one in checked.remarks:
            self._remark(words.remark(one, language), one.at, "danger" if one.is_error else "warning")
        if not checked.remarks:
            self.remarks.addItem(self.tr("Nothing is wrong with it."))
        spoken = language if language in checked.questionnaire.languages else checked.questionnaire.languages[0]
        self.preview.setHtml(words.preview(checked.questionnaire, language, spoken))

    def _show_broken(self, error: AppError) -> None:
        self._checked = None
        self.publish_button.setEnabled(False)
        self.remarks.clear()
        if not isinstance(error, QuestionnaireBroken):
            self.remarks.addItem(wording.told(error, languages.current()))
            return
        place, found = str(error.facts["place"]), str(error.facts["found"])
        at, told = words.broken_at(self.source.toPlainText(), place)
        stands, missing = self.tr("{found} stands where {expected} belongs"), self.tr("{expected} is missing")
        text = (missing if found == NOTHING else stands).format(found=found, expected=error.facts["expected"])
        self._remark(f"{told}: {text}", at, "danger")

    def _remark(self, text: str, at: str, ink: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_AT, at)
        item.setForeground(theme.of_app().color(ink))
        self.remarks.addItem(item)

    def _go_to(self, item: QListWidgetItem) -> None:
        at = item.data(_AT)
        if at:
            self._mark(str(at))

    def _mark(self, at: str) -> None:
        cursor = self.source.textCursor()
        cursor.setPosition(words.place_of(self.source.toPlainText(), at))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
        self.source.setTextCursor(cursor)
        self.source.centerCursor()
        self.source.setFocus()

    def _published(self, number: int) -> None:
        self.tell(self.tr("Published as version {number}").format(number=number))
        self.refresh()
        self._open(self._checked.questionnaire.id if self._checked is not None else None)
