"""The page that shows the recovery passphrase, once: print it, save it, and prove that it was kept."""

from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.errors import AppError
from app.ui.shell.doors import Sheet
from app.ui.shell.start_page import LabeledLine, StartPage


class RecoveryPage(StartPage):
    """`save_wanted(path, text)` when a file was chosen, `kept()` when the last group was typed, `back_wanted()` where
    one may go back.
    """

    save_wanted = Signal(object, str)
    kept = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_go_back: bool = False) -> None:
        super().__init__("recovery", parent, width=560)
        self._groups: tuple[str, ...] = ()
        self._sheet = Sheet("", "")
        self._chooser: QFileDialog | None = None
        self._labels = [QLabel(self.card) for _ in range(8)]
        self._warning = QLabel(self.card)
        self._print, self._save, self._go, self._back = (QPushButton(self.card) for _ in range(4))
        self._back.setVisible(may_go_back)
        self._last = LabeledLine("recovery.last", self.card)
        self._build()
        self.retranslate()

    @property
    def waiting(self) -> bool:
        """Whether a passphrase is shown that nobody has proved to have kept."""
        return bool(self._groups)

    def show_sheet(self, recovery: str, sheet: Sheet) -> None:
        """Show a new passphrase."""
        self._groups, self._sheet = tuple(recovery.split("-")), sheet
        for place, label in enumerate(self._labels):
            label.setText(self._groups[place] if place < len(self._groups) else "")
        self.notice.clear()
        self.retranslate()

    def enter(self) -> None:
        """Put the focus on printing."""
        self._print.setFocus()

    def submit(self) -> None:
        """Go on if the last group was typed right."""
        if self._is_right():
            self._forget()
            self.kept.emit()
        else:
            self._last.show_error(self.tr("This is not the last group; compare it with the sheet"))
            self._last.setFocus()

    def say_saved(self, path: object) -> None:
        """Say that the sheet lies in a file."""
        self.notice.say(self.tr("Saved: {path}. Move it to a safe place that is not this computer.").format(path=path))

    def refuse(self, error: AppError) -> None:
        """Say why the sheet could not be saved."""
        self.notice.show_error(error)

    def retranslate(self) -> None:
        """Say the page's words in the language of the window."""
        self.title.setText(self.tr("Keep this recovery sheet"))
        self.says.setText(
            self.tr("If this computer or its keyring is lost, only these eight groups open the data again. "
                    "They are shown once and kept nowhere.")
        )  # fmt: skip
        self._warning.setText(self.tr("Print it or write it down, and lock it away. Not on this computer."))
        self._last.set_words(self.tr("Type the last group, to be sure that you have it"))
        for button, text in (
            (self._print, self.tr("Print …")),
            (self._save, self.tr("Save as a file …")),
            (self._go, self.tr("I have it, go on")),
            (self._back, self.tr("Leave the key as it is")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        for place, label in enumerate(self._labels, 1):
            label.setAccessibleName(self.tr("Group {number}: {letters}").format(number=place, letters=label.text()))

    def _build(self) -> None:
        self._warning.setProperty("type", "muted")
        self._warning.setWordWrap(True)
        for name, button in (("print", self._print), ("save", self._save), ("go", self._go), ("back", self._back)):
            button.setObjectName(f"recovery.{name}")
        self._go.setProperty("tone", "primary")
        grid = QGridLayout()
        self.body.addLayout(grid)
        grid.setSpacing(8)
        for place, label in enumerate(self._labels):
            label.setProperty("type", "key")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumHeight(44)
            label.setProperty("role", "code")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, place // 4, place % 4)
        self.body.addWidget(self._warning)
        ways = QHBoxLayout()
        self.body.addLayout(ways)
        ways.addWidget(self._print)
        ways.addWidget(self._save)
        ways.addStretch(1)
        for part in (self.notice, self._last, self._go, self._back):
            self.body.addWidget(part)
        self._print.clicked.connect(self._print_sheet)
        self._save.clicked.connect(self._choose_file)
        self._last.entered.connect(self.submit)
        self._go.clicked.connect(self.submit)
        self._back.clicked.connect(self._go_back)

    def _is_right(self) -> bool:
        typed = self._last.text().strip().upper()
        meant = typed.replace("O", "0").replace("I", "1").replace("L", "1")
        return bool(self._groups) and meant == self._groups[-1]

    def _go_back(self) -> None:
        self._forget()
        self.back_wanted.emit()

    def _forget(self) -> None:
        self._groups, self._sheet = (), Sheet("", "")
        self._last.line.clear()
        for label in self._labels:
            label.clear()

    def _choose_file(self) -> None:
        if self._chooser is None:
            self._chooser = QFileDialog(self, self.tr("Save the recovery sheet"))
            self._chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._chooser.setNameFilters(["HTML (*.html)", "TXT (*.txt)"])
            self._chooser.setDefaultSuffix("html")
            self._chooser.selectFile("onewindow-recovery.html")
            self._chooser.fileSelected.connect(self._save_to)
        self._chooser.open()

    def _save_to(self, name: str) -> None:
        path = Path(name)
        self.save_wanted.emit(path, self._sheet.text if path.suffix.lower() == ".txt" else self._sheet.html)

    def _print_sheet(self) -> None:
        # The print library takes 40 ms to load and is needed once in the life of a desk.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        # The stub of PySide6 knows only the form of open() that takes a receiver.
        dialog: Any = cast("Any", QPrintDialog(self._printer, self))
        dialog.accepted.connect(self._send_to_printer)
        dialog.open()

    def _send_to_printer(self) -> None:
        from PySide6.QtGui import QTextDocument

        document = QTextDocument(self)
        document.setHtml(self._sheet.html)
        document.print_(self._printer)
