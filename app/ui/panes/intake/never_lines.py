"""What the person on the line ever said of never being called: who wrote it down when, and what lifted it."""

from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.services.callers import CallerCard
from app.services.office import View
from app.ui.kit import languages
from app.ui.kit.jobs import Jobs
from app.ui.panes.intake.caller_link import CallerLink

if TYPE_CHECKING:
    from app.services.never_calls import NeverCall

#: As many of the newest as are shown: the others stand in the list of the supervisor.
_MOST = 3


class NeverLines(QLabel):
    """One line for each saying and its lift; hidden where nothing was ever said."""

    def __init__(self, jobs: Jobs, link: CallerLink, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intake.never_lines")
        self.setProperty("type", "muted")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._jobs, self._link, self._zone = jobs, link, zone
        self._said: list[NeverCall] = []
        self._shown_of: bytes | None = None
        link.shown.connect(self._ask)
        self.hide()
        self._ask(link.card)

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _ask(self, card: CallerCard | None) -> None:
        caller = card.caller.id if card is not None else None
        if caller != self._shown_of:
            self._show([])
        self._shown_of = caller
        if caller is not None:
            self._jobs.ask(_of_caller, key="never", done=self._show, caller=caller)

    def _show(self, said: "list[NeverCall]") -> None:
        self._said = said if self._link.card is not None else []
        self._say()

    def _say(self) -> None:
        self.setVisible(bool(self._said))
        if not self._said:
            return
        from app.services import never_words

        language = languages.current()
        lines = (
            "; ".join(part for part in told if part)
            for told in (
                (never_words.said(one, language, self._zone), never_words.lifted(one, language, self._zone))
                for one in self._said[:_MOST]
            )
        )
        self.setText("\n".join(lines))


def _of_caller(view: View, caller: bytes) -> "list[NeverCall]":
    """Return what was said; read, and loaded with what puts it into words, on a reader's thread."""
    from app.services import never_calls

    if found := never_calls.of_caller(view, caller):
        from app.services import callback_rules, never_words

        never_words.said(found[0], languages.current(), UTC)
        callback_rules.table()
    return found
