"""How the people of a campaign are called: in which hours, and by which rules again."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.models.errors import FieldWrong
from app.models.journal import Value
from app.models.retry_policy import OverHardLimit
from app.services import wording
from app.ui.kit import languages, theme
from app.ui.panes.campaigns.calling_rules import CallingRules
from app.ui.panes.campaigns.calling_windows import FIELD, CallingWindows


class CallingPart(QWidget):
    """Hours and rules, one under the other. ``changed(name, value)`` at each edit of a person."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours = QLabel(self)
        self._hours.setProperty("type", "hint")
        self.windows, self.rules = CallingWindows(self), CallingRules(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad") // 2)
        for widget in (self._hours, self.windows, self.rules):
            column.addWidget(widget)
        for form in (self.windows, self.rules.form):
            form.changed.connect(self.changed)
        self.retranslate()

    def show_usual(self, slots: str) -> None:
        """Show the usual rules, and the hours of the center (as ``slots.to_text`` writes them)."""
        self.windows.show_plan(slots)
        self.rules.show_usual()

    def slots(self) -> str:
        """Return the hours on one line; "" where they are the usual ones."""
        return self.windows.plan()

    def policy(self) -> dict[str, Value]:
        """Return the rules that are not the usual ones."""
        return self.rules.policy()

    def shows_problems(self) -> bool:
        """Show beside its line what cannot be read, and no former error; say whether there is such a line."""
        self.windows.clear_errors()
        self.rules.form.clear_errors()
        strange = self.rules.problems()
        if strange:
            self.rules.form.focus(next(iter(strange)))
        return bool(strange)

    def refuse(self, error: FieldWrong) -> bool:
        """Show what is wrong beside its line; False where there is no such line."""
        field, language = str(error.facts.get("field", "")), languages.current()
        if isinstance(error, OverHardLimit):
            says, _ = wording.sentence(error, language)  # what may stand there is the next step: the line is narrow
            return self.rules.refuse(field, says)
        if field == FIELD:
            field = self.windows.place_of(str(error.facts.get("value", "")))
        if field not in self.windows.names():
            return False
        self.windows.set_error(field, wording.told(error, language))
        self.windows.focus(field)
        return True

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self._hours.setText(
            self.tr("Hours of calling, such as 09:00-11:30 14:00-18:00; an empty line is never called in")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
