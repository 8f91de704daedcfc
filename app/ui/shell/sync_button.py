"""How the station stands with its hub, in one word in the top bar; pressed, it says more, syncs, stops, leads on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from app.models.sync_standing import Standing, standing_of
from app.services import wording
from app.ui.kit import languages, theme
from app.ui.kit.presenting_time import number, relative
from app.ui.shell.bars import PaintedButton
from app.ui.shell.sync_watch import SyncWatch

if TYPE_CHECKING:
    from app.services.hub_sync import SyncState

_TONES = {
    Standing.SYNCING: "accent",
    Standing.IDLE: "muted",
    Standing.BEHIND: "warning",
    Standing.AWAY: "warning",
    Standing.STOPPED: "warning",
    Standing.CONFLICT: "warning",
    Standing.REFUSED: "danger",
}
_PAD, _DOT, _GAP = 12, 8, 8
_WIDEST = 420


class SyncButton(PaintedButton):
    """Hidden where the station belongs to no hub. `details_wanted()` when somebody wants to see more or decide."""

    details_wanted = Signal()
    radius = 16

    def __init__(self, watch: SyncWatch, parent: QWidget) -> None:
        super().__init__("desk.sync", parent)
        self._watch = watch
        self._menu: QMenu | None = None
        self._start, self._stop, self._more = QAction(self), QAction(self), QAction(self)
        for action, name in ((self._start, "start"), (self._stop, "stop"), (self._more, "more")):
            action.setObjectName(f"desk.sync.{name}")
        self._start.triggered.connect(watch.start)
        self._stop.triggered.connect(watch.run.cancel)
        self._more.triggered.connect(self.details_wanted)
        self.clicked.connect(self.open_menu)
        watch.stands.connect(self.refresh)
        self.setVisible(False)
        self.refresh()

    @property
    def standing(self) -> Standing:
        """The one word."""
        watch, state = self._watch, self._watch.state
        if watch.run.running:
            return Standing.SYNCING
        if state is None or watch.now is None:
            return Standing.IDLE
        return standing_of(
            watch.now,
            state.last_done_at,
            waiting=state.waiting,
            decisions=state.decisions,
            missed=state.missed,
            stopped=state.stopped,
        )

    def refresh(self) -> None:
        """Show how it stands now."""
        state = self._watch.state
        self.setVisible(state is not None and state.enrolled)
        text = self._word()
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
        told = ". ".join(self.lines())
        self.setAccessibleName(self.tr("Sync with the hub: {state}").format(state=text))
        self.setAccessibleDescription(told)
        self.setToolTip("\n".join(self.lines()))
        self._start.setEnabled(not self._watch.run.running)
        self._stop.setVisible(self._watch.run.running)
        self.update()

    def lines(self) -> list[str]:
        """Return the details, a line each."""
        state = self._watch.state
        if state is None or not state.enrolled:
            return []
        found = [self.tr("{station} of {center}").format(station=state.station, center=state.center)]
        if state.last_done_at is None or self._watch.now is None:
            found.append(self.tr("Never synced"))
        else:
            at = relative(state.last_done_at, self._watch.now, languages.current())
            found.append(self.tr("Last sync: {at}").format(at=at))
        if state.waiting:
            found.append(self.tr("Records that wait: {count}").format(count=number(state.waiting)))
        if state.decisions:
            found.append(self.tr("Rows that need a decision: {count}").format(count=number(state.decisions)))
        return found + self._trouble(state)

    def _trouble(self, state: "SyncState") -> list[str]:
        """Return when and why the last sync failed, and what to do."""
        if (missed := state.missed) is None:
            return []
        says, follows = wording.sentence_of(missed.code, missed.facts, languages.current())
        at = relative(missed.at, self._watch.now or missed.at, languages.current())
        return [one for one in (self.tr("Failed {at}: {why}").format(at=at, why=says), follows) if one]

    def open_menu(self) -> None:
        """Open the menu under the button: the details, then what can be done."""
        menu = self._menu = self._menu or QMenu(self)
        menu.setObjectName("desk.sync.menu")
        menu.clear()
        for line in self.lines():
            menu.addAction(_told(line, menu))
        menu.addSeparator()
        menu.addActions([self._start, self._stop, self._more])
        menu.setActiveAction(self._stop if self._watch.run.running else self._start)
        menu.popup(self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height() + 4)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Return room for dot and word."""
        looks = theme.of_app()
        words = QFontMetrics(looks.font()).horizontalAdvance(self.text())
        return QSize(words + 2 * _PAD + _DOT + _GAP, max(32, looks.px("field")))

    def paint_face(self, painter: QPainter, field: QRectF) -> None:
        """Paint dot and word."""
        looks = theme.of_app()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(looks.color(_TONES[self.standing]))
        painter.drawEllipse(QRectF(field.left() + _PAD, field.center().y() - _DOT / 2, _DOT, _DOT))
        painter.setFont(looks.font())
        painter.setPen(looks.color("muted" if self.standing is Standing.IDLE else "text"))
        inner = field.adjusted(_PAD + _DOT + _GAP, 0, -_PAD / 2, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())

    def _word(self) -> str:
        self._start.setText(self.tr("Sync now"))
        self._stop.setText(self.tr("Stop the sync"))
        self._more.setText(self.tr("Details and decisions"))
        state = self._watch.state
        if self.standing is Standing.SYNCING:
            count = self._watch.run.count
            return self.tr("Syncing {count}").format(count=number(count)) if count else self.tr("Syncing")
        if self.standing is Standing.CONFLICT and state is not None:
            return self.tr("To decide: {count}").format(count=number(state.decisions))
        if self.standing is Standing.STOPPED and state is not None:
            return self.tr("To send: {count}").format(count=number(state.waiting))
        words = {
            Standing.IDLE: self.tr("Synced"),
            Standing.BEHIND: self.tr("Sync is late"),
            Standing.AWAY: self.tr("Hub not reached"),
            Standing.REFUSED: self.tr("Sync refused"),
        }
        return words[self.standing]


def _told(line: str, menu: QMenu) -> QWidgetAction:
    """Return a line that is read and not chosen: in the color of texts, and as wide as is read well."""
    label = QLabel(line, menu)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(12, 4, 12, 4)
    if label.sizeHint().width() > _WIDEST:
        label.setWordWrap(True)
        label.setFixedWidth(_WIDEST)
    action = QWidgetAction(menu)
    action.setText(line)
    action.setDefaultWidget(label)
    action.setEnabled(False)  # the arrow keys pass it by
    label.setEnabled(True)
    return action
