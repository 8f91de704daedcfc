"""The competence map of the team, weak topics, where to look first, and the cards that come due."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.services import team_map
from app.services.office import View
from app.services.team_map import TeamMap
from app.ui.kit import languages, theme
from app.ui.kit.jobs import Jobs
from app.ui.panes.training import asking, presenting_map
from app.ui.panes.training.ink import ink


@dataclass(frozen=True)
class Shown:
    """The map, and topics in the language of the window."""

    team: TeamMap
    names: dict[str, str]


def shown(view: View, language: str) -> Shown:
    """Return the map with topics in words."""
    found = team_map.team(view)
    return Shown(found, asking.topic_names((*found.topics, *(one.topic for one in found.weak)), language))


class MapPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: Shown | None = None
        self._build()
        self.retranslate()
        theme.of_app().changed.connect(self._say)

    def reload(self) -> None:
        """Look at the team again."""
        self._jobs.ask(
            shown, key="training.map", done=self._show, failed=self._refuse, language=languages.current()
        )  # fmt: skip

    def take_focus(self) -> None:
        """Put the focus into the map."""
        self.text.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Team"))
        self.text.setAccessibleName(self.tr("Competence map, weak topics, and cards that come due"))
        if self._shown is not None and self.isVisible():
            self.reload()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.map")
        self.text = QTextBrowser(self)
        self.text.setObjectName("training.map.text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)

    def _show(self, found: Shown) -> None:
        self._shown = found
        self._say()

    def _say(self) -> None:
        found = self._shown
        if found is None:
            return
        language, words = languages.current(), self._words()
        parts = (
            (
                self.tr("Weak topics of the last two weeks"),
                presenting_map.weak_html(found.team.weak, found.names, language, words),
            ),
            (
                self.tr("Competence: mean and 80 % interval"),
                presenting_map.map_html(found.team, found.names, language, ink(), words),
            ),
            (self.tr("Where to look first"), presenting_map.causes_html(found.team.causes, language, words)),
            (
                self.tr("Appraisal figures of a quarter"),
                presenting_map.appraisal_html(found.team.appraisals, language, words),
            ),
            (self.tr("Cards that come due"), presenting_map.load_html(found.team.members, words)),
        )
        self.text.setHtml("".join(f"<h3>{title}</h3>{html}" for title, html in parts))

    def _words(self) -> dict[str, str]:
        return {
            "topic": self.tr("Topic"),
            "operator": self.tr("Operator"),
            "today": self.tr("today"),
            "total": self.tr("Total"),
            "critical": self.tr("Critical errors"),
            "days": self.tr("{days} days of practice in a quarter are all; without a measured part there is no total."),
            "people": self.tr("People"),
            "errors": self.tr("Errors"),
            "most": self.tr("Most about"),
            "weak": self.tr(
                "Bold from {people} people on: the next exam weighs these topics more. Each person's own weak topics"
                " come sooner in the drill."
            ),
            "no_weak": self.tr("Nobody is weak in a topic: no errors on calls, in exams or on drills."),
            "no_cause": self.tr("No key point shows a weakness yet."),
            "point": self.tr("Key point"),
            "drill": self.tr("Drill"),
            "exam": self.tr("Exam"),
            "strong": self.tr("Best third"),
            "live": self.tr("Calls"),
            "place": self.tr("Place found"),
            "cause": self.tr("Look at"),
        }

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
