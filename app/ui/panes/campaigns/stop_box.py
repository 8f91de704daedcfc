"""Stopping the calls of a campaign: whom that concerns is said, a reason is asked for, and it can be taken back."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from datetime import UTC, datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.campaigns import CampaignFacts
from app.models.errors import AppError, FieldWrong
from app.services import campaign_field, wording
from app.services.campaign_field import AtStake
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.fields import Field
from app.ui.kit.forms import Form
from app.ui.kit.jobs import Jobs
from app.ui.kit.labels import KeyHint
from app.ui.kit.messages import MessageStrip
from app.ui.kit.presenting_time import moment

_WHY = QT_TRANSLATE_NOOP("forms", "Why (every desk reads it)")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CampaignStop(QObject):
    """One campaign, stopped for a reason, and on again: what every undo is about, whichever is chosen by now.

    ``stopped(bytes)`` the campaign whose calling was stopped, ``refused(error)``.
    """

    stopped = Signal(bytes)
    refused = Signal(object)

    def __init__(self, campaign: bytes, why: str, jobs: Jobs, strip: MessageStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._campaign, self._why, self._jobs, self._strip = campaign, why, jobs, strip

    def stop(self) -> None:
        """Call nobody of it for now."""
        self._jobs.do(
            campaign_field.stop, done=self._stopped, failed=self.refused.emit, campaign=self._campaign, why=self._why
        )

    def go_on(self) -> None:
        """Call its people again."""
        self._jobs.do(campaign_field.go_on, done=self._goes_on, failed=self.refused.emit, campaign=self._campaign)

    def _stopped(self, count: int) -> None:
        self.stopped.emit(self._campaign)
        self._strip.success(self.tr("Calling stopped. Waiting: %n open case(s)", "", count), undo=self.go_on)

    def _goes_on(self, count: int) -> None:
        self._strip.success(self.tr("Calling goes on: %n open case(s)", "", count), undo=self.stop)


class StopBox(Card):
    """Asks why the chosen campaign calls nobody for now.

    ``refused(error)``, ``asking(bool)`` whether it asks, ``left()`` that it has let the keyboard go.
    """

    refused = Signal(object)
    asking = Signal(bool)
    left = Signal()

    def __init__(self, jobs: Jobs, strip: MessageStrip, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("campaigns.stop_box")
        self._jobs, self._strip = jobs, strip
        self._one: CampaignFacts | None = None
        self._stake: AtStake | None = None
        #: The campaign of the question: another one may be chosen by now.
        self._asked: CampaignFacts | None = None
        self._build()
        self.retranslate()
        self.hide()

    def choose(self, one: CampaignFacts | None) -> None:
        """Be about a campaign; what is typed for another one, or one that ended meanwhile, is asked no more."""
        former, self._one = self._one, one
        if self.isVisibleTo(self.parentWidget()) and (
            one is None or former is None or one.id != former.id or not self.may_stop()
        ):
            self.leave()

    def may_stop(self) -> bool:
        """Whether people of the chosen campaign are called."""
        one = self._one
        return one is not None and one.closed_at is None and one.stopped_at is None

    def may_go_on(self) -> bool:
        """Whether calling for the chosen campaign is stopped."""
        return self._one is not None and self._one.is_stopped

    def ask(self) -> None:
        """Say whom it concerns, and ask why."""
        self._asked = self._one
        if self._one is not None:
            self._jobs.ask(
                campaign_field.at_stake, key="campaigns.at_stake", done=self._show, failed=self.refused.emit,
                campaign=self._one.id,
            )  # fmt: skip

    def stop(self) -> None:
        """Call nobody of the campaign for now, for the reason that stands there."""
        if self._one is None or self.form.problems():
            return
        self.form.clear_errors()
        self._turn(self._one, self.form.value("stopped_why") or "").stop()

    def go_on(self) -> None:
        """Call the people of the campaign again."""
        if self._one is not None:
            self._turn(self._one, self._one.stopped_why).go_on()

    def leave(self) -> None:
        """Ask nothing any more."""
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        self.asking.emit(False)
        if held:
            self.left.emit()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        for button, text in ((self.button, self.tr("Stop calling")), (self.back, self.tr("Do not stop"))):
            button.setText(text)
            button.setAccessibleName(text)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line stops, Esc leaves; on a button Enter is that button's."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER and self.form.isAncestorOf(self.focusWidget() or self):
            self.stop()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.header.add(KeyHint("Esc", self))
        self.said = QLabel(self)
        self.form = Form([Field("stopped_why", "text", _WHY)], name="campaigns.stopping", clock=self._now, parent=self)
        self.button, self.back = QPushButton(self), QPushButton(self)
        self.button.setObjectName("campaigns.stopping.stop")
        self.button.setProperty("tone", "danger")
        self.button.clicked.connect(self.stop)
        self.back.setObjectName("campaigns.stopping.back")
        self.back.clicked.connect(self.leave)
        row = QHBoxLayout()
        self.body.addWidget(self.said)
        self.body.addWidget(self.form)
        self.body.addLayout(row)
        row.addWidget(self.button)
        row.addWidget(self.back)
        row.addStretch(1)

    def _now(self) -> datetime:
        return self._stake.at if self._stake else datetime(2000, 1, 1, tzinfo=UTC)

    def _show(self, found: AtStake) -> None:
        if self._one is None or self._asked is None or self._one.id != self._asked.id or not self.may_stop():
            return  # another one was chosen meanwhile, or somebody else has stopped it
        self._stake = found
        self._say()
        self.asking.emit(True)
        if not self.isVisible():
            self.form.set_values({})
            self.form.clear_errors()
        self.show()
        self.form.focus("stopped_why")

    def _say(self) -> None:
        one, found = self._one, self._stake
        self.set_title(self.tr("Stop calling for {name}?").format(name=one.name) if one else "")
        if found is None:
            return
        lines = [self.tr("Not called until calling goes on: %n open case(s)", "", found.cases)]
        if found.agreed:
            text = self.tr("Agreed on a time: %n case(s)", "", found.agreed)
            if found.next_at is not None:
                at = moment(found.next_at, found.at, languages.current(), found.at.tzinfo or UTC)
                text = self.tr("{agreed}, the next {time}").format(agreed=text, time=at)
            lines.append(self.tr("{agreed}. Nobody calls then while calling is stopped.").format(agreed=text))
        lines.append(
            self.tr("Calls in hand are ended as usual, who calls back is asked, and the field period goes on.")
        )
        self.said.setText("\n".join(lines))

    def _turn(self, one: CampaignFacts, why: str) -> CampaignStop:
        made = CampaignStop(one.id, why, self._jobs, self._strip, self)
        made.stopped.connect(self._stopped)
        made.refused.connect(self._refuse)
        return made

    def _stopped(self, campaign: bytes) -> None:
        if self._one is not None and self._one.id == campaign:
            self.leave()

    def _refuse(self, error: AppError) -> None:
        name = str(error.facts.get("field", ""))
        if isinstance(error, FieldWrong) and name in self.form.names() and self.isVisible():
            self.form.set_error(name, wording.told(error, languages.current()))
            self.form.focus(name)
        else:
            self.refused.emit(error)
