"""Any two versions of a script side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.scripts_library.comparer import Difference
from app.services import scripts
from app.services.office import View
from app.services.script_places import in_words
from app.ui.kit import languages, theme
from app.ui.kit.editors import ChoiceEditor
from app.ui.kit.fields import Option
from app.ui.kit.jobs import Jobs
from app.ui.parts.difference_html import table_of


class DifferencePage(QFrame):
    """``left()`` back to the reader, ``refused(error)``."""

    left = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._key = ""
        self._numbers: Sequence[int] = ()
        self._differences: Sequence[Difference] | None = None
        self.setProperty("role", "card")
        self._build()
        self.retranslate()

    def show_versions(self, key: str, numbers: Sequence[int], number: int) -> None:
        """Compare a version with the one before it; both can be chosen anew."""
        self._key, self._numbers = key, sorted(numbers)
        self.retranslate()
        place = self._numbers.index(number)
        self.before.set_value(str(self._numbers[max(0, place - 1)]))
        self.after.set_value(str(number))
        self._ask()
        self.before.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        options = [Option(str(one), self._name(one)) for one in reversed(self._numbers)]
        for choice, name in ((self.before, self.tr("From version")), (self.after, self.tr("To version"))):
            choice.setAccessibleName(name)
            choice.show_options(options, languages.current())
        self._arrow.setText("→")
        self.text.setAccessibleName(self.tr("Differences"))
        self.back.setText(self.tr("Back to reading"))
        self.back.setAccessibleName(self.back.text())
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _name(self, number: int) -> str:
        return self.tr("Version {number}").format(number=number)

    def _build(self) -> None:
        self.before, self.after = ChoiceEditor((), "en", self), ChoiceEditor((), "en", self)
        self._arrow, self.back, self.text = QLabel(self), QPushButton(self), QTextBrowser(self)
        parts = (self.before, "before"), (self.after, "after"), (self.back, "back"), (self.text, "text")
        for widget, name in parts:
            widget.setObjectName(f"scripts.differences.{name}")
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        column.addLayout(row)
        for part in (self.before, self._arrow, self.after):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.back)
        column.addWidget(self.text, 1)
        self.before.edited.connect(self._ask)
        self.after.edited.connect(self._ask)
        self.back.clicked.connect(self.left)
        theme.of_app().changed.connect(self._show)

    def _ask(self) -> None:
        if self.before.value() and self.after.value():
            self._jobs.ask(
                _differences,
                key="differences",
                done=self._take,
                failed=self._refuse,
                script=self._key,
                before=int(self.before.value()),
                after=int(self.after.value()),
            )

    def _take(self, differences: Sequence[Difference]) -> None:
        self._differences = differences
        self._show()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)

    def _show(self) -> None:
        if self._differences is None:
            return
        looks = theme.of_app()
        inks = {"gone": looks.hex("danger_soft"), "come": looks.hex("accent_soft"), "muted": looks.hex("muted")}
        heads = tuple(self._name(int(one.value() or 0)) for one in (self.before, self.after))
        none = self.tr("They say the same.")
        told = [in_words(one, languages.current()) for one in self._differences]
        self.text.setHtml(table_of(told, (heads[0], heads[1]), inks) if told else none)


def _differences(view: View, script: str, before: int, after: int) -> tuple[Difference, ...]:
    # "key" is a parameter of Jobs.
    return scripts.differences(view, script, before, after)
