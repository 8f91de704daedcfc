"""Another title for an incident, typed in place: Enter saves it, Esc leaves the one it has."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.models.errors import AppError
from app.services import clusters
from app.ui.kit.ime_line import ImeLine
from app.ui.kit.jobs import Jobs


class ClusterTitle(QWidget):
    """Hidden until ``ask``. ``renamed()`` once it is saved, ``refused(error)``, ``left()`` when it goes away."""

    renamed = Signal()
    refused = Signal(object)
    left = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work.cluster_title")
        self._jobs = jobs
        self._cluster: bytes | None = None
        self.line = ImeLine(self)
        self.line.setObjectName("work.cluster_title.line")
        self.line.setMaxLength(clusters.LONGEST_TITLE)
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        for name, button, tone in (("save", self.save, "primary"), ("cancel", self.cancel, "quiet")):
            button.setObjectName(f"work.cluster_title.{name}")
            button.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        self.line.returnPressed.connect(self.submit)
        self.line.textChanged.connect(self._follow)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.leave)
        self.retranslate()
        self.hide()

    def ask(self, cluster: bytes, title: str) -> None:
        """Offer the title of an incident to be changed."""
        self._cluster = cluster
        self.line.setText(title)
        self.line.selectAll()
        self.show()
        self.line.setFocus()

    def submit(self) -> None:
        """Save what was typed; an empty title is none."""
        if self._cluster is not None and self.line.text().strip():
            title = self.line.text()
            self._jobs.do(
                clusters.rename,
                done=self._done,
                failed=self._refuse,
                initiator=self,
                cluster=self._cluster,
                title=title,
            )

    def leave(self) -> None:
        """Go away; the incident keeps its title."""
        self._cluster = None
        self.hide()
        self.left.emit()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.line.setAccessibleName(self.tr("Title of the incident"))
        for button, text in ((self.save, self.tr("Save")), (self.cancel, self.tr("Cancel"))):
            button.setText(text)
            button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _follow(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()))

    def _done(self, _value: object) -> None:
        self.leave()
        self.renamed.emit()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
