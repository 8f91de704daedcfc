"""One's own result of an exam: each sitting with its answers, and when it can be sat again."""

from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.services.exam_results import AnswerGot, Result
from app.ui.kit import languages, theme
from app.ui.kit.presenting_time import exact
from app.ui.panes.training import presenting_exams


class ResultView(QTextBrowser):
    """Shows the results that it was given; without any it says where they will be.

    ``flag_wanted(script, key point)`` from the link of a question, by mouse, or Tab and Enter.
    """

    flag_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training.exams.result")
        self._found: Sequence[tuple[Result, Sequence[AnswerGot]]] = ()
        self._again_at: datetime | None = None
        self._zone: tzinfo = UTC
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.retranslate()

    def show_results(
        self, found: Sequence[tuple[Result, Sequence[AnswerGot]]], again_at: datetime | None, zone: tzinfo
    ) -> None:
        """Show one's sittings; ``again_at`` is when the exam can be sat again, None where it cannot."""
        self._found, self._again_at, self._zone = found, again_at, zone
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("My result"))
        self.setPlaceholderText(
            self.tr(
                "While an exam is open, Enter begins it. Its result comes here when everybody has sat it and a person"
                " has marked the typed answers."
            )
        )
        if not self._found:
            self.clear()
            return
        looks = theme.of_app()
        colors = (looks.hex("accent"), looks.hex("danger"))
        html = presenting_exams.result_html(self._found, languages.current(), self._words(), colors)
        if self._again_at is not None:
            said = self.tr("You can sit it again on another form from {at} on, for a week from the results on.")
            at = exact(self._again_at, languages.current(), self._zone)
            html = f"<p><b>{said.format(at=at)}</b></p>{html}"
        self.setHtml(html)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _follow(self, link: QUrl) -> None:
        """Go from a question to what is wrong with its script; the link holds sitting and place."""
        for result, answers in self._found:
            for place, one in enumerate(answers, 1):
                if link.path() == f"{result.number}-{place}":
                    self.flag_wanted.emit(one.item.script, one.item.point)

    def _words(self) -> dict[str, str]:
        return {
            "passed": self.tr("passed"),
            "failed": self.tr("not passed"),
            "critical": self.tr("critical points missed:"),
            "sitting": self.tr("Sitting {number}"),
            "used": self.tr("time"),
            "late": self.tr("answers too late:"),
            "left": self.tr("window left:"),
            "clock": self.tr("The clock was moved:"),
            "yours": self.tr("Your answer:"),
            "right": self.tr("Right:"),
            "appeal": self.tr("Your appeal:"),
            "waits": self.tr("waits for another person"),
            "decided": self.tr("decided: what stands here counts"),
            "to_mark": self.tr("a person still marks it"),
            "flag": self.tr("Is the script wrong?"),
        }
