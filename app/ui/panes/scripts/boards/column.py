"""What is to be done: the choice among the boards, the chosen one, its next step and its commands."""

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.models.errors import AppError
from app.models.script_searches import ProposalKind
from app.services import script_life
from app.services.script_gaps import Gap, Proposal
from app.services.script_proposals import OpenProposal
from app.ui.kit import theme
from app.ui.kit.commands import CommandTable
from app.ui.kit.flow import FlowLayout
from app.ui.kit.jobs import Jobs
from app.ui.panes.scripts.boards import asking
from app.ui.panes.scripts.boards.asking import ToDo
from app.ui.panes.scripts.boards.board import Board
from app.ui.panes.scripts.boards.choice import BoardChoice
from app.ui.panes.scripts.boards.commands import BOARDS
from app.ui.panes.scripts.boards.expiring import REVIEWS, ExpiringBoard
from app.ui.panes.scripts.boards.gaps import GapsBoard
from app.ui.panes.scripts.boards.phrasings import PhrasingsBoard
from app.ui.panes.scripts.boards.review import ReviewBoard
from app.ui.panes.scripts.boards.review_line import ReviewLine

_NAMES = ("review", "expiring", "gaps", "phrasings")


class ToDoColumn(QWidget):
    """``opened(key)``, ``previewed(key)`` as of every list of scripts, ``search_wanted(words)`` from a gap,
    ``contact_wanted(id)`` from a proposal, ``done(text)`` after a commit, ``put_aside(text)`` after one that
    ``bring_back`` takes back, ``refused(error)``, ``counted()`` when the counts changed, ``left()``."""

    opened = Signal(str)
    previewed = Signal(str)
    search_wanted = Signal(str)
    contact_wanted = Signal(object)
    done = Signal(str)
    put_aside = Signal(str)
    refused = Signal(object)
    counted = Signal()
    left = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._todo: ToDo | None = None
        self._is_stale = False
        self._open_key = ""
        self._aside: dict[str, Any] | None = None
        self._build()
        self._connect()
        self.retranslate()

    @property
    def count(self) -> int | None:
        """How much is to be done; None before anybody looked."""
        return self._todo.count if self._todo else None

    @property
    def board(self) -> Board:
        """The chosen board."""
        return self._boards[self.choice.place]

    def look_again(self) -> None:
        """The library changed: ask again, at once where a person sees it, else when one comes here."""
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Ask what is to be done."""
        self._is_stale = False
        self._jobs.ask(asking.to_do, key="to_do", done=self._take, failed=self._refuse)

    def forget(self) -> None:
        """Show nothing of the person who was here before."""
        self._is_stale = True
        self._aside = None
        self._take(None)

    def take_script(self, key: str, title: str) -> None:
        """Know which script is open: it may be the answer to a gap. "" for none."""
        self._open_key, self._gaps.answer = key, title
        self._follow()

    def take_focus(self) -> None:
        """Put the cursor into the chosen board, into the choice where it is empty."""
        if self.board.count:
            self.board.list.setFocus()
        else:
            self.choice.take_focus()

    def add_button(self, button: QWidget) -> None:
        """Put another button at the end of those of the boards."""
        self._row.addWidget(button)

    # What the commands do.

    def can_add(self) -> bool:
        """Whether there are words, and a script to add them to."""
        is_gap = self.board is self._gaps and bool(self._open_key) and not self._proposal()
        return (is_gap or self.board is self._phrasings) and self.board.current() is not None

    def can_confirm(self) -> bool:
        """Whether a script is chosen whose review is due, and this person may say that it is right."""
        found = self._expiring.current() if self.board is self._expiring else None
        return found is not None and found.reason in REVIEWS and self._todo is not None and self._todo.may_approve

    def can_dismiss(self) -> bool:
        """Whether a proposal is chosen."""
        return self.board in (self._gaps, self._phrasings) and self.board.current() is not None

    def add(self) -> None:
        """Add the words to the script that was opened for them, or to the one that is open."""
        found = self.board.current()
        if self.board is self._phrasings:
            self._do(asking.add_phrasing, self._added, script=found.key, words=found.words)
        else:
            self._do(asking.close_gap, self._added, script=self._open_key, words=found.words)

    def confirm(self) -> None:
        """Ask when the chosen script, which is still right, is looked at again."""
        if self._todo is not None:
            next_on = script_life.next_review_on(self._expiring.current().script, self._todo.today)
            self.review.begin(self._todo.now.astimezone(self._todo.zone), next_on)

    def dismiss(self) -> None:
        """Put the chosen proposal aside."""
        self._aside = _aside(self.board.current())
        self._do(asking.dismiss, self._dismissed, **self._aside)

    def can_bring_back(self) -> bool:
        """Whether something was put aside here that can be listed again."""
        return self._aside is not None

    def bring_back(self) -> None:
        """List again what was put aside last."""
        if self._aside is not None:
            aside, self._aside = self._aside, None
            self._do(asking.restore, self._restored, **aside)

    def has_contact(self) -> bool:
        """Whether a proposal is chosen that was taken from a contact."""
        return _contact(self._proposal()) is not None

    def show_contact(self) -> None:
        """Show the contact that the chosen proposal was taken from."""
        if self.has_contact():
            self.contact_wanted.emit(_contact(self._proposal()))

    def next_board(self) -> None:
        """Go to the next board, from the last to the first."""
        self.choice.next()
        self.take_focus()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        names = (self.tr("Review"), self.tr("Expiring"), self.tr("Gaps"), self.tr("Phrasings"))
        self.choice.setAccessibleName(self.tr("What is to be done"))
        self.choice.show_texts([(name, board.count) for name, board in zip(names, self._boards, strict=True)])
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when a person comes here."""
        super().showEvent(event)
        if self._todo is None or self._is_stale:
            self.reload()

    def _build(self) -> None:
        self.choice = BoardChoice(_NAMES, self)
        review, self._expiring = ReviewBoard("scripts.review", self), ExpiringBoard("scripts.expiring", self)
        self._gaps, self._phrasings = GapsBoard("scripts.gaps", self), PhrasingsBoard("scripts.phrasings", self)
        self._boards: tuple[Board, ...] = (review, self._expiring, self._gaps, self._phrasings)
        self._stack = QStackedWidget(self)
        for board in self._boards:
            self._stack.addWidget(board)
        self.review = ReviewLine("scripts.boards.review_on", self)
        self._next = QLabel(self)
        self._next.setTextFormat(Qt.TextFormat.PlainText)
        self._next.setProperty("type", "muted")
        self._next.setWordWrap(True)
        self.commands = CommandTable(BOARDS, self)
        names = ("add", "confirm", "contact", "dismiss")
        self._buttons = [self.commands.button(f"scripts.boards.{name}", self) for name in names]
        column, row = QVBoxLayout(self), FlowLayout(gap=theme.of_app().px("pad"))
        self._row = row
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.of_app().px("pad"))
        column.addWidget(self.choice)
        column.addWidget(self._stack, 1)
        column.addWidget(self._next)
        column.addWidget(self.review)
        column.addLayout(row)
        for button in self._buttons:
            row.addWidget(button)

    def _connect(self) -> None:
        self.choice.chosen.connect(self._choose)
        self.review.sent.connect(self._confirm)
        self.review.left.connect(self.take_focus)
        for board in self._boards:
            board.opened.connect(self._open)
            board.picked.connect(self._preview)
            board.left.connect(self.left)

    def _take(self, todo: ToDo | None) -> None:
        self._todo = todo
        for board in self._boards:
            board.show_todo(todo)
        self.choice.show_only(todo.boards if todo else ())
        self.retranslate()
        self.counted.emit()

    def _choose(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._follow()

    def _follow(self) -> None:
        """Say the next step of the current line, and show the commands of this board."""
        found = self.board.current()
        self.review.hide()
        self._next.setText(self.board.next_step(found) if found is not None else "")
        self._next.setVisible(found is not None)
        self.commands.refresh()
        offered = (self.can_add(), self.can_confirm(), self.has_contact(), self.can_dismiss())
        for button, can in zip(self._buttons, offered, strict=True):
            button.setVisible(can)

    def _proposal(self) -> OpenProposal | None:
        found = self.board.current() if self.board is self._gaps else None
        return found if isinstance(found, OpenProposal) else None

    def _open(self, found: Any) -> None:
        self._follow()
        if isinstance(found, Gap):
            self.search_wanted.emit(found.words)
        else:
            self.opened.emit(_key_of(found))

    def _preview(self, found: Any) -> None:
        self._follow()
        if not isinstance(found, Gap):
            self.previewed.emit(_key_of(found))

    def _do(self, command: Any, done: Any, **arguments: Any) -> None:
        self._jobs.do(command, done=done, failed=self._refuse, **arguments)

    def _confirm(self, next_on: date) -> None:
        found = self._expiring.current()
        if found is not None:
            self._do(_confirm, self._confirmed, script=found.script.key, version=found.script.version, next_on=next_on)

    def _added(self, number: int) -> None:
        self._say(self.tr("Added: version {number} knows these words.").format(number=number))

    def _confirmed(self, _nothing: object) -> None:
        self._say(self.tr("Noted: the script is still right."))

    def _dismissed(self, _nothing: object) -> None:
        self.put_aside.emit(self.tr("Put aside."))
        self.reload()

    def _restored(self, _nothing: object) -> None:
        self._say(self.tr("It is on the board again."))

    def _say(self, text: str) -> None:
        self.done.emit(text)
        self.reload()

    def _refuse(self, error: AppError) -> None:
        self.refused.emit(error)


def _key_of(found: Any) -> str:
    return found.script.key if hasattr(found, "script") else found.key


def _contact(proposal: OpenProposal | None) -> bytes | None:
    return proposal.proposed.contact if proposal is not None else None


def _aside(found: OpenProposal | Gap | Proposal) -> dict[str, Any]:
    """Return what is said to put a line aside, and to list it again."""
    if isinstance(found, OpenProposal):
        return {"kind": ProposalKind.SCRIPT, "words": found.title, "script": found.key}
    if isinstance(found, Gap):
        return {"kind": ProposalKind.GAP, "words": found.words, "script": None}
    return {"kind": ProposalKind.PHRASING, "words": found.words, "script": found.key}


def _confirm(work: Any, script: str, version: int, next_on: date) -> None:
    # "key" is a parameter of Jobs.
    script_life.confirm(work, script, version, next_on=next_on)
