"""Why nobody is left to call: each thing that calls wait for with how many, and when the next one can be made."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.services import spoken_words, wording
from app.services.callbacks import Explained
from app.ui.kit import languages
from app.ui.kit.cards import Card
from app.ui.kit.presenting_time import moment
from app.ui.panes.callbacks import presenting


class Explanation(Card):
    """Says in lines what the queue waits for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("callbacks.explanation")
        self._shown: tuple[Explained, datetime, tzinfo] | None = None
        self.lines = QLabel(self)
        self.lines.setWordWrap(True)
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.lines)
        self.hide()

    def show_explained(self, explained: Explained, now: datetime, zone: tzinfo) -> None:
        """Show what was counted."""
        self._shown = (explained, now, zone)
        self._refresh()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    def _refresh(self) -> None:
        if self._shown is None:
            return
        explained, now, zone = self._shown
        language = languages.current()
        self.set_title(self.tr("What the queue waits for"))
        counted = presenting.counted(explained, language)
        if explained.ready:
            counted.insert(0, (self.tr("Can be called now: F7 takes the next"), f"{explained.ready:,}"))
        lines = presenting.in_line(counted)
        lines += [f"        {one}" for one in spoken_words.lines(explained.languages, language)]
        if not lines:
            lines.append(self.tr("No call is owed and no case is open."))
            lines.append(self.tr("A supervisor draws a sample or releases more of one (Ctrl+8)."))
        if explained.slot is None:
            lines.append(self.tr("This is no time of day for survey calls."))
        elif explained.lines_busy:
            lines.append(self.tr("Many inquiries come in: off-peak calls wait."))
        if explained.opens is not None:
            at = moment(explained.opens[0], now, language, zone)
            slot = wording.label("slot", explained.opens[1].value, language)
            lines.append(self.tr("Next time of day: {slot}, {time}").format(slot=slot, time=at))
        if explained.next_at is not None:
            at = moment(explained.next_at, now, language, zone)
            lines.append(self.tr("The next call falls due: {time}").format(time=at))
        self.lines.setText("\n".join(lines))
