"""The incident that an inquiry belongs to: how many there are, how it grows, and one answer for all of them."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.clusters import ClusterCard
from app.models.errors import AppError
from app.models.inquiries import State
from app.services import clusters
from app.services.several import Report
from app.ui.kit import icons
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import ElidedLabel
from app.ui.panes.work.cluster_title import ClusterTitle


class ClusterBanner(QFrame):
    """Hidden for an inquiry that stands alone. ``shown(ClusterCard | None)``, ``told(text)``, ``refused(error)``."""

    shown = Signal(object)
    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work.cluster")
        self.setProperty("role", "strip")
        self._jobs = jobs
        self._inquiry: bytes | None = None
        self._may = False
        self.card: ClusterCard | None = None
        self._build()
        self._say()
        self.hide()

    def show_inquiry(self, inquiry: bytes, *, may: bool) -> None:
        """Ask for the incident of an inquiry; ``may``: the person may change it."""
        if inquiry != self._inquiry:
            self._show(None)
        self._inquiry, self._may = inquiry, may
        self._jobs.ask(clusters.card, key="cluster", done=self._show, failed=self._refuse, inquiry=inquiry)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _build(self) -> None:
        icon = QLabel(self)
        icons.give(icon, "people", "muted", 18)
        self._title, self._figures = ElidedLabel("", self), QLabel(self)
        self._figures.setProperty("type", "hint")
        self._figures.setWordWrap(True)
        self.title = ClusterTitle(self._jobs, self)
        self._all, self._leave, self._rename = QPushButton(self), QPushButton(self), QPushButton(self)
        for name, button in (("all", self._all), ("leave", self._leave), ("rename", self._rename)):
            button.setObjectName(f"work.cluster.{name}")
            button.setProperty("tone", "tag")
        self._all.clicked.connect(self._close_members)
        self._leave.clicked.connect(self._take_out)
        self._rename.clicked.connect(self._ask_title)
        self.title.renamed.connect(self._renamed)
        self.title.refused.connect(self.refused)
        self.title.left.connect(self._say)
        top, below = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(below)
        top.addWidget(icon)
        top.addWidget(self._title, 1)
        top.addWidget(self.title, 1)
        top.addWidget(self._rename)
        top.addWidget(self._leave)
        below.addWidget(self._figures, 1)
        below.addWidget(self._all)

    def _show(self, card: ClusterCard | None) -> None:
        if card is None or self.card is None or card.cluster.id != self.card.cluster.id:
            self.title.hide()
        self.card = card
        self.setVisible(card is not None)
        self._say()
        self.shown.emit(card)

    def _say(self) -> None:
        self._leave.setText(self.tr("Take out"))
        self._rename.setText(self.tr("Rename…"))
        self._rename.setAccessibleName(self.tr("Give this incident another title"))
        self._all.setAccessibleName(self.tr("Close every open inquiry of this incident with the answer of the lead"))
        self._leave.setAccessibleName(self.tr("Take this inquiry out of the incident"))
        card = self.card
        if card is None:
            return
        self._title.setText(self.tr("Incident: {title}").format(title=card.cluster.title))
        figures = [
            self.tr("%n inquir(y/ies)", "", card.inquiries),
            self.tr("{count} within a day").format(count=card.lately),
            self.tr("others open: {count}").format(count=card.open),
        ]
        leads = card.lead is not None and card.lead.id == self._inquiry
        if leads:
            figures.append(self.tr("this one leads"))
        elif card.lead is not None:
            figures.append(self.tr("led by {number}").format(number=card.lead.number))
        self._figures.setText(" · ".join(figures))
        self._all.setText(self.tr("Close {count} with the same answer").format(count=card.open))
        answered = card.lead is not None and card.lead.state is State.CLOSED and bool(card.answer)
        self._all.setVisible(self._may and answered and card.open > 0)
        asking = not self.title.isHidden()
        self._title.setVisible(not asking)
        for button in (self._leave, self._rename):
            button.setVisible(self._may and not asking)

    def _ask_title(self) -> None:
        if self.card is not None:
            self.title.ask(self.card.cluster.id, self.card.cluster.title)
            self._say()

    def _renamed(self) -> None:
        self.told.emit(self.tr("The incident has another title"))
        if self._inquiry is not None:
            self.show_inquiry(self._inquiry, may=self._may)

    def _close_members(self) -> None:
        if self.card is not None and self.card.answer:
            self._jobs.do(
                clusters.close_members,
                done=self._closed,
                failed=self._refuse,
                initiator=self,
                cluster=self.card.cluster.id,
                note=self.card.answer,
            )

    def _closed(self, report: Report) -> None:
        self.told.emit(self.tr("%n inquir(y/ies) closed with the same answer", "", len(report.done)))
        if report.refused:
            self.refused.emit(report.refused[0].error)

    def _take_out(self) -> None:
        if self._inquiry is not None:
            inquiry = self._inquiry
            self._jobs.do(clusters.leave, done=self._out, failed=self._refuse, initiator=self, inquiry=inquiry)

    def _out(self, _value: object) -> None:
        self.told.emit(self.tr("Taken out of the incident"))

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
