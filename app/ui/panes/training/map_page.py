"""The competence map of the team, weak topics, where to look first, cards that come due, and scripts to be flagged."""

# PySide6 declares QT_TRANSLATE_NOOP as giving back an object; it gives back its text.
# pyright: reportArgumentType=false

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from app.models.drill_items import said_in
from app.models.errors import AppError
from app.services import flag_proposals, team_map, weak_topics
from app.services.flag_proposals import Proposal
from app.services.office import View
from app.services.team_map import TeamMap
from app.ui.kit import languages, theme
from app.ui.kit.columns import Column
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.kit.table_view import TableView
from app.ui.kit.whole_list import WholeList
from app.ui.panes.training import asking, presenting_map
from app.ui.panes.training.commands import MAP
from app.ui.panes.training.ink import ink
from app.ui.panes.training.presenting import spoken


@dataclass(frozen=True)
class Shown:
    """The map, topics in the language of the window, and the scripts that many people's errors put in doubt."""

    team: TeamMap
    names: dict[str, str]
    proposals: tuple[Proposal, ...]
    points: dict[tuple[str, str], dict[str, str]]


def shown(view: View, language: str) -> Shown:
    """Return the map with topics in words."""
    found = team_map.team(view)
    names = asking.topic_names((*found.topics, *(one.topic for one in found.weak)), language)
    proposals = tuple(flag_proposals.listed(view, spoken(language)))
    return Shown(found, names, proposals, weak_topics.texts_of(view, found.weak))


class MapPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: Shown | None = None
        self._proposal: Proposal | None = None
        self.commands = CommandTable(MAP, self)
        self._build()
        self.proposals.picked.connect(self._pick)
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

    def may_flag(self) -> bool:
        """Whether a script is chosen that is to be flagged."""
        return self._proposal is not None

    def flag(self) -> None:
        """Flag the chosen script to its owner, with the figures that put it in doubt."""
        one = self._proposal
        if one is not None:
            said = self.tr("{failing} of {people} people answer this key point wrong on drills, in exams and on calls.")
            note = said.format(failing=one.failing, people=one.tested)
            self._jobs.do(
                flag_proposals.flag, done=self._flagged, failed=self._refuse, initiator=self, proposal=one, note=note
            )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Team"))
        self.text.setAccessibleName(self.tr("Competence map, weak topics, and cards that come due"))
        self.proposals.setAccessibleName(self.tr("Scripts to be flagged"))
        self._say_title()
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
        below = QWidget(self)
        self._title = QLabel(below)
        self._title.setProperty("type", "section")
        self.rows = WholeList(self._columns(), _key_of, self)
        self.proposals = TableView(self.rows, name="training.map.proposals", parent=below)
        pad = theme.of_app().px("pad")
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(pad)
        head = QHBoxLayout()
        inner.addLayout(head)
        head.addWidget(self._title, 1)
        head.addWidget(self.commands.button("training.map_flag", below))
        inner.addWidget(self.proposals, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(pad)
        column.addWidget(self.text, 3)
        column.addWidget(below, 1)
        self._below = column

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("title", QT_TRANSLATE_NOOP("tables", "Script"), 240, show=_title, sortable=False),
            Column("text", QT_TRANSLATE_NOOP("tables", "Key point"), 0, show=_text, sortable=False),
            Column("failing", QT_TRANSLATE_NOOP("tables", "People who fail"), 140, show=_counts, sortable=False),
            Column("owner", QT_TRANSLATE_NOOP("tables", "Owner"), 140, show=_owner, sortable=False),
        )

    def _say_title(self) -> None:
        if self._shown is not None and not self._shown.proposals:
            said = self.tr("No key point is failed by three in ten people (of five and more, in four weeks).")
        else:
            said = self.tr("Key points that many people fail: look at the script before the people")
        self._title.setText(said)

    def _pick(self, proposal: Proposal | None) -> None:
        self._proposal = proposal
        self.commands.refresh()

    def _flagged(self, _flag: bytes) -> None:
        self.told.emit(self.tr("The script is flagged; its owner finds it among the flags to be dealt with."))
        self.reload()

    def _show(self, found: Shown) -> None:
        self._shown = found
        self.rows.show_lines(found.proposals)
        self.proposals.setVisible(bool(found.proposals))
        self._below.setStretch(1, int(bool(found.proposals)))
        self._say_title()
        if found.proposals:
            self.proposals.select(0)
        else:
            self._pick(None)
        self._say()

    def _say(self) -> None:
        found = self._shown
        if found is None:
            return
        language, words = languages.current(), self._words()
        parts = (
            (
                self.tr("Weak topics of the last two weeks"),
                presenting_map.weak_html(found.team.weak, found.names, found.points, language, words),
            ),
            (
                self.tr("Competence: mean and 80 % interval"),
                presenting_map.map_html(found.team, found.names, language, ink(), words),
            ),
            (self.tr("Where to look first"), presenting_map.causes_html(found.team.causes, language, words)),
            (self.tr("Cards that come due"), presenting_map.load_html(found.team.members, words)),
        )
        self.text.setHtml("".join(f"<h3>{title}</h3>{html}" for title, html in parts))

    def _words(self) -> dict[str, str]:
        return {
            "topic": self.tr("Topic"),
            "operator": self.tr("Operator"),
            "today": self.tr("today"),
            "people": self.tr("People"),
            "errors": self.tr("Errors"),
            "most": self.tr("Most about"),
            "weak": self.tr(
                "Bold from {people} people on: take ten minutes together about it; the next exam weighs it more. Each"
                " person's own weak topics come sooner in the drill."
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


def _key_of(one: Proposal) -> tuple[str, str]:
    return one.script, one.point


def _title(one: Proposal) -> str:
    return one.title


def _text(one: Proposal) -> str:
    return said_in(one.text, spoken(languages.current()))


def _counts(one: Proposal) -> str:
    return f"{one.failing} / {one.tested} · {round(100 * one.failing / one.tested)} %"


def _owner(one: Proposal) -> str:
    return one.owner
