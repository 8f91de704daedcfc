"""After a restore: stations that have to sync before this one says who calls whom; one can be declared gone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.errors import AppError
from app.models.succession import AwaitedSeat
from app.services import callback_leases
from app.ui.kit import theme
from app.ui.kit.cards import Card
from app.ui.kit.jobs import Jobs
from app.ui.panes.settings.page import muted


class AwaitedCard(Card):
    """``declared()`` after a station was declared gone, ``refused(error)``. Hidden where nobody is awaited."""

    declared = Signal()
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._jobs = jobs
        self._found: list[AwaitedSeat] = []
        self._build()
        self.retranslate()
        self.hide()

    def refresh(self) -> None:
        """Ask who is awaited; a person who may not see it is shown nothing."""
        self._jobs.ask(callback_leases.awaited, key="awaited", done=self._show, failed=self._hide)

    def declare(self) -> None:
        """Declare the chosen station gone, once it was said that it calls nobody any more."""
        if self.button.isEnabled():
            self._jobs.do(
                callback_leases.declare_gone, done=self._saved, failed=self.refused.emit, initiator=self,
                called=str(self.choice.currentData()), since=None,
            )  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.set_title(self.tr("Waits for other stations"))
        self._explained.setText(
            self.tr(
                "This computer or the hub came back from a backup. Calls of campaigns are granted again once each of "
                "these stations has synced, and then this one. What a station that is declared gone may have dialed "
                "counts as dialed."
            )
        )
        self.choice.setAccessibleName(self.tr("Station that is awaited"))
        self.sure.setText(self.tr("It is out of service and calls nobody any more"))
        self.sure.setAccessibleName(self.sure.text())
        self.button.setText(self.tr("Declare gone"))
        self.button.setAccessibleName(self.button.text())
        for place, one in enumerate(self._found):
            self.choice.setItemText(place, self._told(one))

    def _build(self) -> None:
        self._explained = muted(QLabel(self))
        self.body.addWidget(self._explained)
        self.choice, self.sure, self.button = QComboBox(self), QCheckBox(self), QPushButton(self)
        line = QHBoxLayout()
        line.setSpacing(theme.of_app().px("pad"))
        self.body.addLayout(line)
        for widget, name in ((self.choice, "station"), (self.sure, "sure"), (self.button, "gone")):
            widget.setObjectName(f"settings.awaited.{name}")
            line.addWidget(widget)
        line.addStretch(1)
        self.choice.currentIndexChanged.connect(self._unsure)
        self.sure.toggled.connect(self.button.setEnabled)
        self.button.clicked.connect(self.declare)
        self.button.setEnabled(False)

    def _show(self, found: list[AwaitedSeat]) -> None:
        """Show who is awaited; the station that was chosen stays so, and what was said of it."""
        chosen, sure = self.choice.currentData(), self.sure.isChecked()
        self._found = found
        self.choice.clear()
        for one in found:
            self.choice.addItem(self._told(one), one.name)
        place = self.choice.findData(chosen)
        self.choice.setCurrentIndex(max(place, 0))
        self.sure.setChecked(sure and place >= 0)
        self.setVisible(bool(found))

    def _told(self, one: AwaitedSeat) -> str:
        """Return what tells a station from its twin, which bears the same label."""
        heard = self.tr("never heard of")
        if one.heard_at is not None:
            at = f"{one.heard_at:%Y-%m-%d %H:%M}"
            heard = self.tr("last heard of {at}").format(at=at)
        return f"{one.label} · {one.mark} · {heard}"

    def _hide(self, _error: AppError) -> None:
        self._show([])

    def _unsure(self, _place: int = 0) -> None:
        self.sure.setChecked(False)

    def _saved(self, _value: object) -> None:
        self.declared.emit()
