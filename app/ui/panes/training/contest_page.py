"""The monthly contest: its rounds, how the teams stand, one's own result, who is praised, and one's own wish."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.models.contests import LONGEST_ALIAS
from app.models.errors import AppError
from app.services import contests, wording
from app.services.contests import Board
from app.ui.kit import languages, theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.jobs import Jobs
from app.ui.panes.training import presenting_contest
from app.ui.panes.training.commands import CONTEST
from app.ui.panes.training.ink import ink
from app.ui.panes.training.round_view import RoundView


class ContestPage(QWidget):
    """``told(text)`` when something was done, ``refused(error)`` when not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, jobs: Jobs, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._board: Board | None = None
        self._month = ""
        self._playing = False
        self.commands = CommandTable(CONTEST, self)
        self._build()
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Look at the contest again."""
        self._jobs.ask(
            contests.board, key="training.contest", done=self._show, failed=self._refuse, month=self._month or None
        )  # fmt: skip

    def take_focus(self) -> None:
        """Put the focus into the board, or into what is being played."""
        self.round.take_focus() if self._playing else self.text.setFocus()

    def may_play(self) -> bool:
        """Whether a question of this month's rounds waits for whoever is here."""
        return self._board is not None and self._board.waiting and not self._playing

    def is_playing(self) -> bool:
        """Whether a round is being played."""
        return self._playing

    def play(self) -> None:
        """Play the rounds of this month, from where one stopped."""
        self._turn(playing=True)
        self.round.begin()

    def pass_over(self) -> None:
        """Pass a question over; it counts nothing."""
        self.round.pass_over()

    def may_draw(self) -> bool:
        """Whether the teams of this month are still to be drawn, by whoever is here."""
        return self._board is not None and self._board.may_draw

    def draw(self) -> None:
        """Draw the teams of this month."""
        self._jobs.do(contests.draw, done=self._drawn, failed=self._refuse, initiator=self)

    def enter(self) -> None:
        """Save whether one wants to be shown, and under which name."""
        self._jobs.do(
            contests.enter, done=self._entered, failed=self._refuse, initiator=self,
            shown=self.shown.isChecked(), alias=self.alias.text(),
        )  # fmt: skip

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date whenever a person comes here."""
        super().showEvent(event)
        self.reload()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.setAccessibleName(self.tr("Contest"))
        self.text.setAccessibleName(self.tr("Teams of this month, your own result, and the best"))
        self.shown.setText(self.tr("Show me when I am among the best three"))
        self.shown.setAccessibleName(self.shown.text())
        self.alias.setAccessibleName(self.tr("Name to be shown under"))
        self.months.setAccessibleName(self.tr("Month"))
        self.alias.setPlaceholderText(self.tr("Name to be shown under; empty is your own"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setObjectName("training.contest")
        self.text = QTextBrowser(self)
        self.text.setObjectName("training.contest.text")
        self.months = QComboBox(self)
        self.months.setObjectName("training.contest.months")
        self.shown = QCheckBox(self)
        self.shown.setObjectName("training.contest.shown")
        self.alias = QLineEdit(self)
        self.alias.setObjectName("training.contest.alias")
        self.alias.setMaxLength(LONGEST_ALIAS)
        self.round = RoundView(self._jobs, parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.round)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        top = QHBoxLayout()
        column.addLayout(top)
        for name, tone in (("play", "primary"), ("pass", "")):
            top.addWidget(self.commands.button(f"training.contest_{name}", self, tone=tone))
        top.addStretch(1)
        top.addWidget(self.months)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addWidget(self.shown)
        row.addWidget(self.alias, 1)
        row.addWidget(self.commands.button("training.contest_enter", self))
        row.addWidget(self.commands.button("training.contest_draw", self))

    def _connect(self) -> None:
        self.alias.returnPressed.connect(self.enter)
        self.months.activated.connect(self._look_at)
        self.round.left.connect(self._back)
        self.round.over.connect(self._played)
        self.round.refused.connect(self._refuse)
        theme.of_app().changed.connect(self._say)

    def _turn(self, *, playing: bool) -> None:
        self._playing = playing
        self._stack.setCurrentWidget(self.round if playing else self.text)
        self.commands.refresh()

    def _back(self) -> None:
        self._turn(playing=False)
        self.reload()
        self.text.setFocus()

    def _played(self) -> None:
        self.told.emit(self.tr("All rounds of this month are played."))
        self._back()

    def _look_at(self, place: int) -> None:
        self._month = self.months.itemText(place)
        self.reload()

    def _show(self, found: Board) -> None:
        known = self._board is not None and self._board.entry == found.entry
        self._board = found
        self.months.clear()
        self.months.addItems(found.months)
        self.months.setCurrentText(found.month)
        if not known:  # a wish that is being written stays
            self.shown.setChecked(found.entry.shown)
            self.alias.setText(found.entry.alias)
        self.commands.refresh()
        self._say()

    def _drawn(self, count: int) -> None:
        self.told.emit(self.tr("{count} teams are drawn; everybody sees their own.").format(count=count))
        self.reload()

    def _entered(self, _nothing: None) -> None:
        self.told.emit(self.tr("Saved."))
        self.reload()

    def _say(self) -> None:
        found = self._board
        if found is None:
            return
        words = self._words()
        parts = (
            (self.tr("Teams of {month}").format(month=found.month), presenting_contest.teams_html(found, ink(), words)),
            (self.tr("Your own result"), presenting_contest.own_html(found, words)),
            (self.tr("The best who want to be seen"), presenting_contest.best_html(found, words)),
            (self.tr("Praise"), presenting_contest.awards_html(found, languages.current(), words)),
        )
        if found.rounds:
            names = (wording.label("contest_round", one.value, languages.current()) for one in found.rounds)
            counts = self.tr(
                "Rounds: {rounds}. Right answers are those of the rounds; appraisals do not see the contest."
            )
            counts = counts.format(rounds=self.tr(", ").join(names))
        else:
            counts = self.tr("It counts the daily drills; appraisals do not see it.")
        quiet = f"<p style='color:{ink().muted}'>{counts}</p>"
        self.text.setHtml("".join(f"<h3>{title}</h3>{html}" for title, html in parts) + quiet)

    def _words(self) -> dict[str, str]:
        return {
            "team": self.tr("Team"),
            "team_name": self.tr("Team {number}"),
            "mine": self.tr("yours"),
            "listed": self.tr(", "),
            "score": self.tr("Score"),
            "accuracy": self.tr("Right answers (50 %)"),
            "improvement": self.tr("Improvement (30 %)"),
            "participation": self.tr("Participation (20 %)"),
            "no_teams": self.tr("No teams are drawn this month. A trainer draws them; 12 people are needed."),
            "month": self.tr("This month"),
            "before": self.tr("The four weeks before"),
            "best_month": self.tr("Your best month: {month}"),
            "answers": self.tr("answers: {answers}, days: {days}"),
            "rounds": self.tr("Rounds of this month"),
            "of_rounds": self.tr("answers: {answers}, {share} of the rounds finished"),
            "gained": self.tr("{share} of what was missing gained"),
            "mended": self.tr("flags dealt with: {count}"),
            "no_award": self.tr("Nobody who wants to be seen has gained or mended something yet."),
            "no_best": self.tr("Nobody wants to be seen yet, or has answered enough."),
        }

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)
