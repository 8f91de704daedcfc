"""The line's own questions, built from its form definition: sections, conditions, and answers kept in the draft."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.models.form_answers import Surroundings, visible_fields
from app.ui.kit import languages, theme
from app.ui.kit.form_row import FormRow
from app.ui.kit.line_editors import Clock
from app.ui.kit.type_ahead import Suggest
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.left_answers import LeftAnswers, left_in
from app.ui.panes.intake.question_row import HALF, question_row, say, show_kept

_COLUMNS = 2


class LineForm(QWidget):
    """Questions under their headings. What shows depends on answers, category, channel and caller kind; a question is
    made when it is asked for the first time.
    """

    def __init__(
        self,
        state: ConversationState,
        desk: Desk,
        *,
        clock: Clock,
        suggest: dict[str, Suggest],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.line")
        self._state = state
        self._desk, self._form = desk, desk.form
        self._clock, self._suggest = clock, suggest
        sections = desk.form.sections if desk.form else ()
        self._fields = {each.id: each for section in sections for each in section.fields}
        self._rows: dict[str, FormRow] = {}
        self._heads: dict[str, QLabel] = {}
        self._grids: dict[str, QGridLayout] = {}
        self._shown: tuple[str, ...] = ()
        self._left: LeftAnswers | None = None
        self._build()
        self.retranslate()

    def load(self) -> None:
        """Show the answers of the draft."""
        for row in self._rows.values():
            self._load(row)
        self._tell_left()

    def arrange(self, around: Surroundings) -> None:
        """Show the questions that are asked now."""
        if self._form is None:
            return
        shown = tuple(each.id for each in visible_fields(self._form, self._state.draft.answers, around))
        if shown == self._shown:
            return
        self._shown = shown
        for section in self._form.sections:
            self._fill(section.id, [each.id for each in section.fields if each.id in shown])

    def unreadable(self) -> tuple[str, ...]:
        """Return the questions that show and hold something that is no value, as ``answers.<question>``."""
        return tuple(f"answers.{name}" for name in self._shown if self._rows[name].problem())

    def label_of(self, name: str) -> str:
        """Return a question's words in the language of the window."""
        return self._row(name).label_text() if name in self._fields else name

    def show_error(self, name: str, text: str) -> None:
        """Show a text beside a question, "" for none."""
        if name in self._fields:
            self._row(name).show_error(text)

    def clear_errors(self) -> None:
        """Take every error away."""
        for row in self._rows.values():
            row.show_error("")

    def editor(self, name: str) -> QWidget | None:
        """Return the editor of a question, None for one that this form does not have."""
        return self._row(name).editor if name in self._fields else None

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        language = languages.current()
        for row in self._rows.values():
            say(row, language)
        for section in self._form.sections if self._form else ():
            self._heads[section.id].setText(section.title.for_language(language))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        if not self._desk.asks_newest:
            from app.ui.panes.intake.form_note import FormNote  # which few desks ever need

            column.addWidget(FormNote(self._desk, self))
        for section in self._form.sections if self._form else ():
            head = self._heads[section.id] = QLabel(self)
            head.setProperty("type", "section")
            grid = self._grids[section.id] = QGridLayout()
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(8)
            for place in range(_COLUMNS):
                grid.setColumnStretch(place, 1)
            column.addWidget(head)
            column.addLayout(grid)

    def _tell_left(self) -> None:
        if self._left is None and left_in(self._state, self._desk):
            self._left = LeftAnswers(self._state, self._desk, self)
            self._column.insertWidget(0, self._left)
        if self._left is not None:
            self._left.retranslate()

    def _row(self, name: str) -> FormRow:
        if name not in self._rows:
            each = self._fields[name]
            row = self._rows[name] = question_row(
                each,
                f"intake.line.{each.id}",
                self,
                clock=self._clock,
                zone=self._desk.zone,
                suggest=self._suggest.get(each.lookup or ""),
            )
            row.edited.connect(self._edited)
            self._load(row)
        return self._rows[name]

    def _load(self, row: FormRow) -> None:
        show_kept(row, self._state.draft.answers.get(row.field.name))

    def _edited(self, name: str, value: object) -> None:
        self._state.answer(name, value)

    def _fill(self, section: str, names: list[str]) -> None:
        grid = self._grids[section]
        while grid.count():
            item = grid.takeAt(0)
            if (former := item.widget() if item else None) is not None:
                former.hide()
        line = place = 0
        for name in names:
            row = self._row(name)
            span = 1 if row.field.kind in HALF else _COLUMNS
            if place + span > _COLUMNS:
                line, place = line + 1, 0
            grid.addWidget(row, line, place, 1, span, Qt.AlignmentFlag.AlignTop)
            row.show()
            place += span
        self._heads[section].setVisible(bool(names))
