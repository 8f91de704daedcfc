"""What stands behind an exam: its sittings, or its questions with their figures; one of the two at a time."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QTextBrowser, QVBoxLayout, QWidget

from app.services import exam_results
from app.services.exam_results import Analysis, Result
from app.services.office import View
from app.ui.kit import languages, theme
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import desk_columns, presenting_desk
from app.ui.panes.training.desk_columns import Asked


@dataclass(frozen=True)
class Behind:
    """Results and figures of one exam."""

    results: tuple[Result, ...]
    analysis: Analysis | None


def behind(view: View, exam: bytes) -> Behind:
    """Return results and figures of an exam."""
    return Behind(tuple(exam_results.results(view, exam)), exam_results.analysis(view, exam))


class BehindView(QWidget):
    """Two tabs (Left and Right change them): who sat the exam, and the figures of each question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = Behind((), None)
        self._build()
        self._connect()
        self.retranslate()

    def show_behind(self, found: Behind) -> None:
        """Show results and figures of an exam."""
        self._found = found
        self.result_rows.show_lines(found.results)
        asked = desk_columns.asked_of(found.analysis) if found.analysis else ()
        self.question_rows.show_lines(asked)
        self.options.clear()
        if asked:
            self.questions.select(0)
        self.retranslate()

    def show_questions(self) -> None:
        """Go to the questions."""
        self.tabs.setCurrentIndex(1)

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.tabs.setAccessibleName(self.tr("Sittings and questions of the chosen exam"))
        found = self._found
        counts = (len(found.results), len(found.analysis.items) if found.analysis else 0)
        for place, words in enumerate((self.tr("Sittings ({count})"), self.tr("Questions ({count})"))):
            self.tabs.setTabText(place, words.format(count=counts[place]))
        self.results.setAccessibleName(self.tr("Results of the chosen exam"))
        self.questions.setAccessibleName(self.tr("Questions of the chosen exam"))
        self.options.setAccessibleName(self.tr("Options of the chosen question"))
        self._say_figures()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        pad = theme.of_app().px("pad")
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("training.desk.tabs")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.figures = QLabel(self)
        self.figures.setWordWrap(True)
        self.figures.setProperty("type", "muted")
        self._stack = QStackedWidget(self)
        self.result_rows = WholeList(desk_columns.RESULTS, desk_columns.result_key, self)
        self.question_rows = WholeList(desk_columns.QUESTIONS, desk_columns.question_key, self)
        self.results = TableView(self.result_rows, name="training.desk.results", parent=self._stack)
        asked = QWidget(self._stack)
        self.questions = TableView(self.question_rows, name="training.desk.questions", parent=asked)
        self.options = QTextBrowser(asked)
        self.options.setObjectName("training.desk.options")
        row = QHBoxLayout(asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(pad)
        row.addWidget(self.questions, 7)
        row.addWidget(self.options, 3)
        for page in (self.results, asked):
            self.tabs.addTab("")
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(2 * pad)
        head.addWidget(self.tabs)
        head.addWidget(self.figures, 1)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.questions.picked.connect(self._pick)

    def _pick(self, one: Asked | None) -> None:
        if one is not None:
            words = {
                "best": self.tr("best third"),
                "middle": self.tr("middle"),
                "last": self.tr("last third"),
                "none": self.tr("(no answer)"),
            }
            self.options.setHtml(presenting_desk.options_html(one.item, one.options, languages.current(), words))

    def _say_figures(self) -> None:
        found = self._found.analysis
        if found is None:
            self.figures.setText(self.tr("Nobody sat it yet.") if not self._found.results else "")
            return
        words = self.tr("{people} people · mean {mean} · SD {deviation} · α (KR-20) {alpha} · SEM {error}")
        said = presenting_desk.summary(found.figures, words)
        if found.figures.people < presenting_desk.ENOUGH:
            said += " · " + self.tr("few people: read with care")
        self.figures.setText(said)
