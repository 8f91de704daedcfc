"""The right column: the search that is always ready, what it found or what fits already, and the open script."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.models.contacts import AnswerMode
from app.models.script_searches import EndedSearch
from app.services import script_searches
from app.services.script_reading import OpenScript
from app.ui.kit import icons, languages
from app.ui.kit.early_choice import EarlyChoice
from app.ui.kit.jobs import Jobs
from app.ui.kit.line_editors import Clock
from app.ui.kit.search_box import SearchBox
from app.ui.kit.still_box import StillBox
from app.ui.panes.intake.asking import Desk
from app.ui.panes.intake.conversation_state import ConversationState
from app.ui.panes.intake.found_page import FoundPage
from app.ui.panes.intake.nothing_page import NothingPage
from app.ui.panes.intake.notice_place import NoticePlace
from app.ui.panes.intake.script_page import ScriptPage
from app.ui.panes.intake.script_search import LIMIT, Hit, ScriptSearch
from app.ui.panes.intake.search_trail import SearchTrail

_SUGGEST_MS = 250


class SayColumn(QWidget):
    """`given(OpenScript)` when a script was stamped, `flagged()` when one was found wrong, `left()` when the search
    box was left with Esc.
    """

    given = Signal(object)
    left = Signal()
    flagged = Signal()

    def __init__(
        self,
        jobs: Jobs,
        state: ConversationState,
        desk: Desk,
        *,
        scripts: ScriptSearch,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("intake.say")
        self._jobs, self._state, self._desk, self._scripts, self._clock = jobs, state, desk, scripts, clock
        self._hits: Sequence[Hit] = ()
        self._asked = self._answered = ""
        self._trail, self._early, self._to_give = SearchTrail(), EarlyChoice(), False
        self._build()
        self._connect()
        self.retranslate()
        self._suggest()

    def search(self) -> None:
        """Put the cursor into the search box, what stands there marked."""
        self.box.setFocus()
        self.box.selectAll()

    def open_place(self, place: int) -> None:
        """Open the result at a place, counted from 0, of what was typed last; nothing where there is none."""
        if self._early.entered(place):
            self._open(place)

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._hits) and not self.notices.covers:
            if self._asked:
                self._trail.opened(self._hits[place].key, place + 1, self._clock())
            self.page.open(self._hits[place].key, query=self._asked or None, rank=place + 1)

    def give(self) -> None:
        """Stamp the open script on the contact, or take the stamp back; nothing while the results are shown.

        What was chosen and is not open yet is stamped when it is: fast hands do not wait for it.
        """
        self._to_give = self._early.chosen or self.page.is_opening
        if not self._to_give and self._reads:
            self.page.give()

    def look_again(self) -> None:
        """Search and read once more what stands there: the library has changed. A script that is read stays."""
        self._query()
        self.page.look_again()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.box.setAccessibleName(self.tr("Search the approved answers"))
        self.box.setPlaceholderText(self.tr("Search the answers  F3 or /"))
        self._list.setAccessibleName(self.tr("Answers found"))
        self._back.setToolTip(self.tr("Back to the results"))
        self._back.setAccessibleName(self.tr("Back to the results"))
        self._say_empty()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the window's language; an open script stays in the language it is read in."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._query()
        super().changeEvent(event)

    def _build(self) -> None:
        self.box = SearchBox("intake.search", self)
        self.box.stand_on("surface")
        self._back = QPushButton(self)
        self._back.setObjectName("intake.results.back")
        self._back.setProperty("tone", "quiet")
        self._back.setProperty("beside", "field")  # as high as the line: what stands below stays where it is
        icons.give(self._back, "list", "muted")
        self._back.hide()
        self._pages = QStackedWidget(self)
        self._nothing, self._found = NothingPage(self._pages), FoundPage(self._pages)
        self._list = self._found.list
        self.page = ScriptPage(self._jobs, self._state, self._scripts, clock=self._clock, parent=self._pages)
        for page in (self._nothing, self._found, self.page):
            self._pages.addWidget(page)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_SUGGEST_MS)

    def _lay_out(self) -> None:
        self.notices = NoticePlace(self._jobs, self._state, self._desk, clock=self._clock, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(4)
        top.addWidget(self.box, 1)
        top.addWidget(self._back)
        self._still = StillBox(self._pages, self)
        column.addWidget(self.notices)
        column.addWidget(self._still, 1)

    def _connect(self) -> None:
        self.box.typed.connect(self._query)
        self.box.chosen.connect(self._open_marked)
        self.box.moved.connect(self._list.step)
        self.box.picked.connect(self.open_place)
        self.box.left.connect(self.left)
        self.box.entered.connect(self._found.prepare)
        self._list.opened.connect(self._open)
        self._timer.timeout.connect(self._suggest)
        self._state.changed.connect(self._follow)
        self._state.renewed.connect(self._renew)
        self.page.opened.connect(self._show_reader)
        self.page.given.connect(self._give)
        self._found.own_knowledge.connect(self._answer_without)
        self._nothing.own_knowledge.connect(self._answer_without)
        self.page.flagged.connect(self.flagged)
        self.page.gone.connect(self._query)
        self._back.clicked.connect(self._show_results)
        self._pages.currentChanged.connect(self._show_back)
        self.notices.covered.connect(self._still.setHidden)
        self.notices.opened.connect(self.page.open_told)

    def _renew(self) -> None:
        """Forget what the former conversation searched and read."""
        self._keep(self._trail.ended(self._clock()))
        self._timer.stop()
        self.page.forget()
        self._hits, self._to_give = (), False
        self.box.clear()
        self._list.show_hits((), "")
        self._suggest()

    def _query(self) -> None:
        """Search for what stands in the box, preedit included; an empty box shows what was open or what fits."""
        text = self.box.query.strip()
        self.notices.search(text)
        contact = self._state.draft.id if self._state.opened else None
        self._keep(self._trail.typed(text, self._clock(), contact=contact, language=languages.current()))
        if text:
            self._ask(text)
        elif self.page.script is not None:
            self._pages.setCurrentWidget(self.page)
            self._asked = self._answered = ""
        else:
            self._suggest()

    def _suggest(self) -> None:
        """Look for what fits the contact before anything is typed."""
        if self.box.query.strip():
            return
        self._asked = ""
        draft, tree, language = self._state.draft, self._desk.tree, languages.current()
        words, kind = draft.summary or "", draft.category or ""
        if not words and kind in tree.by_code:
            words = tree.by_code[kind].label.for_language(language)
        self._jobs.ask(
            self._scripts.suggest, key="query", done=self._show_hits, category=kind, text=words[:200], language=language
        )

    def _ask(self, text: str) -> None:
        self._asked, self._to_give = text, False
        self._early.asked()
        language = languages.current()
        self._jobs.ask(
            self._scripts.query, key="query", done=self._show_hits, text=text[:200], language=language, limit=LIMIT
        )

    def _give(self, script: OpenScript) -> None:
        self._keep(self._trail.given(script.key, self._clock()))
        self.given.emit(script)

    def _keep(self, ended: EndedSearch | None) -> None:
        if ended is not None:
            self._jobs.do(script_searches.note, search=ended)

    def _answer_without(self) -> None:
        """Note that no approved answer was used, and go on with the form."""
        self._state.edit("answer_mode", AnswerMode.OWN_KNOWLEDGE)
        self.left.emit()

    def _show_hits(self, hits: Sequence[Hit]) -> None:
        if self._asked and not self.box.query.strip():
            return  # the answer to a search that was cleared meanwhile
        self._hits = tuple(hits)
        if self._asked:
            self._trail.found(self._asked, self._hits)
            self.page.expect()
        if self._hits:  # else the list is not seen: filling its rows anew costs the next key less than new ones
            self._list.show_hits(self._hits, self._asked)
        self._say_empty()
        is_new, self._answered = self._asked not in ("", self._answered), self._asked
        if is_new or not self._reads or self.page.script is None:
            self._show_found()
        place = self._early.answered()
        if place is not None:
            self._open(place)

    def _open_marked(self) -> None:
        if self._early.entered():
            self._open(max(self._list.currentRow(), 0))

    @property
    def _reads(self) -> bool:
        return self._pages.currentWidget() is self.page

    def _show_found(self) -> None:
        self._pages.setCurrentWidget(self._found if self._hits else self._nothing)

    def _show_results(self) -> None:
        self._show_found()
        self.box.setFocus()

    def _follow(self, name: str) -> None:
        if name in ("category", "summary"):
            self._timer.start()

    def _show_back(self, _page: int) -> None:
        self._back.setVisible(self._reads)

    def _show_reader(self) -> None:
        self._pages.setCurrentWidget(self.page)
        if self._to_give:
            self._to_give = False
            self.page.give()

    def _say_empty(self) -> None:
        """Say what the page is that shows next; the other one is not touched, each change would be laid out."""
        if self._hits:
            self._found.say(self._headline(), none_fits=bool(self._asked) and not self._hits[0].fits)
            return
        draft = self._state.draft
        self._nothing.say(asked=bool(self._asked), begun=bool(draft.category or draft.summary))

    def _headline(self) -> str:
        if self._asked:
            return self.tr("Answers found")
        draft = self._state.draft
        return self.tr("Answers that fit") if draft.category or draft.summary else self.tr("Given most today")
