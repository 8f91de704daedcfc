"""Which column of a file fills which field."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.services import wording
from app.ui.kit import languages, theme

#: Fields that stand beside each other.
_ACROSS = 6


class ColumnChoice(QWidget):
    """A choice for each field, called by the labels of ``kind``. ``changed()`` after another choice."""

    changed = Signal()

    def __init__(self, name: str, kind: str, fields: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._labels = {str(field): QLabel(self) for field in fields}
        self.choices = {field: _Choice(self) for field in self._labels}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.of_app().px("pad"))
        grid.setVerticalSpacing(2)
        for place, (field, choice) in enumerate(self.choices.items()):
            line, column = divmod(place, _ACROSS)
            choice.setObjectName(f"{name}.{field}")
            choice.setMinimumWidth(96)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.activated.connect(self._follow)
            self._labels[field].setProperty("type", "label")
            self._labels[field].setBuddy(choice)
            grid.addWidget(self._labels[field], 2 * line, column)
            grid.addWidget(choice, 2 * line + 1, column)
        for column in range(_ACROSS):
            grid.setColumnStretch(column, 1)
        self.retranslate()

    def show_file(self, columns: Sequence[str], column_map: Mapping[str, str]) -> None:
        """Offer the columns of a file, and choose what most likely fills each field."""
        for field, choice in self.choices.items():
            choice.clear()
            choice.addItem("–", "")
            for heading in columns:
                choice.addItem(heading, heading)
            choice.setCurrentIndex(max(0, choice.findData(column_map.get(field, ""))))

    def chosen(self) -> dict[str, str]:
        """Return field → heading as it is chosen now."""
        return {field: choice.currentData() for field, choice in self.choices.items() if choice.currentData()}

    def lead_to(self, field: str) -> None:
        """Put the keyboard on the choice for a field that is missing, unless somebody is choosing."""
        choice = self.choices.get(field)
        if choice is not None and not any(one.hasFocus() for one in self.choices.values()):
            choice.setFocus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for field, label in self._labels.items():
            label.setText(wording.label(self._kind, field, languages.current()))
            self.choices[field].setAccessibleName(label.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _follow(self, _place: int) -> None:
        self.changed.emit()


class _Choice(QComboBox):
    """The wheel never changes it: it is meant for the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
