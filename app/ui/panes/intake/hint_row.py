"""One inquiry that may be the same: number, state, what it is about, why, and a button that adds this contact to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from app.models.duplicates import Hint
from app.models.inquiries import DONE
from app.ui.kit import languages
from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.panes.intake import presenting
from app.ui.panes.intake.presenting import Mark


class HintRow(QWidget):
    """`marked(inquiry id, whether)` when its button was pressed."""

    marked = Signal(bytes, bool)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"intake.hint.{place}")
        self.inquiry: bytes | None = None
        self.spoken = ""
        self._about = ElidedLabel("", self)
        self._chip = Chip("", "", self)
        self._why = ElidedLabel("", self)
        self._why.setProperty("type", "hint")
        self.button = QPushButton(self)
        self.button.setObjectName(f"intake.hint.{place}.add")
        self.button.setProperty("tone", "tag")
        self.button.setCheckable(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._about, 0, 0)
        grid.addWidget(self._chip, 0, 1)
        grid.addWidget(self._why, 1, 0)
        grid.addWidget(self.button, 1, 1)
        grid.setColumnStretch(0, 1)
        self.button.clicked.connect(self._press)

    def show_hint(self, hint: Hint, state: Mark) -> None:
        """Show an inquiry with the reasons why it may be the same, most telling first."""
        row, why = hint.row, presenting.hint_reasons(hint, languages.current())
        self.inquiry = row.id
        self._about.setText(f"{row.number}  {row.summary or ''}")
        self._about.setToolTip(row.summary or "")
        self._why.setText(why)
        self._chip.show_text(state.text, state.tone)
        self.button.setText(self.tr("Reopen and add") if row.state in DONE else self.tr("Add to this"))
        self.spoken = f"{row.number}, {row.summary or ''}, {why}"
        self.button.setAccessibleName(self.tr("Add to {number}: {reasons}").format(number=row.number, reasons=why))
        self.button.setVisible(hint.addable)
        self.show()

    def show_marked(self, marked: bool) -> None:
        """Show whether this contact will be added to it."""
        self.button.setChecked(marked)

    def _press(self) -> None:
        if self.inquiry is not None:
            self.marked.emit(self.inquiry, self.button.isChecked())
