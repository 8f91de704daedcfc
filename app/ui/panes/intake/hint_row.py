"""One inquiry that may be the same: number, state, what it is about, why, and a button that adds this contact to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from app.models.duplicates import Hint
from app.models.inquiries import DONE
from app.ui.kit import languages
from app.ui.kit.labels import Chip, ElidedLabel
from app.ui.panes.intake import presenting
from app.ui.panes.intake.presenting import Mark


class HintRow(QWidget):
    """`marked(inquiry id, whether)` to add to it, `joined(inquiry id, whether)` to stand beside it as one incident."""

    marked = Signal(bytes, bool)
    joined = Signal(bytes, bool)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"intake.hint.{place}")
        self.inquiry: bytes | None = None
        self.spoken = ""
        self._about = ElidedLabel("", self)
        self._chip = Chip("", "", self)
        self._why = ElidedLabel("", self)
        self._why.setProperty("type", "hint")
        self.button, self.beside = QPushButton(self), QPushButton(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._about, 0, 0)
        grid.addWidget(self._chip, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._why, 1, 0)
        keys = QHBoxLayout()
        grid.addLayout(keys, 1, 1)
        keys.setSpacing(4)
        for name, button in (("beside", self.beside), ("add", self.button)):
            button.setObjectName(f"intake.hint.{place}.{name}")
            button.setProperty("tone", "tag")
            button.setCheckable(True)
            keys.addWidget(button)
        grid.setColumnStretch(0, 1)
        self.button.clicked.connect(self._press)
        self.beside.clicked.connect(self._press_beside)

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
        self.beside.setText(self.tr("Same incident"))
        self.beside.setAccessibleName(
            self.tr("An inquiry of its own beside {number}, as one incident").format(number=row.number)
        )
        self.beside.setVisible(hint.joinable)
        self.show()

    def show_marked(self, marked: bool, *, beside: bool = False) -> None:
        """Show whether this contact will be added to it, or open an inquiry beside it."""
        self.button.setChecked(marked)
        self.beside.setChecked(beside)

    def _press(self) -> None:
        if self.inquiry is not None:
            self.marked.emit(self.inquiry, self.button.isChecked())

    def _press_beside(self) -> None:
        if self.inquiry is not None:
            self.joined.emit(self.inquiry, self.beside.isChecked())
