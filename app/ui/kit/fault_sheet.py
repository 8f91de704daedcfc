"""The sheet for a mistake of ours: what happened, a report to copy, and the way on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.kit import icons
from app.ui.kit.faults import Fault


class FaultSheet(QFrame):
    """Lies over the lower right of its parent without stopping it; several faults are counted on one sheet.

    `closed()` when the person goes on.
    """

    closed = Signal()
    _WIDTH, _MARGIN = 520, 16

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._faults: list[Fault] = []
        self._build()
        self._connect()
        self.retranslate()
        self.hide()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults since the sheet was last closed."""
        return tuple(self._faults)

    def show_fault(self, fault: Fault) -> None:
        """Show `fault`, or count it when the sheet is open; a slot for ``Jobs.faulted``."""
        self._faults.append(fault)
        self._refresh()
        self._place()
        self.show()
        self.raise_()

    def retranslate(self) -> None:
        """Set its texts in the language of the window."""
        self.setAccessibleName(self.tr("Fault report"))
        self._title.setText(self.tr("The program made a mistake"))
        self._says.setText(
            self.tr(
                "This step did not finish; what was saved before is safe. You can go on. "
                "The report holds code places and versions, nothing about anybody."
            )
        )
        self._copy.setText(self.tr("Copy report"))
        self._go_on.setText(self.tr("Go on"))
        self._details.setAccessibleName(self.tr("Report"))
        for button in (self._copy, self._go_on):
            button.setAccessibleName(button.text())
        self._refresh()

    def copy_report(self) -> None:
        """Put the reports of all counted faults on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(fault.report() for fault in self._faults))
        self._copy.setText(self.tr("Copied"))

    def go_on(self) -> None:
        """Close the sheet and forget its faults; they are in the log."""
        self._faults.clear()
        self._copy.setText(self.tr("Copy report"))
        self.hide()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the parent is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.setObjectName("fault_sheet")
        self.setProperty("role", "popup")
        self._icon, self._title, self._says = QLabel(self), QLabel(self), QLabel(self)
        icons.give(self._icon, "danger", "danger", 20)
        self._title.setProperty("type", "section")
        self._says.setWordWrap(True)
        self._details = QPlainTextEdit(self)
        self._details.setObjectName("fault_sheet.report")
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setMinimumHeight(140)
        self._copy, self._go_on = QPushButton(self), QPushButton(self)
        self._copy.setObjectName("fault_sheet.copy")
        self._go_on.setObjectName("fault_sheet.go_on")
        self._go_on.setProperty("tone", "primary")
        head, buttons = QHBoxLayout(), QHBoxLayout()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._says)
        column.addWidget(self._details, 1)
        column.addLayout(buttons)
        # Filled only now: a filled layout that is added leaves Python halves of its items to the garbage collector.
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._go_on)

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_report)
        self._go_on.clicked.connect(self.go_on)
        self._over.installEventFilter(self)

    def _refresh(self) -> None:
        self._details.setPlainText("\n".join(fault.report() for fault in reversed(self._faults)))

    def _place(self) -> None:
        area = self._over.size()
        width = min(self._WIDTH, area.width() - 2 * self._MARGIN)
        self.resize(width, self._column.totalHeightForWidth(width))
        self.move(area.width() - width - self._MARGIN, area.height() - self.height() - self._MARGIN)
