"""To whom a caller is sent who cannot be helped here: a line over the outcomes that comes when it is asked for."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.services import units
from app.ui.kit import languages, theme
from app.ui.kit.form_row import FormRow, translated
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import LineEditor
from app.ui.kit.presenting_time import is_chinese
from app.ui.kit.type_ahead import Suggestion
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.field_rows import referral_fields
from app.ui.panes.intake.free_line import FreeLine


class ReferralRow(QFrame):
    """Writes `referred_to` and `referral_note` to the state; hidden until `open` or a draft that holds one of them,
    and made then.

    Any name may stand there: most places that a caller is sent to are in no directory. The directory's are suggested.
    """

    def __init__(self, jobs: Jobs, state: ConversationState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.referral")
        self.setProperty("role", "card")
        self._jobs, self._state = jobs, state
        self._fields = {field.name: field for field in referral_fields()}
        self._rows: dict[str, FormRow] = {}
        state.renewed.connect(self.load)
        self.load()

    def load(self) -> None:
        """Show the draft; without a referral in it there is nothing to see."""
        kept = {name: getattr(self._state.draft, name) for name in self._fields}
        if self._rows or any(kept.values()):
            for name, value in kept.items():
                row = self._row(name)
                row.editor.set_value(value)
                row.show_error("")
        self.setVisible(any(kept.values()))

    def open(self) -> None:
        """Ask to whom."""
        if not self._rows:
            self._build()
        self.show()

    def editor(self, field: str) -> QWidget | None:
        """Return the editor of a field, None for one of another part."""
        return self._row(field).editor if field in self._fields else None

    def label_of(self, field: str) -> str:
        """Return a field's label, "" for one of another part."""
        return translated(self._fields[field].label, languages.current()) if field in self._fields else ""

    def show_error(self, field: str, text: str) -> bool:
        """Show a text beside a field, "" for none; False for a field of another part."""
        if field not in self._fields:
            return False
        self._row(field).show_error(text)
        return True

    def clear_errors(self) -> None:
        """Take every error away."""
        for row in self._rows.values():
            row.show_error("")

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        for row in self._rows.values():
            row.retranslate(languages.current())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _row(self, name: str) -> FormRow:
        if not self._rows:
            self._build()
        return self._rows[name]

    def _build(self) -> None:
        line = QHBoxLayout(self)
        gap = theme.of_app().px("gap")
        line.setContentsMargins(gap, 8, gap, 8)
        line.setSpacing(gap)
        written = LineEditor(self)
        written.setObjectName("intake.referral_note")
        whom = FreeLine("intake.referred_to", self._suggest, self)
        for field, editor, share in zip(self._fields.values(), (whom, written), (2, 3), strict=True):
            row = FormRow(field, editor, self)
            row.edited.connect(self._edited)
            self._rows[field.name] = row
            line.addWidget(row, share)
        self.retranslate()

    def _edited(self, name: str, value: object) -> None:
        self._state.edit(name, value)

    def _suggest(self, text: str) -> list[Suggestion]:
        if not text.strip():
            return []
        chinese = is_chinese(languages.current())
        found = self._jobs.office.ask(units.find, text=text)
        named = [(unit.name if chinese else unit.name_en or unit.name, unit) for unit in found]
        return [Suggestion(name, name, unit.area or unit.kind or "") for name, unit in named]
